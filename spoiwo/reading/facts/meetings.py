"""Meetings held or announced: what kind, when and where, by whom, on what, with whom, how many were asked and came."""

import re
from dataclasses import dataclass, field

from spoiwo.reading.facts.clauses import clause, parts
from spoiwo.reading.facts.event_words import (
    CAME,
    CANCELLED,
    FORMS,
    GENERIC,
    HANDED_OVER,
    HELD,
    INVITED,
    INVITES,
    NOUN,
    ORGANISED,
    ORGANISED_BY,
    ORGANISER,
    SPOKE,
    TOPIC,
)
from spoiwo.reading.facts.fact import Fact, Field, Kind, spanning
from spoiwo.reading.facts.masks import ACTORS, PEOPLE, Masked, Sign, pattern
from spoiwo.reading.facts.venues import dateline, labelled_venue, place_of, venue_in
from spoiwo.reading.facts.words import is_finite, nouns

_EVENT = pattern(rf"\b{NOUN}\b")
_FORM_OF = [(pattern(words), form) for words, form in FORMS]
_TITLE = pattern(
    r"(?:(?: \w+){0,2}? (?:pn\.|pt\.|pod hasłem|pod nazwą|pod tytułem|zatytułowan\w+))? ?(?P<title>Θ+)"
)
_FOR = pattern(r" dla (?:Ν+\s?)?")
_PARTICIPANTS = pattern(
    r"(?:(?:uczestniczyl[iy]|uczestniczył[aoy]|udział wzięli|wzięli udział|wzięli w niej udział|wzięli w nim udział|gośćmi byli|byli tam|zaproszono) "
    r"(?:w nim |w niej |też |także |m\.in\. )?(?!w |Ν|jako)(?P<list>)|(?<=Ν): (?P<after>)|(?<=Ν) [–-] (?P<aside>)|\bzapraszamy (?:szczególnie |wszystkich |serdecznie |zwłaszcza )*(?!na|do|w|Ω|Θ|Π)(?P<asked>))"
)
_ORGANISERS = (
    pattern(rf"\b{ORGANISED_BY} (?P<who>{ACTORS})"),
    pattern(rf"\b{ORGANISED}(?: (?:je|ją|go|wspólnie|także|również))* (?P<who>{ACTORS})"),
    pattern(rf"(?P<who>{ACTORS})(?: \w+){{0,1}}? {ORGANISED}"),
    pattern(rf"\b{ORGANISER}(?P<who>{ACTORS})"),
    pattern(rf"(?P<who>{ACTORS}) {INVITES}"),
)
_TRAINING = pattern(r"\b(?:szkoleni(?:e|a|u|em)|kurs(?:u|em|ie)?)\b")
_NEW_SUBJECT = pattern(r"^(?:o projekcie|projekt Θ+|ponadto|przypomnijmy)\b")
_DAY_LINE = re.compile(
    r"(?:\n\s*(?:Data|Termin|Kiedy|w dniu|w dniach|dnia|Λ+):?,?\s+(?:dnia\s+)?)(?P<day>Δ+)"
)
_LINE_BEFORE = re.compile(r"(?:^|\n)\s*[*•–-]?\s*Δ+,\s+Λ+\s+[–-]\s+$")
_WORDS = re.compile(r"[a-ząćęłńóśźż]{3,}", re.IGNORECASE)
_SINGLE = ("form", "title", "date", "end_date", "place", "venue", "topic", "invited", "came", "came_percent")


@dataclass
class _Event:
    """A meeting as it is put together: where it is first told, which text belongs to it, its fields."""

    form: str
    start: int
    fields: list[Field] = field(default_factory=list)
    until: int = 0
    is_heading: bool = False

    def add(self, *fields: Field) -> None:
        have = {one.name for one in self.fields}
        for one in fields:
            if one.name not in _SINGLE or one.name not in have:
                self.fields.append(one)
                have.add(one.name)

    def value(self, name: str) -> object:
        return next((one.value for one in self.fields if one.name == name), None)


def find_meetings(masked: Masked) -> list[Fact]:
    """Return the meetings of a text; plans without a date, cycles and cancelled meetings give nothing."""
    events = _events(masked)
    for number, event in enumerate(events):
        following = events[number + 1].start if number + 1 < len(events) else len(masked.text)
        event.until = min(following, _end_of_scope(masked, event, following))
        _enrich(masked, event, 0 if number == 0 else event.start)
    told = [spanning(Kind.MEETING, event.fields, _confidence(event)) for event in events if _is_enough(event)]
    return [*told, *_several(masked)]


