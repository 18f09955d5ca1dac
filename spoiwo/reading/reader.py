"""One call from bytes to a clean document: format, furniture, order, repair, title, days, language."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from spoiwo.polish.repairing import repair
from spoiwo.reading.document import Box, Change, Document, Furniture, Moved, Page, Unreadable
from spoiwo.reading.formats.docx import read_docx
from spoiwo.reading.formats.extract import Block, Extract
from spoiwo.reading.formats.html import read_html
from spoiwo.reading.formats.kinds import kind_of
from spoiwo.reading.formats.mail import read_mail
from spoiwo.reading.formats.pdf import read_pdf
from spoiwo.reading.formats.pictures import read_picture
from spoiwo.reading.formats.rtf import read_rtf
from spoiwo.reading.formats.text import read_text
from spoiwo.reading.layout.disorder import disorder_of
from spoiwo.reading.layout.furniture import mark_furniture
from spoiwo.reading.layout.language import language_of
from spoiwo.reading.layout.publication import publication_days
from spoiwo.reading.layout.spans import Cut, Shift, with_insertions
from spoiwo.reading.layout.titles import title_of

MOST_BYTES = 100_000_000
MOST_LETTERS = 2_000_000  # of text: some 700 pages written full
_DIGITS = re.compile(r"\d+")
_MANY_PAGES = 30  # above it places are kept by lines, not by words
_READERS = {
    "docx": read_docx,
    "eml": read_mail,
    "html": read_html,
    "picture": read_picture,
    "rtf": read_rtf,
    "txt": read_text,
}


def read_document(content: bytes, name: str = "", *, recognise: bool = False) -> Document:
    """Read a file of any kind we know; what it is is told from its bytes, its name is only for messages.

    With `recognise` the words of a PDF are taken from the pictures of its pages. Raises `Unreadable` and nothing else. Three
    milliseconds for a page of text once the dictionaries are loaded (about a second at the first call); a recognised page
    takes seconds. A stranger's PDF is better read by `apart.read_apart`.
    """
    if len(content) > MOST_BYTES:
        raise Unreadable("too_big")
    kind = kind_of(content)
    try:
        extract = read_pdf(content, recognise) if kind == "pdf" else _READERS[kind](content)
    except MemoryError:
        raise Unreadable("too_big") from None
    if sum(len(block.text) for block in extract.blocks) > MOST_LETTERS:
        raise Unreadable("too_long")
    return document_of(extract)


def document_of(extract: Extract) -> Document:
    """Clean what a format has handed over."""
    mark_furniture(extract.blocks, len(extract.sizes))
    laid = _laid(extract)
    if not laid.text:  # nothing but what looks like furniture: then that is what the paper says
        for block in extract.blocks:
            block.furniture = ""
        laid = _laid(extract)
    if not laid.text:
        raise Unreadable("empty")
    language = language_of(laid.text)
    document = Document(
        extract.format,
        laid.text,
        extract.original,
        language,
        extract.title,
        pages=_pages(extract, laid),
        boxes=tuple(laid.boxes),
        furniture=_furniture(extract.blocks),
        moved=tuple(Moved(start, end, True, laid.text[start:end]) for start, end in laid.moved),
        is_scan=extract.is_scan,
    )
    document, title = _mended(document, laid.title)
    published, first, warnings = _days(extract)
    return replace(
        document,
        title=_title(document, title),
        published=published,
        first_published=first,
        warnings=tuple(dict.fromkeys([*extract.warnings, *warnings, *_warnings(document)])),
    )


@dataclass(slots=True)
class _Laid:
    """The text put together, with spans in it."""

    text: str
    boxes: list[Box]
    moved: list[tuple[int, int]]
    pages: dict[int, tuple[int, int]]
    title: tuple[int, int] | None


def _laid(extract: Extract) -> _Laid:
    blocks = _without_edges([block for block in extract.blocks if not block.furniture])
    titled = title_of(blocks, extract.keeps_lines)
    laid = _Laid("", [], [], {}, None)
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for place, block in enumerate(blocks):
        between = "" if not place else _between(blocks[place - 1], block, extract.keeps_lines)
        start = length + len(between)
        parts += (between, block.text)
        length = start + len(block.text)
        starts.append(start)
        _keep_places(laid, block, start, extract.sizes)
    laid.text = "".join(parts).rstrip()
    if titled:
        first, last = titled
        laid.title = (starts[first], starts[last - 1] + len(blocks[last - 1].text))
    return laid


def _without_edges(blocks: list[Block]) -> list[Block]:
    """Without empty blocks at both ends, and with one where furniture has left several."""
    kept: list[Block] = []
    for block in blocks:
        if block.text.strip() or (kept and kept[-1].text.strip()):
            kept.append(block)
    if kept:
        kept[0].text = kept[0].text if kept[0].spots else kept[0].text.lstrip()
    while kept and not kept[-1].text.strip():
        kept.pop()
    return kept


def _between(last: Block, block: Block, keeps_lines: bool) -> str:
    if keeps_lines:
        return "\n"
    if (
        block.page != last.page
        and last.text[-1:].isalnum() | last.text.endswith(",")
        and block.text[:1].islower()
    ):
        return " "  # a paragraph that runs on over the page
    return "\n" if block.is_tight else "\n\n"


def _keep_places(laid: _Laid, block: Block, start: int, sizes: list[tuple[float, float]]) -> None:
    if block.page:
        first, _ = laid.pages.get(block.page, (start, start))
        laid.pages[block.page] = (first, start + len(block.text))
    laid.moved += [(start + one, start + other) for one, other in block.moved]
    boxes = [Box(start + spot.start, start + spot.end, *spot[2:]) for spot in block.spots]
    laid.boxes += boxes if len(sizes) <= _MANY_PAGES else _by_lines(boxes)


def _by_lines(boxes: list[Box]) -> list[Box]:
    found: list[Box] = []
    for box in boxes:
        last = found[-1] if found else None
        if (
            last
            and last.page == box.page
            and box.left > last.left
            and box.top < last.bottom > box.top >= last.top - 0.01
        ):
            found[-1] = replace(
                last,
                end=box.end,
                right=box.right,
                top=min(last.top, box.top),
                bottom=max(last.bottom, box.bottom),
            )
        else:
            found.append(box)
    return found


def _pages(extract: Extract, laid: _Laid) -> tuple[Page, ...]:
    """Every page; one without text has an empty span after the page before."""
    found, at = [], 0
    for number, (width, height) in enumerate(extract.sizes, 1):
        start, at = laid.pages.get(number, (at, at))
        found.append(Page(number, start, at, width, height))
    return tuple(found)


def _furniture(blocks: list[Block]) -> tuple[Furniture, ...]:
    """Each piece once, also where only the number of the page in it differs."""
    found: dict[tuple[str, str], Furniture] = {}
    for block in blocks:
        text = block.text.strip()
        if block.furniture and text:
            same = _DIGITS.sub("#", text) if block.page else text
            found.setdefault((block.furniture, same), Furniture(block.furniture, text))
    return tuple(found.values())


def _mended(document: Document, title: tuple[int, int] | None) -> tuple[Document, tuple[int, int] | None]:
    """Lost letters restored and glued words parted, every span taken along."""
    if document.language in ("uk", "en"):
        return document, title
    repaired = repair(document.text)
    cuts = [Cut(change.start, change.end, change.new_start, change.new_end) for change in repaired.changes]
    changes = tuple(
        Change(one.new_start, one.new_end, one.before, one.after, one.alternatives, one.confidence)
        for one in repaired.changes
    )
    document, title = _shifted(replace(document, text=repaired.text), Shift(cuts), title)
    spans, partings = disorder_of(document.text)
    text, shift = with_insertions(document.text, partings)
    found = tuple(Moved(start, end, False, "") for start, end in spans)
    document = replace(document, text=text, changes=changes, moved=(*document.moved, *found))
    document, title = _shifted(document, shift, title, changes)
    return document, title


def _shifted(
    document: Document, shift: Shift, title: tuple[int, int] | None, changes: tuple[Change, ...] = ()
) -> tuple[Document, tuple[int, int] | None]:
    def moved(part: Page | Box | Change | Moved) -> dict[str, Any]:
        return dict(zip(("start", "end"), shift.span(part.start, part.end), strict=True))

    text = document.text
    spans = [replace(part, **moved(part)) for part in document.moved]
    return replace(
        document,
        pages=tuple(replace(page, **moved(page)) for page in document.pages),
        boxes=tuple(replace(box, **moved(box)) for box in document.boxes),
        changes=tuple(replace(change, **moved(change)) for change in changes),
        moved=tuple(sorted((replace(m, text=text[m.start : m.end]) for m in spans), key=lambda m: m.start)),
    ), title and shift.span(*title)


def _title(document: Document, span: tuple[int, int] | None) -> str:
    given = " ".join(document.title.split())
    found = " ".join(document.text[slice(*span)].split()) if span else ""
    if given and document.language not in ("uk", "en"):
        given = repair(given).text
    return (given or found)[:300]


def _days(extract: Extract) -> tuple[date | None, date | None, list[str]]:
    said, first = publication_days("\n".join(block.text for block in extract.blocks))
    first = first or extract.first_published
    published = said or extract.published or first
    if published is None and extract.dated:
        return extract.dated, None, ["metadata_date"]
    return published, first, []


def _warnings(document: Document) -> list[str]:
    found = ["words_out_of_order"] if any(not moved.is_mended for moved in document.moved) else []
    is_other = document.language in ("uk", "en") or (
        not document.language and len(document.text.split()) > 20
    )
    return [*found, "not_polish"] if is_other else found
