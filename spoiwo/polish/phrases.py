"""Names of offices and institutions in every case, for the body and the address of a letter."""

import re
from functools import lru_cache

from spoiwo.polish.dictionary import paradigm
from spoiwo.polish.grammar import Forms, Gender, unchanged

_COURTESY = {
    Gender.MASCULINE: Forms("Pan", "Pana", "Panu", "Pana", "Panem", "Panu", "Panie"),
    Gender.FEMININE: Forms("Pani", "Pani", "Pani", "Panią", "Panią", "Pani", "Pani"),
}


def courtesy(gender: Gender | str) -> Forms:
    """Return Pan or Pani in every case. Raises ValueError for a gender that is neither ``f`` nor ``m``."""
    return _COURTESY[Gender(gender)]


_ORDINAL = re.compile(r"[IVX]+$|\d+\.$")  # I Zastępca Burmistrza
_TAGS = ("m1", "f", "m3", "n")  # personal readings first


@lru_cache(maxsize=8192)
def phrase_cases(phrase: str, gender: Gender | str | None = None) -> Forms:
    """Return an office or an institution in every case: "Starosta Nowodworski" → dative "Staroście Nowodworskiemu".

    The leading noun and the adjectives agreeing with it are inflected, what depends on them is left as it is
    ("Dyrektorowi Powiatowego Urzędu Pracy"); phrases after a comma are treated the same. With ``gender="f"`` an
    office in a masculine consonant-final form is not inflected ("Pani Dyrektor Powiatowego Urzędu Pracy"), as
    official style requires after Pani. A phrase without a recognised head stays in the nominative. Capitals are
    kept, white space is tidied. Raises ValueError for a gender that is neither ``f`` nor ``m``.
    """
    is_woman = bool(gender) and Gender(str(gender)) is Gender.FEMININE
    parts = " ".join(phrase.split()).split(", ")
    inflected = [_one_phrase(part.split(), is_woman) for part in parts]
    return Forms(*(", ".join(in_one_case) for in_one_case in zip(*inflected, strict=True)))


def _one_phrase(words: list[str], is_woman: bool) -> Forms:
    head, tag = _head(words)
    if head is None or (is_woman and tag == "m1" and not words[head].lower().endswith("a")):
        return unchanged(" ".join(words))
    result, agreeing = unchanged(""), True
    for position, word in enumerate(words):
        forms = _noun(word, tag) if position == head else _adjective(word, tag) if agreeing else None
        agreeing = agreeing and (forms is not None or position < head)
        result = result.joined(_shaped(forms, word) if forms else unchanged(word))
    return result


def _head(words: list[str]) -> tuple[int | None, str]:
    """Return the place and gender of the first noun that can be a nominative; only adjectives precede it."""
    for position, word in enumerate(words):
        following = words[position + 1] if position + 1 < len(words) else ""
        for tag in _TAGS:
            # Naczelny Lekarz: a word that may be either is an adjective before a noun it agrees with.
            qualifies = following and _adjective(word, tag) and paradigm(following.lower(), tag)
            if not qualifies and _noun(word, tag):
                return position, tag
        if not _ORDINAL.match(word) and not any(_adjective(word, tag) for tag in _TAGS):
            break
    return None, ""


def _noun(word: str, tag: str) -> Forms | None:
    forms = paradigm(word.lower(), tag) or paradigm(word.lower(), tag, kind="pact")
    # The dictionary also knows indeclinable feminine readings of masculine offices; those are no heads here.
    return forms if forms and len(set(forms)) > 1 else None


def _adjective(word: str, tag: str) -> Forms | None:
    return paradigm(word.lower(), tag, kind="adj")


def _shaped(forms: Forms, word: str) -> Forms:
    if word.isupper() and len(word) > 1:
        return Forms(*map(str.upper, forms))
    return Forms(*(form[:1].upper() + form[1:] for form in forms)) if word[:1].isupper() else forms
