"""DOCX: what an office edits is as well made as what it prints."""

import datetime as dt
import io
from typing import Any

import docx
import pytest
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
    PageBreak,
    Paragraph,
    Signatures,
    TableBlock,
    blocks_docx,
)
from spoiwo.documents.pdf import DocumentFailed, Logo

MADE_AT = dt.datetime(2024, 9, 18, 12, tzinfo=dt.UTC)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><rect width="90" height="30"/></svg>'
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BLOCKS: list[Block] = [
    Paragraph("Zażółć gęślą jaźń."),
    Heading(1, "Strony"),
    TableBlock(["Lp.", "Strona"], [[str(n), f"Gmina {n}"] for n in range(1, 90)], caption="Wykaz"),
    Bullets(["pierwszy", "drugi"]),
    Numbered(["raz", "dwa"]),
    Note("Uwaga"),
    Numbered(["znowu raz"]),
    Fields([("NIP", "5311666222"), ("Telefon", "")]),
    PageBreak(),
    Heading(2, "Podpisy"),
    Signatures([["Starosta", "funkcja"]]),
    Signatures([["data"], ["podpis"], ["pieczęć"]]),
]


def made(blocks: list[Block] = BLOCKS, **options: Any) -> Any:
    options = {"title": "Porozumienie", "language": "pl", "made_at": MADE_AT, **options}
    return docx.Document(io.BytesIO(blocks_docx(blocks, **options)))


def test_headings_lists_and_the_title_are_real_styles() -> None:
    styles = {paragraph.text: paragraph.style.name for paragraph in made().paragraphs}
    wanted = {
        "Porozumienie": "Title", "Strony": "Heading 1", "Podpisy": "Heading 2", "drugi": "List Bullet",
        "dwa": "List Number", "Wykaz": "Caption",
    }  # fmt: skip
    assert wanted.items() <= styles.items()


@pytest.mark.parametrize(("language", "tongue"), [("pl", "pl-PL"), ("en", "en-GB"), ("uk", "uk-UA")])
def test_the_language_is_told_to_the_speller_and_in_the_properties(language: str, tongue: str) -> None:
    document = made(language=language)
    assert document.core_properties.language == tongue
    assert document.core_properties.title == "Porozumienie"
    assert {node.get(f"{W}val") for node in document.styles.element.iter(f"{W}lang")} == {tongue}


def test_the_head_of_a_table_repeats_and_its_rows_do_not_split() -> None:
    table = made().tables[0]
    assert len(table.rows) == 90
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert all("w:cantSplit" in row._tr.xml for row in table.rows)


def test_a_second_numbered_list_begins_from_one() -> None:
    numbered = [p for p in made().paragraphs if p.style.name == "List Number"]
    lists = [paragraph._p.pPr.numPr.numId.val for paragraph in numbered]
    assert lists[0] == lists[1] != lists[2]


def test_every_style_is_set_in_lato_and_the_footer_counts_pages() -> None:
    document = made(footer="Wydruk z 18 września 2024 r.")
    assert {document.styles[name].font.name for name in ("Normal", "Title", "Heading 1")} == {"Lato"}
    footer = document.sections[0].footer.paragraphs[0]
    assert footer.text.replace("\u00a0", " ").startswith("Wydruk z 18 września 2024 r.\tStrona ")
    assert "NUMPAGES" in footer._p.xml


def test_the_mark_and_the_logos_have_words() -> None:
    document = made(logos=[Logo(SVG, "Fundusze Europejskie")])
    words = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert words == ["Fundusze Europejskie", "Spoiwo"]


def test_many_logos_fit_the_line() -> None:
    shapes = made(logos=[Logo(SVG, f"znak {n}") for n in range(9)]).inline_shapes
    assert sum(shape.width.mm for shape in shapes) < 180


def test_a_broken_logo_is_a_clear_error() -> None:
    with pytest.raises(DocumentFailed):
        made(logos=[Logo(b"\x89PNG garbage", "znak")])


def test_the_addressee_of_a_letter_is_framed_where_the_window_is() -> None:
    (frame,) = [
        p for p in made([LetterHead(["Pan Wójt", "Bodzanów"])]).paragraphs if p.text == "Pan Wójt\nBodzanów"
    ]
    place = frame._p.pPr.find(f"{W}framePr")
    assert 110 < int(place.get(f"{W}x")) / 56.7 < 120
    assert 46 < int(place.get(f"{W}y")) / 56.7 < 60


def test_the_properties_of_paragraphs_and_cells_stand_in_the_order_the_format_wants() -> None:
    orders = {
        "pPr": [
            "pStyle",
            "keepNext",
            "framePr",
            "numPr",
            "pBdr",
            "shd",
            "tabs",
            "spacing",
            "ind",
            "jc",
            "rPr",
        ],
        "tcPr": ["tcW", "tcBorders", "shd", "vAlign"],
    }
    document = made([LetterHead(["a"], ["b"], "c", "d"), *BLOCKS])
    for part in (document.element, document.sections[0].footer._element):
        for name, order in orders.items():
            for node in part.iter(f"{W}{name}"):
                found = [child.tag.removeprefix(W) for child in node]
                assert found == sorted(found, key=order.index)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_written(text: str) -> None:
    blocks = [
        Paragraph(text),
        Heading(1, text),
        Numbered([text]),
        TableBlock([text], [[text]]),
        Fields([(text, text)]),
    ]
    made(blocks, title=text, subtitle=text, footer=text)


def test_the_same_content_made_at_the_same_moment_gives_the_same_bytes() -> None:
    options = {"title": "T", "language": "pl", "made_at": MADE_AT}
    assert blocks_docx(BLOCKS, **options) == blocks_docx(BLOCKS, **options)
