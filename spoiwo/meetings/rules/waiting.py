"""The waiting list of a full meeting: whose offer has run out, who is offered a place next, and until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from spoiwo.kit.holidays import next_working_day

OFFICE_ZONE = ZoneInfo("Europe/Warsaw")
OPENS, CLOSES = time(8), time(18)


class Ticket(NamedTuple):
    """Somebody who waits, or (`is_offered`) has a place on offer until `expires_at`; `seats` they ask for together."""

    pk: int
    asked_at: datetime
    is_offered: bool = False
    expires_at: datetime | None = None
    seats: int = 1


@dataclass(frozen=True, slots=True)
class Terms:
    """How offers are made.

    An offer holds so many `hours`, but ends at the latest `last_hours` before the meeting begins. With `rests`, one made
    out of office hours (8 to 18 on working days) counts from 8 o'clock of the next working day.
    """

    hours: int = 48
    last_hours: int = 24
    rests: bool = True


USUAL = Terms()


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be done now, as primary keys in order; `until` is the end of the new offers, None without any.

    Whether those in `expired` leave the list or go to its end is for the caller; neither is offered a place at once.
    """

    expired: tuple[int, ...]
    offered: tuple[int, ...]
    until: datetime | None


def offers_due(
    tickets: Iterable[Ticket],
    *,
    capacity: int,
    taken: int,
    at: datetime,
    starts_at: datetime,
    terms: Terms = USUAL,
) -> Due:
    """The next step of the list; `taken` counts places given for good, offers that still hold are subtracted here.

    Never offers more places than are free. The order of asking is kept strictly: while two who wish to sit together wait
    for a second place, nobody overtakes them; only who asks for more places than there are in all is passed over. Nothing
    is offered once there is no time left to answer. Moments are aware, of any zone. Linear but for the sorting.
    """
    tickets = list(tickets)
    held = [ticket for ticket in tickets if ticket.is_offered]
    expired = [ticket for ticket in held if ticket.expires_at is not None and ticket.expires_at <= at]
    free = capacity - taken - sum(ticket.seats for ticket in held) + sum(ticket.seats for ticket in expired)
    until = offer_until(at, starts_at, terms)
    offered = _first(tickets, free, capacity) if until is not None else []
    return Due(tuple(ticket.pk for ticket in expired), tuple(offered), until if offered else None)


def offer_until(at: datetime, starts_at: datetime, terms: Terms = USUAL) -> datetime | None:
    """The moment an offer made at `at` ends, on the clock of the office; None where it would have ended by then.

    Hours are counted as the clock on the wall shows them: on a day the clock is put forward, 48 hours end at the same
    time of day as on any other.
    """
    local = at.astimezone(OFFICE_ZONE)
    begins = _counted_from(local) if terms.rests else local
    last = starts_at.astimezone(OFFICE_ZONE) - timedelta(hours=terms.last_hours)
    until = min(begins + timedelta(hours=terms.hours), last)
    return until if until.timestamp() > at.timestamp() else None


def _counted_from(local: datetime) -> datetime:
    day = local.date() + timedelta(days=1) if local.time() >= CLOSES else local.date()
    working = next_working_day(day)
    if working == local.date() and local.time() >= OPENS:
        return local
    return datetime.combine(working, OPENS, local.tzinfo)


def _first(tickets: list[Ticket], free: int, capacity: int) -> list[int]:
    chosen = []
    for ticket in sorted(tickets, key=lambda ticket: (ticket.asked_at, ticket.pk)):
        if ticket.is_offered or ticket.seats > capacity:
            continue
        if ticket.seats > free:
            break
        free -= ticket.seats
        chosen.append(ticket.pk)
    return chosen
