"""Public holidays, working days, deadlines."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.kit.holidays import (
    LONG_WEEKEND,
    TURN_OF_YEAR,
    add_working_days,
    deadline,
    easter,
    holiday_on,
    holidays_in,
    is_working_day,
    long_weekend_note,
    next_working_day,
)

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 1))
D = dt.date


@pytest.mark.parametrize(
    "day",
    # as printed in calendars; 1818 and 2285 have the earliest Easter there can be, 1943 and 2038 the latest
    [
        D(1818, 3, 22), D(1943, 4, 25), D(1954, 4, 18), D(1981, 4, 19), D(2000, 4, 23), D(2008, 3, 23), D(2011, 4, 24),
        D(2018, 4, 1), D(2023, 4, 9), D(2024, 3, 31), D(2025, 4, 20), D(2026, 4, 5), D(2027, 3, 28), D(2038, 4, 25),
        D(2049, 4, 18), D(2076, 4, 19), D(2285, 3, 22),
    ],
)  # fmt: skip
def test_easter_falls_where_published_tables_put_it(day: dt.date) -> None:
    assert easter(day.year) == day


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert D(year, 3, 22) <= day <= D(year, 4, 25)


def test_there_is_no_gregorian_easter_before_the_calendar() -> None:
    with pytest.raises(ValueError, match="1583"):
        easter(1582)


def test_the_days_off_of_2024_are_those_of_the_calendar() -> None:
    assert list(holidays_in(2024)) == [
        D(2024, 1, 1), D(2024, 1, 6), D(2024, 3, 31), D(2024, 4, 1), D(2024, 5, 1), D(2024, 5, 3), D(2024, 5, 19),
        D(2024, 5, 30), D(2024, 8, 15), D(2024, 11, 1), D(2024, 11, 11), D(2024, 12, 25), D(2024, 12, 26),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "is_off"),
    [
        (D(2010, 1, 6), False), (D(2011, 1, 6), True), (D(2024, 12, 24), False), (D(2025, 12, 24), True),
        (D(1989, 5, 3), False), (D(1990, 5, 3), True), (D(2018, 11, 12), True), (D(2019, 11, 12), False),
        (D(2024, 5, 2), False), (D(2008, 5, 1), True), (D(2008, 5, 11), True), (D(2025, 6, 19), True),
    ],
)  # fmt: skip
def test_each_law_counts_from_its_year(day: dt.date, is_off: bool) -> None:
    assert (holiday_on(day) is not None) == is_off


def test_what_a_caller_does_with_the_list_does_not_change_it() -> None:
    holidays_in(2024).clear()
    assert holiday_on(D(2024, 5, 1)) == "Labour Day"


@given(DAYS)
def test_a_holiday_is_never_a_working_day_and_a_year_has_13_or_14(day: dt.date) -> None:
    if holiday_on(day) or day.weekday() >= 5:
        assert not is_working_day(day)
    else:
        assert is_working_day(day)
    # 12 until 2010, Epiphany makes 13, Christmas Eve 14; in 2008 two fell on one day
    assert 11 <= len(holidays_in(day.year)) <= 14


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (D(2024, 10, 8), 1, D(2024, 10, 9)),
        (D(2024, 10, 31), 1, D(2024, 11, 4)),  # Thursday; Friday is All Saints'
        (D(2025, 12, 23), 1, D(2025, 12, 29)),  # Christmas Eve is free since 2025
        (D(2024, 12, 23), 1, D(2024, 12, 24)),
        (D(2024, 4, 2), -1, D(2024, 3, 29)),  # back over Easter
        (D(2024, 11, 1), 0, D(2024, 11, 4)),
        (D(2024, 10, 8), 0, D(2024, 10, 8)),
        (D(2024, 10, 5), 14, D(2024, 10, 24)),
    ],
)
def test_working_days_are_counted_from_the_day_after(day: dt.date, count: int, expected: dt.date) -> None:
    assert add_working_days(day, count) == expected


@given(DAYS, st.integers(-60, 60))
def test_between_the_two_ends_lie_just_so_many_working_days(day: dt.date, count: int) -> None:
    end = add_working_days(day, count)
    assert is_working_day(end)
    low, high = (day, end) if count >= 0 else (end - dt.timedelta(1), day - dt.timedelta(1))
    between = [low + dt.timedelta(n) for n in range(1, (high - low).days + 1)]
    assert sum(map(is_working_day, between)) == abs(count) or count == 0


@pytest.mark.parametrize(
    ("day", "days", "end"),
    [
        (D(2024, 9, 24), 14, D(2024, 10, 8)),
        (D(2024, 9, 21), 14, D(2024, 10, 7)),  # 5 October is a Saturday
        (D(2024, 10, 25), 7, D(2024, 11, 4)),  # Friday 1 November, then a weekend
        (D(2025, 12, 17), 7, D(2025, 12, 29)),  # three days of Christmas and a weekend
        (D(2024, 10, 8), 0, D(2024, 10, 8)),
    ],
)
def test_a_term_that_ends_on_a_day_off_ends_later(day: dt.date, days: int, end: dt.date) -> None:
    assert deadline(day, days) == end


@given(DAYS, st.integers(0, 90))
def test_a_deadline_is_a_working_day_and_no_working_day_was_passed_over(day: dt.date, days: int) -> None:
    end, nominal = deadline(day, days), day + dt.timedelta(days)
    assert end == next_working_day(nominal)
    assert is_working_day(end)
    assert not any(is_working_day(nominal + dt.timedelta(n)) for n in range((end - nominal).days))


def test_a_term_of_less_than_no_days_is_refused() -> None:
    with pytest.raises(ValueError, match="term"):
        deadline(D(2024, 1, 1), -1)


@pytest.mark.parametrize(
    ("day", "note"),
    [
        (D(2024, 5, 31), LONG_WEEKEND),  # the Friday after Corpus Christi
        (D(2024, 5, 2), LONG_WEEKEND),
        (D(2025, 11, 10), LONG_WEEKEND),  # the Monday before Independence Day
        (D(2024, 8, 16), LONG_WEEKEND),
        (D(2024, 12, 30), TURN_OF_YEAR),
        (D(2024, 12, 28), None),  # a Saturday
        (D(2024, 5, 1), None),  # the holiday itself
        (D(2024, 10, 8), None),
        (D(2024, 10, 7), None),
    ],
)
def test_a_day_few_would_come_on_is_pointed_out(day: dt.date, note: str | None) -> None:
    assert long_weekend_note(day) == note


@given(DAYS)
def test_a_week_without_a_holiday_is_never_a_long_weekend(day: dt.date) -> None:
    near = [day + dt.timedelta(n) for n in (-1, 0, 1)]
    if not any(map(holiday_on, near)) and (day.month, day.day) < (12, 27):
        assert long_weekend_note(day) is None
