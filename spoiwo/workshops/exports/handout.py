"""The most important of a workshop on one sheet of two sides, to be handed out at the next one."""

import datetime as dt
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from spoiwo.documents.blocks import Block, Bullets, Heading, Numbered, Paragraph, blocks_docx, plain
from spoiwo.documents.pdf import pdf
from spoiwo.meetings.exports.meeting_papers import event_of
from spoiwo.meetings.exports.papers import Event, full_title, printed, when, where
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.queries.words import LANGUAGE
from spoiwo.workshops.exports.report import following_blocks
from spoiwo.workshops.exports.reported import total_words
from spoiwo.workshops.queries.recap import Section, recap_of
from spoiwo.workshops.queries.report import Report, Scope, report_of
from spoiwo.workshops.queries.votes import Outcome
from spoiwo.workshops.rules.ballots import Method
from spoiwo.workshops.rules.states import ProposalState

FOLDER = "workshops/documents"
ROWS = 240
"""Rows of two sides in two columns at nine points; where they turn out to be more, the letters become smaller."""
IN_A_ROW = 52
"""Letters of a row in one of the columns."""
LONGEST = 140
MOST_TITLES = 40


def workshop_handout(meeting: Meeting, format: str, *, made_at: dt.datetime | None = None) -> bytes:
    """The handout as `pdf` or `docx`, in the language of papers; nobody is named. Raises what `pdf` raises."""
    event = event_of(meeting)
    with override(LANGUAGE):
        blocks = handout_blocks(report_of(meeting, Scope()), event)
        title, footer = full_title(_("Recap"), event), printed(made_at, event.organiser)
        if format == "docx":
            return blocks_docx(
                blocks, title=title, subtitle=event.partnership, footer=footer, language=LANGUAGE,
                logos=event.logos, made_at=made_at,
            )  # fmt: skip
        data = {"blocks": plain(blocks), "subtitle": event.partnership, "footer": footer}
        return pdf(
            f"{FOLDER}/handout.typ", data, title=title, language=LANGUAGE, logos=event.logos, made_at=made_at
        )


def handout_blocks(report: Report, event: Event) -> list[Block]:
    """As many lines under each heading as two sides take; in the language now active."""
    sections = recap_of(report)
    before = [Paragraph("\n".join(filter(None, (when(event), where(event)))))]
    after = [*_proposals(report), *_votes(report), *following_blocks(report)]
    room = ROWS - _height([*before, *after])
    for most in (12, 10, 8, 6, 5, 4, 3, 2, 1):
        middle = [block for section in sections for block in _section(section, most)]
        if _height(middle) <= room or most == 1:
            return [*before, *_cut(middle, room), *after]
    return [*before, *after]


def shortened(text: str, longest: int = LONGEST) -> str:
    """The text on one line, its end given up where it is too long."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _section(section: Section, most: int) -> Iterator[Block]:
    yield Heading(1, shortened(section.title, 90))
    for label, lines in section.headings:
        if section.has_labels:
            yield Heading(2, label)
        yield Bullets([shortened(text) for text in lines[:most]])
        if left := len(lines) - most:
            words = ngettext("and %(n)d more in the report", "and %(n)d more in the report", left)
            yield from [Paragraph(words % {"n": left})] if left > 0 else []


def _proposals(report: Report) -> Iterator[Block]:
    rows = [one for chapter in report.chapters for part in chapter.parts for one in part.proposals]
    rows += [one for one_round in report.rounds for one in one_round.proposals]
    titles = [shortened(str(one), 90) for one in rows if one.state == ProposalState.ENTERED]
    if titles:
        yield Heading(1, _("Proposals of projects"))
        yield Numbered(titles[:MOST_TITLES])


def _votes(report: Report) -> Iterator[Block]:
    for one in report.rounds:
        for outcome in one.votes:
            yield Heading(
                1, _("Result of the vote: %(title)s") % {"title": shortened(outcome.vote.title, 90)}
            )
            if not outcome.has_quorum:
                yield Paragraph(_("There was no quorum, so this vote has decided nothing."))
            yield Bullets(ranking_lines(outcome)[:MOST_TITLES])


def ranking_lines(outcome: Outcome) -> list[str]:
    """The result line by line: place and total, or what became of a motion."""
    if outcome.terms.method == Method.MOTION:
        passed = {option.pk for option in outcome.chosen}
        return [
            (_("Adopted: %(title)s") if one.option in passed else _("Not adopted: %(title)s"))
            % {"title": shortened(outcome.names[one.option], 90)}
            for one in outcome.count.verdicts
        ]
    return [
        f"{one.rank}. {shortened(outcome.names[one.option], 90)} ({total_words(one.total)})"
        for one in outcome.count.standings
    ]


def _height(blocks: Sequence[Block]) -> int:
    """Rows that the blocks take, rather too many."""
    return sum(map(_rows, blocks))


def _rows(block: Block) -> int:
    match block:
        case Heading(text=text):
            return 2 + len(text) // 44
        case Paragraph(text=text):
            return 1 + sum(1 + len(line) // IN_A_ROW for line in text.split("\n"))
        case Bullets(points=points) | Numbered(points=points):
            return 1 + sum(1 + len(point) // (IN_A_ROW - 4) for point in points)
    return 1


def _cut(blocks: Sequence[Block], room: int) -> Iterator[Block]:
    """What fits; the rest stands in the report."""
    for block in blocks:
        room -= _rows(block)
        if room < 0:
            yield Paragraph(_("There is more in the report of the workshop."))
            return
        yield block
