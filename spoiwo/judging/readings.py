"""One number for each reading: the weighted mean over the criteria judged, fair where some were not.

For reading r (an entry by a juror), criterion c with weight v_c and score s_rc the scores follow s_rc = μ_r + κ_c + ε_rc
with κ_c the ease of the criterion (points, Σ v_c κ_c = 0), by least squares over all readings. A reading is worth
y_r = Σ v_c (s_rc − κ_c) / Σ v_c over the criteria judged: with all of them, the plain weighted mean. What was not
judged adds the variance σ²_ε·(Σ_judged v_c² (1/V_r − 1/V)² + Σ_missing v_c²/V²), V_r and V the sums of weights over
those judged and over all; σ²_ε is the mean square left within readings. Since μ_r is free, a constant added to all
scores of a juror changes neither κ nor σ²_ε.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from spoiwo.judging.quantiles import Floats

if TYPE_CHECKING:
    from spoiwo.judging.scores import Scores

Integers = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Readings:
    """N readings of ``entries`` by ``jurors``, numbered from 0; ``category`` has one number for each entry.

    ``points``: the reading in points, corrected for missing criteria; ``plain``: not corrected. ``missing``: the
    variance (points²) that missing criteria add. ``order``: the place in the juror's sequence, NaN where unknown.
    ``scatter``: σ²_ε and ``halving``: Σv²/(Σv)², so that their product is what the scatter of criteria alone leaves
    of noise in a complete reading. ``ease``: κ_c.
    """

    entry: Integers
    juror: Integers
    points: Floats
    plain: Floats
    missing: Floats
    order: Floats
    category: Integers
    jurors: int
    scatter: float
    halving: float
    ease: Floats

    @property
    def entries(self) -> int:
        """How many entries there are."""
        return len(self.category)

    @property
    def categories(self) -> int:
        """How many categories there are."""
        return int(self.category.max()) + 1

    @property
    def least_noise(self) -> float | None:
        """The variance (points²) of a complete reading that the scatter of criteria alone explains, None if unknown."""
        return self.scatter * self.halving or None


def weights_of(criteria: tuple[str, ...], weights: Mapping[str, float] | None) -> Floats:
    """Return a weight for each criterion, 1 where none is named.

    Raises ValueError for an unknown criterion, a weight below zero or not finite, or no weight above zero at all.
    """
    named = dict(weights or {})
    for criterion, weight in named.items():
        if criterion not in criteria:
            raise ValueError(f"there is no criterion {criterion!r} among {', '.join(criteria)}")
        if not isfinite(weight) or weight < 0:
            raise ValueError(f"the weight of {criterion!r} must be zero or more")
    found = np.array([named.get(criterion, 1.0) for criterion in criteria], dtype=float)
    if not found.any():
        raise ValueError("at least one criterion needs a weight above zero")
    return found


def readings_of(scores: "Scores", weights: Floats) -> Readings:
    """Return the readings of scores whose criteria all weigh more than zero; O(scores + readings·criteria²)."""
    jurors, criteria = len(scores.jurors), len(weights)
    code, row = np.unique(scores.entry * jurors + scores.juror, return_inverse=True)
    judged = np.zeros((len(code), criteria))
    judged[row, scores.criterion] = 1.0
    table = np.zeros((len(code), criteria))
    table[row, scores.criterion] = scores.points
    used = np.where(judged.any(axis=0), weights, 0.0)
    ease, scatter = _ease(table, judged, used)
    mass = judged @ used
    plain = table @ used / mass
    complete = mass >= used.sum() * (1 - 1e-12)
    points = np.where(complete, plain, ((table - ease * judged) @ used) / mass)
    order = np.full(len(code), np.nan)
    order[row] = scores.order
    return Readings(
        code // jurors, code % jurors, points, plain, np.where(complete, 0.0, scatter * _lack(judged, used)),
        order, scores.category, jurors, scatter, float((used**2).sum() / used.sum() ** 2), ease,
    )  # fmt: skip


def _ease(table: Floats, judged: Floats, weights: Floats) -> tuple[Floats, float]:
    """Return κ and σ²_ε of the two-way layout, readings eliminated."""
    number = judged.sum(axis=1, keepdims=True)
    table = np.where(judged > 0, table - table.sum(axis=1, keepdims=True) / number, 0.0)
    remaining = np.diag(judged.sum(axis=0)) - (judged / number).T @ judged
    ease = np.linalg.pinv(remaining, rcond=1e-10, hermitian=True) @ table.sum(axis=0)
    rest = table - judged * (ease - (judged @ ease)[:, None] / number)
    freedom = judged.sum() - len(table) - np.linalg.matrix_rank(remaining, tol=1e-8)
    scatter = float((rest**2).sum() / freedom) if freedom > 0 else 0.0
    negligible = 1e-20 * max(1.0, float(np.abs(table).max()) ** 2)
    return ease - weights @ ease / weights.sum(), scatter if scatter > negligible else 0.0


def _lack(judged: Floats, weights: Floats) -> Floats:
    whole, mass = weights.sum(), judged @ weights
    shares = np.where(judged > 0, weights / mass[:, None] - weights / whole, weights / whole)
    found: Floats = (shares**2).sum(axis=1)
    return found
