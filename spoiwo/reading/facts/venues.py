"""Where something took place: the building or hall in the nominative, and the locality."""

import re

from spoiwo.reading.facts.event_words import NOUN
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.halls import hall_at
from spoiwo.reading.facts.masks import Masked, Sign, pattern

_AT_HALL = pattern(r"\b(?:we?|na) (?=[a-zęółąśżźćńA-ZŁŚŻŹĆ])")
_TO_HALL = pattern(
    r"\b(?:przyciągn|ściągn|przysz|przyby|przyjech|zjech|zaprasz|zapros|zawita|zjawi)\w*\b[^.;ΛΩ]{0,60}? do (?=[a-zęółąśżźćńA-ZŁŚŻŹĆ])"
)
_AT_OFFICE = pattern(r"(?:\bwe? |Δ+, )(?P<venue>Ω+)")
_PLACE = pattern(r"\bwe? (?P<place>Λ+)")
_TO = pattern(
    r"\b(?:przyjecha\w+|przyby\w+|zjecha\w+|pojecha\w+|wyjecha\w+|zaprasza\w*)\b[^.;ΛΩ]{0,60}? do (?P<place>Λ+)|\bdo (?P<to>Λ+)[^.;Λ]{0,30} (?:przyjecha\w+|zjecha\w+)"
)
_DATELINE = re.compile(r"(?P<place>Λ+),\s+(?:dnia\s+)?Δ+|Δ+,\s+(?P<after>Λ+)")
_LABELLED = re.compile(r"(?:Miejsce|Gdzie|miejsce):\s+(?P<venue>[^\n]{3,120})")


def venue_in(masked: Masked, start: int, end: int) -> list[Field]:
    """Return the venue a sentence names, in the nominative: "w sali konferencyjnej Ω" → "sala konferencyjna Ω"."""
    for rule, case in ((_AT_HALL, "loc"), (_TO_HALL, "gen")):
        for match in masked.search(rule, start, end):
            hall = hall_at(masked, match.end(), end, case=case)
            if hall and not _NOT_THERE.search(masked.text[max(start, match.start() - 6) : match.start()]):
                return [Field("venue", hall.name, hall.start, hall.end, 0.8)]
    for match in masked.search(_AT_OFFICE, start, end):
        sign = masked.under(*match.span("venue"))
        if sign and sign[0].thing.kind != "ministerstwo" and not _is_taking_part(masked, match.start()):
            return [masked.field("venue", sign[0], 0.8)]
    return []


_NOT_THERE = re.compile(r"\bnie\s+$", re.IGNORECASE)  # "Nie w sali balowej, ale w stodole"


def _is_taking_part(masked: Masked, at: int) -> bool:
    """Whether "w Ω" belongs to a verb ("pracuje w Ω") or to training, not to the place."""
    return bool(
        re.search(r"(?:pracuj\w*|zatrudni\w*|zarejestrowan\w*|stażu?)\s+$", masked.text[max(0, at - 20) : at])
    )


def place_of(masked: Masked, start: int, end: int, fields: list[Field]) -> list[Field]:
    """Return the locality of an event: said in its sentence, in a line of date and place, or the venue's seat."""
    for match in masked.search(_PLACE, start, end):
        found = _localities(masked, match.span("place"))
        if found and not _is_within(match.start("place"), fields, ("topic", "audience")):
            return masked.fields("place", found[:1])
    for match in masked.search(_TO, start, end):
        found = _localities(masked, match.span(match.lastgroup or "place"))
        if found:
            return masked.fields("place", found[:1])
    opening = _OPENS.match(masked.text, start, end)  # "Poznań, gala …"
    if opening:
        return masked.fields("place", _localities(masked, opening.span("place"))[:1])
    venue = next((one for one in fields if one.name == "venue"), None)
    if venue:
        seat = _seat(masked, venue)
        if seat:
            return [seat]
    return []


_RUBRIC = re.compile(r"Λ+(?=[.:]\s)")
_OPENS = re.compile(rf"(?P<place>Λ+),\s+(?=(?:[a-ząćęłńóśźż]+\s+){{0,2}}{NOUN}\b)")


def rubric(masked: Masked, at: int) -> list[Field]:
    """Return the place a short piece of news begins with: "KIELCE. W konkursie …"."""
    number = masked.document.sentence_number(at)
    paragraph = masked.sentences[number][2]
    while number and masked.sentences[number - 1][2] == paragraph:
        number -= 1
    start = masked.sentences[number][0]
    match = _RUBRIC.match(masked.text, start)
    if not match:
        return []
    is_shouted = masked.document.text[start : match.end()].isupper()
    stands_alone = match.end() + 1 == masked.sentences[number][1]
    return (
        masked.fields("place", _localities(masked, match.span())[:1], 0.7)
        if is_shouted or stands_alone
        else []
    )


def dateline(masked: Masked, day: str = "") -> list[Sign]:
    """Return the place of "Opatów, 21 października 2005 r." with that day, or with any."""
    for match in _DATELINE.finditer(masked.text):
        group = "place" if match["place"] else "after"
        found = _localities(masked, match.span(group))
        dates = masked.under(*match.span(), "Δ")
        if found and (not day or (dates and dates[0].thing.value == day)):
            return found[:1]
    return []


def labelled_venue(masked: Masked, start: int, end: int) -> list[Field]:
    """Return the venue of "Miejsce: Miejskie Centrum Kultury, sala teatralna"."""
    for match in _LABELLED.finditer(masked.text, start, end):
        names = masked.under(*match.span("venue"), "Ω")
        is_hall = re.match(r"(?:sala|aula|hala|budynek|siedziba|świetlica|remiza|\w+ sala)\b", match["venue"])
        if names and (names[0].start == match.start("venue") or is_hall):
            seat = names[0].thing.seat
            name = next((p.name for p in masked.reader.places if seat and p.start == seat[0]), None)
            place = [Field("place", name, seat[0], seat[1], 0.85)] if name and seat else []
            return [Field("venue", masked.words(*match.span("venue")), *match.span("venue"), 0.85), *place]
    return []


def _localities(masked: Masked, span: tuple[int, int]) -> list[Sign]:
    return [sign for sign in masked.under(*span, "Λ") if sign.thing.unit in ("town", "village", "commune")]


def _is_within(at: int, fields: list[Field], names: tuple[str, ...]) -> bool:
    return any(one.start <= at < one.end for one in fields if one.name in names)


def _seat(masked: Masked, venue: Field) -> Field | None:
    for place in masked.reader.places:
        if venue.start <= place.start < venue.end and place.unit in ("town", "village"):
            return Field("place", place.name, place.start, place.end, 0.8)
    return None
