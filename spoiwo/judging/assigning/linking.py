"""The graph of jurors and entries: its pieces, and exchanges of readers that join them.

Scores can be compared across jurors only inside one piece (a path of shared entries leads from every juror to every other).
Two pieces become one when entry i goes from juror a to juror b of the other piece and entry j from b to a, if one of the two
readings taken away lies on a circle (else each piece would fall in two, and the halves would only pair anew).
"""

from random import Random

import numpy as np
from numpy.typing import NDArray

from spoiwo.judging.assigning.grid import Cells, Counts

Labels = NDArray[np.int64]
WALKS = 12  # exchanges at random, each followed by a try, before a graph is given up


def pieces(filled: Cells) -> tuple[int, Labels, Labels]:
    """Return the number of pieces and the piece of every entry and juror, -1 for who reads or is read by nobody.

    Pieces are numbered in the order of their first juror. O(jurors² · entries) in matrix products.
    """
    shared = filled.T.astype(np.float32) @ filled.astype(np.float32) > 0
    of_juror = np.full(filled.shape[1], -1, np.int64)
    number = 0
    for juror in np.flatnonzero(filled.any(0)):
        if of_juror[juror] < 0:
            of_juror[_spread(shared, int(juror))] = number
            number += 1
    of_entry = np.where(filled.any(1), of_juror[filled.argmax(1)], -1)
    return number, of_entry, of_juror


def _spread(shared: Cells, start: int) -> NDArray[np.bool_]:
    reached = shared[start]
    while True:
        wider = shared[reached].any(0)
        if (wider == reached).all():
            return reached
        reached = wider


def joined(
    filled: Cells, fixed: Cells, allowed: Cells, limit: Counts, chance: Random, uneven: int = 0
) -> Cells:
    """Exchange readers until the graph is one piece or no exchange is found; loads stay as even as they were.

    With ``uneven`` 1 an entry may also go to a juror who has as many: the price is a difference of two.
    ``fixed`` readings never change. Every step that joins lessens the pieces by one; where none is at hand some exchanges at
    random (which do not add pieces) are made and the search goes on, so a graph left in pieces is not a proof.
    """
    best = filled.copy()
    if pieces(best)[0] <= 1 or not may_join(best, allowed):
        return best
    for _ in range(WALKS):
        while (better := _join(best, fixed, allowed, limit, chance, uneven)) is not None:
            best = better
        if pieces(best)[0] == 1:
            break
        best = _walk(best, fixed, allowed, limit, chance, uneven)
    return best


def may_join(filled: Cells, allowed: Cells) -> bool:
    """Whether nothing plainly stands against one graph: readings enough for a tree, and nobody shut in one piece."""
    open_to = (filled | allowed)[np.ix_(filled.any(1), filled.any(0))]
    return int(filled.sum()) >= sum(open_to.shape) - 1 and pieces(open_to)[0] <= 1


def _join(
    filled: Cells, fixed: Cells, allowed: Cells, limit: Counts, chance: Random, uneven: int
) -> Cells | None:
    """The design after the first exchange met that joins two pieces, or after one that moves a reading and a load."""
    of_juror = pieces(filled)[2]
    loose, free, loads = _on_circle(filled), allowed & ~filled, filled.sum(0)
    for entry, old in _shuffled(np.argwhere(filled & ~fixed), chance).tolist():
        news = free[entry] & (of_juror != of_juror[old]) & (of_juror >= 0)
        for new in np.flatnonzero(news).tolist():
            others = filled[:, new] & ~fixed[:, new] & free[:, old] & (loose[:, new] | loose[entry, old])
            if others.any():
                return _exchanged(filled, (entry, old, new), (int(others.argmax()), new, old))
        even = np.flatnonzero(news & (loads < limit) & (loads + 1 <= loads[old] + uneven) & loose[entry, old])
        if len(even):
            return _exchanged(filled, (entry, old, int(even[0])))
    return None


def _on_circle(filled: Cells) -> Cells:
    """Readings that lie on a circle of the graph: those whose loss would not break a piece; O(readings · entries / 64).

    Every reading outside a spanning forest gets a bit; a reading in the forest carries the bits of all that bypass it.
    """
    entries, jurors = filled.shape
    near = [np.flatnonzero(row) + entries for row in filled] + [np.flatnonzero(col) for col in filled.T]
    parent, order = [-1] * (entries + jurors), []
    for root in range(entries):
        if parent[root] < 0:
            parent[root] = root
            order += _tree(root, near, parent)
    carried, circle, bit = [0] * (entries + jurors), filled.copy(), 1
    for entry, juror in np.argwhere(filled):
        if parent[entry] != juror + entries and parent[juror + entries] != entry:
            carried[entry] ^= bit
            carried[juror + entries] ^= bit
            bit <<= 1
    for corner in reversed(order):
        above = parent[corner]
        if above != corner:
            carried[above] ^= carried[corner]
            circle[min(above, corner), max(above, corner) - entries] = carried[corner] != 0
    return circle


def _tree(root: int, near: list[NDArray[np.int64]], parent: list[int]) -> list[int]:
    order = [root]
    for corner in order:
        for other in near[corner].tolist():
            if parent[other] < 0:
                parent[other] = corner
                order.append(other)
    return order


def _exchanged(filled: Cells, *moves: tuple[int, int, int]) -> Cells:
    changed = filled.copy()
    for entry, old, new in moves:
        changed[entry, old], changed[entry, new] = False, True
    return changed


def _walk(filled: Cells, fixed: Cells, allowed: Cells, limit: Counts, chance: Random, uneven: int) -> Cells:
    """Some legal exchanges at random: circles of two or three jurors, whatever the pieces, if pieces do not become more."""
    for _ in range(4):
        readings = _shuffled(np.argwhere(filled & ~fixed), chance)[:24]
        free = allowed & ~filled
        for start, old in readings:
            changed = _circle(filled, fixed, free, (int(start), int(old)), limit, chance, uneven)
            if changed is not None and pieces(changed)[0] <= pieces(filled)[0]:
                filled = changed
                break
    return filled


def _circle(
    filled: Cells,
    fixed: Cells,
    free: Cells,
    start: tuple[int, int],
    limit: Counts,
    chance: Random,
    uneven: int,
) -> Cells | None:
    """Pass entries from hand to hand, at most three times, until the loads are as even as before."""
    entry, first = start
    old, given, loads = first, filled.copy(), filled.sum(0)
    for moves in range(3):
        news = np.flatnonzero(free[entry] & ~given[entry])
        if not len(news):
            return None
        new = first if moves and first in news else int(news[int(chance.random() * len(news))])
        given[entry, old], given[entry, new] = False, True
        if new == first or (loads[new] + 1 <= loads[first] + uneven and loads[new] < limit[new]):
            return given
        nexts = np.flatnonzero(given[:, new] & ~fixed[:, new] & filled[:, new])
        if not len(nexts):
            return None
        back = nexts[free[nexts, first]]
        choice = back if len(back) else nexts
        entry, old = int(choice[int(chance.random() * len(choice))]), new
    return None


def _shuffled(readings: NDArray[np.int64], chance: Random) -> NDArray[np.int64]:
    return readings[sorted(range(len(readings)), key=lambda _: chance.random())]
