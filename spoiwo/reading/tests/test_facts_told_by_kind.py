"""Ways of telling met in news of many hands: courses in turn, prizes by a noun, days in words, whose paper it is."""

from typing import Any

import pytest

from spoiwo.reading.tests.told import told_shortly

# (the kind, the day it was published, the news, its facts of that kind in these fields)
NEWS: list[tuple[str, str, str, list[dict[str, Any]]]] = [
    (
        "award",
        "2016-03-11",
        'Ósmego marca w Domu Kultury w Ornecie rozdałyśmy nagrody siódmego już konkursu „Babka z Pomysłem”. Honorowym patronatem konkurs objął Wójt Gminy Lubomino. Pierwsze miejsce wywalczyła Pracownia Kilimów Joanny Rutki z Pieniężna.',
        [{'contest': 'Babka z Pomysłem', 'laureate': 'Pracownia Kilimów Joanny Rutki', 'title': 'Pierwsze miejsce', 'date': '2016-03-08', 'place': 'Orneta'}],
    ),
    (
        "agreement",
        "2004-04-09",
        'W piątek 2 kwietnia w Sanoku szefowie firm podpisali list intencyjny w sprawie inkubatora. Wśród sygnatariuszy są Zakłady Meblowe „Osika”.\n\nW środę 7 kwietnia w Lesku gmina Lesko i Izba Turystyczna „Szlak” zawarły umowę o prowadzeniu punktu informacji.',
        [{'form': 'list intencyjny', 'subject': 'inkubatora', 'date': '2004-04-02', 'place': 'Sanok', 'party': 'Zakłady Meblowe „Osika”'}, {'form': 'umowa', 'subject': 'prowadzeniu punktu informacji', 'date': '2004-04-07', 'place': 'Lesko', 'party': ['gmina Lesko', 'Izba Turystyczna „Szlak”']}],
    ),
    (
        "training",
        "2006-04-03",
        'Urząd zakończył dwa kursy. Pierwszy – kroju i szycia – wystartował 6 lutego w Bystrzycy Kłodzkiej i ukończyło go 15 kobiet. Drugi, z obsługi kas, rozpoczął się 13 lutego w Kłodzku; skorzystało z niego 20 osób.',
        [{'subject': 'kroju i szycia', 'date': '2006-02-06', 'place': 'Bystrzyca Kłodzka', 'participants': 15}, {'subject': 'obsługi kas', 'date': '2006-02-13', 'place': 'Kłodzko', 'participants': 20}],
    ),
    (
        "award",
        "2017-10-30",
        'Stowarzyszenie „Kopalnia” z Rybnika ma powody do dumy. Na gali, która odbyła się 20 października w Żorach, ogłoszono, że „Kopalnia” zdobyła Złotą Lampę.',
        [{'laureate': 'Stowarzyszenie „Kopalnia”', 'title': 'Złota Lampa', 'date': '2017-10-20', 'place': 'Żory'}],
    ),
    (
        "award",
        "2014-06-02",
        'Oto laureaci konkursu „Skrzydła Powiatu”:\nAERO-PLAST z Mielca – „Skrzydło” w kategorii „eksport”,\nAlicja Dudek z Radomyśla Wielkiego – „Skrzydło” w kategorii „kobieta w przemyśle”,\nZespół Szkół w Mielcu – „Skrzydło” w kategorii „szkoła”.',
        [{'contest': 'Skrzydła Powiatu', 'laureate': 'AERO-PLAST', 'title': 'Skrzydło', 'category': 'eksport'}, {'contest': 'Skrzydła Powiatu', 'laureate': 'Alicja Dudek', 'title': 'Skrzydło', 'category': 'kobieta w przemyśle'}, {'contest': 'Skrzydła Powiatu', 'laureate': 'Zespół Szkół w Mielcu', 'title': 'Skrzydło', 'category': 'szkoła'}],
    ),
    (
        "award",
        "2007-11-19",
        'W piątek 16 listopada w Ostrowie Wielkopolskim rozdano nagrody w czwartym konkursie „Człowiek z Pasją”. Pasję w kategorii „pracodawca” dostał Konrad Zych, właściciel odlewni. Za społecznika roku jury uznało emerytowanego kolejarza Henryka Kubiaka z Odolanowa.',
        [{'contest': 'Człowiek z Pasją', 'laureate': 'Konrad Zych', 'title': 'Pasja', 'category': 'pracodawca', 'date': '2007-11-16', 'place': 'Ostrów Wielkopolski'}, {'contest': 'Człowiek z Pasją', 'laureate': 'Henryk Kubiak', 'title': 'społecznik roku', 'date': '2007-11-16', 'place': 'Ostrów Wielkopolski'}],
    ),
    (
        "award",
        "2021-10-11",
        '5 października odbyło się spotkanie online z firmami. Przy okazji dowiedzieli się, że Mleczarnia „Łąka” z Żychlina została drugi raz z rzędu Solidnym Pracodawcą Ziemi Łódzkiej.',
        [{'laureate': 'Mleczarnia „Łąka”', 'title': 'Solidny Pracodawca Ziemi Łódzkiej'}],
    ),
    (
        "agreement",
        "2021-02-15",
        'Spółdzielnia Socjalna „Pod Lipą” – rok 2020 w skrócie\n\nSTYCZEŃ. 14 stycznia podpisaliśmy z gminą Limanowa umowę na dostawę posiłków dla seniorów.',
        [{'form': 'umowa', 'subject': 'dostawę posiłków dla seniorów', 'date': '2020-01-14', 'party': ['gmina Limanowa', 'Spółdzielnia Socjalna „Pod Lipą”']}],
    ),
    (
        "agreement",
        "2011-12-05",
        'Biuletyn Fundacji „Barka Nadziei”\nnr 3/2011\n\n9 września w Miliczu fundacja i Gmina Krośnice zawarły porozumienie na rzecz zatrudniania mieszkańców wsi.',
        [{'form': 'porozumienie', 'subject': 'zatrudniania mieszkańców wsi', 'date': '2011-09-09', 'place': 'Milicz', 'party': ['Fundacja „Barka Nadziei”', 'gmina Krośnice']}],
    ),
    (
        "award",
        "2003-06-23",
        '14 czerwca w tamtejszym ratuszu w Łaskarzewie odbyła się narada szewców. W konkursie na but sezonu zwyciężył Zygmunt Biały z Sobolewa.',
        [{'contest': 'but sezonu', 'laureate': 'Zygmunt Biały', 'date': '2003-06-14', 'place': 'Łaskarzew'}],
    ),
    (
        "meeting",
        "2020-02-17",
        'Posiedzenie odbyło się 12 lutego 2020 r. w Kuźni Raciborskiej. Zakończono je o godz. 14.10.',
        [{'form': 'posiedzenie', 'date': '2020-02-12', 'place': 'Kuźnia Raciborska'}],
    ),
    (
        "award",
        "2010-11-29",
        '24 listopada w Końskich wręczono dyplomy w plebiscycie „Filary Powiatu”, który organizuje „Głos Konecki”. Kurs formierza był gotowy wcześniej. Zorganizowało go Centrum Nauki „Tygiel”. Tytuł Filar Roku otrzymała Odlewnia Żar.',
        [{'contest': 'Filary Powiatu', 'laureate': 'Odlewnia Żar', 'title': 'Filar Roku', 'date': '2010-11-24', 'place': 'Końskie'}],
    ),
    (
        "project",
        "2008-05-12",
        'Fundacja „Dzwon”, biuletyn 2/2008\n\nDostaliśmy pieniądze z Mechanizmu Finansowego EOG na projekt „Sito”. Wspólnie z nami prowadzą go gmina Biłgoraj i Muzeum Ziemi w Tarnogrodzie. Potrwa do 30 stycznia 2010 r.',
        [{'name': 'Sito', 'programme': 'Mechanizm Finansowy EOG', 'lead': 'Fundacja „Dzwon”', 'partner': ['gmina Biłgoraj', 'Muzeum Ziemi w Tarnogrodzie'], 'end_date': '2010-01-30'}],
    ),
    (
        "award",
        "2018-12-17",
        'W kwietniu przyznano Hannie Lis tytuł Anioła Sąsiedztwa w konkursie „Kujawskie Anioły”.',
        [{'contest': 'Kujawskie Anioły', 'laureate': 'Hanna Lis', 'title': 'Anioł Sąsiedztwa', 'date': '2018-04'}],
    ),
    (
        "training",
        "2012-06-11",
        'Czternaście kobiet zaczęło 4 czerwca w Warcie kurs kadrowo-płacowy. W Sieradzu szkolenie „Nici” – z montażu rolet – ruszyło 6 czerwca.',
        [{'subject': 'kadrowo-płacowy', 'date': '2012-06-04', 'place': 'Warta', 'participants': 14}, {'subject': 'Nici', 'date': '2012-06-06', 'place': 'Sieradz'}],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "published", "text", "expected"), NEWS)
def test_events_of_news_by_many_hands_are_told(
    kind: str, published: str, text: str, expected: list[dict[str, Any]]
) -> None:
    assert told_shortly(text, kind, published) == expected
