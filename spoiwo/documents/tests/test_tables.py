"""CSV and XLSX: nothing is a formula, days are days, long tables stream."""

import csv
import datetime as dt
import io
import itertools
import tracemalloc
from decimal import Decimal
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from django.test import RequestFactory
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.documents import xlsxfile
from spoiwo.documents.csvfile import Separator, csv_lines, csv_response, guarded, unguarded, write_csv
from spoiwo.documents.table import Column, Table
from spoiwo.documents.web import table_response, wanted_separator
from spoiwo.documents.xlsxfile import xlsx_bytes, xlsx_response

COLUMNS = [
    Column("name", "Nazwa"),
    Column("day", "Dzień", kind="date"),
    Column("n", "Liczba", kind="integer"),
]
MADE_AT = dt.datetime(2024, 9, 18, 12, tzinfo=dt.UTC)


def table(*rows: list, columns: int = 1) -> Table:
    return Table("t", [Column(str(n), str(n)) for n in range(columns)], rows)


def written(made: Table, separator: Separator = ";") -> list[list[str]]:
    text = "".join(csv_lines(made, separator))
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=separator))


def sheets(made: Table) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes(made)))


def test_a_cell_that_begins_like_a_formula_is_disarmed_and_a_negative_number_is_not() -> None:
    rows = [["=1+1", dt.date(2024, 9, 18), -5], ["@SUM(A1)", None, 0], ["+48 22", None, None]]
    assert written(Table("t", COLUMNS, rows))[1:] == [
        ["'=1+1", "2024-09-18", "-5"],
        ["'@SUM(A1)", "", "0"],
        ["'+48 22", "", ""],
    ]


def test_a_head_and_a_lazy_text_are_disarmed_too() -> None:
    rows = [[gettext_lazy("=A1")]]
    assert written(Table("t", [Column("x", "-x")], rows)) == [["'-x"], ["'=A1"]]


def test_numbers_have_a_comma_for_spreadsheets_and_a_point_for_programs() -> None:
    rows = [[Decimal("12.50")], [0.25], [Decimal("-1E+3")], [Decimal("NaN")]]
    assert written(table(*rows))[1:] == [["12,50"], ["0,25"], ["-1000"], ["NaN"]]
    assert written(table(*rows), ",")[1:] == [["12.50"], ["0.25"], ["-1000"], ["NaN"]]


def test_a_moment_is_written_in_the_local_time_and_truth_in_words() -> None:
    moment = dt.datetime(2024, 9, 18, 22, 30, tzinfo=dt.UTC)
    with timezone.override(ZoneInfo("Europe/Warsaw")), translation.override("en"):
        assert written(table([moment, True], columns=2))[1] == ["2024-09-19 00:30", "yes"]


def test_lines_end_as_windows_programs_end_them() -> None:
    file = io.StringIO(newline="")
    write_csv(table(["ą"]), file)
    assert file.getvalue() == "\ufeff0\r\ną\r\n"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=4))
def test_any_text_comes_back_exactly_and_none_begins_a_formula(cells: list[str]) -> None:
    (row,) = written(table(cells, columns=len(cells)))[1:]
    assert [unguarded(cell) for cell in row] == cells
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@pytest.mark.parametrize("text", ["'", "''", "O'Brien", "'cytat", "", "a=1"])
def test_a_harmless_text_is_left_as_it_is(text: str) -> None:
    assert guarded(text) == text == unguarded(text)


@pytest.mark.parametrize("text", ["'=1", "''-x", "'+48", "＝1", "'@"])
def test_a_text_that_looks_disarmed_already_comes_back_exactly_too(text: str) -> None:
    assert guarded(text) == "'" + text
    assert unguarded(guarded(text)) == text


def test_a_long_table_is_streamed_in_pieces() -> None:
    taken = itertools.count()
    rows = ([str(next(taken)), None, 1] for _ in range(100_000))
    pieces = csv_lines(Table("t", COLUMNS, rows))
    next(pieces)
    assert next(taken) < 2000


