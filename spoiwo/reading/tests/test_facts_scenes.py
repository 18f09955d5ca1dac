"""Where and when things were done, told beside the noun, in lists, in another sentence; names of events in capitals; sides said late."""

from datetime import date
from typing import Any

import pytest

from spoiwo.polish.gazetteer import Gazetteer
from spoiwo.reading.facts.halls import hall_at
from spoiwo.reading.facts.masks import Masked
from spoiwo.reading.facts.reader import Reader
from spoiwo.reading.tests.told import is_told, told

HALLS: list[tuple[str, str | None]] = [
    ("zabytkowym dworze w Tarnowie Opolskim odbyła się", "zabytkowy dwór w Tarnowie Opolskim"),
    ("świetlicy wiejskiej mieszkańcy rozmawiali", "świetlica wiejska"),
    ("hali widowiskowo-sportowej przy ul. Lipowej", "hala widowiskowo-sportowa"),
    ("sali obrad ratusza zebrali się", "sala obrad ratusza"),
    ("hali sportowej stoiska wystawiło", "hala sportowa"),
    ("sali nr 4 poprowadzi", "sala nr 4"),
    ("Hotelu „Lech” w Gnieźnie", "Hotel „Lech” w Gnieźnie"),
    ("centrum uwagi", None),
    ("domu", None),
    ("urzędzie pracy", None),
    ("naszej szkole", None),
]
SEVERAL: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    (
        "Spotkania dla rolników zaplanowano na 12 lipca (Cisek, świetlica szkolna) i 14 lipca (Bierawa, remiza).",
        [("2023-07-12", "Cisek", "świetlica szkolna"), ("2023-07-14", "Bierawa", "remiza")],
    ),
    (
        "Terminy spotkań informacyjnych:\n15 lipca – Cisek, świetlica szkolna\n17 lipca – Bierawa, Gminny Ośrodek Kultury",
        [("2023-07-15", "Cisek", "świetlica szkolna"), ("2023-07-17", "Bierawa", "Gminny Ośrodek Kultury")],
    ),
    (
        "Urząd zaprasza na dwa spotkania: w Cisku (12 lipca, biblioteka gminna) i w Bierawie (14 lipca, remiza).",
        [("2023-07-12", "Cisek", "biblioteka gminna"), ("2023-07-14", "Bierawa", "remiza")],
    ),
    (
        "Pierwsze spotkanie odbędzie się 15 lipca w Cisku, drugie – 17 lipca w Bierawie.",
        [("2023-07-15", "Cisek", None), ("2023-07-17", "Bierawa", None)],
    ),
    (
        "Odbyły się dwie debaty. Pierwsza 2 czerwca w Kole, druga tydzień później, 9 czerwca w Turku.",
        [("2023-06-02", "Koło", None), ("2023-06-09", "Turek", None)],
    ),
    (
        "Trzy narady odbyły się wiosną: 4 marca 2022 r. w Cisku (przyszło 40 osób), 7 marca w Bierawie i 9 marca w Polskiej Cerekwi.",
        [
            ("2022-03-04", "Cisek", None),
            ("2022-03-07", "Bierawa", None),
            ("2022-03-09", "Polska Cerekiew", None),
        ],
    ),
    (
        "Zapraszamy na cykl spotkań:\n- 5 września, godz. 10.00 – Baboszewo, remiza OSP,\n- 7 września, godz. 12.00 – Sochocin, świetlica szkolna.",
        [("2023-09-05", "Baboszewo", "remiza OSP"), ("2023-09-07", "Sochocin", "świetlica szkolna")],
    ),
    ("Biuro będzie czynne: 5 lipca w Ciechanowie, 7 lipca w Turku.", []),
    ("Zapisy na szkolenia przyjmujemy w Kutnie do 5 maja, a w Turku do 7 maja.", []),
]
TITLES: list[tuple[str, str | None]] = [
    ("12 maja 2022 r. w Kole odbyły się VI Kolskie Targi Pracy i Nauki.", "VI Kolskie Targi Pracy i Nauki"),
    (
        "W hali sportowej w Gryficach 14 czerwca 2022 r. zorganizowano V Gryfickie Dni Kariery.",
        "V Gryfickie Dni Kariery",
    ),
    (
        "Udział w VII Turkowskich Targach Pracy i Edukacji, zorganizowanych 12 maja 2022 r. w Turku, wzięło 40 firm.",
        "VII Turkowskie Targi Pracy i Edukacji",
    ),
    (
        "Podczas III Forum Przedsiębiorczości Wiejskiej, które 12 maja 2022 r. odbyło się w Kole, wystąpiła Anna Lis.",
        "III Forum Przedsiębiorczości Wiejskiej",
    ),
    ("Targi pracy „Czas na zmiany” odbyły się 12 maja 2022 r. w Kole.", "Czas na zmiany"),
    (
        "Zapraszamy na webinarium „Opiekun czy pracownik? Jak to pogodzić”, 24 lutego 2022 r.",
        "Opiekun czy pracownik? Jak to pogodzić",
    ),
    ("XII Sesja Rady Powiatu odbyła się 28 lutego 2022 r. w Kole.", None),
    ("Konferencja odbyła się w Sieradzu 4 maja 2022 r.", None),
    ("12 maja 2022 r. w Turku odbyła się gala konkursu „Lider”.", None),
]
TOLD: list[tuple[str, str, dict[str, Any]]] = [
    (
        "meeting",
        "Kutno. Konferencja o pracy odbyła się 12 maja 2022 r. i zgromadziła 40 osób.",
        {"place": "Kutno", "came": 40},
    ),
    (
        "meeting",
        "Zatrudnianie cudzoziemców było tematem konferencji, która odbyła się w Kole 12 maja 2022 r.",
        {"topic": "Zatrudnianie cudzoziemców"},
    ),
    (
        "meeting",
        "Gala finałowa: Miejskie Centrum Kultury w Leżajsku, 6 grudnia 2019 r.",
        {"venue": "Miejskie Centrum Kultury w Leżajsku", "place": "Leżajsk"},
    ),
    (
        "meeting",
        "Targi pracy odbyły się 12 maja 2022 r. w Kole. W hali sportowej stoiska wystawiło 40 firm.",
        {"place": "Koło", "venue": "hala sportowa"},
    ),
    (
        "meeting",
        "Konferencja odbyła się 12 maja 2022 r. w Kole. Zorganizowały ją Powiat Kolski oraz Powiatowy Urząd Pracy w Kole.",
        {"organiser": ["powiat kolski", "Powiatowy Urząd Pracy w Kole"]},
    ),
    (
        "meeting",
        "Ponad 200 osób wzięło udział w forum. Wydarzenie zorganizował 7 października 2022 r. w Kielcach Regionalny Ośrodek Polityki Społecznej.",
        {"date": "2022-10-07", "organiser": ["Regionalny Ośrodek Polityki Społecznej"]},
    ),
    (
        "meeting",
        "Targi pracy „Start” odbyły się 12 maja 2022 r. w Turku.\n\nW programie:\n- godz. 11.30 – warsztaty „CV bez błędów”, które w sali nr 4 poprowadzi Anna Lis",
        {"form": "warsztaty", "date": "2022-05-12", "speaker": ["Anna Lis"]},
    ),
    (
        "meeting",
        "Podczas gali, która odbyła się 12 maja 2022 r. w Turku, wystąpienie Kajetana Kosa nagrodzono brawami.",
        {"speaker": ["Kajetan Kos"]},
    ),
    (
        "meeting",
        "Nagrody konkursu „Lider” wręczono 3 grudnia 2021 r. w Domu Kultury w Kutnie.",
        {"form": "gala", "venue": "Dom Kultury w Kutnie"},
    ),
    (
        "meeting",
        "PUP w Turku zaprasza:\n7 lipca 2023 r. – spotkanie z rekruterem (Dobra, Gminny Ośrodek Kultury),\n"
        "14 lipca 2023 r. – giełda pracy (Tuliszków, świetlica wiejska).",
        {"form": "targi", "venue": "świetlica wiejska", "organiser": ["Powiatowy Urząd Pracy w Turku"]},
    ),
    (
        "training",
        "Od 4 do 8 maja 2022 r. w Łagowie przeprowadzono ostatnie z sześciu szkoleń. Dotyczyło ono moderowania debat, a wzięło w nim udział 19 osób.",
        {"subject": "moderowania debat", "date": "2022-05-04", "participants": 19},
    ),
    (
        "training",
        "Organizatorem szkolenia „ABC firmy”, które odbyło się 4 maja 2022 r. w Kole, był Powiatowy Urząd Pracy w Turku.",
        {"organiser": ["Powiatowy Urząd Pracy w Turku"]},
    ),
    (
        "training",
        "15 października 2022 r. – Chełm: szkolenie z obsługi elektronicznych oświadczeń (24 miejsca).",
        {"place": "Chełm", "participants": 24},
    ),
    (
        "training",
        "Kurs komputerowy dla 15 rolników ruszy 3 października 2022 r. w Kutnie.",
        {"audience": "rolników", "participants": 15},
    ),
    (
        "agreement",
        "Powiaty kolski i turecki podpisały porozumienie w sprawie wspólnych staży. Stało się to 20 maja 2022 r. w Turku.",
        {"date": "2022-05-20", "place": "Turek", "party": ["powiat kolski", "powiat turecki"]},
    ),
    (
        "agreement",
        "Gmina Kłodawa dołączyła do Paktu na rzecz Zatrudnienia. Uroczystość odbyła się 3 marca 2022 r. w Turku.",
        {"form": "akces", "subject": "Paktu na rzecz Zatrudnienia", "party": ["gmina Kłodawa"]},
    ),
    (
        "agreement",
        "20 maja 2009 r. – do partnerstwa przystępuje gmina Słopnice; deklarację podpisuje wójt Jan Nowak.",
        {"form": "akces", "date": "2009-05-20", "party": ["gmina Słopnice"]},
    ),
    (
        "agreement",
        "Powiat Turecki i Powiatowy Urząd Pracy w Turku podpisały 9 maja 2022 r. list intencyjny o współpracy.",
        {"party": ["powiat turecki", "Powiatowy Urząd Pracy w Turku"]},
    ),
    (
        "agreement",
        "O podpisanym 9 maja 2022 r. w Turku porozumieniu o prowadzeniu punktu, mało kto wiedział.",
        {"subject": "prowadzeniu punktu"},
    ),
]
TOLD += [
    (
        "meeting",
        "Tegoroczna edycja Targów Pracy Sezonowej (Ustka, 14 kwietnia 2022 r., hala OSiR) przyciągnęła 900 osób.",
        {"place": "Ustka", "venue": "hala OSiR", "came": 900},
    ),
    (
        "agreement",
        "Do sieci „Zielone Miejsca Pracy” przystąpiły 5 maja 2022 r. gminy Osiek i Brudzew.",
        {"form": "akces", "party": ["gmina Osiek", "gmina Brudzew"]},
    ),
    (
        "agreement",
        "Starosta turecki Jan Nowak i burmistrz Dobrej Anna Lis podpisali 5 maja 2022 r. porozumienie w sprawie robót publicznych.",
        {"representative": ["Jan Nowak, Starosta turecki", "Anna Lis, burmistrz Dobrej"]},
    ),
    (
        "training",
        "Po szkoleniu z księgowości, które trwało od 3 do 7 marca 2022 r. w Łęczycy, pracę znalazło 6 z 14 uczestniczek.",
        {"place": "Łęczyca", "participants": []},
    ),
]
NUMBERS: list[tuple[str, list[tuple[int, str]]]] = [
    ("Zatrudnia jedenaście osób z Ukrainy i dwie z Gruzji.", [(11, "osób"), (2, "osób")]),
    ("Pracę znalazło 9 spośród 12 absolwentek kursu.", [(9, "absolwentek"), (12, "absolwentek")]),
    ("Ćwiczyć będzie nie dziesięciu, lecz osiemnastu uczniów.", [(10, "uczniów"), (18, "uczniów")]),
    ("Staże odbyło 308 osób, a 54 dostały dotacje.", [(308, "osób"), (54, "osób")]),
    ("Fachu uczyło się 27 młodych bezrobotnych.", [(27, "młodych bezrobotnych")]),
    ("Ofert ma być przeszło 300.", [(300, "Ofert")]),
    ("Na 19 radnych obecnych było 17.", [(19, "radnych"), (17, "radnych")]),
    ("Limit: 90 miejsc", [(90, "miejsc")]),
]
NO_DAY_OF_ITS_OWN = [
    "Przypominamy laureatów konkursu „Lider” (nagrody wręczono 17 stycznia 2020 r. w Kutnie).",
    "Wojewoda powołał 12 maja 2022 r. w Łodzi zespół. Konferencja o pracy odbędzie się jesienią.",
    "14 czerwca 2022 r. urząd podpisał umowę z Fundacją „Zorza”. Dzień później w Turku odbyła się konferencja.",
]


