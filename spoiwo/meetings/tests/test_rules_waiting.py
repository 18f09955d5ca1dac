"""The waiting list and its offers."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.meetings.rules.waiting import OFFICE_ZONE, Terms, Ticket, offer_until, offers_due

FAR = dt.datetime(2024, 12, 3, 10, tzinfo=OFFICE_ZONE)
HOUR = dt.timedelta(hours=1)


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=OFFICE_ZONE)


NOON = at("2024-10-08 12:00")  # a Tuesday

MOMENTS = st.datetimes(dt.datetime(2024, 1, 1), dt.datetime(2026, 12, 31)).map(  # noqa: DTZ001 - a zone is put to it
    lambda moment: moment.replace(tzinfo=dt.UTC)
)


@st.composite
def lists(draw: st.DrawFn) -> tuple[list[Ticket], int, int, dt.datetime]:
    now = draw(MOMENTS)
    hours = st.integers(-100, 100).map(lambda hours: now + hours * HOUR)
    tickets = [
        Ticket(pk, draw(hours), is_offered, draw(hours) if is_offered else None, draw(st.integers(1, 3)))
        for pk, is_offered in enumerate(draw(st.lists(st.booleans(), max_size=12)))
    ]
    return tickets, draw(st.integers(0, 10)), draw(st.integers(0, 12)), now


@given(lists(), st.integers(-10, 200))
def test_never_more_places_are_offered_than_are_free(
    case: tuple[list[Ticket], int, int, dt.datetime], hours: int
) -> None:
    tickets, capacity, taken, now = case
    due = offers_due(tickets, capacity=capacity, taken=taken, at=now, starts_at=now + hours * HOUR)
    by_pk = {ticket.pk: ticket for ticket in tickets}
    held = sum(ticket.seats for ticket in tickets if ticket.is_offered and ticket.pk not in due.expired)
    new = sum(by_pk[pk].seats for pk in due.offered)
    assert not due.offered or taken + held + new <= capacity
    assert all(by_pk[pk].is_offered and by_pk[pk].expires_at <= now for pk in due.expired)
    assert not any(by_pk[pk].is_offered for pk in due.offered)
    assert (due.until is None) == (not due.offered)


@given(lists())
def test_nobody_is_overtaken(case: tuple[list[Ticket], int, int, dt.datetime]) -> None:
    tickets, capacity, taken, now = case
    due = offers_due(tickets, capacity=capacity, taken=taken, at=now, starts_at=now + 2000 * HOUR)
    waiting = sorted((t for t in tickets if not t.is_offered), key=lambda t: (t.asked_at, t.pk))
    queue = [ticket.pk for ticket in waiting if ticket.seats <= capacity]
    assert list(due.offered) == queue[: len(due.offered)]


@given(lists())
def test_the_step_taken_leaves_nothing_to_do_at_once(
    case: tuple[list[Ticket], int, int, dt.datetime],
) -> None:
    tickets, capacity, taken, now = case
    starts_at = now + 2000 * HOUR
    due = offers_due(tickets, capacity=capacity, taken=taken, at=now, starts_at=starts_at)
    after = [
        ticket._replace(is_offered=True, expires_at=due.until) if ticket.pk in due.offered else ticket
        for ticket in tickets
        if ticket.pk not in due.expired
    ]
    again = offers_due(after, capacity=capacity, taken=taken, at=now, starts_at=starts_at)
    assert again.expired == again.offered == ()


@given(MOMENTS, st.integers(-48, 2000), st.builds(Terms, st.integers(1, 96), st.integers(0, 72)))
def test_an_offer_ends_after_it_is_made_and_in_time_before_the_meeting(
    now: dt.datetime, hours: int, terms: Terms
) -> None:
    starts_at = now + hours * HOUR
    until = offer_until(now, starts_at, terms)
    if until is None:
        assert hours <= terms.last_hours + 1  # an hour for a change of the clock
    else:
        assert now < until
        assert until.timestamp() <= (starts_at - (terms.last_hours - 1) * HOUR).timestamp()


@pytest.mark.parametrize(
    ("made", "ends"),
    [
        ("2024-10-08 12:00", "2024-10-10 12:00"),
        ("2024-10-08 18:00", "2024-10-11 08:00"),  # after hours: from Wednesday 8:00
        ("2024-10-08 03:20", "2024-10-10 08:00"),  # before hours: from 8:00 of that day
        ("2024-10-11 18:30", "2024-10-16 08:00"),  # Friday evening: from Monday
        ("2024-10-31 19:00", "2024-11-06 08:00"),  # All Saints' Day and a weekend
        ("2024-10-26 12:00", "2024-10-30 08:00"),  # the clock is put back in the night
    ],
)
def test_an_offer_made_out_of_hours_counts_from_the_next_working_morning(made: str, ends: str) -> None:
    assert offer_until(at(made), FAR) == at(ends)


def test_the_clock_on_the_wall_counts_on_the_day_it_is_changed() -> None:
    made = at("2024-03-29 12:00")  # Good Friday; the clock is put forward on Sunday
    assert offer_until(made, FAR, Terms(rests=False)) == at("2024-03-31 12:00")


def test_the_zone_of_the_server_does_not_matter() -> None:
    made = at("2024-10-08 18:00")
    assert offer_until(made.astimezone(ZoneInfo("America/New_York")), FAR) == at("2024-10-11 08:00")


def test_near_the_meeting_the_offer_is_shorter_and_then_there_is_none() -> None:
    assert offer_until(NOON, NOON + 30 * HOUR) == NOON + 6 * HOUR
    assert offer_until(NOON, NOON + 24 * HOUR) is None
    due = offers_due([Ticket(1, NOON)], capacity=5, taken=0, at=NOON, starts_at=NOON + 24 * HOUR)
    assert due.offered == () and due.until is None


def test_an_offer_that_ran_out_frees_its_place_for_the_next() -> None:
    tickets = [
        Ticket(1, NOON - 9 * HOUR, True, NOON),
        Ticket(2, NOON - 8 * HOUR, True, NOON + HOUR),
        Ticket(3, NOON - 7 * HOUR),
        Ticket(4, NOON - 6 * HOUR),
    ]
    due = offers_due(tickets, capacity=10, taken=8, at=NOON, starts_at=FAR)
    assert (due.expired, due.offered, due.until) == ((1,), (3,), at("2024-10-10 12:00"))


def test_who_asked_first_for_two_places_is_not_passed_by_one() -> None:
    pair = [Ticket(1, NOON - 9 * HOUR, seats=2), Ticket(2, NOON)]
    assert offers_due(pair, capacity=10, taken=9, at=NOON, starts_at=FAR).offered == ()
    assert offers_due(pair, capacity=10, taken=7, at=NOON, starts_at=FAR).offered == (1, 2)
    assert offers_due(pair, capacity=1, taken=0, at=NOON, starts_at=FAR).offered == (2,)
