"""Who reads what: no conflict, even loads, one connected graph, and differences known as well as they can be."""

from spoiwo.judging.assigning.anchoring import Anchor
from spoiwo.judging.assigning.asking import Conflict, Entry, Juror, Pair, Strength
from spoiwo.judging.assigning.assign import Assignment, Piece, Reading, Short, assign
from spoiwo.judging.assigning.precision import Precision

__all__ = [
    "Anchor",
    "Assignment",
    "Conflict",
    "Entry",
    "Juror",
    "Pair",
    "Piece",
    "Precision",
    "Reading",
    "Short",
    "Strength",
    "assign",
]
