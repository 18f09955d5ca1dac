"""The scores of an edition, as the engine takes them and as pages show them."""

from collections.abc import Iterable
from typing import Any

from spoiwo.contests.models import Criterion, Edition, Reading, Score
from spoiwo.contests.rules.sealing import canonical, digest

Row = tuple[int, int, int, float | None, int, int | None]


def score_rows(edition: Edition) -> list[Row]:
    """(entry, member, criterion, points or None for “cannot judge”, category, order of reading) of all that counts."""
    readings = Reading.objects.counted().filter(entry__edition=edition)
    rows = Score.objects.filter(reading__in=readings).order_by("reading_id", "criterion_id")
    return [
        (entry, member, criterion, None if value is None else float(value), category, place)
        for entry, member, criterion, value, category, place in rows.values_list(
            "reading__entry_id",
            "reading__member_id",
            "criterion_id",
            "value",
            "reading__entry__category_id",
            "reading__place",
        )
    ]


def digest_of(rows: Iterable[Row]) -> str:
    """SHA-256 over the scores: changes with any of them, and with nothing else."""
    return digest(
        canonical(sorted([e, m, c, None if v is None else f"{v:.1f}"] for e, m, c, v, _k, _p in rows))
    )


def weights_of(edition: Edition) -> dict[str, float]:
    """Criterion's id → weight, as the engine wants them."""
    return {str(pk): float(weight) for pk, weight in edition.criteria.values_list("pk", "weight")}


def thresholds_of(edition: Edition) -> dict[int, float | None]:
    """Criterion's id → threshold in points; None where there is none."""
    rows = Criterion.objects.filter(edition=edition).values_list("pk", "threshold")
    return {pk: None if value is None else float(value) for pk, value in rows}


def means_by_criterion(rows: Iterable[Row]) -> dict[int, dict[int, float]]:
    """Entry's id → criterion's id → mean of the points given, “cannot judge” left out."""
    sums: dict[tuple[int, int], list[float]] = {}
    for entry, _member, criterion, value, _category, _place in rows:
        if value is not None:
            sums.setdefault((entry, criterion), []).append(value)
    means: dict[int, dict[int, float]] = {}
    for (entry, criterion), values in sums.items():
        means.setdefault(entry, {})[criterion] = sum(values) / len(values)
    return means


def scores_of_entry(entry_id: int) -> list[Any]:
    """The submitted readings of one entry with their scores by criterion, in the order of assignment; two queries."""
    readings = Reading.objects.counted().filter(entry=entry_id).select_related("member__user")
    return list(readings.prefetch_related("scores").order_by("pk"))
