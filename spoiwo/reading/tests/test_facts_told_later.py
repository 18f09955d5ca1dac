"""What a later sentence adds, changes or only leaves behind of an event told before."""

import datetime as dt
from typing import Any

import pytest

from spoiwo.reading.tests.told import told

NOV = dt.date(2019, 11, 20)


def brief(text: str, kind: str, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(one.get(name) for name in names) for one in told(text, kind, published=NOV)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (  # summed up in a hall
            "14 listopada 2019 r. w remizie w Lubrańcu podsumowano konkurs „Gospodarz z pasją”. Przyszło 90 osób.",
            [("gala", "2019-11-14", None)],
        ),
        (
            "Laureatów konkursu nagrodzono 8 czerwca 2018 r. w Pałacu Młodzieży w Katowicach.",
            [("gala", "2018-06-08", None)],
        ),
        (  # only decided, nobody met
            "12 maja 2016 r. rozstrzygnięto konkurs „Gospodarz z pasją”.",
            [],
        ),
        (  # the days it lasted
            "Warsztaty zaczęły się 4 października 2018 r. w Kole. Warsztaty trwały trzy dni (4–6 października 2018 r.).",
            [("warsztaty", "2018-10-04", "2018-10-06")],
        ),
        (  # on the day of the signing
            "12 maja 2016 r. w Sokółce podpisano porozumienie o współpracy. Po uroczystości odbyło się seminarium o stażach.",
            [("seminarium", "2016-05-12", None)],
        ),
        (
            "Kolejnym krokiem będą warsztaty dla pracodawców. Zaplanowano je na 7 grudnia 2019 r. w Iłży.",
            [("warsztaty", "2019-12-07", None)],
        ),
        (
            "Każdy może pomóc – mówił wojewoda Jan Bryś, otwierając debatę o pracy. Odbyła się ona 31 maja 2019 r. w Lublinie.",
            [("debata", "2019-05-31", None)],
        ),
        (  # what is left of it, and what paid for it
            "Zdjęcia z konferencji można oglądać od 2 czerwca 2018 r. na stronie urzędu.",
            [],
        ),
        ("Konferencję sfinansowano z projektu, który trwa od 1 lutego 2017 r. do 30 listopada 2018 r.", []),
    ],
)
def test_a_meeting_has_the_days_it_was_held_on(text: str, found: list[tuple[Any, ...]]) -> None:
    assert brief(text, "meeting", "form", "date", "end_date") == found


def test_a_meeting_at_an_hour_of_its_own_stands_beside_the_fair() -> None:
    text = (
        "3 marca 2015 r. w Łukowie odbyły się targi pracy. O godz. 11.00 w auli rozpoczęło się spotkanie dla osób "
        "planujących własną firmę."
    )
    assert brief(text, "meeting", "form", "date") == [("targi", "2015-03-03"), ("spotkanie", "2015-03-03")]
    programme = (
        "Targi pracy odbędą się 20 kwietnia 2017 r. Program: 10.00 otwarcie, 11.00 spotkanie z doradcą."
    )
    assert brief(programme, "meeting", "form") == [("targi",)]


def test_the_exact_day_of_a_training_stands_for_its_month() -> None:
    text = "W marcu 2020 r. ruszy szkolenie z obsługi suwnic. Zaplanowano je na 17 marca 2020 r. w Policach."
    assert brief(text, "training", "subject", "date") == [("obsługi suwnic", "2020-03-17")]
    exam = "Kurs prawa jazdy kategorii C ukończyło 7 osób. Egzamin odbył się 6 maja 2019 r."
    assert brief(exam, "training", "participants", "date") == [(7, None)]


def test_trainings_counted_and_told_in_brackets_are_each_their_own() -> None:
    text = "Odbyły się trzy kursy: fryzjerski (maj 2018, 10 osób), operatora wózka (czerwiec 2018) i florystyki (wrzesień 2018, 8 osób)."
    assert brief(text, "training", "subject", "date", "participants") == [
        ("fryzjerski", "2018-05", 10),
        ("operatora wózka", "2018-06", None),
        ("florystyki", "2018-09", 8),
    ]


