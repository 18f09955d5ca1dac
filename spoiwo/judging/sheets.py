"""CSV files of a jury as they come from spreadsheets: cells with their line, and complaints that name line and column."""

import csv
import unicodedata
from collections.abc import Iterator, Sequence
from io import StringIO

SHOWN = 20  # complaints printed; a wrong column would otherwise fill the screen
LONGEST = 200  # characters of one cell


class BadFile(ValueError):
    """A file that cannot be used: ``problems`` holds a line number (0 for the whole file) and the reason each."""

    def __init__(self, problems: Sequence[tuple[int, str]], file: str = "") -> None:
        self.problems = sorted(problems)
        self.file = file
        before = f"{file}: " if file else ""
        shown = [before + (f"line {line}: {why}" if line else why) for line, why in self.problems[:SHOWN]]
        if len(problems) > SHOWN:
            shown.append(f"… and {len(problems) - SHOWN} more")
        super().__init__("\n".join(shown))


def records(
    content: bytes, needed: Sequence[str], optional: Sequence[str], problems: list[tuple[int, str]]
) -> Iterator[tuple[int, list[str]]]:
    """Yield line and clean cells (the needed columns, then the optional ones, empty where the file has none) of every row.

    Encoding and separators as in ``read_rows``; other columns are ignored. Rows with a wrong width, an empty needed cell, a control character or a cell of more than 200 characters go to
    ``problems``; what spoils the whole file raises BadFile.
    """
    rows = read_rows(content)
    header = [clean(title).lower() for title in next(rows, (1, []))[1]]
    missing = [title for title in needed if title not in header]
    twice = [title for title in (*needed, *optional) if header.count(title) > 1]
    if missing or twice:
        why = f"the header lacks the column {missing[0]}" if missing else f"two columns are called {twice[0]}"
        raise BadFile([(1, why)])
    places = [(title, header.index(title) if title in header else -1) for title in (*needed, *optional)]
    for line, row in rows:
        if len(row) != len(header):
            problems.append((line, f"{len(row)} cells instead of {len(header)}"))
            continue
        cells = [(title, clean(row[place]) if place >= 0 else "") for title, place in places]
        wrong = [f"column {title}: {why}" for title, cell in cells if (why := _wrong(cell, title in needed))]
        if wrong:
            problems.append((line, "; ".join(wrong)))
        else:
            yield line, [cell for _, cell in cells]


def read_rows(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield the line a row begins on and its cells, without blank rows, from UTF-8 or, as Polish spreadsheets save it, Windows-1250.

    Comma or semicolon, whichever the first row has more of. Raises BadFile for another encoding or lost quotation marks.
    """
    text = _decoded(content)
    first = next((line for line in StringIO(text, newline="") if line.strip()), "")
    delimiter = ";" if first.count(";") > first.count(",") else ","
    table = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True)
    start = 1
    try:
        for row in table:
            if any(cell.strip() for cell in row):
                yield start, row
            start = table.line_num + 1
    except csv.Error as problem:
        raise BadFile([(start, str(problem))]) from None


def clean(cell: str) -> str:
    """Return the cell without blanks around it, each letter in its one form (NFC)."""
    return unicodedata.normalize("NFC", cell).strip()


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
    try:
        return content.decode("cp1250")
    except UnicodeDecodeError:
        raise BadFile([(line, "neither UTF-8 nor Windows-1250; save the file as CSV UTF-8")]) from None


def _wrong(cell: str, is_needed: bool) -> str:
    if len(cell) > LONGEST:
        return f"{len(cell)} characters, at most {LONGEST} are meant"
    if not cell.isprintable():
        return "a control character"
    return "" if cell or not is_needed else "empty"
