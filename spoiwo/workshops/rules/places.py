"""Who is in and who is out when so many are to be chosen, the tie that stands across the line, and how it is settled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from spoiwo import tally
from spoiwo.tally import Number
from spoiwo.workshops.rules.ballots import Standing


class Way(StrEnum):
    """How a tie is settled; the values are those of the engine `tally`."""

    TAKE_BOTH = "take_both"
    RUN_OFF = "run_off"
    MERGE = "merge"
    LOT = "lot"


class Problem(StrEnum):
    """Why a decision about a tie is not taken."""

    NO_TIE = "no_tie"
    NOT_TIED = "not_tied"
    NOT_ALL = "not_all"
    TOO_FEW = "too_few"
    NO_TITLE = "no_title"
    NO_SEED = "no_seed"
    OTHER_SEED = "other_seed"


@dataclass(frozen=True, slots=True)
class Cut:
    """The line under the chosen: primary keys of options, best first.

    `tied` stand across the line: equals for whom there are only `places` left, fewer than they are. `within` are the
    groups of equals among the chosen, all of whom are in whatever their order.
    """

    chosen: tuple[int, ...]
    tied: tuple[int, ...]
    left: tuple[int, ...]
    places: int = 0
    within: tuple[tuple[int, ...], ...] = ()

    @property
    def is_settled(self) -> bool:
        """Whether it is clear who is in."""
        return not self.tied


@dataclass(frozen=True, slots=True)
class Decision:
    """A recorded decision about options that are tied; a merger has its new `title`, a lot its `seed`.

    Of merged options the first stands for all of them.
    """

    way: Way
    options: tuple[int, ...]
    title: str = ""
    seed: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows from a decision: standings, number of `seats` and the cut as they are now.

    `run_off` are to be voted on again for the places left; `merged` have gone into the first of the decision's options;
    `drawn` is the order of the lot.
    """

    standings: tuple[Standing, ...]
    seats: int
    cut: Cut
    run_off: tuple[int, ...] = ()
    merged: tuple[int, ...] = ()
    drawn: tuple[int, ...] = ()


def cut(standings: Sequence[Standing], seats: int, *, least: Number = 0) -> Cut:
    """Draw the line under the first `seats`; a group of equals is in as a whole, out as a whole, or tied across the line.

    Who has no total, or one under `least`, is never in, however many seats stay free (`Terms.least` says what a method
    asks for). By hand: of 40, 35, 35, 35 with two seats one is in and three are tied for one place; with three seats they
    are tied for two; with four all are in. Raises ValueError for a number of seats below nought.
    """
    if seats < 0:
        raise ValueError("There cannot be less than no seats.")
    chosen: list[int] = []
    tied: tuple[int, ...] = ()
    left: list[int] = []
    within = []
    places = 0
    for _rank, group in groupby(sorted(standings, key=lambda s: s.rank), key=lambda s: s.rank):
        equals = list(group)
        options = tuple(standing.option for standing in equals)
        free = 0 if tied or left else seats - len(chosen)
        if free == 0 or equals[0].total is None or equals[0].total < least:
            left += options
        elif len(options) > free:
            tied, places = options, free
        else:
            chosen += options
            within += [options] if len(options) > 1 else []
    return Cut(tuple(chosen), tied, tuple(left), places, tuple(within))


def weigh_decision(now: Cut, decision: Decision, agreed_seed: str = "") -> Problem | None:
    """Why a decision cannot be taken, None if it can.

    It is about one group of equals and, but for a merger, about all of it: to leave one out would be a choice without a
    vote. A run-off is only for those across the line. A lot is drawn with the seed that was agreed and recorded before
    (`agreed_seed`), never with one named together with its result.
    """
    groups = [group for group in (now.tied, *now.within) if group]
    if not groups or (decision.way == Way.RUN_OFF and not now.tied):
        return Problem.NO_TIE
    asked = set(decision.options)
    group = next((set(group) for group in groups if asked and asked <= set(group)), None)
    if group is None or (decision.way == Way.RUN_OFF and not asked <= set(now.tied)):
        return Problem.NOT_TIED
    if len(asked) < 2:
        return Problem.TOO_FEW
    if decision.way == Way.MERGE:
        return None if decision.title.strip() else Problem.NO_TITLE
    if asked != group:
        return Problem.NOT_ALL
    return _of_seed(decision, agreed_seed) if decision.way == Way.LOT else None


