"""The filters of the list of places, and the forms that load a newer register."""

import hashlib

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from spoiwo.kit.listing import Filters
from spoiwo.places.importers.terc import SIZE_LIMIT, Fault, Problem, Reading, parse
from spoiwo.places.labels import problem_sentence
from spoiwo.places.models import Unit
from spoiwo.places.queries import voivodeship_choices

SHOWN_PROBLEMS = 20


class UnitFilters(Filters):
    """Search, level, voivodeship, kind, and whether ended units are listed."""

    level = forms.ChoiceField(
        label=_("Level"),
        required=False,
        choices=[("", pgettext_lazy("filter", "all")), *Unit.LEVEL_LABELS.items()],
    )
    voivodeship = forms.ChoiceField(
        label=_("Voivodeship"),
        required=False,
        choices=lambda: [("", pgettext_lazy("filter", "all")), *voivodeship_choices()],
    )
    kind = forms.ChoiceField(
        label=_("Kind"),
        required=False,
        choices=[("", pgettext_lazy("filter", "all")), *Unit.KIND_LABELS.items()],
    )
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[
            ("", pgettext_lazy("state of places", "valid today")),
            ("ended", pgettext_lazy("state of places", "ended")),
            ("all", pgettext_lazy("state of places", "valid and ended")),
        ],
    )

    def narrow(self, queryset: QuerySet) -> QuerySet:
        """Units that are valid today unless ended ones are asked for."""
        queryset = super().narrow(queryset)
        asked = self.cleaned_data
        if asked.get("level"):
            queryset = queryset.filter(level=asked["level"])
        if asked.get("voivodeship"):
            queryset = queryset.within([asked["voivodeship"]])
        if asked.get("kind"):
            queryset = queryset.filter(kind=asked["kind"])
        if asked.get("state") == "ended":
            return queryset.exclude(valid_to=None)
        return queryset if asked.get("state") == "all" else queryset.valid()


class EditionForm(forms.Form):
    """A newer official file; `clean` reads it, and `reading` and `sha256` are there where it is right."""

    reading: Reading
    sha256: str

    file = forms.FileField(
        label=_("TERC file"),
        help_text=_(
            "The official register TERC as Statistics Poland publishes it: the CSV file, or the ZIP archive with it."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.zip"}),
    )

    def clean_file(self) -> object:
        """Every fault of the file with its line, the first twenty at most."""
        file = self.cleaned_data["file"]
        if file.size > SIZE_LIMIT:
            raise forms.ValidationError(problem_sentence(Problem(Fault.TOO_LARGE)))
        content = file.read()
        self.sha256 = hashlib.sha256(content).hexdigest()
        self.reading = parse(content)
        if self.reading.problems:
            raise forms.ValidationError(_sentences(self.reading))
        return file


class ConfirmForm(forms.Form):
    """The last word before a newer register is applied."""

    is_complete = forms.BooleanField(
        label=_("This file is the whole register, and all these units really end."), required=False
    )


def _sentences(reading: Reading) -> list[str]:
    shown = [problem_sentence(problem) for problem in reading.problems[:SHOWN_PROBLEMS]]
    if more := reading.problem_count - len(shown):
        shown.append(
            ngettext("There is %(counter)s more fault.", "There are %(counter)s more faults.", more)
            % {"counter": more}
        )
    return shown
