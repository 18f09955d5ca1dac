"""Forms of projects: filters of the list, and what is written about one."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.kit.listing import Filters
from spoiwo.partnerships.forms.whose import WhoseField
from spoiwo.partnerships.models import Partnership
from spoiwo.projects.forms.rows import BY_NAME, MoneyField, meant, told
from spoiwo.projects.labels import PROJECT_LABELS
from spoiwo.projects.models import ConceptCard, Project
from spoiwo.projects.permissions import EDITORS
from spoiwo.projects.rules import ProjectState
from spoiwo.register.forms.fields import DayField
from spoiwo.register.models import Organisation

FIELDS = (
    "title", "state", "programme", "measure", "contract_number", "lead", "summary", "target_group", "results", "value",
    "starts_on", "ends_on",
)  # fmt: skip


class ProjectFilters(Filters):
    """Whose projects, in which state, and from which year; all together without a choice."""

    partnership = forms.ModelChoiceField(
        label=_("partnership"), queryset=None, required=False, to_field_name="slug", empty_label=_("all")
    )
    state = forms.ChoiceField(
        label=_("state"), required=False, choices=[("", _("all")), *PROJECT_LABELS.items()]
    )
    year = forms.IntegerField(label=_("under way in (year)"), required=False, min_value=1990, max_value=2100)

    def __init__(self, data: Any, *, actor: Actor) -> None:
        super().__init__(data)
        projects = Project.objects.visible_to(actor)
        self.fields["partnership"].queryset = Partnership.objects.filter(
            pk__in=projects.values("partnership")
        ).order_by("name_key")
        self.fields["partnership"].label_from_instance = lambda one: one.short_name

    def narrow(self, queryset):
        queryset, asked = super().narrow(queryset), self.cleaned_data
        if asked.get("partnership"):
            queryset = queryset.filter(partnership=asked["partnership"])
        if asked.get("state"):
            queryset = queryset.filter(state=asked["state"])
        if year := asked.get("year"):
            queryset = queryset.filter(starts_on__year__lte=year).exclude(ends_on__year__lt=year)
        return queryset


class ProjectForm(forms.ModelForm):
    """All that is written about a project but its partners; whose it is is asked once, of who works for several."""

    partnership = WhoseField()
    value = MoneyField(label=_("value (PLN)"), max_digits=14, required=False)
    starts_on = DayField(label=_("begins"), required=False)
    ends_on = DayField(label=_("ends"), required=False)
    lead_organisation: Organisation | None = None

    class Meta:
        model = Project
        fields = FIELDS
        widgets = {"lead": forms.TextInput(attrs=BY_NAME)}
        help_texts = {
            "programme": _("For example: Fundusze Europejskie dla Mazowsza 2021–2027, Program Leader."),
            "lead": _("Who answers for the project; a name of the register is recognised."),
            "target_group": _("For whom, and how many people or firms."),
            "results": _("What came of it, with figures where there are any."),
        }

    field_order = ("partnership", *FIELDS)

    def __init__(self, *args: Any, actor: Actor, card: ConceptCard | None = None, **options: Any) -> None:
        self.actor = actor
        super().__init__(*args, **options)
        body = self.instance.lead_organisation
        if body and body.name == self.instance.lead:
            self.initial["lead"] = told(body)
        if self.instance.pk or card:
            del self.fields["partnership"]
        else:
            self.fields["partnership"].offer(self.actor, EDITORS)

    def clean_lead(self) -> str:
        name, self.lead_organisation = meant(self.cleaned_data["lead"], self.actor)
        return name

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", gettext("A project ends after it begins."))
        return data

    def written(self) -> dict[str, Any]:
        """What the actions take."""
        given = {name: self.cleaned_data[name] for name in FIELDS}
        return given | {"lead_organisation": self.lead_organisation}


def from_card(card: ConceptCard) -> dict[str, Any]:
    """What a project begins with that comes of a card."""
    return {
        "title": card.title,
        "state": ProjectState.PLANNED,
        "summary": "\n\n".join(text for text in (card.aim, card.actions) if text.strip()),
        "target_group": card.target_group,
        "lead": told(card.leader_organisation) if card.leader_organisation else "",
    }