def outcome_of(
    standings: Sequence[Standing],
    seats: int,
    decision: Decision,
    *,
    names: Mapping[int, str] | None = None,
    least: Number = 0,
    agreed_seed: str = "",
) -> Outcome:
    """Apply a decision to the standings; raises ValueError, with the `Problem`, for one that cannot be taken.

    Take both: everyone tied is in, and there are so many seats more. Run-off: nothing moves until it is held
    (`after_run_off`). Merge: the options become one with the total each of them had, those behind move up, and the line
    is drawn anew, so that a tie may remain. Lot: `tally.draw` orders the options by their `names` (their keys unless
    given), the seed is public and anybody can repeat it.
    """
    now = cut(standings, seats, least=least)
    if problem := weigh_decision(now, decision, agreed_seed):
        raise ValueError(problem)
    rows = tuple(standings)
    run_off: tuple[int, ...] = ()
    merged: tuple[int, ...] = ()
    drawn: tuple[int, ...] = ()
    match decision.way:
        case Way.TAKE_BOTH if set(decision.options) == set(now.tied):
            seats = len(now.chosen) + len(now.tied)
        case Way.RUN_OFF:
            run_off = now.tied
        case Way.MERGE:
            first, *others = dict.fromkeys(decision.options)
            merged = tuple(others)
            rows = _merged(rows, first, merged)
        case Way.LOT:
            rows, drawn = _drawn(rows, decision, names)
    return Outcome(rows, seats, cut(rows, seats, least=least), run_off, merged, drawn)


def after_run_off(first: Cut, again: Sequence[Standing], *, least: Number = 0) -> Cut:
    """The line after a second vote among those tied; they may be tied once more. `again` must be about just them."""
    if {standing.option for standing in again} != set(first.tied):
        raise ValueError("The run-off was not about those who were tied.")
    second = cut(again, first.places, least=least)
    return Cut(
        first.chosen + second.chosen,
        second.tied,
        second.left + first.left,
        second.places,
        first.within + second.within,
    )


def _of_seed(decision: Decision, agreed_seed: str) -> Problem | None:
    if not agreed_seed.strip() or not decision.seed.strip():
        return Problem.NO_SEED
    return None if decision.seed.strip() == agreed_seed.strip() else Problem.OTHER_SEED


def _merged(standings: tuple[Standing, ...], first: int, gone: tuple[int, ...]) -> tuple[Standing, ...]:
    """The first stays for all; its former equals keep their rank, those behind move up."""
    rank = next(standing.rank for standing in standings if standing.option == first)
    return tuple(
        standing if standing.rank <= rank else standing._replace(rank=standing.rank - len(gone))
        for standing in standings
        if standing.option not in gone
    )


def _drawn(
    standings: tuple[Standing, ...], decision: Decision, names: Mapping[int, str] | None
) -> tuple[tuple[Standing, ...], tuple[int, ...]]:
    """The standings with the equals in the order of the lot, and that order."""
    called = {s.option: str(s.option) if names is None else names[s.option] for s in standings}
    option_of = {name: option for option, name in called.items()}
    rank = next(standing.rank for standing in standings if standing.option in decision.options)
    results = [tally.Result(called[s.option], s.total, s.rank) for s in standings]
    settlement = tally.settle(results, tally.Decision(rank, "lot", decision.seed))
    rows = tuple(Standing(option_of[r.option], r.total, r.rank) for r in settlement.results)
    return rows, tuple(option_of[name] for name in settlement.tied)
