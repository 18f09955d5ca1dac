"""Fields of files with ballots: text, exact numbers and answers, and the complaint that collects what is wrong."""

import csv
import re
import unicodedata
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache
from io import StringIO
from typing import Any, TypeVar

from spoiwo.tally.ballots import Number

Meaning = TypeVar("Meaning")
_NUMBER = re.compile(r"[+-]?[0-9]{1,18}([.,][0-9]{1,18})?")
_ANSWERS: dict[str, int | None] = {
    **dict.fromkeys(("1", "yes", "y", "tak", "t", "za", "for", "true", "x"), 1),
    **dict.fromkeys(("0", "no", "n", "nie", "przeciw", "against", "false"), 0),
    **dict.fromkeys(("", "abstain", "abstained", "wstrzymuję się", "wstrzymał się", "wstrzymała się"), None),
}
SHOWN = 20  # complaints printed; a wrong column would otherwise fill the screen


class BadFile(ValueError):
    """A file that cannot be counted: ``problems`` holds a line number (0 for the whole file) and the reason each."""

    def __init__(self, problems: list[tuple[int, str]]) -> None:
        self.problems = problems
        shown = [f"line {line}: {why}" if line else why for line, why in problems[:SHOWN]]
        if len(problems) > SHOWN:
            shown.append(f"… and {len(problems) - SHOWN} more")
        super().__init__("\n".join(shown))


def decode(content: bytes) -> str:
    """Return the text of a UTF-8 file with or without a byte order mark; raise BadFile at the line that is not."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        raise BadFile([(line, "not UTF-8; save the file as UTF-8 (CSV UTF-8 in a spreadsheet)")]) from None


def reader(text: str, delimiter: str) -> Any:
    """Return the reader of the csv module that every file with ballots is read by."""
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True)


def rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the line a row begins on and its fields, without blank rows; raise BadFile where quotes do not match."""
    table = reader(text, delimiter)
    start = 1
    try:
        for row in table:
            if any(field.strip() for field in row):
                yield start, row
            start = table.line_num + 1
    except csv.Error as problem:
        raise BadFile([(start, str(problem))]) from None


class Known(dict[str, Meaning]):
    """What a field means, worked out once for each way it is written: most fields of a file repeat each other."""

    def __init__(self, meaning: Callable[[str], Meaning]) -> None:
        super().__init__()
        self._meaning = meaning

    def __missing__(self, field: str) -> Meaning:
        self[field] = meaning = self._meaning(field)
        return meaning


@lru_cache(maxsize=65536)
def clean(text: str) -> str:
    """Return a name without surrounding space, in Unicode form NFC, so that equal names are equal."""
    return unicodedata.normalize("NFC", text).strip()


def name(text: str) -> str:
    """Return a clean name; raise ValueError where there is none."""
    found = clean(text)
    if not found:
        raise ValueError("the name is missing")
    return found


@lru_cache(maxsize=65536)
def number(text: str) -> Number | None:
    """Read an exact number with a decimal point or comma; None for an empty field. Raises ValueError otherwise."""
    text = text.strip()
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"{text[:40]!r} is not a number")
    value = Fraction(text.replace(",", "."))
    return value.numerator if value.denominator == 1 else value


def not_negative(text: str) -> Number | None:
    """Read a number of at least zero, None for an empty field; raise ValueError otherwise."""
    value = number(text)
    if value is not None and value < 0:
        raise ValueError(f"{text.strip()} is below zero")
    return value


def answer(text: str) -> int | None:
    """Read yes, no (1, 0, tak, nie, za, przeciw) or an abstention; raise ValueError for anything else."""
    word = clean(text).lower()
    if word not in _ANSWERS:
        raise ValueError(f"{word[:40]!r} is neither yes (1) nor no (0)")
    return _ANSWERS[word]
