"""Agreements told in many ways: who, with whom, on what and when; and what is no agreement concluded."""

from typing import Any

import pytest

from spoiwo.reading.tests.told import is_told, told

CONCLUDED: list[tuple[str, dict[str, Any]]] = [
    (
        "7 maja 2018 r. wójt gminy Leoncin i prezes OSP w Leoncinie podpisali umowę na rzecz szkolenia młodzieży.",
        {"form": "umowa", "date": "2018-05-07"},
    ),
    (
        "Zespół Szkół nr 2 w Kole zawarł 3 marca 2011 r. z firmą Elmet Sp. z o.o. umowę o praktycznej nauce zawodu.",
        {"form": "umowa", "party": ["Zespół Szkół nr 2 w Kole", "Elmet Sp. z o.o."]},
    ),
    (
        "Podpisy pod listem intencyjnym w sprawie budowy inkubatora złożyli 9 czerwca 2015 r. Starosta Kolski Adam Kos "
        "i prezes Fundacji Zorza Anna Lis.",
        {"form": "list intencyjny", "date": "2015-06-09", "subject": "budowy inkubatora"},
    ),
    (
        "Powiat płocki przystąpił 12 stycznia 2012 r. do Partnerstwa „Razem dla Pracy”.",
        {"form": "akces", "date": "2012-01-12", "party": ["powiat płocki"]},
    ),
    (
        "Porozumienie o współpracy Powiatowego Urzędu Pracy w Kole z Fundacją Zorza stało się faktem 4 lutego 2009 r.",
        {
            "form": "porozumienie",
            "date": "2009-02-04",
            "party": ["Powiatowy Urząd Pracy w Kole", "Fundacja Zorza"],
        },
    ),
    (
        "Stronami umowy zawartej w dniu 15 marca 2014 r. są Gmina Stegna oraz Stowarzyszenie „Żuławy”. Dotyczy ona "
        "prowadzenia świetlicy.",
        {"form": "umowa", "date": "2014-03-15", "party": ["gmina Stegna", "Stowarzyszenie „Żuławy”"]},
    ),
    (
        "Do podpisania porozumienia doszło 8 listopada 2016 r. w Sieradzu. Jego sygnatariuszami są powiat sieradzki "
        "i Caritas Diecezji Kaliskiej.",
        {"form": "porozumienie", "date": "2016-11-08", "place": "Sieradz"},
    ),
    (
        "Kontrakt na rzecz zatrudnienia osób niepełnosprawnych podpisali w Krośnie 20 maja 2010 r. Prezydent Miasta "
        "Krosna Jan Nowak oraz dyrektor PFRON Ewa Kos.",
        {"form": "umowa", "date": "2010-05-20", "place": "Krosno"},
    ),
    (
        "Data: 14.05.2013 r.\nDokument: porozumienie w sprawie doradztwa dla rolników\n"
        "Strony: Powiatowy Urząd Pracy w Kole, Gmina Stegna\n",
        {
            "form": "porozumienie",
            "date": "2013-05-14",
            "party": ["Powiatowy Urząd Pracy w Kole", "gmina Stegna"],
        },
    ),
    (
        "W Kole starosta i rektor uścisnęli sobie dłonie. Chwilę wcześniej, 6 października 2017 r., podpisali porozumienie "
        "dotyczące praktyk studenckich.",
        {"form": "porozumienie", "date": "2017-10-06", "subject": "praktyk studenckich"},
    ),
    (
        "Z dniem 1 września 2008 r. Cech Rzemiosł Różnych w Turku związał się z powiatem tureckim umową o kształceniu uczniów.",
        {"form": "umowa", "date": "2008-09-01", "subject": "kształceniu uczniów"},
    ),
    (
        "Nastąpiło uroczyste podpisanie deklaracji na rzecz równości na rynku pracy. Uroczystość odbyła się 5 marca 2019 r. w Łodzi.",
        {"form": "deklaracja", "date": "2019-03-05", "subject": "równości na rynku pracy"},
    ),
    (
        "Aneks do umowy o prowadzeniu Klubu Integracji podpisano 2 stycznia 2020 r.",
        {"form": "aneks", "date": "2020-01-02", "subject": "prowadzeniu Klubu Integracji"},
    ),
    (
        "22 kwietnia 2005 r. porozumienie parafowały: Powiatowy Urząd Pracy w Kole, Fundacja Zorza i Gmina Stegna.",
        {"party": ["Powiatowy Urząd Pracy w Kole", "Fundacja Zorza", "gmina Stegna"], "date": "2005-04-22"},
    ),
    (
        "Fundację Zorza reprezentowała prezes Anna Lis. Porozumienie zawarto 3 marca 2003 r. w Kole.",
        {"form": "porozumienie", "date": "2003-03-03", "place": "Koło"},
    ),
    (
        "Rada Powiatu przyjęła uchwałę, a 30 marca 2007 r. starosta złożył podpis pod umową partnerską z Fundacją Zorza.",
        {"form": "umowa", "date": "2007-03-30", "party": ["Fundacja Zorza"]},
    ),
    (
        "Gmina Stegna i Spółdzielnia Socjalna „Fala” zawarły 11 lipca 2012 r. umowę. Jej przedmiotem jest utrzymanie plaży.",
        {"form": "umowa", "subject": "utrzymanie plaży", "date": "2012-07-11"},
    ),
    (
        "Na mocy porozumienia z 18 grudnia 2013 r., zawartego przez Gminę Stegna i Fundację Zorza, powstanie klub pracy.",
        {"form": "porozumienie", "date": "2013-12-18", "party": ["gmina Stegna", "Fundacja Zorza"]},
    ),
    (
        "Lokalna Grupa Działania „Brama” podpisała w dniu 9 maja 2016 r. z Samorządem Województwa Łódzkiego umowę ramową.",
        {"form": "umowa", "date": "2016-05-09"},
    ),
    (
        "Nowi partnerzy: 4 czerwca 2011 r. deklarację przystąpienia do Partnerstwa „Most” złożyła Fundacja Zorza.",
        {"form": "akces", "date": "2011-06-04", "party": ["Fundacja Zorza"]},
    ),
    (
        "Dnia 17.10.2014 r. w siedzibie Starostwa Powiatowego w Kole zawarto porozumienie między OHP a Gminą Stegna.",
        {"date": "2014-10-17", "place": "Koło", "form": "porozumienie"},
    ),
    (
        "Trójstronną umowę w zakresie staży dla absolwentów podpisali 1 lutego 2018 r.: starosta, wójt i firma „Bet-Pol” s.c.",
        {"form": "umowa", "subject": "staży dla absolwentów", "date": "2018-02-01"},
    ),
    (
        "List intencyjny o utworzeniu klastra sygnowały 12 maja 2009 r. w Elblągu Politechnika Gdańska i Gmina Stegna.",
        {"form": "list intencyjny", "date": "2009-05-12", "party": ["Politechnika Gdańska", "gmina Stegna"]},
    ),
    (
        "Współpraca obu urzędów opiera się na porozumieniu, które podpisano 5 kwietnia 2006 r. w Zgierzu.",
        {"form": "porozumienie", "date": "2006-04-05", "place": "Zgierz"},
    ),
    (
        "Porozumienie podpisane zostało 6 lutego 2015 r. Ze strony powiatu kolskiego podpis złożył Starosta Kolski Adam Kos, "
        "a ze strony Fundacji Zorza – prezes Anna Lis.",
        {"representative": ["Adam Kos, Starosta Kolski", "Anna Lis, prezes"], "date": "2015-02-06"},
    ),
    (
        "Podpisano porozumienie (Kutno, 13 maja 2010 r.) w sprawie wspólnego doradztwa zawodowego.",
        {"form": "porozumienie", "date": "2010-05-13", "place": "Kutno"},
    ),
    (
        "ANEKS NR 1\n\ndo umowy z dnia 30 czerwca 2011 r. w sprawie prowadzenia świetlicy, sporządzony w Pile 4 lutego 2013 r. pomiędzy:\n\n1) Powiatem Kolskim, w imieniu którego działa Starosta Jan Nowak,\n2) Gminą Stegna.",
        {"form": "aneks", "subject": "prowadzenia świetlicy", "date": "2013-02-04", "place": "Piła"},
    ),
    (
        "DEKLARACJA\n\nMy, niżej podpisani, zebrani w Warcie dnia 5 maja 2019 r., deklarujemy wspólną pracę na rzecz zatrudnienia młodych.\n\nPodpisali:\nza Gminę Stegna – burmistrz Jan Nowak,\nza Bank Spółdzielczy w Warcie – prezes Ewa Lis.",
        {
            "form": "deklaracja",
            "subject": "zatrudnienia młodych",
            "date": "2019-05-05",
            "place": "Warta",
            "party": ["gmina Stegna", "Bank Spółdzielczy w Warcie"],
        },
    ),
    (
        "2 maja 2019 r. do porozumienia „Razem dla pracy” przystępuje Gmina Stegna.",
        {"form": "akces", "date": "2019-05-02", "party": "gmina Stegna"},
    ),
    (
        "14 marca 2019 r. w Krośnie podpis pod umową składają wójt gminy Chorkówka Jan Bal i dyrektor Zespołu Szkół w Krośnie Ewa Lis.",
        {"form": "umowa", "date": "2019-03-14", "place": "Krosno", "party": "Zespół Szkół w Krośnie"},
    ),
    (
        "Dzięki umowie, którą 3 kwietnia 2019 r. zawarły Powiatowy Urząd Pracy w Kutnie i Zakład Karny w Łęczycy, więźniowie zyskają pracę.",
        {
            "form": "umowa",
            "date": "2019-04-03",
            "party": ["Powiatowy Urząd Pracy w Kutnie", "Zakład Karny w Łęczycy"],
        },
    ),
    (
        "Dokument: porozumienie\nStrony: Powiatowy Urząd Pracy w Kole, Fundacja Zorza\nPrzedmiot: organizacja targów pracy\nData podpisania: 7 maja 2019 r.",
        {
            "form": "porozumienie",
            "subject": "organizacja targów pracy",
            "date": "2019-05-07",
            "party": ["Powiatowy Urząd Pracy w Kole", "Fundacja Zorza"],
        },
    ),
    (
        "9 maja 2019 r. gmina Stegna dołączyła do Partnerstwa „Żuławy”. Deklarację podpisał wójt Jan Nowak.",
        {"form": "akces", "representative": "Jan Nowak, wójt"},
    ),
    (
        "Gości witał Marian Widera, dyrektor Powiatowego Urzędu Pracy w Zabrzu. 8 maja 2019 r. dyrektor Widera i prezes Fundacji Zorza Anna Lis zawarli porozumienie o współpracy przy stażach.",
        {"form": "porozumienie", "representative": ["Marian Widera, dyrektor", "Anna Lis, prezes"]},
    ),
    (
        "Giełdę Pracy zorganizowano w Giżycku 19 kwietnia 2018 r. Targi odwiedziło 600 osób.\n\nW południe na scenie burmistrz Jan Nowak i dyrektor Zespołu Szkół w Giżycku Ewa Lis parafowali list intencyjny w sprawie klasy patronackiej.",
        {"form": "list intencyjny", "date": "2018-04-19"},
    ),
    (
        "W dniach 28–30 czerwca 2006 r. w Łagowie trwało szkolenie z moderowania debat.\n\nOstatniego dnia powiaty żarski i krośnieński podpisały deklarację o wspólnej promocji pogranicza.",
        {"form": "deklaracja", "date": "2006-06-30"},
    ),
    (
        "Do Sieci „Krąg”, skupiającej 13 podmiotów, dołączyła 19 września 2020 r. gmina Drzycim.",
        {"form": "akces", "subject": "Sieci „Krąg”"},
    ),
]
NOT_CONCLUDED = [
    "15 maja 2018 r. zostanie podpisane porozumienie w sprawie staży.",
    "Starosta podpisze umowę z Fundacją Zorza 3 czerwca 2019 r.",
    "Wnioski o zawarcie umowy o staż można składać do 30 czerwca 2014 r.",
    "Uczniowie podpisali umowy o pracę 3 czerwca 2014 r.",
    "Radni rozmawiali 4 maja 2010 r. o tym, czy zawrzeć porozumienie z Fundacją Zorza.",
    "Umowę z wykonawcą można rozwiązać do 3 marca 2012 r.",
    "Stypendia przyznaje się na podstawie ustawy z dnia 27 kwietnia 2006 r. o spółdzielniach socjalnych.",
    "Nie podpisano porozumienia, o którym mówiono 5 maja 2008 r.",
    "Umowa będzie obowiązywać pięć lat. „To dobry dzień” – powiedziała 3 maja 2019 r., składając podpis, dyrektorka Anna Lis.",
]


@pytest.mark.parametrize(("text", "expected"), CONCLUDED)
def test_an_agreement_is_read_from_any_way_of_saying_it(text: str, expected: dict[str, Any]) -> None:
    assert is_told(text, "agreement", expected), told(text, "agreement")


@pytest.mark.parametrize("text", NOT_CONCLUDED)
def test_what_is_planned_possible_or_denied_is_no_agreement(text: str) -> None:
    assert told(text, "agreement") == []
