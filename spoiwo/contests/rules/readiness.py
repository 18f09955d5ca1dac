"""What must be done before an edition can go on, in the order in which it is done."""

from dataclasses import dataclass
from enum import StrEnum


class Lack(StrEnum):
    """What is missing."""

    RULES = "rules"
    DATES = "dates"
    CATEGORY = "category"
    FIELD = "field"
    CRITERION = "criterion"
    POINT = "point"
    DEADLINE = "deadline"
    UNDECIDED = "undecided"
    APPEAL = "appeal"
    NOTHING = "nothing"
    JURY = "jury"
    COPIES = "copies"
    READINGS = "readings"
    CARDS = "cards"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the rules ask of an edition before entries are taken. Counts; `bare_categories` have no question of their own."""

    has_rules: bool
    has_dates: bool
    categories: int
    bare_categories: int
    unjudged_categories: int
    points: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the entries are, as counts."""

    is_over: bool
    undecided: int = 0
    appeals: int = 0
    admitted: int = 0
    jurors: int = 0
    unapproved: int = 0
    unread: int = 0
    submitted: int = 0


def lacks_to_open(found: Settings) -> list[Lack]:
    """What keeps an edition from being opened: afterwards none of it can be added."""
    missing = {
        Lack.RULES: not found.has_rules,
        Lack.DATES: not found.has_dates,
        Lack.CATEGORY: not found.categories,
        Lack.FIELD: bool(found.bare_categories),
        Lack.CRITERION: not found.categories or bool(found.unjudged_categories),
        Lack.POINT: not found.points,
    }
    return [lack for lack, is_missing in missing.items() if is_missing]


def lacks_to_check(found: Progress) -> list[Lack]:
    """The formal check as a whole begins once nobody can submit any more."""
    return [] if found.is_over else [Lack.DEADLINE]


def lacks_to_score(found: Progress) -> list[Lack]:
    """Jurors read once every entry is decided on, every blind copy approved and every entry has its readers."""
    missing = {
        Lack.UNDECIDED: bool(found.undecided),
        Lack.APPEAL: bool(found.appeals),
        Lack.NOTHING: not found.admitted,
        Lack.JURY: not found.jurors,
        Lack.COPIES: bool(found.unapproved),
        Lack.READINGS: bool(found.unread),
    }
    return [lack for lack, is_missing in missing.items() if is_missing]


def lacks_to_deliberate(found: Progress) -> list[Lack]:
    """Something must have been scored; cards that are still open are told, and left behind knowingly."""
    return [] if found.submitted else [Lack.CARDS]
