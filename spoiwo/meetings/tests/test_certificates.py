"""Certificates: only for those who were there, numbered, confirmed in public, revoked."""

import datetime as dt
import io

import pytest
from pypdf import PdfReader

from spoiwo.kit.request import Refused
from spoiwo.meetings.actions.certificates import issue_certificates, reissue_certificate, revoke_certificate
from spoiwo.meetings.actions.privacy import erase_person
from spoiwo.meetings.models import Certificate, Meeting
from spoiwo.meetings.queries.certificates import certificate_of
from spoiwo.meetings.rules.certificates import is_certifiable, written_number
from spoiwo.meetings.rules.codes import shown
from spoiwo.meetings.rules.states import CAME, Presence
from tests.cast import Cast
from tests.make import make_attendee, make_campaign, make_invitation, make_meeting

AT = dt.datetime(2024, 10, 9, 9, 0, tzinfo=dt.UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    meeting = make_meeting(
        cast.ours, starts_at=dt.datetime(2024, 10, 8, 8, tzinfo=dt.UTC), venue="Dom kultury"
    )
    make_attendee(meeting, "Jan", "Żuk", presence=Presence.PRESENT)
    make_attendee(meeting, "Anna", "Ćma", presence=Presence.LEFT)
    return meeting


@pytest.mark.parametrize("presence", list(Presence))
def test_only_who_was_there_may_have_one(presence: Presence) -> None:
    assert is_certifiable(presence, "Jan Żuk") == (presence in CAME)
    assert not is_certifiable(presence, " ")
    assert not is_certifiable(presence, "Jan Żuk", is_erased=True)


def test_a_number_says_running_number_meeting_and_year() -> None:
    assert written_number(7, 3, 2024) == "7/3/2024"


def test_all_who_came_get_one_in_alphabetical_order_and_a_second_press_adds_none(
    cast: Cast, meeting: Meeting
) -> None:
    made = issue_certificates(meeting, by=cast.anna.actor, at=AT)
    assert [(one.number, one.name) for one in made] == [(1, "Anna Ćma"), (2, "Jan Żuk")]
    assert issue_certificates(meeting, by=cast.anna.actor, at=AT) == []
    late = make_attendee(meeting, "Ewa", "Bąk", presence=Presence.PRESENT)
    assert [one.number for one in issue_certificates(meeting, [late.pk], by=cast.anna.actor, at=AT)] == [3]


@pytest.mark.parametrize("presence", [one for one in Presence if one not in CAME])
def test_whoever_was_not_there_is_refused(cast: Cast, meeting: Meeting, presence: Presence) -> None:
    away = make_attendee(meeting, "Ola", "Nieobecna", presence=presence)
    there = meeting.attendees.get(family_name="Żuk")
    with pytest.raises(Refused):
        issue_certificates(meeting, [there.pk, away.pk], by=cast.anna.actor, at=AT)
    answer = cast.anna.client.post(
        f"/meetings/{meeting.pk}/certificates/issue/", {"person": [there.pk, away.pk]}
    )
    assert answer.status_code == 422
    assert not Certificate.objects.exists()


def test_a_person_of_another_meeting_is_refused(cast: Cast, meeting: Meeting) -> None:
    other = make_attendee(make_meeting(cast.theirs), presence=Presence.PRESENT)
    with pytest.raises(Refused):
        issue_certificates(meeting, [other.pk], by=cast.anna.actor, at=AT)


def test_anybody_confirms_a_certificate_by_its_code_however_typed(cast: Cast, meeting: Meeting) -> None:
    made = issue_certificates(meeting, by=cast.anna.actor, at=AT)[0]
    page = cast.nobody.client.get(f"/certificates/{shown(made.code).lower()}/").content.decode()
    assert "Anna Ćma" in page and "1/" in page and "Konferencja" in page
    found = cast.nobody.client.get("/certificates/", {"code": shown(made.code)})
    assert found["Location"] == f"/certificates/{made.code}/"
    paper = cast.nobody.client.get(f"/certificates/{made.code}/certificate.pdf")
    assert "Anna Ćma" in PdfReader(io.BytesIO(paper.content)).pages[0].extract_text()


def test_a_mistyped_and_an_unknown_code_are_told(cast: Cast) -> None:
    assert cast.nobody.client.get("/certificates/", {"code": "7K2M-9QXA"}).status_code == 422
    assert cast.nobody.client.get("/certificates/0000000000000/").status_code == 404
    assert cast.nobody.client.get("/certificates/0000000000000/certificate.pdf").status_code == 404


def test_a_revoked_one_says_so_and_is_not_printed(cast: Cast, meeting: Meeting) -> None:
    made = issue_certificates(meeting, by=cast.anna.actor, at=AT)[0]
    url = f"/meetings/{meeting.pk}/certificates/"
    assert cast.anna.client.post(f"{url}{made.pk}/revocation/", {"reason": " "}).status_code == 422
    cast.anna.client.post(f"{url}{made.pk}/revocation/", {"reason": "Pomyłka"})
    assert "sp-guest wait" in cast.nobody.client.get(f"/certificates/{made.code}/").content.decode()
    assert cast.nobody.client.get(f"/certificates/{made.code}/certificate.pdf").status_code == 404
    assert cast.anna.client.get(f"{url}certificates.pdf?certificate={made.pk}").status_code == 404
    with pytest.raises(Refused):
        revoke_certificate(made, "Znowu", by=cast.anna.actor, at=AT)


def test_one_issued_anew_bears_the_name_as_the_list_has_it_now(cast: Cast, meeting: Meeting) -> None:
    made = issue_certificates(meeting, by=cast.anna.actor, at=AT)[0]
    meeting.attendees.filter(pk=made.attendee_id).update(family_name="Ćmielowska")
    again = reissue_certificate(made, "Błąd w nazwisku", by=cast.anna.actor, at=AT)
    assert (again.name, again.number) == ("Anna Ćmielowska", 3)
    made.refresh_from_db()
    assert made.revoked_at is not None


def test_after_erasure_the_code_is_confirmed_without_the_name(cast: Cast, meeting: Meeting) -> None:
    made = issue_certificates(meeting, by=cast.anna.actor, at=AT)[0]
    erase_person([], [made.attendee], by=cast.anna.actor, at=AT)
    page = cast.nobody.client.get(f"/certificates/{made.code}/")
    assert page.status_code == 200
    assert "Ćma" not in page.content.decode()
    with pytest.raises(Refused):
        reissue_certificate(made, "Prośba", by=cast.anna.actor, at=AT)


def test_the_guest_finds_the_own_certificate(cast: Cast, meeting: Meeting) -> None:
    invitation = make_invitation(make_campaign(cast.ours, meeting), meeting=meeting, reply="yes")
    make_attendee(meeting, "Jan", "Kowalski", invitation=invitation, presence=Presence.PRESENT)
    assert certificate_of(invitation) is None
    issue_certificates(meeting, by=cast.anna.actor, at=AT)
    assert certificate_of(invitation).name == "Jan Kowalski"


def test_all_are_printed_in_one_file_and_listed_as_a_table(cast: Cast, meeting: Meeting) -> None:
    issue_certificates(meeting, by=cast.anna.actor, at=AT)
    url = f"/meetings/{meeting.pk}/certificates/"
    printed = PdfReader(io.BytesIO(cast.dorota.client.get(f"{url}certificates.pdf").content))
    assert len(printed.pages) == 2
    assert "Jan Żuk" in b"".join(cast.dorota.client.get(f"{url}?format=csv")).decode("utf-8-sig")
    assert "Żuk" not in cast.dorota.client.get(f"{url}?q=cma").content.decode()


def test_another_partnerships_certificate_is_not_reached(cast: Cast, meeting: Meeting) -> None:
    made = issue_certificates(meeting, by=cast.anna.actor, at=AT)[0]
    theirs = make_meeting(cast.theirs)
    url = f"/meetings/{theirs.pk}/certificates/{made.pk}/revocation/"
    assert cast.celina.client.post(url, {"reason": "x"}).status_code == 404
    assert cast.dorota.client.post(f"/meetings/{meeting.pk}/certificates/issue/").status_code == 403
