"""Ballots and costs from CSV files: one row for a voter and an option, comma or semicolon, UTF-8."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from operator import itemgetter

from spoiwo.tally.ballots import Ballot, Choices, Number
from spoiwo.tally.fields import (
    BadFile,
    Known,
    answer,
    clean,
    decode,
    name,
    not_negative,
    number,
    reader,
    rows,
)

Reader = Callable[[str], Number | None]
READERS: dict[str, Reader] = {
    "points": not_negative,
    "score": number,
    "rank": not_negative,
    "approve": answer,
    "cost": not_negative,
}


def read_ballots(content: bytes, column: str) -> list[Ballot]:
    """Read the ballots from the columns ``voter``, ``option`` and the one named (points, score, rank, approve).

    Rows of a voter may stand anywhere; ballots come in the order of first appearance. Raises BadFile with every
    problem and its line: a missing column or name, a bad value, or a voter with two rows for one option, since
    nobody but the voter knows which of them was meant. O(rows): half a million in some 0.2 s.
    """
    text = decode(content)
    ballots = _at_once(text, column)
    if ballots is None:
        ballots = _line_by_line(text, column)
    return [Ballot(voter, choices) for voter, choices in ballots.items()]


def _at_once(text: str, column: str) -> dict[str, Choices] | None:
    """Read an impeccable file without looking at lines; None if anything at all in it is out of the ordinary."""
    table = reader(text, _delimiter(text))
    ballots: dict[str, Choices] = {}
    choices_of = Known(lambda field: ballots.setdefault(name(field), {}))
    option_of, value_of = Known(name), Known(READERS[column])
    try:
        for voter, option, value in _fields(table, ("voter", "option", column)):
            choices_of[voter][option_of[option]] = value_of[value]
    except (csv.Error, ValueError):
        return None
    # as many choices as lines under the header: so no row repeats another, none is blank and none takes two lines
    return ballots if 0 < sum(map(len, ballots.values())) == table.line_num - 1 else None


def _fields(table: Iterator[list[str]], wanted: Sequence[str]) -> Iterable[Sequence[str]]:
    """Yield the wanted fields of every row; a row that is not as wide as the header has another number of them."""
    header = _header(next(table, []), wanted)
    if header == list(wanted):
        return table
    width, choose = len(header), itemgetter(*map(header.index, wanted))
    return (choose(row) if len(row) == width else () for row in table)


def _line_by_line(text: str, column: str) -> dict[str, Choices]:
    ballots: dict[str, Choices] = {}
    lines: dict[tuple[str, str], int] = {}
    problems: list[tuple[int, str]] = []
    for line, (raw_voter, raw_option, raw_value) in _records(text, ("voter", "option", column), problems):
        voter, option = clean(raw_voter), clean(raw_option)
        if not voter or not option:
            problems.append((line, f"the {'option' if voter else 'voter'} is missing"))
            continue
        first = lines.setdefault((voter, option), line)
        if first != line:
            problems.append((line, f"voter {voter!r} already voted on {option!r} in line {first}"))
            continue
        try:
            ballots.setdefault(voter, {})[option] = READERS[column](raw_value)
        except ValueError as problem:
            problems.append((line, f"{column}: {problem}"))
    if not ballots and not problems:
        problems.append((0, "there are no ballots in the file"))
    if problems:
        raise BadFile(sorted(problems))
    return ballots


def read_costs(content: bytes) -> dict[str, Number]:
    """Read the columns ``option`` and ``cost``; an option may be repeated with the same cost, as in a ballot file.

    Raises BadFile for a missing, bad, negative or contradictory cost, with its line.
    """
    costs: dict[str, Number] = {}
    problems: list[tuple[int, str]] = []
    for line, (raw_option, raw_cost) in _records(decode(content), ("option", "cost"), problems):
        option = clean(raw_option)
        try:
            cost = not_negative(raw_cost)
        except ValueError as problem:
            problems.append((line, f"cost: {problem}"))
            continue
        if cost is None or not option:
            problems.append((line, f"the {'cost' if option else 'option'} is missing"))
        elif costs.setdefault(option, cost) != cost:
            problems.append((line, f"{option!r} has another cost than above"))
    if problems:
        raise BadFile(problems)
    return costs


def columns(content: bytes) -> list[str]:
    """Return the names of the columns in small letters; an empty file has none."""
    text = decode(content)
    return [clean(title).lower() for title in next(rows(text, _delimiter(text)), (0, []))[1]]


def _records(
    text: str, wanted: Sequence[str], problems: list[tuple[int, str]]
) -> Iterator[tuple[int, list[str]]]:
    """Yield line and the wanted fields of every row of the right width; note the others among the problems."""
    table = rows(text, _delimiter(text))
    header = _header(next(table, (0, []))[1], wanted)
    places = [header.index(title) for title in wanted]
    for line, row in table:
        if len(row) != len(header):
            problems.append((line, f"{len(row)} fields instead of {len(header)}"))
        else:
            yield line, [row[place] for place in places]


def _header(row: Sequence[str], wanted: Sequence[str]) -> list[str]:
    header = [clean(title).lower() for title in row]
    missing = [title for title in wanted if header.count(title) != 1]
    if missing:
        raise BadFile([(1, f"the header needs one column {' and one column '.join(missing)}")])
    return header


def _delimiter(text: str) -> str:
    header = next((line for line in StringIO(text, newline="") if line.strip()), "")
    return ";" if header.count(";") > header.count(",") else ","
