"""Organisations said in the plural, firms and partnerships by their own words, and what stands beside a name."""

import pytest

from spoiwo.reading.tests.told import told

NAMES = [
    (
        "Wyróżnienia otrzymały Powiatowe Urzędy Pracy w Płońsku i Ciechanowie.",
        {"Powiatowy Urząd Pracy w Płońsku", "Powiatowy Urząd Pracy w Ciechanowie"},
    ),
    (
        "Nagrody zdobyły Zespoły Szkół w Płocku, Sierpcu i Gostyninie.",
        {"Zespół Szkół w Płocku", "Zespół Szkół w Sierpcu", "Zespół Szkół w Gostyninie"},
    ),
    (
        "Powiat Staszowski oraz Powiatowy Urząd Pracy w Staszowie podpisały umowę.",
        {"Powiatowy Urząd Pracy w Staszowie"},
    ),
    ("Starosta Kolski i Powiatowy Urząd Pracy w Kole zapraszają.", {"Powiatowy Urząd Pracy w Kole"}),
    ("Kurs zorganizowała Firma Szkoleniowa Żwirek.", {"Firma Szkoleniowa Żwirek"}),
    ("Tytuł Firma Roku przypadł Tartakowi.", set()),
    ("Pracownia Krawiecka „Igła” z Turku szyje maseczki.", {"Pracownia Krawiecka „Igła”"}),
    ("Powołano Żagański Pakt na rzecz Zatrudnienia.", {"Żagański Pakt na rzecz Zatrudnienia"}),
    ("Spotkało się Partnerstwo Lokalne Powiatu Nidzickiego.", {"Partnerstwo Lokalne Powiatu Nidzickiego"}),
    ("W ramach Partnerstwa Lokalnego spotkano się w Kole i Turku.", set()),
    ("BIULETYN POWIATOWEGO URZĘDU PRACY W BRZESKU\nnr 6, czerwiec 2022", {"POWIATOWY URZĄD PRACY W BRZESKU"}),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_organisations_are_read_by_their_whole_names(text: str, names: set[str]) -> None:
    assert {one["name"] for one in told(text, "organisation")} == names


def test_a_seat_of_two_words_is_a_town_and_no_person() -> None:
    text = "Zwyciężyła Piekarnia „Bochen” z Lewina Brzeskiego."
    assert told(text, "person") == []
    assert [one["place"] for one in told(text, "organisation")] == ["Lewin Brzeski"]
