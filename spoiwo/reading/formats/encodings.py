"""Bytes to text: UTF-8 and UTF-16 by their form, Windows-1250 and ISO-8859-2 by how Polish letters fall."""

import codecs
import re

from spoiwo.reading.document import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Bytes that are a Polish letter in one encoding and a sign or a control in the other: ą Ą ś Ś ź Ź are all that differ.
_WINDOWS = frozenset(b"\xb9\xa5\x9c\x8c\x9f\x8f")
_ISO = frozenset(b"\xb1\xa1\xb6\xa6\xbc\xac")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_CYRILLIC = re.compile(rb"[\xc0-\xff\xb3\xba\xbf\xb4]{4,}")
_MOST_CONTROLS = 0.005
_LEAST_READABLE = 0.8


def decoded(content: bytes, has_tags: bool = False) -> str:
    """The text of a plain file; raises `Unreadable` ("empty", "not_a_document").

    Line ends become \\n, the mark at the beginning goes. With `has_tags` signs may outnumber letters. Linear in the file.
    """
    text = content.decode(encoding_of(content), "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
    text = re.sub("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", "\n", text)
    if not text.strip(" \t\n\u00a0\u200b\0"):
        raise Unreadable("empty")
    if not _is_readable(text, 0.0 if has_tags else _LEAST_READABLE):
        raise Unreadable("not_a_document")
    return _CONTROLS.sub("", text)


def encoding_of(content: bytes) -> str:
    """The name of the encoding a plain text is most likely in."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    if b"\0" in content[:4000]:
        return _wide(content[:4000])
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        # A file cut off in the middle of a letter, or with one bad byte in a long text, still is UTF-8.
        if error.start >= len(content) - 4 or _mostly_utf8(content):
            return "utf-8"
        return _one_byte(content)
    return "utf-8"


def _wide(start: bytes) -> str:
    """UTF-16 without its mark: most letters have an empty byte before or after."""
    after, before = start[1::2].count(0), start[0::2].count(0)
    if max(after, before) < 0.3 * len(start) / 2:
        return "utf-8"
    return "utf-16-le" if after > before else "utf-16-be"


def _mostly_utf8(content: bytes) -> bool:
    bad = content.decode("utf-8", "replace").count("\ufffd")
    high = len(content) - len(content.decode("ascii", "ignore"))
    return bad <= 0.02 * high


def _one_byte(content: bytes) -> str:
    windows = sum(content.count(bytes([byte])) for byte in _WINDOWS)
    iso = sum(content.count(bytes([byte])) for byte in _ISO)
    # Quotation marks, dashes and dots of Windows stand where ISO-8859-2 has controls that no text holds.
    windows += 2 * sum(content.count(bytes([byte])) for byte in b"\x84\x93\x94\x96\x97\x85\x80\x82\x91\x92")
    letters = len(content.decode("ascii", "ignore").strip())
    if len(b"".join(_CYRILLIC.findall(content))) > letters / 2:
        return "cp1251"
    return "iso8859-2" if iso > windows else "cp1250"


def _is_readable(text: str, least: float) -> bool:
    """Whether it is words and not the inside of a program: few controls, mostly letters, digits, spaces."""
    sample = text if len(text) < 60_000 else text[:30_000] + text[-30_000:]
    if len(_CONTROLS.findall(sample)) + sample.count("\ufffd") > 2 + _MOST_CONTROLS * len(sample):
        return False
    return sum(sign.isalnum() or sign.isspace() for sign in sample) >= least * len(sample) - 20
