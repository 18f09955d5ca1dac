"""When sources mean the same, where they disagree, what a form begins with."""

import pytest
from django.utils.translation import override

from spoiwo.archive.queries.sources import day_in_words
from spoiwo.archive.rules.doubt import MOST, Level, doubt_of, level_of
from spoiwo.archive.rules.initial import (
    contest_and_year,
    first_day,
    full_day,
    office_of,
    parties_of,
    split_name,
    title_of,
)
from spoiwo.archive.rules.matching import dates_agree, disagreements, is_same, match_key, values_of
from spoiwo.archive.rules.speaking import spoken_for
from spoiwo.archive.rules.states import FactKind
from spoiwo.archive.rules.taking import is_junk, tidy_name
from spoiwo.archive.rules.titles import titled

CONFERENCE = {
    "form": "konferencja",
    "title": "Inauguracja Partnerstwa Lokalnego",
    "date": "2024-10-08",
    "came": 150,
}


def test_the_same_conference_told_twice_is_one_thing():
    other = {"title": "inauguracji partnerstwa lokalnego w powiecie", "date": "2024-10-09", "came": 120}
    assert is_same(FactKind.MEETING, CONFERENCE, other)
    found = {one.field: (one.one, one.other) for one in disagreements(FactKind.MEETING, CONFERENCE, other)}
    assert found == {"date": ("2024-10-08", "2024-10-09"), "came": ("150", "120")}


def test_next_years_conference_of_the_same_name_is_another():
    assert not is_same(FactKind.MEETING, CONFERENCE, CONFERENCE | {"date": "2026-10-08"})


def test_two_offices_of_one_kind_are_two():
    opoczno, jaworzno = (
        {"name": f"Powiatowy Urząd Pracy w {town}", "place": place}
        for town, place in (("Opocznie", "Opoczno"), ("Jaworznie", "Jaworzno"))
    )
    assert not is_same(FactKind.ORGANISATION, opoczno, jaworzno)
    assert is_same(
        FactKind.ORGANISATION, {"name": "Klaster Innowacji"}, {"name": "Klaster Innowacji z Gliwic"}
    )
    assert not is_same(FactKind.PERSON, {"name": "Adam Nowak"}, {"name": "Anna Nowak"})


AWARD = {
    "contest": "Lider Aktywizacji",
    "laureate": "PUP w Opocznie",
    "title": "I miejsce",
    "date": "2019-10-16",
}


@pytest.mark.parametrize(
    "other",
    [
        {"laureate": "PUP w Jaworznie"},
        {"title": "II miejsce"},
        {"date": "2020-10-16"},
        {"contest": "Złota Kielnia"},
    ],
)
def test_another_laureate_title_or_year_is_another_award(other: dict[str, str]):
    assert not is_same(FactKind.AWARD, AWARD, AWARD | other)
    assert is_same(FactKind.AWARD, AWARD, AWARD | {"date": "2019-10-18", "rank": 2})


def test_the_region_signs_with_one_county_after_the_other():
    one = {"subject": "Wdrażania Modelu Partnerstwa", "party": ["województwo mazowieckie", "powiat płocki"]}
    assert not is_same(
        FactKind.AGREEMENT, one, one | {"party": ["województwo mazowieckie", "powiat sierpecki"]}
    )
    assert is_same(FactKind.AGREEMENT, one, one | {"party": ["powiat płocki"], "date": "2003-11-18"})


def test_a_proposal_that_names_nothing_is_the_same_as_no_other():
    assert not is_same(FactKind.MEETING, {"form": "targi", "date": "2024"}, {"form": "targi", "date": "2024"})


def test_a_longer_wording_is_no_contradiction():
    one = {"name": "Młodzi", "lead": "Klaster Innowacji Społecznych"}
    other = {"name": "Młodzi", "lead": "Klaster Innowacji Społecznych z Gliwic"}
    assert disagreements(FactKind.PROJECT, one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2024-10-08", "2024-10", True),
        ("--10-08", "2024-10-08", True),
        ("2024", "2024-10-08", True),
        ("2024-10-08", "2024-10-09", False),
        ("--10-08", "2024-11-08", False),
    ],
)
def test_dates_that_can_be_the_same_day_agree(one: str, other: str, agree: bool):
    assert dates_agree(one, other) is agree
    assert dates_agree(other, one) is agree


def test_the_key_does_not_depend_on_case_or_order():
    one = match_key(FactKind.ORGANISATION, {"name": "Powiatowy Urząd Pracy w Płocku"})
    assert one == match_key(FactKind.ORGANISATION, {"name": "powiatowy urząd pracy w PŁOCKU"})
    assert match_key(FactKind.DATE, {"value": "2024"}) == ""


def test_values_of_one_name_make_a_list_only_where_several_are_told():
    fields = [
        {"name": "party", "value": "A"},
        {"name": "party", "value": "B"},
        {"name": "date", "value": "2003"},
    ]
    assert values_of(fields) == {"party": ["A", "B"], "date": "2003"}


