"""Which lines say nearly the same: by lemmas, rare words counting for more, kindred words for half."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from itertools import combinations
from math import ceil, log
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from spoiwo.polish import terms

Key = TypeVar("Key", bound=Hashable)

NEAR = 0.5
"""The likeness from which a line is worth pointing out; set on the examples in the tests."""
ALIKE = 0.6
"""The likeness every two lines of a proposed merger have."""

_WORD = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ]{2,}[-‐‑–][a-ząćęłńóśźż]{1,3}\b|[^\W_]+")  # with its ending: PUP-em
_ROOT = 5  # letters in which kindred words agree at least: rower, rowerowy
_KIN = 0.6  # and the part of the longer word they agree in: not przedszkole, przedsiębiorca
_KIN_COUNTS = 0.5
_COMMON_COUNTS = 0.3

_LISTS = tomllib.loads((Path(__file__).parent.parent / "data" / "words.pl.toml").read_text(encoding="utf-8"))
_EMPTY = frozenset(_LISTS["empty"].split())
_COMMON = frozenset(_LISTS["common"].split())
_UNION = frozenset[str]().union


class Near(NamedTuple, Generic[Key]):
    """A line like the one asked about: its key, likeness from 0 to 1, and the words of the new line they share."""

    key: Key
    likeness: float
    shared: tuple[str, ...]


class Cluster(NamedTuple, Generic[Key]):
    """Lines that might be merged, in the order they were given; `likeness` is that of the two furthest apart."""

    keys: tuple[Key, ...]
    likeness: float


class _Word(NamedTuple):
    """A word as written, its terms, what they begin with, and whether half of all proposals have it."""

    written: str
    terms: frozenset[str]
    roots: frozenset[str]
    is_common: bool


class Similar(Generic[Key]):
    """An index of short lines. Some 50 µs to add a line whose words were met before, about 1 ms to ask among 500."""

    def __init__(self, lines: Iterable[tuple[Key, str]] = ()) -> None:
        self._words: dict[Key, tuple[_Word, ...]] = {}
        self._having: dict[str, set[Key]] = defaultdict(set)
        self._weights: dict[frozenset[str], float] = {}
        for key, text in lines:
            self.add(key, text)

    def __len__(self) -> int:
        return len(self._words)

    def add(self, key: Key, text: str) -> None:
        """Put a line into the index; a line of the same key is replaced."""
        self.drop(key)
        self._words[key] = words = _words_of(text)
        for word in words:
            for term in word.terms | word.roots:
                self._having[term].add(key)
        self._weights.clear()

    def drop(self, key: Key) -> None:
        """Take a line out; one that is not there is no mistake."""
        for word in self._words.pop(key, ()):
            for term in word.terms | word.roots:
                self._having[term].discard(key)
        self._weights.clear()

    def near(
        self, text: str, limit: int = 3, *, least: float = NEAR, but: Key | None = None
    ) -> list[Near[Key]]:
        """The most alike lines, the most alike first, then in the order they were added; `but` is left out.

        Likeness is the weight of the words the two lines share in all their words (Dice 1945), where a word weighs
        1 + ln((lines + 1) / (lines having it + 1)), Sparck Jones's rarity (1972), a common word 0.3 of that, and a
        kindred word ("rower", "rowerowy") is shared by half.
        """
        words = _words_of(text)
        candidates = {key for term in _reach(words) for key in self._having.get(term, ())} - {but}
        found = [self._compared(words, key) for key in self._words if key in candidates]
        return sorted((near for near in found if near.likeness >= least), key=lambda n: -n.likeness)[:limit]

    def clusters(self, *, least: float = ALIKE) -> list[Cluster[Key]]:
        """Groups of two or more lines to be merged if people agree: in each every two are alike, the closest group first.

        Groups grow by the closest pairs, and join only if every line of one is like every line of the other (complete
        linkage), so that no chain of half-likenesses makes one heap of everything. Some 0.3 s for 500 lines.
        """
        likeness = self._pairs(least)
        order = {key: place for place, key in enumerate(self._words)}
        group_of: dict[Key, tuple[Key, ...]] = {key: (key,) for key in self._words}
        for pair in sorted(likeness, key=lambda pair: -likeness[pair]):
            one, other = (group_of[key] for key in sorted(pair, key=order.__getitem__))
            if one is not other and all(frozenset((a, b)) in likeness for a in one for b in other):
                joined = tuple(sorted((*one, *other), key=order.__getitem__))
                group_of.update(dict.fromkeys(joined, joined))
        groups = dict.fromkeys(group for group in group_of.values() if len(group) > 1)
        found = [
            Cluster(group, min(likeness[frozenset(p)] for p in combinations(group, 2))) for group in groups
        ]
        return sorted(found, key=lambda cluster: -cluster.likeness)

    def _pairs(self, least: float) -> dict[frozenset[Key], float]:
        """Every two lines at least so much alike."""
        found: dict[frozenset[Key], float] = {}
        for key, words in self._words.items():
            for other in {other for term in _reach(words) for other in self._having[term]} - {key}:
                pair = frozenset((key, other))
                if pair not in found and (near := self._compared(words, other)).likeness >= least:
                    found[pair] = near.likeness
        return found

    def _compared(self, words: Sequence[_Word], key: Key) -> Near[Key]:
        theirs = self._words[key]
        mine, all_mine, shared = self._share(words, theirs)
        other, all_theirs, _ = self._share(theirs, words)
        return Near(key, (mine + other) / (all_mine + all_theirs), shared)

    def _share(self, words: Sequence[_Word], others: Sequence[_Word]) -> tuple[float, float, tuple[str, ...]]:
        """The weight of the words found among the others, the weight of all, and the words found."""
        same = _UNION(*(other.terms for other in others))
        roots = _UNION(*(other.roots for other in others))
        found = total = 0.0
        shared = []
        for word in words:
            weight = self._weights.get(word.terms) or self._weigh(word)
            total += weight
            if not same.isdisjoint(word.terms):
                found += weight
                shared.append(word.written)
            elif not roots.isdisjoint(word.roots) and _has_kin(word, others):
                found += weight * _KIN_COUNTS
                shared.append(word.written)
        return found, total, tuple(shared)

    def _weigh(self, word: _Word) -> float:
        having = max(len(self._having.get(term, ())) for term in word.terms)
        weight = (1 + log((len(self._words) + 1) / (having + 1))) * (
            _COMMON_COUNTS if word.is_common else 1.0
        )
        self._weights[word.terms] = weight
        return weight


@lru_cache(maxsize=4096)
def _words_of(text: str) -> tuple[_Word, ...]:
    """The words of a line that mean something, each once; where there are only empty ones, those."""
    met: dict[tuple[str, ...], str] = {}
    for written in _WORD.findall(text):
        if found := tuple(terms(written)):
            met.setdefault(found, written)
    telling = {
        found: written for found, written in met.items() if len(found[-1]) > 1 and _EMPTY.isdisjoint(found)
    }
    return tuple(_word(written, frozenset(found)) for found, written in (telling or met).items())


def _word(written: str, found: frozenset[str]) -> _Word:
    roots = frozenset(term[:_ROOT] + "-" for term in found if len(term) >= _ROOT)
    return _Word(written, found, roots, not _COMMON.isdisjoint(found))


@lru_cache(maxsize=4096)
def _reach(words: tuple[_Word, ...]) -> frozenset[str]:
    """What a line asks for: the terms of its words and what they begin with; a common word alone finds nothing."""
    telling = [word for word in words if not word.is_common] or words
    return _UNION(*(word.terms | word.roots for word in telling))


def _has_kin(word: _Word, others: Sequence[_Word]) -> bool:
    return any(_are_kin(mine, theirs) for other in others for mine in word.terms for theirs in other.terms)


@lru_cache(maxsize=65_536)
def _are_kin(one: str, other: str) -> bool:
    """Whether two words begin alike far enough to be of one family."""
    letters = max(_ROOT, ceil(_KIN * max(len(one), len(other))))
    return min(len(one), len(other)) >= letters and one[:letters] == other[:letters]
