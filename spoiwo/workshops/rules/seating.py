"""How tables are made and made up: the division asked for, which tables stay, who sits there by sector and office."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from spoiwo.workshops.rules.states import Grouping

MOST_TABLES = 60


@dataclass(frozen=True, slots=True)
class Division:
    """How tables are made: by which rule, how many or how large, with which themes, for whom."""

    rule: Grouping
    themes: Sequence[str] = ()
    count: int | None = None
    largest: int | None = None
    only_present: bool = False
    keeps_chosen: bool = False
    seed: int = 1


class Mix(NamedTuple):
    """The people of a table by sector, the largest first, and offices that sit there more than once."""

    sectors: tuple[tuple[str, int], ...]
    doubled: tuple[tuple[str, int], ...]


def mix_of(people: Iterable[tuple[str, str]]) -> Mix:
    """How a table of (sector, office) is made up; an empty office is not compared."""
    rows = list(people)
    sectors = Counter(sector for sector, _office in rows)
    offices = Counter(office for _sector, office in rows if office)
    doubled = tuple((office, count) for office, count in offices.most_common() if count > 1)
    return Mix(tuple(sectors.most_common()), doubled)


def tables_wanted(people: int, count: int | None, largest: int | None) -> int:
    """How many tables to make: as many as were asked for, else enough for groups of at most `largest`; at least one."""
    if count:
        return count
    return max(1, -(-people // largest)) if largest else 1


class Known(NamedTuple):
    """A table that is there already; on a used one something is written, or a concept card lies there."""

    pk: int
    number: int
    is_used: bool


class Plan(NamedTuple):
    """Which tables stay, for the groups in their order; how many are to be made, with which numbers; which go."""

    stay: tuple[int, ...]
    made: tuple[int, ...]
    gone: tuple[int, ...]


def laid(known: Sequence[Known], wanted: int) -> Plan:
    """Tables for so many groups: those in the room keep their places and addresses; a surplus one goes unless it is used.

    New ones get the smallest numbers that are free.
    """
    ordered = sorted(known, key=lambda table: table.number)
    stay, surplus = ordered[:wanted], ordered[wanted:]
    gone = tuple(table.pk for table in surplus if not table.is_used)
    taken = {table.number for table in ordered if table.pk not in gone}
    free = (number for number in range(1, len(taken) + wanted + 1) if number not in taken)
    made = tuple(number for number, _place in zip(free, range(wanted - len(stay)), strict=False))
    return Plan(tuple(table.pk for table in stay), made, gone)
