"""The hall: everybody follows the facilitator, whoever holds a slip takes part, nobody else does."""

import pytest
from django.test import Client

from spoiwo.kit.request import Refused
from spoiwo.meetings.models import Meeting
from spoiwo.workshops.actions import halls as actions
from spoiwo.workshops.models import Hall, Slip
from spoiwo.workshops.rules.states import Entry, Screen, StepState
from tests.cast import Cast
from tests.make import make_attendee, make_meeting, make_step
from tests.world import NOON


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return make_meeting(cast.ours, title="Warsztat I")


@pytest.fixture
def hall(meeting: Meeting, cast: Cast) -> Hall:
    return actions.open_hall(meeting, by=cast.ewa.actor)


def test_a_meeting_has_one_hall_however_often_it_is_opened(meeting: Meeting, cast: Cast) -> None:
    url = f"/meetings/{meeting.pk}/hall/opening/"
    cast.ewa.client.post(url)
    cast.anna.client.post(url)
    assert Hall.objects.filter(meeting=meeting).count() == 1


def test_moving_everybody_opens_the_step_and_the_phones_hear_of_it(hall: Hall, cast: Cast) -> None:
    step = make_step(hall.meeting)
    slip = actions.make_slips(hall, 1, by=cast.ewa.actor)[0]
    phone = Client()
    known = phone.get(f"/pulse/{hall.pulse}/")["ETag"]
    assert phone.get(f"/pulse/{hall.pulse}/", headers={"if-none-match": known}).status_code == 304
    cast.ewa.client.post(f"/meetings/{hall.meeting_id}/hall/move/", {"step": step.pk})
    assert phone.get(f"/pulse/{hall.pulse}/", headers={"if-none-match": known}).status_code == 200
    assert "Beczka" in phone.get(f"/w/{slip.code}/").content.decode()
    step.refresh_from_db()
    assert step.state == StepState.OPEN


def test_the_screen_follows_and_says_304_while_nothing_changes(hall: Hall, cast: Cast) -> None:
    screen = f"/screen/{hall.screen_secret}/"
    first = Client().get(screen, headers={"hx-request": "true"})
    tag = first["ETag"]
    assert Client().get(screen, headers={"hx-request": "true", "if-none-match": tag}).status_code == 304
    actions.move_hall(hall, by=cast.ewa.actor, at=NOON, step=make_step(hall.meeting))
    second = Client().get(screen, headers={"hx-request": "true", "if-none-match": tag})
    assert "Beczka" in second.content.decode()
    actions.move_hall(hall, by=cast.ewa.actor, at=NOON, screen=Screen.PAUSE)
    third = Client().get(screen).content.decode()
    assert "Beczka" not in third


def test_a_typed_code_leads_to_the_seat_whatever_its_spelling(hall: Hall, cast: Cast) -> None:
    slip = actions.make_slips(hall, 1, by=cast.ewa.actor)[0]
    written = f" {slip.code[:3]}-{slip.code[3:6]} {slip.code[6:]}".lower()
    assert Client().get("/w/", {"code": written})["Location"] == f"/w/{slip.code}/"
    wrong = Client().get("/w/", {"code": "000000001"})
    assert wrong.status_code == 422
    assert "000000001" in wrong.content.decode()


def test_a_ticket_opens_a_seat_only_where_tickets_are_taken(hall: Hall, cast: Cast) -> None:
    guest = make_attendee(hall.meeting, "Ewa", "Nowak", presence="present")
    assert Client().get("/w/", {"code": guest.code}).status_code == 422
    actions.set_entry(hall, Entry.TICKETS, by=cast.ewa.actor)
    first = Client().get("/w/", {"code": guest.code})["Location"]
    second = Client().get("/w/", {"code": guest.code})["Location"]
    assert first == second
    assert Slip.objects.filter(attendee=guest).count() == 1


def test_whoever_gave_up_the_place_does_not_come_in_with_the_ticket(hall: Hall, cast: Cast) -> None:
    actions.set_entry(hall, Entry.TICKETS, by=cast.ewa.actor)
    guest = make_attendee(hall.meeting, presence="cancelled")
    assert Client().get("/w/", {"code": guest.code}).status_code == 422


