"""The piece of a text that shows best why it was found, with the words of the question marked as they are inflected."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spoiwo.polish import find_terms

Group = tuple[str, ...]
_LONGEST = 80_000  # characters of a text that are looked through
_WIDTH = 220  # characters of a snippet


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a snippet; `is_hit` says that it is a word of the question."""

    text: str
    is_hit: bool = False


def hits(text: str, flat: str, groups: Sequence[Group]) -> list[tuple[int, int, int]]:
    """Where words of the question stand: (start, end, which group); a word counts as found by any common term.

    `flat` are the terms of the text as the index keeps them (`words.flat`). They tell how the words are spelt that can be
    hits, so no other word of the text is looked up again: some 0.1 ms for a page instead of 2.
    """
    wanted = {term: place for place, group in enumerate(groups) for term in group}
    spelt = _spelt(flat, wanted)
    return [
        (start, end, next(wanted[term] for term in terms if term in wanted))
        for start, end, terms in (find_terms(text[:_LONGEST], spelt) if spelt else ())
        if not wanted.keys().isdisjoint(terms)
    ]


def has_phrase(flat: str, phrase: Sequence[Group]) -> bool:
    """Whether the words stand one after another in `words.flat`, in whatever case; a few microseconds."""
    words = (f"(?<![^ ])(?:{'|'.join(map(re.escape, group))})(?![^ ])" for group in phrase)
    return re.search(r"[^|]*\|[^|]*?".join(words), flat) is not None


def snippet(text: str, flat: str, groups: Sequence[Group]) -> list[Piece]:
    """Some 220 characters around the place with most different words of the question; the beginning where there is none."""
    found = hits(text, flat, groups)
    start = _best_start(found)
    begin = _at_word(text, max(0, start - 60)) if found else 0
    end = _word_end(text, min(len(text), begin + _WIDTH))
    pieces = [Piece("… ")] if begin else []
    position = begin
    for left, right, _ in found:
        if begin <= left and right <= end:
            pieces += [Piece(text[position:left]), Piece(text[left:right], is_hit=True)]
            position = right
    pieces.append(Piece(text[position:end] + (" …" if end < len(text) else "")))
    return [Piece(_one_line(piece.text), piece.is_hit) for piece in pieces if piece.text]


def marked(text: str, flat: str, groups: Sequence[Group]) -> list[Piece]:
    """The whole text, a title, with the words of the question marked."""
    pieces, position = [], 0
    for left, right, _ in hits(text, flat, groups):
        pieces += [Piece(text[position:left]), Piece(text[left:right], is_hit=True)]
        position = right
    return [piece for piece in [*pieces, Piece(text[position:])] if piece.text]


def _spelt(flat: str, wanted: Iterable[str]) -> set[str]:
    """All terms of the groups that have a term of the question; the words themselves are among them."""
    spelt: set[str] = set()
    for term in wanted:
        at = -1
        while (at := flat.find(term, at + 1)) >= 0:
            start, end = flat.rfind("|", 0, at) + 1, flat.find("|", at)
            group = flat[start : end if end >= 0 else None].split()
            if term in group:
                spelt.update(group)
    return spelt


def _best_start(found: Sequence[tuple[int, int, int]]) -> int:
    best, best_start = 0, 0
    for place, (start, _, _) in enumerate(found):
        within = {which for left, _, which in found[place : place + 40] if left < start + _WIDTH - 80}
        if len(within) > best:
            best, best_start = len(within), start
    return best_start


def _at_word(text: str, place: int) -> int:
    while place and not text[place - 1].isspace():
        place -= 1
    return place


def _word_end(text: str, place: int) -> int:
    while place < len(text) and not text[place].isspace():
        place += 1
    return place


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
