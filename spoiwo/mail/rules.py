"""Channels and states of a letter, what an answer of the mail server leads to, and the pauses between attempts."""

from datetime import timedelta
from enum import StrEnum


class Channel(StrEnum):
    """How a letter travels; the values are those by which the register keeps a person's wish."""

    EMAIL = "email"
    LETTER = "letter"
    E_DELIVERY = "e_delivery"
    PHONE = "phone"


class State(StrEnum):
    """Where a letter is; `DOUBT` means: handed over, but the answer was lost, so a person decides."""

    HELD = "held"
    READY = "ready"
    CLAIMED = "claimed"
    SENT = "sent"
    DOUBT = "doubt"
    FAILED = "failed"
    BOUNCED = "bounced"
    RETURNED = "returned"


class Mark(StrEnum):
    """What is known of an address besides the letters to it."""

    BOUNCED = "bounced"  # counts everywhere
    UNSUBSCRIBED = "unsubscribed"  # counts within one partnership
    COMPLAINT = "complaint"  # its owner called a letter of ours spam


class Outcome(StrEnum):
    """What came of handing one letter to the mail server."""

    ACCEPTED = "accepted"
    LATER = "later"  # refused for now (4xx, greylisting)
    NEVER = "never"  # refused for good (5xx), or an address that cannot be one
    CUT = "cut"  # the link broke before the words were over: the server cannot have taken them
    LOST = "lost"  # the link broke after the last word and before the answer: nobody knows
    CLOSED = "closed"  # our own mail server cannot be reached, or takes nothing from us


# After these the connection is of no use, and the letters that wait are better left alone for a while.
BREAKS_OFF = frozenset({Outcome.CUT, Outcome.LOST, Outcome.CLOSED})
# What a person may decide; the other moves belong to the sender and to what comes back from mail servers.
_E_MAIL_BY_HAND = {
    State.HELD: {State.READY},
    State.READY: {State.HELD},
    State.DOUBT: {State.SENT, State.READY},
    State.FAILED: {State.READY, State.HELD},
}
# People carry the other channels: they post, upload or call, and say what came of it.
_OTHERS_BY_HAND = {
    State.HELD: {State.READY},
    State.READY: {State.HELD, State.SENT},
    State.SENT: {State.RETURNED},
    State.RETURNED: {State.SENT},
}
EDITABLE = frozenset({State.HELD, State.READY})
# A message about non-delivery may outrun the sender's own note.
MAY_BOUNCE = frozenset({State.SENT, State.DOUBT, State.CLAIMED})

ATTEMPTS = 5
CLAIM_LIMIT = timedelta(minutes=15)
BREAK = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(minutes=320)


def by_hand(channel: str, state: str) -> frozenset[State]:
    """The states a person may give a letter of that channel that is in `state`."""
    moves = _E_MAIL_BY_HAND if channel == Channel.EMAIL else _OTHERS_BY_HAND
    return frozenset(moves.get(State(state), ()))


def settled(outcome: Outcome, attempts: int) -> tuple[State, timedelta | None]:
    """The state after the n-th attempt, and the pause where it is to be tried again.

    A server of ours that is down for a weekend must not use a letter up, so that is tried without end.
    """
    if outcome in {Outcome.ACCEPTED, Outcome.NEVER, Outcome.LOST}:
        final = {Outcome.ACCEPTED: State.SENT, Outcome.NEVER: State.FAILED, Outcome.LOST: State.DOUBT}
        return final[outcome], None
    pause = pause_after(attempts)
    if pause is None and outcome == Outcome.CLOSED:
        pause = LONGEST_PAUSE
    return (State.READY, pause) if pause else (State.FAILED, None)


def pause_after(attempts: int) -> timedelta | None:
    """How long to wait after the n-th refused attempt (5 min, 20 min, 80 min, 320 min); None: give up."""
    return None if attempts >= ATTEMPTS else timedelta(minutes=5 * 4 ** (attempts - 1))
