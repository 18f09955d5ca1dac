"""Readers for every entry: the worst-off entry first, then few noted pairs, then even loads, by a flow of least cost.

Entries get one reader after another in rounds 1 … per_entry; each reader comes along a cheapest augmenting path, on which
other entries may change hands but none loses a reader. The vectors of readers an assignment can give form a
polymatroid, so an entry that finds no path now will find none later, and the rounds reach the best worst-off entry, then the
best second worst and so on (the idea of PeerReview4All: Stelmakh, Shah and Singh 2019, there with similarities). Cost: a
noted pair costs more than all loads together; the m-th entry of a juror costs 2m-1, so the sum of squared loads is least,
and loads differ by no more than limits and conflicts force (successive shortest paths: Ahuja, Magnanti and Orlin 1993, 9.7).
"""

from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

import numpy as np
from numpy.typing import NDArray

from spoiwo.judging.assigning.grid import Cells, Counts

Costs = NDArray[np.int64]
NEVER = 1 << 50
NOTED = 1 << 30  # dearer than any difference of two loads


@dataclass
class Hands:
    """Who holds what while entries change hands; ``moves[c, a, b]`` entries could go from a to b at c-1 notes more."""

    held: Cells
    free: Cells
    noted: Cells
    loads: Counts
    limit: Counts
    moves: NDArray[np.int64] = field(init=False)

    def __post_init__(self) -> None:
        jurors = len(self.limit)
        self.moves = np.zeros((3, jurors, jurors), np.int64)
        for entry in np.flatnonzero(self.held.any(1)).tolist():
            self._count(entry, 1)

    def change(self, entry: int, old: int | None, new: int) -> None:
        """Give the entry to ``new``, taking it from ``old``; O(jurors²)."""
        self._count(entry, -1)
        if old is not None:
            self.held[entry, old], self.free[entry, old] = False, True
            self.loads[old] -= 1
        self.held[entry, new], self.free[entry, new] = True, False
        self.loads[new] += 1
        self._count(entry, 1)

    def _count(self, entry: int, sign: int) -> None:
        froms, tos = np.flatnonzero(self.held[entry]), np.flatnonzero(self.free[entry])
        if len(froms) and len(tos):
            note = self.noted[entry].astype(np.int64)
            self.moves[1 + note[tos] - note[froms][:, None], froms[:, None], tos] += sign

    def mover(self, old: int, new: int) -> int:
        """An entry that goes from ``old`` to ``new`` at the least cost; the first by id."""
        could = np.flatnonzero(self.held[:, old] & self.free[:, new])
        cost = self.noted[could, new].astype(int) - self.noted[could, old]
        return int(could[np.argmin(cost)])


def readers(
    allowed: Cells, noted: Cells, fixed: Cells, limit: Counts, per_entry: int, chance: Random
) -> Cells:
    """Return the cells to fill beside ``fixed`` ones so that entries have ``per_entry`` readers or as many as can be.

    Some 0.1 ms for a reader with 50 jurors: O(jurors²) a path when paths are short. ``chance`` decides among equals.
    """
    hands = Hands(np.zeros_like(allowed), allowed & ~fixed, noted, fixed.sum(0).astype(np.int64), limit)
    have, stuck = fixed.sum(1), np.zeros(len(allowed), bool)
    for wanted in range(1, per_entry + 1):
        order = sorted(range(len(allowed)), key=lambda _: chance.random())
        for entry in order:
            if have[entry] < wanted and not stuck[entry]:
                stuck[entry] = not _serve(hands, entry, chance)
                have[entry] += not stuck[entry]
    return hands.held


def _serve(hands: Hands, entry: int, chance: Random) -> bool:
    costs = _steps(hands)
    ends = np.where(hands.loads < hands.limit, 2 * hands.loads + 1, NEVER)
    reach = _reach(costs, ends)
    first = np.where(hands.free[entry], reach + NOTED * hands.noted[entry], NEVER)
    least = first.min()
    if least >= NEVER // 2:
        return False
    equal = np.flatnonzero(first == least)
    juror = int(equal[int(chance.random() * len(equal))])
    path = _path(juror, costs, ends, reach)
    moving = [
        (hands.mover(old, new), old, new) for old, new in pairwise(path)
    ]  # all chosen before any is moved
    hands.change(entry, None, juror)
    for moved, old, new in moving:
        hands.change(moved, old, new)
    return True


def _steps(hands: Hands) -> Costs:
    cheap, same, dear = hands.moves > 0
    costs: Costs = np.select([cheap, same, dear], [-NOTED, 0, NOTED], NEVER)
    return costs


def _reach(costs: Costs, ends: Costs) -> Costs:
    """The least cost from each juror to a place that is free, over any number of hands (Bellman and Ford)."""
    reach = ends
    for _ in range(len(ends)):
        nearer: Costs = np.minimum(reach, (costs + reach).min(1))
        if (nearer == reach).all():
            break
        reach = nearer
    return reach


def _path(juror: int, costs: Costs, ends: Costs, reach: Costs) -> list[int]:
    """Follow the costs down; among equal ways the one with fewest hands, so that no juror is met twice."""
    hops = _hops(costs, ends, reach)
    path = [juror]
    while hops[juror]:
        onward = (costs[juror] + reach == reach[juror]) & (hops == hops[juror] - 1)
        juror = int(np.argmax(onward))
        path.append(juror)
    return path


def _hops(costs: Costs, ends: Costs, reach: Costs) -> Costs:
    tight = (costs + reach == reach[:, None]) & (reach < NEVER // 2)[:, None]
    hops = np.where(ends == reach, 0, len(ends))
    for _ in range(len(ends)):
        shorter: Costs = np.minimum(hops, np.where(tight, hops + 1, len(ends)).min(1))
        if (shorter == hops).all():
            break
        hops = shorter
    return hops
