"""Awards whose title, category or contest is said once for several laureates, or only told by the name of the contest."""

from typing import Any

import pytest

from spoiwo.reading.tests.told import is_told, told

SHARED: list[tuple[str, dict[str, Any]]] = [
    (
        "Podczas gali wręczono statuetki „Dobry Szef”. W kategorii mikro zwyciężyła Piekarnia „Kłos”, a w kategorii średnich firm – "
        "Tartak „Sosna” z Nowogrodu.",
        {"laureate": "Tartak „Sosna”", "title": "Dobry Szef", "category": "średnich firm"},
    ),
    (
        "Wręczono statuetki „Dobry Duch 2021”. Konkurs „Dobry Duch” organizuje Fundacja „Promyk”.\n\nLaureatami zostali:\n"
        "• w kategorii indywidualnej – Grażyna Bielak z Goliny, która odwiedza pacjentów,\n"
        "• w kategorii młodzieżowej – Szymon Wiatr ze Ślesina.",
        {"contest": "Dobry Duch", "laureate": "Szymon Wiatr", "title": "Dobry Duch 2021", "category": "młodzieżowej"},
    ),
    (
        "Certyfikaty „Firma Przyjazna” odebrali:\nPiekarnia „Kłos” z Kutna – w kategorii „mikro”,\nTartak „Sosna” z Żychlina – w kategorii „duże”.",
        {"laureate": "Tartak „Sosna”", "title": "Firma Przyjazna", "category": "duże"},
    ),
    (
        "Rozstrzygnięto konkurs „Bursztynowy Ster”. Statuetkę w kategorii organizacja otrzymała Fundacja „Brama”.",
        {"contest": "Bursztynowy Ster", "laureate": "Fundacja „Brama”", "title": "Bursztynowy Ster"},
    ),
    (
        "„Serce Powiatu 2022” w kategorii wolontariat trafiło do Stowarzyszenia „Razem” z Gniezna.",
        {"laureate": "Stowarzyszenie „Razem”", "title": "Serce Powiatu 2022", "category": "wolontariat"},
    ),
    (
        "Konkurs „Pióro”. W kategorii „dorośli” I miejsce zdobył Adrian Kos z Olecka. II miejsce zajęła Dominika Rak, a III miejsce Jan Lis.",
        {"laureate": "Jan Lis", "title": "III miejsce", "category": "dorośli"},
    ),
    (
        "W XII Wielkopolskim Konkursie Rachmistrzów zwyciężył Jan Kos z Piły. Drugie miejsce zajęła Ewa Rak.",
        {"contest": "Wielkopolski Konkurs Rachmistrzów", "edition": 12, "laureate": "Ewa Rak", "title": "Drugie miejsce"},
    ),
    (
        "Konkurs „Sołtys Roku” wygrał Jan Wróbel. Wyróżnienie kapituły trafiło do Ewy Rak.",
        {"laureate": "Ewa Rak", "title": "wyróżnienie kapituły"},
    ),
    (
        "Kapituła konkursu „Dobra Firma” przyznała wyróżnienie Kawiarni „Pod Lipą” z Zamościa. Jej właścicielka Olga Przybysz otrzymała dyplom.",
        {"laureate": "Kawiarnia „Pod Lipą”", "title": "wyróżnienie", "received_by": "Olga Przybysz", "prize": "dyplom"},
    ),
    (
        "W konkursie „Biznes” drugie miejsce zajęła Julia Wilk, a trzecie – ex aequo – Adam Bąk i Piotr Sum.",
        {"laureate": "Piotr Sum", "title": "trzecie miejsce"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SHARED)
def test_what_is_said_once_for_all_is_told_of_each(text: str, expected: dict[str, Any]) -> None:
    assert is_told(text, "award", expected), told(text, "award")


def test_a_headline_that_only_says_distinguished_is_no_award_more() -> None:
    text = "PUP w Nisku wyróżniony w konkursie\n\nPowiatowy Urząd Pracy w Nisku otrzymał drugie miejsce w konkursie „Urząd Plus”."
    assert [one["title"] for one in told(text, "award")] == ["drugie miejsce"]


def test_the_category_of_a_list_is_not_carried_out_of_it() -> None:
    text = (
        "Laureatami konkursu „Serce” zostali:\n• w kategorii grupowej – Fundacja „Most”.\n\n"
        "Wyróżnienie specjalne otrzymało Stowarzyszenie „Zorza”."
    )
    assert [one.get("category") for one in told(text, "award")] == ["grupowej", None]


def test_a_statuette_handed_to_somebody_for_a_body_makes_no_second_laureate() -> None:
    text = "Tytuł „Dzwon 2019” uzyskało Koło Gospodyń Wiejskich „Zorza”; statuetkę wręczono przewodniczącej koła Henryce Kowal."
    (award,) = told(text, "award")
    assert (award["laureate"], award["received_by"]) == ("Koło Gospodyń Wiejskich „Zorza”", "Henryka Kowal")


def test_after_two_laureates_of_one_sentence_nobody_knows_whose_cup_it_was() -> None:
    text = "W konkursie „Wieś” I miejsce zajęła Fundacja „Most”, a II miejsce – Fundacja „Zorza”. Puchar odebrał prezes Jan Kos."
    assert all("received_by" not in one for one in told(text, "award"))
