"""Photographs of paper sheets made small enough for a report."""

import io
from collections.abc import Iterator
from typing import IO

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from spoiwo.documents.pdf import Logo
from spoiwo.workshops.queries.report import Part

SIDE = 1400
"""Pixels of the longer side: 200 dots per inch where a photograph is as wide as the line."""


def shots(part: Part) -> Iterator[tuple[Logo, str]]:
    """Each photograph with its caption; one whose file is broken or gone is left out."""
    for number, photo in enumerate(part.photos, 1):
        words = _("Photograph %(number)d of the sheet") % {"number": number}
        content = _reduced(photo.file.content)
        if content:
            yield Logo(content, words), words


def _reduced(file: IO[bytes]) -> bytes:
    """As JPEG, upright, without what the camera wrote into it; empty for what is no picture. Some 0.15 s from a telephone."""
    made = io.BytesIO()
    try:
        with Image.open(file, formats=("JPEG", "PNG")) as opened:
            opened.draft("RGB", (2 * SIDE, 2 * SIDE))
            upright = ImageOps.exif_transpose(opened).convert("RGB")
        upright.thumbnail((SIDE, SIDE))
        upright.save(made, "JPEG", quality=80)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return b""
    return made.getvalue()
