"""The same blocks as a DOCX that an office can edit: real styles, language, repeated table heads, numbered pages."""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.utils import timezone

from spoiwo.documents import docxstyle as style
from spoiwo.documents.lettering import bound, clean, each_text, is_blank
from spoiwo.documents.pdf import Logo, bitmap, picture

SIGN = {"pl": "data i podpis", "en": "date and signature", "uk": "дата і підпис"}
FIELD_SHARE = 0.34
MM_PER_LETTER = 1.8  # of Lato at 9.5 points, with a little air
DOTTED = ("dotted", style.MUTED, 6)
HAIR = ("single", style.HAIR, 4)


def write_docx(
    blocks: Sequence[dict[str, Any]],
    *,
    title: str,
    language: str,
    subtitle: str = "",
    footer: str = "",
    logos: Sequence[Logo] = (),
    pictures: Sequence[Logo] = (),
    landscape: bool = False,
    made_at: dt.datetime | None = None,
) -> bytes:
    """Renders plain blocks (see `blocks.plain`); raises KeyError for a kind it does not know. Some 60 ms a document."""
    import docx

    language = language.split("-")[0]
    blocks = each_text(blocks, lambda text: bound(clean(text), language))
    title, subtitle, footer = (bound(clean(text), language) for text in (title, subtitle, footer))
    document = docx.Document()
    style.dress(document, language, landscape=landscape)
    _properties(document.core_properties, title, language, made_at or timezone.now())
    width = style.TEXT_WIDTH_MM + (87 if landscape else 0)
    writer = _Writer(document, title, subtitle, language, width, pictures)
    writer.footer(footer)
    if not (blocks and blocks[0]["kind"] == "LetterHead"):
        writer.logos(logos)
        writer.opening({"title": title, "subtitle": subtitle})
    for block in blocks:
        writer.write(block)
    buffer = io.BytesIO()
    document.save(buffer)
    return _same_zip(buffer)


