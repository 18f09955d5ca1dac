"""The outbox of a partnership: looked through by channel, state and batch, held and changed before it goes."""

import pytest
from django.test import Client
from django.urls import reverse

from spoiwo.mail.models import Letter
from spoiwo.mail.post import Written, post_written
from spoiwo.mail.rules import Channel, State
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(cast: Cast) -> Client:
    """The coordinator, signed in, with a batch of held letters over two channels."""
    letters = [
        Written(
            f"w{n}@example.org", "Zaproszenie", "Zapraszamy.\n", scope=cast.ours.pk, batch="m.c:1:invitation"
        )
        for n in range(3)
    ]
    paper = Written(
        "",
        "Pismo",
        "Treść",
        channel=Channel.LETTER,
        address="ul. Długa 1",
        scope=cast.ours.pk,
        batch="m.c:1:paper",
    )
    post_written([*letters, paper], hold=True)
    return cast.anna.client


def page(cast: Cast) -> str:
    return reverse("partnerships:letters", args=[cast.ours.slug])


def test_letters_are_narrowed_by_channel_state_and_batch(anna: Client, cast: Cast) -> None:
    def rows(**query: str) -> int:
        return anna.get(page(cast), query).context["listing"].page.paginator.count

    assert [rows(), rows(channel="letter"), rows(state="sent"), rows(batch="m.c:1")] == [4, 1, 0, 4]
    assert [rows(batch="m.c:1:invitation"), rows(batch="m.c:1", channel="email", state="held")] == [3, 3]


def test_a_batch_is_let_go_from_its_page_and_the_others_stay(
    anna: Client, cast: Cast, mailoutbox: list
) -> None:
    address = page(cast) + "?batch=m.c:1:invitation"
    assert b"held.ready." in anna.get(address).content
    assert anna.post(address, {"way": "held.ready."}).headers["Location"] == address
    assert len(mailoutbox) == 3
    assert Letter.objects.get(channel=Channel.LETTER).state == State.HELD


def test_a_nonsense_move_of_a_batch_changes_nothing(anna: Client, cast: Cast) -> None:
    for way in ("", "held.sent.", "claimed.ready.", "held.ready.pigeon"):
        anna.post(page(cast) + "?batch=m.c:1", {"way": way})
    anna.post(page(cast), {"way": "held.ready."})
    assert set(Letter.objects.values_list("state", flat=True)) == {State.HELD}


def test_a_held_letter_is_changed_on_its_page_and_nothing_typed_is_lost(anna: Client, cast: Cast) -> None:
    row = Letter.objects.filter(channel="email").first()
    address = reverse("partnerships:letter", args=[cast.ours.slug, row.pk])
    bad = anna.post(address, {"to": "kowalski", "subject": "Nowy temat", "text": "Nowa treść"})
    assert (bad.status_code, "Nowa treść" in bad.content.decode()) == (422, True)
    anna.post(address, {"to": "k@example.org", "subject": "Nowy temat", "text": "Nowa treść"})
    row.refresh_from_db()
    assert (row.to, row.subject, row.text, row.state) == (
        "k@example.org",
        "Nowy temat",
        "Nowa treść\n",
        State.HELD,
    )


def test_a_letters_page_shows_channel_address_attempts_and_the_servers_words(
    anna: Client, cast: Cast
) -> None:
    row = Letter.objects.get(channel=Channel.LETTER)
    Letter.objects.update(attempt_count=7, answer="450 4.2.0 Greylisted")
    text = anna.get(reverse("partnerships:letter", args=[cast.ours.slug, row.pk])).content.decode()
    assert all(word in text for word in ("ul. Długa 1", "450 4.2.0 Greylisted", "<dd>7</dd>"))


def test_a_director_reads_the_letters_and_cannot_move_or_change_them(anna: Client, cast: Cast) -> None:
    director, row = cast.dorota.client, Letter.objects.first()
    address = reverse("partnerships:letter", args=[cast.ours.slug, row.pk])
    assert b"<textarea" not in director.get(address).content
    assert director.post(address, {"text": "x", "subject": "x", "to": "x@y.pl"}).status_code == 403
    assert director.post(page(cast) + "?batch=m.c:1", {"way": "held.ready."}).status_code == 403
    assert set(Letter.objects.values_list("state", flat=True)) == {State.HELD}
