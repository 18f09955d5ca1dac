"""Firms called by the word "firm" or by their trade, and houses that are only where something was."""

import pytest

from spoiwo.reading.tests.told import told


def bodies(text: str) -> list[tuple[str, str]]:
    return [(one["name"], one["kind"]) for one in told(text, "organisation")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Szkolenie zamówiła firma Bud-Rem z Opola.", "Bud-Rem"),
        ("Uczniowie zwiedzili firmę Meble Ostoja, która zatrudnia stolarzy.", "Meble Ostoja"),
        ("Zarząd firmy Elektro Sp. z o.o. z Kutna przekazał sprzęt.", "Elektro Sp. z o.o."),
        ("Prezes firmy Ekopak Anita Kowalik dziękowała za pomoc.", "Ekopak"),
        ("Dyplom dostała karczma „Pod Strzechą” z Bukowiny.", "karczma „Pod Strzechą”"),
        ("Stażystkę przyjęła właścicielka cukierni Beza ze Żnina.", "cukiernia Beza"),
        ("Umowę zawarto z Młynem „Nad Brdą” Sp. z o.o. w Tucholi.", "Młyn „Nad Brdą” Sp. z o.o. w Tucholi"),
        ("Zwolnienia w zakładach „Wigor” S.A. trwają od maja.", "„Wigor” S.A."),
    ],
)
def test_a_firm_bears_its_own_name(text: str, name: str) -> None:
    assert bodies(text) == [(name, "firma")]


@pytest.mark.parametrize(
    "text",
    [
        "Firma Roku to tytuł dla najlepszych.",
        "Firma Jana Kowalskiego zatrudni murarzy.",
        "Firmę założyła Anna Nowak.",
        "Firma z Radomia zatrudni 30 osób.",
        "Spotkanie odbyło się w restauracji „Jubilatka” w Mońkach.",
        "Spotkaliśmy się w Domu Strażaka w Tymbarku.",
    ],
)
def test_an_owner_a_title_and_a_hall_are_no_firms(text: str) -> None:
    assert bodies(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Pomogli uczniowie III Liceum Ogólnokształcącego w Kole.",
            [("III Liceum Ogólnokształcące w Kole", "szkoła")],
        ),
        (
            "Kurs prowadzi Centrum Szkoleń Budowlanych w Rypinie.",
            [("Centrum Szkoleń Budowlanych w Rypinie", "szkoła")],
        ),
        (
            "Zaprosiło nas Stowarzyszenie Doradców Kariery „Kurs”.",
            [("Stowarzyszenie Doradców Kariery „Kurs”", "stowarzyszenie")],
        ),
        ("Zagrała kapela Zgoda z Koła.", [("kapela Zgoda", "inna")]),
        (
            "Kierownik Centrum Aktywizacji Zawodowej w Powiatowym Urzędzie Pracy w Kole mówił o stażach.",
            [("Powiatowy Urząd Pracy w Kole", "pup")],
        ),
        (
            "Gminy Trawniki i Piaski oraz Powiatowy Urząd Pracy w Świdniku zawarły umowę.",
            [("Powiatowy Urząd Pracy w Świdniku", "pup")],
        ),
    ],
)
def test_other_bodies_are_called_in_full_and_nothing_more(text: str, found: list[tuple[str, str]]) -> None:
    assert bodies(text) == found
