"""The papers of meetings: all is said, in order, tagged; nothing runs over an edge; hostile names stay names."""

import datetime as dt
import io
import re
import subprocess
from collections.abc import Callable
from html import unescape
from shutil import which
from typing import Any

import pypdf
import pytest

from spoiwo.documents.pdf import Logo
from spoiwo.documents.tests.test_pdf import tags
from spoiwo.meetings.exports.badges import badges_pdf, station_poster_pdf, table_cards_pdf
from spoiwo.meetings.exports.certificates import Certificate, certificates_pdf
from spoiwo.meetings.exports.lists import (
    ATTENDANCE,
    Call,
    ListColumn,
    attendance_pdf,
    calls_pdf,
    groups_pdf,
    signature_for_each,
)
from spoiwo.meetings.exports.papers import Event, Guest
from spoiwo.meetings.exports.post import Answer, LabelSheet, Letter, labels_pdf, letters_pdf

MADE_AT = dt.datetime(2024, 9, 18, 12, tzinfo=dt.UTC)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><rect width="90" height="30" fill="#039"/></svg>'
HOSTILE = '#import "/etc/passwd" ] *a* _b_ $x$ #panic() \\ <b> {day} {address} " \' `'
NAMES = [
    ("Aleksandra Brzęczyszczykiewicz-Wierzchosławska", "Powiatowy Urząd Pracy w Nowym Dworze Mazowieckim z Filią w Pomiechówku", "Zastępca Dyrektora ds. Rynku Pracy"),
    ("Jan Kos", "Gmina Czosnów", "Wójt"),
    (HOSTILE, HOSTILE, HOSTILE),
    ("W" * 200, "Y" * 200, "Z" * 200),
    ("Imię " * 40, "Instytucja " * 40, "Funkcja " * 40),
    ("עברית 🎉", "\u202eodwrócone", "\x00"),
    ("", "", ""),
]  # fmt: skip
EVENT = Event(
    title="Konferencja „Lokalne partnerstwa na rzecz rynku pracy”",
    day=dt.date(2024, 10, 8),
    time="10:00–15:00",
    venue="Nowodworski Ośrodek Kultury",
    address="ul. Paderewskiego 1A, 05-100 Nowy Dwór Mazowiecki",
    organiser="Powiatowy Urząd Pracy",
    partnership="Nowodworskie Partnerstwo",
    logos=[Logo(SVG, "Fundusze Europejskie")],
    clause="Administratorem danych jest Powiatowy Urząd Pracy.",
)
CELL = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
Paper = Callable[[list[Guest]], bytes]


def guests(count: int, names: list[tuple[str, str, str]] = NAMES) -> list[Guest]:
    return [
        Guest(
            number,
            *names[(number - 1) % len(names)],
            code=f"https://spoiwo.example/t/{number:05d}",
            table=f"Stół {number % 3 + 1}",
            group=f"Grupa {number % 3 + 1}",
            email="aleksandra.brzeczyszczykiewicz-wierzchoslawska@pup-nowydwormazowiecki.example",
            phone="600 700 800",
            commune="Nowy Dwór Mazowiecki",
        )
        for number in range(1, count + 1)
    ]


def letter(guest: Guest, pages: int = 1) -> Letter:
    return Letter(
        address=["Pan", guest.name, guest.organisation, "ul. Bankowa 7", "09-470 Bodzanów"],
        paragraphs=[
            "Szanowny Panie,",
            *["serdecznie zapraszam na spotkanie. " * 12] * (3 if pages == 1 else 11),
        ],
        subject="Zaproszenie",
        signature=["Katarzyna Wiśniewska", "Dyrektor"],
        answer=Answer("spoiwo.example/z", f"K7QX-{guest.number:04d}", guest.code, "25 września 2024 r."),
    )


def certificate(guest: Guest) -> Certificate:
    return Certificate(
        f"{guest.number}/2024", guest.name, "K7QX-4M2P", guest.code, guest.organisation, guest.function, "5", ["Diagnoza"]
    )  # fmt: skip


