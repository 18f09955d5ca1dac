"""Meetings as iCalendar (RFC 5545): a file for one guest, feeds that calendar programs fetch again and again."""

import datetime as dt
from collections.abc import Iterable
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
    meetings: Iterable[Meeting], *, name: str, stamp: dt.datetime, with_links: bool = True, extra: str = ""
) -> bytes:
    """A calendar with one event a meeting; times carry their zone, so a change of the clock moves nothing.

    `stamp` is when this was made. With `with_links` the page of a public meeting is named; `extra` is added to every
    description (a guest's own address). A meeting that was called off stays in with STATUS:CANCELLED, so that programs
    take it out of people's calendars.
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
        book.add_component(_event(meeting, host, stamp, with_links=with_links, extra=extra))
    book.add_missing_timezones()
    return book.to_ical()


def _event(meeting: Meeting, host: str, stamp: dt.datetime, *, with_links: bool, extra: str) -> Event:
    event = Event()
    event.add("uid", f"meeting-{meeting.pk}@{host}")
    event.add("dtstamp", stamp.astimezone(dt.UTC))
    event.add("dtstart", meeting.starts_at.astimezone(ZONE))
    event.add("dtend", meeting.ends_at.astimezone(ZONE))
    event.add("summary", meeting.title)
    event.add("status", STATUS[MeetingState(meeting.state)])
    if place := ", ".join(filter(None, (meeting.venue, meeting.address))):
        event.add("location", place)
    lines = [meeting.summary, meeting.online_link if extra else "", extra]
    if words := "\n\n".join(filter(None, lines)):
        event.add("description", words)
    if with_links and meeting.is_public:
        event.add("url", settings.PUBLIC_URL.rstrip("/") + meeting.get_absolute_url())
    return event
