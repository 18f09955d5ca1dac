"""An assignment tried out: what the engine is given, what it makes of it, and what that would change."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from spoiwo.contests.models import Edition, Entry, Member, Reading
from spoiwo.contests.queries.conflicts import shut_pairs
from spoiwo.contests.rules.conflicts import strongest
from spoiwo.contests.rules.precision import told_apart
from spoiwo.contests.rules.sealing import canonical, digest
from spoiwo.contests.rules.states import JURY, ReadingState, Strength

WHY = {
    "kept": "kept",
    "anchor": "anchor",
    "flow": "plan",
    "swap for connection": "connects",
    "swap for precision": "precision",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What the secretary asks of the plan. With `is_anew` entries that nobody has begun to read are dealt out again."""

    seed: int
    per_entry: int
    anchors: int = 0
    is_anew: bool = False


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the plan is made from, as ids: entries with category, jurors with load and categories, forbidden, noted, kept pairs."""

    entries: list[tuple[int, int]]
    jurors: list[tuple[int, int | None, list[int]]]
    forbidden: list[tuple[int, int]]
    noted: list[tuple[int, int]]
    kept: list[tuple[int, int]]
    wish: Wish

    @property
    def digest(self) -> str:
        """Changes whenever the plan could come out otherwise."""
        return digest(canonical(asdict(self)))


@dataclass(frozen=True, slots=True)
class Plan:
    """The engine's answer, pairs as ids (entry, member) with why; `added` and `dropped` against what is there."""

    inputs: Inputs
    pairs: dict[tuple[int, int], str]
    added: list[tuple[int, int]]
    dropped: list[tuple[int, int]]
    components: list[tuple[list[int], list[int]]]
    told_apart: float | None
    efficiency: float | None
    anchors: list[tuple[int, list[int]]]
    short: list[tuple[int, int, dict[str, int]]]

    @property
    def is_connected(self) -> bool:
        """Whether one common ranking is possible."""
        return len(self.components) == 1


def jurors_of(edition: Edition) -> list[Member]:
    """Chair and jurors who have not stopped."""
    rows = Member.objects.filter(edition=edition, kind__in=JURY, stopped_at=None).order_by("pk")
    return list(rows.select_related("user", "organisation").prefetch_related("categories"))


def inputs_of(edition: Edition, wish: Wish) -> Inputs:
    """Admitted entries, jurors, conflicts and readings as they stand; six queries.

    A juror who has stopped is there with what was submitted and gets nothing more. Who withdrew from an entry is not
    given it again.
    """
    entries = list(
        Entry.objects.filter(edition=edition).admitted().order_by("pk").values_list("pk", "category")
    )
    jurors = jurors_of(edition)
    readings = list(
        Reading.objects.filter(entry__edition=edition, entry__in=[pk for pk, _category in entries])
        .order_by("entry", "member")
        .values_list("entry", "member", "state", "member__stopped_at")
    )
    active = {one.pk for one in jurors}
    recused = {(entry, member) for entry, member, state, _at in readings if state == ReadingState.RECUSED}
    forbidden, noted = _conflicts(edition, jurors, {pk for pk, _category in entries})
    kept = [
        (entry, member)
        for entry, member, state, _at in readings
        if _stays(state, wish) and (entry, member) not in forbidden
    ]
    gone = sorted({member for _entry, member in kept} - active)
    return Inputs(
        entries,
        [(one.pk, one.load, sorted(category.pk for category in one.categories.all())) for one in jurors]
        + [(pk, 0, []) for pk in gone],
        sorted(forbidden | {pair for pair in recused if pair[1] in active}),
        sorted(noted),
        kept,
        wish,
    )


def plan_of(edition: Edition, wish: Wish) -> Plan | None:
    """Tries an assignment out without writing anything; None without entries or jurors. Under a second for 500 × 60."""
    inputs = inputs_of(edition, wish)
    if not inputs.entries or not inputs.jurors:
        return None
    found = _assigned(inputs)
    pairs = {(int(one.entry), int(one.juror)): WHY[one.reason] for one in found.pairs}
    there = set(
        Reading.objects.filter(entry__in=[pk for pk, _category in inputs.entries])
        .exclude(state=ReadingState.RECUSED)
        .values_list("entry", "member")
    )
    precision = found.precision
    variance = precision.mean_variance
    return Plan(
        inputs,
        pairs,
        added=sorted(set(pairs) - there),
        dropped=sorted(there - set(pairs)),
        components=[
            ([int(one) for one in part.entries], [int(one) for one in part.jurors])
            for part in found.components
        ],
        told_apart=None if variance is None else told_apart(variance, edition.scale_max),
        efficiency=precision.efficiency,
        anchors=[(int(one.entry), [int(juror) for juror in one.jurors]) for one in found.anchors],
        short=[(int(one.entry), one.readers, one.reasons) for one in found.short],
    )


def _assigned(inputs: Inputs) -> Any:
    # Loaded late: numpy takes a tenth of a second and thirty megabytes that no other page needs.
    from spoiwo.judging.assigning import Conflict, Juror, assign
    from spoiwo.judging.assigning import Entry as Read
    from spoiwo.judging.assigning import Strength as Forbids

    conflicts = [Conflict(str(entry), str(member), Forbids.BAR) for entry, member in inputs.forbidden]
    conflicts += [Conflict(str(entry), str(member), Forbids.NOTE) for entry, member in inputs.noted]
    return assign(
        [Read(str(pk), str(category)) for pk, category in inputs.entries],
        [Juror(str(pk), load, tuple(str(one) for one in only)) for pk, load, only in inputs.jurors],
        conflicts,
        per_entry=inputs.wish.per_entry,
        seed=inputs.wish.seed,
        kept=[(str(entry), str(member)) for entry, member in inputs.kept],
        anchors=min(inputs.wish.anchors, len(inputs.entries)),
    )


def _stays(state: str, wish: Wish) -> bool:
    return state != ReadingState.RECUSED and not (wish.is_anew and state == ReadingState.ASSIGNED)


def _conflicts(
    edition: Edition, jurors: Iterable[Member], entries: set[int]
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Forbidden and noted pairs, whatever role of the person the conflict was stated of."""
    by_user = defaultdict(list)
    for juror in jurors:
        by_user[juror.user_id].append(juror.pk)
    forbidden: set[tuple[int, int]] = set()
    noted: set[tuple[int, int]] = set()
    for (entry, user), strengths in shut_pairs(edition).items():
        for member in by_user[user] if entry in entries else ():
            (noted if strongest(strengths) == Strength.NOTE else forbidden).add((entry, member))
    return forbidden, noted
