"""How readily people come: rates by sector drawn towards a common one, and the number that will come of so many people.

Whoever said yes comes with one probability, whoever has not answered with another. Each is estimated for every sector from
earlier meetings, drawn towards the figure of all sectors, and that towards what the field has seen: the fewer cases, the
stronger the pull (partial pooling). The numbers of people that come are then beta-binomial: with n people and a rate of
Beta(a, b) the mean is nμ and the variance nμ(1 − μ)(1 + (n − 1)ρ), where μ = a/(a + b) and ρ = 1/(a + b + 1) (J. G. Skellam,
Journal of the Royal Statistical Society B 10, 1948). That all sectors may turn out low together is part of it: the common
rate is itself uncertain, by the law of total variance. What keeps everybody at home on one day, snow or the harvest, is not.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, exp, floor, lgamma, log, sqrt
from statistics import NormalDist
from typing import NamedTuple

OF_INVITED = 0.30
"""Of those invited come about three in ten: the drive in the county of Płock, more than 1,000 invitations."""
OF_YES = 0.775
"""Of those who said yes: at free events 20–25 % stay away (pretix/pretix#1369)."""
OF_SILENT = 0.10
"""Of those who had not answered by the deadline; our own assumption until the office has held meetings of its own."""
FIELD_WEIGHT = 20.0
"""So many people observed do these figures stand for: one's own first meetings soon count for more."""
SECTOR_WEIGHT = 25.0
"""So many people observed does the figure of all sectors stand for within one sector."""
MOST_WEIGHT = 200.0
"""However long the history, a sector's rate is no surer than after so many people: habits change."""
LEVEL = 0.80
EXACT_UP_TO = 60
"""People up to whom the distribution is summed exactly; above it the normal approximation with continuity correction."""
_GRID = 25


@dataclass(frozen=True, slots=True)
class Group:
    """Those invited from one sector: how many in all, and of them how many said yes and no."""

    key: str
    invited: int
    yes: int = 0
    no: int = 0

    def __post_init__(self) -> None:
        if min(self.invited, self.yes, self.no) < 0 or self.yes + self.no > self.invited:
            raise ValueError("More people have answered than were invited.")

    @property
    def pending(self) -> int:
        """Those that have not answered."""
        return self.invited - self.yes - self.no


@dataclass(frozen=True, slots=True)
class Past:
    """One sector at one earlier meeting: invited, said yes, said no, came, and how many of those who said yes came."""

    key: str
    invited: int
    came: int
    yes: int = 0
    no: int = 0
    came_of_yes: int = 0

    def __post_init__(self) -> None:
        counts = (self.invited, self.came, self.yes, self.no, self.came_of_yes)
        if min(counts) < 0 or self.came > self.invited or self.yes + self.no > self.invited:
            raise ValueError("More people came or answered than were invited.")
        if self.came_of_yes > min(self.yes, self.came):
            raise ValueError("More of those who said yes came than said yes or came.")


class Expected(NamedTuple):
    """The number expected, and the interval from `low` to `high` that holds the true number eight times in ten."""

    mean: float
    low: int
    high: int


# --- rates ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of one kind of people: the common one is Beta with this mean and weight, sectors vary about it."""

    mean: float
    weight: float
    seen: Mapping[str, tuple[float, float]]

    def beta(self, key: str, common: float | None = None) -> tuple[float, float]:
        """The parameters of a sector's rate, for the likely or a supposed common rate."""
        observed, came = self.seen.get(key, (0.0, 0.0))
        center = self.mean if common is None else common
        return SECTOR_WEIGHT * center + came, SECTOR_WEIGHT * (1 - center) + observed - came

    def rate(self, key: str) -> float:
        """The likely rate of a sector."""
        a, b = self.beta(key)
        return a / (a + b)

    @property
    def variance(self) -> float:
        """Of the common rate."""
        return self.mean * (1 - self.mean) / (self.weight + 1)

    def grid(self) -> list[tuple[float, float]]:
        """Supposed common rates with their probabilities: even steps of the log odds, six deviations to each side."""
        center, step = (
            log(self.mean / (1 - self.mean)),
            12 / (_GRID - 1) / sqrt(self.weight * self.mean * (1 - self.mean)),
        )
        points = [1 / (1 + exp(-center - (number - _GRID // 2) * step)) for number in range(_GRID)]
        a, b = self.mean * self.weight, (1 - self.mean) * self.weight
        logs = [a * log(point) + b * log(1 - point) for point in points]
        parts = [exp(value - max(logs)) for value in logs]
        return [(point, part / sum(parts)) for point, part in zip(points, parts, strict=True)]


def _rates(field: float, cases: Iterable[tuple[str, int, int]]) -> Rates:
    """From (sector, observed, came): a large sector weighs less in the common rate than its people would alone.

    People of one sector are alike, so n of them tell of the common rate only as much as n(K + 1)/(K + n) from anywhere,
    K being SECTOR_WEIGHT (J. C. Kleinman, Journal of the American Statistical Association 68, 1973).
    """
    sums: dict[str, list[int]] = {}
    for key, observed, came in cases:
        entry = sums.setdefault(key, [0, 0])
        entry[0] += observed
        entry[1] += came
    weight, came_in_all = FIELD_WEIGHT, FIELD_WEIGHT * field
    seen = {}
    for key, (observed, came) in sums.items():
        if observed:
            worth = observed * (SECTOR_WEIGHT + 1) / (SECTOR_WEIGHT + observed)
            weight += worth
            came_in_all += worth * came / observed
            share = min(1.0, MOST_WEIGHT / observed)
            seen[key] = (observed * share, came * share)
    return Rates(came_in_all / weight, weight, seen)


def rates_of(past: Iterable[Past], *, is_closed: bool) -> tuple[Rates, Rates]:
    """The rates of those who said yes and of those who have not answered, while answers are taken or (`is_closed`) later.

    As long as they are taken, somebody silent counts like anybody invited. For the rate of the silent only those earlier
    meetings are heard whose answers were written down.
    """
    past = list(past)
    of_yes = _rates(OF_YES, ((row.key, row.yes, row.came_of_yes) for row in past))
    if is_closed:  # the silent of today are like the silent of earlier meetings
        silent = (
            (row.key, row.invited - row.yes - row.no, _silent_came(row)) for row in past if row.yes + row.no
        )
        return of_yes, _rates(OF_SILENT, silent)
    return of_yes, _rates(OF_INVITED, ((row.key, row.invited, row.came) for row in past))


def _silent_came(row: Past) -> int:
    """Somebody may come in spite of a no; they cannot be more than were silent."""
    return min(row.came - row.came_of_yes, row.invited - row.yes - row.no)


# --- sums of people -------------------------------------------------------------------------------------------------

_People = Sequence[tuple[str, int]]


def _moments(rates: Rates, people: _People) -> tuple[float, float]:
    """Mean and variance of the number that come of so many from each sector."""
    mean = within = common = 0.0
    for key, number in people:
        a, b = rates.beta(key)
        rate, alike, slope = a / (a + b), 1 / (a + b + 1), SECTOR_WEIGHT / (a + b)
        mean += number * rate
        expected_spread = rate * (1 - rate) - slope**2 * rates.variance
        within += number * expected_spread * (1 + (number - 1) * alike)
        common += number * slope
    return mean, within + common**2 * rates.variance


def _exactly(rates: Rates, people: _People) -> list[float]:
    """The probabilities of 0, 1, 2 … coming, summed over the common rates that may be."""
    total = [0.0] * (sum(number for _key, number in people) + 1)
    if len(total) == 1:
        return [1.0]
    for common, probability in rates.grid():
        chances = [1.0]
        for key, number in people:
            chances = _sum_of(chances, _beta_binomial(number, *rates.beta(key, common)))
        for place, chance in enumerate(chances):
            total[place] += probability * chance
    return total


def _beta_binomial(number: int, a: float, b: float) -> list[float]:
    chance = exp(lgamma(a + b) - lgamma(b) + lgamma(b + number) - lgamma(a + b + number))
    chances = [chance]
    for came in range(number):
        chance *= (number - came) / (came + 1) * (a + came) / (b + number - came - 1)
        chances.append(chance)
    return chances


def _sum_of(one: list[float], other: list[float]) -> list[float]:
    result = [0.0] * (len(one) + len(other) - 1)
    for place, chance in enumerate(one):
        for further, part in enumerate(other, place):
            result[further] += chance * part
    return result


class Count:
    """The number that will come, as far as it is known: exactly for few people, else by mean and deviation."""

    def __init__(self, of_yes: Rates, of_pending: Rates, groups: Sequence[Group]) -> None:
        yes = [(group.key, group.yes) for group in groups if group.yes]
        pending = [(group.key, group.pending) for group in groups if group.pending]
        mean, variance = _moments(of_yes, yes)
        more, its_variance = _moments(of_pending, pending)
        self.mean, self.deviation = mean + more, sqrt(variance + its_variance)
        self.most = sum(number for _key, number in yes + pending)
        self.chances: list[float] | None = None
        if self.most <= EXACT_UP_TO:
            self.chances = _sum_of(_exactly(of_yes, yes), _exactly(of_pending, pending))
            self.mean = sum(came * chance for came, chance in enumerate(self.chances))

    def at_most(self, number: int) -> float:
        """The chance that no more than so many come."""
        if number >= self.most:
            return 1.0
        if number < 0:
            return 0.0
        if self.chances is not None:
            return min(1.0, sum(self.chances[: number + 1]))
        return NormalDist(self.mean, self.deviation).cdf(number + 0.5)

    def expected(self) -> Expected:
        """The interval leaves out a tenth at each end; its ends are whole people and never beyond the mean."""
        low, high = self._first_reaching((1 - LEVEL) / 2), self._first_reaching((1 + LEVEL) / 2)
        return Expected(self.mean, min(low, floor(self.mean)), min(self.most, max(high, ceil(self.mean))))

    def _first_reaching(self, chance: float) -> int:
        low, high = 0, self.most
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self.at_most(middle) >= chance - 1e-12 else (middle + 1, high)
        return low


def together(groups: Iterable[Group]) -> list[Group]:
    """One group per sector: that two people are of one sector makes them alike, whenever they were invited."""
    sums: dict[str, list[int]] = {}
    for group in groups:
        entry = sums.setdefault(group.key, [0, 0, 0])
        for place, number in enumerate((group.invited, group.yes, group.no)):
            entry[place] += number
    return [Group(key, *numbers) for key, numbers in sums.items()]
