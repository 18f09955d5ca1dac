"""Reads the official file TERC of the statistics office: rows, or what is wrong and in which line; no Django."""

import csv
import datetime as dt
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from spoiwo.places.rules import COMMUNE_KINDS, Fault, Kind, Problem, code_above, kind_of

COLUMNS = ("WOJ", "POW", "GMI", "RODZ", "NAZWA", "STAN_NA")
PART_KINDS = frozenset(
    "4589"
)  # town and villages of an urban-rural commune, districts of Warsaw, city delegations
SIZE_LIMIT = 10_000_000  # the whole register has about 200 kB
NAME_LIMIT = 80
PROBLEM_LIMIT = 50


@dataclass(frozen=True, slots=True)
class Row:
    """One unit: its whole code (2, 4 or 7 digits), what it is, its name, and the line it stands in."""

    code: str
    kind: Kind
    name: str
    line: int


@dataclass(slots=True)
class Reading:
    """What a file holds. Rows may be used only where there are no problems; `part_count` counts kinds 4, 5, 8, 9."""

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    problem_count: int = 0
    state_on: dt.date | None = None
    row_count: int = 0
    part_count: int = 0

    def note(self, fault: Fault, line: int = 0, value: str = "") -> None:
        """Adds a problem; only the first fifty are kept, all are counted."""
        self.problem_count += 1
        if len(self.problems) < PROBLEM_LIMIT:
            self.problems.append(Problem(fault, line, value[:60]))


class _Unreadable(Exception):
    def __init__(self, fault: Fault, line: int = 0, value: str = "") -> None:
        super().__init__(fault)
        self.problem = Problem(fault, line, value[:60])


def parse(content: bytes) -> Reading:
    """Reads a TERC file: CSV with semicolons in UTF-8 (with or without BOM) or Windows-1250, or a ZIP with one.

    Never raises for bad content. Codes whose leading zeros a spreadsheet has eaten are mended. About 30 ms for the
    whole register.
    """
    reading = Reading()
    try:
        for line, cells in _records(_text(_unpacked(content))):
            _take(reading, line, cells)
    except _Unreadable as refusal:
        problem = refusal.problem
        reading.note(problem.fault, problem.line, problem.value)
        return reading
    if not reading.row_count:
        reading.note(Fault.EMPTY)
    _check_whole(reading)
    return reading


def _unpacked(content: bytes) -> bytes:
    if len(content) > SIZE_LIMIT:
        raise _Unreadable(Fault.TOO_LARGE)
    if not content.startswith(b"PK\x03\x04"):
        return content
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [entry for entry in archive.infolist() if entry.filename.lower().endswith(".csv")]
            if len(names) != 1:
                raise _Unreadable(Fault.NO_CSV_IN_ZIP)
            with archive.open(names[0]) as file:
                # The size an archive states is the sender's word, so the bytes themselves are counted.
                inside = file.read(SIZE_LIMIT + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, NotImplementedError):
        raise _Unreadable(Fault.BROKEN_ZIP) from None
    if len(inside) > SIZE_LIMIT:
        raise _Unreadable(Fault.TOO_LARGE)
    return inside


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1250"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        if text.lstrip().startswith("<"):
            raise _Unreadable(Fault.IS_XML)
        return text
    raise _Unreadable(Fault.NOT_TEXT)


def _records(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    try:
        header = [cell.strip().upper() for cell in next(reader, [])]
        if not any(header):
            raise _Unreadable(Fault.EMPTY)
        if missing := [column for column in COLUMNS if column not in header]:
            raise _Unreadable(Fault.COLUMN_MISSING, 1, ", ".join(missing))
        places = {column: header.index(column) for column in COLUMNS}
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) <= max(places.values()):
                raise _Unreadable(Fault.WRONG_LENGTH, reader.line_num, str(len(cells)))
            yield reader.line_num, {column: cells[place].strip() for column, place in places.items()}
    except csv.Error:
        raise _Unreadable(Fault.NOT_TEXT, reader.line_num) from None


def _take(reading: Reading, line: int, cells: dict[str, str]) -> None:
    reading.row_count += 1
    _take_day(reading, line, cells["STAN_NA"])
    if cells["RODZ"] in PART_KINDS and cells["RODZ"]:
        reading.part_count += 1
        return
    code = _code(cells)
    if code is None:
        reading.note(Fault.WRONG_CODE, line, ";".join(cells[column] for column in COLUMNS[:4]))
        return
    if len(code) == 7 and code[6] not in COMMUNE_KINDS:
        reading.note(Fault.UNKNOWN_KIND, line, cells["RODZ"])
        return
    name = " ".join(cells["NAZWA"].split())
    if not name:
        reading.note(Fault.EMPTY_NAME, line, code)
    elif len(name) > NAME_LIMIT:
        reading.note(Fault.LONG_NAME, line, name)
    else:
        # The register prints voivodeships in capitals; a name is written small, like the counties'.
        reading.rows.append(Row(code, kind_of(code), name.lower() if len(code) == 2 else name, line))


def _code(cells: dict[str, str]) -> str | None:
    parts = [cells[column] for column in COLUMNS[:4]]
    filled = [part for part in parts if part]
    # What is filled in comes first: a commune has all four, a county two, a voivodeship one.
    if len(filled) not in {1, 2, 4} or parts[: len(filled)] != filled:
        return None
    if not all(part.isascii() and part.isdigit() and len(part) <= 2 for part in filled):
        return None
    code = "".join(part.zfill(2) for part in filled[:3])
    if len(filled) == 4:
        if len(filled[3]) != 1:
            return None
        code += filled[3]
    return None if "00" in {code[:2], code[2:4], code[4:6]} else code


def _take_day(reading: Reading, line: int, text: str) -> None:
    day = _day(text)
    if day is None:
        reading.note(Fault.WRONG_DAY, line, text)
    elif reading.state_on is None:
        reading.state_on = day
    elif reading.state_on != day:
        reading.note(Fault.MIXED_DAYS, line, text)


def _day(text: str) -> dt.date | None:
    for pattern in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return dt.datetime.strptime(text, pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def _check_whole(reading: Reading) -> None:
    seen: set[str] = set()
    for row in reading.rows:
        if row.code in seen:
            reading.note(Fault.DUPLICATE, row.line, row.code)
        seen.add(row.code)
    for row in reading.rows:
        above = code_above(row.code)
        if above and above not in seen:
            reading.note(Fault.NO_UNIT_ABOVE, row.line, row.code)
