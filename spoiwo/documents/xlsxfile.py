"""XLSX with real days and numbers, a frozen bold head and a filter; no cell can be a formula or a link."""

import datetime as dt
import io
import re
import tempfile
from typing import Any

from django.http import FileResponse
from django.utils import timezone
from django.utils.translation import gettext

from spoiwo.documents.table import Table

WIDTHS = {"text": 32, "integer": 12, "decimal": 14, "date": 13, "datetime": 18, "boolean": 12}
LONGEST = 32_767  # the most characters a cell may hold


def write_xlsx(table: Table, file: Any) -> None:
    """Writes row by row to disk, so memory does not grow with the number of rows."""
    import xlsxwriter

    book = xlsxwriter.Workbook(
        file,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_date_format": "yyyy-mm-dd",
        },
    )
    sheet = book.add_worksheet(_sheet_name(table.title))
    head = book.add_format({"bold": True, "bottom": 1})
    formats = {
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "datetime": book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
    }
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, WIDTHS[column.kind])
        sheet.write_string(0, number, str(column.label), head)
    sheet.freeze_panes(1, 0)
    last, yes, no = 0, gettext("yes"), gettext("no")
    for last, row in enumerate(table.rows, 1):
        for number, cell in enumerate(row):
            _write(sheet, last, number, cell, formats, (yes, no))
    sheet.autofilter(0, 0, last, max(0, len(table.columns) - 1))
    book.set_properties({"title": table.title})
    book.close()


def xlsx_response(table: Table, filename: str) -> FileResponse:
    """A download; the file is built on disk and goes away with the response."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    write_xlsx(table, file)
    file.seek(0)
    return FileResponse(
        file,
        as_attachment=True,
        filename=filename,
        content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    )


def xlsx_bytes(table: Table) -> bytes:
    """The file as bytes, for an attachment."""
    buffer = io.BytesIO()
    write_xlsx(table, buffer)
    return buffer.getvalue()


def _write(
    sheet: Any, row: int, column: int, cell: Any, formats: dict[str, Any], words: tuple[str, str]
) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, bool):
        sheet.write_string(row, column, words[0] if cell else words[1])
    elif isinstance(cell, dt.datetime):
        local = timezone.localtime(cell).replace(tzinfo=None) if timezone.is_aware(cell) else cell
        sheet.write_datetime(row, column, local, formats["datetime"])
    elif isinstance(cell, dt.date):
        sheet.write_datetime(row, column, dt.datetime(cell.year, cell.month, cell.day), formats["date"])  # noqa: DTZ001
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell[:LONGEST])
    else:
        sheet.write_number(row, column, cell)


def _sheet_name(title: str) -> str:
    return re.sub(r"[\[\]:*?/\\']", " ", title).strip()[:31] or "Spoiwo"
