"""Meetings: who sees which, planning, the programme, the course up to calling off, funding marks."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override

from spoiwo import trail
from spoiwo.kit.actor import NOBODY
from spoiwo.mail.models import Letter
from spoiwo.meetings.actions import meetings as actions
from spoiwo.meetings.actions.seats import offer_places
from spoiwo.meetings.models import Attendee, FundingMark, Meeting
from spoiwo.meetings.queries.meetings import day_notes
from spoiwo.meetings.rules.programme import Point, Row, moved, read_line, read_lines, timed
from spoiwo.meetings.rules.states import MeetingState, Presence
from tests.cast import Cast
from tests.make import make_attendee, make_campaign, make_invitation, make_meeting, make_unit
from tests.world import PNG

PLAN = {"title": "Konferencja", "day": "2027-04-06", "begins": "10:00", "ends": "14:00"}


@pytest.fixture(autouse=True)
def english(settings: Any) -> Iterator[None]:
    """Pages in the language of their source."""
    settings.LANGUAGE_CODE = "en"
    with override("en"):
        yield


def post(player: Any, name: str, /, *args: Any, **data: Any) -> Any:
    return player.client.post(reverse(f"meetings:{name}", args=args), data)


def page(player: Any, name: str, *args: Any, query: str = "") -> str:
    response = player.client.get(reverse(f"meetings:{name}", args=args) + query)
    assert response.status_code == 200
    return response.content.decode()


def table(*rows: dict[str, Any]) -> dict[str, Any]:
    """A programme as the browser posts it."""
    data: dict[str, Any] = {"form-TOTAL_FORMS": len(rows), "form-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        data |= {f"form-{number}-{name}": value for name, value in row.items()}
    return data


def test_everybody_sees_announced_public_meetings_and_insiders_the_rest(cast: Cast) -> None:
    make_meeting(cast.ours, "Jawne", is_public=True)
    make_meeting(cast.ours, "Wewnętrzne")
    make_meeting(cast.ours, "Planowane", is_public=True, state=MeetingState.PLANNED)
    for player, seen in ((cast.nobody, 1), (cast.celina, 1), (cast.bartek, 3), (cast.adam, 3)):
        text = page(player, "meetings")
        assert [word in text for word in ("Jawne", "Wewnętrzne", "Planowane")].count(True) == seen


def test_the_list_asks_no_more_of_the_database_for_more_meetings(cast: Cast, same_queries: Callable) -> None:
    same_queries(
        lambda: cast.anna.client.get("/meetings/"),
        lambda: make_meeting(cast.ours, f"Spotkanie {Meeting.objects.count()}", is_public=True),
    )


def test_the_list_narrows_to_past_ones_a_commune_and_a_partnership(cast: Cast) -> None:
    commune = make_unit("1414032", "Leoncin", kind="rural")
    long_ago = dt.datetime(2024, 10, 8, 8, tzinfo=dt.UTC)
    make_meeting(cast.ours, "Dawne", is_public=True, starts_at=long_ago, state=MeetingState.HELD)
    make_meeting(cast.ours, "Przyszłe", is_public=True, commune=commune)
    make_meeting(cast.theirs, "Obce", is_public=True)
    assert "Dawne" not in page(cast.nobody, "meetings")
    past = page(cast.nobody, "meetings", query="?when=past")
    assert "Dawne" in past and "Przyszłe" not in past
    assert "Obce" not in page(cast.nobody, "meetings", query="?commune=leoncin")
    assert "Przyszłe" not in page(cast.nobody, "meetings", query="?partnership=cudze&when=all")
    exported = cast.nobody.client.get("/meetings/?when=all&format=csv")
    assert b"".join(exported).decode("utf-8-sig").count("\n") == 4


def test_a_meeting_is_planned_once_however_often_the_button_is_pressed(cast: Cast) -> None:
    assert post(cast.anna, "meeting_new", **PLAN).status_code == 302
    again = post(cast.anna, "meeting_new", **PLAN)
    assert again.status_code == 422 and "begins at this hour already" in again.content.decode()
    made = Meeting.objects.get()
    assert made.state == MeetingState.PLANNED
    assert made.starts_at == dt.datetime(2027, 4, 6, 8, tzinfo=dt.UTC)
    assert [step.label for step in trail.around(cast.ours, cast.anna.actor)[1]] == ["Konferencja"]
    assert trail.around(cast.ours, NOBODY)[1] == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"ends": "09:00"}, "cannot end before it begins"),
        ({"day": "2027-03-28", "begins": "02:30", "ends": "12:00"}, "does not exist on that day"),
        ({"day": "2027-02-30"}, "id_day-error"),
        ({"commune": "Nigdziewo"}, "id_commune-error"),
        ({"title": ""}, "id_title-error"),
    ],
)
def test_wrong_data_come_back_with_what_is_wrong_and_all_that_was_typed(
    cast: Cast, changes: dict[str, str], words: str
) -> None:
    response = post(cast.anna, "meeting_new", **(PLAN | {"venue": "Dom Kultury"} | changes))
    text = response.content.decode()
    assert response.status_code == 422 and words in text and "Dom Kultury" in text
    assert not Meeting.objects.exists()


def test_a_night_meeting_over_the_change_of_the_clocks_lasts_as_long_as_it_does(cast: Cast) -> None:
    post(cast.anna, "meeting_new", **(PLAN | {"day": "2027-10-31", "begins": "01:30", "ends": "03:30"}))
    made = Meeting.objects.get()
    assert made.ends_at - made.starts_at == dt.timedelta(hours=3)
    assert "The clocks change that night." in day_notes(cast.ours, dt.date(2027, 10, 31))


def test_a_day_is_told_with_its_holiday_and_the_other_meetings_of_that_day(cast: Cast) -> None:
    meeting = make_meeting(cast.ours, starts_at=dt.datetime(2027, 11, 11, 9, tzinfo=dt.UTC))
    url = reverse("meetings:day_notes", args=["nasze"])
    text = cast.anna.client.get(f"{url}?day=2027-11-11").content.decode()
    assert "Independence Day" in text and "10:00, Konferencja" in text
    own = cast.anna.client.get(f"{url}?day=2027-11-11&meeting={meeting.pk}").content.decode()
    assert "Konferencja" not in own
    assert cast.anna.client.get(f"{url}?day=nonsense").content.decode().strip() == ""
    assert cast.celina.client.get(f"{url}?day=2027-11-11").status_code == 404
    assert cast.bartek.client.get(f"{url}?day=2027-11-11").status_code == 403


def test_the_online_link_is_for_insiders_and_invited_people_alone(cast: Cast) -> None:
    meeting = make_meeting(cast.ours, is_public=True, online_link="https://example.org/tajny-pokoj")
    assert "tajny-pokoj" in page(cast.bartek, "meeting", meeting.pk)
    assert "tajny-pokoj" not in page(cast.nobody, "meeting", meeting.pk)
    assert "tajny-pokoj" not in page(cast.celina, "meeting", meeting.pk)


@pytest.mark.parametrize("name", ["meeting_edit", "meeting_copy", "programme", "calling_off"])
def test_another_coordinator_and_a_partner_change_nothing(cast: Cast, name: str) -> None:
    meeting = make_meeting(cast.ours)
    url = reverse(f"meetings:{name}", args=[meeting.pk])
    for method in ("get", "post"):
        assert getattr(cast.celina.client, method)(url).status_code == 404
        assert getattr(cast.bartek.client, method)(url).status_code == 403
    Meeting.objects.update(is_public=True)
    assert cast.celina.client.post(url).status_code == 403


@pytest.mark.parametrize("name", ["meeting_state", "publication"])
def test_steps_are_refused_to_strangers(cast: Cast, name: str) -> None:
    meeting = make_meeting(cast.ours, state=MeetingState.PLANNED)
    data = {"state": "announced", "public": "1"}
    assert post(cast.celina, name, meeting.pk, **data).status_code == 404
    assert post(cast.dorota, name, meeting.pk, **data).status_code == 403
    meeting.refresh_from_db()
    assert (meeting.state, meeting.is_public) == (MeetingState.PLANNED, False)


@pytest.mark.parametrize(
    ("line", "row"),
    [
        (
            "10:00 Otwarcie – Jan Kowalski, starosta",
            Row("Otwarcie", dt.time(10), None, "Jan Kowalski", "starosta"),
        ),
        ("10.00–10.45 Panel", Row("Panel", dt.time(10), 45)),
        ("15 Przerwa kawowa", Row("Przerwa kawowa", None, 15)),
        ("30 min. Warsztat I – Beczka", Row("Warsztat I – Beczka", None, 30)),
        ("2026 rok – plany", Row("2026 rok – plany")),
        ("25:00 Nie ma takiej godziny", Row("25:00 Nie ma takiej godziny")),
        ("Podsumowanie", Row("Podsumowanie")),
    ],
)
def test_a_line_of_text_becomes_a_point(line: str, row: Row) -> None:
    assert read_line(line) == row


def test_times_follow_one_from_another() -> None:
    points = timed(read_lines("20 Otwarcie\nPanel\n11:00 Przerwa\n30 Dyskusja"), dt.time(10))
    assert [(point.starts, point.minutes) for point in points] == [
        (dt.time(10), 20),
        (dt.time(10, 20), 40),
        (dt.time(11), 15),
        (dt.time(11, 15), 30),
    ]
    assert moved(points, dt.time(9))[2].starts == dt.time(10)


def test_a_programme_is_written_as_a_table_and_as_text(cast: Cast) -> None:
    meeting = make_meeting(cast.ours)  # 10:00 to 14:00
    rows = table({"minutes": "20", "title": "Otwarcie", "speaker": "Jan Kowalski"}, {}, {"title": "Panel"})
    response = post(cast.anna, "programme", meeting.pk, **rows, lines="11:00 Przerwa")
    assert response.status_code == 302 and response["Location"] == meeting.get_absolute_url()
    found = [(str(item.starts)[:5], item.title, item.speaker) for item in meeting.programme.all()]
    assert found == [
        ("10:00", "Otwarcie", "Jan Kowalski"),
        ("10:20", "Panel", ""),
        ("11:00", "Przerwa", ""),
    ]


def test_a_pasted_text_is_shown_in_rows_before_anything_is_saved(cast: Cast) -> None:
    meeting = make_meeting(cast.ours)
    rows = table({"starts": "10:00", "title": "Otwarcie"})
    response = post(cast.anna, "programme", meeting.pk, **rows, lines="10:30 Panel", read="1")
    text = response.content.decode()
    assert response.status_code == 200 and 'value="Otwarcie"' in text and 'value="10:30"' in text
    assert not meeting.programme.exists()


def test_overlaps_and_points_outside_the_hours_are_pointed_out_and_kept(cast: Cast) -> None:
    meeting = make_meeting(cast.ours)
    rows = table(
        {"starts": "09:00", "minutes": "10", "title": "Za wcześnie"},
        {"starts": "10:00", "minutes": "60", "title": "Panel"},
        {"starts": "10:30", "minutes": "15", "title": "Nakłada się"},
        {"starts": "13:50", "minutes": "30", "title": "Za długo"},
    )
    response = cast.anna.client.post(reverse("meetings:programme", args=[meeting.pk]), rows, follow=True)
    text = response.content.decode()
    assert meeting.programme.count() == 4
    for words in (
        "begins before the meeting does",
        "before the point above has ended",
        "ends after the meeting",
    ):
        assert words in text
    assert "sp-error" not in page(cast.bartek, "meeting", meeting.pk)


def test_a_wrong_row_keeps_everything_that_was_typed(cast: Cast) -> None:
    meeting = make_meeting(cast.ours)
    rows = table({"starts": "31:00", "title": "Otwarcie"}, {"minutes": "20", "speaker": "Jan Kowalski"})
    response = post(cast.anna, "programme", meeting.pk, **rows, lines="10:30 Panel")
    text = response.content.decode()
    assert response.status_code == 422
    for typed in ("31:00", "Otwarcie", "Jan Kowalski", "10:30 Panel"):
        assert typed in text


def test_a_meeting_is_announced_and_taken_back_as_long_as_nobody_has_chosen_it(cast: Cast) -> None:
    meeting = make_meeting(cast.ours, state=MeetingState.PLANNED, is_public=True)
    assert cast.nobody.client.get(meeting.get_absolute_url()).status_code == 404
    post(cast.anna, "meeting_state", meeting.pk, state="announced")
    assert cast.nobody.client.get(meeting.get_absolute_url()).status_code == 200
    make_attendee(meeting)
    post(cast.anna, "meeting_state", meeting.pk, state="planned")
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.ANNOUNCED
    Attendee.objects.all().delete()
    post(cast.anna, "meeting_state", meeting.pk, state="planned")
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.PLANNED


@pytest.mark.parametrize("state", ["held", "cancelled", "nonsense", ""])
def test_no_other_state_is_reached_by_the_short_way(cast: Cast, state: str) -> None:
    meeting = make_meeting(cast.ours)
    post(cast.anna, "meeting_state", meeting.pk, state=state)
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.ANNOUNCED


def test_calling_off_writes_once_to_everybody_who_reckons_with_the_meeting(cast: Cast) -> None:
    meeting = make_meeting(cast.ours)
    campaign = make_campaign(cast.ours, meeting)
    for name, email, presence in (
        ("Jan", "jan@example.org", Presence.EXPECTED),
        ("Ewa", "ewa@example.org", Presence.WAITING),
        ("Ola", "ola@example.org", Presence.CANCELLED),
        ("Iza", "", Presence.EXPECTED),
    ):
        guest = make_invitation(campaign, name, "Nowak", email=email, phone="24 100 00 00", meeting=meeting)
        make_attendee(meeting, name, "Nowak", invitation=guest, presence=presence)
    before = page(cast.anna, "calling_off", meeting.pk)
    assert "3 people" in before and "Iza Nowak" in before and "Jan Nowak" not in before
    for _press in range(2):
        post(cast.anna, "calling_off", meeting.pk, reason="Sala jest zajęta.")
    letters = Letter.objects.all()
    assert sorted(letter.to for letter in letters) == ["ewa@example.org", "jan@example.org"]
    assert all(
        "Sala jest zajęta." in letter.text and "8 października 2030" in letter.text for letter in letters
    )
    meeting.refresh_from_db()
    assert (meeting.state, meeting.revision) == (MeetingState.CANCELLED, 1)


def test_a_meeting_that_was_called_off_offers_no_places(cast: Cast) -> None:
    meeting = make_meeting(cast.ours, capacity=1, state=MeetingState.CANCELLED)
    guest = make_invitation(make_campaign(cast.ours, meeting))
    place = make_attendee(meeting, presence=Presence.WAITING, invitation=guest)
    assert offer_places(meeting, at=dt.datetime(2027, 1, 4, 9, tzinfo=dt.UTC)) == 0
    place.refresh_from_db()
    assert place.presence == Presence.WAITING


def test_a_closed_meeting_is_not_opened_again_by_the_short_way(cast: Cast) -> None:
    meeting = make_meeting(cast.ours, state=MeetingState.HELD)
    post(cast.anna, "meeting_state", meeting.pk, state="announced")
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.HELD


def test_a_campaign_begun_from_a_meeting_has_it_ticked(cast: Cast) -> None:
    meeting = make_meeting(cast.ours)
    text = page(cast.anna, "campaign_new", query=f"?partnership={cast.ours.pk}&meeting={meeting.pk}")
    assert "checked" in text.split('name="meetings"')[1].split(">")[0]


def test_a_copy_has_place_and_programme_but_no_guests(cast: Cast) -> None:
    mark = FundingMark.objects.create(name="Fundusz", until=dt.date(2030, 12, 31))
    meeting = make_meeting(cast.ours, venue="Dom Kultury", capacity=80, wall_code="123456", decisions="Tak.")
    meeting.funding.add(mark)
    actions.write_programme(meeting, [Point("Otwarcie", dt.time(10), 15)], by=cast.anna.actor)
    make_attendee(meeting)
    data = {"title": "Konferencja druga", "day": "2031-03-31", "begins": "10:00"}
    assert post(cast.anna, "meeting_copy", meeting.pk, **data).status_code == 302
    made = Meeting.objects.get(title="Konferencja druga")
    assert (made.venue, made.capacity, made.state, made.decisions) == ("Dom Kultury", 80, "planned", "")
    assert made.programme.count() == 1 and not made.attendees.exists() and not made.funding.exists()
    assert made.copied_from == meeting
    # October to March: the clock on the wall stays, the hour of the world moves
    assert made.starts_at == dt.datetime(2031, 3, 31, 8, tzinfo=dt.UTC)


def test_more_places_go_to_those_who_wait(cast: Cast) -> None:
    meeting = make_meeting(cast.ours, capacity=1)
    campaign = make_campaign(cast.ours, meeting)
    make_attendee(meeting)
    place = make_attendee(meeting, presence=Presence.WAITING, invitation=make_invitation(campaign))
    data = {"title": meeting.title, "day": "2030-10-08", "begins": "10:00", "ends": "14:00"}
    refused = post(cast.anna, "meeting_edit", meeting.pk, **data, capacity="")
    assert refused.status_code == 422 and "Raise the number of places" in refused.content.decode()
    assert post(cast.anna, "meeting_edit", meeting.pk, **data, capacity="2").status_code == 302
    place.refresh_from_db()
    assert place.presence == Presence.OFFERED


def test_a_funding_mark_needs_a_picture_that_is_one_and_words_for_it(cast: Cast) -> None:
    data = {"name": "Fundusze", "partnership": cast.ours.pk, "sentence": "Współfinansowane."}
    false = SimpleUploadedFile("logo.png", b"<svg onload=alert(1)>", "image/png")
    assert post(cast.anna, "mark_new", **data, alt="Logo", logo=false).status_code == 422
    wordless = SimpleUploadedFile("logo.png", PNG, "image/png")
    response = post(cast.anna, "mark_new", **data, logo=wordless)
    assert response.status_code == 422 and "for those who cannot see it" in response.content.decode()
    logo = SimpleUploadedFile("logo.png", PNG, "image/png")
    assert post(cast.anna, "mark_new", **data, alt="Logo", logo=logo).status_code == 302
    mark = FundingMark.objects.get()
    url = reverse("meetings:mark_logo", args=[mark.pk])
    assert b"".join(cast.anna.client.get(url)) == PNG
    assert cast.celina.client.get(url).status_code == 404
    make_meeting(cast.ours, is_public=True).funding.add(mark)
    assert cast.nobody.client.get(url).status_code == 200


def test_a_common_mark_is_the_administrators_and_ones_own_stays_ones_own(cast: Cast) -> None:
    data = {"name": "Wspólny", "sentence": "Zdanie."}
    assert post(cast.anna, "mark_new", **data).status_code == 422
    assert post(cast.celina, "mark_new", **data, partnership=cast.ours.pk).status_code == 422
    assert post(cast.adam, "mark_new", **data).status_code == 302
    common = FundingMark.objects.get()
    assert cast.anna.client.get(common.get_absolute_url()).status_code == 200
    assert post(cast.anna, "mark", common.pk, **data).status_code == 403
    own = FundingMark.objects.create(partnership=cast.ours, name="Własny")
    assert post(cast.celina, "mark", own.pk, **data).status_code == 404


def test_a_mark_that_is_not_in_force_on_the_day_is_pointed_out(cast: Cast) -> None:
    meeting = make_meeting(cast.ours)
    meeting.funding.add(FundingMark.objects.create(name="Stary fundusz", until=dt.date(2027, 12, 31)))
    assert "“Stary fundusz” is not in force" in page(cast.anna, "meeting", meeting.pk)
    assert "is not in force" not in page(cast.bartek, "meeting", meeting.pk)
