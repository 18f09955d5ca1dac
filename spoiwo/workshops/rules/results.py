"""A count as it is kept with a closed vote, and what decisions about ties make of it, one after the other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from spoiwo.tally import Number
from spoiwo.workshops.rules.ballots import Count, Standing, Verdict
from spoiwo.workshops.rules.places import Cut, Decision, Outcome, Way, cut, outcome_of


def kept(count: Count) -> dict[str, Any]:
    """The count as JSON keeps it; fractions exactly, as “7/3”."""
    return {
        "ballots": count.ballots,
        "blank": count.blank,
        "standings": [[one.option, _plain(one.total), one.rank] for one in count.standings],
        "verdicts": [list(one) for one in count.verdicts],
        "funded": list(count.funded),
        "spent": _plain(count.spent),
        "equals": [list(group) for group in count.equals],
    }


def count_of(results: Mapping[str, Any]) -> Count:
    """The count that was kept."""
    return Count(
        results["ballots"],
        results["blank"],
        tuple(Standing(option, _number(total), rank) for option, total, rank in results["standings"]),
        tuple(Verdict(*one) for one in results["verdicts"]),
        tuple(results["funded"]),
        _number(results["spent"]) or 0,
        tuple(tuple(group) for group in results["equals"]),
    )


@dataclass(frozen=True, slots=True)
class Settled:
    """Where the line stands after all decisions: standings and seats as they are now.

    `waits_for` are those in a run-off not yet held; `titles` what joint options are called, by the option that stands for
    all, and `joined` which ones went into it.
    """

    standings: tuple[Standing, ...]
    seats: int
    line: Cut
    waits_for: tuple[int, ...] = ()
    titles: Mapping[int, str] = field(default_factory=dict)
    joined: Mapping[int, tuple[int, ...]] = field(default_factory=dict)


def settled(
    standings: Iterable[Standing],
    seats: int,
    decisions: Iterable[Decision],
    *,
    least: Number,
    names: Mapping[int, str],
    seed: str = "",
) -> Settled:
    """Apply decisions in their order; each is about what the one before left. Raises ValueError for one that cannot be."""
    rows = tuple(standings)
    now = Settled(rows, seats, cut(rows, seats, least=least))
    for decision in decisions:
        after = outcome_of(now.standings, now.seats, decision, names=names, least=least, agreed_seed=seed)
        now = _after(now, decision, after)
    return now


def after_second(first: Settled, second: Settled) -> Settled:
    """What follows once the run-off was held: its line takes the place of the tie. Its options bear the first's keys.

    While the run-off itself is tied, those still equal are waited for.
    """
    line = Cut(
        first.line.chosen + second.line.chosen,
        second.line.tied,
        second.line.left + first.line.left,
        second.line.places,
        first.line.within + second.line.within,
    )
    return Settled(
        first.standings,
        len(first.line.chosen) + second.seats,
        line,
        second.waits_for or second.line.tied,
        {**first.titles, **second.titles},
        {**first.joined, **second.joined},
    )


def renamed(found: Settled, key_of: Mapping[int, int]) -> Settled:
    """The same under other keys of the options."""

    def keys(options: Iterable[int]) -> tuple[int, ...]:
        return tuple(key_of[option] for option in options)

    line = found.line
    return Settled(
        tuple(one._replace(option=key_of[one.option]) for one in found.standings),
        found.seats,
        Cut(
            keys(line.chosen),
            keys(line.tied),
            keys(line.left),
            line.places,
            tuple(keys(group) for group in line.within),
        ),
        keys(found.waits_for),
        {key_of[option]: title for option, title in found.titles.items()},
        {key_of[option]: keys(parts) for option, parts in found.joined.items()},
    )


def _after(now: Settled, decision: Decision, after: Outcome) -> Settled:
    titles, joined = dict(now.titles), dict(now.joined)
    if decision.way == Way.MERGE:
        first = next(iter(decision.options))
        parts = [part for option in after.merged for part in (option, *joined.pop(option, ()))]
        titles = {option: title for option, title in titles.items() if option not in after.merged}
        titles[first], joined[first] = decision.title, (*joined.get(first, ()), *parts)
    return Settled(after.standings, after.seats, after.cut, after.run_off, titles, joined)


def _plain(number: Number | None) -> int | str | None:
    if number is None or isinstance(number, int):
        return number
    return number.numerator if number.denominator == 1 else str(number)


def _number(value: int | str | None) -> Number | None:
    return Fraction(value) if isinstance(value, str) else value
