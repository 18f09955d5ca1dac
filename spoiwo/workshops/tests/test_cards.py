"""Concept cards at the tables: a group writes its own card without an account, while the hall is at that step."""

import pytest
from django.test import Client

from spoiwo import trail
from spoiwo.workshops.actions import halls
from spoiwo.workshops.models import Hall, Step, Table
from tests.cast import Cast
from tests.make import make_card, make_meeting, make_step, make_table
from tests.world import NOON


@pytest.fixture
def hall(cast: Cast) -> Hall:
    return halls.open_hall(make_meeting(cast.ours), by=cast.ewa.actor)


@pytest.fixture
def step(hall: Hall, cast: Cast) -> Step:
    step = make_step(hall.meeting, "Karty", kind="cards", form="")
    halls.move_hall(hall, by=cast.ewa.actor, at=NOON, step=step)
    step.refresh_from_db()
    return step


@pytest.fixture
def table(hall: Hall, cast: Cast) -> Table:
    return make_table(hall.meeting, card=make_card(cast.ours, "Szlak rowerowy", aim="Turyści"))


def test_a_group_writes_its_card_and_two_writers_lose_no_line(step: Step, table: Table) -> None:
    url = f"/t/{table.secret}/card/text/"
    Client().post(url, {"field": "aim", "base": "Turyści", "text": "Turyści\nMieszkańcy"})
    Client().post(url, {"field": "aim", "base": "Turyści", "text": "Turyści\nRowerzyści"})
    table.card.refresh_from_db()
    assert set(table.card.aim.split("\n")) == {"Turyści", "Mieszkańcy", "Rowerzyści"}


def test_the_page_of_the_table_leads_to_the_card_and_saves_it_whole(step: Step, table: Table) -> None:
    assert f"/t/{table.secret}/card/" in Client().get(f"/t/{table.secret}/").content.decode()
    posted = {"aim": "Więcej turystów", "base_aim": "Turyści"}
    answer = Client().post(f"/t/{table.secret}/card/", posted)
    assert answer["Location"] == f"/t/{table.secret}/"
    table.card.refresh_from_db()
    assert table.card.aim == "Więcej turystów"


def test_outside_the_step_nothing_is_written(step: Step, table: Table, cast: Cast) -> None:
    halls.set_step_state(step, halls.StepState.CLOSED, by=cast.ewa.actor, at=NOON)
    url = f"/t/{table.secret}/card/text/"
    assert Client().post(url, {"field": "aim", "base": "", "text": "Później"}).status_code == 422
    assert Client().get(f"/t/{table.secret}/card/").status_code == 302
    table.card.refresh_from_db()
    assert table.card.aim == "Turyści"


def test_cards_are_given_to_tables_with_their_trail(step: Step, hall: Hall, cast: Cast) -> None:
    table, card = make_table(hall.meeting), make_card(cast.ours, "Żłobek")
    url = f"/meetings/{hall.meeting_id}/steps/{step.pk}/cards/"
    cast.ewa.client.post(url, {f"card-{table.pk}": card.pk})
    table.refresh_from_db()
    assert table.card == card
    origins, _results = trail.around(card, cast.ewa.actor)
    assert hall.meeting.title in {one.label for one in origins}


def test_another_partnership_s_card_is_refused(step: Step, hall: Hall, cast: Cast) -> None:
    table, card = make_table(hall.meeting), make_card(cast.theirs, "Cudza")
    url = f"/meetings/{hall.meeting_id}/steps/{step.pk}/cards/"
    cast.ewa.client.post(url, {f"card-{table.pk}": card.pk})
    table.refresh_from_db()
    assert table.card is None