def _events(masked: Masked) -> list[_Event]:
    found: list[_Event] = []
    for start, end, _paragraph in masked.sentences:
        event = _event_in(masked, start, end)
        if event is None:
            continue
        _named_before(masked, event, start)
        same = next((one for one in reversed(found) if _is_same(one, event)), None)
        if same is None:
            found.append(event)
        else:
            if same.is_heading and not event.is_heading:
                same.form, same.start, same.is_heading = event.form, event.start, False
                same.fields = [one for one in same.fields if one.name != "form"]
            same.add(*event.fields)
    return found


def _named_before(masked: Masked, event: _Event, start: int) -> None:
    """Give a "spotkanie" the form the sentence before names: "…zapoczątkowała konferencja. Spotkanie miało miejsce…"."""
    number = masked.document.sentence_number(start)
    if event.form != "spotkanie" or number == 0:
        return
    begin, stop, _paragraph = masked.sentences[number - 1]
    match = next(iter(masked.search(_EVENT, begin, stop)), None)
    if match and match.end() >= stop - 2 and not masked.under(begin, stop, "Δ"):
        event.form = next(form for words, form in _FORM_OF if words.fullmatch(match["noun"]))
        event.fields[0] = Field("form", event.form, *match.span("noun"), 0.85)


def _is_same(one: _Event, other: _Event) -> bool:
    """Whether a later sentence goes on about an event: no other date, and the same form or a word for any meeting."""
    dates = one.value("date"), other.value("date")
    if one.is_heading and (not dates[1] or dates[0] == dates[1]):
        return True
    if all(dates) and dates[0] != dates[1]:
        return False
    return (
        one.form == other.form
        or other.form == "spotkanie"
        or (one.form == "spotkanie" and dates[0] == dates[1])
    )


def _event_in(masked: Masked, start: int, end: int) -> _Event | None:
    """Return the event a sentence tells of: its noun, a word that it is held, and a day or a place with a title."""
    if CANCELLED.search(masked.text, start, end) or _TRAINING.search(masked.text, start, end):
        return None
    held = HELD.search(masked.text, start, end)
    days = [s for s in masked.under(start, end, "Δ") if can_date(masked, s)]
    for match in masked.search(_EVENT, start, end):
        if GENERIC.search(masked.text, max(start, match.start() - 24), match.start()):
            continue
        said = days or (_day_before(masked, start, end) if held else []) or _labelled_day(masked, match)
        said = said or (_day_after(masked, end) if held else [])
        if not (held and (said or _has_title(masked, match))) and not (
            said and _is_heading(masked, match, said)
        ):
            continue
        form = next(form for words, form in _FORM_OF if words.fullmatch(match["noun"]))
        event = _Event(form, start, is_heading=not held)
        event.add(Field("form", form, *match.span("noun"), 0.9), *_dates(said, match, masked))
        return event
    return _handing_over(masked, start, end, days)


def _handing_over(masked: Masked, start: int, end: int, days: list[Sign]) -> _Event | None:
    """Prizes handed over on a day are a gala, whatever it was called."""
    handed = HANDED_OVER.search(masked.text, start, end)
    if not handed or not days:
        return None
    event = _Event("gala", start)
    event.add(Field("form", "gala", *handed.span(), 0.8), *_dates(days, handed, masked))
    return event


_SAME_DAY = pattern(
    r"\b(?:po części oficjalnej|po podpisaniu|następnie|tego (?:samego )?dnia|w tym samym dniu|towarzyszył\w*|tuż po)\b"
)
_OPENING = pattern(
    r"\b(?:obradowa\w*|debatowa\w*|gości\w*|spotkal\w*|zebral\w*|przyjechal\w*|wyjechal\w*|odwiedzi\w*)\b"
)


