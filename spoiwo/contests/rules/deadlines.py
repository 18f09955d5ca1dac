"""When entries are taken: the deadline, what was added to it, and the grace after it."""

import datetime as dt
from enum import StrEnum


class Standing(StrEnum):
    """Where a moment stands to the deadline."""

    EARLY = "early"
    OPEN = "open"
    GRACE = "grace"
    OVER = "over"


def standing(
    now: dt.datetime, *, opens: dt.datetime | None, closes: dt.datetime | None, grace: dt.timedelta
) -> Standing:
    """Where `now` stands. The last second belongs to the deadline, the last second of the grace to the grace.

    Without `opens` entries are taken at once, without `closes` for ever. All moments are aware of their time zone.
    """
    if opens is not None and now < opens:
        return Standing.EARLY
    if closes is None or now <= closes:
        return Standing.OPEN
    return Standing.GRACE if now <= closes + grace else Standing.OVER


def takes(found: Standing) -> bool:
    """Whether an entry can be submitted."""
    return found in (Standing.OPEN, Standing.GRACE)


def asked_by(event: dt.date, days_before: int) -> dt.date:
    """The last day to send a request that must come `days_before` days before the event."""
    return event - dt.timedelta(days=days_before)
