"""Writes documents into the index, batch by batch."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from spoiwo.search import registry
from spoiwo.search.backends import engine
from spoiwo.search.filetexts import texts_of
from spoiwo.search.models import Item, Touched
from spoiwo.search.numbering import number_of
from spoiwo.search.registry import Document, Kind
from spoiwo.search.words import counted_facet, facets_of, flat, terms_of

BATCH = 400
_LONGEST_BODY = 1_000_000  # characters kept for snippets


# A record and its files that have not been read yet: (kind, id, ids of stored files).
Unread = tuple[str, int, list[int]]


def renew_some(unread: list[Unread] | None = None) -> int:
    """Writes the documents of up to `BATCH` touched records anew in one transaction; returns how many were touched.

    Records with files whose text is not known yet are added to `unread`; they are found by their own words meanwhile.
    """
    with transaction.atomic():
        rows = list(
            due_rows(timezone.now()).select_for_update(skip_locked=True).order_by("kind", "pk")[:BATCH]
        )
        Touched.objects.filter(pk__in=[row.pk for row in rows]).delete()
        for name in sorted({row.kind for row in rows}):
            kind = registry.kind(name)
            pks = {row.object_id for row in rows if row.kind == name}
            found = write(name, pks, list(kind.documents(pks)) if kind else [])
            if unread is not None:
                unread += found
    return len(rows)


def due_rows(at: datetime) -> QuerySet[Touched]:
    """Touched records whose documents are to be written now."""
    return Touched.objects.filter(Q(due_at=None) | Q(due_at__lte=at))


def write(kind: str, pks: Collection[int], documents: Iterable[Document]) -> list[Unread]:
    """Puts the documents in place of whatever the index held of records `pks` of that kind; runs in a transaction.

    Returns records whose files have not been read.
    """
    _take_out(kind, pks)
    fresh = {document.object_id: document for document in documents}
    read = texts_of({pk for document in fresh.values() for pk in document.files})
    rows, groups = [], {}
    for document in (one for one in fresh.values() if one.audience):
        attached = "\n\n".join(read[pk] for pk in document.files if read.get(pk))
        row, words = _row(kind, document, f"{document.body}\n\n{attached}".strip())
        rows.append(row)
        groups[row.pk] = words
    Item.objects.bulk_create(rows, batch_size=200)
    later = [
        Touched(kind=kind, object_id=document.object_id, due_at=document.renew_at)
        for document in fresh.values()
        if document.renew_at
    ]
    Touched.objects.bulk_create(later, ignore_conflicts=True)
    engine().store([row.pk for row in rows], groups)
    _count(rows, 1)
    waiting = ((one.object_id, [pk for pk in one.files if pk not in read]) for one in fresh.values())
    return [(kind, object_id, files) for object_id, files in waiting if files]


@transaction.atomic
def write_again(kind: str, object_id: int) -> None:
    """Writes one document anew, as after its files were read."""
    known = registry.kind(kind)
    write(kind, [object_id], list(known.documents([object_id])) if known else [])


def take_out_kind(kind: Kind) -> None:
    """Takes documents out of the index whose records are gone."""
    known = set(Item.objects.filter(kind=kind.name).values_list("object_id", flat=True))
    alive = {document.object_id for document in kind.documents(known)} if known else set()
    _take_out(kind.name, known - alive)


def _take_out(kind: str, pks: Collection[int]) -> None:
    old = list(Item.objects.filter(kind=kind, object_id__in=list(pks)))
    if old:
        engine().erase([row.pk for row in old])
        _count(old, -1)
        Item.objects.filter(pk__in=[row.pk for row in old]).delete()


def _row(kind: str, document: Document, text: str) -> tuple[Item, tuple[list, list]]:
    text = _writable(text)
    title, body = terms_of(document.title), terms_of(text)
    row = Item(
        id=number_of(kind, document.object_id, document.day),
        kind=kind,
        object_id=document.object_id,
        title=_writable(document.title)[:400],
        note=_writable(document.note)[:400],
        body=text[:_LONGEST_BODY],
        url=document.url,
        day=document.day,
        scope_id=document.scope,
        title_terms=flat(title),
        body_terms=flat(body),
        facets=" ".join(facets_of(kind, document)),
        length=len(title) + len(body),
    )
    return row, (title, body)


def _writable(text: str) -> str:
    """The text without what no database writes: one such letter in a file would stop the batch it is in for ever."""
    return text.encode(errors="ignore").decode().replace("\0", "")


def _count(rows: Sequence[Item], sign: int) -> None:
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(
            {word for text in (row.title_terms, row.body_terms) for word in text.split() if word != "|"}
        )
        counts.update(map(counted_facet, row.facets.split()))
    engine().count_words({word[:80]: sign * number for word, number in counts.items()})
