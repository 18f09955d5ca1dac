"""What is likely given the scores: the expected rank of an entry and its chance to be among the first k.

Given the scores, effects lie around f̂ with covariance τ²(D⁻¹ + B'A⁻¹B) (``model``), and since τ² itself is estimated, in
the shape of Student's t with the degrees of freedom of the intervals. **Expected rank** (Laird and Louis 1989) is exact:
1 + Σ_k T((f̂_k − f̂_i)/sd_ik), T Student's distribution, half a place for an exact tie. The **chance of the first k** is
counted over 4,096 draws in antithetic pairs: a noise, the error of jurors' levels, then entries, which are independent
once the levels are known; the error of a chance is at most 0.008. Draws go to entries and jurors in an order made of
results, not of names, and entries that stand alike share theirs, so nothing moves when somebody is renamed.
"""

import numpy as np

from spoiwo.judging.calibrating import SAME, Calibrated
from spoiwo.judging.model import Fit
from spoiwo.judging.quantiles import Floats, student_cdf
from spoiwo.judging.readings import Integers

PAIRS, BLOCK = 2048, 256


def expected_ranks(fit: Fit, members: Integers) -> tuple[Floats, Floats]:
    """Return expected ranks of a category's entries, and the chance that its first is truly better than each."""
    if fit.why == "alike" or not fit.noise:
        return _certain(fit, members)
    solution = fit.solution
    effects, elimination = solution.effects[members], solution.elimination[:, members]
    spread = solution.inverse @ elimination
    own = solution.error_variances()[members]
    expected, first = np.empty(len(members)), int(effects.argmax())
    behind = np.empty(len(members))
    for start in range(0, len(members), BLOCK):
        rows = slice(start, start + BLOCK)
        variance = own[rows, None] + own[None, :] - 2 * elimination[:, rows].T @ spread
        deviation = np.sqrt(np.maximum(variance, 1e-300) * fit.noise)
        better = student_cdf((effects[None, :] - effects[rows, None]) / deviation, max(1, fit.freedom))
        expected[rows] = 0.5 + better.sum(axis=1)  # an entry is "better" than itself with one half
        behind[rows] = better[:, first]
    return expected, behind


def _certain(fit: Fit, members: Integers) -> tuple[Floats, Floats]:
    number = len(members)
    if fit.why == "alike":
        return np.full(number, (number + 1) / 2), np.full(number, 0.5)
    effects = fit.solution.effects[members]
    ahead = (effects[None, :] > effects[:, None] + SAME).sum(axis=1)
    level = (np.abs(effects[None, :] - effects[:, None]) <= SAME).sum(axis=1)
    return ahead + (level + 1) / 2, np.where(ahead > 0, 1.0, 0.5)


def chances_of_top(fit: Fit, scale: Calibrated, members: Integers, top: int, seed: int) -> Floats:
    """Return for each entry of a category the chance to be among its first ``top``; the chances sum to ``top``."""
    number = len(members)
    if top >= number:
        return np.ones(number)
    if fit.why == "alike":
        return np.full(number, top / number)
    effects = fit.solution.effects[members]
    if not fit.noise:
        return _shared(np.where(_ordinal(effects) < top, 1.0, 0.0), effects, np.zeros(number))
    deviation = np.zeros(number) if scale.deviation is None else scale.deviation[members]
    order = np.lexsort((np.round(deviation, 7), np.round(effects, 7)))
    arranged = members[order]
    counted = _drawn(fit, arranged, top, np.random.default_rng(seed)) / (2 * PAIRS)
    found = np.empty(number)
    found[order] = counted
    return _shared(found, effects, deviation)


def _drawn(fit: Fit, members: Integers, top: int, chance: np.random.Generator) -> Floats:
    solution, jurors = fit.solution, fit.readings.jurors
    covariance = fit.levels_covariance(int(fit.readings.category[members[0]]))
    place = np.lexsort((np.round(solution.fixed[:jurors], 7), np.round(covariance.diagonal(), 7)))
    values, vectors = np.linalg.eigh(covariance)
    root = (vectors * np.sqrt(np.maximum(values, 0.0))) @ vectors.T
    through = (root @ solution.elimination[:jurors][:, members])[place]
    centre, own = solution.effects[members], np.sqrt(1 / solution.diagonal[members])
    counted, freedom = np.zeros(len(members)), max(1, fit.freedom)
    for _ in range(PAIRS // BLOCK):
        error = chance.standard_normal((BLOCK, jurors)) @ through
        error += chance.standard_normal((BLOCK, len(members))) * own
        error *= np.sqrt((fit.noise or 0.0) * freedom / chance.chisquare(freedom, BLOCK))[:, None]
        for drawn in (centre + error, centre - error):
            best = np.argpartition(-drawn, top - 1, axis=1)[:, :top]
            counted += np.bincount(best.ravel(), minlength=len(members))
    return counted


def _ordinal(effects: Floats) -> Integers:
    place = np.empty(len(effects), dtype=np.intp)
    place[np.argsort(-effects, kind="stable")] = np.arange(len(effects))
    return place


def _shared(chances: Floats, effects: Floats, deviation: Floats) -> Floats:
    """Give entries with one score and one uncertainty the mean of their chances."""
    step = _steps(effects)
    order = np.lexsort((deviation, step))
    apart = (np.diff(step[order]) != 0) | (np.diff(deviation[order]) > SAME)
    group = np.concatenate([[0], np.cumsum(apart)])
    means = np.bincount(group, chances[order]) / np.bincount(group)
    shared = np.empty(len(chances))
    shared[order] = means[group]
    return shared


def _steps(values: Floats) -> Integers:
    """Return a number for each value, the same for values that differ by no more than 1e-9 from the next."""
    order = np.argsort(values, kind="stable")
    step = np.empty(len(values), dtype=np.intp)
    step[order] = np.concatenate([[0], np.cumsum(np.diff(values[order]) > SAME)])
    return step
