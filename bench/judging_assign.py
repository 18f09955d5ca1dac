"""Job `judge-assign`: entries to jurors by the whole command, and its precision beside 200 random balanced designs."""

import csv
import json
import os
import statistics
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from random import Random

from bench.figures import Figure, Rule, by_turns
from bench.house import ROOT, House

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: beside other work its threads only wait
SECONDS, WORSE, DESIGNS, CONFLICTS = 2.0, 1.05, 200, 0.05
# entries, jurors, readers of an entry, whether in two categories with every third juror in both and the others in one
SIZES = ((400, 50, 3, False), (120, 24, 3, True), (60, 12, 3, False), (30, 18, 5, False))
READ = "import csv, sys, numpy\nfor path in sys.argv[1:]: list(csv.reader(open(path, newline='', encoding='utf-8')))"


def measure(house: House) -> list[Figure]:
    """The command's time at the greatest size, and the mean variance of differences at every size."""
    figures = []
    for size in SIZES:
        may, files = _contest(house.folder, *size)
        command = ["-m", "spoiwo", "judge", "assign", "--per-entry", str(size[2]), "--seed", "1", "--json"]
        command += [f"--{path.stem}={path}" for path in files]
        if size == SIZES[0]:
            figures.append(_timed(house, command, files, size))
        figures.append(_precise(house, command, may, size))
    return figures


def _contest(
    folder: Path, entries: int, jurors: int, _: int, is_parted: bool
) -> tuple[list[list[bool]], list[Path]]:
    """Who may read what, and the same as files: every twentieth pair is in conflict at random."""
    chance = Random(f"conflicts {entries}")
    lists = ["" if not is_parted or j % 3 == 0 else "AB"[j % 2] for j in range(jurors)]
    barred = [[chance.random() < CONFLICTS for _ in lists] for _ in range(entries)]
    category = ["AB"[e % 2] if is_parted else "" for e in range(entries)]
    may = [
        [not barred[e][j] and lists[j] in ("", category[e]) for j in range(jurors)] for e in range(entries)
    ]
    pairs = [(f"e{e}", f"j{j}") for e in range(entries) for j in range(jurors) if barred[e][j]]
    return may, [
        _written(
            folder, "entries", [("entry", "category"), *((f"e{e}", category[e]) for e in range(entries))]
        ),
        _written(folder, "jurors", [("juror", "categories"), *((f"j{j}", lists[j]) for j in range(jurors))]),
        _written(folder, "conflicts", [("entry", "juror"), *pairs]),
    ]


def _written(folder: Path, name: str, rows: list[tuple[str, str]]) -> Path:
    path = folder / f"{name}.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


def _timed(house: House, command: list[str], files: list[Path], size: tuple[int, int, int, bool]) -> Figure:
    read = ["-c", READ, *map(str, files)]
    ours, reading, samples = by_turns(partial(_run, house, command), partial(_run, house, read), rounds=7)
    what = (
        f"{size[0]} entries to {size[1]} jurors, {size[2]} each, 5 % conflicts: the whole command, a new process; "
        "beside a process that loads numpy and reads the three files"
    )
    return Figure("judge-assign", what, "s", ours, reading, Rule.VALUE_AT_MOST, SECONDS, (), samples)


def _run(house: House, arguments: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=house.environment, check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - start


def _precise(
    house: House, command: list[str], may: list[list[bool]], size: tuple[int, int, int, bool]
) -> Figure:
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=house.environment, check=True, capture_output=True
    )
    found = json.loads(done.stdout)
    design = [(int(pair["entry"][1:]), int(pair["juror"][1:])) for pair in found["pairs"]]
    _demand(design, found, may, size)
    chance = Random(f"designs {size[0]}")
    random = sorted(_variance(_random(may, size[2], chance), size) for _ in range(DESIGNS))
    ours = _variance(design, size)
    what = (
        f"{size[0]} × {size[1]}, {size[2]} each{', two categories' if size[3] else ''}: mean variance of a difference of two "
        f"entries, in units of the noise; beside the best of {DESIGNS} random balanced designs with the same conflicts"
    )
    notes = (
        "no conflict broken, every entry with all readers, loads within one, one graph",
        f"random designs: best {random[0]:.5f}, median {statistics.median(random):.5f}, worst {random[-1]:.5f}; "
        f"ours {ours:.5f} (the command says {found['precision']['mean_variance']:.5f}); "
        f"no even design can have less than {found['precision']['ideal']:.5f}",
    )
    return Figure("judge-assign", what, "σ²", ours, random[0], Rule.RATIO_AT_MOST, WORSE, notes)


