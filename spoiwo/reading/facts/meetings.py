"""Meetings held or announced: what kind, when and where, by whom, on what, with whom, how many were asked and came."""

import re

from spoiwo.reading.facts.arguments import AGENT, OF, part_of
from spoiwo.reading.facts.clauses import clause
from spoiwo.reading.facts.event_days import IN_PROGRAMME
from spoiwo.reading.facts.event_lines import TRAINING
from spoiwo.reading.facts.event_titles import title_of
from spoiwo.reading.facts.event_words import (
    CANCELLED,
    HELD,
    NOUN,
    SPOKE,
    TOPIC,
    TOPIC_FIRST,
)
from spoiwo.reading.facts.events import EVENT, Event, find_events, form_of
from spoiwo.reading.facts.fact import Fact, Field, Kind, confidence, spanning
from spoiwo.reading.facts.masks import ACTORS, PEOPLE, Masked, Sign, pattern
from spoiwo.reading.facts.meeting_audience import audience_in, for_whom, of_whom
from spoiwo.reading.facts.meeting_lists import each_of_several
from spoiwo.reading.facts.meeting_numbers import numbers_of, told_of_several
from spoiwo.reading.facts.meeting_organisers import invited_above, invited_by, organisers_later, organisers_of
from spoiwo.reading.facts.record_facts import form_of_record, records_of
from spoiwo.reading.facts.scenes import scenes_in
from spoiwo.reading.facts.venues import dateline, labelled_venue, place_of, rubric, venue_in

_NEW_SUBJECT = pattern(r"(?:o projekcie|projekt Θ+|ponadto|przypomnijmy)\b")
_SCOPE = 40  # sentences; news are shorter, and what is longer changes its subject


def find_meetings(masked: Masked) -> list[Fact]:
    """Return the meetings of a text; plans without a date, cycles and cancelled meetings give nothing."""
    events = _with_records(masked, find_events(masked))
    for number, event in enumerate(events):
        following = events[number + 1].start if number + 1 < len(events) else len(masked.text)
        event.until = min(following, _end_of_scope(masked, event, following))
        _enrich(masked, event, 0 if number == 0 else event.start, events)
    _give_back(masked, events)
    told = [spanning(Kind.MEETING, event.fields, _confidence(event)) for event in events if _is_enough(event)]
    return [*_without_listed(told, each := each_of_several(masked)), *each, *told_of_several(masked)]


_ORGANISERS_OF = pattern(
    rf"\b(?:współ)?organizator(?:em|zy|ami|rzy|ami|ką)? {NOUN} (?:są|jest|był[aiy]?|byli|będzie|będą) (?P<who>{ACTORS})"
)


def _give_back(masked: Masked, events: list[Event]) -> None:
    """Give "organizatorami targów są Ω" to the fair, also where another event was told between."""
    for match in masked.search(_ORGANISERS_OF):
        own = [event for event in events if event.form == form_of(match)]
        if len(own) != 1:
            continue
        start, end = match.span("who")
        for event in events:
            event.fields = [
                one for one in event.fields if one.name != "organiser" or not start <= one.start < end
            ]
        own[0].add(*masked.fields("organiser", masked.under(start, end, "ΩΥΦ"), 0.85))


def _with_records(masked: Masked, events: list[Event]) -> list[Event]:
    """Give each event what the labels near it say; labels with a day or a title of their own are an event more."""
    for record, fields in records_of(masked, Kind.MEETING):
        form = form_of_record(masked, record)
        if form is None or not fields or CANCELLED.search(masked.text, record.before, record.until):
            continue
        told = Event(str(form.value), record.start, until=record.until)
        told.add(form, *fields)
        same = _told_there(events, told)
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


def _told_there(events: list[Event], told: Event) -> Event | None:
    """Return the event labels tell of: that of their day or title, else the last one before them."""
    same = [one for one in events if _is_told_of(one, told)]
    before = [one for one in same if one.start <= told.start]
    is_named = told.value("date") or told.value("title")
    return before[-1] if before and not is_named else next(iter(same), None)


def _is_told_of(event: Event, told: Event) -> bool:
    """Whether labels tell of an event found in sentences: the same day or title, or no day and the event just before."""
    for name in ("date", "title"):
        if event.value(name) and told.value(name):
            return event.value(name) == told.value(name)
    return -_ABOVE_LABELS < event.start - told.start < _BELOW_LABELS


