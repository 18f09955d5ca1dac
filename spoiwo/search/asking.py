"""Reads what a person typed: words, "phrases", -exclusions."""

import re
from dataclasses import dataclass
from datetime import date

from spoiwo.polish import term_groups
from spoiwo.search.words import STOPS

Group = tuple[str, ...]
_PIECE = re.compile(r'(-?)(?:["„”“]([^"„”“]*)(?:["„”“]|$)|(\S+))')
_MOST = 12  # words of one question; more only repeat


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for: every group must be met by one of its terms, every phrase word by word, no exclusion at all."""

    groups: tuple[Group, ...] = ()
    phrases: tuple[tuple[Group, ...], ...] = ()
    excluded: tuple[tuple[Group, ...], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for by word."""
        return not self.groups


@dataclass(frozen=True, slots=True)
class Filters:
    """What the search is narrowed to; a place stands for everything below it, days are included."""

    kind: str = ""
    place: str = ""
    scope: int | None = None
    since: date | None = None
    until: date | None = None


def read(text: str) -> Question:
    """The question in a text: `spółdzielnia "praca socjalna" -2019`. Never fails: an odd quotation mark is overlooked."""
    groups: list[Group] = []
    phrases: list[tuple[Group, ...]] = []
    excluded: list[tuple[Group, ...]] = []
    for minus, quoted, word in _PIECE.findall(text[:500].replace("\0", " ")):
        found = tuple(term_groups(quoted or word))[:_MOST]
        if not found:
            continue
        if minus:
            excluded.append(found)
            continue
        groups += found
        if len(found) > 1:  # also “powiatowo-gminny”, which is one word to its reader
            phrases.append(found)
    telling = [group for group in groups if group[-1] not in STOPS]
    return Question(tuple(dict.fromkeys(telling))[:_MOST], tuple(phrases), tuple(excluded))
