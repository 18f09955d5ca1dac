"""Score cards: what the scale has, what was said of a criterion, what it comes to so far."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

CANNOT = "cannot"
MOST_BUTTONS = 11


@dataclass(frozen=True, slots=True)
class Given:
    """An answer to one criterion as it travels: `value` is points, `CANNOT` or nothing, `was` what its writer saw before."""

    value: str
    was: str


@dataclass(frozen=True, slots=True)
class Total:
    """Weighted points of the criteria that got points, out of the most those could bring; how many are answered."""

    points: Decimal
    most: Decimal
    answered: int
    criteria: int


def steps(most: int, step: Decimal) -> list[Decimal]:
    """All points of a scale from 0 to `most`."""
    return [step * count for count in range(int(most / step) + 1)]


def points_of(said: str, most: int, step: Decimal) -> Decimal | None:
    """The points in an answer such as “3” or “2,5”; None for `CANNOT`. Raises ValueError for what the scale has not."""
    if said == CANNOT:
        return None
    try:
        value = Decimal(said.strip().replace(",", "."))
    except InvalidOperation:
        raise ValueError(said) from None
    if not value.is_finite() or not 0 <= value <= most or value % step:
        raise ValueError(said)
    return value


def as_said(value: Decimal | None, *, cannot_judge: bool) -> str:
    """A stored score as it travels."""
    if cannot_judge:
        return CANNOT
    return "" if value is None else format(value.normalize(), "f")


def total(rows: Iterable[tuple[Decimal, str]], most: int) -> Total:
    """The sum over (weight, answer): Σ weight × points out of Σ weight × `most`, over the criteria with points alone."""
    rows = list(rows)
    points = [(weight, Decimal(said)) for weight, said in rows if said and said != CANNOT]
    return Total(
        points=sum((weight * value for weight, value in points), Decimal(0)),
        most=sum((weight * most for weight, _value in points), Decimal(0)),
        answered=sum(1 for _weight, said in rows if said),
        criteria=len(rows),
    )
