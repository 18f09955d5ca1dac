"""Drawings for the example news: plain shapes in the house's colours that nobody could take for photographs."""

import io
import math
from collections.abc import Callable

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 800
FINE = 2  # drawn twice as large and made smaller, so that no edge is jagged
# The light colours of kit/tokens.css.
PINE, DEEP, SOFT = "#0e5a4b", "#083d33", "#e3efea"
RESIN, RESIN_SOFT, PAPER, EDGE, LINE = "#e29a2d", "#fdf1dc", "#faf8f4", "#7a8a86", "#d9dfdc"
Pen = ImageDraw.ImageDraw
Point = tuple[float, float]


def drawing(name: str) -> bytes:
    """The drawing of that name, `hall`, `table` or `document`, as a PNG of 1200 × 800 px. A tenth of a second."""
    sheet = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), PAPER)
    DRAWN[name](ImageDraw.Draw(sheet))
    kept = io.BytesIO()
    sheet.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _hall(pen: Pen) -> None:
    """Rows of listeners from behind, a screen with three joined circles, a lectern."""
    _box(pen, 0, 0, WIDTH, 470, SOFT)
    _box(pen, 330, 60, 870, 380, "white", edge=PINE)
    ring = [(600 + 80 * math.cos(turn), 225 + 80 * math.sin(turn)) for turn in (-1.57, 0.52, 2.62)]
    _lines(pen, [*ring, ring[0]], EDGE, 8)
    for at, colour in zip(ring, (PINE, RESIN, DEEP), strict=True):
        _disc(pen, at, 46, colour)
    _box(pen, 960, 290, 1060, 470, RESIN)
    _disc(pen, (1010, 240), 34, DEEP)
    for row, (top, size, colour) in enumerate(((480, 34, EDGE), (580, 44, PINE), (710, 58, DEEP))):
        step = size * 2.9
        for seat in range(round(WIDTH / step) + 1):
            _listener(pen, (seat * step + (row % 2) * step / 2, top), size, colour)


def _listener(pen: Pen, at: Point, size: float, colour: str) -> None:
    x, y = at
    _disc(pen, at, size * 0.62, colour)
    _box(pen, x - size, y + size * 0.75, x + size, y + size * 3, colour, radius=size * 0.8)


def _table(pen: Pen) -> None:
    """A round table from above: ten people, a map in the middle, cards around it."""
    middle = (600.0, 400.0)
    for number in range(10):
        turn = number * math.tau / 10
        at = _around(middle, 335, turn)
        _disc(pen, at, 52, PINE if number % 3 else RESIN)
        _disc(pen, at, 26, DEEP)
    _disc(pen, middle, 268, LINE)
    _disc(pen, middle, 260, "white")
    reach = (120, 150, 105, 140, 118, 95, 150, 125, 110)
    county = [_around(middle, far, step * math.tau / len(reach)) for step, far in enumerate(reach)]
    _shape(pen, county, SOFT)
    for corner in county[::3]:
        _lines(pen, [middle, corner], PINE, 4)
    _lines(pen, [*county, county[0]], PINE, 6)
    for number in range(14):
        x, y = _around(middle, 206, number * math.tau / 14)
        _box(pen, x - 25, y - 17, x + 25, y + 17, (RESIN, SOFT, RESIN_SOFT)[number % 3], radius=5, edge=EDGE)


def _document(pen: Pen) -> None:
    """A sheet with lines of writing, nine signatures and a pen beside it."""
    _box(pen, 0, 560, WIDTH, HEIGHT, SOFT)
    _box(pen, 312, 62, 872, 772, LINE, radius=10)
    _box(pen, 300, 50, 860, 760, "white", radius=10, edge=EDGE)
    _box(pen, 440, 100, 720, 124, PINE, radius=12)
    for number in range(8):
        _box(pen, 350, 170 + number * 34, 810 if number % 4 < 3 else 620, 182 + number * 34, LINE, radius=6)
    for number in range(9):
        column, row = number % 3, number // 3
        _signature(pen, (355 + column * 160, 520 + row * 85), number)
    _lines(pen, [(930, 640), (1090, 250)], RESIN, 26)
    _shape(pen, [(918, 634), (942, 645), (912, 690)], DEEP)


def _signature(pen: Pen, at: Point, number: int) -> None:
    x, y = at
    waves = [
        (x + step * 3, y - 20 * math.sin(step / (1.7 + number % 4)) * (1 - step / 45)) for step in range(40)
    ]
    _lines(pen, waves, (PINE, DEEP)[number % 2], 5)
    _box(pen, x, y + 26, x + 125, y + 29, EDGE)


def _around(middle: Point, far: float, turn: float) -> Point:
    return middle[0] + far * math.cos(turn), middle[1] + far * math.sin(turn)


def _disc(pen: Pen, at: Point, radius: float, fill: str) -> None:
    x, y = at
    pen.ellipse([FINE * one for one in (x - radius, y - radius, x + radius, y + radius)], fill=fill)


def _box(
    pen: Pen,
    left: float,
    top: float,
    right: float,
    bottom: float,
    fill: str,
    *,
    radius: float = 0,
    edge: str | None = None,
) -> None:
    sides = [FINE * one for one in (left, top, right, bottom)]
    pen.rounded_rectangle(sides, FINE * radius, fill=fill, outline=edge, width=3 * FINE if edge else 0)


def _lines(pen: Pen, points: list[Point], colour: str, width: int) -> None:
    pen.line([(FINE * x, FINE * y) for x, y in points], fill=colour, width=FINE * width, joint="curve")


def _shape(pen: Pen, points: list[Point], fill: str) -> None:
    pen.polygon([(FINE * x, FINE * y) for x, y in points], fill=fill)


DRAWN: dict[str, Callable[[Pen], None]] = {"hall": _hall, "table": _table, "document": _document}
