"""The five real documents: everything a careful clerk would record is proposed, and nothing else.

Facts of persons follow one rule: where the function names an organisation, that is the person's organisation and the
function ends before it. Source 004 is a bad scan and is repaired first.
"""

from pathlib import Path
from typing import Any

import pytest

from spoiwo.polish.repairing import repair
from spoiwo.reading import find_facts, read_document
from spoiwo.reading.tests.told import values

SOURCES = Path(__file__).resolve().parents[3] / ".." / "shared" / "sources"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SOURCES.exists(), reason="the five documents are not beside the project"),
]

OPOCZNO = "Powiatowy Urząd Pracy w Opocznie"
PUP_PLOCK = "Powiatowy Urząd Pracy w Płocku"
COOPERATION = "Instytut Współpracy i Partnerstwa Lokalnego w Katowicach"
KATOWICE = "Instytut Partnerstwa Lokalnego w Katowicach"
NOWY_DWOR = "Powiatowy Urząd Pracy w Nowym Dworze Mazowieckim"
MINISTRY = "Ministerstwo Rodziny, Pracy i Polityki Społecznej"
WUP = "Wojewódzki Urząd Pracy w Warszawie"
FISE = "Fundacja Inicjatyw Społeczno-Ekonomicznych"
BRANCH = "Siedlecka Filia Wojewódzkiego Urzędu Pracy w Warszawie"
PLACES = {
    "Gliwice": ("2466", "town"),
    "Katowice": ("2469", "town"),
    "Nowy Dwór Mazowiecki": ("1414011", "town"),
    "Opoczno": ("1007043", "town"),
    "Polska": ("", "country"),
    "Płock": ("1462", "town"),
    "Serpelice": ("", "village"),
    "Warszawa": ("1465", "town"),
    "kujawsko-pomorskie": ("04", "voivodeship"),
    "mazowieckie": ("14", "voivodeship"),
    "nowodworski": ("1414", "county"),
    "podlaskie": ("20", "voivodeship"),
    "płocki": ("1419", "county"),
    "łódzkie": ("10", "voivodeship"),
}

