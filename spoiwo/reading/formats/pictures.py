"""Pictures of pages: PNG, JPEG and TIFF with one page or many, recognised."""

import io
from collections.abc import Iterator
from typing import Any

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from spoiwo.reading.document import Unreadable
from spoiwo.reading.formats import recognition
from spoiwo.reading.formats.extract import Block, Extract

MOST_PIXELS, MOST_PAGES = 60_000_000, 300
# A warning of the library ("Corrupt EXIF data") is one of these wherever warnings are raised as errors.
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    KeyError,
    TypeError,
    ArithmeticError,
    IndexError,
    UserWarning,
)


def read_picture(content: bytes) -> Extract:
    """The words in a picture; raises `Unreadable` ("pictures_only" also where nothing is written on it)."""
    blocks: list[Block] = []
    sizes: list[tuple[float, float]] = []
    for number, frame in enumerate(frames(content), 1):
        if number > MOST_PAGES:
            raise Unreadable("too_long")
        sizes.append((float(frame.width), float(frame.height)))
        blocks += recognition.recognised(fitting(frame), number)
    if not any(block.text for block in blocks):
        raise Unreadable("pictures_only", "nothing that could be read is written on it")
    text = "\n".join(block.text for block in blocks)
    return Extract("picture", blocks, text, sizes=sizes, warnings=["recognised"], is_scan=True)


def frames(content: bytes) -> Iterator[Any]:
    """The pages of a picture, upright, in grey or colour; their size is asked before any pixel is unpacked."""
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "TIFF")) as picture:
            if getattr(picture, "n_frames", 1) > MOST_PAGES:
                raise Unreadable("too_long")
            for frame in ImageSequence.Iterator(picture):
                if frame.width * frame.height > MOST_PIXELS:
                    raise Unreadable("too_big")
                yield _on_white(ImageOps.exif_transpose(frame) or frame)
    except UnidentifiedImageError:
        raise Unreadable("broken") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unreadable("too_big") from None
    except _BROKEN as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable("broken") from None


def fitting(picture: Any) -> Any:
    """The picture at a size at which letters are recognised best: neither a thumbnail nor a poster."""
    longest = max(picture.size)
    if longest > 1.5 * recognition.SIDE:
        picture.thumbnail((1.5 * recognition.SIDE, 1.5 * recognition.SIDE))
    elif longest < recognition.SIDE / 2:
        return picture.resize((2 * picture.width, 2 * picture.height), Image.Resampling.LANCZOS)
    return picture


def _on_white(picture: Any) -> Any:
    """The picture without transparency, in pixels of its own."""
    if picture.mode in ("1", "L"):
        return picture.convert("L")
    seen = picture.convert("RGBA")
    clean = Image.new("RGB", seen.size, "white")
    clean.paste(seen, mask=seen.getchannel("A"))
    return clean
