"""The table of hand-checked names, the genders, and what happens at the edges."""

from pathlib import Path

import pytest

from spoiwo.polish import CASES, Gender, guess_gender, inflect_name, split_name

TABLE = [
    line.split("|")
    for line in Path(__file__).with_name("names.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(
    ("gender", "expected"), [(row[0], row[1:]) for row in TABLE], ids=[row[1] for row in TABLE]
)
def test_a_name_has_its_hand_checked_forms_in_every_case(gender: str, expected: list[str]):
    forms = inflect_name(*split_name(expected[0])[1:])
    assert [getattr(forms, case) for case in CASES] == expected
    assert (forms.gender, forms.certain) == (gender, True)


def test_the_table_is_long_enough_to_mean_something():
    assert len(TABLE) >= 80
    assert all(len(row) == 8 for row in TABLE)


@pytest.mark.parametrize(
    ("given", "vocative"),
    [
        ("Michał", "Michale"),
        ("Paweł", "Pawle"),
        ("Jan", "Janie"),
        ("Kazimierz", "Kazimierzu"),
        ("Andrzej", "Andrzeju"),
        ("Marek", "Marku"),
        ("Piotr", "Piotrze"),
        ("Wojciech", "Wojciechu"),
        ("Krzysztof", "Krzysztofie"),
        ("Jerzy", "Jerzy"),
        ("Kuba", "Kubo"),
        ("Aleksandra", "Aleksandro"),
        ("Jadwiga", "Jadwigo"),
        ("Kasia", "Kasiu"),
        ("Maria", "Mario"),
        ("Ola", "Olu"),
        ("Anna", "Anno"),
        ("Beatrycze", "Beatrycze"),
        ("Carmen", "Carmen"),
    ],
)
def test_a_given_name_has_its_own_vocative(given: str, vocative: str):
    assert inflect_name(given, "").vocative == vocative


@pytest.mark.parametrize(
    ("given", "family", "gender"),
    [
        ("Kuba", "", "m"),
        ("Bonawentura", "", "m"),
        ("Barnaba", "", "m"),
        ("Kosma", "", "m"),
        ("Mykoła", "Szewczenko", "m"),
        ("Jan Maria", "Rokita", "m"),
        ("Maria", "Kowalski", "f"),
        ("Beatrycze", "", "f"),
        ("Oksana", "Petrenko", "f"),
        ("J.", "Kowalski", "m"),
        ("J.", "Olszowska-Urban", "f"),
        ("J.", "Nowak", None),
        ("Xyz", "Nowak", None),
        ("Oksana", "Zelenski", None),
        ("", "", None),
    ],
)
def test_gender_follows_the_name_or_stays_unknown(given: str, family: str, gender: str | None):
    assert guess_gender(given, family) == gender


def test_a_surname_depends_on_the_gender_of_its_bearer():
    assert inflect_name("", "Nowak", "f").genitive == "Nowak"
    assert inflect_name("", "Nowak", Gender.MASCULINE).genitive == "Nowaka"


@pytest.mark.parametrize("name", ["Xyz Qwrt", "Kim Nowak", "Igor Ostrów", "Adam Bouteau"])
def test_a_doubtful_name_is_marked_as_not_certain(name: str):
    assert not inflect_name(*name.split()).certain


def test_a_doubtful_surname_stays_in_the_nominative_while_the_given_name_is_inflected():
    assert inflect_name("Igor", "Ostrów").genitive == "Igora Ostrów"


def test_capitals_and_particles_are_kept():
    assert inflect_name("ADAM", "STRUZIK").dative == "ADAMOWI STRUZIKOWI"
    assert inflect_name("jadwiga", "olszowska-urban").genitive == "Jadwigi Olszowskiej-Urban"
    assert inflect_name("Vincent", "van Gogh").genitive == "Vincenta van Gogha"


def test_spaces_around_a_hyphen_are_tidied():
    assert inflect_name("Jadwiga", "Olszowska – Urban").nominative == "Jadwiga Olszowska-Urban"


def test_the_halves_of_a_name_are_available():
    forms = inflect_name("Adam", "Struzik")
    assert (forms.given_name.vocative, forms.family_name.genitive) == ("Adamie", "Struzika")


def test_an_empty_name_and_an_unknown_gender_are_refused():
    with pytest.raises(ValueError, match="empty"):
        inflect_name(" ", "")
    with pytest.raises(ValueError, match="x"):
        inflect_name("Adam", "Struzik", "x")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Adam Struzik", ("", "Adam", "Struzik")),
        ("Struzik Adam", ("", "Adam", "Struzik")),
        ("Anna Maria Nowak", ("", "Anna Maria", "Nowak")),
        ("dr hab. Jan Kowalski", ("dr hab.", "Jan", "Kowalski")),
        ("Jadwiga Olszowska - Urban", ("", "Jadwiga", "Olszowska-Urban")),
        ("Vincent van der Berg", ("", "Vincent", "van der Berg")),
        ("Adam", ("", "Adam", "")),
        ("Struzik", ("", "", "Struzik")),
    ],
)
def test_a_full_name_is_split_as_people_type_it(text: str, parts: tuple[str, str, str]):
    assert split_name(text) == parts