class _Writer:
    """Appends blocks to a python-docx document."""

    def __init__(
        self,
        document: Any,
        title: str,
        subtitle: str,
        language: str,
        width_mm: float,
        pictures: Sequence[Logo],
    ) -> None:
        self.document, self.title, self.subtitle = document, title, subtitle
        self.language, self.width_mm, self.pictures = language, width_mm, pictures

    def write(self, block: dict[str, Any]) -> None:
        writers = {
            "Opening": self.opening, "LetterHead": self.letter, "Heading": self.heading, "Paragraph": self.paragraph,
            "Note": self.note, "Bullets": self.bullets, "Numbered": self.numbered, "Fields": self.fields,
            "TableBlock": self.table, "Picture": self.picture, "Signatures": self.signatures, "PageBreak": self.page_break,
        }  # fmt: skip
        writers[block["kind"]](block)

    def logos(self, logos: Sequence[Logo]) -> None:
        from docx.shared import Mm

        if not logos:
            return
        paragraph = self.document.add_paragraph()
        shapes = [
            paragraph.add_run("   " if number else "").add_picture(io.BytesIO(bitmap(logo)), height=Mm(11))
            for number, logo in enumerate(logos)
        ]
        room = Mm(self.width_mm - 4 * len(logos))
        scale = min(1, room / sum(shape.width for shape in shapes))
        for shape, logo in zip(shapes, logos, strict=True):
            shape.width, shape.height = round(shape.width * scale), round(shape.height * scale)
            shape._inline.docPr.set("descr", logo.alt)

    def opening(self, block: dict[str, Any]) -> None:
        self._rule(self._marked(block["subtitle"]))
        self.document.add_paragraph(block["title"], style="Title")

    def letter(self, block: dict[str, Any]) -> None:
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Mm, Pt

        head = self._marked(self.subtitle)
        head.add_run("\t" + block["place_and_date"]).bold = False
        head.paragraph_format.tab_stops.add_tab_stop(Mm(self.width_mm), WD_TAB_ALIGNMENT.RIGHT)
        self._rule(head)
        # The places are those of house.typ: what a DL envelope's window shows.
        for lines, x, y in ((block["sender"], 23, 38), (block["address"], 114, 50)):
            if lines:
                paragraph = self.document.add_paragraph("\n".join(lines))
                paragraph.paragraph_format.space_after = Pt(0)
                style.frame(paragraph, x, y, 73)
        reference = self.document.add_paragraph(block["reference"])
        reference.paragraph_format.space_before = Mm(46)
        self.document.add_paragraph(self.title, style="Title").runs[0].font.size = Pt(15)

    def heading(self, block: dict[str, Any]) -> None:
        self.document.add_heading(block["text"], level=block["level"])

    def paragraph(self, block: dict[str, Any]) -> None:
        self.document.add_paragraph(block["text"])

    def note(self, block: dict[str, Any]) -> None:
        paragraph = self.document.add_paragraph(block["text"])
        style.borders(paragraph, left=("single", style.RESIN, 24))
        style.shade(paragraph, style.RESIN_SOFT)

    def bullets(self, block: dict[str, Any]) -> None:
        from docx.shared import Pt

        smaller = [*block["under"], *[()] * len(block["points"])]
        for point, below in zip(block["points"], smaller, strict=False):
            self.document.add_paragraph(point, style="List Bullet")
            for words in below:
                self.document.add_paragraph(style="List Bullet 2").add_run(words).font.size = Pt(9)

    def numbered(self, block: dict[str, Any]) -> None:
        from docx.oxml.ns import qn

        # Each list needs a numbering of its own, or the second would go on counting from the first.
        numbering = self.document.part.numbering_part.element
        pattern = self.document.styles["List Number"].element.pPr.numPr.numId.val
        own = numbering.add_num(numbering.num_having_numId(pattern).abstractNumId.val)
        own.add_lvlOverride(ilvl=0).add_startOverride(1)
        for point in block["points"]:
            paragraph = self.document.add_paragraph(point, style="List Number")
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_numId().val = int(own.get(qn("w:numId")))

    def fields(self, block: dict[str, Any]) -> None:
        from docx.shared import Pt, RGBColor

        table = self._grid(len(block["pairs"]), (FIELD_SHARE, 1 - FIELD_SHARE))
        for row, (label, value) in zip(table.rows, block["pairs"], strict=True):
            row.cells[0].paragraphs[0].add_run(label).font.color.rgb = RGBColor.from_string(style.MUTED)
            if is_blank(value):
                row.height = Pt(22)
                style.borders(row.cells[1], bottom=DOTTED)
            else:
                row.cells[1].text = value
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.space_after = Pt(3)
        self._gap()

    def table(self, block: dict[str, Any]) -> None:
        if block["caption"]:
            self.document.add_paragraph(
                block["caption"], style="Caption"
            ).paragraph_format.keep_with_next = True
        table = self._grid(1 + len(block["rows"]), _shares(block, self.width_mm))
        table.rows[0]._tr.get_or_add_trPr().append(style.element("tblHeader", val="true"))
        sides = list(block["align"]) + ["left"] * len(block["header"])
        for number, (row, texts) in enumerate(
            zip(table.rows, [block["header"], *block["rows"]], strict=True)
        ):
            for cell, text, side in zip(row.cells, texts, sides, strict=False):
                self._cell(cell, text, side, is_head=number == 0)
        self._gap()

    def signatures(self, block: dict[str, Any]) -> None:
        from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
        from docx.shared import Mm

        rows = [[*row, ""][:2] for row in block["rows"]]
        if not any(role for _name, role in rows):
            self._slots([name for name, _role in rows])
            return
        table = self._grid(len(rows), (0.6, 0.4))
        for row, (name, role) in zip(table.rows, rows, strict=True):
            row.height = Mm(22)
            row.cells[0].paragraphs[0].add_run(name).bold = True
            row.cells[0].paragraphs[0].add_run(f"\n{role}" if role else "")
            self._caption(row.cells[1], SIGN.get(self.language, SIGN["en"]))
            for cell in row.cells:
                style.borders(cell, bottom=HAIR)
                cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
        self._gap()

    def picture(self, block: dict[str, Any]) -> None:
        from docx.shared import Mm

        paragraph = self.document.add_paragraph()
        shape = paragraph.add_run().add_picture(io.BytesIO(self.pictures[block["picture"]].picture))
        scale = min(Mm(self.width_mm) / shape.width, Mm(110) / shape.height)
        shape.width, shape.height = round(shape.width * scale), round(shape.height * scale)
        shape._inline.docPr.set("descr", block["alt"])
        if block["caption"]:
            paragraph.paragraph_format.keep_with_next = True
            self.document.add_paragraph(block["caption"], style="Caption")

    def page_break(self, _block: dict[str, Any]) -> None:
        self.document.add_page_break()

    def footer(self, text: str) -> None:
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Mm

        paragraph = self.document.sections[0].footer.paragraphs[0]
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Mm(self.width_mm), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.style.paragraph_format.tab_stops.clear_all()
        paragraph.add_run(text + "\t")
        style.page_numbers(paragraph, self.language)
        style.borders(paragraph, top=HAIR)

    def _marked(self, words: str) -> Any:
        from docx.shared import Pt

        paragraph = self.document.add_paragraph(style="Subtitle")
        paragraph.add_run().add_picture(io.BytesIO(_mark()), height=Pt(15))._inline.docPr.set(
            "descr", "Spoiwo"
        )
        paragraph.add_run("   " + words)
        return paragraph

    def _rule(self, paragraph: Any) -> None:
        style.borders(paragraph, bottom=("single", style.PINE, 12))

    def _grid(self, rows: int, shares: Sequence[float]) -> Any:
        from docx.shared import Mm

        table = self.document.add_table(rows=rows, cols=len(shares))
        table.autofit = False
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Mm(self.width_mm * share)
            for cell in column.cells:
                cell.width = Mm(self.width_mm * share)
        for row in table.rows:
            row._tr.get_or_add_trPr().append(style.element("cantSplit", val="true"))
        return table

    def _cell(self, cell: Any, text: str, side: str, *, is_head: bool) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt, RGBColor

        paragraph = cell.paragraphs[0]
        run = paragraph.add_run(text)
        run.font.size, run.font.bold = Pt(9.5), is_head
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
        paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, side.upper())
        style.borders(cell, bottom=("single", style.PINE, 10) if is_head else HAIR)
        if is_head:
            run.font.color.rgb = RGBColor.from_string(style.PINE_DEEP)
            style.shade(cell, style.PINE_SOFT)

    def _slots(self, captions: Sequence[str]) -> None:
        from docx.shared import Mm

        for start in range(0, len(captions), 2):
            self._gap(Mm(14))
            table = self._grid(1, (0.45, 0.1, 0.45))
            for cell, caption in zip(table.rows[0].cells[::2], captions[start : start + 2], strict=False):
                if caption:
                    self._caption(cell, caption)
        self._gap()

    def _caption(self, cell: Any, words: str) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt, RGBColor

        paragraph = cell.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(words)
        run.font.size, run.font.color.rgb = Pt(8.5), RGBColor.from_string(style.MUTED)
        style.borders(paragraph, top=DOTTED)

    def _gap(self, before: Any = None) -> None:
        from docx.shared import Pt

        spacing = self.document.add_paragraph().paragraph_format
        spacing.space_before, spacing.space_after, spacing.line_spacing = before or Pt(0), Pt(0), Pt(8)


