"""Awards told in many ways: the contest in the heading or far away, lists of laureates, one sentence or several."""

from typing import Any

import pytest

from spoiwo.reading import find_facts
from spoiwo.reading.tests.told import is_told, told

WON: list[tuple[str, dict[str, Any]]] = [
    (
        "„Pracodawca Roku” wybrany\n\nTytuł otrzymała 5 maja 2015 r. firma Elmet Sp. z o.o.",
        {"laureate": "Elmet Sp. z o.o.", "contest": "Pracodawca Roku", "date": "2015-05-05"},
    ),
    (
        "Rozstrzygnięto konkurs „Solidny Pracodawca 2016”. I miejsce zajęła Piekarnia Kłos, II miejsce – Tartak Bór, a wyróżnienie "
        "przyznano Spółdzielni Socjalnej „Fala”.",
        {"contest": "Solidny Pracodawca 2016", "laureate": "Tartak Bór", "title": "II miejsce"},
    ),
    (
        "Laureaci konkursu „Złoty Klucz”:\n- I miejsce: Fundacja Zorza,\n- II miejsce: Gmina Stegna,\n- III miejsce: OSP w Leoncinie.\n",
        {
            "contest": "Złoty Klucz",
            "laureate": "Ochotnicza Straż Pożarna w Leoncinie",
            "title": "III miejsce",
        },
    ),
    (
        "W konkursie „Zielony Powiat” zwyciężył powiat kolski.",
        {"contest": "Zielony Powiat", "laureate": "powiat kolski"},
    ),
    (
        "Fundacja Zorza została laureatką IV edycji konkursu „Równe Szanse” w kategorii organizacja pozarządowa.",
        {
            "contest": "Równe Szanse",
            "edition": 4,
            "laureate": "Fundacja Zorza",
            "category": "organizacja pozarządowa",
        },
    ),
    (
        "Kapituła konkursu „Dobra Praktyka” przyznała I nagrodę Gminie Stegna za projekt „Plaża dla wszystkich”.",
        {
            "contest": "Dobra Praktyka",
            "laureate": "gmina Stegna",
            "title": "I nagroda",
            "practice": "Plaża dla wszystkich",
        },
    ),
    (
        "Statuetka „Przyjaciel Szkoły” trafiła do firmy „Bet-Pol” s.c.",
        {"title": "Przyjaciel Szkoły", "laureate": "„Bet-Pol” s.c.", "prize": "statuetka"},
    ),
    (
        "Tytułem „Człowiek Roku” uhonorowano Annę Lis, prezes Fundacji Zorza.",
        {"title": "Człowiek Roku", "laureate": "Anna Lis"},
    ),
    (
        "Certyfikat „Urząd Przyjazny” odebrał dyrektor Powiatowego Urzędu Pracy w Kole Jan Nowak.",
        {"title": "Urząd Przyjazny", "laureate": "Powiatowy Urząd Pracy w Kole", "received_by": "Jan Nowak"},
    ),
    (
        "Grand Prix konkursu „Smak Regionu” zdobyło Koło Gospodyń Wiejskich w Skomlinie.",
        {"contest": "Smak Regionu", "title": "Grand Prix", "laureate": "Koło Gospodyń Wiejskich w Skomlinie"},
    ),
    (
        "Konkurs „Młody Biznes”. Pierwsze miejsce przypadło Zespołowi Szkół nr 2 w Kole, drugie Technikum Rolniczemu w Turku.",
        {"contest": "Młody Biznes", "laureate": "Technikum Rolnicze w Turku", "title": "drugie miejsce"},
    ),
    (
        "Nagrodę główną w plebiscycie „Lider Ekonomii Społecznej” dostała Spółdzielnia Socjalna „Fala”. Czek na 10 000 zł odebrał "
        "prezes Jan Nowak.",
        {
            "contest": "Lider Ekonomii Społecznej",
            "laureate": "Spółdzielnia Socjalna „Fala”",
            "received_by": "Jan Nowak",
        },
    ),
    (
        "Kategoria: mikroprzedsiębiorstwo – Piekarnia Kłos (tytuł „Pracodawca Przyjazny”).\nKonkurs „Pracodawca Regionu”.",
        {"laureate": "Piekarnia Kłos", "contest": "Pracodawca Regionu", "category": "mikroprzedsiębiorstwo"},
    ),
    (
        "10 grudnia 2014 r. w Łodzi poznaliśmy zwycięzców konkursu „Aktywna Gmina”. Wśród nagrodzonych znalazła się Gmina Stegna, "
        "której przypadło wyróżnienie.",
        {
            "contest": "Aktywna Gmina",
            "laureate": "gmina Stegna",
            "title": "wyróżnienie",
            "date": "2014-12-10",
        },
    ),
    (
        "Wyniki rankingu „Perły Samorządu”:\nmiejsce | gmina | punkty\n1 | Gmina Stegna | 87\n2 | Gmina Leoncin | 80\n",
        {"contest": "Perły Samorządu", "laureate": "gmina Leoncin"},
    ),
    (
        "Powiatowy Urząd Pracy w Kole został wyróżniony w konkursie „Urząd bez barier”.",
        {"contest": "Urząd bez barier", "laureate": "Powiatowy Urząd Pracy w Kole", "title": "wyróżnienie"},
    ),
    (
        "Medal „Za zasługi dla rynku pracy” wręczono Cechowi Rzemiosł Różnych w Turku.",
        {"title": "Za zasługi dla rynku pracy", "laureate": "Cech Rzemiosł Różnych w Turku"},
    ),
    (
        "Konkurs „Aktywni 50+” wygrała Gmina Stegna. Nagrodę z rąk Wojewody Łódzkiego odebrał wójt Adam Kos.",
        {"contest": "Aktywni 50+", "laureate": "gmina Stegna", "received_by": "Adam Kos"},
    ),
    (
        "Zwycięzcą konkursu „Szkoła z pasją” ogłoszono Technikum Rolnicze w Turku, które dostało puchar.",
        {"contest": "Szkoła z pasją", "laureate": "Technikum Rolnicze w Turku", "prize": "puchar"},
    ),
    (
        "Nasz urząd z nagrodą! Powiatowy Urząd Pracy w Kole triumfował w II edycji konkursu „Praca na Plus”.",
        {"contest": "Praca na Plus", "edition": 2, "laureate": "Powiatowy Urząd Pracy w Kole"},
    ),
    (
        "Do grona laureatów nagrody „Kryształ” dołączyła Fundacja Zorza.",
        {"laureate": "Fundacja Zorza", "contest": "Kryształ"},
    ),
    (
        "Wyróżnienia w konkursie „Nasza Wieś” otrzymały: Fundacja Zorza, Gmina Stegna i OSP w Leoncinie.",
        {"contest": "Nasza Wieś", "laureate": "Ochotnicza Straż Pożarna w Leoncinie", "title": "wyróżnienie"},
    ),
    (
        "W kategorii duże przedsiębiorstwo najlepsza okazała się Fabryka Mebli „Orzech” z Turku. Konkurs „Fair Praca” "
        "zorganizowała Fundacja Zorza.",
        {"contest": "Fair Praca", "laureate": "Fabryka Mebli „Orzech”", "category": "duże przedsiębiorstwo"},
    ),
    (
        "Trzecią nagrodę jury konkursu „Wolontariat na co dzień” przyznało Magdzie Kos z Liceum Ogólnokształcącego w Kole.",
        {"contest": "Wolontariat na co dzień", "laureate": "Magda Kos"},
    ),
    (
        "Partnerstwo Lokalne „Dolina” po raz trzeci sięgnęło po laur w konkursie „Razem Możemy”.",
        {"contest": "Razem Możemy", "laureate": "Partnerstwo Lokalne „Dolina”"},
    ),
    (
        "Wyniki konkursu „Lokalny bohater”:\n1. miejsce: Stowarzyszenie „Most” z Koła\nwyróżnienie: Jan Nowak",
        {"contest": "Lokalny bohater", "laureate": "Jan Nowak", "title": "wyróżnienie"},
    ),
    (
        "Zwycięzcą rankingu „Gminy na medal” jest gmina Kleszczów, drugie miejsce należy do gminy Rząśnia.",
        {"laureate": "gmina Rząśnia", "title": "drugie miejsce"},
    ),
    (
        "W kategorii „samorząd” nagrodę główną konkursu „Partner” otrzymała gmina Stegna, a w kategorii „edukacja” – Zespół Szkół w Turku.",
        {"laureate": "Zespół Szkół w Turku", "title": "nagroda główna", "category": "edukacja"},
    ),
    (
        "Koło Gospodyń Wiejskich w Rudlicach może pochwalić się trzecim miejscem w konkursie „Stół pełen smaków”.",
        {"laureate": "Koło Gospodyń Wiejskich w Rudlicach", "title": "trzecie miejsce"},
    ),
    (
        "Pierwszą nagrodę w konkursie „Etat” zdobyła Fundacja Zorza, drugą Stowarzyszenie „Most”.",
        {"laureate": "Stowarzyszenie „Most”", "title": "druga nagroda"},
    ),
    (
        "Nagrodę publiczności w konkursie „Stoisko” odbiera w imieniu Zakładu Mięsnego „Szynka” Jan Nowak.",
        {"laureate": "Zakład Mięsny „Szynka”", "title": "Nagroda publiczności", "received_by": "Jan Nowak"},
    ),
    (
        "Wyróżnienia w konkursie „Partner” trafiły do gminy Warta, Banku Spółdzielczego w Kole i do Fundacji Zorza.",
        {"laureate": "Fundacja Zorza", "title": "wyróżnienie"},
    ),
    (
        "Konkurs: „Praca z pasją”\nKategoria: rzemiosło\nLaureat: Zakład Stolarski „Dąb”\nTytuł: „Mistrz Rzemiosła”",
        {
            "contest": "Praca z pasją",
            "category": "rzemiosło",
            "laureate": "Zakład Stolarski „Dąb”",
            "title": "Mistrz Rzemiosła",
        },
    ),
    (
        "Zespół Szkół w Kole zajął II miejsce w konkursie „Zielona klasa” i otrzymał dyplom.",
        {"title": "II miejsce", "contest": "Zielona klasa"},
    ),
    (
        "Tytuł „Dobry Start” wraz ze statuetką w konkursie „Start” otrzymali:\n– Urząd Pracy w Gorlicach (kategoria: instytucja) za praktykę „Mentor”,\n– Jan Nowak, doradca z Olkusza (kategoria: osoba).",
        {"laureate": "Jan Nowak", "title": "Dobry Start", "prize": "statuetka", "category": "osoba"},
    ),
    (
        "WYNIKI\n\nII edycja konkursu „Piątka”, Wejherowo, 24 czerwca 2016 r.\n\nI miejsce – Spółdzielnia Socjalna „Dar” z Redy\nIII miejsce – Fundacja Zorza z Luzina oraz Spółdzielnia „Grosik” z Szemuda",
        {
            "laureate": "Spółdzielnia „Grosik”",
            "title": "III miejsce",
            "date": "2016-06-24",
            "place": "Wejherowo",
            "edition": 2,
        },
    ),
    (
        "Mówi Jan Nowak, dyrektor Powiatowego Urzędu Pracy w Ropczycach. 4 czerwca 2010 r. w Dębicy wręczono naszemu urzędowi III nagrodę w konkursie „Otwarty Urząd”.",
        {"laureate": "Powiatowy Urząd Pracy w Ropczycach", "title": "III nagroda"},
    ),
    (
        "Oliwia Tarka i Jan Wolny zajęli drugie miejsce w konkursie „Przedsiębiorczy”, który rozegrano 11 kwietnia 2018 r. w Łodzi.",
        {"laureate": "Oliwia Tarka", "title": "drugie miejsce"},
    ),
    (
        "W konkursie na najlepsze praktyki urzędów Urząd Pracy w Kole zdobył czwartą statuetkę „Lidera aktywizacji młodych” i w gronie zdobywców tego tytułu został odznaczony jako „Primus inter pares”.",
        {"contest": "najlepsze praktyki urzędów", "title": "Lider aktywizacji młodych", "rank": 4},
    ),
]
NOT_WON = [
    "Ogłaszamy konkurs „Praca z Pomysłem”. Zgłoszenia przyjmuje Powiatowy Urząd Pracy w Kole do 4 maja 2015 r.",
    "Konkurs „Młody Biznes” organizuje Fundacja Zorza. Laureaci otrzymają nagrody.",
    "Fundacja Zorza otrzymała dotację z budżetu gminy.",
    "Nagrody ufundował Bank Spółdzielczy w Kole.",
]


