"""Scores from a CSV file: one row for an entry, a juror and a criterion; comma or semicolon, decimal point or comma."""

import re
import unicodedata
from functools import lru_cache

from spoiwo.judging.scores import BadScores, Score, Scores, gather
from spoiwo.judging.sheets import BadFile, clean, read_rows

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
    try:
        return _read(content)
    except BadFile as bad:
        raise BadScores(bad.problems) from None


def _read(content: bytes) -> Scores:
    problems: Problems = []
    rows: list[Score] = []
    lines: list[int] = []
    table = read_rows(content)
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


def _header(row: list[str]) -> list[str]:
    header = [clean(title).lower() for title in row]
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
    found = clean(field)
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
