"""How much of one text stands in another, whatever else was printed around it or misread in a scan.

A text is known by the smallest hashes of its runs of three words: the same sample is drawn from the same words, so two
short lists tell how alike two texts are (bottom-k sketches: Broder, “On the resemblance and containment of documents”, 1997).
"""

import re
from collections.abc import Collection
from hashlib import blake2b
from itertools import islice

from spoiwo.polish import fold

SAMPLE = 64  # hashes of one text; an estimate from so many is within some 6 per cent
ALIKE = 50  # per cent from which a person is told
_RUN = 3
_SHORTEST = 20  # runs; less is a heading or a stamp, and alike by chance
_LONGEST = 100_000  # words; of a thicker book the beginning tells
_WORD = re.compile(r"\w+")


def prints(text: str) -> list[int]:
    """The sample of a text, ascending numbers below 2 to the 63rd; nothing for a few words. Some 1 µs a word."""
    words = [match[0] for match in islice(_WORD.finditer(fold(text)), _LONGEST)]
    runs = {" ".join(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)}
    if len(runs) < _SHORTEST:
        return []
    return sorted(int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big") >> 1 for run in runs)[
        :SAMPLE
    ]


def likeness(one: Collection[int], other: Collection[int]) -> int:
    """The estimated share of common runs of words among all of both texts, in per cent."""
    size = min(SAMPLE, len(set(one) | set(other)))
    both = sorted({*one, *other})[:size]
    common = set(one) & set(other)
    return round(100 * sum(hashed in common for hashed in both) / size) if size else 0
