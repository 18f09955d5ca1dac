"""Checks of jurors: severity, fit, flat scoring and drift, each with the limit beyond which it is worth a word.

**Severity** (points) is the mean level of all jurors minus the juror's own: positive is severe; its standard error comes
from the model. **Fit** is the mean square of the juror's residuals over what the model expects of them (1 is as
expected, Σê²/ΣVar(ê), Var(ê_r) = τ²(1/w_r − q_r) with q_r the error variance of the fitted value); above the 99 % point of
χ²/df the juror sees something else than the others: *outlier*. **Flat**: with at least four readings the sd of the
juror's readings is below a third of the median juror's. **Drift** (points from one reading to the next): the slope the
model would give that juror's order of reading, x'Wê/x'Wê(x) with ê(x) what the model leaves of x, its variance
τ²/x'Wê(x); five readings at least; worth a word where |t| is past the 99 % point. A juror beside whom another one drifts
is moved a little the other way.
None of these changes a score.
"""

from dataclasses import dataclass

import numpy as np

from spoiwo.judging.model import Fit
from spoiwo.judging.quantiles import Floats, chi_square_quantile, student_quantile

_SURE = 0.99
_FLAT_FROM, _FLAT_BELOW = 4, 1 / 3
_DRIFT_FROM = 5


@dataclass(frozen=True, slots=True)
class JurorFigures:
    """What the scores say of one juror; None where there are too few readings to say it. Points but for fit and t."""

    juror: str
    readings: int
    severity: float
    severity_error: float | None
    mean: float
    spread: float | None
    fit: float | None
    fit_limit: float | None
    drift: float | None
    drift_t: float | None
    is_outlier: bool
    is_flat: bool
    is_drifting: bool
    slope: float | None = None


def juror_figures(fit: Fit, names: tuple[str, ...], slopes: Floats | None = None) -> list[JurorFigures]:
    """Return the figures of all jurors in the order of their names; O(readings·jurors)."""
    readings = fit.readings
    levels = fit.levels
    noise = fit.noise or 0.0
    errors = _contrast_errors(fit)
    expected = noise * _residual_shares(fit)
    spreads = [_spread(readings.points[readings.juror == j]) for j in range(len(names))]
    typical = float(np.median([s for s in spreads if s is not None] or [0.0]))
    figures = []
    for j, name in enumerate(names):
        own = readings.juror == j
        fitted, limit = _fit(fit.solution.residuals[own], expected[own], noise)
        drift, t, steep = _drift(fit, j)
        spread = spreads[j]
        flat = spread is not None and int(own.sum()) >= _FLAT_FROM and spread < _FLAT_BELOW * typical
        figures.append(JurorFigures(
            name, int(own.sum()), float(levels.mean() - levels[j]),
            None if fit.noise is None else float(np.sqrt(errors[j] * noise)),
            float(readings.plain[own].mean()), spread, fitted, limit, drift, t,
            fitted is not None and limit is not None and fitted > limit, flat, steep,
            None if slopes is None else float(slopes[j]),
        ))  # fmt: skip
    return figures


def severity_variance(fit: Fit) -> float:
    """Return the variance of jurors' levels less the mean variance of their errors, not below zero (points²)."""
    if len(fit.levels) < 2:
        return 0.0
    own = float(np.var(fit.levels, ddof=1))
    sampling = float(_contrast_errors(fit).sum()) / (len(fit.levels) - 1) * (fit.noise or 0.0)
    return max(0.0, own - sampling)


def _contrast_errors(fit: Fit) -> Floats:
    """Return the variance of β̂_j minus the mean level, in units of τ²."""
    jurors = fit.readings.jurors
    centring = np.eye(jurors) - 1 / jurors
    found: Floats = np.maximum((centring @ fit.solution.inverse[:jurors, :jurors] @ centring).diagonal(), 0.0)
    return found


def _residual_shares(fit: Fit) -> Floats:
    """Return Var(ê_r)/τ² of every reading."""
    readings, solution = fit.readings, fit.solution
    columns = np.zeros((len(readings.entry), len(solution.fixed)))
    columns[np.arange(len(readings.juror)), readings.juror] = 1.0
    columns[:, readings.jurors :] = readings.category[readings.entry][:, None] == fit.columns
    columns -= fit.slope[:, None] * solution.elimination.T[readings.entry]
    if not fit.is_shrunk:
        columns[:, readings.jurors :] = 0.0
    used = ((columns @ solution.inverse) * columns).sum(axis=1)
    used += fit.slope**2 / solution.diagonal[readings.entry]
    found: Floats = np.maximum(1 / fit.weights - used, 0.0)
    return found


def _fit(residuals: Floats, expected: Floats, noise: float) -> tuple[float | None, float | None]:
    if noise <= 0:
        return None, None
    freedom = float(expected.sum()) / noise
    if freedom < 0.5:
        return None, None
    return float((residuals**2).sum() / expected.sum()), chi_square_quantile(_SURE, freedom) / freedom


def _spread(points: Floats) -> float | None:
    return float(np.std(points, ddof=1)) if len(points) > 1 else None


def _drift(fit: Fit, juror: int) -> tuple[float | None, float | None, bool]:
    """Return the slope over the order of reading, its t, and whether it is past the limit."""
    own = (fit.readings.juror == juror) & np.isfinite(fit.readings.order)
    if own.sum() < _DRIFT_FROM or not fit.noise or not fit.freedom:
        return None, None, False
    order = np.zeros(len(own))
    order[own] = fit.readings.order[own] - fit.readings.order[own].mean()
    told = float(order @ (fit.weights * fit.residuals_of(order)))
    if told <= 1e-9 * float(order @ order):
        return None, None, False
    slope = float(order @ (fit.weights * fit.solution.residuals)) / told
    t = slope / float(np.sqrt(fit.noise / told))
    return slope, t, abs(t) > student_quantile((1 + _SURE) / 2, fit.freedom)
