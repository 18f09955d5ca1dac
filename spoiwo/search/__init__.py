"""One index of everything a person may find: rooms register documents, `find` answers within the reader's audience."""

from spoiwo.search.audience import EVERYBODY, KNOWN, STAFF, holders, keepers, person
from spoiwo.search.registry import Document, part_of, register

__all__ = [
    "EVERYBODY",
    "KNOWN",
    "STAFF",
    "Document",
    "holders",
    "keepers",
    "part_of",
    "person",
    "register",
]
