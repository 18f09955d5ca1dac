"""The door: each scan counts once, from however many stations; people check themselves in without seeing others."""

import datetime as dt
import io
import json
from uuid import uuid4

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from spoiwo.kit.request import Refused
from spoiwo.meetings.actions.door import close_station, open_station
from spoiwo.meetings.actions.readings import take_reading
from spoiwo.meetings.actions.selfcheck import check_in_self, make_groups, set_wall_code
from spoiwo.meetings.importers.readings import Reading
from spoiwo.meetings.models import Attendee, Meeting, Scan, Station
from spoiwo.meetings.rules.codes import shown
from spoiwo.meetings.rules.states import Outcome, Presence, ScanKind
from tests.cast import Cast
from tests.make import make_attendee, make_meeting

pytestmark = pytest.mark.django_db
NOW = timezone.now().replace(microsecond=0)


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return make_meeting(cast.ours, starts_at=NOW - dt.timedelta(minutes=10), venue="Dom kultury")


@pytest.fixture
def station(cast: Cast, meeting: Meeting) -> Station:
    return open_station(meeting, "Wejście", by=cast.anna.actor)


def text_of(content: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def scan(code: str, **more: object) -> dict:
    return {"nonce": str(uuid4()), "code": code, "at": timezone.now().isoformat()} | more


def send(cast: Cast, station: Station, *scans: dict):
    address = f"/door/{station.secret}/scans/"
    return cast.nobody.client.post(address, json.dumps({"scans": scans}), content_type="application/json")


def test_a_ticket_lets_in_once_and_the_second_station_is_told(
    cast: Cast, meeting: Meeting, station: Station
) -> None:
    person = make_attendee(meeting)
    other = open_station(meeting, "Drugie", by=cast.anna.actor)
    first = send(cast, station, scan(shown(person.code).lower())).json()["results"][0]
    second = send(cast, other, scan(f"https://spoiwo.example/i/{person.code}/")).json()["results"][0]
    assert (first["outcome"], second["outcome"]) == (Outcome.ADMITTED, Outcome.ALREADY)
    assert first["name"] == "Jan Kowalski"
    person.refresh_from_db()
    assert person.presence == Presence.PRESENT
    assert Attendee.objects.came().count() == 1


def test_the_same_upload_again_changes_nothing_and_says_what_it_did(
    cast: Cast, meeting: Meeting, station: Station
) -> None:
    person = make_attendee(meeting)
    upload = [scan(person.code), scan(person.code, kind="out")]
    before = send(cast, station, *upload).json()["results"]
    arrived = Attendee.objects.get().arrived_at
    again = send(cast, station, *upload).json()["results"]
    assert [row["outcome"] for row in before] == [row["outcome"] for row in again] == ["admitted", "left"]
    assert [row["repeat"] for row in again] == [True, True]
    assert (Scan.objects.count(), Attendee.objects.get().arrived_at) == (2, arrived)


def test_offline_scans_keep_the_moment_of_the_device_unless_it_cannot_be_true(
    cast: Cast, meeting: Meeting, station: Station
) -> None:
    people = [make_attendee(meeting, "Jan", name) for name in ("Adamski", "Baran")]
    earlier = timezone.now() - dt.timedelta(minutes=40)
    send(
        cast,
        station,
        scan(people[0].code, at=earlier.isoformat()),
        scan(people[1].code, at="1999-01-01T00:00:00+00:00"),
    )
    arrived = [Attendee.objects.get(pk=one.pk).arrived_at for one in people]
    assert arrived[0] == earlier
    assert abs(arrived[1] - timezone.now()) < dt.timedelta(minutes=1)


def test_a_station_knows_only_its_own_meeting(cast: Cast, meeting: Meeting, station: Station) -> None:
    elsewhere = make_attendee(make_meeting(cast.theirs), "Obca", "Osoba")
    result = send(cast, station, scan(elsewhere.code)).json()["results"][0]
    assert (result["outcome"], result["name"]) == (Outcome.UNKNOWN, "")
    page = cast.nobody.client.get(f"/door/{station.secret}/people.json").json()
    assert page["people"] == []


def test_a_closed_station_is_gone(cast: Cast, meeting: Meeting, station: Station) -> None:
    close_station(station, by=cast.anna.actor, at=NOW)
    for name in ("", "people.json", "manifest.webmanifest"):
        assert cast.nobody.client.get(f"/door/{station.secret}/{name}").status_code == 404
    assert send(cast, station, scan("X")).status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{}",
        b'{"scans": 1}',
        b'{"scans": [1]}',
        b'{"scans": [{"nonce": "x", "code": "y"}]}',
        b'{"scans": [{"nonce": "\\u0000\\ud8001234567", "code": "y"}]}',
        b"\xff\xfe",
    ],
)
def test_a_hostile_upload_is_refused_and_counts_nothing(cast: Cast, station: Station, body: bytes) -> None:
    address = f"/door/{station.secret}/scans/"
    response = cast.nobody.client.post(address, body, content_type="application/json")
    assert response.status_code == 400
    assert Scan.objects.count() == 0


