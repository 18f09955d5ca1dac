"""Search terms of a Polish text: folded lemmas, the same for an index and for a query."""

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache
from itertools import combinations, product

from spoiwo.polish.collation import fold
from spoiwo.polish.dictionary import lemmas
from spoiwo.polish.gazetteer_forms import lemma_by_hand

_CAPITALS, _SMALL = "A-ZĄĆĘŁŃÓŚŹŻ", "a-ząćęłńóśźż"
# A word, or an acronym with its ending: PUP-u, KFS-em. Letters typed as two characters (o and an accent) stay together.
_TOKEN = re.compile(rf"[{_CAPITALS}]{{2,}}[-‐‑–][{_SMALL}]{{1,3}}\b|[\w\u0300-\u036f]+")
_ACRONYM_ENDING = re.compile(rf"[-‐‑–][{_SMALL}]+$")
_LOST = {"a": "ą", "c": "ć", "e": "ę", "l": "ł", "n": "ń", "o": "ó", "s": "ś", "z": "źż"}
_MOST_LOST = 3  # żółw, łódź; more letters lost in one word are rare and would cost too much to try
_LONGEST = 40  # no Polish word is longer; what is, is data
_REMEMBERED = 200_000


def terms(text: str) -> list[str]:
    """Return the terms of a text in its order: for every word its folded lemmas and its folded form.

    "Nabory wniosków" gives nabor, nabory, wniosek, wnioskow. Numbers and acronyms are their own terms (an acronym
    loses its ending: "PUP-u" is pup), parts of a hyphenated word are separate words, case does not matter. A word
    unknown to the dictionary and written without Polish letters ("wojta", "swietokrzyskie") is read as the known word it
    is nearest to. Some 20 µs for a new word, well under 1 µs for one met before.
    """
    return [term for group in term_groups(text) for term in group]


def term_groups(text: str) -> list[tuple[str, ...]]:
    """Return the terms of a text word by word, the last being the folded word itself: a query matches where each group has
    a term in the document."""
    return [_known[word] for word in _TOKEN.findall(text.replace("_", " "))]


def find_terms(text: str, spelt: Container[str] | None = None) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return `term_groups` with the place of each word in the text (start, end), for snippets and highlighting.

    `spelt` narrows it to words whose folded form is one of these: other words are not looked up.
    """
    found = _TOKEN.finditer(text.replace("_", " "))
    if spelt is not None:
        found = (match for match in found if _itself(match[0]) in spelt)
    return [(match.start(), match.end(), _known[match[0]]) for match in found]


class _Terms(dict[str, tuple[str, ...]]):
    """Terms of words met before, some 60 MB when full; a full table is begun anew."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = _word_terms(word)
        if len(word) <= _LONGEST:
            self[word] = found
        return found


_known = _Terms()


def _word_terms(token: str) -> tuple[str, ...]:
    word, itself = _without_ending(token), _itself(token)
    if not word.isalpha() or len(word) > _LONGEST or (word.isupper() and 1 < len(word) <= 4):
        return (itself,)
    found = _lemmas(word) or _lemmas_with_lost_letters(word.lower())
    others = dict.fromkeys(map(fold, found))
    others.pop(itself, None)
    return (*others, itself)


def _without_ending(token: str) -> str:
    return _ACRONYM_ENDING.sub("", unicodedata.normalize("NFC", token))


@lru_cache(maxsize=50_000)
def _itself(token: str) -> str:
    word = _without_ending(token)
    return fold(word) or word


def _lemmas(word: str) -> list[str]:
    """Return lemmas of the word as typed, as a common word and as a name: people search for "płock" too."""
    spellings = dict.fromkeys((word, word.lower(), word.capitalize()))
    found = dict.fromkeys(lemma for spelling in spellings for lemma in lemmas(spelling))
    if name := lemma_by_hand(word.capitalize()):
        found[name] = None
    return list(found)


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
