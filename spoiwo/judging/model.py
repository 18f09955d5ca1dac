"""The mixed model of a jury: levels of jurors fixed, entries random, the ratio of variances by REML.

**Model.** One reading r, of entry i by juror j in category c, is worth y points (``readings`` says how):

    y_r = β_j + γ_c + a_r·f_i + e_r,    f_i ~ N(0, σ²_f),    e_r ~ N(0, τ²/w_r)

β_j (points) is the level of the juror, γ_c that of the category, f_i what the entry is better than its category, a_r
the slope of the juror (1 unless ``slopes`` says otherwise), τ² (points²) the noise of one complete reading and w_r
its weight: 1, less where criteria are missing. Jurors are *fixed*, so that a constant added to all scores of one
juror goes into β_j alone and every comparison of entries stays as it is, to the last digits.

**Estimation.** For a given ρ = τ²/σ²_f the equations of ``equations``; ρ where the restricted likelihood (REML) is
greatest: the zero of its derivative inside brackets found on a grid, exact to rounding.

**Entries as fixed.** ρ = 0 gives the additive least squares instead (no shrinkage). It is used where REML finds no
variance of entries; where no two readings contradict each other (no degrees of freedom); and where **strong entries
were steered to certain jurors**: the random-effects estimate of β also uses that everybody's entries are on average
alike. Hausman's test compares it with least squares, which does not need that; past the 97.5 % point, least squares.

Sources: Henderson 1950, 1975 (the equations); Patterson and Thompson 1971 (REML); Robinson 1991 (best linear unbiased
prediction); Hausman 1978 (the test); Ge, Welling and Ghahramani 2013 and Lawrence 2014 for juries of this shape.
**Limits:** normal noise of one size for all jurors; a ratio taken as known once it is estimated; an approximate
likelihood where criteria are missing (w_r is recomputed with τ² until it stands).
"""

from dataclasses import dataclass
from math import exp, log

import numpy as np

from spoiwo.judging.equations import Equations, Solution
from spoiwo.judging.quantiles import Floats, chi_square_quantile
from spoiwo.judging.readings import Integers, Readings

_GRID = np.linspace(log(1e-4), log(1e6), 13)
_STEERING = 0.975


@dataclass(frozen=True, slots=True)
class Fit:
    """The model as estimated. ``spread`` is σ²_f and ``noise`` τ² (points²); ``noise`` None: nothing tells of it.

    ``centres`` are the means of the jurors that were taken off before solving; ``why`` says which model it is:
    ``mixed``, or least squares because entries do not differ (``alike``), were ``steered``, or nothing is left over
    to estimate a noise from (``exact``). ``columns`` are the
    categories that have a γ; ``weights`` and ``slope`` hold w_r and a_r of every reading.
    """

    readings: Readings
    solution: Solution
    spread: float
    noise: float | None
    freedom: int
    why: str
    centres: Floats
    columns: Integers
    weights: Floats
    slope: Floats

    @property
    def levels(self) -> Floats:
        """β_j in points, for jurors in the order of the readings' numbering."""
        return self.solution.fixed[: self.readings.jurors] + self.centres

    def category_effect(self, category: int) -> float:
        """Return γ_c in points; 0 for the category a group of categories is measured from."""
        return float(self.solution.fixed[self.readings.jurors :] @ (self.columns == category))

    def levels_covariance(self, category: int) -> Floats:
        """Return the covariance of β_j + γ_c over jurors, in units of τ²; whichever category γ is measured from."""
        jurors = self.readings.jurors
        onto = np.eye(jurors, len(self.solution.fixed))
        onto[:, jurors:] = self.columns == category
        found: Floats = onto @ self.solution.inverse @ onto.T
        return found

    def residuals_of(self, x: Floats) -> Floats:
        """Return what the model, at its ratio of variances, leaves of any values of the readings."""
        readings, solution, mass = self.readings, self.solution, self.weights * x
        of_entries = np.bincount(readings.entry, mass * self.slope, readings.entries)
        belongs = readings.category[readings.entry][:, None] == self.columns
        of_fixed = np.concatenate([np.bincount(readings.juror, mass, readings.jurors), mass @ belongs])
        fixed = solution.inverse @ (of_fixed - solution.elimination @ of_entries)
        effects = of_entries / solution.diagonal - solution.elimination.T @ fixed
        expected = fixed[readings.juror] + belongs @ fixed[readings.jurors :]
        found: Floats = x - expected - self.slope * effects[readings.entry]
        return found

    @property
    def is_shrunk(self) -> bool:
        """Whether entries are random, so that effects are drawn towards their category's mean."""
        return self.why == "mixed"


