"""The house style as Word knows it: fonts, headings, borders, the footer with page numbers, the language."""

from typing import Any

LANGUAGES = {"pl": "pl-PL", "en": "en-GB", "uk": "uk-UA"}
PAGE_OF = {"pl": ("Strona ", " z "), "en": ("Page ", " of "), "uk": ("Сторінка ", " з ")}
PINE, PINE_DEEP, PINE_SOFT, RESIN, RESIN_SOFT = "0E5A4B", "083D33", "E3EFEA", "E29A2D", "FDF1DC"
INK, MUTED, HAIR = "1D2A2C", "4D5E62", "C9D2CE"
# name of the style: size, colour, bold, points before, points after
STYLES = {
    "Normal": (10.5, INK, False, 0, 6),
    "Title": (21, INK, True, 12, 12),
    "Subtitle": (10, PINE_DEEP, True, 0, 0),
    "Heading 1": (13, PINE_DEEP, True, 16, 6),
    "Heading 2": (11.5, PINE_DEEP, True, 14, 5),
    "Heading 3": (10.5, PINE_DEEP, True, 12, 4),
    "Caption": (9.5, MUTED, True, 8, 4),
    "Footer": (8.5, MUTED, False, 0, 0),
}
TEXT_WIDTH_MM = 164
TWIPS_PER_MM = 56.693


def element(name: str, **attributes: Any) -> Any:
    """A WordprocessingML element such as `w:shd` with its `w:` attributes."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def dress(document: Any, language: str, *, landscape: bool) -> None:
    """Sets page, styles and language of an empty document."""
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Mm

    section = document.sections[0]
    sides = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.page_width, section.page_height = sides
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Mm(23)
    section.top_margin, section.bottom_margin = Mm(22), Mm(24)
    for name in STYLES:
        _style(document.styles[name], *STYLES[name])
    document.styles["Title"].element.pPr.remove(document.styles["Title"].element.pPr.find(qn("w:pBdr")))
    for place in document.styles.element.iter(qn("w:lang")):
        place.set(qn("w:val"), LANGUAGES.get(language, language))
    for place in document.settings.element.iter(qn("w:themeFontLang")):
        place.set(qn("w:val"), LANGUAGES.get(language, language))


def _style(style: Any, size: float, colour: str, bold: bool, before: float, after: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold, style.font.italic = "Lato", Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{attribute}"), "Lato")
        fonts.attrib.pop(qn(f"w:{attribute}Theme"), None)
    fonts.attrib.pop(qn("w:cstheme"), None)
    spacing = style.element.rPr.find(qn("w:spacing"))
    if spacing is not None:
        style.element.rPr.remove(spacing)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def borders(paragraph_or_cell: Any, **sides: tuple[str, str, int]) -> None:
    """Lines around a paragraph or cell: `bottom=("single", colour, eighths of a point)`."""
    lines = [
        element(side, val=kind, sz=width, space=4, color=colour)
        for side, (kind, colour, width) in sides.items()
    ]
    if hasattr(paragraph_or_cell, "_tc"):
        holder, name = paragraph_or_cell._tc.get_or_add_tcPr(), "tcBorders"
    else:
        holder, name = paragraph_or_cell._p.get_or_add_pPr(), "pBdr"
    frame = element(name)
    frame.extend(lines)
    if name == "pBdr":
        holder.insert_element_before(frame, *AFTER_BORDER)
    else:
        holder.append(frame)


def shade(paragraph_or_cell: Any, colour: str) -> None:
    """A ground colour; called after `borders`, which the format wants first."""
    made = element("shd", val="clear", color="auto", fill=colour)
    if hasattr(paragraph_or_cell, "_tc"):
        paragraph_or_cell._tc.get_or_add_tcPr().append(made)
    else:
        paragraph_or_cell._p.get_or_add_pPr().insert_element_before(made, *AFTER_BORDER[1:])


# The order in which the format wants a paragraph's properties after its borders (ECMA-376, CT_PPr).
AFTER_BORDER = (
    "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct",
    "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind",
    "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment",
    "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip


def frame(paragraph: Any, x_mm: float, y_mm: float, width_mm: float) -> None:
    """Puts a paragraph at a fixed place of the page; neighbours with the same place share one frame."""
    x, y, width = (round(value * TWIPS_PER_MM) for value in (x_mm, y_mm, width_mm))
    made = element("framePr", w=width, hSpace=0, wrap="around", vAnchor="page", hAnchor="page", x=x, y=y)
    paragraph._p.get_or_add_pPr().insert_element_before(
        made, "w:widowControl", "w:numPr", "w:suppressLineNumbers", "w:pBdr", *AFTER_BORDER
    )


def page_numbers(paragraph: Any, language: str) -> None:
    """“Strona 2 z 5”, counted by the word processor."""
    page, of = PAGE_OF.get(language, PAGE_OF["en"])
    for words, field in ((page, "PAGE"), (of, "NUMPAGES")):
        paragraph.add_run(words)
        for part in (
            element("fldChar", fldCharType="begin"), _instruction(field), element("fldChar", fldCharType="separate"),
            _text("1"), element("fldChar", fldCharType="end"),
        ):  # fmt: skip
            paragraph.add_run()._r.append(part)


def _instruction(name: str) -> Any:
    made = element("instrText")
    made.text = f" {name} "
    return made


def _text(words: str) -> Any:
    made = element("t")
    made.text = words
    return made
