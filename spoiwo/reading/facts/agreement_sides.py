"""Between whom an agreement was concluded, and who signed for them; guests and attributes are no parties."""

import re
from itertools import pairwise

from spoiwo.reading.facts.agreement_words import (
    ABOUT_VERBS,
    DONE,
    DONE_NOW,
    EARLIER,
    FORM,
    GUEST,
    JOINED,
    JOINS_NOW,
)
from spoiwo.reading.facts.arguments import ASIDE, OF, first_of_list, part_of
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, Sign, pattern
from spoiwo.reading.facts.predicates import predicates
from spoiwo.reading.facts.words import is_finite, listed

_FORM = pattern(rf"\b{FORM}")


def sides(masked: Masked, start: int, end: int, skip: tuple[int, int]) -> list[Field]:
    fields: list[Field] = []
    if GUEST.search(masked.text, start, end) and not _FORM.search(masked.text, start, end):
        return fields
    for sign in masked.under(start, end, "ΩΥΦΠ"):
        if (
            skip[0] <= sign.start < skip[1]
            or _is_of_earlier(masked, start, sign)
            or _is_guest(masked, start, end, sign)
        ):
            continue
        part = part_of(masked, sign)
        if sign.sign == "Π":
            fields += _representative(masked, sign) if part != ASIDE else []
        elif part != ASIDE and not (part == OF and not _is_signing_office(masked, sign)):
            fields.append(masked.field("party", sign, 0.85))
    return fields


_OFFICE_OF = re.compile(
    r"\b(?:dyrektor\w*|prezes\w*|współprac\w+|kierowni\w+|przewodnicząc\w+|rad[ay]|członk\w+|zarząd\w*|partnerstw\w+|porozumieni\w+|umow\w+|stron\w+|"
    r"przedstawiciel\w*|reprezentan\w+|delegat\w*|władz\w*|włodarz\w*|szef\w*|komendant\w*|rektor\w*|podpis\w*)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)


_OFFICE_OF_UNIT = re.compile(
    r"(?:współprac\w+|imieniu|strony|przedstawiciel\w*|reprezentan\w+|delegat\w*|władz\w*|włodarz\w*)\s+$",
    re.IGNORECASE,
)


def _is_signing_office(masked: Masked, sign: Sign) -> bool:
    """Whether a genitive belongs to who signs for it ("prezes Ω") or to what is signed ("współpraca Ω z Ω")."""
    sign = first_of_list(masked, sign, masked.sentence(sign.start)[0])
    if sign.sign == "Υ":
        return bool(_OFFICE_OF_UNIT.search(masked.text, max(0, sign.start - 30), sign.start))
    return bool(_OFFICE_OF.search(masked.text, max(0, sign.start - 50), sign.start))


_CLAUSE = re.compile(r",\s+(?:a|ale|natomiast|zaś|po\s+czym|gdzie|podczas\s+gdy|któr\w+|w\s+któr\w+)\s|;")
_OF_ANYTHING = listed("przyjąć złożyć zgłosić podjąć wręczyć")  # alone they say nothing of a document
_SIDE = re.compile(r"\b(?:sygnatariusz|stron(?:a|ą|ami|y)\b|w\s+imieniu|podpis)", re.IGNORECASE)
_WORD = re.compile(r"[a-ząćęłńóśźż]{2,}", re.IGNORECASE)


def _is_guest(masked: Masked, start: int, end: int, sign: Sign) -> bool:
    """Whether the clause the name stands in only tells who was there, or tells of something else."""
    if GUEST.search(masked.text, max(start, sign.start - 60), sign.start):
        return True
    marks = [start, *(m.end() for m in _CLAUSE.finditer(masked.text, start, end)), end]
    begin, stop = next((a, b) for a, b in pairwise(marks) if a <= sign.start < b)
    if (
        (begin, stop) == (start, end)
        or _FORM.search(masked.text, begin, stop)
        or _SIDE.search(masked.text, begin, stop)
    ):
        return False
    return any(is_finite(word) for word in _WORD.findall(masked.text[begin:stop])) and not predicates(
        masked,
        begin,
        stop,
        (DONE - _OF_ANYTHING) | JOINED | ABOUT_VERBS,
        told=DONE_NOW | ABOUT_VERBS | JOINS_NOW,
    )


def _is_of_earlier(masked: Masked, start: int, sign: Sign) -> bool:
    """Whether the name belongs to what an earlier agreement was about: "aneks do porozumienia z dnia … o Ω"."""
    return bool(EARLIER.search(masked.text, start, sign.start))


def _representative(masked: Masked, sign: Sign) -> list[Field]:
    role = masked.reader.roles.get(sign.thing.first)
    function = _first_function(masked, sign)
    told, fields = sign.thing.name, []
    if function:
        told = f"{told}, {function}"
    if role and role.organisation:
        one = role.organisation
        fields.append(Field("party", one.name, one.start, one.end, 0.85))
    return [*fields, Field("representative", told, sign.start, sign.end, 0.85)]


def _first_function(masked: Masked, sign: Sign) -> str | None:
    """Return the function first said of a person: "Starosta Kutnowski Jan Bąk", also where later "starosta Bąk" signs."""
    name = sign.thing.name.casefold()
    same = (person for person in masked.reader.people if person.name.casefold() == name)
    roles = (masked.reader.roles.get(person.first) for person in same)
    return next((role.function.title for role in roles if role and role.function), None)
