"""Votes for and against a motion: quorum, simple majority and the chair's casting vote."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Literal

from spoiwo.tally.ballots import Ballot, options_of, refuse_repeated

Outcome = Literal["adopted", "rejected", "tied", "no quorum"]


@dataclass(frozen=True, slots=True)
class Motion:
    """One motion: votes for and against, abstentions, what became of it and whether the chair decided a tie."""

    option: str
    votes_for: int
    votes_against: int
    abstained: int
    outcome: Outcome
    casting_vote: bool = False


def quorum_needed(share: Fraction, entitled: int) -> int:
    """Return how many must take part when the statute asks for at least a share of those entitled to vote."""
    return ceil(share * entitled)


def yes_no(ballots: Sequence[Ballot], quorum: int = 0, chair: str | None = None) -> list[Motion]:
    """Decide each motion by simple majority: more votes for (1) than against (0); None abstains.

    Abstentions count towards the quorum, not towards the majority. Equal votes leave the motion tied, unless a
    chair is named who voted for or against it: then that vote decides, and the motion says so. Without the quorum
    nothing is decided. Motions come in Polish alphabetical order. Raises ValueError for other values, a repeated
    voter, or a chair who handed in no ballot.
    """
    refuse_repeated(ballots)
    if chair is not None and chair not in {ballot.voter for ballot in ballots}:
        raise ValueError(f"the chair {chair!r} handed in no ballot")
    return [_motion(option, ballots, quorum, chair) for option in options_of(ballots)]


def _motion(option: str, ballots: Sequence[Ballot], quorum: int, chair: str | None) -> Motion:
    votes = {ballot.voter: ballot.choices[option] for ballot in ballots if option in ballot.choices}
    if any(vote not in (None, 0, 1) for vote in votes.values()):
        raise ValueError(f"a vote on {option!r} is neither for (1) nor against (0)")
    cast = list(votes.values())
    yes, no, abstained = cast.count(1), cast.count(0), cast.count(None)
    if len(cast) < quorum:
        return Motion(option, yes, no, abstained, "no quorum")
    if yes != no:
        return Motion(option, yes, no, abstained, "adopted" if yes > no else "rejected")
    decisive = votes.get(chair) if chair is not None else None
    if decisive is None:
        return Motion(option, yes, no, abstained, "tied")
    return Motion(option, yes, no, abstained, "adopted" if decisive else "rejected", casting_vote=True)