@pytest.mark.parametrize(("text", "expected"), WON)
def test_an_award_is_read_from_any_way_of_saying_it(text: str, expected: dict[str, Any]) -> None:
    assert is_told(text, "award", expected), told(text, "award")


@pytest.mark.parametrize("text", NOT_WON)
def test_a_contest_without_a_winner_is_no_award(text: str) -> None:
    assert told(text, "award") == []


def test_the_patrons_office_ends_with_its_line() -> None:
    text = (
        "Konkurs „Dobry Start”\n\nPatronat: Marszałek Województwa Lubelskiego\nGala: Dom Kultury w Puławach, 3 marca 2021 r.\n\n"
        "Laureat: Fundacja „Most” – I miejsce"
    )
    awards = [fact for fact in find_facts(text) if fact.kind == "award"]
    assert [fact.all("patron") for fact in awards] == [["Marszałek Województwa Lubelskiego"]]


def test_items_under_a_line_that_speaks_of_categories_name_category_and_laureate() -> None:
    text = (
        "Gala konkursu „Orzeł Gospodarczy” odbyła się 17 marca 2017 r. w Biłgoraju. Statuetki w poszczególnych kategoriach otrzymali:\n\n"
        "- mikrofirma: Pracownia Krawiecka „Nitka”,\n- debiut roku: Piekarnia „U Gienka”.\n"
    )
    found = [(one["laureate"], one["category"], one.get("title")) for one in told(text, "award")]
    assert found == [
        ("Pracownia Krawiecka „Nitka”", "mikrofirma", None),
        ("Piekarnia „U Gienka”", "debiut roku", None),
    ]
