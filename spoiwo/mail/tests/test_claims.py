"""Claims: of a letter as it was read, within the limits, and doubted when their process is dead."""

import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from spoiwo.mail.claims import Desk, Limits, doubt_the_dead
from spoiwo.mail.liveness import dead_senders, own_name
from spoiwo.mail.models import Letter
from spoiwo.mail.rules import State
from spoiwo.mail.sending import hand_over, next_due
from spoiwo.mail.tests.make import letter

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    "change", [{"text": "Inne\n"}, {"to": "x@y.pl"}, {"subject": "Inny"}, {"state": State.HELD}]
)
def test_a_letter_changed_since_it_was_read_is_not_claimed(change: dict[str, str]) -> None:
    stale = letter()
    Letter.objects.update(**change)
    assert not Desk(timezone.now()).turn(None, stale)


def test_of_two_workers_one_claims_a_letter() -> None:
    row = letter()
    assert [Desk(timezone.now()).turn(None, row), Desk(timezone.now()).turn(None, row)] == [True, False]


def test_no_more_letters_go_within_a_minute_than_the_server_takes(settings: Any, mailoutbox: list) -> None:
    settings.MAIL_PER_MINUTE = 3
    for _number in range(5):
        letter()
    now = timezone.now()
    assert [hand_over(now), hand_over(now + dt.timedelta(seconds=30))] == [3, 0]
    due = next_due()
    assert due is not None and dt.timedelta(seconds=59) < due - now < dt.timedelta(seconds=65)
    assert hand_over(now + dt.timedelta(seconds=65)) == 2
    assert len(mailoutbox) == 5


def test_a_crowded_server_does_not_hold_up_the_others(settings: Any, mailoutbox: list) -> None:
    settings.MAIL_PER_DOMAIN_PER_MINUTE = 2
    for number in range(4):
        letter(to=f"k{number}@duzy.example")
    letter(to="k@maly.example")
    now = timezone.now()
    assert [hand_over(now), hand_over(now)] == [3, 0]
    assert [mail.to[0].split("@")[1] for mail in mailoutbox] == [
        "duzy.example",
        "duzy.example",
        "maly.example",
    ]
    due = next_due()
    assert due is not None and due - now > dt.timedelta(seconds=59)
    letter(to="l@maly.example")
    assert (due := next_due()) is not None and due - now < dt.timedelta(seconds=30)


def test_both_limits_hold_together() -> None:
    now = timezone.now()
    for seconds in (5, 10, 70):
        letter(to="a@b.pl", state=State.SENT, claimed_at=now - dt.timedelta(seconds=seconds))
    bounds = Limits(over_all=2, to_a_server=2)
    assert (bounds.is_reached(now), bounds.is_reached_for("b.pl", now), bounds.full_servers(now)) == (
        True,
        True,
        ["b.pl"],
    )
    assert bounds.free_at(now) == now + dt.timedelta(seconds=50)
    assert bounds.server_free_at("c.pl", now) == now
    assert not Limits(0, 0).is_reached(now)


DIES = """
import os, sys
from pathlib import Path
from django.conf import settings
settings.configure(HOME=Path(sys.argv[1]))
from spoiwo.mail.liveness import own_name
print(own_name(), flush=True)
os.kill(os.getpid(), 9)
"""


def claim_and_die(home: Path) -> str:
    """The name under which a process claimed that is no more."""
    command = [sys.executable, "-c", DIES, str(home)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    return done.stdout.strip()


def test_what_a_dead_process_had_in_hand_is_in_doubt_at_once_and_what_a_live_one_has_is_not(
    settings: Any, tmp_path: Any
) -> None:
    settings.HOME = tmp_path
    now = timezone.now()
    own_name()
    dead = letter(state=State.CLAIMED, claimed_at=now, claimed_by=claim_and_die(tmp_path))
    alive = letter(state=State.CLAIMED, claimed_at=now, claimed_by=own_name())
    elsewhere = letter(state=State.CLAIMED, claimed_at=now, claimed_by="1-abc")
    assert doubt_the_dead(now) == 1
    found = dict(Letter.objects.values_list("pk", "state"))
    assert (found[dead.pk], found[alive.pk], found[elsewhere.pk]) == (
        State.DOUBT,
        State.CLAIMED,
        State.CLAIMED,
    )
    assert list(dead_senders()) == []
    assert doubt_the_dead(now + dt.timedelta(minutes=16)) == 2
