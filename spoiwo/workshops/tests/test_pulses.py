"""The number phones ask for: looked up once for all who ask in the same moment, and at once when it has changed."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from spoiwo.workshops.actions import halls
from spoiwo.workshops.models import Hall
from spoiwo.workshops.queries import pulses
from tests.cast import Cast
from tests.make import make_meeting


@pytest.fixture
def hall(cast: Cast) -> Hall:
    return halls.open_hall(make_meeting(cast.ours), by=cast.ewa.actor)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands still until a test sets it on, however slow the machine is."""
    now = [1000.0]
    monkeypatch.setattr(pulses, "monotonic", lambda: now[0])
    return now


def asked(hall: Hall) -> str:
    return Client().get(f"/pulse/{hall.pulse}/").content.decode()


def test_many_phones_that_ask_in_one_moment_cost_one_look_up(
    hall: Hall, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        assert {asked(hall) for _phone in range(10)} == {str(hall.revision)}


def test_whoever_changes_the_hall_is_heard_by_the_next_question(hall: Hall) -> None:
    before = int(asked(hall))
    halls.touch(hall.meeting_id)
    assert int(asked(hall)) == before + 1


def test_what_another_process_changed_is_seen_when_the_moment_is_over(hall: Hall, clock: list[float]) -> None:
    before = int(asked(hall))
    Hall.objects.filter(pk=hall.pk).update(revision=before + 1)
    assert int(asked(hall)) == before
    clock[0] += pulses.FRESH
    assert int(asked(hall)) == before + 1


def test_an_address_that_is_no_halls_is_never_remembered(hall: Hall) -> None:
    assert pulses.revision_of("nowhere") is None
    Hall.objects.filter(pk=hall.pk).update(pulse="nowhere")
    assert pulses.revision_of("nowhere") == hall.revision
