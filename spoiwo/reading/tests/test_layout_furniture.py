"""Furniture of pages is set apart line by line, and sentences are left alone."""

import pytest

from spoiwo.reading import read_document
from spoiwo.reading.formats.extract import Block
from spoiwo.reading.layout.furniture import kind_of_line, mark_furniture
from spoiwo.reading.tests.papers import STORY


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Zdjęcie galerii artykułu:  - 1.JPG&imagePreview=1", "gallery"),
        ("IMG_2031.jpg, IMG_2032.jpg", "gallery"),
        ("Galeria zdjęć", "gallery"),
        ("https://wupwarszawa.praca.gov.pl/aktualnosci 1 / 1", "address"),
        ("www.powiat-plock.pl", "address"),
        ("Menu Display", "menu"),
        ("Опубліковувач", "menu"),
        ("Strona główna > Aktualności > Konferencja", "menu"),
        ("Przejdź do treści głównej", "menu"),
        ("« Powrót", "menu"),
        ("Drukuj", "share"),
        ("Drukuj | Wyślij | PDF", "share"),
        ("Udostępnij na Facebooku", "share"),
        ("Strona 2 z 14", "page_number"),
        ("- 3 -", "page_number"),
        ("2 / 14", "page_number"),
        ("Ta strona używa plików cookies, aby działać lepiej.", "cookie"),
        ("Informacje o publikacji dokumentu", "header"),
        ("Data publikacji: 16.02.2005", "header"),
        ("Ostatnia aktualizacja: 3 maja 2019 r. 12:30", "header"),
        ("Liczba wyświetleń: 214", "header"),
    ],
)
def test_a_line_of_furniture_is_known_by_its_kind(line: str, kind: str) -> None:
    assert kind_of_line(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Konferencja promująca program partnerstwa",
        "Zespół ds. Współpracy Regionalnej Data publikacji: 16.02.2005",
        "Drukuj zaproszenia dla 120 osób.",
        "Menu konferencji przygotowała spółdzielnia socjalna.",
        "W galerii zdjęć można zobaczyć laureatów.",
        "Strona samorządowa zgłosiła 3 uwagi.",
        "12",
        "2019",
        "Komentarze uczestników były przychylne.",
        "Powrót do zatrudnienia",
        "Więcej informacji udziela PUP w Płocku.",
        "Opublikowano raport o rynku pracy.",
        "16.05.2024 odbyło się spotkanie partnerów",
    ],
)
def test_a_line_of_text_is_left_alone(line: str) -> None:
    assert kind_of_line(line) == ""


def test_what_a_browser_prints_above_the_page_is_known_by_the_title_below() -> None:
    lines = [
        "16.05.2024 Konferencja o partnerstwie lokalnym",
        "https://urzad.example/wiadomosc 1 / 1",
        "Konferencja o partnerstwie",
        "lokalnym",
        STORY[0],
    ]
    blocks = [Block(line) for line in lines]
    mark_furniture(blocks)
    assert [block.furniture for block in blocks] == ["header", "address", "", "", ""]


def test_a_sentence_that_begins_with_a_day_is_no_printed_head() -> None:
    blocks = [Block("16.05.2024 podpisano umowę partnerską"), Block(STORY[0])]
    mark_furniture(blocks)
    assert not any(block.furniture for block in blocks)


def page(number: int, *texts: tuple[str, float]) -> list[Block]:
    return [Block(text, number, size=10, top=top, bottom=top + 0.02) for text, top in texts]


def test_heads_that_run_over_most_pages_are_furniture_whatever_their_numbers() -> None:
    blocks = [
        b
        for n in (1, 2, 3)
        for b in page(n, (f"Biuletyn nr 4, s. {n}", 0.03), (STORY[n - 1], 0.3), (str(n), 0.95))
    ]
    mark_furniture(blocks, 3)
    assert [block.furniture for block in blocks] == ["header", "", "page_number"] * 3


def test_a_title_that_runs_on_as_a_head_stays_where_it_is_large() -> None:
    blocks = [b for n in (1, 2, 3) for b in page(n, ("Partnerstwo dla pracy", 0.05), (STORY[n - 1], 0.3))]
    blocks[0].size = 22
    mark_furniture(blocks, 3)
    assert [block.furniture for block in blocks[::2]] == ["", "header", "header"]


def test_equal_words_in_the_middle_of_pages_are_text() -> None:
    blocks = [b for n in (1, 2) for b in page(n, ("Uchwała", 0.5), (STORY[n], 0.6))]
    mark_furniture(blocks, 2)
    assert not any(block.furniture for block in blocks)


def test_a_paper_of_nothing_but_furniture_is_read_as_it_stands() -> None:
    assert read_document(b"www.powiat-plock.pl\n").text == "www.powiat-plock.pl"
