"""What a reader makes of a file: clean text, where it stands on its pages, and all that was done to it."""

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Self

PROBLEMS = {
    "empty": "there is no text in the file",
    "encrypted": "the file is locked with a password",
    "broken": "the file is damaged",
    "not_a_document": "this is no PDF, DOCX, HTML, RTF, text, e-mail, PNG, JPEG or TIFF",
    "too_long": "the document is longer than 300 pages",
    "too_big": "the file is too big to be read",
    "bomb": "the file would unpack into far more than it may",
    "pictures_only": "the file holds pictures of text only",
    "took_too_long": "reading took too long",
}


class Unreadable(ValueError):
    """A file that cannot be read; `problem` is a key of `PROBLEMS`, the message says it in words."""

    def __init__(self, problem: str, more: str = "") -> None:
        super().__init__(f"{PROBLEMS[problem]}: {more}" if more else PROBLEMS[problem])
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Page:
    """A page counted from 1, the span of the text that stands on it, and its size in points (pixels of a picture)."""

    number: int
    start: int
    end: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """Where a span of the text stands: shares 0 to 1 of the page's width and height, from its upper left corner."""

    start: int
    end: int
    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Furniture:
    """What belongs to the page and not to the text: header, footer, menu, address, gallery, page_number, share, cookie."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A word repaired: the span of `after` in the text; other words it may have been, the likeliest first."""

    start: int
    end: int
    before: str
    after: str
    alternatives: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Moved:
    """Words that stood out of their order; put back where the letters' places show it (`is_mended`), else only marked."""

    start: int
    end: int
    is_mended: bool
    text: str


@dataclass(frozen=True)
class Document:
    """A file as it was read; every span counts characters of `text`.

    `format` is pdf, docx, html, rtf, txt, eml or picture. `text` is in reading order, repaired, without furniture; a
    paragraph is one line except in plain text, whose lines stay. `original` is the text before cleaning and repair.
    `language` is pl, uk, en or "" where in doubt. `published` falls back on `first_published`.
    """

    format: str
    text: str
    original: str
    language: str = ""
    title: str = ""
    published: date | None = None
    first_published: date | None = None
    pages: tuple[Page, ...] = ()
    boxes: tuple[Box, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    changes: tuple[Change, ...] = ()
    moved: tuple[Moved, ...] = ()
    warnings: tuple[str, ...] = ()
    is_scan: bool = False

    def to_json(self) -> dict[str, Any]:
        """Plain values as `document_schema.DOCUMENT_SCHEMA` describes them; dates in ISO form."""
        plain = {field.name: getattr(self, field.name) for field in fields(self)}
        for name in _PARTS:
            plain[name] = [asdict(part) for part in plain[name]]
        for change in plain["changes"]:
            change["alternatives"] = list(change["alternatives"])
        for name in ("published", "first_published"):
            plain[name] = plain[name] and plain[name].isoformat()
        plain["warnings"] = list(self.warnings)
        return plain

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> Self:
        """The document `to_json` was made from."""
        given = dict(plain)
        for name, part in _PARTS.items():
            given[name] = tuple(part(**values) for values in plain[name])
        given["changes"] = tuple(
            Change(**{**values, "alternatives": tuple(values["alternatives"])}) for values in plain["changes"]
        )
        for name in ("published", "first_published"):
            given[name] = date.fromisoformat(plain[name]) if plain[name] else None
        given["warnings"] = tuple(plain["warnings"])
        return cls(**given)

    @property
    def told_on(self) -> date | None:
        """The day of publication by what is written, for reading "17 maja br."; the file's own date would mislead there."""
        return None if "metadata_date" in self.warnings else self.published

    def boxes_of(self, start: int, end: int) -> list[Box]:
        """The rectangles that touch a span: what to mark on the pages' pictures."""
        return [box for box in self.boxes if box.start < end and start < box.end]


_PARTS: dict[str, type] = {
    "pages": Page,
    "boxes": Box,
    "furniture": Furniture,
    "changes": Change,
    "moved": Moved,
}
