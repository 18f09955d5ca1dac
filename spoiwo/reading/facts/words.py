"""What the dictionary says about one word, in the terms the rules ask for; everything is remembered."""

import re
from functools import lru_cache

from spoiwo.polish.dictionary import Reading, every_form, readings

_FINITE = frozenset({"fin", "praet", "imps", "bedzie", "winien", "impt"})
_ADJECTIVAL = frozenset({"adj", "ppas", "pact"})
_ENDINGS = (
    "iego",
    "iemu",
    "iej",
    "ich",
    "imi",
    "ego",
    "emu",
    "ymi",
    "ych",
    "ym",
    "im",
    "ej",
    "ie",
    "ią",
    "ia",
)


def listed(words: str) -> frozenset[str]:
    """Return words written one after another as a set: the shape of every word list of the rules."""
    return frozenset(words.split())


_PERSONAL = re.compile(r"(?P<verb>\w+(?:li|ły))(?:śmy|ście)|(?P<one>\w+ł[ao]?)(?:e?[mś])")


@lru_cache(maxsize=65_536)
def known(word: str) -> tuple[Reading, ...]:
    """Return the readings of a word as it stands and, for a shouted one, as an ordinary word."""
    found = readings(word)
    personal = None if found else _PERSONAL.fullmatch(word)
    if personal:  # the dictionary reads "podpisaliśmy" as two words
        found = tuple(r for r in readings(personal["verb"] or personal["one"]) if r.kind == "praet")
    if word.isupper() and len(word) > 1:
        found += readings(word.capitalize())
    return found


@lru_cache(maxsize=65_536)
def lemmas(word: str) -> frozenset[str]:
    """Return the dictionary forms of a word in small letters, the word itself where it is unknown.

    >>> "odbyć" in lemmas("odbyła")
    True
    """
    found = frozenset(reading.word.lower() for reading in known(word))
    return found or frozenset({word.lower()})


@lru_cache(maxsize=65_536)
def nouns(word: str) -> tuple[Reading, ...]:
    """Return the readings as a noun (gerunds are nouns too)."""
    return tuple(reading for reading in known(word) if reading.kind in ("subst", "ger", "depr"))


@lru_cache(maxsize=65_536)
def adjectives(word: str) -> tuple[Reading, ...]:
    """Return the readings as an adjective or an adjectival participle."""
    return tuple(reading for reading in known(word) if reading.kind in _ADJECTIVAL)


# Of these a past form is hardly ever the adjective or the noun it could be, too ("dostała", "była"); and of these the form itself.
_RATHER_VERBS = frozenset({"dostać", "być", "mieć"})
_RATHER_VERB_FORMS = frozenset(
    [
        "ruszy",
        "rusza",
        "ruszą",
        "zostanie",
        "znajdzie",
        "znajdą",
        "dostaną",
        "obejmie",
        "zajmie",
        "muszą",
        "musi",
        "okazała",
        "okazały",
        "przewodniczy",
        "trwało",
        "przypadły",
        "powstała",
        "powstały",
        "wyniosła",
        "padło",
        "mogli",
        "działa",
        "łączy",
    ]
)


@lru_cache(maxsize=65_536)
def is_finite(word: str) -> bool:
    """Whether the word can only be the verb of a sentence ("odbyła", "zawarto", "uczestniczyli")."""
    found = known(word.lower())
    told = {reading.word for reading in found if reading.kind == "praet"} & _RATHER_VERBS
    if word.lower() in _RATHER_VERB_FORMS:
        return True
    return bool(found) and (bool(told) or all(reading.kind in _FINITE for reading in found))


@lru_cache(maxsize=65_536)
def may_be_finite(word: str) -> bool:
    """Whether the word can be the verb of a sentence."""
    return any(reading.kind in _FINITE for reading in known(word.lower()))


@lru_cache(maxsize=65_536)
def can_be(word: str, case: str) -> bool:
    """Whether a noun or adjective can stand in this case (in any number)."""
    return any(case in reading.cases for reading in (*nouns(word), *adjectives(word)))


@lru_cache(maxsize=65_536)
def has_name(word: str, name: str) -> bool:
    """Whether the dictionary knows the word as a name of this kind: "imię", "nazwisko", "nazwa_geograficzna"."""
    return any(name in reading.names for reading in known(word))


_PEOPLE = listed(
    "osoba uczestniczka kobieta młodzież dziecko gość mieszkanka dziewczyna pracownica nauczycielka uczennica matka rodzina bezrobotny pani radny"
)


@lru_cache(maxsize=8192)
def counts_people(words: str) -> bool:
    """Whether counted words mean people: their noun is one of men in the plural, or of the common words for people.

    >>> counts_people("młodych rolników"), counts_people("zaproszeń")
    (True, False)
    """
    last = words.split()[-1] if words.split() else ""
    human = any(
        "m1" in r.genders and "pl" in r.numbers for r in (*nouns(last), *adjectives(last)) if r.kind != "adj"
    )
    return human or bool(lemmas(last) & _PEOPLE)


def agree(adjective: Reading, noun: Reading) -> bool:
    """Whether an adjective's reading agrees with a noun's in number, case and gender."""
    return bool(
        adjective.numbers & noun.numbers
        and adjective.cases & noun.cases
        and (adjective.genders & noun.genders or not noun.genders)
    )


def _like(word: str, lemma: str) -> str:
    if word.isupper() and len(word) > 1:
        return lemma.upper()
    return lemma[:1].upper() + lemma[1:] if word[:1].isupper() else lemma


def adjective_nominative(word: str, gender: str, plural: bool = False) -> str:
    """Return an adjective's nominative for a noun's gender, with the capitals it has.

    >>> adjective_nominative("Powiatowego", "m3"), adjective_nominative("Społecznej", "f")
    ('Powiatowy', 'Społeczna')
    """
    found = adjectives(word)
    base = next((reading.word for reading in found if reading.kind == "adj"), "") or _stem_y(word)
    if base[:3].lower() != word[:3].lower():
        base = _stem_y(word)  # a comparative: "Wyższej" is of "wyższy", though the dictionary says "wysoki"
    if "-" in word:
        first, last = word.rsplit("-", 1)
        return f"{first}-{adjective_nominative(last, gender, plural)}"
    if gender.startswith("m") and not plural:
        return _like(word, base)
    soft_k = base.endswith(("ki", "gi"))
    stem = base[:-1] if base.endswith("y") or (soft_k and gender == "f" and not plural) else base
    ending = "e" if plural or gender == "n" else "a"
    return _like(word, stem + ending)


def _stem_y(word: str) -> str:
    low = word.lower()
    for ending in _ENDINGS:
        if low.endswith(ending):
            stem = low[: -len(ending)]
            return stem + ("i" if ending.startswith("i") or stem.endswith(("k", "g")) else "y")
    if low.endswith(("a", "ą", "e")):
        return low[:-1] + ("i" if low[:-1].endswith(("k", "g")) else "y")
    return low


@lru_cache(maxsize=8192)
def plural_nominative(lemma: str) -> str | None:
    """Return the plural nominative of a noun's dictionary form ("hufiec" → "hufce"), None where it is not known."""
    from_lemma = [form for form in every_form(lemma) if _is_plural_nominative(form, lemma)]
    return min(from_lemma, key=len, default=None)


def _is_plural_nominative(form: str, lemma: str) -> bool:
    return any(
        "pl" in reading.numbers and "nom" in reading.cases and reading.word == lemma
        for reading in nouns(form)
    )
