"""A meeting or a training that a source tells of."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from spoiwo.archive.models import Source
from spoiwo.kit.actor import Actor
from spoiwo.meetings.actions.closing import close_meeting
from spoiwo.meetings.actions.meetings import move_meeting, plan_meeting
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.rules.hours import UNTOLD
from spoiwo.meetings.rules.states import MeetingState


def make_meeting(source: Source, values: Mapping[str, Any], *, by: Actor) -> Meeting:
    """A meeting of the source's partnership; one whose day is past is closed with the heads the source counts."""
    first, last = values["held_on"], values.get("until_day") or values["held_on"]
    meeting = plan_meeting(
        source.partnership,
        by=by,
        title=values["title"],
        summary=values.get("summary", ""),
        starts_at=_moment(first, UNTOLD["begins"]),
        ends_at=_moment(last, UNTOLD["ends"]),
        has_hours=False,
        commune=values.get("commune"),
        host=values.get("host", ""),
        venue=values.get("venue", ""),
    )
    now = timezone.now()
    if meeting.ends_at < now:
        meeting = move_meeting(meeting, MeetingState.ANNOUNCED, by=by)
        meeting = close_meeting(
            meeting, head_count=values.get("head_count"), decisions=values.get("decisions", ""), by=by, at=now
        )
    return meeting


def _moment(day: dt.date, hour: dt.time) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, hour))