@pytest.mark.parametrize("code", ["", "\0", "\ud800", "BEGIN:VCARD\nFN:Jan", "x" * 5000])
def test_a_code_that_is_no_ticket_is_unknown_and_holds_up_no_other(
    cast: Cast, meeting: Meeting, station: Station, code: str
) -> None:
    person = make_attendee(meeting)
    results = send(cast, station, scan(code), scan(person.code)).json()["results"]
    assert [result["outcome"] for result in results] == [Outcome.UNKNOWN, Outcome.ADMITTED]


def test_whoever_waits_for_a_place_is_let_in_only_by_a_person(
    cast: Cast, meeting: Meeting, station: Station
) -> None:
    person = make_attendee(meeting, presence=Presence.WAITING)
    refused = send(cast, station, scan(person.code)).json()["results"][0]
    assert refused["outcome"] == Outcome.NOT_EXPECTED
    assert Attendee.objects.get().presence == Presence.WAITING
    forced = send(cast, station, scan(person.code, force=True)).json()["results"][0]
    assert forced["outcome"] == Outcome.ADMITTED


def test_leaving_and_coming_back_keeps_the_first_arrival(meeting: Meeting) -> None:
    person = make_attendee(meeting)
    moments = [NOW + dt.timedelta(minutes=number) for number in range(3)]
    kinds = (ScanKind.IN, ScanKind.OUT, ScanKind.IN)
    for moment, kind in zip(moments, kinds, strict=True):
        take_reading(meeting.pk, None, Reading(str(uuid4()), person.code, moment, kind))
    person.refresh_from_db()
    assert (person.presence, person.arrived_at, person.left_at) == (Presence.PRESENT, moments[0], None)


def test_a_person_added_at_a_station_twice_with_one_nonce_is_one_person(
    cast: Cast, meeting: Meeting, station: Station
) -> None:
    address, row = f"/door/{station.secret}/person/", {"nonce": str(uuid4()), "family_name": "Nowak"}
    for _press in range(2):
        response = cast.nobody.client.post(address, json.dumps(row), content_type="application/json")
        assert response.status_code == 200
    assert meeting.attendees.came().count() == 1
    nameless = cast.nobody.client.post(address, "{}", content_type="application/json")
    assert nameless.status_code == 422


def test_a_guest_checks_in_at_the_wall_by_name_and_sees_nobody_else(cast: Cast, meeting: Meeting) -> None:
    person = make_attendee(meeting, "Łucja", "Żółć")
    make_attendee(meeting, "Ukryty", "Gość")
    code = set_wall_code(meeting, by=cast.anna.actor)
    address = f"/here/{code}/"
    page = cast.nobody.client.get(address).content.decode()
    assert "Ukryty" not in page
    fields = {"given_name": "łucja", "family_name": "ZOLC", "nonce": str(uuid4())}
    for _press in range(2):
        assert cast.nobody.client.post(address, fields).status_code == 200
    person.refresh_from_db()
    assert person.presence == Presence.PRESENT
    assert meeting.attendees.count() == 2


