"""The form of an adoption: who took it over, where, from whom, what was changed and what came of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.partnerships.forms.whose import WhoseField, kept_partnerships
from spoiwo.practices.models import Adoption, Practice
from spoiwo.practices.permissions import EDITORS
from spoiwo.projects.forms.rows import BY_NAME, MoneyField, meant, told
from spoiwo.projects.models import ConceptCard, Project
from spoiwo.register.forms.fields import DayField, PlaceField, SeveralField
from spoiwo.register.models import Organisation

FIELDS = (
    "partnership", "taker", "place", "adopted_on", "state", "taken_from", "modules", "changed", "cost", "result",
    "project", "card",
)  # fmt: skip


class AdoptionForm(forms.ModelForm):
    """What the taker records; projects and cards are those of the taker's own partnership."""

    partnership = WhoseField()
    place = PlaceField(label=_("where"), required=True)
    adopted_on = DayField(label=_("since"))
    cost = MoneyField(label=_("cost (PLN)"), required=False)
    organisation: Organisation | None = None

    class Meta:
        model = Adoption
        fields = FIELDS
        field_classes = {"modules": SeveralField}
        widgets = {"taker": forms.TextInput(attrs=BY_NAME), "modules": forms.CheckboxSelectMultiple}
        help_texts = {
            "taker": _("The organisation that does it at your place; a name of the register is recognised."),
            "modules": _("None chosen: the whole practice."),
            "changed": _("What you do otherwise than the giver, and why. It is what the next ones look for."),
            "result": _("Figures with their day, where there are any yet."),
        }

    def __init__(self, *args: Any, actor: Actor, practice: Practice, **options: Any) -> None:
        self.actor, self.practice = actor, practice
        super().__init__(*args, **options)
        self.instance.practice = practice
        body = self.instance.organisation
        if body and body.name == self.instance.taker:
            self.initial["taker"] = told(body)
        self._offer()

    def _offer(self) -> None:
        """Only what belongs to the practice and to the taker may be chosen."""
        whose = self.fields["partnership"]
        if self.instance.pk:
            del self.fields["partnership"]
            own = [self.instance.partnership_id]
        else:
            whose.offer(self.actor, EDITORS)
            own = kept_partnerships(self.actor, EDITORS).values("pk")
        others = self.practice.adoptions.exclude(pk=self.instance.pk).select_related("place")
        self.fields["taken_from"].queryset = others
        self.fields["taken_from"].empty_label = gettext("where it began")
        self.fields["taken_from"].label_from_instance = lambda one: f"{one.taker} ({one.place.full_name})"
        self.fields["modules"].queryset = self.practice.modules.filter(is_alone=True)
        self.fields["project"].queryset = Project.objects.filter(partnership__in=own).order_by("name_key")
        self.fields["card"].queryset = ConceptCard.objects.filter(partnership__in=own).order_by("name_key")
        for name in ("project", "card"):
            self.fields[name].empty_label = gettext("none")

    def clean_taker(self) -> str:
        name, self.organisation = meant(self.cleaned_data["taker"], self.actor)
        return name

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        taker = (
            self.instance.partnership_id if self.instance.pk else getattr(data.get("partnership"), "pk", None)
        )
        for name in ("project", "card"):
            if taker and data.get(name) and data[name].partnership_id != taker:
                self.add_error(name, gettext("Choose one of the same partnership."))
        return data

    def validate_constraints(self) -> None:
        """The action tells of an adoption recorded twice."""

    def written(self) -> dict[str, Any]:
        """What the actions take."""
        given = {name: self.cleaned_data[name] for name in FIELDS if name in self.cleaned_data}
        return given | {"organisation": self.organisation}
