"""Ways of telling who won what: each sentence with its laureates and what they won, no more and no less."""

import pytest

from spoiwo.reading.tests.told import told

WAYS: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "IV edycję konkursu „Złota Kielnia” zorganizowało Starostwo Powiatowe w Kole. Finał odbył się 3 marca 2022 r. w Kole. Najlepsza okazała się Zofia Kwiecień z Zespołu Szkół Budowlanych w Turku. Drugie miejsce wywalczył Jan Mróz, a trzecie przypadło Adamowi Pietrzakowi.",
        [("Zofia Kwiecień", None), ("Jan Mróz", "Drugie miejsce"), ("Adam Pietrzak", "trzecie miejsce")],
    ),
    (
        "Uczniowie Technikum Mechanicznego w Zamościu zajęli pierwsze miejsce w konkursie „Młody Mechanik”. Finał rozegrano 4 kwietnia 2022 r. w Lublinie. Drugie miejsce przypadło drużynie Zespołu Szkół nr 2 w Chełmie, trzecie – reprezentacji Technikum Leśnego w Biłgoraju.",
        [("Technikum Mechaniczne w Zamościu", "pierwsze miejsce"), ("Zespół Szkół nr 2 w Chełmie", "Drugie miejsce"), ("Technikum Leśne w Biłgoraju", "trzecie miejsce")],
    ),
    (
        "Statuetka „Skrzydła Biznesu” trafiła w ręce Roberta Nowickiego, prezesa firmy Alupol. To druga statuetka w dorobku spółki. Galę 11 października 2019 r. w Tarnowie poprowadziła Ewa Drzyzga.",
        [("Robert Nowicki", "Skrzydła Biznesu")],
    ),
    (
        "„Srebrny Dzban” dla Fundacji „Nasz Dom”! Wyróżnienie wręczono 2 lutego 2020 r. w Opolu podczas gali konkursu „Dzban Dobroci”.",
        [("Fundacja „Nasz Dom”", "Srebrny Dzban")],
    ),
    (
        "W konkursie „Bezpieczny Zakład” w kategorii do 50 pracowników wygrała firma Stolbud, w kategorii powyżej 50 pracowników – Zakłady Azotowe w Chorzowie. Wyróżniono ponadto Cegielnię Kozłowice. Wyniki ogłoszono 28 kwietnia 2021 r. w Katowicach.",
        [("Stolbud", None), ("Zakłady Azotowe w Chorzowie", None), ("Cegielnia Kozłowice", "wyróżnienie")],
    ),
    (
        "Pierwszą nagrodę, 5 tys. zł, otrzymała Spółdzielnia Socjalna „Arka” z Nakła. Drugą (3 tys. zł) – Fundacja „Port” z Bydgoszczy, a trzecią (1 tys. zł) – Stowarzyszenie „Razem” z Szubina. Konkurs „Społeczny Biznes” zorganizowała po raz czwarty Kujawska Izba Gospodarcza, a rozstrzygnięto go 12 grudnia 2018 r. w Bydgoszczy.",
        [("Spółdzielnia Socjalna „Arka”", "Pierwsza nagroda"), ("Fundacja „Port”", "Druga nagroda"), ("Stowarzyszenie „Razem”", "trzecia nagroda")],
    ),
    (
        "W dniu 9 września 2016 roku w Pleszewie odbył się finał VII edycji konkursu „Mistrz Patelni”. Zwycięzcą został Mateusz Kot, uczeń Technikum Gastronomicznego w Jarocinie. II miejsce – Ola Nowak, III miejsce – Kacper Wilk. Nagrodę specjalną ufundowaną przez starostę otrzymała Zuzanna Piech.",
        [("Mateusz Kot", None), ("Ola Nowak", "II miejsce"), ("Kacper Wilk", "III miejsce"), ("Zuzanna Piech", "Nagroda specjalna")],
    ),
    (
        "Tytułem „Honorowy Obywatel Rynku Pracy” uhonorowano Stefana Banasia, wieloletniego dyrektora PUP w Mielcu. Uroczystość odbyła się 30 stycznia 2015 r. w Mielcu. Wyróżnieni zostali także Barbara Miś i Leon Soja.",
        [("Stefan Banaś", "Honorowy Obywatel Rynku Pracy"), ("Barbara Miś", "wyróżnienie"), ("Leon Soja", "wyróżnienie")],
    ),
    (
        "„Orzeł Biznesu” dla Fabryki Okien Vetrus! Statuetkę odebrał 7 lutego 2023 r. w Rzeszowie prezes Adam Witek.",
        [("Fabryka Okien Vetrus", "Orzeł Biznesu")],
    ),
    (
        "Brązowy medal w mistrzostwach „Euroskills Junior” wywalczył Tomasz Hyż, uczeń ZSE w Turku. Złoto przypadło Jakubowi Rojowi, srebro – Emilii Kos. Zawody rozegrano 20 września 2023 r. w Gdańsku.",
        [("Tomasz Hyż", "brązowy medal"), ("Jakub Roj", "Złoto"), ("Emilia Kos", "srebro")],
    ),
    (
        "Zdobywcami I nagrody w konkursie „Start-up Wsi” zostali Marta Kulesza i Paweł Rojek z Bodzanowa. II nagrodą podzielili się: Jan Sitek oraz Ewelina Bród. Podsumowanie konkursu miało miejsce 17 listopada 2020 r. w Płocku.",
        [("Marta Kulesza", "I nagroda"), ("Paweł Rojek", "I nagroda"), ("Jan Sitek", "II nagroda"), ("Ewelina Bród", "II nagroda")],
    ),
    (
        "Powiat wołowski z tytułem „Powiat Przyjazny Seniorom”. Certyfikat odebrała w Warszawie 1 października 2021 r. starosta Ewa Mielczarek.",
        [("powiat wołowski", "Powiat Przyjazny Seniorom")],
    ),
    (
        "W piątek, 7 października 2022 r., w Chełmie poznaliśmy najlepszych uczniów zawodu. W konkursie „Złote Ręce” w zawodzie stolarz wygrał Dawid Rak, w zawodzie fryzjer – Nikola Sęk, a w zawodzie kucharz – Oliwier Dąb.",
        [("Dawid Rak", None), ("Nikola Sęk", None), ("Oliwier Dąb", None)],
    ),
    (
        "Nagrodę „Dobre Serce” – przyznawaną przez Fundację „Promień” – otrzymały w tym roku dwie osoby: Krystyna Wójcik oraz ks. Andrzej Lis. Wręczenie odbyło się 1 grudnia 2020 r. w Tarnowie.",
        [("Krystyna Wójcik", "Dobre Serce"), ("Andrzej Lis", "Dobre Serce")],
    ),
    (
        "I miejsce: Szkoła Podstawowa nr 4 w Turku, II miejsce: Szkoła Podstawowa w Malanowie, III miejsce ex aequo: Szkoła Podstawowa w Dobrej i Szkoła Podstawowa w Tuliszkowie – to wyniki konkursu „Zawody przyszłości”, który odbył się 5 czerwca 2019 r. w Turku.",
        [("Szkoła Podstawowa nr 4 w Turku", "I miejsce"), ("Szkoła Podstawowa w Malanowie", "II miejsce"), ("Szkoła Podstawowa w Dobrej", "III miejsce"), ("Szkoła Podstawowa w Tuliszkowie", "III miejsce")],
    ),
    (
        "Do grona laureatów nagrody „Filar Gospodarki” dołączyły w tym roku Zakłady Chemiczne „Azot” i firma Polmos Trans. Nagrody wręczono 24 maja 2013 r. w Puławach.",
        [("Zakłady Chemiczne „Azot”", "Filar Gospodarki"), ("Polmos Trans", "Filar Gospodarki")],
    ),
    (
        "Najwyżej oceniono pracę Oliwii Śpiewak, która zdobyła I miejsce w konkursie „Mój pierwszy etat”. Kolejne miejsca zajęli: Igor Zych (II) i Lena Pająk (III). Nagrody rozdano 14 grudnia 2021 r. w Zwoleniu.",
        [("Oliwia Śpiewak", "I miejsce")],
    ),
    (
        "Tytuł Lidera Przedsiębiorczości 2018 przypadł Hurtowni Elektrycznej Iskra z Otwocka. Gala odbyła się 10 stycznia 2019 r. w Otwocku.",
        [("Hurtownia Elektryczna Iskra", "Lider Przedsiębiorczości 2018")],
    ),
    (
        "Anita Kowalik, właścicielka firmy Ekobut ze Skaryszewa, która zatrudnia 22 osoby. Pierwsze miejsce w konkursie „X” zajął Ekobut.",
        [("Ekobut", "Pierwsze miejsce")],
    ),
    (
        "Medal „Zasłużony dla Gminy” wójt wręczył Marianowi Kozie i Ochotniczej Straży Pożarnej w Rudniku.",
        [("Marian Koza", "Zasłużony dla Gminy"), ("Ochotnicza Straż Pożarna w Rudniku", "Zasłużony dla Gminy")],
    ),
    (
        "Pierwsze miejsce – Anna Lis. Drugie – Piotr Maj. Trzecie – Ewa Kos. To wyniki konkursu „Mój Zawód”, rozstrzygniętego 5 maja 2021 r. w Brzegu.",
        [("Anna Lis", "Pierwsze miejsce"), ("Piotr Maj", "Drugie miejsce"), ("Ewa Kos", "Trzecie miejsce")],
    ),
    (
        "Konkurs „Zawodowiec” dobiegł końca. Zwyciężczynią okazała się Magda Brzoza, drugie miejsce ex aequo przypadło Oli Drab i Idze Las. Nagrody wręczyła 12 kwietnia 2022 r. w Słupsku prezydent Krystyna Danilecka.",
        [("Magda Brzoza", None), ("Ola Drab", "drugie miejsce"), ("Iga Las", "drugie miejsce")],
    ),
    (
        "Jury konkursu „Praca Marzeń” nagrodziło Annę Wit (I miejsce), Kamila Buka (II miejsce) oraz Szkołę Podstawową nr 3 w Żarach (wyróżnienie). Werdykt ogłoszono 9 czerwca 2023 r. w Żarach.",
        [("Anna Wit", "I miejsce"), ("Kamil Buk", "II miejsce"), ("Szkoła Podstawowa nr 3 w Żarach", "wyróżnienie")],
    ),
    (
        "W konkursie „Najlepsze Praktyki” nagrodę główną i 10 tys. zł zgarnął PUP w Lesku za projekt „Most”, natomiast PUP w Sanoku musiał zadowolić się wyróżnieniem. Rozstrzygnięcie ogłoszono 7 października 2013 r. w Rzeszowie.",
        [("Powiatowy Urząd Pracy w Lesku", "nagroda główna"), ("Powiatowy Urząd Pracy w Sanoku", "wyróżnienie")],
    ),
    (
        "Lista nagrodzonych w konkursie „Smak Regionu” (Pyrzyce, 4 września 2016 r.):\n- kategoria nalewki: Jan Polak, I nagroda,\n- kategoria przetwory: KGW w Brzesku, I nagroda; Maria Bień, wyróżnienie.",
        [("Jan Polak", "I nagroda"), ("Koło Gospodyń Wiejskich w Brzesku", "I nagroda"), ("Maria Bień", "wyróżnienie")],
    ),
    (
        "Wśród 40 szkół najlepsza okazała się Branżowa Szkoła w Olkuszu, zdobywając I miejsce w V edycji konkursu „Bezpieczny Start”. Tuż za nią, na II miejscu, uplasował się Zespół Szkół w Wolbromiu. Konkurs rozstrzygnięto 22 maja 2019 r. w Krakowie.",
        [("Branżowa Szkoła w Olkuszu", "I miejsce"), ("Zespół Szkół w Wolbromiu", "II miejsce")],
    ),
    (
        "W konkursie „Firma Otwarta” pierwsze miejsce zajęła firma Betmix, wyróżnienia otrzymały dwie inne firmy.",
        [("Betmix", "pierwsze miejsce")],
    ),
    (
        "Powiatowy Urząd Pracy w Nisku zajął I miejsce w konkursie „Urząd”. Drugie miejsce zajął urząd z Puław.",
        [("Powiatowy Urząd Pracy w Nisku", "I miejsce")],
    ),
    (
        "W konkursie „Dobra Firma” pierwsze miejsce zajął Metkomp, a drugie miejsce przypadło hotelowi Pod Lipami. Galę zorganizowano 5 maja 2019 r. w Kutnie.",
        [("Metkomp", "pierwsze miejsce"), ("hotel Pod Lipami", "drugie miejsce")],
    ),
    (
        "Tytuł „Firma z Duszą” zdobyła Owca Czarna z Bochni. Konkurs „Dobra Firma” rozstrzygnięto 5 maja 2019 r. w Kutnie.",
        [("Owca Czarna", "Firma z Duszą")],
    ),
    (
        "Nagroda główna trafiła do pracowni ceramiki Glina i Ogień. Konkurs „Dobra Firma” rozstrzygnięto 5 maja 2019 r. w Kutnie.",
        [],
    ),
    (
        "Nagroda główna trafiła do pracowni ceramiki Szara Glina z Łowicza, a wyróżnienie do sklepu Zielony Koszyk. Konkurs „Dobra Firma” rozstrzygnięto 5 maja 2019 r. w Kutnie.",
        [("pracownia ceramiki Szara Glina", "Nagroda główna"), ("sklep Zielony Koszyk", "wyróżnienie")],
    ),
    (
        "Wyniki konkursu „Dobra Firma”:\nI miejsce – Meble Rogowo,\nII miejsce – zakład stolarski Pawła Kota,\nIII miejsce – Wikpol z Turku. Galę zorganizowano 5 maja 2019 r. w Kutnie.",
        [("Meble Rogowo", "I miejsce"), ("zakład stolarski Pawła Kota", "II miejsce"), ("Wikpol", "III miejsce")],
    ),
    (
        "W kategorii „handel” nagrodzono sieć sklepów Koszałek, a w kategorii „usługi” firmę Trans Bug. Laureaci konkursu „Dobra Firma” odebrali statuetki 5 maja 2019 r. w Kutnie.",
        [("sieć sklepów Koszałek", None), ("Trans Bug", None)],
    ),
    (
        "Drukmax zdobył wyróżnienie w konkursie „Dobra Firma”. Galę zorganizowano 5 maja 2019 r. w Kutnie.",
        [("Drukmax", "wyróżnienie")],
    ),
    (
        "Hotel Słoneczny z Kutna został laureatem konkursu „Dobra Firma” i otrzymał tytuł „Przyjaznego Pracodawcy”. Galę zorganizowano 5 maja 2019 r. w Kutnie.",
        [("Hotel Słoneczny", "Przyjazny Pracodawca")],
    ),
    (
        "Wyróżnieniem uhonorowano gabinet kosmetyczny Bella Donna. Konkurs „Dobra Firma” rozstrzygnięto 5 maja 2019 r. w Kutnie.",
        [("gabinet kosmetyczny Bella Donna", "Wyróżnienie")],
    ),
    (
        "Statuetkę „Złotego Młotka” przyznano Stalpolowi z Łodzi. Konkurs „Dobra Firma” rozstrzygnięto 5 maja 2019 r. w Kutnie.",
        [("Stalpol", "Złoty Młotek")],
    ),
    (
        "Komisja konkursu „Dobra Firma” przyznała I miejsce firmie Auto Grot, II miejsce warsztatowi samochodowemu Jana Kępy, a III miejsce salonowi fryzjerskiemu Loczek. Galę zorganizowano 5 maja 2019 r. w Kutnie.",
        [("Auto Grot", "I miejsce"), ("warsztat samochodowy Jana Kępy", "II miejsce"), ("salon fryzjerski Loczek", "III miejsce")],
    ),
    (
        "Wygrała Polska, drugie miejsce zajęły Niemcy. Konkurs „Dobra Firma” rozstrzygnięto 5 maja 2019 r. w Kutnie.",
        [],
    ),
    (
        "Zwyciężyła Kasia z Kutna, wyróżnienie dostał Bartek z Łodzi. Konkurs „Dobra Firma” rozstrzygnięto 5 maja 2019 r. w Kutnie.",
        [],
    ),
    (
        "Pierwsze miejsce zajął Marszałkowski. Konkurs „Dobra Firma” rozstrzygnięto 5 maja 2019 r. w Kutnie.",
        [],
    ),
    (
        "Konkurs „Dobra Firma” wygrał Kowalczyk. Galę zorganizowano 5 maja 2019 r. w Kutnie.",
        [],
    ),
    (
        "Nagrodę specjalną otrzymała Fundacja „Most”, a nagrodę publiczności studio tańca Piruet. Konkurs „Dobra Firma” rozstrzygnięto 5 maja 2019 r. w Kutnie.",
        [("Fundacja „Most”", "Nagroda specjalna"), ("studio tańca Piruet", "nagroda publiczności")],
    ),
    (
        "Firma otrzymała Złoty Laur, a jej prezes Medal Starosty. Konkurs „Dobra Firma” rozstrzygnięto 5 maja 2019 r. w Kutnie.",
        [],
    ),
    (
        "Laureatem Grand Prix został Browar Kępiński, nagrodę publiczności dostała Piekarnia Złoty Kłos, wyróżnienie – bistro Zupa. Konkurs „Dobra Firma” rozstrzygnięto 5 maja 2019 r. w Kutnie.",
        [("Browar Kępiński", "Grand Prix"), ("Piekarnia Złoty Kłos", "nagroda publiczności"), ("bistro Zupa", "wyróżnienie")],
    ),
    (
        "Tytuł „Pracodawca Roku” otrzymali: Termet, Zakłady Mięsne „Gzik” oraz Hotel Zamkowy. Konkurs „Dobra Firma” rozstrzygnięto 5 maja 2019 r. w Kutnie.",
        [("Termet", "Pracodawca Roku"), ("Zakłady Mięsne „Gzik”", "Pracodawca Roku"), ("Hotel Zamkowy", "Pracodawca Roku")],
    ),
    (
        "O tytuł „Kobieta Biznesu” walczyły cztery panie. Zwyciężyła Anna Piech, właścicielka piekarni. Galę zorganizowano 5 maja 2019 r. w Kutnie.",
        [("Anna Piech", "Kobieta Biznesu")],
    ),
    (
        "O miano „Sołtysa Roku” rywalizowało siedem osób. Najwięcej głosów zebrał Jan Kot z Borowa. Galę zorganizowano 5 maja 2019 r. w Kutnie.",
        [("Jan Kot", "Sołtys Roku")],
    ),
    (
        "Do tytułu „Mecenas Kultury” nominowano trzy firmy. Wygrała Fabryka Okien Vetrus z Kutna. Galę zorganizowano 5 maja 2019 r. w Kutnie.",
        [("Fabryka Okien Vetrus", "Mecenas Kultury")],
    ),
    (
        "O statuetkę „Złotego Jabłka” ubiegali się sadownicy z całego powiatu, m.in. Adam Kos. Najlepszy okazał się Piotr Wilk z Mąkolna. Galę zorganizowano 5 maja 2019 r. w Kutnie.",
        [("Piotr Wilk", "Złote Jabłko")],
    ),
    (
        "Kto zasłużył na tytuł „Pracodawca Roku”? Jury wskazało spółkę Termet z Kutna. Galę zorganizowano 5 maja 2019 r. w Kutnie.",
        [("Termet", "Pracodawca Roku")],
    ),
    (
        "Kto najlepiej zadbał o młodych? Zdaniem jury konkursu „Dobra Firma” zrobiła to Piekarnia Nowakowscy z Kutna. Galę zorganizowano 5 maja 2019 r. w Kutnie.",
        [("Piekarnia Nowakowscy", None)],
    ),
    (
        "Jury podzieliło nagrodę główną. Otrzymały ją Fundacja „Most” i Fundacja „Port”. Konkurs „Dobra Firma” rozstrzygnięto 5 maja 2019 r. w Kutnie.",
        [("Fundacja „Most”", "nagroda główna"), ("Fundacja „Port”", "nagroda główna")],
    ),
    (
        "Wyróżnienia otrzymali Anna Liber, burmistrz Kutna, i Henryk Wilk, sekretarz gminy Łabowa. Konkurs „Dobra Firma” rozstrzygnięto 5 maja 2019 r. w Kutnie.",
        [("Anna Liber", "wyróżnienie"), ("Henryk Wilk", "wyróżnienie")],
    ),
    (
        "Gmina Łabowa od lat buduje żłobki. Za to samorząd otrzymał certyfikat „Gmina Rodzinna”. Konkurs „Dobra Firma” rozstrzygnięto 5 maja 2019 r. w Kutnie.",
        [("gmina Łabowa", "Gmina Rodzinna")],
    ),
    (
        "Fundacja „Most” od dekady pomaga bezrobotnym. W maju fundacja otrzymała tytuł „Społecznik Roku”. Konkurs „Dobra Firma” rozstrzygnięto 5 maja 2019 r. w Kutnie.",
        [("Fundacja „Most”", "Społecznik Roku")],
    ),
    (
        "Spółdzielnia Socjalna „Humus” działa od roku. Znak jakości „Eko Plus” nadano jej w maju. Konkurs „Dobra Firma” rozstrzygnięto 5 maja 2019 r. w Kutnie.",
        [("Spółdzielnia Socjalna „Humus”", "Eko Plus")],
    ),
    (
        "Jan Paczesny został odznaczony Złotą Odznaką Rzemiosła, a Maria Szymborska Srebrnym Medalem Izby Rzemieślniczej. Dekoracji dokonano 5 maja 2019 r. w Kutnie.",
        [("Jan Paczesny", "Złota Odznaka Rzemiosła"), ("Maria Szymborska", "Srebrny Medal Izby Rzemieślniczej")],
    ),
    (
        "Laureatem Nagrody im. Jana Karskiego został dr Adam Kos. Galę zorganizowano 5 maja 2019 r. w Kutnie.",
        [("Adam Kos", "Nagroda im. Jana Karskiego")],
    ),
    (
        "Medal im. Stefana Batorego otrzymała dyrektorka Anna Lis. Galę zorganizowano 5 maja 2019 r. w Kutnie.",
        [("Anna Lis", "Medal im. Stefana Batorego")],
    ),
    (
        "Nagrodę „Dobry Adres” odebrała Anna Lis. Drugą statuetkę odebrał Piotr Wilk. Galę zorganizowano 5 maja 2019 r. w Kutnie.",
        [("Anna Lis", "Dobry Adres"), ("Piotr Wilk", "Dobry Adres")],
    ),
    (
        "Jury przyznało dwie statuetki „Kowal Losu”. Jedną zdobył Cezary Znój, drugą zaś Anna Lis. Galę zorganizowano 5 maja 2019 r. w Kutnie.",
        [("Cezary Znój", "Kowal Losu"), ("Anna Lis", "Kowal Losu")],
    ),
    (
        "Wyróżnienia wręczono firmie Termet i fryzjerce Annie Lis. Konkurs „Dobra Firma” rozstrzygnięto 5 maja 2019 r. w Kutnie.",
        [("Termet", "wyróżnienie"), ("Anna Lis", "wyróżnienie")],
    ),
    (
        "Nagroda im. Anny Walentynowicz przypadła w tym roku Fundacji „Most”. Galę zorganizowano 5 maja 2019 r. w Kutnie.",
        [("Fundacja „Most”", "Nagroda im. Anny Walentynowicz")],
    ),
    (
        "Tytuł „Agrolidera Ziemi Kutnowskiej” zdobył Jan Kot. Konkurs „Dobra Firma” rozstrzygnięto 5 maja 2019 r. w Kutnie.",
        [("Jan Kot", "Agrolider Ziemi Kutnowskiej")],
    ),
    (
        "W konkursie „Dobra Firma” klienci najwyżej ocenili Młyn Górski. Galę zorganizowano 5 maja 2019 r. w Kutnie.",
        [("Młyn Górski", None)],
    ),
    (
        "Firma Nowak z Turku ogłosiła upadłość. Nagrodę za wkład w rozwój miasta otrzymał w zamian jej konkurent.",
        [],
    ),
    (
        "Starosta wręczył nagrody najlepszym uczniom. Konkurs odbył się w Hotelu Prezydent w Radomiu 5 maja 2019 r.",
        [],
    ),
    (
        "Konkurs „Eko Gmina” odbywa się w maju. Statuetkę otrzyma gmina, która zbierze najwięcej punktów.",
        [],
    ),
    (
        "W konkursie „Fach” pierwsze miejsce zajęła klasa IIIb, a drugie Liceum Ogólnokształcące w Rawie.",
        [("Liceum Ogólnokształcące w Rawie", "drugie miejsce")],
    ),
    (
        "Wojewoda Mazowiecki wręczył Annie Kos statuetkę „Lider Pracy”. Uroczystość uświetnił Chór Kantata, a partnerem był Hotel Zamek.",
        [("Anna Kos", "Lider Pracy")],
    ),
    (
        "Konkurs „Smak Roku” wygrała Restauracja Pod Lipą, przed Barem Mlecznym i Pizzerią Roma. Puchar wręczył Jan Kot z firmy Sponsor.",
        [("Restauracja Pod Lipą", None)],
    ),
    (
        "Tytuł „Super Szef” zdobyła Maria Wrona, szefowa kuchni hotelu Royal. Nagrodę ufundował Drukmax z Łodzi.",
        [("Maria Wrona", "Super Szef")],
    ),
    (
        "I miejsce – Zuzia z klasy 7a, II miejsce – Kuba C. Konkurs „Zawody” odbył się 5 maja 2019 r.",
        [],
    ),
    (
        "Laureatem konkursu „Dobra Praktyka” został Urząd Pracy, a projekt otrzymał Złotą Gwiazdę. Podczas gali zagrał zespół Pectus.",
        [],
    ),
    (
        "Organizatorzy przyznali Nagrodę Specjalną Starosty Barbarze Kot. Konkurs „Praca” odbył się 5 maja 2019 r. w Turku.",
        [("Barbara Kot", "Nagroda Specjalna Starosty")],
    ),
    (
        "„Srebrny Młotek” otrzymał Zbigniew Rura z zakładu Hydro w Turku. Wręczono go 5 maja 2019 r. w Kole.",
        [("Zbigniew Rura", "Srebrny Młotek")],
    ),
    (
        "Konkurs „Firma” wygrała Anna Kos. Jej firma Kos Design otrzymała promocję w Radiu Plus.",
        [("Anna Kos", None)],
    ),
    (
        "Puchar Dyrektora otrzymał najmłodszy uczestnik Staś Kot. Turniej „Praca” wygrał Filip Sowa, uczeń ZS nr 1 w Kole.",
        [("Staś Kot", "Puchar Dyrektora"), ("Filip Sowa", None)],
    ),
    (
        "Trzy wyróżnienia pojechały do Kalisza, Koła i Turku. Konkurs „Praca” odbył się 5 maja 2019 r.",
        [],
    ),
    (
        "Główną nagrodę otrzymał Urząd Miasta w Kole, a wyróżnienia Urząd Gminy w Kościelcu i Starostwo Powiatowe w Turku.",
        [("Urząd Miasta w Kole", "Główna nagroda"), ("Urząd Gminy w Kościelcu", "wyróżnienie"), ("Starostwo Powiatowe w Turku", "wyróżnienie")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WAYS)
def test_who_won_what_is_read_however_it_is_told(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(one["laureate"], one.get("title")) for one in told(text, "award")] == expected


def test_how_many_times_a_contest_was_held_is_its_edition_and_nobody_s_rank() -> None:
    text = "Konkurs „Biznes” po raz czwarty zorganizowała Fundacja „Most”. I nagrodę otrzymała Spółdzielnia Socjalna „Arka”."
    (award,) = told(text, "award")
    assert (award.get("edition"), award.get("rank"), award["organiser"]) == (4, None, "Fundacja „Most”")


def test_another_edition_has_neither_the_day_nor_the_place_of_this_one() -> None:
    text = (
        "W szóstej edycji konkursu „Gmina” I miejsce zajęła gmina Kobylnica. Nagrodę wręczono 16 października 2014 r. w Gdańsku. "
        "W piątej edycji I miejsce zajęła gmina Luzino."
    )
    first, second = told(text, "award")
    assert (first["edition"], first["date"]) == (6, "2014-10-16")
    assert (second["edition"], second.get("date"), second.get("place")) == (5, None, None)


def test_a_contest_of_the_same_name_is_called_as_the_title() -> None:
    text = "Tytuł „Dobry Szef” w konkursie pod tą samą nazwą zdobyła Piekarnia „Kłos” z Kutna."
    (award,) = told(text, "award")
    assert (award["contest"], award["title"]) == ("Dobry Szef", "Dobry Szef")


def test_a_school_keeps_the_village_no_register_knows() -> None:
    text = "Puchar Starosty otrzymał Zespół Szkół w Zamłyniu Nowym, a dyplom wszyscy. Konkurs „Fach” odbył się 5 maja 2019 r."
    assert [one["laureate"] for one in told(text, "award")] == ["Zespół Szkół w Zamłyniu Nowym"]


def test_each_laureate_got_what_all_were_handed() -> None:
    text = (
        "W konkursie „Fach” pierwsze miejsce zajęła Anna Kos, drugie Jan Lis. "
        "Statuetki wręczono 5 maja 2019 r. w Kutnie."
    )
    assert [one["prize"] for one in told(text, "award")] == ["statuetka", "statuetka"]


def test_whoever_came_for_what_the_body_got_received_it() -> None:
    text = "Spółdzielnia „Humus” działa od roku. Znak jakości „Eko” nadano jej 9 marca w Warszawie; certyfikat przyjął prezes Adam Kos."
    (award,) = told(text, "award")
    assert (award["laureate"], award["received_by"]) == ("Spółdzielnia „Humus”", "Adam Kos")
