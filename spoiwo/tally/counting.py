"""The rules that add up: points, approval, score and Borda."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from spoiwo.tally.ballots import Ballot, Number, Result, column, given, options_of, ranked, refuse_repeated
from spoiwo.tally.duels import preferences


def over_budget(ballots: Sequence[Ballot], budget: Number) -> list[Ballot]:
    """Return the ballots that give away more points than the budget of one voter allows."""
    return [ballot for ballot in ballots if sum(given(ballot.choices.values())) > budget]


def points(ballots: Sequence[Ballot], budget: Number | None = None) -> list[Result]:
    """Add up the points (dots) each option received.

    With a budget, a ballot that exceeds it does not count at all: `over_budget` names these. An option named only
    on such ballots, or left blank, has 0. Raises ValueError for points below zero or a voter with two ballots.
    """
    refuse_repeated(ballots)
    options = options_of(ballots)
    for ballot in ballots:
        if min(given(ballot.choices.values()), default=0) < 0:
            raise ValueError(f"voter {ballot.voter!r} gives points below zero")
    spoilt = set() if budget is None else {ballot.voter for ballot in over_budget(ballots, budget)}
    valid = [ballot for ballot in ballots if ballot.voter not in spoilt]
    return ranked({option: sum(given(column(valid, option))) for option in options})


def approval(ballots: Sequence[Ballot]) -> list[Result]:
    """Count the voters who approve of each option (1); disapproval (0) and a blank add nothing.

    Source: Brams and Fishburn 1978, "Approval Voting". Raises ValueError for other values or a repeated voter.
    """
    refuse_repeated(ballots)
    totals: dict[str, Number | None] = {}
    for option in options_of(ballots):
        answers = column(ballots, option)
        for strange in set(answers) - {None, 0, 1}:
            voter = ballots[answers.index(strange)].voter
            raise ValueError(f"voter {voter!r}: an approval is 1 or 0, not {strange}")
        totals[option] = sum(given(answers))
    return ranked(totals)


def score(ballots: Sequence[Ballot], total: Literal["mean", "sum"] = "mean") -> list[Result]:
    """Rank by the exact mean (or the sum) of the scores given; a blank is no score and does not pull the mean down.

    An option nobody scored has the total None and shares the last rank. Raises ValueError for a repeated voter.
    """
    refuse_repeated(ballots)
    totals: dict[str, Number | None] = {}
    for option in options_of(ballots):
        scores = given(column(ballots, option))
        whole = sum(scores)
        totals[option] = None if not scores else whole if total == "sum" else Fraction(whole, len(scores))
    return ranked(totals)


def borda(ballots: Sequence[Ballot]) -> list[Result]:
    """Give m-1 points for the first of m places, m-2 for the second, … 0 for the last, and add them up.

    Options tied on a ballot share the mean of the places they occupy; options not ranked share the mean of the
    places that remain, so every ballot hands out exactly m(m-1)/2 points. Source: de Borda 1781; the mean for ties
    as in Black 1976, "Partial justification of the Borda count". Raises ValueError for a repeated voter.
    """
    refuse_repeated(ballots)
    options = options_of(ballots)
    above = preferences(ballots, options)
    below = [sum(voters) for voters in zip(*above, strict=True)]
    # whoever stands above scores 1 and an equal ½; doubled, that is 1 + 1 for a win and 1 − 1 for a defeat
    everything = len(ballots) * (len(options) - 1)
    doubled = [everything + sum(row) - lost for row, lost in zip(above, below, strict=True)]
    return ranked({option: Fraction(total, 2) for option, total in zip(options, doubled, strict=True)})
