"""Exchanges of readers that make differences between entries better known (A-optimality by local search).

With H the inverse of S + 11ᵀ/v (`precision`), B = Nᵀ diag(1/r²) N - aaᵀ/n and a = Nᵀ(1/r), the trace of G about its mean is a
constant plus tr(HB), and B1 = 0, so any generalised inverse serves. Entry i going from juror a to b changes x_i x_iᵀ, x_i its row
of N; to first order tr(HB) changes by the quadratic form Q_i = HBH/r_i + H/r_i² in that difference:
    g(i; a→b) = 2[(Q_i x_i)_b - (Q_i x_i)_a] + Q_aa + Q_bb - 2Q_ab.
Every turn computes g for all legal moves at once, pairs the best a→b with the best b→a, which leaves loads and readings as they
are (or moves one entry where a has one more than b), and keeps the first of the few most promising that lessens the
exact tr(HB). When none does, a few random exchanges begin anew from the best so far. The number of turns depends on the
size alone, never on a clock. Values are rounded to nine digits before they are compared, so that another order of summing
does not decide.
"""

from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray

from spoiwo.judging.assigning.grid import Cells, Counts
from spoiwo.judging.assigning.precision import Floats, information

Move = tuple[int, int, int]  # entry, from juror, to juror
WORK = 50_000_000  # cells looked at in all: some half a second
TRIES = 6  # exchanges verified in a turn
KICK = 3  # random exchanges at a local best
SURE = 1e-9
BROKEN = 1e9


@dataclass(frozen=True)
class State:
    """A design with what the next turn needs; ``value`` is tr(HB), infinite where the graph is broken."""

    filled: Cells
    value: float
    inverse: Floats
    slope: Floats


def improved(filled: Cells, fixed: Cells, allowed: Cells, limit: Counts, chance: Random) -> Cells:
    """Return a design at least as precise with the same readers per entry and loads as even as before.

    ``filled`` must be one piece in which everybody reads and is read. A turn costs O(readings · jurors + jurors³).
    """
    readings, jurors = int(filled.sum()), filled.shape[1]
    turns = min(400 + 2 * readings, WORK // (readings * jurors + jurors**3 + 1))
    best = state = _state(filled)
    for _ in range(turns):
        better = _better(state, fixed, allowed, limit)
        if better is not None:
            state = better
            continue
        best = min(best, state, key=_value)
        kicked = _kicked(best, fixed, allowed, chance)
        if kicked is None:
            break
        state = kicked
    return min(best, state, key=_value).filled


def _value(state: State) -> float:
    return round(state.value, 9)


def _state(filled: Cells) -> State:
    numbers = filled.astype(float)
    try:
        inverse, weights = information(numbers)
    except np.linalg.LinAlgError:
        return State(filled, np.inf, numbers, numbers)
    shared = numbers * weights[:, None]
    sums = shared.sum(0)
    about = shared.T @ shared - np.outer(sums, sums) / len(filled)
    value = float((inverse * about).sum())
    spread = np.trace(inverse)
    if not (inverse.diagonal().min() > 0 and spread < BROKEN):
        value = np.inf
    return State(filled, value, inverse, inverse @ about @ inverse)


def _better(state: State, fixed: Cells, allowed: Cells, limit: Counts) -> State | None:
    for moves in _promising(state, fixed, allowed, limit):
        changed = state.filled.copy()
        for entry, old, new in moves:
            changed[entry, old], changed[entry, new] = False, True
        after = _state(changed)
        if after.value < state.value - SURE:
            return after
    return None


def _promising(state: State, fixed: Cells, allowed: Cells, limit: Counts) -> list[list[Move]]:
    """The exchanges of least first-order value below zero, best first."""
    filled = state.filled
    loads = filled.sum(0)
    gain, mover = _moves(state, fixed, allowed)
    swap = np.triu(gain + gain.T, 1) + np.tril(np.full_like(gain, np.inf))
    diagonal = np.diag(state.slope)
    shift = gain + diagonal[:, None] - diagonal  # the information of a lessens, that of b grows
    shift[(loads[:, None] != loads + 1) | (loads >= limit)] = np.inf
    values = np.round(np.concatenate([swap.ravel(), shift.ravel()]), 9)
    few = min(TRIES, len(values) - 1)
    chosen = np.sort(np.argpartition(values, few)[:few])
    jurors, found = len(loads), []
    for place in chosen[np.argsort(values[chosen], kind="stable")]:
        if values[place] >= 0:
            break
        old, new = divmod(int(place) % jurors**2, jurors)
        moves = [(int(mover[old, new]), old, new)]
        if place < jurors**2:
            moves.append((int(mover[new, old]), new, old))
        found.append(moves)
    return found


def _moves(state: State, fixed: Cells, allowed: Cells) -> tuple[Floats, NDArray[np.int64]]:
    """The least g over entries for every a→b, and the entry that has it."""
    filled = state.filled
    numbers = filled.astype(float)
    weights = 1 / numbers.sum(1)
    form = weights[:, None] * (numbers @ state.slope) + (weights**2)[:, None] * (numbers @ state.inverse)
    toward = np.where(allowed & ~filled, 2 * form, np.inf)
    held = _held(filled & ~fixed)
    padding = held < 0
    away = np.take_along_axis(2 * form, np.maximum(held, 0).T, 0).T
    value = toward[held] - away[:, :, None]
    value[padding] = np.inf
    best = value.argmin(1)
    mean = float(weights.mean())
    square = mean * state.slope + mean**2 * state.inverse
    own = np.diag(square)
    least = np.take_along_axis(value, best[:, None], 1)[:, 0]
    return least + own[:, None] + own - 2 * square, np.take_along_axis(held, best, 1)


def _held(movable: Cells) -> NDArray[np.int64]:
    """Rows: jurors; the entries each may give away, then -1."""
    jurors, entries = np.nonzero(movable.T)
    counts = movable.sum(0)
    held = np.full((len(counts), max(1, int(counts.max()))), -1, np.int64)
    held[jurors, np.arange(len(jurors)) - np.repeat(np.cumsum(counts) - counts, counts)] = entries
    return held


def _kicked(state: State, fixed: Cells, allowed: Cells, chance: Random) -> State | None:
    """A few random exchanges that keep the graph whole; None where hardly any is legal."""
    filled, done = state.filled.copy(), 0
    readings = np.argwhere(filled & ~fixed)
    for _ in range(40 * KICK):
        if not len(readings) or done == KICK:
            break
        first, second = (int(chance.random() * len(readings)) for _ in range(2))
        (i, a), (j, b) = readings[first], readings[second]
        if a != b and i != j and allowed[i, b] and allowed[j, a] and not filled[i, b] and not filled[j, a]:
            filled[[i, j], [a, b]], filled[[i, j], [b, a]] = False, True
            readings[first], readings[second] = (i, b), (j, a)
            done += 1
    after = _state(filled)
    return after if done and np.isfinite(after.value) else None
