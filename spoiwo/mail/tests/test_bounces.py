"""Bounces: the letter and its address are marked, once, and only where the notice fits a letter of ours."""

import mailbox
import random
from argparse import Namespace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from hypothesis import given
from hypothesis import strategies as st

from spoiwo import running
from spoiwo.kit.actor import SYSTEM
from spoiwo.mail.bounces import take_in
from spoiwo.mail.mailboxes import imap_address, read_imap, read_path
from spoiwo.mail.marks import clear, marks_of, unsubscribe
from spoiwo.mail.models import AddressMark, Letter
from spoiwo.mail.notices import notices_in
from spoiwo.mail.rules import Mark, State
from spoiwo.mail.tasks import read_bounces
from spoiwo.mail.tests.imap import Mailbox
from spoiwo.mail.tests.make import letter

TO = "wojt@slupno.example"


def dsn(
    row: Letter | None,
    *,
    to: str = TO,
    action: str = "failed",
    status: str = "5.1.1",
    returned: str = "message/rfc822",
    message_id: str = "",
) -> bytes:
    """A notice as Postfix writes it."""
    number = message_id or (row.message_id if row else "<obcy@example.org>")
    return f"""Return-Path: <>
From: MAILER-DAEMON@mx.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: spoiwo@localhost
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B/1"

--B/1
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--B/1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
Arrival-Date: Mon, 26 Oct 2026 10:00:00 +0100

Final-Recipient: rfc822; {to.upper()}
Original-Recipient: rfc822;{to}
Action: {action}
Status: {status}
Remote-MTA: dns; slupno.example
Diagnostic-Code: smtp; {status[0]}50 {status} <{to}>: Recipient
    address rejected: User unknown

--B/1
Content-Type: {returned}

Subject: =?utf-8?q?Zaproszenie?=
Message-ID: {number}
To: {to}

Zapraszamy.

--B/1--
""".replace("\n", "\r\n").encode()


@pytest.fixture
def sent(db: None) -> Letter:
    return letter(to=TO, state=State.SENT)


@pytest.mark.parametrize(
    "returned", ["message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global-headers"]
)
def test_a_bounce_marks_the_letter_and_the_address(sent: Letter, returned: str) -> None:
    tally = take_in([dsn(sent, returned=returned)])
    sent.refresh_from_db()
    assert (tally.bounced, sent.state) == (1, State.BOUNCED)
    assert sent.answer == f"smtp; 550 5.1.1 <{TO}>: Recipient address rejected: User unknown"
    assert marks_of([TO.upper(), "inny@x.pl"], scope=7) == {TO: {Mark.BOUNCED}}


def test_the_same_bounce_twice_counts_once(sent: Letter) -> None:
    tally = take_in([dsn(sent), dsn(sent)])
    assert (tally.messages, tally.bounced, tally.known, AddressMark.objects.count()) == (2, 1, 1, 1)


def test_a_delay_is_only_noted(sent: Letter) -> None:
    tally = take_in([dsn(sent, action="delayed", status="4.4.1")])
    sent.refresh_from_db()
    assert (tally.delayed, sent.state, "4.4.1" in sent.answer) == (1, State.SENT, True)
    assert marks_of([TO], None) == {}


def test_a_letter_given_up_after_many_tries_has_bounced_but_its_address_may_be_good(sent: Letter) -> None:
    take_in([dsn(sent, status="4.4.7")])
    sent.refresh_from_db()
    assert (sent.state, marks_of([TO], None)) == (State.BOUNCED, {})


def test_a_bounce_settles_a_doubt(db: None) -> None:
    row = letter(to=TO, state=State.DOUBT)
    take_in([dsn(row)])
    row.refresh_from_db()
    assert row.state == State.BOUNCED


@pytest.mark.parametrize("state", [State.HELD, State.READY, State.FAILED])
def test_a_letter_that_never_left_cannot_bounce(db: None, state: State) -> None:
    row = letter(to=TO, state=state)
    assert take_in([dsn(row)]).bounced == 0
    assert not AddressMark.objects.exists()


