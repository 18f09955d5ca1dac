"""How two counties are set side by side: the year both are known for, the difference in words, the longest gap."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from math import log

SAME_WITHIN = Decimal(
    "0.05"
)  # what differs by less is called the same: yearly figures wander as much by themselves


class Difference(StrEnum):
    """One county's value beside another's, as a person would say it."""

    SAME = "same"
    HIGHER = "higher"
    LOWER = "lower"
    TWICE = "twice"
    TIMES = "times"
    HALF = "half"
    PART = "part"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Gap:
    """The difference and the number it is told with (per cent, or times); `size` orders gaps, 0 is none."""

    kind: Difference
    number: Decimal | None
    size: float


def common_year(one: Iterable[int], other: Iterable[int]) -> int | None:
    """The latest year both are known for; None where there is none."""
    return max(set(one) & set(other), default=None)


def gap(here: Decimal, there: Decimal) -> Gap:
    """How the value `here` lies beside the one `there`.

    A ratio is told only of two values above zero; else it is said which is higher. The size is the logarithm of the
    ratio, so that twice and half are equally far from the same. Four and a half tenths to eleven twentieths is a half,
    nine fifths to eleven fifths is twice.
    """
    if here == there:
        return Gap(Difference.SAME, None, 0.0)
    if here <= 0 or there <= 0:
        return Gap(Difference.ABOVE if here > there else Difference.BELOW, None, 1.0)
    ratio = here / there
    kind, number = _told(ratio)
    return Gap(kind, number, abs(log(ratio)))


def _told(ratio: Decimal) -> tuple[Difference, Decimal | None]:
    per_cent = (abs(ratio - 1) * 100).quantize(Decimal(1), ROUND_HALF_UP)
    if abs(ratio - 1) <= SAME_WITHIN:
        return Difference.SAME, None
    if ratio > 1:
        return _above(ratio, per_cent)
    if ratio > Decimal("0.55"):
        return Difference.LOWER, per_cent
    if ratio >= Decimal("0.45"):
        return Difference.HALF, None
    part = ratio * 100
    return Difference.PART, part.quantize(Decimal(1) if part >= 1 else Decimal("0.1"), ROUND_HALF_UP)


def _above(ratio: Decimal, per_cent: Decimal) -> tuple[Difference, Decimal | None]:
    if ratio < Decimal("1.8"):
        return Difference.HIGHER, per_cent
    if ratio <= Decimal("2.2"):
        return Difference.TWICE, None
    return Difference.TIMES, ratio.quantize(Decimal("0.1") if ratio < 10 else Decimal(1), ROUND_HALF_UP)


def farthest(gaps: Mapping[str, Gap]) -> str | None:
    """Under which name the two differ most; None where everything is about the same."""
    named = [(one.size, name) for name, one in gaps.items() if one.kind != Difference.SAME]
    return max(named, key=lambda pair: pair[0])[1] if named else None


def shares(here: Decimal, there: Decimal) -> tuple[int, int]:
    """The lengths of two bars in hundredths of the longer one; a value below zero has none."""
    most = max(here, there, Decimal(0))
    if not most:
        return 0, 0
    first, second = (
        int((max(value, Decimal(0)) / most * 100).quantize(Decimal(1), ROUND_HALF_UP))
        for value in (here, there)
    )
    return first, second
