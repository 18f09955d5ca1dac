"""Places of a text as a register of units has them: the gazetteer's, and villages it lacks, shown by their case."""

from dataclasses import dataclass, replace

from spoiwo.polish.dictionary import Reading
from spoiwo.polish.gazetteer import Found, Gazetteer
from spoiwo.polish.gazetteer import Place as Official
from spoiwo.reading.facts.tokens import Document, Token
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
_STREETS = listed("ul al pl os ulica aleja plac osiedle rondo św święty")
_LANDS = listed(
    "mazowsze podlasie śląsk pomorze małopolska wielkopolska kujawy warmia mazury kaszuby podhale podkarpacie lubelszczyzna "
    "kielecczyzna opolszczyzna żuławy bieszczady tatry beskid sudety gorce roztocze ziemia"
)
_COUNTRIES = listed(
    "polska niemcy francja włochy hiszpania ukraina czechy słowacja litwa łotwa estonia austria belgia holandia szwecja "
    "norwegia dania finlandia irlandia portugalia węgry rumunia bułgaria grecja białoruś rosja szwajcaria chorwacja"
)
_FOREIGN_TOWNS = listed(
    "brema berlin bruksela praga wilno lwów kijów paryż londyn wiedeń budapeszt lipsk drezno hamburg brno ostrawa kowno"
)
_NEVER = listed("europa unia") | _LANDS
_OFFICE_WORDS = listed("pracy powiatowe powiatowego powiatowym miejski miejskiego miejskim starostwo urząd")
_PLACE_LABELS = listed("gdzie miejsce lokalizacja miejscowość")
_HALLS = listed("świetlica remiza sala hala aula szkoła biblioteka dom ośrodek centrum klub ratusz zamek")
_CASE_AFTER = {"w": "loc", "we": "loc", "z": "gen", "ze": "gen", "do": "gen", "koło": "gen"}
_ADJECTIVES_BETWEEN = listed(
    "miejska wiejska miejskiej wiejskiej miejską wiejską miejsko-wiejska miejsko-wiejskiej"
)


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
    found: dict[int, Locality] = {}
    for one in gazetteer.find(document.text):
        place = _official(document, one, found)
        if place:
            found[place.end] = place
    taken = {at for place in found.values() for at in range(place.start, place.end)}
    places = [*found.values(), *_others(document, taken, gazetteer)]
    return [_whole(place, places) for place in sorted(places, key=lambda place: place.start)]


def _official(document: Document, found: Found, earlier: dict[int, Locality]) -> Locality | None:
    index = document.token_at(found.start)
    before, is_urban = _before(document, index)
    words = document.text[found.start : found.end]
    is_unit = found.place.unit in ("voivodeship", "county")
    last = words.split()[-1].split("-")[-1]
    if lemmas(before) & _STREETS or lemmas(words) & _LANDS or _is_numbered(document, found):
        return None
    if (found.place.unit == "voivodeship" and not adjectives(last)) or (
        is_unit and lemmas(before) & _OFFICES
    ):
        return None
    country = _country(words)
    if country:
        return Locality(country, "", "country", found.start, found.end)
    place, unit = found.place, _UNITS.get(found.place.unit, "town")
    if is_urban:
        place = next((other for other in (place, *found.others) if other.unit == "urban"), place)
        unit = "commune"
    elif unit in ("town", "village") and (lemmas(before) & _COMMUNE or _goes_on(document, index, earlier)):
        place, unit = _as_commune(found), "commune" if found.place.unit != "city_county" else unit
    return Locality(place.name, place.code, unit, found.start, found.end)


def _country(word: str) -> str | None:
    return next(
        (r.word for r in known(word) if r.word.lower() in _COUNTRIES and _GEOGRAPHIC in r.names), None
    )


def _as_commune(found: Found) -> Official:
    """Return the rural commune where a town and a commune share the name."""
    if found.place.unit != "urban":
        return found.place
    same = [
        o for o in found.others if o.unit in ("rural", "urban_rural") and o.code[:4] == found.place.code[:4]
    ]
    return same[0] if len(same) == 1 else found.place


def _goes_on(document: Document, index: int, earlier: dict[int, Locality]) -> bool:
    """Whether the place stands in a list of communes: "z gminami Byczyna i Lasowice Wielkie"."""
    tokens = document.tokens
    if index >= 2 and tokens[index - 1].text == ":":
        return "gmina" in lemmas(tokens[index - 2].text)
    if index < 2 or tokens[index - 1].low not in ("i", "oraz", ","):
        return False
    previous = earlier.get(tokens[index - 2].end)
    if previous is None or previous.unit != "commune":
        return False
    first = document.token_at(previous.start)
    cue = tokens[first - 1].text if first else ""
    plural = (
        any("pl" in r.numbers and r.word == "gmina" for r in known(cue.lower())) and cue.lower() != "gminy"
    )
    return plural or cue in (":", ",") or cue.lower() in ("gminy", "i")


def _is_numbered(document: Document, found: Found) -> bool:
    """Whether a common word with a number is no place: "Pokój 207"."""
    index = document.token_at(found.end)
    first = document.token_at(found.start)
    if first and document.tokens[first - 1].low in _CASE_AFTER:
        return False
    word = document.text[found.start : found.end]
    following = document.tokens[index] if index < len(document.tokens) else None
    ordinary = any(reading.word[:1].islower() for reading in known(word.lower()))
    return bool(ordinary and following and following.is_number and following.gap)


