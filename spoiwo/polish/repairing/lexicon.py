"""Which words exist (the dictionary decides) and how usual they are (the list of `wordfreq`), found by damaged looks."""

from functools import cache
from importlib import import_module

from spoiwo.polish.dictionary import entries
from spoiwo.polish.repairing.confusions import CLASSES

UNLISTED = -8.5  # the decimal logarithm of the share of a word that the list does not have
_ALPHABET = frozenset("aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż")
# Beginnings that make words the list may lack: międzywojewódzki, niezgłoszony.
BEGINNINGS = (
    "nie", "naj", "między", "współ", "pod", "nad", "ponad", "po", "poza", "przeciw", "wielo", "nowo", "ogólno", "samo",
    "wewnątrz", "około", "prze", "przed", "super", "mikro", "euro", "eko", "pół", "dwu", "trzy", "kilku",
)  # fmt: skip


class Lexicon:
    """The list of words with their shares, and an index from the classes of letters to the words; some 150 MB."""

    def __init__(self) -> None:
        self._rarity, self._index = _loaded()
        self._kinds: dict[str, int] = {}

    def share(self, word: str) -> float:
        """Return the decimal logarithm of the word's share of all Polish text."""
        rarity = self._rarity.get(word)
        return UNLISTED if rarity is None else -rarity / 100

    def is_known(self, word: str) -> bool:
        """Whether the dictionary has the word, in small letters or as a name."""
        return self._kind(word) > 0

    def is_common(self, word: str) -> bool:
        """Whether the dictionary has the word as one that is written small."""
        return self._kind(word) == 2

    def _kind(self, word: str) -> int:
        """0 unknown, 1 known as a name or an acronym alone, 2 known."""
        kind = self._kinds.get(word)
        if kind is None:
            found = entries(word)
            if any(lemma[:1].islower() for lemma, _tag, _names in found):
                kind = 2
            else:
                kind = 1 if found or entries(word.capitalize()) else 0
            self._kinds[word] = kind
        return kind

    def look_alikes(self, classes: str) -> tuple[str, ...]:
        """Return the listed words whose letters fall into these classes, the most usual first."""
        found = self._index.get(classes)
        return () if found is None else (found,) if isinstance(found, str) else found


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, loaded at the first call (about a second)."""
    return Lexicon()


def _loaded() -> tuple[dict[str, int], dict[str, str | tuple[str, ...]]]:
    rarity: dict[str, int] = {}
    index: dict[str, str | tuple[str, ...]] = {}
    for rank, words in enumerate(import_module("wordfreq").get_frequency_list("pl", "large")):
        for word in words:
            if not _ALPHABET.issuperset(word):
                continue
            rarity[word] = rank
            classes = word.translate(CLASSES)
            met = index.get(classes)
            if met is None:
                index[classes] = word
            else:
                index[classes] = (met, word) if isinstance(met, str) else (*met, word)
    return rarity, index
