"""Scores from a CSV file: one row for an entry, a juror and a criterion; comma or semicolon, decimal point or comma."""

import csv
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from io import StringIO

from spoiwo.judging.scores import BadScores, Score, Scores, gather

_NUMBER = re.compile(r"[+-]?[0-9]{1,9}([.,][0-9]{1,12})?")
_NEEDED = ("entry", "juror", "criterion", "score")
_WELCOME = ("category", "order")
_LONGEST = 400  # characters of a name; what is longer is a lost quotation mark rather than a name

Problems = list[tuple[int, str]]


def read_scores(content: bytes) -> Scores:
    """Read the columns ``entry, juror, criterion, score`` and, where there are such, ``category`` and ``order``.

    UTF-8 with or without a byte order mark, or Windows-1250 as Polish spreadsheets save it. An empty score is "cannot
    judge". Other columns are left alone. Raises BadScores with every problem, its line and its column. O(rows): ten
    thousand in some 40 ms.
    """
    text = _decode(content)
    problems: Problems = []
    rows: list[Score] = []
    lines: list[int] = []
    table = _table(text)
    header = _header(next(table, (1, []))[1])
    for line, row in table:
        if len(row) != len(header):
            problems.append((line, f"{len(row)} fields instead of {len(header)}"))
            continue
        try:
            rows.append(_score(dict(zip(header, row, strict=True))))
            lines.append(line)
        except ValueError as problem:
            problems.append((line, str(problem)))
    try:
        scores = gather(rows, lines)
    except BadScores as bad:
        raise BadScores(sorted(problems + (bad.problems if rows or not problems else []))) from None
    if problems:
        raise BadScores(problems)
    return scores


def _decode(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
    try:
        return content.decode("cp1250")
    except UnicodeDecodeError:
        raise BadScores([(line, "neither UTF-8 nor Windows-1250; save the file as CSV UTF-8")]) from None


def _table(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the line a row begins on and its fields, without blank rows."""
    first = next((line for line in StringIO(text, newline="") if line.strip()), "")
    delimiter = ";" if first.count(";") > first.count(",") else ","
    table = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True)
    start = 1
    try:
        for row in table:
            if any(field.strip() for field in row):
                yield start, row
            start = table.line_num + 1
    except csv.Error as problem:
        raise BadScores([(start, str(problem))]) from None


def _header(row: list[str]) -> list[str]:
    header = [_clean(title).lower() for title in row]
    missing = [title for title in _NEEDED if header.count(title) != 1]
    if missing:
        raise BadScores([(1, f"the header needs one column {' and one column '.join(missing)}")])
    for title in _WELCOME:
        if header.count(title) > 1:
            raise BadScores([(1, f"the header has the column {title} more than once")])
    return header


def _score(row: dict[str, str]) -> Score:
    entry, juror, criterion = (_name(title, row[title]) for title in _NEEDED[:3])
    category = _short("category", row.get("category", ""))
    return Score(
        entry,
        juror,
        criterion,
        _number("score", row["score"]),
        category,
        _number("order", row.get("order", "")),
    )


@lru_cache(maxsize=65536)
def _name(title: str, field: str) -> str:
    found = _short(title, field)
    if not found:
        raise ValueError(f"{title}: the name is missing")
    return found


@lru_cache(maxsize=65536)
def _short(title: str, field: str) -> str:
    found = _clean(field)
    if len(found) > _LONGEST:
        raise ValueError(f"{title}: {len(found)} characters, {_LONGEST} are allowed")
    if any(unicodedata.category(letter) == "Cc" for letter in found):
        raise ValueError(f"{title}: there is a control character in {found!r}")
    return found


@lru_cache(maxsize=65536)
def _number(title: str, field: str) -> float | None:
    found = field.strip()
    if not found:
        return None
    if not _NUMBER.fullmatch(found):
        raise ValueError(f"{title}: {found[:40]!r} is not a number")
    return float(found.replace(",", "."))


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()
