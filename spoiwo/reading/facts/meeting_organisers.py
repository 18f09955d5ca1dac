"""Who holds a meeting: said in its sentence, in a later one, or above the list it stands in."""

import re

from spoiwo.reading.facts.arguments import SUBJECT, part_of
from spoiwo.reading.facts.event_words import INVITES, NOUN, ORGANISED, ORGANISED_BY, ORGANISER
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import ACTOR, ACTORS, Masked, pattern
from spoiwo.reading.facts.predicates import predicates
from spoiwo.reading.facts.words import listed

_ORGANISERS = (
    pattern(rf"\b{ORGANISED_BY} (?P<who>{ACTORS})"),
    pattern(
        rf"(?P<who>{ACTOR})[^.ΩΥΦ]{{0,50}}, któr\w+ {ORGANISED} (?:wspólnie|wraz|razem|we współpracy) z (?P<more>{ACTORS})"
    ),
    pattern(
        rf"\b{ORGANISED}(?: (?:je|ją|go|wspólnie|także|również|we? Λ+|Δ+|wraz|dla \w+))* (?P<who>{ACTORS})"
    ),
    pattern(rf"(?P<who>{ACTORS})(?: \w+){{0,1}}? {ORGANISED}"),
    pattern(rf"\b{ORGANISER}(?P<who>{ACTORS})"),
    pattern(rf"(?P<who>{ACTORS}) {INVITES}"),
    pattern(rf"\bw imieniu(?: \w+)? (?P<who>{ACTORS})[^.ΩΥΦ]{{0,40}} zaprasza"),
)


def organisers_of(masked: Masked, start: int, end: int) -> list[Field]:
    """Return who a sentence says holds it."""
    for rule in _ORGANISERS:
        for match in masked.search(rule, start, end):
            last = match.end("more") if "more" in rule.groupindex else match.end("who")
            return masked.fields("organiser", masked.under(match.start("who"), last, "ΩΥΦ"), 0.85)
    if predicates(masked, start, end, _ORGANISE, told=_ORGANISE):
        able = [s for s in masked.under(start, end, "ΩΥ") if part_of(masked, s) == SUBJECT]
        return masked.fields("organiser", able[:1], 0.7) if len(able) == 1 else []
    return []


_ORGANISE = listed("zorganizować organizować zwołać przygotować zainicjować")


_ONLY_ORGANISERS = (_ORGANISERS[4],)
_BETWEEN = r"(?: Δ+| we? [ΛΩ]+(?: we? Λ+)?| (?!na|dla|do|od|przy|we?\b)[a-ząćęłńóśźż]+){0,4}?"  # between "zorganizował" and who
_OBJECT = pattern(
    rf"\b{NOUN}(?: ?Θ+)?(?: (?:we?|na|pod) [^.,;]{{3,60}}?)?(?:, któr[^.,;]{{3,70}},)? {ORGANISED}{_BETWEEN} (?P<who>{ACTORS})"
)
_INVITED_BY = pattern(rf"\b(?:na zaproszenie|z inicjatywy) (?P<who>{ACTORS})")
_APPOSITION = pattern(rf"\b(?:współ)?organizator(?:zy|ka|rzy)?(?: \w+)?, (?P<who>{ACTORS})")
_TOGETHER = pattern(
    rf"(?P<who>{ACTOR}) {ORGANISED} (?:ją|je|go) (?:wspólnie|wraz|razem|we współpracy) z(?:e)? (?P<more>{ACTORS})"
)
_IT_ORGANISED = pattern(
    rf"(?:\b(?:imprezę|spotkanie|konferencję|wydarzenie|targi|debatę|galę|seminarium|warsztaty|uroczystość|forum|wyjazd|wizytę) {ORGANISED}|"
    rf"\b{ORGANISED}(?: (?:je|ją|go))){_BETWEEN}:? (?P<who>{ACTORS})"
)


def organisers_later(masked: Masked, start: int, end: int) -> list[Field]:
    """Return the same of a later sentence, which has to say so more plainly."""
    for match in masked.search(_TOGETHER, start, end):
        return masked.fields("organiser", masked.under(match.start("who"), match.end("more"), "ΩΥΦ"), 0.85)
    for rule in (*_ONLY_ORGANISERS, _IT_ORGANISED, _OBJECT, _INVITED_BY, _APPOSITION):
        for match in masked.search(rule, start, end):
            if not re.search(r"konkurs|szkoleni|projekt", masked.text[start : match.start("who")]):
                return masked.fields("organiser", masked.under(*match.span("who"), "ΩΥΦ"), 0.85)
    return []


def invited_by(masked: Masked, start: int, end: int) -> list[Field]:
    """Read "Ω zaprasza!" above the news."""
    for match in masked.search(_ORGANISERS[5], start, end):
        return masked.fields("organiser", masked.under(*match.span("who"), "ΩΥΦ"), 0.8)
    return []


_ITEM = pattern(r"[-–—•*▪·]|\d{1,2}[.)]|Δ")


def invited_above(masked: Masked, start: int) -> list[Field]:
    """Read "Ω zaprasza:" above the list an event stands in."""
    number = masked.document.sentence_number(start)
    while number and _ITEM.match(masked.text, masked.sentences[number][0]):
        number -= 1
        begin, stop, _paragraph = masked.sentences[number]
        if masked.text[stop - 1] == ":":
            return invited_by(masked, begin, stop)
    return []
