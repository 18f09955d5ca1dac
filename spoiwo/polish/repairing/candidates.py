"""Readings of a damaged word: known words it may have been, each with the letters it would have lost."""

import re
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from spoiwo.polish.repairing.confusions import CLASSES, MARKED, ODD, SEEN, Channel
from spoiwo.polish.repairing.lexicon import BEGINNINGS, Lexicon

_ODD = re.compile("|".join(sorted(ODD, key=len, reverse=True)))
_MOST_VARIANTS = 32
_MOST_READINGS = 6
_RARER, _SLIPS = 0.7, 1.0
_BEGINNINGS = {beginning.translate(CLASSES): beginning for beginning in BEGINNINGS}
Losses = tuple[tuple[str, str], ...]
Signs = list[tuple[str, str]]


class Reading(NamedTuple):
    """A word that may have been meant, in small letters: what was seen for each letter of it, and how likely that is.

    ``losses`` are pairs (sign seen, marked letter) where they differ; ``score`` is the decimal logarithm of the word's
    share times the chance of its damage.
    """

    word: str
    seen: tuple[str, ...]
    losses: Losses
    score: float


class _Candidate(NamedTuple):
    word: str
    seen: tuple[str, ...]
    losses: Losses
    marks: tuple[tuple[str, str], ...]  # (sign seen, letter) for every letter that is or might be damaged
    share: float


def readings_of(text: str, lexicon: Lexicon, channel: Channel) -> list[Reading]:
    """Return what a word may be, the likeliest first; itself among them where it is known.

    Only marked letters come back: nothing else of the word is changed. A name counts only where it is written as one.
    Some 20 µs for a new word, a few for one met before.
    """
    candidates = _candidates(text.lower(), text[:1].islower(), lexicon)
    if len(candidates) == 1 and not candidates[0].marks:  # most words: nothing in them can be damage
        return [Reading(candidates[0].word, candidates[0].seen, (), candidates[0].share)]
    best: dict[str, Reading] = {}
    for candidate in candidates:
        score = candidate.share
        for sign, true in candidate.marks:
            cost = channel.cost(sign, true)
            if cost is None:
                break
            score += cost
        else:
            known = best.get(candidate.word)
            if known is None or known.score < score:
                best[candidate.word] = Reading(candidate.word, candidate.seen, candidate.losses, score)
    return sorted(best.values(), key=_by_score)[:_MOST_READINGS]


def _by_score(reading: Reading) -> float:
    return -reading.score


def untouched(text: str, score: float) -> Reading:
    """Return the word as it stands as a reading of itself."""
    return Reading(text.lower(), tuple(text.lower()), (), score)


@lru_cache(maxsize=50_000)
def _candidates(word: str, is_small: bool, lexicon: Lexicon) -> tuple[_Candidate, ...]:
    is_word = lexicon.is_common if is_small else lexicon.is_known
    found = [
        aligned
        for seen in _variants(word)
        for candidate in _look_alikes("".join(true or sign for sign, true in seen), lexicon)
        if (aligned := _aligned(seen, candidate, lexicon)) and is_word(candidate)
    ]
    if is_word(word) and all(candidate.word != word for candidate in found):
        marks = tuple((letter, letter) for letter in word if letter in MARKED)
        found.append(_Candidate(word, tuple(word), (), marks, lexicon.share(word)))
    return tuple(_without_slips(word, found))


def _without_slips(word: str, found: list[_Candidate]) -> list[_Candidate]:
    """Most of what the list counts for "sie" or "wiec" is "się" and "więc" typed without marks: it counts for less."""
    usual = max((candidate.share for candidate in found), default=0.0)
    return [
        candidate._replace(share=candidate.share - _SLIPS)
        if candidate.word == word and usual - candidate.share >= _RARER
        else candidate
        for candidate in found
    ]


def _variants(word: str) -> list[Signs]:
    """Return the word as pairs of what is seen and, where an odd sign stands, the letters it may stand for."""
    if not _ODD.search(word):
        return [[(sign, "") for sign in word]]
    parts: list[list[Signs]] = []
    at = 0
    for match in _ODD.finditer(word):
        parts.append([[(sign, "") for sign in word[at : match.start()]]])
        parts.append([_odd(match[0], meant) for meant in ODD[match[0]]])
        at = match.end()
    parts.append([[(sign, "") for sign in word[at:]]])
    chosen = zip(product(*parts), range(_MOST_VARIANTS), strict=False)
    return [[pair for part in variant for pair in part] for variant, _ in chosen]


def _odd(seen: str, meant: str) -> Signs:
    if len(meant) == len(seen):
        return [(sign, true if sign != true else "") for sign, true in zip(seen, meant, strict=True)]
    return [(seen, meant)]


def _look_alikes(word: str, lexicon: Lexicon) -> list[str]:
    classes = word.translate(CLASSES)
    found = list(lexicon.look_alikes(classes))
    if not found:
        for beginning in range(2, min(9, len(classes) - 3)):
            if start := _BEGINNINGS.get(classes[:beginning]):
                found += [start + rest for rest in lexicon.look_alikes(classes[beginning:])[:3]]
    return found


def _aligned(seen: Signs, candidate: str, lexicon: Lexicon) -> _Candidate | None:
    """Return the word beside what is seen of it; None where a letter cannot look like its sign."""
    if len(seen) != len(candidate):
        return None
    marks = []
    for (sign, meant), true in zip(seen, candidate, strict=True):
        if sign == true and true not in MARKED:
            continue
        if (meant and meant != true) or (sign != true and sign not in SEEN.get(true, ())):
            return None
        marks.append((sign, true))
    losses = tuple((sign, true) for sign, true in marks if sign != true)
    return _Candidate(
        candidate, tuple(sign for sign, _ in seen), losses, tuple(marks), lexicon.share(candidate)
    )


def shaped(reading: Reading, word: str) -> str:
    """Return the reading with the capitals of the word as it stands: tODZKIEGO stays out, Urzeddéw is Urzędów."""
    if len(word) > 1 and word.isupper():
        return reading.word.upper()
    return reading.word[:1].upper() + reading.word[1:] if word[:1].isupper() else reading.word
