"""Blind copies as the office sees them: the list, and one with everything that was found in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet

from spoiwo.contests.labels import KIND_OF_FIND, UNBLINDED
from spoiwo.contests.models import BlindCopy, BlindFile, Edition, Entry, FormField, Submission
from spoiwo.contests.queries.identity import identity_of
from spoiwo.contests.queries.people import shut_out_of
from spoiwo.contests.rules.redaction import Find, Kind, finds
from spoiwo.contests.rules.states import EntryState, FieldKind
from spoiwo.kit.actor import Actor

TO_BE_READ = (EntryState.SUBMITTED, EntryState.CORRECTIONS, EntryState.ADMITTED)
NEVER_SHOWN = (FieldKind.FILE, FieldKind.CONSENT)


class Standing(StrEnum):
    """Where the blind copy of an entry stands."""

    NONE = "none"
    MAKING = "making"
    LOOK = "look"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Row:
    """An entry on the list of blind copies; `warned`: a person must look at an attachment, because no search can."""

    entry: Entry
    submission: Submission | None
    copy: BlindCopy | None
    standing: Standing
    hidden: int = 0
    warned: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a text; one that gives the entrant away has its kind in words, and what in the records it came from."""

    text: str
    kind: str = ""
    source: str = ""
    is_kept: bool = False


@dataclass(slots=True)
class Item:
    """Everything found under one key, all texts and attachments together."""

    key: str
    kind: str
    text: str
    source: str
    is_kept: bool
    count: int = 0


@dataclass(slots=True)
class Assistant:
    """One blind copy as a clerk goes through it: each text with what is hidden, and all items found."""

    texts: list[tuple[str, list[Stretch]]] = field(default_factory=list)
    items: dict[str, Item] = field(default_factory=dict)


def blindable(edition: Edition, actor: Actor) -> QuerySet[Entry]:
    """The entries a jury will or may read, and those it practises on, without those the actor is barred from."""
    rows = Entry.objects.filter(edition=edition).exclude(pk__in=shut_out_of(edition, actor))
    seen = Entry.objects.visible_to(actor).values("pk")
    return rows.filter(Q(is_sample=True) | Q(state__in=TO_BE_READ, pk__in=seen)).exclude(submissions=None)


def copy_rows(edition: Edition, actor: Actor) -> list[Row]:
    """Every entry with the blind copy of what was submitted last; a constant number of queries."""
    entries = blindable(edition, actor).select_related("category").distinct().order_by("number", "pk")
    latest = latest_of(edition, entries)
    copies = BlindCopy.objects.filter(submission__in=latest.values()).prefetch_related("files")
    by_submission = {copy.submission_id: copy for copy in copies}
    return [_row(entry, latest[entry.pk], by_submission.get(latest[entry.pk].pk)) for entry in entries]


def latest_of(edition: Edition, entries: Iterable[Entry]) -> dict[int, Submission]:
    """Entry's id → what was submitted last, ready to be made blind; one query."""
    rows = Submission.objects.filter(entry__in=[one.pk for one in entries]).order_by("number")
    rows = rows.select_related("entry__edition__contest", "entry__organisation", "entry__place")
    return {one.entry_id: one for one in rows}


def shown_fields(category_id: int) -> list[FormField]:
    """The questions whose answers jurors of a blind edition read, in order."""
    rows = FormField.objects.filter(category=category_id, is_identity=False)
    return list(rows.exclude(kind__in=NEVER_SHOWN))


def standing_of_copy(copy: BlindCopy | None) -> Standing:
    """Where a blind copy of the latest submission stands."""
    if copy is None:
        return Standing.NONE
    if copy.asked_at is not None or copy.made_at is None:
        return Standing.MAKING
    return Standing.APPROVED if copy.approved_at else Standing.LOOK


def needs_a_look(files: Iterable[BlindFile]) -> bool:
    """Whether an attachment that jurors would get has parts no search can see, or none could be made."""
    return any(one.failed or one.warnings for one in files if not one.is_left_out)


def assistant(copy: BlindCopy) -> Assistant:
    """The texts of the submission with marks, and the items; kept ones stay on the list so that they can be hidden again.

    Searched anew, so that the page shows what will be hidden while the attachments are still being made.
    """
    submission, result = copy.submission, Assistant()
    identity, kept = identity_of(submission, copy.more), frozenset(copy.keep)
    fields = shown_fields(submission.entry.category_id)
    shown = [(one.label, submission.texts.get(one.key, "")) for one in fields]
    for label, text in [("", submission.title), *shown]:
        found = finds(identity, text)
        result.texts.append((label, stretches(text, found, kept)))
        for one in found:
            _count(result.items, one.key, one.kind, one.text, one.source, kept, 1)
    for file in copy.files.all():
        for row in file.hidden:
            _count(result.items, row["key"], row["kind"], row["text"], row["source"], kept, row["count"])
    for key in copy.keep:
        kind, _, text = key.partition(":")
        _count(result.items, key, kind, text, "", kept, 0)
    return result


def stretches(text: str, found: Sequence[Find], kept: frozenset[str]) -> list[Stretch]:
    """The whole text in pieces, those that are found among them."""
    pieces, at = [], 0
    for one in found:
        pieces.append(Stretch(text[at : one.start]))
        pieces.append(Stretch(one.text, str(KIND_OF_FIND[one.kind]), one.source, one.key in kept))
        at = one.end
    return [piece for piece in [*pieces, Stretch(text[at:])] if piece.text]


def files_of(copy: BlindCopy) -> list[dict[str, Any]]:
    """Each attachment with its name at the office and why there is no blind copy of it, if so."""
    names = {one["stored"]: one["name"] for one in copy.submission.files}
    return [
        {
            "file": one,
            "name": names.get(one.original_id, ""),
            "failed": UNBLINDED.get(one.failed, "") if one.failed else "",
            "is_pdf": bool(one.stored and one.stored.kind == "application/pdf"),
        }
        for one in copy.files.select_related("stored")
    ]


def _row(entry: Entry, submission: Submission, copy: BlindCopy | None) -> Row:
    files = list(copy.files.all()) if copy else []
    hidden = [*copy.hidden, *(row for one in files for row in one.hidden)] if copy else []
    count = sum(row["count"] for row in hidden if copy and row.get("key") not in copy.keep)
    return Row(entry, submission, copy, standing_of_copy(copy), count, needs_a_look(files))


def _count(
    items: dict[str, Item], key: str, kind: str, text: str, source: str, kept: frozenset[str], times: int
) -> None:
    label = str(KIND_OF_FIND[Kind(kind)])
    items.setdefault(key, Item(key, label, text, source, key in kept)).count += times
