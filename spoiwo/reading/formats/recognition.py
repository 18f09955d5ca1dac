"""Words recognised in a picture by Tesseract with its Polish data, where both are installed."""

import csv
import io
import os
import shutil
import subprocess
from functools import cache
from typing import Any

from spoiwo.reading.document import Unreadable
from spoiwo.reading.formats.extract import Block
from spoiwo.reading.layout.order import Word
from spoiwo.reading.layout.paragraphs import joined

MISSING = "to read pictures install tesseract-ocr and tesseract-ocr-pol"
SIDE = 3508  # pixels: A4 at 300 dots an inch
SECONDS = 120  # for one page
_LEAST_SURE = 25.0  # of 100; below it Tesseract sees letters in stains


@cache
def is_installed() -> bool:
    """Whether Tesseract and its Polish data are there; asked once."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    listed = subprocess.run(  # noqa: S603
        [program, "--list-langs"], capture_output=True, check=False, timeout=30, env=_environment()
    )
    return "pol" in listed.stdout.decode(errors="replace").split()


def recognised(picture: Any, page: int) -> list[Block]:
    """The paragraphs in a picture (of PIL) with the place of every word; raises `Unreadable` where nothing can read it.

    Two to six seconds a page of A4. Nothing is written to the disk.
    """
    if not is_installed():
        raise Unreadable("pictures_only", MISSING)
    picture = picture.convert("L")
    content = io.BytesIO()
    picture.save(content, "PNG", compress_level=1)
    command = [
        shutil.which("tesseract") or "tesseract",
        "stdin",
        "stdout",
        "-l",
        "pol",
        "--dpi",
        "300",
        "tsv",
    ]
    try:
        done = subprocess.run(  # noqa: S603
            command,
            input=content.getvalue(),
            capture_output=True,
            check=False,
            timeout=SECONDS,
            env=_environment(),
        )
    except subprocess.TimeoutExpired:
        raise Unreadable("took_too_long") from None
    if done.returncode:
        raise Unreadable("broken")
    return _blocks(done.stdout.decode("utf-8", "replace"), page, *picture.size)


def _environment() -> dict[str, str]:
    return {**os.environ, "OMP_THREAD_LIMIT": "1"}


def _blocks(table: str, page: int, width: int, height: int) -> list[Block]:
    paragraphs: dict[tuple[str, str], dict[str, list[Word]]] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row["level"] != "5" or not text or float(row["conf"]) < _LEAST_SURE:
            continue
        left, top = float(row["left"]), float(row["top"])
        lines = paragraphs.setdefault((row["block_num"], row["par_num"]), {})
        line = lines.setdefault(row["line_num"], [])
        line.append(Word(text, left, top, left + float(row["width"]), top + float(row["height"])))
    return [_block(list(lines.values()), page, width, height) for lines in paragraphs.values()]


def _block(lines: list[list[Word]], page: int, width: int, height: int) -> Block:
    block = joined(lines, page, width, height)
    words = [word for line in lines for word in line]
    heights = sorted(max(word.bottom for word in line) - min(word.top for word in line) for line in lines)
    block.size = heights[len(heights) // 2]
    block.top = min(word.top for word in words) / height
    block.bottom = max(word.bottom for word in words) / height
    block.moved = []
    return block
