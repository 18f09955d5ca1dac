"""Reads a CSV file of indicators of counties: rows, or what is wrong and in which line; no Django."""

import csv
import io
import re
from collections.abc import Collection, Iterator
from decimal import Decimal

from spoiwo.practices.rules.data import Fault, Problem, Reading, Row

COLUMNS = ("code", "name", "unit", "source", "teryt", "year", "value")
SIZE_LIMIT = 10_000_000
LENGTHS = {"code": 40, "name": 200, "unit": 40, "source": 200}
# Groups of digits with any kind of space between them, a comma or a dot before the decimals.
_NUMBER = re.compile(r"-?\d{1,12}(?:[.,]\d{1,10})?")
_YEAR = re.compile(r"[0-9]{4}")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")


class _Unreadable(Exception):
    def __init__(self, fault: Fault, line: int = 0, value: str = "") -> None:
        super().__init__(fault)
        self.problem = Problem(fault, line, value)


def parse(content: bytes, counties: Collection[str]) -> Reading:
    """Reads CSV with semicolons, commas or tabs in UTF-8 (with or without BOM) or Windows-1250.

    The first line names the columns `COLUMNS` in any order. `counties` are the TERYT codes that exist or existed;
    a code may lack the zero a spreadsheet has eaten, or have the three zeros of the statistics office behind it. Rows
    of the country and of voivodeships are skipped. Never raises for bad content. Some 100 000 rows a second.
    """
    reading = Reading()
    known: dict[str, tuple[str, str, str]] = {}
    seen: set[tuple[str, str, int]] = set()
    try:
        for line, cells in _records(_text(content)):
            if row := _row(reading, line, cells, counties):
                _take(reading, line, row, known, seen)
    except _Unreadable as refusal:
        reading.note(refusal.problem.fault, refusal.problem.line, refusal.problem.value)
        return reading
    if not reading.rows and not reading.problems:
        reading.note(Fault.EMPTY)
    return reading


def _text(content: bytes) -> str:
    if len(content) > SIZE_LIMIT:
        raise _Unreadable(Fault.TOO_LARGE)
    for encoding in ("utf-8-sig", "cp1250"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise _Unreadable(Fault.NOT_TEXT)


def _records(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    first = text.lstrip("\r\n").partition("\n")[0]
    if not first.strip():
        raise _Unreadable(Fault.EMPTY)
    separator = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        header = [cell.strip().casefold() for cell in next((row for row in reader if any(row)), [])]
        if missing := [column for column in COLUMNS if column not in header]:
            raise _Unreadable(Fault.COLUMN_MISSING, 1, ", ".join(missing))
        places = {column: header.index(column) for column in COLUMNS}
        for cells in reader:
            if any(cell.strip() for cell in cells):
                padded = cells + [""] * len(header)
                yield reader.line_num, {name: " ".join(padded[at].split()) for name, at in places.items()}
    except csv.Error:
        raise _Unreadable(Fault.NOT_TEXT, reader.line_num) from None


def _row(reading: Reading, line: int, cells: dict[str, str], counties: Collection[str]) -> Row | None:
    """The row of a county; what is wrong with it is noted."""
    county = _county(cells["teryt"], counties)
    if county == "":
        reading.skipped_count += 1
        return None
    before = reading.problem_count
    _check_words(reading, line, cells)
    if county is None:
        reading.note(Fault.WRONG_COUNTY, line, cells["teryt"])
    year, value = cells["year"], _SPACES.sub("", cells["value"])
    if not (_YEAR.fullmatch(year) and 1990 <= int(year) <= 2100):
        reading.note(Fault.WRONG_YEAR, line, year)
    if not _NUMBER.fullmatch(value) or not value.isascii():
        reading.note(Fault.WRONG_VALUE, line, cells["value"])
    if county is None or reading.problem_count > before:
        return None
    number = Decimal(value.replace(",", ".")).quantize(Decimal("0.0001"))
    return Row(cells["code"], cells["name"], cells["unit"], cells["source"], county, int(year), number)


def _check_words(reading: Reading, line: int, cells: dict[str, str]) -> None:
    if not cells["code"] or len(cells["code"]) > LENGTHS["code"]:
        reading.note(Fault.NO_CODE, line)
    if not cells["name"] or len(cells["name"]) > LENGTHS["name"]:
        reading.note(Fault.NO_NAME, line)
    for name in ("unit", "source"):
        if len(cells[name]) > LENGTHS[name]:
            reading.note(Fault.TOO_LONG, line, cells[name])


def _county(text: str, counties: Collection[str]) -> str | None:
    """The code of a county, an empty text for what lies above counties, None for what is no code."""
    if not (text.isascii() and text.isdigit()) or len(text) > 7:
        return None
    code = text.zfill(7)[:4] if len(text) > 4 and text.endswith("000") else text.zfill(4)
    if len(text) in (1, 2) or code.endswith("00"):
        return ""
    return code if code in counties else None


def _take(
    reading: Reading,
    line: int,
    row: Row,
    known: dict[str, tuple[str, str, str]],
    seen: set[tuple[str, str, int]],
) -> None:
    words = (row.name, row.unit, row.source)
    key = (row.code, row.county, row.year)
    if known.setdefault(row.code, words) != words:
        reading.note(Fault.DIFFERENT, line, row.code)
    elif key in seen:
        reading.note(Fault.REPEATED, line, f"{row.code}, {row.county}, {row.year}")
    else:
        seen.add(key)
        reading.rows.append(row)
