"""Agreements that were concluded: what kind, about what, when, where, between whom and who signed."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from spoiwo.reading.facts.agreement_sides import sides
from spoiwo.reading.facts.agreement_subjects import subject_of
from spoiwo.reading.facts.agreement_words import (
    ABOUT_FAR,
    ABOUT_NEAR,
    DONE,
    DONE_NOW,
    EARLIER,
    FORM,
    FORMS,
    GOES_ON,
    JOINED,
    NO_AGREEMENT,
    OTHER_EVENT,
    SAME_DAY,
    WHAT_ONE_JOINS,
)
from spoiwo.reading.facts.clauses import clause
from spoiwo.reading.facts.events import WORDS, only_event
from spoiwo.reading.facts.fact import Fact, Field, Kind, confidence, spanning
from spoiwo.reading.facts.masks import Masked, Sign, pattern
from spoiwo.reading.facts.predicates import predicates
from spoiwo.reading.facts.venues import dateline
from spoiwo.reading.facts.words import is_finite

_FORM = pattern(rf"\b{FORM}")
_FORM_OF = [(pattern(words), form) for words, form in FORMS]
_JOINS = pattern(rf"\bdo (?P<what>{WHAT_ONE_JOINS})")
_TODAY = pattern(r"\b(?:dziś|dzisiaj|w dniu dzisiejszym)\b")
_IT = pattern(r"\b(?:go|je|ją|dokument\w*|podpisy|podpis)\b")
_LAW = re.compile(r"(?:ustaw\w*|rozporządzeni\w*|porozumieni\w|umowy|uchwał\w*)\s+z\s+(?:dnia\s+)?$")
_AT = re.compile(r"\b(?:siedzibie|sali|sal[aą]|budynku|gmachu|konferencyjnej|auli|w|we)\s+$", re.IGNORECASE)
_SIGNERS = pattern(
    r"(?:^|\n)\s*(?:Strony|Sygnatariusze|Podpisali|Partnerzy|Strony porozumienia|Strony umowy):\s+(?P<who>[^\n]+)"
)


@dataclass
class _Agreement:
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


def find_agreements(masked: Masked) -> list[Fact]:
    """Return the agreements a text says were concluded; plans and agreements only spoken of give nothing."""
    told: list[_Agreement] = []
    for start, end, _paragraph in masked.sentences:
        for found in _concluded(masked, start, end):
            is_again = any(one.form.value == found.form.value for one in told)
            if told and SAME_DAY.search(masked.text, start, end) and not _days(masked, start, end):
                found.add([one for one in told[-1].fields if one.name in ("date", "place")])
            _read(masked, found, is_again)
            _add_to(told, found)
    if any(not one.is_heading for one in told):
        told = [one for one in told if not one.is_heading]
    told += _earlier(masked, told)
    facts = []
    for one in told:
        fields = [one.form, *one.fields]
        if _is_enough(fields):
            facts.append(spanning(Kind.AGREEMENT, fields, _confidence(fields)))
    return facts


# What was concluded


def _concluded(masked: Masked, start: int, end: int) -> list[_Agreement]:
    """Return the documents a sentence says were concluded, one for each verb, or the one a body joined."""
    joined = predicates(masked, start, end, JOINED)
    what = _JOINS.search(masked.text, start, end) if joined else None
    if what and (bare := _FORM.fullmatch(what["what"] + masked.text[what.end() :].split(" ")[0].strip(".,"))):
        return [_Agreement(Field("form", form_of(bare), *what.span("what"), 0.9), start, end)]
    if what:
        form = Field("form", "akces", joined[0].start, joined[0].end, 0.9)
        begin, stop = clause(masked, what.start("what"), until="Δ")
        stop = min([stop, *(one.start - 1 for one in joined if one.start > begin)])
        one = _Agreement(form, start, end)
        one.fields.append(Field("subject", masked.words(begin, stop), begin, stop, 0.8))
        return [one]
    done = predicates(masked, start, end, DONE, told=DONE_NOW)
    if not done:
        return _listed(masked, start, end)
    forms = [m for m in masked.search(_FORM, start, end) if not NO_AGREEMENT.match(masked.text, m.start())]
    if not forms:
        quoted = _quoted(masked, start, end)
        if quoted:
            return [quoted]
        goes_on = _IT.search(masked.text, start, end) or (done[0].start == start and done[0].how == "passive")
        before = _form_before(masked, start) if goes_on else None
        return [_Agreement(before, start, end)] if before else []
    is_heading = masked.text[end - 1] not in ".!?…"
    if len(done) > 1 and len(forms) == 1 and len(_days(masked, start, end)) > 1:
        return _one_for_each_day(masked, start, end, forms[0])
    first = next((m for m in forms if _nominal(masked, m, done)), forms[0])
    return [_Agreement(_form(first), start, end, is_heading)]


def _quoted(masked: Masked, start: int, end: int) -> _Agreement | None:
    """Read a document called by its full title: "… „Porozumienie o współdziałaniu …” podpisały …"."""
    for sign in masked.under(start, end, "Θ"):
        quote = sign.thing
        text = masked.document.text
        match = _FORM.match(text, quote.inner_start, quote.inner_end)
        about = ABOUT_NEAR.match(text, match.end(), quote.inner_end) if match else None
        if match:
            one = _Agreement(_form(match), start, end)
            if about:
                span = (about.end(), quote.inner_end)
                one.fields.append(Field("subject", masked.words(*span), *span, 0.85))
            return one
    return None


def _nominal(masked: Masked, form: re.Match[str], done: list) -> bool:
    """Whether a verb stands near the document's name, no other document between."""
    return any(abs(one.start - form.start()) < 120 for one in done)


