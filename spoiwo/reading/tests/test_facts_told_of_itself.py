"""Chronicles and reports of whoever writes them, lists of what was won, prizes that bear the noun of their contest."""

from typing import Any

import pytest

from spoiwo.reading.tests.told import told_shortly

# (the kind, the day it was published, the news, its facts of that kind in these fields)
NEWS: list[tuple[str, str, str, list[dict[str, Any]]]] = [
    (
        "agreement",
        "2011-03-14",
        'Kartki z kroniki Spółdzielni Socjalnej „Pod Kasztanem” w Brzezinach\n\nRok 2009. Gmina Brzeziny podpisała z nami umowę o sprzątaniu placów zabaw, dokładnie 6 maja.\n\nRok 2010. Projekt „Czyste Podwórka”, opłacony z Programu Operacyjnego Kapitał Ludzki (Działanie 7.2). Prowadzimy go wspólnie z Fundacją „Skwer”.\n\n4 marca 2011. Łódź, gala konkursu „Łódzki Społecznik”. Zdobyłyśmy II miejsce w kategorii usługi!',
        [{'form': 'umowa', 'subject': 'sprzątaniu placów zabaw', 'date': '2009-05-06', 'party': ['gmina Brzeziny', 'Spółdzielnia Socjalna „Pod Kasztanem” w Brzezinach']}],
    ),
    (
        "meeting",
        "2011-03-14",
        'Kartki z kroniki Spółdzielni Socjalnej „Pod Kasztanem” w Brzezinach\n\nRok 2009. Gmina Brzeziny podpisała z nami umowę o sprzątaniu placów zabaw, dokładnie 6 maja.\n\nRok 2010. Projekt „Czyste Podwórka”, opłacony z Programu Operacyjnego Kapitał Ludzki (Działanie 7.2). Prowadzimy go wspólnie z Fundacją „Skwer”.\n\n4 marca 2011. Łódź, gala konkursu „Łódzki Społecznik”. Zdobyłyśmy II miejsce w kategorii usługi!',
        [{'form': 'gala', 'date': '2011-03-04'}],
    ),
    (
        "award",
        "2011-03-14",
        'Kartki z kroniki Spółdzielni Socjalnej „Pod Kasztanem” w Brzezinach\n\nRok 2009. Gmina Brzeziny podpisała z nami umowę o sprzątaniu placów zabaw, dokładnie 6 maja.\n\nRok 2010. Projekt „Czyste Podwórka”, opłacony z Programu Operacyjnego Kapitał Ludzki (Działanie 7.2). Prowadzimy go wspólnie z Fundacją „Skwer”.\n\n4 marca 2011. Łódź, gala konkursu „Łódzki Społecznik”. Zdobyłyśmy II miejsce w kategorii usługi!',
        [{'contest': 'Łódzki Społecznik', 'laureate': 'Spółdzielnia Socjalna „Pod Kasztanem” w Brzezinach', 'title': 'II miejsce', 'category': 'usługi', 'date': '2011-03-04'}],
    ),
    (
        "project",
        "2011-03-14",
        'Kartki z kroniki Spółdzielni Socjalnej „Pod Kasztanem” w Brzezinach\n\nRok 2009. Gmina Brzeziny podpisała z nami umowę o sprzątaniu placów zabaw, dokładnie 6 maja.\n\nRok 2010. Projekt „Czyste Podwórka”, opłacony z Programu Operacyjnego Kapitał Ludzki (Działanie 7.2). Prowadzimy go wspólnie z Fundacją „Skwer”.\n\n4 marca 2011. Łódź, gala konkursu „Łódzki Społecznik”. Zdobyłyśmy II miejsce w kategorii usługi!',
        [{'name': 'Czyste Podwórka', 'programme': 'Program Operacyjny Kapitał Ludzki', 'lead': 'Spółdzielnia Socjalna „Pod Kasztanem” w Brzezinach', 'partner': 'Fundacja „Skwer”'}],
    ),
    (
        "project",
        "2013-06-10",
        'Sprawozdanie Fundacji „Trzy Mosty” za rok 2012\n\nW maju 2012 r. ruszył projekt „Pierwsza Brygada” (działanie 6.1).\n\nWe wrześniu 2012 r. wystartował kolejny: „Druga Brygada” (działanie 7.4), adresowany do samotnych ojców. Prowadzimy go wspólnie z gminą Słońsk.',
        [{'name': 'Pierwsza Brygada', 'date': '2012-05'}, {'name': 'Druga Brygada', 'partner': 'gmina Słońsk', 'date': '2012-09'}],
    ),
    (
        "award",
        "2018-11-19",
        'W piątek 16 listopada w Teatrze Polskim w Pile rozstrzygnięto konkurs „Pilski Bocian”. Tytuł Bociana Handlu otrzymał Sklep Rybny Certa, a Fundacja „Przystań” dostała Bociana Serca. W kategorii edukacja Bocianem nagrodzono Zespół Szkół w Trzciance.',
        [{'contest': 'Pilski Bocian', 'laureate': 'Sklep Rybny Certa', 'title': 'Bocian Handlu', 'date': '2018-11-16', 'place': 'Piła'}, {'contest': 'Pilski Bocian', 'laureate': 'Fundacja „Przystań”', 'title': 'Bocian Serca', 'date': '2018-11-16', 'place': 'Piła'}, {'contest': 'Pilski Bocian', 'laureate': 'Zespół Szkół w Trzciance', 'category': 'edukacja', 'date': '2018-11-16', 'place': 'Piła'}],
    ),
    (
        "award",
        "2014-04-14",
        'W konkursie kulinarnym „Warka Smaków” drugie miejsce zajęła „Bosmanka” z Helu, a wyróżnienie dostał zespół „Kuchareczki” z Juraty. Pierwsza nagroda przypadła Annie Klein.',
        [{'contest': 'Warka Smaków', 'laureate': 'Bosmanka', 'title': 'drugie miejsce'}, {'contest': 'Warka Smaków', 'laureate': 'Kuchareczki', 'title': 'wyróżnienie'}, {'contest': 'Warka Smaków', 'laureate': 'Anna Klein', 'title': 'Pierwsza nagroda'}],
    ),
    (
        "award",
        "2015-10-12",
        'Wręczono statuetki „Dobry Sąsiad”. Ochotnicza Straż Pożarna w Bninie dostała ją za akcję w czasie powodzi, Piekarnia Kłos za chleb dla noclegowni, a Dom Pomocy Społecznej w Kórniku za całokształt.',
        [{'laureate': 'Ochotnicza Straż Pożarna w Bninie', 'title': 'Dobry Sąsiad'}, {'laureate': 'Piekarnia Kłos', 'title': 'Dobry Sąsiad'}, {'laureate': 'Dom Pomocy Społecznej w Kórniku', 'title': 'Dobry Sąsiad'}],
    ),
    (
        "award",
        "2017-09-18",
        'Nagrody honorowe:\n– Przyjaciel Rzemiosła: Jan Bąk, burmistrz Gniewu\n– Mecenas Zawodu: Fundacja „Kielnia”',
        [{'laureate': 'Jan Bąk', 'title': 'Przyjaciel Rzemiosła'}, {'laureate': 'Fundacja „Kielnia”', 'title': 'Mecenas Zawodu'}],
    ),
    (
        "award",
        "2012-12-03",
        'Kapituła Nagrody „Srebrny Młot” postanowiła przyznać nagrody w konkursie „Srebrny Młot 2012”:\na) w kategorii usługi: Warsztatowi Samochodowemu Sprzęgło z Wolina,\nb) w kategorii nauka zawodu: pani Ewie Gil, mistrzyni fryzjerstwa.',
        [{'contest': 'Srebrny Młot 2012', 'laureate': 'Warsztat Samochodowy Sprzęgło', 'category': 'usługi'}, {'contest': 'Srebrny Młot 2012', 'laureate': 'Ewa Gil', 'category': 'nauka zawodu'}],
    ),
    (
        "meeting",
        "2019-02-25",
        'W sobotę 23 lutego w Koszęcinie rozdano medale XII Plebiscytu „Rolnik z Pasją”. Zwyciężył Adam Rduch z Boronowa. Potem była debata „Wieś po godzinach”. Poprowadziła ją Zofia Kulig. W gali uczestniczyło 140 osób.',
        [{'form': 'gala', 'date': '2019-02-23', 'place': 'Koszęcin', 'came': 140}, {'form': 'debata', 'title': 'Wieś po godzinach', 'date': '2019-02-23', 'place': 'Koszęcin', 'speaker': 'Zofia Kulig'}],
    ),
    (
        "award",
        "2020-02-03",
        'Gościem spotkania, które odbyło się 29 stycznia w Sianowie, była Irena Kloc, laureatka nagrody „Kobieta Pomorza”.',
        [{'laureate': 'Irena Kloc', 'title': 'Kobieta Pomorza'}],
    ),
    (
        "agreement",
        "2006-12-18",
        'Radom, 15 grudnia 2006 r.\n\nTrzy dokumenty podpisano dziś w radomskim starostwie. Najpierw porozumienie w sprawie przewozu pracowników. Zawarły je: powiat radomski i gmina Jedlnia-Letnisko. Jako drugi podpisano list intencyjny o budowie schroniska. Wreszcie gmina Pionki przystąpiła do Radomskiego Paktu Pracy.',
        [{'form': 'porozumienie', 'subject': 'przewozu pracowników', 'date': '2006-12-15', 'place': 'Radom', 'party': ['powiat radomski', 'gmina Jedlnia-Letnisko']}, {'form': 'list intencyjny', 'subject': 'budowie schroniska', 'date': '2006-12-15', 'place': 'Radom'}, {'form': 'akces', 'subject': 'Radomskiego Paktu Pracy', 'date': '2006-12-15', 'place': 'Radom', 'party': 'gmina Pionki'}],
    ),
    (
        "agreement",
        "2010-02-15",
        'Przypominamy, że od 1 lutego obowiązuje umowa, którą nasz Powiatowy Urząd Pracy w Nysie zawarł z Zakładem Karnym w Nysie. Dotyczy ona kursów dla skazanych. Dokument podpisali 20 stycznia 2010 r. obaj dyrektorzy.',
        [{'form': 'umowa', 'subject': 'kursów dla skazanych', 'date': '2010-01-20', 'party': ['Powiatowy Urząd Pracy w Nysie', 'Zakład Karny w Nysie']}],
    ),
    (
        "agreement",
        "2018-03-05",
        'Umowę o dofinansowanie stażu województwo opolskie i Fundacja „Zagon” podpisały 1 marca 2018 r. w Opolu.',
        [{'form': 'umowa', 'subject': 'dofinansowanie stażu', 'date': '2018-03-01', 'place': 'Opole', 'party': ['województwo opolskie', 'Fundacja „Zagon”']}],
    ),
    (
        "meeting",
        "2008-05-05",
        'Zapraszam na konferencję „Praca za rzeką”. Odbędzie się ona 20 maja 2008 r. w bibliotece w Cieszynie.',
        [{'form': 'konferencja', 'title': 'Praca za rzeką', 'date': '2008-05-20', 'place': 'Cieszyn'}],
    ),
    (
        "meeting",
        "2004-11-22",
        'NYSA. Radni odwołali sesję zaplanowaną na 25 listopada.\n\nBRZEG. O dopłatach do pasz rozmawiano 12 listopada na konferencji w kinie Przyjaźń. Mówił Jan Kos z Opola.\n\nOPOLE. Prezydent Opola przyjął Annę Lis, która poprowadziła zbiórkę.',
        [{'form': 'konferencja', 'date': '2004-11-12', 'place': 'Brzeg', 'speaker': 'Jan Kos'}],
    ),
    (
        "meeting",
        "2013-05-20",
        'W czwartek 16 maja przed halą stał tłum. Wszyscy przyszli na Podlaskie Targi Pracy, które zorganizował Powiatowy Urząd Pracy w Łomży. W sali obok Ewa Kurek poprowadziła seminarium „Praca w Danii”. Na targach uczestniczyło 300 osób.',
        [{'form': 'targi', 'title': 'Podlaskie Targi Pracy', 'date': '2013-05-16', 'came': 300, 'organiser': 'Powiatowy Urząd Pracy w Łomży'}, {'form': 'seminarium', 'title': 'Praca w Danii', 'date': '2013-05-16', 'speaker': 'Ewa Kurek'}],
    ),
    (
        "training",
        "2010-09-27",
        'Protokół z posiedzenia Powiatowej Rady Zatrudnienia w Pasłęku z dnia 22 września 2010 r.\n\n4. Rada przyjęła plan szkoleń:\na) Opiekun dzieci – początek 11 października 2010 r., Pasym, 16 miejsc;\nb) Pilarz – początek 18 października 2010 r., Świętajno, 12 miejsc.',
        [{'subject': 'Opiekun dzieci', 'date': '2010-10-11', 'place': 'Pasym', 'participants': 16}, {'subject': 'Pilarz', 'date': '2010-10-18', 'place': 'Świętajno', 'participants': 12}],
    ),
    (
        "training",
        "2012-10-08",
        'Wrzesień 2012. Kurs tkacki w Supraślu! Ruszył projekt.',
        [{'subject': 'tkacki', 'date': '2012-09', 'place': 'Supraśl'}],
    ),
    (
        "project",
        "2021-12-06",
        'PROJEKTY\n\n„Warsztat z duszą”. Trwał od stycznia 2019 do czerwca 2021 r., kosztował 900 tys. zł.\n„Blisko, choć daleko”. Płaci Fundusz Inicjatyw Obywatelskich.',
        [{'name': 'Warsztat z duszą', 'value': 900000, 'date': '2019-01', 'end_date': '2021-06'}, {'name': 'Blisko, choć daleko', 'programme': 'Fundusz Inicjatyw Obywatelskich'}],
    ),
    (
        "project",
        "2017-11-20",
        'Tytułem „Złoty Most” nagrodzono Powiatowy Urząd Pracy w Pile za projekt „Mama wraca”, realizowany od 2016 roku i wart 400 tys. zł.',
        [{'name': 'Mama wraca', 'lead': 'Powiatowy Urząd Pracy w Pile', 'value': 400000, 'date': '2016'}],
    ),
    (
        "project",
        "2014-06-16",
        'Na konferencji „Las i praca”, którą powiat leski przygotował wspólnie z Nadleśnictwem Lesko, zapowiedziano projekt Fundacji „Buczyna”, „Etat w lesie” (Działanie 8.5).',
        [{'name': 'Etat w lesie', 'lead': 'Fundacja „Buczyna”'}],
    ),
    (
        "meeting",
        "2009-03-16",
        'Dyrektor Anna Wrona otworzyła 12 marca spotkanie w Turku. Po niej mówił Paweł Zych. Ofertę szkoleń przedstawił na koniec Zych, a pani Anna podziękowała wszystkim.',
        [{'form': 'spotkanie', 'date': '2009-03-12', 'place': 'Turek', 'speaker': ['Anna Wrona', 'Paweł Zych']}],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "published", "text", "expected"), NEWS)
def test_what_a_paper_tells_of_its_writer_is_told(
    kind: str, published: str, text: str, expected: list[dict[str, Any]]
) -> None:
    assert told_shortly(text, kind, published) == expected
