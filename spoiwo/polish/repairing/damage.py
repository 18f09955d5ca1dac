"""Whether a stretch of text has lost letters, and what its losses look like."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spoiwo.polish.repairing.candidates import Reading, readings_of
from spoiwo.polish.repairing.confusions import MARKED, Channel
from spoiwo.polish.repairing.lexicon import Lexicon
from spoiwo.polish.repairing.tokens import Word

_BLOCK = 150  # words looked at together: a damaged page is found in a sound book
_SHARE, _FEWEST, _SHORT = 0.03, 2, 3
_BARE = 0.1  # so many lost words are enough where no marked letter is left
_UNDERSTOOD = 0.6  # of the words of a Polish text so many are known or repairable
_USUAL = -7.0  # a name is repaired only to a usual word
_BETTER = 0.7  # a spelling that itself is in the list must be beaten by so much
_SIGNS = frozenset("éè¢£§$|ñôöòšž0612")


@dataclass(frozen=True, slots=True)
class Findings:
    """The readings of every unknown word as written, and which blocks of words are damaged."""

    readings: dict[str, list[Reading]]
    blocks: list[tuple[int, int]]
    channel: Channel


def examined(words: Sequence[Word], lexicon: Lexicon) -> Findings:
    """Look at every different word once and count losses by blocks; the channel has learned from the damaged ones."""
    channel = Channel()
    readings: dict[str, list[Reading]] = {}
    verdicts: dict[str, int] = {}
    for text in {word.text for word in words}:
        small = text.lower()
        if not (lexicon.is_common(small) or (lexicon.is_known(small) and not text.islower())):
            readings[text] = readings_of(text, lexicon, channel)
        verdicts[text] = _verdict(text, readings.get(text), lexicon)
    blocks = []
    for start in range(0, len(words), _BLOCK):
        # A short rest belongs to the block before.
        end = len(words) if len(words) - start < 2 * _BLOCK else start + _BLOCK
        if _is_damaged([word.text for word in words[start:end]], verdicts):
            blocks.append((start, end))
        if end == len(words):
            break
    _learn(words, blocks, readings, channel)
    return Findings(readings, blocks, channel)


def _verdict(text: str, readings: list[Reading] | None, lexicon: Lexicon) -> int:
    """0 a word that says nothing, 1 a sound one, 2 one that lost letters, 3 one with a sign no word has."""
    if readings is None or (not readings and lexicon.is_known(text.lower())):
        return 1
    if not is_repairable(text, readings, lexicon):
        return 0
    return 3 if _SIGNS & set(text) else 2


def is_repairable(text: str, readings: Sequence[Reading], lexicon: Lexicon) -> bool:
    """Whether an unknown word is rather its first reading: usual for a name, and likelier than what stands there."""
    if not readings:
        return False
    best, small = readings[0], text.lower()
    share = lexicon.share(best.word)
    if text[0].isupper() and not text.isupper() and share < _USUAL and not _SIGNS & set(text):
        return False
    return share >= lexicon.share(small) + _BETTER or len(small) > 7 or bool(_SIGNS & set(small))


def _is_damaged(texts: list[str], verdicts: dict[str, int]) -> bool:
    found = [verdicts[text] for text in texts]
    lost = sum(verdict >= 2 for verdict in found)
    understood = sum(verdict >= 1 for verdict in found)
    if not lost or lost < _SHARE * len(found) or understood < _UNDERSTOOD * len(found):
        return False
    if lost >= _FEWEST or len(found) <= _SHORT or 3 in found:
        return True
    return lost >= _BARE * len(found) and not any(MARKED.intersection(text.lower()) for text in texts)


def _learn(
    words: Sequence[Word], blocks: list[tuple[int, int]], readings: dict[str, list[Reading]], channel: Channel
) -> None:
    counted = Counter(word.text for start, end in blocks for word in words[start:end])
    for word, times in counted.items():
        found = readings.get(word)
        if found:
            for seen, true in zip(found[0].seen, found[0].word, strict=True):
                if true in MARKED:
                    channel.learn(seen, true, times)
        elif found is None:
            for letter in word.lower():
                if letter in MARKED:
                    channel.learn(letter, letter, times)