def test_doubt_orders_the_queue():
    nothing = {"conflicts": 0, "repaired": 0.0, "moved": 0, "warnings": 0, "is_scan": False}
    sure, unsure = doubt_of([0.99, 0.95], **nothing), doubt_of([0.6, 0.7], **nothing)
    assert sure < unsure
    assert doubt_of([0.99], **nothing | {"conflicts": 1}) > sure
    assert doubt_of([0.0], conflicts=9, repaired=1.0, moved=9, warnings=9, is_scan=True) <= MOST


def test_doubt_is_told_in_words_that_follow_its_number():
    assert level_of(0) == Level.NONE
    words = [level_of(doubt) for doubt in range(1, MOST + 1)]
    assert list(dict.fromkeys(words)) == [Level.LITTLE, Level.SOME, Level.MUCH]
    nothing = {"repaired": 0.0, "moved": 0, "warnings": 0, "is_scan": False}
    assert level_of(doubt_of([0.99], conflicts=1, **nothing)) == Level.SOME


def test_representatives_stand_by_the_party_they_speak_for():
    told = {
        "party": ["województwo mazowieckie", "powiat płocki"],
        "representative": [
            "Adam Struzik, Marszałek Województwa Mazowieckiego",
            "Michał Boszko, Starosta Płocki",
        ],
    }
    rows = parties_of(told)
    assert rows[0] == {
        "name": "województwo mazowieckie",
        "signatory": "Adam Struzik, Marszałek Województwa Mazowieckiego",
    }
    assert rows[1]["signatory"] == "Michał Boszko, Starosta Płocki"


@pytest.mark.parametrize(
    ("order", "signatories"),
    [
        ("p r r p r r", ["Adam Struzik; Tomasz Sieradz", "Michał Boszko; Jan Ciastek"]),
        ("p r p r r r", ["Adam Struzik", "Tomasz Sieradz; Michał Boszko; Jan Ciastek"]),
        ("p p r r r r", ["", ""]),  # of two parties in a row nobody knows whose people follow
        ("r r p p r r", ["", ""]),
    ],
)
def test_who_is_told_right_after_a_party_speaks_for_it(order: str, signatories: list[str]) -> None:
    people = ["Adam Struzik", "Tomasz Sieradz", "Michał Boszko", "Jan Ciastek"]
    told = {"party": ["województwo", "powiat"], "representative": people}
    names = ["party" if word == "p" else "representative" for word in order.split()]
    assert [row["signatory"] for row in parties_of(told, names)] == signatories


@pytest.mark.parametrize(
    ("parties", "people", "order", "spoken"),
    [
        # told in one row where a party was not recognised: nobody speaks for another body
        ("powiat złotowski", "Jaskulski, starosta; Goltz, prezes", "p r r", [0, -1]),
        (
            "Zespół Szkół Kolejowych w Tczewie",
            "Marchewicz, dyrektor; Lipka, starosta tczewski",
            "p r r",
            [0, -1],
        ),
        ("Towarzystwo „Łada”", "Kosiorz, prezes; Skorłutowski, burmistrz", "p r r", [0, -1]),
        ("PUP w Kępnie", "Mikołajczyk, dyrektor; Piątek, dyrektor", "p r r", [-1, -1]),
        ("gmina Łady; Bank „Krajna”", "Kos, wójt; Lis, prezes", "p p r r", [0, 1]),
        ("Bank „Krajna”; gmina Łady", "Kos, wójt; Lis, prezes", "p p r r", [-1, -1]),
        ("powiat płocki", "Boszko, Starosta Powiatu; Ciastek, Wicestarosta", "p r r", [0, 0]),
        ("gmina Łady", "Anna Kos", "p r", [0]),
    ],
)
def test_nobody_speaks_for_a_body_that_has_no_such_function(
    parties: str, people: str, order: str, spoken: list[int]
) -> None:
    names = ["party" if word == "p" else "representative" for word in order.split()]
    assert spoken_for(people.split("; "), parties.split("; "), names) == spoken


@pytest.mark.parametrize(
    ("function", "body"),
    [
        ("Starosta Nowodworski", "powiat nowodworski"),
        ("wicestarosta płocka", "powiat płocki"),
        ("Starosta Warszawsko-Zachodni", ""),  # not an adjective of those two endings: a person says where
        ("Członek Zarządu Województwa Warmińsko-Mazurskiego", "województwo warmińsko-mazurskie"),
        ("Starosta Powiatu", ""),
        ("Wójt Gminy Luzino", "gmina Luzino"),
        ("Burmistrz Miasta i Gminy Nowe Miasteczko", "gmina Nowe Miasteczko"),
        ("wójt gminy", ""),
        ("Burmistrz Wałcza", ""),  # in which case the town is, a person knows
        ("Dyrektor", ""),
    ],
)
def test_a_function_that_bears_a_body_is_held_there(function: str, body: str) -> None:
    assert office_of(function) == body


