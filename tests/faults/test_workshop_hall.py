"""The laptop of a hall dies and sleeps: no line of a sheet and no ballot is lost, none is there twice."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.surroundings import ROOT, database, environment

pytestmark = pytest.mark.faults
SEED = 20261122


def disturbed(home: Path, run: str) -> dict[str, Any]:
    """What was found at the end."""
    with database(home) as address:
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.workshop_nursery", run, "--seed", str(SEED)],
            cwd=ROOT,
            # Pages are answered too, and only the tests' settings find their styles where they lie.
            env=environment(home, address, DJANGO_SETTINGS_MODULE="tests.settings"),
            stdout=subprocess.PIPE,
            text=True,
            timeout=150,
            check=True,
        )
    return json.loads(done.stdout)


def test_many_devices_write_one_sheet_and_no_line_is_lost_or_doubled_when_the_server_is_killed(
    tmp_path: Path,
) -> None:
    told = disturbed(tmp_path, "sheet")
    assert told["lost"] == told["doubled"] == told["unexpected"] == [], told
    assert set(told["statuses"]) == {"200"}, told["statuses"]
    # Kills that met no device at work would say nothing.
    assert told["died"] >= 5 and told["repeats"] >= 5, told
    sys.stdout.write(
        f"{told['died']} kills, {told['repeats']} deliveries repeated, {told['expected']} lines there once\n"
    )


def test_ballots_that_wait_for_a_sleeping_laptop_are_in_once_when_it_wakes(tmp_path: Path) -> None:
    told = disturbed(tmp_path, "vote")
    assert told["casts"] == told["slips"] == told["ballots"] == told["counted"] == 300, told
    assert told["points"] == 3000 and told["halves"] == 0
    assert told["statuses"] == {"204": 300}, told["statuses"]
    # The laptop fell asleep in the middle: people waited, and their phones sent again meanwhile.
    assert told["died"] >= 5 and told["waiting"] >= 30 and told["repeats"] > told["waiting"], told
    sys.stdout.write(
        f"{told['died']} kills, {told['waiting']} ballots waited through the sleep, {told['repeats']} sent again\n"
    )
