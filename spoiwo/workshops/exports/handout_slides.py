"""Slides that recall a workshop at the next one: 16:9, large letters, one heading a slide, a few lines each."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

from spoiwo.documents.pdf import pdf
from spoiwo.meetings.exports.meeting_papers import event_of
from spoiwo.meetings.exports.papers import full_title, when
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.queries.words import LANGUAGE, place_and_time
from spoiwo.workshops.exports.handout import FOLDER, ranking_lines, shortened
from spoiwo.workshops.queries.recap import Section, recap_of
from spoiwo.workshops.queries.report import Report, Scope, report_of
from spoiwo.workshops.rules.states import ProposalState

MOST_LINES = 7
MOST_ROWS = 8
IN_A_ROW = 56
"""Letters in a row of the slide at a twentieth of its height."""
MOST_SLIDES = 3
"""Of one heading; what is left stands in the handout and the report."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; `above` names the group, theme or step, `part` says “2 of 3” where a heading goes on."""

    heading: str
    lines: Sequence[str]
    above: str = ""
    part: str = ""


def recap_slides(meeting: Meeting, *, made_at: dt.datetime | None = None) -> bytes:
    """The slides as tagged PDF, in the language of papers; nobody is named. Raises what `pdf` raises."""
    event = event_of(meeting)
    with override(LANGUAGE):
        data = {
            "subtitle": event.partnership,
            "event": event.title,
            "when": when(event),
            "recap": _("What we have so far"),
            "slides": [asdict(slide) for slide in slides_of(report_of(meeting, Scope()))],
        }
        title = full_title(_("Recap"), event)
        return pdf(f"{FOLDER}/handout_slides.typ", data, title=title, language=LANGUAGE, made_at=made_at)


def slides_of(report: Report) -> list[Slide]:
    """All slides in their order; in the language now active."""
    found: list[Slide] = []
    for section in recap_of(report):
        found += _section(section)
    titles = [
        shortened(str(one), 110)
        for group in (
            *(part.proposals for chapter in report.chapters for part in chapter.parts),
            *(one.proposals for one in report.rounds),
        )
        for one in group
        if one.state == ProposalState.ENTERED
    ]
    found += _continued(_("Proposals of projects"), titles, "", MOST_SLIDES + 3)
    for one in report.rounds:
        for outcome in one.votes:
            lines = ranking_lines(outcome) if outcome.has_quorum else [_("There was no quorum.")]
            found += _continued(_("Result of the vote"), lines, shortened(outcome.vote.title, 80))
    if report.following:
        found.append(
            Slide(_("The next workshop"), [report.following.title, place_and_time(report.following)])
        )
    return found


def _section(section: Section) -> Iterator[Slide]:
    groups = shortened(", ".join(section.groups), 60)
    for label, lines in section.headings:
        heading = label if section.has_labels else shortened(section.title, 80)
        above = " · ".join(filter(None, (shortened(section.title, 70) if section.has_labels else "", groups)))
        yield from _continued(heading, [shortened(text, 220) for text in lines], above)


def _continued(heading: str, lines: Sequence[str], above: str, most: int = MOST_SLIDES) -> list[Slide]:
    pages = list(_pages(lines))[:most]
    total = len(pages)
    words = _("%(number)d of %(total)d")
    return [
        Slide(heading, page, above, words % {"number": number, "total": total} if total > 1 else "")
        for number, page in enumerate(pages, 1)
    ]


def _pages(lines: Sequence[str]) -> Iterator[list[str]]:
    """As many lines and rows as a slide takes; one long line may have a slide of its own."""
    page: list[str] = []
    rows = 0
    for line in lines:
        height = 1 + len(line) // IN_A_ROW
        if page and (len(page) == MOST_LINES or rows + height > MOST_ROWS):
            yield page
            page, rows = [], 0
        page.append(line)
        rows += height
    if page:
        yield page
