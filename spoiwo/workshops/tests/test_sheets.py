"""Sheets: several devices write one, nobody's line is lost, paper is kept beside it."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from spoiwo.kit.request import Refused
from spoiwo.workshops.actions.halls import open_hall, set_step_state
from spoiwo.workshops.actions.sheets import sheet_for, write_lines
from spoiwo.workshops.models import Line, Step, Table
from spoiwo.workshops.rules.states import LineState, StepState
from spoiwo.workshops.rules.writing import Kind, Write
from tests.cast import Cast
from tests.make import make_meeting, make_step, make_table
from tests.world import NOON, PNG


@pytest.fixture
def step(cast: Cast) -> Step:
    meeting = make_meeting(cast.ours)
    open_hall(meeting, by=cast.anna.actor)
    return set_step_state(make_step(meeting), StepState.OPEN, by=cast.anna.actor, at=NOON)


@pytest.fixture
def table(step: Step) -> Table:
    return make_table(step.meeting)


def send(table: Table, step: Step, *writes: dict[str, Any], since: int = 0) -> Any:
    body = json.dumps({"writes": list(writes), "since": since})
    url = f"/t/{table.secret}/{step.pk}/lines/"
    return Client(headers={"accept-language": "en"}).post(url, body, content_type="application/json")


def line(text: str, key: str = "", field: str = "problems", version: int = 0) -> dict[str, Any]:
    return {"key": key or uuid4().hex, "field": field, "text": text, "version": version}


def texts(step: Step) -> list[str]:
    return sorted(Line.objects.filter(step=step).shown().values_list("text", flat=True))


def test_lines_of_two_devices_stand_together_and_each_learns_of_the_other(step: Step, table: Table) -> None:
    send(table, step, line("Brak mieszkań dla młodych"))
    answer = send(table, step, line("Odpływ specjalistów")).json()
    assert texts(step) == ["Brak mieszkań dla młodych", "Odpływ specjalistów"]
    assert {one["text"] for one in answer["lines"]} == {"Brak mieszkań dla młodych", "Odpływ specjalistów"}


def test_two_who_change_one_line_at_once_both_keep_their_text(step: Step, table: Table) -> None:
    key = uuid4().hex
    send(table, step, line("Puste hale", key))
    send(table, step, line("Puste hale po cukrowni", key, version=1))
    send(table, step, line("Puste hale po mleczarni", key, version=1))
    assert texts(step) == ["Puste hale po cukrowni", "Puste hale po mleczarni"]


def test_a_write_sent_again_after_a_lost_answer_changes_nothing(step: Step, table: Table) -> None:
    key = uuid4().hex
    first = line("Zalew", key)
    send(table, step, first)
    send(table, step, line("Zalew Włocławski", key, version=1))
    send(table, step, first)
    send(table, step, line("Zalew Włocławski", key, version=1))
    assert texts(step) == ["Zalew Włocławski"]


def test_a_line_emptied_is_struck_out_and_others_hear_of_it(step: Step, table: Table) -> None:
    key = uuid4().hex
    send(table, step, line("Pomyłka", key))
    answer = send(table, step, line("", key, version=1), since=1).json()
    assert texts(step) == []
    assert [(one["key"].replace("-", ""), one["text"]) for one in answer["lines"]] == [(key, "")]
    assert Line.objects.get().state == LineState.STRUCK


def test_nothing_new_is_an_empty_answer(step: Step, table: Table) -> None:
    revision = send(table, step, line("Zalew")).json()["revision"]
    url = f"/t/{table.secret}/{step.pk}/lines/"
    assert Client().get(url, {"since": revision}).status_code == 204
    assert Client().get(url, {"since": 0}).json()["revision"] == revision


def test_a_plain_form_writes_the_same(step: Step, table: Table) -> None:
    key, other = str(uuid4()), str(uuid4())
    posted = {f"text-{key}": "Sady", f"field-{key}": "resources", f"version-{key}": "0"}
    posted |= {f"text-{other}": "", f"field-{other}": "resources", f"version-{other}": "0"}
    answer = Client().post(f"/t/{table.secret}/{step.pk}/lines/", posted)
    assert answer["Location"] == f"/t/{table.secret}/"
    assert texts(step) == ["Sady"]


def test_the_table_s_page_shows_the_sheet_of_the_current_step(step: Step, table: Table, cast: Cast) -> None:
    hall = step.meeting.hall
    hall.step, hall.screen = step, "task"
    hall.save()
    send(table, step, line("Sady", field="resources"))
    page = Client().get(f"/t/{table.secret}/").content.decode()
    assert 'value="Sady"' in page
    assert page.count("<fieldset") == 4


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b'{"writes": 3}',
        b'{"writes": [{"key": "x", "field": "problems", "text": "a", "version": 0}]}',
        b'{"writes": [{"key": "7b2c9dd64f0f4f6c8d2f5c1c5b2f4a11", "field": "problems", "text": "a", "version": -1}]}',
        b"\xff\xfe",
        b'{"writes":' + b"[" * 100_000,
    ],
)
def test_a_body_that_is_no_list_of_writes_is_refused(body: bytes, step: Step, table: Table) -> None:
    url = f"/t/{table.secret}/{step.pk}/lines/"
    assert Client().post(url, body, content_type="application/json").status_code == 400
    assert texts(step) == []


@pytest.mark.parametrize(
    ("write", "word"),
    [
        (line("x" * 501), "500"),
        (line("Zalew", field="ideas"), "heading"),
        (line("Zalew", field="hasło"), "heading"),
    ],
)
def test_a_line_that_cannot_stand_is_refused_in_words(
    write: dict[str, Any], word: str, step: Step, table: Table
) -> None:
    answer = send(table, step, write)
    assert answer.status_code == 422
    assert word in answer.json()["problem"]


def test_a_closed_step_takes_nothing(step: Step, table: Table, cast: Cast) -> None:
    set_step_state(step, StepState.CLOSED, by=cast.anna.actor, at=NOON)
    assert send(table, step, line("Za późno")).status_code == 422
    assert texts(step) == []


def test_a_table_writes_only_in_its_own_workshop(step: Step, table: Table, cast: Cast) -> None:
    elsewhere = make_step(make_meeting(cast.theirs))
    assert send(table, elsewhere, line("Obce")).status_code == 404
    assert Client().get("/t/zmyslony-adres/").status_code == 404


def test_a_line_s_key_does_not_reach_into_another_sheet(step: Step, table: Table) -> None:
    key = uuid4().hex
    send(table, step, line("Nasze", key))
    answer = send(make_table(step.meeting), step, line("Cudze", key))
    assert answer.status_code == 200
    assert texts(step) == ["Cudze", "Nasze"]


def test_staff_type_in_what_the_photograph_shows(step: Step, table: Table, cast: Cast) -> None:
    sheet = sheet_for(step, table)
    photo = SimpleUploadedFile("arkusz.png", PNG, "image/png")
    Client().post(f"/t/{table.secret}/{step.pk}/photos/", {"photos": photo})
    page = cast.ewa.client.get(sheet.get_absolute_url()).content.decode()
    assert "/photos/" in page
    key = str(uuid4())
    cast.ewa.client.post(
        f"{sheet.get_absolute_url()}lines/",
        {f"text-{key}": "Z kartki", f"field-{key}": "problems", f"version-{key}": "0"},
    )
    assert texts(step) == ["Z kartki"]
    picture = sheet.photos.get()
    cast.ewa.client.post(f"{sheet.get_absolute_url()}photos/{picture.pk}/", {"typed": "1"})
    picture.refresh_from_db()
    assert picture.is_typed


def test_only_pictures_are_kept_as_photographs(step: Step, table: Table) -> None:
    file = SimpleUploadedFile("arkusz.png", b"<script>alert(1)</script>", "image/png")
    Client().post(f"/t/{table.secret}/{step.pk}/photos/", {"photos": file})
    assert not sheet_for(step, table).photos.exists()


def test_a_full_sheet_says_so_and_keeps_what_it_has(step: Step, table: Table) -> None:
    sheet = sheet_for(step, table)
    writes = [Write(uuid4(), "problems", f"wiersz {number}", 0) for number in range(400)]
    assert {one.kind for one in write_lines(sheet, writes)} == {Kind.NEW}
    with pytest.raises(Refused):
        write_lines(sheet, [*writes, Write(uuid4(), "problems", "jeszcze", 0)])
    assert len(texts(step)) == 400


def test_what_no_database_keeps_is_left_out_of_a_line(step: Step, table: Table) -> None:
    assert send(table, step, line("Zalew\x00 i \ud800las")).status_code == 200
    assert texts(step) == ["Zalew i las"]


def test_a_step_without_sheets_has_none(step: Step, table: Table) -> None:
    ideas = make_step(step.meeting, "Pomysły", kind="ideas", form="", state="open")
    assert send(table, ideas, line("Zalew", field="ideas")).status_code == 404


def test_a_closed_step_takes_no_photograph_and_no_word_from_the_table(
    step: Step, table: Table, cast: Cast
) -> None:
    set_step_state(step, StepState.CLOSED, by=cast.anna.actor, at=NOON)
    photo = SimpleUploadedFile("arkusz.png", PNG, "image/png")
    Client().post(f"/t/{table.secret}/{step.pk}/photos/", {"photos": photo})
    Client().post(f"/t/{table.secret}/{step.pk}/done/", {"done": "1"})
    assert not table.sheets.exists()
