"""The web server killed while it adds a list and while stations upload: nothing half-written, nothing acknowledged lost."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.surroundings import ROOT, database, environment

pytestmark = pytest.mark.faults
KILLS = 30
SEED = 20260905


def killed(home: Path, run: str) -> dict[str, Any]:
    """What was found after the kills."""
    with database(home) as address:
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "tests.faults.web_nursery",
                run,
                "--kills",
                str(KILLS),
                "--seed",
                str(SEED),
            ],
            cwd=ROOT,
            env=environment(home, address),
            stdout=subprocess.PIPE,
            text=True,
            timeout=120,
            check=True,
        )
    return json.loads(done.stdout)


def test_a_list_is_added_whole_or_not_at_all_and_pressing_again_completes_it(tmp_path: Path) -> None:
    told = killed(tmp_path, "list")
    found = told["found"]
    assert found.pop("undisturbed: everything") == 1
    assert found.pop("pressed again: everything") == 1
    assert found.pop("pressed once more: everything") == 1
    assert set(found) <= {"nothing", "everything"} and sum(found.values()) == KILLS, found
    # Kills that all came too early or too late would say nothing.
    assert found["nothing"] > KILLS // 3
    sys.stdout.write(f"{KILLS} kills within {told['usual']:.2f} s of adding 5,000 people: {found}\n")


def test_every_ticket_counts_once_and_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    told = killed(tmp_path, "door")
    assert told["died"] == KILLS, told
    assert told["tickets"] == {"present 1": 3000}
    assert told["halves"] == told["lost"] == told["told_otherwise"] == 0
    assert told["acknowledged"] == told["written"] == told["readings"]
    assert told["repeats"] >= KILLS // 2
    sys.stdout.write(
        f"{KILLS} kills, {told['readings']:,} readings of 3,000 tickets, {told['repeats']} uploads repeated\n"
    )
