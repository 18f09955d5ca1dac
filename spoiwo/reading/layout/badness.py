"""Whether a text layer is worth anything: letters no alphabet has, words no dictionary has, no spaces."""

import re

from spoiwo.polish.dictionary import entries
from spoiwo.polish.repairing import repair
from spoiwo.reading.layout.language import language_of

_WORD = re.compile(r"[^\W\d_]{3,}")
_STRANGE = re.compile("[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f\x7f-\x9f\U000f0000-\U0010ffff]")
_BULLETS = re.compile("[\uf0a7\uf0b7\uf0d8\uf02d\uf0fc]")  # what Word draws before items of lists
_VOWELS = frozenset("aąeęioóuyаеєиіїоуюяэыёäöüéèáíúàâêôûåæøõőű")
_HEAP = re.compile(f"[^{''.join(sorted(_VOWELS))}]{{4}}")
_SAMPLE = 1500
_MOST_STRANGE, _LONGEST_MEAN, _MOST_UNKNOWN, _MOST_HEAPS = 0.03, 20, 0.35, 0.3


def is_bad_layer(text: str) -> bool:
    """Whether a text as extracted from a PDF is better recognised from its picture; needs some words to say so."""
    sample = _BULLETS.sub("", text[:60_000])
    dense = "".join(sample.split())
    if len(dense) < 20:
        return False
    if len(_STRANGE.findall(sample)) > _MOST_STRANGE * len(dense):
        return True
    words = _WORD.findall(sample)
    if not words:
        return False
    if len(dense) / max(len(sample.split()), 1) > _LONGEST_MEAN and "http" not in sample:
        return True
    if len(words) < 12:
        return False
    language = language_of(sample)
    if language in ("uk", "en"):
        return False
    return share_unknown(sample) > _MOST_UNKNOWN if language == "pl" else _is_no_language(words)


def share_unknown(text: str) -> float:
    """Which share of the words written small no dictionary has, even after repair; 0 of a text without such words."""
    words = [word for word in _WORD.findall(repair(text).text) if word.islower()][:_SAMPLE]
    unknown = sum(not entries(word) for word in dict.fromkeys(words))
    return unknown / len(set(words)) if words else 0.0


def _is_no_language(words: list[str]) -> bool:
    """Letters shifted by a bad font: too few vowels or too many, or heaps of consonants; other languages pass."""
    letters = [letter for word in words for letter in word.lower()]
    vowels = sum(letter in _VOWELS for letter in letters) / len(letters)
    long = [word for word in words if len(word) > 3]
    heaps = sum(bool(_HEAP.search(word.lower())) for word in long) / max(len(long), 1)
    return not 0.22 < vowels < 0.65 or heaps > _MOST_HEAPS
