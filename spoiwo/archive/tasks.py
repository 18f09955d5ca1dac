"""Reading sources: in a process of its own, so that no paper can stop the queue."""

import hashlib
import re
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from spoiwo.archive.models import Print, Proposal, Source
from spoiwo.archive.queries.alike import nearest
from spoiwo.archive.queries.proposing import doubt_about, proposals_of, units_of
from spoiwo.archive.rules.likeness import prints
from spoiwo.archive.rules.missing import span_of
from spoiwo.archive.rules.states import Problem, ProposalState, SourceState
from spoiwo.partnerships.models import Partnership
from spoiwo.polish import collation_key, fold
from spoiwo.reading import Document, Unreadable
from spoiwo.reading.apart import read_apart
from spoiwo.search.touching import touch

# What of a document's layout is kept beside its text.
LAYOUT = ("pages", "boxes", "furniture", "changes", "moved", "warnings", "is_scan")
_UNWRITABLE = re.compile(r"[\0\ud800-\udfff]")  # letters no database keeps
SECONDS = 120
RECOGNISING_SECONDS = 900


@task()
def read_source(pk: int, recognise: bool = False) -> str:
    """Reads a source and writes what it proposes; run again it does nothing, unless the source was put back to wait.

    `recognise`: the text is taken from the picture of the pages, whatever text the file itself holds.
    """
    source = Source.objects.filter(pk=pk, state=SourceState.WAITING).select_related("file").first()
    if source is None:
        return ""
    seconds = RECOGNISING_SECONDS if recognise else SECONDS
    try:
        with source.file.content.open("rb") as file:
            document = read_apart(file.read(), source.name, recognise=recognise, seconds=seconds)
    except Unreadable as unreadable:
        return _give_up(source, Problem(unreadable.problem))
    read = Document.from_json(_writable(document.to_json()))
    return _write(source, read, proposals_of(source, read))


def read_forgotten() -> int:
    """Enqueues sources whose reading was lost with a killed worker; called when a worker starts."""
    forgotten = Source.objects.filter(state=SourceState.WAITING).values_list("pk", flat=True)
    for pk in forgotten:
        read_source.enqueue(pk)
    return len(forgotten)


@transaction.atomic
def _write(source: Source, document: Document, proposed: Sequence[Proposal]) -> str:
    """What was read into the source, and its proposals in place of those nobody has decided on or marked by hand."""
    # Of two papers read at once one is written after the other, or neither would see how like the other it is.
    Partnership.objects.select_for_update().get(pk=source.partnership_id)
    held = Source.objects.select_for_update(of=("self",)).filter(pk=source.pk).first()
    if held is None or held.state != SourceState.WAITING:  # removed or set aside while it was read
        return ""
    marked = _marked(held)
    _fill(held, document)
    same = _same_text(held)
    _compare(held, is_same=same is not None)
    held.proposals.filter(state=ProposalState.PROPOSED, added_by="").delete()
    _find_again(held, marked)
    decided = {(row.kind, row.match_key) for row in held.proposals.all()}
    kept = () if same else proposed
    rows = [row for row in kept if not row.match_key or (row.kind, row.match_key) not in decided]
    Proposal.objects.bulk_create(rows)
    held.places.set(units_of(rows))
    held.same_as = same
    held.problem = Problem.SAME_TEXT if same else ""
    held.state = SourceState.SET_ASIDE if same else SourceState.READ
    held.doubt = 0 if same else doubt_about(held, rows, held.layout, held.text)
    held.save()
    touch(held)
    return held.state


def _marked(source: Source) -> list[tuple[Proposal, str]]:
    """What people marked and nobody has decided on, each with its words."""
    rows = source.proposals.filter(state=ProposalState.PROPOSED).exclude(added_by="")
    return [(row, source.text[row.start : row.end]) for row in rows]


def _find_again(source: Source, marked: Sequence[tuple[Proposal, str]]) -> None:
    """Moves what people marked to where its words stand in the new text; what they said of it stays in any case."""
    for row, words in marked:
        start, end = span_of(words, source.text) or (0, 0)
        moved = start - row.start
        for one in row.fields:
            one["start"], one["end"] = (one["start"] + moved, one["end"] + moved) if end else (0, 0)
        row.start, row.end = start, end
        row.save(update_fields=["start", "end", "fields"])


def _fill(source: Source, document: Document) -> None:
    source.format, source.language, source.is_scan = document.format, document.language, document.is_scan
    source.title = (document.title or _beginning(document.text))[:300]
    source.published_on, source.first_published_on = document.published, document.first_published
    source.text, source.original = document.text, document.original
    layout = document.to_json()
    source.layout = {name: layout[name] for name in LAYOUT}
    source.text_key = hashlib.sha256(fold(" ".join(document.text.split())).encode()).hexdigest()
    source.name_key = collation_key(source.title or source.name)[:600]
    source.search_key = fold(f"{source.title} {source.name}")[:900]
    source.read_at = timezone.now()


def _beginning(text: str) -> str:
    """The first words of a text that bears no title."""
    words = " ".join(text.split())
    return words if len(words) <= 90 else words[:90].rsplit(" ", 1)[0] + " …"


def _same_text(source: Source) -> Source | None:
    """A source of the partnership that was read before and says word for word the same."""
    known = Source.objects.filter(partnership=source.partnership_id, text_key=source.text_key, same_as=None)
    return known.exclude(pk=source.pk).filter(read_at__isnull=False).order_by("pk").first()


def _compare(held: Source, *, is_same: bool) -> None:
    """Notes the source read before that says nearly the same, and keeps what later ones are compared with."""
    held.prints.all().delete()
    held.like, held.likeness = None, 0
    if is_same:
        return
    found = prints(held.text)
    held.like, held.likeness = nearest(held, found)
    Print.objects.bulk_create(Print(source=held, value=value) for value in found)


def _writable(plain: Any) -> Any:
    """Plain values with a mark in place of each letter that cannot be kept; places in the text stay as they are."""
    if isinstance(plain, str):
        return _UNWRITABLE.sub("\ufffd", plain)
    if isinstance(plain, dict):
        return {name: _writable(value) for name, value in plain.items()}
    return [_writable(value) for value in plain] if isinstance(plain, list) else plain


def _give_up(source: Source, problem: Problem) -> str:
    Source.objects.filter(pk=source.pk, state=SourceState.WAITING).update(
        state=SourceState.UNREADABLE, problem=problem, read_at=timezone.now(), doubt=1000
    )
    return problem
