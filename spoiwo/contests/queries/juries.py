"""What the scores say of the jurors, in whole sentences, and of one entry reading by reading."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spoiwo.contests.models import Criterion, Edition, Entry, Reading
from spoiwo.contests.queries.people import shut_out_of
from spoiwo.contests.queries.results import juror_names
from spoiwo.contests.queries.rulebook import criteria_for
from spoiwo.contests.queries.scores import scores_of_entry
from spoiwo.contests.rules.states import JURY, ReadingState
from spoiwo.kit.actor import Actor

HALF = 80  # units on each side of the picture of a juror's severity


@dataclass(frozen=True, slots=True)
class JurorRow:
    """A juror with the figures of the engine and what they mean. `start` and `width` draw the severity around the middle."""

    name: str
    readings: int
    severity: float
    error: float | None
    start: float
    width: float
    remarks: list[str]
    without: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A score as it stands and as it was first given, where that differs."""

    value: Any
    first: Any
    cannot_judge: bool


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One juror's card: cells in the order of the criteria, comments, and whether it is the reader's own."""

    reading: Reading
    juror: str
    severity: float | None
    cells: list[tuple[Criterion, Cell | None]]
    is_mine: bool


def juror_rows(edition: Edition, data: Mapping[str, Any], actor: Actor) -> list[JurorRow]:
    """Every juror the ranking knows, severest first. Whoever is shut out of an entry learns of nobody’s influence on it."""
    names, hidden = juror_names(edition), shut_out_of(edition, actor)
    without = {one["juror"]: one for one in data.get("without", ())} if not hidden else {}
    unseen = _cards_on(hidden)
    widest = max((abs(one["severity"]) for one in data.get("jurors", ())), default=0) or 1
    rows = []
    for one in data.get("jurors", ()):
        wide = abs(one["severity"]) / widest * HALF
        rows.append(
            JurorRow(
                str(names[one["juror"]]) if one["juror"] in names else "–",
                one["readings"] - unseen.get(one["juror"], 0),
                one["severity"],
                one["severity_error"],
                round(HALF - wide if one["severity"] < 0 else HALF, 1),
                round(wide, 1),
                _remarks(one),
                _influence(without.get(one["juror"])),
            )
        )
    return sorted(rows, key=lambda row: -row.severity)


def reading_rows(
    entry: Entry, actor: Actor, data: Mapping[str, Any]
) -> tuple[list[Criterion], list[ReadingRow]]:
    """The criteria and the submitted cards of one entry."""
    criteria, names = criteria_for(entry.category), juror_names(entry.edition)
    severity = {one["juror"]: one["severity"] for one in data.get("jurors", ())}
    rows = []
    for reading in scores_of_entry(entry.pk):
        scores = {score.criterion_id: score for score in reading.scores.all()}
        cells = [(criterion, _cell(scores.get(criterion.pk))) for criterion in criteria]
        member = str(reading.member_id)
        juror = str(names[member]) if member in names else "–"
        is_mine = reading.member.user_id == actor.user_id
        rows.append(ReadingRow(reading, juror, severity.get(member), cells, is_mine))
    return criteria, rows


def may_see_cards(entry: Entry, actor: Actor, kinds: frozenset[str]) -> bool:
    """Jurors see others’ cards of an entry once none of their own for it is open, and never with a conflict about it."""
    if JURY.isdisjoint(kinds):
        return True
    own = Reading.objects.filter(entry=entry, member__user=actor.user_id)
    is_open = own.filter(state__in=[ReadingState.ASSIGNED, ReadingState.BEGUN]).exists()
    is_shut_out = entry.conflicts.filter(
        member__user=actor.user_id, is_dismissed=False, strength__in=["bar", "no_vote"]
    ).exists()
    return not is_open and not is_shut_out


def _cards_on(entries: Collection[int]) -> dict[str, int]:
    """Member's id as text → counted cards on these entries; no query where there are none."""
    if not entries:
        return {}
    rows = Reading.objects.counted().filter(entry__in=entries).order_by().values_list("member")
    return {str(member): count for member, count in rows.annotate(Count("pk"))}


def _cell(score: Any) -> Cell | None:
    if score is None:
        return None
    first = score.first_value if score.revised_at and score.first_value != score.value else None
    return Cell(score.value, first, score.cannot_judge)


def _remarks(one: Mapping[str, Any]) -> list[str]:
    """What is worth a word about a juror; none of it changes a score."""
    said = {
        "is_flat": _("gave nearly everybody the same points, so the own order weighs little"),
        "is_outlier": _("saw the entries in a clearly different order than the others"),
        "is_drifting": _("became severer or milder from one entry to the next"),
    }
    return [sentence for name, sentence in said.items() if one.get(name)]


def _influence(one: Mapping[str, Any] | None) -> str:
    """What the order would be without this juror."""
    if one is None:
        return ""
    if one["parts"]:
        return _("Without this juror there would be no common ranking.")
    if one["tau"] is not None and one["tau"] > 1 - 1e-9 and not one["enter"]:
        return _("Without this juror the order stays the same.")
    changed = len(one["enter"])
    tau = floatformat(one["tau"] or 0, 2)
    if not changed:
        return _("Without this juror the same entries stay at the top (agreement of the orders %(tau)s).") % {
            "tau": tau
        }
    said = ngettext(
        "Without this juror %(count)d entry at the top would change (agreement of the orders %(tau)s).",
        "Without this juror %(count)d entries at the top would change (agreement of the orders %(tau)s).",
        changed,
    )
    return said % {"count": changed, "tau": tau}
