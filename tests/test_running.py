"""The command line in processes of its own: settings, backup and restore, export, start and stop."""

import io
import json
import os
import signal
import socket
import subprocess
import sys
import tarfile
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    "SPOIWO_DATABASE_URL" in os.environ,
    reason="these processes choose their own database; they ran with SQLite",
)
ROOT = Path(__file__).resolve().parent.parent


def spoiwo(home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the command with data of its own on SQLite."""
    return subprocess.run(
        [sys.executable, "-m", "spoiwo", *arguments],
        env=surroundings(home, **environment),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def surroundings(home: Path, **environment: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SPOIWO_", "DJANGO_"))}
    return {**kept, "SPOIWO_HOME": str(home), "PYTHONWARNINGS": "ignore", **environment}


def test_help_names_every_command_and_loads_no_django(tmp_path: Path) -> None:
    code = "import sys; from spoiwo.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\nprint('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert all(
        name in done.stdout
        for name in ("start", "serve", "worker", "demo", "check", "backup", "restore", "export", "greet")
    )
    assert done.stdout.strip().endswith("False")
    assert list(tmp_path.iterdir()) == []


def test_greet_prints_the_forms_of_a_name(tmp_path: Path) -> None:
    done = spoiwo(tmp_path, "greet", "Adam Struzik", "--office", "starosta")
    found = json.loads(done.stdout)
    assert (found["dative"], found["salutation"]) == ("Adamowi Struzikowi", "Szanowny Panie Starosto")


def test_tally_counts_ballots_and_leaves_ties(tmp_path: Path) -> None:
    totals = {"ścieżki": 40, "boisko": 35, "świetlica": 35, "targ": 35, "żłobek": 31}
    rows = [f"{n},{option},{points}" for n, (option, points) in enumerate(totals.items())]
    ballots = tmp_path / "ballots.csv"
    ballots.write_text("\n".join(["voter,option,points", *rows]), encoding="utf-8")
    found = json.loads(spoiwo(tmp_path, "tally", str(ballots), "--rule", "points", "--json").stdout)
    assert [(line["option"], line["total"], line["rank"]) for line in found["results"]] == [
        ("ścieżki", 40, 1),
        ("boisko", 35, 2),
        ("świetlica", 35, 2),
        ("targ", 35, 2),
        ("żłobek", 31, 5),
    ]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("SPOIWO_DEBUG", "maybe", "neither yes nor no"),
        ("SPOIWO_UPLOAD_LIMIT_MB", "many", "not a whole number"),
        ("SPOIWO_UPLOAD_LIMIT_MB", "0", "out of range"),
        ("SPOIWO_SECRET_KEY", "short", "shorter than 32"),
        ("SPOIWO_SECRET_KEY_FILE", "/no/such/file", "does not exist"),
        ("SPOIWO_EMAIL_URL", "gopher://x", "not a way to send letters"),
        ("SPOIWO_DATABASE_URL", "oracle://x/y", "only SQLite and PostgreSQL"),
        ("SPOIWO_DATABASE_URL", "nonsense", ""),
        ("SPOIWO_LOG_LEVEL", "loud", "not known here"),
        ("SPOIWO_PUBLIC_URL", "spoiwo.example.org", "no http"),
        ("SPOIWO_S3_BUCKET", "files", "extra is not installed"),
    ],
)
def test_a_wrong_setting_is_named_with_a_way_to_mend_it(
    tmp_path: Path, name: str, value: str, words: str
) -> None:
    done = spoiwo(tmp_path, "check", **{name: value})
    assert done.returncode == 1
    assert f"spoiwo: {name}" in done.stderr
    assert words in done.stderr
    assert "How to mend it" in done.stderr
    assert "Traceback" not in done.stderr


def test_processes_that_start_at_once_agree_on_one_key(tmp_path: Path) -> None:
    said = "from pathlib import Path; from spoiwo.environment import secret; print(secret('NONE', Path('key').absolute()))"
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", said],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(12)
    ]
    keys = [start.communicate(timeout=60)[0].strip() for start in starts]
    assert len(set(keys)) == 1
    assert len(keys[0]) > 32
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


def test_what_was_backed_up_comes_back(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "backup.tar.gz"
    assert spoiwo(home, "demo").returncode == 0
    assert spoiwo(home, "check").returncode == 0
    assert spoiwo(home, "backup", str(file)).returncode == 0
    change = "from spoiwo.partnerships.models import Goal; Goal.objects.all().delete()"
    shell = [sys.executable, "manage.py", "shell", "--no-imports", "-c", change]
    subprocess.run(shell, cwd=ROOT, env=surroundings(home), check=True, capture_output=True)
    assert count(home, "Goal") == 0
    assert spoiwo(home, "restore", str(file), "--yes").returncode == 0
    assert count(home, "Goal") == 6
    assert file.stat().st_mode & 0o077 == 0


def count(home: Path, model: str) -> int:
    code = f"from spoiwo.partnerships.models import {model}; print({model}.objects.count())"
    shell = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
    done = subprocess.run(shell, cwd=ROOT, env=surroundings(home), check=True, capture_output=True, text=True)
    return int(done.stdout.split()[-1])


def test_a_file_that_is_no_backup_changes_nothing(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "junk"
    file.write_bytes(b"nothing")
    done = spoiwo(home, "restore", str(file), "--yes")
    assert (done.returncode, "is not a backup" in done.stderr) == (1, True)


def test_one_partnership_is_exported_with_its_records(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "plock.zip"
    spoiwo(home, "demo")
    assert spoiwo(home, "export", "plock", "--to", str(file)).returncode == 0
    with zipfile.ZipFile(file) as archive:
        parties = [json.loads(line) for line in archive.read("parties.jsonl").decode().splitlines()]
        assert [party["fields"]["name_then"] for party in parties] == [
            "Województwo Mazowieckie",
            "Powiat Płocki",
        ]
        assert len(archive.read("workshops.ballot.jsonl").splitlines()) == 110
        titles = {
            json.loads(line)["fields"]["title"]
            for line in archive.read("meetings.meeting.jsonl").splitlines()
        }
        assert any(title.startswith("Warsztat V") for title in titles)
        assert not any("nowodworskim" in title for title in titles)
    assert spoiwo(home, "export", "nowhere").returncode == 1


def test_the_demo_loaded_twice_adds_nothing(tmp_path: Path) -> None:
    assert spoiwo(tmp_path, "demo").stdout == spoiwo(tmp_path, "demo").stdout
    assert count(tmp_path, "Act") == 11


def test_start_brings_up_web_and_worker_and_ctrl_c_ends_both(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "spoiwo", "start", "--port", str(port)],
        cwd=ROOT,
        env=surroundings(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert get(f"http://127.0.0.1:{port}/partnerships/plock/").startswith(b"<!doctype html>")
        children = descendants(process.pid)
        assert len(children) >= 2
        process.send_signal(signal.SIGINT)
        output, _errors = process.communicate(timeout=20)
    finally:
        process.kill()
    assert f"http://localhost:{port}/" in output
    assert "anna@example.org" in output
    assert process.returncode == 0
    assert [pid for pid in children if Path(f"/proc/{pid}").exists()] == []


def get(url: str) -> bytes:
    """The page, once the server is up."""
    for _attempt in range(1200):  # the examples take a while on a busy machine
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return bytes(answer.read())
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server did not come up")


def descendants(pid: int) -> list[int]:
    """Ids of all processes below one."""
    found = []
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        found += [int(child), *descendants(int(child))]
    return found


def test_a_port_in_use_is_said_in_words(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = spoiwo(tmp_path, "start", "--port", str(taken.getsockname()[1]))
    assert (done.returncode, "is in use" in done.stderr) == (1, True)


def test_an_administrator_is_made_and_a_lost_second_factor_taken_off(tmp_path: Path) -> None:
    spoiwo(tmp_path, "prepare")
    command = [sys.executable, "-m", "spoiwo", "admin", "adam@example.org"]
    for password, code in (("krótkie", 1), ("bardzo długie hasło", 0)):
        done = subprocess.run(
            command,
            input=password + "\n",
            env=surroundings(tmp_path),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code
    assert spoiwo(tmp_path, "admin", "ADAM@example.org", "--reset-second-factor").returncode == 0
    assert spoiwo(tmp_path, "admin", "nikt@example.org", "--reset-second-factor").returncode == 1


def test_a_backup_that_reaches_out_of_its_folder_is_refused(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "hostile.tar.gz"
    about, evil = b'{"format": 1, "vendor": "sqlite"}', b"x"
    with tarfile.open(file, "w:gz") as tar:
        for name, content in (("about.json", about), ("../outside", evil)):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    done = spoiwo(home, "restore", str(file), "--yes")
    assert (done.returncode, "does not belong there" in done.stderr) == (1, True)
    assert not (tmp_path / "outside").exists()
    assert not (home / "outside").exists()


def test_a_starting_worker_takes_up_letters_a_killed_one_left(tmp_path: Path) -> None:
    spoiwo(tmp_path, "prepare")
    left = (
        "from spoiwo.mail.models import Letter; "
        "Letter.objects.create(channel='email', to='a@example.org', subject='s', text='t', message_id='<1@x>')"
    )
    shell = [sys.executable, "manage.py", "shell", "--no-imports", "-c"]
    subprocess.run([*shell, left], cwd=ROOT, env=surroundings(tmp_path), check=True, capture_output=True)
    assert spoiwo(tmp_path, "worker", "--once").returncode == 0
    assert len(list((tmp_path / "letters").iterdir())) == 1
    assert spoiwo(tmp_path, "worker", "--once").returncode == 0
    assert len(list((tmp_path / "letters").iterdir())) == 1
