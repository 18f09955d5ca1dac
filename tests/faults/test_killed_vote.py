"""A hall votes at once, some from two tabs, while the server is killed: each slip has one ballot, none is lost."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.surroundings import ROOT, database, environment

pytestmark = pytest.mark.faults
VOTERS, KILLS, SEED = 300, 20, 20261122


def test_each_of_three_hundred_votes_once_whatever_happens_to_the_server(tmp_path: Path) -> None:
    with database(tmp_path) as address:
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "tests.faults.ballot_nursery",
                *("--voters", str(VOTERS), "--kills", str(KILLS), "--seed", str(SEED)),
            ],
            cwd=ROOT,
            # Pages are answered too, and only the tests' settings find their styles where they lie.
            env=environment(tmp_path, address, DJANGO_SETTINGS_MODULE="tests.settings"),
            stdout=subprocess.PIPE,
            text=True,
            timeout=100,
            check=True,
        )
    told = json.loads(done.stdout)
    assert told["ballots"] == told["casts"] == told["slips"] == told["counted"] == VOTERS, told
    assert told["points"] == 10 * VOTERS
    # Of two tabs one is taken and the other is told that the first counts.
    assert told["answers"] == {"204": VOTERS, "422": VOTERS // 10}
    assert told["died"] >= 3 and told["repeats"] > 0, told
    sys.stdout.write(f"{told['died']} kills, {told['repeats']} ballots sent again, {VOTERS} counted once\n")
