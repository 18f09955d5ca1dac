"""The report of a workshop as blocks, for PDF and DOCX alike: head, people, programme, a chapter per group, the plenary."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext

from spoiwo.documents.blocks import (
    Block,
    Bullets,
    Fields,
    Heading,
    Paragraph,
    Picture,
    TableBlock,
    blocks_docx,
    blocks_pdf,
)
from spoiwo.meetings.exports.meeting_papers import event_of
from spoiwo.meetings.exports.papers import Event, facts, full_title, printed
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.queries.words import LANGUAGE, place_and_time
from spoiwo.projects.exports import card_blocks
from spoiwo.workshops.exports.report_photos import shots
from spoiwo.workshops.exports.reported import idea_blocks, proposal_blocks, screening_blocks, vote_blocks
from spoiwo.workshops.queries.report import Chapter, Part, Report, Round, Scope, report_of

WRITERS = {"pdf": blocks_pdf, "docx": blocks_docx}


def workshop_report(
    meeting: Meeting, format: str, scope: Scope, *, made_at: dt.datetime | None = None
) -> bytes:
    """The report as `pdf` or `docx`, in the language of papers. Raises what `blocks_pdf` raises."""
    event = event_of(meeting)
    with override(LANGUAGE):
        return WRITERS[format](
            list(report_blocks(report_of(meeting, scope), event)),
            title=full_title(_("Report of the workshop"), event),
            subtitle=event.partnership,
            footer=printed(made_at, event.organiser),
            language=LANGUAGE,
            logos=event.logos,
            made_at=made_at,
        )


def report_blocks(report: Report, event: Event) -> Iterator[Block]:
    """Everything in the order of the paper; in the language now active."""
    yield Fields(head_of(report, event))
    for mark in report.funders:
        if mark.sentence and mark.is_in_force(event.day):
            yield Paragraph(mark.sentence)
    yield from _people(report)
    yield from _programme(report)
    for chapter in report.chapters:
        if chapter.parts or not report.scope.steps:
            yield from _chapter(chapter, report.scope)
    if report.plenary:
        yield Heading(1, pgettext("of a workshop", "Plenary"))
    for one in report.plenary:
        yield from _round(one, report.scope)
    if not report.chapters and not report.plenary:
        yield Paragraph(_("Nothing was written down at this workshop."))
    yield from following_blocks(report)


def head_of(report: Report, event: Event) -> list[tuple[str, str]]:
    """Which workshop of which cycle, when, where, by whom, and who pays."""
    pairs = facts(event)
    if report.number and report.meeting.series:
        words = {"number": report.number, "total": report.total, "title": report.meeting.series.title}
        pairs.insert(0, (_("Workshop"), _("%(number)d of %(total)d in the cycle “%(title)s”") % words))
    if funders := [mark.name for mark in report.funders if mark.is_in_force(event.day)]:
        pairs.append((_("Financed by"), ", ".join(funders)))
    return pairs


def following_blocks(report: Report) -> Iterator[Block]:
    """The next meeting of the cycle, or that its day is still to come."""
    if report.following:
        yield Heading(1, _("What comes next"))
        yield Paragraph(f"{report.following.title}\n{place_and_time(report.following)}")
    elif report.number < report.total:
        yield Heading(1, _("What comes next"))
        yield Paragraph(_("The day of the next workshop will be announced."))


def _people(report: Report) -> Iterator[Block]:
    people = report.people
    count = len(people.rows)
    yield Heading(1, _("Who took part"))
    if not count:
        yield Paragraph(_("Attendance has not been recorded."))
        return
    yield Paragraph(ngettext("%(n)d person came.", "%(n)d people came.", count) % {"n": count})
    if report.scope.names:
        yield TableBlock(
            header=[
                _("Given name and surname"),
                pgettext("of a person", "Function"),
                _("Institution"),
                pgettext("of a workshop", "Group"),
            ],
            rows=[
                [one.name or _("name erased"), one.function, one.organisation_name, one.group]
                for one in people.rows
            ],
        )
        return
    yield TableBlock(
        header=[pgettext("column of a list", "Sector"), pgettext("of people", "Number")],
        rows=[[label, str(n)] for label, n in people.sectors],
        widths=[5, 1],
        align=["left", "right"],
    )
    # One person from each of a hundred institutions is a paragraph to read, and no table of three pages.
    yield Heading(2, _("Institutions"))
    yield Paragraph("; ".join(label if n == 1 else f"{label} ({n})" for label, n in people.offices) + ".")


def _programme(report: Report) -> Iterator[Block]:
    if not report.programme:
        return
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


def _chapter(chapter: Chapter, scope: Scope) -> Iterator[Block]:
    table = chapter.table
    words = {"number": table.number, "name": table.name}
    yield Heading(1, _("Group %(number)d: %(name)s") % words)
    pairs = [(_("Theme"), table.theme)]
    if scope.names:
        pairs.append((_("Spoke for the group"), table.leader))
        pairs.append((_("Members"), ", ".join(filter(None, (one.name for one in chapter.people)))))
    elif chapter.people:
        pairs.append((_("People in the group"), str(len(chapter.people))))
    if known := [pair for pair in pairs if pair[1].strip()]:
        yield Fields(known)
    if not chapter.parts and not chapter.card:
        yield Paragraph(_("This group has left nothing in writing."))
    for part in chapter.parts:
        yield from _part(part, table.theme, scope)
    if chapter.card:
        yield Heading(2, _("Concept card: %(title)s") % {"title": chapter.card.title})
        yield from card_blocks(chapter.card, with_contact=False, level=3, with_people=scope.names)


def _part(part: Part, theme: str, scope: Scope) -> Iterator[Block]:
    yield Heading(2, part.step.title)
    if part.about and part.about != theme:
        yield Paragraph(_("The group worked on: %(theme)s") % {"theme": part.about})
    for heading in part.headings:
        yield Heading(3, heading.label)
        yield Bullets([line.text for line in heading.lines])
    yield from proposal_blocks(part.proposals, 3)
    if not part.photos:
        return
    if scope.photos:
        yield from (Picture(*shot) for shot in shots(part))
        return
    count = len(part.photos)
    yield Paragraph(
        ngettext(
            "%(n)d photograph of the paper sheet is kept with the workshop.",
            "%(n)d photographs of the paper sheet are kept with the workshop.",
            count,
        )
        % {"n": count}
    )


def _round(one: Round, scope: Scope) -> Iterator[Block]:
    yield Heading(2, one.step.title)
    if one.step.notes.strip():
        yield Paragraph(one.step.notes.strip())
    yield from idea_blocks(one.ideas, one.step.naming, names=scope.names)
    yield from proposal_blocks(one.proposals, 3)
    if one.screening and one.screening.raters:
        yield from screening_blocks(one.screening)
    for outcome in one.votes:
        yield from vote_blocks(outcome, 3, names=scope.names)
