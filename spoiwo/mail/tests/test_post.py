"""Writing finished letters over all channels, counting them by batch, a person's log, erasure."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from spoiwo.mail.models import Letter
from spoiwo.mail.post import Written, batch_letters, forget, log_of, post_written, progress
from spoiwo.mail.rules import Channel, State
from spoiwo.mail.tests.make import letter

pytestmark = pytest.mark.django_db


def invitations(count: int, **fields: object) -> list[Written]:
    return [
        Written(f"w{n}@example.org", "Zaproszenie", "Zapraszamy.", to_name=f"Wójt {n}", **fields)  # type: ignore[arg-type]
        for n in range(count)
    ]


def test_held_letters_are_written_and_do_not_go(mailoutbox: list) -> None:
    assert post_written(invitations(3, batch="meetings.campaign:12:invitation", scope=5), hold=True) == 3
    assert set(Letter.objects.values_list("state", "scope_id")) == {(State.HELD, 5)}
    assert mailoutbox == []


def test_letters_let_go_at_once_leave_and_only_the_e_mails_do(mailoutbox: list) -> None:
    post_written(
        [*invitations(2), Written("", "List", "Treść", channel=Channel.LETTER, address="ul. Długa 1")]
    )
    assert len(mailoutbox) == 2
    assert Letter.objects.get(channel=Channel.LETTER).state == State.READY


def test_a_thousand_letters_are_written_in_a_handful_of_statements() -> None:
    with CaptureQueriesContext(connection) as queries:
        assert post_written(iter(invitations(1000)), hold=True) == 1000
    assert len(queries) < 60
    assert Letter.objects.values("message_id").distinct().count() == 1000


def test_the_message_id_stands_under_the_address_of_this_site(settings: object) -> None:
    settings.PUBLIC_URL = "https://spoiwo.example:8443"  # type: ignore[attr-defined]
    post_written(invitations(1), hold=True)
    assert Letter.objects.get().message_id.endswith("@spoiwo.example>")


def test_progress_counts_a_batch_and_its_parts_but_not_its_neighbours() -> None:
    letter(batch="meetings.campaign:12:invitation", state=State.SENT)
    letter(batch="meetings.campaign:12:reminder")
    letter(batch="meetings.campaign:12")
    letter(batch="meetings.campaign:120:invitation")
    counts = progress("meetings.campaign:12")
    assert (counts[State.SENT], counts[State.READY], counts[State.FAILED]) == (1, 2, 0)
    assert batch_letters("meetings.campaign:12").count() == 3
    assert progress("meetings.campaign:12:reminder")[State.READY] == 1


def test_a_log_holds_everything_over_all_channels_oldest_first() -> None:
    first = letter(about_kind="meetings.invitation", about_id=7, channel=Channel.PHONE)
    letter(about_kind="meetings.invitation", about_id=9)
    second = letter(about_kind="meetings.invitation", about_id=8)
    assert log_of("meetings.invitation", [8, 7]) == [first, second]


def test_erasing_a_person_leaves_the_row_for_the_counts_and_nothing_to_send(mailoutbox: list) -> None:
    sent = letter(about_kind="x", about_id=1, state=State.SENT, to_name="Jan", answer="250 jan@", batch="b")
    waiting = letter(
        about_kind="x", about_id=1, batch="b", address="ul. Długa 1", unsubscribe_url="https://x/jan"
    )
    other = letter(about_kind="x", about_id=2, batch="b")
    assert forget("x", [1]) == 2
    for row in (sent, waiting):
        row.refresh_from_db()
        kept = (row.to, row.to_name, row.address, row.subject, row.text, row.answer, row.unsubscribe_url)
        assert set(kept) == {""}
    assert (sent.state, waiting.state) == (State.SENT, State.FAILED)
    other.refresh_from_db()
    assert other.to
    assert sum(progress("b").values()) == 3
