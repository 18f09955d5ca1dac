"""A document as a list of neutral blocks: one list gives both the PDF and the DOCX, so they never differ."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from spoiwo.documents.docxfile import write_docx
from spoiwo.documents.pdf import pdf


@dataclass(frozen=True, slots=True)
class Block:
    """Base of all blocks."""


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """A heading of level 1 to 3 below the document's title."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph(Block):
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Note(Block):
    """A remark set apart."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets(Block):
    """An unordered list."""

    points: Sequence[str]


@dataclass(frozen=True, slots=True)
class Fields(Block):
    """Labels with their values, one pair a line."""

    pairs: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class TableBlock(Block):
    """A table; the header repeats on every page."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Signatures(Block):
    """Rows of who signs and as what, each with room for the signature."""

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
) -> bytes:
    """The document as tagged PDF/UA-1."""
    data = {"blocks": [_plain(block) for block in blocks], "subtitle": subtitle or "", "footer": footer or ""}
    return pdf("documents/blocks.typ", data, title=title, language=language)


def blocks_docx(
    blocks: Sequence[Block],
    *,
    title: str,
    language: str,
    subtitle: str | None = None,
    footer: str | None = None,
) -> bytes:
    """The document as DOCX with real heading styles."""
    return write_docx(
        [_plain(block) for block in blocks], title=title, language=language, subtitle=subtitle, footer=footer
    )


def _plain(block: Block) -> dict[str, Any]:
    return {"kind": type(block).__name__, **asdict(block)}
