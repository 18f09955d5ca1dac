"""What a reader of a document hands on: facts of eleven kinds, their fields, and the words both rest on."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Value = str | int | float | bool


class Kind(StrEnum):
    """The kinds of fact, composite ones first; the values are the names used in JSON."""

    AGREEMENT = "agreement"
    MEETING = "meeting"
    AWARD = "award"
    PROJECT = "project"
    TRAINING = "training"
    ORGANISATION = "organisation"
    PERSON = "person"
    PLACE = "place"
    DATE = "date"
    NUMBER = "number"


# How sure a fact is: with its identifying fields, and without some of them. Set between the share that was right on documents
# kept aside while rules were written and the share on all (docs/reading.md has both), nearer to the first: other documents
# say things otherwise. `python -m spoiwo.reading.evaluation … --calibration` prints the second.
CONFIDENCE: dict[Kind, tuple[float, float]] = {
    Kind.AGREEMENT: (0.86, 0.60),
    Kind.MEETING: (0.85, 0.62),
    Kind.AWARD: (0.74, 0.50),
    Kind.PROJECT: (0.82, 0.60),
    Kind.TRAINING: (0.86, 0.60),
    Kind.ORGANISATION: (0.95, 0.70),
    Kind.PLACE: (0.97, 0.70),
    Kind.DATE: (0.98, 0.70),
    Kind.NUMBER: (0.97, 0.70),
}


def confidence(kind: Kind, is_sure: bool = True) -> float:
    """Return how sure a fact of this kind is, with or without all that identifies it."""
    sure, doubtful = CONFIDENCE[kind]
    return sure if is_sure else doubtful


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a fact with the words it was read from; a field that repeats makes a list."""

    name: str
    value: Value
    start: int
    end: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: its kind, its fields, the span it was read from and every other place that mentions it.

    Offsets count characters of the text. ``confidence`` is how often such facts are right (see ``CONFIDENCE``). ``key`` is the register's own key of a known organisation or
    person, else None.
    """

    kind: Kind
    start: int
    end: int
    confidence: float
    fields: tuple[Field, ...]
    mentions: tuple[tuple[int, int], ...] = ()
    key: str | None = None

    def get(self, name: str) -> Any:
        """Return the first value of a field, None where the document says nothing."""
        return next((field.value for field in self.fields if field.name == name), None)

    def all(self, name: str) -> list[Value]:
        """Return every value of a field, in reading order."""
        return [field.value for field in self.fields if field.name == name]


def spanning(
    kind: Kind, fields: Iterable[Field], confidence: float, mentions: Iterable[tuple[int, int]] = ()
) -> Fact:
    """Return a fact that reaches from the first word of its fields to the last; equal values are kept once."""
    once: dict[tuple[str, Value], Field] = {}
    for field in fields:
        once.setdefault((field.name, field.value), field)
    kept = tuple(once.values())
    start, end = min(field.start for field in kept), max(field.end for field in kept)
    return Fact(kind, start, end, confidence, kept, tuple(mentions))


def to_json(fact: Fact, text: str) -> dict[str, Any]:
    """Return the fact as plain values with the words quoted, as `docs/reading.schema.json` describes it."""
    return {
        "kind": fact.kind.value,
        "start": fact.start,
        "end": fact.end,
        "quote": text[fact.start : fact.end],
        "confidence": round(fact.confidence, 2),
        "key": fact.key,
        "mentions": [list(span) for span in fact.mentions],
        "fields": [
            {
                "name": field.name,
                "value": field.value,
                "start": field.start,
                "end": field.end,
                "quote": text[field.start : field.end],
                "confidence": round(field.confidence, 2),
            }
            for field in fact.fields
        ],
    }