_ABOVE_LABELS, _BELOW_LABELS = 2500, 300


def _without_listed(told: list[Fact], each: list[Fact]) -> list[Fact]:
    """Return the meetings told that are not one of those in a list."""
    days = {fact.get("date") for fact in each}
    return [fact for fact in told if fact.get("date") not in days]


def _end_of_scope(masked: Masked, event: Event, following: int) -> int:
    """An event's text goes on to the next event, at most six sentences further."""
    number = masked.document.sentence_number(event.start)
    for begin, stop, _paragraph in masked.sentences[number + 1 : number + 25]:
        if begin < following and (
            _is_training(masked, begin, stop)
            or _is_news_from(masked, begin, stop)
            or _NEW_SUBJECT.match(masked.text, begin, stop)
        ):
            return begin
    return following


_SHOUTED = re.compile(r"Λ+[.:]\s")


def _is_news_from(masked: Masked, start: int, end: int) -> bool:
    """Whether short news from another town begin here: "ŻUROMIN. Burmistrz …"."""
    found = _SHOUTED.match(masked.text, start, end + 1)
    return found is not None and masked.document.text[start : found.end()].isupper()


def _is_training(masked: Masked, start: int, end: int) -> bool:
    """Whether a sentence turns to a training; an item of a list without a day only counts it among other things."""
    if not TRAINING.search(masked.text, start, end):
        return False
    is_item = masked.text[start : start + 1] in "-–—•*"
    return not is_item or bool(masked.under(start, end, "Δ"))


_AT_IT = pattern(rf"\b(?:w|na|podczas|w trakcie) {NOUN}\b(?! Θ)")


def _meant(masked: Masked, event: Event, events: list[Event], start: int, end: int) -> Event:
    """Return the event a sentence is about: "W gali uczestniczyło …", said after the debate that was held there, too."""
    for match in masked.search(_AT_IT, start, end):
        form = form_of(match)
        same = [one for one in events if one.form == form]
        if form != event.form and len(same) == 1 and same[0].start < event.start:
            return same[0]
    return event


# "4 maja obradowała rada, a 18 maja w Λ zebrał się komitet": what is told after is of the other day.
_THEN_ON = pattern(r", (?:a|zaś|natomiast) (?:już |w dniu |dnia )?Δ")


def _enrich(masked: Masked, event: Event, scope: int, events: list[Event]) -> None:
    """Gather what the event's own sentence says, then what the sentences after it add."""
    start, end = masked.sentence(event.start)
    start = (
        max(start, event.start) if event.is_beside else start
    )  # of two in a sentence each has its own words
    beside = (one.start for one in events if one.is_beside and event.start < one.start < end)
    end = min(beside, default=end)
    then = _THEN_ON.search(
        masked.text, max((one.end for one in event.fields if start <= one.start < end), default=start), end
    )
    end = then.start() if then else end
    noun = next(one for one in event.fields if one.name == "form")
    event.add(*_own_title(masked, noun))
    if scope < start or start == 0:  # the heading is of the first event
        event.add(*_named_in_heading(masked, event, start))
    event.add(*_presented(masked, start, end), *_topic(masked, start, end))
    event.add(*labelled_venue(masked, start, event.until), *_beside_day(masked, event, start, end))
    event.add(*venue_in(masked, start, end))
    _named_in_full(masked, event, start)
    _add_scene(masked, event, masked.sentence(event.start)[0], end)
    event.add(*place_of(masked, start, end, event.fields), *organisers_of(masked, start, end))
    event.add(*_dateline(masked, event))
    event.add(*for_whom(masked, noun.end, end), *of_whom(masked, noun.end))
    if scope < start:
        event.add(*invited_by(masked, scope, start))
    if not event.value("organiser"):
        event.add(*invited_above(masked, start))
    number = masked.document.sentence_number(start)
    for begin, stop, _paragraph in masked.sentences[number : number + _SCOPE]:
        if begin >= event.until:
            break
        is_own = begin == start
        opening = event.start if is_own and event.is_beside else begin
        closing = min(stop, max(event.until, opening + 1)) if is_own else stop
        told = event if is_own else _meant(masked, event, events, opening, closing)
        _add_told(masked, told, opening, closing, is_later=not is_own)
    if event.held_beside:
        event.add(*(one for one in event.held_beside.fields if one.name == "place"))
    if not event.value("place"):
        event.add(*rubric(masked, event.start))


