"""Sheets as pages, devices, the projector and the report read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.db.models import Count, Q

from spoiwo.workshops.labels import FIELD_LABELS
from spoiwo.workshops.models import Hall, Line, Proposal, Sheet, Slip, Step, Table
from spoiwo.workshops.queries.stages import Stage
from spoiwo.workshops.queries.tables import seatings
from spoiwo.workshops.rules.states import Grouping, LineState, SheetField, SheetForm

BLANKS = 3
"""Empty lines offered under each heading to those without JavaScript."""


@dataclass(slots=True)
class Heading:
    """A heading with the lines under it; `blanks` are keys for lines to be added."""

    field: str
    label: str
    lines: list[Line]
    blanks: list[str]


def headings_of(step: Step, lines: Iterable[Line], *, blanks: int = 0) -> list[Heading]:
    """Lines under the headings of the step's form, in its order."""
    found = {
        name: Heading(name, str(FIELD_LABELS[name]), [], [str(uuid4()) for _ in range(blanks)])
        for name in step.fields
    }
    for line in lines:
        if line.field in found:
            found[SheetField(line.field)].lines.append(line)
    return list(found.values())


def lines_since(sheet: Sheet, revision: int) -> list[dict[str, Any]]:
    """What changed on the sheet after that revision, for a device that has seen it so far."""
    rows = Line.objects.filter(sheet=sheet, revision__gt=revision).order_by("pk")
    return [
        {
            "key": str(line.key),
            "field": line.field,
            "text": "" if line.state == LineState.STRUCK else line.text,
            "version": line.version,
        }
        for line in rows
    ]


def sheets_of(step: Step) -> list[tuple[Sheet, list[Heading]]]:
    """All sheets of a step in the order of tables, with what stands on them. Three queries."""
    sheets = list(Sheet.objects.filter(step=step).select_related("table").prefetch_related("photos"))
    lines: dict[int, list[Line]] = {sheet.pk: [] for sheet in sheets}
    for line in Line.objects.filter(sheet__in=sheets).shown():
        lines[line.sheet_id or 0].append(line)
    return [(sheet, headings_of(step, lines[sheet.pk])) for sheet in sheets]


def recap_of(step: Step, table: Table | None = None) -> list[Heading]:
    """What the step that this one continues left: all lines under its headings, those of the table's theme first."""
    before = step.takes_from
    if before is None:
        return []
    rows = Line.objects.filter(step=before).shown().select_related("table", "sheet__table")
    lines = sorted(rows, key=lambda line: table is not None and not _is_alike(line, table))
    return [one for one in headings_of(before, lines) if one.lines]


def _is_alike(line: Line, table: Table) -> bool:
    return bool(line.sheet and table.theme and line.sheet.about == table.theme)


def progress_of(step: Step) -> list[Table]:
    """The tables of the workshop with how many lines and proposals each has written in this step, and whether it is done."""
    return list(
        Table.objects.filter(meeting=step.meeting_id).annotate(
            line_count=Count(
                "sheets__lines",
                filter=Q(sheets__step=step, sheets__lines__state=LineState.SHOWN),
                distinct=True,
            ),
            proposal_count=Count("proposals", filter=Q(proposals__step=step), distinct=True),
            done=Count("sheets", filter=Q(sheets__step=step, sheets__is_done=True), distinct=True),
            photo_count=Count("sheets__photos", filter=Q(sheets__step=step), distinct=True),
        )
    )


def seat_stage(hall: Hall, step: Step, slip: Slip) -> Stage:
    """On a phone: the table one belongs to, with the way to its sheet; or the tables to choose from."""
    is_open = step.grouping == Grouping.CHOICE
    tables = seatings(hall.meeting) if is_open else []
    return Stage("workshops/guest/_sheets.html", {"table": slip.table, "tables": tables})


def desk_stage(hall: Hall, step: Step, table: Table) -> Stage:
    """At the table: the group's sheet with what came before, the proposals where that is the form."""
    sheet = Sheet.objects.filter(step=step, table=table).prefetch_related("photos").first()
    lines = sheet.lines.shown() if sheet else []
    facts = {
        "sheet": sheet,
        "headings": headings_of(step, lines, blanks=BLANKS),
        "recap": recap_of(step, table),
        "photos": len(sheet.photos.all()) if sheet else 0,
        "proposals": list(Proposal.objects.filter(step=step, table=table).entered()),
        "key": uuid4(),
    }
    template = "proposals" if step.form == SheetForm.PROPOSAL else "sheet"
    return Stage(f"workshops/guest/_{template}.html", facts)


def screen_stage(hall: Hall, step: Step) -> Stage:
    """On the screen: how far the tables are; once the step is closed, or the result is wanted, what they wrote."""
    return Stage("workshops/screen/_sheets.html", {"tables": progress_of(step), "total": _total(step)})


def spotlight(hall: Hall, step: Step) -> Stage:
    """On the screen: one group's sheet, one heading of it at a time, or its proposals, while the group presents it."""
    table = hall.table
    lines = Line.objects.filter(step=step, sheet__table=table).shown()
    headings = [one for one in headings_of(step, lines) if one.field == hall.field or not hall.field]
    facts = {
        "step": step,
        "table": table,
        "theme": theme_of(step, table),
        "headings": headings,
        "is_one": bool(hall.field) or len(headings) == 1,
        "proposals": list(Proposal.objects.filter(step=step, table=table).entered()),
    }
    return Stage("workshops/screen/_spotlight.html", facts)


def theme_of(step: Step, table: Table | None) -> str:
    """What the group worked on in that step, as its sheet keeps it."""
    sheet = Sheet.objects.select_related("table").filter(step=step, table=table).first()
    return sheet.about if sheet else ""


def panel_stage(step: Step) -> Stage:
    """For the facilitator: each table with the way to its sheet."""
    sheets = {sheet.table_id: sheet for sheet in Sheet.objects.filter(step=step)}
    tables = [(table, sheets.get(table.pk)) for table in progress_of(step)]
    fields = [(name, FIELD_LABELS[name]) for name in step.fields] if len(step.fields) > 1 else []
    facts = {"tables": tables, "total": _total(step), "fields": fields}
    return Stage("workshops/panel/_sheets.html", facts)


def _total(step: Step) -> int:
    return Line.objects.filter(step=step).shown().count()
