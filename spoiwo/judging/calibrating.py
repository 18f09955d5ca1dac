"""Effects of the model back on the scale of points, with an 80 % interval.

**Score.** calibrated_i = M_c + f̂_i/λ̄_c. M_c is the mean level of all jurors linked with category c plus γ_c: what the
whole jury would give its average entry. λ̄_c = Σ_i Var(f̂_i)/((n−1)σ²_f) is the mean share of a difference between two
entries that survives shrinkage, 1 − mean PEV(f_i − f_k)/(2σ²_f); dividing by it gives back the width of the scale and
changes no order. With every entry read by every juror f̂_i = λ(ȳ_i − ȳ) and λ̄ = λ, so plain means come out exactly.

**Interval.** The error of f̂_i/λ̄ against f_i − f̄ (the entry against the mean of its category) has, over entries like
these, the variance s²_i = σ²_f(1 − 1/n)(1 − 2r_i/λ̄ + r_i/λ̄²) with r_i = Var(f̂_i)/(σ²_f(1 − 1/n)); for entries as
fixed it is the variance of least squares. Times Student's t for the degrees of freedom of the readings beyond entries
and jurors. Full design with m jurors: s² = τ²/m·(1 − 1/n). The interval says how sure the *place among the others* is;
the common level cancels, and a sole entry of a category has nothing to be compared with: width zero.
"""

from dataclasses import dataclass

import numpy as np

from spoiwo.judging.model import Fit
from spoiwo.judging.quantiles import Floats, student_quantile
from spoiwo.judging.readings import Integers

SURE = 0.8
SAME = 1e-9  # points; what differs by less is the same score


@dataclass(frozen=True, slots=True)
class Calibrated:
    """For every entry its score, half the width of its interval (None: nothing tells of noise) and its error's sd.

    ``reliability`` is λ̄ of each category.
    """

    score: Floats
    half: Floats | None
    deviation: Floats | None
    reliability: Floats


def calibrate(fit: Fit) -> Calibrated:
    """Return calibrated scores and intervals; O(entries·jurors + jurors³)."""
    readings = fit.readings
    centred = _centred_variances(fit)
    score = np.empty(readings.entries)
    variance = np.empty(readings.entries)
    reliability = np.ones(readings.categories)
    for category in range(readings.categories):
        members = np.flatnonzero(readings.category == category)
        share = 1.0
        if fit.is_shrunk and len(members) > 1:
            known = fit.spread * (1 - 1 / len(members)) - (fit.noise or 0.0) * centred[members]
            share = float(known.sum() / ((len(members) - 1) * fit.spread))
            variance[members] = fit.spread * (1 - 1 / len(members)) - 2 * known / share + known / share**2
        else:
            variance[members] = (fit.noise or 0.0) * centred[members]
        reliability[category] = share
        score[members] = _level(fit, category) + fit.solution.effects[members] / share
    if fit.noise is None:
        return Calibrated(score, None, None, reliability)
    deviation = np.sqrt(np.maximum(variance, 0.0))
    half = student_quantile((1 + SURE) / 2, max(1, fit.freedom)) * deviation
    return Calibrated(score, half, deviation, reliability)


def _level(fit: Fit, category: int) -> float:
    """Return M_c: the mean level of the jurors linked with a category, and what the category adds."""
    readings = fit.readings
    met = np.zeros((readings.categories, readings.jurors), dtype=bool)
    met[readings.category[readings.entry], readings.juror] = True
    linked = met[category]
    for _ in range(readings.categories):
        linked = met[(met & linked).any(axis=1)].any(axis=0)
    return float(fit.levels[linked].mean()) + fit.category_effect(category)


def _centred_variances(fit: Fit) -> Floats:
    """Return Var(f̂_i − (f_i − f̄)) in units of τ², f̄ the mean of the entry's category."""
    solution, category = fit.solution, fit.readings.category
    number = np.bincount(category)
    belongs = np.zeros((fit.readings.entries, len(number)))
    belongs[np.arange(len(category)), category] = 1.0 / number[category]
    means = solution.elimination @ belongs
    with_mean = (solution.elimination * (solution.inverse @ means)[:, category]).sum(axis=0)
    with_mean += 1 / (solution.diagonal * number[category])
    of_mean = (means * (solution.inverse @ means)).sum(axis=0)
    of_mean += np.bincount(category, 1 / solution.diagonal) / number**2
    found: Floats = np.maximum(solution.error_variances() - 2 * with_mean + of_mean[category], 0.0)
    return found


def places(score: Floats, category: Integers) -> Integers:
    """Return the rank within the category, 1 the best; scores that differ by no more than 1e-9 share it (1, 2, 2, 4)."""
    rank = np.empty(len(score), dtype=np.intp)
    for number in range(int(category.max()) + 1):
        members = np.flatnonzero(category == number)
        order = members[np.argsort(-score[members], kind="stable")]
        fresh = np.concatenate([[True], -np.diff(score[order]) > SAME])
        rank[order] = np.maximum.accumulate(np.where(fresh, np.arange(1, len(order) + 1), 0))
    return rank
