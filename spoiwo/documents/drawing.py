"""Drawings of one page as PNG, and bitmaps cut to the place they take in them."""

import io
from collections.abc import Mapping
from typing import Any

from spoiwo.documents.lettering import bound, each_text, settable
from spoiwo.documents.pdf import compiled

DOTS_PER_POINT = 72  # dots per inch: a point of the template is a dot of the picture


def drawing(
    template: str, data: Mapping[str, Any], *, language: str, pictures: Mapping[str, bytes] | None = None
) -> bytes:
    """The template `<room>/documents/<name>.typ`, one page of it, as PNG with a dot for each point.

    Every text of `data` is made fit to be set in `language` (“pl”, “en”, “uk”), which the template reads as `language`;
    `pictures` are bitmaps by the name under which `picture(name)` of `house.typ` gives them. The same input gives the
    same bytes. Raises `FontsMissing`, `DocumentFailed`. Some 50 ms for 1200 × 630 dots.
    """
    language = language.split("-")[0]
    content = each_text(data, lambda text: bound(settable(text), language))
    files = {name.lstrip("/"): bitmap for name, bitmap in (pictures or {}).items()}
    return compiled(template, {**content, "language": language}, files, format="png", ppi=DOTS_PER_POINT)


def cropped(content: bytes, width: int, height: int) -> bytes:
    """The bitmap scaled and cut to `width` × `height` dots, as JPEG; more is cut from below than from above, where heads are.

    Raises OSError for what is no picture. Some 20 ms for two million pixels.
    """
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(content)) as opened:
        opened.draft("RGB", (2 * width, 2 * height))
        fitted = ImageOps.fit(opened.convert("RGB"), (width, height), centering=(0.5, 0.4))
    made = io.BytesIO()
    fitted.save(made, "JPEG", quality=90)
    return made.getvalue()
