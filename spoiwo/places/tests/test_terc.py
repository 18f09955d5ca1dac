"""The reader of the official file."""

import datetime as dt
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from spoiwo.places.importers.terc import Fault, Problem, Row, parse
from spoiwo.places.rules import Kind
from spoiwo.places.tests.files import HEADER, SHARED, terc, zipped


def test_rows_carry_whole_codes_kinds_and_names() -> None:
    reading = parse(terc().encode())
    assert reading.problems == []
    assert reading.rows[:3] == [
        Row("14", Kind.VOIVODESHIP, "mazowieckie", 2),
        Row("1414", Kind.COUNTY, "nowodworski", 3),
        Row("1414011", Kind.URBAN, "Nowy Dwór Mazowiecki", 4),
    ]
    assert [row.kind for row in reading.rows if row.code.startswith("1465")] == [Kind.CITY_COUNTY, Kind.URBAN]
    assert reading.state_on == dt.date(2020, 1, 1)


def test_parts_of_communes_and_cities_are_counted_and_not_kept() -> None:
    reading = parse(terc().encode())
    assert (reading.row_count, reading.part_count, len(reading.rows)) == (12, 3, 9)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250"])
def test_each_encoding_the_office_uses_is_read(encoding: str) -> None:
    assert [row.name for row in parse(terc().encode(encoding)).rows] == [
        row.name for row in parse(terc().encode()).rows
    ]


def test_the_archive_the_office_publishes_is_read() -> None:
    content = zipped(("TERC_Urzedowy_2020-01-01.csv", terc().encode("utf-8-sig")), ("czytaj.txt", b"."))
    assert len(parse(content).rows) == 9


def test_zeros_eaten_by_a_spreadsheet_and_its_way_of_writing_days_are_understood() -> None:
    text = f"{HEADER}\n2;;;;DOLNOŚLĄSKIE;województwo;01.01.2020\n2;1;;;bolesławiecki;powiat;01.01.2020\n"
    reading = parse(text.encode())
    assert [row.code for row in reading.rows] == ["02", "0201"]
    assert reading.state_on == dt.date(2020, 1, 1)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("14;14;;9x;Coś;x;2020-01-01", Problem(Fault.WRONG_CODE, 14, "14;14;;9x")),
        ("AB;;;;Coś;x;2020-01-01", Problem(Fault.WRONG_CODE, 14, "AB;;;")),
        ("14;;03;2;Coś;x;2020-01-01", Problem(Fault.WRONG_CODE, 14, "14;;03;2")),
        ("14;00;;;Coś;x;2020-01-01", Problem(Fault.WRONG_CODE, 14, "14;00;;")),
        ("14;14;06;;Coś;x;2020-01-01", Problem(Fault.WRONG_CODE, 14, "14;14;06;")),
        ("14;14;06;7;Coś;x;2020-01-01", Problem(Fault.UNKNOWN_KIND, 14, "7")),
        ("14;14;03;2;Leoncin;x;2020-01-01", Problem(Fault.DUPLICATE, 14, "1414032")),
        ("14;15;03;2;Leoncin;x;2020-01-01", Problem(Fault.NO_UNIT_ABOVE, 14, "1415032")),
        ("14;14;06;2;  ;x;2020-01-01", Problem(Fault.EMPTY_NAME, 14, "1414062")),
        (f"14;14;06;2;{'a' * 81};x;2020-01-01", Problem(Fault.LONG_NAME, 14, "a" * 60)),
        ("14;14;06;2;Coś;x;2021-01-01", Problem(Fault.MIXED_DAYS, 14, "2021-01-01")),
        ("14;14;06;2;Coś;x;wczoraj", Problem(Fault.WRONG_DAY, 14, "wczoraj")),
        ("14;14", Problem(Fault.WRONG_LENGTH, 14, "2")),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_stands_there(line: str, problem: Problem) -> None:
    assert parse(f"{terc()}{line}\r\n".encode()).problems == [problem]


def test_missing_columns_are_named() -> None:
    assert parse(b"WOJ;POW;NAZWA\n14;;x\n").problems == [
        Problem(Fault.COLUMN_MISSING, 1, "GMI, RODZ, STAN_NA")
    ]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.EMPTY),
        (HEADER.encode(), Fault.EMPTY),
        (b"\xff\xfe\x00W\x00O", Fault.NOT_TEXT),
        (b"\x81\x98", Fault.NOT_TEXT),
        (b"<?xml version='1.0'?><teryt/>", Fault.IS_XML),
        (b"PK\x03\x04 not an archive", Fault.BROKEN_ZIP),
        (zipped(("a.csv", b"x"), ("b.csv", b"x")), Fault.NO_CSV_IN_ZIP),
        (zipped(("a.xml", b"x")), Fault.NO_CSV_IN_ZIP),
        (zipped(("bomb.csv", b"0" * 10_000_001)), Fault.TOO_LARGE),
        (b"x" * 10_000_001, Fault.TOO_LARGE),
    ],
)
def test_a_file_that_is_something_else_is_told_apart(content: bytes, fault: Fault) -> None:
    reading = parse(content)
    assert [problem.fault for problem in reading.problems] == [fault]
    assert reading.rows == []


def test_of_very_many_faults_all_are_counted_and_fifty_kept() -> None:
    reading = parse("\n".join([HEADER, *["x;;;;y;z;2020-01-01"] * 400]).encode())
    assert (reading.problem_count, len(reading.problems)) == (400, 50)


@given(st.binary(max_size=300))
@example(b"PK\x03\x04" + b"\x00" * 40)
@example(zipped(("a.csv", terc().encode()))[:-30])
@example(zipped(("a.csv", terc().encode()))[:60] + b"\xff" * 60 + zipped(("a.csv", terc().encode()))[120:])
def test_junk_ends_as_a_problem_and_never_as_an_exception(content: bytes) -> None:
    assert parse(content).problems


@given(
    st.lists(st.lists(st.text(st.characters(codec="utf-8"), max_size=6), min_size=7, max_size=7), max_size=6)
)
def test_rows_of_junk_give_rows_or_problems_and_every_row_has_a_known_code(cells: list[list[str]]) -> None:
    reading = parse("\n".join([HEADER, *(";".join(row) for row in cells)]).encode())
    for row in reading.rows:
        assert len(row.code) in {2, 4, 7}
        assert row.name.strip() == row.name != ""


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the shared official file is not beside the project")
def test_the_whole_official_file_is_read_without_a_problem() -> None:
    reading = parse(SHARED.read_bytes())
    assert reading.problems == []
    assert Counter(len(row.code) for row in reading.rows) == {2: 16, 4: 380, 7: 2477}
    assert Counter(row.kind for row in reading.rows if len(row.code) == 7) == {
        Kind.URBAN: 302,
        Kind.RURAL: 1533,
        Kind.URBAN_RURAL: 642,
    }
    assert reading.row_count == len(reading.rows) + reading.part_count
