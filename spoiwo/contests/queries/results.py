"""The results page: places with what they rest on, jurors and their influence, one entry in detail."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from spoiwo.contests.models import BlindCopy, Category, Edition, Entry, Member, Ranking
from spoiwo.contests.queries.people import shut_out_of
from spoiwo.contests.rules.results import Mark, Standing, is_below, places_of, proposed
from spoiwo.contests.rules.states import SETTLED, EntryState
from spoiwo.kit.actor import Actor

WIDTH = 160  # units of the interval's picture
FEW = 2  # readings below which a place is said to rest on little


@dataclass(frozen=True, slots=True)
class Row:
    """An entry on the results page. `name` is its title and entrant, or its code where the reader stays blind.

    `left`, `right` and `dot` are where its interval and its score lie on a line of `WIDTH` units.
    """

    entry: int
    name: str
    detail: str
    place: int
    raw_mean: float
    calibrated: float
    low: float | None
    high: float | None
    expected_rank: float | None
    p_top: float | None
    readings: int
    marks: frozenset[Mark]
    is_proposed: bool
    left: float
    right: float
    dot: float


@dataclass(frozen=True, slots=True)
class Table:
    """The places of one category. `is_whole` is false where the reader is shut out of an entry of it."""

    category: Category
    rows: list[Row]
    is_whole: bool
    ties: list[list[Row]]


def names_shown(edition: Edition, can: set[str]) -> bool:
    """Whether this reader learns whose entry is whose: the office always, the jury once the result is sealed."""
    return "read_entries" in can or not edition.is_blind or edition.state in SETTLED


def result_tables(
    edition: Edition, data: Mapping[str, Any], actor: Actor, *, with_names: bool
) -> list[Table]:
    """The places of every category, without the entries the reader is shut out of; four queries whatever the size.

    Places are counted among what is shown, so that a hidden entry leaves no gap to be read off.
    """
    hidden = shut_out_of(edition, actor)
    words = _words(edition, with_names=with_names)
    found: dict[int, list[Mapping[str, Any]]] = {}
    for one in data.get("entries", ()):
        if int(one["entry"]) not in hidden:
            found.setdefault(int(one["category"]), []).append(one)
    touched = (
        set(Entry.objects.filter(pk__in=hidden).values_list("category_id", flat=True)) if hidden else set()
    )
    return [
        _table(category, edition, found[category.pk], words, data.get("weak", {}), category.pk not in touched)
        for category in edition.categories.all()
        if category.pk in found
    ]


def stored_ranking(edition: Edition) -> Ranking | None:
    """The engine's answer about the scores as they stand; None while it is being made."""
    return Ranking.objects.filter(edition=edition).first()


def juror_names(edition: Edition) -> dict[str, Member]:
    """Member's id as text → member with the person; one query."""
    rows = Member.objects.filter(edition=edition).select_related("user")
    return {str(one.pk): one for one in rows}


def _table(
    category: Category,
    edition: Edition,
    found: list[Mapping[str, Any]],
    words: Mapping[int, tuple[str, str]],
    weak: Mapping[str, Any],
    is_whole: bool,
) -> Table:
    ordered = sorted(found, key=lambda one: (-one["calibrated"], int(one["entry"])))
    places = places_of([one["calibrated"] for one in ordered])
    standings = [
        Standing(
            int(one["entry"]),
            category.pk,
            place,
            one["raw_mean"],
            one["calibrated"],
            _marks(one, places.count(place) > 1, category, edition, weak),
        )
        for one, place in zip(ordered, places, strict=True)
    ]
    chosen = set(proposed(standings, category.laureates))
    low, high = _span(ordered)
    rows = [
        _row(one, standing, words, standing.entry in chosen, low, high, is_whole)
        for one, standing in zip(ordered, standings, strict=True)
    ]
    ties: dict[int, list[Row]] = {}
    for row in rows:
        ties.setdefault(row.place, []).append(row)
    return Table(category, rows, is_whole, [tied for tied in ties.values() if len(tied) > 1])


def _marks(
    one: Mapping[str, Any], is_tied: bool, category: Category, edition: Edition, weak: Mapping[str, Any]
) -> frozenset[Mark]:
    found = {
        Mark.TIED: is_tied,
        Mark.LEVEL: one["level_with_first"],
        Mark.BELOW_THRESHOLD: is_below(one["raw_mean"], category.threshold, edition.scale_max),
        Mark.BELOW_CRITERION: one["entry"] in weak,
        Mark.FEW_READINGS: one["readings"] < FEW,
    }
    return frozenset(mark for mark, is_set in found.items() if is_set)


def _row(
    one: Mapping[str, Any],
    standing: Standing,
    words: Mapping[int, tuple[str, str]],
    is_proposed: bool,
    low: float,
    high: float,
    is_whole: bool,
) -> Row:
    def on_line(points: float) -> float:
        return round((points - low) / (high - low) * WIDTH, 1)

    name, detail = words.get(standing.entry, (str(standing.entry), ""))
    return Row(
        standing.entry,
        name,
        detail,
        standing.place,
        one["raw_mean"],
        one["calibrated"],
        one["low"],
        one["high"],
        one["expected_rank"] if is_whole else None,
        one["p_top"] if is_whole else None,
        one["readings"],
        standing.marks,
        is_proposed,
        on_line(one["low"] if one["low"] is not None else one["calibrated"]),
        on_line(one["high"] if one["high"] is not None else one["calibrated"]),
        on_line(one["calibrated"]),
    )


def _span(rows: list[Mapping[str, Any]]) -> tuple[float, float]:
    """From the lowest to the highest end of an interval, never of no width."""
    lows = [one["low"] if one["low"] is not None else one["calibrated"] for one in rows]
    highs = [one["high"] if one["high"] is not None else one["calibrated"] for one in rows]
    low, high = min(lows, default=0.0), max(highs, default=1.0)
    return (low, high) if high > low else (low, low + 1.0)


def _words(edition: Edition, *, with_names: bool) -> dict[int, tuple[str, str]]:
    """Entry's id → how it is called and what stands below: title and entrant, or code and blind title."""
    rows = Entry.objects.filter(edition=edition, state=EntryState.ADMITTED, is_sample=False)
    if with_names:
        return {pk: (title, body) for pk, title, body in rows.values_list("pk", "title", "organisation_name")}
    copies = BlindCopy.objects.filter(submission__entry__in=rows, approved_at__isnull=False)
    titles = dict(copies.values_list("submission__entry_id", "title"))
    return {pk: (code, titles.get(pk, "")) for pk, code in rows.values_list("pk", "code")}
