"""The words a training is told in: its own part of a sentence, the sentences that go on, a day said around them."""

import re
from itertools import pairwise

from spoiwo.reading.facts.event_days import line_above
from spoiwo.reading.facts.events import event_before
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, Sign, pattern
from spoiwo.reading.facts.training_subjects import subject_of
from spoiwo.reading.facts.training_words import GOES_ON, LEARNING, OTHER_EVENT, PLACES_OFFERED, TRAINING

_AFTER = 3  # sentences a training may still be told in after its own
_CUT = re.compile(r",\s+(?=(?:a\s+|zaś\s+|natomiast\s+)?(?:od\s+)?Δ)|;\s+")
_SAME_DAY = pattern(r"\b(?:tego (?:samego )?dnia|w tym samym dniu)\b")


def own_span(masked: Masked, match: re.Match[str], start: int, end: int) -> tuple[int, int]:
    """Return which part of a sentence is about a training: up to the next one, or its clause where each has its day."""
    others = [m.start() for m in masked.search(TRAINING, start, end)]
    if len(others) < 2:
        return start, end
    cuts = [start, *(m.end() for m in masked.search(_CUT, start, end)), end]
    parts = [*pairwise(cuts)]
    if len(parts) == len(others) and all(a <= at < b for at, (a, b) in zip(others, parts, strict=True)):
        return next((a, b) for a, b in parts if a <= match.start() < b)
    begin = match.start() if others[0] != match.start() else start
    return begin, next((at for at in others if at > match.end()), end)


def day_around(masked: Masked, start: int, end: int) -> list[Field]:
    """Return the day in the line above a training, or of the event told before for "Tego samego dnia"."""
    above = line_above(masked, start) or _month_above(masked, start)
    if above or not _SAME_DAY.search(masked.text, start, end):
        return masked.fields("date", above)
    event = event_before(masked, start)
    return [one for one in event.fields if one.name == "date"] if event else []


def _month_above(masked: Masked, start: int) -> list[Sign]:
    """Return the month that is all the sentence before says: "Wrzesień 2009. Kurs piekarski w Czempiniu!"."""
    number = masked.document.sentence_number(start)
    begin, stop, paragraph = masked.sentences[max(0, number - 1)]
    if number == 0 or paragraph != masked.sentences[number][2] or masked.text[begin:stop].strip("Δ ."):
        return []
    return masked.under(begin, stop, "Δ")[:1]


def going_on(masked: Masked, number: int) -> list[tuple[int, int]]:
    """Return the sentences of the paragraph that go on about the training: when it was, who came, who held it."""
    found = []
    for begin, stop, paragraph in masked.sentences[number + 1 : number + 1 + _AFTER]:
        other = TRAINING.search(masked.text, begin, stop)
        own = other and subject_of(masked, other, begin, stop)
        elsewhere = paragraph != masked.sentences[number][2] and not PLACES_OFFERED.match(
            masked.text, begin, stop
        )
        if elsewhere or own or OTHER_EVENT.search(masked.text, begin, stop):
            break
        if other or GOES_ON.search(masked.text, begin, stop):
            found.append((begin, stop))
    return found


def before(masked: Masked, start: int) -> list[tuple[int, int]]:
    """Return the sentence before in the same paragraph, where it names no other event and no other training."""
    number = masked.document.sentence_number(start)
    if number == 0:
        return []
    begin, stop, paragraph = masked.sentences[number - 1]
    other = TRAINING.search(masked.text, begin, stop)
    if paragraph != masked.sentences[number][2] or OTHER_EVENT.search(masked.text, begin, stop):
        return []
    if not LEARNING.search(masked.text, begin, stop):
        return []
    return [] if other and subject_of(masked, other, begin, stop) else [(begin, stop)]
