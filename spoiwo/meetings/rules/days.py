"""Proposals of days: which suit a meeting, and why another one is proposed instead."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from spoiwo.kit.holidays import holiday_on, is_working_day, long_weekend_note, next_working_day


def _(text: str) -> str:
    """Marks a text for the catalogue; it is translated where it is shown."""
    return text


SATURDAY = _("a Saturday")
SUNDAY = _("a Sunday")
_DAY = dt.timedelta(days=1)
WORKING_WEEK = (0, 1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed day; where it is not the `wanted` one, `reason` says in English why, to be translated."""

    day: dt.date
    wanted: dt.date
    reason: str = ""


def obstacle(day: dt.date) -> str:
    """Why few can come that day: the holiday's name, the day of the week or a sentence, in English; empty for a good day."""
    weekend = {5: SATURDAY, 6: SUNDAY}.get(day.weekday(), "")
    return holiday_on(day) or weekend or long_weekend_note(day) or ""


def good_day(day: dt.date) -> Proposal:
    """The day itself, or the first working day after it that no long weekend swallows."""
    wanted, reason = day, obstacle(day)
    while obstacle(day):
        day = next_working_day(day + _DAY)
    return Proposal(day, wanted, reason)


def spaced(first: dt.date, offsets: Iterable[int]) -> list[Proposal]:
    """A good day for each offset in days from `first`; meetings on different days stay on different days, in order."""
    found: list[Proposal] = []
    before = None
    for offset in offsets:
        proposal = good_day(first + offset * _DAY)
        if found and before is not None and offset > before and proposal.day <= found[-1].day:
            moved = good_day(found[-1].day + _DAY)
            proposal = Proposal(moved.day, proposal.wanted, proposal.reason or found[-1].reason)
        found.append(proposal)
        before = offset
    return found


def weekly(first: dt.date, count: int, weekdays: Collection[int] = WORKING_WEEK) -> list[Proposal]:
    """`count` good days from `first` on that fall on `weekdays` (0 is Monday); a day passed over is named as the reason.

    Raises ValueError when there is no weekday to choose from: Saturdays and Sundays are taken only where they are asked for.
    """
    chosen = sorted({day for day in weekdays if 0 <= day <= 6})
    if not chosen:
        raise ValueError("Choose at least one day of the week.")
    days = _on(first, chosen)
    return [_passing(days) for _number in range(count)]


def _on(day: dt.date, weekdays: Collection[int]) -> Iterator[dt.date]:
    while True:
        if day.weekday() in weekdays:
            yield day
        day += _DAY


def _passing(days: Iterator[dt.date]) -> Proposal:
    """The next day that is no holiday and lies in no long weekend; a Saturday that was asked for is fine."""
    wanted, reason = None, ""
    for day in days:
        wanted = wanted or day
        hindrance = holiday_on(day) or (long_weekend_note(day) if is_working_day(day) else None)
        if hindrance is None:
            return Proposal(day, wanted, reason)
        reason = reason or hindrance
    raise AssertionError("days never run out")  # pragma: no cover