def form_of(match: re.Match[str]) -> str:
    """Return the form in the register of a document's noun."""
    return next(form for words, form in _FORM_OF if words.fullmatch(match["form"]))


def _form(match: re.Match[str]) -> Field:
    return Field("form", form_of(match), *match.span("form"), 0.95)


def _form_before(masked: Masked, start: int) -> Field | None:
    """Return the one document the sentence before names: "… list intencyjny. Podpisano go …"."""
    number = masked.document.sentence_number(start)
    for begin, stop, _paragraph in masked.sentences[max(0, number - 1) : number]:
        for match in masked.search(_FORM, begin, stop):
            if not NO_AGREEMENT.match(masked.text, match.start()):
                return _form(match)
    return None


def _one_for_each_day(masked: Masked, start: int, end: int, form: re.Match[str]) -> list[_Agreement]:
    """Read "jedną podpisano Δ z Ω, drugą zawarto Δ z Ω": a part of the sentence for each day."""
    days = _days(masked, start, end)
    cut = [m.end() for m in re.finditer(r",\s", masked.text[start:end])]
    found, begin = [], start
    for first, second in pairwise(days):
        stops = [start + at for at in cut if first.end < start + at < second.start]
        stop = stops[-1] if stops else second.start
        found.append(_Agreement(_form(form), begin, stop))
        begin = stop
    return [*found, _Agreement(_form(form), begin, end)]


def _listed(masked: Masked, start: int, end: int) -> list[_Agreement]:
    """Read a document told in lines: "Dokument: porozumienie …", "Strony: Ω, Ω"."""
    match = re.match(r"\s*(?:Dokument|Rodzaj|Forma|Co podpisano):\s+", masked.text[start:end])
    form = _FORM.match(masked.text, start + match.end(), end) if match else None
    return [_Agreement(_form(form), start, end)] if form else []


def _days(masked: Masked, start: int, end: int) -> list[Sign]:
    found = (sign for sign in masked.under(start, end, "Δ") if sign.thing.is_day)
    return [s for s in found if not _LAW.search(masked.text[max(0, s.start - 40) : s.start].lower())]


# What is said of it


def _read(masked: Masked, one: _Agreement, is_again: bool) -> None:
    if not one.value("subject"):
        one.add(subject_of(masked, max(one.form.end, one.start), one.form))
    skip = next(((f.start, f.end) for f in one.fields if f.name == "subject"), (0, 0))
    days = _days(masked, one.start, one.end)
    one.add(_where(masked, one.start, one.end, skip))
    if not days and not is_again and not one.value("date"):
        days = _day_around(masked, one)
        for day in days if _is_told(masked, days) else []:
            one.add(_where(masked, *masked.sentence(day.start), skip))
    one.add(masked.fields("date", days[:1]))
    one.add(sides(masked, one.start, one.end, skip))
    for start, end in _going_on(masked, one):
        one.add(sides(masked, start, end, skip))
        one.add(_where(masked, start, end, skip))
        one.add(subject_of(masked, start, one.form))


