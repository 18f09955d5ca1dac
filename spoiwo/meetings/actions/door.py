"""The door: stations, presence set by hand, people without an invitation, signed lists."""

import datetime as dt
import secrets
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.files import store
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.meetings.actions.seats import add_walk_in
from spoiwo.meetings.audit import Verb
from spoiwo.meetings.models import Attendee, Meeting, Scan, SignedList, Station
from spoiwo.meetings.rules.states import CAME, MeetingState, Outcome, Presence, ScanKind


@transaction.atomic
def open_station(meeting: Meeting, name: str, *, by: Actor) -> Station:
    """A new station with a secret address."""
    if meeting.state not in (MeetingState.ANNOUNCED, MeetingState.HELD):
        raise Refused(_("Announce the meeting first."))
    station = Station.objects.create(
        meeting=meeting, name=name.strip()[:60], secret=secrets.token_urlsafe(24)
    )
    audit.record(Verb.STATION_OPENED, station, by=by, scope=meeting.partnership_id)
    return station


@transaction.atomic
def close_station(station: Station, *, by: Actor, at: dt.datetime) -> None:
    """Its address stops working."""
    Station.objects.filter(pk=station.pk, closed_at=None).update(closed_at=at)
    audit.record(Verb.STATION_CLOSED, station, by=by, scope=station.meeting.partnership_id)


@transaction.atomic
def set_presence(
    attendee: Attendee, presence: Presence, *, by: Actor, at: dt.datetime, note: str = ""
) -> Attendee:
    """What a person at the desk says of somebody: present, left, excused, absent, expected."""
    attendee = Attendee.objects.select_for_update().select_related("meeting").get(pk=attendee.pk)
    attendee.presence = presence
    if presence in CAME:
        attendee.arrived_at = attendee.arrived_at or at
        attendee.left_at = at if presence == Presence.LEFT else None
    else:
        attendee.arrived_at = attendee.left_at = None
    attendee.note = note[:200] or attendee.note
    attendee.save(update_fields=["presence", "arrived_at", "left_at", "note"])
    scope = attendee.meeting.partnership_id
    audit.record(Verb.PRESENCE_SET, attendee, by=by, scope=scope, presence=str(presence))
    return attendee


@transaction.atomic
def mark_absent(meeting: Meeting, *, by: Actor) -> int:
    """Whoever is still expected when the meeting is over did not come."""
    count = meeting.attendees.filter(presence=Presence.EXPECTED).update(presence=Presence.ABSENT)
    if count:
        audit.record(Verb.PRESENCE_SET, meeting, by=by, scope=meeting.partnership_id, count=count)
    return count


@transaction.atomic
def add_person(meeting: Meeting, *, by: Actor, at: dt.datetime, nonce: str = "", **fields: Any) -> Attendee:
    """A walk-in at a station or the desk; the same nonce again gives the same person."""
    before = nonce and Scan.objects.filter(nonce=nonce).select_related("attendee").first()
    if before and before.attendee:
        return before.attendee
    attendee = add_walk_in(meeting, by=by, at=at, **fields)
    Scan.objects.create(
        nonce=nonce or secrets.token_hex(16),
        meeting=meeting,
        attendee=attendee,
        kind=ScanKind.IN,
        outcome=Outcome.ADMITTED,
        scanned_at=at,
    )
    return attendee


@transaction.atomic
def add_by_hand(
    meeting: Meeting, *, by: Actor, at: dt.datetime, presence: Presence, **fields: Any
) -> Attendee:
    """Somebody the desk writes onto the list, here already or expected."""
    return add_walk_in(meeting, by=by, at=at, presence=presence, **fields)


@transaction.atomic
def attach_list(meeting: Meeting, file: object, *, by: Actor, note: str = "") -> SignedList:
    """A scan of the signed list."""
    kept = SignedList.objects.create(meeting=meeting, file=store.keep(file, by=by), note=note[:200])
    audit.record(Verb.LIST_ATTACHED, meeting, by=by, scope=meeting.partnership_id, file=kept.file_id)
    return kept
