"""What is the project's own: not what a course in it took, nor what one of those who took part got."""

from typing import Any

import pytest

from spoiwo.reading.tests.told import is_told, told

OWN: list[tuple[str, dict[str, Any]]] = [
    (
        "Projekt „Drugi zawód” finansowano ze Zintegrowanego Programu Operacyjnego Rozwoju Regionalnego, Działanie 2.3.",
        {"programme": "Zintegrowany Program Operacyjny Rozwoju Regionalnego", "measure": "Działanie 2.3"},
    ),
    (
        "Urząd realizuje dwa projekty:\n1) „Młodzi w pracy” – PO WER, Poddziałanie 1.1.1, wartość 2 mln zł;\n"
        "2) „Doświadczeni” – RPO, Działanie 8.2, wartość 900 000 zł.",
        {"name": "Doświadczeni", "programme": "RPO", "measure": "Działanie 8.2", "value": 900000},
    ),
    (
        "Projekt „Start” realizuje Powiatowy Urząd Pracy w Kole. Partnerem urzędu jest Stowarzyszenie „Razem”.",
        {"name": "Start", "partner": ["Stowarzyszenie „Razem”"]},
    ),
    (
        "Partnerami projektu „Nauczyciel” są Politechnika Łódzka oraz firma Auto-Plan Sp. z o.o.",
        {"name": "Nauczyciel", "partner": ["Politechnika Łódzka", "Auto-Plan Sp. z o.o."]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), OWN)
def test_a_project_has_what_is_its_own(text: str, expected: dict[str, Any]) -> None:
    assert is_told(text, "project", expected), told(text, "project")


@pytest.mark.parametrize(
    "more",
    [
        "Każdy uczestnik otrzymał 23 tys. zł na założenie firmy.",
        "Spółdzielnia „Kram” dostała 60 tys. zł z projektu „Szansa”.",
        "Uczestnicy dostali po 20 tys. zł.",
    ],
)
def test_what_one_participant_got_is_not_the_worth_of_the_project(more: str) -> None:
    (project,) = told(f"Projekt „Szansa” realizuje Fundacja „Most” z Łodzi. {more}", "project")
    assert "value" not in project


def test_the_days_of_a_course_are_not_the_days_of_the_project() -> None:
    text = "Kurs trwał od 3 marca do 5 maja 2019 r. Projekt „Szansa” realizuje Fundacja „Most” z Łodzi."
    (project,) = told(text, "project")
    assert not {"date", "end_date"} & set(project)


TORN = (
    "Urząd Pracy w Kole bierze udział w projekcie „Młodzi na start” z programu FERS, którego liderem był \n\n"
)


@pytest.mark.parametrize(
    "further_on",
    [
        " Jak dodaje starosta,  -To, coFundacja Most z Konina. Rada oceniła wysoko, zasługuje na uznanie.",
        " Jak dodaje starosta,  -To, co Fundacja Most z Konina. Rada oceniła wysoko, zasługuje na uznanie.",
    ],
)
def test_a_leader_torn_from_its_clause_is_found_where_it_stands_alone(further_on: str) -> None:
    (project,) = told(TORN + further_on, "project")
    assert project["lead"] == "Fundacja Most"


def test_a_body_with_a_clause_of_its_own_is_no_torn_leader() -> None:
    (project,) = told(TORN + "Jak dodaje starosta, to, co Fundacja Most z Konina robi, zasługuje.", "project")
    assert "lead" not in project
