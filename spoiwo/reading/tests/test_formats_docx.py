"""Word documents: everything that is text in its place, and every trap refused."""

import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from docx import Document as Word

from spoiwo.reading import Document, Furniture, Unreadable, read_document
from spoiwo.reading.tests.papers import STORY, WORD, docx, paragraph


def problem(content: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_document(content, "pismo.docx")
    return caught.value.problem


def made() -> Document:
    word = Word()
    word.core_properties.created = datetime(2019, 10, 16, tzinfo=UTC)
    word.sections[0].header.paragraphs[0].text = "Powiatowy Urząd Pracy w Płocku"
    word.sections[0].footer.paragraphs[0].text = "ul. Kostrogaj 1, Płock"
    word.add_heading("Konferencja o partnerstwie lokalnym", 1)
    word.add_paragraph(STORY[0])
    word.add_paragraph("integracja społeczna", style="List Bullet")
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Gmina", "Uczestnicy", "Bielsk", "12"], strict=True):
        cell.text = text
    word.add_paragraph(STORY[1])
    out = io.BytesIO()
    word.save(out)
    return read_document(out.getvalue(), "protokol.pdf")


def test_paragraphs_lists_and_tables_stand_in_their_order() -> None:
    document = made()
    assert document.format == "docx"
    assert document.text == (
        f"Konferencja o partnerstwie lokalnym\n\n{STORY[0]}\n\nintegracja społeczna\nGmina\tUczestnicy\nBielsk\t12\n\n{STORY[1]}"
    )
    assert document.title == "Konferencja o partnerstwie lokalnym"


def test_heads_and_feet_of_pages_are_furniture() -> None:
    assert made().furniture == (
        Furniture("header", "Powiatowy Urząd Pracy w Płocku"),
        Furniture("footer", "ul. Kostrogaj 1, Płock"),
    )


def test_the_day_of_the_file_is_a_last_resort_and_is_marked_so() -> None:
    document = made()
    assert (document.published, document.warnings) == (date(2019, 10, 16), ("metadata_date",))


def test_a_text_box_is_read_once_and_deleted_words_are_not() -> None:
    box = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
        f"<w:txbxContent>{paragraph('Zapisy do piątku.')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
        f"{paragraph('Zapisy do piątku.')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:t>Spotkanie odbędzie się w urzędzie.</w:t></w:r>"
        "<w:del><w:r><w:delText>Odwołano.</w:delText></w:r></w:del></w:p>"
    )
    assert read_document(docx(box)).text == "Zapisy do piątku.\n\nSpotkanie odbędzie się w urzędzie."


def test_macros_are_passed_over_and_told_of() -> None:
    content = docx(paragraph(STORY[0]), word__vbaProject_dot_bin=b"Sub AutoOpen()")
    assert read_document(content, "makra.docm").warnings == ("macros_ignored",)


def test_footnotes_follow_the_text() -> None:
    notes = f"<w:footnotes {WORD}><w:footnote>{paragraph('Dane za rok 2019.')}</w:footnote></w:footnotes>"
    assert read_document(docx(paragraph(STORY[0]), word__footnotes_dot_xml=notes)).text.endswith(
        "Dane za rok 2019."
    )


def test_a_bomb_by_size_is_refused() -> None:
    assert problem(docx("<w:p/>", word__big_dot_xml=b" " * 51_000_000)) == "bomb"


def test_a_bomb_by_ratio_is_refused() -> None:
    assert problem(docx("<w:p/>", word__media__a_dot_png=b"\0" * 5_000_000)) == "bomb"


def test_a_size_that_lies_is_not_believed() -> None:
    content = bytearray(docx("<w:p/>" * 300_000))
    entry = zipfile.ZipFile(io.BytesIO(content)).getinfo("word/document.xml")
    size = entry.file_size.to_bytes(4, "little")
    assert problem(bytes(content).replace(size, (100).to_bytes(4, "little"))) in ("broken", "bomb")


def test_unfolding_entities_are_refused() -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    assert problem(docx(paragraph("&b;"), head=bomb)) == "bomb"


def test_endless_nesting_is_refused() -> None:
    assert problem(docx("<w:sdt>" * 500 + "</w:sdt>" * 500)) == "bomb"


def test_a_locked_document_is_told_apart_from_an_old_one() -> None:
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
    assert problem(compound + "EncryptedPackage".encode("utf-16-le")) == "encrypted"
    assert problem(compound) == "not_a_document"


def test_a_cut_file_is_broken_and_a_blank_one_is_empty() -> None:
    content = docx(paragraph(STORY[0]))
    assert problem(content[: len(content) // 2]) == "broken"
    assert problem(docx(paragraph("  "))) == "empty"
    assert problem(docx(paragraph("  "), word__media__a_dot_png=b"x")) == "pictures_only"


def test_a_spreadsheet_is_no_document() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert problem(out.getvalue()) == "not_a_document"
