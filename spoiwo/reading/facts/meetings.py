"""Meetings held or announced: what kind, when and where, by whom, on what, with whom, how many were asked and came."""

import re

from spoiwo.reading.facts.arguments import SUBJECT, part_of
from spoiwo.reading.facts.clauses import clause, parts
from spoiwo.reading.facts.event_words import (
    CANCELLED,
    HELD,
    INVITES,
    NOUN,
    ORGANISED,
    ORGANISED_BY,
    ORGANISER,
    SPOKE,
    TOPIC,
    TOPIC_FIRST,
)
from spoiwo.reading.facts.events import EVENT, TITLE, TRAINING, WORDS, Event, find_events, form_of
from spoiwo.reading.facts.fact import Fact, Field, Kind, confidence, spanning
from spoiwo.reading.facts.masks import ACTOR, ACTORS, PEOPLE, Masked, Sign, pattern
from spoiwo.reading.facts.meeting_numbers import counts_people_here, numbers_of, told_of_several
from spoiwo.reading.facts.predicates import predicates
from spoiwo.reading.facts.record_facts import form_of_record, records_of
from spoiwo.reading.facts.venues import dateline, labelled_venue, place_of, rubric, venue_in
from spoiwo.reading.facts.words import listed, nouns

_FOR = pattern(r" dla (?:Ν+\s?)?")
_PARTICIPANTS = pattern(
    r"(?:(?:uczestniczyl[iy]|uczestniczył[aoy]|udział wzięli|wzięli udział|wzięli w niej udział|wzięli w nim udział|gośćmi byli|byli tam|byli to(?: m\.in\.)?|zaproszono|wśród (?:których|nich|gości|uczestników|zebranych|obecnych) (?:byli|znaleźli się|nie zabrakło)) "
    r"(?:w nim |w niej |też |także |m\.in\. )?(?!w |Ν|jako)(?P<list>)|(?<=Ν): (?P<after>)|(?<=Ν) [–-] (?P<aside>)|\bzaprasza(?:my|ją)? (?:szczególnie |wszystkich |serdecznie |zwłaszcza )*(?!na|do|w|Ω|Θ|Π)(?P<asked>))"
)
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
_NEW_SUBJECT = pattern(r"^(?:o projekcie|projekt Θ+|ponadto|przypomnijmy)\b")
_SCOPE = 40  # sentences; news are shorter, and what is longer changes its subject


def find_meetings(masked: Masked) -> list[Fact]:
    """Return the meetings of a text; plans without a date, cycles and cancelled meetings give nothing."""
    events = _with_records(masked, find_events(masked))
    for number, event in enumerate(events):
        following = events[number + 1].start if number + 1 < len(events) else len(masked.text)
        event.until = min(following, _end_of_scope(masked, event, following))
        _enrich(masked, event, 0 if number == 0 else event.start)
    told = [spanning(Kind.MEETING, event.fields, _confidence(event)) for event in events if _is_enough(event)]
    return [*_without_listed(told, each := _each(masked)), *each, *told_of_several(masked)]


def _with_records(masked: Masked, events: list[Event]) -> list[Event]:
    """Give each event what the labels near it say; labels with a day or a title of their own are an event more."""
    for record, fields in records_of(masked, Kind.MEETING):
        form = form_of_record(masked, record)
        if form is None or not fields or CANCELLED.search(masked.text, record.before, record.until):
            continue
        told = Event(str(form.value), record.start, until=record.until)
        told.add(form, *fields)
        same = next((one for one in events if _is_told_of(one, told)), None)
        if same is not None:
            told.add(*(one for one in same.fields if one.name not in {f.name for f in told.fields}))
            if record.all("meeting"):
                same.form = told.form
            else:
                told.fields = [one for one in told.fields if one.name != "form"]
                told.fields.insert(0, next(one for one in same.fields if one.name == "form"))
            same.fields = told.fields
        elif told.value("date"):
            events.append(told)
    return sorted(events, key=lambda event: event.start)


def _is_told_of(event: Event, told: Event) -> bool:
    """Whether labels tell of an event found in sentences: the same day or title, or no day and the event just before."""
    for name in ("date", "title"):
        if event.value(name) and told.value(name):
            return event.value(name) == told.value(name)
    return -_ABOVE_LABELS < event.start - told.start < _BELOW_LABELS


_ABOVE_LABELS, _BELOW_LABELS = 2500, 300


_ONE_OF = pattern(r"(?P<day>Δ+),? (?:we?|–|-) (?P<place>Λ+)(?: \((?P<came>Ν+)[^)]*\))?")
_MANY = pattern(
    r"\b(?P<noun>spotkania|konferencje|warsztaty|debaty|targi|zebrania|seminaria|posiedzenia|narady)\b"
)
_FORM_OF_MANY = {"spotkania": "spotkanie", "konferencje": "konferencja", "warsztaty": "warsztaty", "debaty": "debata", "targi": "targi",
                 "zebrania": "spotkanie", "seminaria": "seminarium", "posiedzenia": "posiedzenie", "narady": "spotkanie"}  # fmt: skip
