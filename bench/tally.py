"""Jobs `tally-points`, `tally-schulze`, `equal-shares`: 10,000 ballots counted, from the file and in memory."""

import csv
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from random import Random

from bench.figures import Figure, Rule, by_turns, timed
from bench.house import ROOT, House
from spoiwo.tally import Ballot, equal_shares, points, schulze

VOTERS, OPTIONS, PROJECTS, BUDGET = 10_000, 50, 100, 5_000_000
SECONDS, TIMES = 0.5, 5
READ = "import csv, sys\nfor row in csv.reader(open(sys.argv[1], newline='', encoding='utf-8')): pass"


def measure_points(house: House) -> list[Figure]:
    """Every voter gives every option 0 to 3 points."""
    chance = Random("points")
    return _counted(house, "points", lambda: chance.choices(range(4), k=OPTIONS), points)


def measure_schulze(house: House) -> list[Figure]:
    """Every voter ranks every option, and no two voters alike."""
    chance = Random("schulze")
    return _counted(house, "schulze", lambda: chance.sample(range(1, OPTIONS + 1), OPTIONS), schulze)


def _counted(house: House, rule: str, vote: Callable[[], Sequence[int]], count: Callable) -> list[Figure]:
    options = [f"Propozycja {number}" for number in range(1, OPTIONS + 1)]
    ballots = [
        Ballot(f"w{number}", dict(zip(options, vote(), strict=True))) for number in range(1, VOTERS + 1)
    ]
    path = house.folder / f"{rule}.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["voter", "option", "rank" if rule == "schulze" else rule])
        writer.writerows((b.voter, option, value) for b in ballots for option, value in b.choices.items())
    command = ["-m", "spoiwo", "tally", str(path), "--rule", rule, "--json"]
    ours, reading, samples = by_turns(
        partial(_run, house, command), partial(_run, house, ["-c", READ, str(path)]), rounds=7
    )
    size = f"{VOTERS:,} ballots × {OPTIONS} options ({VOTERS * OPTIONS:,} rows of CSV) under {rule}"
    name = f"tally-{rule}"
    what = f"{size}: the whole command, a new process; beside a process in which csv.reader alone walks through it"
    figures = [Figure(name, what, "s", ours, reading, Rule.VALUE_AT_MOST, SECONDS, (), samples)]
    ours, touching, samples = by_turns(
        lambda: timed(lambda: count(ballots))[0], lambda: timed(lambda: _touched(ballots))[0], rounds=9
    )
    what = "the same ballots in memory, the count alone; beside looking at every choice once"
    figures.append(Figure(name, what, "s", ours, touching, Rule.VALUE_AT_MOST, SECONDS, (), samples))
    return figures


def _run(house: House, arguments: Sequence[str]) -> float:
    start = time.perf_counter()
    command = [sys.executable, *arguments]
    subprocess.run(command, cwd=ROOT, env=house.environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def _touched(ballots: Sequence[Ballot]) -> None:
    for ballot in ballots:
        for _ in ballot.choices.items():
            pass


def measure_shares(house: House) -> list[Figure]:
    """A town: 100 projects, every voter supports up to twelve, favourites and outsiders; both must agree."""
    chance = Random("shares")
    costs = {f"P{number:03}": chance.randrange(5, 400) * 1000 for number in range(PROJECTS)}
    names, appeal = list(costs), [chance.random() ** 2 + 0.02 for _ in costs]
    supported = [set(chance.choices(names, appeal, k=chance.randint(1, 12))) for _ in range(VOTERS)]
    given = [dict.fromkeys(sorted(projects), 1) for projects in supported]
    scored = [{project: chance.randint(1, 5) for project in sorted(projects)} for projects in supported]
    return [
        _beside_oracle("approvals", "count", given, costs),
        _beside_oracle("points", "points", scored, costs),
    ]


def _beside_oracle(kind: str, worth: str, choices: list[dict[str, int]], costs: dict[str, int]) -> Figure:
    ballots = [Ballot(f"w{number}", choice) for number, choice in enumerate(choices)]
    what = f"equal shares, {PROJECTS} projects, {VOTERS:,} ballots with {kind}, in memory"

    def ours() -> float:
        return timed(lambda: equal_shares(ballots, costs, BUDGET))[0]

    try:
        from spoiwo.tally.tests import oracle
    except ModuleNotFoundError as missing:
        seconds = sorted(ours() for _ in range(5))[2]
        note = f"not compared: {missing.name} is missing (requirements/oracle.txt)"
        return Figure("equal-shares", what, "s", seconds, notes=(note,))
    ask = oracle.asked(ballots, costs, BUDGET, worth)
    funded = equal_shares(ballots, costs, BUDGET).funded
    if funded != ask():
        raise RuntimeError(f"the oracle funds other projects from {kind}")
    seconds, theirs, samples = by_turns(ours, lambda: timed(ask)[0], rounds=7)
    notes = (
        f"{len(funded)} projects funded, the same in the same order; pabutools is {theirs / seconds:.1f} × as long",
    )
    what += "; beside pabutools"
    return Figure("equal-shares", what, "s", seconds, theirs, Rule.RATIO_AT_MOST, 1 / TIMES, notes, samples)
