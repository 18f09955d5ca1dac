"""Awards as the news tells them, a few sentences each: laureates and what they won, or nothing where nobody did."""

import pytest

from spoiwo.reading.tests.told import told

NEWS: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "Podczas dożynek w Krobi wręczono nagrody w konkursie na najładniejszy wieniec. Wygrało sołectwo Pudliszki, drugie było Koło Gospodyń Wiejskich w Chwałkowie.",
        [("sołectwo Pudliszki", None), ("Koło Gospodyń Wiejskich w Chwałkowie", "drugie miejsce")],
    ),
    (
        "Nie kryliśmy wzruszenia, gdy 8 czerwca 2022 r. w Kielcach wyczytano nazwę naszej fundacji. Fundacja „Pomost” otrzymała tytuł „NGO z Pasją” w konkursie o tej samej nazwie.",
        [("Fundacja „Pomost”", "NGO z Pasją")],
    ),
    (
        "Odznakę „Zasłużony dla Rzemiosła” wręczono 4 listopada w Łomży czworgu mistrzom. Otrzymali ją: Jan Zalewski, Stanisław Korytko, Irena Modzelewska i Piotr Wądołowski.",
        [("Jan Zalewski", "Zasłużony dla Rzemiosła"), ("Stanisław Korytko", "Zasłużony dla Rzemiosła"), ("Irena Modzelewska", "Zasłużony dla Rzemiosła"), ("Piotr Wądołowski", "Zasłużony dla Rzemiosła")],
    ),
    (
        "Certyfikat „Przyjazna Gmina” po raz drugi powędrował do gminy Stawiski. Wójt Adam Rupiński odebrał go 3 maja 2017 r. w Białymstoku.",
        [("gmina Stawiski", "Przyjazna Gmina")],
    ),
    (
        "W kategorii mikroprzedsiębiorstw bezkonkurencyjne okazało się Studio Wnętrz Kąt Prosty, w kategorii małych firm – Stol-Bis z Kępna. Konkurs „Kępiński Kompas” rozstrzygnięto 20 stycznia 2023 r. w Kępnie.",
        [("Studio Wnętrz Kąt Prosty", None), ("Stol-Bis", None)],
    ),
    (
        "Złoty medal targów „Praca i Kariera” trafił do firmy Robotech. Wręczono go 14 kwietnia 2016 r. w Katowicach.",
        [("Robotech", "złoty medal")],
    ),
    (
        "Powiatowy Urząd Pracy w Łosicach zajął II miejsce w konkursie „Urząd z Pomysłem”. Zwyciężył Powiatowy Urząd Pracy w Garwolinie, trzeci był Powiatowy Urząd Pracy w Węgrowie.",
        [("Powiatowy Urząd Pracy w Łosicach", "II miejsce"), ("Powiatowy Urząd Pracy w Garwolinie", None), ("Powiatowy Urząd Pracy w Węgrowie", "trzecie miejsce")],
    ),
    (
        "Do Zespołu Szkół Technicznych w Kłobucku powędrował Puchar Starosty za zwycięstwo w turnieju „Fachowiec Junior”. Turniej odbył się 17 marca 2015 r. w Kłobucku.",
        [("Zespół Szkół Technicznych w Kłobucku", "Puchar Starosty")],
    ),
    (
        "Statuetka „Dobry Duch” w rękach Heleny Jasińskiej! Wieloletnia opiekunka odebrała ją w sobotę 9 grudnia w Pszczynie.",
        [("Helena Jasińska", "Dobry Duch")],
    ),
    (
        "Gratulujemy Mateuszowi Lipie, który zdobył I miejsce w wojewódzkim konkursie „Bezpieczny Pracownik”, i Oldze Sarnie, która zajęła w nim miejsce trzecie.",
        [("Mateusz Lipa", "I miejsce"), ("Olga Sarna", "miejsce trzecie")],
    ),
    (
        "Laur „Kryształowy Most” przyznano w tym roku trzem podmiotom: Caritas Diecezji Ełckiej, firmie Mazur-Okna i Bibliotece Miejskiej w Ełku. Laury wręczono 2 grudnia 2014 r. w Ełku.",
        [("Caritas Diecezji Ełckiej", "Kryształowy Most"), ("Mazur-Okna", "Kryształowy Most"), ("Biblioteka Miejska w Ełku", "Kryształowy Most")],
    ),
    (
        "„To nagroda dla całego zespołu” – powiedziała Ewa Kulig, odbierając 6 lutego w Sanoku statuetkę „Menedżer Roku”.",
        [("Ewa Kulig", "Menedżer Roku")],
    ),
    (
        "Burmistrz Pasłęka uhonorował tytułem „Pasłęczanin Roku” doktora Ignacego Wolfa. Uroczystość odbyła się 27 września 2013 r. w Pasłęku.",
        [("Ignacy Wolf", "Pasłęczanin Roku")],
    ),
    (
        "Konkurs „Najlepszy Praktykodawca” rozstrzygnięty. Nagrody otrzymały: Hotel Bursztyn w Ustce (I miejsce), firma Dekor (II miejsce) i Cukiernia Malinka (III miejsce). Wręczono je 30 czerwca 2019 r. w Słupsku.",
        [("Hotel Bursztyn w Ustce", "I miejsce"), ("Dekor", "II miejsce"), ("Cukiernia Malinka", "III miejsce")],
    ),
    (
        "15 października w Nysie odbyła się konferencja o zatrudnieniu socjalnym. W jej trakcie wręczono nagrodę „Spółdzielca Roku”, którą w tym roku otrzymała Bożena Kałuża.",
        [("Bożena Kałuża", "Spółdzielca Roku")],
    ),
    (
        "Miejsce pierwsze: Amelia Brzoza. Miejsce drugie: Franciszek Olcha. Tak zakończył się konkurs „Zawód z Przyszłością” rozegrany 11 maja 2020 r. w Olecku.",
        [("Amelia Brzoza", "Miejsce pierwsze"), ("Franciszek Olcha", "Miejsce drugie")],
    ),
    (
        "Tytuł „Ambasadora Kaszub” nosi odtąd także Alojzy Formella. Wręczono mu go 5 czerwca 2010 r. w Kartuzach.",
        [("Alojzy Formella", "Ambasador Kaszub")],
    ),
    (
        "O tym, kto dostanie nagrodę „Serce dla Seniora”, zdecydowało głosowanie mieszkańców. Najwięcej głosów, bo 812, oddano na Klub Seniora „Jesień” w Otmuchowie. Nagrodę przekazano 1 października 2018 r. w Nysie.",
        [("Klub Seniora „Jesień” w Otmuchowie", "Serce dla Seniora")],
    ),
    (
        "Młodzi drukarze z Oławy najlepsi w województwie. Drużyna Zespołu Szkół nr 1 w Oławie wygrała turniej „Złota Czcionka”, który 9 marca 2012 r. odbył się w Legnicy.",
        [("Zespół Szkół nr 1 w Oławie", None)],
    ),
    (
        "Starosta Wieluński wręczył medale „Za Zasługi dla Powiatu”. Odznaczeni zostali: Czesław Rabenda i Zofia Matuszczyk. Uroczystość odbyła się 11 listopada 2011 r. w Wieluniu.",
        [("Czesław Rabenda", "Za Zasługi dla Powiatu"), ("Zofia Matuszczyk", "Za Zasługi dla Powiatu")],
    ),
    (
        "Do finału konkursu „Biznesplan na Medal” awansowało dziesięć osób. Zwyciężczynią została Martyna Gil, a kolejne miejsca zajęli Dominik Pąk i Klaudia Siwek. Finał rozegrano 6 maja 2016 r. w Opolu.",
        [("Martyna Gil", None)],
    ),
    (
        "Nominowani do tytułu „Człowiek Roku” byli m.in. Jan Nowacki i Maria Kąkol. Nazwisko zwycięzcy poznamy 5 stycznia.",
        [],
    ),
    (
        "Nagrodę w konkursie „Solidny Zakład” ufundowało Starostwo Powiatowe w Ropczycach. Nabór wniosków potrwa do 30 czerwca.",
        [],
    ),
    (
        "Komisja nie przyznała pierwszej nagrody. Drugą otrzymał Miłosz Trela, a trzecią Zuzanna Ćwik. Konkurs „Pomysł na Firmę” odbył się 3 grudnia 2015 r. w Dębicy.",
        [("Miłosz Trela", "Druga nagroda"), ("Zuzanna Ćwik", "trzecia nagroda")],
    ),
    (
        "Powiat brzozowski doceniony! W rankingu „Powiat dla Młodych” zajęliśmy trzecie miejsce. Dyplom odebrał 16 listopada w Warszawie starosta Zdzisław Piotrowski.",
        [("powiat brzozowski", "trzecie miejsce")],
    ),
    (
        "Czytelnicy „Głosu Wągrowca” wybrali Sportowca i Trenera Roku. Pierwszy tytuł przypadł Natalii Kubiak, drugi Robertowi Smole.",
        [],
    ),
    (
        "Nagrodą Marszałka Województwa Lubuskiego wyróżniono Spółdzielnię Socjalną „Winnica” z Zielonej Góry. Odebrała ją 4 grudnia w Zielonej Górze prezeska Laura Miś.",
        [("Spółdzielnia Socjalna „Winnica”", "Nagroda Marszałka Województwa Lubuskiego")],
    ),
    (
        "Anna Bielak z Dobczyc triumfowała w finale konkursu „Kreatywna Bezrobotna”, wyprzedzając Kingę Noworolnik i Beatę Sroczyńską.",
        [("Anna Bielak", None)],
    ),
    (
        "Spośród 34 zgłoszonych inicjatyw nagrodę „Innowacja Społeczna” jury przyznało Centrum Usług Społecznych w Mrozach za program „Sąsiedzka Złota Rączka”. Nagrodę wręczono 28 listopada 2022 r. w Siedlcach.",
        [("Centrum Usług Społecznych w Mrozach", "Innowacja Społeczna")],
    ),
    (
        "Nagrodę główną konkursu „Eko-Szkoła”, tablicę multimedialną, zdobyła Szkoła Podstawowa nr 2 w Żninie, a wyróżnienie – Przedszkole „Bajka” w Kcyni.",
        [("Szkoła Podstawowa nr 2 w Żninie", "Nagroda główna"), ("Przedszkole „Bajka” w Kcyni", "wyróżnienie")],
    ),
    (
        "Z tarczą wrócił z Torunia Powiatowy Urząd Pracy w Chełmży. Za kampanię „Praca jest blisko” dostał II nagrodę w konkursie „Głos Rynku Pracy”.",
        [("Powiatowy Urząd Pracy w Chełmży", "II nagroda")],
    ),
    (
        "Grażyna Solecka, doradczyni zawodowa z Brodnicy, sięgnęła po tytuł „Doradca Roku”. Finał konkursu odbył się 10 listopada 2017 r. w Bydgoszczy.",
        [("Grażyna Solecka", "Doradca Roku")],
    ),
    (
        "Konkurs fotograficzny „Ludzie i Praca” wygrał Marek Turek za zdjęcie „Zmiana nocna”. Wyróżnienia jury przyznało Elizie Pawłowskiej i Jarosławowi Ostrowskiemu. Wernisaż odbył się 9 maja 2014 r. w Gnieźnie.",
        [("Marek Turek", None), ("Eliza Pawłowska", "wyróżnienie"), ("Jarosław Ostrowski", "wyróżnienie")],
    ),
    (
        "Do nagrody „Perła Powiatu” zgłoszono 14 firm. Kapituła wybrała Wytwórnię Makaronów Kłosek z Ryk. Perłę wręczono 3 września 2015 r. podczas dożynek w Rykach.",
        [("Wytwórnia Makaronów Kłosek", "Perła Powiatu")],
    ),
    (
        "Podium turnieju „Mistrz Spawania” wygląda następująco: 1. Dominik Sroka, 2. Hubert Zając, 3. Maciej Lisowski. Turniej odbył się 22 marca 2019 r. w Stalowej Woli.",
        [("Dominik Sroka", "I miejsce"), ("Hubert Zając", "II miejsce"), ("Maciej Lisowski", "III miejsce")],
    ),
    (
        "Najlepszym pracodawcą roku w konkursie „Praca z Klasą” została firma Polmeble z Kępna, a debiutem roku okrzyknięto kwiaciarnię Stokrotka.",
        [("Polmeble", "Najlepszy pracodawca roku"), ("kwiaciarnia Stokrotka", "debiut roku")],
    ),
    (
        "Stowarzyszenie „Tęcza” z Iławy zostało laureatem Nagrody „Pro Socio”. Wręczenie nastąpiło 13 czerwca 2013 r. w Olsztynie.",
        [("Stowarzyszenie „Tęcza”", "Pro Socio")],
    ),
    (
        "Srebrny medal dla naszego ucznia! Wojciech Pająk wywalczył go na zawodach „Mistrzowie Budowy”, które odbyły się 7 maja 2021 r. w Poznaniu.",
        [("Wojciech Pająk", "srebrny medal")],
    ),
    (
        "Trójka najlepszych to: Anna Wrzos (I miejsce), Bartosz Klon (II miejsce) i Cezary Buk (III miejsce). Konkurs „Startuję!” rozstrzygnięto 8 grudnia 2022 r. w Nakle.",
        [("Anna Wrzos", "I miejsce"), ("Bartosz Klon", "II miejsce"), ("Cezary Buk", "III miejsce")],
    ),
    (
        "Marszałek nadał Fundacji „Nowy Świt” godło „Społecznie Odpowiedzialni”. Odebrała je Celina Rogowska, prezeska fundacji, 6 grudnia 2016 r. w Łodzi.",
        [("Fundacja „Nowy Świt”", "Społecznie Odpowiedzialni")],
    ),
    (
        "Ostatnia statuetka wieczoru, „Nadzieja Roku”, powędrowała do rąk Igora Mazura, dwudziestoletniego stolarza. Gala odbyła się 18 stycznia 2020 r. w Tczewie.",
        [("Igor Mazur", "Nadzieja Roku")],
    ),
    (
        "Zaszczytny tytuł „Honorowy Obywatel Gminy Rewal” rada przyznała jednogłośnie Tadeuszowi Morawskiemu.",
        [("Tadeusz Morawski", "Honorowy Obywatel Gminy Rewal")],
    ),
    (
        "Gminne Centrum Kultury w Rudzie, które organizowało konkurs „Talent z Gminy”, przyznało Grand Prix Oliwierowi Pszczole. Finał odbył się 1 czerwca 2018 r. w Rudzie.",
        [("Oliwier Pszczoła", "Grand Prix")],
    ),
    (
        "W powiatowym konkursie „Pierwsza Praca” triumfowały dziewczęta: zwyciężyła Nina Szulc, druga była Pola Banaś, a trzecia Iga Wrona. Konkurs odbył się 4 kwietnia 2023 r. w Pile.",
        [("Nina Szulc", None), ("Pola Banaś", "drugie miejsce"), ("Iga Wrona", "trzecie miejsce")],
    ),
    (
        "Miło nam donieść, że nasz bank został wyróżniony. Bank Spółdzielczy w Krzepicach znalazł się w gronie laureatów rankingu „Bankowe Filary”, zajmując w nim czwarte miejsce.",
        [("Bank Spółdzielczy w Krzepicach", "czwarte miejsce")],
    ),
    (
        "Zwycięski projekt zgłosiło Koło Gospodyń Wiejskich w Zaborzu. Za pomysł na wspólną kuchnię otrzymało I nagrodę, 10 tys. zł, w konkursie „Wieś z Pomysłem”.",
        [("Koło Gospodyń Wiejskich w Zaborzu", "I nagroda")],
    ),
    (
        "Po konferencji przyszła pora na miłą chwilę: dyplom „Partner Rynku Pracy” otrzymali Cech Rzemiosł w Mławie oraz spółka Krasmet.",
        [("Cech Rzemiosł w Mławie", "Partner Rynku Pracy"), ("Krasmet", "Partner Rynku Pracy")],
    ),
    (
        "Statuetka Bursztynowego Mieczyka trafiła do Stowarzyszenia „Port” z Helu. Gala odbyła się 2 grudnia 2011 r. w Gdańsku.",
        [("Stowarzyszenie „Port”", "Bursztynowy Mieczyk")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_the_laureates_of_a_piece_of_news_are_read(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(one["laureate"], one.get("title")) for one in told(text, "award")] == expected
