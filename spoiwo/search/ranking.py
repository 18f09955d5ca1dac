"""Orders candidates: words of the title before words of the text, rare words before common ones, new before old."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

Group = tuple[str, ...]
_TITLE = 2.5  # what a word in the title counts beside one in the text
_SATURATION, _LENGTH = 1.2, 0.75  # as usual for BM25 (Robertson and Zaragoza 2009, section 3.2)
_USUAL_LENGTH = 250  # words of a document of this house
_HALF_LIFE = 3 * 365  # days after which being new counts half as much
_NEWNESS = 0.35


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that matches, as ranking sees it."""

    number: int
    title_terms: str
    body_terms: str
    length: int
    day: date | None


def weights(groups: Sequence[Group], documents: Mapping[str, int], total: int) -> list[float]:
    """How much each group tells: the inverse document frequency of its most frequent term, never below zero."""
    found = [max((documents.get(term, 0) for term in group), default=0) for group in groups]
    return [math.log(1 + (total - min(count, total) + 0.5) / (count + 0.5)) for count in found]


def ranked(
    candidates: Sequence[Candidate], groups: Sequence[Group], weight: Sequence[float], today: date
) -> list[int]:
    """Numbers of the candidates, the best first; some 2 µs for each word of the question in each candidate."""
    padded = [tuple(f" {term} " for term in group) for group in groups]
    scores = {one.number: _score(one, padded, weight, today) for one in candidates}
    return sorted(scores, key=lambda number: (-scores[number], -number))


def _score(one: Candidate, padded: Sequence[Group], weight: Sequence[float], today: date) -> float:
    """BM25 with the title as a field of its own, raised by up to a third for what is new; terms stand between spaces."""
    title, body = f" {one.title_terms} ", f" {one.body_terms} "
    slowed = _SATURATION * (1 - _LENGTH + _LENGTH * one.length / _USUAL_LENGTH)
    found = 0.0
    for group, telling in zip(padded, weight, strict=True):
        times = max(map(body.count, group))
        in_title = any(map(title.__contains__, group))
        exact = group[-1] in title
        found += telling * (_TITLE * in_title + 0.2 * exact + times * (_SATURATION + 1) / (times + slowed))
    age = max((today - one.day).days, 0) if one.day else 10 * 365
    return found * (1 + _NEWNESS * 2 ** (-age / _HALF_LIFE))
