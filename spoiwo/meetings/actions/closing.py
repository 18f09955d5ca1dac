"""The end of a meeting: closed with its figures, opened again, people thanked."""

import datetime as dt
from itertools import groupby

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post_written
from spoiwo.meetings import emails
from spoiwo.meetings.audit import Verb
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.queries.closing import to_thank
from spoiwo.meetings.rules.states import MeetingState


@transaction.atomic
def close_meeting(
    meeting: Meeting, *, head_count: int | None, decisions: str, by: Actor, at: dt.datetime
) -> Meeting:
    """Closes a meeting that has begun, or mends what was written when it was closed; the first moment of closing stays."""
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if meeting.state not in (MeetingState.ANNOUNCED, MeetingState.HELD):
        raise Refused(_("Only a meeting that was announced can be closed."))
    if meeting.starts_at > at:
        raise Refused(_("This meeting has not begun yet, so it cannot be closed."))
    meeting.head_count, meeting.decisions = head_count, decisions.strip()
    meeting.state, meeting.closed_at = MeetingState.HELD, meeting.closed_at or at
    meeting.save(update_fields=["head_count", "decisions", "state", "closed_at", "changed_at"])
    came = meeting.attendees.came().count()
    audit.record(
        Verb.MEETING_CLOSED, meeting, by=by, scope=meeting.partnership_id, came=came, heads=head_count
    )
    return meeting


@transaction.atomic
def reopen_meeting(meeting: Meeting, *, by: Actor) -> Meeting:
    """Takes the closing back, so that the list can be mended; what was written stays."""
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if meeting.state != MeetingState.HELD:
        raise Refused(_("This meeting is not closed."))
    meeting.state, meeting.closed_at = MeetingState.ANNOUNCED, None
    meeting.save(update_fields=["state", "closed_at", "changed_at"])
    audit.record(Verb.MEETING_MOVED, meeting, by=by, scope=meeting.partnership_id, state=str(meeting.state))
    return meeting


@transaction.atomic
def thank(meeting: Meeting, *, by: Actor) -> int:
    """Thanks everybody who came and was not thanked yet; how many letters. A second press finds nobody."""
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    count = 0
    for campaign, places in groupby(to_thank(meeting), key=lambda place: place.invitation.campaign):  # type: ignore[union-attr]
        count += post_written(emails.thanks(campaign, places))
    if count:
        audit.record(Verb.THANKED, meeting, by=by, scope=meeting.partnership_id, count=count)
    return count
