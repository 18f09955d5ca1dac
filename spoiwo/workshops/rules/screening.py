"""Proposals rated on several criteria: means, spread, vetoes, thresholds, the map, and what to talk about next."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import sqrt
from typing import NamedTuple

Value = int | float | Decimal | Fraction
WIDEST = 50.0
"""The largest spread there can be on a scale from 0 to 100: half of the raters at each end."""


class Criterion(NamedTuple):
    """A criterion with its own scale from `low` to `high`.

    `weight` 0 shows it without counting it. `threshold` is on the criterion's own scale; where `lower_is_better` (cost,
    time) `low` is the best end. On a veto criterion every single rating worse than the threshold is a veto, without a
    threshold one at the worst end of the scale; on others the threshold is for the mean.
    """

    pk: int
    name: str
    low: int = 1
    high: int = 5
    weight: int = 1
    is_veto: bool = False
    threshold: Value | None = None
    lower_is_better: bool = False

    def scaled(self, value: Value | Fraction) -> Fraction:
        """The value on the scale from 0, the worst, to 100, the best."""
        part = 100 * (Fraction(value) - self.low) / (self.high - self.low)
        return 100 - part if self.lower_is_better else part

    def is_worse(self, value: Value | Fraction, than: Value) -> bool:
        """Whether a value is worse than another; equal is not worse."""
        return Fraction(value) > Fraction(than) if self.lower_is_better else Fraction(value) < Fraction(than)

    def is_vetoed_by(self, value: Value) -> bool:
        """Whether one rating forbids the proposal."""
        if not self.is_veto:
            return False
        if self.threshold is not None:
            return self.is_worse(value, self.threshold)
        return self.scaled(value) == 0


class Rating(NamedTuple):
    """What one rater gave a proposal on a criterion; None is no opinion and never counts as nought."""

    proposal: int
    criterion: int
    rater: str
    value: Value | None


class OnCriterion(NamedTuple):
    """A proposal on one criterion, on its own scale: ratings, mean, spread, extremes; None where nobody rated it.

    `apart` is the spread as a part (0 to 1) of the widest the scale allows, `counts` whether it has a weight.
    """

    criterion: int
    ratings: int
    mean: float | None
    spread: float | None
    lowest: Value | None
    highest: Value | None
    apart: float = 0.0
    counts: bool = True
    vetoes: int = 0
    is_below: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What the ratings of one proposal say.

    `mean` and `spread` are on the scale 0–100, None without a rating that counts. `vetoed` are pairs of criterion and
    number of vetoes, `below` criteria whose mean misses the threshold.
    """

    proposal: int
    raters: int
    mean: float | None
    spread: float | None
    criteria: tuple[OnCriterion, ...]
    vetoed: tuple[tuple[int, int], ...] = ()
    below: tuple[int, ...] = ()

    @property
    def is_out(self) -> bool:
        """Whether a veto or a threshold stops it."""
        return bool(self.vetoed or self.below)

    @property
    def at(self) -> tuple[float, float] | None:
        """Its point on the map, both from 0 to 1: to the right the better, upwards the more divided."""
        if self.mean is None or self.spread is None:
            return None
        return self.mean / 100, self.spread / WIDEST


class Topic(NamedTuple):
    """What to talk about next, for a sentence: on which criterion raters are furthest apart, from which value to which."""

    proposal: int
    mean: float
    spread: float
    raters: int
    criterion: int
    lowest: Value
    highest: Value


def screened(
    proposals: Iterable[int], criteria: Sequence[Criterion], ratings: Iterable[Rating]
) -> list[Result]:
    """One result per proposal, in the order given. Linear in the ratings.

    The mean is the mean of the criteria's means, each by its weight (of those rated at all): who skips a hard criterion
    does not lighten it. The spread is the root of the mean square of the raters' deviations, a rater's deviation being the
    weighted mean, over the criteria this rater rated, of value less the criterion's mean. Where everybody rated
    everything this is exactly the population standard deviation of the raters' weighted values: of the population, since
    those in the hall are all there are, no sample. Where something is missing, skipping does not look like dissent.
    Raises ValueError for a criterion whose scale has no length or whose weight is below nought.
    """
    if any(one.low >= one.high or one.weight < 0 for one in criteria):
        raise ValueError("A criterion needs a scale with two ends and a weight not below nought.")
    given: dict[int, dict[int, dict[str, Value]]] = defaultdict(lambda: defaultdict(dict))
    for rating in ratings:
        if rating.value is not None:
            given[rating.proposal][rating.criterion][rating.rater] = rating.value
    return [_result(proposal, criteria, given.get(proposal, {})) for proposal in proposals]


