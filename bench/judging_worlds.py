"""Planted juries: the seven designs of the study of peers (section 6.3), and the methods ours is compared with."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Plan = NDArray[np.intp]  # rows (entry, juror)
QUALITY, JURORS_SPREAD = 1.2, 0.3


def balanced(chance: np.random.Generator, entries: int, jurors: int, each: int) -> Plan:
    """Every entry gets ``each`` jurors at random, loads within one of each other."""
    most = -(-entries * each // jurors)
    while True:
        load, rows = np.zeros(jurors, dtype=int), []
        for entry in chance.permutation(entries):
            free = np.flatnonzero(load < most)
            if len(free) < each:
                break
            chosen = free[np.argsort(load[free] + chance.random(len(free)) * 0.9)[:each]]
            load[chosen] += 1
            rows += [(entry, juror) for juror in chosen]
        else:
            return np.array(rows)


def panels(anchors: int) -> Plan:
    """Sixty entries in four panels of three jurors; the first ``anchors`` entries are read by everybody."""
    rows = [(entry, 3 * (entry % 4) + seat) for entry in range(60) for seat in range(3)]
    rows += [(entry, juror) for entry in range(anchors) for juror in range(12) if juror // 3 != entry % 4]
    return np.array(rows)


def steered(chance: np.random.Generator, quality: Floats) -> Plan:
    """The best third of sixty entries meets two of the three jurors of one panel and one other; the rest the others."""
    rows = []
    strong = set(np.argsort(-quality)[:20].tolist())
    for entry in range(60):
        home = range(3) if entry in strong else range(3, 12)
        away = range(3, 12) if entry in strong else range(12)
        chosen = chance.choice(np.array(home), 2, replace=False).tolist()
        chosen.append(int(chance.choice([juror for juror in away if juror not in chosen])))
        rows += [(entry, juror) for juror in chosen]
    return np.array(rows)


class World:
    """One planted contest: qualities, severities, who reads what, and marks from 0 to 10, rounded."""

    def __init__(self, row: int, run: int, noise: float) -> None:
        chance = np.random.default_rng([row, run])
        self.entries, self.jurors = (30, 18) if row == 2 else (60, 12)
        self.quality = chance.normal(0, QUALITY, self.entries)
        self.level = chance.normal(0, 0.2 if row == 6 else 1.0, self.jurors)
        slope = np.exp(chance.normal(0, JURORS_SPREAD, self.jurors)) if row == 1 else np.ones(self.jurors)
        plans: dict[int, Callable[[], Plan]] = {
            2: lambda: balanced(chance, 30, 18, 5),
            3: lambda: panels(0),
            4: lambda: panels(4),
            5: lambda: steered(chance, self.quality),
        }
        plan = plans.get(row, lambda: balanced(chance, 60, 12, 3))()
        self.entry, self.juror = plan[:, 0], plan[:, 1]
        true = slope[self.juror] * self.quality[self.entry] + self.level[self.juror]
        self.marks = np.clip(np.round(5 + true + chance.normal(0, noise, len(plan))), 0, 10)

    def mean(self, marks: Floats) -> Floats:
        """Mean of the marks of every entry."""
        found: Floats = np.bincount(self.entry, marks) / np.bincount(self.entry)
        return found

    def standardised(self) -> Floats:
        """Every juror's marks less their mean, by their standard deviation; then means."""
        marks = self.marks.copy()
        for juror in range(self.jurors):
            own = self.juror == juror
            marks[own] = (marks[own] - marks[own].mean()) / (marks[own].std() or 1.0)
        return self.mean(marks)

    def additive(self) -> Floats:
        """Least squares of entries and jurors."""
        found: Floats = np.linalg.lstsq(self._columns(), self.marks, rcond=None)[0][: self.entries]
        return found

    def known(self) -> Floats:
        """What nobody can have: means after the true severities are taken off."""
        return self.mean(self.marks - self.level[self.juror])

    def both_random(self) -> Floats:
        """The mixed model with jurors random as well, both ratios by restricted likelihood (a search downhill)."""
        columns = self._columns()
        gram, of_marks = columns.T @ columns, columns.T @ (self.marks - self.marks.mean())
        total, sums = of_marks[: self.entries].sum(), columns.sum(axis=0)
        square = float(((self.marks - self.marks.mean()) ** 2).sum())

        def solved(at: tuple[float, float]) -> tuple[float, Floats]:
            ratio = np.exp(np.repeat(at, (self.entries, self.jurors)))
            inner = np.linalg.inv(gram + np.diag(1 / ratio))
            ones = len(self.marks) - sums @ inner @ sums
            mean = (total - sums @ inner @ of_marks) / ones
            rest = square - 2 * mean * total + len(self.marks) * mean**2
            right = of_marks - mean * sums
            effects = inner @ right
            rest -= right @ effects
            fit = (len(self.marks) - 1) * np.log(rest) - np.linalg.slogdet(inner)[1] + np.log(ratio).sum()
            return float(fit + np.log(ones)), effects[: self.entries]

        at, step = (0.5, 0.0), 1.6
        best, effects = solved(at)
        while step > 0.15:
            tried = [(at[0] + a * step, at[1] + b * step) for a, b in ((1, 0), (-1, 0), (0, 1), (0, -1))]
            values = [solved((a, max(b, -9.0))) for a, b in tried]
            place = min(range(4), key=lambda k: values[k][0])
            if values[place][0] < best - 1e-9:
                at, (best, effects) = tried[place], values[place]
            else:
                step /= 2
        return effects

    def _columns(self) -> Floats:
        rows = np.arange(len(self.marks))
        columns = np.zeros((len(rows), self.entries + self.jurors))
        columns[rows, self.entry] = columns[rows, self.entries + self.juror] = 1.0
        return columns


def kendall(found: Floats, truth: Floats, same: NDArray[np.bool_] | None = None) -> float:
    """Kendall's τ-a, over pairs of entries that are ``same``; a tie counts zero."""
    agree = np.sign(np.round(found[:, None] - found, 9)) * np.sign(truth[:, None] - truth)
    same = np.ones_like(agree, dtype=bool) if same is None else same
    return float(agree[same].sum() / (same.sum() - len(found)))
