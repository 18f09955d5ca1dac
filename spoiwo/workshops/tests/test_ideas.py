"""Ideas: each is added once, waits for a look, has an author only where the step says so, and is joined with its trail."""

from uuid import uuid4

import pytest
from django.test import Client

from spoiwo import trail
from spoiwo.meetings.actions.privacy import forget_attendees
from spoiwo.workshops.actions import halls
from spoiwo.workshops.actions.ideas import MOST, add_idea, merge_lines
from spoiwo.workshops.models import Hall, Line, Slip, Step
from spoiwo.workshops.queries.voices import balance_of
from spoiwo.workshops.rules.states import StepState
from tests.cast import Cast
from tests.make import make_attendee, make_meeting, make_step
from tests.world import NOON


@pytest.fixture
def hall(cast: Cast) -> Hall:
    return halls.open_hall(make_meeting(cast.ours), by=cast.ewa.actor)


def ideas_step(hall: Hall, cast: Cast, **fields: object) -> Step:
    step = make_step(hall.meeting, "Pomysły", kind="ideas", form="", **fields)
    halls.move_hall(hall, by=cast.ewa.actor, at=NOON, step=step)
    step.refresh_from_db()
    return step


def slips(hall: Hall, cast: Cast, count: int = 1) -> list[Slip]:
    return halls.make_slips(hall, count, by=cast.ewa.actor)


def write(slip: Slip, text: str, nonce: str = "", **more: str) -> int:
    posted = {"nonce": nonce or str(uuid4()), "text": text, **more}
    return Client().post(f"/w/{slip.code}/ideas/", posted).status_code


def test_an_idea_sent_twice_after_a_lost_answer_is_one(hall: Hall, cast: Cast) -> None:
    step = ideas_step(hall, cast)
    [slip] = slips(hall, cast)
    nonce = str(uuid4())
    assert [write(slip, "Żłobek w Bodzanowie", nonce) for _ in range(2)] == [302, 302]
    assert Line.objects.filter(step=step).count() == 1


def test_an_idea_waits_until_somebody_has_looked(hall: Hall, cast: Cast) -> None:
    step = ideas_step(hall, cast, style="open", is_moderated=True)
    one, other = slips(hall, cast, 2)
    write(one, "Żłobek w Bodzanowie")
    assert "Żłobek" not in Client().get(f"/w/{other.code}/").content.decode()
    assert "Żłobek" in Client().get(f"/w/{one.code}/").content.decode()
    line = Line.objects.get(step=step)
    cast.ewa.client.post(
        f"/meetings/{hall.meeting_id}/steps/{step.pk}/ideas/", {"lines": line.pk, "what": "show"}
    )
    assert "Żłobek" in Client().get(f"/w/{other.code}/").content.decode()


def test_alone_nobody_sees_others_nor_is_told_of_similar_ones(hall: Hall, cast: Cast) -> None:
    ideas_step(hall, cast, style="alone", is_moderated=False)
    one, other = slips(hall, cast, 2)
    write(one, "Ścieżki rowerowe wokół zalewu")
    assert "rowerowe" not in Client().get(f"/w/{other.code}/").content.decode()
    near = Client().get(f"/w/{other.code}/near/", {"text": "budowa ścieżek rowerowych nad zalewem"})
    assert "rowerowe" not in near.content.decode()


def test_similar_ideas_are_pointed_out_while_writing(hall: Hall, cast: Cast) -> None:
    ideas_step(hall, cast, style="suggestions", is_moderated=False)
    one, other = slips(hall, cast, 2)
    write(one, "Ścieżki rowerowe wokół zalewu")
    url = f"/w/{other.code}/near/"
    assert "rowerowe" in Client().get(url, {"text": "budowa ścieżek rowerowych nad zalewem"}).content.decode()
    assert (
        "rowerowe"
        not in Client().get(url, {"text": "doradztwo dla młodych o ścieżce kariery"}).content.decode()
    )


def test_a_mistake_keeps_what_was_written(hall: Hall, cast: Cast) -> None:
    ideas_step(hall, cast, naming="name")
    [slip] = slips(hall, cast)
    answer = Client().post(
        f"/w/{slip.code}/ideas/", {"nonce": str(uuid4()), "text": "Targ w piątki", "name": ""}
    )
    assert answer.status_code == 422
    assert "Targ w piątki" in answer.content.decode()


@pytest.mark.parametrize(("naming", "author"), [("anonymous", ""), ("name", "Jan Kowalski")])
def test_an_idea_names_its_author_only_where_the_step_says_so(
    naming: str, author: str, hall: Hall, cast: Cast
) -> None:
    step = ideas_step(hall, cast, naming=naming)
    write(slips(hall, cast)[0], "Targ w piątki", name="Jan Kowalski")
    assert Line.objects.get(step=step).author == author


