"""Takes an upload in and hands it out again."""

import hashlib
import re
from typing import IO, Any

from django.conf import settings
from django.core.files.base import File
from django.db import transaction
from django.http import FileResponse
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext

from spoiwo.files.models import StoredFile
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused

# The first bytes decide, not the name: what a file says of itself is the sender's word.
SIGNATURES = {
    "application/pdf": (b"%PDF-",),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/tiff": (b"II*\x00", b"MM\x00*"),
}
SUFFIXES = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg", "image/tiff": ".tif"}


def kind_of(file: IO[bytes]) -> str:
    """The kind told by the first bytes, or an empty string for one we do not take."""
    file.seek(0)
    start = file.read(16)
    file.seek(0)
    return next((kind for kind, heads in SIGNATURES.items() if start.startswith(heads)), "")


def check(file: Any, *, kinds: tuple[str, ...] = tuple(SIGNATURES)) -> str:
    """The kind of an acceptable upload; raises `Refused` with what is wrong with any other."""
    _check_size(file)
    kind = kind_of(file)
    if kind not in kinds:
        named_pdf = str(file.name).lower().endswith(".pdf")
        raise Refused(
            gettext(
                "This file is named .pdf, but it is not a PDF inside. Save it as PDF again and send that file."
            )
            if named_pdf
            else gettext("Only PDF, PNG, JPEG and TIFF files are taken here.")
        )
    return kind


def _check_size(file: Any) -> None:
    if file.size > settings.UPLOAD_LIMIT:
        raise Refused(
            gettext(
                "This file has %(size)s; at most %(limit)s is taken. Scan it at a lower resolution or split it."
            )
            % {"size": filesizeformat(file.size), "limit": filesizeformat(settings.UPLOAD_LIMIT)}
        )
    if not file.size:
        raise Refused(gettext("This file is empty."))


def keep(file: Any, *, by: Actor, **archive: str) -> StoredFile:
    """Stores a checked upload and its SHA-256 (read in pieces, so memory stays flat)."""
    kind = check(file)
    return _store(file, _tidy(str(file.name), kind), kind, by=by, **archive)


def keep_paper(file: Any, *, name: str, kind: str, by: Actor) -> StoredFile:
    """Stores an old paper of whatever kind, as it came: the archive reads it in a process of its own, and it is only ever
    handed out as a download. Raises `Refused` for one that is empty or too large."""
    _check_size(file)
    return _store(file, name[-200:], kind, by=by)


def _store(file: Any, name: str, kind: str, *, by: Actor, **archive: str) -> StoredFile:
    digest = hashlib.sha256()
    for piece in file.chunks():
        digest.update(piece)
    stored = StoredFile(
        name=name,
        kind=kind,
        size=file.size,
        sha256=digest.hexdigest(),
        uploaded_by_id=by.user_id,
        **archive,
    )
    file.seek(0)
    stored.content.save("", File(file), save=False)
    stored.save(force_insert=True)
    return stored


def discard(stored: StoredFile) -> None:
    """Forgets the file: its row inside the caller's transaction, its bytes once that commits."""
    name, storage = str(stored.content.name), stored.content.storage
    stored.delete()
    transaction.on_commit(lambda: storage.delete(name))


def respond(stored: StoredFile) -> FileResponse:
    """The file as a download; never shown inside our pages, so it cannot run as one of them."""
    return FileResponse(
        stored.content.open("rb"), as_attachment=True, filename=stored.name, content_type=stored.kind
    )


def _tidy(name: str, kind: str) -> str:
    base = re.sub(r"[^\w .,()+-]", "_", name.rsplit("/", 1)[-1].rsplit("\\", 1)[-1], flags=re.UNICODE).strip(
        " ."
    )
    stem = base.rsplit(".", 1)[0][:150] or "plik"
    return stem + SUFFIXES[kind]
