"""The score card, posted whole or one answer at a time, and the reason to withdraw."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from spoiwo.contests.labels import TIE_LABELS
from spoiwo.contests.models import Criterion, Reading
from spoiwo.contests.queries.reading_page import said_by, scale_of
from spoiwo.contests.rules.cards import CANNOT, MOST_BUTTONS, Given
from spoiwo.contests.rules.states import Tie
from spoiwo.kit.request import Refused

CANNOT_LABEL = pgettext_lazy("score card", "cannot judge")
LONGEST_ANSWER = 2000  # bytes
REASONS = (Tie.SAME_ORGANISATION, Tie.MANDATE, Tie.WORK, Tie.PROJECT, Tie.FAMILY, Tie.OTHER)


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion on the card: its field, the answer that its reader saw, and whether it is one of buttons."""

    criterion: Criterion
    field: forms.BoundField
    cannot: forms.BoundField | None
    was: str


class CardForm(forms.Form):
    """Buttons for every step of a short scale, a number for a long one; “cannot judge”; two comments.

    Beside each answer travels what its writer saw before (`was-…`, `base_…`), so that a page left open overwrites nothing.
    """

    to_entrant = forms.CharField(
        label=gettext_lazy("comment to the entrant"),
        help_text=gettext_lazy(
            "Sent after the contest without your name: what is good, what could be better."
        ),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    to_jury = forms.CharField(
        label=gettext_lazy("comment to the commission"),
        help_text=gettext_lazy(
            "Read in the deliberation and by nobody outside the commission and its office."
        ),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, reading: Reading, criteria: Sequence[Criterion], **options: Any) -> None:
        said, scale = said_by(reading), scale_of(reading.entry.edition)
        initial = {name: getattr(reading, name) for name in ("to_entrant", "to_jury")}
        super().__init__(*args, initial=initial, **options)
        self.criteria, self.stood, self.is_saved = criteria, said, False
        for one in criteria:
            now = said.get(one.pk, "")
            if len(scale) <= MOST_BUTTONS:
                choices = [(points, number_format(points)) for points in scale] + [(CANNOT, CANNOT_LABEL)]
                self.fields[f"score-{one.pk}"] = forms.ChoiceField(
                    label=one.name, choices=choices, required=False, initial=now, widget=forms.RadioSelect
                )
            else:
                self.fields[f"score-{one.pk}"] = forms.DecimalField(
                    label=one.name,
                    required=False,
                    min_value=0,
                    max_value=reading.entry.edition.scale_max,
                    step_size=Decimal(reading.entry.edition.scale_step),
                    initial="" if now == CANNOT else now,
                )
                self.fields[f"cannot-{one.pk}"] = forms.BooleanField(
                    label=CANNOT_LABEL, required=False, initial=now == CANNOT
                )
            self.fields[f"was-{one.pk}"] = forms.CharField(required=False, max_length=10)

    def saved(self, said: dict[int, str]) -> None:
        """The answers were written as far as they could be: the page that comes back shows over which ones (`said`)."""
        self.stood, self.is_saved = said, True

    def rows(self) -> list[Row]:
        """The criteria with their fields, in order."""
        return [
            Row(
                one,
                self[f"score-{one.pk}"],
                self[f"cannot-{one.pk}"] if f"cannot-{one.pk}" in self.fields else None,
                self._was(one.pk),
            )
            for one in self.criteria
        ]

    def _was(self, pk: int) -> str:
        if self.is_bound and not self.is_saved:
            return str(self[f"was-{pk}"].value() or "")
        return self.stood.get(pk, "")

    def comments(self) -> list[tuple[forms.BoundField, str]]:
        """The comments, each with the text that its writer began from."""
        bases = self.bases() if self.is_bound else self.initial
        return [(self[name], bases[name]) for name in ("to_entrant", "to_jury")]

    def given(self) -> dict[int, Given]:
        """The answers as they travel, by criteria's ids."""
        data = self.cleaned_data
        result = {}
        for one in self.criteria:
            value = data.get(f"score-{one.pk}")
            said = CANNOT if data.get(f"cannot-{one.pk}") else "" if value is None else str(value)
            result[one.pk] = Given(said, data.get(f"was-{one.pk}", ""))
        return result

    def bases(self) -> Mapping[str, str]:
        """The comments as their writer saw them."""
        return {name: self.data.get(f"base_{name}", "") for name in ("to_entrant", "to_jury")}


class CommentForm(forms.Form):
    """One comment that is saved while it is written."""

    field = forms.ChoiceField(choices=[("to_entrant", "to_entrant"), ("to_jury", "to_jury")])
    base = forms.CharField(required=False, strip=False, max_length=5000)
    text = forms.CharField(required=False, strip=False, max_length=5000)


class RecusalForm(forms.Form):
    """Why a juror withdraws from an entry."""

    tie = forms.ChoiceField(
        label=gettext_lazy("what connects you with this entry"),
        choices=[(tie, TIE_LABELS[tie]) for tie in REASONS],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=gettext_lazy("in a few words"),
        help_text=gettext_lazy(
            "For the commission’s minutes, for example: I trained the people who ran this."
        ),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def one_answer(body: bytes) -> tuple[int, Given]:
    """A criterion's id and the answer to it from JSON `{"criterion", "value", "was"}`; raises `Refused` for anything else."""
    try:
        data = json.loads(body) if len(body) <= LONGEST_ANSWER else None
    except (ValueError, RecursionError):
        data = None
    fields = data if isinstance(data, dict) else {}
    pk, value, was = (fields.get(name) for name in ("criterion", "value", "was"))
    if type(pk) is not int or not isinstance(value, str) or not isinstance(was, str):
        raise Refused(_("This answer cannot be read."))
    return pk, Given(value[:20], was[:20])
