"""What is said of an agreement: its subject, day and place, and the sentences that go on about who signed."""

import re
from dataclasses import dataclass, field

from spoiwo.reading.facts.agreement_sides import sides
from spoiwo.reading.facts.agreement_subjects import subject_of
from spoiwo.reading.facts.agreement_words import (
    ABOUT_FAR,
    DONE,
    DONE_NOW,
    FORM,
    GOES_ON,
    OTHER_EVENT,
    SAME_DAY,
)
from spoiwo.reading.facts.event_days import day_of_span
from spoiwo.reading.facts.events import WORDS, Event, event_before, only_event
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, Sign, pattern
from spoiwo.reading.facts.predicates import predicates
from spoiwo.reading.facts.venues import dateline, rubric
from spoiwo.reading.facts.words import is_finite

_ANNEX = pattern(r"\baneks(?:u|em|y|ie)?\b")
_HEADS_LINE = re.compile(
    r"(?:^|\n)[A-ZŁŚŻŹĆ][^\W\d_]+(?:[ -][A-ZŁŚŻŹĆ][^\W\d_]+)?,\s+(?:dnia\s+)?$"
)  # "Nysa, | 3 lutego"
_TODAY = pattern(r"\b(?:dziś|dzisiaj|w dniu dzisiejszym)\b")
_SIGNED_TODAY = pattern(r"\b(?:podpisano|podpisali|podpisały|zawarto|zawarli|zawarły) (?:dziś|dzisiaj)\b")
_LAW = re.compile(r"(?:ustaw\w*|rozporządzeni\w*|porozumieni\w|umowy|uchwał\w*)\s+z\s+(?:dnia\s+)?$")
_IN_FORCE = pattern(
    r"\b(?:obowiązuj\w+|wchodz\w+ w życie|wejdzie w życie|w mocy|ważn\w+)\b[^.;,Δ]{0,20}? (?:od|do|z) (?:dnia )?Δ|\b(?:od|do|z dniem) (?:dnia )?Δ+ (?:r\. )?(?:obowiązuj|wchodzi|wejdzie)"
)
_AT = re.compile(r"\b(?:siedzibie|sali|sal[aą]|budynku|gmachu|konferencyjnej|auli|w|we)\s+$", re.IGNORECASE)


@dataclass
class Agreement:
    """An agreement as it is put together; ``start`` to ``end`` is what is said of it."""

    form: Field
    start: int
    end: int
    is_heading: bool = False
    fields: list[Field] = field(default_factory=list)

    def add(self, fields: list[Field]) -> None:
        have = {one.name for one in self.fields}
        self.fields += [
            one for one in fields if one.name in ("party", "representative") or one.name not in have
        ]

    def value(self, name: str) -> object:
        return next((one.value for one in self.fields if one.name == name), None)


def days_of(masked: Masked, start: int, end: int) -> list[Sign]:
    found = (sign for sign in masked.under(start, end, "Δ") if sign.thing.is_day)
    found = (s for s in found if not _IN_FORCE.search(masked.text, max(0, s.start - 40), s.end + 15))
    return [s for s in found if not _LAW.search(masked.text[max(0, s.start - 40) : s.start].lower())]


def read(masked: Masked, one: Agreement, is_again: bool) -> None:
    _add_subject(masked, one)
    skip = next(((f.start, f.end) for f in one.fields if f.name == "subject"), (0, 0))
    days = _nearest_first(masked, one, days_of(masked, one.start, one.end))
    one.add(where(masked, one.start, one.end, skip))
    if not days and not is_again and not one.value("date"):
        days = _day_around(masked, one)
        for day in days if _is_told(masked, days) else []:
            one.add(where(masked, *masked.sentence(day.start), skip))
    one.add(masked.fields("date", days[:1]))
    one.add(sides(masked, one.start, one.end, skip))
    for start, end in _going_on(masked, one):
        one.add(sides(masked, start, end, skip))
        if _SIGNED_THERE.search(masked.text, start, end):
            one.add(where(masked, start, end, skip))
        one.add(subject_of(masked, start, one.form))
    one.add(_place_above(masked, one, days))


_SPAN = re.compile(r"\b(?:od|do|z|po|przed)\s+(?:dnia\s+)?$", re.IGNORECASE)