def fit(readings: Readings, slopes: Floats | None = None) -> Fit:
    """Estimate the model; milliseconds for 500 entries and 60 jurors. Nobody asks here whether the graph holds."""
    weights = np.ones(len(readings.points))
    fitted = _fit_weighted(Equations(readings, weights, slopes))
    if not readings.missing.any():
        return fitted
    for _ in range(12):
        if not fitted.noise:
            return fitted
        renewed = 1 / (1 + readings.missing / fitted.noise)
        moved = float(np.abs(renewed - weights).max())
        weights = renewed
        fitted = _fit_weighted(Equations(readings, weights, slopes))
        if moved < 1e-12:
            break
    return fitted


def _fit_weighted(equations: Equations) -> Fit:
    plain = equations.least_squares()
    freedom = len(equations.y) - len(plain.effects) - int(np.linalg.matrix_rank(plain.inverse))
    if freedom <= 0:
        return _fixed(equations, plain, freedom, "exact")
    scale = float(equations.y @ (equations.weights * equations.y))
    solution = (
        _reml(equations) if scale > 1e-18 * max(1.0, float(np.abs(equations.centres).max()) ** 2) else None
    )
    if solution is None:
        return _fixed(equations, plain, freedom, "alike")
    noise = solution.quadratic / equations.surplus
    if _is_steered(plain, solution, plain.quadratic / freedom, equations.readings.jurors):
        return _fixed(equations, plain, freedom, "steered")
    return _fit_of(equations, solution, noise / solution.rho, noise, freedom, "mixed")


def _fixed(equations: Equations, plain: Solution, freedom: int, why: str) -> Fit:
    noise = plain.quadratic / freedom if freedom > 0 else equations.readings.least_noise
    effects = plain.effects
    spread = 0.0 if why == "alike" else float(np.var(effects, ddof=1)) if len(effects) > 1 else 0.0
    return _fit_of(equations, plain, spread, noise, max(freedom, 0), why)


def _fit_of(
    e: Equations, solution: Solution, spread: float, noise: float | None, freedom: int, why: str
) -> Fit:
    return Fit(e.readings, solution, spread, noise, freedom, why, e.centres, e.extra, e.weights, e.slope)


def _reml(equations: Equations) -> Solution | None:
    """Return the solution where the restricted likelihood is greatest, None where that is at σ²_f = 0."""
    tried = [equations.solve(exp(-t)) for t in _GRID]
    found = [tried[-1]] if tried[-1].score < 0 else []
    for k in range(len(tried) - 1):
        if tried[k].score < 0 <= tried[k + 1].score:
            found.append(_root(equations, float(_GRID[k]), float(_GRID[k + 1]), tried[k], tried[k + 1]))
    if tried[0].score >= 0 and (not found or tried[0].deviance <= min(s.deviance for s in found)):
        return None
    return min(found, key=lambda solution: solution.deviance)


def _root(equations: Equations, low: float, high: float, below: Solution, above: Solution) -> Solution:
    """Return the zero of the score between two values of log θ (regula falsi, Illinois variant)."""
    left, right, side = below.score, above.score, 0
    best = above
    for _ in range(60):
        t = (low * right - high * left) / (right - left)
        best = equations.solve(exp(-t))
        if best.score < 0:
            low, left = t, best.score
            right = right / 2 if side < 0 else right
            side = -1
        else:
            high, right = t, best.score
            left = left / 2 if side > 0 else left
            side = 1
        if high - low < 1e-13 or abs(best.score) < 1e-12:
            break
    return best


def _is_steered(plain: Solution, mixed: Solution, noise: float, jurors: int) -> bool:
    """Whether the two estimates of the jurors' levels differ more than chance explains (Hausman 1978)."""
    values, vectors = np.linalg.eigh(plain.inverse[:jurors, :jurors])
    contrasts = vectors[:, values > 1e-9 * max(1.0, values.max())]
    gain = contrasts.T @ (plain.inverse - mixed.inverse)[:jurors, :jurors] @ contrasts
    gains, axes = np.linalg.eigh(gain)
    told = gains > 1e-8
    if not told.any() or noise <= 0:
        return False
    moved = axes[:, told].T @ (contrasts.T @ (plain.fixed - mixed.fixed)[:jurors])
    statistic = float((moved**2 / gains[told]).sum()) / noise
    return statistic > chi_square_quantile(_STEERING, int(told.sum()))
