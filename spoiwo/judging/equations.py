"""Henderson's mixed model equations of a jury, solved by eliminating entries; the model is in ``model``.

With ρ = τ²/σ²_f, Henderson's mixed model equations in units of τ² are

    [ X'WX   X'WZ      ] [ β ]   [ X'Wy ]
    [ Z'WX   Z'WZ + ρI ] [ f ] = [ Z'Wy ]

Z'WZ is diagonal (a reading has one entry), so entries are eliminated first and what remains is the Schur complement
A of jurors × jurors: O(readings + entries·jurors² + jurors³) for one ρ, and nothing of the size entries × entries.
The inverse of the whole has the blocks A⁻¹ (jurors) and D⁻¹ + B'A⁻¹B (entries), D = Z'WZ + ρI, B = X'WZ·D⁻¹.

**REML.** With θ = 1/ρ and τ² profiled out, −2 log-likelihood is, but for a constant,
(N−p)·log y'Py + log|A| + Σ log D_i + n·log θ; its derivative by log θ, tr(Z'PZ)·θ − (N−p)·θ·|Z'Py|²/y'Py, is brought
to zero inside brackets found on a grid of θ, so that the answer is exact to rounding.

Sources: Henderson 1950, 1975; Patterson and Thompson 1971 (restricted likelihood).
"""

from dataclasses import dataclass
from math import log

import numpy as np

from spoiwo.judging.quantiles import Floats
from spoiwo.judging.readings import Integers, Readings


@dataclass(frozen=True, slots=True)
class Solution:
    """The mixed model equations solved at one ρ; all variances in units of τ²."""

    rho: float
    fixed: Floats  # β of jurors, then γ of categories
    effects: Floats  # f
    diagonal: Floats  # D
    elimination: Floats  # B, fixed × entries
    inverse: Floats  # A⁻¹
    residuals: Floats
    quadratic: float  # y'Py
    score: float  # derivative of −2 log-likelihood by log θ
    deviance: float

    def error_variances(self) -> Floats:
        """Return the variance of f̂_i − f_i for every entry, in units of τ²."""
        return 1 / self.diagonal + ((self.inverse @ self.elimination) * self.elimination).sum(axis=0)


class Equations:
    """Readings made ready to be solved at many ratios of variances."""

    def __init__(self, readings: Readings, weights: Floats, slopes: Floats | None = None) -> None:
        a = np.ones(len(weights)) if slopes is None else slopes[readings.juror]
        jurors, entries = readings.jurors, readings.entries
        self.readings, self.weights, self.slope = readings, weights, a
        mass = np.bincount(readings.juror, weights, jurors)
        self.centres = np.bincount(readings.juror, weights * readings.points, jurors) / mass
        self.y = readings.points - self.centres[readings.juror]
        self.extra = _category_columns(readings)
        crossing = readings.juror * entries + readings.entry
        table = np.bincount(crossing, weights * a, jurors * entries).reshape(jurors, entries)
        plain = np.bincount(crossing, weights, jurors * entries).reshape(jurors, entries)
        members = (readings.category[None, :] == self.extra[:, None]).astype(float)
        self.cross = np.vstack([table, members * table.sum(axis=0)])
        between = plain @ members.T
        self.square = np.block([[np.diag(mass), between], [between.T, np.diag(members @ plain.sum(axis=0))]])
        self.own: Floats = np.asarray(np.bincount(readings.entry, weights * a * a, entries), dtype=float)
        self.of_entries = np.bincount(readings.entry, weights * a * self.y, entries)
        of_categories = members @ np.bincount(readings.entry, weights * self.y, entries)
        self.of_fixed = np.concatenate([np.bincount(readings.juror, weights * self.y, jurors), of_categories])
        self.members = members
        self.surplus = len(weights) - jurors - len(self.extra)

    def solve(self, rho: float) -> Solution:
        """Return the solution at ρ > 0."""
        diagonal: Floats = self.own + rho
        elimination = self.cross / diagonal
        remaining = self.square - elimination @ self.cross.T
        inverse = np.linalg.inv(remaining)
        fixed, effects, residuals = self._estimates(elimination, diagonal, inverse)
        squares = float(effects @ effects)
        quadratic = float(residuals @ (self.weights * residuals)) + rho * squares
        kept = (1 / diagonal).sum() + (inverse * (elimination @ elimination.T)).sum()
        explained = self.surplus * rho * squares / quadratic if quadratic else 0.0
        score = float(len(diagonal) - rho * kept - explained)
        deviance = self.surplus * log(quadratic) if quadratic else 0.0
        deviance += float(np.linalg.slogdet(remaining)[1] + np.log(diagonal).sum()) - len(diagonal) * log(rho)
        return Solution(
            rho, fixed, effects, diagonal, elimination, inverse, residuals, quadratic, score, deviance
        )

    def least_squares(self) -> Solution:
        """Return the additive solution, ρ = 0: entries as fixed, categories inside their entries."""
        jurors = self.readings.jurors
        elimination = self.cross / self.own
        elimination[jurors:] = 0.0
        inverse = np.zeros_like(self.square)
        remaining = self.square[:jurors, :jurors] - elimination[:jurors] @ self.cross[:jurors].T
        inverse[:jurors, :jurors] = np.linalg.pinv(remaining, rcond=1e-10, hermitian=True)
        fixed, effects, residuals = self._estimates(elimination, self.own, inverse)
        quadratic = float(residuals @ (self.weights * residuals))
        return Solution(0.0, fixed, effects, self.own, elimination, inverse, residuals, quadratic, 0.0, 0.0)

    def _estimates(
        self, elimination: Floats, diagonal: Floats, inverse: Floats
    ) -> tuple[Floats, Floats, Floats]:
        fixed = inverse @ (self.of_fixed - elimination @ self.of_entries)
        effects = self.of_entries / diagonal - elimination.T @ fixed
        jurors = self.readings.jurors
        expected = fixed[self.readings.juror] + (fixed[jurors:] @ self.members)[self.readings.entry]
        return fixed, effects, self.y - expected - self.slope * effects[self.readings.entry]


def _category_columns(readings: Readings) -> Integers:
    """Return the categories with a column of their own: all but one of each group that shares jurors."""
    met = np.zeros((readings.jurors, readings.categories), dtype=bool)
    met[readings.juror, readings.category[readings.entry]] = True
    linked = np.linalg.matrix_power(met.T.astype(float) @ met > 0, max(1, readings.categories))
    first = linked.argmax(axis=1)
    return np.flatnonzero(first != np.arange(readings.categories))