def _day_before(masked: Masked, start: int, end: int) -> list[Sign]:
    """Return the day an event without one goes on from: "Po części oficjalnej …", or a sentence that only opens the scene."""
    number = masked.document.sentence_number(start)
    if _SAME_DAY.search(masked.text, start, end):
        begin = masked.sentences[max(0, number - 5)][0]
        return [s for s in masked.under(begin, start, "Δ") if s.thing.is_day and can_date(masked, s)][-1:]
    for back in range(number - 1, max(-1, number - 4), -1):
        begin, stop, _paragraph = masked.sentences[back]
        days = [s for s in masked.under(begin, stop, "Δ") if s.thing.is_day and can_date(masked, s)]
        if days and not _EVENT.search(masked.text, begin, stop):
            verbless = not any(is_finite(word) for word in _WORDS.findall(masked.text[begin:stop]))
            return days[:1] if verbless or _OPENING.search(masked.text, begin, stop) else []
    return []


_IT_WILL_BE = pattern(
    r"(?:odbędzie się|odbyło się|odbyła się|rozpocznie się|spotkanie odbędzie się|spotykamy się)\b"
)


def _day_after(masked: Masked, end: int) -> list[Sign]:
    """Return the day of "Odbędzie się ono 18 stycznia", the sentence right after."""
    number = masked.document.sentence_number(end - 1) + 1
    if number >= len(masked.sentences):
        return []
    begin, stop, _paragraph = masked.sentences[number]
    if not _IT_WILL_BE.match(masked.text, begin):
        return []
    return [s for s in masked.under(begin, stop, "Δ") if s.thing.is_day][:1]


def _labelled_day(masked: Masked, match: re.Match[str]) -> list[Sign]:
    """Return the day of "Data: Δ" or "Λ, Δ" within the lines below a heading."""
    found = _DAY_LINE.search(masked.text, match.end(), min(len(masked.text), match.end() + 200))
    return masked.under(*found.span("day"))[:1] if found else []


def _is_heading(masked: Masked, match: re.Match[str], days: list[Sign]) -> bool:
    """Whether the event stands in a heading above its day, or in a line "19 listopada, Λ – targi pracy"."""
    before = masked.text[max(0, match.start() - 90) : match.start()]
    if _LINE_BEFORE.search(before):
        return True
    labelled = _labelled_day(masked, match)
    return bool(labelled) and not any(is_finite(word) for word in _WORDS.findall(before.rpartition("\n")[2]))


def can_date(masked: Masked, sign: Sign) -> bool:
    """Whether a date can be that of an event: a day or a month, no deadline, no date of a law."""
    before = masked.text[max(0, sign.start - 40) : sign.start].lower()
    of_law = re.search(
        r"(?:ustaw\w*|porozumieni\w|umowy)\s+z\s+(?:dnia\s+)?$|\b(?:do|obowiązując\w+\s+od)\s+(?:dnia\s+)?$|publikacji:?\s+$",
        before,
    )
    return len(sign.thing.value) >= 7 and not of_law


def _has_title(masked: Masked, match: re.Match[str]) -> bool:
    return bool(_TITLE.match(masked.text, match.end()))


def _dates(days: list[Sign], match: re.Match[str], masked: Masked) -> list[Field]:
    if not days:
        return []
    day = min(days, key=lambda s: (not s.thing.is_day, abs(s.start - match.start())))
    fields = [masked.field("date", day)]
    if day.thing.end_value:
        fields.append(Field("end_date", day.thing.end_value, day.start, day.end, 0.9))
    return fields


def _end_of_scope(masked: Masked, event: _Event, following: int) -> int:
    """An event's text goes on to the next event, at most six sentences further."""
    number = masked.document.sentence_number(event.start)
    for begin, stop, _paragraph in masked.sentences[number + 1 : number + 25]:
        if begin < following and (
            _TRAINING.search(masked.text, begin, stop) or _NEW_SUBJECT.search(masked.text, begin, stop)
        ):
            return begin
    return following


