"""Papers made for tests, byte by byte: PDFs whose letters stand where we say, Word files, scans, traps."""

import ctypes
import io
import zipfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as raw
from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).resolve().parents[2] / "documents" / "fonts"
A4 = (595.0, 842.0)
STORY = (
    "Powiatowy Urząd Pracy w Opocznie podpisał porozumienie o partnerstwie lokalnym na rzecz zatrudnienia osób młodych.",
    "W spotkaniu wzięli udział przedstawiciele samorządu, szkół i pracodawców z całego powiatu opoczyńskiego.",
    "Kolejne warsztaty odbędą się w przyszłym miesiącu w siedzibie starostwa, a ich wyniki zostaną ogłoszone publicznie.",
)


class Run(NamedTuple):
    """Words drawn at once: left edge and baseline in points from the upper left corner."""

    text: str
    x: float
    y: float
    size: float = 11
    is_bold: bool = False


@cache
def _font(size: float, is_bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / ("Lato-Bold.ttf" if is_bold else "Lato-Regular.ttf"), 100)


def width_of(text: str, size: float = 11, is_bold: bool = False) -> float:
    """How wide words are, in points."""
    return _font(size, is_bold).getlength(text) * size / 100


def pdf(*pages: list[Run], size: tuple[float, float] = A4, rotation: int = 0) -> bytes:
    """A PDF that draws its runs in the order given."""
    document = pypdfium2.PdfDocument.new()
    fonts = []
    for name in ("Lato-Regular.ttf", "Lato-Bold.ttf"):
        content = (FONTS / name).read_bytes()
        array = (ctypes.c_uint8 * len(content)).from_buffer_copy(content)
        fonts.append(raw.FPDFText_LoadFont(document, array, len(content), raw.FPDF_FONT_TRUETYPE, True))
    for runs in pages:
        page = document.new_page(*size)
        for run in runs:
            drawn = raw.FPDFPageObj_CreateTextObj(document, fonts[run.is_bold], run.size)
            text = ctypes.create_string_buffer(run.text.encode("utf-16-le") + b"\0\0")
            raw.FPDFText_SetText(drawn, ctypes.cast(text, ctypes.POINTER(ctypes.c_ushort)))
            raw.FPDFPageObj_Transform(drawn, 1, 0, 0, 1, run.x, size[1] - run.y)
            raw.FPDFPage_InsertObject(page, drawn)
        if rotation:
            page.set_rotation(rotation)
        raw.FPDFPage_GenerateContent(page)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def column(
    text: str, x: float = 60, y: float = 90, width: float = 470, size: float = 11, pitch: float = 15
) -> list[Run]:
    """A paragraph wrapped into a column, line by line."""
    lines: list[str] = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return [Run(line, x, y + number * pitch, size) for number, line in enumerate(lines)]


def below(runs: list[Run], gap: float = 26) -> float:
    """The next baseline after runs, a paragraph's gap lower."""
    return max(run.y for run in runs) + gap


def scan(*lines: str, size: int = 44) -> Image.Image:
    """A page of A4 at 150 dots an inch with lines printed on it."""
    picture = Image.new("L", (1240, 1754), 255)
    pencil = ImageDraw.Draw(picture)
    font = ImageFont.truetype(FONTS / "Lato-Regular.ttf", size)
    for number, line in enumerate(lines):
        pencil.text((100, 120 + number * int(1.5 * size)), line, fill=0, font=font)
    return picture


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    """The bytes of a picture as PNG, JPEG, TIFF or PDF."""
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of Word's XML."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def docx(body: str, head: str = "", **parts: bytes | str) -> bytes:
    """A Word file of the body's XML; other parts by path, "/" written as "__" and "." as "_dot_"."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml", f"{head}<w:document {WORD}><w:body>{body}</w:body></w:document>"
        )
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()
