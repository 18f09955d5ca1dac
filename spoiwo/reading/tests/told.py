"""Shared by the tests: the facts of a text in a form that is easy to compare."""

from datetime import date
from typing import Any

from spoiwo.reading import Fact, find_facts


def told(text: str, kind: str, published: date | None = None) -> list[dict[str, Any]]:
    """The facts of one kind as {name: value}, a list where a name repeats."""
    return [values(fact) for fact in find_facts(text, published=published) if fact.kind == kind]


def values(fact: Fact) -> dict[str, Any]:
    """The fields of a fact."""
    names = dict.fromkeys(field.name for field in fact.fields)
    return {name: found[0] if len(found := fact.all(name)) == 1 else found for name in names}