@pytest.mark.parametrize(
    ("contest", "edition", "date", "told"),
    [
        ("Lider Aktywizacji 2019", None, "2019-10-16", ("Lider Aktywizacji", 2019)),
        ("Lider Aktywizacji 2019 r.", 2019, "2020-01-10", ("Lider Aktywizacji", 2019)),
        (
            "Lider Aktywizacji 2018",
            None,
            "2019-01-16",
            ("Lider Aktywizacji 2018", 2019),
        ),  # which is meant a person says
        ("Lider Aktywizacji 2019", None, None, ("Lider Aktywizacji", 2019)),
        ("Człowiek Roku", None, "2004-02", ("Człowiek Roku", 2004)),
        ("Człowiek Roku", 12, "2004-02-01", ("Człowiek Roku", 2004)),
        ("Człowiek Roku", 12, None, ("Człowiek Roku", None)),
        ("2019", None, None, ("2019", 2019)),
        ("Złoty Kłos", None, None, ("Złoty Kłos", None)),
    ],
)
def test_the_year_of_a_contest_is_said_once(
    contest: str, edition: int | None, date: str | None, told: tuple[str, int | None]
) -> None:
    assert contest_and_year({"contest": contest, "edition": edition, "date": date}) == told


@pytest.mark.parametrize(
    ("form", "about", "before", "title"),
    [
        (
            "porozumienie",
            "zawarciu partnerstwa",
            "podpisane Porozumienie o ",
            "Porozumienie o zawarciu partnerstwa",
        ),
        (
            "porozumienie",
            "Wdrażania Modelu",
            "18 listopada zawarto Porozumienie w zakresie ",
            "Porozumienie w zakresie Wdrażania Modelu",
        ),
        ("umowa", "prowadzenie klubu", "zawarło z gminą Kozłowo umowę o\n", "Umowa o prowadzenie klubu"),
        ("aneks", "użyczenia sali", "Jednocześnie zawarto aneks do umowy ", "Aneks do umowy użyczenia sali"),
        (
            "list intencyjny",
            "staży",
            "podpisanie listu intencyjnego w sprawie ",
            "List intencyjny w sprawie staży",
        ),
        ("prezentacja", "Programu", "odbyła się prezentacja ", "Prezentacja Programu"),
        (
            "konferencja",
            "rynkowi pracy",
            "na konferencji poświęconej ",
            "Konferencja poświęcona rynkowi pracy",
        ),
        ("seminarium", "zdrowia", "Zaczęło się seminarium. Dotyczyło ", "Seminarium dotyczące zdrowia"),
        ("list intencyjny", "praktyk", "list intencyjny dotyczący ", "List intencyjny dotyczący praktyk"),
        ("spotkanie", "naborowi", "na spotkaniu dla gmin poświęconym ", "Spotkanie poświęcone naborowi"),
        ("szkolenie", "spawania", "W Opocznie ruszył kurs ", "Kurs spawania"),
        ("szkolenie", "pisania wniosków", "odbyło się Szkolenie z ", "Szkolenie z pisania wniosków"),
        (
            "szkolenie",
            "Komputer bez tajemnic",
            "Teraz czas na kurs drugi: ",
            "Szkolenie: Komputer bez tajemnic",
        ),
        ("szkolenie", "Gość na szlaku", "sfinansuje szkolenie ", "Szkolenie: Gość na szlaku"),
        ("umowa", "remont ławek", "Kurs skończono. Umowa była krótka, a ", "Umowa: remont ławek"),
        ("umowa", "remont ławek", "", "Umowa: remont ławek"),
    ],
)
def test_a_title_keeps_the_words_that_govern_it(form: str, about: str, before: str, title: str) -> None:
    assert titled(form, about, before) == title


def test_only_a_full_day_fills_a_day():
    assert full_day("2024-09-18") == "2024-09-18"
    assert full_day("2024-09") == full_day("--11-09") == full_day(None) == ""
    assert first_day("2024-09") == "2024-09-01"
    assert first_day("2024") == ""


def test_a_title_is_not_said_twice():
    assert (
        title_of({"form": "konferencja", "title": "Konferencja promująca program"}, "spotkanie")
        == "Konferencja promująca program"
    )
    assert (
        title_of({"form": "porozumienie", "subject": "wdrażanie modelu"}, "porozumienie")
        == "Porozumienie: wdrażanie modelu"
    )
    assert title_of({"place": "Płock"}, "spotkanie") == "Spotkanie – Płock"


def test_the_last_word_is_the_surname():
    assert split_name("Jadwiga Olszowska-Urban") == ("Jadwiga", "Olszowska-Urban")
    assert split_name("Anna Maria Kowal") == ("Anna Maria", "Kowal")


def test_names_of_files_keep_their_folders_and_nothing_odd():
    assert tidy_name("2005\\luty\\../notatka.txt") == "2005/luty/notatka.txt"
    assert tidy_name("\x00a\n.txt") == "_a_.txt"
    assert is_junk("a/.DS_Store")
    assert is_junk("__MACOSX/a.txt")
    assert not is_junk("2005/notatka.txt")


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("--03", "March (year not said)"),
        ("--11-09", "9 November (year not said)"),
        ("2024-09", "September 2024"),
        ("2024", "2024"),
        ("2023-02-31", "2023-02-31"),
    ],
)
def test_days_are_told_in_words_as_far_as_they_are_known(date: str, told: str):
    with override("en"):
        assert day_in_words(date) == told