def _nearest_first(masked: Masked, one: Agreement, days: list[Sign]) -> list[Sign]:
    """Return the days of a sentence, the one told beside the signing first: not since when a desk is open."""
    if len(days) < 2:
        return days
    done = predicates(masked, one.start, one.end, DONE, told=DONE_NOW)
    if not done:
        return days

    def far(day: Sign) -> tuple[bool, int]:
        is_span = _SPAN.search(masked.text, max(one.start, day.start - 10), day.start) is not None
        return is_span, min(abs(day.start - verb.start) for verb in done)

    return sorted(days, key=far)


def _add_subject(masked: Masked, one: Agreement) -> None:
    is_before = one.form.end <= masked.sentence(one.start)[0]  # "… porozumienie o …. Zawarły je: …"
    if is_before and not one.value("subject"):
        one.add(subject_of(masked, one.form.end, one.form))
    if not one.value("subject"):
        one.add(subject_of(masked, max(one.form.end, one.start), one.form))


def _place_above(masked: Masked, one: Agreement, days: list[Sign]) -> list[Field]:
    """Return the place of the line with the day above the news, or the town a short piece of news begins with."""
    if one.value("place"):
        return []
    head = dateline(masked, days[0].thing.value) if days else []
    return masked.fields("place", head) or rubric(masked, one.start)


def _is_told(masked: Masked, days: list[Sign]) -> bool:
    """Whether the day stands in a sentence with a verb, and not in the line of place and day above the news."""
    told = masked.text[slice(*masked.sentence(days[0].start))] if days else ""
    return any(is_finite(word) for word in WORDS.findall(told))


def _day_around(masked: Masked, one: Agreement) -> list[Sign]:
    """Return the day of the sentences around: "dziś" under a line of place and day, the last day before, the next one."""
    if _TODAY.search(masked.text, one.start, one.end) or _SIGNED_TODAY.search(masked.text, 0, one.start):
        head = masked.under(0, min(400, one.start), "Δ")
        return [
            sign
            for sign in head
            if sign.thing.is_day
            and (
                dateline(masked, sign.thing.value)
                or _HEADS_LINE.search(masked.text, max(0, sign.start - 60), sign.start)
            )
        ][:1]
    if told := day_of_span(masked, one.start, one.end):
        return told
    event = only_event(masked) if SAME_DAY.search(masked.text, one.start, one.end) else None
    if event and event.start < one.start:
        return [s for s in masked.under(0, one.start, "Δ") if s.thing.value == event.value("date")][:1]
    signers = masked.under(one.start, one.end, "ΩΥΦΠ") or _going_on(masked, one)
    return _day_told(masked, one) or (
        _day_of(masked, event_before(masked, one.start), one) if signers else []
    )


def _day_of(masked: Masked, event: Event | None, one: Agreement) -> list[Sign]:
    """Return the day of an event told before, where no other day is named between: what is told after it was done there."""
    if event is None or event.start >= one.start:
        return []
    between = days_of(masked, masked.sentence(event.start)[1], one.start)
    if any(sign.thing.value != event.value("date") for sign in between):
        return []
    return [sign for sign in masked.under(0, one.start, "Δ") if sign.thing.value == event.value("date")][:1]


def _day_told(masked: Masked, one: Agreement) -> list[Sign]:
    """Return the day of the sentence after, where it is about the signing, else of the last one before in the paragraph."""
    number = masked.document.sentence_number(one.start)
    paragraph = masked.sentences[number][2]
    for far, (begin, stop, other) in enumerate(masked.sentences[number + 1 : number + 3]):
        is_signing = (_OF_SIGNING if far == 0 else _SIGNED_IT).search(masked.text, begin, stop)
        if is_signing and (far == 0 or other == paragraph) and (found := days_of(masked, begin, stop)):
            return found[:1]
    for begin, stop, other in reversed(masked.sentences[max(0, number - 8) : number]):
        days = days_of(masked, begin, stop)
        if days and (other == paragraph or SAME_DAY.search(masked.text, one.start, one.end)):
            return days[-1:]
    return []


