"""Reads and repaints a stranger's PDF in a process of its own: `python -m spoiwo.documents.blackout`, used by `blinding.py`.

PDFium is a large library in C++ and knows no threads. A file made to break it, to fill the memory or to take for ever harms this
process only. Standard input: one line of JSON, then the file; standard output: one line of JSON, then, when painting, the new file.
"""

import contextlib
import ctypes
import io
import itertools
import json
import math
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

MOST_MEMORY = 1_500_000_000
MOST_PIXELS, LONGEST_SIDE = 8_000_000, 6_000
MOST_LETTERS = 400_000  # on a page; five books
DOTS = 150 / 72  # pixels per point
GREY = 12  # channels no further apart than this are grey, whatever JPEG made of it
BROKEN, ENCRYPTED, TOO_MANY_PAGES, TOO_LARGE = 2, 3, 4, 5


class Box(NamedTuple):
    """A rectangle in pixels of the painted page, from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def joined(self, other: "Box") -> "Box":
        """The rectangle around both."""
        return Box(*map(min, self[:2], other[:2]), *map(max, self[2:], other[2:]))

    def padded(self, by: float) -> "Box":
        """The rectangle with an edge around it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    @property
    def size(self) -> float:
        """The longer side."""
        return max(self.right - self.left, self.bottom - self.top)

    def is_near(self, other: "Box") -> bool:
        """Whether the other stands as close as letters of one line do."""
        reach = 1.2 * max(
            self.bottom - self.top, other.bottom - other.top, self.size if self.size < 40 else 0, 4
        )
        apart = max(
            other.left - self.right, self.left - other.right, other.top - self.bottom, self.top - other.bottom
        )
        return apart < reach