ALL_COLUMNS = [
    ListColumn(key)
    for key in (
        "name",
        "organisation",
        "function",
        "email",
        "phone",
        "commune",
        "received",
        "code",
        "signature",
    )
]
PAPERS: dict[str, Paper] = {
    "attendance": lambda who: attendance_pdf(EVENT, who, language="en", made_at=MADE_AT),
    "wide attendance": lambda who: attendance_pdf(EVENT, who, columns=ALL_COLUMNS, language="en", made_at=MADE_AT),
    "groups": lambda who: groups_pdf(EVENT, who, language="en", made_at=MADE_AT),
    "calls": lambda who: calls_pdf(
        EVENT, [Call(g.organisation, g.phone, g.name, g.function) for g in who], script=["Dzień dobry"],
        answers=["8 października"], language="en", made_at=MADE_AT,
    ),
    "badges": lambda who: badges_pdf(EVENT, who, language="en", made_at=MADE_AT),
    "large badges": lambda who: badges_pdf(EVENT, who, size="85x120", language="en", made_at=MADE_AT),
    "table cards": lambda who: table_cards_pdf(EVENT, who, language="en", made_at=MADE_AT),
    "letters": lambda who: letters_pdf([letter(g) for g in who], logos=EVENT.logos, language="en", made_at=MADE_AT),
    "labels": lambda who: labels_pdf([[g.name, g.organisation] for g in who], language="en", made_at=MADE_AT),
    "certificates": lambda who: certificates_pdf(
        EVENT, [certificate(g) for g in who], address="spoiwo.example/c", signatories=[("Anna Nowak", "Dyrektor")],
        language="en", made_at=MADE_AT,
    ),
    "poster": lambda _who: station_poster_pdf(
        EVENT, link="https://spoiwo.example/tu/7QX4M2", address="spoiwo.example/tu", code="7QX-4M2", language="en",
        made_at=MADE_AT,
    ),
}  # fmt: skip
every_paper = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS.keys())
needs_poppler = pytest.mark.skipif(not which("pdftotext"), reason="pdftotext is not here")


def read(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def texts(content: bytes) -> list[str]:
    pages = [page.extract_text() for page in read(content).pages]
    return [" ".join(page.replace("\u200b", "").replace("\u00a0", " ").split()) for page in pages]


def words(content: bytes) -> list[list[tuple[float, float, float, float, str]]]:
    """Of every page each word with its box in millimetres: left, top, right, bottom."""
    command = ["pdftotext", "-bbox", "-", "-"]
    page_by_page = subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()
    return [
        [
            (*(float(side) / 72 * 25.4 for side in found[:4]), unescape(found[4]))
            for found in CELL.findall(page)
        ]
        for page in page_by_page.split("<page ")[1:]
    ]


def figures(content: bytes) -> list[str]:
    return [alt for role, alt in tags(read(content)) if role == "/Figure"]


@every_paper
def test_every_paper_is_tagged_archivable_and_the_same_each_time(paper: Paper) -> None:
    content = paper(guests(3))
    root = read(content).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    for fact in (b"<pdfuaid:part>1<", b"<pdfaid:conformance>A<"):
        assert fact in root["/Metadata"].get_data()
    assert content == paper(guests(3))


@every_paper
def test_every_paper_of_nobody_can_be_printed(paper: Paper) -> None:
    assert len(read(paper([])).pages) >= 1


@needs_poppler
@every_paper
def test_nothing_runs_over_the_edge_of_the_paper_however_long_the_names(paper: Paper) -> None:
    content = paper(guests(37))
    box = read(content).pages[0].mediabox
    across, down = (float(side) / 72 * 25.4 for side in (box.width, box.height))
    for page in words(content):
        for left, top, right, bottom, word in page:
            assert left >= 4.5 and top >= 4 and right <= across - 4.5 and bottom <= down - 4, word


@needs_poppler
@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (PAPERS["badges"], ([15, 105, 195], [11 + 55 * n for n in range(6)])),
        (PAPERS["large badges"], ([20, 105, 190], [28.5, 148.5, 268.5])),
        (PAPERS["labels"], ([0, 70, 140, 210], [0.5 + 37 * n for n in range(9)])),
    ],
    ids=["badges", "large badges", "labels"],
)
def test_no_word_crosses_a_line_to_cut_along(content: Paper, lines: tuple[list[float], list[float]]) -> None:
    for page in words(content(guests(37))):
        for left, top, right, bottom, word in page:
            assert not any(left < line < right for line in lines[0]), word
            assert not any(top < line < bottom for line in lines[1]), word