_OF_SIGNING = re.compile(
    r"uroczystoś|stało\s+się|nastąpiło|doszło|miało\s+to|podpis|sygnatariusz|dokument|\bakt|data:|termin:",
    re.IGNORECASE,
)
_SIGNED_IT = pattern(
    r"(?:dokument|umow|porozumieni|list|podpisy)\w*(?: intencyjny)? (?:\w+ )?(?:podpisa|parafowa|złoż|zawar)\w+"
)
_SIGNED_THERE = pattern(
    r"\b(?:podpis\w*|uroczystoś\w+|ceremoni\w+|spotka\w+|akt|stało się|nastąpiło|odby\w+|miało to|doszło|parafowa\w+)\b"
)
_CEREMONY = pattern(r"(?:uroczystość|ceremonia|podpisanie)\b")


def _going_on(masked: Masked, one: Agreement) -> list[tuple[int, int]]:
    """Return the sentences that follow and go on about who signed; another event ends them."""
    number = masked.document.sentence_number(max(one.start, one.end - 1))
    if masked.sentences[number][1] > one.end:
        return []  # the sentence goes on with another document
    found: list[tuple[int, int]] = []
    for begin, stop, _paragraph in masked.sentences[number + 1 : number + 4]:
        if OTHER_EVENT.search(masked.text, begin, stop) or _is_next_paper(masked, one, begin, stop):
            break
        if days_of(masked, begin, stop):
            if _CEREMONY.match(masked.text, begin, stop):
                continue
            break
        if one.form.value != "aneks" and _ANNEX.search(masked.text, begin, stop):
            break  # who signed an annex did not sign what it changes
        is_item = masked.text[max(0, begin - 2) : begin].strip() == ":" or (
            found and found[-1][1] >= begin - 2
        )
        if (
            (is_item and re.match(r"\d{1,2}[.)]|[-–•a-h]\)?\s", masked.text[begin:stop]))
            or GOES_ON.search(masked.text, begin, stop)
            or ABOUT_FAR.match(masked.text, begin)
        ):
            found.append((begin, stop))
    return found


_JOINS = pattern(
    r"\b(?:przystąpi|dołączy|wstąpi)\w+\b[^.;]{0,60}? do\b|\bdo [^.;]{3,60}? (?:przystąpi|dołączy|wstąpi)"
)
# "zawarły umowę o …": a document with a subject of its own.
_ABOUT_ITSELF = pattern(
    rf"\b(?:podpisa|zawar|parafowa)\w+ (?:\w+ ){{0,2}}?{FORM} (?:o (?!współpracy)|w sprawie|na rzecz|dotycząc|w zakresie)"
)
_NEXT_PAPER = pattern(
    rf"(?:jako (?:drug|trzec|kolejn|ostatn)\w+|(?:drug|trzec|kolejn|następn|ostatn)\w+ (?:z dokumentów|dokument\w*)|wreszcie|następnie|potem)\b[^.;]{{0,40}}? {FORM}"
)


def _is_next_paper(masked: Masked, one: Agreement, start: int, end: int) -> bool:
    """Whether a sentence turns to another document: "Wreszcie Ω przystąpiła do …", "Jako drugi podpisano list"."""
    for match in _ABOUT_ITSELF.finditer(masked.text, start, end):
        if not match["form"].lower().startswith(str(one.form.value)[:5]):
            return True
    if one.form.value != "akces" and _JOINS.search(masked.text, start, end):
        return True
    return _NEXT_PAPER.match(masked.text, start, end) is not None


def where(masked: Masked, start: int, end: int, skip: tuple[int, int]) -> list[Field]:
    """Return the place of signing: "w Lesku", "(Kutno, Δ)", or the seat of the office it was signed in."""
    for match in re.finditer(
        r"\b[wWdD][eo]?\s+(?P<in>Λ+)|(?P<line>Λ+),\s+(?:dnia\s+)?Δ", masked.text[start:end]
    ):
        at = start + match.start(match.lastgroup or 0)
        signs = [s for s in masked.under(at, at + 1, "Λ") if s.thing.unit in ("town", "village")]
        if signs and not skip[0] <= at < skip[1]:
            return masked.fields("place", signs)
    for sign in masked.under(start, end, "Ω"):
        inside = ((p.start, p.end) for p in masked.reader.places if sign.start <= p.start < sign.end)
        seat = sign.thing.seat or next(inside, None)
        if seat and _AT.search(masked.text, max(0, sign.start - 25), sign.start):
            name = next((p.name for p in masked.reader.places if p.start == seat[0]), None)
            return [Field("place", name, seat[0], seat[1], 0.85)] if name else []
    return []
