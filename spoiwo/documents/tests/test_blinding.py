"""The blind copy shows what may be seen, and nothing else of the old file is in it."""

import contextlib
import io
import json
import re
import zipfile
from typing import NamedTuple

import pypdf
import pypdf.annotations
import pypdfium2
import pytest
from PIL import Image, ImageDraw, PngImagePlugin
from pypdf.generic import DictionaryObject, FloatObject, NameObject, NumberObject, TextStringObject

from spoiwo.documents import blackout, blinding
from spoiwo.documents.blinding import Blind, CannotBlind, Concern, Reason, Rectangle, blind
from spoiwo.documents.blocks import Block, Heading, PageBreak, Paragraph, Picture, TableBlock, blocks_pdf
from spoiwo.documents.pdf import Logo

LABELS = {"place": "ukryto: miejscowość", "name": "ukryto: nazwa"}
TELLING = re.compile(r"(?P<place>Płock\w*)|(?P<name>PUP\s+\w+|Sekret\w*)")


class Stretch(NamedTuple):
    """A find, as the rules of a room give them."""

    start: int
    end: int
    kind: str


def find(text: str) -> list[Stretch]:
    return [Stretch(*one.span(), one.lastgroup or "") for one in TELLING.finditer(text)]


def made(*blocks: Block) -> bytes:
    return blocks_pdf(list(blocks), title="Wniosek", language="pl")


def drawn(*commands: str, media: str = "0 0 300 200", more: str = "", pages: int = 1) -> bytes:
    """A small PDF written by hand with Helvetica as /F; `commands` are drawn on every page."""
    stream = "\n".join(commands)
    kids = " ".join("4 0 R" for _ in range(pages))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{media}] /Contents 3 0 R {more} /Resources << /Font << /F 5 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    content, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(content)
    content += f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF"
    return content.encode()


def pages(content: bytes, scale: float = 2) -> list[Image.Image]:
    with pypdfium2.PdfDocument(content) as document:
        return [page.render(scale=scale).to_pil().convert("L") for page in document]


def darkness(picture: Image.Image, box: Rectangle) -> float:
    """The share of dark pixels within the rectangle."""
    wide, high = picture.size
    part = picture.crop(
        (int(box.x0 * wide) + 1, int(box.y0 * high) + 1, int(box.x1 * wide), int(box.y1 * high))
    )
    return sum(part.histogram()[:60]) / (part.width * part.height)


def boxes_of(copy: Blind, text: str) -> list[Rectangle]:
    return [box for one in copy.hidden if one.text == text for box in one.where]


def refused(content: bytes) -> Reason:
    with pytest.raises(CannotBlind) as told:
        blind(content, find, LABELS)
    return told.value.reason


def test_the_words_are_black_and_their_neighbours_can_be_read() -> None:
    plain = made(Paragraph("Pracujemy w Płocku od lat."))
    copy = blind(plain, find, LABELS)
    (box,) = boxes_of(copy, "Płocku")
    page = pages(copy.content)[0]
    assert darkness(page, box) > 0.97
    wide = box.x1 - box.x0
    for beside in (
        box._replace(x0=box.x0 - wide, x1=box.x0 - 0.003),
        box._replace(x0=box.x1 + 0.003, x1=box.x1 + wide),
    ):
        assert 0.015 < darkness(page, beside) < 0.5
        assert abs(darkness(page, beside) - darkness(pages(plain)[0], beside)) < 0.1


def test_the_lines_above_and_below_stay_legible() -> None:
    plain = made(Paragraph("\n".join(["górna linia Ągpjy", "w Płocku", "dolna linia ÓŻŹ"])))
    copy = blind(plain, find, LABELS)
    (box,) = boxes_of(copy, "Płocku")
    high = box.y1 - box.y0
    for move in (-1.3 * high, 1.3 * high):
        beside = box._replace(y0=box.y0 + move, y1=box.y1 + move)
        assert abs(darkness(pages(copy.content)[0], beside) - darkness(pages(plain)[0], beside)) < 0.12