def test_closing_cuts_nameless_ideas_off_their_authors_and_keeps_the_count(hall: Hall, cast: Cast) -> None:
    halls.set_entry(hall, halls.Entry.TICKETS, by=cast.ewa.actor)
    step = ideas_step(hall, cast)
    people = [
        make_attendee(hall.meeting, organisation_name=office, sector="government", presence="present")
        for office in ["Starostwo"] * 4 + ["PUP"] * 2
    ]
    for person in people:
        write(halls.slip_for(person), f"Pomysł osoby {person.pk}")
    before = balance_of(step)
    halls.set_step_state(step, StepState.CLOSED, by=cast.ewa.actor, at=NOON)
    step.refresh_from_db()
    assert not Line.objects.filter(step=step).exclude(slip=None).exists()
    assert balance_of(step) == before
    assert (before.loud_office.name, before.loud_office.percent) == ("Starostwo", 67)


def test_a_flood_is_stopped(hall: Hall, cast: Cast) -> None:
    step = ideas_step(hall, cast)
    [slip] = slips(hall, cast)
    for number in range(MOST):
        add_idea(step, slip, key=uuid4(), text=f"pomysł {number}")
    assert write(slip, "jeszcze jeden") == 422
    assert Line.objects.filter(step=step).count() == MOST


def test_joined_ideas_leave_the_lists_and_their_trail_leads_to_the_joint_one(hall: Hall, cast: Cast) -> None:
    step = ideas_step(hall, cast, is_moderated=False)
    lines = [
        add_idea(step, slip, key=uuid4(), text=text)
        for slip, text in zip(slips(hall, cast, 2), ["Żłobek", "Żłobek gminny"], strict=True)
    ]
    url = f"/meetings/{hall.meeting_id}/steps/{step.pk}/ideas/"
    cast.ewa.client.post(
        url, {"lines": [line.pk for line in lines], "merge": "1", "text": "Żłobek w każdej gminie"}
    )
    joint = Line.objects.filter(step=step).shown().get()
    assert joint.text == "Żłobek w każdej gminie"
    origins, _results = trail.around(joint, cast.ewa.actor)
    assert len(origins) == 2
    page = cast.ewa.client.post(url, {"lines": [line.pk for line in lines], "merge": "1"})
    assert page.status_code == 422
    assert Line.objects.filter(step=step).shown().count() == 1


def test_ideas_of_another_step_cannot_be_joined_or_shown_here(hall: Hall, cast: Cast) -> None:
    step = ideas_step(hall, cast)
    elsewhere = halls.open_hall(make_meeting(cast.theirs), by=cast.celina.actor)
    theirs = ideas_step(elsewhere, cast, is_moderated=True)
    line = add_idea(
        theirs, halls.make_slips(elsewhere, 1, by=cast.celina.actor)[0], key=uuid4(), text="Cudze"
    )
    url = f"/meetings/{hall.meeting_id}/steps/{step.pk}/ideas/"
    assert cast.ewa.client.post(url, {"lines": line.pk, "what": "show"}).status_code == 422
    line.refresh_from_db()
    assert line.state == "waiting"
    with pytest.raises(halls.Refused):
        merge_lines(step, [line.pk], by=cast.ewa.actor)


def test_the_author_takes_an_idea_back_and_nobody_else_can(hall: Hall, cast: Cast) -> None:
    step = ideas_step(hall, cast)
    one, other = slips(hall, cast, 2)
    line = add_idea(step, one, key=uuid4(), text="Pomyłka")
    Client().post(f"/w/{other.code}/ideas/{line.key}/back/")
    line.refresh_from_db()
    assert line.state == "waiting"
    Client().post(f"/w/{one.code}/ideas/{line.key}/back/")
    line.refresh_from_db()
    assert line.state == "struck"


def test_erasing_a_person_takes_the_name_off_their_ideas_and_leaves_what_was_said(
    hall: Hall, cast: Cast
) -> None:
    halls.set_entry(hall, halls.Entry.TICKETS, by=cast.ewa.actor)
    step = ideas_step(hall, cast, naming="name")
    person = make_attendee(hall.meeting, "Jan", "Kowalski", presence="present")
    write(halls.slip_for(person), "Targ w piątki", name="Jan Kowalski")
    forget_attendees([person.pk], NOON)
    line = Line.objects.get(step=step)
    assert (line.text, line.author, line.slip) == ("Targ w piątki", "", None)
    assert Slip.objects.get(attendee=person).name == ""
