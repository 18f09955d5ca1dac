"""Places, organisations and people, in the nominative whatever case the text has them in."""

import pytest

from spoiwo.reading import Known, find_facts
from spoiwo.reading.tests.told import told


def names(text: str, kind: str) -> list[str]:
    return [one["name"] for one in told(text, kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("w Powiatowym Urzędzie Pracy w Opocznie", "Powiatowy Urząd Pracy w Opocznie"),
        ("dla Powiatowego urzędu Pracy w Płocku", "Powiatowy urząd Pracy w Płocku"),
        (
            "przez Fundację Promocji Inicjatyw Społecznych POLPROM",
            "Fundacja Promocji Inicjatyw Społecznych POLPROM",
        ),
        ("ze Stowarzyszeniem „Most do Zawodu”", "Stowarzyszenie „Most do Zawodu”"),
        ("w Śląskiej Izbie Rzemiosła i Handlu", "Śląska Izba Rzemiosła i Handlu"),
        (
            "z Ministerstwa Rodziny, Pracy i Polityki Społecznej",
            "Ministerstwo Rodziny, Pracy i Polityki Społecznej",
        ),
        ("PUP w Kole zaprasza", "Powiatowy Urząd Pracy w Kole"),
        ("KGW „Pod Lipami” w Mokrsku", "Koło Gospodyń Wiejskich „Pod Lipami” w Mokrsku"),
        ("SP nr 2 w Prudniku", "Szkoła Podstawowa nr 2 w Prudniku"),
        ("firma „Softel” s.c. z Rzeszowa", "„Softel” s.c."),
        ("dyrektor Huty Szkła „Kryształek” S.A.", "Huta Szkła „Kryształek” S.A."),
        ("w parafii św. Michała Archanioła", "parafia św. Michała Archanioła"),
        (
            "uczniowie Zespołu Szkół im. Jana Kochanowskiego w Kole",
            "Zespół Szkół im. Jana Kochanowskiego w Kole",
        ),
        ("w siedzibie Business Centre Club", "Business Centre Club"),
    ],
)
def test_an_organisation_has_its_full_name_in_the_nominative(text: str, expected: str) -> None:
    assert names(text, "organisation") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "organizacje pozarządowe i urzędy pracy",
        "dyrektorzy Powiatowych Urzędów Pracy",
        "Fundacja zaprasza",
        "ze środków Unii Europejskiej",
        "Wydział Promocji i Departament Rozwoju",
        "tytuł „Samorząd Otwarty na Młodych”",
        "przedstawiciele PUP z całej Polski, także powiatowych urzędów pracy spoza regionu",
    ],
)
def test_general_words_are_no_organisations(text: str) -> None:
    assert names(text, "organisation") == []


def test_a_short_form_is_a_mention_of_the_long_one() -> None:
    text = "Powiatowy Urząd Pracy w Kole zaprasza. Do Powiatowego Urzędu Pracy można dzwonić."
    (fact,) = [fact for fact in find_facts(text) if fact.kind == "organisation"]
    assert [text[start:end] for start, end in fact.mentions] == [
        "Powiatowy Urząd Pracy w Kole",
        "Powiatowego Urzędu Pracy",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "przez Adama Struzika, Marszałka Województwa Mazowieckiego",
            ("Adam Struzik", "Marszałek Województwa Mazowieckiego"),
        ),
        ("reprezentowanym przez Wicestarostę Jana Ciastek", ("Jan Ciastek", "Wicestarosta")),
        ("odebrała Z-ca Dyrektora Pani Małgorzata Pantak", ("Małgorzata Pantak", "Z-ca Dyrektora")),
        ("Starosta Nowodworski – Magdalena Biernacka", ("Magdalena Biernacka", "Starosta Nowodworski")),
        (
            "p. Urszulą Bednarz-Lis, specjalistą do spraw rozwoju",
            ("Urszula Bednarz-Lis", "specjalista do spraw rozwoju"),
        ),
        ("z rąk Wójta Gminy Istebna Szczepana Gorzołki", ("Szczepan Gorzołka", "Wójt Gminy Istebna")),
        (
            "24 kwietnia Burmistrz Wałcza Bogumiła Towalewska-Mazur",
            ("Bogumiła Towalewska-Mazur", "Burmistrz Wałcza"),
        ),
        ("przez Jadwigę Olszowską - Urban, prezesa", ("Jadwiga Olszowska-Urban", "prezes")),
        ("omówiła tłumaczka Oksana Hryniewicz", ("Oksana Hryniewicz", "tłumaczka")),
    ],
)
def test_a_person_has_a_name_and_the_function_beside_it(text: str, expected: tuple[str, str]) -> None:
    (person,) = told(text, "person")
    assert (person["name"], person["function"]) == expected


def test_the_organisation_of_a_function_is_a_field_of_its_own() -> None:
    (person,) = told("przez Adama Nowaka, prezesa Fundacji Zorza w Kole", "person")
    assert person == {"name": "Adam Nowak", "function": "prezes", "organisation": "Fundacja Zorza w Kole"}


@pytest.mark.parametrize(
    "text",
    ["Szkoła im. Jana Pawła II", "ul. Adama Mickiewicza 5", "w Domku Pastora", "Starosta otworzył obrady"],
)
def test_patrons_streets_and_offices_are_no_people(text: str) -> None:
    assert names(text, "person") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("spotkanie w Opocznie", {"name": "Opoczno", "teryt": "1007043", "unit": "town"}),
        ("konferencja w Warszawie", {"name": "Warszawa", "teryt": "1465", "unit": "town"}),
        ("w powiecie płockim", {"name": "płocki", "teryt": "1419", "unit": "county"}),
        ("z województwa łódzkiego", {"name": "łódzkie", "teryt": "10", "unit": "voivodeship"}),
        (
            "Marszałek Województwa Warmińsko-Mazurskiego",
            {"name": "warmińsko-mazurskie", "teryt": "28", "unit": "voivodeship"},
        ),
        ("Wójt Gminy Istebna", {"name": "Istebna", "teryt": "2403092", "unit": "commune"}),
        ("zajęcia w Wydminach", {"name": "Wydminy", "teryt": "2806102", "unit": "village"}),
        ("spotkanie w Serpelicach", {"name": "Serpelice", "unit": "village"}),
        ("wyjazd do Niemiec", {"name": "Niemcy", "unit": "country"}),
        ("Starostwo Powiatowe w Jaworze", {"name": "Jawor", "teryt": "0205011", "unit": "town"}),
    ],
)
def test_a_place_has_its_official_name_and_code(text: str, expected: dict[str, str]) -> None:
    assert told(text, "place") == [expected]


@pytest.mark.parametrize(
    "text", ["Starosta Płocki", "Płockie Targi Pracy", "z Mazowsza i Podlasia", "Pokój 207, parter"]
)
def test_lone_adjectives_lands_and_rooms_are_no_places(text: str) -> None:
    assert told(text, "place") == []


def test_a_name_of_the_register_is_surer_and_carries_its_key() -> None:
    known = Known(organisations={"powiatowy urzad pracy w plocku": "17"}, people={"Jan Kowalski": "4"})
    facts = find_facts("Powiatowy Urząd Pracy w Płocku i Jan Kowalski", known=known)
    assert {fact.get("name"): fact.key for fact in facts if fact.key} == {
        "Powiatowy Urząd Pracy w Płocku": "17",
        "Jan Kowalski": "4",
    }
    assert all(fact.confidence >= 0.99 for fact in facts if fact.key)
