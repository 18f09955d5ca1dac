"""A text cut into the words that may be repaired; addresses, codes and acronyms are left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[\w¢§£$|\u0300-\u036f]+")  # with an underscore it is an address
_ADDRESS = re.compile(
    r"@|://|\bwww\.|\.(?:pl|com|eu|org|net|gov|pdf|docx?|xlsx?|html?|php|txt|jpe?g|png)\b|[\\_]", re.I
)
_AROUND = 200  # signs of an address on each side of what gives it away
_BROKEN = re.compile(r"[-¬\u00ad][ \t]*\r?\n[ \t]*")
_HYPHENS = "-¬\u00ad"
_LONGEST = 40
_OPENING = "{<&("


@dataclass(slots=True)
class Word:
    """A word at text[start:end]; a word broken over two lines has a second piece."""

    start: int
    end: int
    text: str
    tail: tuple[int, int] | None = None

    @property
    def last(self) -> int:
        """Where the whole word ends in the text."""
        return self.tail[1] if self.tail else self.end


def words_of(text: str) -> list[Word]:
    """Return the words in order; the two halves of a word broken at a line's end are one. Linear in the text."""
    found: list[Word] = []
    for word in _words(text):
        if found and _is_second_half(text, found[-1], word):
            first = found[-1]
            found[-1] = Word(first.start, first.end, first.text + word.text, (word.start, word.end))
        else:
            found.append(word)
    return found


def _words(text: str) -> Iterator[Word]:
    addresses = _addresses(text)
    address = next(addresses, None)
    for match in _WORD.finditer(text):
        start, end = match.span()
        while address and address[1] <= start:
            address = next(addresses, None)
        if address and start >= address[0]:
            continue
        word = match[0]
        if 1 < end - start <= _LONGEST and _may_be_polish(word) and not _is_placeholder(text, start):
            yield Word(start, end, word)


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches without white space around what only addresses and names of files have."""
    for match in _ADDRESS.finditer(text):
        before = text[max(0, match.start() - _AROUND) : match.start()]
        after = text[match.end() : match.end() + _AROUND]
        last = before.split()[-1:] if before and not before[-1].isspace() else []
        first = after.split()[:1] if after and not after[0].isspace() else []
        yield match.start() - sum(map(len, last)), match.end() + sum(map(len, first))


def _is_placeholder(text: str, start: int) -> bool:
    """Whether the word is a name inside a template or the beginning of a tag: {tytul}, %(tytul)s, <br>."""
    before = text[start - 1 : start]
    return bool(before) and before in _OPENING and (before != "(" or text[start - 2 : start] == "%(")


@lru_cache(maxsize=100_000)
def _may_be_polish(word: str) -> bool:
    return (word.isalpha() or _may_be_damaged(word)) and not _is_acronym(word)


def _may_be_damaged(word: str) -> bool:
    """Whether a word with figures or signs in it may be a word of letters: wsp6lnie, §rodowisko, but not KFS6."""
    letters = sum(map(str.isalpha, word))
    figures = sum(map(str.isdigit, word))
    return letters >= 3 and figures <= 2 and letters > 2 * figures and (not figures or word[1:].islower())


def _is_acronym(word: str) -> bool:
    """Capitals, but for lines set in capitals, where longer words are words: PUP, EFS, ŚDS, MPiPS."""
    return (len(word) <= 5 and word.isupper()) or (not word[1:].islower() and not word.isupper())


def _is_second_half(text: str, first: Word, second: Word) -> bool:
    if text[first.end] not in _HYPHENS or second.start - first.end > 12 or first.tail:
        return False
    gap = text[first.end : second.start]
    if not second.text.islower() or not _BROKEN.fullmatch(gap):
        return False
    return len(first.text) + len(second.text) <= _LONGEST
