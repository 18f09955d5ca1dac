"""CSV that Polish spreadsheet programs open by a double click and that cannot carry a formula."""

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from itertools import islice
from typing import Any, Literal, TextIO

from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext

from spoiwo.documents.table import Table

Separator = Literal[";", ",", "\t"]
BATCH = 500
AS_THEY_ARE = frozenset({int, dt.date, type(None)})  # the csv module writes them as we would
# A spreadsheet takes a text that begins so for a formula (OWASP, “CSV injection”). The wide forms count in East Asian
# programs. Texts that look guarded already are guarded once more, so that `unguarded` gives back every text exactly.
DANGEROUS = frozenset("=+-@\t\r\n＝＋－＠")
SUSPECT = DANGEROUS | {"'"}
GUARDED = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def csv_lines(table: Table, separator: Separator = ";") -> Iterator[str]:
    """The file in pieces of some hundred lines: byte order mark, header, rows; CRLF, days as ISO, local time.

    The semicolon is what Polish Excel expects, and with it (or a tab) a decimal comma. With a comma as separator the
    decimal sign is a point, which programs read. Memory does not grow with the number of rows. Costs about twice the
    bare `csv` module. The words for yes and no are of the language active at the call, not at the writing.
    """
    return _pieces(table, separator, partial(_cells, cells=_writers(separator)))


def write_csv(table: Table, file: TextIO, separator: Separator = ";") -> None:
    """Writes the whole table to a text file, which should be opened with `newline=""` as UTF-8."""
    file.writelines(csv_lines(table, separator))


def csv_response(table: Table, filename: str, separator: Separator = ";") -> StreamingHttpResponse:
    """A streamed download in UTF-8."""
    pieces = (piece.encode("utf-8", "replace") for piece in csv_lines(table, separator))
    disposition = content_disposition_header(as_attachment=True, filename=filename)
    return StreamingHttpResponse(
        pieces, content_type="text/csv; charset=utf-8", headers={"Content-Disposition": disposition}
    )


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula."""
    return "'" + text if text and text[0] in SUSPECT and GUARDED.match(text) else text


def unguarded(text: str) -> str:
    """What `guarded` was given: for importers that read our own files."""
    return text[1:] if text.startswith("'") and GUARDED.match(text) else text


def _pieces(table: Table, separator: str, write: Callable[[Any], list[Any]]) -> Iterator[str]:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=separator, lineterminator="\r\n")
    file.write("\ufeff")
    writer.writerow([guarded(str(column.label)) for column in table.columns])
    rows = iter(table.rows)
    while True:
        batch = list(islice(rows, BATCH))
        writer.writerows(map(write, batch))
        if piece := file.getvalue():
            yield piece
        if len(batch) < BATCH:
            return
        file.seek(0)
        file.truncate()


def _cells(row: Any, cells: dict[type, Callable[[Any], Any]]) -> list[Any]:
    # Texts are most of what is written, so they are looked at here and not in a function of their own.
    return [
        (guarded(cell) if cell[:1] in SUSPECT else cell)
        if (kind := type(cell)) is str
        else (cell if kind in AS_THEY_ARE else cells.get(kind, _other)(cell))
        for cell in row
    ]


def _writers(separator: str) -> dict[type, Callable[[Any], Any]]:
    yes_no = {True: gettext("yes"), False: gettext("no")}
    zone = timezone.get_current_timezone()

    def number(cell: float | Decimal) -> str:
        words = str(cell)
        if "E" in words and isinstance(cell, Decimal):
            words = f"{cell:f}"
        return words if separator == "," else words.replace(".", ",")

    def moment(cell: dt.datetime) -> str:
        return (cell.astimezone(zone) if cell.tzinfo else cell).isoformat(" ", "minutes")[:16]

    return {bool: yes_no.__getitem__, float: number, Decimal: number, dt.datetime: moment}


def _other(cell: Any) -> str:
    """Lazy translations, identifiers, members of enumerations: as a text."""
    return guarded(str(cell))
