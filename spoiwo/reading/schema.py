"""The documented shape of facts: which fields each kind has, which of them identify it, and the JSON Schema of both."""

import json
from dataclasses import dataclass
from typing import Any

from spoiwo.reading.document_schema import DOCUMENT_SCHEMA
from spoiwo.reading.facts.fact import Kind

TEXT, WHOLE, NUMBER, TRUTH, DATE = "text", "whole", "number", "truth", "date"
FORMS_OF_AGREEMENT = ("porozumienie", "umowa", "list intencyjny", "deklaracja", "aneks", "akces")
FORMS_OF_MEETING = (
    "konferencja", "warsztaty", "spotkanie", "gala", "seminarium", "targi", "debata", "posiedzenie", "prezentacja",
    "wizyta studyjna",
)  # fmt: skip
PRIZES = ("statuetka", "dyplom", "puchar", "nagroda pieniężna")
KINDS_OF_ORGANISATION = (
    "pup", "wup", "urząd", "samorząd", "fundacja", "stowarzyszenie", "szkoła", "klub", "spółdzielnia", "firma",
    "ministerstwo", "rada", "inna",
)  # fmt: skip
UNITS = ("voivodeship", "county", "commune", "town", "village", "country")


@dataclass(frozen=True, slots=True)
class FieldKind:
    """A field of a fact: what it holds, whether it repeats, whether it identifies the fact, the words it allows."""

    name: str
    holds: str = TEXT
    repeats: bool = False
    key: bool = False
    choices: tuple[str, ...] = ()


def _fields(*names: str, **choices: tuple[str, ...]) -> tuple[FieldKind, ...]:
    """Read "name", "NAME" (identifies), "name*" (repeats), "name:whole" (holds) and closed lists by keyword."""
    found = []
    for name in names:
        bare, _, holds = name.partition(":")
        low = bare.rstrip("*").lower()
        found.append(
            FieldKind(low, holds or TEXT, bare.endswith("*"), bare[0].isupper(), choices.get(low, ()))
        )
    return tuple(found)


FIELDS: dict[Kind, tuple[FieldKind, ...]] = {
    Kind.AGREEMENT: _fields(
        "FORM", "subject", "DATE:date", "place", "party*", "representative*", form=FORMS_OF_AGREEMENT
    ),
    Kind.MEETING: _fields(
        "FORM", "title", "DATE:date", "end_date:date", "place", "venue", "organiser*", "topic", "speaker*",
        "invited:whole", "came:whole", "came_percent:whole", "audience*", form=FORMS_OF_MEETING,
    ),
    Kind.AWARD: _fields(
        "CONTEST", "edition:whole", "category", "LAUREATE", "TITLE", "prize", "rank:whole", "received_by", "practice",
        "place", "DATE:date", "patron*", "organiser*", prize=PRIZES,
    ),
    Kind.PROJECT: _fields(
        "NAME", "programme", "measure", "lead", "partner*", "target_group", "result*", "value:number", "date:date",
        "end_date:date",
    ),
    Kind.TRAINING: _fields("SUBJECT", "DATE:date", "place", "organiser*", "participants:whole", "audience*"),
    Kind.ORGANISATION: _fields("NAME", "kind", "place", kind=KINDS_OF_ORGANISATION),
    Kind.PERSON: _fields("NAME", "function", "organisation"),
    Kind.PLACE: _fields("NAME", "teryt", "unit", unit=UNITS),
    Kind.DATE: _fields("VALUE:date", "end:date"),
    Kind.NUMBER: _fields("VALUE:number", "COUNTS", "approximate:truth", "percent:truth"),
}  # fmt: skip

_TYPES = {
    TEXT: {"type": "string", "minLength": 1},
    WHOLE: {"type": "integer", "minimum": 0},
    NUMBER: {"type": "number"},
    TRUTH: {"const": True},
    DATE: {"type": "string", "pattern": "^([0-9]{4}(-[0-9]{2}){0,2}|--[0-9]{2}(-[0-9]{2})?)$"},
}
_OFFSET = {"type": "integer", "minimum": 0}
_CONFIDENCE = {"type": "number", "minimum": 0, "maximum": 1}


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of what `spoiwo read --json` prints: each file with its text and the facts in it."""
    document = DOCUMENT_SCHEMA["properties"]
    properties = {"file": {"type": "string"}, **document, "facts": {"$ref": "#/$defs/facts"}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Documents and the facts read from them",
        "description": "Offsets count characters of the cleaned text; the words there are repeated in quote.",
        "type": "array",
        "items": DOCUMENT_SCHEMA | {"properties": properties, "required": list(properties)},
        "$defs": {"facts": {"type": "array", "items": {"oneOf": [_fact_schema(kind) for kind in Kind]}}},
    }


def schema_text() -> str:
    """Return the file `docs/reading.schema.json`."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _fact_schema(kind: Kind) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "kind": {"const": kind.value},
        "start": _OFFSET,
        "end": _OFFSET,
        "quote": {"type": "string"},
        "confidence": _CONFIDENCE,
        "key": {"type": ["string", "null"]},
        "mentions": {
            "type": "array",
            "items": {"type": "array", "items": _OFFSET, "minItems": 2, "maxItems": 2},
        },
        "fields": {
            "type": "array",
            "minItems": 1,
            "items": {"oneOf": [_field_schema(field) for field in FIELDS[kind]]},
        },
    }
    return _closed(properties)


def _field_schema(field: FieldKind) -> dict[str, Any]:
    value = {"enum": list(field.choices)} if field.choices else _TYPES[field.holds]
    return _closed(
        {
            "name": {"const": field.name},
            "value": value,
            "start": _OFFSET,
            "end": _OFFSET,
            "quote": {"type": "string"},
            "confidence": _CONFIDENCE,
        }
    )


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
