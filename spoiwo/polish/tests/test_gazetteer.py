"""Places are found in any case, with their codes, and words that only look like places are not."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.polish import Gazetteer, Place
from spoiwo.polish.gazetteer_forms import declined

PLACES = Gazetteer.shipped()


def codes(text: str) -> dict[str, str]:
    return {text[found.start : found.end]: found.place.code for found in PLACES.find(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Powiatowy Urząd Pracy w Opocznie", {"Opocznie": "1007043"}),
        ("POWIATOWY URZĄD PRACY W OPOCZNIE", {"OPOCZNIE": "1007043"}),
        ("Wojewódzki Urząd Pracy w Warszawie", {"Warszawie": "1465"}),
        ("Klaster z Gliwic.", {"Gliwic": "2466"}),
        ("w Nowym Dworze Mazowieckim", {"Nowym Dworze Mazowieckim": "1414011"}),
        ("w Nowym\nDworze Mazowieckim", {"Nowym\nDworze Mazowieckim": "1414011"}),
        ("do Jedliny-Zdroju i Jedliny Zdroju", {"Jedliny-Zdroju": "0221021", "Jedliny Zdroju": "0221021"}),
        ("z Czerwińska nad Wisłą", {"Czerwińska nad Wisłą": "1420043"}),
        ("w Ostrowi Mazowieckiej", {"Ostrowi Mazowieckiej": "1416011"}),
        ("w powiecie płockim i sierpeckim", {"płockim": "1419", "sierpeckim": "1427"}),
        ("Starosta Opoczyński", {"Opoczyński": "1007"}),
        ("powiatu łódzkiego wschodniego", {"łódzkiego wschodniego": "1006"}),
        ("województwo łódzkie", {"łódzkie": "10"}),
        (
            "dla województw: mazowieckiego, łódzkiego i podlaskiego",
            {"mazowieckiego": "14", "łódzkiego": "10", "podlaskiego": "20"},
        ),
        ("z Mazowsza i woj. kujawsko-pomorskiego", {"Mazowsza": "14", "kujawsko-pomorskiego": "04"}),
        ("Wojewoda Mazowiecki", {"Mazowiecki": "14"}),
        ("w Łódzkiem", {"Łódzkiem": "10"}),
        ("Łódź, 12 maja 2005 r.", {"Łódź": "1061"}),
        ("Piła, dnia 3 maja 2005 r.", {"Piła": "3019011"}),
        ("Umowa z Urzędowa", {"Urzędowa": "0607083"}),
    ],
)
def test_a_place_is_found_in_any_case(text: str, expected: dict[str, str]):
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Dobra praktyka zachęca innych.",
        "Projekt Dobra Praktyka",
        "Zapraszamy do udziału w Dobrej Praktyce",
        "dyrektorzy Powiatowych Urzędów Pracy",
        "jeden z Urzędów Pracy",
        "Główną nagrodę odebrał Jan Sokołów.",
        "Stare zasady nie obowiązują.",
        "Pan Płocki i J. Płocki",
        "Nad Wisłą i nad Pilicą",
        "Polska i Unia Europejska",
        "Anna Olszowska-Łask",
        "Pokój jest wolny. Linia także. Książki czekają.",
        "Nabór trwa do Piątku",
        "Spotkanie w Piątek",
        "warszawa garbuska",
    ],
)
def test_what_only_looks_like_a_place_is_not_found(text: str):
    assert codes(text) == {}


def test_a_name_of_several_places_has_no_code_until_the_text_decides():
    [found] = PLACES.find("w Brzezinach")
    assert found.place.code == ""
    assert {place.code[:2] for place in found.others} == {"10", "30"}
    assert codes("w Brzezinach koło Łodzi")["Brzezinach"] == "1021011"
    assert codes("w Brzezinach (woj. wielkopolskie)")["Brzezinach"].startswith("30")


def test_a_county_of_two_voivodeships_is_settled_by_the_rest_of_the_text():
    [found] = PLACES.find("z powiatu nowodworskiego")
    assert (found.place.code, [place.code for place in found.others]) == ("", ["1414", "2210"])
    assert codes("Nowy Dwór Mazowiecki, powiat nowodworski")["nowodworski"] == "1414"
    assert codes("powiat nowodworski w województwie pomorskim")["nowodworski"] == "2210"


def test_of_two_names_of_one_form_the_one_in_the_case_of_its_preposition_is_meant():
    assert codes("z Siedlec")["Siedlec"] == "1464"  # Siedlce
    assert codes("Gmina Siedlec")["Siedlec"] == "3029022"
    assert codes("w Jaworze")["Jaworze"] == "0205011"  # Jawor


def test_a_commune_is_meant_where_a_commune_is_asked_for():
    assert codes("gmina Płońsk")["Płońsk"] == "1420092"
    assert codes("miasto Płońsk")["Płońsk"] == "1420011"
    assert codes("w Płońsku")["Płońsku"] == "1420011"


def test_official_names_are_found_in_every_case_after_the_word_town():
    asked = missed = 0
    for name in dict.fromkeys(place.name for place in PLACES.places if len(place.code) == 7):
        for words, _case in declined(name):
            phrase = "miasto " + " ".join(words)
            asked += 1
            missed += not any(found.start == 7 and found.end == len(phrase) for found in PLACES.find(phrase))
    assert asked > 15_000
    assert missed / asked < 0.005


def test_a_table_of_ones_own_can_be_read(tmp_path: Path):
    table = tmp_path / "units.csv"
    table.write_text(
        "code,kind,name\n1007,county,opoczyński\n1007043,urban_rural,Opoczno\n", encoding="utf-8"
    )
    [found] = Gazetteer.from_csv(table).find("w Opocznie i w Płocku")
    assert found.place == Place("Opoczno", "1007043", "urban_rural")


def test_a_long_text_is_read_fast():
    text = "Powiatowy Urząd Pracy w Opocznie zaprasza do powiatu płockiego partnerów z Mazowsza. " * 5_000
    start = time.process_time()
    assert len(PLACES.find(text)) == 15_000
    assert len(text.split()) / (time.process_time() - start) > 50_000


@given(st.text(max_size=80))
def test_any_text_is_read_without_overlaps(text: str):
    found = PLACES.find(text)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(text[one.start : one.end].strip() for one in found)
