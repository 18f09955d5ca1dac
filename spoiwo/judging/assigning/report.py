"""What the command prints: one dictionary for JSON, and the same in words and a table of loads."""

from collections.abc import Iterable
from typing import Any

from spoiwo.judging.assigning.asking import Juror
from spoiwo.judging.assigning.assign import Assignment
from spoiwo.judging.assigning.precision import Precision

DIGITS = 6


def report(found: Assignment, jurors: Iterable[Juror], per_entry: int) -> dict[str, Any]:
    """Return the assignment as plain values; variances in units of the noise variance, rounded to six digits."""
    limits = {juror.id: juror.load for juror in jurors}
    return {
        "seed": found.seed,
        "per_entry": per_entry,
        "connected": found.is_connected,
        "apart": found.apart,
        "precision": _precision(found.precision),
        "pairs": [
            {"entry": p.entry, "juror": p.juror, "reason": p.reason} | ({"noted": True} if p.noted else {})
            for p in found.pairs
        ],
        "loads": [{"juror": juror, "load": n, "limit": limits[juror]} for juror, n in found.loads.items()],
        "components": [{"entries": list(c.entries), "jurors": list(c.jurors)} for c in found.components],
        "anchors": [
            {"entry": a.entry, "jurors": list(a.jurors), "mean_variance": _round(a.mean_variance)}
            for a in found.anchors
        ],
        "short": [
            {"entry": s.entry, "readers": s.readers, "wanted": s.wanted, "reasons": s.reasons}
            for s in found.short
        ],
    }


def _precision(found: Precision) -> dict[str, Any]:
    return {
        "mean_variance": _round(found.mean_variance),
        "ideal": _round(found.ideal),
        "efficiency": _round(found.efficiency),
        "standard_error": _round(found.standard_error),
        "within": {name: _round(value) for name, value in found.within.items()},
        "entries": {name: _round(value) for name, value in found.entries.items()},
    }


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)


def text(shown: dict[str, Any]) -> str:
    """Return the report for people: what was reached first, then who reads what."""
    loads = [line["load"] for line in shown["loads"]]
    lines = [
        f"{len(shown['pairs'])} readings, seed {shown['seed']}; loads from {min(loads)} to {max(loads)}",
        *_whole(shown),
        *(_short(line) for line in shown["short"]),
        *(_anchor(line) for line in shown["anchors"]),
        "",
    ]
    names: dict[str, list[str]] = {line["juror"]: [] for line in shown["loads"]}
    for pair in shown["pairs"]:
        names[pair["juror"]].append(pair["entry"] + (" (note)" if "noted" in pair else ""))
    width = max(map(len, names))
    for line in shown["loads"]:
        limit = "" if line["limit"] is None else f" of {line['limit']}"
        lines.append(
            f"{line['juror'].ljust(width)}  {line['load']}{limit}: {', '.join(names[line['juror']])}"
        )
    return "\n".join(line.rstrip() for line in lines)


def _whole(shown: dict[str, Any]) -> list[str]:
    precision = shown["precision"]
    if not shown["connected"]:
        lines = [f"the graph falls apart, no common ranking is possible: {shown['apart']}"]
        pieces = enumerate(shown["components"], start=1)
        return lines + [
            f"  piece {number}: {len(piece['entries'])} entries; jurors {', '.join(piece['jurors'])}"
            for number, piece in pieces
        ]
    lines = ["the graph of jurors and entries is connected"]
    if precision["mean_variance"] is not None:
        line = f"mean variance of a difference: {precision['mean_variance']:.4f} of the noise variance"
        if precision["efficiency"] is not None:
            line += f", {precision['efficiency']:.1%} of what a perfectly even design gives"
        lines.append(line)
    if precision["standard_error"] is not None:
        lines.append(f"standard error of a difference: {precision['standard_error']:.3f} points")
    return lines + [
        f"within category {name}: {value:.4f}"
        for name, value in precision["within"].items()
        if value is not None
    ]


def _short(line: dict[str, Any]) -> str:
    reasons = ", ".join(f"{why}: {count}" for why, count in line["reasons"].items())
    return f"entry {line['entry']} has {line['readers']} of {line['wanted']} readers; kept away by {reasons}"


def _anchor(line: dict[str, Any]) -> str:
    after = "" if line["mean_variance"] is None else f"; mean variance then {line['mean_variance']:.4f}"
    return f"proposed anchor {line['entry']}, to be read besides by {', '.join(line['jurors'])}{after}"
