"""Words one slip of the finger away: what a search tries when the words as typed find nothing."""

from collections.abc import Callable, Collection
from string import ascii_lowercase

from spoiwo.polish.collation import fold

_SHORTEST = 4  # shorter words have so many neighbours that a guess is no better than chance


def within_one_edit(word: str, existing: Callable[[set[str]], Collection[str]]) -> list[str]:
    """Return the known terms one edit away from a word: two letters swapped, one missing, one too many, one wrong.

    ``existing`` is asked once, with some 55 spellings per letter, and returns those that are terms of the index. Likely
    slips come first (swapped, missing, too many, wrong), each kind in alphabetical order. The word is folded as terms
    are. A word of fewer than four letters, or with a digit in it, gives nothing: numbers are not guessed.
    """
    word = fold(word)
    if len(word) < _SHORTEST or not word.isalpha() or not word.isascii():
        return []
    slips = _slips(word)
    found = frozenset(existing(set(slips)))
    return sorted(found & slips.keys(), key=lambda term: (slips[term], term))


def _slips(word: str) -> dict[str, int]:
    """Return every spelling one edit away with the rank of its likeliest slip."""
    found: dict[str, int] = {}
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    kinds = (
        (left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1),
        (left + letter + right for left, right in cuts for letter in ascii_lowercase),
        (left + right[1:] for left, right in cuts if right),
        (left + letter + right[1:] for left, right in cuts if right for letter in ascii_lowercase),
    )
    for rank, spellings in enumerate(kinds):
        for spelling in spellings:
            found.setdefault(spelling, rank)
    found.pop(word, None)
    return found
