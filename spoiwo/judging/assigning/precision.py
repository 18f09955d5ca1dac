"""How well the differences between entries will be known, from who reads what alone, before anybody reads.

Model: score = entry + juror + noise, noise independent with variance σ²; r readings of an entry, l of a juror, N the
incidence of entries and jurors. Eliminating entries leaves the information about jurors
    S = diag(l) - Nᵀ diag(1/r) N,
and the covariance of estimated entries is σ²·G with
    G = diag(1/r) + diag(1/r) N S⁺ Nᵀ diag(1/r).
The variance of a difference of two entries is G_ii + G_jj - 2 G_ij, its mean over all pairs 2/(n-1)·(tr G - 1ᵀG1/n): the
A-criterion of John and Williams, Cyclic and Computer Generated Designs, 1995, chapter 2. All figures are in units of σ².
Jurors count as fixed effects here, which errs on the careful side: a mixed model does a little better.

Where each entry has k readings and each of v jurors as many entries, no design of n entries has a smaller mean than
    2/k + 2/((n-1)k) · (v-1)(v-k)/(v(k-1))
(harmonic and arithmetic mean of the latent roots of S); a balanced incomplete block design attains it. Where entries have
unequal readings the first term becomes 2·mean(1/r) and k the mean: then it is a yardstick and no longer a bound.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from spoiwo.judging.assigning.grid import Cells, Counts
from spoiwo.judging.assigning.linking import pieces

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Precision:
    """Variances in units of the noise variance σ²; None where the graph falls apart (or there is no pair).

    ``mean_variance`` over all pairs of entries that are read; ``ideal`` what a perfectly even design of this size would
    have, ``efficiency`` the second over the first; ``standard_error`` of a mean difference, in points, if the noise is given.
    ``within``: the mean over pairs of one category. ``entries``: the mean over the pairs that an entry is part of; inside
    a piece of the graph where there are several.
    """

    mean_variance: float | None
    ideal: float | None
    efficiency: float | None
    standard_error: float | None
    within: dict[str, float | None]
    entries: dict[str, float | None]


def information(filled: Floats) -> tuple[Floats, Floats]:
    """Return H, a generalised inverse of S, and weights 1/r; the graph must be one piece. O(jurors³ + entries · jurors²)."""
    weights = 1 / filled.sum(1)
    jurors = filled.shape[1]
    information = np.diag(filled.sum(0)) - filled.T @ (filled * weights[:, None]) + 1 / jurors
    return np.linalg.inv(information), weights


def covariance(filled: Cells) -> Floats:
    """Return G (entries × entries) for a graph in one piece where everybody reads and is read; O(entries² · jurors)."""
    numbers = filled.astype(float)
    inverse, weights = information(numbers)
    shared = numbers * weights[:, None]
    return np.diag(weights) + shared @ inverse @ shared.T


def mean_variance(covariances: Floats) -> float | None:
    """Mean variance of the difference of two entries; None for fewer than two."""
    n = len(covariances)
    return None if n < 2 else float(2 / (n - 1) * (np.trace(covariances) - covariances.sum() / n))


def ideal(readings: Counts, jurors: int) -> float | None:
    """The bound above for entries with so many readings each; None where one reading each compares nothing."""
    n, k = len(readings), float(readings.mean())
    if n < 2 or (k <= 1 and jurors > 1):
        return None
    severities = (jurors - 1) * (jurors - k) / (jurors * (k - 1)) if jurors > k else 0.0
    return float(2 * (1 / readings).mean()) + 2 / ((n - 1) * k) * severities


def expected(
    filled: Cells, ids: Sequence[str], categories: Sequence[str], noise: float | None = None
) -> Precision:
    """Return what the design promises; ``noise`` is the standard deviation σ of one score, in points."""
    number, of_entry, _ = pieces(filled)
    shares: dict[str, float | None] = dict.fromkeys(ids)
    within: dict[str, float | None] = {}
    overall = aim = None
    for piece in range(number):
        rows = np.flatnonzero(of_entry == piece).tolist()
        part = filled[rows]
        whole = covariance(part[:, part.any(0)])
        shares |= zip([ids[row] for row in rows], _shares(whole), strict=True)
        if number == 1:
            overall, aim = mean_variance(whole), ideal(part.sum(1), int(part.any(0).sum()))
            within = _within(whole, [categories[row] for row in rows])
    return Precision(
        mean_variance=overall,
        ideal=aim,
        efficiency=aim / overall if overall and aim else None,
        standard_error=noise * overall**0.5 if noise is not None and overall is not None else None,
        within=within,
        entries=shares,
    )


def _shares(whole: Floats) -> list[float | None]:
    n = len(whole)
    if n < 2:
        return [None] * n
    shares: list[float | None] = (
        (n * np.diag(whole) + np.trace(whole) - 2 * whole.sum(1)) / (n - 1)
    ).tolist()
    return shares


def _within(whole: Floats, categories: list[str]) -> dict[str, float | None]:
    names = sorted({name for name in categories if name})
    chosen = {name: [place for place, own in enumerate(categories) if own == name] for name in names}
    return {name: mean_variance(whole[np.ix_(rows, rows)]) for name, rows in chosen.items()}
