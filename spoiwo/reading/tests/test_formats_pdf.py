"""PDF: reading order from the places of letters, scans and bad text layers recognised, traps refused."""

import ctypes
import io
from datetime import date
from typing import Any

import pypdfium2
import pypdfium2.raw as raw
import pytest
from pypdf import PdfReader, PdfWriter

from spoiwo.reading import Unreadable, read_document
from spoiwo.reading.formats import recognition
from spoiwo.reading.tests.papers import STORY, Run, below, column, pdf, saved, scan, width_of

needs_tesseract = pytest.mark.skipif(
    not recognition.is_installed(), reason="Tesseract with Polish is not installed"
)
PRINTED = (
    "Konferencja w Opocznie",
    "",
    "Powiatowy Urząd Pracy w Opocznie podpisał",
    "porozumienie o partnerstwie lokalnym.",
)
RECOGNISED = "Powiatowy Urząd Pracy w Opocznie podpisał porozumienie o partnerstwie lokalnym."


def problem(content: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_document(content, "pismo.pdf")
    return caught.value.problem


def test_lines_of_a_paragraph_become_one_and_a_gap_parts_paragraphs() -> None:
    first = column(STORY[0])
    document = read_document(pdf(first + column(STORY[1], y=below(first))))
    assert document.text == f"{STORY[0]}\n\n{STORY[1]}"
    assert (document.format, document.language) == ("pdf", "pl")


def test_bold_words_drawn_last_go_back_into_their_line() -> None:
    now, late, x = [], [], 60.0
    for number, words in enumerate(
        ["Jako", "jedyny w kraju", "zdobył czwartą statuetkę", "„Lidera aktywizacji”"]
    ):
        (late if number % 2 else now).append(Run(words, x, 150, 11, bool(number % 2)))
        x += width_of(words + " ", 11, bool(number % 2))
    after = column(
        "i w gronie zdobywców tego tytułu został odznaczony jako pierwszy wśród równych sobie.", y=165
    )
    document = read_document(pdf(column(STORY[0]) + now + after + late))
    paragraph = "Jako jedyny w kraju zdobył czwartą statuetkę „Lidera aktywizacji” i w gronie"
    assert paragraph in document.text and paragraph not in document.original
    assert [(moved.text, moved.is_mended) for moved in document.moved] == [
        ("jedyny w kraju", True),
        ("„Lidera aktywizacji”", True),
    ]
    assert all(document.text[moved.start : moved.end] == moved.text for moved in document.moved)
    assert "words_out_of_order" not in document.warnings


def two_columns() -> tuple[list[Run], list[str]]:
    texts = [" ".join(STORY), " ".join(STORY[:2]).replace("Powiatowy", "Wojewódzki")]
    left, right = (column(text, x, 120, 220) for text, x in zip(texts, (60, 310), strict=True))
    foot = column(
        "Zapraszamy mieszkańców powiatu do współpracy w ramach partnerstwa, które rozpoczyna teraz działalność.",
        y=below(left),
    )
    title = Run("Konferencja promująca partnerstwo", 60, 80, 20, True)
    mixed = [run for pair in zip(left, right, strict=False) for run in pair] + left[len(right) :]
    return [title, *mixed, *foot], [
        "Konferencja promująca partnerstwo",
        *texts,
        " ".join(run.text for run in foot),
    ]


def test_columns_are_read_one_after_the_other_between_what_spans_them() -> None:
    runs, texts = two_columns()
    document = read_document(pdf(runs))
    assert document.text.split("\n\n") == texts
    assert document.title == texts[0]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_page_put_in_askew_is_read_upright_and_marked_where_it_is_seen(rotation: int) -> None:
    runs, texts = two_columns()
    document = read_document(pdf(runs, rotation=rotation))
    assert document.text.split("\n\n") == texts
    first = document.boxes[0]
    corner = {
        90: (first.right, first.top),
        180: (first.right, first.bottom),
        270: (first.left, first.bottom),
    }[rotation]
    assert corner == pytest.approx({90: (0.9, 0.1), 180: (0.9, 0.92), 270: (0.1, 0.9)}[rotation], abs=0.03)


def test_rows_of_a_table_stay_together() -> None:
    cells = [("Gmina", "Liczba"), ("Bielsk", "12"), ("gmina Brudzeń", "7"), ("Drobin", "31"), ("Gąbin", "4")]
    runs = [
        Run(text, 60 + 200 * x, 100 + 15 * y) for y, row in enumerate(cells) for x, text in enumerate(row)
    ]
    document = read_document(pdf(column(STORY[0], y=60) + runs))
    assert document.text.endswith("Gmina Liczba\nBielsk 12\ngmina Brudzeń 7\nDrobin 31\nGąbin 4")


def test_a_heading_of_two_lines_in_large_letters_is_one_title() -> None:
    heading = [
        Run("Sprawozdanie z warsztatu partnerstwa", 60, 80, 20),
        Run("i dalszych prac nad projektami", 60, 108, 20),
    ]
    document = read_document(pdf(heading + column(" ".join(STORY), y=150)))
    assert document.title == "Sprawozdanie z warsztatu partnerstwa i dalszych prac nad projektami"


def test_the_day_of_the_file_completes_no_date_in_the_text() -> None:
    document = read_document(pdf(column(STORY[0])))
    assert document.published is not None and document.told_on is None


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("podpisano porozumienie o współ-", "pracy", "współpracy"),
        ("w województwie kujawsko-", "pomorskim", "kujawsko-pomorskim"),
        ("prezentacja Jadwigi Olszowskiej-", "Urban", "Olszowskiej-Urban"),
        ("instytucje wie\u00ad", "dzy", "wiedzy"),
    ],
)
def test_a_hyphen_that_parts_a_word_goes_and_one_that_joins_two_stays(
    first: str, second: str, whole: str
) -> None:
    runs = [Run(first, 60, 100), Run(f"{second} odbyła się uroczyście w starostwie powiatowym", 60, 115)]
    assert whole in read_document(pdf(runs)).text


