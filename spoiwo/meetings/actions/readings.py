"""What stations at the door read: each reading is recorded once and moves its person once."""

from dataclasses import dataclass

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from spoiwo.meetings.importers.readings import Reading, read_upload
from spoiwo.meetings.models import Attendee, Scan
from spoiwo.meetings.queries.door import Ticket, station_ids, ticket_of
from spoiwo.meetings.rules.codes import read_code
from spoiwo.meetings.rules.states import Outcome, Presence, ScanKind

# Whom a station lets in by itself, and whom where the person at the door says so: those from the waiting list too.
ADMITTED = (Presence.EXPECTED, Presence.LEFT, Presence.EXCUSED, Presence.ABSENT)
ANYBODY = (*ADMITTED, Presence.WAITING, Presence.OFFERED, Presence.CANCELLED)

# A queue of people waits for these two, and the ORM would take four times as long to word them as the database to run them.
LET_IN = """
    UPDATE meetings_attendee SET presence = 'present', left_at = NULL, arrived_at = COALESCE(arrived_at, %s)
    WHERE meeting_id = %s AND code = %s AND erased_at IS NULL AND presence IN ({})
    RETURNING id, code, given_name, family_name, organisation_name, "group"
"""
RECORD = """
    INSERT INTO meetings_scan
        (nonce, meeting_id, station_id, attendee_id, kind, outcome, scanned_at, received_at)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
"""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a reading, and whose ticket it was; `is_repeat` for one that had been uploaded before."""

    nonce: str
    outcome: Outcome
    ticket: Ticket | None
    is_repeat: bool = False


def take_upload(secret: str, body: bytes) -> list[Result] | None:
    """What became of each reading an open station uploads; None, and nothing done, for any other and for what is no upload.

    Each is a transaction of its own, so an upload that breaks off halfway is simply sent again.
    """
    try:
        readings = read_upload(body)
    except ValueError:
        return None
    if (ids := station_ids(secret)) is None:
        return None
    station_id, meeting_id = ids
    return [take_reading(meeting_id, station_id, reading) for reading in readings]


def take_reading(meeting_id: int, station_id: int | None, reading: Reading) -> Result:
    """Records one scan and what it does; the same nonce again, from whatever station, does nothing and says what it did.

    The row of the scan is the trail of the door, so no other is written. One transaction; of a guest who is expected two
    statements, each along an index.
    """
    code = read_code(reading.code) or reading.code.strip().upper()[:13]
    try:
        with transaction.atomic():
            if ticket := _let_in(meeting_id, code, reading):
                outcome = Outcome.ADMITTED
            else:
                ticket = ticket_of(meeting_id, code)
                outcome = _standing(ticket, reading) if ticket else Outcome.UNKNOWN
            _record(meeting_id, station_id, ticket, reading, outcome)
    except IntegrityError:
        before = Scan.objects.filter(nonce=reading.nonce).values_list("outcome", "attendee__code").first()
        if before is None:
            raise
        return Result(
            reading.nonce, Outcome(before[0]), ticket_of(meeting_id, before[1] or ""), is_repeat=True
        )
    return Result(reading.nonce, outcome, ticket)


def _let_in(meeting_id: int, code: str, reading: Reading) -> Ticket | None:
    """Lets the person in where that is still to be done; of two stations at the same moment one does, and one is told."""
    if reading.kind != ScanKind.IN:
        return None
    admitted = [presence.value for presence in (ANYBODY if reading.is_forced else ADMITTED)]
    at = connection.ops.adapt_datetimefield_value(reading.at)
    with connection.cursor() as cursor:
        sql = LET_IN.format(", ".join(["%s"] * len(admitted)))
        cursor.execute(sql, [at, meeting_id, code, *admitted])
        row = cursor.fetchone()
    return Ticket(*row) if row else None


def _standing(ticket: Ticket, reading: Reading) -> Outcome:
    """What is told of whoever was not let in, and of those who leave."""
    if reading.kind == ScanKind.OUT:
        inside = Attendee.objects.filter(pk=ticket.pk, presence=Presence.PRESENT)
        left = inside.update(presence=Presence.LEFT, left_at=reading.at)
        return Outcome.LEFT if left else Outcome.ALREADY
    known = Attendee.objects.values_list("presence", flat=True).get(pk=ticket.pk)
    return Outcome.ALREADY if known == Presence.PRESENT else Outcome.NOT_EXPECTED


def _record(
    meeting_id: int, station_id: int | None, ticket: Ticket | None, reading: Reading, outcome: Outcome
) -> None:
    moments = map(connection.ops.adapt_datetimefield_value, (reading.at, timezone.now()))
    row = (
        reading.nonce,
        meeting_id,
        station_id,
        ticket.pk if ticket else None,
        reading.kind.value,
        outcome.value,
        *moments,
    )
    with connection.cursor() as cursor:
        cursor.execute(RECORD, row)
