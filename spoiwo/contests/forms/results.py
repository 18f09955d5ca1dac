"""The form in which a juror revises scores in the deliberation."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.models import Criterion, Edition, Score

CANNOT = "none"


class RevisionForm(forms.Form):
    """Points for each criterion as they stand, and why they change."""

    def __init__(
        self,
        *args: Any,
        edition: Edition,
        criteria: Iterable[Criterion],
        scores: dict[int, Score],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.criteria = list(criteria)
        choices = [
            (CANNOT, _("cannot judge")),
            *((str(one), str(one).replace(".", ",")) for one in steps(edition)),
        ]
        for criterion in self.criteria:
            score = scores.get(criterion.pk)
            stands = CANNOT if score is None or score.value is None else _written(score.value)
            self.fields[f"score-{criterion.pk}"] = forms.ChoiceField(
                label=criterion.name, choices=choices, initial=stands
            )
        self.fields["reason"] = forms.CharField(
            label=_("what changed your mind"),
            max_length=300,
            help_text=_("Stands in the minutes beside both scores."),
        )

    def points(self) -> dict[int, Decimal | None]:
        """Criterion's id → points; None for “cannot judge”."""
        data = self.cleaned_data
        return {
            one.pk: None if data[f"score-{one.pk}"] == CANNOT else Decimal(data[f"score-{one.pk}"])
            for one in self.criteria
        }


def steps(edition: Edition) -> list[str]:
    """The points of the scale, lowest first, as they are written without needless zeros."""
    step = Decimal(edition.scale_step)
    return [_written(step * number) for number in range(int(edition.scale_max / step) + 1)]


def _written(value: Decimal) -> str:
    return f"{value:.1f}".removesuffix(".0")
