"""Numbers that count something."""

import pytest

from spoiwo.reading.tests.told import told


def counted(text: str) -> list[tuple]:
    return [(one["value"], one["counts"]) for one in told(text, "number")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Przyszło 46 pracodawców.", [(46, "pracodawców")]),
        ("Wolne miejsca: 8", [(8, "Wolne miejsca")]),
        ("Przyszło ponad pół tysiąca osób.", [(500, "osób")]),
        ("Zebrano półtora miliona złotych.", [(1500000, "złotych")]),
        ("Spośród 64 absolwentów 40 ma pracę.", [(64, "absolwentów"), (40, "absolwentów")]),
        ("| Kurs | Liczba osób |\n| Kroje | 12 |", [(12, "osób")]),
        ("Wystawców było 44.", [(44, "Wystawców")]),
        ("Rozesłano 250 zaproszeń, miejsc na sali jest 120.", [(250, "zaproszeń"), (120, "miejsc")]),
        ("Wystawcy: 73\nOferty pracy: 1150\n\nTargi otworzono.", [(73, "Wystawcy"), (1150, "Oferty")]),
        ("Przejęto dwa pokoje i 1870 zarejestrowanych.", [(2, "pokoje"), (1870, "zarejestrowanych")]),
        ("Przyszły trzy osoby, z czego dwie wyszły.", [(3, "osoby"), (2, "osoby")]),
        (
            "Ankietę wypełniło 96 uczestników, 88 uznało kurs za dobry.",
            [(96, "uczestników"), (88, "uczestników")],
        ),
        ("Głosowało 12 radnych, dwóch było przeciw.", [(12, "radnych"), (2, "radnych")]),
        ("Koszt: 1,4 mln zł.", [(1400000, "zł")]),
        ("Spisuję obietnice; uzbierało się ich 47.", [(47, "obietnice")]),
        ("Wsparto 12 małych firm.", [(12, "małych firm")]),
        ("Zgłosiło się 15 osób bezrobotnych.", [(15, "osób")]),
        ("Zatrudniono 45 bezrobotnych rybaków.", [(45, "bezrobotnych rybaków")]),
        ("Wydano 1 250 000 zł na staże.", [(1250000, "zł")]),
        ("Projekt jest wart 1,8 mln zł.", [(1800000, "zł")]),
        ("Wójtowie trzech gmin podpisali list.", [(3, "gmin")]),
        ("Dwudziestu czterech pracowników ukończyło kurs.", [(24, "pracowników")]),
        ("Liczba miejsc: 70.", [(70, "miejsc")]),
        ("Zaproszono 80 pracodawców, przybyło 46.", [(80, "pracodawców"), (46, "pracodawców")]),
        ("Z autobusu skorzystało 219 osób, 88 z nich znalazło pracę.", [(219, "osób"), (88, "osób")]),
    ],
)
def test_a_number_keeps_the_words_it_counts(text: str, expected: list[tuple]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Szkoła Podstawowa nr 3 czeka na uczniów",
        "ul. Sienkiewicza 22 w Kole",
        "tel. 87 429 00 00",
        "art. 33 ust. 4 ustawy",
        "przez 10 lat",
        "o godz. 10.00",
        "w wieku 30–55 lat",
        "od 10-15 osób",
        "Koszt obiadu: 15 zł",
        "1 osoba wstrzymała się od głosu",
        "II edycja konkursu",
        "Liczba wyświetleń: 2143",
        "wykład „Cztery zasady ożywienia” wygłoszono",
    ],
)
def test_what_counts_nothing_is_no_fact(text: str) -> None:
    assert counted(text) == []


def test_an_estimate_and_a_share_are_marked() -> None:
    assert told("Wysłano ponad 1000 zaproszeń, przyszło około 30% zaproszonych.", "number") == [
        {"value": 1000, "counts": "zaproszeń", "approximate": True},
        {"value": 30, "counts": "zaproszonych", "approximate": True, "percent": True},
    ]
