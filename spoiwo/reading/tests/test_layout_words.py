"""Title, days, language, and words out of order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.reading import read_document
from spoiwo.reading.formats.extract import Block
from spoiwo.reading.layout.disorder import disorder_of
from spoiwo.reading.layout.language import language_of
from spoiwo.reading.layout.order import out_of_order
from spoiwo.reading.layout.publication import publication_days
from spoiwo.reading.layout.spans import Cut, Shift, with_insertions
from spoiwo.reading.layout.titles import is_title, joined, title_of
from spoiwo.reading.tests.papers import STORY


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (STORY[0], "pl"),
        ("Spoldzielnia socjalna powstala w Plocku i jest juz znana w calym powiecie.", "pl"),
        ("wojewddztwo tédzkie przystgpito do wspotpracy na rzecz zatrudnienia", "pl"),
        ("Партнерство для розвитку було підписано у місті і є важливим для громади.", "uk"),
        ("The partnership was signed in the town hall and it is open to all.", "en"),
        ("Партнёрство было подписано в городе, и это важный шаг для рынка.", ""),
        ("Die Partnerschaft wurde im Rathaus unterzeichnet und steht allen offen.", ""),
        ("1 2 3", ""),
        ("Płock", ""),
    ],
)
def test_a_language_is_told_by_letters_and_small_words(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_paper_in_another_language_is_not_repaired_and_says_so() -> None:
    text = "Партнерство для розвитку було підписано у місті і є важливим для громади. Зустріч відбулася в травні."
    document = read_document(text.encode())
    assert (document.text, document.language, document.warnings) == (text, "uk", ("not_polish",))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Zespół ds. Współpracy Data publikacji: 16.02.2005", (date(2005, 2, 16), None)),
        ("Opublikowano: 3 maja 2019 r.", (date(2019, 5, 3), None)),
        ("Opublikowano dnia 2019-05-03 przez PUP", (date(2019, 5, 3), None)),
        ("Dodano 03/05/2019", (date(2019, 5, 3), None)),
        (
            "Pierwsza publikacja:\n21.10.2024 10:35 Jan Nowak\nData publikacji: 22.10.2024",
            (date(2024, 10, 22), date(2024, 10, 21)),
        ),
        ("data pierwszej publikacji 12.01.2010", (None, date(2010, 1, 12))),
        ("Дата публікації: 5 травня 2021", (date(2021, 5, 5), None)),
        ("W raporcie, który opublikowano 12 maja 2010 r., wskazano potrzeby.", (None, None)),
        ("Data publikacji: 31.02.2005", (None, None)),
        ("Ostatnia aktualizacja: 1.02.2020", (None, None)),
    ],
)
def test_days_are_taken_only_where_the_page_speaks_of_itself(
    text: str, days: tuple[date | None, date | None]
) -> None:
    assert publication_days(text) == days


def test_the_first_day_stands_in_for_the_day_of_publication() -> None:
    document = read_document(f"Pierwsza publikacja: 21.10.2024\n\n{STORY[0]}".encode())
    assert (document.published, document.first_published) == (date(2024, 10, 21), date(2024, 10, 21))


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Gala konkursu Lider", "aktywizacji 2019", "", STORY[0]], "Gala konkursu Lider aktywizacji 2019"),
        (["Spotkanie w Serpelicach", " " + STORY[0]], "Spotkanie w Serpelicach"),
        (
            ["Opoczno, 12 maja 2019 r.", "", "Zaproszenie na warsztaty", "", STORY[0]],
            "Zaproszenie na warsztaty",
        ),
        ([STORY[0], "", STORY[1]], ""),
        (["Szanowni Państwo", "", STORY[0]], ""),
        (["• pierwszy punkt programu", "", STORY[0]], ""),
        (["Zaproszenie na warsztaty"], ""),
    ],
)
def test_a_title_is_a_short_heading_above_a_text(lines: list[str], title: str) -> None:
    blocks = [Block(line) for line in lines]
    found = title_of(blocks, keeps_lines=True)
    assert (joined(blocks[slice(*found)]) if found else "") == title


def test_a_sentence_is_no_title() -> None:
    assert not is_title("W środę podpisano porozumienie.")
    assert is_title("Czy partnerstwo się opłaca?")


def parted(text: str) -> tuple[list[str], str]:
    spans, places = disorder_of(text)
    return [text[start:end] for start, end in spans], with_insertions(text, places)[0]


@pytest.mark.parametrize(
    ("text", "found", "result"),
    [
        (
            "ekspertkę komunikacji społecznejJadwigę Olszowską",
            ["społecznejJadwigę"],
            "ekspertkę komunikacji społecznej Jadwigę Olszowską",
        ),
        ("To, coKlaster Innowacji zrobił", ["coKlaster"], "To, co Klaster Innowacji zrobił"),
        ("Dziękujemy !Klaster z Gliwic", ["Dziękujemy !Klaster"], "Dziękujemy ! Klaster z Gliwic"),
        (
            "Jako  zdobył statuetkę  i w groniejedyny w kraju tytuł jako .„Primus",
            ["Jako  zdobył", "statuetkę  i", "groniejedyny", ".„Primus"],
            "Jako  zdobył statuetkę  i w gronie jedyny w kraju tytuł jako .„Primus",
        ),
    ],
)
def test_words_out_of_order_are_marked_and_glued_ones_parted(
    text: str, found: list[str], result: str
) -> None:
    assert parted(text) == (found, result)


@pytest.mark.parametrize(
    "text",
    [
        "Nagrania są na YouTube, Facebooku i w serwisie LinkedIn.",
        "Uczymy pracy w programie PowerPoint oraz eTwinning.",
        "Praktyki  w zakresie wspierania osób młodych.",
        "pozycja 12 .5 tabeli",
        "dr McDonald i pani DeVito",
        "\n".join(STORY),
    ],
)
def test_brands_names_and_single_gaps_are_no_disorder(text: str) -> None:
    assert parted(text) == ([], text)


def test_the_fewest_late_words_are_taken_as_moved() -> None:
    assert out_of_order([0, 1, 9, 2, 3, 4, 5, 6]) == [2]
    assert out_of_order([5, 4, 3, 2, 1]) == []
    assert out_of_order([]) == []


@given(st.text(alphabet="abc ", max_size=30), st.lists(st.integers(0, 30), max_size=6, unique=True))
def test_spans_follow_what_is_put_in(text: str, places: list[int]) -> None:
    places = sorted(place for place in places if place <= len(text))
    longer, shift = with_insertions(text, places, "|")
    assert longer.replace("|", "") == text
    for start in range(len(text)):
        first, last = shift.span(start, start + 1)
        assert longer[first:last].strip("|") == text[start]


def test_a_span_that_touches_an_edit_takes_it_whole() -> None:
    shift = Shift([Cut(4, 8, 4, 10), Cut(12, 13, 14, 14)])
    assert shift.span(0, 4) == (0, 4)
    assert shift.span(5, 6) == (4, 10)
    assert shift.span(4, 8) == (4, 10)
    assert shift.span(9, 12) == (11, 14)
    assert shift.span(13, 15) == (14, 16)
