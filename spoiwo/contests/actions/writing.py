"""Writing an entry: answers that several people write at once, its head, its attachments."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.contests.actions.entering import entrant, set_keys
from spoiwo.contests.audit import Verb
from spoiwo.contests.labels import NOT_NAMED, NOT_OPEN, TOO_LATE
from spoiwo.contests.models import Entry, EntryFile, EntryText, FormField, Writer
from spoiwo.contests.queries.writing import Draft
from spoiwo.contests.rules.states import EntryState, FieldKind
from spoiwo.contests.rules.writing import LONGEST, MOST_FILES, Head, Openness, put_together, tidied
from spoiwo.files import store
from spoiwo.files.models import StoredFile
from spoiwo.kit.merging import Merged, merge
from spoiwo.kit.request import Refused

KINDS = ("application/pdf", "image/png", "image/jpeg")
ONE_SITTING = dt.timedelta(minutes=10)


@transaction.atomic
def write_texts(
    writer: Writer, written: Mapping[str, tuple[str, str]], *, at: dt.datetime | None = None
) -> dict[str, Merged]:
    """Puts answers (key → base, text) beside what others wrote meanwhile: no line of either is lost.

    After the deadline they are still kept in the draft, though it cannot be submitted any more. Raises `Refused` with the
    key of a question that cannot be written now, or of an answer beyond `LONGEST`.
    """
    entry = held(writer)
    draft = Draft(entry, at)
    fields = {one.key: one for one in draft.fields if one.kind != FieldKind.FILE}
    rows = {row.field_id: row for row in EntryText.objects.filter(entry=entry)}
    merged: dict[str, Merged] = {}
    changed = []
    for key, (base, text) in written.items():
        field = fields.get(key)
        row = rows.get(field.pk) if field else None
        if field is None or (not draft.keeps(key) and text != (row.text if row else "")):
            raise Refused(NOT_NAMED if entry.state == EntryState.CORRECTIONS else NOT_OPEN, key)
        row = row or EntryText(entry=entry, field=field)
        merged[key] = _merged(field, base, text, row.text)
        if merged[key].text != row.text:
            row.text, row.written_by = merged[key].text, writer.name
            row.save()
            changed.append(key)
    if changed:
        _note(entry, changed)
    return merged


@transaction.atomic
def save_head(writer: Writer, head: Head, *, at: dt.datetime | None = None) -> Entry:
    """Title, organisation, place, while everything is open. Raises `Refused` with the field."""
    entry = held(writer)
    if Draft(entry, at).openness != Openness.ALL:
        raise Refused(NOT_OPEN)
    if entry.category.kinds and head.organisation_kind not in entry.category.kinds:
        raise Refused(
            _("The rules do not let organisations of this kind enter this category."), "organisation_kind"
        )
    entry.title, entry.place = head.title, head.place
    entry.organisation_name, entry.organisation_kind = head.organisation_name, head.organisation_kind
    set_keys(entry)
    entry.save()
    _note(entry, ["head"])
    return entry


def add_file(writer: Writer, field: FormField, upload: Any, *, at: dt.datetime | None = None) -> StoredFile:
    """Attaches an examined file as it came, with its hash; the same file twice is one.

    Its bytes are written before the entry is held, so that nobody who submits meanwhile waits for a slow disk. Raises
    `Refused` with the question's key.
    """
    _examine(upload, field)
    _refuse_closed(Draft(_fresh(writer), at), field.key)
    stored = store.keep(upload, by=entrant())
    try:
        return _attach(writer, field, stored, at)
    except Refused:
        store.discard(stored)
        raise


@transaction.atomic
def remove_file(writer: Writer, stored_pk: int, *, at: dt.datetime | None = None) -> None:
    """Takes an attachment out; its bytes go too, unless a submission holds them."""
    entry = held(writer)
    found = entry.files.select_related("stored", "field").filter(stored__pk=stored_pk).first()
    if found is None:
        raise Refused(_("This file is not there any more."))
    _refuse_closed(Draft(entry, at), found.field.key)
    key, stored = found.field.key, found.stored
    found.delete()
    if not is_submitted(entry, stored.pk):
        store.discard(stored)
    audit.record(
        Verb.FILE_REMOVED, entry, by=entrant(), scope=entry.edition.contest.partnership_id, field=key
    )


def is_submitted(entry: Entry, stored_pk: int) -> bool:
    """Whether some submission of this entry holds the file."""
    lists = entry.submissions.values_list("files", flat=True)
    return any(one["stored"] == stored_pk for files in lists for one in files)


def held(writer: Writer) -> Entry:
    """The writer's entry, held until the transaction ends, as it stands now."""
    rows = Entry.objects.select_for_update(of=("self",))
    return rows.select_related("edition__contest", "category").get(pk=writer.entry_id)


