"""Meetings: planned, changed, copied, announced, called off, published; their programmes and funding marks."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit, trail
from spoiwo.files import store
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post
from spoiwo.meetings import emails
from spoiwo.meetings.actions.seats import offer_places
from spoiwo.meetings.audit import Verb
from spoiwo.meetings.models import FundingMark, Meeting, ProgrammeItem
from spoiwo.meetings.queries.meetings import point_of, to_be_told
from spoiwo.meetings.rules.programme import Point
from spoiwo.meetings.rules.states import MEETING_NEXT, MeetingState, Presence
from spoiwo.partnerships.models import Partnership
from spoiwo.polish import collation_key, fold

# What a guest has in the calendar: a change of any of these makes a new revision.
TOLD = {"title", "summary", "starts_at", "ends_at", "has_hours", "venue", "address", "online_link", "state"}
COPIED = (
    "title", "summary", "commune", "host", "venue", "address", "directions", "capacity", "access", "access_note",
    "online_link", "series", "is_public",
)  # fmt: skip


@transaction.atomic
def plan_meeting(
    partnership: Partnership,
    *,
    by: Actor,
    funding: Iterable[FundingMark] = (),
    programme: Sequence[Point] = (),
    **fields: Any,
) -> Meeting:
    """A planned meeting, with its points where they are known. The same meeting a second time is refused."""
    Partnership.objects.select_for_update().get(
        pk=partnership.pk
    )  # a second press waits here, then finds the first
    same = {name: fields.get(name) for name in ("title", "starts_at", "commune")}
    if partnership.meetings.filter(**same).exclude(state=MeetingState.CANCELLED).exists():
        raise Refused(_("A meeting with this title begins at this hour already."), "title")
    meeting = Meeting(partnership=partnership, **fields)
    for name, value in _keys(meeting).items():
        setattr(meeting, name, value)
    meeting.save(force_insert=True)
    meeting.funding.set(funding)
    _put_points(meeting, programme)
    if meeting.series:
        trail.link(meeting.series, meeting, "series", by=by)
    else:
        trail.link(partnership, meeting, "meeting", by=by)
    audit.record(Verb.MEETING_PLANNED, meeting, by=by, scope=partnership.pk)
    return meeting


@transaction.atomic
def edit_meeting(meeting: Meeting, *, by: Actor, funding: Iterable[FundingMark], **fields: Any) -> Meeting:
    """Changes what is said of the meeting; places that are added go to those who wait, in order."""
    changed = sorted(name for name, value in fields.items() if getattr(meeting, name) != value)
    waiting = meeting.attendees.filter(presence=Presence.WAITING).exists()
    if waiting and meeting.capacity and fields.get("capacity", meeting.capacity) is None:
        raise Refused(_("People wait for a place. Raise the number of places instead."), "capacity")
    more = (fields.get("capacity") or 0) > (meeting.capacity or 0)
    for name in changed:
        setattr(meeting, name, fields[name])
    _save(meeting, changed)
    meeting.funding.set(funding)
    if "series" in changed and meeting.series:
        trail.link(meeting.series, meeting, "series", by=by)
    if waiting and more and meeting.state == MeetingState.ANNOUNCED:
        offer_places(meeting, at=timezone.now(), by=by)
    audit.record(Verb.MEETING_EDITED, meeting, by=by, scope=meeting.partnership_id, fields=changed)
    return meeting


@transaction.atomic
def copy_meeting(meeting: Meeting, *, by: Actor, title: str, starts_at: dt.datetime) -> Meeting:
    """The same meeting on another day: place, programme, marks in force then; neither guests nor decisions."""
    marks = [mark for mark in meeting.funding.all() if mark.is_in_force(timezone.localtime(starts_at).date())]
    fields = {name: getattr(meeting, name) for name in COPIED} | {"title": title}
    begins, ends = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    # By the clock on the wall, so that a meeting of four hours ends at two o'clock on a day of 25 hours, too.
    lasts = ends.replace(tzinfo=None) - begins.replace(tzinfo=None)
    wall = timezone.localtime(starts_at).replace(tzinfo=None) + lasts
    made = plan_meeting(
        meeting.partnership,
        by=by,
        funding=marks,
        programme=[point_of(item) for item in meeting.programme.all()],
        starts_at=starts_at,
        ends_at=timezone.make_aware(wall),
        copied_from=meeting,
        **fields,
    )
    trail.link(meeting, made, "copy", by=by)
    return made


@transaction.atomic
def move_meeting(meeting: Meeting, state: MeetingState, *, by: Actor) -> Meeting:
    """Announces the meeting or takes it back into planning, which nobody who reckons with it must have to find out."""
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if meeting.state == MeetingState.HELD or state not in MEETING_NEXT[MeetingState(meeting.state)]:
        raise Refused(_("This step is not possible now."))
    if meeting.state == MeetingState.ANNOUNCED and to_be_told(meeting).exists():
        raise Refused(
            _("Somebody has chosen this meeting already. Call it off instead, then the guests are told.")
        )
    meeting.state = state
    _save(meeting, ["state"])
    audit.record(Verb.MEETING_MOVED, meeting, by=by, scope=meeting.partnership_id, state=str(state))
    return meeting


@transaction.atomic
def call_off(meeting: Meeting, *, by: Actor, reason: str = "") -> int:
    """Calls the meeting off and writes to everybody who reckons with it; how many letters were written.

    Pressed twice it writes once. Places stay as they were, so that the list of those to be called is still there.
    """
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if MeetingState.CANCELLED not in MEETING_NEXT[MeetingState(meeting.state)]:
        raise Refused(_("This meeting has been called off or held already."))
    meeting.state = MeetingState.CANCELLED
    _save(meeting, ["state"])
    count = post(emails.calling_off(to_be_told(meeting), reason))
    audit.record(
        Verb.MEETING_MOVED, meeting, by=by, scope=meeting.partnership_id, state=meeting.state, letters=count
    )
    return count


@transaction.atomic
def publish_meeting(meeting: Meeting, *, by: Actor, is_public: bool) -> Meeting:
    """Shows the meeting to everybody once it is announced, or to insiders alone."""
    meeting.is_public = is_public
    _save(meeting, ["is_public"])
    audit.record(Verb.MEETING_EDITED, meeting, by=by, scope=meeting.partnership_id, is_public=is_public)
    return meeting


@transaction.atomic
def write_programme(meeting: Meeting, points: Sequence[Point], *, by: Actor) -> Meeting:
    """The programme in its order; what was there before is replaced."""
    meeting.programme.all().delete()
    _put_points(meeting, points)
    audit.record(Verb.PROGRAMME_EDITED, meeting, by=by, scope=meeting.partnership_id, points=len(points))
    return meeting


@transaction.atomic
def save_mark(mark: FundingMark, *, by: Actor, logo: Any = None) -> FundingMark:
    """A new or changed funding mark, with its picture where one is given."""
    if logo:
        store.check(logo, kinds=("image/png", "image/jpeg"))
        mark.picture = store.keep(logo, by=by)
    mark.save()
    audit.record(Verb.FUNDING_EDITED, mark, by=by, scope=mark.partnership_id)
    return mark


def _put_points(meeting: Meeting, points: Sequence[Point]) -> None:
    ProgrammeItem.objects.bulk_create(
        ProgrammeItem(
            meeting=meeting,
            order=order,
            starts=point.starts,
            minutes=point.minutes,
            title=point.title[:250],
            speaker=point.speaker[:150],
            speaker_function=point.speaker_function[:250],
        )
        for order, point in enumerate(points, 1)
    )


def _save(meeting: Meeting, changed: Sequence[str]) -> None:
    keys = _keys(meeting)
    for name, value in keys.items():
        setattr(meeting, name, value)
    if TOLD & set(changed):
        meeting.revision = F("revision") + 1
    meeting.save(update_fields=[*changed, *keys, "changed_at", "revision"])
    meeting.refresh_from_db(fields=["revision"])


def _keys(meeting: Meeting) -> dict[str, str]:
    place = meeting.commune.name if meeting.commune else ""
    words = f"{meeting.title} {meeting.venue} {meeting.address} {meeting.host} {place}"
    return {"name_key": collation_key(meeting.title)[:500], "search_key": fold(words)[:900]}