def test_no_words_metadata_notes_files_or_programs_remain() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(made(Heading(1, "Sekret"), Paragraph("Zwykłe zdanie."))))
    writer.add_metadata({"/Author": "PUP Sekretny", "/Producer": "Sekretnik", "/CreationDate": "D:20190101"})
    writer.add_attachment("sekret.txt", b"Sekret")
    script = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('Sekret')")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject(name): value for name, value in script.items()}
    )
    writer.add_outline_item(title="Sekret", page_number=0)
    writer.add_annotation(0, pypdf.annotations.Text(rect=(50, 550, 200, 650), text="Sekret"))
    writer.add_uri(0, "https://sekret.pl", pypdf.generic.RectangleObject((10, 10, 90, 90)))
    before = io.BytesIO()
    writer.write(before)

    content = blind(before.getvalue(), find, LABELS).content
    reader = pypdf.PdfReader(io.BytesIO(content))
    assert set(reader.trailer["/Root"]) == {"/Type", "/Pages"}
    assert set(reader.trailer) == {"/Size", "/Root"}
    assert not reader.metadata and not reader.attachments and not reader.outline
    assert [set(page) for page in reader.pages] == [
        {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"}
    ]
    assert [page.extract_text() for page in reader.pages] == [""]
    assert not re.search(rb"(?i)sekret|Lato|typst|D:20|Exif|JavaScript", content)


def test_the_same_file_gives_the_same_copy() -> None:
    plain = made(Paragraph("Płock"))
    assert blind(plain, find, LABELS).content == blind(plain, find, LABELS).content


def test_a_juror_can_read_the_words_that_are_left() -> None:
    copy = blind(
        made(Paragraph("Pracujemy w Płocku."), PageBreak(), Paragraph("PUP Płock działa.")), find, LABELS
    )
    assert "Pracujemy w [ukryto: miejscowość]." in copy.texts[0]
    assert "[ukryto: nazwa] działa." in copy.texts[1]
    assert [(one.page, one.kind, one.text) for one in copy.hidden] == [
        (1, "place", "Płocku"),
        (2, "name", "PUP Płock"),
    ]
    assert copy.suffix == "pdf" and not copy.warnings


def test_words_split_over_lines_are_hidden_on_both() -> None:
    text = "BT /F 14 Tf 100 150 Td (mamy PUP) Tj ET BT /F 14 Tf 20 130 Td (Lipno i wiele innych) Tj ET"
    copy = blind(drawn(text), find, LABELS)
    assert len(boxes_of(copy, "PUP\r\nLipno")) == 2
    for box in boxes_of(copy, "PUP\r\nLipno"):
        assert darkness(pages(copy.content)[0], box) > 0.97
        assert box.y1 - box.y0 < 0.15 and box.x1 - box.x0 < 0.3


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_pages_are_hidden_where_they_are_seen(turn: int) -> None:
    plain = drawn("BT /F 20 Tf 40 60 Td (abc Sekret def) Tj ET", more=f"/Rotate {turn}")
    copy = blind(plain, find, LABELS)
    (box,) = boxes_of(copy, "Sekret")
    assert darkness(pages(copy.content)[0], box) > 0.97
    assert darkness(pages(plain)[0], box) > 0.1
    assert pages(copy.content)[0].size == pages(plain)[0].size


@pytest.mark.parametrize(
    "matrix", ["0 1 -1 0 150 40", "0 -1 1 0 150 160", "-1 0 0 -1 250 100", "0.7 0.7 -0.7 0.7 100 30"]
)
def test_turned_words_are_hidden(matrix: str) -> None:
    plain = drawn(f"BT /F 18 Tf {matrix} Tm (Sekret) Tj ET")
    copy = blind(plain, find, LABELS)
    page, old = pages(copy.content)[0], pages(plain)[0]
    wide = Rectangle(1, 0, 0, 1, 1)
    assert darkness(page, wide) > 2 * darkness(old, wide)
    with_boxes = old.copy()
    pencil = ImageDraw.Draw(with_boxes)
    for box in boxes_of(copy, "Sekret"):
        pencil.rectangle(
            (box.x0 * old.width, box.y0 * old.height, box.x1 * old.width, box.y1 * old.height), fill=255
        )
    assert darkness(with_boxes, wide) < 0.1 * darkness(old, wide)  # no ink of the word lies outside the boxes


def test_a_cut_page_is_hidden_where_it_is_seen() -> None:
    plain = drawn(
        "BT /F 20 Tf 140 160 Td (Sekret) Tj ET", media="0 0 400 400", more="/CropBox [100 100 300 200]"
    )
    copy = blind(plain, find, LABELS)
    (box,) = boxes_of(copy, "Sekret")
    assert darkness(pages(copy.content)[0], box) > 0.97 and darkness(pages(plain)[0], box) > 0.1


def test_what_a_form_field_or_a_note_on_the_page_says_is_hidden_too() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(drawn("BT /F 12 Tf 20 20 Td (Nazwa:) Tj ET")))
    note = pypdf.annotations.FreeText(text="Sekret", rect=(50, 80, 200, 120), font_size="16pt")
    writer.add_annotation(0, note)
    face = pypdf.generic.StreamObject()
    face.set_data(b"BT /F 16 Tf 4 10 Td (Sekret) Tj ET")
    font = writer.pages[0]["/Resources"]["/Font"]
    face.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): pypdf.generic.ArrayObject(map(FloatObject, (0, 0, 150, 40))),
            NameObject("/Resources"): DictionaryObject({NameObject("/Font"): font}),
        }
    )
    shown = writer.pages[0]["/Annots"][0].get_object()
    shown[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer._add_object(face)})
    shown[NameObject("/F")] = NumberObject(4)
    content = io.BytesIO()
    writer.write(content)
    copy = blind(content.getvalue(), find, LABELS)
    (box,) = boxes_of(copy, "Sekret")
    assert darkness(pages(copy.content)[0], box) > 0.97