def test_of_two_people_of_one_name_the_institution_decides_and_a_stranger_is_added(
    cast: Cast, meeting: Meeting
) -> None:
    first = make_attendee(meeting, organisation_name="Gmina Leoncin")
    second = make_attendee(meeting, organisation_name="Gmina Czosnów")

    def say(office: str) -> Attendee:
        return check_in_self(
            meeting,
            at=NOW,
            nonce=str(uuid4()),
            given_name="Jan",
            family_name="Kowalski",
            organisation_name=office,
        )

    assert say("gmina czosnow") == second
    third = say("")
    assert third.is_walk_in
    first.refresh_from_db()
    assert first.presence == Presence.EXPECTED


def test_the_wall_is_open_only_around_the_meeting(cast: Cast, meeting: Meeting) -> None:
    with pytest.raises(Refused):
        check_in_self(meeting, at=NOW - dt.timedelta(hours=5), nonce="n" * 8, given_name="J", family_name="K")
    meeting.starts_at, meeting.ends_at = NOW + dt.timedelta(days=1), NOW + dt.timedelta(days=1, hours=2)
    meeting.save()
    code = set_wall_code(meeting, by=cast.anna.actor)
    sent = cast.nobody.client.post(
        f"/here/{code}/", {"given_name": "J", "family_name": "K", "nonce": "n" * 8}
    )
    assert sent.status_code == 422
    assert Attendee.objects.count() == 0


def test_groups_put_colleagues_apart_and_cover_everybody(cast: Cast, meeting: Meeting) -> None:
    for number in range(12):
        make_attendee(meeting, "Jan", f"Nazwisko{number}", organisation_name=f"Biuro {number % 4}")
    make_groups(meeting, by=cast.anna.actor, count=3, seed=7, only_present=False)
    groups: dict[str, list[str]] = {}
    for name, office in meeting.attendees.values_list("group", "organisation_name"):
        groups.setdefault(name, []).append(office)
    assert [len(offices) for offices in groups.values()] == [4, 4, 4]
    assert all(len(set(offices)) == 4 for offices in groups.values())


@pytest.mark.parametrize("sheet", ["list", "badges", "large-badges", "cards", "groups"])
def test_every_paper_names_the_people_of_the_list(cast: Cast, meeting: Meeting, sheet: str) -> None:
    make_attendee(meeting, "Łucja", "Brzęczyszczykiewicz", group="Grupa 1")
    make_attendee(meeting, "Nieobecna", "Rezygnacja", presence=Presence.CANCELLED)
    response = cast.anna.client.get(f"/meetings/{meeting.pk}/papers/{sheet}/")
    words = text_of(response.content)
    assert "Łucja" in words
    assert "Rezygnacja" not in words


def test_a_signed_list_is_attached_and_only_a_real_file(cast: Cast, meeting: Meeting) -> None:
    address = f"/meetings/{meeting.pk}/signed/new/"
    fake = SimpleUploadedFile("lista.pdf", b"MZ not a pdf", "application/pdf")
    assert cast.anna.client.post(address, {"file": fake}).status_code == 422
    real = SimpleUploadedFile("lista.pdf", b"%PDF-1.4\n%%EOF", "application/pdf")
    assert cast.anna.client.post(address, {"file": real}).status_code == 302
    kept = meeting.signed_lists.get()
    assert cast.dorota.client.get(f"/meetings/{meeting.pk}/signed/{kept.pk}/").status_code == 200
    assert cast.celina.client.get(f"/meetings/{meeting.pk}/signed/{kept.pk}/").status_code == 404


def test_ticking_off_from_the_list_and_back(cast: Cast, meeting: Meeting) -> None:
    person = make_attendee(meeting)
    address = f"/meetings/{meeting.pk}/attendees/"
    cast.ewa.client.post(address, {"present": person.pk})
    person.refresh_from_db()
    assert (person.presence, person.arrived_at is not None) == (Presence.PRESENT, True)
    cast.ewa.client.post(address, {"expected": person.pk})
    person.refresh_from_db()
    assert (person.presence, person.arrived_at) == (Presence.EXPECTED, None)
    assert cast.roman.client.post(address, {"present": person.pk}).status_code == 403
