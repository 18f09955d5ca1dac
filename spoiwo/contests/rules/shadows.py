"""The shadow of a text: what it says in plain small letters, with the place in the text where each letter stood."""

import re
import unicodedata
from typing import NamedTuple

from spoiwo.polish import fold

# A word broken at the end of a line, and a w o r d set wide: both are read as the one word they are.
BROKEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u2011\x02][ \t]*\r?\n\s*(?=[^\W\d_])")
WIDE = re.compile(r"(?<![^\W\d_])(?:[^\W\d_] ){3,}[^\W\d_](?![^\W\d_])")


class Shadow(NamedTuple):
    """Letters without case and diacritics, and `places`: for each of them its offset in the text."""

    letters: str
    places: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text that the letters from `start` to `end` come from."""
        return self.places[start], self.places[max(start, end - 1)] + 1


class _Plain(dict):
    """Each character met once: its letters without marks; none for what only marks or joins (soft hyphen, accents)."""

    def __missing__(self, character: str) -> str:
        if character.isspace():
            plain = character if character in "\r\n\t " else " "
        elif unicodedata.category(character) in {"Mn", "Me", "Cf"}:
            plain = ""
        else:
            plain = fold(character)
        self[character] = plain
        return plain


_PLAIN = _Plain()


def shadow(text: str) -> Shadow:
    """The shadow of `text`; a hundred thousand characters take some 30 ms."""
    letters: list[str] = []
    places: list[int] = []
    for start, end in _kept(text):
        for place in range(start, end):
            if text.startswith("\r\n", place):
                continue  # a line ends in one letter, so that what goes on in the next one reads on
            for letter in _PLAIN[text[place]]:
                letters.append(letter)
                places.append(place)
    return Shadow("".join(letters), places)


def _kept(text: str) -> list[tuple[int, int]]:
    """The stretches that cast a shadow: all but hyphens with the line ends after them, and blanks inside wide words."""
    gaps = [found.span() for found in BROKEN.finditer(text)]
    for found in WIDE.finditer(text):
        gaps += [(place, place + 1) for place in range(found.start() + 1, found.end(), 2)]
    gaps.sort()
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)]
    return list(zip(starts, ends, strict=True))
