"""Ballots and results: the two shapes every rule takes and gives, and the ranking they share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from spoiwo.polish.collation import collation_key

Number = int | Fraction
Choices = dict[str, Number | None]


@dataclass(frozen=True, slots=True)
class Ballot:
    """One voter's ballot: option → points, score, place or 1/0 for approval, as the rule reads it.

    None stands for a field left blank, which is not the same as zero.
    """

    voter: str
    choices: Mapping[str, Number | None]


@dataclass(frozen=True, slots=True)
class Result:
    """What one option received and its place; a total of None means nobody expressed an opinion."""

    option: str
    total: Number | None
    rank: int


def given(values: Iterable[Number | None]) -> list[Number]:
    """Return the values without the blanks."""
    return [value for value in values if value is not None]


def polish_order(option: str) -> tuple[str, str]:
    """Return the key that puts options in Polish alphabetical order, with the text itself as the last word."""
    return collation_key(option), option


def options_of(ballots: Iterable[Ballot]) -> list[str]:
    """Return every option named on any ballot, also where it was left blank, in Polish alphabetical order."""
    return sorted(named_options(ballots), key=polish_order)


def named_options(ballots: Iterable[Ballot]) -> set[str]:
    """Return every option named on any ballot."""
    named: set[str] = set()
    return named.union(*(ballot.choices for ballot in ballots))


def column(ballots: Iterable[Ballot], option: str) -> list[Number | None]:
    """Return what every ballot says about one option; None where it says nothing."""
    return [ballot.choices.get(option) for ballot in ballots]


def ranked(
    totals: Mapping[str, Number | None], merit: Mapping[str, Number | None] | None = None
) -> list[Result]:
    """Rank options by merit (their total, unless given), the highest first; equals share a rank: 1, 2, 2, 2, 5.

    Options without a merit (None) share the last rank. The list is sorted by rank, then in Polish alphabetical
    order, which decides nothing but the order of printing. O(n log n).
    """
    merits = totals if merit is None else merit
    ordered = sorted(totals, key=polish_order)
    ordered.sort(key=lambda option: _descending(merits[option]))
    results: list[Result] = []
    for _, equals in groupby(ordered, key=lambda option: _descending(merits[option])):
        rank = len(results) + 1
        results.extend(Result(option, totals[option], rank) for option in equals)
    return results


def _descending(value: Number | None) -> tuple[bool, Number]:
    return (True, 0) if value is None else (False, -value)


def ties(results: Iterable[Result]) -> list[list[Result]]:
    """Return the groups of two or more results that share a rank, best first."""
    ordered = sorted(results, key=lambda result: result.rank)
    groups = [list(group) for _, group in groupby(ordered, key=lambda result: result.rank)]
    return [group for group in groups if len(group) > 1]


def refuse_repeated(ballots: Iterable[Ballot]) -> None:
    """Raise ValueError when a voter has more than one ballot: which of them counts is not ours to choose."""
    seen: set[str] = set()
    for ballot in ballots:
        if ballot.voter in seen:
            raise ValueError(f"voter {ballot.voter!r} has more than one ballot")
        seen.add(ballot.voter)