@pytest.mark.parametrize(("words", "name"), HALLS)
def test_a_hall_ends_where_its_words_end_and_stands_in_the_nominative(words: str, name: str | None) -> None:
    masked = Masked(Reader.of(words, None, Gazetteer.shipped()))
    hall = hall_at(masked, 0, len(words))
    assert (hall.name if hall else None) == name


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_meetings_have_each_their_day_and_place(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    found = told(text, "meeting", date(2023, 6, 30))
    assert [(one["date"], one["place"], one.get("venue")) for one in found] == expected


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_an_event_has_the_name_it_is_called_by(text: str, title: str | None) -> None:
    assert [one.get("title") for one in told(text, "meeting")] == [title]


@pytest.mark.parametrize(("kind", "text", "expected"), TOLD)
def test_what_is_said_beside_before_and_after_belongs_to_the_fact(
    kind: str, text: str, expected: dict[str, Any]
) -> None:
    assert is_told(text, kind, expected), told(text, kind)


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_a_number_counts_what_its_neighbour_counts(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(one["value"], one["counts"]) for one in told(text, "number")] == expected


@pytest.mark.parametrize("text", NO_DAY_OF_ITS_OWN)
def test_the_day_of_something_else_is_not_taken_over(text: str) -> None:
    assert told(text, "meeting") == []


def test_people_who_came_are_counted_but_the_training_was_not_for_them() -> None:
    found = told(
        "Kurs spawania ruszył 9 kwietnia 2022 r. w Turku. Wzięło w nim udział 16 mężczyzn.", "training"
    )
    assert found[0]["participants"] == 16
    assert "audience" not in found[0]
