"""Readings of a damaged word: known words it may have been, each with the letters it would have lost."""

import re
from dataclasses import dataclass
from itertools import product

from spoiwo.polish.repairing.confusions import CLASSES, MARKED, ODD, Channel
from spoiwo.polish.repairing.lexicon import BEGINNINGS, UNLISTED, Lexicon

_ODD = re.compile("|".join(sorted(ODD, key=len, reverse=True)))
_MOST_VARIANTS = 32
_MOST_READINGS = 6
_BEGINNINGS = {beginning.translate(CLASSES): beginning for beginning in BEGINNINGS}
Losses = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A word that may have been meant, in small letters: what was seen for each letter of it, and how likely that is.

    ``score`` is the decimal logarithm of the word's share times the chance of its damage.
    """

    word: str
    seen: tuple[str, ...]
    score: float

    @property
    def losses(self) -> Losses:
        """Pairs (sign seen, marked letter) where they differ."""
        return tuple((seen, true) for seen, true in zip(self.seen, self.word, strict=True) if seen != true)


def readings_of(text: str, lexicon: Lexicon, channel: Channel) -> list[Reading]:
    """Return what a word may be, the likeliest first; itself among them where it is known.

    Only marked letters come back: nothing else of the word is changed. A name counts only where it is written as one.
    Some 20 µs.
    """
    word = text.lower()
    is_word = lexicon.is_common if text[:1].islower() else lexicon.is_known
    best: dict[str, Reading] = {}
    for seen in _variants(word):
        for candidate in _look_alikes("".join(true or sign for sign, true in seen), lexicon):
            reading = _aligned(seen, candidate, lexicon, channel)
            if reading and (candidate not in best or best[candidate].score < reading.score):
                best[candidate] = reading
    if word not in best and is_word(word):
        itself = _aligned([(sign, "") for sign in word], word, lexicon, channel)
        best[word] = itself or Reading(word, tuple(word), lexicon.share(word) - 3)
    ranked = sorted(best.values(), key=lambda reading: -reading.score)
    known = (reading for reading in ranked if is_word(reading.word))
    return [reading for reading, _ in zip(known, range(_MOST_READINGS), strict=False)]


def _variants(word: str) -> list[list[tuple[str, str]]]:
    """Return the word as pairs of what is seen and, where an odd sign stands, the letters it may stand for."""
    if not _ODD.search(word):
        return [[(sign, "") for sign in word]]
    parts: list[list[list[tuple[str, str]]]] = []
    at = 0
    for match in _ODD.finditer(word):
        parts.append([[(sign, "") for sign in word[at : match.start()]]])
        parts.append([_odd(match[0], meant) for meant in ODD[match[0]]])
        at = match.end()
    parts.append([[(sign, "") for sign in word[at:]]])
    chosen = zip(product(*parts), range(_MOST_VARIANTS), strict=False)
    return [[pair for part in variant for pair in part] for variant, _ in chosen]


def _odd(seen: str, meant: str) -> list[tuple[str, str]]:
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


def _aligned(
    seen: list[tuple[str, str]], candidate: str, lexicon: Lexicon, channel: Channel
) -> Reading | None:
    if len(seen) != len(candidate):
        return None
    score = lexicon.share(candidate)
    for (sign, meant), true in zip(seen, candidate, strict=True):
        if sign == true and true not in MARKED:
            continue
        cost = channel.cost(sign, true) if not meant or meant == true else None
        if cost is None:
            return None
        score += cost
    return Reading(candidate, tuple(sign for sign, _ in seen), max(score, UNLISTED - 6))


def shaped(reading: Reading, word: str) -> str:
    """Return the reading with the capitals of the word as it stands: tODZKIEGO stays out, Urzeddéw is Urzędów."""
    if len(word) > 1 and word.isupper():
        return reading.word.upper()
    return reading.word[:1].upper() + reading.word[1:] if word[:1].isupper() else reading.word