def test_an_address_we_did_not_write_to_is_never_marked(sent: Letter) -> None:
    tally = take_in(
        [
            dsn(None),
            dsn(sent, to="ofiara@example.org"),
            dsn(sent, action="delivered"),
            dsn(sent, action="relayed"),
        ]
    )
    sent.refresh_from_db()
    assert (tally.strange, tally.bounced, sent.state, AddressMark.objects.count()) == (2, 0, State.SENT, 0)


def test_a_notice_without_the_returned_mail_is_known_by_what_it_answers(sent: Letter) -> None:
    content = dsn(sent, message_id="").replace(b"Message-ID: " + sent.message_id.encode(), b"X-Nothing: 1")
    assert take_in([content]).strange == 1
    assert take_in([b"In-Reply-To: " + sent.message_id.encode() + b"\r\n" + content]).bounced == 1


def test_a_domain_in_polish_letters_is_known_in_its_ascii_form(db: None) -> None:
    row = letter(to="wojt@gmina-słupno.example", state=State.SENT)
    assert take_in([dsn(row, to="wojt@xn--gmina-supno-z5b.example")]).bounced == 1
    assert marks_of([row.to], None)


def test_exims_older_bounce_is_understood(sent: Letter) -> None:
    content = (
        f"X-Failed-Recipients: {TO}\r\nAuto-Submitted: auto-replied\r\nFrom: Mailer-Daemon@x.pl\r\n\r\n"
        f"  {TO}\r\n    SMTP error: 550 5.1.1 Unknown\r\n\r\n"
        f"------ This is a copy of your message. ------\r\n\r\nMessage-ID: {sent.message_id}\r\nTo: {TO}\r\n"
    )
    assert take_in([content.encode()]).bounced == 1


def test_a_complaint_marks_the_address(sent: Letter) -> None:
    content = (
        dsn(sent)
        .replace(b"delivery-status", b"feedback-report")
        .replace(
            b"Reporting-MTA: dns; mx.example", f"Feedback-Type: abuse\r\nOriginal-Rcpt-To: <{TO}>".encode()
        )
    )
    assert take_in([content, content]).complaints == 1
    assert marks_of([TO], 1) == {TO: {Mark.COMPLAINT}}


def test_ordinary_mails_and_forwarded_bounces_are_no_notices(sent: Letter) -> None:
    forwarded = (
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n"
        + dsn(sent)
    )
    tally = take_in([b"Subject: Dzie\xc5\x84 dobry\r\n\r\nPrzyjdziemy.", forwarded, b"", b"\0" * 1000])
    assert (tally.messages, tally.bounced, tally.strange) == (4, 0, 0)


@pytest.mark.parametrize("seed", range(150))
def test_a_mangled_notice_crashes_nothing_and_marks_nobody_else(sent: Letter, seed: int) -> None:
    dice, content = random.Random(seed), bytearray(dsn(sent))
    for _blow in range(dice.randint(1, 60)):
        place = dice.randrange(len(content))
        content[place : place + dice.randint(0, 20)] = dice.randbytes(dice.randint(0, 5))
    take_in([bytes(content)])
    assert set(AddressMark.objects.values_list("address", flat=True)) <= {TO}


@given(st.binary(max_size=2000))
def test_any_bytes_are_read_without_a_crash(content: bytes) -> None:
    notices_in(content)
    notices_in(
        b"Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n"
        + content
    )


def test_huge_and_deep_messages_are_read_in_bounded_time(sent: Letter) -> None:
    deep = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3000)
    )
    assert notices_in(deep) == []
    many = dsn(sent).replace(
        b"Action:", b"Action: failed\r\n\r\nFinal-Recipient: rfc822; x@y.pl\r\nAction:" * 20_000
    )
    assert len(notices_in(many)) <= 100
    assert take_in([dsn(sent) + b"x" * 3_000_000]).bounced == 1


