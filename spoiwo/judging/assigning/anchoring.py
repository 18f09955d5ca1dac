"""Anchors: entries that everybody reads who may, so that a weak graph holds together (a linking set).

A contest by panels falls apart or hangs on few jurors; some entries read by all cure it better than any formula afterwards.
"""

from dataclasses import dataclass
from random import Random

import numpy as np

from spoiwo.judging.assigning.grid import Cells, Counts, Grid
from spoiwo.judging.assigning.linking import pieces
from spoiwo.judging.assigning.precision import covariance, ideal, mean_variance

STRONG = 0.9  # efficiency from which no anchors are proposed
MOST = 4
WORTH = 0.02  # the least part of the mean variance that one more anchor must take away


@dataclass(frozen=True)
class Anchor:
    """An entry proposed for reading by ``jurors`` besides; ``mean_variance`` with this and all earlier ones."""

    entry: str
    jurors: tuple[str, ...]
    mean_variance: float | None


def anchored(table: Grid, number: int, chance: Random) -> Cells:
    """Return the readings of ``number`` anchors: each by all who may, have no note on it and a load left.

    Chosen one by one so that jurors with few anchors yet get the next; raises ValueError for more than there are entries.
    """
    if number > len(table.entries):
        raise ValueError(f"{number} anchors, but only {len(table.entries)} entries")
    may = table.allowed & ~table.noted
    order = np.array([chance.random() for _ in table.entries])
    loads, cells = table.kept.sum(0), np.zeros_like(may)
    chosen = np.zeros(len(may), bool)
    for _ in range(number):
        open_now = may & (loads < table.limit)
        worth = np.where(chosen, -1.0, np.round(open_now @ (1 / (1 + cells.sum(0))), 9))
        row = int(np.lexsort((order, -worth))[0])
        chosen[row], cells[row] = True, open_now[row]
        loads = loads + open_now[row]
    return cells


def proposed(filled: Cells, table: Grid) -> list[Anchor]:
    """Return anchors that would join the pieces or, in one piece, make a weak design better; empty for a strong one.

    Loads are kept to: only jurors with a place left are named. Where no entry reaches a second piece nothing is proposed.
    """
    filled, found = filled.copy(), list[Anchor]()
    before = _variance(filled)
    while len(found) < MOST + pieces(filled)[0] - 1 and not _is_strong(filled, before):
        row, jurors = _next(filled, table)
        if not len(jurors):
            break
        filled[row, jurors] = True
        after = _variance(filled)
        if before is not None and after is not None and after > before * (1 - WORTH):
            break
        names = tuple(table.jurors[juror].id for juror in jurors)
        found.append(Anchor(table.entries[row].id, names, after))
        before = after
    return found


def _next(filled: Cells, table: Grid) -> tuple[int, Counts]:
    """The entry whose further readers reach most pieces, then most jurors, and those readers."""
    number, of_entry, of_juror = pieces(filled)
    loads = filled.sum(0)
    may: Cells = table.allowed & ~table.noted & ~filled & (loads < table.limit) & (loads > 0)
    may[~filled.any(1)] = False
    reached = np.zeros(len(filled), np.int64)
    for piece in range(number):
        reached += (may & (of_juror == piece)).any(1) | (of_entry == piece)
    row = int(np.lexsort((-may.sum(1), -reached))[0])
    return row, np.flatnonzero(may[row]) if number == 1 or reached[row] > 1 else np.zeros(0, np.int64)


def _variance(filled: Cells) -> float | None:
    if pieces(filled)[0] != 1:
        return None
    part = filled[filled.any(1)]
    return mean_variance(covariance(part[:, part.any(0)]))


def _is_strong(filled: Cells, variance: float | None) -> bool:
    if variance is None:
        return not filled.any()
    bound = ideal(filled.sum(1)[filled.any(1)], int(filled.any(0).sum()))
    return bound is None or bound >= STRONG * variance
