"""Taking a file in, saying what its columns hold, confirming or discarding it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.register.audit import Verb
from spoiwo.register.importers.columns import TARGETS, guess_columns
from spoiwo.register.importers.table import FileProblem, Table, as_csv, read_table
from spoiwo.register.labels import TARGET_LABELS, problem_text
from spoiwo.register.models import ContactBook, ImportBatch
from spoiwo.register.rules.importing import SILENT_SECONDS, UNDER_WAY, ImportState, states_before
from spoiwo.register.tasks import run_import
from spoiwo.register.tasks.preparing import clean, match, report_of

EXAMPLES = 3


def start_import(data: bytes, *, by: Actor, book: ContactBook, file_name: str) -> ImportBatch:
    """Takes a file in, guesses its columns and prepares the preview; writes nothing but the batch itself.

    A workbook is kept as CSV, so that it is unpacked once only. Raises Refused with a sentence for a file that is no
    table. About a second for 10,000 rows.
    """
    if len(data) > settings.UPLOAD_LIMIT:
        raise Refused(problem_text("too_large", settings.UPLOAD_LIMIT // 1024 // 1024), "file")
    table = _table(data, "file")
    is_workbook = table.encoding == "xlsx"
    batch = ImportBatch(
        book=book, file_name=file_name[-200:], started_by_id=by.user_id, started_by_name=by.name,
        content=as_csv(table) if is_workbook else data,
        encoding="utf-8" if is_workbook else table.encoding, delimiter=";" if is_workbook else table.delimiter,
    )  # fmt: skip
    batch.mapping = guess_columns(table.header)
    _preview(batch, table)
    with transaction.atomic():
        batch.save(force_insert=True)
        audit.record(Verb.IMPORT_STARTED, batch, by=by, rows=batch.row_count)
    return batch


def map_import(
    batch: ImportBatch,
    *,
    mapping: Sequence[str],
    overwrites: bool,
    encoding: str = "",
    delimiter: str = "",
) -> ImportBatch:
    """The clerk says what the columns hold, or how the file is to be read; the preview is made anew.

    Raises Refused for a field named twice and for an encoding in which the file makes no sense.
    """
    for target in mapping:
        if target and list(mapping).count(target) > 1:
            raise Refused(problem_text("column_twice", TARGET_LABELS[target]))
    is_read_anew = (encoding or batch.encoding, delimiter or batch.delimiter) != (
        batch.encoding,
        batch.delimiter,
    )
    batch.encoding, batch.delimiter = encoding or batch.encoding, delimiter or batch.delimiter
    table = _table(bytes(batch.content), None, encoding=batch.encoding, delimiter=batch.delimiter)
    known = [target if target in TARGETS else "" for target in mapping]
    batch.mapping = guess_columns(table.header) if is_read_anew or len(known) != len(table.header) else known
    batch.overwrites = overwrites
    _preview(batch, table)
    fields = ("encoding", "delimiter", "mapping", "overwrites", "report", "row_count")
    changed = {name: getattr(batch, name) for name in fields}
    if not ImportBatch.objects.filter(pk=batch.pk, state=ImportState.UPLOADED).update(**changed):
        raise Refused(_("This import is under way or finished already."))
    return batch


@transaction.atomic
def confirm_import(batch: ImportBatch, *, by: Actor) -> ImportBatch:
    """Puts the import into the queue; a second confirmation is refused, so nothing is written twice."""
    if "name" not in batch.mapping:
        raise Refused(problem_text("no_name_column"))
    _flip(batch, ImportState.QUEUED, started_by_id=by.user_id, started_by_name=by.name, done_count=0)
    audit.record(Verb.IMPORT_CONFIRMED, batch, by=by)
    run_import.enqueue(batch.pk)
    return batch


@transaction.atomic
def restart_import(batch: ImportBatch, *, by: Actor) -> ImportBatch:
    """Puts an import into the queue again whose worker has been silent, for instance after a power cut."""
    quiet = timezone.now() - timedelta(seconds=SILENT_SECONDS)
    silent = ImportBatch.objects.filter(pk=batch.pk, state__in=UNDER_WAY).exclude(beat_at__gt=quiet)
    if not silent.update(beat_at=timezone.now()):
        raise Refused(_("This import is being worked on."))
    audit.record(Verb.IMPORT_CONFIRMED, batch, by=by, again=True)
    run_import.enqueue(batch.pk)
    return batch


@transaction.atomic
def discard_import(batch: ImportBatch, *, by: Actor) -> ImportBatch:
    """Throws the file away, with everything read from it."""
    _flip(batch, ImportState.DISCARDED, content=b"", report={}, finished_at=timezone.now())
    audit.record(Verb.IMPORT_DISCARDED, batch, by=by)
    return batch


def _flip(batch: ImportBatch, state: ImportState, **fields: Any) -> None:
    batches = ImportBatch.objects.filter(pk=batch.pk, state__in=states_before(state))
    if not batches.update(state=state, **fields):
        raise Refused(_("This import is under way or finished already."))
    batch.state = state


def _table(data: bytes, field: str | None, **how: str) -> Table:
    try:
        return read_table(data, **how)
    except FileProblem as problem:
        raise Refused(problem_text(problem.code, problem.detail), field) from None


def _preview(batch: ImportBatch, table: Table) -> None:
    batch.row_count = len(table.rows)
    examples = [
        [row[column] for row in table.rows[:50] if column < len(row) and row[column]][:EXAMPLES]
        for column in range(len(table.header))
    ]
    if "name" in batch.mapping:
        cleaned = clean(batch, table)
        batch.report = report_of(cleaned, match(batch, cleaned))
    else:
        batch.report = {"header": table.header}
    batch.report["examples"] = examples
