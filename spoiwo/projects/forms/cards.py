"""Forms of concept cards: filters, the beginning, the texts, leader and next step."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.kit.listing import Filters
from spoiwo.partnerships.forms.whose import WhoseField
from spoiwo.partnerships.models import Partnership
from spoiwo.projects.forms.rows import told
from spoiwo.projects.labels import STATE_LABELS, TEXT_HINTS, TEXT_LABELS
from spoiwo.projects.models import ConceptCard
from spoiwo.projects.permissions import EDITORS
from spoiwo.projects.rules import LONGEST, TEXTS, CardState
from spoiwo.register.forms.fields import DayField, OrganisationField

LONG_TEXTS = ("problem", "actions", "goals")


class CardFilters(Filters):
    """Whose cards and in which state; without a choice all that were not dropped."""

    partnership = forms.ModelChoiceField(
        label=_("partnership"), queryset=None, required=False, to_field_name="slug", empty_label=_("all")
    )
    state = forms.ChoiceField(
        label=_("state"), required=False, choices=[("", _("all but the dropped ones")), *STATE_LABELS.items()]
    )

    def __init__(self, data: Any, *, actor: Actor) -> None:
        super().__init__(data)
        cards = ConceptCard.objects.visible_to(actor)
        self.fields["partnership"].queryset = Partnership.objects.filter(
            pk__in=cards.values("partnership")
        ).order_by("name_key")
        self.fields["partnership"].label_from_instance = lambda one: one.short_name

    def narrow(self, queryset):
        queryset = super().narrow(queryset)
        partnership, state = self.cleaned_data.get("partnership"), self.cleaned_data.get("state")
        if partnership:
            queryset = queryset.filter(partnership=partnership)
        return queryset.filter(state=state) if state else queryset.exclude(state=CardState.DROPPED)


class StartForm(forms.Form):
    """What a new card begins with; for whom is asked only of who works for several partnerships."""

    partnership = WhoseField()
    title = forms.CharField(
        label=_("title"), max_length=200, help_text=_("As the proposal is called in the partnership.")
    )
    aim = forms.CharField(
        label=TEXT_LABELS["aim"],
        help_text=TEXT_HINTS["aim"],
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["partnership"].offer(actor, EDITORS)


class TextsForm(forms.Form):
    """All running texts of a card, each with the text its writer began from."""

    def __init__(self, *args: Any, card: ConceptCard, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in TEXTS:
            stands = getattr(card, name)
            rows = 6 if name in LONG_TEXTS else 3
            self.fields[name] = _text_field(
                label=TEXT_LABELS[name],
                help_text=TEXT_HINTS[name],
                initial=stands,
                widget=forms.Textarea(attrs={"rows": rows}),
            )
            self.fields[f"base_{name}"] = _text_field(
                initial=stands, widget=forms.HiddenInput(attrs={"id": f"base_{name}"})
            )

    def written(self) -> dict[str, tuple[str, str]]:
        """Field → (base, text) as the actions take them; only what the form was posted with."""
        data = self.cleaned_data
        return {name: (data[f"base_{name}"], data[name]) for name in TEXTS if name in self.data}


class TextForm(forms.Form):
    """One text that is saved while it is written."""

    field = forms.ChoiceField(choices=[(name, name) for name in TEXTS])
    base = forms.CharField(required=False, strip=False, max_length=LONGEST)
    text = forms.CharField(required=False, strip=False, max_length=LONGEST)


class PeopleForm(forms.ModelForm):
    """Who leads, who stands in, what comes next and until when."""

    next_step_on = DayField(label=_("until when"), required=False)

    class Meta:
        model = ConceptCard
        fields = [
            "title",
            "group_label",
            "leader_name",
            "leader_function",
            "leader_organisation",
            "leader_contact",
            "deputy_name",
            "deputy_function",
            "deputy_organisation",
            "deputy_contact",
            "next_step",
            "next_step_on",
        ]
        help_texts = {
            "group_label": _(
                "The group or table of the workshop, for example: Grupa 3, uszczelnianie wycieków."
            ),
            "leader_contact": _("Shown to insiders of the partnership only."),
            "deputy_contact": _("Shown to insiders of the partnership only."),
            "next_step": _(
                "One thing that somebody does next, for example: Umówić spotkanie z nadleśnictwem."
            ),
        }

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        for who in ("leader", "deputy"):
            name = f"{who}_organisation"
            body = getattr(self.instance, name)
            self.fields[name] = OrganisationField(actor, label=_("organisation"), required=False)
            self.initial[name] = told(body) if body else ""

    def parts(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields under their headings."""
        names = list(self.Meta.fields)
        headings = [
            (gettext("The card"), names[:2]),
            (gettext("Leader"), names[2:6]),
            (gettext("Deputy of the leader"), names[6:10]),
            (gettext("Next step"), names[10:]),
        ]
        return [(heading, [self[name] for name in part]) for heading, part in headings]


class DropForm(forms.Form):
    """Why a card is dropped; later readers ask."""

    reason = forms.CharField(label=_("why"), max_length=300, required=False)


def _text_field(**options: Any) -> forms.CharField:
    return forms.CharField(required=False, strip=False, max_length=LONGEST, **options)
