"""The command ``spoiwo judge assign``: lists of entries, jurors and conflicts in, who reads what out."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from spoiwo.judging.assigning.assign import assign
from spoiwo.judging.assigning.files import read_conflicts, read_entries, read_jurors, read_kept
from spoiwo.judging.assigning.report import report, text
from spoiwo.judging.sheets import BadFile

Found = TypeVar("Found")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``assign`` on a parser or sub-parser."""
    parser.add_argument("--entries", required=True, metavar="CSV", help="columns entry, category, language")
    parser.add_argument(
        "--jurors",
        required=True,
        metavar="CSV",
        help="columns juror, load (at most so many), categories, languages (parted by ; or |)",
    )
    parser.add_argument(
        "--conflicts", metavar="CSV", help="columns entry, juror, strength (bar, no vote or note)"
    )
    parser.add_argument("--kept", metavar="CSV", help="columns entry, juror: pairs that exist and stay")
    parser.add_argument("--per-entry", type=int, default=3, metavar="N", help="readers of an entry (3)")
    parser.add_argument("--anchors", type=int, default=0, metavar="N", help="entries that all read who may")
    parser.add_argument(
        "--noise", type=float, metavar="SD", help="standard deviation of one score, in points"
    )
    parser.add_argument("--seed", default="1", help="the same seed gives the same assignment (1)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a text")


def run(args: argparse.Namespace) -> int:
    """Print the assignment and return 0; on a bad file or option print why on standard error and return 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        shown = assigned(args)
    except (OSError, ValueError) as problem:
        why = f"{problem.filename}: {problem.strerror}" if isinstance(problem, OSError) else str(problem)
        for line in why.splitlines():
            print(f"spoiwo judge assign: {line}", file=sys.stderr)
        return 2
    print(json.dumps(shown, ensure_ascii=False, indent=2) if args.json else text(shown))
    return 0


def assigned(args: argparse.Namespace) -> dict[str, Any]:
    """Return what the command prints; raise ValueError or OSError for what cannot be assigned."""
    entries = _read(args.entries, read_entries)
    jurors = _read(args.jurors, read_jurors)
    conflicts = (
        _read(args.conflicts, lambda content: read_conflicts(content, entries, jurors))
        if args.conflicts
        else []
    )
    kept = (
        _read(args.kept, lambda content: read_kept(content, entries, jurors, conflicts)) if args.kept else []
    )
    found = assign(entries, jurors, conflicts, args.per_entry, args.seed, kept, args.anchors, args.noise)
    return report(found, jurors, args.per_entry)


def _read(path: str, reader: Callable[[bytes], Found]) -> Found:
    try:
        return reader(Path(path).read_bytes())
    except BadFile as problem:
        raise BadFile(problem.problems, Path(path).name) from None
