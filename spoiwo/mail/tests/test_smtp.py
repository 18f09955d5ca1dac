"""What a mail server can do to us: refuse, greylist, stall, drop; nobody is written twice and nothing is lost."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from spoiwo.mail.models import Letter
from spoiwo.mail.rules import ATTEMPTS, State
from spoiwo.mail.sending import Round, send_round
from spoiwo.mail.tests.make import letter
from tests.faults.smtp_sink import Fault, Sink

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(settings: Any) -> Callable[..., Round]:
    """One round to that server, with little patience."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_TIMEOUT, settings.EMAIL_USE_TLS = "127.0.0.1", 0.3, False

    def run(sink: Sink, now: dt.datetime | None = None) -> Round:
        settings.EMAIL_PORT = sink.port
        return send_round(now or timezone.now())

    return run


def script(**wishes: Any) -> Callable[[str, str], Any]:
    """Does wrong at the moments named; a wish may be a dictionary by address."""

    def ask(moment: str, argument: str) -> Any:
        wish = wishes.get(moment)
        return wish.get(argument) if isinstance(wish, dict) else wish

    return ask


def states() -> list[tuple[str, int]]:
    return list(Letter.objects.order_by("id").values_list("state", "attempt_count"))


@pytest.mark.parametrize("pipelining", [True, False])
def test_many_letters_leave_over_one_connection_each_once(send: Any, pipelining: bool) -> None:
    rows = [letter() for _number in range(30)]
    with Sink(pipelining=pipelining) as sink:
        assert send(sink) == Round(30)
        assert send(sink) == Round(0)
    assert [mail.to for mail in sink.mails] == [[row.to] for row in rows]
    assert (sink.sessions, {mail.sender for mail in sink.mails}) == (1, {"spoiwo@localhost"})
    assert set(states()) == {(State.SENT, 1)}


@pytest.mark.parametrize("pipelining", [True, False])
def test_an_addressee_refused_for_good_is_not_tried_again_and_the_others_get_theirs(
    send: Any, pipelining: bool
) -> None:
    rows = [letter() for _number in range(4)]
    no = script(RCPT={rows[0].to: "550 5.1.1 No such user", rows[2].to: "550 5.1.1 No such user"})
    with Sink(no, pipelining=pipelining) as sink:
        assert send(sink) == Round(2)
    assert [state for state, _count in states()] == [State.FAILED, State.SENT, State.FAILED, State.SENT]
    assert Letter.objects.get(pk=rows[0].pk).answer == "550 5.1.1 No such user"
    assert len(sink.mails) == 2


def test_words_refused_for_good_are_not_tried_again(send: Any) -> None:
    row = letter()
    with Sink(script(CONTENT="554 5.7.1 Looks like spam")) as sink:
        assert send(sink) == Round(0)
    row.refresh_from_db()
    assert (row.state, row.answer, sink.mails) == (State.FAILED, "554 5.7.1 Looks like spam", [])


@pytest.mark.parametrize("moment", ["RCPT", "DATA", "CONTENT"])
def test_greylisting_is_tried_again_after_a_pause_and_then_taken(send: Any, moment: str) -> None:
    row, now = letter(), timezone.now()
    grey = script(**{moment: "450 4.2.0 Greylisted"})
    with Sink(grey) as sink:
        assert not send(sink, now).has_broken_off
        row.refresh_from_db()
        assert (row.state, row.attempt_count, row.answer) == (State.READY, 1, "450 4.2.0 Greylisted")
        sink.script = script()
        assert send(sink, now + dt.timedelta(minutes=4)) == Round(0)
        assert send(sink, now + dt.timedelta(minutes=6)) == Round(1)
    row.refresh_from_db()
    assert (row.state, row.answer, len(sink.mails)) == (State.SENT, "", 1)


def test_a_server_that_never_stops_greylisting_is_given_up(send: Any) -> None:
    letter(attempt_count=ATTEMPTS - 1)
    with Sink(script(RCPT="450 later")) as sink:
        send(sink)
    assert states() == [(State.FAILED, ATTEMPTS)]


