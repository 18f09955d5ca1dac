"""A document as a list of neutral blocks: one list gives both the PDF and the DOCX, so they never differ."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import count
from typing import Any, Literal

from spoiwo.documents.docxfile import write_docx
from spoiwo.documents.lettering import is_seen
from spoiwo.documents.pdf import Logo, pdf

Side = Literal["left", "right", "center"]
ROOM_FOR_SHORT = (
    62  # characters, of about 100 in a line, that columns as wide as their words may take together
)
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Block:
    """Base of all blocks."""


@dataclass(frozen=True, slots=True)
class Opening(Block):
    """Begins another document in the same file (a second declaration, an annex): mark, rule, title; put a PageBreak before."""

    title: str
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class LetterHead(Block):
    """Makes the document a letter for a DL window envelope; must be the first block. Address: at most six lines."""

    address: Sequence[str]
    sender: Sequence[str] = ()
    place_and_date: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """A heading of level 1 to 3 below the document's title; a skipped level is mended, because PDF/UA forbids it."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph(Block):
    """Running text; a line end inside it stays a line end."""

    text: str


@dataclass(frozen=True, slots=True)
class Note(Block):
    """A remark set apart."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets(Block):
    """An unordered list; `under` are smaller points below each of them, in the same order, as far as they go."""

    points: Sequence[str]
    under: Sequence[Sequence[str]] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Numbered(Block):
    """A list numbered from one."""

    points: Sequence[str]


@dataclass(frozen=True, slots=True)
class Fields(Block):
    """Labels with their values, one pair a line; a blank value, or one of dots alone, becomes a line to write on."""

    pairs: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class TableBlock(Block):
    """A table; the header repeats on every page, rows do not split.

    `widths` are shares of the line (0: as wide as the words; without them they follow the texts), `align` the side of
    each column. Raises ValueError where a row has not as many cells as the header.
    """

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int] = field(default_factory=tuple)
    align: Sequence[Side] = field(default_factory=tuple)
    caption: str = ""

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.header):
                raise ValueError(f"row {number} has {len(row)} cells, the header has {len(self.header)}")


@dataclass(frozen=True, slots=True)
class Picture(Block):
    """A picture as wide as the line, at most 110 mm high; JPEG or PNG, because DOCX takes few others."""

    picture: Logo
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Signatures(Block):
    """Who signs: rows (name, role) become a list with room for hand and stamp, rows (caption,) lines to sign on."""

    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class PageBreak(Block):
    """What follows begins on a new page."""


def blocks_pdf(
    blocks: Sequence[Block],
    *,
    title: str,
    language: str,
    subtitle: str | None = None,
    footer: str | None = None,
    logos: Sequence[Logo] = (),
    landscape: bool = False,
    made_at: dt.datetime | None = None,
) -> bytes:
    """The document as tagged PDF/UA-1; `footer` says the date of printing, the page numbers come by themselves.

    The same input with the same `made_at` gives the same bytes. Raises what `pdf` raises. Some 10 ms for five pages.
    """
    data = {
        "blocks": plain(blocks),
        "subtitle": subtitle or "",
        "footer": footer or "",
        "landscape": landscape,
    }
    return pdf(
        "documents/blocks.typ", data, title=title, language=language, logos=logos, pictures=pictures_of(blocks),
        made_at=made_at,
    )  # fmt: skip


def blocks_docx(
    blocks: Sequence[Block],
    *,
    title: str,
    language: str,
    subtitle: str | None = None,
    footer: str | None = None,
    logos: Sequence[Logo] = (),
    landscape: bool = False,
    made_at: dt.datetime | None = None,
) -> bytes:
    """The document as DOCX with real styles, which an office edits. The same input gives the same bytes, as in PDF."""
    return write_docx(
        plain(blocks), title=title, language=language, subtitle=subtitle or "", footer=footer or "", logos=logos,
        pictures=pictures_of(blocks), landscape=landscape, made_at=made_at,
    )  # fmt: skip


def plain(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """The blocks as dictionaries with their kind, empty ones left out, headings and widths settled."""
    return list(_plain(blocks))


def pictures_of(blocks: Sequence[Block]) -> list[Logo]:
    """The pictures of the blocks; plain ones name them by their place in this list."""
    return [block.picture for block in blocks if isinstance(block, Picture)]


def _plain(blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
    level = 0
    numbers = count()
    for block in blocks:
        fields = asdict(block)
        if isinstance(block, Picture):
            fields |= {"picture": next(numbers), "alt": block.picture.alt}
        if isinstance(block, Heading):
            if not is_seen(block.text):
                continue
            level = fields["level"] = max(1, min(block.level, level + 1, DEEPEST))
        if isinstance(block, TableBlock):
            fields["widths"] = list(block.widths) or _widths(block)
        if isinstance(block, Bullets | Numbered) and not block.points:
            continue
        yield {"kind": type(block).__name__, **fields}


def _widths(block: TableBlock) -> list[int]:
    """Short columns are as wide as their words while they leave room; the rest of the line follows the texts.

    A share lies between the longest cell and the usual one, so that one long name does not rule the table.
    """
    lengths = [[len(str(cell)) for cell in column] for column in zip(block.header, *block.rows, strict=True)]
    shares = [max(8, min(60, (max(column) + sum(column) // len(column)) // 2)) for column in lengths]
    room = ROOM_FOR_SHORT
    for number in sorted(range(len(lengths)), key=lambda n: max(lengths[n]))[:-1]:
        room -= max(lengths[number]) + 2
        if room < 0:
            break
        shares[number] = 0
    return shares
