"""Forms of ideas: writing one, looking at many, joining some."""

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.workshops.rules.states import LineState

SHOW, HOLD = "show", "hold"


class IdeaForm(forms.Form):
    """One idea; its key is made with the page, so that sending it twice adds it once. Its length is the action's to weigh."""

    nonce = forms.UUIDField(widget=forms.HiddenInput)
    text = forms.CharField(label=_("Your idea"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    name = forms.CharField(label=_("Your name"), max_length=150, required=False)


class ModerationForm(forms.Form):
    """Ideas ticked, and what is to become of them."""

    lines = forms.TypedMultipleChoiceField(coerce=int, choices=(), required=True)
    what = forms.ChoiceField(choices=[(SHOW, SHOW), (HOLD, HOLD)])

    def __init__(self, *args: object, pks: list[int], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lines"].choices = [(pk, pk) for pk in pks]

    @property
    def state(self) -> LineState:
        """The state that was asked for."""
        return LineState.SHOWN if self.cleaned_data["what"] == SHOW else LineState.HELD_BACK


class MergeForm(forms.Form):
    """Ideas ticked, and what the joint one says; empty: what the first says."""

    lines = forms.TypedMultipleChoiceField(coerce=int, choices=(), required=True)
    text = forms.CharField(label=_("What the joint idea says"), max_length=500, required=False)

    def __init__(self, *args: object, pks: list[int], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lines"].choices = [(pk, pk) for pk in pks]
