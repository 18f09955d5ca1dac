"""The year of a date that does not say one: by the tense it is told in and the day the text was published."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from spoiwo.polish.dictionary import Reading
from spoiwo.reading.facts.words import known, listed

_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZĄĆĘŁŃÓŚŹŻ„])|\n\s*\n")
_MARK = re.compile(r"[,;:()–—]")
_CANCELLED = re.compile(r"\bodwoł(?:an|uj)\w{1,4}\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:do|najpóźniej)\s+(?:dnia\s+|końca\s+)?$", re.IGNORECASE)
_FIXED_FOR = re.compile(
    r"\b(?:zwoła|zaplanowa|wyznacz|ustal|zapowiedzia|przewidzia)\w*\s+(?:\w+\s+){0,3}(?:na|w\s+dniach)\s+(?:dzień\s+)?$",
    re.IGNORECASE,
)
# Present tense and nouns that speak of what is to come.
_TO_COME = listed(
    "zapraszać planować zaplanować przewidzieć przewidywać czekać przyjmować można zapis zapisy nabór zgłoszenie rejestracja "
    "zaprosić zaproszenie termin"
)
_TO_COME_FORMS = frozenset({"fin", "ppas", "subst", "pred", "pact", "inf"})
_SOON = 8  # months: "kończymy 30 listopada" is said of what comes, not of last year


def year_by_tense(text: str, start: int, end: int, value: str, published: date) -> str | None:
    """Return the year that puts "--11-09" where its sentence tells it: past before the publication, future after.

    Without a verb, in the present tense and where both tenses are told of, it is the nearest such day.
    """
    at, told = value[2:], published.strftime("%m-%d")[: len(value) - 2]
    tense = _tense(text, start, end)
    if tense == "past" and not _is_soon(at, published):
        return str(published.year - (at > told))
    is_past_year = bool(_SUMMED_UP.search(text, 0, _TOP))
    if tense == "future" or (
        tense == "present" and not is_past_year and 0 < _months_to(at, published) < _SOON
    ):
        return str(published.year + (at < told))
    summed_up = _SUMMED_UP.search(text, 0, _TOP)
    if summed_up and int(summed_up["year"]) == published.year - 1:
        return summed_up["year"]
    years = [str(published.year + shift) for shift in (0, -1, 1)]
    return min(years, key=lambda year: _distance(year, at, published))


# "Podsumowanie roku 2012", "rok 2020 w skrócie", "Rok 2018 w Partnerstwie": what has no future in it is of that year.
_SUMMED_UP = re.compile(
    r"(?:\b(?:podsumowani|sprawozdani|kronik|skróci|wydarzeni)\w*\s+(?:\w+\s+){0,3}?(?:roku|rok)|\A\s{0,9}(?:nasz\s+)?rok)\s+(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_TOP = 200  # characters of the headings


def is_told_past(text: str, start: int, end: int) -> bool:
    """Whether the sentence of a date tells of what was done."""
    return _tense(text, start, end) == "past"


def is_told_future(text: str, start: int, end: int) -> bool:
    """Whether the sentence of a date tells of what is to be done."""
    return _tense(text, start, end) == "future"


def _is_soon(at: str, published: date) -> bool:
    """Whether a day lies within a month after the publication: a past tense beside it tells of its announcement."""
    if len(at) < len("11-21"):
        return False
    try:
        ahead = (date(published.year, int(at[:2]), int(at[3:5])) - published).days
    except ValueError:
        return False
    return 0 < ahead <= _MONTH


_MONTH = 31  # days


def _months_to(at: str, published: date) -> int:
    return (int(at[:2]) - published.month) % 12


def _distance(year: str, at: str, published: date) -> int:
    month, day = int(at[:2]), int(at[3:5] or published.day)
    try:
        return abs((date(int(year), month, min(day, 28) if len(at) < 5 else day) - published).days)
    except ValueError:
        return 400  # no such day that year


def _tense(text: str, start: int, end: int) -> str | None:
    """Return "past" or "future" by the verbs of the date's clause, else of its sentence; None where both or none are told."""
    before = _SENTENCE.split(text[max(0, start - 300) : start])[-1]
    after = _SENTENCE.split(text[end : end + 300])[0]
    if _CANCELLED.search(before) or _CANCELLED.search(after):
        return None
    if _UNTIL.search(before) and "past" not in _tenses(before):
        return "future"
    if _FIXED_FOR.search(before):
        return "future"
    if _is_done_on(before):
        return "past"
    near = _MARK.split(before)[-1] + " " + _MARK.split(after)[0]
    for words in (near, f"{before} {after}"):
        found = _tenses(words)
        told = found - {"present"} or found
        if told:
            return told.pop() if len(told) == 1 else None
    return None


_LAST = re.compile(r"(?P<word>[^\W\d_]{4,})\s+(?:w\s+dniu\s+|dnia\s+)?$")


def _is_done_on(before: str) -> bool:
    """Whether a participle stands right before the day: "podpisane 8 lutego", not "zaplanowane na 8 lutego"."""
    last = _LAST.search(before)
    found = known(last["word"].lower()) if last else ()
    return any(r.kind == "ppas" and "perf" in _features(r) and r.word.lower() not in _TO_COME for r in found)


def tells(line: str) -> bool:
    """Whether a line has a verb in a tense of its own, so that it is no heading."""
    words = (match.group().lower() for match in _WORD.finditer(line))
    return any(_tense_of(word) and not any(r.kind == "subst" for r in known(word)) for word in words)


def _tenses(words: str) -> set[str]:
    return {tense for tense in _each(words) if tense}


def _each(words: str) -> Iterator[str | None]:
    return (_tense_of(match.group().lower()) for match in _WORD.finditer(words))


@lru_cache(maxsize=16_384)
def _tense_of(word: str) -> str | None:
    """Return what a word says about time: "odbyło" and "podpisano" past, "odbędzie" and "zapraszamy" future."""
    found = known(word)
    if any(r.word.lower() in _TO_COME and r.kind in ("praet", "imps") for r in found):
        return None  # "planowano podpisać": what was planned for may still be ahead
    if any(r.kind == "bedzie" or (r.kind == "fin" and "perf" in _features(r)) for r in found):
        if not any(r.kind in ("praet", "imps") for r in found):
            return "future"
        return "past" if word.endswith("li") else None  # "zasiedli" is hardly of "zasiedlić"
    if any(r.kind in ("praet", "imps") for r in found):
        return "past" if all(r.kind in ("praet", "imps", "ppas") for r in found) else None
    if any(r.word.lower() in _TO_COME and r.kind in _TO_COME_FORMS for r in found):
        return "future"
    return "present" if found and all(r.kind == "fin" for r in found) else None


def _features(reading: Reading) -> frozenset[str]:
    return reading.numbers | reading.cases | reading.genders | reading.marks
