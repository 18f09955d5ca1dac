"""The outbox: each letter once, what the server says is kept, a lost answer is a person's decision."""

import datetime as dt
from email import message_from_bytes, policy
from typing import Any

import pytest
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from spoiwo.kit.actor import SYSTEM
from spoiwo.kit.request import Refused
from spoiwo.mail.actions import move_letter
from spoiwo.mail.models import Letter
from spoiwo.mail.rules import ATTEMPTS, State, pause_after
from spoiwo.mail.sending import hand_over, next_due
from spoiwo.mail.tests.make import letter

pytestmark = pytest.mark.django_db


class RefusingBackend(EmailBackend):
    """A mail server that greylists everything."""

    def send_messages(self, email_messages: Any) -> int:
        raise OSError("450 greylisted")


def test_a_letter_leaves_once(mailoutbox: list) -> None:
    letter()
    assert [hand_over(timezone.now()), hand_over(timezone.now())] == [1, 0]
    assert len(mailoutbox) == 1


def test_a_held_letter_stays(mailoutbox: list) -> None:
    letter(state=State.HELD)
    assert hand_over(timezone.now()) == 0
    assert mailoutbox == []


def test_a_refusing_server_is_tried_again_later_and_its_answer_is_kept(
    settings: Any, mailoutbox: list
) -> None:
    settings.EMAIL_BACKEND = "spoiwo.mail.tests.test_sending.RefusingBackend"
    now, row = timezone.now(), letter()
    assert hand_over(now) == 0
    row.refresh_from_db()
    assert (row.state, row.attempt_count, "450 greylisted" in row.answer) == (State.READY, 1, True)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert hand_over(now + dt.timedelta(minutes=4)) == 0
    assert hand_over(now + dt.timedelta(minutes=6)) == 1


def test_after_the_last_attempt_a_letter_is_given_up(settings: Any) -> None:
    settings.EMAIL_BACKEND = "spoiwo.mail.tests.test_sending.RefusingBackend"
    row = letter(attempt_count=ATTEMPTS - 1)
    hand_over(timezone.now())
    row.refresh_from_db()
    assert row.state == State.FAILED


def test_a_letter_whose_process_died_is_in_doubt_and_never_sent_again_silently(mailoutbox: list) -> None:
    now = timezone.now()
    row = letter(state=State.CLAIMED, claimed_at=now - dt.timedelta(minutes=16))
    assert hand_over(now) == 0
    row.refresh_from_db()
    assert (row.state, mailoutbox) == (State.DOUBT, [])
    move_letter(row, State.SENT, by=SYSTEM)
    assert hand_over(now) == 0


def test_two_people_cannot_decide_over_one_letter_twice() -> None:
    row = letter(state=State.DOUBT)
    stale = Letter.objects.get(pk=row.pk)
    move_letter(row, State.SENT, by=SYSTEM)
    with pytest.raises(Refused):
        move_letter(stale, State.READY, by=SYSTEM)


def test_the_pauses_grow_and_end() -> None:
    assert [pause_after(n) and pause_after(n).seconds // 60 for n in range(1, 6)] == [5, 20, 80, 320, None]  # type: ignore[union-attr]


def test_the_outbox_knows_when_to_look_again(settings: Any) -> None:
    now = timezone.now()
    assert next_due() is None
    settings.EMAIL_BACKEND = "spoiwo.mail.tests.test_sending.RefusingBackend"
    first = letter()
    hand_over(now)
    first.refresh_from_db()
    assert next_due() == first.not_before
    assert dt.timedelta(0) <= first.not_before - (now + dt.timedelta(minutes=5)) < dt.timedelta(seconds=5)
    letter(state=State.HELD)
    assert next_due() == first.not_before
    letter(state=State.CLAIMED, claimed_at=now - dt.timedelta(minutes=12))
    assert next_due() == now + dt.timedelta(minutes=3, seconds=1)


def test_a_sender_that_is_none_uses_no_letter_up(settings: Any, mailoutbox: list) -> None:
    settings.DEFAULT_FROM_EMAIL = "Partnerstwo"
    row = letter(attempt_count=ATTEMPTS)
    assert hand_over(timezone.now()) == 0
    row.refresh_from_db()
    assert (row.state, bool(row.answer), mailoutbox) == (State.READY, True, [])


def test_other_backends_get_the_same_headers(mailoutbox: list) -> None:
    letter(to_name="Łucja Żak", from_name="Starostwo", reply_to="b@x.pl", unsubscribe_url="https://x.pl/w")
    assert hand_over(timezone.now()) == 1
    read = message_from_bytes(mailoutbox[0].message().as_bytes(), policy=policy.default)
    assert mailoutbox[0].to == [read["To"].addresses[0].addr_spec] == ["a0@example.org"]
    assert (read["To"].addresses[0].display_name, read["From"].addresses[0].display_name) == (
        "Łucja Żak",
        "Starostwo",
    )
    assert (read["Reply-To"], read["List-Unsubscribe"]) == ("b@x.pl", "<https://x.pl/w>")
