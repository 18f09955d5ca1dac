"""Job `cli-help`: what it takes to be told how the command is used."""

import subprocess
import sys
import time

from bench.figures import Figure, Rule, by_turns
from bench.house import ROOT, House


def measure(house: House) -> list[Figure]:
    """A process of its own each time."""

    def run(*arguments: str) -> float:
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=house.environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        return time.perf_counter() - start

    ours, bare, samples = by_turns(
        lambda: run("-m", "spoiwo", "--help"), lambda: run("-c", "pass"), rounds=15, warm=2
    )
    what = "`python -m spoiwo --help` beyond `python -c pass`, each a new process"
    return [Figure("cli-help", what, "s", ours, bare, Rule.EXTRA_AT_MOST, 0.3, (), samples)]
