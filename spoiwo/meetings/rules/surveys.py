"""Anonymous surveys: when results may be shown, how marks are summed up, in which order open answers stand."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

MARKS = (1, 2, 3, 4, 5)
LEAST_SHEETS = 3
"""With fewer, whoever filled one could tell what the other said."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The marks given to one question: how many gave each of 1 to 5."""

    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """How many answered."""
        return sum(self.counts)

    @property
    def mean(self) -> float | None:
        """The mean to one decimal, halves rounded up; None where nobody answered."""
        if not self.total:
            return None
        weight = sum(mark * count for mark, count in zip(MARKS, self.counts, strict=True))
        return (20 * weight + self.total) // (2 * self.total) / 10

    @property
    def good(self) -> int:
        """How many gave 4 or 5."""
        return self.counts[3] + self.counts[4]


def tally(marks: Iterable[int]) -> Tally:
    """Counts marks; those outside 1 to 5 raise ValueError."""
    counts = Counter(marks)
    if strange := set(counts) - set(MARKS):
        raise ValueError(f"marks go from 1 to 5, not {sorted(strange)}")
    return Tally(tuple(counts[mark] for mark in MARKS))


def may_show(sheet_count: int) -> bool:
    """Whether there are enough sheets for results to point at nobody."""
    return sheet_count >= LEAST_SHEETS


def is_open(closes_on: date, day: date) -> bool:
    """The last day counts whole."""
    return day <= closes_on


def shuffled(answers: Iterable[tuple[str, str]], salt: str) -> list[str]:
    """Texts out of pairs (nonce of the sheet, text) in an order that tells nothing and stays the same.

    Neither the order of arrival nor which answers to different questions stand on one sheet can be read off, because
    each question brings its own `salt`.
    """
    return [text for _key, text in sorted((_key(nonce, salt), text) for nonce, text in answers)]


def share(part: int, whole: int) -> int:
    """Per cent, rounded; 0 of nothing."""
    return round(100 * part / whole) if whole else 0


def longest(counts: Sequence[int]) -> int:
    """What a bar of full length stands for; at least 1."""
    return max(1, *counts)


def _key(nonce: str, salt: str) -> str:
    return hashlib.sha256(f"{salt}/{nonce}".encode()).hexdigest()
