"""The opening of a letter: "Szanowny Panie Starosto", "Szanowna Pani Dyrektor", "Szanowni Państwo"."""

import re
from functools import lru_cache
from typing import NamedTuple

from spoiwo.polish import titles
from spoiwo.polish.dictionary import readings
from spoiwo.polish.grammar import Gender
from spoiwo.polish.names import guess_gender

_SEPARATORS = re.compile(r"\s*[,;/()]\s*|\s+(?:i|oraz|–|—|-)\s+")
_KNOWN = titles.TITLES.keys() | titles.SAME_AS.keys() | titles.CLERGY.keys() | titles.STYLES.keys()


class _Found(NamedTuple):
    word: str
    is_deputy: bool
    is_feminine: bool


_NOTHING = _Found("", False, False)


def salutation(
    given: str = "", family: str = "", *, gender: Gender | str | None = None, office: str | None = None
) -> str:
    """Return the opening of a letter to this person, without the comma.

    ``gender`` (``f``, ``m``) is guessed from the name when it is None, then from a feminine or clerical office; a
    person of unknown gender is greeted with "Szanowni Państwo". Of several offices the first known one counts.
    Deputies are, by courtesy, addressed like their superiors. An office without a customary form of address
    (specialist, member of a board) gives plain "Szanowny Panie" or "Szanowna Pani". Raises ValueError for a
    gender that is neither ``f`` nor ``m``. Microseconds once the words have been met.
    """
    known = Gender(gender) if gender else None
    if known is None and (given.strip() or family.strip()):
        known = guess_gender(given, family)
    return _opening(known, " ".join((office or "").lower().split()))


@lru_cache(maxsize=8192)
def _opening(gender: Gender | None, office: str) -> str:
    words = [_clean(word) for word in office.split()]
    if words and words[0] in titles.ORDERS:
        opening, order_gender = titles.ORDERS[words[0]]
        return _with_title(opening, _find(" ".join(words[1:])), Gender(order_gender))
    found = _find(office)
    if found.word in titles.STYLES and not found.is_deputy:
        return titles.STYLES[found.word]
    if found.word in titles.CLERGY:
        return f"{titles.PRIEST} {titles.CLERGY[found.word]}"
    if titles.PRIEST_WORDS & set(words):
        return _with_title(titles.PRIEST, found, Gender.MASCULINE)
    gender = gender or _gender_by_office(words, found)
    if gender is None:
        return titles.ANYBODY
    return _with_title(titles.MAN if gender is Gender.MASCULINE else titles.WOMAN, found, gender)


def _gender_by_office(words: list[str], found: _Found) -> Gender | None:
    if words and words[0] in titles.COURTESY:
        return Gender(titles.COURTESY[words[0]])
    return Gender.FEMININE if found.is_feminine else None


def _with_title(opening: str, found: _Found, gender: Gender) -> str:
    pair = titles.TITLES.get(titles.SAME_AS.get(found.word, found.word))
    return f"{opening} {pair[gender is Gender.FEMININE]}" if pair else opening


def _find(office: str) -> _Found:
    """Return the first office named in the text, a degree only when there is nothing else."""
    segments = [found for part in _SEPARATORS.split(office) if (found := _find_in_phrase(part)).word]
    segments = [found for found in segments if not (found.word in titles.POSTS and _names_a_post(office))]
    offices = [found for found in segments if found.word not in titles.DEGREES]
    return next(iter(offices + segments), _NOTHING)


def _names_a_post(office: str) -> bool:
    return any(_clean(word) in titles.POST_MARKS for word in office.split())


def _find_in_phrase(phrase: str) -> _Found:
    if whole := next(
        (title for words, title in titles.PHRASES.items() if re.match(rf"{words}\b", phrase)), None
    ):
        return _Found(whole, False, False)
    case, is_deputy, is_feminine, degree = "nom", False, False, _NOTHING
    for word in map(_clean, phrase.split()):
        if word in titles.DEPUTIES or word in titles.ACTING:
            case, is_deputy = "gen", is_deputy or word in titles.DEPUTIES
            is_feminine = is_feminine or word in titles.FEMININE_MODIFIERS
        elif title := _office(word, case):
            found = _Found(title, is_deputy, is_feminine or title in titles.FEMININE)
            if title not in titles.DEGREES:
                return found
            degree = found
        elif word and word not in titles.SKIPPED and not _is_adjective(word, case):
            break  # the head of the phrase is some other word, and what follows is not this person's office
    return degree


def _clean(word: str) -> str:
    return word.strip(" .,;:\"'„”()")


def _office(word: str, case: str) -> str | None:
    """Return the known office this word names in the case asked for; after "p.o." the nominative is right too."""
    if word in titles.ABBREVIATED:
        return titles.ABBREVIATED[word]
    stem = re.sub(r"^[vw]ice-?(?=\w{4})", "", word)
    cases = {case, "nom"}
    lemmas = (r.word for r in readings(stem) if any(r.fits(kind="subst", case=one) for one in cases))
    return next((lemma for lemma in lemmas if lemma in _KNOWN), None)


def _is_adjective(word: str, case: str) -> bool:
    return any(reading.fits(kind="adj", case=one) for reading in readings(word) for one in (case, "nom"))
