"""The door: stations, scans that count once, presence set by hand."""

import datetime as dt
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.files import store
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.meetings.actions.seats import add_walk_in
from spoiwo.meetings.audit import Verb
from spoiwo.meetings.models import Attendee, Meeting, Scan, SignedList, Station
from spoiwo.meetings.rules.codes import read_code
from spoiwo.meetings.rules.states import CAME, MeetingState, Outcome, Presence, ScanKind

# Whom a station lets in by itself, and whom where the person at the door says so: those from the waiting list too.
ADMITTED = (Presence.EXPECTED, Presence.LEFT, Presence.EXCUSED, Presence.ABSENT)
ANYBODY = (*ADMITTED, Presence.WAITING, Presence.OFFERED, Presence.CANCELLED)


@dataclass(frozen=True, slots=True)
class Reading:
    """One scan as a device recorded it: the nonce it made up, what it read, and when by its clock.

    With `is_forced` the person at the door lets in somebody who gave up the place or still waits for one.
    """

    nonce: str
    code: str
    at: dt.datetime
    kind: ScanKind = ScanKind.IN
    is_forced: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a reading; `is_repeat` for one that had been uploaded before."""

    nonce: str
    outcome: Outcome
    attendee: Attendee | None
    is_repeat: bool = False


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


def take_reading(meeting_id: int, station_id: int | None, reading: Reading) -> Result:
    """Records one scan and what it does; the same nonce again, from whatever station, does nothing and says what it did.

    The row of the scan is the trail of the door, so no other is written. One look-up, and one transaction of two
    statements that holds no lock while it reads.
    """
    code = read_code(reading.code) or reading.code.strip().upper()[:13]
    attendee = Attendee.objects.filter(meeting_id=meeting_id, code=code, erased_at=None).first()
    scan = Scan(
        nonce=reading.nonce,
        meeting_id=meeting_id,
        station_id=station_id,
        attendee=attendee,
        kind=reading.kind,
        scanned_at=reading.at,
    )
    try:
        with transaction.atomic():
            scan.outcome = _move(attendee, reading) if attendee else Outcome.UNKNOWN
            scan.save(force_insert=True)
    except IntegrityError:
        before = Scan.objects.select_related("attendee").filter(nonce=reading.nonce).first()
        if before is None:
            raise
        return Result(reading.nonce, Outcome(before.outcome), before.attendee, is_repeat=True)
    return Result(reading.nonce, Outcome(scan.outcome), attendee)


def take_readings(station: Station, readings: Iterable[Reading]) -> list[Result]:
    """What a station collected while it was offline, each counted once, in the order they were made."""
    ordered = sorted(readings, key=lambda reading: reading.at)
    return [take_reading(station.meeting_id, station.pk, reading) for reading in ordered]


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


def _move(attendee: Attendee, reading: Reading) -> Outcome:
    """Moves the person if that is still to be done; of two stations at the same moment one moves and one is told."""
    row = Attendee.objects.filter(pk=attendee.pk)
    if reading.kind == ScanKind.OUT:
        moved = row.filter(presence=Presence.PRESENT).update(presence=Presence.LEFT, left_at=reading.at)
        attendee.presence = Presence.LEFT if moved else attendee.presence
        return Outcome.LEFT if moved else Outcome.ALREADY
    admitted = ANYBODY if reading.is_forced else ADMITTED
    moved = row.filter(presence__in=admitted).update(
        presence=Presence.PRESENT, left_at=None, arrived_at=attendee.arrived_at or reading.at
    )
    if moved:
        attendee.presence = Presence.PRESENT
        return Outcome.ADMITTED
    known = Attendee.objects.values_list("presence", flat=True).get(pk=attendee.pk)
    return Outcome.ALREADY if known == Presence.PRESENT else Outcome.NOT_EXPECTED
