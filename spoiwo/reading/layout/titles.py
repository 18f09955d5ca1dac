"""The title of a text: what the format calls so, else a heading at its top; never its first sentence."""

import re
from collections.abc import Sequence

from spoiwo.reading.formats.extract import Block

_LONGEST, _MOST_WORDS = 220, 32
_SENTENCE = re.compile(r"[.,;:]$")
_GREETING = re.compile(r"^(?:szanown|dzień dobry|witam|drodzy|dear|шановн)", re.IGNORECASE)
_PLACE_AND_DAY = re.compile(r"^\w[\w\s-]{0,30},\s(?:dnia\s|dn\.\s)?\d{1,2}[.\s]")
_ENUMERATION = re.compile(r"^[•▪●*–—-]\s")


def title_of(blocks: Sequence[Block], keeps_lines: bool = False) -> tuple[int, int] | None:
    """The first and the last-but-one place of the blocks that are the title; None where the text begins at once."""
    marked = [place for place, block in enumerate(blocks) if block.is_title and block.text.strip()]
    if marked:
        last = marked[0]
        while last + 1 < len(blocks) and blocks[last + 1].is_title and last - marked[0] < 2:
            last += 1
        return marked[0], last + 1
    for first, last in _paragraphs(blocks, keeps_lines)[:2]:
        text = joined(blocks[first:last])
        if is_title(text) and any(block.text.strip() for block in blocks[last:]):
            return first, last
        if not _PLACE_AND_DAY.match(text):
            return None
    return None


def joined(blocks: Sequence[Block]) -> str:
    """Lines as one."""
    return " ".join(" ".join(block.text.split()) for block in blocks).strip()


def is_title(text: str) -> bool:
    """Whether a paragraph may be a title: short, no sentence, no greeting, no item of a list."""
    is_short = 5 <= len(text) <= _LONGEST and 2 <= len(text.split()) <= _MOST_WORDS
    starts = text[:1].isupper() or text[:1].isdigit() or text[:1] in '„"«'
    others = (_GREETING, _PLACE_AND_DAY, _ENUMERATION)
    return is_short and starts and not _SENTENCE.search(text) and not any(p.match(text) for p in others)


def _paragraphs(blocks: Sequence[Block], keeps_lines: bool) -> list[tuple[int, int]]:
    """Spans of the first blocks that belong together; of plain text, lines up to an empty or an indented one."""
    found: list[tuple[int, int]] = []
    start = None
    for place, block in enumerate(blocks[:40]):
        is_empty = not block.text.strip()
        is_new = start is not None and (is_empty or not keeps_lines or block.text[:1].isspace())
        if start is not None and is_new:
            found.append((start, place))
            start = None
        if start is None and not is_empty:
            start = place
    return [*found, (start, min(len(blocks), 40))] if start is not None else found
