"""When a project runs: a span of time, or its first and last day said apart."""

import re

from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, Sign, pattern
from spoiwo.reading.facts.project_words import ENDS, STARTS

_RUNS = pattern(
    r"\b(?:projek\w*|przedsięwzięci\w*|realizacj\w+|realizowan\w+|realizuj\w+|potrwa\w*|trwa\w*|zakończ\w+|zamkn\w+|start\w*|koniec|rusz\w+|zaczyna\w*|kończy\w*|zakończeni\w+|rozpoczęci\w+|kiedy|okres\w*|prowadz\w+ (?:go|je|ją)|(?:nauczy|przeszkoli|skorzysta|obejmie)\w*)\b"
)
_APART = pattern(
    r"\b(?:konferencj\w+|spotkani\w+|gal[aęiąy]|umow\w+|porozumieni\w+|szkoleni\w+|nabór|zgłoszeni\w+|konkurs\w*|kurs\w{0,3})\b"
)


def time_of(masked: Masked, scope: list[tuple[int, int]], fields: list[Field]) -> list[Field]:
    """Return ``date`` and ``end_date`` of a project from the sentences about it."""
    names = [(one.start, one.end) for one in fields if one.name == "name"]
    first: list[Field] = []
    last: list[Field] = []
    for start, end in scope:
        named = any(start <= at < end for at, _ in names)
        if not (named or _RUNS.search(masked.text, start, end)) or _is_of_course(masked, start, end, named):
            continue
        signs = masked.under(start, end, "Δ")
        for before, sign in zip([None, *signs], signs, strict=False):
            is_start, is_end = _part(masked, start, before, sign)
            if sign.thing.end_value and (is_start or _in_brackets(masked, sign)) and not first:
                first = [masked.field("date", sign, 0.8)]
                last = [Field("end_date", sign.thing.end_value, sign.start, sign.end, 0.8)]
            elif is_end and not last and _is_later(first, sign):
                last = [Field("end_date", sign.thing.value, sign.start, sign.end, 0.75)]
            elif is_start and not first:
                first = masked.fields("date", [sign], 0.8)
    return [*first, *last]


_PROJECT = re.compile(r"\b(?:projek|przedsięwzięci|realiz)\w*", re.IGNORECASE)
_COURSE = re.compile(
    r"\b(?:kurs\w{0,3}|szkoleni\w+|zajęci\w+|warsztat\w*|przeszkol\w+|staż\w*|nabór|rekrutacj\w+)\b",
    re.IGNORECASE,
)


_IN_TURN = re.compile(
    r"(?:Pierwsz|Drug|Trzeci|Kolejn|Następn|Ostatni)\w{0,3}\b"
)  # "Pierwszy, „X”, startuje": of the courses


def _is_of_course(masked: Masked, start: int, end: int, named: bool) -> bool:
    """Whether a sentence tells how long a course or an enrolment takes, not the project it belongs to."""
    is_apart = not named and not _PROJECT.search(masked.text, start, end)
    number = masked.document.sentence_number(start)
    if is_apart and number and _IN_TURN.match(masked.text, start, end):
        return _COURSE.search(masked.text, *masked.sentences[number - 1][:2]) is not None
    return is_apart and _COURSE.search(masked.text, start, end) is not None


def _is_later(first: list[Field], sign: Sign) -> bool:
    return not first or str(first[0].value) <= sign.thing.value


def _part(masked: Masked, start: int, before: Sign | None, sign: Sign) -> tuple[bool, bool]:
    """Return whether a date says when the project starts, and whether when it ends, by the words just before it."""
    words = masked.text[max(start, sign.start - 45) : sign.start]
    clause_start = max((words.rfind(mark) for mark in ",;("), default=-1)
    if _APART.search(words[clause_start + 1 :]):
        return False, False
    follows = before is not None and re.fullmatch(
        r"\.?\s*(?:[–-]|do)\s*(?:końca\s*)?", masked.text[before.end : sign.start]
    )
    is_end = bool(follows or (ENDS.search(words) and not words.rstrip().endswith(("–", "-"))))
    after = masked.text[sign.end : sign.end + 40]
    is_end = is_end or bool(re.match(r",?\s+(?:zakończ\w+|dobieg\w*|zamkn\w+)", after))
    is_start = bool(
        STARTS.search(words)
        or re.match(
            r"\s*(?:[–-]\s*)?(?:rozpocz\w+|wystart\w+|rusz\w+|start\b|początek|inaugurac\w+|realizacj\w+)",
            after,
        )
    )
    ranged = re.match(r"\.?\s*[–-]\s*Δ", after)
    return (is_start or bool(ranged)) and not is_end, is_end


def _in_brackets(masked: Masked, sign: Sign) -> bool:
    return (
        masked.text[sign.end : sign.end + 1] == ")" or masked.text[max(0, sign.start - 1) : sign.start] == "("
    )
