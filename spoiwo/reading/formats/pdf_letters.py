"""The letters PDFium finds on a page, each with its place as the page is seen, however it is turned or cut."""

import ctypes
import unicodedata
from importlib import import_module
from typing import Any

from spoiwo.reading.layout.order import Letter

MOST_LETTERS = 200_000  # on a page: two books
_FINE = 100


def letters_of(page: Any, text: Any) -> list[Letter]:
    """Letters in drawing order, upright ones only; spaces that PDFium made up are left out. Five microseconds a letter."""
    raw = import_module("pypdfium2.raw")
    see = _view(raw, page)
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    found: list[Letter] = []
    for index in range(min(text.count_chars(), MOST_LETTERS)):
        code = raw.FPDFText_GetUnicode(text, index)
        sign = _sign(code)
        if not sign or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        if not raw.FPDFText_GetLooseCharBox(text, index, box) or not raw.FPDFText_GetCharOrigin(
            text, index, x, y
        ):
            continue
        (left, right), (top, bottom) = _corners(see, box)
        across, base = see(x.value, y.value)
        if bottom - top < 0.5 or not left - 5 <= across <= right + 5:
            continue
        found.append(Letter(sign, left, top, max(right, left + 0.1), bottom, base, index))
    return found


def _sign(code: int) -> str:
    if code == 2:  # PDFium's sign for a hyphen that parts a word at the end of a line
        return "\x02"
    if not code or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or code < 32:
        return " " if code in (9, 10, 13) else ""
    sign = chr(code)
    if 0xFB00 <= code <= 0xFB06:  # fi and its like, drawn as one
        return unicodedata.normalize("NFKC", sign)
    return " " if sign == "\u00a0" else sign


def _corners(see: Any, box: Any) -> tuple[list[float], list[float]]:
    (x0, y0), (x1, y1) = see(box.left, box.bottom), see(box.right, box.top)
    return sorted((x0, x1)), sorted((y0, y1))


def _view(raw: Any, page: Any) -> Any:
    """How points of the page come to lie when it is shown: asked of PDFium at three points, then worked out."""
    width, height = page.get_size()
    across, down = ctypes.c_int(), ctypes.c_int()
    scaled = (round(width * _FINE), round(height * _FINE))

    def at(x: float, y: float) -> tuple[float, float]:
        raw.FPDF_PageToDevice(page, 0, 0, *scaled, 0, x, y, across, down)
        return across.value / _FINE, down.value / _FINE

    (x0, y0), (x1, y1), (x2, y2) = at(0, 0), at(1000, 0), at(0, 1000)
    a, b, c, d = (x1 - x0) / 1000, (x2 - x0) / 1000, (y1 - y0) / 1000, (y2 - y0) / 1000
    return lambda x, y: (x0 + a * x + b * y, y0 + c * x + d * y)
