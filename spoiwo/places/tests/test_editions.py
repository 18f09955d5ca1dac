"""Loading the shipped register, and applying newer ones."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command

from spoiwo import audit
from spoiwo.kit.actor import SYSTEM
from spoiwo.kit.request import Refused
from spoiwo.places.actions import confirm_edition, drop_edition, load_shipped_register, propose_edition
from spoiwo.places.importers.terc import parse
from spoiwo.places.models import PendingEdition, RegisterEdition, Unit
from spoiwo.places.queries import NameSpan, below, name_on, names_of, unit_by_code, unit_last_known, unit_rows
from spoiwo.places.rules import Kind
from spoiwo.places.signals import units_moved
from spoiwo.places.tests.files import MAZOWSZE, SHARED, terc
from tests.make import make_organisation

pytestmark = pytest.mark.django_db
NEW_DAY = dt.date(2021, 1, 1)
LATER = (
    *(
        (code, "Czosnów nad Wisłą" if code == "1414022" else name)
        for code, name in MAZOWSZE
        if code not in {"1414032", "1414052"}
    ),
    ("1414033", "Leoncin"),
    ("1414062", "Zakroczym"),
)


def propose(units: tuple[tuple[str, str], ...] = MAZOWSZE, day: str = "2020-01-01") -> PendingEdition:
    """Reads a file with these units, as an upload would."""
    text = terc(units, day)
    return propose_edition(
        parse(text.encode()), file_name="TERC.csv", sha256=f"{hash(text):064x}"[-64:], by=SYSTEM
    )


@pytest.fixture
def small() -> RegisterEdition:
    """The register of 2020 with Mazowsze only."""
    return confirm_edition(propose(), by=SYSTEM)


@pytest.fixture
def later(small: RegisterEdition) -> RegisterEdition:
    """The register of 2021: one unit added, one renamed, one became a town, one ended."""
    return confirm_edition(propose(LATER, "2021-01-01"), by=SYSTEM, is_complete=True)


def test_the_shipped_register_holds_the_whole_country() -> None:
    edition = load_shipped_register(SYSTEM)
    assert Counter(Unit.objects.values_list("kind", flat=True)) == {
        Kind.VOIVODESHIP: 16,
        Kind.COUNTY: 314,
        Kind.CITY_COUNTY: 66,
        Kind.URBAN: 302,
        Kind.RURAL: 1533,
        Kind.URBAN_RURAL: 642,
    }
    assert (edition.state_on, edition.added_count) == (dt.date(2020, 1, 1), 2873)


def test_shipped_places_lie_in_poland_and_only_few_communes_are_drawn_approximately() -> None:
    load_shipped_register(SYSTEM)
    assert not Unit.objects.filter(latitude=None).exists()
    assert not Unit.objects.exclude(latitude__range=(49, 55), longitude__range=(14, 24.2)).exists()
    assert Unit.objects.filter(is_approximate=True).count() == 61


def test_the_shipped_register_is_loaded_once() -> None:
    assert load_shipped_register(SYSTEM) == load_shipped_register(SYSTEM)
    assert Unit.objects.count() == 2873


def test_the_command_says_what_is_in_force(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_places")
    assert capsys.readouterr().out == "TERC 2020-01-01: 2873 places\n"


def test_a_county_is_found_by_its_name_and_its_voivodeship_together() -> None:
    load_shipped_register(SYSTEM)
    counties = Unit.objects.counties().filter(search_key__contains="nowodworski")
    assert [unit.code for unit in counties.filter(search_key__contains="mazowieckie")] == ["1414"]


def test_units_hang_under_each_other() -> None:
    load_shipped_register(SYSTEM)
    leoncin = unit_by_code("1414032")
    assert (leoncin.above.name, leoncin.above.above.name) == ("nowodworski", "mazowieckie")
    assert [unit.name for unit in below(leoncin.above)] == [
        "Czosnów",
        "Leoncin",
        "Nasielsk",
        "Nowy Dwór Mazowiecki",
        "Pomiechówek",
        "Zakroczym",
    ]


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the shared official file is not beside the project")
def test_the_shipped_table_says_what_the_official_file_says() -> None:
    load_shipped_register(SYSTEM)
    official = {(row.code, row.kind.value, row.name) for row in parse(SHARED.read_bytes()).rows}
    assert set(Unit.objects.values_list("code", "kind", "name")) == official


def test_reading_a_file_writes_nothing_of_the_register(small: RegisterEdition) -> None:
    before = list(Unit.objects.values())
    propose(LATER, "2021-01-01")
    assert list(Unit.objects.values()) == before


def test_the_edition_counts_what_it_changed(later: RegisterEdition) -> None:
    assert (later.added_count, later.renamed_count, later.moved_count, later.ended_count) == (1, 1, 1, 1)
    assert not PendingEdition.objects.exists()


def test_an_ended_unit_stays_with_its_days(later: RegisterEdition) -> None:
    ended = Unit.objects.get(code="1414052")
    assert (ended.name, ended.valid_from, ended.valid_to, ended.successor) == (
        "Pomiechówek",
        None,
        NEW_DAY,
        None,
    )


def test_a_unit_under_a_new_code_is_a_new_row_that_succeeds_the_old_one(later: RegisterEdition) -> None:
    old, new = Unit.objects.get(code="1414032"), Unit.objects.get(code="1414033")
    assert (old.valid_to, old.successor) == (NEW_DAY, new)
    assert (new.valid_from, new.kind, new.above.code) == (NEW_DAY, Kind.URBAN_RURAL, "1414")


def test_a_renamed_unit_stays_the_row_that_organisations_point_to(small: RegisterEdition) -> None:
    office = make_organisation("Urząd Gminy", place=unit_by_code("1414022"))
    confirm_edition(propose(LATER, "2021-01-01"), by=SYSTEM, is_complete=True)
    office.refresh_from_db()
    assert (office.place.name, office.place.valid_to) == ("Czosnów nad Wisłą", None)
    assert names_of(office.place) == [
        NameSpan("Czosnów", None, NEW_DAY),
        NameSpan("Czosnów nad Wisłą", NEW_DAY, None),
    ]
    assert name_on(office.place, dt.date(2020, 12, 31)) == "Czosnów"
    assert name_on(office.place, NEW_DAY) == "Czosnów nad Wisłą"


def test_a_second_renaming_joins_on_to_the_first(later: RegisterEdition) -> None:
    third = tuple((code, "Czosnów Wielki" if code == "1414022" else name) for code, name in LATER)
    confirm_edition(propose(third, "2022-01-01"), by=SYSTEM)
    assert names_of(unit_by_code("1414022")) == [
        NameSpan("Czosnów", None, NEW_DAY),
        NameSpan("Czosnów nad Wisłą", NEW_DAY, dt.date(2022, 1, 1)),
        NameSpan("Czosnów Wielki", dt.date(2022, 1, 1), None),
    ]


def test_a_former_name_is_still_found(small: RegisterEdition) -> None:
    renamed = tuple((code, "zakroczymski" if code == "1414" else name) for code, name in MAZOWSZE)
    confirm_edition(propose(renamed, "2021-01-01"), by=SYSTEM)
    assert unit_rows().get(level="county", search_key__contains="nowodworski").name == "zakroczymski"
    assert unit_by_code("1414032").search_key == "leoncin gmina wiejska 1414032 zakroczymski mazowieckie"


def test_the_register_is_known_as_at_any_day(later: RegisterEdition) -> None:
    day_before = NEW_DAY - dt.timedelta(days=1)
    assert unit_by_code("1414032", day_before).name == "Leoncin"
    assert unit_by_code("1414032", NEW_DAY) is None
    assert unit_by_code("1414032") is None
    assert unit_by_code("1414033", day_before) is None
    assert unit_by_code("1414033", NEW_DAY).name == "Leoncin"
    assert unit_last_known("1414032").valid_to == NEW_DAY
    assert (
        Unit.objects.valid(day_before).communes().count()
        == Unit.objects.valid(dt.date(1999, 1, 1)).communes().count()
    )


@pytest.fixture
def heard() -> Iterator[list[dict[str, Any]]]:
    """What the room announced."""
    calls: list[dict[str, Any]] = []

    def listen(sender: type, moves: dict[int, int], day: dt.date, **named: Any) -> None:
        calls.append({"moves": moves, "day": day})

    units_moved.connect(listen)
    yield calls
    units_moved.disconnect(listen)


def test_rooms_above_hear_which_units_moved(small: RegisterEdition, heard: list[dict[str, Any]]) -> None:
    confirm_edition(propose(LATER, "2021-01-01"), by=SYSTEM, is_complete=True)
    old, new = Unit.objects.get(code="1414032"), Unit.objects.get(code="1414033")
    assert heard == [{"moves": {old.pk: new.pk}, "day": NEW_DAY}]


def test_a_moved_unit_keeps_its_seat_and_a_new_one_is_drawn_near_its_county() -> None:
    load_shipped_register(SYSTEM)
    rows = [(unit.code, unit.name) for unit in Unit.objects.all() if unit.code != "1414032"]
    confirm_edition(propose((*rows, ("1414033", "Leoncin"), ("1414072", "Nowa")), "2021-01-01"), by=SYSTEM)
    old, moved, new = (Unit.objects.get(code=code) for code in ("1414032", "1414033", "1414072"))
    assert (moved.latitude, moved.longitude, moved.is_approximate) == (old.latitude, old.longitude, False)
    assert new.is_approximate
    assert abs(new.latitude - new.above.latitude) < 0.05


@pytest.mark.parametrize("day", ["2019-01-01", "2020-01-01"])
def test_a_file_that_is_not_newer_is_refused_with_both_days(small: RegisterEdition, day: str) -> None:
    with pytest.raises(Refused, match=r"1 stycznia 2020 r\..*1 stycznia 20(19|20) r\."):
        propose(LATER, day)


def test_a_register_of_a_day_to_come_is_refused(small: RegisterEdition) -> None:
    with pytest.raises(Refused, match="2999"):
        propose(LATER, "2999-01-01")


def test_of_two_files_that_wait_the_older_is_refused_after_the_newer_is_in_force(
    small: RegisterEdition,
) -> None:
    older, newer = propose(LATER, "2021-01-01"), propose(MAZOWSZE, "2022-01-01")
    confirm_edition(newer, by=SYSTEM)
    with pytest.raises(Refused):
        confirm_edition(older, by=SYSTEM, is_complete=True)
    assert RegisterEdition.objects.count() == 2


def test_a_part_of_the_register_is_refused_until_somebody_vouches_for_it(small: RegisterEdition) -> None:
    pending = propose(MAZOWSZE[:-3], "2021-01-01")
    with pytest.raises(Refused) as refusal:
        confirm_edition(pending, by=SYSTEM)
    assert refusal.value.field == "is_complete"
    assert Unit.objects.valid().count() == 9
    confirm_edition(pending, by=SYSTEM, is_complete=True)
    assert Unit.objects.valid().count() == 7


def test_the_same_file_read_twice_waits_once(small: RegisterEdition) -> None:
    assert propose(LATER, "2021-01-01") == propose(LATER, "2021-01-01")


def test_a_file_put_aside_leaves_nothing_but_a_line_of_history(small: RegisterEdition) -> None:
    pending = propose(LATER, "2021-01-01")
    pk = pending.pk
    drop_edition(pending, by=SYSTEM)
    assert not PendingEdition.objects.exists()
    assert len(audit.history(kind="places.pendingedition", object_id=pk).object_list) == 2


def test_loading_leaves_a_line_of_history_with_counts(later: RegisterEdition) -> None:
    line = audit.history(kind="places.registeredition", object_id=later.pk).object_list[0]
    assert line.facts == {"state_on": "2021-01-01", "added": 1, "renamed": 1, "moved": 1, "ended": 1}


def test_a_failure_midway_leaves_the_register_as_it_was(small: RegisterEdition) -> None:
    def fail(**named: Any) -> None:
        raise RuntimeError("a listener broke")

    pending = propose(LATER, "2021-01-01")
    before = list(Unit.objects.values())
    units_moved.connect(fail)
    try:
        with pytest.raises(RuntimeError, match="a listener broke"):
            confirm_edition(pending, by=SYSTEM, is_complete=True)
    finally:
        units_moved.disconnect(fail)
    assert list(Unit.objects.values()) == before
    assert PendingEdition.objects.count() == 1
