"""A home of its own in a temporary folder: the examples loaded, a database of 10,000 organisations, copies of both."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAFF = "anna@example.org"
PARTNERSHIP = "nowy-dwor-mazowiecki"


class House:
    """Everything jobs measure in; nothing of the caller's own settings or data is read or written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SPOIWO_")}
        self.environment = kept | {
            "SPOIWO_HOME": str(folder / "home"),
            "DJANGO_SETTINGS_MODULE": "spoiwo.settings",
            "PYTHONPATH": str(ROOT),
        }

    def build(self) -> None:
        """Lets the program prepare its data and the examples, then loads Django into this process; some 12 seconds."""
        for name in [name for name in os.environ if name.startswith("SPOIWO_")]:
            del os.environ[name]
        os.environ.update(self.environment)
        command = [sys.executable, "-m", "spoiwo", "demo"]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True, stdout=subprocess.DEVNULL)
        import django

        django.setup()

    def environment_on(self, database: Path) -> dict[str, str]:
        """The environment of a server that works on that database file."""
        return self.environment | {"SPOIWO_DATABASE_URL": f"sqlite:///{database}"}

    @contextmanager
    def database(self, path: Path) -> Iterator[Path]:
        """Within, this process works on that database file."""
        from django.db import connection

        before = connection.settings_dict["NAME"]
        connection.close()
        connection.settings_dict["NAME"] = str(path)
        try:
            yield path
        finally:
            connection.close()
            connection.settings_dict["NAME"] = before

    def copy(self, source: Path, name: str) -> Path:
        """A copy of a database file, with what its log still holds; a file of that name is replaced."""
        target = self.folder / f"{name}.sqlite3"
        for old in self.folder.glob(f"{target.name}*"):
            old.unlink()
        read, written = sqlite3.connect(source), sqlite3.connect(target)
        with read, written:
            read.backup(written)
        read.close()
        written.close()
        return target

    @cached_property
    def examples(self) -> Path:
        """The database with the register of places and the example partnerships."""
        return self.folder / "home" / "spoiwo.sqlite3"

    @cached_property
    def filled(self) -> Path:
        """The same with 10,000 organisations and people, brought in by the program's own import."""
        from bench.imports import bring_in
        from bench.rows import csv_file

        path = self.copy(self.examples, "filled")
        with self.database(path):
            bring_in(csv_file(10_000))
        return path

    @cached_property
    def thousand(self) -> Path:
        """The filled database with the first 1,000 organisations left."""
        path = self.copy(self.filled, "thousand")
        with sqlite3.connect(path, isolation_level=None) as connection:
            keep = "(SELECT id FROM register_organisation ORDER BY id LIMIT 1000)"
            connection.execute(f"DELETE FROM register_mandate WHERE organisation_id NOT IN {keep}")
            connection.execute(f"DELETE FROM register_organisation WHERE id NOT IN {keep}")
        connection.close()
        return path

    def remove(self) -> None:
        """Throws the folder away."""
        shutil.rmtree(self.folder, ignore_errors=True)
