"""Projects told over several sentences: who speaks of itself, measures, times, worth and for whom."""

from typing import Any

import pytest

from spoiwo.reading.tests.told import is_told, told

PROJECTS: list[tuple[str, dict[str, Any]]] = [
    (
        "Powiatowy Urząd Pracy w Kutnie informuje. Realizujemy projekt „Pewny krok” (Działanie FELD.07.01). Skorzystają z niego kobiety "
        "powracające do pracy.",
        {
            "name": "Pewny krok",
            "lead": "Powiatowy Urząd Pracy w Kutnie",
            "measure": "Działanie FELD.07.01",
            "target_group": "kobiety powracające do pracy",
        },
    ),
    (
        "Ruszył projekt „Inkubator”. Pieniądze pochodzą z RPO Województwa Świętokrzyskiego na lata 2014-2020, Poddziałanie VIII.3.1.",
        {
            "programme": "RPO Województwa Świętokrzyskiego na lata 2014-2020",
            "measure": "Poddziałanie VIII.3.1",
        },
    ),
    (
        "Projekt „Nowa droga” dobiegł końca. Trwał od 1 stycznia 2012 r. do 31 grudnia 2013 r.",
        {"name": "Nowa droga", "date": "2012-01-01", "end_date": "2013-12-31"},
    ),
    (
        "30 listopada 2018 r. zamknęliśmy projekt „Aktywni” (PO WER). Był wart 4 250 000 zł.",
        {"name": "Aktywni", "end_date": "2018-11-30", "value": 4250000},
    ),
    (
        "„Mama wraca” – tak nazywa się nowy projekt urzędu. Środki w wysokości 980 tys. zł pozyskano z PO WER.",
        {"name": "Mama wraca", "programme": "PO WER", "value": 980000},
    ),
    (
        "Ruszył projekt „Zielone zawody”. Jego realizację powierzono Fundacji „Eko-Praca”. Partnerowała jej gmina Rewal.",
        {"name": "Zielone zawody", "lead": "Fundacja „Eko-Praca”", "partner": "gmina Rewal"},
    ),
    (
        "Trwa rekrutacja do projektu „Silver” z programu FERS. Grupę docelową stanowią osoby bierne zawodowo w wieku 50+.",
        {"name": "Silver", "target_group": "osoby bierne zawodowo w wieku 50+"},
    ),
    (
        "Wartość projektu „Dojrzali”, finansowanego z PO KL (Działanie 8.1), wynosi 642 000 zł.",
        {"name": "Dojrzali", "measure": "Działanie 8.1", "value": 642000},
    ),
]


@pytest.mark.parametrize(("text", "expected"), PROJECTS)
def test_a_project_is_put_together_from_what_is_said_of_it(text: str, expected: dict[str, Any]) -> None:
    assert is_told(text, "project", expected), told(text, "project")


def test_of_two_offices_none_is_taken_for_the_one_that_speaks() -> None:
    text = "Powiatowy Urząd Pracy w Kole i Powiatowy Urząd Pracy w Turku zapraszają. Realizujemy projekt „Duet” z programu FERS."
    assert all("lead" not in one for one in told(text, "project"))


def test_the_rest_of_a_longer_sum_is_no_value() -> None:
    text = "Powiat Kolski realizuje projekt „Fach”. Całkowita wartość projektu wynosi 4 mln 200 tys. zł."
    assert all("value" not in one for one in told(text, "project"))
