"""Who has which letter in hand: claims before a letter is handed over, marks after, doubts where a process died."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Count, F, Q, QuerySet

from spoiwo.mail.carriers import Answer
from spoiwo.mail.liveness import dead_senders, own_name
from spoiwo.mail.models import Letter
from spoiwo.mail.rules import CLAIM_LIMIT, Channel, Outcome, State, settled

MINUTE = timedelta(minutes=1)
# Two statements run for every letter; written by the ORM they cost more than everything else about it together.
_CLAIM = """
    UPDATE mail_letter
    SET state = 'claimed', claimed_at = %s, claimed_by = %s, attempt_count = attempt_count + 1
    WHERE id = %s AND state = 'ready' AND "to" = %s AND subject = %s AND text = %s
"""
# Sure news: a doubt that arose because the answer took its time is over.
_ACCEPTED = """
    UPDATE mail_letter SET state = 'sent', sent_at = %s, answer = ''
    WHERE id = %s AND claimed_by = %s AND state IN ('claimed', 'doubt')
"""


def doubt_the_dead(now: datetime) -> int:
    """Shows as in doubt what dead processes had in hand, and what any process has had for too long."""
    claimed = Letter.objects.filter(channel=Channel.EMAIL, state=State.CLAIMED)
    count = claimed.filter(claimed_at__lt=now - CLAIM_LIMIT).update(state=State.DOUBT)
    for name in dead_senders():
        count += claimed.filter(claimed_by=name).update(state=State.DOUBT)
    return count


@dataclass(frozen=True, slots=True)
class Limits:
    """How many letters may be claimed within any minute, by all workers together; 0 is no limit.

    Counted over the table, so a restart forgets nothing. On PostgreSQL, two workers that count at the same moment may
    go one letter over.
    """

    over_all: int
    to_a_server: int

    def is_reached(self, at: datetime) -> bool:
        """Whether no letter at all may go now."""
        return bool(self.over_all) and _since(at).count() >= self.over_all

    def is_reached_for(self, server: str, at: datetime) -> bool:
        """Whether no letter to that server may go now."""
        return bool(self.to_a_server) and _since(at).filter(server=server).count() >= self.to_a_server

    def full_servers(self, at: datetime) -> list[str]:
        """Servers that have been written to as often as they may within this minute."""
        if not self.to_a_server:
            return []
        full = _since(at).values("server").annotate(count=Count("id")).filter(count__gte=self.to_a_server)
        return list(full.values_list("server", flat=True))

    def free_at(self, at: datetime) -> datetime:
        """When the next letter may go as far as the limit over all is concerned; `at` if at once."""
        return _free_at(Q(), self.over_all, at)

    def server_free_at(self, server: str, at: datetime) -> datetime:
        """The same for one server."""
        return _free_at(Q(server=server), self.to_a_server, at)


def limits() -> Limits:
    """The limits as set."""
    return Limits(settings.MAIL_PER_MINUTE, settings.MAIL_PER_DOMAIN_PER_MINUTE)


class Desk:
    """One round's claims and marks. `now` is when the round began; its letters bear the moment each was in hand."""

    def __init__(self, now: datetime) -> None:
        self._began, self._clock = now, monotonic()
        self._name, self._limits = own_name(), limits()
        self.is_full = False

    @property
    def at(self) -> datetime:
        """This moment, on the clock of the round."""
        return self._began + timedelta(seconds=monotonic() - self._clock)

    def has_sat_for(self, time: timedelta) -> bool:
        """Whether the round has lasted so long."""
        return self.at > self._began + time

    def turn(self, done: tuple[Letter, Answer] | None, letter: Letter) -> bool:
        """Marks the one before and claims the next, in one transaction: a kill leaves no more than one in doubt.

        False where somebody else has the letter, has changed a word of it, or a limit is reached.
        """
        at = self.at
        with transaction.atomic():
            if done is not None:
                self.mark(*done)
            self.is_full = self._limits.is_reached(at)
            if self.is_full or self._limits.is_reached_for(letter.server, at):
                return False
            as_read = letter.pk, letter.to, letter.subject, letter.text
            return _changes(_CLAIM, _moment(at), self._name, *as_read)

    def mark(self, letter: Letter, answer: Answer) -> None:
        """Writes down what came of a claimed letter. One that somebody else had moved meanwhile stays as it is."""
        at = self.at
        if answer.outcome == Outcome.ACCEPTED:
            _changes(_ACCEPTED, _moment(at), letter.pk, self._name)
            return
        state, pause = settled(answer.outcome, letter.attempt_count + 1)
        Letter.objects.filter(pk=letter.pk, state=State.CLAIMED, claimed_by=self._name).update(
            state=state, not_before=at + pause if pause else None, answer=answer.words
        )

    def postpone(self, letter: Letter, answer: Answer) -> None:
        """Notes at a letter that was not claimed why it does not go yet; it counts as an attempt of this one alone."""
        state, pause = settled(answer.outcome, letter.attempt_count + 1)
        Letter.objects.filter(pk=letter.pk, state=State.READY).update(
            state=state,
            not_before=self.at + pause if pause else None,
            answer=answer.words,
            attempt_count=F("attempt_count") + 1,
        )


def _changes(statement: str, *values: Any) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return bool(cursor.rowcount)


def _moment(at: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(at)


def _since(at: datetime) -> QuerySet[Letter]:
    return Letter.objects.filter(claimed_at__gt=at - MINUTE)


def _free_at(which: Q, limit: int, at: datetime) -> datetime:
    if not limit:
        return at
    recent = _since(at).filter(which).order_by("-claimed_at")
    oldest = recent.values_list("claimed_at", flat=True)[limit - 1 : limit].first()
    return oldest + MINUTE if oldest else at
