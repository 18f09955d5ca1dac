"""Jobs `judge-rank`, `judge-without`: 500 entries × 60 jurors × 3 readings × 6 criteria, from the file to the ranking."""

import csv
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from random import Random

from bench.figures import Figure, Rule, by_turns
from bench.house import ROOT, House

ENTRIES, JURORS, EACH, CRITERIA = 500, 60, 3, 6
READ = "import csv, sys, numpy\nfor row in csv.reader(open(sys.argv[1], newline='', encoding='utf-8')): pass"
SIZE = f"{ENTRIES} entries, {JURORS} jurors, {EACH} readings each, {CRITERIA} criteria ({ENTRIES * EACH * CRITERIA:,} rows)"


def measure_rank(house: House) -> list[Figure]:
    """The ranking with intervals, expected ranks and chances."""
    what = f"{SIZE}: the whole command, a new process; beside a process that loads numpy and walks through the file"
    return [_figure(house, "judge-rank", what, (), 1.0, 7)]


def measure_without(house: House) -> list[Figure]:
    """The same, and the ranking again without each juror."""
    what = f"the same and once more without each of the {JURORS} jurors, variances estimated anew"
    return [_figure(house, "judge-without", what, ("--without",), 10.0, 3)]


def _figure(
    house: House, name: str, what: str, options: Sequence[str], seconds: float, rounds: int
) -> Figure:
    path = _written(house.folder / "scores.csv")
    command = ["-m", "spoiwo", "judge", "rank", str(path), "--json", *options]
    ours, reading, samples = by_turns(
        partial(_run, house, command), partial(_run, house, ["-c", READ, str(path)]), rounds=rounds
    )
    return Figure(name, what, "s", ours, reading, Rule.VALUE_AT_MOST, seconds, (), samples)


def _written(path: Path) -> Path:
    chance = Random("jury")
    severity = [chance.gauss(0, 0.7) for _ in range(JURORS)]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["entry", "juror", "criterion", "score"])
        for entry in range(ENTRIES):
            quality = chance.gauss(2.5, 0.8)
            for juror in chance.sample(range(JURORS), EACH):
                halo = quality - severity[juror] + chance.gauss(0, 0.5)
                for criterion in range(CRITERIA):
                    score = min(5, max(0, round(halo + chance.gauss(0, 0.6))))
                    writer.writerow(
                        [f"Praktyka {entry + 1}", f"Juror {juror + 1}", f"K{criterion + 1}", score]
                    )
    return path


def _run(house: House, arguments: Sequence[str]) -> float:
    start = time.perf_counter()
    command = [sys.executable, *arguments]
    subprocess.run(command, cwd=ROOT, env=house.environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start
