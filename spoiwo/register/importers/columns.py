"""Which column of a file holds what: guesses from Polish and English headers, changeable by the clerk."""

from collections.abc import Sequence

from spoiwo.register.rules.names import plain_name

ORGANISATION_TARGETS = (
    "name", "short_name", "kind", "sector", "place", "county", "voivodeship", "nip", "regon", "krs", "street",
    "postcode", "town", "email", "phone", "website", "e_delivery", "note", "founded_on",
)  # fmt: skip
PERSON_TARGETS = (
    "person", "given_name", "family_name", "gender", "person_email", "person_phone", "channel",
)  # fmt: skip
MANDATE_TARGETS = ("function", "since", "until")
TARGETS = ORGANISATION_TARGETS + PERSON_TARGETS + MANDATE_TARGETS

_HEADERS = {
    "name": (
        "nazwa", "nazwa organizacji", "pelna nazwa", "nazwa pelna", "nazwa podmiotu", "nazwa instytucji", "organizacja",
        "instytucja", "podmiot", "nazwa firmy", "firma", "partner", "nazwa partnera", "pracodawca", "nazwa jednostki",
        "name", "organisation", "organization", "organisation name", "organization name", "full name", "company",
        "institution", "organisation full name", "podmiot nazwa",
    ),
    "short_name": ("nazwa skrocona", "skrot", "nazwa krotka", "skrocona nazwa", "short name", "abbreviation", "acronym"),
    "kind": ("rodzaj", "typ", "rodzaj organizacji", "typ organizacji", "rodzaj podmiotu", "typ podmiotu", "kind", "type"),
    "sector": ("sektor", "sector"),
    "place": ("gmina", "gmina lub powiat", "teryt", "kod teryt", "commune", "municipality", "teryt code", "place"),
    "county": ("powiat", "county", "district"),
    "voivodeship": ("wojewodztwo", "voivodeship", "province", "region"),
    "nip": ("nip", "numer nip", "nr nip", "tax id", "tax number", "vat", "vat number", "vat id"),
    "regon": ("regon", "numer regon", "nr regon"),
    "krs": ("krs", "numer krs", "nr krs"),
    "street": ("ulica", "adres", "ulica i numer", "ulica nr", "adres siedziby", "street", "address", "street address"),
    "postcode": ("kod", "kod pocztowy", "postcode", "postal code", "zip", "zip code"),
    "town": ("miejscowosc", "miasto", "poczta", "town", "city", "miejscowosc siedziby"),
    "email": (
        "e mail", "email", "mail", "adres e mail", "adres email", "poczta elektroniczna", "e mail organizacji",
        "email organizacji", "e mail address", "email address", "e mail sekretariatu",
    ),
    "phone": ("telefon", "tel", "nr telefonu", "numer telefonu", "telefon organizacji", "phone", "telephone"),
    "website": ("www", "strona", "strona www", "strona internetowa", "adres www", "website", "web", "url"),
    "e_delivery": (
        "e doreczenia", "ade", "adres do e doreczen", "adres e doreczen", "adres do doreczen elektronicznych",
        "edoreczenia", "e delivery", "e delivery address",
    ),
    "note": ("uwagi", "notatka", "notatki", "opis", "note", "notes", "remarks", "comments"),
    "founded_on": ("data powstania", "data utworzenia", "data zalozenia", "founded", "founded on"),
    "person": (
        "imie i nazwisko", "osoba", "osoba do kontaktu", "osoba kontaktowa", "kontakt", "nazwisko i imie",
        "przedstawiciel", "reprezentant", "imie nazwisko", "dyrektor", "kierownik", "prezes", "person",
        "contact", "contact person", "representative", "person name", "name and surname",
    ),
    "given_name": ("imie", "imiona", "first name", "given name", "forename"),
    "family_name": ("nazwisko", "surname", "last name", "family name"),
    "gender": ("plec", "pan pani", "pani pan", "zwrot", "forma grzecznosciowa", "gender", "sex", "form of address"),
    "person_email": (
        "e mail osoby", "email osoby", "e mail osoby do kontaktu", "e mail kontaktowy", "email kontaktowy",
        "e mail sluzbowy", "contact e mail", "contact email", "person e mail", "person email",
    ),
    "person_phone": (
        "telefon osoby", "telefon kontaktowy", "telefon osoby do kontaktu", "telefon komorkowy", "komorka",
        "tel komorkowy", "contact phone", "mobile", "mobile phone", "person telephone", "person phone",
    ),
    "channel": ("kanal", "preferowany kanal", "forma kontaktu", "preferred channel", "channel"),
    "function": ("funkcja", "stanowisko", "rola", "function", "position", "job title", "post", "function in organisation"),
    "since": ("od", "od kiedy", "data od", "pelni od", "since", "from"),
    "until": ("do", "do kiedy", "data do", "pelni do", "until", "to"),
}  # fmt: skip
_TARGET_OF = {header: target for target, headers in _HEADERS.items() for header in headers}
_AFTER_PERSON = {"email": "person_email", "phone": "person_phone"}


def guess_columns(header: Sequence[str]) -> list[str]:
    """For each column what it holds, or an empty string; nothing is guessed twice.

    An e-mail or telephone column that stands after a person's name belongs to the person, before it to the organisation.
    A header in our own words (as an export writes it) is known as well.
    """
    guesses: list[str] = []
    is_after_person = False
    for text in header:
        words = plain_name(text)
        target = _TARGET_OF.get(words) or _TARGET_OF.get(words.split(" w organizacji")[0], "")
        if is_after_person and target in _AFTER_PERSON:
            target = _AFTER_PERSON[target]
        if target in guesses:
            target = next(
                (other for own, other in _AFTER_PERSON.items() if own == target and other not in guesses), ""
            )
        is_after_person = is_after_person or target in {"person", "family_name"}
        guesses.append(target)
    return guesses


def has_person(mapping: Sequence[str]) -> bool:
    """Whether the columns name people at all."""
    return bool({"person", "given_name", "family_name"} & set(mapping))
