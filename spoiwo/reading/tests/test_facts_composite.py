"""Agreements, meetings, awards, projects and trainings, on sentences written for their rules."""

from datetime import date
from typing import Any

import pytest

from spoiwo.reading import find_facts
from spoiwo.reading.tests.told import is_told, told

SIGNED = (
    "12 marca 2010 r. w Sierpcu podpisano porozumienie w sprawie zatrudnienia absolwentów. "
    "Powiat sierpecki reprezentował Starosta Sierpecki Jan Nowak, a Fundację Zorza – prezes Anna Lis."
)
OPENED = (
    "3 kwietnia 2012 r. w Starostwie Powiatowym w Kole odbyła się konferencja „Praca obok nas” zorganizowana przez "
    "Powiatowy Urząd Pracy w Kole. Zaproszono 200 osób, przybyło 90. Obrady otworzył Starosta Kolski Adam Kos. "
    "W konferencji uczestniczyli pracodawcy, dyrektorzy szkół i przedstawiciele gmin."
)
AWARDED = (
    "5 grudnia 2019 r. w Katowicach odbyła się gala III edycji konkursu „Praca z Pomysłem”. W kategorii urzędów pracy "
    "Powiatowy Urząd Pracy w Kole zdobył czwartą statuetkę i tytuł „Mistrz Praktyki”. Statuetkę odebrała dyrektor Anna Lis. "
    "Nagrodzono praktykę „Autobus do pracy”. Patronat objął Wojewoda Śląski."
)
PROJECT = (
    "Projekt „Nowy start” realizowany jest w ramach Programu Operacyjnego Kapitał Ludzki, Działanie 6.1, "
    "od 1 lutego 2010 r. do 31 stycznia 2012 r. Liderem jest Gmina Stegna, a partnerem Fundacja Zorza. "
    "Wartość projektu wynosi 684 300 zł. Projekt skierowany jest do 60 kobiet pozostających bez pracy."
)


def test_an_agreement_says_who_agreed_on_what_and_who_signed() -> None:
    assert told(SIGNED, "agreement") == [
        {
            "form": "porozumienie",
            "subject": "zatrudnienia absolwentów",
            "date": "2010-03-12",
            "place": "Sierpc",
            "party": ["powiat sierpecki", "Fundacja Zorza"],
            "representative": ["Jan Nowak, Starosta Sierpecki", "Anna Lis, prezes"],
        }
    ]


def test_the_parties_between_whom_an_agreement_was_concluded_stand_in_the_nominative() -> None:
    text = "W Płocku 4 maja 2004 r. zawarto umowę pomiędzy województwem mazowieckim a powiatem płockim."
    assert told(text, "agreement")[0]["party"] == ["województwo mazowieckie", "powiat płocki"]


def test_an_annex_and_the_agreement_it_changes_are_two() -> None:
    text = (
        "4 maja 2017 r. podpisano aneks do porozumienia z dnia 10 stycznia 2015 r. o prowadzeniu Klubu Zorza."
    )
    assert [one["form"] for one in told(text, "agreement")] == ["aneks", "porozumienie"]


def test_what_is_only_planned_or_spoken_of_is_no_agreement() -> None:
    for text in (
        "Porozumienie zostanie podpisane 4 maja 2024 r. w Płocku.",
        "Nie ma sensu mnożyć porozumień i listów intencyjnych.",
        "Podpisano z nimi umowy o pracę 4 maja 2024 r.",
        "Ustawa z dnia 20 kwietnia 2004 r. o promocji zatrudnienia",
    ):
        assert told(text, "agreement") == []


def test_a_meeting_says_when_where_by_whom_and_how_many_came() -> None:
    assert told(OPENED, "meeting") == [
        {
            "form": "konferencja",
            "date": "2012-04-03",
            "title": "Praca obok nas",
            "venue": "Starostwo Powiatowe w Kole",
            "place": "Koło",
            "organiser": "Powiatowy Urząd Pracy w Kole",
            "invited": 200,
            "came": 90,
            "speaker": "Adam Kos",
            "audience": ["pracodawcy", "dyrektorzy szkół", "przedstawiciele gmin"],
        }
    ]


