"""What a person does in the outbox: each move once, edits before it goes, whole batches, all in the history."""

import pytest

from spoiwo import audit
from spoiwo.kit.actor import SYSTEM
from spoiwo.kit.request import Refused
from spoiwo.mail.actions import edit_letter, move_batch, move_letter, read_way, ways_of_batch, ways_on
from spoiwo.mail.models import Letter
from spoiwo.mail.rules import Channel, State
from spoiwo.mail.tests.make import letter

pytestmark = pytest.mark.django_db
EDIT = {"subject": "Nowy temat", "text": "Nowa treść", "to": "nowy@Example.org"}


def test_an_e_mail_is_never_noted_as_sent_by_hand_but_paper_is_posted_and_comes_back() -> None:
    with pytest.raises(Refused):
        move_letter(letter(), State.SENT, by=SYSTEM)
    paper = letter(channel=Channel.LETTER, to="", address="ul. Długa 1\n09-400 Płock")
    assert [state for state, _words in ways_on(paper)] == ["held", "sent"]
    assert move_letter(paper, State.SENT, by=SYSTEM).sent_at is not None
    assert move_letter(paper, State.RETURNED, by=SYSTEM).state == State.RETURNED


@pytest.mark.parametrize("channel", list(Channel))
@pytest.mark.parametrize("state", list(State))
def test_every_way_on_has_its_words(channel: Channel, state: State) -> None:
    assert all(words for _state, words in ways_on(letter(channel=channel, state=state)))


def test_a_letter_tried_again_has_all_its_attempts_before_it() -> None:
    row = letter(state=State.FAILED, attempt_count=5)
    assert move_letter(row, State.HELD, by=SYSTEM).state == State.HELD
    other = letter(state=State.FAILED, attempt_count=5, to="zły adres")
    Letter.objects.filter(pk=other.pk).update(channel=Channel.EMAIL)
    assert move_letter(other, State.READY, by=SYSTEM).attempt_count < 5


@pytest.mark.parametrize("state", [State.HELD, State.READY])
def test_a_letter_that_has_not_gone_can_be_changed(state: State) -> None:
    row = edit_letter(letter(state=state), by=SYSTEM, **EDIT)
    assert (row.subject, row.text, row.to, row.server) == (
        "Nowy temat",
        "Nowa treść\n",
        "nowy@Example.org",
        "example.org",
    )
    assert [line.what for line in audit.history(kind="mail.letter", object_id=row.pk)]


@pytest.mark.parametrize("state", [State.CLAIMED, State.SENT, State.DOUBT, State.FAILED, State.BOUNCED])
def test_a_letter_that_went_cannot_be_changed(state: State) -> None:
    with pytest.raises(Refused):
        edit_letter(letter(state=state), by=SYSTEM, **EDIT)


def test_of_two_people_who_change_a_letter_the_later_is_told() -> None:
    row = letter(state=State.HELD)
    stale = Letter.objects.get(pk=row.pk)
    edit_letter(row, by=SYSTEM, **EDIT)
    with pytest.raises(Refused):
        edit_letter(stale, by=SYSTEM, **(EDIT | {"text": "Inna"}))


@pytest.mark.parametrize("to", ["", "kowalski", "a@b\nBcc: c@d", "a b@example.org"])
def test_a_changed_letter_needs_an_address(to: str) -> None:
    with pytest.raises(Refused) as refusal:
        edit_letter(letter(), by=SYSTEM, **(EDIT | {"to": to}))
    assert refusal.value.field == "to"


def test_a_subject_cannot_smuggle_in_a_header() -> None:
    assert (
        edit_letter(letter(), by=SYSTEM, **(EDIT | {"subject": "Temat\r\nBcc: x@y"})).subject
        == "Temat Bcc: x@y"
    )


def test_a_batch_is_held_let_go_and_noted_with_one_line_each(mailoutbox: list) -> None:
    for _number in range(3):
        letter(batch="m:1:i", scope_id=5, state=State.HELD)
    paper = letter(batch="m:1:i", scope_id=5, state=State.HELD, channel=Channel.LETTER)
    letter(batch="m:1:i", scope_id=6, state=State.HELD)
    assert [(value, count) for value, _words, count in ways_of_batch("m:1", 5)] == [("held.ready.", 4)]
    assert move_batch("m:1", 5, State.HELD, State.READY, by=SYSTEM) == 4
    assert len(mailoutbox) == 3
    assert read_way(ways_of_batch("m:1", 5)[-1][0]) == (State.READY, State.SENT, Channel.LETTER)
    assert move_batch("m:1", 5, State.READY, State.SENT, by=SYSTEM, channel=Channel.LETTER) == 1
    paper.refresh_from_db()
    assert paper.state == State.SENT
    lines = list(audit.entries(scope=5).order_by("id"))
    assert [line.facts["count"] for line in lines] == [4, 1]


def test_waiting_e_mails_of_a_batch_cannot_be_noted_as_sent() -> None:
    letter(batch="b", state=State.HELD)
    Letter.objects.update(state=State.READY)
    assert move_batch("b", None, State.READY, State.SENT, by=SYSTEM) == 0
    with pytest.raises(Refused):
        move_batch("b", None, State.DOUBT, State.READY, by=SYSTEM)
    with pytest.raises(Refused):
        move_batch("", None, State.READY, State.HELD, by=SYSTEM)
