"""PDF and DOCX: accessible, in the right language, deaf to hostile text."""

import io
from pathlib import Path

import docx
import pypdf
import pytest

from spoiwo.documents import fonts
from spoiwo.documents.blocks import (
    Block,
    Bullets,
    Fields,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Signatures,
    TableBlock,
    blocks_docx,
    blocks_pdf,
)
from spoiwo.documents.pdf import TemplateMissing, pdf

HOSTILE = '#import "/etc/passwd" ] *a* _b_ $x$ #panic() \\ <b> {{ }} " \' `'
BLOCKS: list[Block] = [
    Paragraph("Zażółć gęślą jaźń."),
    Paragraph(HOSTILE),
    Heading(1, "Strony"),
    TableBlock(["Lp.", "Strona"], [[str(n), f"Gmina {n}"] for n in range(1, 90)]),
    Bullets(["pierwszy", "drugi"]),
    Fields([("NIP", "5311666222")]),
    Note("Uwaga"),
    PageBreak(),
    Heading(2, "Podpisy"),
    Signatures([["Starosta", "funkcja"]]),
]


def made() -> bytes:
    return blocks_pdf(
        BLOCKS, title="Porozumienie", language="pl", subtitle="Partnerstwo", footer="Wydruk z dnia"
    )


def test_a_pdf_is_tagged_and_says_its_title_language_and_standard() -> None:
    reader = pypdf.PdfReader(io.BytesIO(made()))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "pl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None and reader.metadata.title == "Porozumienie"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_a_pdf_holds_the_text_with_polish_letters_and_repeats_the_head_of_a_long_table() -> None:
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made())).pages]
    assert "Zażółć gęślą jaźń." in pages[0]
    assert "Gmina 89" in "".join(pages)
    assert [("Lp." in page) for page in pages[:3]] == [True, True, True]
    assert f"Strona 1 z {len(pages)}" in pages[0]


def test_what_looks_like_code_is_printed_and_not_run() -> None:
    assert "#panic()" in pypdf.PdfReader(io.BytesIO(made())).pages[0].extract_text()


def test_the_same_content_gives_the_same_bytes() -> None:
    assert made() == made()


def test_a_docx_has_real_headings_a_language_and_a_repeated_table_head() -> None:
    document = docx.Document(
        io.BytesIO(blocks_docx(BLOCKS, title="Porozumienie", language="pl", footer="Wydruk"))
    )
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert {"Title", "Heading 1", "Heading 2", "List Bullet"} <= set(styles)
    assert document.core_properties.language == "pl-PL"
    assert "tblHeader" in document.tables[0].rows[0]._tr.xml
    assert len(document.tables[0].rows) == 90


def test_a_missing_template_is_named() -> None:
    with pytest.raises(TemplateMissing, match="documents/none.typ"):
        pdf("documents/none.typ", {}, title="t", language="pl")


def test_missing_fonts_say_how_to_mend_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    with pytest.raises(fonts.FontsMissing, match="make start"):
        fonts.font_folder()
