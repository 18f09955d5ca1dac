"""Writes a letter as the bytes that SMTP carries (RFC 5322, 2045, 2047), saying little anew for each letter.

What is the same for a batch (sender, subject, where answers go) is encoded once and kept. The body always travels as
quoted-printable, also to servers that take eight bits: a relay that had to recode it would break its DKIM signature.
"""

import binascii
import re
from datetime import datetime
from email.utils import format_datetime, parseaddr
from functools import lru_cache

from django.conf import settings
from django.utils.encoding import iri_to_uri
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from spoiwo.mail.models import Letter

_ADDRESS = re.compile(
    r"[!#-'*+\-/-9=?A-Z^-~]+(?:\.[!#-'*+\-/-9=?A-Z^-~]+)*@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
)
_PLAIN = re.compile(r"[ !#-'*+\-./0-9=?A-Z^-~]{0,60}")
# So many bytes of text make a line of at most 76 characters with the longest name of a header before it.
_CHUNK = 39


class Unsendable(ValueError):
    """The letter cannot be written as a mail; the message is a sentence for the person."""


def compose(letter: Letter, at: datetime) -> bytes:
    """The whole mail with CRLF line ends; some 30 µs. Raises `Unsendable` where an address cannot be one."""
    unsubscribe = ""
    if letter.unsubscribe_url:
        unsubscribe = (
            f"List-Unsubscribe: <{_url(letter.unsubscribe_url)}>\r\n"
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"  # RFC 8058
        )
    head = (
        f"{_head(letter.from_name, letter.reply_to, letter.subject, letter.language, settings.DEFAULT_FROM_EMAIL)}"
        f"To: {mailbox(letter.to_name, letter.to)}\r\n"
        f"Date: {_date(at.replace(microsecond=0))}\r\n"
        f"Message-ID: {''.join(letter.message_id.split())}\r\n"
        f"{unsubscribe}\r\n"
    )
    text = letter.text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace")
    return head.encode("ascii", "replace") + binascii.b2a_qp(text).replace(b"\n", b"\r\n")


def envelope_address(address: str) -> str:
    """The address as SMTP writes it, a domain with Polish letters in its ASCII form; raises `Unsendable`."""
    name, _at, domain = address.strip().rpartition("@")
    if not name.isascii():
        raise Unsendable(_("The part before @ holds letters that mail servers do not take: %s") % address)
    try:
        plain = address.strip() if domain.isascii() else f"{name}@{domain.encode('idna').decode()}"
    except UnicodeError:
        plain = ""
    if not _ADDRESS.fullmatch(plain) or len(plain) > 254:
        raise Unsendable(_("This is not an e-mail address: %s") % " ".join(address.split()))
    return plain


@lru_cache(maxsize=4)
def sender(default: str) -> tuple[str, str]:
    """Name and address out of the setting."""
    name, address = parseaddr(default)
    return name, envelope_address(address)


def mailbox(name: str, address: str) -> str:
    """`name <address>` for a header; the name in any alphabet, with whatever is in it."""
    plain, words = envelope_address(address), encoded(name)
    if not words:
        return plain
    if words.startswith("=?"):
        return f"{words}\r\n <{plain}>"
    return f'"{words}" <{plain}>'


def encoded(text: str) -> str:
    """Text for a header: as it is where it is short and plain, else in encoded words, folded (RFC 2047)."""
    text = " ".join(text.split())
    if _PLAIN.fullmatch(text) and "=?" not in text:
        return text
    data, start, words = text.encode("utf-8", "replace"), 0, []
    while start < len(data):
        end = min(start + _CHUNK, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:  # not within a letter
            end -= 1
        words.append(f"=?utf-8?b?{binascii.b2a_base64(data[start:end], newline=False).decode()}?=")
        start = end
    return "\r\n ".join(words)


@lru_cache(maxsize=64)
def _head(from_name: str, reply_to: str, subject: str, language: str, default: str) -> str:
    name, address = sender(default)
    answers = f"Reply-To: {mailbox('', reply_to)}\r\n" if reply_to else ""
    return (
        "MIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Language: {''.join(filter(str.isalpha, language.encode('ascii', 'ignore').decode()))}\r\n"
        "Auto-Submitted: auto-generated\r\n"
        f"From: {mailbox(from_name or name, address)}\r\n"
        f"{answers}"
        f"Subject: {encoded(subject)}\r\n"
    )


@lru_cache(maxsize=4)
def _date(at: datetime) -> str:
    return format_datetime(localtime(at))


def _url(address: str) -> str:
    """No byte that could end the header or the brackets."""
    return iri_to_uri("".join(address.split())).replace("<", "%3C").replace(">", "%3E")
