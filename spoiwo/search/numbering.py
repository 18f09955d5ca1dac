"""Numbers of index rows: the day in the upper bits, so that “newest first” is the index's own order and stops early."""

from datetime import date
from hashlib import blake2b

_DAY_BITS = 45  # leaves 17 bits for the day: 1900 to 2258
_FIRST = date(1900, 1, 1).toordinal()
_LAST_DAY = 2**17 - 1


def number_of(kind: str, object_id: int, day: date | None) -> int:
    """The row's number: always the same for the same record and day; undated records come after all dated ones."""
    digest = blake2b(f"{kind}:{object_id}".encode(), digest_size=8).digest()
    return _from_day(day) + int.from_bytes(digest, "big") % 2**_DAY_BITS


def span(since: date | None, until: date | None) -> tuple[int, int]:
    """The lowest and highest number of documents of these days, both included; open where a day is None."""
    lowest = _from_day(since) if since else 0
    highest = _from_day(until) + 2**_DAY_BITS - 1 if until else 2**62
    return lowest, highest


def day_number(number: int) -> int:
    """The day of a row as a count of days, 0 for undated ones."""
    return number >> _DAY_BITS


def _from_day(day: date | None) -> int:
    days = min(max(day.toordinal() - _FIRST, 1), _LAST_DAY) if day else 0
    return days << _DAY_BITS
