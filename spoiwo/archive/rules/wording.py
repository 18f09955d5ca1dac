"""How values of facts stand on a page: partial days in words, lines of a wrapped text joined."""

import re

from spoiwo.archive.rules.matching import parts

_WRAPPED = re.compile(r"(?<=[^\n]{40})\n(?=[^\s\d•*–-])")


def unwrapped(text: str) -> str:
    """The text with the ends of long lines as spaces, so that a page breaks lines where it likes; every place stays."""
    return _WRAPPED.sub(" ", text)


def date_parts(date: str) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of a partial ISO date as numbers, None where it is not said or no such month exists."""
    year, month, day = (int(part) if part.isdigit() else None for part in parts(date))
    return year, month if month and 1 <= month <= 12 else None, day if day and 1 <= day <= 31 else None
