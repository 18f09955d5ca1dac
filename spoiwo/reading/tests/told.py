"""Shared by the tests: the facts of a text in a form that is easy to compare."""

from datetime import date
from typing import Any

from spoiwo.reading import Fact, find_facts


def told(text: str, kind: str, published: date | None = None) -> list[dict[str, Any]]:
    """The facts of one kind as {name: value}, a list where a name repeats."""
    return [values(fact) for fact in find_facts(text, published=published) if fact.kind == kind]


# What tests of whole news compare of each kind.
FIELDS = {
    "meeting": ("form", "title", "date", "end_date", "place", "came", "organiser", "audience", "speaker"),
    "agreement": ("form", "subject", "date", "place", "party"),
    "award": ("contest", "laureate", "title", "category", "date", "place"),
    "project": ("name", "programme", "lead", "partner", "value", "date", "end_date"),
    "training": ("subject", "date", "place", "participants", "organiser"),
}


def told_shortly(text: str, kind: str, published: str) -> list[dict[str, Any]]:
    """The facts of one kind, of each the fields that tests of whole news compare."""
    found = told(text, kind, date.fromisoformat(published))
    return [{name: one[name] for name in FIELDS[kind] if name in one} for one in found]


def values(fact: Fact) -> dict[str, Any]:
    """The fields of a fact."""
    names = dict.fromkeys(field.name for field in fact.fields)
    return {name: found[0] if len(found := fact.all(name)) == 1 else found for name in names}


def is_told(text: str, kind: str, expected: dict[str, Any]) -> bool:
    """Whether a fact of a kind has all these values; of a list only what is expected is looked for."""
    return any(
        all(_holds(fact.all(name), value) for name, value in expected.items())
        for fact in find_facts(text)
        if fact.kind == kind
    )


def _holds(found: list[Any], value: Any) -> bool:
    return set(value) == set(found) if isinstance(value, list) else value in found