class Page:
    """An open page with its notes and form fields made part of it, so that what they say is found like the rest."""

    def __init__(self, document: Any, number: int) -> None:
        import pypdfium2.raw as raw

        self.raw = raw
        page = document[number]
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        page.close()
        self.page = document[number]
        self.width, self.height = self.page.get_size()
        if not (0 < self.width < math.inf and 0 < self.height < math.inf):
            raise SystemExit(BROKEN)
        sides = LONGEST_SIDE / max(self.width, self.height)
        self.scale = min(DOTS, sides, math.sqrt(MOST_PIXELS / (self.width * self.height)))
        self.letters = self.page.get_textpage()
        self.count = min(self.letters.count_chars(), MOST_LETTERS)

    def text(self) -> str:
        """The letters of the page, each at its own number: a hyphen at the end of a line joins what it parted."""
        codes = [self.raw.FPDFText_GetUnicode(self.letters, n) for n in range(self.count)]
        return "".join(_letter(code, after) for code, after in itertools.pairwise([*codes, 0]))

    def unread(self) -> int:
        """How many letters the file draws without saying which they are."""
        return sum(self.raw.FPDFText_HasUnicodeMapError(self.letters, n) == 1 for n in range(self.count))

    def pictures(self) -> int:
        """How many pictures lie on the page, also inside other things."""
        return sum(1 for _ in self.page.get_objects(filter=[self.raw.FPDF_PAGEOBJ_IMAGE]))

    def boxes(self, start: int, end: int) -> list[Box]:
        """Rectangles over the letters from `start` to `end`: one for what stands in a line, however it is turned."""
        found: list[Box] = []
        before: Box | None = None
        for number in range(start, min(end, self.count)):
            box = self._box(number)
            if box is None:
                continue
            if before and before.is_near(box):
                # Slanting words would make one huge rectangle: they get one for each pair of letters.
                joined = before.joined(box) if self._slants(number) else found.pop().joined(box)
                found.append(joined)
            else:
                found.append(box)
            before = box
        return [box.padded(1 + 0.08 * min(box.right - box.left, box.bottom - box.top)) for box in found]

    def _slants(self, number: int) -> bool:
        return abs(math.sin(2 * self.raw.FPDFText_GetCharAngle(self.letters, number))) > 0.1

    def _box(self, number: int) -> Box | None:
        code = self.raw.FPDFText_GetUnicode(self.letters, number)
        if self.raw.FPDFText_IsGenerated(self.letters, number) == 1 or chr(min(code, 0x10FFFF)).isspace():
            return None
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        known = self.raw.FPDFText_GetCharBox(self.letters, number, left, right, bottom, top)
        corners = [left.value, bottom.value, right.value, top.value]
        if not known or left.value >= right.value or bottom.value >= top.value:
            loose = self.raw.FS_RECTF()
            if not self.raw.FPDFText_GetLooseCharBox(self.letters, number, loose):
                return None
            corners = [loose.left, loose.bottom, loose.right, loose.top]
        ends = [self._seen(corners[0], corners[1]), self._seen(corners[2], corners[3])]
        (x0, x1), (y0, y1) = (sorted(axis) for axis in zip(*ends, strict=True))
        return Box(x0, y0, x1, y1)

    def _seen(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page comes to lie in the picture, whatever its turn and its cut; to a tenth of a pixel."""
        across, down = ctypes.c_int(), ctypes.c_int()
        wide, high = (round(10 * side * self.scale) for side in (self.width, self.height))
        self.raw.FPDF_PageToDevice(self.page, 0, 0, wide, high, 0, x, y, across, down)
        return across.value / 10, down.value / 10

    def painted(self, black: list[Box]) -> Any:
        """The page as a picture with the rectangles filled, in grey where it has no colours."""
        from PIL import ImageDraw

        # The notes are part of the page by now; drawn again they could show what is hidden.
        picture = (
            self.page.render(scale=self.scale, draw_annots=False, may_draw_forms=False)
            .to_pil()
            .convert("RGB")
        )
        pencil = ImageDraw.Draw(picture)
        for box in black:
            pencil.rectangle(tuple(box), fill="black")
        return picture.convert("L") if _is_grey(picture) else picture

    def close(self) -> None:
        """Gives the memory back before the next page."""
        self.letters.close()
        self.page.close()


def _letter(code: int, after: int) -> str:
    if code == 2:  # PDFium's sign for a hyphen that parts a word
        return "-" if after in (10, 13) else "\u00ad"
    is_letter = code and not 0xD800 <= code <= 0xDFFF and code <= 0x10FFFF
    return chr(code) if is_letter else "\ufffd"


def _is_grey(picture: Any) -> bool:
    from PIL import ImageChops

    red, green, blue = picture.split()
    return not any(any(ImageChops.difference(red, other).histogram()[GREY + 1 :]) for other in (green, blue))


class Writer:
    """A PDF of pictures and nothing else: no dates, no producer, no words."""

    def __init__(self) -> None:
        self.content = io.BytesIO()
        self.content.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
        self.places: dict[int, int] = {}
        self.pages: list[int] = []

    def add(self, picture: Any, width: float, height: float) -> None:
        """One more page of that size in points, filled with the picture."""
        jpeg = io.BytesIO()
        picture.save(jpeg, "JPEG", quality=80, optimize=True)
        first = 3 + 3 * len(self.pages)
        colours = b"/DeviceGray" if picture.mode == "L" else b"/DeviceRGB"
        size = b"%d /Height %d" % picture.size
        head = b"/Type /XObject /Subtype /Image /BitsPerComponent 8 /Filter /DCTDecode /ColorSpace " + colours
        self._stream(first, head + b" /Width " + size, jpeg.getvalue())
        self._stream(first + 1, b"", b"q %.3f 0 0 %.3f 0 0 cm /P Do Q" % (width, height))
        box = b"/MediaBox [0 0 %.3f %.3f]" % (width, height)
        inside = b"/Resources << /XObject << /P %d 0 R >> >> /Contents %d 0 R" % (first, first + 1)
        self._object(first + 2, b"<< /Type /Page /Parent 2 0 R " + box + b" " + inside + b" >>")
        self.pages.append(first + 2)

    def finished(self) -> bytes:
        """The whole file."""
        self._object(1, b"<< /Type /Catalog /Pages 2 0 R >>")
        kids = b" ".join(b"%d 0 R" % page for page in self.pages)
        self._object(2, b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(self.pages), kids))
        start, count = self.content.tell(), len(self.places) + 1
        self.content.write(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        for number in range(1, count):
            self.content.write(b"%010d 00000 n \n" % self.places[number])
        self.content.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, start))
        return self.content.getvalue()

    def _object(self, number: int, body: bytes) -> None:
        self.places[number] = self.content.tell()
        self.content.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def _stream(self, number: int, head: bytes, body: bytes) -> None:
        length = b" /Length %d >>\nstream\n" % len(body)
        self._object(number, b"<< " + head + length + body + b"\nendstream")


def main() -> int:
    """Reads the order and the file, writes the answer; returns one of the codes above where it cannot."""
    _limit()
    order, content = json.loads(sys.stdin.buffer.readline()), sys.stdin.buffer.read()
    with _opened(content, order["most_pages"]) as document:
        answer, new = (_read(document), b"") if "pages" not in order else _paint(document, order)
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + new)
    return 0


def _limit() -> None:
    """Holds the memory of this process in bounds, on systems that can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


@contextlib.contextmanager
def _opened(content: bytes, most_pages: int) -> Iterator[Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        if len(document) > most_pages:
            raise SystemExit(TOO_MANY_PAGES)
        if not len(document):
            raise SystemExit(BROKEN)
        document.init_forms()
        yield document
        document.close()
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise SystemExit(ENCRYPTED if is_locked else BROKEN) from None


def _read(document: Any) -> list[dict[str, Any]]:
    found = []
    for number in range(len(document)):
        page = Page(document, number)
        found.append({"text": page.text(), "unread": page.unread(), "pictures": page.pictures()})
        page.close()
    return found


def _paint(document: Any, order: dict[str, Any]) -> tuple[list[Any], bytes]:
    """Each page with its stretches of letters and its rectangles blackened; and where each stretch stood."""
    writer, places = Writer(), []
    for number, asked in enumerate(order["pages"]):
        page = Page(document, number)
        wide, high = page.width * page.scale, page.height * page.scale
        drawn = [Box(a * wide, b * high, c * wide, d * high) for a, b, c, d in asked["boxes"]]
        black = [page.boxes(start, end) for start, end in asked["stretches"]]
        writer.add(page.painted([*itertools.chain(*black), *drawn]), page.width, page.height)
        places.append([[[x / wide, y / high, u / wide, v / high] for x, y, u, v in one] for one in black])
        page.close()
        if writer.content.tell() > order["most_bytes"]:
            raise SystemExit(TOO_LARGE)
    return places, writer.finished()


if __name__ == "__main__":
    sys.exit(main())
