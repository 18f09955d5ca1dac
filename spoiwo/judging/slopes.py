"""Jurors who spread their points more widely or less: a slope for each, drawn towards 1.

y_r = β_j + γ_c + a_j·f_i + e_r with a_j ~ N(1, σ²_a). Alternating: for given slopes the model of ``model`` with REML;
for given effects a_j is the regression of the juror's readings on f̂, with E[f²] = f̂² + its error variance as in the EM
algorithm (Dempster, Laird and Rubin 1977), weighed against 1 with precision τ²/σ²_a; σ²_a is renewed from the slopes
and their errors. The mean slope stays 1. Used for NIPS in this shape (Ge, Welling and Ghahramani 2013).
**Limits:** with fewer than eight readings a juror the slopes say little (``too_few``), and a full design no longer gives
plain means. Slopes are kept between 0.2 and 5.
"""

import numpy as np

from spoiwo.judging.model import Fit, fit
from spoiwo.judging.quantiles import Floats
from spoiwo.judging.readings import Readings

ENOUGH = 8
_ROUNDS, _FIRST_VARIANCE = 60, 0.04


def too_few(readings_of_jurors: list[int]) -> bool:
    """Whether some juror has fewer readings than a slope can be told from."""
    return min(readings_of_jurors) < ENOUGH


def fit_slopes(readings: Readings) -> tuple[Fit, Floats]:
    """Return the model and the slope of every juror; some sixty times the cost of the model without."""
    slopes, variance = np.ones(readings.jurors), _FIRST_VARIANCE
    fitted = fit(readings)
    for _ in range(_ROUNDS):
        if not fitted.is_shrunk or not fitted.noise:
            break
        renewed, variance = _renewed(fitted, variance)
        moved = float(np.abs(renewed - slopes).max())
        slopes = renewed
        fitted = fit(readings, slopes)
        if moved < 1e-7:
            break
    return fitted, slopes


def _renewed(fitted: Fit, variance: float) -> tuple[Floats, float]:
    readings, solution = fitted.readings, fitted.solution
    noise = fitted.noise or 1.0
    effects = solution.effects[readings.entry]
    errors = (noise * solution.error_variances())[readings.entry]
    expected = (
        fitted.levels[readings.juror]
        + np.array([fitted.category_effect(category) for category in range(readings.categories)])[
            readings.category[readings.entry]
        ]
    )
    w, jurors = fitted.weights, readings.jurors
    mass = np.bincount(readings.juror, w, jurors)
    mean = np.bincount(readings.juror, w * effects, jurors) / mass
    centred = effects - mean[readings.juror]
    square = np.bincount(readings.juror, w * (centred**2 + errors), jurors)
    product = np.bincount(readings.juror, w * centred * (readings.points - expected), jurors)
    pull = noise / max(variance, 1e-6)
    slopes = np.clip((product + pull) / (square + pull), 0.2, 5.0)
    renewed = float(np.mean((slopes - 1) ** 2 + noise / (square + pull)))
    return slopes / slopes.mean(), renewed
