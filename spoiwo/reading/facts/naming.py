"""A phrase in any case turned into the nominative: its leading noun and the adjectives that agree with it."""

import re
from functools import lru_cache

from spoiwo.polish.dictionary import Reading
from spoiwo.reading.facts.words import (
    adjective_nominative,
    adjectives,
    agree,
    can_be,
    has_name,
    known,
    nouns,
    plural_nominative,
)

_BETTER_NOT = frozenset({"rzad.", "daw.", "przest.", "gw.", "pot.", "hist."})


@lru_cache(maxsize=16_384)
def head_readings(word: str, lemma: str | None = None) -> tuple[Reading, ...]:
    """Return the readings of a word as a noun, ordinary words before names; only those of a lemma where one is given."""
    found = [
        reading
        for reading in nouns(word)
        if (lemma is None or reading.word.lower() == lemma) and reading.kind != "depr"
    ]
    if any(reading.kind == "subst" for reading in found):
        found = [reading for reading in found if reading.kind != "ger"]  # "odkryciem" is of "odkrycie"
    return tuple(
        sorted(
            found,
            key=lambda r: (
                bool(r.names - {"nazwa_pospolita"}),
                bool(r.marks & _BETTER_NOT),
                "m2" in r.genders,
            ),
        )
    )


def nominative(
    words: list[str], head: int, lemma: str | None = None, *, singular: bool = False
) -> str | None:
    """Return a phrase with the noun at ``head`` and the adjectives beside it in the nominative, the rest as it is.

    With ``singular`` a plural phrase is told of one ("Powiatowe Urzędy Pracy" → "Powiatowy Urząd Pracy").
    None where the leading word is not known as a noun in any case.

    >>> nominative("Powiatowego Urzędu Pracy w Opocznie".split(), 1)
    'Powiatowy Urząd Pracy w Opocznie'
    """
    best: tuple[int, str] | None = None
    for reading in head_readings(words[head], lemma):
        agreeing, phrase = _with(words, head, reading, singular)
        if phrase is not None and (best is None or agreeing > best[0]):
            best = (agreeing, phrase)
    return best[1] if best else None


_OF_GERUND = re.compile(r"([nc]i)(?:em|u|a|e|om|ami|ach)?$")  # "wydarzeniem" → "wydarzenie"


def _with(words: list[str], head: int, reading: Reading, singular: bool) -> tuple[int, str | None]:
    plural = "sg" not in reading.numbers and not singular
    if reading.kind == "ger":
        reading = reading._replace(lemma=_OF_GERUND.sub(r"\1e", words[head].lower()))
    noun = plural_nominative(reading.lemma) if plural and "pt" not in reading.marks else reading.word
    if plural and "pt" in reading.marks:
        noun = reading.word
    if noun is None:
        return 0, None
    gender = next(iter(sorted(reading.genders)), "m3")
    result = list(words)
    result[head] = _shaped(noun if noun[1:].islower() else noun.lower(), words[head])
    count = 0
    for at in _beside(words, head, reading):
        result[at] = adjective_nominative(words[at], gender, plural)
        count += 1
    before = all(_is_agreeing(words[at], reading) or not adjectives(words[at]) for at in range(head))
    return count + before, " ".join(result)


def _beside(words: list[str], head: int, reading: Reading) -> list[int]:
    found = []
    for step in (-1, 1):
        at = head + step
        while 0 <= at < len(words):
            if _is_agreeing(words[at], reading):
                found.append(at)
            elif step == 1 or (not words[at][:1].isdigit() and words[at] not in ("i", "oraz", ",")):
                break
            at += step
    return found


def _is_agreeing(word: str, noun: Reading) -> bool:
    found = adjectives(word)
    if not found and "-" in word:
        found = adjectives(word.rsplit("-", 1)[1])
    if not found and not known(word) and word[:1].isupper():
        found = _unknown_adjective(word)
    return any(agree(reading, noun) for reading in found)


@lru_cache(maxsize=4096)
def _unknown_adjective(word: str) -> tuple[Reading, ...]:
    """Read "Skomliński" as an adjective by its ending, as the dictionary would a word like "śląski"."""
    for stem in ("ńsk", "sk", "ck", "dzk"):
        at = word.rfind(stem)
        ending = word[at + len(stem) :] if at > 1 else ""
        if at > 1 and ending in ("i", "iego", "iemu", "im", "a", "iej", "ą", "ie", "ich", "imi"):
            return adjectives("śląsk" + ending)
    return ()


def _shaped(lemma: str, word: str) -> str:
    if word.isupper() and len(word) > 1:
        return lemma.upper()
    return lemma[:1].upper() + lemma[1:] if word[:1].isupper() else lemma


_OF_TOWNS = re.compile(r"(?:burmistrz|wójt|sołtys)(?:a|em|owi)?", re.IGNORECASE)


def is_seat(words: list[str], at: int) -> bool:
    """Whether a town stands after its head of office: "burmistrz Dobrej" is of Dobra, and keeps its genitive."""
    named = at < len(words) and words[at][:1].isupper() and has_name(words[at], "nazwa_geograficzna")
    return bool(named and _OF_TOWNS.fullmatch(words[at - 1]) and can_be(words[at], "gen"))
