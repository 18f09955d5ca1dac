"""Tables of meetings and series, for CSV and XLSX."""

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spoiwo.documents.table import Column, Table
from spoiwo.meetings.labels import MEETING_LABELS
from spoiwo.meetings.models import Meeting, Series
from spoiwo.meetings.rules.states import MeetingState


def meeting_table(meetings: QuerySet[Meeting]) -> Table:
    """The list of meetings as it is filtered."""
    columns = [
        Column("title", _("Title")),
        Column("begins", _("Begins"), kind="datetime"),
        Column("ends", _("Ends"), kind="datetime"),
        Column("state", _("State")),
        Column("commune", _("Commune")),
        Column("teryt", _("TERYT code")),
        Column("venue", _("Venue")),
        Column("address", _("Address")),
        Column("places", pgettext("of a meeting", "Places"), kind="integer"),
        Column("partnership", _("Partnership")),
    ]
    rows = (
        (
            one.title,
            one.starts_at if one.has_hours else localdate(one.starts_at),
            one.ends_at if one.has_hours else localdate(one.ends_at),
            str(MEETING_LABELS[MeetingState(one.state)]),
            one.commune.name if one.commune else "",
            one.commune.code if one.commune else "",
            one.venue,
            one.address,
            one.capacity,
            one.partnership.name,
        )
        for one in meetings
    )
    return Table(_("Meetings"), columns, rows)


def series_table(series: QuerySet[Series]) -> Table:
    """The list of series as it is filtered."""
    columns = [
        Column("title", _("Title")),
        Column("partnership", _("Partnership")),
        Column("meetings", _("Meetings"), kind="integer"),
        Column("first", _("First meeting"), kind="datetime"),
        Column("last", _("Last meeting"), kind="datetime"),
    ]
    rows = (
        (one.title, one.partnership.name, one.meeting_count, one.first_at, one.last_at)  # type: ignore[attr-defined]
        for one in series
    )
    return Table(_("Series of meetings"), columns, rows)