def test_an_mbox_and_a_maildir_are_read_and_left_as_they_are(sent: Letter, tmp_path: Path) -> None:
    file = mailbox.mbox(tmp_path / "bounces")
    file.add(dsn(sent))
    file.add(b"Subject: Witam\n\nFrom nowa linia")
    file.close()
    before = (tmp_path / "bounces").read_bytes()
    tally = read_path(tmp_path / "bounces")
    assert (tally.messages, tally.bounced, (tmp_path / "bounces").read_bytes()) == (2, 1, before)
    box = mailbox.Maildir(tmp_path / "dir")
    box.add(dsn(sent))
    assert (tally := read_path(tmp_path / "dir")).messages == 1 and tally.known == 1


@pytest.mark.parametrize("name", ["nothing", "folder"])
def test_what_is_no_mailbox_is_said_so(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match=name):
        read_path(tmp_path / name)


def test_notices_in_a_mailbox_are_read_once_and_other_mail_stays_unread(sent: Letter) -> None:
    with Mailbox([dsn(sent), b"Subject: Witam\r\n\r\nDo Anny", dsn(None)]) as box:
        address = imap_address(f"imap://zwroty%40x.pl:tajne@127.0.0.1:{box.port}/INBOX?tls=0")
        first, second = read_imap(address), read_imap(address)
    assert (first.messages, first.bounced, first.strange, second.messages) == (2, 1, 1, 0)
    assert box.seen == {1, 3}
    assert not any("DELE" in command or "EXPUNGE" in command for command in box.heard)
    assert 'LOGIN zwroty@x.pl "tajne"' in box.heard


def test_a_wrong_password_is_said_so(db: None) -> None:
    with Mailbox([]) as box, pytest.raises(Exception, match="wrong"):
        read_imap(imap_address(f"imap://a:b@127.0.0.1:{box.port}?tls=0"))


def test_the_mailboxs_address_is_read() -> None:
    one, two = imap_address("imaps://a%2Fb:c@x.pl/Zwroty"), imap_address("imap://x.pl")
    assert (one.is_tls, one.port, one.user, one.folder) == (True, 993, "a/b", "Zwroty")
    assert (two.is_tls, two.starts_tls, two.port, two.folder) == (False, True, 143, "INBOX")
    with pytest.raises(ValueError, match="ftp"):
        imap_address("ftp://x.pl")


def test_who_unsubscribes_from_one_partnership_still_hears_from_another(db: None) -> None:
    assert [unsubscribe(" Jan@X.pl ", 1), unsubscribe("jan@x.pl", 1)] == [True, False]
    assert (marks_of(["jan@x.pl"], 1), marks_of(["jan@x.pl"], 2)) == ({"jan@x.pl": {Mark.UNSUBSCRIBED}}, {})
    assert not clear("jan@x.pl", Mark.UNSUBSCRIBED, 2, by=SYSTEM)
    assert clear("JAN@x.pl", Mark.UNSUBSCRIBED, 1, by=SYSTEM)
    assert marks_of(["jan@x.pl"], 1) == {}


def test_marks_of_many_addresses_take_few_queries(django_assert_num_queries: Any, db: None) -> None:
    unsubscribe("a1@x.pl", 1)
    with django_assert_num_queries(3):
        assert list(marks_of((f"a{n}@x.pl" for n in range(1200)), 1)) == ["a1@x.pl"]


def test_the_command_tells_what_a_file_held_and_what_it_cannot_read(
    sent: Letter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = mailbox.mbox(tmp_path / "bounces")
    file.add(dsn(sent))
    file.close()
    assert running.bounces(Namespace(file=str(tmp_path / "bounces"))) == 0
    assert "bounced 1" in capsys.readouterr().out
    assert running.bounces(Namespace(file=str(tmp_path / "nothing"))) == 1
    assert running.bounces(Namespace(file=None)) == 1
    assert "SPOIWO_BOUNCES" in capsys.readouterr().err


def test_the_task_looks_again_in_ten_minutes_even_if_the_mailbox_does_not_answer(
    settings: Any, db: None
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
    with Mailbox([]) as box:
        settings.BOUNCES = f"imap://a:tajne@127.0.0.1:{box.port}?tls=0"
        assert read_bounces.call().startswith("messages 0")
    with pytest.raises(OSError, match="refused"):
        read_bounces.call()
    assert DBTaskResult.objects.get().run_after > timezone.now() + timedelta(minutes=9)
