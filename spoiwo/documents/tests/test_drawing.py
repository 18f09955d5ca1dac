"""Drawings of one page: of their size to the dot, the same from the same, and bitmaps cut to their place."""

import io

import pytest
from PIL import Image

from spoiwo.documents.drawing import cropped, drawing
from spoiwo.documents.pdf import DocumentFailed

MARK = "documents/mark.typ"


def bitmap(width: int, height: int, mode: str = "RGB") -> bytes:
    """Red above, blue below."""
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width, height // 2))
    content = io.BytesIO()
    image.convert(mode).save(content, "PNG")
    return content.getvalue()


def test_a_drawing_has_a_dot_for_each_point_and_is_the_same_each_time() -> None:
    made = drawing(MARK, {}, language="pl-pl")
    assert Image.open(io.BytesIO(made)).size == (58, 39)
    assert drawing(MARK, {}, language="pl") == made


def test_a_bitmap_is_shown_by_its_name() -> None:
    data = {"file": "/one.png"}
    made = drawing("documents/picture.typ", data, language="pl", pictures={"/one.png": bitmap(90, 90)})
    assert Image.open(io.BytesIO(made)).convert("RGB").getpixel((20, 20)) == (255, 0, 0)
    with pytest.raises(DocumentFailed):
        drawing("documents/picture.typ", data, language="pl")


def test_a_template_that_is_not_there_is_named() -> None:
    with pytest.raises(DocumentFailed, match="documents/nothing"):
        drawing("documents/nothing.typ", {}, language="pl")


@pytest.mark.parametrize("size", [(3000, 300), (300, 3000), (50, 50)])
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_a_bitmap_is_cut_to_its_place(size: tuple[int, int], mode: str) -> None:
    cut = Image.open(io.BytesIO(cropped(bitmap(*size, mode), 42, 63)))
    assert (cut.format, cut.size, cut.mode) == ("JPEG", (42, 63), "RGB")


def test_more_is_cut_from_below_than_from_above() -> None:
    cut = Image.open(io.BytesIO(cropped(bitmap(42, 200), 42, 63)))
    shown = [cut.getpixel((20, row))[0] > 128 for row in range(63)]
    assert sum(shown) in range(43, 48)  # red, the upper half


def test_what_is_no_bitmap_is_not_cut() -> None:
    with pytest.raises(OSError, match="cannot identify"):
        cropped(b"no picture", 42, 63)
