"""CSV that Polish spreadsheet programs open by a double click and that cannot carry a formula."""

import csv
import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext

from spoiwo.documents.table import Table

# A spreadsheet takes a cell that begins so for a formula (OWASP, “CSV injection”).
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
BATCH = 500


class _Echo:
    """What csv.writer writes into when the line itself is wanted back."""

    def write(self, line: str) -> str:
        return line


def csv_lines(table: Table) -> Iterator[str]:
    """The file in pieces of some hundred lines: byte order mark, header, rows; semicolons, CRLF, days as ISO."""
    writer = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n")
    pieces = ["\ufeff", writer.writerow([column.label for column in table.columns])]
    yes, no = gettext("yes"), gettext("no")
    for row in table.rows:
        pieces.append(writer.writerow([cell if type(cell) is int else _cell(cell, yes, no) for cell in row]))
        if len(pieces) >= BATCH:
            yield "".join(pieces)
            pieces = []
    yield "".join(pieces)


def csv_response(table: Table, filename: str) -> StreamingHttpResponse:
    """A streamed download; memory does not grow with the number of rows."""
    response = StreamingHttpResponse(
        (piece.encode() for piece in csv_lines(table)), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


def _cell(cell: Any, yes: str, no: str) -> Any:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return "'" + cell if cell.startswith(DANGEROUS) else cell
    if isinstance(cell, bool):
        return yes if cell else no
    if isinstance(cell, dt.datetime):
        return (
            timezone.localtime(cell).strftime("%Y-%m-%d %H:%M")
            if timezone.is_aware(cell)
            else cell.isoformat(" ")
        )
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, int | float | Decimal):
        return str(cell).replace(".", ",")
    return _cell(str(cell), yes, no)
