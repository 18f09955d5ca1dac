"""How long personal data are kept: which dated rule counts, and the day the data have to be gone."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations
from typing import Protocol, TypeVar


class Rule(Protocol):
    """One row of the table of processing rules; `since` and `until` (its last day) may be open."""

    @property
    def subject(self) -> str: ...
    @property
    def keep_years(self) -> int | None: ...
    @property
    def keep_days(self) -> int | None: ...
    @property
    def since(self) -> date | None: ...
    @property
    def until(self) -> date | None: ...
    @property
    def partnership_id(self) -> int | None: ...


AnyRule = TypeVar("AnyRule", bound=Rule)

USUAL_YEARS = 5
"""For attendance lists and certificates: five years from the next 1 January, as public universities keep them."""
USUAL_NEEDS_DAYS = 14
"""For diet and special needs, which may tell of a person's health: they serve nothing once the meeting is over."""


def erase_on(meeting_day: date, *, keep_years: int | None = None, keep_days: int | None = None) -> date:
    """The first day on which the data of a meeting must no longer be there.

    Years are full calendar years counted from 1 January after the meeting: five years after any day of 2024 is 1 January
    2030. Days are counted from the day of the meeting, which itself does not count: with 0 the data go the day after.
    Raises ValueError unless just one of the two is given and it is not negative.
    """
    if (keep_years is None) == (keep_days is None):
        raise ValueError("Data are kept either by years or by days.")
    if (keep_years or 0) < 0 or (keep_days or 0) < 0:
        raise ValueError("Data cannot be kept for less than no time.")
    if keep_years is not None:
        return date(meeting_day.year + 1 + keep_years, 1, 1)
    return meeting_day + timedelta(days=1 + (keep_days or 0))


def rule_on(
    rules: Iterable[AnyRule], subject: str, day: date, *, partnership_id: int | None = None
) -> AnyRule | None:
    """The rule about `subject` in force on `day`; None where the table has none.

    A partnership's own rule goes before a common one (`partnership_id` None), of several the one that began last counts.
    Rules of other partnerships are passed over.
    """
    fitting = [
        rule
        for rule in rules
        if rule.subject == subject
        and rule.partnership_id in (None, partnership_id)
        and (rule.since is None or rule.since <= day)
        and (rule.until is None or day <= rule.until)
    ]
    return max(
        fitting, key=lambda rule: (rule.partnership_id is not None, rule.since or date.min), default=None
    )


def overlapping(rules: Iterable[AnyRule]) -> list[tuple[AnyRule, AnyRule]]:
    """Pairs of rules of one owner about one subject that count on a common day: the table has to be mended."""
    return [
        (one, other)
        for one, other in combinations(rules, 2)
        if (one.subject, one.partnership_id) == (other.subject, other.partnership_id)
        and (one.since or date.min) <= (other.until or date.max)
        and (other.since or date.min) <= (one.until or date.max)
    ]