def test_every_word_can_be_found_on_its_page() -> None:
    document = read_document(pdf(column(STORY[0]), column(STORY[1], y=300)))
    start = document.text.index("przedstawiciele")
    (box,) = document.boxes_of(start, start + 5)
    assert (box.page, document.text[box.start : box.end]) == (2, "przedstawiciele")
    assert box.top == pytest.approx((300 - 11) / 842, abs=0.01) and 0 < box.left < box.right < 1
    assert [document.text[page.start : page.end] for page in document.pages] == list(STORY[:2])


def test_running_heads_and_page_numbers_are_furniture() -> None:
    pages = [
        [Run("Biuletyn partnerstwa", 60, 40, 9), *column(text, y=120), Run(str(n), 290, 815, 9)]
        for n, text in enumerate(STORY, 7)
    ]
    document = read_document(pdf(*pages))
    assert document.text == "\n\n".join(STORY)
    assert [(piece.kind, piece.text) for piece in document.furniture] == [
        ("header", "Biuletyn partnerstwa"),
        ("page_number", "7"),
    ]


def test_a_paragraph_runs_on_over_the_page() -> None:
    lines = column(STORY[0], width=300)
    document = read_document(pdf(lines[:1], [run._replace(y=run.y - 15) for run in lines[1:]]))
    assert document.text == STORY[0]


def test_the_day_of_the_file_is_marked_as_such() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(column(STORY[0])))))
    writer.add_metadata({"/CreationDate": "D:20050216120000"})
    out = io.BytesIO()
    writer.write(out)
    document = read_document(out.getvalue())
    assert (document.published, "metadata_date" in document.warnings) == (date(2005, 2, 16), True)


def test_three_hundred_pages_are_read_and_one_more_is_refused() -> None:
    writer = PdfWriter()
    page = PdfReader(io.BytesIO(pdf(column(STORY[0])))).pages[0]
    for _ in range(300):
        writer.add_page(page)
    out = io.BytesIO()
    writer.write(out)
    document = read_document(out.getvalue())
    assert len(document.pages) == 300 and len(document.boxes) < 1000
    writer.add_page(page)
    writer.write(longer := io.BytesIO())
    assert problem(longer.getvalue()) == "too_long"