_AT_ALL = pattern(r"^(?:na|podczas|w trakcie) (?:obu|każd\w+|wszystkich|obydwu)\b")


def _each(masked: Masked) -> list[Fact]:
    """Read "Odbyły się spotkania: Δ w Λ (Ν) i Δ w Λ (Ν)": a meeting for each day."""
    facts = []
    for number, (start, end, _paragraph) in enumerate(masked.sentences):
        noun, ones = _MANY.search(masked.document.text, start, end), [*masked.search(_ONE_OF, start, end)]
        if not noun or len(ones) < 2 or noun.start() > ones[0].start():
            continue
        form = Field("form", _FORM_OF_MANY[noun["noun"].lower()], *noun.span(), 0.85)
        shared = [*_of_whom(masked, noun.end()), *_with_whom(masked, noun.end(), ones[0].start())]
        if number + 1 < len(masked.sentences) and _AT_ALL.match(masked.text, masked.sentences[number + 1][0]):
            shared += _speakers(masked, *masked.sentences[number + 1][:2])
        for one in ones:
            fields = [form, *masked.fields("date", masked.under(*one.span("day"))[:1])]
            fields += masked.fields("place", masked.under(*one.span("place"))[:1])
            fields += masked.fields("came", masked.under(*one.span("came"))[:1], 0.8) if one["came"] else []
            facts.append(spanning(Kind.MEETING, [*fields, *shared], confidence(Kind.MEETING)))
    return facts


_WITH = pattern(r" z (?P<who>[a-ząćęłńóśźż]+(?:ami|mi))\b")


def _with_whom(masked: Masked, at: int, end: int) -> list[Field]:
    match = _WITH.match(masked.text, at, end)
    return [Field("audience", masked.words(*match.span("who")), *match.span("who"), 0.7)] if match else []


def _without_listed(told: list[Fact], each: list[Fact]) -> list[Fact]:
    """Return the meetings told that are not one of those in a list."""
    days = {fact.get("date") for fact in each}
    return [fact for fact in told if fact.get("date") not in days]


def _end_of_scope(masked: Masked, event: Event, following: int) -> int:
    """An event's text goes on to the next event, at most six sentences further."""
    number = masked.document.sentence_number(event.start)
    for begin, stop, _paragraph in masked.sentences[number + 1 : number + 25]:
        if begin < following and (
            _is_training(masked, begin, stop) or _NEW_SUBJECT.search(masked.text, begin, stop)
        ):
            return begin
    return following


def _is_training(masked: Masked, start: int, end: int) -> bool:
    """Whether a sentence turns to a training; an item of a list without a day only counts it among other things."""
    if not TRAINING.search(masked.text, start, end):
        return False
    is_item = masked.text[start : start + 1] in "-–—•*"
    return not is_item or bool(masked.under(start, end, "Δ"))


def _enrich(masked: Masked, event: Event, scope: int) -> None:
    """Gather what the event's own sentence says, then what the sentences after it add."""
    start, end = masked.sentence(event.start)
    noun = next(one for one in event.fields if one.name == "form")
    title = TITLE.match(masked.text, noun.end)
    if title:
        event.add(*masked.fields("title", masked.under(*title.span("title"))[:1]))
    if scope < start or start == 0:  # the heading is of the first event
        event.add(*_named_in_heading(masked, event, start))
    event.add(*_presented(masked, start, end), *_topic(masked, start, end))
    event.add(*labelled_venue(masked, start, event.until), *venue_in(masked, start, end))
    _add_scene(masked, event, start, end)
    event.add(*place_of(masked, start, end, event.fields), *_organisers(masked, start, end))
    event.add(*_dateline(masked, event))
    event.add(*_for(masked, noun.end, end), *_of_whom(masked, noun.end))
    if scope < start:
        event.add(*_invited_by(masked, scope, start))
    number = masked.document.sentence_number(start)
    for begin, stop, _paragraph in masked.sentences[number : number + _SCOPE]:
        if begin >= event.until:
            break
        is_own = begin == start
        opening = event.start if is_own and event.is_beside else begin
        closing = min(stop, max(event.until, opening + 1)) if is_own else stop
        _add_told(masked, event, opening, closing, is_later=not is_own)
    if not event.value("place"):
        event.add(*rubric(masked, event.start))


def _named_in_heading(masked: Masked, event: Event, start: int) -> list[Field]:
    """Take the title, and the place, from a heading that names the event: "Konferencja „…” w Tucholi"."""
    named: list[Field] = []
    for begin, stop, _paragraph in masked.sentences[:3]:
        if stop > start or masked.text[stop - 1] in ".?":
            break
        for match in list(masked.search(EVENT, begin, stop))[:1]:
            title = TITLE.match(masked.text, match.end(), stop)
            if form_of(match) == event.form:
                signs = masked.under(*title.span("title"), "Θ")[:1] if title else []
                named.extend([*masked.fields("title", signs), *place_of(masked, match.end(), stop, [])])
    return named


