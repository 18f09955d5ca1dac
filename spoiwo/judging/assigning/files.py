"""Entries, jurors, conflicts and kept pairs from CSV files; every mistake with its line."""

import re
from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from spoiwo.judging.assigning.asking import Conflict, Entry, Juror, Pair, Strength
from spoiwo.judging.sheets import BadFile, records

Row = TypeVar("Row")
Problems = list[tuple[int, str]]
HIGHEST = 1_000_000


def read_entries(content: bytes) -> list[Entry]:
    """Read ``entry``, and ``category`` and ``language`` if they are there; raises BadFile."""
    return _things(content, ("entry",), ("category", "language"), lambda cells: Entry(*cells))


def read_jurors(content: bytes) -> list[Juror]:
    """Read ``juror``, and ``load``, ``categories``, ``languages`` (parted by ; or |) if they are there; raises BadFile."""
    return _things(content, ("juror",), ("load", "categories", "languages"), _juror)


def read_conflicts(content: bytes, entries: Iterable[Entry], jurors: Iterable[Juror]) -> list[Conflict]:
    """Read ``entry``, ``juror`` and the ``strength`` (bar, no vote, note; empty: bar) if it is there.

    A pair may stand several times: both sides declare, and the strongest counts. A file of a header alone is a file
    without conflicts, an empty one is a mistake. Raises BadFile, also for an entry or juror that is in no list.
    """
    known = _ids(entries, jurors)
    problems: Problems = []
    found = []
    for line, (entry, juror, strength) in records(content, ("entry", "juror"), ("strength",), problems):
        word = strength.lower().replace("-", " ").replace("_", " ") or Strength.BAR
        if word not in list(Strength):
            problems.append((line, f"column strength: {strength!r} is not one of {', '.join(Strength)}"))
        if _are_known(line, (entry, juror), known, problems) and word in list(Strength):
            found.append(Conflict(entry, juror, Strength(word)))
    return _or_bad(found, problems)


def read_kept(
    content: bytes, entries: Iterable[Entry], jurors: Iterable[Juror], conflicts: Iterable[Conflict]
) -> list[Pair]:
    """Read ``entry`` and ``juror`` of pairs that stay; raises BadFile, also for a pair in conflict or given twice."""
    known = _ids(entries, jurors)
    barred = {(c.entry, c.juror): c.strength for c in conflicts if c.strength != Strength.NOTE}
    problems: Problems = []
    lines: dict[Pair, int] = {}
    for line, (entry, juror) in records(content, ("entry", "juror"), (), problems):
        pair = (entry, juror)
        if not _are_known(line, pair, known, problems):
            continue
        if lines.setdefault(pair, line) != line:
            problems.append((line, f"{juror!r} already keeps {entry!r} in line {lines[pair]}"))
        if pair in barred:
            problems.append((line, f"{juror!r} keeps {entry!r} in spite of a conflict ({barred[pair]})"))
    return _or_bad(list(lines), problems)


def _things(
    content: bytes, needed: tuple[str], optional: tuple[str, ...], build: Callable[[list[str]], Row]
) -> list[Row]:
    problems: Problems = []
    lines: dict[str, int] = {}
    found = []
    for line, cells in records(content, needed, optional, problems):
        first = lines.setdefault(cells[0], line)
        if first != line:
            problems.append((line, f"column {needed[0]}: {cells[0]!r} already stands in line {first}"))
            continue
        try:
            found.append(build(cells))
        except ValueError as problem:
            problems.append((line, str(problem)))
    if not lines and not problems:
        problems.append((0, f"there is no {needed[0]} in the file"))
    return _or_bad(found, problems)


def _juror(cells: list[str]) -> Juror:
    name, load, categories, languages = cells
    if load and not (re.fullmatch("[0-9]{1,7}", load) and int(load) <= HIGHEST):
        raise ValueError(f"column load: {load!r} is not a whole number from 0 to {HIGHEST}")
    return Juror(name, int(load) if load else None, _list(categories), _list(languages))


def _list(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in re.split("[;|]", cell) if word.strip())


def _ids(entries: Iterable[Entry], jurors: Iterable[Juror]) -> tuple[set[str], set[str]]:
    return {entry.id for entry in entries}, {juror.id for juror in jurors}


def _are_known(
    line: int, pair: Pair, known: tuple[Collection[str], Collection[str]], problems: Problems
) -> bool:
    unknown = [
        f"column {noun}: there is no {noun} {name!r}"
        for noun, name, names in zip(("entry", "juror"), pair, known, strict=True)
        if name not in names
    ]
    problems += [(line, why) for why in unknown]
    return not unknown


def _or_bad(found: list[Row], problems: Problems) -> list[Row]:
    if problems:
        raise BadFile(problems)
    return found