def _is_told(masked: Masked, days: list[Sign]) -> bool:
    """Whether the day stands in a sentence with a verb, and not in the line of place and day above the news."""
    told = masked.text[slice(*masked.sentence(days[0].start))] if days else ""
    return any(is_finite(word) for word in WORDS.findall(told))


def _day_around(masked: Masked, one: _Agreement) -> list[Sign]:
    """Return the day of the sentences around: "dziś" under a line of place and day, the last day before, the next one."""
    if _TODAY.search(masked.text, one.start, one.end):
        head = masked.under(0, min(400, one.start), "Δ")
        return [sign for sign in head if sign.thing.is_day and dateline(masked, sign.thing.value)][:1]
    event = only_event(masked) if SAME_DAY.search(masked.text, one.start, one.end) else None
    if event and event.start < one.start:
        return [sign for sign in masked.under(0, one.start, "Δ") if sign.thing.value == event.value("date")][
            :1
        ]
    number = masked.document.sentence_number(one.start)
    paragraph = masked.sentences[number][2]
    after = masked.sentences[number + 1 : number + 2]
    if after and re.search(
        r"uroczystoś|podpis|dokument|akt|data:|termin:", masked.text[slice(*after[0][:2])], re.I
    ):
        found = _days(masked, *after[0][:2])
        if found:
            return found[:1]
    for begin, stop, other in reversed(masked.sentences[max(0, number - 8) : number]):
        days = _days(masked, begin, stop)
        if days and (other == paragraph or SAME_DAY.search(masked.text, one.start, one.end)):
            return days[-1:]
    return []


def _going_on(masked: Masked, one: _Agreement) -> list[tuple[int, int]]:
    """Return the sentences that follow and go on about who signed; another event ends them."""
    number = masked.document.sentence_number(one.start)
    if masked.sentences[number][1] > one.end:
        return []  # the sentence goes on with another document
    found: list[tuple[int, int]] = []
    for begin, stop, _paragraph in masked.sentences[number + 1 : number + 4]:
        if OTHER_EVENT.search(masked.text, begin, stop) or _days(masked, begin, stop):
            break
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


def _where(masked: Masked, start: int, end: int, skip: tuple[int, int]) -> list[Field]:
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


def _earlier(masked: Masked, told: list[_Agreement]) -> list[_Agreement]:
    """Return agreements spoken of by their date: "na mocy porozumienia z 18 grudnia, zawartego przez Ω i Υ"."""
    found: list[_Agreement] = []
    for match in masked.search(EARLIER):
        date = masked.under(*match.span("date"))
        if not date or any(one.value("date") == date[0].thing.value for one in told):
            continue
        _start, end = masked.sentence(match.start())
        one = _Agreement(_form(match), match.start(), end)
        one.add([*masked.fields("date", date[:1]), *subject_of(masked, match.end(), one.form)])
        by = re.match(r",?\s+(?:zawart\w+|podpisan\w+)\s", masked.text[match.end() : end])
        if by:
            skip = next(((f.start, f.end) for f in one.fields if f.name == "subject"), (0, 0))
            one.add(
                masked.fields(
                    "party",
                    [s for s in masked.under(match.end(), end, "ΩΥΦ") if not skip[0] <= s.start < skip[1]],
                )
            )
        if len(one.fields) > 1:
            found.append(one)
    return found


# Putting together


def _add_to(told: list[_Agreement], found: _Agreement) -> None:
    """Add an agreement, or what is said of it to the same one told before: same form, and no other day."""
    for one in told:
        if one.form.value == found.form.value:
            dates = one.value("date"), found.value("date")
            subjects = one.value("subject"), found.value("subject")
            if not all(dates) or (
                dates[0] == dates[1] and (not all(subjects) or one.is_heading or subjects[0] == subjects[1])
            ):
                one.add(found.fields)
                one.is_heading = one.is_heading and found.is_heading
                return
    told.append(found)


def _is_enough(fields: list[Field]) -> bool:
    names = {one.name for one in fields}
    return "date" in names or {"subject", "party"} <= names


def _confidence(fields: list[Field]) -> float:
    names = {one.name for one in fields}
    return confidence(Kind.AGREEMENT, "date" in names and len(names) >= 3)
