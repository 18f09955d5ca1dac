"""Openings of letters and names of offices in every case."""

import pytest

from spoiwo.polish import courtesy, phrase_cases, salutation

MEN_AND_WOMEN = [
    ("starosta", "Szanowny Panie Starosto", "Szanowna Pani Starosto"),
    ("Starosta Nowodworski", "Szanowny Panie Starosto", "Szanowna Pani Starosto"),
    ("starościna", "Szanowny Panie Starosto", "Szanowna Pani Starosto"),
    ("wicestarosta", "Szanowny Panie Starosto", "Szanowna Pani Starosto"),
    ("dyrektor", "Szanowny Panie Dyrektorze", "Szanowna Pani Dyrektor"),
    ("dyrektorka", "Szanowny Panie Dyrektorze", "Szanowna Pani Dyrektor"),
    ("Dyrektor Powiatowego Urzędu Pracy w Płocku", "Szanowny Panie Dyrektorze", "Szanowna Pani Dyrektor"),
    ("zastępca dyrektora", "Szanowny Panie Dyrektorze", "Szanowna Pani Dyrektor"),
    ("z-ca dyr.", "Szanowny Panie Dyrektorze", "Szanowna Pani Dyrektor"),
    ("p.o. dyrektora", "Szanowny Panie Dyrektorze", "Szanowna Pani Dyrektor"),
    ("II zastępca burmistrza", "Szanowny Panie Burmistrzu", "Szanowna Pani Burmistrz"),
    ("burmistrz", "Szanowny Panie Burmistrzu", "Szanowna Pani Burmistrz"),
    ("Wójt Gminy Słupno", "Szanowny Panie Wójcie", "Szanowna Pani Wójt"),
    ("Prezydent Miasta Płocka", "Szanowny Panie Prezydencie", "Szanowna Pani Prezydent"),
    ("prezes zarządu", "Szanowny Panie Prezesie", "Szanowna Pani Prezes"),
    ("prezeska", "Szanowny Panie Prezesie", "Szanowna Pani Prezes"),
    ("Marszałek Województwa", "Szanowny Panie Marszałku", "Szanowna Pani Marszałek"),
    ("przewodniczący rady", "Szanowny Panie Przewodniczący", "Szanowna Pani Przewodnicząca"),
    ("wiceprzewodnicząca", "Szanowny Panie Przewodniczący", "Szanowna Pani Przewodnicząca"),
    ("zastępca przewodniczącego", "Szanowny Panie Przewodniczący", "Szanowna Pani Przewodnicząca"),
    ("kierownik", "Szanowny Panie Kierowniku", "Szanowna Pani Kierownik"),
    ("naczelnik wydziału", "Szanowny Panie Naczelniku", "Szanowna Pani Naczelnik"),
    ("sekretarz powiatu", "Szanowny Panie Sekretarzu", "Szanowna Pani Sekretarz"),
    ("skarbnik", "Szanowny Panie Skarbniku", "Szanowna Pani Skarbnik"),
    ("sołtys", "Szanowny Panie Sołtysie", "Szanowna Pani Sołtys"),
    ("radny", "Szanowny Panie Radny", "Szanowna Pani Radna"),
    ("dr", "Szanowny Panie Doktorze", "Szanowna Pani Doktor"),
    ("prof. dr hab.", "Szanowny Panie Profesorze", "Szanowna Pani Profesor"),
    ("dr inż., prezes stowarzyszenia", "Szanowny Panie Prezesie", "Szanowna Pani Prezes"),
    ("członek zarządu, wicestarosta", "Szanowny Panie Starosto", "Szanowna Pani Starosto"),
    ("podsekretarz stanu", "Szanowny Panie Ministrze", "Szanowna Pani Minister"),
    ("radca prawny", "Szanowny Panie Mecenasie", "Szanowna Pani Mecenas"),
    ("Powiatowy Inspektor Sanitarny", "Szanowny Panie Inspektorze", "Szanowna Pani Inspektor"),
    ("asystent dyrektora", "Szanowny Panie", "Szanowna Pani"),
    ("pełnomocnik starosty", "Szanowny Panie", "Szanowna Pani"),
    ("specjalista ds. szkoleń", "Szanowny Panie", "Szanowna Pani"),
    ("starszy inspektor", "Szanowny Panie", "Szanowna Pani"),
    ("inspektor ds. promocji", "Szanowny Panie", "Szanowna Pani"),
    ("", "Szanowny Panie", "Szanowna Pani"),
]