def test_an_announced_meeting_counts_when_it_has_a_day() -> None:
    text = "Zapraszamy na debatę „Kto nas zastąpi?”, która odbędzie się 9 listopada w Kole."
    (meeting,) = told(text, "meeting", date(2021, 10, 30))
    assert (meeting["form"], meeting["date"], meeting["title"]) == (
        "debata",
        "2021-11-09",
        "Kto nas zastąpi?",
    )


def test_a_meeting_named_in_a_heading_takes_the_line_of_place_and_day_below() -> None:
    text = "Seminarium „Jak przetrwać”\nJaworzno, 17 czerwca 2003 r.\nMiejsce: Miejskie Centrum Kultury, sala teatralna"
    (meeting,) = told(text, "meeting")
    assert (meeting["place"], meeting["date"]) == ("Jaworzno", "2003-06-17")
    assert meeting["venue"] == "Miejskie Centrum Kultury, sala teatralna"


def test_what_is_said_of_several_meetings_is_not_said_of_one() -> None:
    text = (
        "4 maja 2005 r. w Płocku odbyło się spotkanie promocyjne. Powiatowy Urząd Pracy w Płocku wysłał zaproszenia do "
        "wszystkich. Powiatowy Urząd Pracy przygotował ponad 1000 zaproszeń, w spotkaniach wzięło udział około 30% zaproszonych."
    )
    one, several = told(text, "meeting")
    assert "invited" not in one
    assert (several["invited"], several["came_percent"]) == (1000, 30)


def test_cycles_cancelled_and_undated_meetings_are_none() -> None:
    for text in (
        "Konferencja „Zdalnie”, planowana na 3 kwietnia 2020 r., została odwołana.",
        "W przyszłym roku planujemy konferencję o współpracy.",
        "Cykl spotkań promocyjnych przeprowadzono we wszystkich gminach.",
    ):
        assert told(text, "meeting") == []


def test_an_award_says_who_won_what_and_who_received_it() -> None:
    assert told(AWARDED, "award") == [
        {
            "contest": "Praca z Pomysłem",
            "edition": 3,
            "date": "2019-12-05",
            "place": "Katowice",
            "patron": "Wojewoda Śląski",
            "laureate": "Powiatowy Urząd Pracy w Kole",
            "title": "Mistrz Praktyki",
            "category": "urzędów pracy",
            "prize": "statuetka",
            "received_by": "Anna Lis",
            "rank": 4,
            "practice": "Autobus do pracy",
        }
    ]


def test_a_list_of_results_gives_an_award_for_each_row() -> None:
    text = (
        "Wyniki konkursu „Złote Kółko”\n\nI miejsce – KGW „Zorza” w Skomlinie – puchar\n"
        "II miejsce – KGW w Kraszkowicach – dyplom\nWyróżnienie – Fundacja Lipa – dyplom\n"
    )
    assert [(one["laureate"], one["title"], one["prize"]) for one in told(text, "award")] == [
        ("Koło Gospodyń Wiejskich „Zorza” w Skomlinie", "I miejsce", "puchar"),
        ("Koło Gospodyń Wiejskich w Kraszkowicach", "II miejsce", "dyplom"),
        ("Fundacja Lipa", "Wyróżnienie", "dyplom"),
    ]


def test_without_a_laureate_there_is_no_award() -> None:
    assert told("Konkurs „Praca z Pomysłem” rozstrzygnięto. Konkursy i gale są potrzebne.", "award") == []


def test_a_project_says_who_leads_it_with_whom_for_whom_and_for_how_much() -> None:
    assert told(PROJECT, "project") == [
        {
            "name": "Nowy start",
            "programme": "Program Operacyjny Kapitał Ludzki",
            "measure": "Działanie 6.1",
            "lead": "gmina Stegna",
            "partner": "Fundacja Zorza",
            "target_group": "kobiet pozostających bez pracy",
            "value": 684300,
            "date": "2010-02-01",
            "end_date": "2012-01-31",
        }
    ]


def test_a_project_only_spoken_of_is_none() -> None:
    assert told("Może powstanie z tego projekt, może nie.", "project") == []


def test_a_training_says_in_what_when_and_for_how_many() -> None:
    text = (
        "W dniach 7–11 czerwca 2010 r. w Kole odbyło się szkolenie z zakresu obsługi kas dla 40 sprzedawców."
    )
    (training,) = told(text, "training")
    assert (training["subject"], training["date"], training["place"]) == ("obsługi kas", "2010-06-07", "Koło")


