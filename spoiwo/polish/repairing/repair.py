"""Repair of Polish letters lost in a bad scan, a bad font, a wrong encoding or on a plain keyboard."""

from collections.abc import Sequence
from itertools import pairwise

from spoiwo.polish.repairing.candidates import Reading, readings_of, shaped, untouched
from spoiwo.polish.repairing.changes import Edit, Repaired, applied, followed
from spoiwo.polish.repairing.confusions import Channel
from spoiwo.polish.repairing.context import best_path, hint_score, pair_score
from spoiwo.polish.repairing.damage import Findings, examined, is_repairable
from spoiwo.polish.repairing.lexicon import Lexicon, lexicon
from spoiwo.polish.repairing.mojibake import read_back
from spoiwo.polish.repairing.tokens import Word, words_of

_ROUNDS = 8
_ALWAYS, _OFTEN = 0.8, 0.2  # of a letter so much is lost: nearly all; enough to doubt a real word
_FAR, _CLEAR = 2.0, 1.0  # how much likelier a word must be where its letters are lost often, nearly always
_NUDGE = 0.25  # how much the neighbours must say
_LETTERS = "letters"


def repair(text: str) -> Repaired:
    """Return the text with lost Polish letters restored, and every change with alternatives and confidence.

    A text is first looked at as a whole: only where it is recognised as damaged is anything changed, and there a known
    word only where its neighbours (or the loss of that letter everywhere) speak for another. Layout stays as it is.
    Repairing twice changes nothing more. Linear in the text: from 50,000 words a second; the first call loads the list of
    words (about a second).
    """
    words = lexicon()
    result = Repaired(text, ())
    for _ in range(_ROUNDS):
        # Each round leaves more Polish letters than it found, so the rounds come to an end.
        step = read_back(result.text, words.is_known)
        step = followed(result.text, step, _letters(step.text, words))
        if not step.changes:
            break
        result = followed(text, result, step)
    return result


def _letters(text: str, lexicon: Lexicon) -> Repaired:
    words = words_of(text)
    findings = examined(words, lexicon)
    edits: list[Edit] = []
    memory: dict[str, list[Reading]] = {}
    for start, end in findings.blocks:
        edits += _block(text, words[start:end], findings, lexicon, memory)
    return applied(text, edits, _LETTERS if edits else "")


def _block(
    text: str, words: Sequence[Word], findings: Findings, lexicon: Lexicon, memory: dict[str, list[Reading]]
) -> list[Edit]:
    choices = []
    for word in words:
        if word.text not in memory:
            memory[word.text] = _choices(word.text, findings, lexicon)
        choices.append(memory[word.text])
    gaps = ["."] + [_gap(text[a.last : b.start]) for a, b in pairwise(words)]
    path = best_path(choices, gaps)
    chosen = [choice[index] for choice, index in zip(choices, path, strict=True)]
    edits: list[Edit] = []
    for place, word in enumerate(words):
        if chosen[place].losses and _is_sure(place, choices[place], chosen, gaps, findings.channel):
            fits = [_around(place, other.word, chosen, gaps) for other in choices[place]]
            edits += _edits(word, choices[place], fits, chosen[place])
    return edits


def _choices(text: str, findings: Findings, lexicon: Lexicon) -> list[Reading]:
    small = text.lower()
    itself = untouched(text, -20.0)
    found = readings_of(text, lexicon, findings.channel)
    if text in findings.readings:
        return found if is_repairable(text, found, lexicon) else [itself]
    if (
        text[0].isupper() and not text.isupper()
    ):  # a name is left alone unless the other word is much more usual
        found = [reading for reading in found if reading.word == small or _is_usual(reading, small, lexicon)]
    return found or [itself]


def _is_usual(reading: Reading, small: str, lexicon: Lexicon) -> bool:
    return lexicon.share(reading.word) > lexicon.share(small) + _CLEAR


def _gap(between: str) -> str:
    signs = between.strip()
    if not signs:
        return "." if between.count("\n") > 1 else ""
    return "," if signs == "," else "."


def _is_sure(
    place: int, choices: list[Reading], chosen: list[Reading], gaps: list[str], channel: Channel
) -> bool:
    """Whether a chosen reading may replace what stands there; an unknown word may always be replaced."""
    reading = chosen[place]
    standing = next((other for other in choices if not other.losses), None)
    if standing is None:
        return True
    shares = [channel.share(seen, true) for seen, true in reading.losses]
    if min(shares) < _OFTEN:
        return False
    gain = _around(place, reading.word, chosen, gaps) - _around(place, standing.word, chosen, gaps)
    if gain >= _NUDGE and reading.score + gain > standing.score:
        return True
    if gain > -1 and reading.score >= standing.score + _FAR:  # a ghost such as "sie" may agree with anything
        return True
    return min(shares) >= _ALWAYS and gain >= 0 and reading.score >= standing.score + _CLEAR


def _around(place: int, word: str, chosen: list[Reading], gaps: list[str]) -> float:
    score = hint_score(word, [reading.word for reading in chosen[max(0, place - 3) : place]])
    if place:
        score += pair_score(chosen[place - 1].word, word, gaps[place])
    if place + 1 < len(chosen):
        score += pair_score(word, chosen[place + 1].word, gaps[place + 1])
    return score


def _edits(word: Word, choices: list[Reading], fits: list[float], reading: Reading) -> list[Edit]:
    after = shaped(reading, word.text)
    others = tuple(shaped(other, word.text) for other in choices if other is not reading)
    scores = [other.score + fit for other, fit in zip(choices, fits, strict=True)]
    ours = scores[choices.index(reading)]
    confidence = round(min(0.99, 1 / sum(10 ** min(6, score - ours) for score in scores)), 3)
    if not word.tail:
        return [Edit(word.start, word.end, after, others, confidence)]
    cut = _cut(reading, word.end - word.start)
    halves = ((word.start, word.end, after[:cut]), (*word.tail, after[cut:]))
    first = word.end - word.start
    before = (word.text[:first], word.text[first:])
    return [
        Edit(start, end, half, others, confidence)
        for (start, end, half), old in zip(halves, before, strict=True)
        if half != old
    ]


def _cut(reading: Reading, length: int) -> int:
    """Return after how many letters of the reading the first line's signs are used up."""
    used = 0
    for place, seen in enumerate(reading.seen):
        if used >= length:
            return place
        used += len(seen)
    return len(reading.seen)
