"""The closing report of a meeting as blocks, for PDF and DOCX alike."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from spoiwo.documents.blocks import (
    Block,
    Fields,
    Heading,
    Note,
    Paragraph,
    TableBlock,
    blocks_docx,
    blocks_pdf,
)
from spoiwo.meetings.exports.meeting_papers import event_of
from spoiwo.meetings.exports.papers import Event, facts, full_title, printed
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.queries.closing import Breakdown, Part, Report, report_of
from spoiwo.meetings.queries.words import LANGUAGE

WRITERS = {"pdf": blocks_pdf, "docx": blocks_docx}


def closing_report(meeting: Meeting, format: str, *, made_at: dt.datetime | None = None) -> bytes:
    """The report as `pdf` or `docx`, in the language of papers. Raises what `blocks_pdf` raises."""
    event = event_of(meeting)
    with override(LANGUAGE):
        report = report_of(meeting)
        return WRITERS[format](
            list(report_blocks(report, event)),
            title=full_title(_("Report"), event),
            subtitle=event.partnership,
            footer=printed(made_at, event.organiser),
            language=LANGUAGE,
            logos=event.logos,
            made_at=made_at,
        )


def report_blocks(report: Report, event: Event) -> Iterator[Block]:
    """Facts, figures with a table and a sentence each, programme, decisions, who paid; in the language now active."""
    yield Fields(facts(event))
    yield Heading(1, _("Attendance"))
    yield Fields(_counts(report))
    if report.head_sentence:
        yield Note(report.head_sentence)
    for table in report.tables:
        yield Heading(2, table.title)
        yield Paragraph(table.sentence)
        yield _table(table, report.total)
    if report.programme:
        yield Heading(1, pgettext("of a meeting", "Programme"))
        yield TableBlock(
            header=[_("Time"), pgettext("programme", "What"), pgettext("programme", "Who")],
            rows=[
                [
                    f"{line.item.starts:%H:%M}–{line.ends:%H:%M}",
                    line.item.title,
                    ", ".join(filter(None, (line.item.speaker, line.item.speaker_function))),
                ]
                for line in report.programme
            ],
        )
    yield Heading(1, _("What was decided"))
    yield Paragraph(report.meeting.decisions or _("No decisions have been recorded."))
    for mark in report.marks:
        if mark.sentence and mark.is_in_force(event.day):
            yield Paragraph(mark.sentence)


def _counts(report: Report) -> list[tuple[str, str]]:
    total, heads = report.total, report.meeting.head_count
    pairs = [
        (_("On the list"), total.listed),
        (_("Came"), total.came),
        (_("Of these without an invitation"), report.walk_ins),
        (_("Excused"), total.excused),
        (_("Absent"), total.absent),
    ]
    if report.expected:
        pairs.append((_("Nothing recorded"), report.expected))
    if heads is not None:
        pairs.append((_("Heads counted in the hall"), heads))
    return [(label, str(count)) for label, count in pairs]


def _table(table: Breakdown, total: Part) -> TableBlock:
    return TableBlock(
        header=[table.heading, _("On the list"), _("Came"), _("Excused"), _("Absent")],
        rows=[
            [part.label, str(part.listed), str(part.came), str(part.excused), str(part.absent)]
            for part in [*table.parts, total]
        ],
        align=["left", "right", "right", "right", "right"],
    )
