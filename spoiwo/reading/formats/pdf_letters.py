"""The letters PDFium finds on a page, each with its place as the page is seen, however it is turned or cut."""

import ctypes
import math
import unicodedata
from importlib import import_module
from typing import Any

from spoiwo.reading.formats.extract import Spot
from spoiwo.reading.layout.order import Letter

MOST_LETTERS = 200_000  # on a page: two books
_FINE = 100
_STRAIGHT = 0.99
_PLAIN = {"\u00a0": " ", "\u2010": "-", "\u2011": "-"}


def letters_of(page: Any, text: Any) -> dict[int, list[Letter]]:
    """Letters in drawing order by the way they run: 0 to the right, 1 down, 2 upside down, 3 up; slanting ones are left out.

    Each group has its own frame, turned so that its text stands upright (see `seen`). Spaces that PDFium made up are left
    out. Six microseconds a letter.
    """
    raw = import_module("pypdfium2.raw")
    view = _View(raw, page)
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    found: dict[int, list[Letter]] = {}
    for index in range(min(text.count_chars(), MOST_LETTERS)):
        sign = _sign(raw.FPDFText_GetUnicode(text, index))
        if not sign or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        if not raw.FPDFText_GetLooseCharBox(text, index, box) or not raw.FPDFText_GetCharOrigin(
            text, index, x, y
        ):
            continue
        turn = view.turn(raw.FPDFText_GetCharAngle(text, index))
        if turn is None:
            continue
        corners = view.framed(box.left, box.bottom, turn), view.framed(box.right, box.top, turn)
        (left, right), (top, bottom) = (sorted(axis) for axis in zip(*corners, strict=True))
        if bottom - top < 0.5:
            continue
        base = view.framed(x.value, y.value, turn)[1]
        found.setdefault(turn, []).append(
            Letter(sign, left, top, max(right, left + 0.1), bottom, base, index)
        )
    return dict(sorted(found.items(), key=lambda item: -len(item[1])))


def seen(spot: Spot, turn: int) -> Spot:
    """A place given as shares of a turned frame as shares of the page as it is shown."""
    if turn == 0:
        return spot
    corners = [_turned_back(spot.left, spot.top, turn), _turned_back(spot.right, spot.bottom, turn)]
    (left, right), (top, bottom) = (
        sorted(round(value, 4) for value in axis) for axis in zip(*corners, strict=True)
    )
    return spot._replace(left=left, top=top, right=right, bottom=bottom)


def _turned_back(u: float, v: float, turn: int) -> tuple[float, float]:
    return {1: (1 - v, u), 2: (1 - u, 1 - v), 3: (v, 1 - u)}[turn]


def _sign(code: int) -> str:
    if code == 2:  # PDFium's sign for a hyphen that parts a word at the end of a line
        return "\x02"
    if not code or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or code < 32:
        return " " if code in (9, 10, 13) else ""
    sign = chr(code)
    if 0xFB00 <= code <= 0xFB06:  # fi and its like, drawn as one
        return unicodedata.normalize("NFKC", sign)
    return _PLAIN.get(sign, sign)


class _View:
    """How points of the page come to lie when it is shown: asked of PDFium at three points, then worked out."""

    def __init__(self, raw: Any, page: Any) -> None:
        self.width, self.height = page.get_size()
        across, down = ctypes.c_int(), ctypes.c_int()
        scaled = (round(self.width * _FINE), round(self.height * _FINE))
        points = []
        for x, y in ((0, 0), (1000, 0), (0, 1000)):
            raw.FPDF_PageToDevice(page, 0, 0, *scaled, 0, x, y, across, down)
            points.append((across.value / _FINE, down.value / _FINE))
        (self.x0, self.y0), (x1, y1), (x2, y2) = points
        self.a, self.b = (x1 - self.x0) / 1000, (x2 - self.x0) / 1000
        self.c, self.d = (y1 - self.y0) / 1000, (y2 - self.y0) / 1000

    def turn(self, angle: float) -> int | None:
        """Which way text of this angle runs as shown; None where it slants."""
        across, up = math.cos(angle), math.sin(angle)
        x, y = self.a * across + self.b * up, self.c * across + self.d * up
        if max(abs(x), abs(y)) < _STRAIGHT * math.hypot(x, y):
            return None
        return (0 if x > 0 else 2) if abs(x) > abs(y) else (1 if y > 0 else 3)

    def framed(self, x: float, y: float, turn: int) -> tuple[float, float]:
        """A point of the page in the frame of text that runs so."""
        across, down = self.x0 + self.a * x + self.b * y, self.y0 + self.c * x + self.d * y
        if turn == 0:
            return across, down
        return {
            1: (down, self.width - across),
            2: (self.width - across, self.height - down),
            3: (self.height - down, across),
        }[turn]
