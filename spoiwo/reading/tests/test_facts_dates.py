"""Dates as offices write them."""

from datetime import date

import pytest

from spoiwo.reading.facts.dates import find_dates

MAY = date(2016, 5, 10)


def read(text: str, published: date | None = None) -> list[str]:
    return [
        when.value + (f"/{when.end_value}" if when.end_value else "") for when in find_dates(text, published)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Podpisano 14 marca 2006 r. w Sierpcu", ["2006-03-14"]),
        ("Termin: 14.03.2006 r.", ["2006-03-14"]),
        ("Dnia 5 XII 2003 r. otwarto klub", ["2003-12-05"]),
        ("Dodano 18-06-2018", ["2018-06-18"]),
        ("2001-11-13 spotkanie", ["2001-11-13"]),
        ("w dniach 20-21 maja 2014 r.", ["2014-05-20/2014-05-21"]),
        ("3 i 4 czerwca 2014 r.", ["2014-06-03/2014-06-04"]),
        ("2 i 9 maja 2014 r.", ["2014-05-02", "2014-05-09"]),
        ("10, 17 i 24 marca 2014 r.", ["2014-03-10", "2014-03-17", "2014-03-24"]),
        ("od 28 lutego do 3 marca 2014 r.", ["2014-02-28/2014-03-03"]),
        ("w latach 2008-2010", ["2008/2010"]),
        ("w roku szkolnym 2015/2016", ["2015/2016"]),
        ("od września do grudnia 2010 r.", ["2010-09/2010-12"]),
        ("w II kwartale 2011 r.", ["2011-04/2011-06"]),
        ("I półrocze 2005 r.", ["2005-01/2005-06"]),
        ("w marcu 2019 r.", ["2019-03"]),
        ("W 2018 roku powstał klub", ["2018"]),
        ("W 2018 powstał klub", ["2018"]),
        ("w dniach 5/6 maja 2012 r.", ["2012-05-05/2012-05-06"]),
        ("między 3 a 7 maja 2012 r.", ["2012-05-03/2012-05-07"]),
        ("w maju i czerwcu 2012 r.", ["2012-05/2012-06"]),
        ("31 XII 2012–2 I 2013", ["2012-12-31/2013-01-02"]),
        ("od 3.05 do 8.05.2012", ["2012-05-03/2012-05-08"]),
        ("20 i 27 kwietnia oraz 4 maja 2012 r.", ["2012-04-20", "2012-04-27", "2012-05-04"]),
        ("w roku akademickim 2012/13", ["2012/2013"]),
        ("I kw. 2012 r.", ["2012-01/2012-03"]),
        ("VI 2012 r.", ["2012-06"]),
        ("Spotkanie odbyło się 5.05. w Kole", ["--05-05"]),
    ],
)
def test_a_date_is_iso_however_it_is_written(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "30 lutego 2020 r.",
        "Lider 2019",
        "Dz. U. z 2015 r. poz. 149",
        "ul. 11 Marca 17",
        "10 lat",
        "art. 5 ust. 3",
        "SPO RZL 1.1",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert read(text) == []


def test_without_any_hint_the_year_is_left_out() -> None:
    assert read("9 listopada odbyła się gala") == ["--11-09"]


def test_this_year_is_the_year_of_publication() -> None:
    assert read("9 listopada br. odbyła się gala", date(2020, 11, 20)) == ["2020-11-09"]


def test_what_is_told_as_past_lies_before_the_publication_and_what_is_to_come_after_it() -> None:
    assert read("28 grudnia odbyła się gala.", MAY) == ["2015-12-28"]
    assert read("Konferencja odbędzie się 4 maja.", MAY) == ["2017-05-04"]


def test_a_cancelled_day_is_past_although_it_was_planned() -> None:
    assert read("Konferencja planowana na 3 kwietnia została odwołana.", MAY) == ["2016-04-03"]


def test_a_day_after_a_full_date_of_the_same_note_is_of_the_same_year() -> None:
    assert read("18 września 2024 roku podpisano porozumienie. Spotkanie miało miejsce 8 października.") == [
        "2024-09-18",
        "2024-10-08",
    ]


def test_a_day_before_the_full_date_stays_open() -> None:
    assert read("18 września 2024 roku podpisano porozumienie. Czekamy do 8 lutego.")[1] == "--02-08"


def test_the_page_itself_may_say_when_it_was_published() -> None:
    assert read("Data publikacji: 16.02.2005\n\n10 lutego odbyło się spotkanie.") == [
        "2005-02-16",
        "2005-02-10",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zapisy na kursy: obsługa kas, 17 czerwca, 12 miejsc.", "2016-06-17"),
        ("Ruszamy 1 czerwca, kończymy 30 listopada.", "2016-11-30"),
        ("Odwołujemy targi, które miały się odbyć 26 maja.", "2016-05-26"),
        ("Umowa, którą planowano podpisać 2 czerwca, nie dojdzie do skutku.", "2016-06-02"),
        ("Prosimy o potwierdzenie do 15 maja.", "2016-05-15"),
        ("– 12 kwietnia: warsztaty w remizie", "2016-04-12"),
    ],
)
def test_a_day_without_a_past_verb_is_the_one_near_the_publication(text: str, expected: str) -> None:
    assert read(text, MAY)[-1] == expected


def test_the_line_of_place_and_day_above_a_letter_dates_what_it_tells() -> None:
    letter = "Stegna, 12 grudnia 2011 r.\n\nSzanowna Pani,\n\ntytuł nadano Państwu 6 grudnia, a gala odbędzie się 9 stycznia."
    assert read(letter) == ["2011-12-12", "2011-12-06", "2012-01-09"]


def test_a_deadline_after_several_full_dates_is_of_their_year() -> None:
    assert (
        read("Notatka z 20.05.2003 r. Kurs trwa 16–18 czerwca 2003 r. Zgłoszenia do 30 maja.")[-1]
        == "2003-05-30"
    )


def test_a_year_that_begins_a_line_of_a_chronicle_is_a_date() -> None:
    assert read("Kronika\n2007 – budowa remizy") == ["2007"]
