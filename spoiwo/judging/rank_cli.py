"""The command ``spoiwo judge rank``: a file of scores in, a calibrated ranking as JSON or tables out."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from spoiwo.judging.linkage import FallsApart
from spoiwo.judging.rank import SEED, TOP, Ranking, apart, rank
from spoiwo.judging.rank_report import (
    in_words,
    ranking_report,
    rasch_report,
    refusal_report,
    without_report,
)
from spoiwo.judging.rasch import NotSteps, rasch
from spoiwo.judging.scorefile import read_scores
from spoiwo.judging.scores import Scores
from spoiwo.judging.without import without_each

REFUSED = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``rank``."""
    parser.add_argument(
        "scores", help="CSV with the columns entry, juror, criterion, score; optional category, order"
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument(
        "--top", type=_count, default=TOP, metavar="K", help=f"p_top: among the first K ({TOP})"
    )
    parser.add_argument(
        "--weights", type=_weights, default={}, metavar="WHAT=2,IMPACT=1", help="criteria; 1 where not named"
    )
    parser.add_argument(
        "--slope", action="store_true", help="let jurors differ in how widely they spread points"
    )
    parser.add_argument("--without", action="store_true", help="what changes without each juror")
    parser.add_argument("--rasch", action="store_true", help="many-facet Rasch as a second opinion")
    parser.add_argument("--seed", type=int, default=SEED, help="of the draws behind p_top")
    parser.add_argument(
        "--apart", action="store_true", help="rank each part that no juror links with the others by itself"
    )


def run(args: argparse.Namespace) -> int:
    """Print the ranking and return 0; 2 with the reason for a bad file or option, 3 where no common ranking exists."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        report = ranked(args)
    except FallsApart as falls:
        if args.json:
            print(json.dumps(refusal_report(falls), ensure_ascii=False, indent=2))
        return _refuse(f"{falls}\nwith --apart every part is ranked by itself", REFUSED)
    except (OSError, ValueError) as problem:
        return _refuse(
            f"{problem.filename}: {problem.strerror}" if isinstance(problem, OSError) else str(problem), 2
        )
    if args.json:
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(map(in_words, report.get("parts", [report]))))
    return 0


def ranked(args: argparse.Namespace) -> dict[str, Any]:
    """Return what ``rank`` prints; raise FallsApart, ValueError or OSError for what cannot be ranked."""
    scores = read_scores(Path(args.scores).read_bytes())
    if not args.apart:
        return _report(scores, args)
    parts = [_report(part, args) for part in apart(scores)]
    return parts[0] if len(parts) == 1 else {"components": len(parts), "parts": parts}


def _report(scores: Scores, args: argparse.Namespace) -> dict[str, Any]:
    ranking = rank(scores, weights=args.weights, top=args.top, seed=args.seed, slopes=args.slope)
    report = ranking_report(ranking)
    if args.without:
        found = without_each(scores, weights=args.weights, top=args.top, slopes=args.slope)
        report["without"] = without_report(found)
    if args.rasch:
        report["rasch"] = _second_opinion(scores, ranking)
    return report


def _second_opinion(scores: Scores, ranking: Ranking) -> dict[str, Any]:
    try:
        return rasch_report(rasch(scores), ranking)
    except NotSteps as why:
        return {"refused": str(why)}


def _refuse(why: str, code: int) -> int:
    for line in why.splitlines():
        print(f"spoiwo judge rank: {line}", file=sys.stderr)
    return code


def _count(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError("at least one")
    return value


def _weights(text: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for pair in text.split(","):
        name, equals, weight = pair.rpartition("=")
        if not equals or not name.strip():
            raise ValueError("NAME=WEIGHT is needed")
        found[name.strip()] = float(weight)
    return found