def test_a_locked_a_cut_and_a_blank_pdf_are_told_apart() -> None:
    content = pdf(column(STORY[0]))
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt("tajne", algorithm="AES-256")
    writer.write(locked := io.BytesIO())
    assert problem(locked.getvalue()) == "encrypted"
    assert problem(content[:300]) == "broken"
    assert problem(pdf([])) == "empty"


def _with_layer(text: list[Run]) -> bytes:
    """A scanned page with a text layer nobody sees, which may say anything."""
    document = pypdfium2.PdfDocument(pdf(text))
    page = document[0]
    for drawn in page.get_objects():
        raw.FPDFTextObj_SetTextRenderMode(drawn, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
    picture: Any = pypdfium2.PdfImage.new(document)
    picture.set_bitmap(pypdfium2.PdfBitmap.from_pil(scan(*PRINTED).convert("RGB")))
    picture.set_matrix(pypdfium2.PdfMatrix().scale(595, 842))
    page.insert_obj(picture)
    page.gen_content()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


SHIFTED = [str.maketrans({chr(n): chr(n + 1) for n in range(97, 122)})]


@needs_tesseract
def test_a_text_layer_of_no_language_is_recognised_anew() -> None:
    wrong = [
        run._replace(text=run.text.translate(SHIFTED[0]))
        for text in (" ".join(STORY),)
        for run in column(text)
    ]
    document = read_document(_with_layer(wrong))
    assert RECOGNISED in document.text
    assert {"bad_text_layer", "recognised"} <= set(document.warnings)


def test_a_good_text_layer_of_a_scan_is_kept() -> None:
    document = read_document(_with_layer(column(" ".join(STORY))))
    assert document.text == " ".join(STORY)
    assert "recognised" not in document.warnings


@needs_tesseract
def test_a_good_layer_is_passed_over_when_asked() -> None:
    document = read_document(_with_layer(column(" ".join(STORY))), recognise=True)
    assert RECOGNISED in document.text and "recognised" in document.warnings


@needs_tesseract
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "PDF"])
def test_a_scan_is_recognised_with_the_place_of_every_word(kind: str) -> None:
    document = read_document(saved(scan(*PRINTED), kind, **({"resolution": 150} if kind == "PDF" else {})))
    assert document.is_scan and "recognised" in document.warnings
    assert RECOGNISED in document.text
    start = document.text.index("porozumienie")
    (box,) = document.boxes_of(start, start + 3)
    assert box.top == pytest.approx((120 + 3 * 66) / 1754, abs=0.02) and box.left == pytest.approx(
        100 / 1240, abs=0.02
    )


@needs_tesseract
def test_every_page_of_a_tiff_is_read() -> None:
    content = saved(scan(*PRINTED), "TIFF", save_all=True, append_images=[scan("Druga strona dokumentu.")])
    document = read_document(content)
    assert len(document.pages) == 2 and document.text.endswith("Druga strona dokumentu.")


@needs_tesseract
def test_a_blank_picture_holds_nothing() -> None:
    assert problem(saved(scan(), "PNG")) == "pictures_only"


def test_without_a_recogniser_a_scan_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    recognition.is_installed.cache_clear()
    try:
        with pytest.raises(Unreadable, match="tesseract-ocr-pol") as caught:
            read_document(saved(scan(*PRINTED), "PDF"))
        assert caught.value.problem == "pictures_only"
        assert problem(saved(scan(*PRINTED), "PNG")) == "pictures_only"
    finally:
        recognition.is_installed.cache_clear()


def test_a_picture_of_too_many_pixels_is_refused_unopened() -> None:
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (40_000).to_bytes(4, "big") * 2 + b"\x08\0\0\0\0"
    assert problem(head + ctypes.c_uint32(0).value.to_bytes(4, "big") + b"\0" * 100) in ("too_big", "broken")
