"""Polish words of an identity as patterns over the shadow of a text: every case, and what is derived from a place."""

import re
from collections.abc import Iterable
from functools import lru_cache

from spoiwo.polish import Reading, every_form, fold, guess_gender, inflect_name, readings, split_name

PLACE = frozenset({"nazwa_geograficzna", "człon_nazwy_geograficznej"})
FAMILY = frozenset({"nazwisko"})
PROPER = PLACE | FAMILY | {"imię", "nazwa_własna", "nazwa_organizacji", "nazwisko_odojcowskie"}
BETWEEN = r"[\W_]{1,5}"  # one or more blanks, a line end, a hyphen, quotes
PREPOSITIONS = {"w", "we", "z", "ze", "dla", "na", "przy", "im"}
OF_ADJECTIVE = "(?:i|a|e|ie|iego|ego|iej|ej|iemu|emu|im|ym|imi|ymi|ich|ych|y|o|u)"
OF_NOUN = "(?:a|e|i|o|u|y|ie|ia|iu|em|iem|om|ow|owi|owie|ami|ach|ami|iom|iami|iach|ej|ego|emu|ym|im)?"
OF_INHABITANT = "an(?:in|ina|inowi|inem|inie|ie|om|ami|ach|ka|ki|ce|ke|ko|ek|kom|kami|kach)?"
# Adjectives that come from somewhere and are said everywhere: in small letters they name no place.
EVERYDAY = {
    "górski",
    "morski",
    "miejski",
    "wiejski",
    "polski",
    "męski",
    "ludzki",
    "dworski",
    "zamkowy",
    "pański",
}
_STEM = 4
_COMPOUND = re.compile(r"^(bial|krasn|czarn|now|star|wysok|mal|wielk|dobr)[yaei]$")


def is_common(word: str, own: frozenset[str] = frozenset()) -> bool:
    """Whether the word in small letters is an everyday one: known, no name, and no form of the adjectives `own`."""
    word = word.lower()
    return any(not reading.names & PROPER and not _is_of(reading, own) for reading in readings(word))


def _is_of(reading: Reading, adjectives: frozenset[str]) -> bool:
    """Whether it is one of the adjectives, or the adverb of one (“płocko”)."""
    adverb = reading.word[:-1] + "i" if reading.kind.startswith("ad") else ""
    return bool(adjectives & {reading.word, adverb})


