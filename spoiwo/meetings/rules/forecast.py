"""How many people will come, how sure that is, and how many more to invite; `turnout` tells by what reckoning."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from spoiwo.meetings.rules.turnout import Count, Expected, Group, Past, rates_of, together

__all__ = ["Advice", "Expected", "Forecast", "Group", "Past", "Rated", "forecast", "how_many_more"]

MOST_FURTHER = 20_000
"""More further invitations than this are not thought of."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """The whole number expected with its interval, the same by group, and the chance that more come than there is room."""

    total: Expected
    by_group: Mapping[str, Expected]
    over_capacity: float | None = None


class Rated(NamedTuple):
    """How likely somebody from this group comes when invited, and upon how many earlier people that rests."""

    key: str
    rate: float
    observed: int


@dataclass(frozen=True, slots=True)
class Advice:
    """How many more to invite (None: even very many would not do), and the groups, those that come most readily first."""

    further: int | None
    groups: tuple[Rated, ...]


def forecast(
    groups: Sequence[Group],
    past: Iterable[Past] = (),
    *,
    is_closed: bool = False,
    capacity: int | None = None,
) -> Forecast:
    """How many of `groups` will come, by what happened in the `past`; `is_closed` once answers are no longer taken.

    Until then somebody silent counts like anybody invited, because they may still say yes. Whoever said no does not
    come. Several groups may share a sector, several rows of the past as well. Under 20 ms whatever the numbers.
    """
    of_yes, of_pending = rates_of(past, is_closed=is_closed)
    groups = together(groups)
    whole = Count(of_yes, of_pending, groups)
    by_group = {group.key: Count(of_yes, of_pending, [group]).expected() for group in groups}
    over = None if capacity is None else 1 - whole.at_most(capacity)
    return Forecast(whole.expected(), by_group, over)


def how_many_more(
    target: int,
    groups: Sequence[Group],
    past: Iterable[Past] = (),
    *,
    chance: float = 0.8,
    among: Iterable[str] = (),
) -> Advice:
    """The smallest number of further invitations with which at least `target` people come with this chance.

    They are spread over the sectors of `among` (all, where it is empty) in the proportion of those invited so far, evenly
    where nobody was. Answers are still taken. Some 30 ms. Raises ValueError unless 0 < chance < 1 and there is a group.
    """
    if not 0 < chance < 1:
        raise ValueError("A chance lies between 0 and 1.")
    past = list(past)
    of_yes, of_pending = rates_of(past, is_closed=False)
    chosen = list(among) or list(dict.fromkeys(group.key for group in groups))
    if not chosen:
        raise ValueError("There is no group to invite from.")
    invited = {key: sum(group.invited for group in groups if group.key == key) for key in chosen}
    order = list(islice(_in_turn(invited), MOST_FURTHER))

    def is_enough(number: int) -> bool:
        added = [Group(key, order[:number].count(key)) for key in chosen]
        return 1 - Count(of_yes, of_pending, together([*groups, *added])).at_most(target - 1) >= chance

    observed = {key: sum(row.invited for row in past if row.key == key) for key in chosen}
    rated = [Rated(key, of_pending.rate(key), observed[key]) for key in chosen]
    return Advice(_first(is_enough), tuple(sorted(rated, key=lambda one: (-one.rate, one.key))))


def _first(is_enough: Callable[[int], bool]) -> int | None:
    low, high = 0, 16
    while not is_enough(high):
        if high >= MOST_FURTHER:
            return None
        low, high = high + 1, min(2 * high, MOST_FURTHER)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if is_enough(middle) else (middle + 1, high)
    return low


def _in_turn(invited: Mapping[str, int]) -> Iterator[str]:
    """Keys in the order they are invited from, so that any beginning of it is in proportion (method of Sainte-Laguë)."""
    weights = {key: number or (0 if any(invited.values()) else 1) for key, number in invited.items()}
    given = dict.fromkeys(weights, 0)
    while True:
        key = max(weights, key=lambda key: weights[key] / (2 * given[key] + 1))
        given[key] += 1
        yield key
