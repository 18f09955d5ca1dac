"""The rules that add up: points, approval, score and Borda."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby
from typing import Literal

from spoiwo.tally.ballots import Ballot, Number, Result, options_of, ranked, refuse_repeated


def over_budget(ballots: Sequence[Ballot], budget: Number) -> list[Ballot]:
    """Return the ballots that give away more points than the budget of one voter allows."""
    return [ballot for ballot in ballots if sum(given or 0 for given in ballot.choices.values()) > budget]


def points(ballots: Sequence[Ballot], budget: Number | None = None) -> list[Result]:
    """Add up the points (dots) each option received.

    With a budget, a ballot that exceeds it does not count at all: `over_budget` names these. An option named only
    on such ballots, or left blank, has 0. Raises ValueError for points below zero or a voter with two ballots.
    """
    refuse_repeated(ballots)
    totals: dict[str, Number] = dict.fromkeys(options_of(ballots), 0)
    for ballot in ballots:
        given = ballot.choices.values()
        if any(value is not None and value < 0 for value in given):
            raise ValueError(f"voter {ballot.voter!r} gives points below zero")
        if budget is None or sum(value or 0 for value in given) <= budget:
            for option, value in ballot.choices.items():
                totals[option] += value or 0
    return ranked(totals)


def approval(ballots: Sequence[Ballot]) -> list[Result]:
    """Count the voters who approve of each option (1); disapproval (0) and a blank add nothing.

    Source: Brams and Fishburn 1978, "Approval Voting". Raises ValueError for other values or a repeated voter.
    """
    refuse_repeated(ballots)
    totals: dict[str, Number] = dict.fromkeys(options_of(ballots), 0)
    for ballot in ballots:
        for option, value in ballot.choices.items():
            if value not in (None, 0, 1):
                raise ValueError(f"voter {ballot.voter!r}: an approval is 1 or 0, not {value}")
            totals[option] += value or 0
    return ranked(totals)


def score(ballots: Sequence[Ballot], total: Literal["mean", "sum"] = "mean") -> list[Result]:
    """Rank by the exact mean (or the sum) of the scores given; a blank is no score and does not pull the mean down.

    An option nobody scored has the total None and shares the last rank. Raises ValueError for a repeated voter.
    """
    refuse_repeated(ballots)
    sums: dict[str, Number] = dict.fromkeys(options_of(ballots), 0)
    counts = dict.fromkeys(sums, 0)
    for ballot in ballots:
        for option, value in ballot.choices.items():
            if value is not None:
                sums[option] += value
                counts[option] += 1
    scored = {option for option, count in counts.items() if count}
    if total == "sum":
        return ranked({option: sums[option] if option in scored else None for option in sums})
    return ranked(
        {option: Fraction(sums[option], counts[option]) if option in scored else None for option in sums}
    )


def tiers(ballot: Ballot, options: Sequence[str]) -> list[list[str]]:
    """Return the options of a ranking from the best tier to the last; only the order of the places matters.

    Options left blank or not named stand together in one last tier.
    """
    places = [(place, option) for option, place in ballot.choices.items() if place is not None]
    places.sort(key=lambda pair: pair[0])
    levels = [[option for _, option in level] for _, level in groupby(places, key=lambda pair: pair[0])]
    named = {option for _, option in places}
    rest = [option for option in options if option not in named]
    return [*levels, rest] if rest else levels


def borda(ballots: Sequence[Ballot]) -> list[Result]:
    """Give m-1 points for the first of m places, m-2 for the second, … 0 for the last, and add them up.

    Options tied on a ballot share the mean of the places they occupy; options not ranked share the mean of the
    places that remain, so every ballot hands out exactly m(m-1)/2 points. Source: de Borda 1781; the mean for ties
    as in Black 1976, "Partial justification of the Borda count". Raises ValueError for a repeated voter.
    """
    refuse_repeated(ballots)
    options = options_of(ballots)
    doubled = dict.fromkeys(options, 0)  # twice the mean of whole places is whole: no fraction while adding
    for ballot in ballots:
        above = 0
        for level in tiers(ballot, options):
            share = 2 * (len(options) - above) - len(level) - 1
            for option in level:
                doubled[option] += share
            above += len(level)
    return ranked({option: Fraction(total, 2) for option, total in doubled.items()})
