"""What an entry form takes: tidy answers, what is wrong with one, what is still missing, what may be written when."""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from spoiwo.contests.rules.deadlines import Standing, takes
from spoiwo.contests.rules.states import SETTLED, EditionState, EntryState, FieldKind

LONGEST = 30_000
"""Characters that are kept of one answer, whatever its limit: what is too long is told, not thrown away."""
MOST_FILES = 10
MOST_WRITERS = 12
MOST_DRAFTS = 5
LINE_LIMIT = 300

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")
_WRITTEN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_NUMBER = re.compile(r"-?\d{1,15}([.,]\d{1,6})?")


class Flaw(StrEnum):
    """What keeps an answer from being submitted."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NO_NUMBER = "no_number"
    NO_DAY = "no_day"
    NO_CHOICE = "no_choice"


class Openness(StrEnum):
    """How much of an entry can be changed and submitted at this moment."""

    ALL = "all"
    NAMED = "named"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Person:
    """Who writes."""

    name: str
    email: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What an entry begins with; `place` is the commune or county as the register knows it."""

    title: str
    organisation_name: str
    organisation_kind: str
    place: Any = None


@dataclass(frozen=True, slots=True)
class Question:
    """What the rules ask of a field."""

    key: str
    kind: str
    limit: int | None = None
    choices: tuple[str, ...] = ()
    is_required: bool = True


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the answers that must be given are there and sound."""

    done: int
    all: int


def tidied(kind: str, text: str) -> str:
    """The answer without what nobody sees (NUL among it), with “\\n” as line end; all but longer texts in one line."""
    text = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if kind == FieldKind.TEXT:
        return text
    text = " ".join(text.split())
    if kind == FieldKind.DAY and (written := _WRITTEN_DAY.fullmatch(text)):
        return f"{written[3]}-{written[2]:0>2}-{written[1]:0>2}"
    return text


def limit_of(question: Question) -> int | None:
    """The most characters an answer may have; None where it is not text."""
    if question.kind == FieldKind.LINE:
        return question.limit or LINE_LIMIT
    return (question.limit or LONGEST) if question.kind == FieldKind.TEXT else None


def flaw_of(question: Question, text: str, files: int = 0) -> Flaw | None:
    """What is wrong with an answer, None for a sound one; an empty answer to a free question is sound."""
    is_there = files > 0 if question.kind == FieldKind.FILE else bool(text.strip())
    if not is_there:
        return Flaw.EMPTY if question.is_required else None
    limit = limit_of(question)
    if limit is not None:
        return Flaw.TOO_LONG if len(text.strip()) > limit else None
    if question.kind == FieldKind.NUMBER:
        return None if number_of(text) is not None else Flaw.NO_NUMBER
    if question.kind == FieldKind.DAY:
        return None if is_day(text) else Flaw.NO_DAY
    if question.kind == FieldKind.CHOICE:
        return None if text in question.choices else Flaw.NO_CHOICE
    return None


def flaws_of(
    questions: Iterable[Question], texts: Mapping[str, str], files: Mapping[str, int]
) -> dict[str, Flaw]:
    """Key → what is wrong, in the order of the form."""
    found = {one.key: flaw_of(one, texts.get(one.key, ""), files.get(one.key, 0)) for one in questions}
    return {key: flaw for key, flaw in found.items() if flaw}


def progress_of(questions: Iterable[Question], flaws: Collection[str]) -> Progress:
    """How far an entry is, counted in questions that must be answered."""
    required = [one.key for one in questions if one.is_required]
    return Progress(sum(1 for key in required if key not in flaws), len(required))


def number_of(text: str) -> Decimal | None:
    """A number as offices write it (12 000,5), None for anything else."""
    plain = "".join(text.split())
    try:
        return Decimal(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else None
    except InvalidOperation:
        return None


def is_day(text: str) -> bool:
    """Whether the text is a day as 2030-10-16."""
    try:
        return bool(dt.date.fromisoformat(text)) and len(text) == 10
    except ValueError:
        return False


def put_together(kind: str, base: str, mine: str, theirs: str) -> str:
    """Two writers' answers of one line, both begun from `base`: both words are kept, of a choice or number the later one."""
    if mine in (base, theirs):
        return theirs
    if theirs == base or kind != FieldKind.LINE:
        return mine
    return theirs if mine in theirs.split(" / ") else f"{theirs} / {mine}"


def openness(state: str, edition_state: str, found: Standing, *, can_correct: bool) -> Openness:
    """What can be changed and submitted. `found` is where this moment stands to the deadline."""
    if state == EntryState.CORRECTIONS:
        is_over = edition_state in SETTLED or edition_state == EditionState.CALLED_OFF
        return Openness.NAMED if can_correct and not is_over else Openness.NOTHING
    is_taken = edition_state == EditionState.OPEN and takes(found)
    is_free = state in (EntryState.DRAFT, EntryState.SUBMITTED, EntryState.WITHDRAWN)
    return Openness.ALL if is_taken and is_free else Openness.NOTHING


def is_kept(state: str, edition_state: str, key: str, named: Collection[str]) -> bool:
    """Whether a text that arrives now is kept in the draft, though it may be too late to submit it.

    An open page goes on saving after the deadline, and nothing typed is lost. Once an entry is decided on, or in
    corrections, only what is named is taken.
    """
    if edition_state in SETTLED:
        return False
    if state == EntryState.CORRECTIONS:
        return key in named
    return state in (EntryState.DRAFT, EntryState.SUBMITTED, EntryState.WITHDRAWN)
