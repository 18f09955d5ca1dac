"""Forms of laureates: filters, a laureate of an earlier edition, the consent to publish."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.labels import AWARD_LABELS
from spoiwo.contests.models import Award
from spoiwo.contests.queries.history import voivodeships
from spoiwo.kit.actor import Actor
from spoiwo.kit.listing import Filters
from spoiwo.polish import fold
from spoiwo.register.forms.fields import OrganisationField, PlaceField


class LaureateFilters(Filters):
    """Which year, voivodeship and kind of award."""

    search_field = "name_key"
    year = forms.TypedChoiceField(label=_("year"), required=False, coerce=int, empty_value=None)
    area = forms.ChoiceField(label=_("voivodeship"), required=False)
    kind = forms.ChoiceField(
        label=_("award"), required=False, choices=[("", _("all")), *AWARD_LABELS.items()]
    )

    def __init__(self, data: Any, *, years: list[int]) -> None:
        super().__init__(data)
        self.fields["year"].choices = [("", _("all")), *((year, str(year)) for year in years)]
        self.fields["area"].choices = [
            ("", _("all")),
            *((code, name) for code, name in sorted(voivodeships().items())),
        ]

    def narrow(self, queryset):
        data = self.cleaned_data
        for word in fold(data.get("q", "")).split()[:8]:
            queryset = queryset.filter(name_key__contains=word)
        if data.get("year"):
            queryset = queryset.filter(edition__year=data["year"])
        if data.get("area"):
            queryset = queryset.filter(place__code__startswith=data["area"])
        return queryset.filter(kind=data["kind"]) if data.get("kind") else queryset


class HistoryForm(forms.ModelForm):
    """A laureate of an edition that was not run in the program."""

    year = forms.IntegerField(label=_("year"), min_value=1990, max_value=2100)
    edition_name = forms.CharField(label=_("name of the edition"), max_length=200, required=False)
    place = PlaceField(label=_("commune or county"))

    class Meta:
        model = Award
        fields = ["year", "edition_name", "kind", "name", "organisation_name", "place", "practice", "source"]
        help_texts = {
            "name": _("As it was called, e.g. „Lider aktywizacji osób młodych 2019”."),
            "source": _("Where this is known from."),
        }

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["organisation"] = OrganisationField(actor, label=_("in the register"), required=False)

    def award(self) -> dict[str, Any]:
        """What the action takes beside year and name of the edition."""
        return {
            name: value for name, value in self.cleaned_data.items() if name not in ("year", "edition_name")
        }


class ConsentForm(forms.Form):
    """The words a laureate lets be published, and who agrees."""

    text = forms.CharField(
        label=_("the text that is published"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("Taken from your entry. Change it as you like; leave out names of people."),
    )
    name = forms.CharField(label=_("who agrees: name, surname, function"), max_length=150)
    agrees = forms.BooleanField(label=_("We agree that this description is published as a good practice."))
