"""The tables of contests."""

from spoiwo.contests.models.audience import Voice
from spoiwo.contests.models.blind import BlindCopy, BlindFile
from spoiwo.contests.models.checks import Check, FormalDecision
from spoiwo.contests.models.editions import Contest, Edition, Extension, Patronage
from spoiwo.contests.models.entries import Entry, EntryFile, EntryText, Submission, Writer
from spoiwo.contests.models.jury import Reading, Score
from spoiwo.contests.models.people import Conflict, Member
from spoiwo.contests.models.rulebook import Category, CheckPoint, Criterion, FormField
from spoiwo.contests.models.verdict import (
    Award,
    CategoryVerdict,
    Correction,
    Poll,
    Presence,
    Ranking,
    Seal,
    Sitting,
)

__all__ = [
    "Award",
    "BlindCopy",
    "BlindFile",
    "Category",
    "CategoryVerdict",
    "Check",
    "CheckPoint",
    "Conflict",
    "Contest",
    "Correction",
    "Criterion",
    "Edition",
    "Entry",
    "EntryFile",
    "EntryText",
    "Extension",
    "FormField",
    "FormalDecision",
    "Member",
    "Patronage",
    "Poll",
    "Presence",
    "Ranking",
    "Reading",
    "Score",
    "Seal",
    "Sitting",
    "Submission",
    "Voice",
    "Writer",
]
