"""What the sentences around tell: a day held in common, a hall named before, who signs each of several, whose function."""

from datetime import date
from typing import Any

import pytest

from spoiwo.reading.evaluation import labels_of
from spoiwo.reading.facts import find_facts

PUBLISHED = date(2020, 6, 1)


def _all(kind: str, text: str) -> list[dict[str, Any]]:
    facts = find_facts(text, published=PUBLISHED)
    return [labels_of(fact)["fields"] for fact in facts if fact.kind == kind]


def _has(wanted: dict[str, Any], facts: list[dict[str, Any]]) -> bool:
    return any(all(one.get(name) == value for name, value in wanted.items()) for one in facts)


MEETINGS = [
    (
        "12 maja 2019 r. w hali sportowej w Sieradzu odbyły się targi pracy. Targi odwiedziło 900 osób.\n\nDużym powodzeniem "
        "cieszyły się warsztaty pt. „Pierwsza rozmowa”, które na małej sali poprowadziła Monika Stawska.",
        {"form": "warsztaty", "date": "2019-05-12", "place": "Sieradz", "venue": "mała sala", "came": None},
    ),
    (
        "9 maja 2022 r. w auli Zespołu Szkół w Pelplinie podpisano umowę o współpracy. Kurs ruszy 3 października. Po podpisaniu "
        "umowy odbyła się w auli debata „Zawód na lata”.",
        {"form": "debata", "date": "2022-05-09", "venue": "aula Zespołu Szkół w Pelplinie"},
    ),
    (
        "GDYNIA. W sobotę 17 września 2011 roku rozdano Srebrne Wiosła. Konkurs ogłosiło Centrum „Fala”.\n\n"
        "Gala miała miejsce w sali koncertowej.",
        {"form": "gala", "date": "2011-09-17"},
    ),
    (
        "Rozwojowi turystyki poświęcona była debata, którą 12 października 2010 r. w Pyrzycach zorganizował Powiat Pyrzycki.",
        {"form": "debata", "topic": "Rozwojowi turystyki"},
    ),
    (
        "Spotkanie dla rolników w sprawie dopłat odbędzie się 7 lipca 2020 r. w Kutnie.",
        {"form": "spotkanie", "audience": ["rolników"]},
    ),
    (
        "16 maja 2013 r. w Kutnie odbyły się targi pracy. Stoiska przygotowało 54 wystawców. Udział był bezpłatny, "
        "a nocleg zapewniono 60 osobom.",
        {"form": "targi", "invited": None, "came": None},
    ),
    (
        "17 marca 2014 r. w Kutnie odbyło się seminarium. Wykładów wysłuchało 75 studentów.",
        {"form": "seminarium", "came": 75},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), MEETINGS)
def test_a_meeting_takes_what_is_told_around_it_and_nothing_else(text: str, wanted: dict[str, Any]) -> None:
    found = _all("meeting", text)
    assert _has(wanted, found), found


def test_a_day_foretold_at_a_gala_is_not_the_day_of_the_gala() -> None:
    text = (
        "26 maja 2020 r. podczas gali w Kutnie wręczono nagrody. Galę poprowadziła Anna Lis, która zapowiedziała, "
        "że następna edycja ruszy we wrześniu."
    )
    assert [one["date"] for one in _all("meeting", text)] == ["2020-05-26"]


TRAININGS = [
    (
        "Kursy zorganizował Zakład Doskonalenia Zawodowego w Koninie.\n\nKurs „Kucharz” rozpoczął się 5 lutego 2020 r. w Turku.",
        {"subject": "Kucharz", "organiser": ["Zakład Doskonalenia Zawodowego w Koninie"]},
    ),
    (
        "Szkolenie z obsługi kasy odbędzie się 3 września 2020 r. w Koninie. Takie samo szkolenie odbędzie się 10 września w Turku.",
        {"subject": "obsługi kasy", "date": "2020-09-10", "place": "Turek"},
    ),
    (
        "Szkolenie „Moja firma” odbędzie się 3 września 2020 r. w Koninie.\n\nPrzygotowaliśmy 45 miejsc.",
        {"subject": "Moja firma", "participants": 45},
    ),
    (
        "Szkolenia jesienią:\n\n1. „Kadry i płace”\npoczątek: 3 września 2020 r.\nmiejsce: Konin\nliczba miejsc: 15\n\n"
        "2. „Spawanie”\npoczątek: 7 września 2020 r.\nmiejsce: Turek\nliczba miejsc: 10",
        {"subject": "Spawanie", "date": "2020-09-07", "place": "Turek", "participants": 10},
    ),
    ("Kurs cukiernictwa, ruszy 3 września 2020 r. w Turku.", {"subject": "cukiernictwa", "place": "Turek"}),
]


