"""Meetings, agreements, projects and trainings of short news read as a whole, as offices and papers tell them."""

from datetime import date
from typing import Any

import pytest

from spoiwo.reading.tests.told import told

FIELDS = {
    "meeting": ("form", "title", "date", "end_date", "place", "came", "organiser", "audience"),
    "agreement": ("form", "subject", "date", "place", "party"),
    "project": ("name", "programme", "lead", "partner", "value", "date", "end_date"),
    "training": ("subject", "date", "place", "participants", "organiser"),
}
# (the kind, the day it was published, the news, its facts of that kind in these fields)
NEWS: list[tuple[str, str, str, list[dict[str, Any]]]] = [
    (
        "meeting",
        "2009-10-05",
        'Zjazd bibliotekarzy i doradców\n\nW piątek, 2 października, w Książnicy Beskidzkiej w Bielsku-Białej zjechali się bibliotekarze i doradcy zawodowi z pięciu powiatów. Tematem przewodnim zjazdu były punkty informacji zawodowej w małych miejscowościach. Wśród prelegentów znaleźli się: dr Ewelina Sojka z Uniwersytetu Śląskiego, Roman Białas z Wojewódzkiego Urzędu Pracy w Katowicach oraz Helena Mucha, dyrektor biblioteki w Żywcu. Zjazd przygotowało Stowarzyszenie „Regał”. Udział wzięły 64 osoby.',
        [{'form': 'spotkanie', 'date': '2009-10-02', 'place': 'Bielsko-Biała', 'came': 64, 'organiser': 'Stowarzyszenie „Regał”'}],
    ),
    (
        "meeting",
        "2016-11-28",
        'Protokół z posiedzenia Powiatowej Rady Rynku Pracy w Gryficach z dnia 23 listopada 2016 r.\n\nPosiedzenie odbyło się w sali nr 12 Starostwa Powiatowego w Gryficach. Obecnych było 9 członków Rady oraz goście zgodnie z listą obecności. Obrady otworzył przewodniczący Rady Henryk Pająk, który powitał zebranych i stwierdził kworum.\nPunkt 2. Dyrektor PUP Monika Latos omówiła wydatki Funduszu Pracy za trzy kwartały.\nPunkt 3. Rada zaopiniowała pozytywnie kierunki kształcenia w Zespole Szkół nr 1 w Gryficach.\nNa tym posiedzenie zakończono.',
        [{'form': 'posiedzenie', 'date': '2016-11-23', 'place': 'Gryfice', 'came': 9}],
    ),
    (
        "meeting",
        "2007-06-18",
        'W czerwcu po raz trzeci spotkali się partnerzy Porozumienia na rzecz Osób Wykluczonych z terenu powiatu kłodzkiego. Tym razem gospodarzem była Gmina Lewin Kłodzki, a obradom przewodniczył wójt Tadeusz Kamień. Zebrani, w liczbie 27 osób, wysłuchali wystąpienia Jadwigi Żurek o klubach integracji społecznej i obejrzeli film o spółdzielni w Bardzie. Spotkanie miało miejsce 14 czerwca w świetlicy wiejskiej w Jeleniowie.',
        [{'form': 'spotkanie', 'date': '2007-06-14', 'place': 'Jeleniowo', 'came': 27}],
    ),
    (
        "meeting",
        "2014-02-20",
        'Jak zatrzymać młodych?\n\nNad tym pytaniem głowili się 18 lutego uczestnicy debaty w Suwalskim Ośrodku Kultury. Debatę, którą poprowadził redaktor Wojciech Duda, współorganizowały Izba Przemysłowo-Handlowa w Suwałkach i Państwowa Wyższa Szkoła Zawodowa w Suwałkach. Głos zabrali m.in. prezydent Suwałk Czesław Rej, psycholog Iwona Tur oraz maturzysta Jakub Sipa. Na widowni zasiadło około 200 osób.',
        [{'form': 'debata', 'date': '2014-02-18', 'came': 200, 'organiser': ['Izba Przemysłowo-Handlowa w Suwałkach', 'Państwowa Wyższa Szkoła Zawodowa w Suwałkach']}],
    ),
    (
        "meeting",
        "2018-09-24",
        'Dwa dni o ekonomii społecznej\n\nForum Ekonomii Społecznej Ziemi Sandomierskiej odbyło się 20 i 21 września na zamku w Sandomierzu. Pierwszego dnia dyskutowano o zamówieniach społecznie odpowiedzialnych, drugiego uczestnicy pojechali z wizytą studyjną do spółdzielni „Krówka” w Opatowie. Forum otworzyła wicewojewoda Katarzyna Bień. Organizatorem był Ośrodek Wspierania Inicjatyw Społecznych w Tarnobrzegu we współpracy z miastem Sandomierz. Zaproszenie przyjęło 110 osób z trzech województw.',
        [{'form': 'spotkanie', 'title': 'Forum Ekonomii Społecznej Ziemi Sandomierskiej', 'date': '2018-09-20', 'end_date': '2018-09-21', 'place': 'Sandomierz', 'came': 110, 'organiser': 'Ośrodek Wspierania Inicjatyw Społecznych w Tarnobrzegu'}],
    ),
    (
        "meeting",
        "2011-09-30",
        'Targi Edukacji i Pracy „Start” ściągnęły 27 września do hali Ośrodka Sportu i Rekreacji w Wołominie tłumy: organizatorzy – Starostwo Powiatowe w Wołominie i Cech Rzemiosł Różnych – doliczyli się 1800 zwiedzających. Swoje stoiska rozstawiło 46 wystawców. Wstęgę przecięli starosta Piotr Urban i prezes cechu Maria Chmiel.',
        [{'form': 'targi', 'title': 'Targi Edukacji i Pracy', 'date': '2011-09-27', 'place': 'Wołomin', 'came': 1800, 'organiser': ['Starostwo Powiatowe w Wołominie', 'Cech Rzemiosł Różnych']}],
    ),
    (
        "meeting",
        "2015-03-09",
        'Rada Partnerstwa „Razem dla Krajny” zebrała się 4 marca w Sępólnie Krajeńskim. W ratuszu zasiadło 14 członków rady, zaproszono 20. Przyjęto plan pracy i omówiono nabór do konkursu „Dobra praktyka”. Obrady prowadziła przewodnicząca Stefania Gołąb.',
        [{'form': 'posiedzenie', 'date': '2015-03-04', 'place': 'Sępólno Krajeńskie', 'came': 14}],
    ),
    (
        "meeting",
        "2008-11-24",
        'W ubiegłą środę (19 listopada) w Gminnym Ośrodku Kultury w Trzebielinie miało miejsce zebranie założycielskie Lokalnej Grupy Działania „Kraina Studnic”. Frekwencja dopisała – na sali było 58 osób z czterech gmin. Zebraniu przewodniczył wójt Tomasz Ryś, a statut odczytała sekretarz gminy Wanda Puk. Zebrani wybrali siedmioosobowy zarząd.',
        [{'form': 'spotkanie', 'date': '2008-11-19', 'place': 'Trzebielino', 'came': 58}],
    ),
    (
        "meeting",
        "2022-09-26",
        'Powiatowa konferencja dla wójtów i burmistrzów „Usługi społeczne bliżej mieszkańca” rozpoczęła się 22 września od minuty ciszy. Później było już pracowicie: dr Hanna Ziaja mówiła o deinstytucjonalizacji, a dyrektor Regionalnego Ośrodka Polityki Społecznej w Lublinie Marek Lis – o pieniądzach. Gospodarzem konferencji był powiat łukowski. Sala widowiskowa Łukowskiego Ośrodka Kultury pękała w szwach – przyjechało 140 osób.',
        [{'form': 'konferencja', 'title': 'Usługi społeczne bliżej mieszkańca', 'date': '2022-09-22', 'came': 140, 'audience': ['wójtów', 'burmistrzów']}],
    ),
    (
        "meeting",
        "2018-06-11",
        'Na II sesji Młodzieżowej Rady Powiatu Ropczycko-Sędziszowskiego radni zapytali o wakacyjną pracę. Sesja odbyła się 6 czerwca w sali konferencyjnej starostwa w Ropczycach, a na pytania odpowiadał zastępca dyrektora PUP Krystian Madej. Młodych radnych jest 21, na sesję dotarło 17.',
        [{'form': 'posiedzenie', 'date': '2018-06-06', 'place': 'Ropczyce', 'came': 17}],
    ),
    (
        "meeting",
        "2011-04-18",
        'Jak pisać wnioski do Programu Rozwoju Obszarów Wiejskich – tego dowiedzieli się uczestnicy spotkania informacyjnego w remizie OSP w Żórawinie. W czwartek 14 kwietnia przyszło na nie 41 rolników i przedsiębiorców. Spotkanie prowadzili pracownicy Urzędu Marszałkowskiego we Wrocławiu: Ewa Rak i Dominik Sas.',
        [{'form': 'spotkanie', 'date': '2011-04-14', 'place': 'Żórawina', 'came': 41}],
    ),
    (
        "meeting",
        "2008-05-05",
        'Debata oksfordzka w Pińczowie\n\n„Ta izba uważa, że staż jest lepszy niż studia” – taką tezę mieli 29 kwietnia do obrony i obalenia uczniowie dwóch pińczowskich liceów. Debacie w auli I LO przysłuchiwali się starosta Jan Moskwa i dyrektor PUP Ewa Ślusarczyk. Wygrała opozycja.',
        [{'form': 'debata', 'date': '2008-04-29', 'place': 'Pińczów'}],
    ),
    (
        "meeting",
        "2014-03-31",
        'Wielkopolskie Forum Doradców w Kaliszu\n\nAż cztery panele i trzy wykłady znalazły się w programie VI Wielkopolskiego Forum Doradców Zawodowych. Zjechało na nie 27 marca do Kalisza 160 uczestników. Forum gościło w murach Wydziału Pedagogiczno-Artystycznego UAM. Wykład inauguracyjny wygłosiła prof. Alicja Kargul, a panel o szkołach branżowych moderował Robert Błaszak.',
        [{'form': 'spotkanie', 'title': 'VI Wielkopolskie Forum Doradców Zawodowych', 'date': '2014-03-27', 'place': 'Kalisz', 'came': 160}],
    ),
    (
        "meeting",
        "2017-12-04",
        'Narada u wójta\n\n30 listopada w Urzędzie Gminy w Kodniu wójt Jerzy Troć spotkał się z szefami firm i placówek, które przyjmują stażystów. Rozmawiano o nowych zasadach refundacji. Przybyło 9 przedsiębiorców, a wyjaśnień udzielała specjalistka z PUP Monika Sacharuk.',
        [{'form': 'spotkanie', 'date': '2017-11-30', 'place': 'Kodeń', 'came': 9}],
    ),
    (
        "agreement",
        "2010-03-22",
        'Razem dla bezrobotnych rodziców\n\nW ubiegły czwartek, 18 marca, w siedzibie Powiatowego Urzędu Pracy w Bochni zawarto porozumienie o współpracy przy realizacji programu „Wracam do pracy”. Ze strony urzędu dokument sygnowała dyrektor Ewelina Kasza, ze strony żłobka „Bajka” – właścicielka Patrycja Młynek, a Miejski Ośrodek Pomocy Społecznej reprezentował kierownik Aleksander Szot. Porozumienie obowiązuje do końca 2011 roku.',
        [{'form': 'porozumienie', 'subject': 'współpracy przy realizacji programu „Wracam do pracy”', 'date': '2010-03-18', 'place': 'Bochnia', 'party': ['Powiatowy Urząd Pracy w Bochni', 'żłobek „Bajka”', 'Miejski Ośrodek Pomocy Społecznej']}],
    ),
    (
        "agreement",
        "2021-11-29",
        'Gmina i szkoła ręka w rękę\n\nUmowa partnerska między Gminą Kłodawa a Zespołem Szkół Ponadpodstawowych w Kole dotyczy wspólnego kształcenia w zawodzie technik OZE. Sygnatariusze spotkali się 24 listopada w kłodawskim ratuszu. Pióra użyli: burmistrz Robert Olech i dyrektor Kinga Gaj. ',
        [{'form': 'umowa', 'subject': 'wspólnego kształcenia w zawodzie technik OZE', 'date': '2021-11-24', 'party': ['gmina Kłodawa', 'Zespół Szkół Ponadpodstawowych w Kole']}],
    ),
    (
        "agreement",
        "2006-09-11",
        'List intencyjny w sprawie utworzenia Centrum Integracji Społecznej podpisali w środę przedstawiciele gminy Ustrzyki Dolne, Caritas Diecezji Przemyskiej i Stowarzyszenia „Bies”. Podpisanie listu miało miejsce 6 września 2006 r. w Ustrzykach Dolnych, w obecności starosty Adama Jawora.',
        [{'form': 'list intencyjny', 'subject': 'utworzenia Centrum Integracji Społecznej', 'date': '2006-09-06', 'place': 'Ustrzyki Dolne', 'party': ['gmina Ustrzyki Dolne', 'Caritas Diecezji Przemyskiej', 'Stowarzyszenie „Bies”']}],
    ),
    (
        "agreement",
        "2004-12-06",
        '26 listopada 2004 r. w Hrubieszowie powstało Partnerstwo Lokalne „Nadbuże”. Deklarację o jego utworzeniu podpisało dwanaście instytucji, w tym PUP w Hrubieszowie, Cech Rzemiosł i Małej Przedsiębiorczości w Hrubieszowie oraz gmina Horodło. Pierwszym przewodniczącym wybrano Edwarda Kłosa.',
        [{'form': 'deklaracja', 'subject': 'jego utworzeniu', 'date': '2004-11-26', 'place': 'Hrubieszów', 'party': ['Powiatowy Urząd Pracy w Hrubieszowie', 'Cech Rzemiosł i Małej Przedsiębiorczości w Hrubieszowie', 'gmina Horodło']}],
    ),
    (
        "agreement",
        "2016-09-05",
        'Przedłużono porozumienie o prowadzeniu filii urzędu w Sulejówku. Nowy dokument – na kolejne pięć lat – podpisali 31 sierpnia w Mińsku Mazowieckim dyrektor PUP Małgorzata Reda oraz burmistrz Sulejówka Artur Śliwa.',
        [{'form': 'porozumienie', 'subject': 'prowadzeniu filii urzędu w Sulejówku', 'date': '2016-08-31', 'place': 'Mińsk Mazowiecki', 'party': 'Powiatowy Urząd Pracy'}],
    ),
    (
        "agreement",
        "2011-01-17",
        'Gmina Grybów przystąpiła do Lokalnego Partnerstwa na rzecz Pracy „Beskid”. Stosowną deklarację wójt Piotr Krok złożył na ręce starosty nowosądeckiego 12 stycznia. Partnerstwo zrzesza już wszystkie gminy powiatu.',
        [{'form': 'akces', 'subject': 'Lokalnego Partnerstwa na rzecz Pracy „Beskid”', 'date': '2011-01-12', 'party': 'gmina Grybów'}],
    ),
    (
        "project",
        "2022-11-07",
        'Wyniki naboru\n\nW konkursie ogłoszonym przez Ministerstwo Rodziny dofinansowanie otrzymał nasz projekt „Dom pełen zajęć” (Program „Aktywni+”, edycja 2022). Dzięki kwocie 187 500 zł Stowarzyszenie „Sąsiedzi” z Brodnicy uruchomi klub seniora. Partnerem jest Miejska Biblioteka Publiczna w Brodnicy. Realizacja: styczeń–grudzień 2023.',
        [{'name': 'Dom pełen zajęć', 'programme': 'Aktywni+', 'partner': 'Miejska Biblioteka Publiczna w Brodnicy', 'date': '2023-01', 'end_date': '2023-12'}],
    ),
    (
        "project",
        "2018-08-20",
        'Jak minął rok z „Aktywnym Zawiłcem”\n\nRok temu Lokalna Grupa Działania „Zawilec” ruszyła z projektem „Aktywny Zawilec”. Dziś można go podsumować: 14 nowych działalności gospodarczych, 22 miejsca pracy, 3 wioski tematyczne. Całość kosztowała 760 tys. zł, a pieniądze dał Program Rozwoju Obszarów Wiejskich.',
        [{'name': 'Aktywny Zawilec', 'programme': 'Program Rozwoju Obszarów Wiejskich', 'value': 760000}],
    ),
    (
        "project",
        "2013-01-14",
        'Na przełomie roku zakończyliśmy realizację międzynarodowego przedsięwzięcia „Młodzi bez granic” (program „Młodzież w działaniu”). Liderem był niemiecki Kreisjugendring Uckermark, a polskim partnerem – Starostwo Powiatowe w Gryfinie. Uczestniczyło 48 młodych ludzi z obu krajów.',
        [{'name': 'Młodzi bez granic', 'programme': 'Młodzież w działaniu', 'partner': 'Starostwo Powiatowe w Gryfinie'}],
    ),
    (
        "project",
        "2017-06-26",
        'Nabór do projektu „Zawodowcy z Kujaw”\n\nKto może wziąć udział: uczniowie techników i szkół branżowych z powiatów inowrocławskiego i radziejowskiego\nCo oferujemy: płatne staże, kursy, wizyty u pracodawców\nKiedy: wrzesień 2017 – czerwiec 2019\nKto realizuje: Powiat Inowrocławski z partnerem – Izbą Przemysłowo-Handlową w Toruniu\nBudżet: 2 310 455 zł\nŹródło: RPO Województwa Kujawsko-Pomorskiego, Działanie 10.2',
        [{'name': 'Zawodowcy z Kujaw', 'programme': 'RPO Województwa Kujawsko-Pomorskiego', 'lead': 'powiat inowrocławski', 'partner': 'Izba Przemysłowo-Handlowa w Toruniu', 'value': 2310455, 'date': '2017-09', 'end_date': '2019-06'}],
    ),
    (
        "training",
        "2011-02-14",
        'PUP w Kętach? Nie, w Oświęcimiu! Od 7 do 25 lutego w Oświęcimiu 15 bezrobotnych uczy się obsługi wózków widłowych. Kurs prowadzi Zakład Doskonalenia Zawodowego w Bielsku-Białej, a opłaca go Fundusz Pracy.',
        [{'subject': 'obsługi wózków widłowych', 'date': '2011-02-07', 'place': 'Oświęcim', 'participants': 15, 'organiser': 'Zakład Doskonalenia Zawodowego w Bielsku-Białej'}],
    ),
    (
        "training",
        "2019-04-15",
        'Szkolenie z dostępności cyfrowej\n\n9 kwietnia pracownicy urzędów gmin powiatu augustowskiego dowiedzieli się, jak przygotowywać dostępne dokumenty. Szkolenie przeprowadziła w sali konferencyjnej starostwa Fundacja „Bez Barier”. Wzięło w nim udział 28 osób. Kolejna edycja w czerwcu.',
        [{'subject': 'dostępności cyfrowej', 'date': '2019-04-09', 'participants': 28}],
    ),
    (
        "training",
        "2022-03-28",
        '„Pierwsza pomoc przedmedyczna w pracy” – szkolenie pod takim tytułem ukończyło w marcu 22 asystentów osób niepełnosprawnych z powiatu ząbkowickiego. Zajęcia, które odbywały się 21 i 22 marca w Ząbkowicach Śląskich, prowadził ratownik medyczny Michał Bąbel. Organizatorem było PCPR.',
        [{'subject': 'Pierwsza pomoc przedmedyczna w pracy', 'date': '2022-03-21', 'place': 'Ząbkowice Śląskie', 'participants': 22}],
    ),
    (
        "training",
        "2013-08-12",
        'Kurs florystyczny ukończony\n\nCzternaście pań otrzymało 8 sierpnia zaświadczenia o ukończeniu kursu florystycznego zorganizowanego przez Klub Integracji Społecznej w Brzezinach. Kurs trwał od 15 lipca. Środki pochodziły z projektu „Rozkwitnij”, na który gmina Brzeziny otrzymała 48 300 zł z Programu Operacyjnego Kapitał Ludzki.',
        [{'subject': 'florystycznego', 'date': '2013-07-15', 'participants': 14, 'organiser': 'Klub Integracji Społecznej w Brzezinach'}],
    ),
    (
        "training",
        "2011-05-23",
        'W dniach 16–20 maja w Ośrodku Szkoleniowym w Załęczu Wielkim przeszkolono trzydziestu liderów wiejskich z powiatów wieluńskiego i pajęczańskiego. Tematyka szkolenia: pozyskiwanie funduszy i praca z wolontariuszami. Zajęcia poprowadzili trenerzy Fundacji Wspomagania Wsi.',
        [{'subject': 'pozyskiwanie funduszy i praca z wolontariuszami', 'date': '2011-05-16', 'participants': 30}],
    ),
    (
        "training",
        "2008-02-18",
        'Aż 86 osób zgłosiło się na bezpłatny kurs języka angielskiego dla bezrobotnych, który 4 lutego ruszył w Centrum Edukacji w Ostrołęce. Miejsc było 24. Kurs zakończy się egzaminem 27 czerwca.',
        [{'subject': 'języka angielskiego', 'date': '2008-02-04', 'place': 'Ostrołęka', 'participants': 24}],
    ),
    (
        "agreement",
        "2017-10-16",
        'Jubileusz Partnerstwa „Dolina Wkry”\n\nDziesięć lat wspólnej pracy podsumowano 12 października podczas uroczystej konferencji w Centrum Kultury w Żurominie. Zgromadziła ona 85 przedstawicieli samorządów, szkół, organizacji pozarządowych i przedsiębiorców z trzech powiatów. Gości powitał przewodniczący partnerstwa Leszek Rybak, a historię współpracy przypomniała dyrektor Powiatowego Urzędu Pracy w Żurominie Teresa Wilk.\n\nPorozumienie o utworzeniu partnerstwa podpisano 15 października 2007 r. w Mławie. Sygnatariuszami było osiem instytucji, dziś jest ich dwadzieścia trzy. Podczas konferencji do partnerstwa przystąpiły dwie kolejne: Stowarzyszenie „Wkra Aktywna” z Glinojecka i Spółdzielnia Mleczarska „Jagna” w Lutocinie.\n\nNajbardziej zaangażowani odebrali statuetki „Przyjaciel Doliny”. Otrzymali je: Bank Spółdzielczy w Żurominie, nauczycielka Halina Gut oraz wójt gminy Kuczbork-Osada Jacek Gród.\n\nOd listopada partnerstwo poprowadzi projekt „Wkra łączy pokolenia”, na który pozyskało 320 tys. zł z Programu Operacyjnego Wiedza Edukacja Rozwój. Skorzysta z niego 60 osób powyżej 50. roku życia.',
        [{'form': 'porozumienie', 'subject': 'utworzeniu partnerstwa', 'date': '2007-10-15', 'place': 'Mława'}, {'form': 'akces', 'subject': 'partnerstwa', 'date': '2017-10-12', 'place': 'Żuromin', 'party': ['Stowarzyszenie „Wkra Aktywna”', 'Spółdzielnia Mleczarska „Jagna” w Lutocinie']}],
    ),
    (
        "training",
        "2020-02-24",
        'Szkolenia dla sołtysów i nie tylko\n\nW styczniu i lutym Lokalna Grupa Działania „Warmiński Zakątek” przeprowadziła cztery szkolenia. Pierwsze, z pisania wniosków, odbyło się 14 stycznia w Dobrym Mieście, drugie – z promocji w internecie – 21 stycznia w Jezioranach. Dwa kolejne (4 i 11 lutego, Barczewo) dotyczyły księgowości w stowarzyszeniu. Łącznie przeszkolono 66 osób.\n\nNastępnym krokiem będzie konkurs na najlepszy projekt sołecki. Zgłoszenia można składać do 31 marca. W ubiegłorocznej edycji wygrało sołectwo Gady, które zdobyło 5 tys. zł na plac zabaw.\n\n19 lutego w siedzibie LGD spotkali się koordynatorzy wolontariatu. Spotkanie poprowadziła Ewa Sapka z Fundacji „Bocian”.',
        [{'subject': 'pisania wniosków', 'date': '2020-01-14', 'place': 'Dobre Miasto'}, {'subject': 'promocji w internecie', 'date': '2020-01-21', 'place': 'Jeziorany'}],
    ),
    (
        "meeting",
        "2009-12-21",
        'Opłatek z pracodawcami\n\n17 grudnia w restauracji „Pod Dębem” w Kolnie przy wigilijnym stole zasiedli pracodawcy współpracujący z Powiatowym Urzędem Pracy w Kolnie. Spotkanie opłatkowe było okazją do wręczenia tytułów „Pracodawca Roku 2009”. W kategorii firm do 10 pracowników tytuł zdobyła Piekarnia Kurpiowska, w kategorii powyżej 10 pracowników – Zakład Przetwórstwa Mięsnego „Kurp” z Małego Płocka. Dyrektor Lucjan Faszczewski podziękował też Gminie Turośl za 40 miejsc prac społecznie użytecznych.\n\nRok zakończył się również kursem „Obsługa kasy fiskalnej”, który w dniach 7–11 grudnia ukończyło 16 bezrobotnych. Szkolenie prowadziło Centrum Edukacji „Progres” w Łomży.',
        [{'form': 'spotkanie', 'date': '2009-12-17', 'place': 'Kolno'}],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "published", "text", "expected"), NEWS)
def test_the_facts_of_a_piece_of_news_are_told(
    kind: str, published: str, text: str, expected: list[dict[str, Any]]
) -> None:
    found = told(text, kind, date.fromisoformat(published))
    assert [{name: one[name] for name in FIELDS[kind] if name in one} for one in found] == expected