def _own_title(masked: Masked, noun: Field) -> list[Field]:
    """Return the title after the event's noun; "podsumowano konkurs „…”" names the contest."""
    if not EVENT.fullmatch(masked.text, noun.start, noun.end):
        return []
    return title_of(masked, noun.start, noun.end, masked.sentence(noun.start)[1])


def _named_in_heading(masked: Masked, event: Event, start: int) -> list[Field]:
    """Take the title, and the place, from a heading that names the event: "Konferencja „…” w Tucholi"."""
    named: list[Field] = []
    for begin, stop, _paragraph in masked.sentences[:3]:
        if stop > start or masked.text[stop - 1] in ".?":
            break
        for match in list(masked.search(EVENT, begin, stop))[:1]:
            if form_of(match) == event.form:
                named.extend(title_of(masked, *match.span("noun"), stop))
                named.extend(place_of(masked, match.end(), stop, []))
    return named


def _beside_day(masked: Masked, event: Event, start: int, end: int) -> list[Field]:
    """Return the place and the venue that stand beside the event's day, or in brackets after its noun."""
    day, noun = (next((one for one in event.fields if one.name == name), None) for name in ("date", "form"))
    for scene in scenes_in(masked, start, end):
        days = [one for one in scene.fields if one.name == "date"]
        own = days[0].start == day.start if days and day else bool(noun and scene.start > noun.end)
        if own:
            return [one for one in scene.fields if one.name in ("place", "venue")]
    return []


def _named_in_full(masked: Masked, event: Event, start: int) -> None:
    """Give a bare "aula" or "biblioteka" the name under which the same hall was told before."""
    bare = next((one for one in event.fields if one.name == "venue" and " " not in str(one.value)), None)
    if bare is None:
        return
    number = masked.document.sentence_number(start)
    spans = masked.sentences[max(0, number - _SCOPE) : number]
    before = [one for begin, stop, _paragraph in spans for one in venue_in(masked, begin, stop)]
    full = [one for one in before if str(one.value).casefold().startswith(f"{bare.value} ".casefold())]
    if len({one.value for one in full}) == 1:
        event.fields[event.fields.index(bare)] = full[0]


def _add_scene(masked: Masked, event: Event, start: int, end: int) -> None:
    """Add what the sentence says that names the event's day, where that is another one."""
    day = next((one for one in event.fields if one.name == "date"), None)
    if day is None or event.held_beside or start <= day.start < end:
        return
    begin, stop = masked.sentence(day.start)
    first = masked.document.sentence_number(begin)
    of_other = [m for m in masked.search(EVENT, begin, stop) if form_of(m) != event.form]
    for opening, closing, _paragraph in masked.sentences[first : masked.document.sentence_number(start)]:
        event.add(*([] if of_other else numbers_of(masked, opening, closing)))
    event.add(*venue_in(masked, begin, stop), *place_of(masked, begin, stop, []))
    event.add(*([] if of_other else numbers_of(masked, begin, stop)))


def _add_told(masked: Masked, event: Event, start: int, end: int, *, is_later: bool) -> None:
    event.add(
        *numbers_of(masked, start, end), *_speakers(masked, start, end), *audience_in(masked, start, end)
    )
    if is_later:
        event.add(*_topic_later(masked, start, end), *organisers_later(masked, start, end))
        event.add(*_place_later(masked, start, end, event))


def _dateline(masked: Masked, event: Event) -> list[Field]:
    """Take the place, and the day where none is said, from the line of place and day above the news."""
    return masked.fields("place", dateline(masked, str(event.value("date") or ""))[:1], 0.85)


_SHOWN = pattern(r"\b(?:prezentowa\w+|zaprezentowa\w+|wystawi\w+|rozstawi\w+|stanęł\w+|czeka\w+)\b")


_ONLY_MEANT = pattern(
    r"\b(?:możliwoś|propozycj|wnios(?:ek|kowa)|postulat|plan(?:y|ach|uje|ują)?\b|w przyszłości)\w*"
)