def one_of(forms: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "(?:" + "|".join(sorted({*forms}, key=lambda form: (-len(form), form))) + ")"


def plain(words: Iterable[str]) -> set[str]:
    """The words as they stand in a shadow, ready for a pattern."""
    return {re.escape(fold(word)) for word in words if fold(word)}


@lru_cache(maxsize=4096)
def place_word(word: str) -> str:
    """One word of a place in every case; what the dictionary lacks goes by its stem and the endings of nouns."""
    return one_of({*plain(_geographic(word) or {word}), *_loose(word, bool(_geographic(word)))})


def _geographic(word: str) -> set[str]:
    own = {r.lemma for r in readings(word) if r.names & PLACE and r.word == word}
    forms = every_form(word, PLACE)
    if not own:
        return set(forms)
    stem = fold(word)[: max(2, len(word) - 3)]
    return {form for form in forms if fold(form).startswith(stem[:3])}


def _loose(word: str, is_known: bool) -> set[str]:
    """Stem and endings for words unknown to the dictionary; adjectives (“Nowy”) have the endings of adjectives."""
    if is_known:
        return set()
    low = word.lower()
    if adjective := [r.word for r in readings(low) if r.kind == "adj"]:
        return plain(form for one in adjective for form in every_form(one))
    if common := every_form(low):
        return plain(common)
    stem = re.sub(r"[aeiouy]+$", "", fold(word))
    if len(stem) < _STEM - 1:
        return plain([word])
    soft = {stem, *_softened(stem)}
    return {re.escape(one) + OF_NOUN for one in soft} | plain([word])


def _softened(stem: str) -> set[str]:
    """Stems whose last consonant changes before -e and -i: Raciąż stays, Sochocin too, “Kobyłka” gives “Kobyłc”."""
    changes = {
        "t": "ci",
        "d": "dzi",
        "r": "rz",
        "k": "c",
        "g": "dz",
        "st": "sci",
        "ek": "k",
        "iec": "c",
        "ec": "c",
    }
    return {stem.removesuffix(end) + new for end, new in changes.items() if stem.endswith(end)}


def phrase_of_places(words: list[str]) -> str:
    """A place of one or several words, each in any case: “Nowym Targu”, “Bielsku-Białej”."""
    return BETWEEN.join(place_word(word) for word in words)


@lru_cache(maxsize=4096)
def adjectives_of(place: str) -> frozenset[str]:
    """Adjectives the dictionary knows that may come from the place: Płock gives płocki, Nowy Targ gives nowotarski."""
    words = re.split(r"[\s-]+", place.lower())
    joint = ""
    if len(words) > 1 and _COMPOUND.match(fold(words[0])):
        joint, words = words[0][:-1] + "o", words[1:]
    guesses = (joint + guess for guess in _guessed(words[0]))
    return frozenset(guess for guess in guesses if any(r.kind == "adj" for r in readings(guess)))


def _guessed(word: str) -> Iterable[str]:
    """Spellings an adjective of the place can have; most do not exist, and the dictionary says which do."""
    stem = re.sub(r"(?:ie|ia|io|[aeoyią])$", "", word)
    for one in {word, stem, stem.replace("ó", "o")}:
        yield from (one + end for end in ("ski", "owski", "ński", "ki", "i", "ecki"))
        short, shorter = one[:-1], one[:-2]
        yield from (short + end for end in ("ski", "cki", "dzki", "ński", "ecki", "iński", "lski", "eński"))
        yield from (
            shorter + end for end in ("ski", "cki", "dzki", "lski", "ecki", "iański", "szczański", "elski")
        )
        yield re.sub(r"y(?=stok|staw)", "o", short) + "cki"
        yield re.sub(r"szcz$", "ski", one)


def adjective_forms(adjective: str) -> str:
    """The adjective in every form, with the adverb and the first part of compounds (“płocko-”)."""
    stem = re.sub(r"[iy]$", "", fold(adjective))
    last = "|sc[yi]|cc[yi]|dzc[yi]" if stem.endswith("k") else ""
    return f"(?:{re.escape(stem)}{OF_ADJECTIVE}" + (
        f"|{re.escape(stem[:-2])}(?:{last[1:]}))" if last else ")"
    )


def derived_loosely(place: str) -> list[str]:
    """Patterns of adjectives by the stem, for places of which the dictionary knows none; nothing for short stems."""
    stem = _long_stem(place)
    return [rf"{re.escape(stem)}[^\W\d_]{{0,4}}[scz]k{OF_ADJECTIVE}"] if stem else []


def inhabitants_of(place: str) -> list[str]:
    """A pattern of the people who live there (“Płocczanie”, “łodzianek”); nothing for short stems."""
    stem = _long_stem(place)
    return [rf"{re.escape(stem)}[^\W\d_]{{0,4}}{OF_INHABITANT}"] if stem else []


def _long_stem(place: str) -> str:
    words = re.split(r"[\s-]+", fold(place))
    joint = ""
    if len(words) > 1 and _COMPOUND.match(words[0]):
        joint, words = words[0][:-1] + "o", words[1:]
    stem = re.sub(r"[aeiouy]+$", "", words[0])
    stem = joint + (stem[:-1] if len(stem) > _STEM else stem)
    return stem if len(stem) >= _STEM else ""


def family_forms(family: str, given: str = "") -> str:
    """A surname in every case, of a man, of a woman and of a household; double ones also with a blank for the hyphen."""
    return BETWEEN.join(_one_family(part, given) for part in re.split(r"[\s-]+", family) if part)


@lru_cache(maxsize=4096)
def _one_family(family: str, given: str) -> str:
    low = fold(family)
    if found := re.match(r"(.+[szc]k)[iay]$", low):
        stem = re.escape(found[1])
        return f"(?:{stem}{OF_ADJECTIVE}|{stem[:-1]}(?:cy|y))"
    genders = {guess_gender(given, family), "m", "f"} - {None}
    forms = {form for gender in genders for form in inflect_name("", family, gender).family_name}
    forms |= every_form(family, FAMILY)
    base = low[:-1] if low[-1] in "aoe" else low
    for stem in {base, fold(min(forms, key=len))} if len(base) >= _STEM else {base}:
        forms |= {stem + end for end in ("owie", "ow", "om", "ami", "ach", "owna", "owny", "ownie", "owne")}
        forms |= {stem + end for end in ("owa", "owej", "a", "owi", "em", "iem")}
    return one_of(plain(forms) | plain([family]))


def given_forms(given: str) -> str:
    """Given names in every case, each also as its initial: “Janowi”, “J.”."""
    parts = []
    for word in given.split():
        forms = plain([*inflect_name(word, "").given_name, word])
        parts.append(f"(?:{one_of(forms)}|{re.escape(fold(word)[0])}\\.)")
    first, rest = parts[0], "".join(f"(?:{BETWEEN}{part})?" for part in parts[1:])
    return first + rest


def person(name: str) -> tuple[str, str]:
    """Patterns of a full name in any order and case, and of the surname alone; the first is empty for a lone surname."""
    try:
        _, given, family = split_name(name)
    except ValueError:
        return BETWEEN.join(re.escape(fold(word)) for word in re.findall(r"[^\W_]+", name)), ""
    if not family:
        return given_forms(given), ""
    surname = family_forms(family, given)
    halves = [part for part in re.split(r"[\s-]+", family) if len(part) >= _STEM]
    alone = one_of({surname, *(family_forms(part, given) for part in halves)})
    if not given:
        return "", alone
    first, near = given_forms(given), r"[\s,]{0,3}"
    return f"(?:{first}{near}{alone}|{alone}{near}{first})", alone


@lru_cache(maxsize=4096)
def any_word(word: str) -> str:
    """A word of a name or of a clerk's list in every form; abbreviations also with the endings people give them."""
    if (word.isupper() and len(word) > 1) or re.search(r"[^\W\d_][A-ZĄĆĘŁŃÓŚŹŻ]", word):
        return re.escape(fold(word)) + r"(?:[-’']?(?:u|ow|owi|em|ie|y|a|om|ach))?"
    low = word.lower()
    if low in PREPOSITIONS or not word.isalpha():
        return re.escape(fold(word))
    forms = every_form(word) | every_form(low)
    return one_of(plain(forms) | plain([word]) | (set() if forms else _loose(word, False)))
