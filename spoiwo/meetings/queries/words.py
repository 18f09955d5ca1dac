"""Meetings and moments in words, as letters and papers say them."""

import datetime as dt

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format

from spoiwo.kit.dates import written_day
from spoiwo.meetings.labels import ACCESS_LABELS
from spoiwo.meetings.models import Meeting, Needs
from spoiwo.meetings.rules.states import Access

# Letters go out in the partnership's language; the shipped wordings are Polish and every office edits its own.
LANGUAGE = "pl"


def place_and_time(meeting: Meeting) -> str:
    """“8 października 2024 r., godz. 10:00, Urząd Gminy Leoncin, ul. Partyzantów 3”."""
    starts = timezone.localtime(meeting.starts_at)
    hour = f", godz. {date_format(starts, 'H:i')}" if meeting.has_hours else ""
    parts = [
        f"{written_day(starts.date())}{hour}",
        meeting.venue,
        meeting.address,
    ]
    return ", ".join(part for part in parts if part)


def short_moment(meeting: Meeting) -> str:
    """“08.10.2024 10:00”; the day alone where nobody knows the hour."""
    return date_format(timezone.localtime(meeting.starts_at), "d.m.Y H:i" if meeting.has_hours else "d.m.Y")


def days_and_hours(meeting: Meeting) -> str:
    """“8 października 2024 r., 10:00–14:00”; of several days the first and the last."""
    starts, ends = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    days = [written_day(day) for day in dict.fromkeys((starts.date(), ends.date()))]
    return " – ".join(days) + (f", {starts:%H:%M}–{ends:%H:%M}" if meeting.has_hours else "")


def moment(at: dt.datetime) -> str:
    """A deadline in words; the end of a day is told by the day alone."""
    local = timezone.localtime(at)
    day = written_day(local.date())
    return day if (local.hour, local.minute) == (23, 59) else f"{day}, godz. {local:%H:%M}"


def programme(meeting: Meeting) -> str:
    """The programme, one point a line."""
    return "\n".join(
        f"{item.starts:%H:%M} {item.title}" + (f" – {item.speaker}" if item.speaker else "")
        for item in meeting.programme.all()
    )


def root_url() -> str:
    """Where invited people find this installation."""
    return settings.PUBLIC_URL.rstrip("/")


def with_one_stop(text: str) -> str:
    """A sentence that ends with the abbreviation of a date (“2024 r.”) has one full stop, not two."""
    return text.replace(" r.. ", " r. ").replace(" r..\n", " r.\n")


def access_words(needs: Needs) -> str:
    """The ticked needs in words."""
    return ", ".join(str(ACCESS_LABELS[Access(key)]) for key in needs.access if key in set(Access))
