"""How much a source wants a person's eye; the queue is ordered by it."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

MOST = 1000


class Level(StrEnum):
    """How much doubt, in a word for the person who looks at the queue."""

    NONE = "none"
    LITTLE = "little"
    SOME = "some"
    MUCH = "much"


def level_of(doubt: int) -> Level:
    """The word for a number of `doubt_of`; where another source disagrees it is never a little."""
    return (
        Level.NONE
        if doubt <= 0
        else Level.LITTLE
        if doubt < 150
        else Level.SOME
        if doubt < 300
        else Level.MUCH
    )


def doubt_of(
    confidences: Iterable[float],
    *,
    conflicts: int,
    repaired: float,
    moved: int,
    warnings: int,
    is_scan: bool,
    likeness: int = 0,
) -> int:
    """A number from 0 to 1000: the mean doubt of its undecided proposals, raised by what went wrong in reading.

    `repaired` is the share of words whose letters were restored. A conflict with another source weighs most.
    `likeness` is how nearly it says what another source says, in per cent: its records may stand there already.
    """
    unsure = [1 - confidence for confidence in confidences]
    base = 600 * sum(unsure) / len(unsure) if unsure else 50
    base += 150 * min(conflicts, 2) + 200 * min(repaired, 0.5) + 40 * min(moved, 2)
    base += 40 * min(warnings, 2) + (60 if is_scan else 0) + likeness
    return min(int(base), MOST)


def share_repaired(layout: Mapping[str, Any], words: int) -> float:
    """Which share of the words was restored, as the reader's layout tells."""
    return len(layout.get("changes", ())) / max(words, 1)
