"""Scores as the jury gave them, checked and turned into arrays; what was not judged is simply not there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import NamedTuple

import numpy as np

from spoiwo.judging.quantiles import Floats
from spoiwo.judging.readings import Integers

SHOWN = 20  # complaints printed; a wrong column would otherwise fill the screen


class BadScores(ValueError):
    """Scores that cannot be ranked: ``problems`` holds a line (or the number of a row; 0: all) and the reason each."""

    def __init__(self, problems: Sequence[tuple[int, str]], word: str = "line") -> None:
        self.problems = list(problems)
        shown = [f"{word} {place}: {why}" if place else why for place, why in self.problems[:SHOWN]]
        if len(self.problems) > SHOWN:
            shown.append(f"… and {len(self.problems) - SHOWN} more")
        super().__init__("\n".join(shown))


class Score(NamedTuple):
    """What one juror gave one entry under one criterion; None is "cannot judge", which is not a zero.

    ``order`` is the place of the reading in that juror's sequence (1, 2, …), for the check of drift.
    """

    entry: str
    juror: str
    criterion: str
    score: float | None
    category: str = ""
    order: float | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """Observed scores as arrays of one length; names stand sorted, so the order of the rows given is forgotten.

    ``category`` has one number for each entry. ``order`` is NaN where it was not given. ``unjudged`` are entries,
    ``idle`` jurors, all of whose scores are empty.
    """

    entries: tuple[str, ...]
    jurors: tuple[str, ...]
    criteria: tuple[str, ...]
    categories: tuple[str, ...]
    category: Integers
    entry: Integers
    juror: Integers
    criterion: Integers
    points: Floats
    order: Floats
    unjudged: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()

    def only(self, keep: "np.typing.NDArray[np.bool_]") -> "Scores":
        """Return the scores with the chosen rows alone; entries and jurors left without any are gone."""
        chosen = np.flatnonzero(keep)
        entries, entry = np.unique(self.entry[chosen], return_inverse=True)
        jurors, juror = np.unique(self.juror[chosen], return_inverse=True)
        categories, category = np.unique(self.category[entries], return_inverse=True)
        return Scores(
            tuple(self.entries[k] for k in entries), tuple(self.jurors[k] for k in jurors), self.criteria,
            tuple(self.categories[k] for k in categories), category, entry, juror, self.criterion[chosen],
            self.points[chosen], self.order[chosen],
        )  # fmt: skip

    @property
    def pairs(self) -> set[tuple[int, int]]:
        """Who read what: pairs of an entry's and a juror's number."""
        code = np.unique(self.entry * len(self.jurors) + self.juror)
        return set(zip((code // len(self.jurors)).tolist(), (code % len(self.jurors)).tolist(), strict=True))


def gather(rows: Iterable[Score], places: Sequence[int] | None = None) -> Scores:
    """Check rows and turn them into arrays; ``places`` are their lines in a file, for the complaints. O(rows log rows).

    Raises BadScores with every problem: a name missing, a score that is no finite number, two rows for one entry,
    juror and criterion, an entry in two categories, a reading with two places in the order, no score at all.
    """
    given = [row if isinstance(row, Score) else Score(*row) for row in rows]
    at = range(1, len(given) + 1) if places is None else places
    problems: list[tuple[int, str]] = []
    seen: dict[tuple[str, str, str], int] = {}
    category: dict[str, tuple[str, int]] = {}
    order: dict[tuple[str, str], tuple[float, int]] = {}
    for row, place in zip(given, at, strict=True):
        problems += [(place, why) for why in _complaints(row, place, seen, category, order)]
    judged = [row for row in given if row.score is not None]
    if not judged and not problems:
        problems.append((0, "there is no score at all"))
    if problems:
        raise BadScores(problems, "row" if places is None else "line")
    return _arrays(given, judged, category, order)


def _complaints(
    row: Score,
    place: int,
    seen: dict[tuple[str, str, str], int],
    category: dict[str, tuple[str, int]],
    order: dict[tuple[str, str], tuple[float, int]],
) -> Iterable[str]:
    for name, value in zip(("entry", "juror", "criterion"), row[:3], strict=True):
        if not value:
            yield f"{name}: the name is missing"
    if row.score is not None and not isfinite(row.score):
        yield "score: not a finite number"
    first = seen.setdefault(row[:3], place)
    if first != place:
        yield f"score: juror {row.juror!r} already judged {row.entry!r} on {row.criterion!r} in {first}"
    found, line = category.setdefault(row.entry, (row.category, place))
    if found != row.category:
        yield f"category: {row.entry!r} is in {found!r} in {line} and in {row.category!r} here"
    if row.order is not None:
        turn, line = order.setdefault((row.entry, row.juror), (row.order, place))
        if turn != row.order:
            yield f"order: this reading has {turn:g} in {line} and {row.order:g} here"


def _arrays(
    given: list[Score],
    judged: list[Score],
    category: dict[str, tuple[str, int]],
    order: dict[tuple[str, str], tuple[float, int]],
) -> Scores:
    judged = sorted(judged, key=lambda row: row[:3])
    entries, entry = _numbered([row.entry for row in judged])
    jurors, juror = _numbered([row.juror for row in judged])
    criteria, criterion = _numbered([row.criterion for row in judged])
    categories, of_entry = _numbered([category[name][0] for name in entries])
    turns = [order.get((row.entry, row.juror), (np.nan, 0))[0] for row in judged]
    return Scores(
        entries, jurors, criteria, categories, of_entry, entry, juror, criterion,
        np.array([row.score for row in judged], dtype=float), np.array(turns, dtype=float),
        tuple(sorted({row.entry for row in given} - set(entries))),
        tuple(sorted({row.juror for row in given} - set(jurors))),
    )  # fmt: skip


def _numbered(names: Sequence[str]) -> tuple[tuple[str, ...], Integers]:
    known = {name: number for number, name in enumerate(sorted(set(names)))}
    return tuple(known), np.array([known[name] for name in names], dtype=np.intp)
