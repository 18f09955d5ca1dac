"""`python -m bench`: runs the jobs, prints what they gave, always ends well unless a job is broken."""

import argparse
import gc
import json
import os
import platform
import sys
import tempfile
import time
import traceback
from importlib import import_module
from pathlib import Path

from bench.figures import Figure, Rule
from bench.house import House

# name → where it is measured; modules are loaded when the house stands, because they need its settings
JOBS = {
    "cli-help": ("bench.commands", "measure"),
    "cold-start": ("bench.web", "measure_start"),
    "public-page": ("bench.web", "measure_page"),
    "places": ("bench.places", "measure"),
    "import": ("bench.imports", "measure"),
    "staff-list-first": ("bench.lists", "measure_first"),
    "staff-list-1000": ("bench.lists", "measure_thousand"),
    "csv-1000": ("bench.lists", "measure_csv"),
    "e-mails": ("bench.letters", "measure"),
    "pdf": ("bench.papers", "measure"),
    "letters": ("bench.papers_of_meetings", "measure"),
    "check-in": ("bench.meetings_door", "measure"),
    "guest-list": ("bench.meetings_guests", "measure"),
    "guests-1000": ("bench.meetings_pages", "measure_lists"),
    "campaign-100k": ("bench.meetings_pages", "measure_campaign"),
    "export-100k": ("bench.meetings_exports", "measure_csv"),
    "xlsx-memory": ("bench.meetings_exports", "measure_xlsx"),
    "launch": ("bench.meetings_launch", "measure"),
    "tally-points": ("bench.tally", "measure_points"),
    "tally-schulze": ("bench.tally", "measure_schulze"),
    "equal-shares": ("bench.tally", "measure_shares"),
    "judge-assign": ("bench.judging_assign", "measure"),
    "judge-rank": ("bench.judging_rank", "measure_rank"),
    "judge-without": ("bench.judging_rank", "measure_without"),
    "judge-quality": ("bench.judging_quality", "measure"),
    "contest-results": ("bench.contests", "measure"),
    "search-find": ("bench.search", "measure"),
    "search-recall": ("bench.search", "measure_recall"),
    "repair-speed": ("bench.repair", "measure_speed"),
    "repair-quality": ("bench.repair", "measure_quality"),
    "reading-facts": ("bench.reading", "measure_facts"),
    "reading-quality": ("bench.reading", "measure_quality"),
    "workshop-report": ("bench.workshops", "measure"),
    "hall-pulse": ("bench.hall_pulse", "measure"),
    "hall-vote": ("bench.hall_vote", "measure"),
    "memory": ("bench.web", "measure_memory"),
}


def main() -> int:
    """0 whatever the figures are; 1 where a job could not be measured."""
    parser = argparse.ArgumentParser(
        prog="python -m bench", description="Each job beside its physical reference."
    )
    parser.add_argument("--only", action="append", choices=sorted(JOBS), metavar="NAME", help=", ".join(JOBS))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures with all samples")
    options = parser.parse_args()
    house = House(Path(tempfile.mkdtemp(prefix="spoiwo-bench-")))
    try:
        figures, broken = _measured(house, options.only or list(JOBS))
    finally:
        house.remove()
    _print(figures)
    if broken:
        print(f"broken: {', '.join(broken)}")
    if options.json:
        told = {"machine": _machine(), "figures": [figure.as_json() for figure in figures], "broken": broken}
        options.json.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 1 if broken else 0


def _measured(house: House, names: list[str]) -> tuple[list[Figure], list[str]]:
    figures: list[Figure] = []
    broken: list[str] = []
    start = time.perf_counter()
    house.build()
    for name in names:
        _tell(f"{time.perf_counter() - start:4.0f} s  {name} …")
        module, function = JOBS[name]
        # What earlier jobs left behind is set aside, or the collector would walk through it inside a later job's time.
        gc.collect()
        gc.freeze()
        try:
            figures += getattr(import_module(module), function)(house)
        except Exception:  # one broken job must not hide the figures of the others
            traceback.print_exc()
            broken.append(name)
    _tell(f"{time.perf_counter() - start:4.0f} s  done")
    return figures, broken


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _machine() -> str:
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    busy = f"; load {load:.1f}: more than this ran on the machine" if load > 2 else ""
    return f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores{busy}"


def _print(figures: list[Figure]) -> None:
    print(f"\nMedians of turns A B A B. {_machine()}\n")
    print(f"{'job':<18}{'Spoiwo':>12}{'reference':>12}  {'unit':<11}{'compared':<20}{'target':<10}met")
    for figure in figures:
        reference = "" if figure.reference is None else _number(figure.reference)
        print(
            f"{figure.name:<18}{_number(figure.ours):>12}{reference:>12}  {figure.unit:<11}"
            f"{_compared(figure):<20}{_target(figure):<10}{ {True: 'yes', False: 'NO', None: ''}[figure.is_met] }"
        )
        for line in (figure.what, *figure.notes):
            print(f"    {line}")


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}" if value >= 1 else f"{value:.3f}"


def _compared(figure: Figure) -> str:
    if figure.compared is None:
        return ""
    if figure.rule == Rule.EXTRA_AT_MOST:
        return f"+ {_number(figure.compared)} {figure.unit}"
    if figure.rule == Rule.VALUE_AT_MOST:
        return f"{_number(figure.compared)} {figure.unit}"
    return f"{figure.compared:.2f} ×"


def _target(figure: Figure) -> str:
    if figure.target is None:
        return ""
    sign = "≥" if figure.rule == Rule.RATIO_AT_LEAST else "≤"
    return f"{sign} {figure.target:g}{' ×' if 'RATIO' in figure.rule.name else ' ' + figure.unit}"


if __name__ == "__main__":
    sys.exit(main())
