"""What rooms put into the index: how a kind of record becomes documents, and whose part another record is."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.functional import Promise

from spoiwo.kit.actor import Actor


@dataclass(frozen=True, slots=True)
class Document:
    """One record as it is found: plain text, where it leads, who may find it.

    `audience` holds words of `spoiwo.search.audience`, and without any the record is not found by anybody; `day` orders what is equally good; `places` are TERYT codes,
    found under every unit above them; `scope` is the partnership's id; `files` are stored files whose text is read with
    the body; `note` stands under the title. `renew_at` is when the
    document changes by the clock alone, as an embargo ends.
    """

    object_id: int
    title: str
    body: str
    url: str
    audience: Collection[str]
    day: date | None = None
    places: Sequence[str] = ()
    scope: int | None = None
    files: Sequence[int] = ()
    note: str = ""
    renew_at: datetime | None = None


# ids → their documents; an id without one is taken out of the index. A constant number of queries for any number.
Documents = Callable[[Collection[int]], Iterable[Document]]
# Ids the reader may see, for kinds whose audience words cannot tell it; asked inside the search itself.
Narrowed = Callable[[Actor], QuerySet]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record in the index: `name` is the model's lower label, `label` its plural as filters show it."""

    name: str
    label: str | Promise
    documents: Documents
    narrowed: Narrowed | None = None


_kinds: dict[str, Kind] = {}
_parts: dict[str, list[Callable[[int], Iterable[tuple[str, int]]]]] = {}


def register(
    name: str, label: str | Promise, documents: Documents, *, narrowed: Narrowed | None = None
) -> None:
    """A room's `apps.py` says here how its records become documents; called once at start-up."""
    _kinds[name] = Kind(name, label, documents, narrowed)


def part_of(name: str, wholes: Callable[[int], Iterable[tuple[str, int]]]) -> None:
    """A change of a record of `name` changes the documents that `wholes(its id)` gives as (kind, id)."""
    _parts.setdefault(name, []).append(wholes)


def kinds() -> list[Kind]:
    """All kinds, in the order of the rooms."""
    return list(_kinds.values())


def kind(name: str) -> Kind | None:
    """The kind of that name, if a room registered it."""
    return _kinds.get(name)


def wholes_of(name: str, pk: int) -> list[tuple[str, int]]:
    """The documents that change when the record does: its own and those it is a part of."""
    own = [(name, pk)] if name in _kinds else []
    return own + [whole for wholes in _parts.get(name, ()) for whole in wholes(pk)]