def test_a_clerk_hides_more_by_rectangles() -> None:
    logo = Rectangle(1, 0.1, 0.1, 0.4, 0.2)
    copy = blind(made(Paragraph("Zdanie.")), find, LABELS, [logo, Rectangle(7, 0, 0, 1, 1)])
    page = pages(copy.content)[0]
    assert darkness(page, logo) > 0.99
    assert darkness(page, logo._replace(x0=0.5, x1=0.9)) < 0.2


def scan() -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (400, 500), "lightblue").save(content, "PDF")
    return content.getvalue()


def test_pages_a_search_cannot_read_are_told() -> None:
    assert [(w.page, w.concern, w.amount) for w in blind(scan(), find, LABELS).warnings] == [
        (1, Concern.NO_TEXT, 1),
        (1, Concern.PICTURES, 1),
    ]
    photo = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(photo, "PNG")
    copy = blind(made(Paragraph("Zdanie"), Picture(Logo(photo.getvalue(), "Logo"))), find, LABELS)
    assert [(w.page, w.concern, w.amount) for w in copy.warnings] == [(1, Concern.PICTURES, 1)]


def test_colours_stay_and_grey_pages_weigh_less() -> None:
    red, grey = (drawn(f"{colour} rg 50 50 100 100 re f") for colour in ("1 0 0", "0.4 0.4 0.4"))
    modes = [
        pypdf.PdfReader(io.BytesIO(blind(one, find, LABELS).content)).pages[0].images[0].image.mode
        for one in (red, grey)
    ]
    assert modes == ["RGB", "L"]


def test_a_word_parted_by_a_hyphen_reads_as_parted_or_joined() -> None:
    text = "BT /F 14 Tf 100 150 Td (zdanie o Sek-) Tj ET BT /F 14 Tf 20 134 Td (retach i o innych) Tj ET"
    copy = blind(
        drawn(text), lambda words: [Stretch(words.index("Sek"), words.index("retach") + 6, "name")], LABELS
    )
    assert copy.texts == ("zdanie o [ukryto: nazwa] i o innych",)
    (one,) = copy.hidden
    assert re.fullmatch("Sek(-\r\n|\u00ad)retach", one.text) and len(one.where) == 2


def test_a_table_is_hidden_cell_by_cell() -> None:
    copy = blind(made(TableBlock(["Miasto", "Liczba"], [["Płock", "12"], ["Kutno", "7"]])), find, LABELS)
    assert "Kutno" in copy.texts[0] and "Płock" not in copy.texts[0]
    (box,) = boxes_of(copy, "Płock")
    assert darkness(pages(copy.content)[0], box) > 0.97


def locked() -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(made(Paragraph("Sekret"))))
    writer.encrypt("hasło", algorithm="RC4-128")
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


def archive() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        file.writestr("wniosek.pdf", "%PDF-1.7 Sekret")
    return content.getvalue()