def test_the_way_in_cannot_change_once_somebody_is_in(hall: Hall, cast: Cast) -> None:
    slip = actions.make_slips(hall, 2, by=cast.ewa.actor)[0]
    actions.use_slip(slip, at=NOON, sector="civic")
    with pytest.raises(Refused):
        actions.set_entry(hall, Entry.TICKETS, by=cast.ewa.actor)
    assert hall.meeting.slips.count() == 2


def test_a_lost_slip_is_made_invalid_and_opens_nothing(hall: Hall, cast: Cast) -> None:
    slip = actions.make_slips(hall, 1, by=cast.ewa.actor)[0]
    cast.ewa.client.post(f"/meetings/{hall.meeting_id}/slips/", {"void": "1", "code": slip.code})
    assert Client().get(f"/w/{slip.code}/").status_code == 404


def test_a_slip_of_another_workshop_cannot_be_made_invalid_here(hall: Hall, cast: Cast) -> None:
    theirs = actions.open_hall(make_meeting(cast.theirs), by=cast.celina.actor)
    slip = actions.make_slips(theirs, 1, by=cast.celina.actor)[0]
    answer = cast.ewa.client.post(f"/meetings/{hall.meeting_id}/slips/", {"void": "1", "code": slip.code})
    assert answer.status_code == 422
    assert Client().get(f"/w/{slip.code}/").status_code == 200


@pytest.mark.parametrize("count", ["0", "1001", "-3", "wiele", ""])
def test_a_senseless_number_of_slips_is_refused_at_its_field(count: str, hall: Hall, cast: Cast) -> None:
    answer = cast.ewa.client.post(f"/meetings/{hall.meeting_id}/slips/", {"make": "1", "count": count})
    assert answer.status_code == 422
    assert not hall.meeting.slips.exists()


def test_nobody_is_moved_to_a_step_of_another_workshop(hall: Hall, cast: Cast) -> None:
    elsewhere = make_step(make_meeting(cast.theirs))
    cast.ewa.client.post(f"/meetings/{hall.meeting_id}/hall/move/", {"step": elsewhere.pk})
    hall.refresh_from_db()
    assert hall.step is None


def test_a_seat_says_its_sector_once_and_the_page_is_small(hall: Hall, cast: Cast) -> None:
    actions.move_hall(hall, by=cast.ewa.actor, at=NOON, step=make_step(hall.meeting))
    slip = actions.make_slips(hall, 1, by=cast.ewa.actor)[0]
    page = Client().get(f"/w/{slip.code}/")
    assert len(page.content) < 30_000
    Client().post(f"/w/{slip.code}/", {"sector": "civic"})
    slip.refresh_from_db()
    assert (slip.sector, slip.first_used_at is not None) == ("civic", True)
    assert 'name="sector"' not in Client().get(f"/w/{slip.code}/").content.decode()


def test_a_ticket_is_no_voice_before_its_holder_is_checked_in(hall: Hall, cast: Cast) -> None:
    actions.set_entry(hall, Entry.TICKETS, by=cast.ewa.actor)
    at_home = make_attendee(hall.meeting, "Jan", "Domowy")
    make_attendee(hall.meeting, "Ewa", "Obecna", presence="present")
    assert Client().get("/w/", {"code": at_home.code}).status_code == 422
    assert not Slip.objects.filter(attendee=at_home).exists()


def test_a_second_press_makes_no_further_slips(hall: Hall, cast: Cast) -> None:
    url = f"/meetings/{hall.meeting_id}/slips/"
    form = {"make": "1", "count": "30", "seen": "0"}
    assert [cast.ewa.client.post(url, form).status_code for _ in range(2)] == [302, 422]
    assert hall.meeting.slips.count() == 30


def test_pages_of_a_workshop_stand_under_workshops_in_the_menu(hall: Hall, cast: Cast) -> None:
    page = cast.ewa.client.get(f"/meetings/{hall.meeting_id}/hall/")
    assert [one["url"] for one in page.context["menu"] if one["is_current"]] == ["/workshops/"]
    page = cast.ewa.client.get(f"/meetings/{hall.meeting_id}/")
    assert [one["url"] for one in page.context["menu"] if one["is_current"]] == ["/meetings/"]
