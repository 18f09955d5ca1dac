"""The same as numbers: entries and jurors sorted into rows and columns, and which cells may be filled."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from spoiwo.judging.assigning.asking import Conflict, Entry, Juror, Pair, Strength

Cells = NDArray[np.bool_]  # entries × jurors
Counts = NDArray[np.int64]
UNLIMITED = 1 << 40
WHYS = ("bar", "no vote", "category", "language")


@dataclass(frozen=True)
class Grid:
    """Rows are ``entries``, columns are ``jurors``, both sorted by id; every array is entries × jurors.

    ``allowed`` cells may be filled, ``noted`` ones only when nothing else will do, ``kept`` ones are filled already.
    ``why`` says for a cell that may not be filled which of WHYS forbids it first (-1: none). ``limit`` is the load each
    juror may reach, raised to what was kept: a person decided that.
    """

    entries: tuple[Entry, ...]
    jurors: tuple[Juror, ...]
    allowed: Cells
    noted: Cells
    kept: Cells
    why: NDArray[np.int8]
    limit: Counts


def grid(
    entries: Iterable[Entry],
    jurors: Iterable[Juror],
    conflicts: Iterable[Conflict] = (),
    kept: Iterable[Pair] = (),
) -> Grid:
    """Sort and check everything; O(entries × jurors).

    Raises ValueError for no entries, no jurors, an id given twice, an unknown id, a load below zero, or a kept pair that
    a conflict forbids. A kept pair outside a juror's categories or languages stands: somebody chose it.
    """
    rows, columns = sorted(entries, key=_id), sorted(jurors, key=_id)
    at_entry = _places([entry.id for entry in rows], "entry")
    at_juror = _places([juror.id for juror in columns], "juror")
    for juror in columns:
        if juror.load is not None and juror.load < 0:
            raise ValueError(f"juror {juror.id!r}: the load is below zero")
    why = _unreadable(rows, columns)
    noted = np.zeros(why.shape, bool)
    for conflict in conflicts:
        cell = _cell((conflict.entry, conflict.juror), at_entry, at_juror)
        if conflict.strength == Strength.NOTE:
            noted[cell] = True
        else:
            code = WHYS.index(conflict.strength.value)
            why[cell] = code if why[cell] < 0 else min(why[cell], code)
    stays = np.zeros(why.shape, bool)
    for pair in kept:
        cell = _cell(pair, at_entry, at_juror)
        if 0 <= why[cell] <= 1:
            raise ValueError(f"kept pair {pair[0]!r}, {pair[1]!r} is in conflict ({WHYS[why[cell]]})")
        stays[cell] = True
    asked = [UNLIMITED if juror.load is None else juror.load for juror in columns]
    limit = np.maximum(np.array(asked, np.int64), stays.sum(0))
    return Grid(tuple(rows), tuple(columns), (why < 0) & ~stays, noted, stays, why, limit)


def _id(thing: Entry | Juror) -> str:
    return thing.id


def _places(ids: Sequence[str], noun: str) -> dict[str, int]:
    if not ids:
        raise ValueError(f"there is no {noun}")
    places: dict[str, int] = {}
    for place, name in enumerate(ids):
        if places.setdefault(name, place) != place:
            raise ValueError(f"{noun} {name!r} stands twice")
    return places


def _cell(pair: Pair, at_entry: dict[str, int], at_juror: dict[str, int]) -> tuple[int, int]:
    if pair[0] not in at_entry:
        raise ValueError(f"there is no entry {pair[0]!r}")
    if pair[1] not in at_juror:
        raise ValueError(f"there is no juror {pair[1]!r}")
    return at_entry[pair[0]], at_juror[pair[1]]


def _unreadable(entries: Sequence[Entry], jurors: Sequence[Juror]) -> NDArray[np.int8]:
    why = np.full((len(entries), len(jurors)), -1, np.int8)
    categories = np.array([entry.category.casefold() for entry in entries])
    languages = np.array([entry.language.casefold() for entry in entries])
    for column, juror in enumerate(jurors):
        why[_outside(languages, juror.languages), column] = WHYS.index("language")
        why[_outside(categories, juror.categories), column] = WHYS.index("category")
    return why


def _outside(words: NDArray[np.str_], admitted: Collection[str]) -> NDArray[np.bool_]:
    if not admitted:
        return np.zeros(len(words), bool)
    return ~np.isin(words, [word.casefold() for word in admitted]) & (words != "")