@pytest.mark.parametrize("fault", [Fault.DROP, Fault.STALL])
@pytest.mark.parametrize("moment", ["MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("pipelining", [True, False])
def test_a_link_that_breaks_before_the_words_leaves_the_letter_to_be_sent_and_the_rest_untouched(
    send: Any, fault: Fault, moment: str, pipelining: bool
) -> None:
    rows = [letter() for _number in range(3)]
    with Sink(script(**{moment: fault}), pipelining=pipelining) as sink:
        assert send(sink) == Round(0, has_broken_off=True)
        assert (sink.mails, sink.sessions) == ([], 1)
        assert states() == [(State.READY, 1), (State.READY, 0), (State.READY, 0)]
        Letter.objects.update(not_before=None)
        sink.script = script()
        assert send(sink) == Round(3)
    assert sorted(mail.to[0] for mail in sink.mails) == [row.to for row in rows]


def test_a_link_that_breaks_within_long_words_leaves_the_letter_to_be_sent(send: Any) -> None:
    letter(text="Bardzo długi list.\n" * 900_000)
    with Sink(script(DATA=Fault.DROP_IN_CONTENT)) as sink:
        assert send(sink) == Round(0, has_broken_off=True)
    assert states() == [(State.READY, 1)]


@pytest.mark.parametrize(
    "fault", [Fault.DROP, Fault.STALL, Fault.KEEP_AND_DROP, Fault.KEEP_AND_STALL, "999 what?"]
)
def test_an_answer_that_is_lost_after_the_last_word_is_a_persons_decision(send: Any, fault: Any) -> None:
    rows = [letter() for _number in range(3)]
    with Sink(script(CONTENT={rows[1].to: fault})) as sink:
        assert send(sink) == Round(1, has_broken_off=True)
        assert [state for state, _count in states()] == [State.SENT, State.DOUBT, State.READY]
        assert send(sink) == Round(1)
        assert send(sink) == Round(0)
    assert sum(mail.to == [rows[1].to] for mail in sink.mails) <= 1


def test_a_server_that_closes_is_left_alone_for_a_minute(send: Any) -> None:
    rows = [letter() for _number in range(3)]
    now = timezone.now()
    with Sink(script(RCPT={rows[1].to: "421 4.7.0 Too many messages"})) as sink:
        done = send(sink, now)
    assert done == Round(1, has_broken_off=True)
    assert done.again_at(now) == now + dt.timedelta(minutes=1)
    assert states() == [(State.SENT, 1), (State.READY, 1), (State.READY, 0)]


@pytest.mark.parametrize("wish", ["554 go away", "421 busy", Fault.DROP, Fault.STALL])
def test_a_server_that_does_not_let_us_in_costs_one_letter_an_attempt_and_none_is_given_up(
    send: Any, wish: Any
) -> None:
    letter(attempt_count=ATTEMPTS + 3)
    letter()
    with Sink(script(CONNECT=wish)) as sink:
        assert send(sink) == Round(0, has_broken_off=True)
    assert sink.sessions == 1
    assert states() == [(State.READY, ATTEMPTS + 4), (State.READY, 0)]
    assert Letter.objects.earliest("id").answer


def test_a_server_that_is_not_there_is_no_reason_to_give_a_letter_up(send: Any) -> None:
    letter(attempt_count=ATTEMPTS)
    with Sink() as sink:
        pass
    assert send(sink) == Round(0, has_broken_off=True)
    assert states() == [(State.READY, ATTEMPTS + 1)]
    assert "refused" in Letter.objects.get().answer


def test_a_server_that_takes_nothing_from_us_does_not_use_the_letters_up(send: Any) -> None:
    letter(attempt_count=ATTEMPTS)
    letter()
    with Sink(script(MAIL="530 5.7.0 Authentication required")) as sink:
        assert send(sink) == Round(0, has_broken_off=True)
    assert states() == [(State.READY, ATTEMPTS + 1), (State.READY, 0)]


@pytest.mark.parametrize(
    "to", ["kowalski", "łukasz@example.org", "a@b>\r\nRCPT TO:<c@d.pl", "a b@example.org"]
)
def test_what_cannot_be_an_address_fails_at_once_and_says_why(send: Any, to: str) -> None:
    row = letter(to=to)
    letter()
    with Sink() as sink:
        assert send(sink) == Round(1)
    row.refresh_from_db()
    assert (row.state, bool(row.answer)) == (State.FAILED, True)
    assert sum(command.startswith("RCPT") for command in sink.heard) == 1


def test_a_domain_in_polish_letters_is_written_as_servers_know_it(send: Any) -> None:
    letter(to="wojt@gmina-słupno.example")
    with Sink() as sink:
        assert send(sink) == Round(1)
    assert sink.mails[0].to == ["wojt@xn--gmina-supno-z5b.example"]
