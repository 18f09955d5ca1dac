"""Awards whose day, place and contest are told elsewhere than who won; lists of unusual make; what only looks like one."""

from datetime import date
from typing import Any

import pytest

from spoiwo.reading.tests.told import is_told, told

SCENES: list[tuple[str, dict[str, Any]]] = [
    (
        "Konkurs „Mój zawód” zorganizowany przez Powiatowy Urząd Pracy w Pile wygrała Alicja Bury z Szydłowa.",
        {"laureate": "Alicja Bury", "contest": "Mój zawód"},
    ),
    (
        "Przyznano tytuły „Przyjazny Bezrobotnym”. Otrzymali je: Fabryka Mebli „Sosna” S.A. i gmina Kaźmierz.",
        {"laureate": "gmina Kaźmierz", "title": "Przyjazny Bezrobotnym"},
    ),
    (
        "Zawody „Spawacz Roku” odbyły się 9 maja 2019 r. w Mielcu. Złoty medal wywalczył Dominik Gaj, srebro przypadło Filipowi Kani.",
        {"laureate": "Filip Kania", "title": "srebro", "date": "2019-05-09", "place": "Mielec"},
    ),
    (
        "Komisja przyznała trzy nagrody: pierwszą Julii Banach, drugą Kacprowi Woźnemu. Konkurs „Biznesplan” rozstrzygnięto, a nagrody "
        "wręczono 15 maja 2018 r. w Jaśle.",
        {"laureate": "Julia Banach", "title": "pierwsza nagroda", "date": "2018-05-15", "place": "Jasło"},
    ),
    (
        "Dwa wyróżnienia przyznano w konkursie „Smak Regionu”: Stowarzyszeniu „Pod Lipą” i Kołu Gospodyń Wiejskich w Bielawach.",
        {"laureate": "Stowarzyszenie „Pod Lipą”", "title": "wyróżnienie", "contest": "Smak Regionu"},
    ),
    (
        "Podczas forum, które odbyło się 22 października 2013 r. w Kielcach, ogłoszono laureatów konkursu „Lider Pracy”. Został nim "
        "Powiatowy Urząd Pracy w Pińczowie.",
        {"laureate": "Powiatowy Urząd Pracy w Pińczowie", "contest": "Lider Pracy", "date": "2013-10-22"},
    ),
    (
        "Firma „Drew-Pol” Sp. z o.o. została ogłoszona Pracodawcą Roku 2018. Statuetkę wręczono 14 grudnia 2018 r. w Żywcu.",
        {"laureate": "„Drew-Pol” Sp. z o.o.", "title": "Pracodawca Roku 2018", "date": "2018-12-14"},
    ),
    (
        "Do Koła Gospodyń Wiejskich „Malwa” w Osieku trafiło drugie miejsce w konkursie „Stół”.",
        {"laureate": "Koło Gospodyń Wiejskich „Malwa” w Osieku", "title": "drugie miejsce"},
    ),
    (
        "Przedszkole „Bajka” w Chełmży ma powód do dumy. W konkursie „Zielone Przedszkole” przypadło mu drugie miejsce.",
        {"laureate": "Przedszkole „Bajka” w Chełmży", "title": "drugie miejsce"},
    ),
    (
        "Komisja w składzie: Jan Kot i Anna Lis przyznała I miejsce Piekarni „Złoty Kłos” z Pyrzyc. Konkurs „Firma Roku” za nami.",
        {"laureate": "Piekarnia „Złoty Kłos”", "title": "I miejsce", "contest": "Firma Roku"},
    ),
    (
        "20 kwietnia 2016 r. w Gryficach odbyły się targi pracy. Rozegrano też konkurs „Moja firma”. I miejsce zdobyła Dagmara Wilk. "
        "17 maja 2016 r. w Szczecinie odbędzie się konferencja.",
        {"laureate": "Dagmara Wilk", "title": "I miejsce", "date": "2016-04-20", "place": "Gryfice"},
    ),
    (
        "Wyróżnienia w konkursie „Dobry Urząd” otrzymały Powiatowe Urzędy Pracy w Rypinie i we Włocławku.",
        {"laureate": "Powiatowy Urząd Pracy we Włocławku", "title": "wyróżnienie"},
    ),
    (
        "Dyrektorka Grażyna Kos odebrała 29 września 2018 r. w Łodzi statuetkę „Przyjaciel Rzemiosła”, którą kapituła przyznała "
        "Powiatowemu Urzędowi Pracy w Opocznie.",
        {
            "laureate": "Powiatowy Urząd Pracy w Opocznie",
            "title": "Przyjaciel Rzemiosła",
            "date": "2018-09-29",
        },
    ),
    (
        "Wyniki konkursu „Szkolny Start”. Kategoria „szkoły średnie”: 1. Technikum w Turku, 2. Zespół Szkół w Kole.",
        {"laureate": "Zespół Szkół w Kole", "title": "II miejsce", "category": "szkoły średnie"},
    ),
    (
        "Kategoria „Produkt”: złoto – Spółdzielnia Socjalna „Kłos”, srebro – Fundacja Zorza. Konkurs „Smaki” rozstrzygnięto.",
        {"laureate": "Fundacja Zorza", "title": "srebro", "category": "Produkt"},
    ),
    (
        "Laureaci plebiscytu „Babka na Medal” (gala: Łomża, 8 marca 2019 r.)\n\nKategoria „Społeczniczka”: Irena Kos z Piątnicy\n"
        "Kategoria „Debiut”: Ewa Lis\n",
        {"laureate": "Ewa Lis", "category": "Debiut", "contest": "Babka na Medal", "date": "2019-03-08"},
    ),
    (
        "Wśród laureatów konkursu „Start” są: Fundacja Krok (I miejsce), Stowarzyszenie „Most” (II miejsce) oraz gmina Rewal (wyróżnienie).",
        {"laureate": "gmina Rewal", "title": "wyróżnienie"},
    ),
    (
        "Gala konkursu „Serce” odbyła się 5 czerwca 2015 r. w Śremie. Wyróżnienia odebrali: Igor Pas, Maja Cebula i Oskar Dul.",
        {"laureate": "Maja Cebula", "title": "wyróżnienie", "date": "2015-06-05"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SCENES)
def test_an_award_has_the_scene_told_for_it(text: str, expected: dict[str, Any]) -> None:
    assert is_told(text, "award", expected), told(text, "award")


def test_what_was_won_in_a_former_year_is_not_told_with_the_day_of_this_one() -> None:
    text = (
        "Urząd Gminy Rewal zdobył tytuł „Gmina na Medal” w konkursie „Perły”. Galę zorganizowano 24 września 2021 r. w Gdańsku. "
        "Przed rokiem urząd dostał wyróżnienie."
    )
    assert [award["title"] for award in told(text, "award")] == ["Gmina na Medal"]


def test_a_former_edition_with_a_day_of_its_own_keeps_that_day() -> None:
    text = (
        "Uroczysta gala III edycji konkursu „Kielnia” odbędzie się 19 czerwca 2009 r. w Janowie Lubelskim.\n\n"
        "W II edycji, rozstrzygniętej 20 czerwca 2008 r. w Modliborzycach, I miejsce zajął Jan Wydra. Wyróżnienie przypadło Adamowi Kosowi."
    )
    assert {(one["laureate"], one["date"]) for one in told(text, "award")} == {
        ("Jan Wydra", "2008-06-20"),
        ("Adam Kos", "2008-06-20"),
    }


def test_a_contest_of_one_day_is_not_that_of_an_award_of_another() -> None:
    text = (
        "8 marca 2019 r. w Opolu Fundacja „Wsparcie” otrzymała tytuł „Lider Pomocy”.\n\n"
        "14 września 2019 r. gmina Rewal zdobyła II miejsce w konkursie „Zielona Gmina”.\n"
    )
    contests = {one["laureate"]: one.get("contest") for one in told(text, "award")}
    assert contests == {"Fundacja „Wsparcie”": None, "gmina Rewal": "Zielona Gmina"}


def test_prizes_are_not_spread_where_it_is_not_said_who_got_which() -> None:
    text = "W konkursie „Eko” I miejsce zajął Tartak Wilk Sp. z o.o., a II miejsce – Fundacja Zorza. Laureaci otrzymali statuetki i dyplomy."
    assert all("prize" not in award for award in told(text, "award"))


def test_prizes_told_by_place_go_to_their_places() -> None:
    text = (
        "Konkurs „Fach”\nI miejsce – Jan Kos\nII miejsce – Ewa Lis\n\n"
        "Zdobywcy pierwszych miejsc otrzymali puchary, pozostali laureaci – dyplomy."
    )
    assert {one["laureate"]: one["prize"] for one in told(text, "award")} == {
        "Jan Kos": "puchar",
        "Ewa Lis": "dyplom",
    }


NOT_AWARDS = [
    "Powiatowy Urząd Pracy w Wolsztynie zajął trzecie miejsce w województwie pod względem liczby staży.",
    "Walne zebranie wybrało nowego prezesa Stowarzyszenia „Most”. Został nim Jan Kot.",
    "– Remis na drugim miejscu nikogo nie zmartwił – śmieje się Halina Poznańska.",
    "Na zwycięzców konkursu „Jutro” czekają statuetki, a najlepsza firma otrzyma tytuł „Złoty Pracodawca”.",
]


@pytest.mark.parametrize("text", NOT_AWARDS)
def test_what_only_looks_like_an_award_gives_none(text: str) -> None:
    assert told(text, "award") == []


def test_a_prize_not_given_is_nobodys() -> None:
    text = "Wyniki konkursu „Kucharz”: I miejsce – Jakub Król, III miejsca nie przyznano, wyróżnienie – Tomasz Sroka."
    assert {(one["laureate"], one["title"]) for one in told(text, "award", date(2020, 1, 1))} == {
        ("Jakub Król", "I miejsce"),
        ("Tomasz Sroka", "wyróżnienie"),
    }


def test_a_named_statuette_without_a_contest_is_a_title_alone() -> None:
    text = "Nagrodę „Animator Roku” wręczono Halinie Mroczek. Wydarzenie odbyło się 8 października 2016 r. w Pleszewie."
    (award,) = told(text, "award")
    assert (award.get("contest"), award["title"], award["date"]) == (None, "Animator Roku", "2016-10-08")


TWO_OF_ONE = [
    "Powiatowy Urząd Pracy w Kole wygrał konkurs „Dobry Urząd”. Zdobył drugą statuetkę „Mistrza Obsługi” i został "
    "odznaczony jako jedyny w regionie „Urząd bez Barier”.",
    # What bold print tore apart: the title stands behind words of the next clause.
    "Powiatowy Urząd Pracy w Kole wygrał konkurs „Dobry Urząd”. Jako  zdobył drugą statuetkę  i w gronie jedyny "
    "„Mistrza Obsługi” nagrodzonych został odznaczony jako „Urząd bez Barier”.",
    "Powiatowy Urząd Pracy w Kole wygrał konkurs „Dobry Urząd”. Jako  zdobył drugą statuetkę  i w gronie jedyny "
    "w powiecie „Mistrza Obsługi” nagrodzonych został odznaczony jako „Urząd bez Barier”.",
]


@pytest.mark.parametrize("text", TWO_OF_ONE)
def test_two_titles_of_one_laureate_are_two_awards_each_with_its_own(text: str) -> None:
    awards = {
        one["title"]: (one.get("rank"), one.get("prize")) for one in told(text, "award") if "title" in one
    }
    assert awards == {"Mistrz Obsługi": (2, "statuetka"), "Urząd bez Barier": (None, None)}


def test_a_title_won_besides_is_not_the_one_the_contest_gave() -> None:
    text = (
        "Fundacja Most z Koła po raz trzeci została laureatem konkursu „Otwarte Drzwi”. Otrzymała też tytuł "
        "„Przyjaciel Seniora”."
    )
    first, second = told(text, "award")
    assert (first["rank"], first.get("title")) == (3, None)
    assert (second["title"], second.get("rank")) == ("Przyjaciel Seniora", None)