def _enrich(masked: Masked, event: _Event, scope: int) -> None:
    start, end = masked.sentence(event.start)
    noun = next(one for one in event.fields if one.name == "form")
    title = _TITLE.match(masked.text, noun.end)
    if title:
        quote = masked.under(*title.span("title"))
        event.add(*masked.fields("title", quote[:1]))
    event.add(*_presented(masked, start, end), *_topic(masked, start, end))
    event.add(*labelled_venue(masked, start, event.until), *venue_in(masked, start, end))
    day = next((one for one in event.fields if one.name == "date"), None)
    if day and not start <= day.start < end:
        begin, stop = masked.sentence(day.start)
        for first, last, _paragraph in masked.sentences:
            if begin <= first < start:
                event.add(*_numbers(masked, first, last))
        event.add(
            *venue_in(masked, begin, stop), *place_of(masked, begin, stop, []), *_numbers(masked, begin, stop)
        )
    event.add(*place_of(masked, start, end, event.fields))
    event.add(*_organisers(masked, start, end))
    event.add(*_dateline(masked, event))
    event.add(*_for(masked, noun.end, end), *_of_whom(masked, noun.end))
    if scope < start:
        event.add(*_invited_by(masked, scope, start))
    for begin, stop, _paragraph in masked.sentences:
        if start <= begin < event.until:
            event.add(*_numbers(masked, begin, stop))
            event.add(*_speakers(masked, begin, stop))
            event.add(*_audience(masked, begin, stop))
            if begin > start:
                event.add(*_topic_later(masked, begin, stop), *_organisers_later(masked, begin, stop))
                event.add(*_place_later(masked, begin, stop, event))


def _dateline(masked: Masked, event: _Event) -> list[Field]:
    """Take the place, and the day where none is said, from the line of place and day above the news."""
    return masked.fields("place", dateline(masked, str(event.value("date") or ""))[:1], 0.85)


def _place_later(masked: Masked, start: int, end: int, event: _Event) -> list[Field]:
    """Take a place or a venue from a later sentence only where it says that this is where it was held."""
    if event.value("place") or event.value("venue") or not HELD.search(masked.text, start, end):
        return []
    fields = venue_in(masked, start, end)
    return [*fields, *place_of(masked, start, end, fields)]


def _topic(masked: Masked, start: int, end: int) -> list[Field]:
    for match in masked.search(TOPIC, start, end):
        begin, stop = clause(masked, match.end(), until="Δ")
        if stop - begin > 5:
            return [Field("topic", masked.words(begin, stop), begin, stop, 0.8)]
    return []


_LATER_TOPIC = pattern(r"^(?:tematem|jeden temat|temat|poświęcono|dotyczył|rozmawiano)")


def _topic_later(masked: Masked, start: int, end: int) -> list[Field]:
    return _topic(masked, start, end) if _LATER_TOPIC.search(masked.text[start:end]) else []


def _organisers(masked: Masked, start: int, end: int) -> list[Field]:
    for rule in _ORGANISERS:
        for match in masked.search(rule, start, end):
            return masked.fields("organiser", masked.under(*match.span("who"), "ΩΥΦ"), 0.85)
    return []


_ONLY_ORGANISERS = (_ORGANISERS[3],)
_IT_ORGANISED = pattern(rf"\b{ORGANISED}(?: (?:je|ją|go))(?: wspólnie)? (?P<who>{ACTORS})")


def _organisers_later(masked: Masked, start: int, end: int) -> list[Field]:
    for rule in (*_ONLY_ORGANISERS, _IT_ORGANISED):
        for match in masked.search(rule, start, end):
            if not re.search(r"konkurs|szkoleni|projekt", masked.text[start : match.start("who")]):
                return masked.fields("organiser", masked.under(*match.span("who"), "ΩΥΦ"), 0.85)
    return []


def _for(masked: Masked, at: int, end: int) -> list[Field]:
    match = _FOR.match(masked.text, at, end)
    return _enumerated(masked, match.end()) if match else []


def _of_whom(masked: Masked, at: int) -> list[Field]:
    """Read "spotkanie dyrektorów i pracowników": the people an event is of."""
    word = _WORDS.match(masked.text, at + 1)
    if not word or masked.text[at : at + 1] not in " \n":
        return []
    people = [r for r in nouns(word.group()) if "pl" in r.numbers and "gen" in r.cases]
    human = any("m1" in r.genders or r.word.endswith("czka") for r in people)
    return _enumerated(masked, word.start()) if human else []


def _invited_by(masked: Masked, start: int, end: int) -> list[Field]:
    """Read "Ω zaprasza!" above the news."""
    for match in masked.search(_ORGANISERS[4], start, end):
        return masked.fields("organiser", masked.under(*match.span("who"), "ΩΥΦ"), 0.8)
    return []


def _audience(masked: Masked, start: int, end: int) -> list[Field]:
    for match in masked.search(_PARTICIPANTS, start, end):
        counted = masked.under(max(start, match.start() - 60), match.start(), "Ν")
        if (match["after"] is not None or match["aside"] is not None) and not (
            counted and _counts_people(counted[-1])
        ):
            continue
        fields = _enumerated(masked, match.end())
        if len(fields) > 1:
            return fields
    return []


