"""Calendars that programs fetch: right by RFC 5545, cheap when nothing changed, and only what a person may see."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse
from icalendar import Calendar, Event

from spoiwo.meetings.actions import meetings as actions
from spoiwo.meetings.actions.calendars import renew_calendar
from spoiwo.meetings.exports.calendar import calendar_file
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.rules.states import MeetingState
from spoiwo.partnerships.models import RoleGrant
from tests.cast import Cast
from tests.make import make_meeting

WARSAW = ZoneInfo("Europe/Warsaw")
FEED = "/meetings/calendar.ics"


def events(content: bytes) -> dict[str, Event]:
    """The events by their titles."""
    return {str(event["summary"]): event for event in Calendar.from_ical(content).walk("VEVENT")}


def fetched(player: Any, url: str = FEED, **headers: str) -> Any:
    return player.client.get(url, headers=headers)


def test_a_calendar_is_as_the_standard_wants_it(cast: Cast) -> None:
    title = "Warsztaty ożywienia gospodarczego; część pierwsza, druga – " + "zażółć gęślą jaźń " * 6
    make_meeting(cast.ours, title, is_public=True, venue="Dom Kultury, sala nr 2", summary="Linia\ndruga")
    response = fetched(cast.nobody)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    lines = response.content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR" and lines[-2:] == [b"END:VCALENDAR", b""]
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    calendar = Calendar.from_ical(response.content)
    assert [str(calendar[name]) for name in ("version", "method")] == ["2.0", "PUBLISH"]
    event = next(iter(events(response.content).values()))
    assert event["summary"] == title
    assert event["location"] == "Dom Kultury, sala nr 2" and event["description"] == "Linia\ndruga"
    for name in ("uid", "dtstamp", "dtstart", "dtend", "last-modified", "sequence", "status", "url"):
        assert name in event
    assert event["dtstamp"].dt.tzinfo is not None
    zones = [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")]
    assert zones == ["Europe/Warsaw"] and event["dtstart"].params["TZID"] == "Europe/Warsaw"


def test_hours_are_right_before_on_and_after_the_day_when_clocks_change(cast: Cast) -> None:
    for day in (dt.date(2027, 10, 30), dt.date(2027, 10, 31), dt.date(2027, 11, 2)):
        begins = dt.datetime.combine(day, dt.time(10), WARSAW)
        make_meeting(cast.ours, str(day), starts_at=begins, is_public=True)
    night = dt.datetime(2027, 10, 31, 1, 30, tzinfo=WARSAW)
    make_meeting(
        cast.ours,
        "noc",
        starts_at=night,
        ends_at=dt.datetime(2027, 10, 31, 3, 30, tzinfo=WARSAW),
        is_public=True,
    )
    found = events(fetched(cast.nobody).content)
    for name in ("2027-10-30", "2027-10-31", "2027-11-02"):
        at = found[name]["dtstart"].dt
        assert (at.hour, at.astimezone(dt.UTC).hour) == (10, 8 if name == "2027-10-30" else 9)
    begins, ends = found["noc"]["dtstart"].dt, found["noc"]["dtend"].dt
    assert ends.astimezone(dt.UTC) - begins.astimezone(dt.UTC) == dt.timedelta(hours=3)


def test_a_meeting_called_off_stays_in_the_feed_as_cancelled_under_its_uid(cast: Cast) -> None:
    meeting = make_meeting(cast.ours, is_public=True)
    before = events(fetched(cast.nobody).content)["Konferencja"]
    actions.call_off(meeting, by=cast.anna.actor)
    after = events(fetched(cast.nobody).content)["Konferencja"]
    assert (before["status"], after["status"]) == ("CONFIRMED", "CANCELLED")
    assert before["uid"] == after["uid"] and after["sequence"] == before["sequence"] + 1
    assert after["last-modified"].dt >= before["last-modified"].dt


def test_a_program_that_has_the_calendar_already_is_told_so_without_reading_the_meetings(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    meeting = make_meeting(cast.ours, is_public=True)
    first = fetched(cast.nobody)
    assert fetched(cast.nobody).content == first.content
    with django_assert_max_num_queries(2):  # one of them is the question whether anything was recorded at all
        known = fetched(cast.nobody, **{"If-None-Match": first["ETag"]})
    assert (known.status_code, known.content) == (304, b"")
    actions.publish_meeting(meeting, by=cast.anna.actor, is_public=False)
    changed = fetched(cast.nobody, **{"If-None-Match": first["ETag"]})
    assert changed.status_code == 200 and not events(changed.content)


def test_the_public_feeds_hold_what_everybody_may_see_whoever_asks(cast: Cast) -> None:
    make_meeting(cast.ours, "Jawne", is_public=True, online_link="https://example.org/tajny-pokoj")
    make_meeting(cast.ours, "Ukryte")
    make_meeting(cast.theirs, "Obce", is_public=True)
    for player in (cast.nobody, cast.anna):
        content = fetched(player).content
        assert set(events(content)) == {"Jawne", "Obce"} and b"tajny-pokoj" not in content
        assert set(events(fetched(player, "/meetings/calendar/nasze.ics").content)) == {"Jawne"}
    Meeting.objects.filter(partnership=cast.ours).update(is_public=False)
    assert fetched(cast.nobody, "/meetings/calendar/nasze.ics").status_code == 404
    assert fetched(cast.nobody, "/meetings/calendar/nie-ma.ics").status_code == 404


def test_ones_own_calendar_follows_the_roles_of_today(cast: Cast) -> None:
    make_meeting(cast.ours, "Planowane", state=MeetingState.PLANNED, online_link="https://example.org/pokoj")
    make_meeting(cast.theirs, "Obce", is_public=True)
    url = reverse("meetings:secret_calendar", args=[renew_calendar(by=cast.bartek.actor).secret])
    response = fetched(cast.nobody, url)
    found = events(response.content)
    assert set(found) == {"Planowane"} and found["Planowane"]["status"] == "TENTATIVE"
    assert "example.org/pokoj" in found["Planowane"]["description"]
    assert "no-cache" in response["Cache-Control"] and "private" in response["Cache-Control"]
    RoleGrant.objects.filter(user=cast.bartek.user).update(until=dt.date(2024, 1, 1))
    assert not events(fetched(cast.nobody, url, **{"If-None-Match": response["ETag"]}).content)


def test_a_new_address_takes_the_old_one_away_and_a_closed_account_shows_nothing(cast: Cast) -> None:
    page = reverse("meetings:own_calendar")
    assert "own-address" not in cast.anna.client.get(page).content.decode()
    cast.anna.client.post(page)
    old = renew_calendar(by=cast.anna.actor).secret
    new = renew_calendar(by=cast.anna.actor).secret
    assert new in cast.anna.client.get(page).content.decode()
    assert new not in cast.celina.client.get(page).content.decode()
    for secret, status in ((old, 404), (new, 200), ("nonsense", 404)):
        assert fetched(cast.nobody, reverse("meetings:secret_calendar", args=[secret])).status_code == status
    cast.anna.user.is_active = False
    cast.anna.user.save()
    assert fetched(cast.nobody, reverse("meetings:secret_calendar", args=[new])).status_code == 404


def test_one_meeting_is_a_file_for_those_who_may_see_it(cast: Cast) -> None:
    meeting = make_meeting(cast.ours, online_link="https://example.org/pokoj")
    url = reverse("meetings:meeting_calendar", args=[meeting.pk])
    response = fetched(cast.bartek, url)
    assert "attachment" in response["Content-Disposition"] and b"example.org/pokoj" in response.content
    assert fetched(cast.celina, url).status_code == 404


def test_a_guests_file_has_the_link_and_the_guests_own_address(cast: Cast) -> None:
    meeting = make_meeting(cast.ours, online_link="https://example.org/pokoj")
    content = calendar_file(
        [meeting], name="x", stamp=meeting.changed_at, extra="https://spoiwo.example/i/ABC/"
    )
    words = str(events(content)["Konferencja"]["description"])
    assert "example.org/pokoj" in words and "/i/ABC/" in words
