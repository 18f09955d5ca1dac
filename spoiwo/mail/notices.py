"""Reads what mail servers write back: non-delivery (RFC 3464), complaints (RFC 5965), Exim's older bounces.

Plain parsing, without the database: a notice says which message it speaks of, which addressee, and what happened. Whoever
writes to the mailbox may write anything, so nothing here is believed until it fits a letter of ours (`mail/bounces.py`).
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.parser import HeaderParser
from enum import StrEnum
from typing import Any

# A bounce needs its first pages; what lies behind them is the returned mail's weight.
LIMIT = 1_000_000
_MOST_RECIPIENTS = 100
_IDS = re.compile(r"<[^<>\s]{1,200}@[^<>\s]{1,200}>")
_STATUS = re.compile(r"\b([245])\.\d{1,3}\.\d{1,3}\b")
_SMTP_CODE = re.compile(r"\b([245])\d\d\b")
_ID_LINE = re.compile(r"^Message-ID:\s*(<[^<>\s]{1,400}>)", re.IGNORECASE | re.MULTILINE)
_HEADERS = {"text/rfc822-headers", "message/rfc822-headers", "message/global-headers"}
_log = logging.getLogger("spoiwo.mail")


class Kind(StrEnum):
    """What a notice says."""

    FAILED = "failed"  # it was given up
    DELAYED = "delayed"  # it is still being tried
    COMPLAINT = "complaint"


@dataclass(frozen=True, slots=True)
class Notice:
    """About one addressee of one message; `is_final` says that the address itself was refused for good (5.x.x)."""

    kind: Kind
    message_ids: frozenset[str]
    recipients: frozenset[str]
    is_final: bool
    reason: str


def notices_in(content: bytes) -> list[Notice]:
    """What the message reports; empty for an ordinary mail and for anything that cannot be read. Never raises."""
    try:
        message = message_from_bytes(content[:LIMIT])
        return list(_notices(message))
    except Exception:  # the parser of the standard library stumbles over some malformed mails
        _log.warning("a message in the mailbox of bounces could not be read", exc_info=True)
        return []


def _notices(message: Message) -> Iterator[Notice]:
    parts: list[Any] = message.get_payload() if message.is_multipart() else []  # type: ignore[assignment]
    for part in parts:
        if part.get_content_type() == "message/delivery-status" and part.is_multipart():
            ids = _message_ids(message, parts)
            for block in part.get_payload()[:_MOST_RECIPIENTS]:
                yield from _delivery(block, ids)
        elif part.get_content_type() == "message/feedback-report" and part.is_multipart():
            yield from _complaint(part.get_payload()[0], _message_ids(message, parts))
    if not parts and message["X-Failed-Recipients"]:
        yield from _exim(message)


def _delivery(block: Message, ids: frozenset[str]) -> Iterator[Notice]:
    """One block of a delivery status; the first, about the whole message, names no recipient."""
    recipients = {_address(block[name]) for name in ("Final-Recipient", "Original-Recipient") if block[name]}
    action = _flat(block["Action"]).lower()
    diagnosis = _flat(block["Diagnostic-Code"])
    if not recipients or action not in {Kind.FAILED, Kind.DELAYED}:
        return
    found = (
        _STATUS.search(_flat(block["Status"])) or _STATUS.search(diagnosis) or _SMTP_CODE.search(diagnosis)
    )
    reason = diagnosis or _flat(block["Status"]) or action
    yield Notice(Kind(action), ids, frozenset(recipients), _is_final(found), reason[:500])


def _complaint(block: Message, ids: frozenset[str]) -> Iterator[Notice]:
    if _flat(block["Feedback-Type"]).lower() == "abuse" and block["Original-Rcpt-To"]:
        recipients = frozenset(_address(value) for value in block.get_all("Original-Rcpt-To", []))
        yield Notice(Kind.COMPLAINT, ids, recipients, False, "abuse")


def _exim(message: Message) -> Iterator[Notice]:
    """Exim before it learned RFC 3464, and Google: addressees in a header of their own, the mail copied into the text."""
    payload = message.get_payload(decode=True)
    text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    ids = frozenset(_ID_LINE.findall(text)[:5])
    for address in _flat(message["X-Failed-Recipients"]).split(",")[:_MOST_RECIPIENTS]:
        found = _STATUS.search(text) or _SMTP_CODE.search(text)
        yield Notice(
            Kind.FAILED,
            ids,
            frozenset({_address(address)}),
            _is_final(found),
            found.group(0) if found else "failed",
        )


def _message_ids(message: Message, parts: list[Any]) -> frozenset[str]:
    """The ids of the returned mail; where none came back, those that the notice answers to."""
    found: list[str] = []
    for part in parts:
        if part.get_content_type() in {"message/rfc822", "message/global"} and part.is_multipart():
            found += _IDS.findall(_flat(part.get_payload()[0]["Message-ID"]))
        elif part.get_content_type() in _HEADERS:
            payload = part.get_payload(0) if part.is_multipart() else part.get_payload(decode=True)
            headers = payload if isinstance(payload, Message) else _headers(payload or b"")
            found += _IDS.findall(_flat(headers["Message-ID"]))
    if not found:
        found = _IDS.findall(f"{_flat(message['In-Reply-To'])} {_flat(message['References'])}")
    return frozenset(found[:20])


def _headers(text: bytes) -> Message:
    return HeaderParser().parsestr(text.decode("utf-8", "replace"))


def _is_final(status: "re.Match[str] | None") -> bool:
    return status is not None and status.group(1) == "5"


def _address(value: Any) -> str:
    """`rfc822; <Jan@Example.org>` → `jan@example.org`."""
    return _flat(value).rpartition(";")[2].strip().strip("<>").lower()


def _flat(value: Any) -> str:
    """A header on one line; the parser gives an object where a header holds bytes it does not know."""
    return " ".join(str(value or "").split())
