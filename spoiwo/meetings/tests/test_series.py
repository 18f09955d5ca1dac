"""Series: begun from templates and from other series, a round through the communes; templates of one's own."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.urls import reverse
from django.utils.translation import override

from spoiwo import trail
from spoiwo.kit.actor import SYSTEM
from spoiwo.meetings.actions.meetings import write_programme
from spoiwo.meetings.actions.series import load_shipped_templates
from spoiwo.meetings.models import CycleTemplate, Meeting, Series
from spoiwo.meetings.rules.days import good_day, spaced, weekly
from spoiwo.meetings.rules.programme import Point
from spoiwo.meetings.rules.states import MeetingState
from tests.cast import Cast
from tests.make import make_meeting, make_series, make_unit


@pytest.fixture
def templates(db: None) -> None:
    """The shipped templates."""
    load_shipped_templates(by=SYSTEM)


@pytest.fixture(autouse=True)
def english(settings: Any) -> Iterator[None]:
    """Pages in the language of their source."""
    settings.LANGUAGE_CODE = "en"
    with override("en"):
        yield


def post(player: Any, name: str, /, *args: Any, query: str = "", **data: Any) -> Any:
    return player.client.post(reverse(f"meetings:{name}", args=args) + query, data)


def rows(*given: dict[str, Any], first: int | None = None) -> dict[str, Any]:
    """The rows of a series as the browser posts them."""
    data: dict[str, Any] = {
        "form-TOTAL_FORMS": len(given),
        "form-INITIAL_FORMS": len(given) if first is None else first,
    }
    for number, row in enumerate(given):
        usual = {"number": number, "begins": "10:00", "minutes": "120"}
        data |= {f"form-{number}-{name}": value for name, value in (usual | row).items()}
    return data


def asked(source: str, first: str) -> str:
    return f"?source={source}&first={first}"


def test_a_day_moves_off_holidays_weekends_and_long_weekends() -> None:
    assert good_day(dt.date(2027, 3, 29)).day == dt.date(2027, 3, 30)  # Easter Monday
    assert good_day(dt.date(2027, 5, 28)).day == dt.date(2027, 5, 31)  # Friday after Corpus Christi
    assert good_day(dt.date(2027, 5, 1)).reason == "Labour Day"
    assert good_day(dt.date(2027, 4, 6)).reason == ""


def test_meetings_on_different_days_stay_on_different_days() -> None:
    days = [one.day for one in spaced(dt.date(2026, 11, 11), [0, 1])]
    assert days == [dt.date(2026, 11, 12), dt.date(2026, 11, 13)]
    saturday = spaced(dt.date(2027, 4, 10), [0, 1, 2])
    assert [one.day.day for one in saturday] == [12, 13, 14]
    assert saturday[0].reason == "a Saturday"


def test_a_round_keeps_to_its_days_of_the_week_and_passes_holidays_over() -> None:
    found = weekly(dt.date(2027, 11, 8), 4, [1, 3])  # Tuesdays and Thursdays; Thursday the 11th is a holiday
    assert [one.day for one in found] == [dt.date(2027, 11, day) for day in (9, 16, 18, 23)]
    assert [one.reason for one in found] == ["", "Independence Day", "", ""]
    assert weekly(dt.date(2027, 4, 10), 1, [5])[0].day == dt.date(2027, 4, 10)
    with pytest.raises(ValueError, match="day of the week"):
        weekly(dt.date(2027, 4, 10), 1, [])


def test_the_shipped_templates_are_loaded_once_and_their_programmes_fit(templates: None) -> None:
    assert load_shipped_templates(by=SYSTEM) == 0
    assert CycleTemplate.objects.count() == 10
    for template in CycleTemplate.objects.all():
        for meeting in template.meetings.all():
            lengths = [int(line.split()[0]) for line in meeting.programme.splitlines()]
            assert sum(lengths) == meeting.minutes, meeting


def test_an_office_that_has_older_templates_gets_the_newer_ones_and_keeps_its_own_names(
    cast: Cast, templates: None
) -> None:
    CycleTemplate.objects.filter(name="Konferencja").update(name="Nasza konferencja")
    CycleTemplate.objects.filter(name__startswith="Szybki start").delete()
    assert load_shipped_templates(by=SYSTEM) == 3
    assert not CycleTemplate.objects.filter(name="Konferencja").exists()
    CycleTemplate.objects.update(
        partnership=cast.ours, shipped_as=""
    )  # of a partnership, so nobody else has them
    assert load_shipped_templates(by=SYSTEM) == 10


def test_a_series_from_a_template_proposes_days_and_says_why_they_moved(cast: Cast, templates: None) -> None:
    template = CycleTemplate.objects.get(name__contains="sześć")
    url = reverse("meetings:series_new") + asked(f"template-{template.pk}", "2027-03-29")
    text = cast.anna.client.get(url).content.decode()
    assert text.count('name="form-') >= 6 * 8
    assert "Moved from 29 March 2027: Easter Monday" in text and 'value="2027-03-30"' in text


def test_a_series_is_planned_with_its_programmes_and_once_only(cast: Cast, templates: None) -> None:
    template = CycleTemplate.objects.get(name__contains="dwudniowe")
    commune = make_unit("1414032", "Leoncin", kind="rural")
    cast.ours.area.add(commune)
    data = rows(
        {"title": "Dzień pierwszy", "day": "2027-04-06", "commune": commune.pk, "begins": "10:00"},
        {"title": "Dzień drugi", "day": "2027-04-07", "DELETE": "on"},
    )
    query = asked(f"template-{template.pk}", "2027-04-06")
    response = post(cast.anna, "series_new", query=query, title="Warsztaty 2027", **data)
    series = Series.objects.get()
    assert response.status_code == 302 and response["Location"] == series.get_absolute_url()
    meeting = series.meetings.get()
    assert (meeting.commune, meeting.state) == (commune, MeetingState.PLANNED)
    assert meeting.programme.first().starts == dt.time(10)  # the template's day begins at nine
    assert meeting.programme.count() == 9
    again = post(cast.anna, "series_new", query=query, title="Warsztaty 2027", **data)
    assert again.status_code == 422 and "of this title already" in again.content.decode()
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"title": "Dzień", "day": ""}, "form-0-day-error"),
        ({"title": "Dzień", "day": "2027-03-28", "begins": "02:30"}, "the clocks go forward"),
        ({"title": "Dzień", "day": "2027-04-06", "DELETE": "on"}, "Keep at least one meeting"),
        ({"title": "Dzień", "day": "2027-04-06", "commune": "999999"}, "form-0-commune-error"),
    ],
)
def test_wrong_rows_come_back_with_what_is_wrong(
    cast: Cast, templates: None, row: dict[str, str], words: str
) -> None:
    template = CycleTemplate.objects.get(name="Konferencja")
    query = asked(f"template-{template.pk}", "2027-04-06")
    response = post(cast.anna, "series_new", query=query, title="Moja konferencja", **rows(row))
    text = response.content.decode()
    assert response.status_code == 422 and words in text and "Moja konferencja" in text
    assert not Series.objects.exists()


def make_last_year(partnership: Any, **fields: Any) -> Series:
    """A series of two meetings four weeks apart with a programme."""
    begins = dt.datetime(2026, 3, 3, 9, tzinfo=dt.UTC)
    first = make_meeting(
        partnership, "Warsztat I", starts_at=begins, venue="Dom Kultury", capacity=80, is_public=True
    )
    second = make_meeting(
        partnership, "Warsztat II", starts_at=begins + dt.timedelta(days=28), is_public=True
    )
    points = [Point("Otwarcie", dt.time(10), 20, "Jan Kowalski", "starosta")]
    write_programme(first, points, by=SYSTEM)
    return make_series(partnership, first, second, title="Warsztaty 2026", **fields)


def test_last_years_series_gives_places_and_another_countys_does_not(cast: Cast) -> None:
    ours = make_last_year(cast.ours)
    theirs = make_last_year(cast.theirs, is_public=True)
    for source, has_venue in ((ours, True), (theirs, False)):
        url = reverse("meetings:series_new") + asked(f"series-{source.pk}", "2027-04-06")
        text = cast.anna.client.get(url).content.decode()
        assert ("Dom Kultury" in text) == has_venue
        assert 'value="2027-05-04"' in text and 'value="80"' in text
    data = rows({"title": "Warsztat I", "day": "2027-04-06"})
    post(
        cast.anna, "series_new", query=asked(f"series-{theirs.pk}", "2027-04-06"), title="Nasze 2027", **data
    )
    made = Series.objects.get(title="Nasze 2027")
    point = made.meetings.get().programme.get()
    assert (point.title, point.speaker, point.speaker_function) == ("Otwarcie", "", "")
    assert made.copied_from == theirs
    origins, _results = trail.around(made, cast.anna.actor)
    assert {step.label for step in origins} == {"Partnerstwo Nasze", "Warsztaty 2026"}


def test_a_hidden_series_is_no_source_for_others(cast: Cast) -> None:
    hidden = make_last_year(cast.theirs)
    Meeting.objects.update(is_public=False)
    url = reverse("meetings:series_new") + asked(f"series-{hidden.pk}", "2027-04-06")
    assert cast.anna.client.get(url).status_code == 422
    assert cast.anna.client.get(hidden.get_absolute_url()).status_code == 404


def test_one_meeting_is_planned_in_every_commune_and_those_that_have_one_are_left_out(cast: Cast) -> None:
    county = make_unit("1419", "płocki", kind="county")
    cast.ours.area.add(county)
    communes = [make_unit(f"14190{n}2", f"Gmina {n}", kind="rural") for n in range(1, 6)]
    first = make_meeting(cast.ours, "Pierwsze", commune=communes[0])
    write_programme(first, [Point("Otwarcie", dt.time(10), 20, "Jan Kowalski")], by=SYSTEM)
    series = make_series(cast.ours, first, title="Spotkania w gminach")
    url = reverse("meetings:series_round", args=[series.pk])
    page = cast.anna.client.get(url).content.decode()
    assert page.count(" checked") == 5 + 4  # five days of the week, four communes without a meeting
    ids = "".join(f"&communes={one.pk}" for one in communes[1:])
    query = f"?title=Spotkanie&first=2027-11-08&weekdays=1&weekdays=3&begins=10:00&minutes=150&like={first.pk}{ids}"
    proposed = cast.anna.client.get(url + query).content.decode()
    assert "Moved from 11 November 2027: Independence Day" in proposed
    days = ("2027-11-09", "2027-11-16", "2027-11-18", "2027-11-23")
    data = rows(
        *(
            {"title": f"Spotkanie – {unit.name}", "day": day, "commune": unit.pk}
            for unit, day in zip(communes[1:], days, strict=True)
        )
    )
    assert post(cast.anna, "series_round", series.pk, query=query, **data).status_code == 302
    assert series.meetings.count() == 5
    assert {meeting.programme.get().speaker for meeting in series.meetings.exclude(pk=first.pk)} == {""}
    twice = post(cast.anna, "series_round", series.pk, query=query, **data)
    assert twice.status_code == 422 and series.meetings.count() == 5


def test_a_round_of_too_many_communes_is_asked_for_in_parts(cast: Cast) -> None:
    county = make_unit("1419", "płocki", kind="county")
    cast.ours.area.add(county)
    units = [make_unit(f"1419{n:02d}2", f"Gmina {n}", kind="rural") for n in range(1, 63)]
    ids = "".join(f"&communes={one.pk}" for one in units)
    query = f"?title=Spotkanie&first=2027-11-08&weekdays=1&begins=10:00&minutes=150{ids}"
    series = make_series(cast.ours)
    response = cast.anna.client.get(reverse("meetings:series_round", args=[series.pk]) + query)
    assert response.status_code == 422 and "At most 60 meetings" in response.content.decode()


def test_meetings_are_announced_together_and_taken_out_one_by_one(cast: Cast) -> None:
    meetings = [make_meeting(cast.ours, f"Spotkanie {n}", state="planned") for n in range(3)]
    series = make_series(cast.ours, *meetings)
    for _press in range(2):
        post(cast.anna, "series_announcement", series.pk)
        post(cast.anna, "series_removal", series.pk, meetings[0].pk)
    assert Meeting.objects.filter(state="announced", revision=1).count() == 3
    assert series.meetings.count() == 2
    stranger = make_meeting(cast.theirs)
    assert post(cast.anna, "series_removal", series.pk, stranger.pk).status_code == 404


@pytest.mark.parametrize("name", ["series_edit", "series_round", "series_announcement"])
def test_only_the_coordinator_changes_a_series(cast: Cast, name: str) -> None:
    series = make_series(cast.ours)
    assert post(cast.celina, name, series.pk).status_code == 404
    assert post(cast.bartek, name, series.pk).status_code == 403
    series.is_public = True
    series.save()
    assert post(cast.celina, name, series.pk).status_code == 403


def test_a_public_series_shows_only_the_meetings_that_are_public(cast: Cast, same_queries: Callable) -> None:
    shown, hidden = make_meeting(cast.ours, "Jawne", is_public=True), make_meeting(cast.ours, "Ukryte")
    series = make_series(cast.ours, shown, hidden, is_public=True)
    text = cast.nobody.client.get(series.get_absolute_url()).content.decode()
    assert "Jawne" in text and "Ukryte" not in text
    same_queries(
        lambda: cast.anna.client.get("/series/"),
        lambda: make_series(cast.ours, title=f"Cykl {Series.objects.count()}"),
    )


def test_a_shipped_template_is_copied_and_the_copy_is_changed(cast: Cast, templates: None) -> None:
    shipped = CycleTemplate.objects.get(name="Konferencja")
    assert post(cast.anna, "template_edit", shipped.pk).status_code == 403
    assert cast.bartek.client.get(shipped.get_absolute_url()).status_code == 404
    for _press in range(2):
        post(cast.anna, "template_copy", shipped.pk, partnership=cast.ours.pk)
    copy = CycleTemplate.objects.get(partnership=cast.ours)
    assert copy.meetings.count() == 1
    data = rows(
        {"title": "Gala", "days_after": 0, "starts": "17:00", "minutes": 120, "programme": "20 Otwarcie"},
        {"title": "", "days_after": "", "starts": "", "minutes": ""},
        first=1,
    )
    response = post(cast.anna, "template_edit", copy.pk, name="Gala", **data)
    assert response.status_code == 302
    copy.refresh_from_db()
    assert copy.name == "Gala" and copy.meetings.get().starts == dt.time(17)
    assert shipped.meetings.get().title == "Konferencja partnerstwa lokalnego"
    assert post(cast.celina, "template_edit", copy.pk, name="Obca", **data).status_code == 403
    assert post(cast.celina, "template_copy", shipped.pk, partnership=cast.ours.pk).status_code == 302
    assert CycleTemplate.objects.filter(partnership=cast.ours).count() == 1