def discuss_next(results: Iterable[Result], count: int = 3, *, line: float | None = None) -> list[Topic]:
    """The proposals most worth talking about, the first one first: dissent where it matters.

    Left out: stopped by a veto, fewer than two raters, nobody apart. The order is by spread × (100 + closeness), where
    closeness is the mean (dissent about what many want comes before dissent about what few want), or, with `line`, the
    mean of the last one chosen, 100 less the distance from it (there a talk can still change what is chosen). So at equal
    spread the weight is at most double, and the widest dissent is never drowned. Equals: the better mean, then the key.
    """
    worth = [one for one in results if not one.vetoed and one.raters > 1 and one.spread]

    def urgency(one: Result) -> tuple[float, float, int]:
        mean, spread = one.mean or 0.0, one.spread or 0.0
        closeness = mean if line is None else 100 - abs(mean - line)
        return -spread * (100 + closeness), -mean, one.proposal

    return [topic for one in sorted(worth, key=urgency)[:count] if (topic := _topic(one))]


def _result(proposal: int, criteria: Sequence[Criterion], given: dict[int, dict[str, Value]]) -> Result:
    rows = tuple(_on_criterion(criterion, given.get(criterion.pk, {})) for criterion in criteria)
    counting = [one for one in criteria if one.weight and given.get(one.pk)]
    means = {
        one.pk: sum((one.scaled(v) for v in given[one.pk].values()), Fraction(0)) / len(given[one.pk])
        for one in counting
    }
    known = {criterion.pk for criterion in criteria}
    raters = {rater for pk, values in given.items() if pk in known for rater in values}
    mean = spread = None
    if counting:
        total = sum(one.weight for one in counting)
        mean = float(sum((one.weight * means[one.pk] for one in counting), Fraction(0)) / total)
        spread = _spread(counting, given, means)
    return Result(
        proposal,
        len(raters),
        mean,
        spread,
        rows,
        tuple((row.criterion, row.vetoes) for row in rows if row.vetoes),
        tuple(row.criterion for row in rows if row.is_below),
    )


def _spread(
    counting: Sequence[Criterion], given: dict[int, dict[str, Value]], means: dict[int, Fraction]
) -> float:
    sums: dict[str, Fraction] = defaultdict(Fraction)
    weights: dict[str, int] = defaultdict(int)
    for criterion in counting:
        for rater, value in given[criterion.pk].items():
            sums[rater] += criterion.weight * (criterion.scaled(value) - means[criterion.pk])
            weights[rater] += criterion.weight
    squares = sum(((sums[rater] / weights[rater]) ** 2 for rater in sums), Fraction(0))
    return sqrt(squares / len(sums))


def _on_criterion(criterion: Criterion, values: dict[str, Value]) -> OnCriterion:
    if not values:
        return OnCriterion(criterion.pk, 0, None, None, None, None, counts=criterion.weight > 0)
    exact = [Fraction(value) for value in values.values()]
    mean = sum(exact, Fraction(0)) / len(exact)
    spread = sqrt(sum(((value - mean) ** 2 for value in exact), Fraction(0)) / len(exact))
    threshold = None if criterion.is_veto else criterion.threshold
    return OnCriterion(
        criterion.pk,
        len(exact),
        float(mean),
        spread,
        min(values.values()),
        max(values.values()),
        spread * 2 / (criterion.high - criterion.low),
        criterion.weight > 0,
        sum(criterion.is_vetoed_by(value) for value in values.values()),
        threshold is not None and criterion.is_worse(mean, threshold),
    )


def _topic(result: Result) -> Topic | None:
    """The facts of the sentence, about the counting criterion on which raters are furthest apart."""
    rows = [row for row in result.criteria if row.counts and row.spread]
    if not rows or result.mean is None or result.spread is None:
        return None
    widest = max(rows, key=lambda row: row.apart)
    if widest.lowest is None or widest.highest is None:
        return None
    return Topic(
        result.proposal,
        result.mean,
        result.spread,
        result.raters,
        widest.criterion,
        widest.lowest,
        widest.highest,
    )
