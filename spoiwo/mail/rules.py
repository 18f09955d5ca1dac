"""States of a letter and the pauses between attempts."""

from datetime import timedelta
from enum import StrEnum


class Channel(StrEnum):
    """How a letter travels."""

    EMAIL = "email"


class State(StrEnum):
    """Where a letter is; `DOUBT` means: handed over, but the answer was lost, so a person decides."""

    HELD = "held"
    READY = "ready"
    CLAIMED = "claimed"
    SENT = "sent"
    DOUBT = "doubt"
    FAILED = "failed"
    BOUNCED = "bounced"


NEXT = {
    State.HELD: {State.READY},
    State.READY: {State.HELD, State.CLAIMED},
    State.CLAIMED: {State.SENT, State.READY, State.FAILED, State.DOUBT},
    State.DOUBT: {State.SENT, State.READY},
    State.SENT: {State.BOUNCED},
    State.FAILED: {State.READY},
    State.BOUNCED: set(),
}

ATTEMPTS = 5
CLAIM_LIMIT = timedelta(minutes=15)


def pause_after(attempts: int) -> timedelta | None:
    """How long to wait after the n-th refused attempt (5 min, 20 min, 80 min, 320 min); None: give up."""
    return None if attempts >= ATTEMPTS else timedelta(minutes=5 * 4 ** (attempts - 1))
