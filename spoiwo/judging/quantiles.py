"""Normal, Student's and chi-square distributions, as far as intervals and checks of a jury need them.

Sources: Abramowitz and Stegun 1964, 26.7.3–4 (Student's distribution as a finite sum), 26.7.5 and
26.7.8 (its quantile and itself by the normal one); Wilson and Hilferty 1931 (chi-square by a cube root).
"""

from functools import lru_cache
from math import erf, pi, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_NORMAL = NormalDist()
_EXPANDED_FROM = 60  # degrees of freedom from which the expansion is exact to 1e-8
_erf = np.frompyfunc(erf, 1, 1)


def normal_cdf(x: Floats) -> Floats:
    """Return Φ(x) element by element; exact to the last digits, 0.1 µs an element."""
    return 0.5 * (1.0 + np.asarray(_erf(x / sqrt(2.0)), dtype=float))


def student_cdf(t: Floats, freedom: int) -> Floats:
    """Return P(T ≤ t) for Student's T with a whole number of degrees of freedom, element by element.

    Exact below 60 degrees, O(freedom); from there the normal distribution of a transformed t, exact to 2e-5.
    """
    if freedom >= _EXPANDED_FROM:
        return normal_cdf(t * (1 - 1 / (4 * freedom)) / np.sqrt(1 + t * t / (2 * freedom)))
    angle = np.arctan(t / sqrt(freedom))
    cosine, odd = np.cos(angle), freedom % 2
    term = cosine if odd else np.ones_like(cosine)
    total = term if freedom > 1 else np.zeros_like(cosine)
    for k in range(3 if odd else 2, freedom, 2):
        term = term * cosine**2 * ((k - 1) / k)
        total = total + term
    inside = 2 / pi * (angle + np.sin(angle) * total) if odd else np.sin(angle) * total
    return np.asarray((1 + inside) / 2, dtype=float)


@lru_cache(maxsize=256)
def student_quantile(probability: float, freedom: int) -> float:
    """Return t with P(T ≤ t) = ``probability``, for 0.5 ≤ probability < 1 and at least one degree of freedom."""
    z = _NORMAL.inv_cdf(probability)
    if freedom >= _EXPANDED_FROM:
        return _expanded(z, freedom)
    low, high = 0.0, 2.0 + z
    while student_cdf(np.array(high), freedom) < probability:
        high *= 2
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if student_cdf(np.array(middle), freedom) < probability else (low, middle)
    return (low + high) / 2


def _expanded(z: float, freedom: int) -> float:
    powers = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + float(sum(power / freedom ** (n + 1) for n, power in enumerate(powers)))


def chi_square_quantile(probability: float, freedom: float) -> float:
    """Return the quantile of chi-square; degrees of freedom may be a fraction, the error is below 1 % from 3 on."""
    spread = 2 / (9 * freedom)
    cube = 1 - spread + _NORMAL.inv_cdf(probability) * sqrt(spread)
    return float(freedom * max(0.0, cube) ** 3)
