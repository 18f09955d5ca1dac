"""How many were asked to a meeting and how many came, and what is said of several meetings together."""

import re

from spoiwo.reading.facts.event_words import CAME, INVITED, SENT
from spoiwo.reading.facts.fact import Fact, Field, Kind, spanning
from spoiwo.reading.facts.masks import Masked, Sign, pattern
from spoiwo.reading.facts.words import counts_people, is_finite

_GUESTS = pattern(r"(?:gości|uczestnik|obecn|zebran)")
_RECEIVE = pattern(
    r"\w+om$|wystawc"
)  # "nocleg 60 osobom", "nagrody trzem uczniom": they were given something
_ELSEWHERE = pattern(
    r"\b(?:do|w|z) (?:projek|program)\w+|\bna (?:staż|szkoleni|praktyk|prace|kurs)\w*"
)  # they came there
_OF_ALL = pattern(r"\b(?:na|z|ze|spośród) $")


def numbers_of(masked: Masked, start: int, end: int) -> list[Field]:
    found: list[Field] = []
    if _PLURAL.search(masked.text, start, end):
        return found  # the numbers of several meetings
    for match in masked.search(INVITED, start, end):
        number = masked.under(*match.span("number"))
        if number and _are_asked(masked, match, number[0]):
            found.append(Field("invited", number[0].thing.value, number[0].start, number[0].end, 0.85))
    for sign in masked.under(start, end, "Ν"):
        if sign.thing.counts.lower().startswith("zaprosze") and SENT.search(masked.text, start, end):
            found.append(Field("invited", sign.thing.value, sign.start, sign.end, 0.85))
    return [*found, *_came(masked, start, end)]


_PREPARED = pattern(r"przygotowa")
_DIRECTED = pattern(r"skierowa")


def _are_asked(masked: Masked, match: re.Match[str], number: Sign) -> bool:
    """Whether a number counts who was asked; of what was prepared only invitations are meant, not stands."""
    if number.thing.percent or not isinstance(number.thing.value, int):
        return False
    if _DIRECTED.match(match.group()) and _ELSEWHERE.search(masked.text, *masked.sentence(match.start())):
        return False  # "Na staże skierowano 318 osób"
    return not _PREPARED.match(match.group()) or number.thing.counts.lower().startswith("zaprosze")


_PLURAL = pattern(r"\b(?:spotkaniach|konferencjach|zebraniach|wszystkich spotkań)\b")


def told_of_several(masked: Masked) -> list[Fact]:
    """Return what is said of several meetings together: who held them, how many were asked and how many came."""
    facts = []
    for match in masked.search(_PLURAL):
        start, end = masked.sentence(match.start())
        fields = [Field("form", "spotkanie", *match.span(), 0.8)]
        for asked in masked.search(INVITED, start, end):
            for sign in masked.under(*asked.span("number")):
                if isinstance(sign.thing.value, int) and not sign.thing.percent:
                    fields.append(Field("invited", sign.thing.value, sign.start, sign.end, 0.85))
        fields += [one for one in _came(masked, start, end) if one.name == "came_percent" or len(fields) > 1]
        if len(fields) > 2:
            fields += masked.fields("organiser", masked.under(start, match.start(), "Ω")[:1], 0.8)
            facts.append(spanning(Kind.MEETING, fields, 0.8))
    return facts


def _came(masked: Masked, start: int, end: int) -> list[Field]:
    """Return how many came, from the clause that says so: by the comma, or the whole sentence with one such number."""
    numbers = [
        s
        for s in masked.under(start, end, "Ν")
        if counts_people_here(s) and not _RECEIVE.search(s.thing.counts)
    ]
    if len(numbers) > 1:  # "na 12 członków obecnych było 10"
        numbers = [s for s in numbers if not _OF_ALL.search(masked.text, max(start, s.start - 12), s.start)]
    found = []
    for sign in numbers:
        begin = max((masked.text.rfind(mark, start, sign.start) + 1 for mark in ",;("), default=start)
        stops = [at for mark in ",;)" if (at := masked.text.find(mark, sign.end, end)) > 0]
        scene = (begin or start, min(stops, default=end)) if len(numbers) > 1 else (start, end)
        alone = not masked.text[start : sign.start].strip(" –-") and masked.text[sign.end : end].strip() in (
            "",
            ".",
        )
        verbless = len(numbers) == 1 and not any(is_finite(word) for word in masked.text[start:end].split())
        if _ELSEWHERE.search(masked.text, *scene):
            continue
        if CAME.search(masked.text, *scene) or alone or (verbless and _GUESTS.match(sign.thing.counts)):
            name = "came_percent" if sign.thing.percent else "came"
            found.append(Field(name, sign.thing.value, sign.start, sign.end, 0.85))
    return found


def counts_people_here(sign: Sign) -> bool:
    return bool(counts_people(sign.thing.counts)) and isinstance(sign.thing.value, int)