def _add_scene(masked: Masked, event: Event, start: int, end: int) -> None:
    """Add what the sentence says that names the event's day, where that is another one."""
    day = next((one for one in event.fields if one.name == "date"), None)
    if day is None or start <= day.start < end:
        return
    begin, stop = masked.sentence(day.start)
    first = masked.document.sentence_number(begin)
    for opening, closing, _paragraph in masked.sentences[first : masked.document.sentence_number(start)]:
        event.add(*numbers_of(masked, opening, closing))
    event.add(
        *venue_in(masked, begin, stop), *place_of(masked, begin, stop, []), *numbers_of(masked, begin, stop)
    )


def _add_told(masked: Masked, event: Event, start: int, end: int, *, is_later: bool) -> None:
    event.add(*numbers_of(masked, start, end), *_speakers(masked, start, end), *_audience(masked, start, end))
    if is_later:
        event.add(*_topic_later(masked, start, end), *_organisers_later(masked, start, end))
        event.add(*_place_later(masked, start, end, event))


def _dateline(masked: Masked, event: Event) -> list[Field]:
    """Take the place, and the day where none is said, from the line of place and day above the news."""
    return masked.fields("place", dateline(masked, str(event.value("date") or ""))[:1], 0.85)


def _place_later(masked: Masked, start: int, end: int, event: Event) -> list[Field]:
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
    for match in masked.search(TOPIC_FIRST, start, end):
        return [Field("topic", masked.words(*match.span("topic")), *match.span("topic"), 0.75)]
    return []


_LATER_TOPIC = pattern(r"^(?:tematem|jeden temat|temat|poświęcono|dotyczył|rozmawiano)")


def _topic_later(masked: Masked, start: int, end: int) -> list[Field]:
    return _topic(masked, start, end) if _LATER_TOPIC.search(masked.text[start:end]) else []


def _organisers(masked: Masked, start: int, end: int) -> list[Field]:
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
_OBJECT = pattern(
    rf"\b{NOUN}(?: (?:we?|na|pod) [^.,;]{{3,60}}?)? {ORGANISED}(?: wspólnie)? (?P<who>{ACTORS})"
)
_APPOSITION = pattern(rf"\b(?:współ)?organizator(?:zy|ka|rzy)?(?: \w+)?, (?P<who>{ACTORS})")
_IT_ORGANISED = pattern(
    rf"(?:\b(?:imprezę|spotkanie|konferencję|wydarzenie|targi|debatę|galę|seminarium|warsztaty|uroczystość|forum) {ORGANISED}|"
    rf"\b{ORGANISED}(?: (?:je|ją|go)))(?: wspólnie)? (?P<who>{ACTORS})"
)


def _organisers_later(masked: Masked, start: int, end: int) -> list[Field]:
    for rule in (*_ONLY_ORGANISERS, _IT_ORGANISED, _OBJECT, _APPOSITION):
        for match in masked.search(rule, start, end):
            if not re.search(r"konkurs|szkoleni|projekt", masked.text[start : match.start("who")]):
                return masked.fields("organiser", masked.under(*match.span("who"), "ΩΥΦ"), 0.85)
    return []


def _for(masked: Masked, at: int, end: int) -> list[Field]:
    match = _FOR.match(masked.text, at, end)
    return _enumerated(masked, match.end()) if match else []


def _of_whom(masked: Masked, at: int) -> list[Field]:
    """Read "spotkanie dyrektorów i pracowników": the people an event is of."""
    word = WORDS.match(masked.text, at + 1)
    if not word or masked.text[at : at + 1] not in " \n":
        return []
    people = [r for r in nouns(word.group()) if "pl" in r.numbers and "gen" in r.cases]
    human = any("m1" in r.genders or r.word.endswith("czka") for r in people)
    return _enumerated(masked, word.start()) if human else []


def _invited_by(masked: Masked, start: int, end: int) -> list[Field]:
    """Read "Ω zaprasza!" above the news."""
    for match in masked.search(_ORGANISERS[5], start, end):
        return masked.fields("organiser", masked.under(*match.span("who"), "ΩΥΦ"), 0.8)
    return []


def _audience(masked: Masked, start: int, end: int) -> list[Field]:
    for match in masked.search(_PARTICIPANTS, start, end):
        counted = masked.under(max(start, match.start() - 60), match.start(), "Ν")
        if (match["after"] is not None or match["aside"] is not None) and not (
            counted and counts_people_here(counted[-1])
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


def _is_enough(event: Event) -> bool:
    names = {one.name for one in event.fields}
    if names <= {"form", "date", "topic"} and event.is_setting:
        return False  # "wyróżniono nas 9 listopada podczas konferencji": only where something else happened
    return "date" in names or ("title" in names and bool(names & {"place", "organiser"}))


def _confidence(event: Event) -> float:
    is_sure = event.value("date") and (event.value("place") or event.value("title"))
    return confidence(Kind.MEETING, bool(is_sure))
