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
# A spreadsheet takes a text that begins so for a formula (OWASP, “CSV injection”). The wide forms count in East Asian
# programs. Texts that look guarded already are guarded once more, so that `unguarded` gives back every text exactly.
DANGEROUS = frozenset("=+-@\t\r\n＝＋－＠")
SUSPECT = DANGEROUS | {"'"}
GUARDED = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def csv_lines(table: Table, separator: Separator = ";") -> Iterator[str]:
    """The file in pieces of some hundred lines: byte order mark, header, rows; CRLF, days as ISO, local time.

    The semicolon is what Polish Excel expects, and with it (or a tab) a decimal comma. With a comma as separator the
    decimal sign is a point, which programs read. Memory does not grow with the number of rows. Costs about 1.5 times the
    bare `csv` module for texts and numbers.
    """
    file = io.StringIO()
    writer = csv.writer(file, delimiter=separator, lineterminator="\r\n")
    file.write("\ufeff")
    writer.writerow([guarded(str(column.label)) for column in table.columns])
    write = partial(_cells, cells=_writers(separator))
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


def _cells(row: Any, cells: dict[type, Callable[[Any], Any]]) -> list[Any]:
    return [cells.get(type(cell), _other)(cell) if type(cell) is not int else cell for cell in row]


def _writers(separator: str) -> dict[type, Callable[[Any], Any]]:
    words = {True: gettext("yes"), False: gettext("no")}
    zone = timezone.get_current_timezone()

    def number(cell: float | Decimal) -> str:
        return str(cell) if separator == "," else str(cell).replace(".", ",")

    def moment(cell: dt.datetime) -> str:
        return (cell.astimezone(zone) if cell.tzinfo else cell).strftime("%Y-%m-%d %H:%M")

    return {
        str: guarded, type(None): lambda _cell: "", bool: words.__getitem__, float: number,
        Decimal: lambda cell: number(f"{cell:f}" if cell.is_finite() else cell), dt.date: dt.date.isoformat,
        dt.datetime: moment,
    }  # fmt: skip


def _other(cell: Any) -> str:
    """Lazy translations, identifiers, members of enumerations: as a text."""
    return guarded(str(cell))