def _before(document: Document, index: int) -> tuple[str, bool]:
    """Return the noun before a place, and whether "miejska" stands between them."""
    tokens = document.tokens
    at = index - 1
    if at > 0 and tokens[at].text == ".":
        at -= 1
    is_urban = False
    if at > 0 and tokens[at].low in _ADJECTIVES_BETWEEN:
        is_urban = tokens[at].low in ("miejska", "miejskiej", "miejską")
        at -= 1
    return (tokens[at].text if at >= 0 else ""), is_urban


def _others(document: Document, taken: set[int], gazetteer: Gazetteer) -> list[Locality]:
    """Return places the gazetteer passes over: villages, countries, towns that are common words after "Urząd Pracy w"."""
    tokens, found = document.tokens, []
    for at in range(1, len(tokens)):
        if tokens[at].is_capital and tokens[at].start not in taken:
            place = _other(tokens, at, gazetteer)
            if place:
                found.append(place)
    return found


def _other(tokens: tuple[Token, ...], at: int, gazetteer: Gazetteer) -> Locality | None:
    token, before = tokens[at], tokens[at - 1]
    country = _country(token.text)
    if country and not _is_followed(tokens, at):
        return Locality(country, "", "country", token.start, token.end)
    if before.low in _CASE_AFTER:
        case = _CASE_AFTER[before.low]
        surely = at > 1 and tokens[at - 2].low in _OFFICE_WORDS and case == "loc"
        name = _geographic(tokens, at, case, surely)
        return _registered(name, token, gazetteer, "") if name else None
    if _is_alone(tokens, at):
        name = token.text.capitalize() if token.text.isupper() else token.text
        return _registered(name, token, gazetteer, "") if gazetteer.named(name) else None
    cue = tokens[at - 2] if before.text == ":" and at > 1 else before
    if lemmas(cue.text) & {"gmina", "miasto"}:
        name = _geographic(tokens, at, "", surely=True, is_cued=True)
        unit = "commune" if "gmina" in lemmas(cue.text) else "town"
        place = _registered(name, token, gazetteer, unit) if name else None
        return place if place and place.code else None
    return None


def _is_alone(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word stands where only a place can: a cell of a table, after "Gdzie:", before a hall, or above news as "KIELCE."."""
    token, before = tokens[at], tokens[at - 1]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    ends = following is None or "\n" in following.gap
    if before.text == "|" and (ends or following is None or following.text == "|"):
        return True
    if before.text == ":" and at > 1 and tokens[at - 2].low in _PLACE_LABELS:
        return ends or following is None or following.text in ",.;("
    if following and following.text == "," and before.text in ("(", "–", "-") and before.gap:
        if before.text == "(" and tokens[at + 2 : at + 3] and tokens[at + 2].is_number:
            return True
        return bool(set().union(*(lemmas(t.text) for t in tokens[at + 2 : at + 5])) & _HALLS)
    heads = "\n" in token.gap and token.text.isupper() and len(token.text) > 2
    return bool(heads and following and following.text in ".:" and not following.gap)


def _is_followed(tokens: tuple[Token, ...], at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return bool(
        following and following.is_capital and following.gap == " " and not has_name(following.text, "imię")
    )


def _geographic(
    tokens: tuple[Token, ...], at: int, case: str, surely: bool, is_cued: bool = False
) -> str | None:
    """Return the dictionary form of a geographic name in a case; common words only where the place is sure."""
    word = tokens[at].text
    names = [
        r
        for r in known(word)
        if _GEOGRAPHIC in r.names and (not case or case in r.cases) and r.kind == "subst"
    ]
    if not names or names[0].word.lower() in _NEVER or (_is_followed(tokens, at) and not is_cued):
        return None
    if not surely and (_is_common(word, case) or has_name(word, "imię")):
        return None
    return _likeliest(names, word).word


def _likeliest(names: list[Reading], word: str) -> Reading:
    return next((reading for reading in names if reading.word == word), names[0])


def _is_common(word: str, case: str) -> bool:
    return any((not case or case in r.cases) and not r.names - {"nazwa_pospolita"} for r in known(word))


def _registered(name: str, token: Token, gazetteer: Gazetteer, unit: str) -> Locality:
    """Return the place with its code where only one of the register bears the name."""
    known_places = gazetteer.named(name)
    if len(known_places) == 1:
        one = known_places[0]
        return Locality(one.name, one.code, unit or _UNITS.get(one.unit, "town"), token.start, token.end)
    foreign = name.lower() in _FOREIGN_TOWNS
    return Locality(
        name, "", unit or ("town" if foreign or known_places else "village"), token.start, token.end
    )


def _whole(place: Locality, places: list[Locality]) -> Locality:
    """Return the town meant by the first half of its name: "Skarżysko" beside Skarżysko-Kamienna."""
    if place.code or place.unit != "village":
        return place
    longer = {
        (p.name, p.code, p.unit) for p in places if p.name.startswith((place.name + "-", place.name + " "))
    }
    if len(longer) != 1:
        return place
    name, code, unit = longer.pop()
    return replace(place, name=name, code=code, unit=unit)
