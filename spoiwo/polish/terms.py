"""Search terms of a Polish text: folded lemmas, the same for an index and for a query."""

import re
import unicodedata
from functools import lru_cache
from itertools import combinations, product

from spoiwo.polish.collation import fold
from spoiwo.polish.dictionary import readings

_WORD = re.compile(r"[^\W_]+")
_ACRONYM_ENDING = re.compile(r"\b([A-ZĄĆĘŁŃÓŚŹŻ]{2,})[-‐‑–](?:[a-ząćęłńóśźż]{1,3})\b")  # PUP-u, KFS-em
_LOST = {"a": "ą", "c": "ć", "e": "ę", "l": "ł", "n": "ń", "o": "ó", "s": "ś", "z": "źż"}
_MOST_LOST = 3  # żółw, łódź; more letters lost in one word are rare and would cost too much to try


def terms(text: str) -> list[str]:
    """Return the terms of a text in its order: for every word its folded lemmas and its folded form.

    "Nabory wniosków" gives nabor, nabory, wniosek, wnioskow. Numbers and acronyms are their own terms (an acronym
    loses its ending: "PUP-u" is pup), parts of a hyphenated word are separate words, case does not matter. A word
    unknown to the dictionary and written without Polish letters ("wojta", "swietokrzyskie") is read as the known word it
    is nearest to. Some 20 µs for a new word, under 1 µs for one met before.
    """
    return [term for group in term_groups(text) for term in group]


def term_groups(text: str) -> list[tuple[str, ...]]:
    """Return the terms of a text word by word: a query matches where each group has a term in the document."""
    text = _ACRONYM_ENDING.sub(r"\1", unicodedata.normalize("NFC", text))
    return [_word_terms(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=65_536)
def _word_terms(word: str) -> tuple[str, ...]:
    itself = fold(word) or word
    if not word.isalpha() or (word.isupper() and 1 < len(word) <= 4):
        return (itself,)
    lemmas = _lemmas(word) or _lemmas_with_lost_letters(word.lower())
    return tuple(dict.fromkeys([*(fold(lemma) for lemma in lemmas), itself]))


def _lemmas(word: str) -> list[str]:
    """Return lemmas of the word as typed, as a common word and as a name: people search for "płock" too."""
    spellings = dict.fromkeys((word, word.lower(), word.capitalize()))
    return list(dict.fromkeys(reading.word for spelling in spellings for reading in readings(spelling)))


def _lemmas_with_lost_letters(word: str) -> list[str]:
    if not word.isascii() or len(word) < 3:
        return []
    places = [position for position, letter in enumerate(word) if letter in _LOST][:12]
    for count in range(1, _MOST_LOST + 1):
        found = [lemma for chosen in combinations(places, count) for lemma in _restored(word, chosen)]
        if found:
            return list(dict.fromkeys(found))
    return []


def _restored(word: str, places: tuple[int, ...]) -> list[str]:
    found = []
    for letters in product(*(_LOST[word[place]] for place in places)):
        spelling = list(word)
        for place, letter in zip(places, letters, strict=True):
            spelling[place] = letter
        found += _lemmas("".join(spelling))
    return found
