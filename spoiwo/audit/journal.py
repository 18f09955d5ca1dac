"""Writes and reads the audit trail; rooms register a sentence for each of their verbs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.apps import apps
from django.core.paginator import Page, Paginator
from django.db import connection
from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from spoiwo.audit.signals import recorded
from spoiwo.kit.actor import Actor

_sentences: dict[str, str | Promise] = {}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a history as a page shows it."""

    at: datetime
    who: str
    what: str
    label: str
    url: str
    facts: Mapping[str, Any]


def register(sentences: Mapping[Any, str | Promise]) -> None:
    """A room's `apps.py` says here how each of its verbs reads; called once at start-up."""
    for verb, sentence in sentences.items():
        _sentences[str(verb)] = sentence


def registered() -> Mapping[str, str | Promise]:
    """All verbs with their sentences."""
    return _sentences


def record(verb: StrEnum, thing: Model, *, by: Actor, scope: int | None = None, **facts: Any) -> None:
    """Adds one row inside the caller's transaction. `facts` hold ids, codes and counts, never personal data.

    `scope` is the id of the partnership whose history shows the row. Costs one insert.
    """
    link = getattr(thing, "get_absolute_url", None)
    _entries().objects.create(
        actor_id=by.user_id,
        actor_name=by.name,
        verb=verb,
        kind=thing._meta.label_lower,
        object_id=thing.pk,
        label=str(thing)[:300],
        url=link() if link else "",
        scope_id=scope,
        facts=facts,
    )
    recorded.send(type(thing), thing=thing)


def history(
    *,
    kind: str | None = None,
    object_id: int | None = None,
    scope: int | None = None,
    page: Any = 1,
    size: int = 50,
) -> Page:
    """A page of lines, newest first, of one object or of one partnership. The caller checks who may read it."""
    entries = _entries().objects.order_by("-id")
    if scope is not None:
        entries = entries.filter(scope_id=scope)
    if kind is not None:
        entries = entries.filter(kind=kind, object_id=object_id)
    result = Paginator(entries, size).get_page(page)
    result.object_list = [line(entry) for entry in result.object_list]
    return result


def entries(*, scope: int) -> QuerySet[Any]:
    """The rows of one partnership's history, for a list; read each with `line`. The caller checks who may see them."""
    return _entries().objects.filter(scope_id=scope)


def line(entry: Any) -> Line:
    """A row as a page shows it, in the reader's language."""
    sentence = _sentences.get(entry.verb, entry.verb)
    return Line(entry.at, entry.actor_name, str(sentence), entry.label, entry.url, entry.facts)


def stamp() -> tuple[int, int]:
    """Changes with every recorded change: what was true at one stamp is true while it stays.

    Where several transactions write at once, the one with the lower id may commit last; so the count of the newest rows
    stands beside the last id. SQLite has one writer at a time and needs only the id. One indexed look-up without the ORM,
    because public pages ask it at every request.
    """
    with connection.cursor() as cursor:
        cursor.execute(_LAST if connection.vendor == "sqlite" else _LAST_AND_COUNT)
        last, count = cursor.fetchone()
        return last or 0, count


_LAST = "SELECT MAX(id), 0 FROM audit_entry"
_LAST_AND_COUNT = """
    SELECT MAX(id), COUNT(*) FROM audit_entry WHERE id > (SELECT COALESCE(MAX(id), 0) - 100 FROM audit_entry)
"""


def _entries() -> Any:
    # Asked for late, so that a room may import this module before Django has loaded the tables.
    return apps.get_model("audit", "Entry")
