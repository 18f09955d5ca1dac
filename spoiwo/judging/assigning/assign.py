"""The assignment itself: readers, then one graph, then precision; every pair with its reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

import numpy as np

from spoiwo.judging.assigning.anchoring import Anchor, anchored, proposed
from spoiwo.judging.assigning.asking import Conflict, Entry, Juror, Pair
from spoiwo.judging.assigning.flow import readers
from spoiwo.judging.assigning.grid import UNLIMITED, WHYS, Cells, Grid, grid
from spoiwo.judging.assigning.linking import joined, may_join, pieces
from spoiwo.judging.assigning.precision import Precision, expected
from spoiwo.judging.assigning.search import improved

KEPT, ANCHOR, FLOW = "kept", "anchor", "flow"
LINKED, PRECISE = "swap for connection", "swap for precision"
FLOWS = 6  # assignments of readers begun anew where exchanges cannot join the graph


@dataclass(frozen=True)
class Reading:
    """One juror reads one entry, and why; ``noted`` where a conflict of strength "note" stands on the pair."""

    entry: str
    juror: str
    reason: str
    noted: bool = False


@dataclass(frozen=True)
class Piece:
    """Entries and jurors that can be compared with each other."""

    entries: tuple[str, ...]
    jurors: tuple[str, ...]


@dataclass(frozen=True)
class Short:
    """An entry with fewer readers than wanted, and how many jurors each reason keeps from it ("load": they are full)."""

    entry: str
    readers: int
    wanted: int
    reasons: dict[str, int]


@dataclass(frozen=True)
class Assignment:
    """Who reads what, sorted by entry and juror, and what may be expected of it; ``apart`` says why it falls apart."""

    pairs: tuple[Reading, ...]
    loads: dict[str, int]
    components: tuple[Piece, ...]
    apart: str
    precision: Precision
    anchors: tuple[Anchor, ...]
    short: tuple[Short, ...]
    seed: str

    @property
    def is_connected(self) -> bool:
        """Whether one common ranking is possible."""
        return len(self.components) == 1


def assign(
    entries: Iterable[Entry],
    jurors: Iterable[Juror],
    conflicts: Iterable[Conflict] = (),
    per_entry: int = 3,
    seed: int | str = 1,
    kept: Iterable[Pair] = (),
    anchors: int = 0,
    noise: float | None = None,
) -> Assignment:
    """Give every entry ``per_entry`` readers; 400 entries, 50 jurors, 3 each take some 0.5 s.

    In this order: no forbidden pair; the worst-off entry as well off as can be; as few noted pairs as can be; even loads;
    one connected graph (for which alone a noted pair or a difference of two loads is taken after all); the least mean
    variance of differences. ``kept`` pairs stay. ``anchors`` entries are read by all
    who may, unless that would leave another entry short: then anchors get the loads that remain. ``noise`` is the
    standard deviation of one score in points. The same seed gives the same result whatever the order of the input; other
    ids give another assignment, which is as good. Raises ValueError for what `grid` refuses and for numbers that mean
    nothing.
    """
    if per_entry < 1 or anchors < 0:
        raise ValueError("per_entry is at least 1, anchors at least 0")
    if noise is not None and not 0 < noise < float("inf"):
        raise ValueError("the noise is a standard deviation: above zero")
    table, chance = grid(entries, jurors, conflicts, kept), Random(f"assign {seed}")  # noqa: S311 (anybody may repeat it)
    anchor, first = _filled(table, per_entry, anchors, chance)
    fixed = table.kept | anchor
    first, linked = _linked(first, fixed, table, per_entry, chance)
    last = _precise(linked, fixed, table, chance)
    reasons = [(table.kept, KEPT), (anchor, ANCHOR), (first, FLOW), (linked, LINKED), (last, PRECISE)]
    ids = [entry.id for entry in table.entries]
    return Assignment(
        pairs=_pairs(last, reasons, table),
        loads={juror.id: int(load) for juror, load in zip(table.jurors, last.sum(0), strict=True)},
        components=_components(last, table),
        apart=_apart(last, table),
        precision=expected(last, ids, [entry.category for entry in table.entries], noise),
        anchors=tuple(proposed(last, table)),
        short=_short(last, table, per_entry),
        seed=str(seed),
    )


def _filled(table: Grid, per_entry: int, anchors: int, chance: Random) -> tuple[Cells, Cells]:
    """The anchors' readings and all readings."""
    anchor = anchored(table, anchors, chance)
    fixed = table.kept | anchor
    filled = fixed | readers(table.allowed, table.noted, fixed, table.limit, per_entry, chance)
    if anchors and table.limit.min() < UNLIMITED and (filled.sum(1) < per_entry).any():
        plain = table.kept | readers(table.allowed, table.noted, table.kept, table.limit, per_entry, chance)
        if (np.minimum(plain.sum(1), per_entry).sum()) > np.minimum(filled.sum(1), per_entry).sum():
            return _left_over(anchor, plain, table), plain | _left_over(anchor, plain, table)
    return anchor, filled