@needs_poppler
@pytest.mark.parametrize("columns", [ATTENDANCE, ALL_COLUMNS])
def test_no_word_of_a_list_runs_into_the_next_column(columns: list[ListColumn]) -> None:
    for page in words(attendance_pdf(EVENT, guests(7), columns=columns, language="en", made_at=MADE_AT)):
        heads = sorted(
            left
            for left, _t, _r, _b, word in page
            if word in {"Name", "Institution", "Function", "Signature"}
        )
        for left, _top, right, _bottom, word in page:
            if set(word) & set("WYZ") and len(word) > 5:
                assert not any(left < head < right for head in heads[-4:]), word


@every_paper
def test_what_looks_like_code_is_printed_and_not_run(paper: Paper) -> None:
    if paper is PAPERS["poster"]:
        pytest.skip("shows no guests")
    assert "#panic()" in "".join(texts(paper(guests(7)))).replace(" ", "")


def test_the_attendance_list_says_all_in_order_and_repeats_its_head_on_every_page() -> None:
    pages = texts(attendance_pdf(EVENT, guests(60, NAMES[:2]), language="en", made_at=MADE_AT))
    first = pages[0]
    order = [
        "Attendance list",
        EVENT.title,
        "Date",
        "Place",
        "Organiser",
        "No. Name Institution Function Signature",
        "Gmina Czosnów",
    ]
    assert [first.index(part) for part in order] == sorted(first.index(part) for part in order)
    assert len(pages) > 2
    assert all("No. Name Institution Function Signature" in page for page in pages)
    assert all("Powiatowy Urząd Pracy · Printed on 18 September 2024" in page for page in pages)
    assert [EVENT.clause in page for page in pages] == [False] * (len(pages) - 1) + [True]


def test_rows_for_the_unannounced_go_on_counting() -> None:
    pages = texts(attendance_pdf(EVENT, guests(2, NAMES[1:2]), empty_rows=3, language="en", made_at=MADE_AT))
    assert re.search(r"2 Jan Kos Gmina Czosnów Wójt 3 4 5 Adm", pages[0])


def test_the_head_of_a_list_is_a_head_for_screen_readers_too() -> None:
    roles = [role for role, _alt in tags(read(PAPERS["attendance"](guests(2))))]
    assert roles.count("/TH") == 5
    assert roles.count("/TR") == 1 + 2 + 5


def test_a_list_of_many_columns_lies_down_and_shows_a_code_in_each_row() -> None:
    content = PAPERS["wide attendance"](guests(2))
    box = read(content).pages[0].mediabox
    assert box.width > box.height
    assert figures(content).count("QR code") == 2
    assert "Materials received" in texts(content)[0]


def test_each_day_has_its_column_to_sign() -> None:
    days = [dt.date(2024, 10, 8), dt.date(2024, 10, 9)]
    columns = [ListColumn("name"), ListColumn("blank", "Dieta"), *signature_for_each(days, language="en")]
    shown = texts(attendance_pdf(EVENT, guests(1), columns=columns, language="en", made_at=MADE_AT))[0]
    assert "Dieta Signature, 8 October Signature, 9 October" in shown


@pytest.mark.parametrize("name", ["attendance", "groups", "calls"])
def test_the_funders_are_told_once_to_screen_readers_and_shown_on_every_page(name: str) -> None:
    content = PAPERS[name](guests(60))
    assert figures(content).count("Fundusze Europejskie") == 1
    assert all("/XObject" in page["/Resources"] for page in read(content).pages)


def test_every_group_has_a_page_of_its_own_counted_from_one() -> None:
    pages = texts(groups_pdf(EVENT, guests(9, NAMES[1:2]), language="en", made_at=MADE_AT))
    assert len(pages) == 3
    for page, name in zip(pages, ["Grupa 2", "Grupa 3", "Grupa 1"], strict=True):
        assert f"{name} 3 people No. Name" in page
        assert "1 Jan Kos" in page


def test_a_call_list_has_the_script_before_the_numbers_and_a_box_for_every_answer() -> None:
    shown = texts(PAPERS["calls"](guests(2, NAMES[1:2])))[0]
    assert (
        shown.index("What to say")
        < shown.index("Dzień dobry")
        < shown.index("8 października")
        < shown.index("600 700 800")
    )


