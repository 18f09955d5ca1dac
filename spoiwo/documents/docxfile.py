"""The same blocks as a DOCX that an office can edit: real styles, language, repeated table heads."""

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

LANGUAGES = {"pl": "pl-PL", "en": "en-GB", "uk": "uk-UA"}


def write_docx(
    blocks: Sequence[dict[str, Any]],
    *,
    title: str,
    language: str,
    subtitle: str | None = None,
    footer: str | None = None,
) -> bytes:
    """Renders plain blocks (see `blocks.py`); raises KeyError for a kind it does not know."""
    import docx

    document = docx.Document()
    _style(document, language)
    document.core_properties.title = title
    document.core_properties.language = LANGUAGES.get(language, language)
    document.core_properties.author = "Spoiwo"
    document.core_properties.created = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - the same data give the same file
    if subtitle:
        document.add_paragraph(subtitle, style="Subtitle")
    document.add_paragraph(title, style="Title")
    for block in blocks:
        WRITERS[block["kind"]](document, block)
    if footer:
        document.sections[0].footer.paragraphs[0].text = footer
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _style(document: Any, language: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    sizes = {
        "Normal": 10.5,
        "Title": 20,
        "Subtitle": 10,
        "Heading 1": 12.5,
        "Heading 2": 11.5,
        "Heading 3": 10.5,
    }
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.name, style.font.size = "Lato", Pt(size)
        style.font.color.rgb = RGBColor(0x1D, 0x2A, 0x2C)
        style.font.italic = False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(attribute), "Lato")
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(theme), None)
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), LANGUAGES.get(language, language))
    document.styles["Normal"].element.get_or_add_rPr().append(tongue)


def _heading(document: Any, block: dict[str, Any]) -> None:
    document.add_heading(block["text"], level=block["level"])


def _paragraph(document: Any, block: dict[str, Any]) -> None:
    document.add_paragraph(block["text"])


def _note(document: Any, block: dict[str, Any]) -> None:
    document.add_paragraph(block["text"], style="Intense Quote")


def _bullets(document: Any, block: dict[str, Any]) -> None:
    for point in block["points"]:
        document.add_paragraph(point, style="List Bullet")


def _fields(document: Any, block: dict[str, Any]) -> None:
    for label, value in block["pairs"]:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(value)


def _table(document: Any, block: dict[str, Any]) -> None:
    from docx.oxml import OxmlElement

    table = document.add_table(rows=1, cols=len(block["header"]), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, block["header"], strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in block["rows"]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph()


def _signatures(document: Any, block: dict[str, Any]) -> None:
    for row in block["rows"]:
        paragraph = document.add_paragraph()
        paragraph.add_run(row[0]).bold = True
        if len(row) > 1 and row[1]:
            paragraph.add_run(f"\n{row[1]}")
        paragraph.add_run("\n\n" + "." * 48)


def _break(document: Any, _block: dict[str, Any]) -> None:
    document.add_page_break()


WRITERS = {
    "Heading": _heading,
    "Paragraph": _paragraph,
    "Note": _note,
    "Bullets": _bullets,
    "Fields": _fields,
    "TableBlock": _table,
    "Signatures": _signatures,
    "PageBreak": _break,
}
