"""A meeting's closing report as the beginning of an article: plain sentences, no person's data beyond the programme's."""

from collections.abc import Iterator
from html import escape
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext

from spoiwo.kit.dates import written_day
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.queries.closing import Report, report_of
from spoiwo.meetings.queries.words import LANGUAGE
from spoiwo.newsroom.rules.bodies import paragraphs


def told(meeting: Meeting) -> dict[str, Any]:
    """Title, lead and body of the article, in the language of papers. Some seven queries."""
    with override(LANGUAGE):
        report = report_of(meeting, is_public=True)
        return {"title": meeting.title, "lead": _lead(report), "body": "".join(_body(report))}


def _lead(report: Report) -> str:
    meeting = report.meeting
    day = written_day(timezone.localtime(meeting.starts_at).date())
    where = ", ".join(part for part in (meeting.venue, meeting.address) if part)
    said = _("“%(title)s” took place on %(day)s.") % {"title": meeting.title, "day": day}
    if where:
        said += " " + _("Place: %(place)s.") % {"place": where}
    if came := max(report.total.came, meeting.head_count or 0):
        more = ngettext("%(count)d person took part.", "%(count)d people took part.", came)
        said += " " + more % {"count": came}
    return said


def _body(report: Report) -> Iterator[str]:
    for table in report.tables if report.total.came else ():
        yield f"<h2>{escape(table.title)}</h2>{paragraphs(table.sentence)}"
    if report.programme:
        yield f"<h2>{escape(pgettext('of a meeting', 'Programme'))}</h2><ul>"
        for line in report.programme:
            who = ", ".join(part for part in (line.item.speaker, line.item.speaker_function) if part)
            said = f"{line.item.starts:%H:%M} {line.item.title}" + (f" – {who}" if who else "")
            yield f"<li><p>{escape(said)}</p></li>"
        yield "</ul>"
    if report.meeting.decisions.strip():
        yield f"<h2>{escape(_('What was decided'))}</h2>{paragraphs(report.meeting.decisions)}"
    day = timezone.localtime(report.meeting.starts_at).date()
    for mark in report.marks:
        if mark.sentence and mark.is_in_force(day):
            yield paragraphs(mark.sentence)
