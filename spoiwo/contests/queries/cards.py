"""Score cards as an annex prints them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from spoiwo.contests.models import Edition, Reading


@dataclass(frozen=True, slots=True)
class Sheet:
    """One card: rows of criterion, points and first points; comments with their headings."""

    entry: str
    juror: str
    submitted: str
    rows: list[list[str]]
    comments: list[tuple[str, str]]


def card_sheets(edition: Edition) -> Iterator[Sheet]:
    """Every card that counts, by entry and juror; three queries."""
    rows = Reading.objects.counted().filter(entry__edition=edition)
    readings = rows.select_related("entry", "member__user").prefetch_related("scores__criterion")
    for one in readings.order_by("entry__number", "pk"):
        scores = sorted(one.scores.all(), key=lambda score: score.criterion.order)
        comments = [(_("To the entrant"), one.to_entrant), (_("To the commission"), one.to_jury)]
        at = timezone.localtime(one.submitted_at) if one.submitted_at else None
        yield Sheet(
            f"{one.entry.code} – {one.entry.title}",
            str(one.member),
            f"{at:%d.%m.%Y %H:%M}" if at else "–",
            [[score.criterion.name, _points(score.value), _points(score.first_value)] for score in scores],
            [(label, text) for label, text in comments if text.strip()],
        )


def _points(value: Decimal | None) -> str:
    return _("cannot judge") if value is None else number_format(value, 0 if value == int(value) else 1)
