"""Cycles: the list, one cycle at a glance, what waits next, and the ways there from below."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.translation import override

from spoiwo.meetings.models import CycleTemplate
from spoiwo.workshops.models import Line
from tests.cast import Cast
from tests.make import make_meeting, make_series, make_step

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(settings: Any) -> Iterator[None]:
    """Pages in the language of their source."""
    settings.LANGUAGE_CODE = "en"
    with override("en"):
        yield


def page(player: Any, name: str, *args: Any) -> str:
    response = player.client.get(reverse(f"workshops:{name}", args=args))
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_cycles_and_single_workshops_are_listed_and_other_counties_are_not(cast: Cast) -> None:
    ours, alone, plain, theirs = (
        make_meeting(partnership, title)
        for partnership, title in (
            (cast.ours, "Warsztat I"),
            (cast.ours, "Warsztat osobny"),
            (cast.ours, "Zwykłe zebranie"),
            (cast.theirs, "Cudzy warsztat"),
        )
    )
    make_series(cast.ours, ours, title="Nasz cykl")
    make_series(cast.theirs, theirs, title="Cudzy cykl", is_public=True)
    for meeting in (ours, alone, theirs):
        make_step(meeting)
    content = page(cast.ewa, "cycles")
    assert "Nasz cykl" in content and "Warsztat osobny" in content
    assert "Cudzy" not in content and plain.title not in content


def test_the_list_is_taken_along_as_a_table(cast: Cast) -> None:
    meeting = make_meeting(cast.ours)
    make_series(cast.ours, meeting, title="Nasz cykl")
    make_step(meeting, state="closed")
    response = cast.ewa.client.get(reverse("workshops:cycles"), {"format": "csv"})
    assert "Nasz cykl" in b"".join(response.streaming_content).decode("utf-8-sig")


def test_the_list_asks_no_more_for_more_cycles(cast: Cast, same_queries: Callable) -> None:
    def make() -> None:
        meeting = make_meeting(cast.ours)
        make_step(meeting)
        make_series(cast.ours, meeting, title=f"Cykl {meeting.pk}")

    same_queries(lambda: cast.anna.client.get(reverse("workshops:cycles")), make)


def test_a_cycle_asks_no_more_for_more_workshops(cast: Cast, same_queries: Callable) -> None:
    series = make_series(cast.ours)

    def make() -> None:
        make_step(make_meeting(cast.ours, series=series))

    same_queries(lambda: cast.anna.client.get(reverse("workshops:cycle", args=[series.pk])), make)


def test_a_cycle_says_what_came_out_and_what_waits_next(cast: Cast) -> None:
    first, second = make_meeting(cast.ours, "Warsztat I"), make_meeting(cast.ours, "Warsztat II")
    series = make_series(cast.ours, first, second)
    barrel = make_step(first, state="closed")
    for _line in range(3):
        Line.objects.create(step=barrel, key=uuid4(), field="ideas", text="Szlak rowerowy")
    content = page(cast.ewa, "cycle", series.pk)
    assert "3 ideas" in content
    assert "prepare the steps of" in content and "Warsztat II" in content
    make_step(second)
    assert "look through the steps of" in page(cast.ewa, "cycle", series.pk)
    second.steps.update(state="closed")
    assert "are over" in page(cast.ewa, "cycle", series.pk)


def test_a_public_series_does_not_show_its_workshops_to_strangers(cast: Cast) -> None:
    series = make_series(cast.theirs, make_meeting(cast.theirs, is_public=True), is_public=True)
    assert cast.anna.client.get(reverse("workshops:cycle", args=[series.pk])).status_code == 404
    assert "Cycle of workshops" not in cast.anna.client.get(series.get_absolute_url()).content.decode()


def test_a_whole_series_takes_over_the_steps_of_another_county_but_nothing_that_people_wrote(
    cast: Cast,
) -> None:
    theirs = [make_meeting(cast.theirs, f"Ich {number}", is_public=True) for number in (1, 2)]
    other = make_series(cast.theirs, *theirs, is_public=True)
    barrel = make_step(theirs[0])
    make_step(theirs[1], "Diagnoza", form="component", takes_from=barrel, notes="Nasze uwagi")
    Line.objects.create(step=barrel, key=uuid4(), field="ideas", text="Ich pomysł")
    ours = [make_meeting(cast.ours, f"Nasze {number}") for number in (1, 2)]
    series = make_series(cast.ours, *ours)
    url = reverse("workshops:cycle_copying", args=[series.pk])
    assert cast.ewa.client.post(url, {"source": f"series-{other.pk}"}).status_code == 302
    copy = ours[1].steps.get()
    assert (copy.title, copy.takes_from, copy.notes) == ("Diagnoza", ours[0].steps.get(), "")
    assert not ours[0].steps.get().lines.exists()
    cast.ewa.client.post(url, {"source": f"series-{other.pk}"})
    assert ours[0].steps.count() == 1


def test_the_ways_from_meetings_series_and_templates_lead_here(cast: Cast) -> None:
    meeting = make_meeting(cast.ours)
    series = make_series(cast.ours, meeting)
    template = CycleTemplate.objects.create(partnership=cast.ours, name="Nasz cykl")
    for thing, name, pk in (
        (meeting, "steps", meeting.pk),
        (series, "cycle", series.pk),
        (template, "template_steps", template.pk),
    ):
        content = cast.ewa.client.get(thing.get_absolute_url()).content.decode()
        assert reverse(f"workshops:{name}", args=[pk]) in content
