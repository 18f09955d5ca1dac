"""Takes files into the archive; reading them is the worker's."""

import hashlib
import secrets
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.archive.audit import Verb
from spoiwo.archive.importers.mail import attachments
from spoiwo.archive.models import Shipment, Source
from spoiwo.archive.rules.states import Origin, Problem
from spoiwo.archive.rules.taking import MOST_FILES, TAKEN, is_junk, tidy_name
from spoiwo.archive.tasks import read_source
from spoiwo.files.store import keep_paper, kind_of
from spoiwo.kit.actor import SYSTEM, Actor
from spoiwo.kit.request import Refused
from spoiwo.partnerships.models import Partnership
from spoiwo.polish import collation_key, fold

TAKEN_AWAY = "zabrane"
UNKNOWN_KIND = "application/octet-stream"


def bring(
    partnership: Partnership,
    files: Iterable[Any],
    *,
    by: Actor,
    origin: Origin = Origin.UPLOAD,
    name: str = "",
) -> Shipment:
    """Files that came together: each is kept as it is and waits to be read; what is not taken stands on the shipment.

    Each file is a transaction of its own, so that a crash in the middle loses none that was taken. A file whose bytes
    are in the partnership's archive already is not taken again. Raises `Refused` for more files than are taken at once.
    """
    files = list(_with_attachments(file for file in files if not is_junk(str(file.name))))
    if not files:
        raise Refused(_("Choose files or a folder."), "files")
    if len(files) > MOST_FILES:
        raise Refused(_("At most %(most)d files are taken at once.") % {"most": MOST_FILES}, "files")
    shipment = Shipment.objects.create(
        partnership=partnership,
        origin=origin,
        name=(name or tidy_name(str(files[0].name)))[:200],
        by_name=by.name,
    )
    for file in files:
        take(shipment, file, by=by)
    audit.record(
        Verb.SOURCES_BROUGHT,
        shipment,
        by=by,
        scope=partnership.pk,
        taken=shipment.sources.count(),
        refused=len(shipment.refused),
    )
    return shipment


@transaction.atomic
def take(shipment: Shipment, file: Any, *, by: Actor) -> Source | None:
    """One file into the shipment; None where it is refused, with why on the shipment."""
    name = tidy_name(str(file.name))
    problem = _problem_of(shipment, file, name)
    if problem is None:
        try:
            stored = keep_paper(file, name=name, kind=kind_of(file) or UNKNOWN_KIND, by=by)
        except Refused:
            problem = Problem.EMPTY if not file.size else Problem.TOO_BIG
    if problem is not None:
        shipment.refused = [*shipment.refused, [name, str(problem)]]
        shipment.save(update_fields=["refused"])
        return None
    source = Source.objects.create(
        partnership=shipment.partnership,
        shipment=shipment,
        file=stored,
        name=name,
        name_key=collation_key(name)[:600],
        search_key=fold(name)[:900],
    )
    read_source.enqueue(source.pk)
    return source


def bring_from_folder(folder: Path, *, by: Actor = SYSTEM) -> int:
    """Takes what lies in the watched folder: one folder for each partnership, named as its address ends.

    A file still being written (changed within the last minute) waits for the next look. What was taken or refused is moved
    into `zabrane/` beside it, so nothing is lost and nothing is taken twice. Returns how many files were looked at.
    """
    count = 0
    for partnership in Partnership.objects.filter(
        slug__in=[path.name for path in folder.iterdir() if path.is_dir()]
    ):
        found = _settled(folder / partnership.slug)
        if found:
            with ExitStack() as opened:
                files = [opened.enter_context(_Paper(path, folder / partnership.slug)) for path in found]
                bring(partnership, files, by=by, origin=Origin.FOLDER, name=partnership.slug)
            for path in found:
                _put_aside(path, folder / partnership.slug)
        count += len(found)
    return count


def _settled(folder: Path) -> list[Path]:
    before = time.time() - 60
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    waiting = [path for path in files if TAKEN_AWAY not in path.relative_to(folder).parts]
    return [path for path in waiting if not is_junk(path.name) and path.stat().st_mtime < before][:MOST_FILES]


def _put_aside(path: Path, folder: Path) -> None:
    place = folder / TAKEN_AWAY / path.relative_to(folder)
    place.parent.mkdir(parents=True, exist_ok=True)
    while place.exists():
        place = place.with_name(f"{place.stem}-{secrets.token_hex(2)}{place.suffix}")
    path.replace(place)


def _with_attachments(files: Iterable[Any]) -> Iterator[Any]:
    """The files, each e-mail followed by what was attached to it."""
    for file in files:
        yield file
        if str(file.name).lower().endswith(".eml") and file.size <= settings.UPLOAD_LIMIT:
            content = file.read()
            file.seek(0)
            for name, attached in attachments(content):
                yield ContentFile(attached, name=f"{file.name}/{name}")


class _Paper(File):
    """A file of the watched folder under its path within it."""

    def __init__(self, path: Path, folder: Path) -> None:
        super().__init__(path.open("rb"), name=str(path.relative_to(folder)))


def _problem_of(shipment: Shipment, file: Any, name: str) -> Problem | None:
    if not file.size:
        return Problem.EMPTY
    if not name.lower().endswith(TAKEN):
        return Problem.NOT_A_DOCUMENT
    digest = hashlib.sha256()
    for piece in file.chunks():
        digest.update(piece)
    file.seek(0)
    known = Source.objects.filter(partnership=shipment.partnership, file__sha256=digest.hexdigest())
    return Problem.SAME_FILE if known.exists() else None
