"""Sheets of groups: lines written by several devices at once, photographs of paper, a group that has finished."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.files import store
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.workshops.audit import Verb
from spoiwo.workshops.models import Landed, Line, Sheet, SheetPhoto, Step, Table
from spoiwo.workshops.rules import writing
from spoiwo.workshops.rules.states import LineState
from spoiwo.workshops.rules.writing import Kind, Landing, Outcome, Write

LONGEST = 500
MOST_LINES = 400
MOST_PHOTOS = 20
PICTURES = ("image/jpeg", "image/png")


def sheet_for(step: Step, table: Table) -> Sheet:
    """The sheet of a table in a step, made when it is first opened."""
    return Sheet.objects.get_or_create(step=step, table=table)[0]


@transaction.atomic
def write_lines(sheet: Sheet, writes: Sequence[Write], *, author: str = "") -> list[Outcome]:
    """Writes lines; what became of each, in their order. Nobody's text is lost and a repeated delivery changes nothing.

    The sheet is locked meanwhile, so devices take turns. Raises `Refused` where a line is too long, a heading is not on this
    form, the sheet is full, or the step is not open. Four queries and one or two a changed line.
    """
    sheet = Sheet.objects.select_for_update().select_related("step", "table").get(pk=sheet.pk)
    _check(sheet, writes)
    lines = {line.key: line for line in Line.objects.filter(sheet=sheet, key__in=[one.key for one in writes])}
    marks = [writing.mark_of(one.key.hex, one.version, one.text) for one in writes]
    landed = {
        one.mark: Landing(one.line.key.hex, one.version)
        for one in Landed.objects.filter(sheet=sheet, mark__in=marks).select_related("line")
    }
    outcomes = []
    for one in writes:
        outcome = writing.weigh_write(
            _now(lines.get(one.key)), one.version, one.text, key=one.key.hex, delivered=landed
        )
        outcomes.append(outcome)
        if outcome.changes:
            line = _apply(sheet, one, outcome, lines, author)
            lines[line.key] = line
            landed[outcome.mark] = Landing(outcome.key, outcome.version)
    if any(outcome.changes for outcome in outcomes):
        sheet.save(update_fields=["revision"])
    return outcomes


def _check(sheet: Sheet, writes: Sequence[Write]) -> None:
    if not sheet.step.is_open:
        raise Refused(_("This step is closed for writing. What you wrote stays on this device."))
    if any(len(writing.tidied(one.text)) > LONGEST for one in writes):
        raise Refused(_("A line can have at most %(most)d characters. Split it in two.") % {"most": LONGEST})
    if any(one.field not in sheet.step.fields for one in writes):
        raise Refused(_("This heading is not on the sheet of this step."))
    if len(writes) > MOST_LINES or sheet.lines.count() + len(writes) > 2 * MOST_LINES:
        raise Refused(_("The sheet is full."))


def _now(line: Line | None) -> writing.Line | None:
    if line is None:
        return None
    return writing.Line(line.key.hex, line.version, line.text, line.state == LineState.STRUCK)


def _apply(sheet: Sheet, one: Write, outcome: Outcome, lines: dict[UUID, Line], author: str) -> Line:
    sheet.revision += 1
    key = UUID(outcome.key)
    line = lines.get(key) or Line(step=sheet.step, sheet=sheet, table=sheet.table, key=key, field=one.field)
    if outcome.kind == Kind.STRUCK:
        line.state = LineState.STRUCK
    else:
        line.text, line.state = outcome.text, LineState.SHOWN
    line.version, line.revision, line.author = outcome.version, sheet.revision, author or line.author
    line.save()
    Landed.objects.create(sheet=sheet, mark=outcome.mark, line=line, version=outcome.version)
    return line


@transaction.atomic
def finish_sheet(sheet: Sheet, is_done: bool, *, by: Actor) -> None:
    """The group says that it has finished, or takes the sheet up again."""
    Sheet.objects.filter(pk=sheet.pk).update(is_done=is_done, revision=F("revision") + 1)
    audit.record(Verb.SHEET_FINISHED, sheet, by=by, scope=sheet.step.meeting.partnership_id, done=is_done)


@transaction.atomic
def add_photos(sheet: Sheet, files: Iterable[Any], *, by: Actor) -> list[SheetPhoto]:
    """Photographs of a sheet on paper, to be typed in later; nothing is kept unless all of them can be."""
    files = list(files)
    if sheet.photos.count() + len(files) > MOST_PHOTOS:
        raise Refused(_("A sheet can have at most %(most)d photographs.") % {"most": MOST_PHOTOS}, "photos")
    for file in files:
        store.check(file, kinds=PICTURES)
    made = [SheetPhoto.objects.create(sheet=sheet, file=store.keep(file, by=by)) for file in files]
    Sheet.objects.filter(pk=sheet.pk).update(revision=F("revision") + 1)
    audit.record(Verb.PHOTO_ADDED, sheet, by=by, scope=sheet.step.meeting.partnership_id, count=len(made))
    return made


@transaction.atomic
def mark_typed(photo: SheetPhoto, is_typed: bool, *, by: Actor) -> None:
    """Whether all that the photograph shows has been typed in."""
    SheetPhoto.objects.filter(pk=photo.pk).update(is_typed=is_typed)
    scope = photo.sheet.step.meeting.partnership_id
    audit.record(Verb.PHOTO_TYPED, photo.sheet, by=by, scope=scope, typed=is_typed)
