"""Runs every suite this machine can run and names each it cannot, with the way to get it.

SQLite always; PostgreSQL in a throw-away cluster where its programs are installed; the browser where Chromium is.
Arguments are handed on to pytest for the SQLite suite alone, e.g. `tools/run_tests.py spoiwo/places -k terc`.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BROWSER = "tests/browser"
FAULTS = ["-m", "faults", "tests/faults"]


def main() -> int:
    os.chdir(ROOT)
    if sys.argv[1:]:
        return _pytest("chosen tests on SQLite", sys.argv[1:])
    workers = ["-n", str(min(4, os.cpu_count() or 1))]
    failed = [_pytest("SQLite", [*workers, f"--ignore={BROWSER}"])]
    failed.append(_pytest("killed workers on SQLite", FAULTS))
    skipped = []
    if programs := _postgres_programs():
        with _postgres(programs) as url:
            failed.append(_pytest("PostgreSQL", [*workers, f"--ignore={BROWSER}"], SPOIWO_DATABASE_URL=url))
            failed.append(_pytest("killed workers on PostgreSQL", FAULTS, SPOIWO_DATABASE_URL=url))
    else:
        skipped.append(
            "PostgreSQL: install Debian’s package postgresql (the server; no cluster needs to be set up)"
        )
    if _chromium():
        failed.append(_pytest("browser", ["-q", BROWSER], SPOIWO_CHROMIUM=_chromium() or ""))
    else:
        skipped.append("browser (stories, axe-core, screenshots): install Debian’s package chromium")
    if not shutil.which("java"):
        skipped.append("Nu HTML checker: install Debian’s package default-jre-headless")
    if not (ROOT.parent / "shared").is_dir():
        skipped.append("tests over the shared source documents: they need the folder ../shared")
    print("\n=== Summary ===")
    for line in skipped:
        print(f"not run – {line}")
    print("Everything that ran has passed." if not any(failed) else "Something failed; see above.")
    return int(any(failed))


def _pytest(name: str, arguments: list[str], **environment: str) -> int:
    print(f"\n=== {name} ===", flush=True)
    command = [sys.executable, "-m", "pytest", "-q", "--durations=5", *arguments]
    return subprocess.run(command, env={**os.environ, **environment}, check=False).returncode


def _chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


def _postgres_programs() -> Path | None:
    """Debian keeps the server's programs apart from the PATH, one folder a version."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else (Path(on_path).parent if on_path else None)


@contextmanager
def _postgres(programs: Path) -> Iterator[str]:
    """A cluster in a temporary folder that listens on a socket only; gone afterwards, whatever happens."""
    folder = Path(tempfile.mkdtemp(prefix="spoiwo-pg-"))
    owner = _unprivileged()
    run = {"user": owner, "group": pwd.getpwnam(owner).pw_gid, "extra_groups": []} if owner else {}
    if owner:
        shutil.chown(folder, owner)
    data = folder / "data"
    options = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c listen_addresses="
    control = [programs / "pg_ctl", "-D", data, "-w", "-s", "-l", folder / "log"]
    subprocess.run(
        [programs / "initdb", "-D", data, "-U", "spoiwo", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=folder,
        **run,
    )
    subprocess.run(
        [*control, "-o", f"{options} -k {folder} -c max_connections=60", "start"],
        check=True,
        cwd=folder,
        **run,
    )
    try:
        subprocess.run(
            [programs / "createdb", "-h", folder, "-U", "spoiwo", "spoiwo"], check=True, cwd=folder, **run
        )
        yield f"postgres://spoiwo@{str(folder).replace('/', '%2F')}/spoiwo"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, cwd=folder, **run)
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged() -> str | None:
    """PostgreSQL refuses to run as root, so root lends the cluster to an ordinary user."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return name
    return None


if __name__ == "__main__":
    sys.exit(main())
