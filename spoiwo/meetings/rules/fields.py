"""The merge fields of letters and what each is called in English, Polish and Ukrainian."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from spoiwo.polish import fold


class FieldNames(NamedTuple):
    """What a field is called in braces; the first name of a language is the one shown, the others are understood."""

    en: tuple[str, ...]
    pl: tuple[str, ...]
    uk: tuple[str, ...]


def _in_case(pl: str, pl_in: str, uk: str) -> FieldNames:
    polish = (f"imię_i_nazwisko_{pl}", f"imię_i_nazwisko_w_{pl_in}")
    return FieldNames((), polish, (f"ім'я_та_прізвище_{uk}",))


_OTHER_NAMES = {
    "salutation": FieldNames(("greeting",), ("zwrot", "zwrot_grzecznościowy", "powitanie"), ("звертання",)),
    "name": FieldNames(
        ("full_name", "name_nominative"),
        ("imię_i_nazwisko", "imię_i_nazwisko_mianownik", "imię_i_nazwisko_w_mianowniku"),
        ("ім'я_та_прізвище", "ім'я_і_прізвище"),
    ),
    "given_name": FieldNames(("first_name",), ("imię",), ("ім'я",)),
    "family_name": FieldNames(("surname", "last_name"), ("nazwisko",), ("прізвище",)),
    "name_genitive": _in_case("dopełniacz", "dopełniaczu", "родовий"),
    "name_dative": _in_case("celownik", "celowniku", "давальний"),
    "name_accusative": _in_case("biernik", "bierniku", "знахідний"),
    "name_instrumental": _in_case("narzędnik", "narzędniku", "орудний"),
    "name_locative": _in_case("miejscownik", "miejscowniku", "місцевий"),
    "name_vocative": _in_case("wołacz", "wołaczu", "кличний"),
    "function": FieldNames(("position",), ("funkcja", "stanowisko"), ("посада",)),
    "organisation": FieldNames(
        ("organization", "institution"), ("instytucja", "organizacja", "urząd"), ("установа", "організація")
    ),
    "commune": FieldNames(("municipality",), ("gmina",), ("громада", "гміна")),
    "meetings": FieldNames(("dates",), ("terminy", "spotkania"), ("зустрічі", "терміни")),
    "meeting": FieldNames(("date",), ("termin", "spotkanie"), ("зустріч", "термін")),
    "programme": FieldNames(("program",), ("program",), ("програма",)),
    "link": FieldNames((), ("odnośnik", "link"), ("посилання",)),
    "office_link": FieldNames((), ("odnośnik_sekretariatu",), ("посилання_секретаріату",)),
    "people": FieldNames((), ("osoby", "zaproszone_osoby"), ("особи",)),
    "code": FieldNames((), ("kod",), ("код",)),
    "deadline": FieldNames((), ("termin_odpowiedzi", "odpowiedź_do"), ("термін_відповіді", "відповідь_до")),
    "host": FieldNames((), ("gospodarz",), ("господар",)),
    "partnership": FieldNames((), ("partnerstwo",), ("партнерство",)),
    "offer_deadline": FieldNames((), ("termin_oferty", "miejsce_czeka_do"), ("термін_пропозиції",)),
    "title": FieldNames((), ("tytuł", "nazwa_kampanii"), ("назва",)),
    "phone": FieldNames((), ("telefon",), ("телефон",)),
    "sender": FieldNames((), ("nadawca",), ("відправник",)),
    "signature": FieldNames((), ("podpis",), ("підпис",)),
}
FIELDS: Mapping[str, FieldNames] = {
    field: names._replace(en=(field, *names.en)) for field, names in _OTHER_NAMES.items()
}
"""Every field under its own name, in the order in which a help shows them."""

_LETTERS_ONLY = re.compile(r"[^\w]+|_")


@lru_cache(maxsize=4096)
def plain_field(name: str) -> str:
    """The name folded, without spaces, underscores, hyphens and apostrophes: what two spellings have in common."""
    return _LETTERS_ONLY.sub("", fold(name))


SPELLED: Mapping[str, str] = {
    plain_field(name): name for names in FIELDS.values() for language in names for name in language
}
"""The way a name is best written, by its plain form."""

KNOWN: Mapping[str, str] = {
    plain_field(name): field for field, names in FIELDS.items() for language in names for name in language
}
"""Field by the plain form of each of its names."""


def field_called(name: str) -> str | None:
    """The field meant by a name in any of the three languages; capitals, marks, spaces and underscores do not matter."""
    return KNOWN.get(plain_field(name))


def nearest_name(name: str) -> str:
    """The known name most like a mistaken one, or an empty text where none is like it. About 0.1 ms."""
    found = get_close_matches(plain_field(name), SPELLED, n=1, cutoff=0.6)
    return SPELLED[found[0]] if found else ""
