"""Saved e-mail: its subject, its day, its text part, else its HTML; what is attached stays for whoever keeps files."""

import email
import email.policy
from datetime import date
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from spoiwo.reading.document import Unreadable
from spoiwo.reading.formats.encodings import decoded
from spoiwo.reading.formats.extract import Extract
from spoiwo.reading.formats.html import read_html
from spoiwo.reading.formats.text import lines_of


def read_mail(content: bytes) -> Extract:
    """The body of a letter; raises `Unreadable` ("empty", "broken", "not_a_document")."""
    if content.startswith(b"From "):
        content = content.partition(b"\n")[2]
    # The package trips over some malformed headers and charsets with errors of many kinds; all mean the same here.
    try:
        message = email.message_from_bytes(content, policy=email.policy.default)
        kind, body, charset = _body(message)
        subject, sent = " ".join(str(message.get("Subject", "")).split()), _sent(message)
    except Unreadable:
        raise
    except (ValueError, LookupError, AttributeError, TypeError, IndexError, RecursionError):
        raise Unreadable("broken") from None
    text = _text(body, charset)
    extract = read_html(text) if kind == "html" else lines_of(decoded(text.encode("utf-8", "replace")))
    extract.format, extract.title = "eml", subject[:300] or extract.title
    extract.published = extract.published or sent
    return extract


def _body(message: EmailMessage) -> tuple[str, bytes, str]:
    part = message.get_body(("plain", "html"))
    if part is None:
        raise Unreadable("empty")
    body = part.get_payload(decode=True)
    if not isinstance(body, bytes) or not body.strip():
        other = message.get_body(("html",))
        body = other.get_payload(decode=True) if other else b""
        part = other or part
    if not isinstance(body, bytes) or not body.strip():
        raise Unreadable("empty")
    return part.get_content_subtype(), body, part.get_content_charset("")


def _text(body: bytes, charset: str) -> str:
    try:
        return body.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decoded(body)


def _sent(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).date()
    except (TypeError, ValueError, IndexError):
        return None
