"""Hands due letters to the mail server; the only place that speaks SMTP."""

from datetime import datetime, timedelta
from typing import Any

from django.core.mail import EmailMultiAlternatives, get_connection
from django.db.models import F, Min, Q
from django.db.models.functions import Coalesce

from spoiwo.mail.models import Letter
from spoiwo.mail.rules import CLAIM_LIMIT, State, pause_after


def hand_over(now: datetime, limit: int = 200) -> int:
    """Sends what is due, at most `limit` letters, and returns how many were accepted.

    Each letter is claimed by a conditional update before it is handed to the server and marked afterwards:
    a process that dies in between leaves it claimed, and after fifteen minutes it is shown as in doubt.
    """
    letters = Letter.objects
    letters.filter(state=State.CLAIMED, claimed_at__lt=now - CLAIM_LIMIT).update(state=State.DOUBT)
    due = letters.filter(
        Q(not_before=None) | Q(not_before__lte=now), channel="email", state=State.READY
    ).order_by("id")[:limit]
    connection, sent = get_connection(), 0
    try:
        for letter in due:
            claimed = letters.filter(pk=letter.pk, state=State.READY).update(
                state=State.CLAIMED, claimed_at=now, attempt_count=F("attempt_count") + 1
            )
            if claimed:
                sent += _send(letter, connection, now)
    finally:
        connection.close()
    return sent


def next_due() -> datetime | None:
    """When the next letter is to be tried, or a claimed one to be doubted; None for an empty outbox."""
    waiting = Letter.objects.filter(channel="email", state=State.READY).aggregate(
        first=Min(Coalesce("not_before", "created_at"))
    )
    claimed = Letter.objects.filter(state=State.CLAIMED).aggregate(first=Min("claimed_at"))["first"]
    moments = [waiting["first"], claimed and claimed + CLAIM_LIMIT + timedelta(seconds=1)]
    return min((moment for moment in moments if moment), default=None)


def _send(letter: Any, connection: Any, now: datetime) -> int:
    message = EmailMultiAlternatives(
        letter.subject,
        letter.text,
        to=[letter.to],
        connection=connection,
        headers={"Message-ID": letter.message_id, "Auto-Submitted": "auto-generated"},
    )
    row = Letter.objects.filter(pk=letter.pk, state=State.CLAIMED)
    try:
        message.send()
    except Exception as problem:
        pause = pause_after(letter.attempt_count + 1)
        row.update(
            state=State.READY if pause else State.FAILED,
            not_before=now + pause if pause else None,
            answer=f"{type(problem).__name__}: {problem}"[:2000],
        )
        return 0
    return row.update(state=State.SENT, sent_at=now, answer="")
