"""What a fault run needs around it: a database of its own, an environment without anything of a developer's."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parent.parent.parent


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


def environment(home: Path, address: str, **more: str) -> dict[str, str]:
    """The environment of a process of the house in that folder on that database."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SPOIWO_", "DJANGO_"))}
    return {
        **kept,
        "DJANGO_SETTINGS_MODULE": "spoiwo.settings",
        "SPOIWO_HOME": str(home),
        "SPOIWO_DATABASE_URL": address,
        "PYTHONWARNINGS": "ignore",
        **more,
    }