def test_a_training_still_without_a_day_is_none() -> None:
    assert (
        told("Szkolenie z zakresu obsługi kas – planowane, o terminie powiadomimy odrębnie.", "training")
        == []
    )


def test_a_conference_where_an_award_was_won_is_no_meeting_by_that_alone() -> None:
    text = "9 listopada 2020 r. podczas konferencji online Powiatowy Urząd Pracy w Kole zdobył statuetkę „Primus inter pares”."
    assert told(text, "meeting") == []
    assert told(text, "award")[0]["date"] == "2020-11-09"


def test_the_words_of_a_prize_and_of_its_rank_are_whole_words() -> None:
    (award,) = (fact for fact in find_facts(AWARDED) if fact.kind == "award")
    quoted = {one.name: AWARDED[one.start : one.end] for one in award.fields}
    assert (quoted["prize"], quoted["rank"]) == ("statuetkę", "czwartą statuetkę")


def test_who_is_represented_at_a_later_event_is_no_party() -> None:
    text = (
        "18 września 2024 r. Starosta Kolski i Fundacja Zorza podpisali porozumienie w sprawie staży. 8 października 2024 r. odbyła "
        "się konferencja. Wojewódzki Urząd Pracy w Warszawie reprezentował jego dyrektor Jan Nowak."
    )
    assert told(text, "agreement")[0]["party"] == ["Starosta Kolski", "Fundacja Zorza"]


def test_an_employee_of_that_institute_belongs_to_it() -> None:
    text = (
        "Mówiła Anna Lis, prezes Instytutu Współpracy w Katowicach, oraz Ewa Kos, pracownik tego instytutu."
    )
    assert told(text, "person")[1] == {
        "name": "Ewa Kos",
        "function": "pracownik",
        "organisation": "Instytut Współpracy w Katowicach",
    }


LATER = [
    (
        "Powiat Kolski dostał dotację na projekt „Nowy fach”. Realizować go będzie Fundacja Zorza wraz z partnerem, którym jest Gmina Stegna.",
        "project",
        {"lead": "Fundacja Zorza", "partner": ["gmina Stegna"]},
    ),
    (
        "Rusza projekt „Drugi krok”, w którym Fundacja Zorza będzie liderem. Do udziału zapraszamy osoby po pięćdziesiątce.",
        "project",
        {"lead": "Fundacja Zorza", "target_group": "osoby po pięćdziesiątce"},
    ),
    (
        "Projekt „Nowy fach” realizowała Fundacja Zorza.\nEfekty podsumowała koordynatorka:\n– 40 osób zdało egzamin,\n– powstała stolarnia.\n",
        "project",
        {"result": ["40 osób zdało egzamin", "powstała stolarnia"]},
    ),
    (
        "Trzecia z czterech zaplanowanych konferencji odbyła się 8 maja 2017 r. w Kole. Zorganizowała ją Fundacja Zorza.",
        "meeting",
        {"form": "konferencja", "date": "2017-05-08", "organiser": "Fundacja Zorza"},
    ),
    (
        "W kategorii „Szkoła” w konkursie „Filary” tytuł „Filar Roku” zdobył Zespół Szkół nr 2 w Kole.\n\n"
        "W kategorii „Gmina” ten sam tytuł przypadł gminie Stegna.",
        "award",
        {"laureate": "gmina Stegna", "title": "Filar Roku"},
    ),
    (
        "Przypominamy laureatów II edycji konkursu „Filary”:\n• Fundacja Zorza – Złoty Laur;\n• gmina Stegna – Srebrny Laur.\n",
        "award",
        {"laureate": "gmina Stegna", "title": "Srebrny Laur", "edition": 2},
    ),
]


@pytest.mark.parametrize(("text", "kind", "expected"), LATER)
def test_what_later_sentences_and_lists_say_is_taken_up(
    text: str, kind: str, expected: dict[str, Any]
) -> None:
    assert is_told(text, kind, expected)


def test_a_table_of_trainings_tells_of_no_project() -> None:
    table = "Nazwa szkolenia | Termin | Miejsce\nKucharz | 4 lutego 2019 r. | Koło\nFryzjer | 8 lutego 2019 r. | Turek\n"
    assert told(table, "project") == []