EXPECTED: dict[str, dict[str, list[dict[str, Any]]]] = {
    "000": {
        "meeting": [
            {
                "form": "konferencja",
                "date": "2019-10-16",
                "venue": "siedziba Business Centre Club",
                "place": "Warszawa",
            }
        ],
        "award": [
            {
                "contest": "Lider aktywizacji osób młodych 2019",
                "date": "2019-10-16",
                "place": "Warszawa",
                "patron": "Minister Rodziny, Pracy i Polityki Społecznej",
                "organiser": "Fundacja Promocji Inicjatyw Społecznych POLPROM",
                "laureate": OPOCZNO,
                "title": "Lider Aktywizacji Osób Młodych 2019",
                "prize": "statuetka",
                "received_by": "Małgorzata Pantak",
                "practice": "Projektu Edukacja dla Pracy",
            }
        ],
        "organisation": [
            {"name": "Business Centre Club", "kind": "inna"},
            {"name": "Fundacja Promocji Inicjatyw Społecznych POLPROM", "kind": "fundacja"},
            {"name": OPOCZNO, "kind": "pup", "place": "Opoczno"},
        ],
        "person": [{"name": "Małgorzata Pantak", "function": "Z-ca Dyrektora", "organisation": OPOCZNO}],
        "date": [{"value": "2019-10-16"}],
        "number": [{"value": 2, "counts": "kategorie"}],
    },
    "001": {
        "award": [
            {
                "contest": "najlepsze praktyki publicznych instytucji rynku pracy w zakresie wspierania osób młodych",
                "date": "--11-09",
                "laureate": "Jaworznicki Urząd Pracy",
                "title": "Lider aktywizacji osób młodych",
                "prize": "statuetka",
                "rank": 4,
                "practice": "Jaworznicka młodzież solidarna w działaniu",
            },
            {
                "contest": "najlepsze praktyki publicznych instytucji rynku pracy w zakresie wspierania osób młodych",
                "date": "--11-09",
                "laureate": "Jaworznicki Urząd Pracy",
                "title": "Primus inter pares",
                "practice": "Jaworznicka młodzież solidarna w działaniu",
            },
        ],
        "project": [
            {
                "programme": "POWER",
                "measure": "1.4",
                "lead": "Klaster Innowacji Społecznych",
                "partner": "Powiatowy Urząd Pracy",
            }
        ],
        "organisation": [
            {"name": "Jaworznicki Urząd Pracy", "kind": "pup"},
            {"name": "Powiatowy Urząd Pracy", "kind": "pup"},
            {"name": "Klaster Innowacji Społecznych", "kind": "inna", "place": "Gliwice"},
            {"name": "Fundacja POLPROM", "kind": "fundacja"},
        ],
        "date": [{"value": "--11-09"}],
    },
    "002": {
        "agreement": [
            {
                "form": "porozumienie",
                "subject": "Wdrażania Modelu Partnerstwa Lokalnego",
                "date": "2003-11-18",
                "place": "Warszawa",
                "party": ["województwo mazowieckie", "powiat płocki"],
                "representative": [
                    "Adam Struzik, Marszałek Województwa Mazowieckiego",
                    "Tomasz Sieradz, Członek Zarządu Województwa Mazowieckiego",
                    "Michał Boszko, Starosta Powiatu",
                    "Jan Ciastek, Wicestarosta",
                ],
            }
        ],
        "meeting": [
            {
                "form": "prezentacja",
                "date": "2005-02-16",
                "topic": "Programu Partnerstwa Lokalnego",
                "speaker": ["Jadwiga Olszowska-Urban", "Aleksandra Otrębska"],
                "venue": "Starostwo Powiatowe w Płocku",
                "place": "Płock",
                "audience": [
                    "przedstawiciele władz samorządowych",
                    "pracodawcy",
                    "organizacje pozarządowe",
                    "inne instytucje z terenu Płocka i powiatu płockiego",
                ],
            },
            {"form": "spotkanie", "invited": 1000, "came_percent": 30, "organiser": PUP_PLOCK},
        ],
        "training": [
            {
                "subject": "technik współpracy pomiędzy samorządami, pracodawcami a społecznością lokalną",
                "organiser": KATOWICE,
                "participants": 2,
                "audience": "pracowników",
            }
        ],
        "organisation": [
            {"name": KATOWICE, "kind": "inna", "place": "Katowice"},
            {"name": PUP_PLOCK, "kind": "pup", "place": "Płock"},
            {"name": "Starostwo Powiatowe w Płocku", "kind": "urząd", "place": "Płock"},
            {"name": COOPERATION, "kind": "inna", "place": "Katowice"},
        ],
        "person": [
            {"name": "Adam Struzik", "function": "Marszałek Województwa Mazowieckiego"},
            {"name": "Tomasz Sieradz", "function": "Członek Zarządu Województwa Mazowieckiego"},
            {"name": "Michał Boszko", "function": "Starosta Powiatu"},
            {"name": "Jan Ciastek", "function": "Wicestarosta"},
            {"name": "Jadwiga Olszowska-Urban", "function": "Prezes", "organisation": COOPERATION},
            {"name": "Aleksandra Otrębska", "function": "pracownik", "organisation": COOPERATION},
        ],
        "date": [{"value": "2024-05-16"}, {"value": "2005-02-16"}, {"value": "2003-11-18"}],
        "number": [
            {"value": 2, "counts": "pracowników"},
            {"value": 1000, "counts": "zaproszeń", "approximate": True},
            {"value": 30, "counts": "zaproszonych", "approximate": True, "percent": True},
        ],
    },
    "003": {
        "agreement": [
            {
                "form": "porozumienie",
                "subject": "zawarciu partnerstwa Lokalnego na rzecz rozwoju ekonomii społecznej w powiecie nowodworskim",
                "date": "2024-09-18",
                "party": ["Starosta Nowodworski", NOWY_DWOR, "Powiatowa Rada Rynku Pracy"],
            }
        ],
        "meeting": [
            {
                "form": "konferencja",
                "date": "2024-10-08",
                "came": 150,
                "audience": [
                    "przedstawiciele biznesu",
                    "organizacji pozarządowych",
                    "ekonomii społecznej",
                    "samorządowcy",
                    "inni partnerzy aktywnie związani z nowodworskim rynkiem pracy",
                ],
                "speaker": [
                    "Magdalena Biernacka",
                    "Jadwiga Olszowska-Urban",
                    "Jakub Szewczyk",
                    "Tomasz Schimanek",
                ],
            }
        ],
        "organisation": [
            {"name": NOWY_DWOR, "kind": "pup", "place": "Nowy Dwór Mazowiecki"},
            {"name": "Powiatowa Rada Rynku Pracy", "kind": "rada"},
            {"name": WUP, "kind": "wup", "place": "Warszawa"},
            {"name": MINISTRY, "kind": "ministerstwo"},
            {"name": FISE, "kind": "fundacja"},
        ],
        "person": [
            {"name": "Tomasz Sieradz", "function": "Dyrektor", "organisation": WUP},
            {"name": "Magdalena Biernacka", "function": "Starosta Nowodworski"},
            {
                "name": "Jadwiga Olszowska-Urban",
                "function": "Ekspert partnerstwa lokalnego, ekonomii społecznej, rynku pracy i komunikacji społecznej",
            },
            {
                "name": "Jakub Szewczyk",
                "function": "Główny specjalista w Departamencie ekonomii społecznej",
                "organisation": MINISTRY,
            },
            {"name": "Tomasz Schimanek", "organisation": FISE},
        ],
        "date": [{"value": "2024-09-18"}, {"value": "2024-10-08"}],
        "number": [{"value": 150, "counts": "osób", "approximate": True}],
    },
    "004": {
        "meeting": [
            {
                "form": "spotkanie",
                "date": "2005-05-17",
                "place": "Serpelice",
                "organiser": BRANCH,
                "audience": [
                    "dyrektorów Wojewódzkich i Powiatowych Urzędów Pracy",
                    "powiatowych specjalistów partnerstwa lokalnego z Mazowsza, Podlasia i woj. łódzkiego",
                ],
            }
        ],
        "project": [{"programme": "SPO RZL", "measure": "Działanie 1.1"}],
        "organisation": [{"name": BRANCH, "kind": "wup", "place": "Warszawa"}],
        "date": [{"value": "2005-05-17"}],
        "number": [{"value": 3, "counts": "województwa"}],
    },
}
PLACES_OF = {
    "000": ["Opoczno", "Warszawa", "łódzkie"],
    "001": ["Gliwice"],
    "002": ["Katowice", "Płock", "Warszawa", "mazowieckie", "płocki"],
    "003": ["Nowy Dwór Mazowiecki", "Warszawa", "nowodworski"],
    "004": ["Polska", "Serpelice", "Warszawa", "kujawsko-pomorskie", "mazowieckie", "podlaskie", "łódzkie"],
}


