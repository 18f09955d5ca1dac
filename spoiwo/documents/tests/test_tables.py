"""CSV and XLSX: nothing is a formula, days are days, long tables stream."""

import csv
import datetime as dt
import io
import itertools
from decimal import Decimal

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.documents.csvfile import csv_lines
from spoiwo.documents.table import Column, Table
from spoiwo.documents.xlsxfile import xlsx_bytes

COLUMNS = [
    Column("name", "Nazwa"),
    Column("day", "Dzień", kind="date"),
    Column("n", "Liczba", kind="integer"),
]


def written(table: Table) -> list[list[str]]:
    text = "".join(csv_lines(table))
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


def test_a_cell_that_begins_like_a_formula_is_disarmed_and_a_negative_number_is_not() -> None:
    rows = [["=1+1", dt.date(2024, 9, 18), -5], ["@SUM(A1)", None, 0], ["+48 22", None, None]]
    assert written(Table("t", COLUMNS, rows))[1:] == [
        ["'=1+1", "2024-09-18", "-5"],
        ["'@SUM(A1)", "", "0"],
        ["'+48 22", "", ""],
    ]


def test_numbers_are_written_with_a_comma_as_polish_spreadsheets_read_them() -> None:
    assert written(Table("t", [Column("n", "n", kind="decimal")], [[Decimal("12.50")], [0.25]]))[1:] == [
        ["12,50"],
        ["0,25"],
    ]


@given(
    st.lists(
        st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00")),
        min_size=1,
        max_size=4,
    )
)
def test_any_text_comes_back_as_it_was_but_for_the_disarming_apostrophe(cells: list[str]) -> None:
    (row,) = written(Table("t", [Column(str(n), str(n)) for n in range(len(cells))], [cells]))[1:] or [cells]
    assert [cell.removeprefix("'") for cell in row] == [cell.removeprefix("'") for cell in cells]


def test_a_long_table_is_streamed_in_pieces() -> None:
    taken = itertools.count()
    rows = ([str(next(taken)), None, 1] for _ in range(100_000))
    pieces = csv_lines(Table("t", COLUMNS, rows))
    next(pieces)
    assert next(taken) < 2000


def test_xlsx_holds_days_as_days_and_formulas_as_text() -> None:
    content = xlsx_bytes(Table("Strony [2024]", COLUMNS, [["=HYPERLINK(1)", dt.date(2024, 9, 18), 7]]))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]] == ["=HYPERLINK(1)", dt.datetime(2024, 9, 18), 7]
    assert sheet["A2"].data_type == "s"
    assert sheet.freeze_panes == "A2"
    assert sheet.title == "Strony  2024"
