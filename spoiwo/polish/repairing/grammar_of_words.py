"""What the dictionary says of a word, packed into numbers, so that neighbours are compared in a moment."""

from itertools import product
from typing import NamedTuple

from spoiwo.polish.dictionary import entries

_CASES = ("nom", "gen", "dat", "acc", "inst", "loc", "voc")
_GENDERS = ("m1", "m2", "m3", "f", "n")
_BIT = {key: 1 << place for place, key in enumerate(product(("sg", "pl"), _CASES, _GENDERS))}
CASE = {case: sum(bit for key, bit in _BIT.items() if key[1] == case) for case in _CASES}
SINGULAR = sum(bit for key, bit in _BIT.items() if key[0] == "sg")
_NOUNS = frozenset({"subst", "depr", "ger", "num", "ppron12", "ppron3", "siebie"})
_ADJECTIVES = frozenset({"adj", "pact", "ppas"})
_FINITE = frozenset({"fin", "bedzie", "praet", "imps", "impt", "winien"})


class Grammar(NamedTuple):
    """Sets of (number, case, gender) as bits: of the noun and adjective readings; the governed case; kinds of verb."""

    noun: int
    adjective: int
    governs: int
    finite: int  # 1 singular, 2 plural, 4 impersonal or first and second person
    is_infinitive: bool
    other: bool

    @property
    def nominal(self) -> int:
        """Bits of any noun or adjective reading."""
        return self.noun | self.adjective


_known: dict[str, Grammar] = {}
_MOST = 200_000


def grammar(word: str) -> Grammar:
    """Return what a word in small letters can be; worked out once a word."""
    found = _known.get(word)
    if found is None:
        if len(_known) > _MOST:
            _known.clear()
        found = _known[word] = _grammar(word)
    return found


def _grammar(word: str) -> Grammar:
    noun = adjective = governs = finite = 0
    infinitive = other = False
    for _lemma, tag, _names in entries(word):
        kind, *marks = tag.split(":")
        if kind in _NOUNS:
            noun |= _bits(marks)
        elif kind in _ADJECTIVES:
            adjective |= _bits(marks)
        elif kind == "prep":
            governs |= sum(CASE.get(case, 0) for case in marks[0].split("."))
        elif kind in _FINITE:
            finite |= _person(kind, marks)
        elif kind == "inf":
            infinitive = True
        else:
            other = True
    if governs:  # "o" and "do" are also names of letters and notes, but not in a letter from an office
        noun = adjective = finite = 0
    return Grammar(noun, adjective, governs, finite, infinitive, other)


def _bits(marks: list[str]) -> int:
    if len(marks) < 2:
        return 0
    genders = marks[2].split(".") if len(marks) > 2 else list(_GENDERS)
    if not set(genders) & set(_GENDERS):
        genders = list(_GENDERS)
    keys = product(marks[0].split("."), marks[1].split("."), genders)
    return sum(_BIT.get(key, 0) for key in set(keys))


def _person(kind: str, marks: list[str]) -> int:
    if kind in ("imps", "impt") or (kind in ("fin", "bedzie") and "ter" not in marks[1:2]):
        return 4
    return sum({"sg": 1, "pl": 2}.get(number, 0) for number in marks[0].split("."))
