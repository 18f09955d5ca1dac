"""A meeting as its papers need it: the event with its clause and the signs of who pays."""

from collections.abc import Iterable

from django.utils import timezone

from spoiwo.documents.pdf import Logo
from spoiwo.meetings.exports.papers import Event
from spoiwo.meetings.models import FundingMark, Meeting
from spoiwo.meetings.queries.privacy import clause_of
from spoiwo.meetings.rules.states import Subject


def event_of(meeting: Meeting, *, clause: Subject = Subject.ATTENDANCE) -> Event:
    """The meeting in words, with the funders' signs in force on its day and the privacy clause."""
    starts, ends = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    coordinator = meeting.partnership.coordinator
    return Event(
        title=meeting.title,
        day=starts.date(),
        time=f"{starts:%H:%M}–{ends:%H:%M}" if meeting.has_hours else "",
        venue=meeting.venue,
        address=meeting.address,
        host=meeting.host,
        organiser=coordinator.name if coordinator else meeting.partnership.name,
        partnership=meeting.partnership.name,
        logos=logos_of([meeting]),
        clause=clause_of(meeting.partnership, clause, starts.date()),
        until=ends.date() if ends.date() != starts.date() else None,
    )


def logos_of(meetings: Iterable[Meeting]) -> list[Logo]:
    """The signs of everybody who pays for these meetings on their days, each once."""
    days = {meeting.pk: timezone.localtime(meeting.starts_at).date() for meeting in meetings}
    rows = FundingMark.objects.filter(meetings__in=days).exclude(picture=None)
    found: dict[int, FundingMark] = {}
    for mark in rows.select_related("picture").distinct():
        if any((mark.since or day) <= day <= (mark.until or day) for day in days.values()):
            found[mark.pk] = mark
    return [
        Logo(mark.picture.content.read(), mark.alt or mark.name) for mark in found.values() if mark.picture
    ]
