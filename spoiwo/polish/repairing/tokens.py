"""A text cut into the words that may be repaired; addresses, codes and acronyms are left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"(?:[^\W_]|[¢§£$|\u0300-\u036f])+")
_ADDRESS = re.compile(
    r"@|://|^\W?www\.|\.(?:pl|com|eu|org|net|gov|pdf|docx?|xlsx?|html?|php|txt|jpe?g|png)\b|[\\_]", re.I
)
_BROKEN = re.compile(r"[-¬\u00ad][ \t]*\r?\n[ \t]*")
_LONGEST = 40


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
    for chunk in _CHUNK.finditer(text):
        if chunk.end() - chunk.start() > 3 and _ADDRESS.search(chunk[0][:400]):
            continue
        for match in _WORD.finditer(text, chunk.start(), chunk.end()):
            word = match[0]
            if (
                1 < len(word) <= _LONGEST
                and _may_be_polish(word)
                and not _is_placeholder(text, match.start())
            ):
                yield Word(match.start(), match.end(), word)


def _is_placeholder(text: str, start: int) -> bool:
    """Whether the word is a name inside a template or the beginning of a tag: {tytul}, <br>, &nbsp;."""
    return start > 0 and text[start - 1] in "{<&"


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
    gap = text[first.end : second.start] if second.start - first.end < 12 else ""
    if not gap or first.tail or not second.text.islower() or not _BROKEN.fullmatch(gap):
        return False
    return len(first.text) + len(second.text) <= _LONGEST
