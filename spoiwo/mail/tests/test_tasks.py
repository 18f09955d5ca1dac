"""The chain of rounds: it comes back by itself, once, and not before it is worth its while."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from spoiwo.mail.post import Written, post_written
from spoiwo.mail.tasks import deliver
from spoiwo.mail.tests.make import letter

pytestmark = pytest.mark.django_db


@pytest.fixture
def queue(settings: Any) -> Any:
    """Tasks wait in the table, as in a real house."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
    return DBTaskResult.objects


def test_one_chain_of_rounds_serves_many_posts(queue: Any, settings: Any) -> None:
    settings.EMAIL_BACKEND = "spoiwo.mail.tests.test_sending.RefusingBackend"
    letter()
    for _round in range(3):
        deliver.call()
    assert queue.count() == 1
    assert dt.timedelta(minutes=4) < queue.get().run_after - timezone.now() < dt.timedelta(minutes=6)


def test_letters_posted_meanwhile_do_not_wait_for_the_next_link_of_the_chain(
    queue: Any, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "spoiwo.mail.tests.test_sending.RefusingBackend"
    letter()
    deliver.call()
    post_written([Written("a@example.org", "Temat", "Treść")])
    assert queue.ready().count() == 1


def test_an_empty_outbox_ends_the_chain(queue: Any, mailoutbox: list) -> None:
    letter()
    deliver.call()
    assert (len(mailoutbox), queue.count()) == (1, 0)


def test_without_a_queue_more_letters_than_a_round_takes_leave_at_once(mailoutbox: list) -> None:
    post_written(Written(f"a{n}@example.org", "Temat", "Treść") for n in range(1001))
    assert len(mailoutbox) == 1001
