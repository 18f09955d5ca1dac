"""The words of address: offices with their vocatives, clergy, deputies. Data only, edited without touching code."""

# Office → how a man and how a woman is addressed: "Szanowny Panie …", "Szanowna Pani …". In official style a woman's
# office stays in its masculine form, uninflected, except for words declined like adjectives or ending in -a.
TITLES: dict[str, tuple[str, str]] = {
    "ambasador": ("Ambasadorze", "Ambasador"),
    "burmistrz": ("Burmistrzu", "Burmistrz"),
    "doktor": ("Doktorze", "Doktor"),
    "dyrektor": ("Dyrektorze", "Dyrektor"),
    "dziekan": ("Dziekanie", "Dziekan"),
    "generał": ("Generale", "Generał"),
    "inspektor": ("Inspektorze", "Inspektor"),
    "kanclerz": ("Kanclerzu", "Kanclerz"),
    "kierownik": ("Kierowniku", "Kierownik"),
    "komendant": ("Komendancie", "Komendant"),
    "komisarz": ("Komisarzu", "Komisarz"),
    "konsul": ("Konsulu", "Konsul"),
    "kurator": ("Kuratorze", "Kurator"),
    "marszałek": ("Marszałku", "Marszałek"),
    "mecenas": ("Mecenasie", "Mecenas"),
    "minister": ("Ministrze", "Minister"),
    "naczelnik": ("Naczelniku", "Naczelnik"),
    "nadleśniczy": ("Nadleśniczy", "Nadleśniczy"),
    "notariusz": ("Notariuszu", "Notariusz"),
    "ordynator": ("Ordynatorze", "Ordynator"),
    "poseł": ("Pośle", "Poseł"),
    "premier": ("Premierze", "Premier"),
    "prezes": ("Prezesie", "Prezes"),
    "prezydent": ("Prezydencie", "Prezydent"),
    "profesor": ("Profesorze", "Profesor"),
    "prokurator": ("Prokuratorze", "Prokurator"),
    "przewodniczący": ("Przewodniczący", "Przewodnicząca"),
    "pułkownik": ("Pułkowniku", "Pułkownik"),
    "radny": ("Radny", "Radna"),
    "redaktor": ("Redaktorze", "Redaktor"),
    "rektor": ("Rektorze", "Rektor"),
    "rzecznik": ("Rzeczniku", "Rzecznik"),
    "sekretarz": ("Sekretarzu", "Sekretarz"),
    "senator": ("Senatorze", "Senator"),
    "skarbnik": ("Skarbniku", "Skarbnik"),
    "sędzia": ("Sędzio", "Sędzio"),
    "sołtys": ("Sołtysie", "Sołtys"),
    "starosta": ("Starosto", "Starosto"),
    "wojewoda": ("Wojewodo", "Wojewodo"),
    "wójt": ("Wójcie", "Wójt"),
}

# Other words for the same office, feminine ones above all: a letter addresses them with the customary title.
SAME_AS: dict[str, str] = {
    "adwokat": "mecenas",
    "adwokatka": "mecenas",
    "ambasadorka": "ambasador",
    "burmistrzyni": "burmistrz",
    "doktorka": "doktor",
    "dyrektorka": "dyrektor",
    "dziekanka": "dziekan",
    "europoseł": "poseł",
    "europosłanka": "poseł",
    "inspektorka": "inspektor",
    "kierowniczka": "kierownik",
    "komendantka": "komendant",
    "konsulka": "konsul",
    "kuratorka": "kurator",
    "lekarka": "doktor",
    "lekarz": "doktor",
    "marszałkini": "marszałek",
    "ministerka": "minister",
    "ministra": "minister",
    "naczelniczka": "naczelnik",
    "notariuszka": "notariusz",
    "posłanka": "poseł",
    "premierka": "premier",
    "prezeska": "prezes",
    "prezydentka": "prezydent",
    "prodziekan": "dziekan",
    "profesorka": "profesor",
    "prokuratorka": "prokurator",
    "prorektor": "rektor",
    "przewodnicząca": "przewodniczący",
    "radna": "radny",
    "redaktorka": "redaktor",
    "rektorka": "rektor",
    "rzeczniczka": "rzecznik",
    "senatorka": "senator",
    "skarbniczka": "skarbnik",
    "sołtyska": "sołtys",
    "starościna": "starosta",
    "wojewodzina": "wojewoda",
    "wójcina": "wójt",
}
# Words of women's offices, which show the gender of a person whose name does not.
FEMININE = frozenset(word for word in SAME_AS if word.endswith(("a", "yni", "ini")))
FEMININE_MODIFIERS = frozenset({"pełniąca", "zastępczyni"})
ABBREVIATED = {"dr": "doktor", "dyr": "dyrektor", "prof": "profesor", "przew": "przewodniczący"}

# Whole beginnings whose title is not their first word.
PHRASES = {
    "sekretarz stanu": "minister",
    "podsekretarz stanu": "minister",
    "prezes rady ministrów": "premier",
    "radca prawny": "mecenas",
}

# An "inspektor ds. promocji" or "starszy inspektor" holds a clerk's post, which is no form of address.
POSTS = frozenset({"inspektor"})
POST_MARKS = frozenset({"ds", "d/s", "starszy", "starsza", "młodszy", "młodsza"})
COURTESY = {"pan": "m", "pani": "f"}

# A scientific degree gives way to an office named beside it.
DEGREES = frozenset({"doktor"})
DEPUTIES = frozenset({"zastępca", "zastępczyni", "z-ca", "zca", "zast"})
ACTING = frozenset({"p.o", "po", "pełniący", "pełniąca", "obowiązki", "w.z", "wz"})
SKIPPED = frozenset({"i", "ii", "iii", "hab", "inż", "mgr", "lic", "pan", "pani", "ks", "ksiądz", "o", "s"})

# Addressed without Pan or Pani.
STYLES = {
    "arcybiskup": "Ekscelencjo",
    "biskup": "Ekscelencjo",
    "kardynał": "Eminencjo",
    "rektor": "Magnificencjo",
}
# Vocatives used only after "Księże"; they also show that the person is a priest.
CLERGY = {
    "diakon": "Diakonie",
    "kanonik": "Kanoniku",
    "pastor": "Pastorze",
    "prałat": "Prałacie",
    "proboszcz": "Proboszczu",
    "wikariusz": "Wikariuszu",
    "wikary": "Wikary",
}
PRIEST_WORDS = frozenset({"ks", "ksiądz"})
PRIEST = "Czcigodny Księże"
# First words of members of orders, with the address they open; an office follows in the nominative or vocative.
ORDERS = {
    "siostra": ("Szanowna Siostro", "f"),
    "ojciec": ("Czcigodny Ojcze", "m"),
    "brat": ("Czcigodny Bracie", "m"),
}

MAN = "Szanowny Panie"
WOMAN = "Szanowna Pani"
ANYBODY = "Szanowni Państwo"