def bomb() -> bytes:
    content = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(content, "PNG")
    return content.getvalue()


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.99])
def test_a_cut_off_file_is_refused_or_copied_but_never_leaks(share: float) -> None:
    whole = made(Heading(1, "Sekret"), Paragraph("Zdanie. " * 300))
    with contextlib.suppress(CannotBlind):
        copy = blind(whole[: int(len(whole) * share)], find, LABELS)
        assert b"ekret" not in copy.content and all("Sekret" not in text for text in copy.texts)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.UNKNOWN_KIND),
        (b"MZ\x90" * 50, Reason.UNKNOWN_KIND),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Reason.UNKNOWN_KIND),
        (archive().replace(b"%PDF", b"%pdf"), Reason.UNKNOWN_KIND),
        (archive(), Reason.BROKEN),
        (b"%PDF-1.4\n" + archive(), Reason.BROKEN),
        (b"%PDF-1.7\n" + b"\x00" * 5000, Reason.BROKEN),
        (b"\xff\xd8\xff\xe0" + b"a" * 400, Reason.BROKEN),
        (drawn("0 0 1 1 re f", pages=10_000), Reason.TOO_MANY_PAGES),
        (drawn("0 0 1 1 re f", pages=0), Reason.BROKEN),
        (b"%PDF-" + b"a" * (blinding.MOST_BYTES + 1), Reason.TOO_LARGE),
        (bomb(), Reason.TOO_LARGE),
    ],
)
def test_what_cannot_be_blinded_is_refused_with_its_reason(content: bytes, reason: Reason) -> None:
    assert refused(content) is reason


def test_a_locked_file_is_refused() -> None:
    assert refused(locked()) is Reason.ENCRYPTED


def test_half_a_picture_is_refused() -> None:
    content = io.BytesIO()
    Image.effect_noise((600, 600), 90).save(content, "JPEG")
    assert refused(content.getvalue()[:3000]) is Reason.BROKEN


@pytest.mark.parametrize("media", ["0 0 14400 14400", "0 0 14400 3", "0 0 200000 200000"])
def test_a_huge_page_becomes_a_picture_of_bearable_size(media: str) -> None:
    copy = blind(drawn("BT /F 900 Tf 100 100 Td (Sekret) Tj ET", media=media), find, LABELS)
    picture = pypdf.PdfReader(io.BytesIO(copy.content)).pages[0].images[0].image
    assert picture.width * picture.height <= blackout.MOST_PIXELS * 1.01
    assert max(picture.size) <= blackout.LONGEST_SIDE + 1


def test_a_photograph_loses_where_and_when_it_was_taken_and_stands_upright() -> None:
    picture = Image.new("RGB", (80, 40), "white")
    ImageDraw.Draw(picture).rectangle((0, 0, 39, 39), fill="red")
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x8298] = 6, "Sekret", "Sekret"
    exif.get_ifd(0x8825)[1], exif.get_ifd(0x8825)[2] = "N", (52.0, 32.0, 47.0)
    content = io.BytesIO()
    picture.save(content, "JPEG", exif=exif, comment=b"Sekret", icc_profile=b"Sekret" * 30, quality=95)
    copy = blind(content.getvalue(), find, LABELS, [Rectangle(1, 0, 0.9, 1, 1)])
    with Image.open(io.BytesIO(copy.content)) as new:
        assert (new.format, new.size, copy.suffix) == ("JPEG", (40, 80), "jpg")
        assert not new.getexif() and not {"exif", "icc_profile", "comment", "xmp"} & set(new.info)
        assert new.getpixel((20, 10))[0] > 200 > 60 > new.getpixel((20, 10))[1]  # the left side went up
        assert max(new.getpixel((20, 77))) < 30
    assert b"Sekret" not in copy.content and b"Exif" not in copy.content
    assert [warned.concern for warned in copy.warnings] == [Concern.PICTURES]


@pytest.mark.parametrize(("form", "suffix"), [("PNG", "png"), ("WEBP", "jpg")])
def test_other_pictures_lose_what_they_carry_and_their_clear_parts_become_white(
    form: str, suffix: str
) -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Sekret")
    content = io.BytesIO()
    more = {"pnginfo": words} if form == "PNG" else {"xmp": b"<x>Sekret</x>", "exif": b"Exif\0\0Sekret"}
    Image.new("RGBA", (4000, 30), (0, 0, 0, 0)).save(content, form, **more)
    copy = blind(content.getvalue(), find, LABELS)
    assert b"Sekret" not in copy.content and copy.suffix == suffix
    with Image.open(io.BytesIO(copy.content)) as new:
        assert new.size[0] == blinding.LONGEST_SIDE and min(new.getpixel((5, 5))) > 250


def test_the_process_apart_says_nothing_of_itself_but_the_answer() -> None:
    answer, new = blinding._apart({}, drawn("BT /F 20 Tf 40 60 Td (abc) Tj ET"))
    assert json.dumps(answer) == '[{"text": "abc", "unread": 0, "pictures": 0}]' and new == b""
