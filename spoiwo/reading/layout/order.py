"""Reading order on a page: letters to words and lines, columns one after another, lines to paragraphs."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple


class Letter(NamedTuple):
    """A character and its place in points from the upper left corner; `index` counts as the file draws."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    index: int  # type: ignore[assignment]


class Word(NamedTuple):
    """A word and its place; `index` is the drawing order of its first letter."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    index: int = 0  # type: ignore[assignment]


@dataclass(slots=True, eq=False)
class Line:
    """Words of one line from left to right; `left_edge` and `right_edge` are those of the column it stands in.

    `stops` are the left and right edges of what stands apart in it after its first piece: the cells of a table's row.
    """

    words: list[Word]
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left_edge: float = 0.0
    right_edge: float = 0.0
    column: int = 0
    stops: tuple[tuple[float, float], ...] = ()

    def __post_init__(self) -> None:
        self.left = min(word.left for word in self.words)
        self.top = min(word.top for word in self.words)
        self.right = max(word.right for word in self.words)
        self.bottom = max(word.bottom for word in self.words)

    @property
    def height(self) -> float:
        """The height of most of its letters."""
        return median(word.bottom - word.top for word in self.words)

    @property
    def text(self) -> str:
        """The words with spaces between."""
        return " ".join(word.text for word in self.words)


_SAME_LINE = 0.35  # of a letter's height that baselines may differ
_SPACE, _GUTTER = 0.13, 1.2  # of a letter's height: a gap that parts words, a gap that may part columns
_LEAST_ROWS, _LEAST_LETTERS = 3, 16
_MOST_CUTS = 6


def lines_of(letters: Sequence[Letter]) -> list[Line]:
    """The lines of a page in reading order, from its letters in any order; white space among them parts words.

    Letters drawn late (bold ones, often) come to stand where they are seen. Columns are told from tables by the length of
    what stands in them. Some ten microseconds a letter.
    """
    pieces = [piece for row in _rows(letters) for piece in _pieces(row)]
    return in_order(pieces)


def in_order(pieces: Sequence[Line]) -> list[Line]:
    """Pieces of lines put into reading order and, where they stand side by side outside of columns, into one line."""
    columns: list[list[Line]] = []
    _cut(sorted(pieces, key=lambda piece: (piece.bottom, piece.left)), columns, 0)
    found: list[Line] = []
    for number, column in enumerate(columns):
        edges = (min(line.left for line in column), max(line.right for line in column))
        for row in _side_by_side(column):
            row = sorted(row, key=lambda piece: piece.left)
            stops = tuple((piece.left, piece.right) for piece in row[1:])
            line = Line([word for piece in row for word in piece.words], column=number, stops=stops)
            line.left_edge, line.right_edge = edges
            found.append(line)
    return found


def _rows(letters: Sequence[Letter]) -> list[list[Letter]]:
    """Letters on one baseline; a raised or lowered small one belongs to the line it touches."""
    rows: list[list[Letter]] = []
    bases: list[float] = []
    for letter in sorted(letters, key=lambda letter: letter.base):
        height = letter.bottom - letter.top
        if bases and abs(letter.base - bases[-1]) <= _SAME_LINE * height:
            rows[-1].append(letter)
        else:
            rows.append([letter])
            bases.append(letter.base)
    return rows


def _pieces(row: list[Letter]) -> list[Line]:
    """A row cut where a column might end, its letters joined to words."""
    words: list[Word] = []
    pieces: list[Line] = []
    current: list[Letter] = []
    for letter in [*sorted(row, key=lambda letter: (letter.left, letter.index)), None]:
        last = current[-1] if current else None
        if letter and last and _is_shadow(last, letter):
            continue
        if current and (letter is None or letter.text.isspace() or _is_apart(last, letter)):
            words.append(_word(current))
            current = []
        if letter is None or letter.text.isspace():
            continue
        height = letter.bottom - letter.top
        if words and not current and letter.left - words[-1].right > _GUTTER * height:
            pieces.append(Line(words))
            words = []
        current.append(letter)
    return [*pieces, Line(words)] if words else pieces


def _is_apart(last: Letter | None, letter: Letter) -> bool:
    return last is not None and letter.left - last.right > _SPACE * max(letter.bottom - letter.top, 1)


def _is_shadow(last: Letter, letter: Letter) -> bool:
    """The same letter drawn twice, a hair apart: poor man's bold."""
    return last.text == letter.text and letter.left - last.left < 0.3 * (last.right - last.left)


