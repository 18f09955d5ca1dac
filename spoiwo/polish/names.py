"""Full names of people: their grammatical gender and their forms in every case."""

import re
from collections.abc import Callable
from functools import lru_cache

from spoiwo.polish import endings
from spoiwo.polish.dictionary import FAMILY, GIVEN, paradigm, readings
from spoiwo.polish.grammar import Forms, Gender, NameForms, unchanged
from spoiwo.polish.known_names import COATS_OF_ARMS, MEN, PARTICLES

Inflect = Callable[[str, Gender], Forms | None]
_TAGS = {Gender.FEMININE: "f", Gender.MASCULINE: "m1"}
_ADJECTIVAL = ("ski", "cki", "dzki")
_ADJECTIVAL_FEMININE = ("ska", "cka", "dzka")


def guess_gender(given: str, family: str = "") -> Gender | None:
    """Return the gender shown by the first given name, or failing that by the surname; None when neither tells.

    The dictionary decides about given names, which settles Kuba, Barnaba, Bonawentura or Kosma. An unknown given
    name in -a is taken for a woman's. Surnames tell only by their adjectival endings (-ski, -ska, -owa, -ówna).
    """
    words = given.replace("-", " ").split()
    first = _capitalised(words[0]) if words else ""
    known = {gender for gender, tag in _TAGS.items() if _is_given(first, tag)}
    if len(known) == 1:
        return known.pop()
    if first.lower() in MEN:
        return Gender.MASCULINE
    by_family = _gender_by_family(family.strip().lower())
    if not known and len(first) > 2 and first.endswith("a"):
        return Gender.FEMININE if by_family is not Gender.MASCULINE else None
    return by_family


def _is_given(word: str, tag: str) -> bool:
    return any(
        GIVEN in reading.names and reading.fits(kind="subst", case="nom", gender=tag)
        for reading in readings(word)
    )


def _gender_by_family(family: str) -> Gender | None:
    parts = family.replace("-", " ").split()
    if any(part.endswith((*_ADJECTIVAL_FEMININE, "ówna")) for part in parts):
        return Gender.FEMININE
    return Gender.MASCULINE if parts and parts[-1].endswith(_ADJECTIVAL) else None


def inflect_name(given: str, family: str, gender: Gender | str | None = None) -> NameForms:
    """Return the full name in every case; ``gender`` (``f``, ``m`` or a Gender) is guessed when it is None.

    Several given names and double surnames are inflected part by part. The vocative has the given name in the
    vocative and the surname in the nominative ("Adamie Struzik"): see the README for the choice and its sources.
    Raises ValueError for a gender that is neither ``f`` nor ``m``, and when both names are blank. About 0.2 ms
    for a new name, nothing once cached.
    """
    given, family = " ".join(given.split()), re.sub(r"\s*[-‐‑–]\s*", "-", " ".join(family.split()))
    if not given and not family:
        raise ValueError("The name is empty.")
    return _inflect(given, family, Gender(gender) if gender else None)


@lru_cache(maxsize=32_768)
def _inflect(given: str, family: str, gender: Gender | None) -> NameForms:
    gender = gender or guess_gender(given, family)
    if gender is None:
        whole = unchanged(" ".join(filter(None, (given, family))))
        return NameForms(*whole, None, False, unchanged(given), unchanged(family))
    first, sure_first = _phrase(given, gender, _given)
    last, sure_last = _phrase(family, gender, _family)
    last = last.with_vocative(last.nominative)
    return NameForms(*first.joined(last), gender, sure_first and sure_last, first, last)


def _phrase(text: str, gender: Gender, inflect: Inflect) -> tuple[Forms, bool]:
    """Inflect word by word, keeping spaces and hyphens where they are."""
    forms, certain = unchanged(""), True
    parts = re.split(r"([ -])", text)
    for position, part in enumerate(parts):
        leads = position + 1 < len(parts)
        is_arms = leads and inflect is _family and part.lower() in COATS_OF_ARMS
        if part in ("", " ", "-") or is_arms or (leads and part in PARTICLES):
            found: Forms | None = unchanged(part)
        else:
            found = inflect(_capitalised(part), gender)
            found = found and (Forms(*map(str.upper, found)) if part.isupper() and len(part) > 1 else found)
        certain = certain and found is not None
        forms = forms.joined(found or unchanged(part), "")
    return forms, certain


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:].lower() if word.isupper() or word.islower() else word


def _given(word: str, gender: Gender) -> Forms | None:
    other = next(one for one in Gender if one is not gender)
    for one in (gender, other):  # a man's second name may be Maria, and is then inflected as a woman's
        if known := paradigm(word, _TAGS[one], frozenset({GIVEN})):
            return known
    if word.endswith("."):
        return unchanged(word)  # an initial
    if word.endswith("a"):
        return endings.noun_in_a(word, given=True)
    if gender is Gender.FEMININE:
        return unchanged(word)
    if word.endswith("tro"):  # Dmytro, Petro
        found = endings.masculine(word[:-1])
        return found._replace(nominative=word, vocative=word) if found else None
    return endings.masculine(word, given=True)


def _family(word: str, gender: Gender) -> Forms | None:
    tag = _TAGS[gender]
    known = paradigm(word, tag, frozenset({FAMILY}))
    if not known and not word.endswith("o"):
        known = paradigm(word, tag, frozenset({GIVEN}))
    if known:
        return known
    if gender is Gender.FEMININE:
        return _woman(word) if word.endswith("a") else unchanged(word)
    return _man(word)


def _woman(word: str) -> Forms | None:
    married = word.endswith("owa") and paradigm(word[:-3], "m1", frozenset({FAMILY}))
    if word.endswith(_ADJECTIVAL_FEMININE) or married or _is_adjective(word, "f"):
        return endings.feminine_adjective(word)
    return endings.noun_in_a(word)


def _man(word: str) -> Forms | None:
    low = word.lower()
    if low.endswith(_ADJECTIVAL) or (low[-1] in "yi" and _is_adjective(word, "m1")):
        return endings.masculine_adjective(word)
    # Rossi, Verdi; Linde, Nitsche: read with their last vowel, therefore declined like adjectives.
    if re.search(r"[^aąeęioóuy]i$", low) or re.search(r"(?:[^aąeęioóuyr]{2}|rd|rn|rt)(?<!c)e$", low):
        return endings.masculine_adjective(word)
    if low.endswith("a") or re.search(r"[bcdfgkłmnprstwz]o$", low):
        return endings.noun_in_a(word)
    if re.search(r"[^aąeęioóuy]u$", low):  # Petru, Antonescu: indeclinable by rule
        return unchanged(word)
    return endings.masculine(word)


def _is_adjective(word: str, tag: str) -> bool:
    return any(reading.fits(kind="adj", case="nom", gender=tag) for reading in readings(word.lower()))
