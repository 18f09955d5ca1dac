"""Forms of proposals: one text while it is written, all of them, cost and sources, joining."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.workshops.models import Line, Proposal
from spoiwo.workshops.rules.proposals import ONE_LINE, TEXTS, longest


class TextsForm(forms.Form):
    """All texts of a proposal with those their writer began from (`base_…`)."""

    def __init__(self, *args: object, proposal: Proposal, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for name in TEXTS:
            label = Proposal._meta.get_field(name).verbose_name
            widget = forms.TextInput() if name in ONE_LINE else forms.Textarea(attrs={"rows": 3})
            now = getattr(proposal, name)
            self.fields[name] = forms.CharField(
                label=label, required=False, max_length=longest(name), widget=widget, initial=now, strip=False
            )
            self.fields[f"base_{name}"] = forms.CharField(
                required=False, widget=forms.HiddenInput, initial=now, strip=False
            )

    def written(self) -> dict[str, tuple[str, str]]:
        """Name → what its writer began from, and what it says."""
        data = self.cleaned_data
        return {name: (data[f"base_{name}"], data[name]) for name in TEXTS}

    def pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Each text with the hidden one it began from."""
        return [(self[name], self[f"base_{name}"]) for name in TEXTS]


class TextForm(forms.Form):
    """One text while it is written."""

    field = forms.ChoiceField(choices=[(name, name) for name in TEXTS])
    base = forms.CharField(required=False, strip=False)
    text = forms.CharField(required=False, strip=False)


class KeyForm(forms.Form):
    """The key a page made for a proposal to come."""

    key = forms.UUIDField()


class FactsForm(forms.Form):
    """The estimated cost, and the lines the proposal grew from."""

    cost = forms.DecimalField(
        label=_("Estimated cost (zł)"),
        min_value=0,
        max_digits=12,
        decimal_places=2,
        required=False,
        localize=True,
        help_text=_("A rough figure will do; leave it empty where nobody knows."),
    )
    sources = forms.TypedMultipleChoiceField(
        label=_("What it grew from"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: object, lines: Iterable[Line], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sources"].choices = [(line.pk, line.text) for line in lines]


class JoinForm(forms.Form):
    """Proposals ticked, and the title of the joint one."""

    proposals = forms.TypedMultipleChoiceField(coerce=int)
    title = forms.CharField(label=_("Title of the joint proposal"), max_length=200)

    def __init__(self, *args: object, pks: list[int], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["proposals"].choices = [(pk, pk) for pk in pks]


class NewForm(forms.Form):
    """A proposal entered by staff: the step it belongs to and its title."""

    step = forms.ModelChoiceField(label=_("Step"), queryset=None)
    title = forms.CharField(label=_("Title"), max_length=200)

    def __init__(self, *args: object, steps: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["step"].queryset = steps
