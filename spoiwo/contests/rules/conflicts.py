"""What connects a person who judges with an entrant, as far as records tell, and how far it shuts the person out."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from spoiwo.contests.rules.states import Strength, Tie

COOLING_YEARS = 3  # how long a function in the entrant's organisation bars after it ended
ORDER = (Strength.NOTE, Strength.NO_VOTE, Strength.BAR)
STATED = {
    Tie.FAMILY: Strength.BAR,
    Tie.WORK: Strength.BAR,
    Tie.SAME_ORGANISATION: Strength.BAR,
    Tie.OTHER: Strength.NO_VOTE,
}


@dataclass(frozen=True, slots=True)
class Post:
    """A function that a person holds or held; `bodies` are the records of the register that mean that organisation."""

    bodies: frozenset[int]
    function: str = ""
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """Either side of a pair: the person who judges with `posts`, or the entrant without.

    `bodies` are the records that mean its organisation: joined ones, those it came of and those that came of it (one side
    of a pair is enough). `counties` maps four digits of TERYT to a name; `agreements` and `projects` ids to a name.
    """

    bodies: frozenset[int] = frozenset()
    counties: Mapping[str, str] = field(default_factory=dict)
    agreements: Mapping[int, str] = field(default_factory=dict)
    projects: Mapping[int, str] = field(default_factory=dict)
    posts: tuple[Post, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A connection, what it does, and the words of the record that shows it."""

    tie: Tie
    strength: Strength
    note: str = ""


def connections(person: Side, entrant: Side, *, on: dt.date) -> list[Found]:
    """Everything the records know of a pair on that day, at most one of each kind."""
    found = []
    if person.bodies & entrant.bodies:
        found.append(Found(Tie.SAME_ORGANISATION, Strength.BAR, entrant.name))
    if shared := _shared(person.counties, entrant.counties):
        found.append(Found(Tie.SAME_COUNTY, Strength.NO_VOTE, shared))
    if shared := _shared(person.agreements, entrant.agreements):
        found.append(Found(Tie.AGREEMENT, Strength.NOTE, shared))
    if posts := [post for post in person.posts if post.bodies & entrant.bodies]:
        strength = max((mandate_strength(post.until, on=on) for post in posts), key=ORDER.index)
        words = dict.fromkeys(filter(None, (post.function for post in posts)))
        found.append(Found(Tie.MANDATE, strength, ", ".join(words)))
    if shared := _shared(person.projects, entrant.projects):
        found.append(Found(Tie.PROJECT, Strength.NOTE, shared))
    return found


def mandate_strength(until: dt.date | None, *, on: dt.date) -> Strength:
    """A function held today or within the last three years bars; an older one takes the vote away."""
    return Strength.BAR if until is None or until >= years_before(on, COOLING_YEARS) else Strength.NO_VOTE


def years_before(day: dt.date, years: int) -> dt.date:
    """The same day so many years earlier; the 28th for a 29 February that the year has not."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def strongest(strengths: Iterable[str]) -> Strength | None:
    """What counts where several conflicts stand on one pair."""
    return max((Strength(one) for one in strengths), key=ORDER.index, default=None)


def may_settle(*, conflicts_user: int, actor_user: int | None) -> bool:
    """Nobody settles a conflict of their own, whoever stated it."""
    return conflicts_user != actor_user


def kin(
    pk: int, roots: Mapping[int, int], before: Mapping[int, set[int]], after: Mapping[int, set[int]]
) -> frozenset[int]:
    """Ids that mean one organisation: what it was joined with, all it came of and all that came of it.

    `roots` leads from a joined record to the one that was kept; `before` and `after` hold successions among kept records.
    Two bodies that came of one common root are not one organisation.
    """
    root = root_of(pk, roots)
    return frozenset({root} | _reached(root, before) | _reached(root, after))


def root_of(pk: int, roots: Mapping[int, int]) -> int:
    """The record that counts today, however many joinings lead to it."""
    seen = {pk}
    while (upper := roots.get(pk)) is not None and upper not in seen:
        seen.add(upper)
        pk = upper
    return pk


def _reached(pk: int, steps: Mapping[int, set[int]]) -> set[int]:
    seen: set[int] = set()
    frontier = set(steps.get(pk, ()))
    while frontier:
        seen |= frontier
        frontier = set().union(*(steps.get(one, ()) for one in frontier)) - seen
    return seen - {pk}


def _shared(one: Mapping, other: Mapping) -> str:
    return ", ".join(sorted(str(one[key]) for key in set(one) & set(other))[:3])
