"""PDF: accessible, archivable, in the right language, deaf to hostile text."""

import datetime as dt
import io
import subprocess
import sys
from typing import Any

import pypdf
import pytest
from django.test import modify_settings
from hypothesis import given, settings
from hypothesis import strategies as st

from spoiwo.documents.blocks import (
    Block,
    Bullets,
    Fields,
    Heading,
    LetterHead,
    Note,
    Numbered,
    Opening,
    PageBreak,
    Paragraph,
    Signatures,
    TableBlock,
    blocks_pdf,
)
from spoiwo.documents.pdf import DocumentFailed, Logo, TemplateMissing, pdf

HOSTILE = '#import "/etc/passwd" ] *a* _b_ $x$ #panic() #read("/etc/hostname") \\ <b> {{ }} " \' `'
MADE_AT = dt.datetime(2024, 9, 18, 12, tzinfo=dt.UTC)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><rect width="90" height="30"/></svg>'
BLOCKS: list[Block] = [
    Paragraph("Zażółć gęślą jaźń."),
    Paragraph(HOSTILE),
    Heading(1, "Strony"),
    TableBlock(["Lp.", "Strona"], [[str(n), f"Gmina {n}"] for n in range(1, 90)]),
    Bullets(["pierwszy", "drugi"]),
    Numbered(["raz", "dwa"]),
    Fields([("NIP", "5311666222"), ("Telefon", "")]),
    Note("Uwaga"),
    PageBreak(),
    Heading(2, "Podpisy"),
    Signatures([["Starosta", "funkcja"]]),
]


def made(blocks: list[Block] = BLOCKS, **options: Any) -> pypdf.PdfReader:
    options = {"title": "Porozumienie", "language": "pl", "made_at": MADE_AT, **options}
    return pypdf.PdfReader(io.BytesIO(blocks_pdf(blocks, **options)))


def texts(reader: pypdf.PdfReader) -> list[str]:
    return [page.extract_text().replace("\u00a0", " ") for page in reader.pages]


def tags(reader: pypdf.PdfReader) -> list[tuple[str, str]]:
    """Every structure element in reading order: its role and its words for who cannot see it."""
    found: list[tuple[str, str]] = []

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict) and "/S" in node:
            found.append((node["/S"], node.get("/Alt", "")))
            walk(node.get("/K", []))

    walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def test_a_pdf_is_tagged_and_says_its_title_language_and_standards() -> None:
    reader = made()
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "pl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Porozumienie"
    assert reader.metadata.creation_date == MADE_AT
    described = root["/Metadata"].get_data()
    for fact in (b"<pdfuaid:part>1<", b"<pdfaid:part>2<", b"<pdfaid:conformance>A<"):
        assert fact in described


def test_the_tags_say_what_is_a_heading_a_table_head_a_list_and_a_picture() -> None:
    found = tags(made(logos=[Logo(SVG, "Fundusze Europejskie")]))
    roles = {role for role, _alt in found}
    assert {
        "/Title",
        "/H1",
        "/H2",
        "/P",
        "/Table",
        "/THead",
        "/TH",
        "/TD",
        "/L",
        "/LI",
        "/Lbl",
        "/LBody",
    } <= roles
    assert [alt for role, alt in found if role == "/Figure"] == ["Fundusze Europejskie", "Spoiwo"]


def test_every_font_is_lato_and_is_inside_the_file() -> None:
    names = set()
    for page in made().pages:
        for font in page["/Resources"]["/Font"].values():
            below = font["/DescendantFonts"][0]
            names.add(str(below["/BaseFont"]).split("+")[1])
            assert {"/FontFile2", "/FontFile3"} & set(below["/FontDescriptor"])
    assert names
    assert all(name.startswith("Lato-") for name in names)


def test_a_pdf_holds_the_text_with_polish_letters_and_repeats_the_head_of_a_long_table() -> None:
    pages = texts(made(footer="Wydruk z 18 września 2024 r."))
    assert "Zażółć gęślą jaźń." in pages[0]
    assert "Gmina 89" in "".join(pages)
    assert [("Lp." in page) for page in pages[:3]] == [True, True, True]
    assert f"Strona 1 z {len(pages)}" in pages[0]
    assert all("Wydruk z 18 września 2024 r." in page for page in pages)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Page 1 of 1"), ("uk", "Сторінка 1 з 1"), ("pl-pl", "Strona 1 z 1")]
)
def test_pages_are_counted_in_the_language_of_the_document(language: str, words: str) -> None:
    assert words in texts(made([], language=language))[0]


def test_what_looks_like_code_is_printed_and_not_run() -> None:
    shown = texts(made([Paragraph(HOSTILE), Fields([(HOSTILE, HOSTILE)])], title=HOSTILE))[0]
    assert shown.count("#panic()") == 4
    assert "root:" not in shown


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_printed(text: str) -> None:
    blocks = [
        Paragraph(text),
        Heading(1, text),
        Bullets([text]),
        TableBlock([text], [[text]]),
        Fields([(text, text)]),
    ]
    assert len(made(blocks, title=text, subtitle=text, footer=text).pages) == 1