@pytest.mark.parametrize(("text", "wanted"), TRAININGS)
def test_a_training_takes_what_is_told_around_it(text: str, wanted: dict[str, Any]) -> None:
    found = _all("training", text)
    assert _has(wanted, found), found


def test_a_title_row_of_a_table_is_no_training() -> None:
    text = (
        "Harmonogram szkoleń:\nLp. | Temat | Termin | Miejsce | Liczba miejsc\n1 | Kadry i płace | 3 marca 2019 r. | Konin | 15\n"
        "2 | Spawacz MAG | 12 marca 2019 r. | Turek | 10"
    )
    assert [one["subject"] for one in _all("training", text)] == ["Kadry i płace", "Spawacz MAG"]


@pytest.mark.parametrize(
    "text",
    [
        "Powiatowy Urząd Pracy w Kutnie zawarł 5 marca 2020 r. w Kutnie dwa porozumienia w sprawie praktyk: jedno z Fundacją „Zorza”, "
        "drugie ze Stowarzyszeniem „Most”.",
        "5 marca 2020 r. Powiatowy Urząd Pracy w Kutnie podpisał dwa porozumienia w sprawie praktyk. Pierwsze zostało zawarte z "
        "Fundacją „Zorza”, drugie ze Stowarzyszeniem „Most”.",
    ],
)
def test_agreements_counted_at_once_are_told_one_by_one(text: str) -> None:
    found = _all("agreement", text)
    us = "Powiatowy Urząd Pracy w Kutnie"
    assert [one["party"] for one in found] == [[us, "Fundacja „Zorza”"], [us, "Stowarzyszenie „Most”"]]
    assert {(one["form"], one["date"], one["subject"]) for one in found} == {
        ("porozumienie", "2020-03-05", "praktyk")
    }


def test_counted_agreements_without_their_parties_are_not_made_up() -> None:
    text = "5 marca 2020 r. w Kutnie podpisano dwie umowy o staż. Pierwsza jest ważna rok, druga dwa lata."
    assert len(_all("agreement", text)) < 2


def test_who_signs_with_a_short_function_has_the_one_said_first() -> None:
    text = (
        "Starosta kutnowski Anna Lis powitała gości. 5 marca 2020 r. w Kutnie podpisano porozumienie w sprawie praktyk. "
        "W imieniu powiatu podpisała je starosta Anna Lis."
    )
    assert _all("agreement", text)[0]["representative"] == ["Anna Lis, Starosta kutnowski"]


PEOPLE = [
    (
        "Drew-Pol Sp. z o.o. podpisała umowę. Podpis złożył prezes zarządu spółki Adam Nowak.",
        {"name": "Adam Nowak", "function": "prezes zarządu", "organisation": "Drew-Pol Sp. z o.o."},
    ),
    (
        "Powiatowy Urząd Pracy w Kutnie zaprosił szkoły. Wykład wygłosił dyrektor urzędu pracy Jan Lis.",
        {"name": "Jan Lis", "function": "dyrektor", "organisation": "Powiatowy Urząd Pracy w Kutnie"},
    ),
    ("Mówił też wójt gminy Bielice Stefan Majchrzak.", {"function": "wójt gminy Bielice"}),
    ("Zajęcia prowadziła opiekunka zespołu Hanna Lis.", {"function": "opiekunka zespołu"}),
    ("Gościem była poetka Irena Lis.", {"function": "poetka"}),
]


@pytest.mark.parametrize(("text", "wanted"), PEOPLE)
def test_a_function_holds_its_unit_but_no_body_named_before(text: str, wanted: dict[str, Any]) -> None:
    found = _all("person", text)
    assert _has(wanted, found), found


NUMBERS = [
    ("Do debaty zaproszono 80 osób. Przyszło nieco mniej, bo 61: nauczyciele i rolnicy.", (61, "osób")),
    ("Liczba miejsc jest ograniczona do 130.", (130, "miejsc")),
    ("Zgłoszono 21 pomysłów, spośród których wybrano trzy najlepsze.", (3, "pomysłów")),
    ("Do konkursu stanęło 86 zespołów, do finału zakwalifikowano 15.", (15, "zespołów")),
    ("Do projektu przyszło 115 młodych osób. Dziś 70 z nich ma pracę.", (70, "młodych osób")),
]


@pytest.mark.parametrize(("text", "wanted"), NUMBERS)
def test_a_number_alone_counts_what_was_counted_before(text: str, wanted: tuple[int, str]) -> None:
    assert wanted in [(one["value"], one["counts"]) for one in _all("number", text)]


def test_a_number_alone_in_another_sentence_counts_nothing() -> None:
    assert len(_all("number", "Do konkursu stanęło 86 zespołów. W finale zobaczymy 15.")) == 1
