"""XLSX with real days and numbers, a frozen bold head and a filter; no cell can be a formula or a link."""

import datetime as dt
import io
import math
import re
import tempfile
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.http import FileResponse
from django.utils import timezone
from django.utils.translation import gettext

from spoiwo.documents.table import Table

WIDTHS = {"text": 32, "integer": 12, "decimal": 14, "date": 13, "datetime": 18, "boolean": 12}
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST = 32_767  # the most characters a cell may hold
MOST_ROWS = 1_048_575  # a sheet may hold, below its head; what does not fit goes on to a further sheet
EXACT = (
    10**15
)  # from here a spreadsheet rounds whole numbers, so account numbers and the like are written as text
FIRST_YEAR = 1900  # the calendar of spreadsheets begins here; older days are written as ISO text
Writer = Callable[[Any, int, int, Any], Any]
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_xlsx(table: Table, file: Any, made_at: dt.datetime | None = None) -> None:
    """Writes row by row to disk, so memory does not grow with the number of rows; about 6 s for 100 000 rows of ten.

    The same rows with the same `made_at` (by default now) give the same bytes.
    """
    import xlsxwriter

    book = xlsxwriter.Workbook(file, {"constant_memory": True})
    moment = (made_at or timezone.now()).astimezone(dt.UTC).replace(tzinfo=None)
    book.set_properties({"title": table.title, "author": "Spoiwo", "created": moment})
    writers = _writers(book)
    sheet, number, last = _sheet(book, table, 1), 1, 0
    for row in table.rows:
        if last == MOST_ROWS:
            _close(sheet, table, last)
            number, last = number + 1, 0
            sheet = _sheet(book, table, number)
        last += 1
        for column, cell in enumerate(row):
            writers.get(type(cell), writers[object])(sheet, last, column, cell)
    _close(sheet, table, last)
    book.close()


def xlsx_response(table: Table, filename: str) -> FileResponse:
    """A download; the file is built on disk and goes away with the response."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    write_xlsx(table, file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=filename, content_type=CONTENT_TYPE)


def xlsx_bytes(table: Table, made_at: dt.datetime | None = None) -> bytes:
    """The file as bytes, for an attachment."""
    buffer = io.BytesIO()
    write_xlsx(table, buffer, made_at)
    return buffer.getvalue()


def _sheet(book: Any, table: Table, number: int) -> Any:
    sheet = book.add_worksheet(_sheet_name(table.title, number))
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#e3efea", "valign": "top"})
    for place, column in enumerate(table.columns):
        label = str(column.label)
        sheet.set_column(place, place, column.width or max(WIDTHS[column.kind], min(len(label) + 4, 40)))
        sheet.write_string(0, place, label, head)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    return sheet


def _close(sheet: Any, table: Table, last: int) -> None:
    sheet.autofilter(0, 0, last, max(0, len(table.columns) - 1))


def _writers(book: Any) -> dict[type, Writer]:
    day_format = book.add_format({"num_format": "yyyy-mm-dd"})
    moment_format = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    words = {True: gettext("yes"), False: gettext("no")}
    zone = timezone.get_current_timezone()

    def day(sheet: Any, row: int, column: int, cell: dt.date) -> None:
        if cell.year < FIRST_YEAR:
            _text(sheet, row, column, cell.isoformat())
        else:
            sheet.write_datetime(row, column, cell, day_format)

    def moment(sheet: Any, row: int, column: int, cell: dt.datetime) -> None:
        cell = cell.astimezone(zone).replace(tzinfo=None) if cell.tzinfo else cell
        if cell.year < FIRST_YEAR:
            _text(sheet, row, column, cell.isoformat(" ", "minutes"))
        else:
            sheet.write_datetime(row, column, cell, moment_format)

    def truth(sheet: Any, row: int, column: int, cell: bool) -> None:
        sheet.write_string(row, column, words[cell])

    return {
        object: _text, str: _text, int: _number, float: _number, Decimal: _number, bool: truth,
        dt.date: day, dt.datetime: moment, type(None): lambda _sheet, _row, _column, _cell: None,
    }  # fmt: skip


def _text(sheet: Any, row: int, column: int, cell: Any) -> None:
    # write_string, and not write: the latter would make formulas, links and numbers of texts that look like them.
    if words := CONTROL.sub("", str(cell))[:LONGEST]:
        sheet.write_string(row, column, words)


def _number(sheet: Any, row: int, column: int, cell: int | float | Decimal) -> None:
    if abs(cell) < EXACT if isinstance(cell, int) else math.isfinite(cell):
        sheet.write_number(row, column, cell)
    else:
        _text(sheet, row, column, cell)


def _sheet_name(title: str, number: int) -> str:
    """A name a spreadsheet allows: at most 31 characters, none of []:*?/\\, no apostrophe at the ends, not “History”."""
    name = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", title).strip(" '")
    end = f" {number}" if number > 1 else ""
    name = name[: 31 - len(end)].strip(" '") or "Spoiwo"
    return ("Spoiwo" if name.lower() == "history" else name) + end
