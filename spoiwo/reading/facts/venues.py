"""Where something took place: the building or hall in the nominative, and the locality."""

import re

from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, Sign, pattern
from spoiwo.reading.facts.naming import nominative

_HALLS = (
    r"siedzib(?:ie|y)|sali|sal(?:ach|a)|auli|hali|budynku|gmachu|hotelu|restauracji|ratuszu|świetlicy|remizie|pałacu|zamku|domku|domu|dworze|"
    r"bibliotece|kinie|teatrze|urzędzie|klubie|centrum|ośrodku|szkole|starostwie|hali|parku|platformie"
)
_VENUE = pattern(
    rf"\b[wn]a?e? (?P<venue>(?:{_HALLS})\b(?: [a-zęółąśżźćń-]+){{0,3}}?(?: (?:Ω+|Θ+|[A-ZŁŚŻŹĆ][\wó-]+))*(?: w Λ+)?)"
)
_AT_OFFICE = pattern(r"\bwe? (?P<venue>Ω+)")
_PLACE = pattern(r"\bwe? (?P<place>Λ+)")
_DATELINE = re.compile(r"(?P<place>Λ+),\s+(?:dnia\s+)?Δ+|Δ+,\s+(?P<after>Λ+)")
_NO_VENUE = re.compile(r"^(?:urzędzie pracy|centrum uwagi|domu)$", re.IGNORECASE)


def venue_in(masked: Masked, start: int, end: int) -> list[Field]:
    """Return the venue a sentence names, in the nominative: "w sali konferencyjnej Ω" → "sala konferencyjna Ω"."""
    for match in masked.search(_VENUE, start, end):
        begin, stop = _trimmed(masked, *match.span("venue"))
        if (masked.under(begin, stop, "ΩΘΛ") or stop - begin > 14) and not _NO_VENUE.match(
            masked.text[begin:stop]
        ):
            return _venue(masked, begin, stop)
    for match in masked.search(_AT_OFFICE, start, end):
        sign = masked.under(*match.span("venue"))
        if sign and sign[0].thing.kind != "ministerstwo" and not _is_taking_part(masked, match.start()):
            return [masked.field("venue", sign[0], 0.8)]
    return []


def _is_taking_part(masked: Masked, at: int) -> bool:
    """Whether "w Ω" belongs to a verb ("pracuje w Ω") or to training, not to the place."""
    return bool(
        re.search(r"(?:pracuj\w*|zatrudni\w*|zarejestrowan\w*|stażu?)\s+$", masked.text[max(0, at - 20) : at])
    )


def _trimmed(masked: Masked, start: int, end: int) -> tuple[int, int]:
    text = masked.text[start:end]
    verb = re.search(
        r"\s+(?:odbył|odbędzie|odbyły|zorganizowa|podpisa|zawarto|wręczono|miał|spotka|zapraszamy|przy|o godz)\w*",
        text,
    )
    return start, start + verb.start() if verb else end


def _venue(masked: Masked, start: int, end: int) -> list[Field]:
    words = masked.words(start, end)
    told = nominative(words.split(), 0)
    return [Field("venue", told or words, start, end, 0.8)] if told else []


def place_of(masked: Masked, start: int, end: int, fields: list[Field]) -> list[Field]:
    """Return the locality of an event: said in its sentence, in a line of date and place, or the venue's seat."""
    for match in masked.search(_PLACE, start, end):
        found = _localities(masked, match.span("place"))
        if found and not _is_within(match.start("place"), fields, ("topic", "audience")):
            return masked.fields("place", found[:1])
    venue = next((one for one in fields if one.name == "venue"), None)
    if venue:
        seat = _seat(masked, venue)
        if seat:
            return [seat]
    return []


def dateline(masked: Masked) -> list[Sign]:
    """Return the place of "Opatów, 21 października 2005 r."."""
    for match in _DATELINE.finditer(masked.text):
        group = "place" if match["place"] else "after"
        found = _localities(masked, match.span(group))
        if found:
            return found[:1]
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
