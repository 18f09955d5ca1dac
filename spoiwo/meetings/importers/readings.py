"""What a station at the door uploads: JSON with readings of tickets."""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from spoiwo.meetings.rules.states import ScanKind

MOST = 500  # readings in one upload
EARLIEST = dt.timedelta(days=2)  # a device's clock may be wrong, but not by more


@dataclass(frozen=True, slots=True)
class Reading:
    """One scan as a device recorded it: the nonce it made up, what it read, and when by its clock.

    With `is_forced` the person at the door lets in somebody who gave up the place or still waits for one.
    """

    nonce: str
    code: str
    at: dt.datetime
    kind: ScanKind = ScanKind.IN
    is_forced: bool = False


def read_upload(body: bytes) -> list[Reading]:
    """The readings in the order in which they were made. Raises ValueError for anything else."""
    try:
        rows = json.loads(body)["scans"]
        if not isinstance(rows, list) or len(rows) > MOST:
            raise ValueError
        return sorted(map(_reading, rows), key=lambda reading: reading.at)
    except (KeyError, TypeError, AttributeError):
        raise ValueError from None


def moment_of(text: str) -> dt.datetime:
    """The device's moment where it can be true, else ours."""
    now = timezone.now()
    at = parse_datetime(text) if text else None
    if at is None or timezone.is_naive(at) or not now - EARLIEST <= at <= now + dt.timedelta(minutes=5):
        return now
    return at


def _reading(row: dict[str, Any]) -> Reading:
    nonce = str(row["nonce"])
    if not 8 <= len(nonce) <= 36 or not nonce.isprintable():
        raise ValueError
    return Reading(
        nonce=nonce,
        # Whatever code people hold up is only unknown: it must not hold up the other readings of the upload.
        code="".join(filter(str.isprintable, str(row["code"])[:200])),
        at=moment_of(str(row.get("at", ""))),
        kind=ScanKind(row.get("kind", ScanKind.IN)),
        is_forced=row.get("force") is True,
    )
