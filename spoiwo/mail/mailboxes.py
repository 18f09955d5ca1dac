"""Where bounces lie: a file (mbox), a folder (Maildir), or a mailbox on an IMAP server."""

import imaplib
import mailbox
import re
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from spoiwo.mail.bounces import Tally, take_in, take_one
from spoiwo.mail.notices import LIMIT

TIMEOUT = 30
# A mailbox may have other readers: only what looks like a notice is fetched, and only that is marked as read.
_LOOKS_LIKE_ONE = re.compile(rb"multipart/report|message/delivery-status|x-failed-recipients:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Imap:
    """`imaps://user:password@host/INBOX`; `imap:` means STARTTLS unless it ends in `?tls=0`."""

    is_tls: bool
    starts_tls: bool
    host: str
    port: int
    user: str
    password: str
    folder: str


def imap_address(value: str) -> Imap:
    """Reads the setting SPOIWO_BOUNCES; raises ValueError with what is wrong."""
    parts = urlsplit(value)
    if parts.scheme not in {"imap", "imaps"} or not parts.hostname:
        raise ValueError(f"“{parts.scheme}:” is not a mailbox")
    is_tls = parts.scheme == "imaps"
    return Imap(
        is_tls=is_tls,
        starts_tls=not is_tls and parts.query != "tls=0",
        host=parts.hostname,
        port=parts.port or (993 if is_tls else 143),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        folder=unquote(parts.path.lstrip("/")) or "INBOX",
    )


def read_path(path: Path) -> Tally:
    """All messages of an mbox file or a Maildir; nothing in it is changed. Raises OSError."""
    if not path.exists():
        raise FileNotFoundError(f"{path} does not exist")
    if path.is_dir() and not (path / "cur").is_dir():
        raise NotADirectoryError(f"{path} is a folder, but no Maildir: it holds no folder “cur”")
    box: Any = mailbox.Maildir(path, create=False) if path.is_dir() else mailbox.mbox(path, create=False)
    try:
        return take_in(_beginnings(box))
    finally:
        box.close()


def read_imap(address: Imap) -> Tally:
    """The unread notices of a mailbox; each is marked as read, none is deleted. Raises OSError or imaplib's error."""
    context = ssl.create_default_context()
    if address.is_tls:
        link: imaplib.IMAP4 = imaplib.IMAP4_SSL(
            address.host, address.port, ssl_context=context, timeout=TIMEOUT
        )
    else:
        link = imaplib.IMAP4(address.host, address.port, timeout=TIMEOUT)
    with link:
        if address.starts_tls:
            link.starttls(context)
        link.login(address.user, address.password)
        _expect(link.select(_quoted(address.folder)))
        tally = Tally()
        for number in list(_unread_notices(link)):
            content = _fetched(link, number, f"(BODY.PEEK[]<0.{LIMIT}>)")
            if content and take_one(content, tally):
                _expect(link.uid("STORE", number, "+FLAGS.SILENT", r"(\Seen)"))
        return tally


def _beginnings(box: Any) -> Iterator[bytes]:
    for key in box.iterkeys():
        with box.get_file(key) as file:
            yield file.read(LIMIT)


def _unread_notices(link: imaplib.IMAP4) -> Iterator[str]:
    numbers = _expect(link.uid("SEARCH", "UNSEEN"))[0].decode("ascii", "replace").split()
    for number in numbers:
        head = _fetched(link, number, "(BODY.PEEK[HEADER.FIELDS (CONTENT-TYPE X-FAILED-RECIPIENTS)])")
        if _LOOKS_LIKE_ONE.search(head):
            yield number


def _fetched(link: imaplib.IMAP4, number: str, what: str) -> bytes:
    answer = _expect(link.uid("FETCH", number, what))
    return next((bytes(part[1]) for part in answer if isinstance(part, tuple)), b"")


def _expect(answer: tuple[str, list[Any]]) -> list[Any]:
    kind, data = answer
    if kind != "OK":
        raise imaplib.IMAP4.error(str(data))
    return [part if part is not None else b"" for part in data]


def _quoted(folder: str) -> str:
    return '"{}"'.format(folder.replace("\\", "\\\\").replace('"', '\\"'))
