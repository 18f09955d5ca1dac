"""Splitting people into groups or tables: spread evenly, or by the theme they chose."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from random import Random
from typing import NamedTuple

# What sitting together costs: colleagues of one office should meet others, people of one commune if it can be helped.
_OFFICE, _COMMUNE = 40, 1
_ROUNDS = 3
_EXCHANGES = 40_000


class Member(NamedTuple):
    """A person to be placed; empty texts are not compared. `theme` is what they chose to talk about."""

    pk: int
    sector: str = ""
    commune: str = ""
    office: str = ""
    theme: str = ""


class Group(NamedTuple):
    """People of one table, in the order they were placed; `theme` is empty where groups were not made by theme."""

    theme: str
    members: tuple[int, ...]


def balanced(members: Iterable[Member], count: int, *, seed: int = 0) -> list[Group]:
    """`count` groups whose sizes, and whose numbers of people from each sector, differ by at most one.

    Within that, people of one office are put apart wherever their number allows, and communes are mixed as well as
    exchanges of two people find. Equal seeds give equal groups. Some 20 ms for 300 people. Raises ValueError for less
    than one group.
    """
    if count < 1:
        raise ValueError("There must be at least one group.")
    dealt = _dealt(members, Random(seed))  # noqa: S311 - lots for tables, not for secrets
    tables: list[list[Member]] = [dealt[start::count] for start in range(count)]
    _exchange(tables)
    return [Group("", tuple(member.pk for member in table)) for table in tables]


def by_theme(members: Iterable[Member], largest: int, *, seed: int = 0) -> list[Group]:
    """Groups of at most `largest` people by the theme they chose, in the order of themes; each theme's are balanced.

    Who chose nothing is put where the fewest sit. Where nobody chose anything there is one theme without a name. Raises
    ValueError for groups of less than one.
    """
    if largest < 1:
        raise ValueError("A group holds at least one person.")
    chosen: dict[str, list[Member]] = defaultdict(list)
    free: list[Member] = []
    for member in members:
        (chosen[member.theme] if member.theme else free).append(member)
    if not chosen and free:
        chosen[""] = []
    for member in _dealt(free, Random(seed)):  # noqa: S311
        min(sorted(chosen.items()), key=lambda item: len(item[1]))[1].append(member)
    return [
        Group(theme, group.members)
        for theme, people in sorted(chosen.items())
        for group in balanced(people, -(-len(people) // largest), seed=seed)
    ]


def by_given_themes(members: Iterable[Member], themes: Sequence[str], *, seed: int = 0) -> list[Group]:
    """One group for each of the themes, in their order: who chose one of them goes there, all others even them out.

    Where nobody chose, the groups are balanced as `balanced` makes them. Else each of the others goes to the smallest
    group, among equals where the fewest are of the same office, sector and commune. Raises ValueError without themes.
    """
    people = list(members)
    tables: dict[str, list[Member]] = {theme: [] for theme in themes}
    free = [member for member in people if member.theme not in tables]
    if len(free) == len(people):
        even = balanced(people, len(tables), seed=seed)
        return [Group(theme, group.members) for theme, group in zip(tables, even, strict=True)]
    for member in people:
        if member.theme in tables:
            tables[member.theme].append(member)
    for member in _dealt(free, Random(seed)):  # noqa: S311
        min(tables.values(), key=lambda table: (len(table), *_alike(member, table))).append(member)
    return [Group(theme, tuple(member.pk for member in table)) for theme, table in tables.items()]


def _alike(member: Member, table: Iterable[Member]) -> tuple[int, int, int]:
    """How many at the table are of the same office, sector and commune."""
    offices, sectors, communes = 0, 0, 0
    for other in table:
        offices += bool(member.office) and other.office == member.office
        sectors += other.sector == member.sector
        communes += bool(member.commune) and other.commune == member.commune
    return offices, sectors, communes


def _dealt(members: Iterable[Member], chance: Random) -> list[Member]:
    """In lots, but people of one sector, in it of one commune, in it of one office next to each other.

    Dealt out like cards, neighbours fall to different tables; this is what makes sizes and sectors even.
    """
    ordered = sorted(members, key=lambda member: member.pk)
    chance.shuffle(ordered)
    return sorted(ordered, key=lambda member: (member.sector, member.commune, member.office))


def _exchange(tables: Sequence[list[Member]]) -> None:
    """Exchanges people of one sector between tables while that puts colleagues or neighbours apart."""
    seats = [(table, place) for table, people in enumerate(tables) for place in range(len(people))]
    of_sector: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for table, place in seats:
        of_sector[tables[table][place].sector].append((table, place))
    offices = [Counter(member.office for member in people if member.office) for people in tables]
    communes = [Counter(member.commune for member in people if member.commune) for people in tables]
    left = _EXCHANGES
    for _round in range(_ROUNDS):
        changed = False
        for places in of_sector.values():
            for one, other in combinations(places, 2):
                left -= 1
                if left < 0:
                    return
                changed = _try(tables, offices, communes, one, other) or changed
        if not changed:
            return


def _try(
    tables: Sequence[list[Member]],
    offices: list[Counter[str]],
    communes: list[Counter[str]],
    one: tuple[int, int],
    other: tuple[int, int],
) -> bool:
    (here, place), (there, there_place) = one, other
    if here == there:
        return False
    first, second = tables[here][place], tables[there][there_place]
    gain = _COMMUNE * _gain(communes[here], communes[there], first.commune, second.commune)
    gain += _OFFICE * _gain(offices[here], offices[there], first.office, second.office)
    if gain <= 0:
        return False
    tables[here][place], tables[there][there_place] = second, first
    for counts, leaving, coming in (
        (communes[here], first.commune, second.commune),
        (communes[there], second.commune, first.commune),
        (offices[here], first.office, second.office),
        (offices[there], second.office, first.office),
    ):
        counts[leaving] -= 1
        counts[coming] += 1
    return True


def _gain(here: Counter[str], there: Counter[str], first: str, second: str) -> int:
    """By how much the number of pairs of alike people falls when `first` goes there and `second` comes here."""
    if first == second:
        return 0
    gain = (here[first] - 1 - there[first]) if first else 0
    return gain + ((there[second] - 1 - here[second]) if second else 0)
