"""Several events of one text: counted, told in turn, each with what is its own."""

import datetime as dt

from spoiwo.reading.tests.told import told


def test_people_who_met_several_times_met_at_each_place() -> None:
    text = "Partnerzy zebrali się trzy razy: 15 stycznia 2009 r. w Krynkach, 22 kwietnia w Supraślu i 9 grudnia w Michałowie."
    found = [(one["form"], one["date"], one["place"]) for one in told(text, "meeting")]
    assert found == [
        ("spotkanie", "2009-01-15", "Krynki"),
        ("spotkanie", "2009-04-22", "Supraśl"),
        ("spotkanie", "2009-12-09", "Michałowo"),
    ]


def test_courses_counted_first_share_their_subject() -> None:
    text = (
        "Urząd zorganizuje dwa kursy przycinania drzew. Pierwszy ruszy 20 marca 2017 r. w Łukowicy, drugi 27 marca "
        "2017 r. w Łącku. W każdym weźmie udział 15 bezrobotnych."
    )
    found = [
        (one["subject"], one["date"], one["place"], one["participants"]) for one in told(text, "training")
    ]
    assert found == [
        ("przycinania drzew", "2017-03-20", "Łukowica", 15),
        ("przycinania drzew", "2017-03-27", "Łącko", 15),
    ]


def test_organisers_go_to_the_event_they_are_named_with() -> None:
    text = (
        "15 maja 2014 r. w Kole odbędą się targi pracy. Tego dnia odbędzie się też prezentacja „Bezpieczny start”. "
        "Organizatorem targów jest Powiatowy Urząd Pracy w Kole."
    )
    found = {one["form"]: one.get("organiser") for one in told(text, "meeting")}
    assert found == {"targi": "Powiatowy Urząd Pracy w Kole", "prezentacja": None}


def test_what_is_called_for_a_day_lies_ahead() -> None:
    text = "Posiedzenie odbyło się 21 czerwca 2019 r. w Chełmnie. Kolejne posiedzenie zwołano na 13 września."
    published = dt.date(2019, 6, 24)
    assert [one["date"] for one in told(text, "meeting", published)] == ["2019-06-21", "2019-09-13"]


def test_a_project_money_is_only_asked_for_is_none_yet() -> None:
    asked = "Gmina ubiega się o dofinansowanie projektu „Chleb z Barcina” w wysokości 150 tys. zł."
    assert told(asked, "project") == []
    got = "Gmina Kępice otrzymała dofinansowanie projektu „Chleb z Barcina” w wysokości 150 tys. zł."
    assert [one["name"] for one in told(got, "project")] == ["Chleb z Barcina"]


def test_the_end_of_a_project_may_be_told_apart_from_its_beginning() -> None:
    text = (
        "Od 1 marca 2018 r. Stowarzyszenie „Ziemia” prowadzi projekt „Od pola do stołu”.\n\n"
        "Projekt potrwa do 28 lutego 2020 r."
    )
    assert [(one["date"], one["end_date"]) for one in told(text, "project")] == [("2018-03-01", "2020-02-28")]


def test_two_who_prepared_it_together_are_both_its_organisers() -> None:
    text = (
        "8 października 2019 r. w Sulechowie odbyła się konferencja. Wojewódzki Urząd Pracy w Zielonej Górze przygotował "
        "ją wspólnie z Fundacją „Przystań”."
    )
    [meeting] = told(text, "meeting")
    assert meeting["organiser"] == ["Wojewódzki Urząd Pracy w Zielonej Górze", "Fundacja „Przystań”"]


def test_trainings_listed_below_their_number_are_each_their_own() -> None:
    text = (
        "Wojewódzki Urząd Pracy w Toruniu zaprasza na dwa bezpłatne szkolenia:\n\n"
        "– „Rozmowa motywująca” – 4 kwietnia 2017 r., Toruń\n– „Praca z osobą zadłużoną” – 11 kwietnia 2017 r., Włocławek\n"
    )
    found = [(one["subject"], one["date"], one["place"]) for one in told(text, "training")]
    assert found == [
        ("Rozmowa motywująca", "2017-04-04", "Toruń"),
        ("Praca z osobą zadłużoną", "2017-04-11", "Włocławek"),
    ]


def test_a_conference_beside_the_end_of_a_course_is_told_too() -> None:
    text = "15 marca 2019 r. w Działdowie zakończenie kursu spawania połączono z konferencją „Technika przyciąga”."
    assert [one["title"] for one in told(text, "meeting")] == ["Technika przyciąga"]


def test_what_a_programme_foresees_is_not_signed_yet() -> None:
    text = "24 maja 2013 r. w Śledzianowie odbędzie się seminarium.\n\n10.30 – powitanie\n13.30 – podpisanie listu intencyjnego\n"
    assert told(text, "agreement") == []


def test_the_line_under_the_text_says_the_year() -> None:
    text = "Debatę zorganizowano 30 stycznia w Ustroniu. Przyszło 70 osób.\n\n(Kronika Beskidzka, 2 lutego 2011 r.)\n"
    assert [one["date"] for one in told(text, "meeting")] == ["2011-01-30"]
    next_one = "Debatę zorganizowano 30 stycznia w Ustroniu.\n\nKolejna odbędzie się 2 lutego 2011 r."
    assert "2011-01-30" not in [one["date"] for one in told(next_one, "meeting")]


def test_the_year_of_a_title_is_not_that_of_its_giving() -> None:
    text = "Pracodawcą Roku 2018 została firma Granit-Pol. Statuetkę odebrał 25 stycznia 2019 r. właściciel Tomasz Pielak."
    [award] = told(text, "award")
    assert (award["laureate"], award["title"], award["date"]) == (
        "Granit-Pol",
        "Pracodawca Roku 2018",
        "2019-01-25",
    )
