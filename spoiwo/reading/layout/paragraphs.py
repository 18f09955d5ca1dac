"""Lines put together to paragraphs: words parted at a line's end joined, every word with its place on the page."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from statistics import median

from spoiwo.polish.dictionary import entries
from spoiwo.polish.repairing.lexicon import lexicon
from spoiwo.reading.formats.extract import Block, Spot
from spoiwo.reading.layout.order import Line, Word, are_rows, out_of_order

_BULLET = re.compile(r"^(?:[•▪●○◦‣·–—*-]|\d{1,2}[.)]|[a-z]\)|[\uf0a7\uf0b7\uf0d8\uf02d])$")
_ENDS = tuple(".!?:;…")
_HYPHENS = ("-", "\u00ad", "\u2010", "\x02")
_USUAL = -7.6  # the decimal logarithm of the share of a word that people do write
_INDENT, _PITCH, _SHORT, _SIZE = 0.8, 1.4, 0.82, 0.13


def paragraphs_of(lines: Sequence[Line], page: int, width: float, height: float) -> list[Block]:
    """The paragraphs of a page's lines in reading order, places as shares of the page."""
    usual = {
        column: _usual([line for line in lines if line.column == column])
        for column in {line.column for line in lines}
    }
    groups: list[list[Line]] = []
    for line in lines:
        before = groups[-1] if groups else None
        if before and not _begins(before, line, *usual[line.column]):
            before.append(line)
        else:
            groups.append([line])
    blocks = [_block(group, page, width, height) for group in groups]
    for number in range(1, len(groups)):
        last, first = groups[number - 1][-1], groups[number][0]
        blocks[number].is_tight |= last.column == first.column and are_rows(last, first)
    return blocks


def _usual(lines: Sequence[Line]) -> tuple[float, float]:
    """The usual distance of lines in a column, and the usual height of their letters."""
    steps = [other.top - one.top for one, other in pairwise(lines) if other.top > one.top]
    return (median(steps) if steps else 0.0), median(line.height for line in lines)


def _begins(before: list[Line], line: Line, pitch: float, height: float) -> bool:
    """Whether a line begins a paragraph after those before it."""
    last = before[-1]
    if line.column != last.column:  # a paragraph may run on in the next column
        return last.text.endswith(_ENDS) or not line.text[:1].islower()
    is_other_size = abs(line.height - last.height) > _SIZE * max(line.height, last.height)
    if is_other_size or _BULLET.match(line.words[0].text) or are_rows(last, line):
        return True
    # Large letters stand further apart.
    if line.top - last.top > _PITCH * pitch * max(1.0, line.height / height) or line.top < last.top:
        return True
    if last.text.endswith(_HYPHENS) and len(last.words[-1].text) > 1:
        return False
    indent = _INDENT * line.height
    if line.left - line.left_edge > indent and last.left - last.left_edge <= indent:
        return not _BULLET.match(before[0].words[0].text)
    return _is_short(last) and (last.text.endswith(_ENDS) or not line.text[:1].islower())


def _is_short(line: Line) -> bool:
    return line.right - line.left_edge < _SHORT * (line.right_edge - line.left_edge)


def _block(lines: list[Line], page: int, width: float, height: float) -> Block:
    block = joined([line.words for line in lines], page, width, height)
    block.size = median(line.height for line in lines)
    block.top, block.bottom = lines[0].top / height, lines[-1].bottom / height
    block.is_tight = bool(_BULLET.match(lines[0].words[0].text))
    return block


def joined(lines: Iterable[Sequence[Word]], page: int, width: float, height: float) -> Block:
    """One paragraph of lines of words; a hyphen that parts a word at a line's end goes, one that belongs to it stays."""
    text, spots, order = "", [], []
    for words in lines:
        for number, word in enumerate(words):
            shown = _shown(word.text)
            if not shown:
                continue
            if number == 0 and text.endswith(_HYPHENS):
                text = _without_hyphen(text, shown)
            elif text:
                text += " "
            place = (word.left / width, word.top / height, word.right / width, word.bottom / height)
            spots.append(Spot(len(text), len(text) + len(shown), page, *(_share(value) for value in place)))
            order.append(word.index)
            text += shown
    late = [spots[place] for place in out_of_order(order)]
    return Block(text.rstrip("\u00ad\x02"), page, spots=_within(spots, len(text)), moved=_runs(late, text))


def _shown(text: str) -> str:
    """A word without soft hyphens inside; one at its end tells that the word goes on."""
    return text[:-1].replace("\u00ad", "").replace("\x02", "-") + text[-1:] if text else text


def _share(value: float) -> float:
    return round(min(max(value, 0.0), 1.0), 4)


def _within(spots: list[Spot], end: int) -> list[Spot]:
    return [spot._replace(end=min(spot.end, end)) for spot in spots if spot.start < end]


def _without_hyphen(text: str, following: str) -> str:
    first = text.rsplit(None, 1)[-1]
    bare = first[:-1]
    if first[-1] == "\u00ad":
        return text[:-1]
    if not bare or not bare[-1].isalpha():
        return text[:-1] + "- " if not bare else text[:-1] + "-"
    if not following[:1].islower():
        return text[:-1] + "-"
    second = re.match(r"\w+", following)
    part, rest = bare.rsplit("-", 1)[-1].lower(), second[0].lower() if second else ""
    if rest and lexicon().share(part + rest) > _USUAL:
        return text[:-1]
    if _are_adjectives(part, rest):
        return text[:-1] + "-"
    return text[:-1] if _is_word(part + rest) or not (_is_word(part) and _is_word(rest)) else text[:-1] + "-"


def _are_adjectives(part: str, rest: str) -> bool:
    """Whether a hyphen makes one adjective of two: kujawsko-pomorskie, społeczno-gospodarczy."""
    return part.endswith("o") and _is_adjective(rest) and any(_is_adjective(part[:-1] + end) for end in "yi")


@lru_cache(maxsize=4096)
def _is_adjective(word: str) -> bool:
    return any(tag.startswith("adj:") for _lemma, tag, _names in entries(word))


@lru_cache(maxsize=4096)
def _is_word(word: str) -> bool:
    return len(word) > 1 and bool(entries(word))


def _runs(spots: list[Spot], text: str) -> list[tuple[int, int]]:
    """Spans of neighbouring words as one."""
    found: list[tuple[int, int]] = []
    for spot in spots:
        if found and not text[found[-1][1] : spot.start].strip():
            found[-1] = (found[-1][0], spot.end)
        else:
            found.append((spot.start, spot.end))
    return found
