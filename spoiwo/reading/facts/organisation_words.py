"""The words organisations begin with, their kinds and their short forms. Data only, edited without touching code."""

from spoiwo.reading.facts.words import listed

# Dictionary form of the leading noun → kind; "inna" where the words around it decide.
HEADS: dict[str, str] = {
    head: kind
    for kind, heads in {
        "urząd": "urząd starostwo sąd prokuratura kuratorium inspektorat delegatura",
        "samorząd": "samorząd sejmik zarząd",
        "fundacja": "fundacja",
        "stowarzyszenie": "stowarzyszenie towarzystwo koło grupa liga zrzeszenie bractwo",
        "szkoła": "szkoła zespół liceum technikum gimnazjum uniwersytet politechnika akademia kolegium przedszkole żłobek",
        "klub": "klub",
        "spółdzielnia": "spółdzielnia",
        "firma": (
            "przedsiębiorstwo spółka fabryka huta bank kopalnia piekarnia tartak zakłady cukrownia mleczarnia stolarnia "
            "gospodarstwo restauracja kancelaria drukarnia hurtownia cukiernia elektrownia stocznia odlewnia masarnia "
            "firma pracownia wytwórnia manufaktura pizzeria kawiarnia ciastkarnia cegielnia szwalnia apteka księgarnia kwiaciarnia "
            "pensjonat browar lodziarnia karczma młyn pieczarkarnia palarnia pralnia olejarnia winiarnia serowarnia wędzarnia garbarnia "
            "jadłodajnia gorzelnia ciepłownia betoniarnia kaflarnia lakiernia palmiarnia roszarnia suszarnia szklarnia tkalnia przetwórnia "
            "rozlewnia farbiarnia stadnina winnica serwis salon pasieka zajazd oczyszczalnia żwirownia hodowla szkółka introligatornia "
            "zecernia blacharnia galwanizernia rafineria perfumeria drogeria mydlarnia tłocznia kuźnia szlifiernia ubojnia chłodnia "
            "papiernia cynkownia malarnia ślusarnia słodownia miodosytnia krochmalnia elektrociepłownia myjnia garncarnia hafciarnia "
            "ferma atelier bar bistro herbaciarnia naleśnikarnia studio butik delikatesy siłownia wikliniarnia"
        ),
        "ministerstwo": "ministerstwo",
        "rada": "rada",
        "inna": (
            "ośrodek centrum instytut izba cech związek agencja klaster hufiec biblioteka dom parafia zakład warsztat "
            "redakcja radio muzeum szpital biuro komenda unia federacja konfederacja konsorcjum inkubator park świetlica "
            "nadleśnictwo komitet sieć caritas loża konwent partnerstwo ochotniczy telewizja tygodnik gazeta kurier wydawnictwo poradnia straż "
            "diecezja filia poczta kasa przychodnia muzeum galeria teatr hospicjum schronisko filharmonia opera senat oficyna chorągiew komisariat pakt kapela chór orkiestra"
        ),
    }.items()
    for head in heads.split()
}
# These are names only with a quoted, adjectival or genitive part that is itself capitalised, never by "w X" alone.
WEAK = listed(
    "grupa zespół dom sieć partnerstwo park zakład warsztat biuro komitet straż filia unia kasa poczta gospodarstwo ochotniczy "
    "kapela orkiestra "
    "koło centrum redakcja firma pakt apteka księgarnia browar pensjonat kurier gazeta spółka zakłady rada komenda"
)
# Firms of any trade, which a name in quotation marks does without.
FIRMS_AT_LARGE = listed("firma spółka bank zakłady przedsiębiorstwo gospodarstwo fabryka pracownia")
# Where people meet and eat: after "in" they are only the place of something.
VENUES = listed(
    "bar bistro herbaciarnia naleśnikarnia restauracja kawiarnia pizzeria pensjonat karczma palmiarnia cukiernia winiarnia"
)
HALLS = ("dom strażaka", "dom ludowy", "dom weselny", "dom przyjęć")
# Never names of their own: parts of organisations, bodies of contests, halls.
NOT_ORGANISATIONS = listed(
    "departament wydział dział komisja kapituła jury zespół-roboczy referat oddział hotel sala hala program fundusz"
)
# A zespół is an organisation only as one of these; a partnership only with a name in quotation marks.
TEAMS = listed("szkół placówek opieki przedszkoli obsługi szkolno-przedszkolny")
FOREIGN_ENDS = listed("club group foundation institute")
ABBREVIATIONS: dict[str, str] = {
    "PUP": "Powiatowy Urząd Pracy",
    "WUP": "Wojewódzki Urząd Pracy",
    "MUP": "Miejski Urząd Pracy",
    "MOPS": "Miejski Ośrodek Pomocy Społecznej",
    "GOPS": "Gminny Ośrodek Pomocy Społecznej",
    "MGOPS": "Miejsko-Gminny Ośrodek Pomocy Społecznej",
    "PCPR": "Powiatowe Centrum Pomocy Rodzinie",
    "OHP": "Ochotnicze Hufce Pracy",
    "ZUS": "Zakład Ubezpieczeń Społecznych",
    "KRUS": "Kasa Rolniczego Ubezpieczenia Społecznego",
    "LGD": "Lokalna Grupa Działania",
    "KGW": "Koło Gospodyń Wiejskich",
    "OSP": "Ochotnicza Straż Pożarna",
    "SP": "Szkoła Podstawowa",
    "ZS": "Zespół Szkół",
    "LO": "Liceum Ogólnokształcące",
}
FULL_FORMS = {full.lower(): short for short, full in ABBREVIATIONS.items()}
# Needs a place or a name to be one organisation.
NEEDS_MORE = listed("KGW OSP LGD GOPS MOPS MGOPS PCPR SP ZS LO")
NEEDS_NUMBER = listed("SP ZS LO")
NEVER_NAMES = frozenset(
    {
        "unia europejska",
        "centrum aktywizacji zawodowej",  # a part of every labour office
        "ośrodek szkolno-wychowawczy",
        "biuro prasowe",
        "urząd pracy",
        "dom kultury",
        "rada programowa",
        "szkoła podstawowa",
    }
)
COMPANY_ENDS = (
    ("S", ".", "A", "."),
    ("sp", ".", "z", "o", ".", "o", "."),
    ("Sp", ".", "z", "o", ".", "o", "."),
    ("spółka", "z", "o", ".", "o", "."),
    ("Spółka", "z", "o", ".", "o", "."),
    ("sp", ".", "j", "."),
    ("s", ".", "c", "."),
    ("SA",),
    ("e", ".", "V", "."),
)
# Small words that join parts of a name before a capital ("Rzemiosła i Handlu", "Instytut na rzecz Rozwoju").
JOINTS = listed("i oraz ds na dla do od o przy nad pod")
INNER_LOWER = listed("rzecz spraw ds nr im imienia dla na do św św. pod od")
OFFICES = listed(
    "starosta wicestarosta burmistrz wiceburmistrz wójt prezydent wiceprezydent marszałek wicemarszałek wojewoda wicewojewoda "
    "dyrektor wicedyrektor prezes wiceprezes minister wiceminister kierownik przewodniczący przewodnicząca sekretarz skarbnik "
    "poseł posłanka senator radny radna członek członkini sołtys pełnomocnik doradca specjalista koordynator rektor "
    "proboszcz naczelnik komendant zastępca z-ca pan pani dr prof mgr inż ks rzecznik gość"
)
# What a kind is by words after the leading noun, first match wins.
KIND_BY_WORDS = (
    ("pup", ("powiatowy urząd pracy", "miejski urząd pracy", "grodzki urząd pracy", "rejonowy urząd pracy")),
    ("wup", ("wojewódzki urząd pracy", "wojewódzkiego urzędu pracy")),
    ("pup", (" urząd pracy",)),
    (
        "urząd",
        ("zakład ubezpieczeń", "kasa rolniczego", "wojskowa komenda", "izba skarbowa", "komenda uzupełnień"),
    ),
    (
        "samorząd",
        ("konwent wójtów", "zarząd powiatu", "zarząd województwa", "związek gmin", "związek powiatów"),
    ),
    (
        "szkoła",
        (
            "centrum kształcenia",
            "ośrodek kształcenia",
            "szkolno-wychowawcz",
            "zakład doskonalenia",
            "doskonalenia nauczycieli",
        ),
    ),
    ("klub", ("klub",)),
    ("stowarzyszenie", ("lokalna grupa działania", "koło gospodyń", "ochotnicza straż")),
    ("spółdzielnia", ("spółdzielnia",)),
    ("firma", (" s.a.", "sp. z o.o", "spółka z o", " sp.j", " s.c.", "bank ", "zakłady ")),
    ("szkoła", ("centrum szkole",)),
    ("inna", ("hufce pracy", "hufiec", "park ", "grupa ")),
)
