"""What a file is, told from its bytes and never from its name."""

import io
import re
import zipfile

from spoiwo.reading.document import Unreadable

PICTURES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg", b"II*\0": "tiff", b"MM\0*": "tiff"}
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    b"GIF8", b"BM", b"\x7fELF", b"MZ", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"OggS", b"ID3", b"RIFF", b"SQLite format 3\0",
    b"\xfd7zXZ", b"%!PS", b"\xca\xfe\xba\xbe",
)  # fmt: skip
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|style|script|article|section|main|div|p|h[1-6]|table|ul|span)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADER = re.compile(rb"(?:From |[A-Za-z][A-Za-z0-9-]{1,60}:)")
_MAIL = re.compile(rb"^(?:from|to|subject|date|received|message-id|mime-version|return-path):", re.I | re.M)


def kind_of(content: bytes) -> str:
    """pdf, docx, html, rtf, eml, picture or txt; raises `Unreadable` ("empty", "encrypted", "broken", "not_a_document")."""
    head = content[:4096]
    if not content.strip(b" \t\r\n\0"):
        raise Unreadable("empty")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\3\4", b"PK\5\6", b"PK\7\x08")):
        return _packed(content)
    if any(head.startswith(magic) for magic in PICTURES):
        return "picture"
    if head.startswith(_COMPOUND):
        # Word and its kin keep a locked DOCX in a compound file with this stream.
        is_locked = "EncryptedPackage".encode("utf-16-le") in content
        raise Unreadable("encrypted" if is_locked else "not_a_document")
    if head.startswith(_OTHERS) and b"\0" in head:  # "BM" and "MZ" may begin a text too
        raise Unreadable("not_a_document")
    return _written(head)


def _written(head: bytes) -> str:
    is_wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    bare = head[2:].replace(b"\0", b"") if is_wide else head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if bare.startswith(b"{\\rtf"):
        return "rtf"
    if _HTML.match(bare):
        return "html"
    top = re.split(rb"\r?\n\r?\n", bare, maxsplit=1)[0]
    if _HEADER.match(bare) and len({name.lower() for name in _MAIL.findall(top)}) >= 2:
        return "eml"
    return "txt"


def _packed(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist()[:20_000])
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, IndexError):
        raise Unreadable("broken") from None
    if any(name.lower().startswith("word/") and name.endswith(".xml") for name in names):
        return "docx"
    raise Unreadable("not_a_document")
