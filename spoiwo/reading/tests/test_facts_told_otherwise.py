"""Ways of telling that were missed: where and when before the subject, another day first planned, labels after a day."""

from typing import Any

import pytest

from spoiwo.reading.tests.told import told, told_shortly

# (the kind, the day it was published, the news, its facts of that kind in these fields)
NEWS: list[tuple[str, str, str, list[dict[str, Any]]]] = [
    (
        "training",
        "2013-03-20",
        'Przez trzy dni, od 4 do 6 marca 2013 r., dwunastu opiekunów uczyło się w Mławie zasad pierwszej pomocy. Kurs sfinansował powiat mławski.',
        [{'subject': 'zasad pierwszej pomocy', 'date': '2013-03-04', 'place': 'Mława', 'participants': 12}],
    ),
    (
        "training",
        "2021-06-01",
        'O ochronie danych mówiono na szkoleniu, które 25 maja 2018 r. przygotowało dla organizacji pozarządowych Starostwo Powiatowe w Nysie.',
        [{'subject': 'ochronie danych', 'date': '2018-05-25'}],
    ),
    (
        "training",
        "2021-06-01",
        'Dla sołtysów zorganizowaliśmy 9 marca 2017 r. szkolenie: jak napisać wniosek o fundusz sołecki. Przyjechało 34 osoby.',
        [{'subject': 'jak napisać wniosek o fundusz sołecki', 'date': '2017-03-09'}],
    ),
    (
        "training",
        "2021-06-01",
        'Szkolenia: 5 marca – obsługa kas fiskalnych (12 osób), 19 marca – faktury w małej firmie (9 osób). Odbyły się w siedzibie Powiatowego Urzędu Pracy w Łowiczu.',
        [{'subject': 'obsługa kas fiskalnych', 'date': '2021-03-05', 'participants': 12}, {'subject': 'faktury w małej firmie', 'date': '2021-03-19', 'participants': 9}],
    ),
    (
        "training",
        "2021-06-01",
        'Pod okiem Ewy Mazur z Centrum Edukacji w Kaliszu panie z koła gospodyń uczyły się 17 października 2020 r. fotografii kulinarnej. Kurs był bezpłatny.',
        [{'subject': 'fotografii kulinarnej', 'date': '2020-10-17'}],
    ),
    (
        "training",
        "2021-06-01",
        'Wójt gminy Sułów zaprasza rolników na szkolenie „Agroturystyka krok po kroku”. Spotykamy się 18 lutego 2009 r. o godz. 10 w remizie.',
        [{'subject': 'Agroturystyka krok po kroku', 'date': '2009-02-18', 'organiser': 'gmina Sułów'}],
    ),
    (
        "training",
        "2021-06-01",
        'Szkolenie z udzielania pierwszej pomocy, pierwotnie zaplanowane na 10 marca, odbyło się 24 marca 2016 r. w szkole w Wieleniu; ukończyło je 17 nauczycieli.',
        [{'subject': 'udzielania pierwszej pomocy', 'date': '2016-03-24', 'place': 'Wieleń', 'participants': 17}],
    ),
    (
        "training",
        "2020-10-05",
        '1 października ruszyło szkolenie on-line dla opiekunów stażu, jego tematem jest motywowanie młodych. Zapisały się 44 osoby.',
        [{'subject': 'motywowanie młodych', 'date': '2020-10-01', 'participants': 44}],
    ),
    (
        "training",
        "2021-06-01",
        'Bezrobotni z Kamiennej Góry będą się uczyć języka niemieckiego. Kurs zacznie się 6 maja 2013 r., potrwa trzy miesiące, a miejsc jest 16.',
        [{'subject': 'języka niemieckiego', 'date': '2013-05-06', 'participants': 16}],
    ),
    (
        "training",
        "2021-06-01",
        'Urząd pracy zlecił firmie Eduko szkolenie pracowników zwalnianych z huty. Od 12 stycznia 2009 r. 30 osób uczy się obsługi obrabiarek sterowanych numerycznie.',
        [{'subject': 'obsługi obrabiarek sterowanych numerycznie', 'date': '2009-01-12', 'participants': 30}],
    ),
    (
        "training",
        "2021-06-01",
        'Spółdzielnia szkoli też innych: 15 lutego 2019 r. w Jaworze opowiadała o zakładaniu spółdzielni podczas szkolenia dla urzędników.',
        [{'subject': 'zakładaniu spółdzielni', 'date': '2019-02-15', 'place': 'Jawor'}],
    ),
    (
        "training",
        "2005-03-10",
        'Z kolei Powiatowy Urząd Pracy w Sępólnie Krajeńskim zaprasza na kurs operatora koparko-ładowarki dla osób długotrwale bezrobotnych. Dwanaście miejsc, początek 4 kwietnia.',
        [{'subject': 'operatora koparko-ładowarki', 'date': '2005-04-04', 'participants': 12, 'organiser': 'Powiatowy Urząd Pracy w Sępólnie Krajeńskim'}],
    ),
    (
        "training",
        "2006-06-14",
        'W jego ramach 19 czerwca zacznie się w Mszanie Dolnej kurs ciesielstwa dla rolników odchodzących z rolnictwa.',
        [{'subject': 'ciesielstwa', 'date': '2006-06-19', 'place': 'Mszana Dolna'}],
    ),
    (
        "meeting",
        "2021-06-01",
        'Jubileusz dziesięciolecia stowarzyszenia uczczono uroczystą galą. Było to 4 czerwca 2016 r. w pałacu w Kurozwękach.',
        [{'form': 'gala', 'date': '2016-06-04', 'place': 'Kurozwęki'}],
    ),
    (
        "meeting",
        "2021-06-01",
        'Marszałek zaprosił nas na konferencję „Region pracy”. Pojechaliśmy do Rzeszowa 11 kwietnia 2013 r. w siedem osób.',
        [{'form': 'konferencja', 'title': 'Region pracy', 'date': '2013-04-11', 'place': 'Rzeszów'}],
    ),
    (
        "meeting",
        "2021-06-01",
        'Z naszego kalendarza: 3.10.2012 – spotkanie z młodzieżą (Trzcianka), 10.10.2012 – targi edukacyjne (Piła), 24.10.2012 – konferencja „Aktywni” (Czarnków).',
        [{'form': 'spotkanie', 'date': '2012-10-03', 'place': 'Trzcianka'}, {'form': 'targi', 'date': '2012-10-10'}, {'form': 'konferencja', 'title': 'Aktywni', 'date': '2012-10-24', 'place': 'Czarnków'}],
    ),
    (
        "meeting",
        "2021-06-01",
        'Najpierw, 4 maja 2021 r., online obradowała rada programowa, a 18 maja 2021 r. w Dąbrowie Górniczej zebrał się komitet sterujący.',
        [{'form': 'posiedzenie', 'date': '2021-05-04'}],
    ),
    (
        "meeting",
        "2021-06-01",
        'Seminarium zamykające projekt pierwotnie planowano na maj. Ostatecznie odbyło się 17 czerwca 2013 r. w Nałęczowie.',
        [{'form': 'seminarium', 'date': '2013-06-17', 'place': 'Nałęczów'}],
    ),
    (
        "meeting",
        "2002-10-03",
        'Umowa to owoc wrześniowego seminarium „Las daje pracę”. Przypomnijmy: odbyło się ono 11 września w Starych Juchach, a zorganizowało je Mazurskie Towarzystwo Gospodarcze. Słuchaczy było około sześćdziesięciu.',
        [{'form': 'seminarium', 'title': 'Las daje pracę', 'date': '2002-09-11', 'place': 'Stare Juchy'}],
    ),
    (
        "meeting",
        "2003-05-16",
        'Organizatorzy Sokólskich Targów Pracy spodziewali się czterystu osób, a przyszło ich siedemset. Targi odbyły się w środę 14 maja w hali sportowej przy Szkole Podstawowej nr 1 w Sokółce. Urządził je Powiatowy Urząd Pracy w Sokółce, a otworzył wicestarosta Mikołaj Sawczuk.',
        [{'form': 'targi', 'title': 'Sokólskie Targi Pracy', 'date': '2003-05-14', 'place': 'Sokółka', 'came': 700, 'speaker': 'Mikołaj Sawczuk'}],
    ),
    (
        "meeting",
        "2014-06-01",
        'Od 7 do 9 maja 2014 r. przebywaliśmy w Bytowie na wizycie studyjnej. Pojechało 20 osób. Ostatniego dnia na zamku odbyło się seminarium poświęcone zamówieniom społecznym, które poprowadziła dr Izabela Wenta.',
        [{'form': 'wizyta studyjna', 'date': '2014-05-07', 'end_date': '2014-05-09', 'place': 'Bytów', 'came': 20}, {'form': 'seminarium', 'date': '2014-05-09', 'place': 'Bytów', 'speaker': 'Izabela Wenta'}],
    ),
    (
        "meeting",
        "2014-12-01",
        'Dwudniowa konferencja „Wieś jutra” odbyła się 4 i 5 czerwca 2014 r. w Kcyni. Drugiego dnia odbyły się warsztaty dla sołtysów.',
        [{'form': 'konferencja', 'title': 'Wieś jutra', 'date': '2014-06-04', 'end_date': '2014-06-05', 'place': 'Kcynia'}, {'form': 'warsztaty', 'date': '2014-06-05', 'place': 'Kcynia', 'audience': 'sołtysów'}],
    ),
    (
        "meeting",
        "2023-04-24",
        'Ponad 1000 osób odwiedziło 20 kwietnia 2023 r. halę sportową w Kazimierzy Wielkiej, gdzie odbyły się „Kazimierskie Targi Pracy”. Zorganizował je Powiatowy Urząd Pracy w Kazimierzy Wielkiej, a otworzyła starosta Bożena Gajda.\n\nTargi były też okazją, żeby załatwić coś trwałego. W samo południe, na scenie, dyrektor urzędu Leszek Kucybała i prezes Stowarzyszenia „Ponidzie Pracuje” Sylwia Nogaj podpisali porozumienie w sprawie transportu pracowników sezonowych.',
        [{'form': 'targi', 'title': 'Kazimierskie Targi Pracy', 'date': '2023-04-20', 'place': 'Kazimierza Wielka', 'came': 1000, 'organiser': 'Powiatowy Urząd Pracy w Kazimierzy Wielkiej', 'speaker': 'Bożena Gajda'}],
    ),
    (
        "meeting",
        "2006-10-20",
        'Deklarację dotyczącą wymiany informacji o wolnych miejscach podpisali 17 października w Goleniowie dyrektorzy: Mirosław Tyc (Powiatowy Urząd Pracy w Goleniowie) i Anna Lisiak (Powiatowy Urząd Pracy w Gryficach).\n\nOkazją była konferencja „Praca nad Zalewem”, którą w Goleniowskim Domu Kultury zorganizowało Stowarzyszenie „Port Wiedzy”. Zaproszono 150 osób, zjawiło się 118.',
        [{'form': 'konferencja', 'title': 'Praca nad Zalewem', 'date': '2006-10-17', 'place': 'Goleniów', 'came': 118, 'organiser': 'Stowarzyszenie „Port Wiedzy”'}],
    ),
    (
        "meeting",
        "2024-06-10",
        'Nie w sali balowej, ale w pięknie oświetlonej stodole w Borkach Wielkich odbyła się 7 czerwca 2024 r. gala konkursu „Dębowy Liść”.',
        [{'form': 'gala', 'date': '2024-06-07'}],
    ),
    (
        "agreement",
        "2021-06-01",
        'Listu intencyjnego w sprawie utworzenia spółdzielni socjalnej nie podpisała tylko jedna gmina. Pozostałe – Dubienka, Białopole i Żmudź – złożyły podpisy 9 lutego 2016 r.',
        [{'form': 'list intencyjny', 'subject': 'utworzenia spółdzielni socjalnej', 'date': '2016-02-09'}],
    ),
    (
        "agreement",
        "2021-06-01",
        'Trzy podpisy i uścisk dłoni: 11 października 2019 r. w Janowie Lubelskim Regionalna Izba Gospodarcza, powiat janowski i Zespół Szkół Technicznych zawiązały porozumienie o kształceniu dualnym.',
        [{'form': 'porozumienie', 'subject': 'kształceniu dualnym', 'date': '2019-10-11', 'place': 'Janów Lubelski', 'party': ['Regionalna Izba Gospodarcza', 'powiat janowski', 'Zespół Szkół Technicznych']}],
    ),
    (
        "agreement",
        "2021-06-01",
        'Sygnatariuszami porozumienia z 19 czerwca 2013 r. są: powiat mogileński, gmina Strzelno, Stowarzyszenie Nadgople. Dotyczy ono promocji ekonomii społecznej.',
        [{'form': 'porozumienie', 'subject': 'promocji ekonomii społecznej', 'date': '2013-06-19', 'party': ['powiat mogileński', 'gmina Strzelno', 'Stowarzyszenie Nadgople']}],
    ),
    (
        "agreement",
        "2021-06-01",
        'Porozumienie na rzecz rozwoju kształcenia zawodowego. Data zawarcia: 7 października 2013 r. Strony: powiat wałecki, Cech Rzemiosł Różnych w Wałczu, Zespół Szkół nr 2 w Wałczu.',
        [{'form': 'porozumienie', 'subject': 'rozwoju kształcenia zawodowego', 'date': '2013-10-07', 'party': ['powiat wałecki', 'Cech Rzemiosł Różnych w Wałczu', 'Zespół Szkół nr 2 w Wałczu']}],
    ),
    (
        "agreement",
        "2021-06-01",
        'Do grona sygnatariuszy lokalnego paktu dołączyło 20 września 2011 r. Stowarzyszenie Pracodawców Ziemi Kłodzkiej.',
        [{'form': 'akces', 'subject': 'lokalnego paktu', 'date': '2011-09-20', 'party': 'Stowarzyszenie Pracodawców Ziemi Kłodzkiej'}],
    ),
    (
        "agreement",
        "2019-04-08",
        'Nieco wcześniej, 20 marca, gmina Lwówek Śląski i Powiatowy Urząd Pracy w Lwówku Śląskim zawarły porozumienie o prowadzeniu miejskiego punktu pośrednictwa. Podpisali je burmistrz Rafał Ostropolski i dyrektor urzędu Joanna Migacz.',
        [{'form': 'porozumienie', 'subject': 'prowadzeniu miejskiego punktu pośrednictwa', 'date': '2019-03-20', 'party': ['gmina Lwówek Śląski', 'Powiatowy Urząd Pracy w Lwówku Śląskim']}],
    ),
    (
        "agreement",
        "2019-01-18",
        'Rok 2018 w Partnerstwie „Puszcza Możliwości”\n\nPraktyki w pensjonatach długo wisiały na słowie honoru. Od 14 maja jest na nie papier: Partnerstwo „Puszcza Możliwości” zawarło wówczas w Hajnówce porozumienie z Zespołem Szkół Gastronomicznych w Hajnówce dotyczące praktyk uczniowskich.',
        [{'form': 'porozumienie', 'subject': 'praktyk uczniowskich', 'date': '2018-05-14', 'place': 'Hajnówka', 'party': ['Partnerstwo „Puszcza Możliwości”', 'Zespół Szkół Gastronomicznych w Hajnówce']}],
    ),
    (
        "project",
        "2021-06-01",
        'Wniosek „Stolarnia otwarta”, złożony przez Fundację Sęk, otrzymał dofinansowanie w wysokości 98 500 zł.',
        [{'name': 'Stolarnia otwarta', 'lead': 'Fundacja Sęk', 'value': 98500}],
    ),
    (
        "project",
        "2021-06-01",
        'Projektem „Zielone miejsca pracy”, na który składają się kursy i staże, Centrum Kształcenia w Bieczu objęło 36 uczniów.',
        [{'name': 'Zielone miejsca pracy', 'lead': 'Centrum Kształcenia w Bieczu'}],
    ),
    (
        "project",
        "2007-12-01",
        'Stowarzyszenie „Miedza” dostało z programu „Działaj Lokalnie” 18 600 zł na swój projekt „Jarmark pod Lipą”; powstało za to osiem drewnianych kramów, które stoją do dziś.',
        [{'name': 'Jarmark pod Lipą', 'programme': 'Działaj Lokalnie', 'lead': 'Stowarzyszenie „Miedza”', 'value': 18600}],
    ),
    (
        "award",
        "2021-06-01",
        'Trzecie miejsce przypadło Zespołowi Szkół w Grójcu, drugie Liceum w Warce, pierwsze Technikum w Nowym Mieście. Finał konkursu „Mój pierwszy biznes” odbył się 12 maja 2014 r. w Grójcu.',
        [{'contest': 'Mój pierwszy biznes', 'laureate': 'Zespół Szkół w Grójcu', 'title': 'Trzecie miejsce', 'date': '2014-05-12', 'place': 'Grójec'}, {'contest': 'Mój pierwszy biznes', 'laureate': 'Liceum w Warce', 'title': 'drugie miejsce', 'date': '2014-05-12', 'place': 'Grójec'}, {'contest': 'Mój pierwszy biznes', 'laureate': 'Technikum w Nowym Mieście', 'title': 'pierwsze miejsce', 'date': '2014-05-12', 'place': 'Grójec'}],
    ),
    (
        "award",
        "2021-06-01",
        'Do powiatu drawskiego trafił „Kryształ Zatrudnienia 2014” za projekt „Wracamy do pracy”.',
        [{'laureate': 'powiat drawski', 'title': 'Kryształ Zatrudnienia 2014'}],
    ),
    (
        "award",
        "2021-07-05",
        'Anna Grzegorzyk, brygadzistka z Centrum Integracji Społecznej, została Człowiekiem Roku w plebiscycie „Świdwińskie Serce”. Tytuł odebrała 26 czerwca na miejskim festynie, przy brawach całej swojej brygady remontowej.',
        [{'contest': 'Świdwińskie Serce', 'laureate': 'Anna Grzegorzyk', 'title': 'Człowiek Roku', 'date': '2021-06-26'}],
    ),
    (
        "award",
        "2020-10-21",
        'Spółdzielnia Socjalna „Wrzosowa Polana” w Szprotawie, kronika roku 2020\n\n5 marca podpisaliśmy z gminą Szprotawa umowę w zakresie utrzymania terenów zielonych. Za nas podpisała Lidia Hantke, nasza księgowa i dobry duch.\n\n18 września w Zielonej Górze nasza spółdzielnia dostała tytuł „Złoty Partner” w konkursie „Lubuska Inicjatywa Społeczna”. To już trzecie takie trofeum na naszej półce!',
        [{'contest': 'Lubuska Inicjatywa Społeczna', 'laureate': 'Spółdzielnia Socjalna „Wrzosowa Polana” w Szprotawie', 'title': 'Złoty Partner', 'date': '2020-09-18', 'place': 'Zielona Góra'}],
    ),
    (
        "award",
        "2011-12-05",
        'Za nami gala IX edycji konkursu „Podkarpacki Mistrz Zatrudnienia”. Uroczystość odbyła się 1 grudnia br. w Zamkowym Centrum Konferencyjnym w Łańcucie.\n\nTytuł Podkarpackiego Mistrza Zatrudnienia zdobyli:\n• w kategorii „mikrofirma” – Zakład Fryzjerski Loczek z Kolbuszowej,\n• w kategorii „duża firma” – Odlewnia Wisłomet z Niska.',
        [{'contest': 'Podkarpacki Mistrz Zatrudnienia', 'laureate': 'Zakład Fryzjerski Loczek', 'title': 'Podkarpacki Mistrz Zatrudnienia', 'category': 'mikrofirma', 'date': '2011-12-01', 'place': 'Łańcut'}, {'contest': 'Podkarpacki Mistrz Zatrudnienia', 'laureate': 'Odlewnia Wisłomet', 'title': 'Podkarpacki Mistrz Zatrudnienia', 'category': 'duża firma', 'date': '2011-12-01', 'place': 'Łańcut'}],
    ),
    (
        "award",
        "2014-06-01",
        '28 kwietnia w powiatowym konkursie na najlepszy film o zawodach II miejsce zajęła Szkoła Podstawowa w Repkach.',
        [{'contest': 'najlepszy film o zawodach', 'laureate': 'Szkoła Podstawowa w Repkach', 'title': 'II miejsce', 'date': '2014-04-28'}],
    ),
    (
        "award",
        "2016-05-20",
        'Do rąk Wandy Cichej, krawcowej z Lidzbarka, trafiła statuetka „Złote Ręce”. Wręczono ją 14 maja w Olsztynie podczas Dnia Rzemiosła.',
        [{'laureate': 'Wanda Cicha', 'title': 'Złote Ręce', 'date': '2016-05-14', 'place': 'Olsztyn'}],
    ),
    (
        "award",
        "2020-02-03",
        'Kapituła „Wawrzynów Pracy” nagrodziła w tym roku: w kategorii pracodawca – firmę Polstal z Ropczyc, w kategorii instytucja – Powiatowy Urząd Pracy w Kolbuszowej, w kategorii osobowość – Zenona Żyłę z Sędziszowa Małopolskiego. Uroczystość odbyła się 31 stycznia w Rzeszowie.',
        [{'contest': 'Wawrzyny Pracy', 'laureate': 'Polstal', 'category': 'pracodawca', 'date': '2020-01-31', 'place': 'Rzeszów'}, {'contest': 'Wawrzyny Pracy', 'laureate': 'Powiatowy Urząd Pracy w Kolbuszowej', 'category': 'instytucja', 'date': '2020-01-31', 'place': 'Rzeszów'}, {'contest': 'Wawrzyny Pracy', 'laureate': 'Zenon Żyła', 'category': 'osobowość', 'date': '2020-01-31', 'place': 'Rzeszów'}],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "published", "text", "expected"), NEWS)
def test_events_told_otherwise_are_found(
    kind: str, published: str, text: str, expected: list[dict[str, Any]]
) -> None:
    assert told_shortly(text, kind, published) == expected


def test_a_paper_without_a_day_of_publication_recalls_earlier_days_of_its_year() -> None:
    text = (
        "Spotkanie odbyło się 8 lutego 2011 r. w Gminnym Ośrodku Kultury w Rabie Wyżnej. Przypomniano, że 11 stycznia "
        "gmina Raba Wyżna i Stowarzyszenie „Orawskie Koło” zawarły umowę o wspólnym prowadzeniu świetlicy."
    )
    assert [one["date"] for one in told(text, "agreement")] == ["2011-01-11"]
    later = text.replace("Przypomniano, że 11 stycznia", "Kluczem do świetlicy jest 11 stycznia: wtedy")
    assert all(one["value"] != "2011-01-11" for one in told(later.replace("zawarły", "zawrą"), "date"))
