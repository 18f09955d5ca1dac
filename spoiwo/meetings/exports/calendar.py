"""Meetings as iCalendar (RFC 5545): a file for one guest, feeds that calendar programs fetch again and again."""

import datetime as dt
from collections.abc import Collection, Iterable
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from icalendar import Calendar, Event

from spoiwo.meetings.models import Meeting
from spoiwo.meetings.rules.states import MeetingState

ZONE = ZoneInfo("Europe/Warsaw")
STATUS = {
    MeetingState.PLANNED: "TENTATIVE",
    MeetingState.ANNOUNCED: "CONFIRMED",
    MeetingState.HELD: "CONFIRMED",
    MeetingState.CANCELLED: "CANCELLED",
}


def calendar_file(
    meetings: Iterable[Meeting],
    *,
    name: str,
    stamp: dt.datetime,
    inside: Collection[int] = (),
    extra: str = "",
) -> bytes:
    """A calendar with one event a meeting; times carry their zone, so a change of the clock moves nothing.

    `stamp` is when this was made; a feed gives the moment of the last change, so that the same state is the same bytes.
    `inside` are ids of partnerships whose online links the reader may have; a guest, who has an `extra` (the guest's own
    address, added to every description), has them too. A meeting that was called off stays in with STATUS:CANCELLED, so
    that programs take it out of people's calendars.
    """
    book = Calendar()
    book.add("prodid", "-//Spoiwo//Spoiwo//PL")
    book.add("version", "2.0")
    book.add("method", "PUBLISH")
    book.add("x-wr-calname", name)
    book.add("x-wr-timezone", ZONE.key)
    book.add("refresh-interval", dt.timedelta(hours=6), parameters={"VALUE": "DURATION"})
    host = urlsplit(settings.PUBLIC_URL).hostname or "spoiwo"
    for meeting in meetings:
        is_in = bool(extra) or meeting.partnership_id in inside
        event = _event(meeting, host, stamp)
        if words := "\n\n".join(filter(None, [meeting.summary, meeting.online_link if is_in else "", extra])):
            event.add("description", words)
        if meeting.is_public or meeting.partnership_id in inside:
            event.add("url", settings.PUBLIC_URL.rstrip("/") + meeting.get_absolute_url())
        book.add_component(event)
    book.add_missing_timezones()
    return book.to_ical()


def _event(meeting: Meeting, host: str, stamp: dt.datetime) -> Event:
    event = Event()
    event.add("uid", f"meeting-{meeting.pk}@{host}")
    event.add("dtstamp", stamp.astimezone(dt.UTC))
    event.add("last-modified", meeting.changed_at.astimezone(dt.UTC))
    event.add("sequence", meeting.revision)
    starts, ends = meeting.starts_at.astimezone(ZONE), meeting.ends_at.astimezone(ZONE)
    event.add("dtstart", starts if meeting.has_hours else starts.date())
    event.add("dtend", ends if meeting.has_hours else ends.date() + dt.timedelta(days=1))
    event.add("summary", meeting.title)
    event.add("status", STATUS[MeetingState(meeting.state)])
    if place := ", ".join(filter(None, (meeting.venue, meeting.address))):
        event.add("location", place)
    return event