def test_a_hundred_thousand_rows_need_no_more_memory_than_a_few() -> None:
    rows = ([f"Gmina Łąck {n}", None, n] for n in range(100_000))
    tracemalloc.start()
    length = sum(len(piece) for piece in csv_lines(Table("t", COLUMNS, rows)))
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert length > 2_000_000
    assert peak < 1_000_000


def test_a_download_has_a_name_and_a_byte_order_mark() -> None:
    response = csv_response(table(["ż"]), "wykaz-żółty.csv")
    assert b"".join(response).startswith(b"\xef\xbb\xbf")  # type: ignore[arg-type]
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''wykaz-")
    assert "charset=utf-8" in response["Content-Type"]


@pytest.mark.parametrize(
    ("query", "separator"),
    [("", ";"), ("separator=comma", ","), ("separator=tab", "\t"), ("separator=x", ";")],
)
def test_the_separator_may_be_asked_for_in_the_address(query: str, separator: str) -> None:
    assert wanted_separator(RequestFactory().get("/?" + query)) == separator


@pytest.mark.django_db
def test_a_table_is_named_after_its_title() -> None:
    response = table_response(Table("Wykaz: Łąck", COLUMNS, []), "xlsx")
    response.file_to_stream.close()  # type: ignore[attr-defined]
    assert 'filename="wykaz-lack.xlsx"' in response["Content-Disposition"]


def test_xlsx_holds_days_as_days_and_formulas_as_text() -> None:
    sheet = sheets(Table("Strony [2024]", COLUMNS, [["=HYPERLINK(1)", dt.date(2024, 9, 18), 7]])).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]] == ["=HYPERLINK(1)", dt.datetime(2024, 9, 18), 7]  # noqa: DTZ001
    assert sheet["A2"].data_type == "s"
    assert sheet["B2"].is_date
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold
    assert sheet.auto_filter.ref == "A1:C2"
    assert sheet.title == "Strony  2024"


def test_xlsx_never_makes_a_link_and_never_rounds_an_account_number() -> None:
    account = 61109010140000071219812874
    sheet = sheets(
        table(["https://example.org"], [account], ["+48"], [Decimal("0.10")], [float("nan")])
    ).active
    assert sheet is not None
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [
        "https://example.org", str(account), "+48", 0.1, "nan",
    ]  # fmt: skip
    assert sheet["A2"].hyperlink is None


def test_xlsx_takes_days_before_its_calendar_and_control_characters() -> None:
    sheet = sheets(table([dt.date(1898, 1, 2)], ["a\x00b\x1fc"], ["x" * 40_000])).active
    assert sheet is not None
    assert [sheet["A2"].value, sheet["A3"].value, len(sheet["A4"].value)] == ["1898-01-02", "abc", 32_767]


def test_rows_that_do_not_fit_a_sheet_go_on_to_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsxfile, "MOST_ROWS", 2)
    book = sheets(Table("Wykaz", COLUMNS[:1], [["a"], ["b"], ["c"]]))
    assert book.sheetnames == ["Wykaz", "Wykaz 2"]
    assert book["Wykaz 2"]["A2"].value == "c"


@pytest.mark.parametrize("title", ["", "'", "History", "[]:*?/\\", "ż" * 60, "a\x00b"])
def test_any_title_makes_a_sheet(title: str) -> None:
    assert len(sheets(Table(title, COLUMNS, [])).sheetnames[0]) in range(1, 32)


def test_the_same_rows_make_the_same_workbook() -> None:
    assert xlsx_bytes(table(["a"]), MADE_AT) == xlsx_bytes(table(["a"]), MADE_AT)


def test_an_xlsx_download_is_complete() -> None:
    response = xlsx_response(table(["a"]), "a.xlsx")
    assert openpyxl.load_workbook(io.BytesIO(response.getvalue())).active["A2"].value == "a"  # type: ignore[index]
    response.file_to_stream.close()