def _enumerated(masked: Masked, at: int) -> list[Field]:
    start, end = clause(masked, at, longest=400)
    fields = []
    for begin, stop in parts(masked, start, end):
        words = masked.words(begin, stop)
        if 3 <= len(words) <= 120 and not masked.under(begin, stop, "ΠΔΝ"):
            fields.append(Field("audience", words, begin, stop, 0.75))
    return fields


def _numbers(masked: Masked, start: int, end: int) -> list[Field]:
    found: list[Field] = []
    if _PLURAL.search(masked.text, start, end):
        return found  # the numbers of several meetings
    for match in masked.search(INVITED, start, end):
        number = masked.under(*match.span("number"))
        if number and not number[0].thing.percent and isinstance(number[0].thing.value, int):
            found.append(Field("invited", number[0].thing.value, number[0].start, number[0].end, 0.85))
    return [*found, *_came(masked, start, end)]


_PLURAL = pattern(r"\b(?:spotkaniach|konferencjach|zebraniach|wszystkich spotkań)\b")


def _several(masked: Masked) -> list[Fact]:
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


_PEOPLE_COUNTED = re.compile(
    r"os[oó]b|uczestni|pracodawc|członk|pracownik|mieszkań|gości|przedsiębiorc|uczniów|ucznió|zaproszonych|kobiet|młod|delegat|przedstawiciel|"
    r"specjalist|dyrektor|bezrobotn|nauczyciel|rolnik|samorządow|zwiedzając|słuchacz",
    re.IGNORECASE,
)


def _came(masked: Masked, start: int, end: int) -> list[Field]:
    """Return how many came, from the clause that says so: by the comma, or the whole sentence with one such number."""
    numbers = [s for s in masked.under(start, end, "Ν") if _counts_people(s)]
    found = []
    for sign in numbers:
        begin = max((masked.text.rfind(mark, start, sign.start) + 1 for mark in ",;("), default=start)
        stops = [at for mark in ",;)" if (at := masked.text.find(mark, sign.end, end)) > 0]
        scene = (begin or start, min(stops, default=end)) if len(numbers) > 1 else (start, end)
        alone = not masked.text[start : sign.start].strip(" –-") and masked.text[sign.end : end].strip() in (
            "",
            ".",
        )
        if CAME.search(masked.text, *scene) or alone:
            name = "came_percent" if sign.thing.percent else "came"
            found.append(Field(name, sign.thing.value, sign.start, sign.end, 0.85))
    return found


def _counts_people(sign: Sign) -> bool:
    return bool(_PEOPLE_COUNTED.search(sign.thing.counts)) and isinstance(sign.thing.value, int)


def _speakers(masked: Masked, start: int, end: int) -> list[Field]:
    spoke = SPOKE.search(masked.text, start, end)
    if not spoke:
        return []
    people = [s for s in masked.under(start, end, "Π") if not _only_mentioned(masked, s)]
    return masked.fields("speaker", people, 0.8)


_PRESENTED = pattern(rf"\bprezentacj\w{{1,2}} (?P<topic>[^.,;]{{3,120}}?) przez (?P<who>{PEOPLE})")


def _presented(masked: Masked, start: int, end: int) -> list[Field]:
    """Read "prezentacja Programu … przez Π i Π": the topic and who spoke."""
    for match in masked.search(_PRESENTED, start, end):
        topic = Field("topic", masked.words(*match.span("topic")), *match.span("topic"), 0.8)
        return [topic, *masked.fields("speaker", masked.under(*match.span("who"), "Π"), 0.85)]
    return []


def _only_mentioned(masked: Masked, sign: Sign) -> bool:
    return bool(
        re.search(
            r"(?:gościem honorowym|obecn\w+|z rąk|z udziałem|pod przewodnictwem)\s+(?:\w+\s+){0,3}$",
            masked.text[max(0, sign.start - 60) : sign.start],
            re.I,
        )
    )


def _is_enough(event: _Event) -> bool:
    names = {one.name for one in event.fields}
    return "date" in names or ("title" in names and bool(names & {"place", "organiser"}))


def _confidence(event: _Event) -> float:
    return 0.85 if event.value("date") and (event.value("place") or event.value("title")) else 0.7
