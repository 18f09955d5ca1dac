"""Pictures among the blocks, and smaller points below a point: the same in PDF and DOCX."""

import io

import docx
import pypdf
import pytest
from PIL import Image

from spoiwo.documents.blocks import (
    Bullets,
    Fields,
    Heading,
    Note,
    Paragraph,
    Picture,
    blocks_docx,
    blocks_pdf,
)
from spoiwo.documents.pages import page_picture
from spoiwo.documents.pdf import Logo

LANGUAGE = {"title": "Sprawozdanie", "language": "pl"}


def photo(width: int, height: int) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(content, "JPEG")
    return content.getvalue()


BLOCKS = [
    Heading(1, "Grupa"),
    Picture(Logo(photo(300, 900), "Arkusz pierwszy"), "Zdjęcie arkusza"),
    Bullets(["Szlak rowerowy", "Żłobek"], [["Trasa nad Wisłą"]]),
    Picture(Logo(photo(900, 300), "Arkusz drugi")),
]


def test_a_pdf_holds_the_pictures_with_their_words() -> None:
    reader = pypdf.PdfReader(io.BytesIO(blocks_pdf(BLOCKS, **LANGUAGE)))
    assert sum(len(page.images) for page in reader.pages) == 2
    text = "\n".join(page.extract_text() for page in reader.pages)
    assert "Zdjęcie arkusza" in text
    assert text.index("Szlak rowerowy") < text.index("Trasa nad Wisłą") < text.index("Żłobek")


def test_a_docx_keeps_pictures_inside_the_page_and_says_what_they_show() -> None:
    document = docx.Document(io.BytesIO(blocks_docx(BLOCKS, **LANGUAGE)))
    shapes = [one for one in document.inline_shapes if one._inline.docPr.get("descr", "").startswith("Ark")]
    assert [one._inline.docPr.get("descr") for one in shapes] == ["Arkusz pierwszy", "Arkusz drugi"]
    assert all(one.width.mm <= 164.1 and one.height.mm <= 110.1 for one in shapes)
    styles = {one.text: one.style.name for one in document.paragraphs}
    assert styles["Trasa nad Wisłą"] == "List Bullet 2"
    assert styles["Żłobek"] == "List Bullet"


def test_a_word_longer_than_any_line_stays_on_the_page() -> None:
    word = "W" * 400
    blocks = [
        Heading(1, word),
        Bullets([word], [[word]]),
        Fields([("Cel", word)]),
        Note(word),
        Paragraph(word),
    ]
    reader = pypdf.PdfReader(io.BytesIO(blocks_pdf(blocks, **LANGUAGE)))
    ends: list[float] = []

    def seen(text: str, _cm: list, tm: list, font: object, size: float) -> None:
        ends.append(tm[4] + len(text.replace("\u200b", "").strip()) * size * 0.9)

    for page in reader.pages:
        page.extract_text(visitor_text=seen)
    assert (
        "".join(page.extract_text() for page in reader.pages)
        .replace("\u200b", "")
        .replace("\n", "")
        .count("W")
        == 400 * 6
    )
    assert max(ends) < 700


def test_a_file_that_is_no_pdf_inside_has_no_page_to_show() -> None:
    with pytest.raises(IndexError):
        page_picture(b"%PDF-1.7 nothing more", 1)