def _demand(
    design: list[tuple[int, int]], found: dict, may: list[list[bool]], size: tuple[int, int, int, bool]
) -> None:
    """Stop the job where the assignment is not what it must be, whatever its precision."""
    loads = [sum(j == juror for _, j in design) for juror in range(size[1])]
    readers = [sum(e == entry for e, _ in design) for entry in range(size[0])]
    if (
        not all(may[e][j] for e, j in design)
        or len(set(design)) < len(design)
        or set(readers) != {size[2]}
        or max(loads) - min(loads) > 1
        or not found["connected"]
    ):
        raise RuntimeError(f"the assignment of {size[0]} entries breaks a demand")


def _random(may: list[list[bool]], per_entry: int, chance: Random) -> list[tuple[int, int]]:
    """A design at random with loads within one: readers dealt from the least loaded, then loads evened by single moves.

    Nothing of the engine is used. Dealing is begun again where conflicts leave an entry or the loads without a way out.
    """
    while True:
        loads = [0] * len(may[0])
        held: list[set[int]] = [set() for _ in may]
        for entry in chance.sample(range(len(may)), len(may)):
            open_to = [juror for juror, allowed in enumerate(may[entry]) if allowed]
            chance.shuffle(open_to)
            held[entry] = set(sorted(open_to, key=loads.__getitem__)[:per_entry])
            for juror in held[entry]:
                loads[juror] += 1
        _mixed(may, held, chance)
        if _evened(may, held, loads, chance) and all(len(readers) == per_entry for readers in held):
            return [(entry, juror) for entry, readers in enumerate(held) for juror in readers]


def _mixed(may: list[list[bool]], held: list[set[int]], chance: Random) -> None:
    """Random exchanges of two readers, three for every reading, so that nothing of the dealing's order is left."""
    entries = range(len(held))
    for _ in range(3 * sum(map(len, held))):
        one, other = chance.choice(entries), chance.choice(entries)
        a, b = chance.choice(sorted(held[one])), chance.choice(sorted(held[other]))
        if may[one][b] and may[other][a] and b not in held[one] and a not in held[other]:
            held[one] = held[one] - {a} | {b}
            held[other] = held[other] - {b} | {a}


def _evened(may: list[list[bool]], held: list[set[int]], loads: list[int], chance: Random) -> bool:
    for _ in range(10_000):
        if max(loads) - min(loads) <= 1:
            return True
        high, low = loads.index(max(loads)), loads.index(min(loads))
        ways = [
            (entry, high, low)
            for entry, readers in enumerate(held)
            if high in readers and may[entry][low] and low not in readers
        ] or [
            (entry, high, juror)
            for entry, readers in enumerate(held)
            if high in readers
            for juror, load in enumerate(loads)
            if load < loads[high] and may[entry][juror] and juror not in readers
        ]
        if not ways:
            return False
        entry, old, new = chance.choice(ways)
        held[entry] = held[entry] - {old} | {new}
        loads[old] -= 1
        loads[new] += 1
    return False


def _variance(design: list[tuple[int, int]], size: tuple[int, int, int, bool]) -> float:
    """The mean variance of a difference by brute force: the pseudo-inverse of the full least squares of entries and jurors."""
    import numpy as np

    entries, jurors = size[:2]
    incidence = np.zeros((entries, jurors))
    for entry, juror in design:
        incidence[entry, juror] = 1
    information = np.diag(incidence.sum(1)) - incidence @ np.diag(1 / incidence.sum(0)) @ incidence.T
    roots = np.linalg.eigvalsh(information)[1:]
    return float(2 / (entries - 1) * (1 / roots).sum()) if roots[0] > 1e-9 else float("inf")
