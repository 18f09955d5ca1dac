"""A clerk's spreadsheet of organisations with people, the same one at every run: no name in it is anybody's."""

import csv
import io
import random
from functools import lru_cache

from bench.house import ROOT

SEED = 1414
HEADER = (
    "Nazwa", "Skrót", "Rodzaj", "Województwo", "Powiat", "Gmina", "NIP", "REGON", "KRS", "Ulica i numer", "Kod pocztowy",
    "Miejscowość", "E-mail", "Telefon", "Strona www", "Imię i nazwisko", "Stanowisko", "E-mail osoby", "Telefon osoby",
)  # fmt: skip
WOMEN = (
    "Anna", "Maria", "Katarzyna", "Małgorzata", "Agnieszka", "Barbara", "Ewa", "Krystyna", "Elżbieta", "Zofia", "Teresa",
    "Magdalena", "Joanna", "Łucja", "Żaneta", "Grażyna", "Bożena", "Stanisława", "Wiesława", "Urszula",
)  # fmt: skip
MEN = (
    "Piotr", "Krzysztof", "Andrzej", "Tomasz", "Jan", "Paweł", "Michał", "Marcin", "Stanisław", "Jakub", "Adam", "Łukasz",
    "Zbigniew", "Ryszard", "Kazimierz", "Bolesław", "Świętosław", "Zdzisław", "Mieczysław", "Wojciech",
)  # fmt: skip
# nominative of a woman's and of a man's surname
SURNAMES = tuple(
    (name[:-1] + "a" if name.endswith(("ski", "cki")) else name, name)
    for name in (
        "Kowalski", "Wiśniewski", "Dąbrowski", "Lewandowski", "Zieliński", "Szymański", "Kozłowski", "Jankowski",
        "Wojciechowski", "Kwiatkowski", "Nowak", "Wójcik", "Kamiński", "Mazur", "Krawczyk", "Piotrowski", "Grabowski",
        "Pawłowski", "Michalski", "Król", "Wieczorek", "Jabłoński", "Wróbel", "Majewski", "Olszewski", "Stępień",
        "Jaworski", "Malinowski", "Dudek", "Górski", "Pietrzak", "Sikora", "Głowacki", "Zając", "Bąk", "Gołębiewski",
        "Łuczak", "Żurek", "Świątek", "Źrebiec",
    )
)  # fmt: skip
PATRONS = (
    "Nadzieja", "Jutrzenka", "Razem", "Zielona Dolina", "Nad Wkrą", "Przyjazna Gmina", "Równe Szanse", "Otwarte Drzwi",
    "Nasz Dom", "Żurawina", "Łęg", "Kuźnia Pomysłów", "Sąsiedzi", "Źródło", "Ścieżka", "Ład i Praca", "Dobra Robota",
)  # fmt: skip
# pattern of a name, what the column “Rodzaj” says, functions of the person
SHAPES = (
    ("Stowarzyszenie „{patron}” – {commune}", "stowarzyszenie", ("prezeska zarządu", "prezes zarządu")),
    ("Fundacja „{patron}” – {commune}", "fundacja", ("prezeska zarządu", "prezes zarządu")),
    ("Koło Gospodyń Wiejskich „{patron}” – {commune}", "", ("przewodnicząca", "członek zarządu")),
    ("Spółdzielnia Socjalna „{patron}” – {commune}", "spółdzielnia socjalna", ("prezeska", "prezes")),
    ("Zakład Stolarski {surname} – {commune}", "pracodawca", ("właścicielka", "właściciel")),
    ("Przedsiębiorstwo Budowlane {surname} sp. z o.o. – {commune}", "spółka", ("dyrektorka", "dyrektor")),
    ("Piekarnia {surname} i Wspólnicy s.c. – {commune}", "firma", ("wspólniczka", "wspólnik")),
    ("Szkoła Podstawowa nr {number} – {commune}", "szkoła podstawowa", ("dyrektorka", "dyrektor")),
    ("Ochotnicza Straż Pożarna – {commune} {number}", "", ("skarbniczka", "naczelnik")),
    (
        "Gminna Biblioteka Publiczna – {commune}, filia nr {number}",
        "biblioteka",
        ("kierowniczka", "kierownik"),
    ),
)
STREETS = ("Rynek", "ul. Słowackiego", "ul. Żwirki i Wigury", "ul. 3 Maja", "ul. Łąkowa", "al. Wolności")
PLAIN = str.maketrans("ąćęłńóśźż", "acelnoszz")


@lru_cache
def csv_file(count: int) -> bytes:
    """The file as UTF-8 with semicolons: one organisation and one person to a line, every number valid and its own."""
    chance = random.Random(SEED)
    places = _communes()
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADER)
    for number in range(count):
        writer.writerow(_row(number, places[number * 7 % len(places)], chance))
    return text.getvalue().encode()


def _row(number: int, place: tuple[str, str, str], chance: random.Random) -> tuple[str, ...]:
    voivodeship, county, commune = place
    is_woman = chance.random() < 0.5
    given = chance.choice(WOMEN if is_woman else MEN)
    family = chance.choice(SURNAMES)[0 if is_woman else 1]
    shape, kind, functions = SHAPES[number % len(SHAPES)]
    name = shape.format(
        patron=chance.choice(PATRONS),
        surname=chance.choice(SURNAMES)[1],
        number=number // 10 + 1,
        commune=commune,
    )
    host = f"podmiot-{number}.example.org"
    return (
        name, f"P{number}" if number % 3 == 0 else "", kind, voivodeship, county, commune, nip(1_010_000 + number * 37),
        regon(number), f"{number + 1:010}" if number % 2 else "", f"{chance.choice(STREETS)} {chance.randint(1, 180)}",
        f"{chance.randint(0, 99):02}-{chance.randint(100, 999)}", commune, f"biuro@{host}",
        f"22 {chance.randint(100, 999)} {chance.randint(10, 99)} {chance.randint(10, 99)}", f"https://{host}",
        f"{given} {family}", functions[0 if is_woman else 1],
        f"{given}.{family}@{host}".lower().translate(PLAIN), f"600 {chance.randint(100, 999)} {chance.randint(100, 999)}",
    )  # fmt: skip


def nip(number: int) -> str:
    """The valid tax number nearest above `number` × 100, so that numbers of a series never meet."""
    for end in range(100):
        digits = f"{number * 100 + end:09}"
        check = (
            sum(
                int(digit) * weight for digit, weight in zip(digits, (6, 5, 7, 2, 3, 4, 5, 6, 7), strict=True)
            )
            % 11
        )
        if check < 10:
            return f"{digits}{check}"
    raise AssertionError("of any hundred numbers some have a check digit")


def regon(number: int) -> str:
    """A valid statistical number of nine digits."""
    digits = f"{10_000_000 + number:08}"
    total = sum(int(digit) * weight for digit, weight in zip(digits, (8, 9, 2, 3, 4, 5, 6, 7), strict=True))
    return f"{digits}{total % 11 % 10}"


def _communes() -> list[tuple[str, str, str]]:
    """Voivodeship, county and commune by name, where the three together mean one place."""
    path = ROOT / "spoiwo" / "places" / "data" / "units.csv"
    with path.open(encoding="utf-8", newline="") as file:
        names = {row["code"]: row["name"] for row in csv.DictReader(file)}
    found: dict[tuple[str, str, str], int] = {}
    for code, name in names.items():
        if len(code) == 7 and int(code[2:4]) < 61:
            place = (names[code[:2]], names[code[:4]], name)
            found[place] = found.get(place, 0) + 1
    return [place for place, count in found.items() if count == 1]
