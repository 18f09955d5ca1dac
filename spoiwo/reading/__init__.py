"""Documents read: clean text with positions, and the facts in it, each tied to its words.

Importing this package is cheap: the dictionary and PDFium are loaded by the first document. A stranger's file is read with
`spoiwo.reading.apart.read_apart`.
"""

from spoiwo.reading.document import Box, Change, Document, Furniture, Moved, Page, Unreadable
from spoiwo.reading.facts import Fact, Field, Kind, Known, find_facts, to_json
from spoiwo.reading.reader import read_document

__all__ = [
    "Box",
    "Change",
    "Document",
    "Fact",
    "Field",
    "Furniture",
    "Kind",
    "Known",
    "Moved",
    "Page",
    "Unreadable",
    "find_facts",
    "read_document",
    "to_json",
]