def test_the_same_content_made_at_the_same_moment_gives_the_same_bytes() -> None:
    options = {"title": "T", "language": "pl", "logos": [Logo(SVG, "znak")], "made_at": MADE_AT}
    assert blocks_pdf(BLOCKS, **options) == blocks_pdf(BLOCKS, **options)
    assert blocks_pdf(BLOCKS, **options) != blocks_pdf(BLOCKS[1:], **options)


def test_a_skipped_heading_level_is_mended() -> None:
    found = tags(made([Heading(3, "a"), Heading(3, "b"), Heading(1, "c")]))
    assert [role for role, _alt in found if role.startswith("/H")] == ["/H1", "/H2", "/H1"]


def test_a_row_longer_than_a_page_loses_no_word() -> None:
    pages = texts(made([TableBlock(["a", "b"], [["x", "słowo " * 2500 + "koniec"]])]))
    assert "".join(pages).count("słowo") == 2500
    assert "koniec" in pages[-1]


def test_a_row_that_lacks_a_cell_is_refused() -> None:
    with pytest.raises(ValueError, match="row 2 has 1 cells, the header has 2"):
        TableBlock(["a", "b"], [["1", "2"], ["3"]])


def test_the_addressee_of_a_letter_stands_in_the_window_of_the_envelope() -> None:
    millimetre = 72 / 25.4
    lines = [
        "Pan Jerzy Staniszewski",
        "Wójt Gminy Bodzanów",
        "ul. Bankowa 7",
        "lok. 3",
        "09-470 Bodzanów",
        "Polska",
    ]
    reader = made(
        [LetterHead(lines, ["Urząd"], "Płock, 18 września 2024 r.", "Znak: 1"), Paragraph("Szanowny Panie,")]
    )
    places: dict[str, tuple[float, float]] = {}

    def note_place(text: str, cm: list[float], tm: list[float], _font: Any, _size: Any) -> None:
        across = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        down = 297 - (tm[4] * cm[1] + tm[5] * cm[3] + cm[5]) / millimetre
        places[text.strip().replace("\u00a0", " ")] = (across / millimetre, down)

    reader.pages[0].extract_text(visitor_text=note_place)
    for line in lines:
        across, down = places[line]
        assert 110 < across < 150
        assert 46 < down < 79
    assert places["Szanowny Panie,"][1] > 90


def test_one_file_may_hold_several_documents() -> None:
    pages = texts(
        made([Paragraph("a"), PageBreak(), Opening("Deklaracja", "Partnerstwo"), Heading(1, "Osoba")])
    )
    assert "Deklaracja" in pages[1]


def test_a_landscape_page_lies() -> None:
    box = made(landscape=True).pages[0].mediabox
    assert box.width > box.height


@modify_settings(INSTALLED_APPS={"append": "spoiwo.documents.tests.sample_room"})
def test_a_room_has_templates_of_its_own_and_hands_data_over() -> None:
    data = {"person": "Łucja *Żak*", "day": dt.date(2024, 9, 18), "hours": 6}
    content = pdf(
        "sample_room/documents/certificate.typ", data, language="pl", title="Zaświadczenie", made_at=MADE_AT
    )
    (shown,) = texts(pypdf.PdfReader(io.BytesIO(content)))
    assert "Łucja *Żak*" in shown
    assert "2024-09-18" in shown


def test_a_missing_template_is_named() -> None:
    with pytest.raises(TemplateMissing, match=r"documents/none\.typ"):
        pdf("documents/none.typ", {}, title="t", language="pl")


@pytest.mark.parametrize("picture", [b"garbage", b"\x89PNG garbage", b""])
def test_a_broken_picture_is_a_clear_error(picture: bytes) -> None:
    with pytest.raises(DocumentFailed, match="cannot be printed"):
        made(logos=[Logo(picture, "znak")])


def test_a_long_document_is_set_in_a_process_of_its_own_and_comes_out_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    options = {"title": "T", "language": "pl", "logos": [Logo(SVG, "znak")], "made_at": MADE_AT}
    here = blocks_pdf(BLOCKS, **options)
    monkeypatch.setattr("spoiwo.documents.pdf.LONG", 0)
    assert blocks_pdf(BLOCKS, **options) == here
    with pytest.raises(DocumentFailed, match="cannot be printed"):
        made(logos=[Logo(b"garbage", "znak")])


def test_a_picture_cannot_reach_into_the_machine() -> None:
    svg = SVG.replace(b"<rect", b'<image href="/etc/hostname" width="9" height="9"/><rect')
    with pytest.raises(DocumentFailed):
        made(logos=[Logo(svg, "znak")])


def test_a_logo_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="words"):
        Logo(SVG, " ")


def test_importing_the_room_loads_no_heavy_library() -> None:
    code = "import sys; import spoiwo.documents.web, spoiwo.documents.blocks; print({'typst', 'docx', 'xlsxwriter'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