def facts_of(number: str, *, by_the_reader: bool = False) -> dict[str, list[dict[str, Any]]]:
    path = next(SOURCES.glob(f"{number}_*.txt"))
    if by_the_reader:  # as the archive does: furniture apart, letters restored, glued words parted
        document = read_document(path.read_bytes(), path.name)
        facts = find_facts(document.text, published=document.told_on)
    else:
        text = path.read_text(encoding="utf-8")
        facts = find_facts(repair(text).text if number == "004" else text)
    found: dict[str, list[dict[str, Any]]] = {}
    for fact in facts:
        found.setdefault(fact.kind.value, []).append(values(fact))
    return found


# Days that stand in what the reader sets apart from the text: the day the page was published.
APART = {"002": [{"value": "2024-05-16"}]}


@pytest.mark.parametrize("by_the_reader", [False, True], ids=["text", "reader"])
@pytest.mark.parametrize("number", EXPECTED)
def test_every_fact_a_careful_clerk_would_record_is_proposed_and_none_is_wrong(
    number: str, by_the_reader: bool
) -> None:
    found = facts_of(number, by_the_reader=by_the_reader)
    places = found.pop("place")
    if by_the_reader:
        found["date"] = APART.get(number, []) + found["date"]
    assert found == EXPECTED[number]
    assert {one["name"]: (one.get("teryt", ""), one["unit"]) for one in places} == {
        name: PLACES[name] for name in PLACES_OF[number]
    }