def test_a_former_agreement_lends_nothing_to_the_newer_one() -> None:
    text = (
        "Zespół Szkół w Rypinie i firma Agropol z Rypina podpisały 19 czerwca 2017 r. umowę o klasie patronackiej. "
        "Pierwszą zawarto w 2015 roku z Zakładem Mleczarskim „Biała Rzeka”."
    )
    assert brief(text, "agreement", "date", "party") == [
        ("2017-06-19", ["Zespół Szkół w Rypinie", "Agropol"]),
        ("2015", "Zakład Mleczarski „Biała Rzeka”"),
    ]


def test_an_annex_tells_of_the_agreement_it_changes() -> None:
    text = (
        "Gmina Przesmyki i Fundacja „Lato” zawarły 7 czerwca 2018 r. aneks do umowy w sprawie prowadzenia świetlicy. "
        "Samą umowę obie strony zawarły 1 lutego 2017 r."
    )
    parties = ["gmina Przesmyki", "Fundacja „Lato”"]
    assert brief(text, "agreement", "form", "date", "party") == [
        ("aneks", "2018-06-07", parties),
        ("umowa", "2017-02-01", parties),
    ]


def test_what_people_were_sent_away_from_belongs_to_the_subject() -> None:
    text = (
        "Powiat jaworski i Związek Ceramików podpisały 11 maja 2009 r. list intencyjny dotyczący wsparcia pracowników "
        "zwalnianych z Fabryki Porcelany „Filiżanka”."
    )
    assert brief(text, "agreement", "subject") == [
        ("wsparcia pracowników zwalnianych z Fabryki Porcelany „Filiżanka”",)
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Własny projekt, „Młody spawacz”, zrealizuje do 30 czerwca 2018 r. powiat siemiatycki.",
            "Młody spawacz",
        ),
        (
            "Rusza „Kuźnia zawodów”. To projekt finansowany z Programu Operacyjnego Kapitał Ludzki.",
            "Kuźnia zawodów",
        ),
    ],
)
def test_a_project_is_called_beside_the_word(text: str, name: str) -> None:
    assert brief(text, "project", "name") == [(name,)]


def test_trainings_of_a_cycle_are_told_in_turn() -> None:
    text = (
        "W lipcu ruszy cykl szkoleń dla animatorów. Pierwsze, z pisania wniosków, poprowadzi 4 lipca 2016 r. w Zbójnie "
        "Fundacja „Lokomotywa”."
    )
    assert brief(text, "training", "subject", "date", "organiser") == [
        ("pisania wniosków", "2016-07-04", "Fundacja „Lokomotywa”")
    ]


def test_those_who_signed_are_named_after_their_number() -> None:
    text = (
        "9 maja 2019 r. w Rzeszowie trzy podmioty podpisały list intencyjny o utworzeniu sieci kuchni. Są to: województwo "
        "podkarpackie, Spółdzielnia Socjalna „Garnek” oraz Zespół Szkół Gospodarczych w Rzeszowie."
    )
    assert brief(text, "agreement", "party") == [
        (
            [
                "województwo podkarpackie",
                "Spółdzielnia Socjalna „Garnek”",
                "Zespół Szkół Gospodarczych w Rzeszowie",
            ],
        )
    ]


def test_results_in_a_line_end_with_their_sentence() -> None:
    text = (
        "Fundacja „Most” zakończyła projekt „Razem” z Programu Operacyjnego Kapitał Ludzki.\n\nEfekty: 190 osób odbyło staże, "
        "64 założyły firmy. Potem było święto."
    )
    assert brief(text, "project", "result") == [(["190 osób odbyło staże", "64 założyły firmy"],)]


def test_a_village_nobody_knows_stays_in_the_name_of_its_circle() -> None:
    text = "Wygrało Koło Gospodyń Wiejskich w Zbrzęczkowie. Pomogła Fundacja „Most”."
    assert brief(text, "organisation", "name")[0] == ("Koło Gospodyń Wiejskich w Zbrzęczkowie",)


def test_a_calendar_says_the_year_of_its_days_once() -> None:
    text = "Harmonogram szkoleń na I półrocze 2015\n\nFlorystyka – 9 lutego, Krapkowice\nSpawanie – 3 października, Gogolin\n"
    found = [one["value"] for one in told(text, "date")]
    assert "2015-02-09" in found
    assert "--10-03" in found  # not of that half of the year
