"""Places of a text as a register of units has them: the gazetteer's, and villages it lacks, shown by their case."""

from dataclasses import dataclass

from spoiwo.polish.gazetteer import Found, Gazetteer
from spoiwo.reading.facts.tokens import Document
from spoiwo.reading.facts.words import adjectives, has_name, known, lemmas, listed

_GEOGRAPHIC = "nazwa_geograficzna"
_UNITS = {
    "voivodeship": "voivodeship",
    "county": "county",
    "city_county": "town",
    "urban": "town",
    "urban_rural": "town",
    "rural": "village",
}
_COMMUNE = listed("gmina wójt gm")
_OFFICES = listed("starosta wicestarosta wojewoda wicewojewoda marszałek wicemarszałek prezydent burmistrz")
_STREETS = listed("ul al pl os ulica aleja plac osiedle rondo św świętej świętego")
_LANDS = listed(
    "mazowsze podlasie śląsk pomorze małopolska wielkopolska kujawy warmia mazury kaszuby podhale podkarpacie lubelszczyzna "
    "kielecczyzna opolszczyzna żuławy bieszczady tatry beskid sudety gorce roztocze ziemia"
)
_COUNTRIES = listed(
    "polska niemcy francja włochy hiszpania ukraina czechy słowacja litwa łotwa estonia austria belgia holandia szwecja "
    "norwegia dania finlandia irlandia portugalia węgry rumunia bułgaria grecja białoruś rosja szwajcaria chorwacja"
)
_NEVER = listed("polska europa unia") | _LANDS


@dataclass(frozen=True, slots=True)
class Locality:
    """A place at text[start:end] under its official name; ``code`` is empty where the text does not settle it."""

    name: str
    code: str
    unit: str
    start: int
    end: int


def find_places(document: Document, gazetteer: Gazetteer) -> list[Locality]:
    """Return the places of a document in order, without overlaps."""
    found = [place for one in gazetteer.find(document.text) if (place := _official(document, one))]
    taken = {at for place in found for at in range(place.start, place.end)}
    found += _villages(document, taken)
    return sorted(found, key=lambda place: place.start)


def _official(document: Document, found: Found) -> Locality | None:
    index = document.token_at(found.start)
    before = _before(document, index)
    words = document.text[found.start : found.end]
    if lemmas(before) & _STREETS or (found.place.unit == "voivodeship" and not adjectives(words.split()[-1])):
        return None
    if found.place.unit in ("voivodeship", "county") and lemmas(before) & _OFFICES:
        return None
    if lemmas(words) & _LANDS:
        return None
    unit = _UNITS.get(found.place.unit, "")
    if unit in ("town", "village") and lemmas(before) & _COMMUNE and found.place.unit != "city_county":
        unit = "commune"
    return Locality(found.place.name, found.place.code, unit or "town", found.start, found.end)


def _before(document: Document, index: int) -> str:
    tokens = document.tokens
    at = index - 1
    if at >= 0 and tokens[at].text == "." and at:
        at -= 1
    if at > 0 and tokens[at].low in ("wiejska", "wiejskiej", "wiejską", "miejska", "miejskiej", "miejską"):
        at -= 1
    return tokens[at].text if at >= 0 else ""


def _villages(document: Document, taken: set[int]) -> list[Locality]:
    """Return places the register of units lacks: a geographic name in the locative after "w"."""
    found = []
    tokens = document.tokens
    for at in range(1, len(tokens)):
        token, before = tokens[at], tokens[at - 1]
        if not token.is_capital or token.start in taken or before.low not in ("w", "we", "z", "ze", "do"):
            continue
        place = _village(document, at, "loc" if before.low in ("w", "we") else "gen")
        if place:
            found.append(place)
    return found


def _village(document: Document, at: int, case: str) -> Locality | None:
    token = document.tokens[at]
    following = document.tokens[at + 1] if at + 1 < len(document.tokens) else None
    names = [r for r in known(token.text) if _GEOGRAPHIC in r.names and case in r.cases and r.kind == "subst"]
    others = [r for r in known(token.text) if case in r.cases and not r.names - {"nazwa_pospolita"}]
    if not names or others or has_name(token.text, "imię") or names[0].word.lower() in _NEVER:
        return None
    if following and following.is_capital and following.gap == " ":
        return None
    unit = "country" if names[0].word.lower() in _COUNTRIES else "village"
    return Locality(names[0].word, "", unit, token.start, token.end)
