"""Three hundred entrants submit in the last minute: each has one number and one letter, nobody is turned away."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.surroundings import ROOT, database, environment

pytestmark = pytest.mark.faults
SEED = 20261122


def test_three_hundred_submit_at_once_and_each_is_received_exactly_once(tmp_path: Path) -> None:
    with database(tmp_path) as address:
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.last_minute_nursery", "--seed", str(SEED)],
            cwd=ROOT,
            env=environment(tmp_path, address),
            stdout=subprocess.PIPE,
            text=True,
            timeout=150,
            check=True,
        )
    told = json.loads(done.stdout)
    assert told["statuses"] == {"302": 450}, told
    assert told["numbers"] and told["submitted"] == told["submissions"] == told["letters"] == 300, told
    sys.stdout.write(f"450 presses of 300 entrants, the longest wait {told['longest']:.1f} s\n")
