"""Generated people and institutions for the examples: names that anybody may bear, addresses that lead nowhere."""

import random
from collections.abc import Iterator

from spoiwo.meetings.rules.audience import Candidate
from spoiwo.polish import fold, salutation

WOMEN = (
    "Agnieszka", "Aleksandra", "Alicja", "Anna", "Barbara", "Beata", "Bożena", "Danuta", "Dorota", "Elżbieta", "Ewa",
    "Grażyna", "Halina", "Iwona", "Izabela", "Jadwiga", "Joanna", "Jolanta", "Justyna", "Katarzyna", "Krystyna",
    "Małgorzata", "Maria", "Marta", "Monika", "Renata", "Teresa", "Urszula", "Wanda", "Zofia",
)  # fmt: skip
MEN = (
    "Adam", "Andrzej", "Artur", "Bogdan", "Dariusz", "Grzegorz", "Henryk", "Jacek", "Jan", "Janusz", "Jerzy", "Józef",
    "Kazimierz", "Krzysztof", "Leszek", "Łukasz", "Marcin", "Marek", "Mariusz", "Michał", "Paweł", "Piotr", "Rafał",
    "Robert", "Ryszard", "Stanisław", "Tadeusz", "Tomasz", "Waldemar", "Zbigniew",
)  # fmt: skip
SURNAMES = (
    "Nowak", "Wójcik", "Woźniak", "Mazur", "Krawczyk", "Zając", "Król", "Wróbel", "Wieczorek", "Stępień", "Gajda",
    "Dudek", "Adamczyk", "Pietrzak", "Walczak", "Sikora", "Baran", "Duda", "Szewczyk", "Pawlak", "Bąk", "Kołodziej",
    "Mróz", "Kubiak", "Sobczak", "Kaczmarek", "Marciniak", "Urban", "Janik", "Gołąb", "Czyż", "Świątek", "Żak", "Lis",
)  # fmt: skip
ADJECTIVAL = (
    "Kowalski", "Wiśniewski", "Kamiński", "Lewandowski", "Zieliński", "Szymański", "Dąbrowski", "Kozłowski",
    "Jankowski", "Wojciechowski", "Kwiatkowski", "Piotrowski", "Grabowski", "Pawłowski", "Michalski", "Jabłoński",
    "Majewski", "Olszewski", "Jaworski", "Malinowski", "Górski", "Rutkowski", "Ostrowski", "Sikorski", "Laskowski",
)  # fmt: skip
# kind of institution, sector, functions, how many in a hundred
BODIES = (
    ("Sołectwo {}", "government", ("sołtys",), 26),
    ("Zakład usługowy „{}”", "business", ("właściciel", "prezes zarządu"), 22),
    ("Gospodarstwo rolne {}", "business", ("właściciel",), 12),
    ("Szkoła Podstawowa im. {}", "education", ("dyrektor", "wicedyrektor", "pedagog"), 12),
    ("Stowarzyszenie „{}”", "civic", ("prezes zarządu", "skarbnik"), 9),
    ("Ochotnicza Straż Pożarna „{}”", "civic", ("prezes zarządu",), 7),
    ("Koło Gospodyń Wiejskich „{}”", "civic", ("przewodnicząca",), 5),
    ("Spółdzielnia socjalna „{}”", "social_economy", ("prezes zarządu",), 4),
    ("Ośrodek kultury „{}”", "education", ("dyrektor",), 3),
)
WORDS = (
    "Nasza Wieś", "Przyszłość", "Jutrzenka", "Wisła", "Razem", "Mazowsze", "Skrwa", "Nadzieja", "Wspólna Sprawa",
    "Zielony Zakątek", "Jantar", "Kłos", "Dobra Praca", "Pod Lipą", "Pomocna Dłoń", "Słoneczna", "Rzemieślnik", "Sąsiedzi",
)  # fmt: skip


def generated(chance: random.Random, place: int, town: str, count: int) -> Iterator[Candidate]:
    """So many addressees of one commune, its authority first."""
    yield _candidate(chance, place, f"Urząd Gminy {town}", "government", "sekretarz gminy", town, 0)
    weights = [share for *_rest, share in BODIES]
    for number in range(1, count):
        pattern, sector, functions, _share = chance.choices(BODIES, weights)[0]
        name = pattern.format(f"{chance.choice(WORDS)} {number}" if "„" in pattern else f"{town} {number}")
        yield _candidate(chance, place, name, sector, chance.choice(functions), town, number)


def _candidate(
    chance: random.Random, place: int, body: str, sector: str, function: str, town: str, number: int
) -> Candidate:
    is_woman = chance.random() < 0.5 or function == "przewodnicząca"
    given = chance.choice(WOMEN if is_woman else MEN)
    family = chance.choice(SURNAMES + ADJECTIVAL)
    if is_woman and family.endswith("ki"):
        family = family[:-1] + "a"
    mailbox = f"{fold(given)}.{fold(family)}.{number}@{fold(town).replace(' ', '-')}.example"
    channel = chance.choices(("email", "letter", "phone", "e_delivery"), (62, 24, 10, 4))[0]
    return Candidate(
        given_name=given,
        family_name=family,
        function=function,
        organisation_name=body,
        salutation=salutation(given, family, gender="f" if is_woman else "m", office=function),
        sector=sector,
        commune_id=place,
        channel=channel,
        email=mailbox if channel != "letter" or chance.random() < 0.5 else "",
        phone=f"24 000 {number // 100:02d} {number % 100:02d}",
        post=f"{given} {family}\n{function}\n{body}\nul. Przykładowa {number + 1}\n09-400 {town}",
        e_delivery=f"AE:PL-{chance.randrange(10**5):05d}-{chance.randrange(10**5):05d}-ABCDE-{number % 90 + 10}"
        if channel == "e_delivery"
        else "",
    )
