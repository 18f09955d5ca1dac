"""Forms of tables: how they are made, one table, who sits where."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.kit import phrases
from spoiwo.meetings.models import Attendee
from spoiwo.workshops.forms.themes import read_themes
from spoiwo.workshops.labels import GROUPING_LABELS
from spoiwo.workshops.models import Table
from spoiwo.workshops.rules.seating import MOST_TABLES, Division
from spoiwo.workshops.rules.states import Grouping


class DivisionForm(forms.Form):
    """How tables are made."""

    rule = forms.ChoiceField(
        label=_("how groups are made"), choices=list(GROUPING_LABELS.items()), widget=forms.RadioSelect
    )
    count = forms.IntegerField(
        label=_("how many tables"),
        min_value=1,
        max_value=MOST_TABLES,
        required=False,
        help_text=_("Leave it empty to have as many as the largest group needs."),
    )
    largest = forms.IntegerField(
        label=_("largest group"),
        min_value=1,
        max_value=500,
        required=False,
        help_text=_("Where people choose their table, nobody else gets a place once it is full."),
    )
    themes = forms.CharField(
        label=_("themes of the tables"),
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One theme a line, one table for each."),
    )
    only_present = forms.BooleanField(
        label=_("only those who are here"),
        required=False,
        help_text=_("Otherwise those who are expected are seated too."),
    )
    keeps_chosen = forms.BooleanField(
        label=_("who sits at the table of a theme already stays with that theme"), required=False
    )
    seed = forms.IntegerField(
        label=_("number of the draw"),
        min_value=0,
        max_value=99_999,
        initial=1,
        help_text=_("The same number gives the same groups; another one, another division."),
    )

    def clean_themes(self) -> list[str]:
        """The themes, each once, in their order."""
        return read_themes(self.cleaned_data["themes"], MOST_TABLES)

    def clean(self) -> dict[str, Any]:
        """By theme needs themes; every other rule a number."""
        data = super().clean() or {}
        if data.get("rule") == Grouping.THEME:
            if not data.get("themes") and "themes" not in self.errors:
                self.add_error("themes", phrases.REQUIRED)
        elif not (data.get("count") or data.get("largest") or self.errors):
            self.add_error(
                "count", _("Say how many tables there are, or how large the largest group may be.")
            )
        return data

    def division(self) -> Division:
        """What was asked for."""
        data = self.cleaned_data
        themes = data["themes"] if data["rule"] in (Grouping.THEME, Grouping.CHOICE) else []
        return Division(**data | {"rule": Grouping(data["rule"]), "themes": themes})


class TableForm(forms.ModelForm):
    """One table."""

    class Meta:
        model = Table
        fields = ["name", "theme", "leader", "places"]
        help_texts = {
            "name": _("It stands on badges and lists. Left empty, it is the number."),
            "places": _("Where people choose their table. Empty: as many as come."),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["name"].required = False

    def validate_unique(self) -> None:
        """Left to the action, which looks while it holds the lock."""


def seats_of(
    posted: Mapping[str, str], people: Iterable[Attendee], tables: Iterable[Table]
) -> dict[int, Table | None]:
    """Whom the page of tables seats where: `seat-12=3` seats attendee 12 at table 3, an empty one takes the place away."""
    known = {str(table.pk): table for table in tables}
    chosen = {one.pk: posted.get(f"seat-{one.pk}") for one in people}
    return {
        pk: known.get(value)
        for pk, value in chosen.items()
        if value is not None and (not value or value in known)
    }
