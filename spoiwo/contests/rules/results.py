"""From a calibrated ranking to a proposal: thresholds, ties at the border, the title for repeated success."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What is said of an entry beside its place."""

    TIED = "tied"
    LEVEL = "level"
    BELOW_THRESHOLD = "below_threshold"
    BELOW_CRITERION = "below_criterion"
    FEW_READINGS = "few_readings"


@dataclass(frozen=True, slots=True)
class Standing:
    """One entry in its category: its place among those shown, scores in points, and marks."""

    entry: int
    category: int
    place: int
    raw_mean: float
    calibrated: float
    marks: frozenset[Mark]


def places_of(scores: Sequence[float]) -> list[int]:
    """Places 1, 2, 2, 4 … of scores that stand in falling order; equal scores (to 1e-9) share a place."""
    places: list[int] = []
    for number, score in enumerate(scores):
        is_equal = number > 0 and abs(scores[number - 1] - score) < 1e-9
        places.append(places[-1] if is_equal else number + 1)
    return places


def is_below(raw_mean: float, threshold_percent: int, scale_max: int) -> bool:
    """Whether a mean lies below that percentage of the greatest possible score; a threshold of 0 is none."""
    return threshold_percent > 0 and raw_mean * 100 < threshold_percent * scale_max - 1e-9


def weak_criteria(means: Mapping[int, float], thresholds: Mapping[int, float | None]) -> list[int]:
    """Ids of the criteria whose mean lies below their threshold (points)."""
    return [
        pk
        for pk, threshold in thresholds.items()
        if threshold is not None and pk in means and means[pk] < threshold - 1e-9
    ]


def proposed(standings: Iterable[Standing], laureates: int | None) -> list[int]:
    """Ids of the entries the order itself would award: the first so many above the thresholds, and whoever ties with the last.

    Without a number nothing is proposed: then the commission gives as many awards as it finds.
    """
    if not laureates:
        return []
    able = [
        one
        for one in sorted(standings, key=lambda one: one.place)
        if not one.marks & {Mark.BELOW_THRESHOLD, Mark.BELOW_CRITERION}
    ]
    if len(able) <= laureates:
        return [one.entry for one in able]
    border = able[laureates - 1].place
    return [one.entry for one in able if one.place <= border]


def departs(proposal: Sequence[int], awarded: Iterable[int]) -> bool:
    """Whether an award list differs from what the order proposes; without a proposal nothing can depart."""
    return bool(proposal) and set(proposal) != set(awarded)


def quorum(members: int, percent: int) -> int:
    """How many members must be present: that share of all, rounded up; of 50 % more than half is not demanded."""
    return -(-members * percent // 100)


def earns_title(times: int, title_after: int | None) -> bool:
    """Whether the n-th award of a contest brings the title for repeated success."""
    return title_after is not None and times >= title_after
