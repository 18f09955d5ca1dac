"""Trainings told in many ways: in what, when, where, by whom, for how many and for whom."""

from typing import Any

import pytest

from spoiwo.reading.tests.told import is_told, told

HELD: list[tuple[str, dict[str, Any]]] = [
    (
        "Od 4 do 8 marca 2013 r. strażacy z OSP w Leoncinie szkolili się w Kole z ratownictwa wodnego.",
        {"subject": "ratownictwa wodnego", "date": "2013-03-04", "place": "Koło"},
    ),
    (
        "12 maja 2015 r. rozpoczął się kurs „Florystyka od podstaw” dla 15 bezrobotnych kobiet.",
        {"subject": "Florystyka od podstaw", "date": "2015-05-12", "participants": 15},
    ),
    (
        "Temat szkolenia: Prawo zamówień publicznych\nTermin: 14.10.2014 r.\nMiejsce: Kutno\nLiczba miejsc: 25\n",
        {"subject": "Prawo zamówień publicznych", "date": "2014-10-14", "place": "Kutno", "participants": 25},
    ),
    (
        "Fundacja Zorza przeszkoliła 9 czerwca 2011 r. w Sieradzu 18 sołtysów w zakresie pozyskiwania dotacji.",
        {
            "subject": "pozyskiwania dotacji",
            "date": "2011-06-09",
            "participants": 18,
            "organiser": "Fundacja Zorza",
        },
    ),
    (
        "Terminy kursów:\n1) obsługa wózka widłowego – 3 lutego 2014 r., Kutno, 12 osób\n"
        "2) kasy fiskalne – 10 lutego 2014 r., Łęczyca, 15 osób\n",
        {"subject": "kasy fiskalne", "date": "2014-02-10", "place": "Łęczyca", "participants": 15},
    ),
    (
        "Zakończyło się szkolenie o prawach pracownika, które 7 marca 2017 r. poprowadził w Sieradzu Jan Nowak.",
        {"subject": "prawach pracownika", "date": "2017-03-07", "place": "Sieradz"},
    ),
    (
        "Powiatowy Urząd Pracy w Kole zorganizował kurs prawa jazdy kategorii C. Ruszył on 2 września 2012 r., a ukończyło go 14 "
        "osób.",
        {
            "subject": "prawa jazdy kategorii C",
            "date": "2012-09-02",
            "organiser": "Powiatowy Urząd Pracy w Kole",
        },
    ),
    (
        "Szkolenie pt. „Bezpieczny sołtys” odbyło się 21 listopada 2018 r. w Urzędzie Gminy w Stegnie.",
        {"subject": "Bezpieczny sołtys", "date": "2018-11-21"},
    ),
    (
        "W szkoleniu „ABC spółdzielni” (Zgierz, 5 maja 2010 r.) wzięło udział 22 przedstawicieli stowarzyszeń.",
        {"subject": "ABC spółdzielni", "date": "2010-05-05", "place": "Zgierz", "participants": 22},
    ),
    (
        "Doradcy zawodowi uczyli się 16 kwietnia 2016 r. podczas szkolenia z mediacji w Płońsku.",
        {"subject": "mediacji", "date": "2016-04-16", "place": "Płońsk"},
    ),
    (
        "Kurs kucharza małej gastronomii: 80 godzin, początek 1 czerwca 2015 r., Turek, 10 miejsc.",
        {"subject": "kucharza małej gastronomii", "date": "2015-06-01", "participants": 10},
    ),
    (
        "Data | Temat | Miejsce | Liczba miejsc\n12.03.2012 | Excel dla księgowych | Turek | 12\n"
        "19.03.2012 | Wystąpienia publiczne | Kutno | 20\n(szkolenia bezpłatne)\n",
        {"subject": "Wystąpienia publiczne", "date": "2012-03-19", "place": "Kutno", "participants": 20},
    ),
    (
        "OWES w Kaliszu zaprasza 10 października 2019 r. na szkolenie dotyczące zatrudnienia wspieranego.",
        {"subject": "zatrudnienia wspieranego", "date": "2019-10-10"},
    ),
    (
        "Szkolenie z obsługi komputera dla seniorów rozpocznie się 3 listopada 2014 r. w bibliotece w Stegnie.",
        {"subject": "obsługi komputera", "date": "2014-11-03", "audience": "seniorów"},
    ),
    (
        "Przez trzy dni, od 6 maja 2009 r., dwudziestu pracowników socjalnych poznawało w Łodzi tajniki pracy z rodziną. Szkolenie "
        "„Rodzina w centrum” prowadziła Fundacja Zorza.",
        {"subject": "Rodzina w centrum", "date": "2009-05-06"},
    ),
    (
        "Bezpłatny kurs języka migowego ukończyło 28 lutego 2017 r. w Sieradzu 16 urzędników.",
        {"subject": "języka migowego", "date": "2017-02-28", "participants": 16},
    ),
    (
        "Ruszyły zapisy na kurs spawacza. Zajęcia rozpoczną się 5 września 2011 r. w Kutnie, przygotowano 12 miejsc.",
        {"subject": "spawacza", "date": "2011-09-05", "place": "Kutno", "participants": 12},
    ),
    (
        "17 maja 2013 r. odbyło się jednodniowe szkolenie dla pracodawców w zakresie refundacji kosztów.",
        {"subject": "refundacji kosztów", "date": "2013-05-17", "audience": "pracodawców"},
    ),
    (
        "W ramach projektu przeprowadzono szkolenia: „Autoprezentacja” – 4 maja 2010 r. oraz „Biznesplan” – 6 maja 2010 r.",
        {"subject": "Biznesplan", "date": "2010-05-06"},
    ),
    (
        "Na szkolenie nt. funduszy unijnych przyjechało 8 grudnia 2008 r. do Torunia 40 wójtów.",
        {"subject": "funduszy unijnych", "date": "2008-12-08", "participants": 40},
    ),
    (
        "Szkoleniem z udzielania pierwszej pomocy objęto 3 marca 2018 r. 24 nauczycieli ze szkół powiatu kolskiego.",
        {"subject": "udzielania pierwszej pomocy", "date": "2018-03-03", "participants": 24},
    ),
    (
        "Szkolenie „Rynek w sieci” było skierowane do rękodzielników. Trwało od 3 do 5 lipca 2014 r. w Krośnie.",
        {"subject": "Rynek w sieci", "date": "2014-07-03", "place": "Krosno"},
    ),
    (
        "Organizator: Fundacja Zorza\nSzkolenie: Jak pisać wnioski\nData: 2 marca 2016 r.\n",
        {"subject": "Jak pisać wnioski", "date": "2016-03-02", "organiser": "Fundacja Zorza"},
    ),
    (
        "14 uczestników liczyło szkolenie na temat ochrony danych, przeprowadzone 25 maja 2018 r. w Kole przez Fundację Zorza.",
        {"subject": "ochrony danych", "date": "2018-05-25", "organiser": "Fundacja Zorza"},
    ),
    (
        "Kurs komputerowy dla osób po pięćdziesiątce potrwa od 7 do 18 października 2013 r.",
        {"subject": "komputerowy", "date": "2013-10-07", "audience": "osób po pięćdziesiątce"},
    ),
    (
        "Urzędnicy uczyli się 14 maja 2019 r. w Kole, jak pisać prostym językiem. Zajęcia prowadziła Fundacja Jasno.",
        {
            "subject": "jak pisać prostym językiem",
            "date": "2019-05-14",
            "place": "Koło",
            "organiser": "Fundacja Jasno",
        },
    ),
    (
        "O tym, jak założyć spółdzielnię, uczyło się 12 maja 2019 r. w Krośnie 22 mieszkańców powiatu.",
        {"subject": "jak założyć spółdzielnię", "date": "2019-05-12", "participants": 22},
    ),
    (
        "Powiatowy Urząd Pracy w Płocku skierował 20 bezrobotnych na kurs spawania metodą TIG. Zaczęli go 6 maja 2019 r. w Gąbinie.",
        {"subject": "spawania metodą TIG", "date": "2019-05-06", "place": "Gąbin", "participants": 20},
    ),
    (
        "– W kwietniu 2019 r. przeszkoliliśmy 30 sprzedawców z obsługi kas fiskalnych – mówi Jan Nowak.",
        {"subject": "obsługi kas fiskalnych", "date": "2019-04", "participants": 30},
    ),
    (
        "Stowarzyszenie „Most” uruchamia 1 czerwca 2019 r. w Zgierzu kurs na opiekuna wycieczek.",
        {"subject": "opiekuna wycieczek", "date": "2019-06-01", "organiser": "Stowarzyszenie „Most”"},
    ),
    (
        "Pierwszą edycję kursu florystycznego zakończyliśmy 30 kwietnia 2019 r. Dyplomy odebrało 11 uczestniczek.",
        {"subject": "florystycznego", "date": "2019-04-30", "participants": 11},
    ),
    (
        "Zapraszamy na bezpłatny kurs języka migowego! Start 2 września 2019 r., Konin, 15 miejsc.",
        {"subject": "języka migowego", "date": "2019-09-02", "place": "Konin", "participants": 15},
    ),
    (
        "Kronika\n\nGĄBIN. Zakończył się kurs wikliniarstwa. Od 3 do 28 lutego 2014 r. uczyło się na nim 14 osób.",
        {"subject": "wikliniarstwa", "date": "2014-02-03", "place": "Gąbin", "participants": 14},
    ),
    (
        "Plan szkoleń na 2008 r.\n\nNazwa szkolenia | Początek | Liczba miejsc\nMagazynier z obsługą komputera | 7 kwietnia 2008 r. | 15\nPrawo jazdy kat. C (dla kobiet) | 2 czerwca 2008 r. | 10",
        {"subject": "Prawo jazdy kat. C", "date": "2008-06-02", "participants": 10, "audience": "kobiet"},
    ),
    (
        "„Od pomysłu do firmy” – tak nazywało się szkolenie, które 5 października 2017 r. zorganizowała w Świeciu Fundacja Zorza.",
        {"subject": "Od pomysłu do firmy", "date": "2017-10-05"},
    ),
]
NOT_HELD = [
    "Szkolenia są ważne dla każdego pracownika.",
    "Sfinansujemy Ci szkolenie, jeśli pracodawca zadeklaruje zatrudnienie.",
    "Szkolenie z pierwszej pomocy zaplanowane na 4 maja 2020 r. zostało odwołane.",
    "Cykl szkoleń z zakresu ekonomii jest w przygotowaniu.",
    "Newsletter Fundacji „Dom” | nr 4 | Oława, 29 kwietnia 2022 r.\n\nW numerze: umowa, kurs i zaproszenie.",
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_a_training_is_read_from_any_way_of_saying_it(text: str, expected: dict[str, Any]) -> None:
    assert is_told(text, "training", expected), told(text, "training")


@pytest.mark.parametrize("text", NOT_HELD)
def test_trainings_in_general_and_cancelled_ones_are_none(text: str) -> None:
    assert told(text, "training") == []
