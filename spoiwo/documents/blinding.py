"""The blind copy of an attachment: a new file of pictures alone, with black over all that gives its author away."""

import io
import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from spoiwo.documents import blackout

PROGRAM = Path(__file__).resolve().parents[2]
PATIENCE = 120  # seconds
MOST_PAGES = 60
MOST_BYTES = 50_000_000
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 2600


class Reason(StrEnum):
    """Why no blind copy can be made."""

    UNKNOWN_KIND = "unknown_kind"
    BROKEN = "broken"
    ENCRYPTED = "encrypted"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"


REASONS = {
    blackout.ENCRYPTED: Reason.ENCRYPTED,
    blackout.TOO_MANY_PAGES: Reason.TOO_MANY_PAGES,
    blackout.TOO_LARGE: Reason.TOO_LARGE,
}


class CannotBlind(ValueError):
    """No blind copy of this file can be made; `reason` says why, the words are the caller's."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class Telling(Protocol):
    """A stretch of a text that gives its author away; `kind` has words in the caller's labels."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...


class Rectangle(NamedTuple):
    """A part of a page, counted from 1: its corners as shares of the page's width and height from the upper left one."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


class Hidden(NamedTuple):
    """Words that were hidden: on which page, of what kind, and where; no rectangle for words that are not to be seen."""

    page: int
    kind: str
    text: str
    where: tuple[Rectangle, ...]


class Concern(StrEnum):
    """What a person must look at, because no search can."""

    NO_TEXT = "no_text"
    UNREADABLE = "unreadable"
    PICTURES = "pictures"


class Warned(NamedTuple):
    """A page a person must look at, and how many pictures or unreadable letters are on it."""

    page: int
    concern: Concern
    amount: int


@dataclass(frozen=True, slots=True)
class Blind:
    """The blind copy (`suffix`: pdf, jpg or png), the words left on each page, what was hidden, and what nobody has seen."""

    content: bytes
    suffix: str
    texts: tuple[str, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    warnings: tuple[Warned, ...] = ()


Find = Callable[[str], Sequence[Telling]]


def blind(content: bytes, find: Find, labels: Mapping[str, str], boxes: Sequence[Rectangle] = ()) -> Blind:
    """The blind copy of a PDF, JPEG, PNG or WebP; `boxes` are hidden besides what `find` finds in the words of a PDF.

    `find` is given the words of one page (lines end in CR LF) and answers with stretches in order and apart from each other.
    Nothing of the old file is in the new one but what it looked like: no words, notes, attached files, programs, dates or
    places. Raises `CannotBlind`. Ten pages take some two seconds and half a megabyte.
    """
    if len(content) > MOST_BYTES:
        raise CannotBlind(Reason.TOO_LARGE)
    if b"%PDF-" in content[:1024]:
        return _blind_pdf(content, find, labels, boxes)
    return _blind_picture(content, boxes)


def _blind_pdf(content: bytes, find: Find, labels: Mapping[str, str], boxes: Sequence[Rectangle]) -> Blind:
    pages, _ = _apart({}, content)
    found = [find(page["text"]) for page in pages]
    orders = [
        {
            "stretches": [(one.start, one.end) for one in stretches],
            "boxes": [box[1:] for box in boxes if box.page == number],
        }
        for number, stretches in enumerate(found, 1)
    ]
    places, new = _apart({"pages": orders}, content)
    hidden = [
        Hidden(
            number,
            one.kind,
            page["text"][one.start : one.end],
            tuple(Rectangle(number, *box) for box in where),
        )
        for number, (page, stretches, wheres) in enumerate(zip(pages, found, places, strict=True), 1)
        for one, where in zip(stretches, wheres, strict=True)
    ]
    texts = [_without(page["text"], stretches, labels) for page, stretches in zip(pages, found, strict=True)]
    warnings = [warned for number, page in enumerate(pages, 1) for warned in _warnings(number, page)]
    return Blind(new, "pdf", tuple(texts), tuple(hidden), tuple(warnings))


def _warnings(number: int, page: Mapping[str, Any]) -> list[Warned]:
    found = [] if page["text"].strip() else [Warned(number, Concern.NO_TEXT, 1)]
    lost = page["unread"] + page["text"].count("\ufffd")
    found += [Warned(number, Concern.UNREADABLE, lost)] if lost else []
    return found + ([Warned(number, Concern.PICTURES, page["pictures"])] if page["pictures"] else [])


def _without(text: str, found: Sequence[Telling], labels: Mapping[str, str]) -> str:
    pieces, at = [], 0
    for one in found:
        pieces += [text[at : one.start], f"[{labels[one.kind]}]"]
        at = one.end
    return "".join([*pieces, text[at:]]).replace("\r\n", "\n").replace("\r", "\n").strip()


def _apart(order: Mapping[str, Any], content: bytes) -> tuple[Any, bytes]:
    """What `blackout` answers, and the file it made. Starting it takes some 0.2 s."""
    order = {**order, "most_pages": MOST_PAGES, "most_bytes": MOST_BYTES}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "spoiwo.documents.blackout"],
            input=json.dumps(order).encode() + b"\n" + content,
            capture_output=True,
            check=False,
            cwd=PROGRAM,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        raise CannotBlind(Reason.TOO_SLOW) from None
    if done.returncode:
        raise CannotBlind(REASONS.get(done.returncode, Reason.BROKEN))
    head, _, new = done.stdout.partition(b"\n")
    return json.loads(head), new


def _blind_picture(content: bytes, boxes: Sequence[Rectangle]) -> Blind:
    """The picture upright in new pixels; its size is asked of its head before any are unpacked."""
    from PIL import Image, ImageDraw, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise CannotBlind(Reason.TOO_LARGE)
            kind = "PNG" if opened.format == "PNG" else "JPEG"
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            picture = _pixels(_upright(opened))
    except UnidentifiedImageError:
        raise CannotBlind(Reason.UNKNOWN_KIND) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise CannotBlind(Reason.TOO_LARGE) from None
    except CannotBlind:
        raise
    except (OSError, SyntaxError, ValueError, EOFError):
        raise CannotBlind(Reason.BROKEN) from None
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    pencil = ImageDraw.Draw(picture)
    for box in boxes:
        wide, high = picture.size
        pencil.rectangle((box.x0 * wide, box.y0 * high, box.x1 * wide, box.y1 * high), fill="black")
    new = io.BytesIO()
    picture.save(new, kind, optimize=True, **({"quality": 85} if kind == "JPEG" else {}))
    return Blind(
        new.getvalue(), "png" if kind == "PNG" else "jpg", warnings=(Warned(1, Concern.PICTURES, 1),)
    )


def _upright(picture: Any) -> Any:
    """The picture as its camera was held; a camera's note that cannot be read is passed over."""
    from PIL import ImageOps

    picture.load()
    try:
        return ImageOps.exif_transpose(picture)
    except (OSError, SyntaxError, ValueError, KeyError, TypeError, ArithmeticError):
        return picture


def _pixels(picture: Any) -> Any:
    """The colours on white in a new picture: whatever the old one carried besides stays behind."""
    from PIL import Image

    seen = picture.convert("RGBA")
    clean = Image.new("RGB", seen.size, "white")
    clean.paste(seen, mask=seen.getchannel("A"))
    return clean
