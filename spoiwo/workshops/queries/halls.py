"""The hall of a workshop, its slips, and who may open its pages without an account."""

import secrets

from spoiwo.meetings.models import Attendee
from spoiwo.meetings.rules.codes import PERSONAL, SLIP, read_code
from spoiwo.meetings.rules.states import CAME, ON_THE_LIST
from spoiwo.workshops.models import Cast, Hall, Slip, Step
from spoiwo.workshops.rules.states import Entry


def hall_of_screen(secret: str) -> Hall | None:
    """The hall whose projector's address this is."""
    return (
        Hall.objects.select_related("meeting__partnership", "step__takes_from", "table")
        .filter(screen_secret=secret)
        .first()
    )


def valid_slip(code: str) -> Slip | None:
    """The slip of that code, as printed or typed, unless it was made invalid; with its hall's meeting."""
    symbols = read_code(code, length=SLIP) or secrets.token_hex(8)
    rows = Slip.objects.select_related("meeting__partnership", "meeting__hall__step", "table", "attendee")
    return rows.filter(code=symbols, voided_at=None).first()


def ticket_of(code: str) -> Attendee | None:
    """Whoever holds the ticket of that code for a workshop that takes tickets, unless its slip was made invalid."""
    symbols = read_code(code, length=PERSONAL)
    if not symbols:
        return None
    rows = Attendee.objects.filter(code=symbols, meeting__hall__entry=Entry.TICKETS, presence__in=ON_THE_LIST)
    rows = rows.exclude(slip__voided_at__isnull=False)
    return rows.select_related("meeting").order_by("-meeting__starts_at").first()


def waits_at_the_door(attendee: Attendee) -> bool:
    """Whether people are checked in at the door and this one has not been: then the ticket is no voice in the hall yet."""
    if attendee.presence in CAME:
        return False
    return Attendee.objects.filter(meeting=attendee.meeting_id, presence__in=CAME).exists()


def slip_counts(meeting_id: int) -> dict[str, int]:
    """How many slips there are, how many were used, how many were made invalid."""
    rows = Slip.objects.filter(meeting_id=meeting_id)
    return {
        "made": rows.count(),
        "used": rows.exclude(first_used_at=None).count(),
        "voided": rows.exclude(voided_at=None).count(),
    }


def has_voted(slip: Slip, step: Step) -> bool:
    """Whether the slip has cast a ballot in some vote of the step."""
    return Cast.objects.filter(slip=slip, vote__step=step).exists()
