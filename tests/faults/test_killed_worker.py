"""A worker killed while it sends: every addressee got the letter once or is shown as in doubt; none lost, none twice."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

pytestmark = pytest.mark.faults
ROOT = Path(__file__).resolve().parent.parent.parent
LETTERS = 2000
# On PostgreSQL the same with fewer kills: what differs there is how the database comes out of them.
KILLS = 30 if os.environ.get("SPOIWO_DATABASE_URL", "").startswith("postgres") else 100


@contextmanager
def database(home: Path) -> Iterator[str]:
    """The address of an empty database of its own: nothing of a developer's is touched."""
    server = os.environ.get("SPOIWO_DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield f"sqlite:///{home / 'house.sqlite3'}"
        return
    name = f"spoiwo_faults_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as link:
        link.execute(f"CREATE DATABASE {name}")
        try:
            yield f"{server.rpartition('/')[0]}/{name}"
        finally:
            link.execute(f"DROP DATABASE {name} WITH (FORCE)")


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
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SPOIWO_", "DJANGO_"))}
    with sink, database(home) as address:
        surroundings = {
            **kept,
            "DJANGO_SETTINGS_MODULE": "spoiwo.settings",
            "SPOIWO_HOME": str(home),
            "SPOIWO_DATABASE_URL": address,
            "SPOIWO_EMAIL_URL": f"smtp://127.0.0.1:{int(sink.stdout.readline())}?tls=0",
            "PYTHONWARNINGS": "ignore",
        }
        counts = ["--letters", str(LETTERS), "--kills", str(KILLS), "--seed", str(seed)]
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.nursery", *counts],
            cwd=ROOT,
            env=surroundings,
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
