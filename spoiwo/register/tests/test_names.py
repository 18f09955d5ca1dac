"""Names, places and look-alikes."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.register.rules import SECTOR_OF, Kind, sector_of
from spoiwo.register.rules.duplicates import Entry, Reason, find_pairs, likeness_of
from spoiwo.register.rules.merging import suggested_choice
from spoiwo.register.rules.names import bare_name, guess_kind, keys_of, plain_name, significant_words
from spoiwo.register.rules.place_names import PlaceEntry, Places
from spoiwo.register.rules.values import Problem

PLACES = Places(
    [
        PlaceEntry(1, "14", "voivodeship", "MAZOWIECKIE"),
        PlaceEntry(2, "22", "voivodeship", "POMORSKIE"),
        PlaceEntry(3, "1414", "county", "nowodworski"),
        PlaceEntry(4, "2210", "county", "nowodworski"),
        PlaceEntry(5, "1414032", "rural", "Leoncin"),
        PlaceEntry(6, "1402011", "urban", "Ciechanów"),
        PlaceEntry(7, "1402022", "rural", "Ciechanów"),
        PlaceEntry(8, "1402", "county", "ciechanowski"),
        PlaceEntry(9, "1462", "city_county", "Płock"),
        PlaceEntry(10, "1462011", "urban", "Płock"),
        PlaceEntry(11, "0202", "county", "dzierżoniowski"),
    ]
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Leoncin", "1414032"), ("gmina Leoncin", "1414032"), ("LEONCIN", "1414032"), ("leoncin (gmina wiejska)", "1414032"),
        ("1414032", "1414032"), ("202", "0202"), ("m. Ciechanów", "1402011"), ("gmina Ciechanów", "1402022"),
        ("gmina wiejska Ciechanów", "1402022"), ("Płock", "1462011"), ("powiat ciechanowski", "1402"),
        ("powiat dzierżoniowski", "0202"), ("województwo mazowieckie", "14"),
    ],
)  # fmt: skip
def test_a_place_is_found_by_what_clerks_write(text: str, code: str) -> None:
    assert PLACES.find(text) == (code, None, "")


def test_a_name_of_several_places_is_told_apart_by_what_stands_above() -> None:
    found = PLACES.find("powiat nowodworski")
    assert found.problem == Problem.PLACE_AMBIGUOUS
    assert "1414" in found.detail
    assert "POMORSKIE" in found.detail
    assert PLACES.find("powiat nowodworski", voivodeship="pomorskie").value == "2210"
    assert PLACES.find("Ciechanów").problem == Problem.PLACE_AMBIGUOUS
    assert PLACES.codes("nowodworski") == ("1414", "2210")


def test_an_unknown_place_is_named_so() -> None:
    assert PLACES.find("Atlantyda").problem == Problem.PLACE_UNKNOWN
    assert PLACES.find("9999999").problem == Problem.PLACE_UNKNOWN


def test_the_bare_name_forgets_the_legal_form() -> None:
    assert (
        len(
            {
                bare_name(name)
                for name in (
                    "„Razem” sp. z o.o.",
                    "RAZEM Spółka z ograniczoną odpowiedzialnością",
                    "Fundacja Razem",
                )
            }
        )
        == 1
    )
    assert bare_name("PUP w Płocku") == bare_name("Powiatowy Urząd Pracy w Płocku")
    assert bare_name("Fundacja") == "fundacja"


@given(st.text(max_size=400))
def test_keys_fit_their_columns_and_folding_is_steady(text: str) -> None:
    keys = keys_of(text, text, text, text)
    assert len(keys.name_key) <= 700
    assert len(keys.search_key) <= 1200
    assert plain_name(plain_name(text)) == plain_name(text)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Powiatowy Urząd Pracy w Nowym Dworze Mazowieckim", Kind.COUNTY_LABOUR_OFFICE),
        ("PUP Płock", Kind.COUNTY_LABOUR_OFFICE), ("Gmina Leoncin", Kind.COMMUNE), ("GOPS w Czosnowie", Kind.WELFARE_CENTRE),
        ("Fundacja Bankowa", Kind.FOUNDATION), ("Bank Spółdzielczy w Płocku", Kind.BANK), ("OSP Nasielsk", Kind.FIRE_BRIGADE),
        ("KGW w Pomiechówku", Kind.HOUSEWIVES_CIRCLE), ("Man Bus sp. z o.o.", Kind.EMPLOYER),
        ("Spółdzielnia Socjalna „Szansa”", Kind.SOCIAL_COOPERATIVE), ("Jan Kowalski", None),
    ],
)  # fmt: skip
def test_the_kind_is_told_by_the_name(name: str, kind: Kind | None) -> None:
    assert guess_kind(name) == kind


def test_every_kind_belongs_to_exactly_one_sector() -> None:
    assert sorted(kind for kinds in SECTOR_OF.values() for kind in kinds) == sorted(Kind)
    assert {sector_of(kind) for kind in Kind} == set(SECTOR_OF)


def entry(pk: int, name: str, county: str = "1414", nip: str = "", krs: str = "", regon: str = "") -> Entry:
    return Entry(pk, name, county, nip, regon, krs)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Stowarzyszenie „Razem”", "Razem", Reason.NAME),
        ("Powiatowy Urząd Pracy w Nowym Dworze Mazowieckim", "PUP Nowy Dwór Mazowiecki", Reason.SIMILAR),
        ("Gmina Leoncin", "Gmina Leoncn", Reason.SIMILAR),
        ("Biblioteka Publiczna w Nasielsku", "Miejska Biblioteka Publiczna w Nasielsku", Reason.SIMILAR),
    ],
)
def test_records_of_one_body_are_found(one: str, other: str, reason: Reason) -> None:
    assert [
        (pair.first, pair.second, pair.reason) for pair in find_pairs([entry(1, one), entry(2, other)])
    ] == [(1, 2, reason)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entry(1, "Szkoła Podstawowa nr 1 w Leoncinie"), entry(2, "Szkoła Podstawowa nr 2 w Leoncinie")),
        (entry(1, "Szkoła Podstawowa w Leoncinie"), entry(2, "Szkoła Podstawowa w Nasielsku")),
        (entry(1, "Fundacja Razem", nip="5252248481"), entry(2, "Fundacja Razem", nip="7740001454")),
        (entry(1, "Fundacja Razem", "1414"), entry(2, "Fundacja Razem", "0202")),
        (entry(1, "Bank Spółdzielczy"), entry(2, "Urząd Gminy")),
    ],
)
def test_different_bodies_are_not_paired(one: Entry, other: Entry) -> None:
    assert find_pairs([one, other]) == []


def test_one_regon_in_two_records_is_the_surest_sign_and_a_decided_pair_is_silent() -> None:
    entries = [entry(5, "Alfa", regon="192598184"), entry(3, "Zupełnie inna", "0202", regon="192598184")]
    assert [(pair.first, pair.second, pair.reason) for pair in find_pairs(entries)] == [(3, 5, Reason.NUMBER)]
    assert find_pairs(entries, [(3, 5)]) == []


def test_likeness_is_the_same_both_ways() -> None:
    one, other = (significant_words(bare_name(name)) for name in ("Gmina Leoncin", "Gmina Leoncn Wieś"))
    assert likeness_of(one, other) == likeness_of(other, one) > 0.7


def test_ten_thousand_records_of_one_county_are_compared_in_seconds() -> None:
    chance = random.Random(7)
    forms = [
        "Stowarzyszenie",
        "Fundacja",
        "Szkoła Podstawowa nr",
        "OSP",
        "Koło Gospodyń Wiejskich",
        "Klub Sportowy",
    ]
    words = [
        "Nadzieja",
        "Promyk",
        "Horyzont",
        "Zgoda",
        "Postęp",
        "Wisła",
        "Narew",
        "Sokół",
        "Kłos",
        "Witraż",
        "Pasja",
    ]
    entries = [
        entry(
            pk,
            f"{chance.choice(forms)} {chance.choice(words)}{chance.choice(words).lower()} {chance.randint(1, 99)}",
        )
        for pk in range(10_000)
    ]
    start = time.process_time()
    find_pairs(entries)
    assert time.process_time() - start < 6


def test_an_empty_field_gives_way_and_the_later_confirmation_wins() -> None:
    assert suggested_choice("nip", "", "5252248481") == "absorbed"
    assert suggested_choice("nip", "5252248481", "") == "kept"
    assert suggested_choice("kind", "other", "school") == "absorbed"
    assert suggested_choice("name", "A", "B") == "kept"
