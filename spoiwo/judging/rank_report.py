"""What ``spoiwo judge rank`` prints: one dictionary for JSON, and the same in words and tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from spoiwo.judging.linkage import FallsApart, Part
from spoiwo.judging.rank import Ranking
from spoiwo.judging.rasch import Rasch
from spoiwo.judging.slopes import ENOUGH, too_few
from spoiwo.judging.without import Without, kendall

NOTES = {
    "steered": "strong entries were given to certain jurors: severities come from entries read in common alone, "
    "without shrinkage",
    "alike": "nothing distinguishes the entries beyond chance: every entry has the same chance",
    "exact": "no two readings can contradict each other: differences are taken as they are",
    "no_noise": "nothing tells how large the noise is: no intervals, no chances",
    "few_for_slopes": f"some jurors have fewer than {ENOUGH} readings: their slopes say little",
}
_COLUMNS = ("rank", "entry", "readings", "raw_mean", "calibrated", "low", "high", "expected_rank", "p_top")


def ranking_report(ranking: Ranking) -> dict[str, Any]:
    """Return the ranking as plain values."""
    report = asdict(ranking)
    report["entries"] = [asdict(entry) for entry in ranking.entries]
    report["jurors"] = [asdict(juror) for juror in ranking.jurors]
    return report | {"notes": {code: NOTES[code] for code in notes(ranking)}}


def notes(ranking: Ranking) -> list[str]:
    """Return the codes of what a reader of the ranking should know, keys of NOTES."""
    found = [ranking.method] if ranking.method in NOTES else []
    if ranking.variance["reading"] is None:
        found.append("no_noise")
    if ranking.slopes and too_few([juror.readings for juror in ranking.jurors]):
        found.append("few_for_slopes")
    return found


def refusal_report(falls: FallsApart) -> dict[str, Any]:
    """Return the refusal of a common ranking with the parts as lists."""
    parts = [_part(part) for part in falls.parts]
    return {"refused": str(falls), "category": falls.category, "components": len(parts), "parts": parts}


def without_report(found: Iterable[Without]) -> list[dict[str, Any]]:
    """Return what changes without each juror."""
    return [
        asdict(one)
        | {"moves": [{"entry": e, "rank": before, "rank_without": after} for e, before, after in one.moves]}
        for one in found
    ]


def rasch_report(second: Rasch, ranking: Ranking) -> dict[str, Any]:
    """Return the second opinion and how far its order agrees with the calibrated one (Kendall's τ-a by category)."""
    measure = {facet.name: facet.measure for facet in second.entries}
    entries = [entry for entry in ranking.entries if entry.entry in measure]
    agreement = {}
    for category in ranking.reliability:
        own = [entry for entry in entries if entry.category == category]
        agreement[category] = kendall(
            np.array([entry.calibrated for entry in own]), np.array([measure[entry.entry] for entry in own])
        )
    return asdict(second) | {"agreement": agreement}


def in_words(report: Mapping[str, Any]) -> str:
    """Return the report as tables and sentences for people."""
    lines: list[str] = []
    for category in dict.fromkeys(entry["category"] for entry in report["entries"]):
        rows = [entry for entry in report["entries"] if entry["category"] == category]
        lines += [category, ""] if category else []
        lines += [*_table(_COLUMNS, rows), ""]
    lines += _table(("juror", "readings", "severity", "severity_error", "fit", "drift_t"), report["jurors"])
    lines += ["", *_remarks(report["jurors"])]
    shown = ", ".join(f"{name} {_word(value)}" for name, value in report["variance"].items())
    lines += [f"variance: {shown}", f"p_top: the chance to be among the first {report['top']}"]
    lines += report["notes"].values()
    for one in report.get("without", ()):
        lines.append(_without_words(one))
    lines += _rasch_words(report.get("rasch", {}))
    return "\n".join(lines)


def _remarks(jurors: Sequence[Mapping[str, Any]]) -> list[str]:
    words = {
        "is_outlier": "judges unlike the others",
        "is_flat": "gives nearly the same to all",
        "is_drifting": "changes in the course of reading",
    }
    return [f"{juror['juror']} {word}" for juror in jurors for key, word in words.items() if juror[key]]


def _without_words(one: Mapping[str, Any]) -> str:
    if one["parts"]:
        return f"without {one['juror']}: the jury falls into {len(one['parts'])} parts"
    told = [f"without {one['juror']}: agreement {_word(one['tau'])}"]
    told += [
        f"{name} {', '.join(one[key])}" for key, name in (("enter", "in:"), ("leave", "out:")) if one[key]
    ]
    return "; ".join(told)


def _rasch_words(second: Mapping[str, Any]) -> list[str]:
    if "refused" in second:
        return [f"Rasch: {second['refused']}"]
    told = second.get("agreement", {}).items()
    return [f"Rasch, agreement with this order: {_word(tau)} {name}".rstrip() for name, tau in told]


def _part(part: Part) -> dict[str, list[str]]:
    return {"entries": list(part.entries), "jurors": list(part.jurors)}


def _table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> list[str]:
    cells = [list(columns)] + [[_word(row[column]) for column in columns] for row in rows]
    widths = [max(len(row[place]) for row in cells) for place in range(len(columns))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]


def _word(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.3f}"
    return "–" if value is None else str(value)
