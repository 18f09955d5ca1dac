"""Meetings told in many ways: held, announced, minuted, several in a row; and what is no meeting."""

from typing import Any

import pytest

from spoiwo.reading.tests.told import is_told, told

HELD: list[tuple[str, dict[str, Any]]] = [
    (
        "Uczniowie klas ósmych odwiedzili 14 marca 2019 r. Powiatowy Urząd Pracy w Kole. Podczas spotkania o zawodach przyszłości "
        "opowiadała Anna Lis.",
        {"form": "spotkanie", "date": "2019-03-14", "speaker": ["Anna Lis"]},
    ),
    (
        "Konferencję „Razem łatwiej”, którą 5 maja 2015 r. zorganizowała w Sieradzu Fundacja Zorza, otworzył Jan Nowak.",
        {
            "form": "konferencja",
            "title": "Razem łatwiej",
            "place": "Sieradz",
            "organiser": ["Fundacja Zorza"],
        },
    ),
    (
        "XII sesja Rady Powiatu odbyła się 28 lutego 2012 r. Obradom przewodniczył Adam Kos.",
        {"form": "posiedzenie", "date": "2012-02-28", "speaker": ["Adam Kos"]},
    ),
    (
        "Protokół z zebrania Stowarzyszenia „Żuławy” z dnia 7 stycznia 2010 r. w Stegnie. Obecnych było 34 członków.",
        {"form": "spotkanie", "date": "2010-01-07", "came": 34},
    ),
    (
        "2 grudnia 2016 r. w Kutnie przedsiębiorcy i samorządowcy rozmawiali o rynku pracy podczas śniadania biznesowego.",
        {"form": "spotkanie", "date": "2016-12-02", "place": "Kutno"},
    ),
    (
        "Tegoroczne Targi Pracy w Łęczycy odwiedziło 600 osób. Impreza odbyła się 18 kwietnia 2013 r.",
        {"form": "targi", "date": "2013-04-18", "came": 600},
    ),
    (
        "Powiatowy Urząd Pracy w Kole serdecznie zaprasza 9 września 2014 r. na Giełdę Pracy, która odbędzie się w hali sportowej.",
        {"form": "targi", "date": "2014-09-09", "organiser": ["Powiatowy Urząd Pracy w Kole"]},
    ),
    (
        "W debacie „Młodzi na wsi” (Turek, 3 czerwca 2017 r.) uczestniczyło 45 osób.",
        {"form": "debata", "title": "Młodzi na wsi", "date": "2017-06-03", "came": 45},
    ),
    (
        "11 października 2018 r. gościem seniorów był Jan Nowak. Spotkanie w bibliotece w Stegnie dotyczyło bezpieczeństwa.",
        {"form": "spotkanie", "date": "2018-10-11", "topic": "bezpieczeństwa"},
    ),
    (
        "Seminarium: Ekonomia społeczna w praktyce\nTermin: 6 czerwca 2011 r.\nMiejsce: Dom Kultury w Kutnie\nOrganizator: Fundacja Zorza\n",
        {"form": "seminarium", "date": "2011-06-06", "organiser": ["Fundacja Zorza"]},
    ),
    (
        "Zakończyły się dwudniowe warsztaty (12–13 maja 2009 r., Ciechocinek), które poprowadziła Anna Lis.",
        {"form": "warsztaty", "date": "2009-05-12", "end_date": "2009-05-13", "speaker": ["Anna Lis"]},
    ),
    (
        "Na zaproszenie Starosty Kolskiego 30 stycznia 2015 r. spotkali się dyrektorzy szkół.",
        {"form": "spotkanie", "date": "2015-01-30"},
    ),
    (
        "Obchody stulecia urzędów pracy uświetniła konferencja. Zorganizowano ją 5 lutego 2019 r. w Warszawie.",
        {"form": "konferencja", "date": "2019-02-05", "place": "Warszawa"},
    ),
    (
        "Zapraszamy na webinar o nowej ustawie! Kiedy? 15 maja 2021 r., godz. 10.00.",
        {"form": "seminarium", "date": "2021-05-15"},
    ),
    (
        "Komisja Rewizyjna zebrała się 4 kwietnia 2016 r. Posiedzenie zwołał przewodniczący Jan Nowak.",
        {"form": "posiedzenie", "date": "2016-04-04"},
    ),
    (
        "Forum Organizacji Pozarządowych odbyło się 20 września 2012 r. w Sali Kolumnowej Urzędu Miasta w Płocku.",
        {"form": "spotkanie", "date": "2012-09-20", "place": "Płock"},
    ),
    (
        "Urząd Gminy w Stegnie rozesłał ponad 200 zaproszeń na konferencję, która odbyła się 8 marca 2005 r. Przyszły 92 osoby.",
        {"form": "konferencja", "date": "2005-03-08", "invited": 200, "came": 92},
    ),
    (
        "Delegacja powiatu przebywała od 3 do 5 października 2017 r. z wizytą studyjną w Dreźnie.",
        {"form": "wizyta studyjna", "date": "2017-10-03", "end_date": "2017-10-05"},
    ),
    (
        "Odbyły się spotkania z pracodawcami: 4 maja 2010 r. w Kutnie (20 osób) i 6 maja 2010 r. w Łęczycy (31 osób).",
        {"form": "spotkanie", "date": "2010-05-06", "place": "Łęczyca", "came": 31},
    ),
    (
        "O kierunkach rozwoju rolnictwa debatowano 17 listopada 2011 r. w Sierpcu na konferencji zwołanej przez Izbę Rolniczą w Płocku.",
        {"form": "konferencja", "date": "2011-11-17", "place": "Sierpc"},
    ),
    (
        "Gala podsumowująca projekt miała miejsce 12 grudnia 2014 r. w Teatrze Miejskim w Gliwicach. Wystąpił Jan Nowak.",
        {"form": "gala", "date": "2014-12-12", "place": "Gliwice"},
    ),
    (
        "Narada dyrektorów urzędów pracy zgromadziła 6 marca 2008 r. w Toruniu 23 uczestników.",
        {"form": "spotkanie", "date": "2008-03-06", "place": "Toruń", "came": 23},
    ),
    (
        "Gospodarzem spotkania partnerów z 9 lipca 2013 r. była Gmina Stegna. Mówiono o turystyce.",
        {"form": "spotkanie", "date": "2013-07-09"},
    ),
    (
        "Ósme posiedzenie Powiatowej Rady Rynku Pracy, zwołane na 22 maja 2020 r., otworzyła Anna Lis.",
        {"form": "posiedzenie", "date": "2020-05-22", "speaker": ["Anna Lis"]},
    ),
    (
        "Gości przywitała 14 maja 2019 r. w auli Liceum Ogólnokształcącego w Sierpcu Anna Kowal. Tak zaczęła się konferencja „Praca bez granic”.",
        {"form": "konferencja", "date": "2019-05-14", "title": "Praca bez granic", "place": "Sierpc"},
    ),
    (
        "FOTORELACJA: debata „Kto zapłaci za staże?”, Konin, 9 maja 2019 r.",
        {"form": "debata", "date": "2019-05-09", "title": "Kto zapłaci za staże?", "place": "Konin"},
    ),
    (
        "Za nami II Forum Pracodawców w Kutnie. Przez dwa dni, 9 i 10 maja 2019 r., dyskutowało 150 uczestników.",
        {"form": "spotkanie", "date": "2019-05-09", "end_date": "2019-05-10", "came": 150},
    ),
    (
        "Na spotkanie do Stegny 7 maja 2019 r. przyjechało 45 rolników; zaproszono 60.",
        {"form": "spotkanie", "place": "Stegna", "came": 45, "invited": 60},
    ),
    (
        "Powiatowa Rada Rynku Pracy obradowała 8 maja 2019 r. w Łowiczu. Obradom przewodniczył Jan Nowak.",
        {"form": "posiedzenie", "date": "2019-05-08", "speaker": "Jan Nowak"},
    ),
    (
        "12 maja 2019 r. – w świetlicy w Ludwinie odbywa się zebranie. Przychodzi pięć osób.",
        {"form": "spotkanie", "date": "2019-05-12", "venue": "świetlica w Ludwinie", "came": 5},
    ),
    (
        "15 października 2019 r. w Gnieźnie odbyła się konferencja „Razem”, zaś 16 października – warsztaty, w których uczestniczyło 36 osób.",
        {"form": "warsztaty", "date": "2019-10-16", "came": 36},
    ),
    (
        "Wydarzenie: III Targi Edukacyjne\nKiedy: 17 maja 2019 r.\nGdzie: hala sportowa, Mława\nFrekwencja: ok. 800 osób",
        {
            "form": "targi",
            "title": "III Targi Edukacyjne",
            "date": "2019-05-17",
            "venue": "hala sportowa",
            "place": "Mława",
            "came": 800,
        },
    ),
    (
        "Posiedzenie odbyło się 22 września 2016 r. w Prudniku. Na 12 członków obecnych było 10.",
        {"form": "posiedzenie", "came": 10},
    ),
    (
        "Sprawozdanie z czwartego warsztatu w Pełczycach\n\nData: 17 maja 2017 r.\nMiejsce: Pełczyce, remiza strażacka\nObecnych: 58 osób",
        {
            "form": "warsztaty",
            "date": "2017-05-17",
            "place": "Pełczyce",
            "venue": "remiza strażacka",
            "came": 58,
        },
    ),
]
NOT_HELD = [
    "Spotkania z doradcą odbywają się codziennie od 8.00.",
    "Konferencja z 4 maja 2020 r. została odwołana.",
    "Kolejne konferencje są potrzebne, mówił wójt.",
    "Do 30 września 2014 r. przyjmujemy zgłoszenia na seminarium.",
    "Nie doszło do spotkania planowanego na 3 marca 2011 r.",
    "Odwołuje się:\n– targi „Mój szef” (miały się odbyć 26 marca 2020 r. w Domu Kultury w Zambrowie),\n– posiedzenie rady z 31 marca 2020 r.",
    "Następne posiedzenie zaplanowano na grudzień 2016 r.",
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_a_meeting_is_read_from_any_way_of_saying_it(text: str, expected: dict[str, Any]) -> None:
    assert is_told(text, "meeting", expected), told(text, "meeting")


@pytest.mark.parametrize("text", NOT_HELD)
def test_meetings_in_general_and_cancelled_ones_are_none(text: str) -> None:
    assert told(text, "meeting") == []