def _left_over(anchor: Cells, plain: Cells, table: Grid) -> Cells:
    """The anchors' readings that limits still admit when all entries have their readers."""
    taken = plain.copy()
    for row in np.flatnonzero(anchor.any(1)):
        taken[row] |= anchor[row] & (taken.sum(0) < table.limit)
    return anchor & taken


def _linked(first: Cells, fixed: Cells, table: Grid, per_entry: int, chance: Random) -> tuple[Cells, Cells]:
    """Readers and the same made one graph; other readers are tried where exchanges do not join what could be joined.

    Where even loads shut the graph in pieces, loads give way by one: two rankings are worse than one entry more to read.
    """
    tries = [(first, _joined(first, fixed, table, chance))]
    while len(tries) < FLOWS and pieces(tries[-1][1])[0] > 1 and may_join(first, table.allowed):
        other = fixed | readers(table.allowed, table.noted, fixed, table.limit, per_entry, chance)
        if other.sum() < first.sum():
            break
        tries.append((other, _joined(other, fixed, table, chance)))
    first, linked = min(tries, key=lambda one: pieces(one[1])[0])
    return first, _joined(linked, fixed, table, chance, uneven=1)


def _joined(filled: Cells, fixed: Cells, table: Grid, chance: Random, uneven: int = 0) -> Cells:
    """One graph without a further note if that can be, else with one."""
    linked = joined(filled, fixed, table.allowed & ~table.noted, table.limit, chance, uneven)
    if table.noted.any() and pieces(linked)[0] > 1:
        linked = joined(linked, fixed, table.allowed, table.limit, chance, uneven)
    return linked


def _precise(filled: Cells, fixed: Cells, table: Grid, chance: Random) -> Cells:
    number, of_entry, of_juror = pieces(filled)
    better, legal = filled.copy(), table.allowed & ~table.noted
    for piece in range(number):
        columns = np.flatnonzero(of_juror == piece)
        part = np.ix_(np.flatnonzero(of_entry == piece), columns)
        better[part] = improved(filled[part], fixed[part], legal[part], table.limit[columns], chance)
    return better


def _pairs(last: Cells, reasons: list[tuple[Cells, str]], table: Grid) -> tuple[Reading, ...]:
    found = []
    for row, column in np.argwhere(last):
        reason = next(reason for cells, reason in reasons if cells[row, column])
        noted = bool(table.noted[row, column])
        found.append(Reading(table.entries[row].id, table.jurors[column].id, reason, noted))
    return tuple(found)


def _components(filled: Cells, table: Grid) -> tuple[Piece, ...]:
    number, of_entry, of_juror = pieces(filled)
    return tuple(
        Piece(
            tuple(table.entries[row].id for row in np.flatnonzero(of_entry == piece)),
            tuple(table.jurors[column].id for column in np.flatnonzero(of_juror == piece)),
        )
        for piece in range(number)
    )


def _apart(filled: Cells, table: Grid) -> str:
    number, _, of_juror = pieces(filled)
    if number <= 1:
        return "" if number else "nobody reads anything"
    active = of_juror >= 0
    corners = int(active.sum() + filled.any(1).sum())
    if filled.sum() < corners - 1:
        return (
            f"{int(filled.sum())} readings cannot join {corners} jurors and entries; {corners - 1} are needed"
        )
    if not may_join(filled, table.allowed):
        return "conflicts, categories and languages leave no juror who may read in more than one piece"
    return "no exchange that keeps readers, loads and kept pairs joins the pieces"


def _short(filled: Cells, table: Grid, per_entry: int) -> tuple[Short, ...]:
    found = []
    for row in np.flatnonzero(filled.sum(1) < per_entry):
        absent = ~filled[row]
        reasons = {why: int((absent & (table.why[row] == code)).sum()) for code, why in enumerate(WHYS)}
        reasons["load"] = int((absent & (table.why[row] < 0)).sum())
        shown = {why: count for why, count in reasons.items() if count}
        found.append(Short(table.entries[row].id, int(filled[row].sum()), per_entry, shown))
    return tuple(found)
