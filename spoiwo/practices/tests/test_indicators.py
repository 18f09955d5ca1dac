"""Files of indicators: read as offices save them, told what is wrong, nothing written before somebody confirms."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.practices.importers.indicators import parse
from spoiwo.practices.models import Indicator, Measurement, PendingData
from spoiwo.practices.rules.data import Fault
from tests.cast import Cast
from tests.make import make_unit
from tests.make_practices import make_practice

HEAD = "code;name;unit;source;teryt;year;value\n"
COUNTIES = {"0201", "1419", "1007"}
ROW = "bezrobocie;Stopa bezrobocia;%;GUS;1419;2029;"
pytestmark = pytest.mark.django_db


def read(text: str, encoding: str = "utf-8"):
    return parse(text.encode(encoding), COUNTIES)


def send(cast: Cast, text: str) -> HttpResponse:
    file = SimpleUploadedFile("dane.csv", text.encode())
    return cast.adam.client.post(reverse("practices:indicators"), {"file": file})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250"])
def test_polish_letters_are_read_in_every_encoding_offices_use(encoding: str) -> None:
    reading = read(HEAD + "ludność;Ludność;osoby;GUS – BDL;1419;2029;110 252\n", encoding)
    assert not reading.problems
    assert (reading.rows[0].name, reading.rows[0].value) == ("Ludność", Decimal(110252))


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("1 234,56", "1234.56"),
        ("1\u00a0234", "1234"),
        ("-3", "-3"),
        ("0", "0"),
    ],
)
def test_values_are_read_as_offices_write_them(typed: str, value: str) -> None:
    assert read(HEAD + ROW + typed).rows[0].value == Decimal(value)


@pytest.mark.parametrize("typed", ["", "-", "x", "1,234,5", "NaN", "1e9", "٣", "9" * 13])
def test_what_is_no_number_is_told_with_its_line(typed: str) -> None:
    reading = read(HEAD + ROW + "1\n" + ROW.replace("2029", "2028") + typed)
    assert [(one.fault, one.line) for one in reading.problems] == [(Fault.WRONG_VALUE, 3)]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_columns_may_be_parted_and_ordered_otherwise(separator: str) -> None:
    lines = [
        ["value", "year", "teryt", "code", "name", "unit", "source"],
        ['"3,5"', "2029", "201", "b", "Stopa", "", ""],
    ]
    reading = read("\n".join(separator.join(line) for line in lines))
    assert [(row.county, row.value) for row in reading.rows] == [("0201", Decimal("3.5"))]


@pytest.mark.parametrize("code", ["201", "0201", "0201000", "201000"])
def test_a_county_keeps_its_zero_whatever_the_spreadsheet_did(code: str) -> None:
    assert read(HEAD + f"b;Stopa;;;{code};2029;1").rows[0].county == "0201"


@pytest.mark.parametrize("code", ["0000000", "0200000", "02", "1400"])
def test_the_country_and_voivodeships_are_left_out_and_counted(code: str) -> None:
    reading = read(HEAD + f"b;Stopa;;;{code};2029;1\n" + ROW + "1")
    assert (reading.skipped_count, len(reading.rows), reading.problems) == (1, 1, [])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault.EMPTY),
        ("\n\n", Fault.EMPTY),
        (HEAD, Fault.EMPTY),
        ("code;name\na;b", Fault.COLUMN_MISSING),
        ("a\0b", Fault.NOT_TEXT),
        (HEAD + "b;Stopa;;;9999;2029;1", Fault.WRONG_COUNTY),
        (HEAD + "b;Stopa;;;1419;1889;1", Fault.WRONG_YEAR),
        (HEAD + ";Stopa;;;1419;2029;1", Fault.NO_CODE),
        (HEAD + "b;;;;1419;2029;1", Fault.NO_NAME),
        (HEAD + ROW + "1\n" + ROW + "2", Fault.REPEATED),
        (HEAD + ROW + "1\n" + ROW.replace("GUS", "BDL").replace("1419", "0201") + "2", Fault.DIFFERENT),
        (HEAD + "b;Stopa", Fault.WRONG_COUNTY),
    ],
)
def test_every_fault_has_its_name(text: str, fault: Fault) -> None:
    assert fault in [one.fault for one in read(text).problems]


@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda text: (HEAD + text).encode()))
def test_no_content_whatever_makes_it_fail(content: bytes) -> None:
    reading = parse(content, COUNTIES)
    assert reading.problems or reading.rows or reading.skipped_count


def test_nothing_is_written_before_it_is_confirmed_and_nothing_twice(cast: Cast) -> None:
    make_unit("1419", "płocki")
    text = HEAD + ROW + "7,5\n" + ROW.replace("2029", "2028") + "8"
    first, again = send(cast, text), send(cast, text)
    assert first["Location"] == again["Location"]
    assert not Indicator.objects.exists()
    page = cast.adam.client.get(first["Location"]).content.decode()
    assert "Stopa bezrobocia" in page and "2028–2029" in page
    for _time in range(2):
        cast.adam.client.post(first["Location"], {"verdict": "confirm"})
    assert sorted(Measurement.objects.values_list("year", "value")) == [
        (2028, Decimal(8)),
        (2029, Decimal("7.5")),
    ]
    assert not PendingData.objects.exists()


def test_a_newer_file_writes_over_an_older_one_and_says_what_changes(cast: Cast) -> None:
    make_unit("1419", "płocki")
    cast.adam.client.post(send(cast, HEAD + ROW + "7,5")["Location"], {"verdict": "confirm"})
    newer = send(cast, HEAD + ROW.replace("Stopa bezrobocia", "Stopa bezrobocia rejestrowanego") + "7,1")[
        "Location"
    ]
    assert ">1<" in cast.adam.client.get(newer).content.decode()
    cast.adam.client.post(newer, {"verdict": "confirm"})
    assert Measurement.objects.get().value == Decimal("7.1")
    assert Indicator.objects.get().name == "Stopa bezrobocia rejestrowanego"


def test_a_file_with_faults_is_refused_with_its_lines_and_one_put_aside_writes_nothing(cast: Cast) -> None:
    make_unit("1419", "płocki")
    refused = send(cast, HEAD + ROW + "siedem")
    assert refused.status_code == 422
    assert "siedem" in refused.content.decode()
    waiting = send(cast, HEAD + ROW + "7")["Location"]
    cast.adam.client.post(waiting, {"verdict": "drop"})
    assert cast.adam.client.get(waiting).status_code == 302
    assert not (PendingData.objects.exists() or Measurement.objects.exists())


def test_two_counties_are_set_side_by_side_with_a_careful_word(cast: Cast) -> None:
    make_unit("14", "MAZOWIECKIE")
    there, here = make_unit("1419", "płocki"), make_unit("1408", "legionowski")
    practice = make_practice(cast.ours, place=there)
    for code, values in {"b": (8, 4), "l": (100, 103)}.items():
        one = Indicator.objects.create(code=code, name=f"Wskaźnik {code}")
        for unit, value in zip((there, here), values, strict=True):
            one.measurements.create(county_code=unit.code, year=2029, value=value)
    one.measurements.create(county_code=here.code, year=2030, value=900)
    address = reverse("practices:comparison", args=[practice.pk])
    page = cast.nobody.client.get(address, {"county": "1408"}).content.decode()
    assert "about half as high" in page and "about the same" in page and "no forecast" in page
    assert "900" not in page
    assert "They differ most in “Wskaźnik b”" in page
    assert cast.nobody.client.get(address, {"county": "9999"}).status_code == 422
    assert cast.nobody.client.get(address).status_code == 200
    assert cast.nobody.client.get(address, {"county": "1419"}).status_code == 200


def test_a_practice_of_a_whole_voivodeship_has_no_county(cast: Cast) -> None:
    practice = make_practice(cast.ours, place=make_unit("14", "MAZOWIECKIE"))
    page = cast.nobody.client.get(reverse("practices:comparison", args=[practice.pk]))
    assert "has no county" in page.content.decode()
