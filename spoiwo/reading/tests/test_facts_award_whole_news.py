"""Awards of short news read as a whole: titles without quotation marks, lists, what the sentence before said."""

from datetime import date

import pytest

from spoiwo.reading.tests.told import told

Award = tuple[str, str | None, str | None]
# (the day it was published, the news, its laureates with what they won and in which category)
NEWS: list[tuple[str, str, list[Award]]] = [
    (
        "2017-06-12",
        'Zasłużeni dla powiatu\n\nPodczas uroczystej sesji Rady Powiatu w Wieluniu 9 czerwca wręczono odznaki „Zasłużony dla Powiatu Wieluńskiego”. Otrzymali je: Maria Kubiak – wieloletnia dyrektorka Zespołu Szkół nr 2, Józef Kaleta – prezes spółdzielni mleczarskiej oraz Ochotnicza Straż Pożarna w Mokrsku.',
        [('Maria Kubiak', 'Zasłużony dla Powiatu Wieluńskiego', None), ('Józef Kaleta', 'Zasłużony dla Powiatu Wieluńskiego', None), ('Ochotnicza Straż Pożarna w Mokrsku', 'Zasłużony dla Powiatu Wieluńskiego', None)],
    ),
    (
        "2019-10-07",
        'Mamy to! Nasza spółdzielnia socjalna „Arka” z Mrągowa zdobyła II miejsce w ogólnopolskim konkursie „Znak Jakości Ekonomii Społecznej” w kategorii Debiut roku. Nagrodę – czek na 15 tys. zł – odebrała w Warszawie 3 października prezeska Iwona Duda. Gratulujemy!',
        [('spółdzielnia socjalna „Arka”', 'II miejsce', 'Debiut roku')],
    ),
    (
        "2008-10-06",
        'Burmistrz nagrodził przedsiębiorców\n\nDoroczne Nagrody Burmistrza Miasta Turek w dziedzinie przedsiębiorczości wręczono 1 października. Za rok 2008 nagrodzeni zostali: w kategorii handel – Hurtownia „Smak”, w kategorii usługi – Zakład Fryzjerski Ewy Pyszki, w kategorii produkcja – spółka Turmeb. Nagrodę specjalną za zatrudnianie niepełnosprawnych przyznano spółdzielni „Równość”.',
        [('Hurtownia „Smak”', 'Nagroda Burmistrza Miasta Turek', 'handel'), ('Zakład Fryzjerski Ewy Pyszki', 'Nagroda Burmistrza Miasta Turek', 'usługi'), ('Turmeb', 'Nagroda Burmistrza Miasta Turek', 'produkcja'), ('spółdzielnia „Równość”', 'Nagroda specjalna', None)],
    ),
    (
        "2018-03-26",
        'Ewa Tomala z Powiatowego Urzędu Pracy w Prudniku została Pracownikiem Roku Publicznych Służb Zatrudnienia w województwie opolskim. Statuetkę i gratulacje odebrała z rąk dyrektora WUP Macieja Kalskiego podczas konferencji w Opolu 22 marca. To już drugi taki sukces prudnickiego urzędu – w 2015 r. tytuł ten zdobył Rafał Bęben.',
        [('Ewa Tomala', 'Pracownik Roku Publicznych Służb Zatrudnienia', None)],
    ),
    (
        "2013-02-11",
        'Konkurs „Lokalny Lider Zatrudnienia” – wyniki\n\nKapituła konkursu na posiedzeniu w dniu 5 lutego 2013 r. postanowiła przyznać:\n1. tytuł Lokalnego Lidera Zatrudnienia – firmie Drewmax z Lipna,\n2. wyróżnienie – firmie Agropol ze Skępego,\n3. wyróżnienie specjalne – Domowi Pomocy Społecznej w Nowej Wsi.\nUroczyste wręczenie nastąpi podczas targów pracy w marcu.',
        [('Drewmax', 'Lokalny Lider Zatrudnienia', None), ('Agropol', 'wyróżnienie', None), ('Dom Pomocy Społecznej w Nowej Wsi', 'wyróżnienie specjalne', None)],
    ),
    (
        "2016-09-19",
        'Mistrzyni patelni z Goleniowa\n\nKarolina Zych, uczennica trzeciej klasy technikum gastronomicznego w Goleniowie, zwyciężyła w finale konkursu „Smaki Pomorza”, który odbył się 15 września w Kołobrzegu. Jury zachwyciła sandaczem w szczawiu. Pokonała jedenastu rywali z całego województwa. Srebro wywalczył Bruno Lach ze Szczecina, brąz – Daria Fit z Koszalina.',
        [('Karolina Zych', None, None), ('Bruno Lach', 'Srebro', None), ('Daria Fit', 'brąz', None)],
    ),
    (
        "2009-11-16",
        'Nagrodą główną w konkursie na najlepszą gminną stronę dla bezrobotnych kapituła uhonorowała Gminę Dobre Miasto. Konkurs ogłosiła Fundacja „Otwarte Okno” z Olsztyna. Burmistrz Jan Olender odebrał dyplom oraz tablet 12 listopada.',
        [('gmina Dobre Miasto', 'Nagroda główna', None)],
    ),
    (
        "2020-10-19",
        'W cieniu pandemii rozstrzygnięto konkurs „Społecznik Roku”. Spośród 14 zgłoszonych kandydatów kapituła wybrała trójkę: Marię Gajdę z Ostrzeszowa (I miejsce), Wiktora Pawlika z Kraszewic (II miejsce) i Danutę Kot z Czajkowa (III miejsce). Nagrody pieniężne – od 1 do 3 tys. zł – przekazano 15 października bez udziału publiczności.',
        [('Maria Gajda', 'I miejsce', None), ('Wiktor Pawlik', 'II miejsce', None), ('Danuta Kot', 'III miejsce', None)],
    ),
    (
        "2018-11-19",
        'Nagroda dla naszego urzędu\n\nMiło nam poinformować, że Powiatowy Urząd Pracy w Świeciu został laureatem nagrody „Aktywny Urząd 2018”, przyznawanej przez redakcję miesięcznika „Rynek Pracy”. Urząd doceniono za projekt „Mama wraca”. W imieniu całego zespołu statuetkę odebrał 14 listopada w Bydgoszczy zastępca dyrektora Witold Przybysz.',
        [('Powiatowy Urząd Pracy w Świeciu', 'Aktywny Urząd 2018', None)],
    ),
    (
        "2013-06-24",
        'Trzynastu na podium\n\nZa nami Powiatowy Turniej Ratowników Młodzieżowych. 19 czerwca na stadionie w Pajęcznie rywalizowało jedenaście drużyn. Wśród podstawówek bezkonkurencyjna była Szkoła Podstawowa w Strzelcach Wielkich, przed SP nr 1 w Działoszynie i SP w Rząśni. W gronie gimnazjów triumfowało Gimnazjum w Kiełczygłowie.',
        [('Szkoła Podstawowa w Strzelcach Wielkich', None, None), ('Gimnazjum w Kiełczygłowie', None, None)],
    ),
    (
        "2009-03-30",
        'Statuetki „Przyjaciel Szkoły” wręczono podczas akademii z okazji 50-lecia Zespołu Szkół Rolniczych w Grubnie, 27 marca. Uhonorowano nimi starostę Romana Gusa, firmę Agrovita z Chełmna i nadleśniczego Adama Klona.',
        [('Roman Gus', 'Przyjaciel Szkoły', None), ('Agrovita', 'Przyjaciel Szkoły', None), ('Adam Klon', 'Przyjaciel Szkoły', None)],
    ),
    (
        "2020-01-27",
        'Marszałek województwa wręczył doroczne nagrody „Łódzkie dba o pracę”. I nagrodę otrzymał PUP w Łasku, dwie równorzędne II nagrody – PUP w Pabianicach oraz PUP w Łowiczu. III nagrody nie przyznano. Uroczystość zorganizowano 22 stycznia w Łodzi w siedzibie urzędu marszałkowskiego.',
        [('Powiatowy Urząd Pracy w Łasku', 'I nagroda', None), ('Powiatowy Urząd Pracy w Pabianicach', 'II nagroda', None), ('Powiatowy Urząd Pracy w Łowiczu', 'II nagroda', None)],
    ),
    (
        "2014-09-22",
        'Nasz uczeń w czołówce!\n\nHubert Kos z klasy IV TM zajął piąte miejsce w kraju w XXXV Olimpiadzie Wiedzy Technicznej. W eliminacjach okręgowych był drugi. Opiekunem Huberta jest Waldemar Sęk. Dyplom i pendrive wręczono laureatowi 17 września.',
        [('Hubert Kos', 'piąte miejsce', None)],
    ),
    (
        "2015-06-29",
        'Ks. Jerzy Malec, proboszcz z Tryńczy, został uhonorowany medalem „Pro Publico Bono” za prowadzenie klubu integracji społecznej. Medal wręczył mu 24 czerwca starosta przeworski.',
        [('Jerzy Malec', 'Pro Publico Bono', None)],
    ),
    (
        "2019-12-02",
        'Wyróżnienie dla stażystki\n\nPodczas Gali Praktyk i Staży (28 listopada, Lublin) wyróżniono Natalię Gołąb, stażystkę w Urzędzie Gminy Wohyń. Tytuł Najlepszego Opiekuna Stażu otrzymała jej przełożona, Grażyna Semeniuk. Galę co roku przygotowuje Wojewódzki Urząd Pracy w Lublinie.',
        [('Natalia Gołąb', 'wyróżnienie', None), ('Grażyna Semeniuk', 'Najlepszy Opiekun Stażu', None)],
    ),
    (
        "2008-04-14",
        'Już po raz czwarty Cech Rzemiosł Różnych w Kościanie uhonorował najlepszych czeladników. Tytuł „Czeladnik Roku” powędrował do Damiana Frąckowiaka, który naukę zawodu odbył w zakładzie Macieja Kuli. Wicemistrzem został Eryk Marciniak, a trzecie miejsce zajęła fryzjerka Joanna Skiba.',
        [('Damian Frąckowiak', 'Czeladnik Roku', None), ('Eryk Marciniak', 'Wicemistrz', None), ('Joanna Skiba', 'trzecie miejsce', None)],
    ),
    (
        "2016-06-13",
        'WYNIKI VI POWIATOWEGO KONKURSU „MÓJ WYMARZONY ZAWÓD”\n\nKategoria: klasy I–III\n1. miejsce: Lena Kowal – Szkoła Podstawowa w Gnojnie\n2. miejsce: Szymon Bała – Szkoła Podstawowa nr 2 w Busku-Zdroju\nKategoria: klasy IV–VI\n1. miejsce: Wiktoria Sobieraj – Szkoła Podstawowa w Tuczępach\nWyróżnienie: Igor Pająk – Szkoła Podstawowa w Solcu-Zdroju\n\nOrganizator: Powiatowy Urząd Pracy w Busku-Zdroju. Nagrody wręczono 8 czerwca 2016 r.',
        [('Lena Kowal', '1. miejsce', 'klasy I–III'), ('Szymon Bała', '2. miejsce', 'klasy I–III'), ('Wiktoria Sobieraj', '1. miejsce', 'klasy IV–VI'), ('Igor Pająk', 'Wyróżnienie', 'klasy IV–VI')],
    ),
    (
        "2012-03-12",
        'Kobiety przedsiębiorcze nagrodzone\n\nZ okazji Dnia Kobiet prezydent Zamościa wręczył pięć statuetek „Przedsiębiorcza Kobieta Zamościa”. Laureatkami zostały: Agnieszka Rola, właścicielka pracowni krawieckiej, Urszula Misztal, prezes spółdzielni „Dom”, Beata Kłos z firmy transportowej Beatrans. Uroczystość uświetnił koncert. Statuetki wręczono 8 marca w zamojskim ratuszu.',
        [('Agnieszka Rola', 'Przedsiębiorcza Kobieta Zamościa', None), ('Urszula Misztal', 'Przedsiębiorcza Kobieta Zamościa', None), ('Beata Kłos', 'Przedsiębiorcza Kobieta Zamościa', None)],
    ),
    (
        "2014-05-12",
        'Kamil Nowik mistrzem parkieciarzy\n\n21-letni Kamil Nowik z Zakładu Parkieciarskiego „Dębex” w Sokółce wywalczył złoty medal na Mistrzostwach Młodych Rzemieślników w Białymstoku. Drugi był Sebastian Waś z Moniek. Zawody rozegrano 9 i 10 maja.',
        [('Kamil Nowik', 'złoty medal', None), ('Sebastian Waś', 'drugie miejsce', None)],
    ),
    (
        "2007-10-15",
        'Komisja Konkursowa pod przewodnictwem Lucjana Bila dokonała oceny 23 prac nadesłanych na konkurs plastyczny „Praca moich rodziców”. I miejsce zajęła Martynka Kos (7 lat), II miejsce – Filip Rejs (9 lat), III miejsca nie przyznano. Wyróżniono ponadto: Hanię Wilk, Tosię Maj i Kubę Zycha.',
        [('Filip Rejs', 'II miejsce', None), ('Hania Wilk', 'wyróżnienie', None), ('Tosia Maj', 'wyróżnienie', None), ('Kuba Zych', 'wyróżnienie', None)],
    ),
    (
        "2020-12-14",
        'Już wiemy, kto w tym roku sięgnął po tytuł Pracodawcy Przyjaznego Rodzinie w powiecie leskim. To Bieszczadzka Spółdzielnia Socjalna „Watra” z Baligrodu oraz nadleśnictwo Lutowiska. Wyniki plebiscytu ogłoszono 10 grudnia.',
        [('Bieszczadzka Spółdzielnia Socjalna „Watra”', 'Pracodawca Przyjazny Rodzinie', None)],
    ),
    (
        "2018-10-15",
        'Minister nagrodził pracowników służb zatrudnienia\n\n12 października w Warszawie minister Elżbieta Rafal wręczyła nagrody za wybitne osiągnięcia w dziedzinie pomocy bezrobotnym. Nagrodę indywidualną I stopnia odebrała Małgorzata Osa, kierowniczka Centrum Aktywizacji Zawodowej w Kłobucku. Nagrodę zespołową otrzymał zespół doradców zawodowych Powiatowego Urzędu Pracy w Myszkowie. Gratulujemy naszym sąsiadom!',
        [('Małgorzata Osa', 'Nagroda indywidualna I stopnia', None)],
    ),
    (
        "2020-03-09",
        'Liderka z Łomży\n\nJoanna Perzan, która kieruje Fundacją „Ocalić od Zapomnienia”, została Kobietą Przedsiębiorczą Podlasia 2019. Plebiscyt organizuje „Gazeta Współczesna Łomżyńska”. Finał miał miejsce 7 marca w Białymstoku. Druga lokata przypadła Ninie Zabłockiej z Suwałk, właścicielce żłobka „Promyk”, trzecia – dr Weronice Haber.',
        [('Joanna Perzan', 'Kobieta Przedsiębiorcza Podlasia 2019', None), ('Nina Zabłocka', 'Druga lokata', None), ('Weronika Haber', 'trzecia lokata', None)],
    ),
    (
        "2011-10-10",
        'Pod patronatem Starosty Lubartowskiego przebiegał tegoroczny konkurs „Zielony Pracodawca”. Do rywalizacji stanęło siedem zakładów. Decyzją jury pod kierunkiem prof. Ewy Grzyb zwyciężył tartak Wiesława Boguty z Kocka, który oddaje trociny szkolnej kotłowni. Tytuł wicelidera i puchar zdobyła Spółdzielnia Ogrodnicza w Firleju. Pozostali uczestnicy dostali dyplomy. Podsumowanie konkursu odbyło się 4 października w Kozłówce.',
        [('tartak Wiesława Boguty', None, None), ('Spółdzielnia Ogrodnicza w Firleju', 'wicelider', None)],
    ),
    (
        "2022-06-20",
        'Srebrny Krzyż dla doradczyni\n\nPrezydent Rzeczypospolitej Polskiej odznaczył Danutę Wnęk, doradczynię zawodową z Miejskiego Urzędu Pracy w Lublinie, Srebrnym Krzyżem Zasługi. Odznaczenie 14 czerwca wręczył jej wojewoda lubelski Lech Pasterz. Brązowy Krzyż Zasługi otrzymał Tadeusz Miś, wieloletni instruktor OHP w Puławach.',
        [('Danuta Wnęk', 'Srebrny Krzyż Zasługi', None), ('Tadeusz Miś', 'Brązowy Krzyż Zasługi', None)],
    ),
    (
        "2014-04-14",
        'Wręczenie nagród w III Powiatowym Konkursie „Moja przyszłość – mój zawód” uświetniło obchody Dni Otwartych w Zespole Szkół nr 1 w Wyszkowie (10 kwietnia). Najlepszą pracę multimedialną przygotował Bartek Sadło z Gimnazjum w Długosiodle. Drugą nagrodę odebrała Iza Kukwa z Rząśnika, trzecią – bliźniacy Adam i Marcin Ruszkowie z Brańszczyka. Wyróżnieni: Ola Depta, Julia Wilk.',
        [('Iza Kukwa', 'Druga nagroda', None), ('Ola Depta', 'wyróżnienie', None), ('Julia Wilk', 'wyróżnienie', None)],
    ),
    (
        "2017-01-30",
        'Z życia rzemiosła\n\nW czasie Spotkania Noworocznego Izby Rzemieślniczej w Opolu (27 stycznia) prezes Tadeusz Staruch uhonorował zasłużonych rzemieślników. Platynowy Medal im. Jana Kilińskiego otrzymał Ginter Kampa, mistrz piekarski z Krapkowic. Złote Medale za Zasługi w Rozwoju Rzemiosła odebrali: Helga Morys, Bernard Cebula i Jan Pyka. Honorową Odznakę Rzemiosła nadano Zespołowi Szkół Zawodowych nr 4.',
        [('Ginter Kampa', 'Platynowy Medal im. Jana Kilińskiego', None), ('Helga Morys', 'Złoty Medal za Zasługi w Rozwoju Rzemiosła', None), ('Bernard Cebula', 'Złoty Medal za Zasługi w Rozwoju Rzemiosła', None), ('Jan Pyka', 'Złoty Medal za Zasługi w Rozwoju Rzemiosła', None), ('Zespół Szkół Zawodowych nr 4', 'Honorowa Odznaka Rzemiosła', None)],
    ),
    (
        "2012-06-11",
        'Uczniowie z Tucholi najlepsi w województwie\n\nDrużyna Technikum Leśnego w Tucholi w składzie Jakub Mroczek, Filip Gierszewski i Oskar Pestka wygrała XVI Olimpiadę Przedsiębiorczości Wiejskiej na szczeblu wojewódzkim. Zawody odbyły się 5 czerwca w Minikowie. Na drugim miejscu uplasował się Zespół Szkół w Sypniewie, na trzecim – Zespół Szkół w Grubnie. Zwycięzcy pojadą na finał do Poznania.',
        [('Technikum Leśne w Tucholi', None, None), ('Zespół Szkół w Sypniewie', 'drugie miejsce', None), ('Zespół Szkół w Grubnie', 'trzecie miejsce', None)],
    ),
    (
        "2019-11-25",
        'Nagrody Gospodarcze Burmistrza Miasta Gostynia\n\nPodczas uroczystej sesji 22 listopada po raz dwudziesty wręczono Nagrody Gospodarcze Burmistrza. Statuetki Gostyńskiego Niedźwiedzia otrzymali:\n– w kategorii duże przedsiębiorstwo: Spółdzielnia Mleczarska w Gostyniu,\n– w kategorii małe przedsiębiorstwo: Auto-Serwis Kaczmarek,\n– w kategorii usługi: Gabinet Rehabilitacji „Ruch” Anny Nowak,\n– nagroda specjalna: Bractwo Kurkowe w Gostyniu.',
        [('Spółdzielnia Mleczarska w Gostyniu', 'Gostyński Niedźwiedź', 'duże przedsiębiorstwo'), ('Auto-Serwis Kaczmarek', 'Gostyński Niedźwiedź', 'małe przedsiębiorstwo'), ('Gabinet Rehabilitacji „Ruch” Anny Nowak', 'Gostyński Niedźwiedź', 'usługi'), ('Bractwo Kurkowe w Gostyniu', 'nagroda specjalna', None)],
    ),
    (
        "2008-12-15",
        'Jak informuje rzecznik starosty, tegoroczny „Złoty Klucz” – wyróżnienie dla osób wspierających bezrobotnych – powędruje do ks. Andrzeja Maja z parafii w Rakowie. Wręczenie zaplanowano na opłatku 20 grudnia.',
        [('Andrzej Maj', 'Złoty Klucz', None)],
    ),
    (
        "2017-09-25",
        'Sukces naszej absolwentki\n\nAleksandra Kłos, absolwentka kursu cukierniczego w CIS w Kraśniku, wzięła udział w Mistrzostwach Polski Młodych Cukierników w Katowicach i wróciła z brązowym medalem! Konkurencję rozegrano 20 września, startowało 19 zawodników. Złoto zdobyła gospodyni turnieju, Nina Pawlik.',
        [('Aleksandra Kłos', 'brązowy medal', None), ('Nina Pawlik', 'Złoto', None)],
    ),
    (
        "2016-03-21",
        'Wyróżnienie z rąk marszałka\n\nW obecności 120 gości marszałek Witold Stępniak wyróżnił 16 marca pięć podmiotów ekonomii społecznej znakiem „Zakup Prospołeczny”. Są wśród nich dwa z naszego powiatu: Spółdzielnia Socjalna „Kubuś” oraz Zakład Aktywności Zawodowej w Kutnie.',
        [('Spółdzielnia Socjalna „Kubuś”', 'Zakup Prospołeczny', None), ('Zakład Aktywności Zawodowej w Kutnie', 'Zakup Prospołeczny', None)],
    ),
    (
        "2018-12-17",
        'Człowiek Roku powiatu tureckiego\n\nCzytelnicy „Echa Turku” zdecydowali. Człowiekiem Roku 2018 został Arkadiusz Walczak, instruktor Warsztatów Terapii Zajęciowej w Turku. Drugi wynik uzyskała sołtys Grabieńca Teresa Gil, a trzeci – nauczyciel Mariusz Seńko. Wyróżnienie redakcji otrzymał Klub Abstynenta „Odnowa”. Nagrody wręczono 14 grudnia w Miejskim Domu Kultury.',
        [('Arkadiusz Walczak', 'Człowiek Roku 2018', None), ('Klub Abstynenta „Odnowa”', 'wyróżnienie redakcji', None)],
    ),
    (
        "2005-10-24",
        'Za wzorową organizację prac interwencyjnych Powiatowy Urząd Pracy w Kępnie nagrodził statuetkami Złotej Łopaty gminy Bralin i Trzcinica oraz Zakład Komunalny w Baranowie. Wręczył je dyrektor Jacek Tyra na spotkaniu podsumowującym, 19 października.',
        [('gmina Bralin', 'Złota Łopata', None), ('gmina Trzcinica', 'Złota Łopata', None), ('Zakład Komunalny w Baranowie', 'Złota Łopata', None)],
    ),
    (
        "2022-05-23",
        'Matura z rzemiosła? Proszę bardzo!\n\nOliwia Rak i Dorian Kulig – tych dwoje najlepiej zdało egzamin czeladniczy w 2021 roku. Za swoje osiągnięcia odebrali 19 maja w siedzibie Cechu w Nowym Targu nagrody „Pierwszy Krok w Mistrzostwo”.',
        [('Oliwia Rak', 'Pierwszy Krok w Mistrzostwo', None), ('Dorian Kulig', 'Pierwszy Krok w Mistrzostwo', None)],
    ),
    (
        "2014-12-01",
        '„Mosty Partnerstwa” wręczone po raz drugi\n\n27 listopada 2014 r. w Hotelu Anders w Starych Jabłonkach zakończyła się konferencja podsumowująca rok współpracy warmińsko-mazurskich partnerstw. Kulminacyjnym punktem było ogłoszenie wyników konkursu „Mosty Partnerstwa”. Kapituła, której przewodniczył dr Tadeusz Mroczek, oceniała dziewiętnaście zgłoszeń.\n\nStatuetkę „Złoty Most” zdobyło Partnerstwo „Wspólna Droga” z Olecka za projekt „Wypożyczalnia talentów”. „Srebrny Most” otrzymał Powiatowy Urząd Pracy w Nidzicy, a „Brązowy Most” – Gmina Kozłowo. Decyzją publiczności nagrodę specjalną odebrał Ośrodek Kultury w Gołdapi.',
        [('Partnerstwo „Wspólna Droga”', 'Złoty Most', None), ('Powiatowy Urząd Pracy w Nidzicy', 'Srebrny Most', None), ('gmina Kozłowo', 'Brązowy Most', None), ('Ośrodek Kultury w Gołdapi', 'nagroda specjalna', None)],
    ),
    (
        "2013-03-18",
        'Dwóch uczniów Zespołu Szkół Mechanicznych w Brzegu wróciło z tarczą z finału okręgowego Turnieju Budowy Maszyn (Opole, 14 marca): Dawid Góra był drugi, a Kacper Łoś – siódmy. Dawid otrzymał dyplom i zestaw narzędzi.',
        [('Dawid Góra', 'drugie miejsce', None)],
    ),
    (
        "2007-11-19",
        'Dyrektor Powiatowego Urzędu Pracy w Sanoku Jerzy Woźny laureatem konkursu „Menedżer Rynku Pracy 2007” w kategorii „menedżer urzędu powiatowego”. Statuetkę odebrał podczas gali, która odbyła się 15 listopada w Rzeszowie. W kategorii „menedżer instytucji szkoleniowej” nagrodzono Barbarę Szelc, kierującą sanockim oddziałem ZDZ.',
        [('Jerzy Woźny', None, 'menedżer urzędu powiatowego'), ('Barbara Szelc', None, 'menedżer instytucji szkoleniowej')],
    ),
    (
        "2019-12-16",
        'Złota Setka Pracodawców Regionu to ranking, który po raz piętnasty przygotował „Kurier Podkarpacki”. Liderem zestawienia została WSK „Skrzydło” z Mielca, drugą lokatę wywalczyły Zakłady Porcelany w Ćmielowie. W kategorii „najwyższy wzrost zatrudnienia” bezkonkurencyjna okazała się firma Logisped z Jasionki. Wyniki ogłoszono 11 grudnia.',
        [('Zakłady Porcelany w Ćmielowie', 'druga lokata', None), ('Logisped', None, 'najwyższy wzrost zatrudnienia')],
    ),
    (
        "2015-05-11",
        'Mistrzowie w swoim fachu\n\nW zakończonym 7 maja w Centrum Targowym w Ostródzie Turnieju Sprawności Zawodowej „Mistrz Kielni” bezapelacyjnie zwyciężyli reprezentanci gospodarzy, czyli ostródzkiego Zespołu Szkół Budowlanych: Adam Wenta i Szymon Trela (posadzkarz) oraz Eryk Hinc (monter suchej zabudowy). W klasyfikacji drużynowej drugie miejsce zajęło Centrum Kształcenia Praktycznego z Elbląga.',
        [('Adam Wenta', None, None), ('Szymon Trela', None, None), ('Eryk Hinc', None, None), ('Centrum Kształcenia Praktycznego', 'drugie miejsce', None)],
    ),
    (
        "2011-05-30",
        'Święto szkoły i nagrody\n\nPodczas obchodów 60-lecia Zespołu Szkół im. Stanisława Staszica w Wysokiem Mazowieckiem (27 maja) Medalem Komisji Edukacji Narodowej odznaczono Barbarę Dąbrowską i Leszka Krasowskiego. Nagrody Starosty otrzymali: Jan Sokołowski, Anna Perkowska i Ewa Faszczewska. Tytuł Absolwenta Pięćdziesięciolecia przypadł prof. Henrykowi Dzierżkowi.',
        [('Barbara Dąbrowska', 'Medal Komisji Edukacji Narodowej', None), ('Leszek Krasowski', 'Medal Komisji Edukacji Narodowej', None), ('Jan Sokołowski', 'Nagroda Starosty', None), ('Anna Perkowska', 'Nagroda Starosty', None), ('Ewa Faszczewska', 'Nagroda Starosty', None), ('Henryk Dzierżek', 'Absolwent Pięćdziesięciolecia', None)],
    ),
    (
        "2022-09-19",
        'Mistrz Mistrzów 2022\n\nW Łukowie zakończyły się zawody drwali „Mistrz Mistrzów 2022”. Rywalizowało 24 pilarzy z sześciu nadleśnictw. Na najwyższym stopniu podium stanął Rafał Ceglarz z Nadleśnictwa Łuków. Srebro dla Mariusza Kępy z Radzynia Podlaskiego, brąz – dla Pawła Zdunka z Nadleśnictwa Biała Podlaska. Puchar fair play wręczono Stanisławowi Olkowi. Zawody sponsorowała firma Stihl.',
        [('Mariusz Kępa', 'Srebro', None), ('Paweł Zdunek', 'brąz', None), ('Stanisław Olk', 'Puchar fair play', None)],
    ),
    (
        "2010-12-20",
        'Kapituła Nagrody „Dobroczyńca Ziemi Bialskiej” pod przewodnictwem starosty Tadeusza Łazowskiego ogłosiła tegorocznych laureatów. Zostali nimi: w kategorii „przedsiębiorca” Bogdan Kozioł, właściciel masarni w Piszczacu, w kategorii „instytucja” Nadleśnictwo Chotyłów, w kategorii „wolontariusz” Zofia Panasiuk. Nagrody wręczono 16 grudnia.',
        [('Bogdan Kozioł', None, 'przedsiębiorca'), ('Nadleśnictwo Chotyłów', None, 'instytucja'), ('Zofia Panasiuk', None, 'wolontariusz')],
    ),
    (
        "2013-10-07",
        'I Ty możesz zostać liderem\n\n„Liderką Wsi Opolskiej 2013” – takim tytułem może pochwalić się Maria Żmija-Glombik, sołtyska Dobrzenia Małego. Otrzymała go 28 września na dożynkach wojewódzkich w Kup za prowadzenie klubu pracy. W konkursie Urzędu Marszałkowskiego Województwa Opolskiego startowały 44 kandydatki.',
        [('Maria Żmija-Glombik', 'Liderka Wsi Opolskiej 2013', None)],
    ),
    (
        "2009-03-16",
        'Pismo „Personel i Praca” wyróżniło naszą dyrektorkę. Jolanta Kotecka, szefowa PUP w Gnieźnie, zdobyła tytuł „HR Manager Sektora Publicznego” – jako pierwsza w historii plebiscytu. Nagrodę odebrała 11 marca w Poznaniu.',
        [('Jolanta Kotecka', 'HR Manager Sektora Publicznego', None)],
    ),
    (
        "2019-03-11",
        'Z okazji Dnia Sołtysa (11 marca) „Gazeta Wiejska” po raz dziewiąty uhonorowała najaktywniejszych gospodarzy wsi. Sołtysem Roku województwa lubelskiego została Agnieszka Nowosad z Uchań. W pierwszej trójce znaleźli się też Jan Pyć (Hańsk) i Elżbieta Marzec (Sosnówka).',
        [('Agnieszka Nowosad', 'Sołtys Roku', None)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text", "expected"), NEWS)
def test_the_laureates_of_a_piece_of_news_are_told_with_title_and_category(
    published: str, text: str, expected: list[Award]
) -> None:
    found = told(text, "award", date.fromisoformat(published))
    assert [(one["laureate"], one.get("title"), one.get("category")) for one in found] == expected
