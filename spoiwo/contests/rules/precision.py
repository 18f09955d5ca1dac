"""What the precision of an assignment means in points, before anybody has read."""

from statistics import NormalDist

NOISE = 0.16  # standard deviation of one reading around its juror's own level, as a share of the scale's greatest score
SURE = 0.9  # the chance at which two entries count as told apart


def told_apart(
    mean_variance: float, scale_max: float, *, chance: float = SURE, noise: float = NOISE
) -> float:
    """The difference of two true scores, in points, that is put in the right order with probability `chance`.

    The observed difference of two entries is normal around the true one d with the standard error
        se = √(mean variance) · noise · scale_max,
    so the order is right with probability Φ(d / se), and d = Φ⁻¹(chance) · se. `mean_variance` is the engine's mean
    variance of a difference in units of σ² (see `spoiwo.judging.assigning.precision`). The noise is assumed: 0.8 points of
    5 for a card of several criteria, in the middle of what juries of contests and grants show.
    """
    return float(NormalDist().inv_cdf(chance) * mean_variance**0.5 * noise * scale_max)