def _place_later(masked: Masked, start: int, end: int, event: Event) -> list[Field]:
    """Take a place or a venue from a later sentence only where it says that this is where it was held."""
    if _ONLY_MEANT.search(masked.text, start, end):
        return []
    if event.value("venue") or not (
        HELD.search(masked.text, start, end) or _SHOWN.search(masked.text, start, end)
    ):
        return []
    fields = venue_in(masked, start, end)
    place = place_of(masked, start, end, fields)
    known = event.value("place")
    return [*fields, *place] if not known or all(one.value == known for one in place) else []


_WHERE = re.compile(r",\s+(?:we?\s+)?Λ+$")  # "zarządzania wiekiem, Lubsko"


def _topic(masked: Masked, start: int, end: int) -> list[Field]:
    for match in masked.search(TOPIC, start, end):
        begin, stop = clause(masked, match.end(), until="Δ")
        where = _WHERE.search(masked.text, begin, stop)
        stop = where.start() if where else stop
        if stop - begin > 5:
            return [Field("topic", masked.words(begin, stop), begin, stop, 0.8)]
    for match in masked.search(TOPIC_FIRST, start, end):
        span = match.span("first") if match["first"] else match.span("topic")
        return [Field("topic", masked.words(*span), *span, 0.75)]
    return []


_LATER_TOPIC = pattern(r"^(?:tematem|jeden temat|temat|poświęcono|dotyczył|rozmawiano)")


def _topic_later(masked: Masked, start: int, end: int) -> list[Field]:
    return _topic(masked, start, end) if _LATER_TOPIC.search(masked.text[start:end]) else []


def _speakers(masked: Masked, start: int, end: int) -> list[Field]:
    spoke = SPOKE.search(masked.text, start, end) or IN_PROGRAMME.match(masked.text, start, end)
    if not spoke or _TO_THE_PRESS.match(masked.text, start, end):
        return []
    people = [
        s for s in masked.under(start, end, "Π") if not _only_mentioned(masked, s) and _may_speak(masked, s)
    ]
    return masked.fields("speaker", people, 0.8)


# "– Zobaczyliśmy, jak ważne jest zaufanie – mówi Π": to who writes, not at the meeting.
_TO_THE_PRESS = pattern(
    r"(?:[–—-] )?[^\n]{8,}? [–—-] (?:mówi|dodaje|podkreśla|tłumaczy|wyjaśnia|zapewnia|zachęca|ocenia|zaznacza|uważa|wylicza|cieszy się|przyznaje|opowiada)\b"
)
_PRESENTED = pattern(rf"\bprezentacj\w{{1,2}} (?P<topic>[^.,;]{{3,120}}?) przez (?P<who>{PEOPLE})")


def _presented(masked: Masked, start: int, end: int) -> list[Field]:
    """Read "prezentacja Programu … przez Π i Π": the topic and who spoke."""
    for match in masked.search(_PRESENTED, start, end):
        topic = Field("topic", masked.words(*match.span("topic")), *match.span("topic"), 0.8)
        return [topic, *masked.fields("speaker", masked.under(*match.span("who"), "Π"), 0.85)]
    return []


def _may_speak(masked: Masked, sign: Sign) -> bool:
    """Whether a person stands where speakers do: as the subject, after "przez", "wystąpienie" or "spotkanie z"."""
    if "nom" in sign.thing.cases or part_of(masked, sign) in (AGENT, OF):
        return True
    before = masked.text[masked.sentence(sign.start)[0] : sign.start]
    listed_agent = "acc" in sign.thing.cases and re.search(r"\bprzez\b", before)
    return bool(listed_agent or _MET_WITH.search(before[-40:]))


_MET_WITH = pattern(r"\b(?:spotkani\w+|rozmow\w+) z (?:\w+ ){0,2}$")


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
    if names <= {"form", "date", "topic"} and event.is_setting and event.form != "gala":
        return False  # "wyróżniono nas 9 listopada podczas konferencji": only where something else happened
    return "date" in names or ("title" in names and bool(names & {"place", "organiser"}))


def _confidence(event: Event) -> float:
    is_sure = event.value("date") and (event.value("place") or event.value("title"))
    return confidence(Kind.MEETING, bool(is_sure))
