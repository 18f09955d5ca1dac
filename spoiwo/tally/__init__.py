"""Ballots to results: points, approval, scores, rankings, motions and shares of a budget; ties stay ties."""

from spoiwo.tally.ballots import Ballot, Number, Result, ranked, ties
from spoiwo.tally.counting import approval, borda, over_budget, points, score
from spoiwo.tally.csvfile import read_ballots, read_costs
from spoiwo.tally.fields import BadFile
from spoiwo.tally.motions import Motion, quorum_needed, yes_no
from spoiwo.tally.pabulib import Instance, read_instance
from spoiwo.tally.publishing import write_ballots, write_pabulib
from spoiwo.tally.schulze import schulze
from spoiwo.tally.settling import Decision, Settlement, draw, settle
from spoiwo.tally.shares import Purchase, Shares, equal_shares

__all__ = [
    "BadFile",
    "Ballot",
    "Decision",
    "Instance",
    "Motion",
    "Number",
    "Purchase",
    "Result",
    "Settlement",
    "Shares",
    "approval",
    "borda",
    "draw",
    "equal_shares",
    "over_budget",
    "points",
    "quorum_needed",
    "ranked",
    "read_ballots",
    "read_costs",
    "read_instance",
    "schulze",
    "score",
    "settle",
    "ties",
    "write_ballots",
    "write_pabulib",
    "yes_no",
]