def _fresh(writer: Writer) -> Entry:
    return Entry.objects.select_related("edition__contest", "category").get(pk=writer.entry_id)


def _merged(field: FormField, base: str, text: str, stands: str) -> Merged:
    """What comes of two writings; one beyond all measure is refused before it is compared."""
    if len(text) > LONGEST or len(base) > LONGEST:
        raise Refused(_("At most %(count)d characters are kept here.") % {"count": LONGEST}, field.key)
    base, text = tidied(field.kind, base), tidied(field.kind, text)
    if field.kind == FieldKind.TEXT:
        result = merge(base, text, stands)
    else:
        both = stands not in (base, text) and text not in (base, stands)
        result = Merged(put_together(field.kind, base, text, stands), both)
    if len(result.text) > LONGEST:
        raise Refused(_("At most %(count)d characters are kept here.") % {"count": LONGEST}, field.key)
    return result


def _note(entry: Entry, changed: list[str]) -> None:
    """Counts the change; one sitting is one line in the history."""
    now = timezone.now()
    if not entry.revision or now - entry.changed_at > ONE_SITTING or changed == ["head"]:
        scope = entry.edition.contest.partnership_id
        audit.record(Verb.ENTRY_EDITED, entry, by=entrant(), scope=scope, fields=changed)
    Entry.objects.filter(pk=entry.pk).update(revision=F("revision") + 1, changed_at=now)


def _examine(upload: Any, field: FormField) -> None:
    limit = min((field.limit or 10**6) * 1024 * 1024, settings.UPLOAD_LIMIT)
    if upload.size > limit:
        sizes = {"size": filesizeformat(upload.size), "limit": filesizeformat(limit)}
        raise Refused(
            _("This file has %(size)s; at most %(limit)s is taken here. Make it smaller or split it.")
            % sizes,
            field.key,
        )
    try:
        store.check(upload, kinds=KINDS)
    except Refused as problem:
        is_other = bool(upload.size) and not str(upload.name).lower().endswith(".pdf")
        said = _("Only PDF, PNG and JPEG files are taken here.") if is_other else problem.reason
        raise Refused(said, field.key) from None


def _refuse_closed(draft: Draft, key: str) -> None:
    if key in draft.open_keys:
        return
    if draft.openness == Openness.NAMED:
        raise Refused(NOT_NAMED, key)
    raise Refused(TOO_LATE if draft.keeps(key) else NOT_OPEN, key)


@transaction.atomic
def _attach(writer: Writer, field: FormField, stored: StoredFile, at: dt.datetime | None) -> StoredFile:
    entry = held(writer)
    _refuse_closed(Draft(entry, at), field.key)
    there = list(entry.files.filter(field=field).select_related("stored"))
    same = next((one.stored for one in there if one.stored.sha256 == stored.sha256), None)
    if same:
        store.discard(stored)
        return same
    if len(there) >= MOST_FILES:
        raise Refused(_("At most %(count)d files are taken here.") % {"count": MOST_FILES}, field.key)
    EntryFile.objects.create(entry=entry, field=field, stored=stored, added_by=writer.name)
    Entry.objects.filter(pk=entry.pk).update(revision=F("revision") + 1, changed_at=timezone.now())
    audit.record(
        Verb.FILE_ADDED, entry, by=entrant(), scope=entry.edition.contest.partnership_id, field=field.key
    )
    return stored
