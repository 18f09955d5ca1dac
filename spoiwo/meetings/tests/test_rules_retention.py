"""How long personal data are kept."""

import datetime as dt
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.meetings.rules.retention import erase_on, overlapping, rule_on

D = dt.date
DAYS = st.dates(D(2000, 1, 1), D(2080, 12, 31))


class Row(NamedTuple):
    subject: str
    since: dt.date | None = None
    until: dt.date | None = None
    partnership_id: int | None = None
    keep_years: int | None = 5
    keep_days: int | None = None


@pytest.mark.parametrize(
    ("day", "kept", "gone"),
    [
        (D(2024, 10, 8), {"keep_years": 5}, D(2030, 1, 1)),
        (D(2024, 1, 1), {"keep_years": 5}, D(2030, 1, 1)),
        (D(2024, 12, 31), {"keep_years": 5}, D(2030, 1, 1)),
        (D(2024, 10, 8), {"keep_years": 0}, D(2025, 1, 1)),
        (D(2024, 10, 8), {"keep_days": 14}, D(2024, 10, 23)),
        (D(2024, 2, 28), {"keep_days": 0}, D(2024, 2, 29)),
    ],
)
def test_data_go_on_the_first_day_after_their_term(day: dt.date, kept: dict, gone: dt.date) -> None:
    assert erase_on(day, **kept) == gone


@pytest.mark.parametrize(
    "kept", [{}, {"keep_years": 1, "keep_days": 1}, {"keep_years": -1}, {"keep_days": -1}]
)
def test_a_rule_without_one_clear_term_is_refused(kept: dict) -> None:
    with pytest.raises(ValueError, match="kept"):
        erase_on(D(2024, 1, 1), **kept)


@given(DAYS, st.integers(0, 60))
def test_so_many_whole_calendar_years_lie_between(day: dt.date, years: int) -> None:
    gone = erase_on(day, keep_years=years)
    assert (gone.month, gone.day) == (1, 1)
    assert len(range(day.year + 1, gone.year)) == years


@given(DAYS, DAYS, st.integers(0, 9), st.integers(0, 9))
def test_a_later_meeting_and_a_longer_term_are_never_erased_sooner(
    one: dt.date, other: dt.date, years: int, more: int
) -> None:
    first, last = sorted((one, other))
    assert erase_on(first, keep_years=years) <= erase_on(last, keep_years=years + more)
    assert erase_on(first, keep_days=years) <= erase_on(last, keep_days=years + more)


OLD = Row("attendance", until=D(2023, 12, 31))
NEW = Row("attendance", since=D(2024, 1, 1))
OWN = Row("attendance", since=D(2024, 6, 1), partnership_id=7)
NEEDS = Row("needs", keep_years=None, keep_days=14)


@pytest.mark.parametrize(
    ("day", "partnership", "rule"),
    [
        (D(2023, 12, 31), None, OLD), (D(2024, 1, 1), None, NEW), (D(2024, 7, 1), None, NEW), (D(2024, 7, 1), 7, OWN),
        (D(2024, 5, 31), 7, NEW), (D(2024, 7, 1), 8, NEW),
    ],
)  # fmt: skip
def test_the_rule_of_the_day_counts_and_ones_own_before_the_common(
    day: dt.date, partnership: int | None, rule: Row
) -> None:
    for rules in ([OLD, NEW, OWN, NEEDS], [NEEDS, OWN, NEW, OLD]):
        assert rule_on(rules, "attendance", day, partnership_id=partnership) == rule


def test_without_a_rule_there_is_none() -> None:
    assert rule_on([OLD, NEW], "image", D(2024, 1, 1)) is None
    assert rule_on([OWN], "attendance", D(2024, 7, 1), partnership_id=8) is None


def test_rules_that_count_on_one_day_are_found() -> None:
    long = Row("attendance", since=D(2023, 12, 31), until=D(2024, 1, 1))
    assert overlapping([OLD, NEW, OWN, NEEDS]) == []
    assert overlapping([OLD, long, NEW]) == [(OLD, long), (long, NEW)]
