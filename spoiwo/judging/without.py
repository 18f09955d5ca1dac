"""The ranking once more without each juror in turn: whose absence would change it, and how."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from spoiwo.judging.calibrating import calibrate, places
from spoiwo.judging.linkage import FallsApart, Part
from spoiwo.judging.quantiles import Floats
from spoiwo.judging.rank import TOP, fit_of, refuse_apart
from spoiwo.judging.readings import weights_of
from spoiwo.judging.scores import Scores

MOVES = 5  # entries named among those that move most


@dataclass(frozen=True, slots=True)
class Without:
    """What changes without one juror.

    ``tau``: Kendall's τ-a between the two orders, over pairs of entries of one category (1: the same order; None where
    there is nothing to compare). ``enter`` and ``leave`` the first ``top`` of a category. ``moves``: entry, rank with all
    jurors and without, those that move most first. ``unread``: entries nobody else read. ``parts``: what the jury falls
    into, if it does; then there is no ranking to compare.
    """

    juror: str
    tau: float | None
    enter: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()
    moves: tuple[tuple[str, int, int], ...] = ()
    unread: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


def without_each(
    scores: Scores, *, weights: Mapping[str, float] | None = None, top: int = TOP, slopes: bool = False
) -> list[Without]:
    """Rank again without each juror, variances estimated anew; in the order of names. Some 15 ms a juror at contest size.

    Raises FallsApart where there is no common ranking to begin with.
    """
    given = weights_of(scores.criteria, weights)
    counted = scores.only(given[scores.criterion] > 0)
    refuse_apart(counted)
    whole = _standing(counted, given, slopes)
    return [_without(counted, given, slopes, juror, whole, top) for juror in range(len(counted.jurors))]


def kendall(one: Floats, other: Floats, category: Floats | None = None) -> float | None:
    """Return Kendall's τ-a of two scores, over pairs of one category; a tie counts zero. O(entries²), None without pairs."""
    same = np.ones((len(one), len(one)), dtype=bool) if category is None else category[:, None] == category
    pairs = same.sum() - len(one)
    if not pairs:
        return None
    agree = np.sign(one[:, None] - one) * np.sign(other[:, None] - other)
    return float(agree[same].sum() / pairs)


def _standing(scores: Scores, weights: Floats, slopes: bool) -> tuple[dict[str, int], dict[str, int]]:
    """Return rank and category of every entry."""
    fitted, _ = fit_of(scores, weights, slopes)
    rank_of = places(calibrate(fitted).score, fitted.readings.category).tolist()
    category = fitted.readings.category.tolist()
    return dict(zip(scores.entries, rank_of, strict=True)), dict(zip(scores.entries, category, strict=True))


def _without(
    scores: Scores,
    weights: Floats,
    slopes: bool,
    juror: int,
    whole: tuple[dict[str, int], dict[str, int]],
    top: int,
) -> Without:
    name = scores.jurors[juror]
    if len(scores.jurors) == 1:
        return Without(name, None, unread=scores.entries)
    rest = scores.only(scores.juror != juror)
    unread = tuple(entry for entry in scores.entries if entry not in set(rest.entries))
    try:
        refuse_apart(rest)
    except FallsApart as falls:
        return Without(name, None, unread=unread, parts=falls.parts)
    before, category = whole
    after, _ = _standing(rest, weights, slopes)
    tau = kendall(
        np.array([before[entry] for entry in rest.entries], dtype=float),
        np.array([after[entry] for entry in rest.entries], dtype=float),
        np.array([category[entry] for entry in rest.entries], dtype=float),
    )
    moves = sorted(
        ((entry, before[entry], after[entry]) for entry in rest.entries if before[entry] != after[entry]),
        key=lambda move: (-abs(move[1] - move[2]), move[1], move[0]),
    )
    return Without(
        name, tau,
        tuple(entry for entry in rest.entries if after[entry] <= top < before[entry]),
        tuple(entry for entry in scores.entries if before[entry] <= top < after.get(entry, top + 1)),
        tuple(moves[:MOVES]), unread,
    )  # fmt: skip
