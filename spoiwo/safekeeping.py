"""Backup, restore and the export of one partnership."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import serializers
from django.core.files.storage import default_storage
from django.db import connection

FORMAT = 1


def write_backup(target: Path) -> int:
    """Database and files as one `.tar.gz`; written beside the target first, so a broken run leaves no half file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        dump = Path(folder) / "database"
        if connection.vendor == "sqlite":
            _copy_sqlite(dump)
        elif not _run(["pg_dump", "--format=custom", "--no-owner", f"--file={dump}", *_postgres()]):
            return 1
        archive = Path(folder) / "backup"
        about = json.dumps({"format": FORMAT, "vendor": connection.vendor}).encode()
        with tarfile.open(archive, "w:gz", compresslevel=5) as tar:
            (Path(folder) / "about.json").write_bytes(about)
            tar.add(Path(folder) / "about.json", "about.json")
            tar.add(dump, "database")
            if not settings.S3_BUCKET:
                tar.add(settings.MEDIA_ROOT, "media")
        archive.chmod(0o600)
        os.replace(archive, target)
    print(f"{target}: {target.stat().st_size // 1024} kB.")
    if settings.S3_BUCKET:
        print("Uploaded files lie in the S3 bucket and are not in this backup.")
    return 0


def read_backup(source: Path, *, sure: bool) -> int:
    """Replaces database and files; what was there before is kept beside them as `….before-restore`."""
    try:
        with tarfile.open(source) as tar:
            about = json.load(tar.extractfile("about.json") or _nothing())
    except (OSError, tarfile.TarError, KeyError, ValueError):
        print(f"spoiwo: {source} is not a backup made by Spoiwo.", file=sys.stderr)
        return 1
    if about.get("vendor") != connection.vendor:
        print(
            f"spoiwo: this backup is of {about.get('vendor')}, but the settings name {connection.vendor}.",
            file=sys.stderr,
        )
        return 1
    if not sure and input("This replaces all data of this installation. Write “yes” to go on: ") != "yes":
        print("Nothing was changed.")
        return 1
    home = Path(settings.HOME)
    with tempfile.TemporaryDirectory(dir=home) as folder:
        with tarfile.open(source) as tar:
            _unpack(tar, folder)
        if not _restore_database(Path(folder) / "database"):
            return 1
        if (Path(folder) / "media").is_dir():
            _swap(Path(folder) / "media", Path(settings.MEDIA_ROOT))
    print("Restored. Start Spoiwo again.")
    return 0


def export_partnership(slug: str, target: Path) -> int:
    """All records of one partnership as JSON lines by table, with its files under their hashes."""
    from spoiwo.belongings import belongings, files_of
    from spoiwo.files.models import StoredFile
    from spoiwo.partnerships.queries.takeout import records_of

    found = records_of(slug)
    if found is None:
        print(f"spoiwo: there is no partnership “{slug}”.", file=sys.stderr)
        return 1
    tables: dict[str, Sequence[Any]] = dict(found.tables)
    files = {stored.pk for stored in found.files}
    for label, rows in belongings(tables["partnership"][0]):
        tables[label] = rows
        files |= files_of(rows)
    kept = StoredFile.objects.filter(pk__in=files)
    tables["files"] = list(kept)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for label, rows in tables.items():
            text = serializers.serialize("jsonl", rows)
            archive.writestr(f"{label}.jsonl", text)
        for stored in kept:
            with (
                default_storage.open(str(stored.content.name)) as file,
                archive.open(f"files/{stored.sha256}", "w") as out,
            ):
                shutil.copyfileobj(file, out)
    print(f"{target}: {sum(len(rows) for rows in tables.values())} records, {len(files)} files.")
    return 0


def _copy_sqlite(target: Path) -> None:
    import sqlite3

    connection.ensure_connection()
    with sqlite3.connect(target) as copy:
        connection.connection.backup(copy)
    copy.close()


def _restore_database(dump: Path) -> bool:
    if connection.vendor != "sqlite":
        return _run(
            [
                "pg_restore",
                "--clean",
                "--if-exists",
                "--no-owner",
                "--single-transaction",
                *_postgres("--dbname="),
                str(dump),
            ]
        )
    place = Path(str(settings.DATABASES["default"]["NAME"]))
    connection.close()
    for suffix in ("-wal", "-shm"):
        Path(str(place) + suffix).unlink(missing_ok=True)
    _swap(dump, place)
    return True


def _unpack(tar: tarfile.TarFile, folder: str) -> None:
    """Plain files and folders inside `folder` only; Debian 12's Python has no extraction filters of its own."""
    for member in tar.getmembers():
        path = Path(member.name)
        if not (member.isfile() or member.isdir()) or path.is_absolute() or ".." in path.parts:
            raise SystemExit(f"spoiwo: the backup holds “{member.name}”, which does not belong there.")
    filters = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
    tar.extractall(folder, **filters)  # type: ignore[arg-type]  # noqa: S202 - every member was looked at above


def _swap(new: Path, place: Path) -> None:
    old = place.with_name(place.name + ".before-restore")
    if old.is_dir():
        shutil.rmtree(old)
    if place.exists():
        os.replace(place, old)
    shutil.move(str(new), place)


def _postgres(prefix: str = "") -> list[str]:
    """Connection options of the PostgreSQL tools; the password travels in the environment, not on the command line."""
    database: dict[str, Any] = dict(settings.DATABASES["default"])
    os.environ["PGPASSWORD"] = str(database.get("PASSWORD") or os.environ.get("PGPASSWORD", ""))
    options = [("--host=", "HOST"), ("--port=", "PORT"), ("--username=", "USER")]
    found = [flag + str(database[key]) for flag, key in options if database.get(key)]
    return [*found, f"{prefix}{database['NAME']}"]


def _run(command: list[str]) -> bool:
    try:
        return subprocess.run(command, check=False).returncode == 0  # noqa: S603 - fixed programs, our own arguments
    except FileNotFoundError:
        print(f"spoiwo: the program {command[0]} is missing. Install the PostgreSQL client.", file=sys.stderr)
        return False


def _nothing() -> Any:
    raise KeyError("about.json")
