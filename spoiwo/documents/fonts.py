"""Lato for printed documents: which files, where they lie, which characters they can show."""

import shutil
import struct
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "fonts"
PACKAGE = "lato-webfont"  # Lato 2.015 as TrueType: Polish and Ukrainian letters, and the licence beside them
FILES = ("Lato-Regular.ttf", "Lato-Italic.ttf", "Lato-Bold.ttf", "Lato-BoldItalic.ttf", "Lato-Black.ttf")
LICENCE = "OFL.txt"


class FontsMissing(RuntimeError):
    """The set-up step that collects fonts has not run."""

    def __init__(self, missing: str) -> None:
        super().__init__(
            f"The fonts of documents are missing ({missing}). "
            "How to mend it: run “make start” once in the repository, or install Spoiwo from its wheel."
        )


def font_folder(folder: Path | None = None) -> Path:
    """The folder with the fonts; raises `FontsMissing` with the way to mend it where set-up has not run."""
    folder = folder or FOLDER
    for name in FILES:
        if not (folder / name).is_file():
            raise FontsMissing(name)
    return folder


def font_paths() -> list[str]:
    """The folders Typst reads fonts from; fonts of the system are never used. Raises `FontsMissing`."""
    return [str(font_folder())]


def collect_fonts(node_modules: Path, target: Path = FOLDER) -> None:
    """Set-up: copies the five faces and their licence from the npm package; raises `FontsMissing` where it is absent."""
    source = Path(node_modules) / PACKAGE
    for name in FILES:
        if not (source / "fonts" / name).is_file():
            raise FontsMissing(f"{PACKAGE}/fonts/{name}")
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name in FILES:
        shutil.copyfile(source / "fonts" / name, target / name)
    shutil.copyfile(source / LICENCE, target / LICENCE)


@lru_cache
def displayable() -> frozenset[int]:
    """Code points the regular face has a glyph for; the other faces have the same. Read once, about 2 ms.

    PDF/UA forbids a character without a glyph, so a stray emoji in a name must be found before Typst refuses the whole
    document. Source of the layout: OpenType, tables “cmap” format 4.
    """
    data = (font_folder() / FILES[0]).read_bytes()
    table_count = struct.unpack_from(">H", data, 4)[0]
    entries = (struct.unpack_from(">4sIII", data, 12 + 16 * n) for n in range(table_count))
    cmap = next(offset for tag, _checksum, offset, _length in entries if tag == b"cmap")
    subtables = struct.unpack_from(">H", data, cmap + 2)[0]
    for number in range(subtables):
        at = cmap + struct.unpack_from(">HHI", data, cmap + 4 + 8 * number)[2]
        if struct.unpack_from(">H", data, at)[0] == 4:
            return _format_4(data, at)
    raise ValueError("the font has no character map of format 4")


def _format_4(data: bytes, at: int) -> frozenset[int]:
    count = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    rest = at + 16 + 2 * count
    starts = struct.unpack_from(f">{count}H", data, rest)
    deltas = struct.unpack_from(f">{count}H", data, rest + 2 * count)
    offsets = struct.unpack_from(f">{count}H", data, rest + 4 * count)
    found = set()
    for number, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(start, end + 1):
            glyph = code
            if offset:
                place = rest + 4 * count + 2 * number + offset + 2 * (code - start)
                glyph = struct.unpack_from(">H", data, place)[0] if place + 2 <= len(data) else 0
            if glyph and (glyph + delta) & 0xFFFF:
                found.add(code)
    return frozenset(found - {0xFFFF})
