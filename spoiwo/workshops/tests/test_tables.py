"""Tables: made by rule, by hand and by choice; names, addresses, papers."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.translation import override
from pypdf import PdfReader

from spoiwo.meetings.models import Attendee, Meeting
from spoiwo.register.rules import Sector
from spoiwo.workshops.actions.halls import make_slips, move_hall, open_hall, slip_for
from spoiwo.workshops.actions.sheets import sheet_for
from spoiwo.workshops.models import Line, Slip, Table
from spoiwo.workshops.rules.seating import Known, Plan, laid, mix_of, tables_wanted
from tests.cast import Cast
from tests.make import make_attendee, make_meeting, make_step, make_table

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2030, 10, 8, 10, tzinfo=dt.UTC)
BALANCED = {"rule": "balanced", "count": "5", "seed": "1"}


@pytest.fixture(autouse=True)
def english(settings: Any) -> Iterator[None]:
    """Pages in the language of their source."""
    settings.LANGUAGE_CODE = "en"
    with override("en"):
        yield


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    """A workshop of ours."""
    return make_meeting(cast.ours, "Warsztat")


def fill(meeting: Meeting, number: int, **fields: Any) -> None:
    """People of offices with three heads each, of three sectors."""
    sectors = [Sector.GOVERNMENT, Sector.BUSINESS, Sector.CIVIC]
    for one in range(number):
        office = one // 3
        make_attendee(
            meeting,
            family_name=f"Nowak{one:03}",
            organisation_name=f"Urząd {office}",
            sector=sectors[office % 3],
            **{"presence": "present"} | fields,
        )


def post(player: Any, name: str, /, *args: Any, **data: Any) -> Any:
    return player.client.post(reverse(f"workshops:{name}", args=args), data)


def groups(meeting: Meeting) -> Counter[str]:
    return Counter(meeting.attendees.values_list("group", flat=True))


def text(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages)


def test_a_table_is_described_by_its_sectors_and_colleagues_are_pointed_out() -> None:
    mix = mix_of([("public", "a"), ("public", "a"), ("social", ""), ("social", ""), ("public", "b")])
    assert mix.sectors == (("public", 3), ("social", 2)) and mix.doubled == (("a", 2),)


@pytest.mark.parametrize(
    ("people", "count", "largest", "wanted"),
    [(60, 5, None, 5), (61, None, 12, 6), (0, None, 12, 1), (9, None, None, 1)],
)
def test_the_number_of_tables_follows_the_largest_group(
    people: int, count: int | None, largest: int | None, wanted: int
) -> None:
    assert tables_wanted(people, count, largest) == wanted


def test_tables_in_the_room_stay_and_surplus_ones_go_unless_something_is_written() -> None:
    known = [Known(11, 1, False), Known(12, 2, False), Known(14, 4, True)]
    assert laid(known, 1) == Plan((11,), (), (12,))
    assert laid(known, 5) == Plan((11, 12, 14), (3, 5), ())
    assert laid([], 2) == Plan((), (1, 2), ())


def test_sixty_people_sit_at_five_balanced_tables_with_colleagues_apart(cast: Cast, meeting: Meeting) -> None:
    fill(meeting, 60)
    fill(meeting, 3, presence="expected")
    assert post(cast.ewa, "tables_building", meeting.pk, **BALANCED, only_present="on").status_code == 302
    assert meeting.tables.count() == 5
    assert sorted(groups(meeting).values()) == [3, 12, 12, 12, 12, 12]
    by_table = [Attendee.objects.filter(group=table.name) for table in meeting.tables.all()]
    for sector in (Sector.GOVERNMENT, Sector.BUSINESS, Sector.CIVIC):
        counts = [people.filter(sector=sector).count() for people in by_table]
        assert max(counts) - min(counts) <= 1
    for people in by_table:
        assert len(set(people.values_list("organisation_name"))) == 12


def test_by_theme_there_is_a_table_for_each_theme_of_the_next_step(cast: Cast, meeting: Meeting) -> None:
    fill(meeting, 20)
    make_step(meeting, state="closed")
    make_step(
        meeting, "Diagnoza", form="component", grouping="theme", themes=["Kapitał ludzki", "Jakość życia"]
    )
    page = cast.ewa.client.get(reverse("workshops:tables_building", args=[meeting.pk])).content.decode()
    assert "Kapitał ludzki\nJakość życia" in page
    themes = "Kapitał ludzki\nJakość życia"
    post(cast.ewa, "tables_building", meeting.pk, rule="theme", themes=themes, seed="1")
    assert list(meeting.tables.values_list("theme", flat=True)) == ["Kapitał ludzki", "Jakość życia"]
    assert sorted(groups(meeting).values()) == [10, 10]
    assert post(cast.ewa, "tables_building", meeting.pk, rule="theme", themes="", seed="1").status_code == 422


def test_a_new_division_keeps_addresses_and_what_was_written_about_another_theme(
    cast: Cast, meeting: Meeting
) -> None:
    fill(meeting, 12)
    step = make_step(meeting, state="open")
    post(cast.ewa, "tables_building", meeting.pk, rule="theme", themes="A\nB\nC", seed="1")
    first, _second, third = meeting.tables.all()
    sheet = sheet_for(step, third)
    Line.objects.create(step=step, sheet=sheet, table=third, key=uuid4(), field="resources", text="Rzeka")
    post(cast.ewa, "tables_building", meeting.pk, rule="theme", themes="D\nE\nF", seed="1")
    sheet.refresh_from_db()
    assert sheet.about == "C"
    post(cast.ewa, "tables_building", meeting.pk, **BALANCED | {"count": "1"})
    assert [(one.pk, one.secret) for one in meeting.tables.all()] == [
        (one.pk, one.secret) for one in (first, third)
    ]
    assert groups(meeting) == {first.name: 12}


def test_nobody_to_be_seated_is_said(cast: Cast, meeting: Meeting) -> None:
    response = post(cast.ewa, "tables_building", meeting.pk, **BALANCED)
    assert response.status_code == 422 and "nobody to be seated" in response.content.decode()
    assert post(cast.ewa, "tables_building", meeting.pk, **BALANCED | {"rule": "hand"}).status_code == 302
    assert meeting.tables.count() == 5


def test_a_renamed_table_takes_its_people_along(cast: Cast, meeting: Meeting) -> None:
    table, other = make_table(meeting), make_table(meeting)
    person = make_attendee(meeting, group=table.name)
    assert (
        post(cast.ewa, "table_edit", meeting.pk, table.pk, name="Rolnicy", theme="Rolnictwo").status_code
        == 302
    )
    person.refresh_from_db()
    assert person.group == "Rolnicy"
    response = post(cast.ewa, "table_edit", meeting.pk, table.pk, name=other.name)
    assert response.status_code == 422 and "id_name-error" in response.content.decode()
    person.refresh_from_db()
    assert person.group == "Rolnicy"


def test_people_are_moved_by_hand_and_their_slips_with_them(cast: Cast, meeting: Meeting) -> None:
    table, foreign = make_table(meeting), make_table(make_meeting(cast.theirs))
    ewa, jan = make_attendee(meeting, "Ewa"), make_attendee(meeting, "Jan", group=table.name)
    slip = slip_for(ewa)
    post(cast.ewa, "tables_seating", meeting.pk, **{f"seat-{ewa.pk}": table.pk, f"seat-{jan.pk}": ""})
    for one in (ewa, jan, slip):
        one.refresh_from_db()
    assert (ewa.group, jan.group, slip.table) == (table.name, "", table)
    post(cast.ewa, "tables_seating", meeting.pk, **{f"seat-{ewa.pk}": foreign.pk})
    ewa.refresh_from_db()
    assert ewa.group == table.name


def test_colleagues_at_one_table_are_pointed_out_and_people_without_a_table_come_first(
    cast: Cast, meeting: Meeting
) -> None:
    table = make_table(meeting)
    for _one in range(2):
        make_attendee(meeting, group=table.name, organisation_name="Urząd Gminy Bodzanów")
    make_attendee(meeting, family_name="Bezstolna")
    page = cast.ewa.client.get(reverse("workshops:tables", args=[meeting.pk])).content.decode()
    assert "2 people of this office sit here" in page
    assert page.index("Bezstolna") < page.index(f'id="table-{table.number}"')
    hidden = cast.bartek.client.get(reverse("workshops:tables", args=[meeting.pk])).content.decode()
    assert table.name in hidden and "Bezstolna" not in hidden and "Kowalski" not in hidden


def test_the_page_of_tables_asks_no_more_for_more_people(
    cast: Cast, meeting: Meeting, same_queries: Callable
) -> None:
    same_queries(
        lambda: cast.ewa.client.get(reverse("workshops:tables", args=[meeting.pk])),
        lambda: make_attendee(meeting, group=make_table(meeting).name),
    )


def test_groups_drawn_on_the_page_of_the_meeting_get_tables(cast: Cast, meeting: Meeting) -> None:
    fill(meeting, 6)
    draw = {"draw": "1", "count": "2", "seed": "1"}
    cast.anna.client.post(reverse("meetings:groups", args=[meeting.pk]), draw)
    assert not meeting.tables.exists()  # a conference is no workshop
    page = cast.ewa.client.get(reverse("workshops:tables", args=[meeting.pk])).content.decode()
    assert "Group 1, Group 2" in page
    post(cast.ewa, "tables_adoption", meeting.pk)
    assert [table.name for table in meeting.tables.all()] == ["Group 1", "Group 2"]
    cast.anna.client.post(reverse("meetings:groups", args=[meeting.pk]), draw | {"count": "3"})
    assert [table.name for table in meeting.tables.all()] == ["Group 1", "Group 2", "Group 3"]


def test_a_table_with_writing_stays_and_another_leaves_its_people_without_one(
    cast: Cast, meeting: Meeting
) -> None:
    written, empty = make_table(meeting), make_table(meeting)
    person = make_attendee(meeting, group=empty.name)
    step = make_step(meeting)
    sheet = sheet_for(step, written)
    Line.objects.create(step=step, sheet=sheet, table=written, key=uuid4(), field="resources", text="Rzeka")
    for table in (written, empty):
        post(cast.ewa, "table_removal", meeting.pk, table.pk)
    person.refresh_from_db()
    assert list(meeting.tables.all()) == [written] and person.group == ""


def test_the_secret_address_is_for_those_who_lead_and_can_be_renewed(cast: Cast, meeting: Meeting) -> None:
    open_hall(meeting, by=cast.ewa.actor)
    table = make_table(meeting)
    page = reverse("workshops:table", args=[meeting.pk, table.pk])
    assert table.secret in cast.ewa.client.get(page).content.decode()
    assert table.secret not in cast.dorota.client.get(page).content.decode()
    desk = reverse("workshops:desk", args=[table.secret])
    assert cast.nobody.client.get(desk).status_code == 200
    post(cast.ewa, "table_address", meeting.pk, table.pk)
    assert cast.nobody.client.get(desk).status_code == 404


@pytest.fixture
def choosing(cast: Cast, meeting: Meeting) -> Meeting:
    """A workshop whose people choose their table now."""
    step = make_step(meeting, grouping="choice")
    hall = open_hall(meeting, by=cast.ewa.actor)
    move_hall(hall, by=cast.ewa.actor, at=NOW, step=step)
    return meeting


def choose(cast: Cast, slip: Slip, table: Table) -> Any:
    return post(cast.nobody, "seat_table", slip.code, table=table.pk)


def test_people_choose_their_table_until_it_is_full(cast: Cast, choosing: Meeting) -> None:
    small, large = make_table(choosing, places=2), make_table(choosing)
    attendee = make_attendee(choosing, presence="present")
    mine, *others = [slip_for(attendee), *make_slips(choosing.hall, 2, by=cast.ewa.actor)]
    assert choose(cast, mine, small).status_code == choose(cast, others[0], small).status_code == 302
    refused = choose(cast, others[1], small)
    assert refused.status_code == 422 and "There is no place left at" in refused.content.decode()
    assert choose(cast, others[0], small).status_code == 302  # who sits there may press again
    attendee.refresh_from_db()
    assert attendee.group == small.name
    assert choose(cast, mine, large).status_code == 302
    assert choose(cast, others[1], small).status_code == 302
    attendee.refresh_from_db()
    assert attendee.group == large.name and small.slips.count() == 2


def test_a_phone_offers_the_tables_with_the_places_left_on_them(cast: Cast, choosing: Meeting) -> None:
    table = make_table(choosing, places=1, theme="Rolnictwo")
    first, second = make_slips(choosing.hall, 2, by=cast.ewa.actor)
    page = reverse("workshops:seat", args=[second.code])
    assert "0 of 1 places taken" in cast.nobody.client.get(page).content.decode()
    choose(cast, first, table)
    content = cast.nobody.client.get(page).content.decode()
    assert "Rolnictwo: full" in content and "places taken" not in content


def test_tables_are_chosen_only_while_the_step_asks_for_it_and_only_in_ones_own_workshop(
    cast: Cast, choosing: Meeting
) -> None:
    table, foreign = make_table(choosing), make_table(make_meeting(cast.theirs))
    slip = make_slips(choosing.hall, 1, by=cast.ewa.actor)[0]
    assert choose(cast, slip, foreign).status_code == 404
    choosing.steps.update(state="closed")
    assert choose(cast, slip, table).status_code == 422
    slip.refresh_from_db()
    assert slip.table is None


def test_lists_and_signs_are_printed(cast: Cast, meeting: Meeting) -> None:
    table = make_table(meeting, "Rolnicy", theme="Kapitał ludzki", leader="Anna Żak")
    make_attendee(meeting, "Łucja", "Świątek", group=table.name, organisation_name="Urząd Gminy Bodzanów")
    make_table(meeting)
    lists = cast.dorota.client.get(reverse("workshops:tables_paper", args=[meeting.pk])).content
    assert len(PdfReader(BytesIO(lists)).pages) == 2
    for words in ("Rolnicy", "Kapitał ludzki", "Świątek Łucja", "Urząd Gminy Bodzanów", "Anna Żak"):
        assert words in text(lists).replace("\u00a0", " ")
    signs = cast.ewa.client.get(reverse("workshops:signs_paper", args=[meeting.pk])).content
    assert len(PdfReader(BytesIO(signs)).pages) == 2 and "Rolnicy" in text(signs)


def test_tables_of_another_partnership_are_not_there(cast: Cast, meeting: Meeting) -> None:
    theirs = make_table(make_meeting(cast.theirs, is_public=True))
    for name in ("table", "table_edit"):
        for where in (meeting.pk, theirs.meeting_id):
            url = reverse(f"workshops:{name}", args=[where, theirs.pk])
            assert cast.anna.client.get(url).status_code == 404
    for name in ("table_removal", "table_address"):
        assert post(cast.anna, name, meeting.pk, theirs.pk).status_code == 404
    assert (
        cast.anna.client.get(reverse("workshops:tables_paper", args=[theirs.meeting_id])).status_code == 404
    )
    assert post(cast.bartek, "tables_seating", meeting.pk).status_code == 403
