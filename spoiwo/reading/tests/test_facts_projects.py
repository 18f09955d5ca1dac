"""Projects told in many ways: name, programme, who leads, partners, for whom, worth, time, results."""

from typing import Any

import pytest

from spoiwo.reading.tests.told import is_told, told

RUN: list[tuple[str, dict[str, Any]]] = [
    (
        "Gmina Stegna otrzymała dofinansowanie na projekt „Zielona plaża” z programu Fundusze Europejskie dla Pomorza.",
        {"name": "Zielona plaża", "lead": "gmina Stegna"},
    ),
    (
        "Nazwa projektu: Aktywni razem\nBeneficjent: Fundacja Zorza\nOkres realizacji: 01.03.2011–28.02.2013\nWartość: 820 000 zł\n",
        {
            "name": "Aktywni razem",
            "lead": "Fundacja Zorza",
            "value": 820000,
            "date": "2011-03-01",
            "end_date": "2013-02-28",
        },
    ),
    (
        "„Lepszy start” to projekt, który Powiatowy Urząd Pracy w Kole realizuje wspólnie z Fundacją Zorza.",
        {"name": "Lepszy start", "lead": "Powiatowy Urząd Pracy w Kole", "partner": ["Fundacja Zorza"]},
    ),
    (
        "W ramach Poddziałania 6.1.1 PO KL Fundacja Zorza prowadzi projekt „Matka w pracy”. Skorzysta z niego 40 kobiet.",
        {"name": "Matka w pracy", "measure": "Poddziałanie 6.1.1", "lead": "Fundacja Zorza"},
    ),
    (
        "Liderem projektu „Szkoła bliżej pracy” jest Zespół Szkół nr 2 w Kole, partnerami – Cech Rzemiosł Różnych w Turku oraz Gmina Stegna.",
        {"lead": "Zespół Szkół nr 2 w Kole", "partner": ["Cech Rzemiosł Różnych w Turku", "gmina Stegna"]},
    ),
    (
        "Projekt „Druga szansa” współfinansowany ze środków EFS, o wartości 1,4 mln zł, skierowany jest do osób bezrobotnych po 50. roku życia.",
        {"name": "Druga szansa", "value": 1400000},
    ),
    (
        "Dobiegł końca projekt „Kuźnia talentów”. Był realizowany od stycznia 2009 do grudnia 2010 r. przez Stowarzyszenie „Żuławy”.",
        {
            "name": "Kuźnia talentów",
            "lead": "Stowarzyszenie „Żuławy”",
            "date": "2009-01",
            "end_date": "2010-12",
        },
    ),
    (
        "OWES w Kaliszu wraz z Gminą Stegna rozpoczął 1 lutego 2018 r. projekt „Dobry sąsiad”, który potrwa do 31 stycznia 2020 r.",
        {"name": "Dobry sąsiad", "date": "2018-02-01", "end_date": "2020-01-31"},
    ),
    (
        "Projekt pn. „Firma od zera” zakłada wsparcie 60 osób do 30. roku życia. Budżet przedsięwzięcia to 950 tys. zł.",
        {"name": "Firma od zera", "value": 950000},
    ),
    (
        "Dzięki projektowi „Bliżej seniora” powstały trzy kluby. Realizatorem była Gmina Stegna.",
        {"name": "Bliżej seniora", "lead": "gmina Stegna"},
    ),
    (
        "Fundacja Zorza pozyskała 600 000 zł na realizację projektu „Latarnia”.",
        {"name": "Latarnia", "lead": "Fundacja Zorza", "value": 600000},
    ),
    (
        "Projekt „Most” jest finansowany z Programu Operacyjnego Wiedza Edukacja Rozwój, Priorytet I, Działanie 1.2.",
        {
            "name": "Most",
            "programme": "Program Operacyjny Wiedza Edukacja Rozwój",
            "measure": "Działanie 1.2",
        },
    ),
    (
        "Powiat kolski w partnerstwie z Fundacją Zorza wdraża projekt „Nowe kwalifikacje” (Erasmus+, 2019–2021).",
        {
            "name": "Nowe kwalifikacje",
            "programme": "Erasmus+",
            "lead": "powiat kolski",
            "partner": ["Fundacja Zorza"],
        },
    ),
    (
        "Projektodawcą „Akademii sołtysa” jest LGD „Brama”. Projekt „Akademia sołtysa” trwa od 1 maja 2013 r.",
        {"lead": "Lokalna Grupa Działania „Brama”"},
    ),
    (
        "Stowarzyszenie „Żuławy” zakończyło 30 czerwca 2015 r. projekt „Czysta woda”. Rezultaty: 4 oczyszczalnie, 12 szkoleń.",
        {"name": "Czysta woda", "lead": "Stowarzyszenie „Żuławy”", "end_date": "2015-06-30"},
    ),
    (
        "Wniosek „Eko-farma” uzyskał dofinansowanie. Projekt „Eko-farma” będzie realizować Spółdzielnia Socjalna „Fala”.",
        {"name": "Eko-farma", "lead": "Spółdzielnia Socjalna „Fala”"},
    ),
    (
        "W projekcie „Równy krok” grupę docelową stanowią osoby z niepełnosprawnościami z powiatu kolskiego.",
        {"name": "Równy krok", "target_group": "osoby z niepełnosprawnościami z powiatu kolskiego"},
    ),
    (
        "Odbiorcami projektu „Pierwsza praca” są absolwenci szkół zawodowych.",
        {"name": "Pierwsza praca", "target_group": "absolwenci szkół zawodowych"},
    ),
    (
        "Całkowity koszt projektu „Zdrowy pracownik” wyniósł 312 500 zł, z czego 85% pokryła Unia Europejska.",
        {"name": "Zdrowy pracownik", "value": 312500},
    ),
    (
        "Projekt „Sieć” (Interreg IV A) Gmina Stegna prowadzi razem ze Starostwem Powiatowym w Kole.",
        {"name": "Sieć", "lead": "gmina Stegna", "partner": ["Starostwo Powiatowe w Kole"]},
    ),
    (
        "Fundacja Zorza, lider projektu „Tandem”, i jej partner, Gmina Stegna, zapraszają do udziału.",
        {"name": "Tandem", "lead": "Fundacja Zorza", "partner": ["gmina Stegna"]},
    ),
    (
        "Od września 2012 r. Cech Rzemiosł Różnych w Turku realizuje projekt „Mistrz i uczeń” w ramach programu Leonardo da Vinci.",
        {"name": "Mistrz i uczeń", "lead": "Cech Rzemiosł Różnych w Turku", "date": "2012-09"},
    ),
    (
        "Przedsięwzięcie „Wiejski kurnik” zrealizowało KGW w Skomlinie ze środków programu Działaj Lokalnie.",
        {"name": "Wiejski kurnik", "lead": "Koło Gospodyń Wiejskich w Skomlinie"},
    ),
    (
        "Projekt „Zielone światło”\nLider: Gmina Stegna\nPartner: Fundacja Zorza\nProgram: RPO\nDla kogo: młodzież do 25 lat\n",
        {
            "name": "Zielone światło",
            "lead": "gmina Stegna",
            "partner": ["Fundacja Zorza"],
            "target_group": "młodzież do 25 lat",
        },
    ),
    (
        "Program „Aktywny Absolwent”, adresowany do osób do 27. roku życia, prowadzi Powiatowy Urząd Pracy w Kole.",
        {"name": "Aktywny Absolwent", "lead": "Powiatowy Urząd Pracy w Kole"},
    ),
    (
        "Nowe projekty\n\nTytuł: „Krok”\nLider: Fundacja Zorza\nPartner: Gmina Stegna\nOdbiorcy: osoby bezdomne\nKwota: 478 tys. zł\nOkres: 1.09.2009 – 31.12.2010\n\nTytuł: „Warsztat”\nLider: Gmina Warta\nPartner: brak\nKwota: 96 000 zł\nOkres: od lipca 2009 r. do czerwca 2011 r.",
        {"name": "Warsztat", "lead": "gmina Warta", "value": 96000, "date": "2009-07", "end_date": "2011-06"},
    ),
    (
        "1. „Przystań” – dom dla seniorów. Lider: Gmina Brok. Koszt: 1,4 mln zł. Realizacja w latach 2019–2021. Prezentował Jan Nowak.\n\n2. „Chleb” – piekarnia. Lider: Fundacja Zorza, partner: Gmina Warta. Koszt: 390 tys. zł. Początek: marzec 2019 r.",
        {
            "name": "Chleb",
            "lead": "Fundacja Zorza",
            "partner": "gmina Warta",
            "value": 390000,
            "date": "2019-03",
        },
    ),
    (
        "Projekt „Drugi brzeg” dostał 215 tysięcy zł z programu „Razem”. Liderem jest Fundacja Zorza. Ruszamy 1 czerwca 2022 r., kończymy 30 listopada 2022 r.",
        {
            "name": "Drugi brzeg",
            "programme": "Razem",
            "value": 215000,
            "date": "2022-06-01",
            "end_date": "2022-11-30",
        },
    ),
    (
        "Podsumowanie projektu „Na start”\n\nLider: Gmina Warta\nRezultaty:\n- 64 osoby ukończyły kursy,\n- powstał ogród społeczny.",
        {
            "name": "Na start",
            "lead": "gmina Warta",
            "result": ["64 osoby ukończyły kursy", "powstał ogród społeczny"],
        },
    ),
]
NOT_RUN = [
    "Dobry projekt wymaga dobrego partnera.",
    "Może kiedyś napiszemy projekt.",
    "Rada przyjęła projekt uchwały w sprawie budżetu.",
    "Przeczytaliśmy artykuł „Nowe projekty”.",
]


@pytest.mark.parametrize(("text", "expected"), RUN)
def test_a_project_is_read_from_any_way_of_saying_it(text: str, expected: dict[str, Any]) -> None:
    assert is_told(text, "project", expected), told(text, "project")


@pytest.mark.parametrize("text", NOT_RUN)
def test_projects_in_general_are_none(text: str) -> None:
    assert told(text, "project") == []
