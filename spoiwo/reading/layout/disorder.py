"""Words that bold print has put out of their order: where they are missing, where they are glued on, marked in plain text.

A page written with bold words and saved without care keeps them apart from their line: they turn up glued to the next word,
and two spaces are left where they were. Nothing in such a text tells for certain where they belong, so they stay.
"""

import re
from functools import lru_cache

from spoiwo.polish.dictionary import entries

_LOW, _HIGH = "a-ząćęłńóśźż", "A-ZĄĆĘŁŃÓŚŹŻ"
_JOINED = re.compile(rf"(?<!\w)([{_HIGH}]?[{_LOW}]+)([{_HIGH}][{_LOW}]{{2,}})(?![{_HIGH}])")
_AFTER_MARK = re.compile(rf"(?<=[{_LOW}])\s+[!?]([{_HIGH}][{_LOW}]+)")
_BEFORE_WORD = re.compile(rf"(?<=[{_LOW}0-9])\s+[.,;]+[„\"“«]?[{_HIGH}{_LOW}]+")
_WORD = re.compile(rf"(?<![\w-])[{_LOW}]{{8,}}(?![\w-])")
_GAP = re.compile(r"(?<=[^\s.!?:;•])[ \u00a0]{2,}(?=\S)")
_CUT_OFF = re.compile(rf"(?<=\s)[{_LOW}]{{2,}}[ \u00a0]+$")
_PARAGRAPH = re.compile(r"\n[ \t\u00a0]*\n|\Z")
_BRANDS = {
    "youtube", "facebook", "linkedin", "powerpoint", "whatsapp", "tiktok", "javascript", "wordpress", "openoffice",
    "libreoffice", "paypal", "github", "playstation", "macbook", "postgresql", "mysql",
}  # fmt: skip
_SHORT = {"a", "i", "o", "u", "w", "z", "co", "na", "to", "do", "po", "za", "od", "ze", "we"}
_SHORTEST, _LONGEST = 4, 40


def disorder_of(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """(spans that look out of order, places where glued words are to be parted by a space), both in order of the text.

    A gap of two spaces alone is no sign: many people type so. It counts in a paragraph with other signs. Linear in the
    text but for unknown long words, each of which costs some dictionary look-ups.
    """
    spans: list[tuple[int, int]] = []
    partings: list[int] = []
    last = (0, 0)
    for start, end in _paragraphs(text):
        found, parted, is_sick = _signs(text, start, end)
        if is_sick and last[1] and (cut := _CUT_OFF.search(text, last[0], last[1])):
            spans.append(cut.span())
        spans += found
        partings += parted
        last = (start, end)
    return _merged(spans), sorted(partings)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for match in _PARAGRAPH.finditer(text):
        if text[at : match.start()].strip():
            found.append((at, match.start()))
        at = match.end()
    return found


def _signs(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], list[int], bool]:
    spans: list[tuple[int, int]] = []
    partings: list[int] = []
    for match in _JOINED.finditer(text, start, end):
        if _is_glued(match[1], match[2]):
            spans.append(match.span())
            partings.append(match.start(2))
    for match in _AFTER_MARK.finditer(text, start, end):
        spans.append((_word_start(text, match.start()), match.end()))
        partings.append(match.start(1))
    inverted = [match for match in _BEFORE_WORD.finditer(text, start, end) if not _is_number(match[0])]
    spans += [(match.start() + _blanks(match[0]), match.end()) for match in inverted]
    gaps = [
        (_word_start(text, match.start()), _word_end(text, match.end()))
        for match in _GAP.finditer(text, start, end)
    ]
    if spans or len(gaps) > 1:
        for match in _WORD.finditer(text, start, end):
            if len(match[0]) <= _LONGEST and (place := _seam(match[0])):
                spans.append(match.span())
                partings.append(match.start() + place)
    is_sick = bool(spans) and (len(gaps) > 1 or bool(inverted) or any(_is_odd(text, *gap) for gap in gaps))
    return spans + (gaps if is_sick else []), partings, is_sick


def _is_glued(first: str, second: str) -> bool:
    whole = (first + second).lower()
    if whole in _BRANDS or (len(first) < 3 and first not in _SHORT):
        return False
    if first[0].isupper() and len(first) < _SHORTEST:
        return False
    return _is_word(first) and (_is_word(second) or len(second) > 3)


@lru_cache(maxsize=20_000)
def _seam(word: str) -> int:
    """Where an unknown word is two usual ones in a row, if it can be parted in one place only; else 0."""
    if _is_word(word):
        return 0
    places = range(_SHORTEST, len(word) - _SHORTEST + 1)
    found = [place for place in places if _is_word(word[:place]) and _is_word(word[place:])]
    return found[0] if len(found) == 1 else 0


@lru_cache(maxsize=20_000)
def _is_word(word: str) -> bool:
    return bool(entries(word) or entries(word.lower()))


def _is_number(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _blanks(text: str) -> int:
    return len(text) - len(text.lstrip())


def _is_odd(text: str, start: int, end: int) -> bool:
    """Whether a mark stands at the edge of a gap where none belongs: "organizatorzy,  -To"."""
    before, after = re.split(r"[ \u00a0]{2,}", text[start:end], maxsplit=1)
    return before.endswith(",") or (after[0] in "-,.;:" and len(after) > 1)


def _word_start(text: str, place: int) -> int:
    least = max(0, place - _LONGEST)
    while place > least and not text[place - 1].isspace():
        place -= 1
    return place


def _word_end(text: str, place: int) -> int:
    most = min(len(text), place + _LONGEST)
    while place < most and not text[place].isspace():
        place += 1
    return place


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