def _shares(block: dict[str, Any], width_mm: float) -> list[float]:
    """What part of the line each column gets; the room of words is guessed, because only Word can measure them."""
    columns = zip(block["header"], *block["rows"], strict=True)
    guessed = [(max(map(len, cells)) * MM_PER_LETTER + 5) / width_mm for cells in columns]
    taken = sum(guess for guess, width in zip(guessed, block["widths"], strict=True) if not width)
    total = sum(block["widths"])
    if taken > 0.8 or not total:
        return [guess / sum(guessed) for guess in guessed]
    return [
        width / total * (1 - taken) if width else guess
        for guess, width in zip(guessed, block["widths"], strict=True)
    ]


def _properties(properties: Any, title: str, language: str, moment: dt.datetime) -> None:
    properties.title, properties.language = title, style.LANGUAGES.get(language, language)
    properties.author, properties.comments = "Spoiwo", ""
    properties.created = properties.modified = moment.astimezone(dt.UTC).replace(microsecond=0, tzinfo=None)


@lru_cache
def _mark() -> bytes:
    return picture("documents/mark.typ", {})


def _same_zip(buffer: io.BytesIO) -> bytes:
    """The archive without the hour of its making, so that the same data give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            entry = zipfile.ZipInfo(item.filename, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(item))
    return made.getvalue()
