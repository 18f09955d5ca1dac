"""The tables of workshops."""

from spoiwo.workshops.models.halls import Hall, Slip, Table
from spoiwo.workshops.models.proposals import Criterion, Proposal, Rating
from spoiwo.workshops.models.sheets import Landed, Line, Sheet, SheetPhoto
from spoiwo.workshops.models.steps import Step, TemplateStep
from spoiwo.workshops.models.votes import Ballot, Cast, Decision, Option, Vote

__all__ = [
    "Ballot",
    "Cast",
    "Criterion",
    "Decision",
    "Hall",
    "Landed",
    "Line",
    "Option",
    "Proposal",
    "Rating",
    "Sheet",
    "SheetPhoto",
    "Slip",
    "Step",
    "Table",
    "TemplateStep",
    "Vote",
]
