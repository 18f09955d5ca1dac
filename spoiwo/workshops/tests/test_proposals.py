"""Proposals: several people write one, each is begun once, what it grew from is kept, joined ones lead to the joint one."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client

from spoiwo import trail
from spoiwo.kit.request import Refused
from spoiwo.workshops.actions import proposals as actions
from spoiwo.workshops.models import Line, Proposal, Step, Table
from tests.cast import Cast
from tests.make import make_meeting, make_proposal, make_series, make_step, make_table


@pytest.fixture
def step(cast: Cast) -> Step:
    meeting = make_meeting(cast.ours)
    before = make_step(meeting, "Zasady", form="principle", state="closed")
    return make_step(meeting, "Propozycje", form="proposal", state="open", takes_from=before)


@pytest.fixture
def table(step: Step) -> Table:
    return make_table(step.meeting, theme="Uszczelnianie przecieków")


def test_a_group_begins_a_proposal_once_however_often_it_presses(step: Step, table: Table) -> None:
    key = str(uuid4())
    url = f"/t/{table.secret}/{step.pk}/proposals/"
    where = {Client().post(url, {"key": key})["Location"] for _ in range(2)}
    assert len(where) == 1
    made = Proposal.objects.get()
    assert (made.number, made.theme, made.table) == (1, "Uszczelnianie przecieków", table)


def test_two_who_write_one_text_at_once_lose_no_line(step: Step, table: Table) -> None:
    made = make_proposal(step, table=table, what="Wytyczenie szlaku")
    url = f"/t/{table.secret}/proposals/{made.pk}/text/"
    base = "Wytyczenie szlaku"
    Client().post(url, {"field": "what", "base": base, "text": f"{base}\nWiaty przy szlaku"})
    answer = Client().post(url, {"field": "what", "base": base, "text": f"{base}\nMapa dla turystów"}).json()
    made.refresh_from_db()
    assert answer["both"]
    assert set(made.what.split("\n")) == {base, "Wiaty przy szlaku", "Mapa dla turystów"}


def test_two_titles_written_at_once_are_both_kept(step: Step, cast: Cast) -> None:
    made = make_proposal(step, title="")
    actions.write_proposal(made, {"title": ("", "Szlak")}, by=cast.ewa.actor)
    actions.write_proposal(made, {"title": ("", "Ścieżka")}, by=cast.ewa.actor)
    actions.write_proposal(made, {"title": ("", "Ścieżka")}, by=cast.ewa.actor)
    assert "Szlak" in made.title
    assert "Ścieżka" in made.title


def test_a_plain_form_saves_texts_cost_and_sources_with_their_trail(
    step: Step, table: Table, cast: Cast
) -> None:
    line = Line.objects.create(step=step.takes_from, key=uuid4(), field="ideas", text="Szlak wzdłuż Wisły")
    made = make_proposal(step, table=table)
    posted = {"title": "Szlak nad Wisłą", "base_title": made.title, "cost": "120 000,50", "sources": line.pk}
    answer = Client(headers={"accept-language": "pl"}).post(f"/t/{table.secret}/proposals/{made.pk}/", posted)
    assert answer["Location"] == f"/t/{table.secret}/"
    made.refresh_from_db()
    assert (made.title, made.cost) == ("Szlak nad Wisłą", Decimal("120000.50"))
    assert [one.label for one in trail.around(made, cast.ewa.actor)[0]] == ["Szlak wzdłuż Wisły"]


def test_what_is_too_long_is_refused_at_its_field_and_comes_back(step: Step, table: Table) -> None:
    made = make_proposal(step, table=table)
    posted = {"title": "Długi", "base_title": made.title, "what": "x" * 5001}
    answer = Client().post(f"/t/{table.secret}/proposals/{made.pk}/", posted)
    assert answer.status_code == 422
    assert "x" * 5001 in answer.content.decode()


def test_a_table_opens_only_its_own_proposals(step: Step, table: Table) -> None:
    made = make_proposal(step, table=make_table(step.meeting))
    assert Client().get(f"/t/{table.secret}/proposals/{made.pk}/").status_code == 404
    assert Client().post(f"/t/{table.secret}/proposals/{made.pk}/text/", {}).status_code == 404


def test_joining_keeps_every_text_and_the_way_to_it(step: Step, cast: Cast) -> None:
    one = make_proposal(step, "Szlak rowerowy", what="Wytyczenie")
    two = make_proposal(step, "Trasy rowerowe", what="Oznakowanie")
    url = f"/meetings/{step.meeting_id}/proposals/"
    cast.ewa.client.post(url, {"proposals": [one.pk, two.pk], "title": "Trasy i szlaki", "join": "1"})
    joint = Proposal.objects.entered().get()
    assert (joint.title, joint.what) == ("Trasy i szlaki", "Wytyczenie\nOznakowanie")
    assert {step.label for step in trail.around(joint, cast.ewa.actor)[0]} == {
        "Szlak rowerowy",
        "Trasy rowerowe",
    }
    one.refresh_from_db()
    assert one.merged_into == joint
    with pytest.raises(Refused):
        actions.merge_proposals([one, two], "Jeszcze raz", by=cast.ewa.actor)


def test_proposals_of_another_partnership_are_not_joined(step: Step, cast: Cast) -> None:
    theirs = make_proposal(make_step(make_meeting(cast.theirs), form="proposal", state="open"), "Cudza")
    with pytest.raises(Refused):
        actions.merge_proposals([make_proposal(step), theirs], "Razem", by=cast.ewa.actor)


def test_the_list_holds_the_whole_cycle_and_goes_out_as_a_table(step: Step, cast: Cast) -> None:
    series = make_series(cast.ours, step.meeting)
    later = make_meeting(cast.ours, series=series)
    make_proposal(step, "Szlak rowerowy")
    make_proposal(make_step(later, form="proposal"), "Żłobek gminny")
    page = cast.roman.client.get(f"/meetings/{later.pk}/proposals/").content.decode()
    assert "Szlak rowerowy" in page
    assert "Żłobek gminny" in page
    table = cast.roman.client.get(f"/meetings/{later.pk}/proposals/", {"export": "csv"})
    assert "Żłobek gminny" in b"".join(table).decode("utf-8-sig")


def test_similar_proposals_are_pointed_out_to_those_who_lead(step: Step, cast: Cast) -> None:
    make_proposal(step, "Budowa ścieżek rowerowych nad zalewem")
    make_proposal(step, "Ścieżki rowerowe wokół zalewu")
    url = f"/meetings/{step.meeting_id}/proposals/"
    assert "may be the same" in cast.ewa.client.get(url, headers={"accept-language": "en"}).content.decode()
    assert (
        "may be the same"
        not in cast.roman.client.get(url, headers={"accept-language": "en"}).content.decode()
    )


def test_a_closed_step_takes_no_proposal(step: Step, table: Table) -> None:
    made = make_proposal(step, table=table)
    Step.objects.update(state="closed")
    url = f"/t/{table.secret}/proposals/{made.pk}/text/"
    assert Client().post(url, {"field": "what", "base": "", "text": "Za późno"}).status_code == 422
    Client().post(f"/t/{table.secret}/{step.pk}/proposals/", {"key": str(uuid4())})
    assert Proposal.objects.count() == 1
