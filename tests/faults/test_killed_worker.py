"""A worker killed while it sends: every addressee got the letter once or is shown as in doubt; none lost, none twice."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.faults.surroundings import ROOT, database, environment

pytestmark = pytest.mark.faults
LETTERS = 2000
# On PostgreSQL the same with fewer kills: what differs there is how the database comes out of them.
KILLS = 30 if os.environ.get("SPOIWO_DATABASE_URL", "").startswith("postgres") else 100


def killed(home: Path, seed: int) -> tuple[dict[str, Any], Counter[str]]:
    """What the outbox says at the end, and how often the mail server took each Message-ID."""
    log = home / "taken"
    log.touch()
    sink = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.smtp_sink", "--log", str(log), "--delay", "0.002"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert sink.stdin is not None and sink.stdout is not None
    with sink, database(home) as address:
        port = int(sink.stdout.readline())
        counts = ["--letters", str(LETTERS), "--kills", str(KILLS), "--seed", str(seed)]
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.nursery", *counts],
            cwd=ROOT,
            env=environment(home, address, SPOIWO_EMAIL_URL=f"smtp://127.0.0.1:{port}?tls=0"),
            stdout=subprocess.PIPE,
            text=True,
            timeout=170,
            check=True,
        )
        sink.stdin.close()
    return json.loads(done.stdout), Counter(line.split()[1] for line in log.read_text().splitlines())


@pytest.mark.parametrize("seed", [20260905])
def test_every_addressee_got_the_letter_once_or_is_shown_as_in_doubt(tmp_path: Path, seed: int) -> None:
    told, taken = killed(tmp_path, seed)
    states = told["letters"]
    assert len(states) == LETTERS and told["died"] == {"killed": KILLS}, told["died"]
    assert set(states.values()) <= {"sent", "doubt"}, Counter(states.values())
    twice = [number for number, count in taken.items() if count > 1]
    assert twice == []
    lost = [number for number, state in states.items() if state == "sent" and number not in taken]
    assert lost == []
    assert set(taken) <= set(states)
    # A kill leaves at most one letter in doubt, or the run says nothing about the claims.
    doubts = Counter(states.values())["doubt"]
    assert 0 < doubts <= KILLS
    sys.stdout.write(
        f"{KILLS} kills, {doubts} in doubt, of which {sum(states[n] == 'doubt' for n in taken)} had arrived\n"
    )
