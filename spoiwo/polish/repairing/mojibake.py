"""Text read in the wrong encoding: "³ódzki", "¿eby", "Å‚Ăłdzki" read back letter by letter."""

import re
from collections.abc import Callable
from functools import cache

from spoiwo.polish.repairing.changes import Edit, Repaired, applied

_LETTERS = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
_SIGNS = "„”“’–—…"
# what the file was written in, and what it was taken for
_PAIRS = (
    ("utf-8", "cp1250"), ("utf-8", "cp1252"), ("utf-8", "latin-1"), ("utf-8", "iso8859-2"),
    ("cp1250", "cp1252"), ("cp1250", "latin-1"), ("iso8859-2", "cp1252"), ("iso8859-2", "latin-1"),
    ("cp1250", "iso8859-2"), ("iso8859-2", "cp1250"), ("cp852", "cp1250"), ("cp852", "cp1252"),
)  # fmt: skip
_CHUNK = re.compile(r"[^ \t\r\n\f\v\u00a0]+")  # not \S: a byte of ą read as Latin-1 counts as white space
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 0.6  # of the words touched so many must become known, or the reading is not believed


@cache
def _tables() -> list[tuple[str, dict[str, str], re.Pattern[str]]]:
    found = []
    for written, taken in _PAIRS:
        table = {}
        for letter in _LETTERS + (_SIGNS if written in ("utf-8", "cp1250") else ""):
            try:
                seen = letter.encode(written)
            except UnicodeEncodeError:
                continue
            wrong = "".join(_decoded(byte, taken) for byte in seen)
            if wrong != letter:
                table[wrong] = letter
        pattern = re.compile("|".join(re.escape(wrong) for wrong in sorted(table, key=len, reverse=True)))
        found.append((f"{written} read as {taken}", table, pattern))
    return found


def _decoded(byte: int, encoding: str) -> str:
    """Return the sign of a byte; a byte without a sign is left as a control character, as readers do."""
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


def read_back(text: str, is_known: Callable[[str], bool]) -> Repaired:
    """Return the text read back from the wrong encoding that makes most of its odd words known; often unchanged.

    Only chunks with a suspect sign are touched, each only where all it gives are words (or, for signs that fit nothing
    else, always once the encoding is recognised). Linear in the text for each of a dozen encodings.
    """
    if text.isascii():
        return Repaired(text, ())
    best: tuple[float, list[Edit], str] = (0.0, [], "")
    for name, table, pattern in _tables():
        if not pattern.search(text):
            continue
        edits, worth = _read(text, table, pattern, is_known)
        if worth > best[0]:
            best = (worth, edits, name)
    return applied(text, best[1], best[2])


def _read(
    text: str, table: dict[str, str], pattern: re.Pattern[str], is_known: Callable[[str], bool]
) -> tuple[list[Edit], float]:
    sure: list[Edit] = []
    unsure: list[Edit] = []
    signs: list[
        Edit
    ] = []  # quotation marks and dashes by themselves say nothing, but come back with the letters
    for chunk in _chunks(text, pattern):
        seen = chunk[0]
        after = pattern.sub(lambda match: table[match[0]], seen)
        edit = Edit(chunk.start(), chunk.end(), after, (), 0.98)
        if all(table[wrong] in _SIGNS for wrong in pattern.findall(seen)):
            signs.append(edit)
        else:
            (sure if _is_better(seen, after, is_known) else unsure).append(edit)
    if not sure or len(sure) < _FEWEST * (len(sure) + len(unsure)):
        return [], 0.0
    if all(len(wrong) > 1 for wrong in table):
        names = unsure
    else:  # names in an old encoding: at least a letter on each side of the sign
        names = [
            edit
            for edit in unsure
            if re.search(r"[^\W\d_]{2}", edit.after) and not any(map(str.isdigit, edit.after))
        ]
    return sorted([*sure, *names, *signs], key=lambda edit: edit.start), len(sure) - 0.5 * len(
        unsure
    ) + 0.01 * len(signs)


def _chunks(text: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Return the chunks without white space that hold a suspect sign, each once."""
    found = []
    at = 0
    for chunk in _CHUNK.finditer(text):
        if at < chunk.end() and pattern.search(text, chunk.start(), min(chunk.end(), chunk.start() + 4_000)):
            found.append(chunk)
            at = chunk.end()
    return found


def _is_better(before: str, after: str, is_known: Callable[[str], bool]) -> bool:
    """Whether the new words are known and the old ones were not."""
    new = _WORD.findall(after)
    return (
        bool(new)
        and all(map(is_known, map(str.lower, new)))
        and not all(map(is_known, map(str.lower, re.findall(r"[^\s\d.,;:!?()\"'-]+", before))))
    )