def _word(letters: list[Letter]) -> Word:
    return Word(
        "".join(letter.text for letter in letters),
        letters[0].left,
        min(letter.top for letter in letters),
        max(letter.right for letter in letters),
        max(letter.bottom for letter in letters),
        letters[0].index,
    )


def _cut(pieces: list[Line], columns: list[list[Line]], depth: int) -> None:
    """Finds the tallest stretch that a gutter parts, and goes on above it, left, right and below."""
    zone = _zone(pieces) if len(pieces) >= 2 * _LEAST_ROWS and depth < _MOST_CUTS else None
    if zone is None:
        if pieces:
            columns.append(pieces)
        return
    first, last, middle = zone
    inside = pieces[first:last]
    for part in (
        pieces[:first],
        [piece for piece in inside if piece.right <= middle],
        [piece for piece in inside if piece.right > middle],
        pieces[last:],
    ):
        _cut(part, columns, depth + 1)


def _zone(pieces: list[Line]) -> tuple[int, int, float] | None:
    best: tuple[int, int, float] | None = None
    for middle in _gutters(pieces):
        start = 0
        for end in range(len(pieces) + 1):
            is_crossed = end == len(pieces) or pieces[end].left < middle < pieces[end].right
            if not is_crossed:
                continue
            found = _columns(pieces, start, end, middle)
            if found and (best is None or found[1] - found[0] > best[1] - best[0]):
                best = (*found, middle)
            start = end + 1
    return best


def _gutters(pieces: list[Line]) -> list[float]:
    """Where gutters may be: middles of gaps between neighbours on one row, equal ones once."""
    found: dict[int, float] = {}
    for row in _side_by_side(pieces):
        row = sorted(row, key=lambda piece: piece.left)
        for one, other in pairwise(row):
            middle = (one.right + other.left) / 2
            found.setdefault(round(other.left / 6), min(middle, other.left - 1))
    return list(found.values())[:60]


def _columns(pieces: list[Line], first: int, last: int, middle: float) -> tuple[int, int] | None:
    """The stretch from the first to the last piece right of the gutter, if both sides hold lines of text."""
    right = [place for place in range(first, last) if pieces[place].left >= middle]
    if len(right) < _LEAST_ROWS:
        return None
    # What stands left and well above or below all on the right is no part of the columns.
    top, bottom = pieces[right[0]].top, pieces[right[-1]].bottom
    gap = 1.5 * median(pieces[place].height for place in right)
    while first < right[0] and pieces[first].bottom < top - gap:
        first += 1
    end = right[-1] + 1
    while end < last and pieces[end].top < bottom + gap and pieces[end].right < middle:
        bottom, end = max(bottom, pieces[end].bottom), end + 1
    left = [place for place in range(first, end) if pieces[place].right <= middle]
    if len(left) < _LEAST_ROWS or not (_is_text(pieces, left) and _is_text(pieces, right)):
        return None
    return first, end


def _is_text(pieces: list[Line], places: list[int]) -> bool:
    return median(len(pieces[place].text) for place in places) >= _LEAST_LETTERS


def _side_by_side(pieces: Iterable[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda piece: piece.top + piece.bottom):
        if rows and _shares_row(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _shares_row(row: list[Line], piece: Line) -> bool:
    top, bottom = max(row[0].top, piece.top), min(row[0].bottom, piece.bottom)
    smaller = min(row[0].bottom - row[0].top, piece.bottom - piece.top)
    apart = all(piece.left >= other.right - 1 or piece.right <= other.left + 1 for other in row)
    return apart and bottom - top > 0.6 * smaller


def are_rows(one: Line, other: Line) -> bool:
    """Whether two lines are rows of a table: what stands apart in them is set to the same edge."""
    near = 0.4 * other.height
    return any(
        abs(a.left - b.left) < near or abs(a.right - b.right) < near
        for a in map(_Stop._make, one.stops)
        for b in map(_Stop._make, other.stops)
    )


class _Stop(NamedTuple):
    left: float
    right: float


def out_of_order(indices: Sequence[int]) -> list[int]:
    """Places of the fewest items to take out for the others to ascend: the words that were drawn late.

    Nothing where more than a third would go: then the file simply draws in an order of its own.
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, index in enumerate(indices):
        at = bisect_left(tails, index)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [index]
        ends[at : at + 1] = [place]
    kept, place = set(), ends[-1] if ends else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    moved = [place for place in range(len(indices)) if place not in kept]
    return moved if len(moved) <= len(indices) / 3 else []
