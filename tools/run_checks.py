"""Runs every checker of the house, two at a time, and prints only what is wrong."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
TEMPLATES = [str(path) for path in sorted((ROOT / "spoiwo").glob("*/templates/**/*.html"))]
CHECKS = {
    "types": [BIN / "mypy", "spoiwo"],
    "layers": [BIN / "lint-imports"],
    "style": [BIN / "ruff", "check", "."],
    "format": [BIN / "ruff", "format", "--check", "."],
    "templates": [BIN / "djade", "--check", "--target-version", "5.2", *TEMPLATES],
    "migrations": [
        sys.executable,
        "manage.py",
        "makemigrations",
        "--check",
        "--dry-run",
        "--settings=tests.settings",
    ],
    "house rules": [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "tests/test_house.py",
        "tests/test_doors.py",
        "tests/test_docs.py",
        "-k",
        "not test_a_door_opens",  # every door, tried by everybody, takes minutes: `make test` does it
    ],
}
# Alone and last: while it reads the templates it writes copies beside them, which the others would stumble over.
LAST = {"phrases": [sys.executable, "tools/phrases.py", "--check"]}


def main() -> int:
    os.chdir(ROOT)
    with ThreadPoolExecutor(max_workers=2) as pool:
        results = list(pool.map(lambda item: _run(*item), CHECKS.items()))
    results += [_run(*item) for item in LAST.items()]
    bad = [name for name, passed in results if not passed]
    print("All checks have passed." if not bad else f"To be mended: {', '.join(bad)}")
    return int(bool(bad))


def _run(name: str, command: list) -> tuple[str, bool]:
    began = time.monotonic()
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    took = time.monotonic() - began
    print(f"{'ok ' if done.returncode == 0 else 'BAD'} {name} ({took:.1f} s)", flush=True)
    if done.returncode:
        print(done.stdout[-6000:] + done.stderr[-3000:], flush=True)
    return name, done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
