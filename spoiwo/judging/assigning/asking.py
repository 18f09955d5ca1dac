"""What an assignment is made from: entries, jurors and conflicts as a contest declares them."""

from dataclasses import dataclass
from enum import StrEnum


class Strength(StrEnum):
    """How much a conflict forbids: all of it, the vote, or nothing but haste."""

    BAR = "bar"
    NO_VOTE = "no vote"
    NOTE = "note"


@dataclass(frozen=True)
class Entry:
    """Something to be read; without a category or language every juror's list admits it."""

    id: str
    category: str = ""
    language: str = ""


@dataclass(frozen=True)
class Juror:
    """A reader; ``load`` is the greatest number of entries (None: no limit), empty tuples admit everything."""

    id: str
    load: int | None = None
    categories: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Conflict:
    """One declared or computed conflict; several for one pair may stand together, the strongest counts."""

    entry: str
    juror: str
    strength: Strength = Strength.BAR


Pair = tuple[str, str]  # entry, juror
