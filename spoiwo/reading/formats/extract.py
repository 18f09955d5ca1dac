"""What every format hands to the reader: blocks of text in reading order, with what the file says of itself."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class Spot(NamedTuple):
    """Where the characters `start` to `end` of a block stand on a page, as shares of its width and height."""

    start: int
    end: int
    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class Block:
    """A paragraph, an item of a list, a row of a table, or a line of plain text.

    `is_tight`: no empty line before it. `furniture` names what part of the page it is, where that is known. `size` is the
    height of its letters; `top` and `bottom` are its place on its `page`. `moved` holds spans of words put back in order.
    """

    text: str
    page: int = 0
    is_tight: bool = False
    furniture: str = ""
    is_title: bool = False
    size: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    spots: list[Spot] = field(default_factory=list)
    moved: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Extract:
    """The blocks of a file; `dated` is the file's own date (of its metadata), `sizes` are the pages' widths and heights."""

    format: str
    blocks: list[Block]
    original: str = ""
    title: str = ""
    published: date | None = None
    first_published: date | None = None
    dated: date | None = None
    sizes: list[tuple[float, float]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    is_scan: bool = False
    keeps_lines: bool = False
