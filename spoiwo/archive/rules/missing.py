"""What the reader missed and a person marks: where the words stand, and what the names in them fill."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

from spoiwo.archive.rules.states import FactKind

LONGEST = 2000  # characters of what a person marks
_LONGEST_NAME = 120  # characters of words that are a name themselves
_WORD = re.compile(r"\S+")
_QUOTED = re.compile(r"[„”\"«](?P<words>[^„”\"“»]{2,120})[”\"“»]")
# Which field the first fact of another kind fills; a list where all of them do.
_FROM: Mapping[FactKind, Mapping[str, str]] = {
    FactKind.AGREEMENT: {"date": "date", "place": "place", "organisation": "party"},
    FactKind.MEETING: {"date": "date", "place": "place", "organisation": "organiser"},
    FactKind.TRAINING: {"date": "date", "place": "place", "organisation": "organiser"},
    FactKind.PROJECT: {"date": "date", "organisation": "lead"},
    FactKind.AWARD: {"date": "date", "place": "place", "organisation": "laureate", "person": "laureate"},
    FactKind.ORGANISATION: {"place": "place"},
    FactKind.PERSON: {"organisation": "organisation"},
}
_ALL_OF = frozenset({"party"})
_CALLED = {
    FactKind.MEETING: "title",
    FactKind.TRAINING: "subject",
    FactKind.PROJECT: "name",
    FactKind.AWARD: "title",
}
_IS_NAME = frozenset({FactKind.ORGANISATION, FactKind.PERSON, FactKind.PROJECT})

Field = dict[str, Any]  # {"name", "value", "start", "end", "confidence"}, as a proposal keeps them


def span_of(words: str, text: str) -> tuple[int, int] | None:
    """Return where words stand in a text, whatever white space is between them; None where they do not, or are none.

    Cost: in proportion to the text, whatever the words are.
    """
    wanted = " ".join(words[:LONGEST].split())
    at = " ".join(text.split()).find(wanted) if wanted else -1
    if at < 0:
        return None
    spans = [match.span() for match in _WORD.finditer(text)]
    begins = [0, *accumulate(end - start + 1 for start, end in spans)]  # of each word, one space apart

    def place(offset: int) -> int:
        word = bisect_right(begins, offset) - 1
        return spans[word][0] + offset - begins[word]

    return place(at), place(at + len(wanted) - 1) + 1


def fields_from(kind: FactKind, words: str, told: Sequence[tuple[str, Sequence[Field]]]) -> list[Field]:
    """Return what a form of this kind begins with: what the reader finds in the words alone, kind by kind with its fields.

    Where it finds a fact of the kind itself, that; else the names in the words, in the fields they most often fill. A
    person looks all of it through.
    """
    whole = next((fields for other, fields in told if other == kind), None)
    if whole:
        return list(whole)
    found: list[Field] = []
    for other, fields in told:
        name = _FROM[kind].get(other)
        if name and (name in _ALL_OF or all(one["name"] != name for one in found)):
            found += [{**one, "name": name} for one in fields[:1]]
    return [*_called(kind, words), *found]


def _called(kind: FactKind, words: str) -> list[Field]:
    """Return what it is called: words in quotation marks, or the words themselves where they can be nothing else."""
    quoted = _QUOTED.search(words) if kind in _CALLED else None
    if quoted:
        return [_field(_CALLED[kind], quoted["words"], *quoted.span("words"))]
    if kind in _IS_NAME and len(words) <= _LONGEST_NAME:
        return [_field("name", " ".join(words.split()), 0, len(words))]
    return []


def _field(name: str, value: str, start: int, end: int) -> Field:
    return {"name": name, "value": value, "start": start, "end": end, "confidence": 1.0}
