"""PDF: letters with their places put into reading order; pages that are pictures recognised."""

import contextlib
import math
import re
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from typing import Any

from spoiwo.reading.document import Unreadable
from spoiwo.reading.formats import recognition
from spoiwo.reading.formats.extract import Block, Extract
from spoiwo.reading.formats.pdf_letters import letters_of, seen
from spoiwo.reading.layout.badness import is_bad_layer
from spoiwo.reading.layout.order import Letter, lines_of
from spoiwo.reading.layout.paragraphs import paragraphs_of

MOST_PAGES = 300
_FEWEST_LETTERS = 12  # on a page with a picture: less is a stamp or a page number, the text is in the picture


def read_pdf(content: bytes, recognise: bool = False) -> Extract:
    """The paragraphs of a PDF with the place of every word; with `recognise` from the pictures of its pages alone.

    Raises `Unreadable` ("encrypted", "broken", "too_long", "empty", "pictures_only"). A page takes some 20 ms, recognised
    some seconds.
    """
    with opened(content) as document:
        pages = [_page(document, number) for number in range(len(document))]
        extract = Extract("pdf", [], "\n".join(page["original"] for page in pages))
        extract.sizes = [page["size"] for page in pages]
        extract.dated = _dated(document)
        bare = [number for number, page in enumerate(pages) if page["is_picture"]]
        is_bad = bool(extract.original.strip()) and is_bad_layer(extract.original)
        again = set(range(len(pages)) if recognise or is_bad else bare)
        if is_bad and not recognise:
            extract.warnings.append("bad_text_layer")
        if again and not recognition.is_installed():
            if recognise or len(bare) == len(pages):
                raise Unreadable("pictures_only", recognition.MISSING)
            extract.warnings += ["pages_not_read"] if bare else []
            again = set()
        seen_blocks = {number: _recognised(document, number) for number in again}
        if is_bad and not recognise and is_bad_layer("\n".join(_texts(seen_blocks))):
            seen_blocks = {}  # the picture says no more than the layer: a drawing, or a language we do not know
        for number, page in enumerate(pages):
            extract.blocks += seen_blocks.get(number, page["blocks"])
    if seen_blocks:
        extract.warnings.append("recognised")
    extract.is_scan = bool(pages) and len(bare) == len(pages)
    _finish(extract, bool(bare))
    return extract


def _texts(blocks: dict[int, list[Block]]) -> list[str]:
    return [block.text for page in blocks.values() for block in page]


def _finish(extract: Extract, has_pictures: bool) -> None:
    if not any(block.text.strip() for block in extract.blocks):
        raise Unreadable("pictures_only" if has_pictures else "empty")
    if "recognised" in extract.warnings and extract.is_scan:
        extract.original = "\n".join(block.text for block in extract.blocks)
    mark_title(extract.blocks)


@contextlib.contextmanager
def opened(content: bytes) -> Iterator[Any]:
    """The document of PDFium, closed at the end; raises `Unreadable`."""
    pdfium = import_module("pypdfium2")
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == pdfium.raw.FPDF_ERR_PASSWORD
        raise Unreadable("encrypted" if is_locked else "broken") from None
    try:
        if len(document) > MOST_PAGES:
            raise Unreadable("too_long")
        if not len(document):
            raise Unreadable("broken")
        yield document
    except pdfium.PdfiumError:
        raise Unreadable("broken") from None
    finally:
        document.close()


def _page(document: Any, number: int) -> dict[str, Any]:
    page = document[number]
    width, height = page.get_size()
    if not (1 <= width < math.inf and 1 <= height < math.inf):
        page.close()
        raise Unreadable("broken")
    text = page.get_textpage()
    written, blocks = 0, []
    for turn, letters in letters_of(page, text).items():
        written += sum(not letter.text.isspace() for letter in letters)
        blocks += _paragraphs(letters, turn, number + 1, (width, height))
    original = text.get_text_range() if text.count_chars() else ""
    is_picture = written < _FEWEST_LETTERS and _has_picture(page)
    text.close()
    page.close()
    return {
        "size": (round(width, 1), round(height, 1)),
        "original": original.replace("\r\n", "\n").replace("\r", "\n"),
        "blocks": blocks,
        "is_picture": is_picture,
    }


def _paragraphs(letters: list[Letter], turn: int, page: int, size: tuple[float, float]) -> list[Block]:
    """The paragraphs of letters that run one way, their places as the page is shown."""
    blocks = paragraphs_of(lines_of(letters), page, *(size[::-1] if turn % 2 else size))
    for block in blocks:
        block.spots = [seen(spot, turn) for spot in block.spots]
        if turn:  # PDFium numbers turned letters in an order of its own
            block.moved = []
    return blocks


def _has_picture(page: Any) -> bool:
    raw = import_module("pypdfium2.raw")
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=5))


def _recognised(document: Any, number: int) -> list[Block]:
    return recognition.recognised(rendered(document, number, recognition.SIDE), number + 1)


def rendered(document: Any, number: int, side: int, is_width: bool = False) -> Any:
    """The picture of a page (counted from 0) whose longer side, or whose width, has so many pixels."""
    page = document[number]
    width, height = page.get_size()
    scale = side / (width if is_width else max(width, height))
    scale = min(scale, 5 * side / max(width, height))
    picture = page.render(scale=scale).to_pil().convert("RGB")
    page.close()
    return picture


def mark_title(blocks: list[Block]) -> None:
    """The largest letters in the upper part of the first page, if they are larger than the text, are the title."""
    sizes = sorted(block.size for block in blocks for _ in range(max(1, len(block.text) // 40)))
    if not sizes:
        return
    usual = sizes[len(sizes) // 2]
    first = [b for b in blocks if b.page == blocks[0].page and b.top < 0.6 and 8 <= len(b.text) <= 250]
    largest = max(first, key=lambda block: block.size, default=None)
    if largest and largest.size > 1.12 * usual:
        largest.is_title = True


def _dated(document: Any) -> date | None:
    """The day the file was made, as its metadata says: "D:20050216…"."""
    for key in ("CreationDate", "ModDate"):
        found = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", document.get_metadata_value(key) or "")
        if found:
            with contextlib.suppress(ValueError):
                return date(int(found[1]), int(found[2]), int(found[3]))
    return None