@pytest.mark.parametrize(("size", "pages"), [("90x55", 2), ("85x120", 3)])
def test_badges_fill_their_sheets_and_carry_a_code(size: Any, pages: int) -> None:
    content = badges_pdf(EVENT, guests(11, NAMES[1:2]), size=size, language="en", made_at=MADE_AT)
    assert len(read(content).pages) == pages
    assert figures(content) == ["QR code to check in with"] * 11
    assert texts(content)[0].startswith("Konferencja")


def test_a_table_card_shows_the_name_twice_and_is_read_once() -> None:
    content = table_cards_pdf(EVENT, guests(2, NAMES[1:2]), language="en", made_at=MADE_AT)
    assert len(read(content).pages) == 1
    assert texts(content)[0].count("Jan Kos") == 4
    roles = [role for role, _alt in tags(read(content))]
    assert roles.count("/P") <= 6


def test_each_letter_begins_on_its_own_page_and_counts_its_own_pages() -> None:
    who = guests(3, NAMES[1:2])
    pages = texts(
        letters_pdf([letter(who[0]), letter(who[1], 2), letter(who[2])], language="en", made_at=MADE_AT)
    )
    assert [re.search(r"Page \d of \d", page).group() for page in pages] == [  # type: ignore[union-attr]
        "Page 1 of 1", "Page 1 of 2", "Page 2 of 2", "Page 1 of 1",
    ]  # fmt: skip
    assert ["K7QX-0001" in pages[0], "K7QX-0002" in pages[2], "K7QX-0003" in pages[3]] == [True] * 3
    assert "Please answer by 25 września 2024 r." in pages[0]
    assert "Open spoiwo.example/z in a browser" in pages[0]


def test_for_both_sides_of_the_sheet_each_letter_begins_on_an_odd_page() -> None:
    who = guests(3, NAMES[1:2])
    pages = texts(letters_pdf([letter(one) for one in who], duplex=True, language="en", made_at=MADE_AT))
    assert ["Zaproszenie" in page for page in pages] == [True, False, True, False, True]
    assert pages[1] == ""


@needs_poppler
def test_the_addressee_of_every_letter_stands_in_the_window_of_the_envelope() -> None:
    for page in words(PAPERS["letters"](guests(5, NAMES[:2]))):
        for left, top, right, bottom, word in page:
            if word in {"Pan", "09-470", "Bodzanów"} and top < 90:
                assert left > 110 and right < 190 and top > 45 and bottom < 79


@pytest.mark.parametrize(
    ("sheet", "on_first"),
    [(LabelSheet.LABELS_24, 24), (LabelSheet.LABELS_21, 21), (LabelSheet.LABELS_14, 14)],
)
def test_labels_begin_at_the_first_free_one(sheet: LabelSheet, on_first: int) -> None:
    addresses = [[f"Osoba {number}", "09-470 Bodzanów"] for number in range(30)]
    pages = texts(labels_pdf(addresses, sheet=sheet, first_free=5, language="en", made_at=MADE_AT))
    assert pages[0].count("Osoba") == on_first - 4
    with pytest.raises(ValueError, match="labels 1 to"):
        labels_pdf(addresses, sheet=sheet, first_free=on_first + 1)


def test_a_certificate_says_who_what_when_and_where_it_is_confirmed() -> None:
    content = PAPERS["certificates"](guests(2, NAMES[1:2]))
    pages = texts(content)
    order = ["Certificate of attendance", "No. 1/2024", "Jan Kos", "took part", EVENT.title, "8 October 2024, 10:00–15:00",
             "Diagnoza", "Anna Nowak", "spoiwo.example/c", "K7QX-4M2P"]  # fmt: skip
    assert [pages[0].index(part) for part in order] == sorted(pages[0].index(part) for part in order)
    assert len(pages) == 2 and "No. 2/2024" in pages[1]
    assert figures(content)[0] == "Fundusze Europejskie"


def test_the_poster_has_one_page_the_code_and_the_address() -> None:
    content = PAPERS["poster"]([])
    (page,) = texts(content)
    assert "spoiwo.example/tu" in page and "7QX-4M2" in page
    assert "QR code that opens the check-in page" in figures(content)


def test_papers_speak_polish_by_themselves() -> None:
    shown = texts(attendance_pdf(EVENT, guests(1), made_at=MADE_AT))[0]
    assert "8 października 2024 r., 10:00–15:00" in shown
    assert "Strona 1 z 1" in shown
