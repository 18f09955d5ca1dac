"""What a file of indicators says, and what can be wrong with it."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

PROBLEM_LIMIT = 50


class Fault(StrEnum):
    """What is wrong with the file or with a row of it."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_TEXT = "not_text"
    COLUMN_MISSING = "column_missing"
    WRONG_LENGTH = "wrong_length"
    NO_CODE = "no_code"
    NO_NAME = "no_name"
    TOO_LONG = "too_long"
    DIFFERENT = "different"
    WRONG_COUNTY = "wrong_county"
    WRONG_YEAR = "wrong_year"
    WRONG_VALUE = "wrong_value"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault, the line it stands in (0: the whole file) and what was read there."""

    fault: Fault
    line: int = 0
    value: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One value of one indicator in one county and year."""

    code: str
    name: str
    unit: str
    source: str
    county: str
    year: int
    value: Decimal


@dataclass(slots=True)
class Reading:
    """What a file holds; the rows may be used only where there are no problems. `skipped_count`: rows of the country or
    of voivodeships, which are no counties."""

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    problem_count: int = 0
    skipped_count: int = 0

    def note(self, fault: Fault, line: int = 0, value: str = "") -> None:
        """Adds a problem; only the first fifty are kept, all are counted."""
        self.problem_count += 1
        if len(self.problems) < PROBLEM_LIMIT:
            self.problems.append(Problem(fault, line, value[:60]))
