"""Hands due letters to the mail server, each once: claimed before, marked after."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Min, Q, QuerySet
from django.utils import timezone

from spoiwo.mail.carriers import Answer, Carrier, carrier
from spoiwo.mail.claims import Desk, doubt_the_dead, limits
from spoiwo.mail.models import Letter
from spoiwo.mail.rules import BREAK, BREAKS_OFF, CLAIM_LIMIT, Channel, Outcome, State

# A round gives way to other tasks of the same worker after so many letters, or so long a time.
ROUND = 500
ROUND_TIME = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class Round:
    """What one round over one connection did; after a broken link the rest had better wait a while."""

    sent: int
    has_broken_off: bool = False

    def again_at(self, now: datetime) -> datetime | None:
        """When the next round is worth its while; None for an empty outbox."""
        due = next_due()
        if due is None:
            return None
        return max(due, now + BREAK) if self.has_broken_off else due


def hand_over(now: datetime, limit: int = ROUND) -> int:
    """Sends what is due, at most `limit` letters, and returns how many were accepted."""
    return send_round(now, limit).sent


def send_round(now: datetime, limit: int = ROUND) -> Round:
    """Sends what is due over one connection until the link breaks, the limits are reached or time is up.

    A process that dies between claim and mark leaves one letter claimed; the next round, of whichever worker on this
    machine, shows it as in doubt. No letter is claimed before there is a connection.
    """
    doubt_the_dead(now)
    letters = list(_due(now)[:limit])
    if not letters:
        return Round(0)
    desk, way = Desk(now), carrier()
    closed = way.open()
    if closed is not None:
        desk.postpone(letters[0], closed)
        return Round(0, has_broken_off=True)
    try:
        return _carry(letters, desk, way)
    finally:
        way.close()


def next_due() -> datetime | None:
    """When the next letter may be tried, or a claimed one is to be doubted; None for an empty outbox."""
    now, bounds = timezone.now(), limits()
    waiting = Letter.objects.filter(channel=Channel.EMAIL, state=State.READY)
    full = bounds.full_servers(now)
    moments = [_first(waiting.exclude(server__in=full) if full else waiting, now)]
    for server in full:
        first = _first(waiting.filter(server=server), now)
        moments.append(first and max(first, bounds.server_free_at(server, now)))
    due = [max(moment, bounds.free_at(now)) for moment in moments if moment]
    claimed = Letter.objects.filter(channel=Channel.EMAIL, state=State.CLAIMED)
    if oldest := claimed.aggregate(first=Min("claimed_at"))["first"]:
        due.append(oldest + CLAIM_LIMIT + timedelta(seconds=1))
    return min(due, default=None)


def _due(now: datetime) -> QuerySet[Letter]:
    """E-mails that may go, in the order of the index, so that a long outbox is not sorted for each round."""
    waiting = Letter.objects.filter(channel=Channel.EMAIL, state=State.READY).exclude(
        server__in=limits().full_servers(now)
    )
    return waiting.filter(Q(not_before=None) | Q(not_before__lte=now)).order_by("not_before", "id")


def _first(waiting: QuerySet[Letter], now: datetime) -> datetime | None:
    if waiting.filter(not_before=None).exists():
        return now
    return waiting.aggregate(first=Min("not_before"))["first"]


def _carry(letters: list[Letter], desk: Desk, way: Carrier) -> Round:
    """The round itself; whatever happens, the last answer is written down."""
    sent = 0
    done: tuple[Letter, Answer] | None = None
    try:
        for letter in letters:
            if desk.has_sat_for(ROUND_TIME):
                break
            is_mine = desk.turn(done, letter)
            done = None
            if desk.is_full:
                break
            if is_mine:
                answer = way.hand(letter, desk.at)
                done = letter, answer
                sent += answer.outcome == Outcome.ACCEPTED
                if answer.outcome in BREAKS_OFF:
                    return Round(sent, has_broken_off=True)
    finally:
        if done is not None:
            desk.mark(*done)
    return Round(sent)