@pytest.mark.parametrize(("office", "man", "woman"), MEN_AND_WOMEN)
def test_an_office_gives_the_customary_opening(office: str, man: str, woman: str):
    assert salutation("Adam", "Struzik", office=office) == man
    assert salutation("Jadwiga", "Olszowska-Urban", office=office) == woman
    assert salutation("", "Nowak", gender="f", office=office.upper()) == woman


@pytest.mark.parametrize(
    ("office", "opening"),
    [
        ("ks. proboszcz", "Czcigodny Księże Proboszczu"),
        ("proboszcz", "Czcigodny Księże Proboszczu"),
        ("ksiądz", "Czcigodny Księże"),
        ("ks. dyrektor Caritas", "Czcigodny Księże Dyrektorze"),
        ("siostra", "Szanowna Siostro"),
        ("siostra dyrektor", "Szanowna Siostro Dyrektor"),
        ("rektor", "Magnificencjo"),
        ("prezeska", "Szanowna Pani Prezes"),
        ("przewodnicząca", "Szanowna Pani Przewodnicząca"),
        ("pani dyrektor", "Szanowna Pani Dyrektor"),
        ("Pan Starosta", "Szanowny Panie Starosto"),
        ("dyrektor", "Szanowni Państwo"),
        ("", "Szanowni Państwo"),
        (None, "Szanowni Państwo"),
    ],
)
def test_without_a_gender_the_office_may_tell_it(office: str | None, opening: str):
    assert salutation("", "Nowak", gender=None, office=office) == opening


def test_an_unknown_gender_code_is_refused():
    with pytest.raises(ValueError, match="k"):
        salutation("Anna", "Nowak", gender="k", office="")


@pytest.mark.parametrize(
    ("phrase", "genitive", "dative", "instrumental"),
    [
        (
            "Starosta Nowodworski",
            "Starosty Nowodworskiego",
            "Staroście Nowodworskiemu",
            "Starostą Nowodworskim",
        ),
        ("Dyrektor Biura Rady", "Dyrektora Biura Rady", "Dyrektorowi Biura Rady", "Dyrektorem Biura Rady"),
        ("radca prawny", "radcy prawnego", "radcy prawnemu", "radcą prawnym"),
        ("Starszy specjalista", "Starszego specjalisty", "Starszemu specjaliście", "Starszym specjalistą"),
        ("Główna Księgowa", "Głównej Księgowej", "Głównej Księgowej", "Główną Księgową"),
        ("I Zastępca Wójta", "I Zastępcy Wójta", "I Zastępcy Wójta", "I Zastępcą Wójta"),
        ("Powiat Płocki", "Powiatu Płockiego", "Powiatowi Płockiemu", "Powiatem Płockim"),
        ("Gmina Słupno", "Gminy Słupno", "Gminie Słupno", "Gminą Słupno"),
        (
            "Naczelny Lekarz Szpitala",
            "Naczelnego Lekarza Szpitala",
            "Naczelnemu Lekarzowi Szpitala",
            "Naczelnym Lekarzem Szpitala",
        ),
        (
            "Wicestarosta, Członek Zarządu",
            "Wicestarosty, Członka Zarządu",
            "Wicestaroście, Członkowi Zarządu",
            "Wicestarostą, Członkiem Zarządu",
        ),
        (
            "Pełniący obowiązki dyrektora",
            "Pełniącego obowiązki dyrektora",
            "Pełniącemu obowiązki dyrektora",
            "Pełniącym obowiązki dyrektora",
        ),
        (
            "Powiatowy Urząd Pracy w Płocku",
            "Powiatowego Urzędu Pracy w Płocku",
            "Powiatowemu Urzędowi Pracy w Płocku",
            "Powiatowym Urzędem Pracy w Płocku",
        ),
        (
            "Ochotnicza Straż Pożarna w Bielsku",
            "Ochotniczej Straży Pożarnej w Bielsku",
            "Ochotniczej Straży Pożarnej w Bielsku",
            "Ochotniczą Strażą Pożarną w Bielsku",
        ),
    ],
)
def test_the_name_of_an_office_is_inflected_up_to_what_depends_on_it(phrase, genitive, dative, instrumental):
    forms = phrase_cases(phrase)
    assert (forms.nominative, forms.genitive, forms.dative, forms.instrumental) == (
        phrase,
        genitive,
        dative,
        instrumental,
    )


def test_a_womans_masculine_office_stays_uninflected():
    assert (
        phrase_cases("Dyrektor Powiatowego Urzędu Pracy", "f").dative == "Dyrektor Powiatowego Urzędu Pracy"
    )
    assert phrase_cases("Przewodnicząca Rady", "f").dative == "Przewodniczącej Rady"
    assert courtesy("f").accusative == "Panią"
    assert courtesy("m").dative == "Panu"
