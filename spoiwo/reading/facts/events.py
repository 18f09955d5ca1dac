"""Where a text tells of a meeting: the noun, the word that it is held, its day, and which sentences mean the same one."""

import re
from collections.abc import Iterator

from spoiwo.reading.facts.event_days import (
    EVENT,
    OTHER_DAY,
    WORDS,
    can_date_meeting,
    day_after,
    day_before,
    line_above,
    told_after,
)
from spoiwo.reading.facts.event_lines import PLURAL, is_cancelled, is_chronicle, is_of_training, is_rubric
from spoiwo.reading.facts.event_parts import Event, dates_of, form_of
from spoiwo.reading.facts.event_titles import title_of
from spoiwo.reading.facts.event_unnamed import unnamed
from spoiwo.reading.facts.event_words import (
    GENERIC,
    HELD,
    SPOKE,
)
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, Sign, pattern
from spoiwo.reading.facts.words import is_finite, known

_IN_BRACKETS = pattern(r"(?: ?Θ+)? ?\([^()]*Δ+")
_UNREAD = "unread"
_DAY_LINE = re.compile(
    r"(?:\n\s*(?:Data|Termin|Kiedy|w dniu|w dniach|dnia|Λ+):?,?\s+(?:dnia\s+)?)(?P<day>Δ+)"
)
_LINE_BEFORE = re.compile(r"(?:^|\n)\s*[*•–-]?\s*Δ+(?:,\s+Λ+)?\s+[–-]\s+$")


def find_events(masked: Masked) -> list[Event]:
    found: list[Event] = []
    for start, end, _paragraph in masked.sentences:
        event = _event_in(masked, start, end)
        if event is None:
            continue
        _named_before(masked, event, start)
        _held_beside(masked, event, found, end)
        others = _beside(masked, event, start, end)
        same = next((one for one in reversed(found) if _is_same(one, event)), None)
        if same is None:
            found.append(event)
        else:
            _widen(same, event)
            if same.is_heading and not event.is_heading:
                same.form, same.start, same.is_heading = event.form, event.start, False
                same.fields = [one for one in same.fields if one.name != "form"]
            if same.is_vague and event.form != "spotkanie":
                same.form, same.is_vague = event.form, False
                same.fields = [one for one in same.fields if one.name != "form"]
            same.add(*event.fields)
        found += others
    return found


def _held_beside(masked: Masked, event: Event, found: list[Event], end: int) -> None:
    """Give a titled event without a day that of the one told just before, which it was held beside."""
    last = found[-1] if found else None
    if event.value("date") or last is None or last.form == event.form:
        return
    noun, day = event.fields[0], next((one for one in last.fields if one.name == "date"), None)
    if day is None or last.value("end_date") or OTHER_DAY.search(masked.text, event.start, end):
        return
    words = WORDS.findall(masked.text[event.start : end])
    is_past = any(r.kind in ("praet", "imps") for word in words for r in known(word))
    if is_past and title_of(masked, noun.start, noun.end, end):
        event.held_beside = last
        event.add(day)


def _beside(masked: Masked, event: Event, start: int, end: int) -> list[Event]:
    """Return further events of a sentence, each with a day of its own: "15 maja konferencja, zaś 16 maja – warsztaty"."""
    found: list[Event] = []
    told = {event.value("date")}
    days = [s for s in masked.under(start, end, "Δ") if s.thing.is_day and can_date_meeting(masked, s)]
    for match in masked.search(EVENT, event.fields[0].end, end) if len(days) > 1 and told != {None} else []:
        form = form_of(match)
        fields = dates_of(days, match, masked)
        if form == event.form or fields[0].value in told or not _is_dated(masked, match, days):
            continue
        day = fields[0]  # "10 maja – targi (Piła)": what is said of it may begin with its day
        begins = day.start if event.fields[0].end < day.start < match.start() else match.start()
        other = Event(form, begins, is_beside=True)
        other.add(Field("form", form, *match.span("noun"), 0.8), *fields)
        told.add(fields[0].value)
        found.append(other)
    return found


def only_event(masked: Masked) -> Event | None:
    """Return the event of a text that tells of one alone, on one day: what else is told there happened at it."""
    if masked.only_event is _UNREAD:
        found = [one for one in find_events(masked) if one.value("date")]
        is_one = len(found) == 1 and not found[0].value("end_date")
        masked.only_event = found[0] if is_one else None
    return masked.only_event


def event_before(masked: Masked, at: int) -> Event | None:
    """Return the only event with a day that is told before an offset, or the only one of the text."""
    if only_event(masked):
        return only_event(masked)
    found = [one for one in find_events(masked) if one.value("date") and one.start < at]
    return found[0] if len(found) == 1 and not found[0].value("end_date") else None


def _named_before(masked: Masked, event: Event, start: int) -> None:
    """Give a "spotkanie" the form the sentence before names: "…zapoczątkowała konferencja. Spotkanie miało miejsce…"."""
    number = masked.document.sentence_number(start)
    if event.form != "spotkanie" or number == 0:
        return
    begin, stop, _paragraph = masked.sentences[number - 1]
    match = next(iter(masked.search(EVENT, begin, stop)), None)
    if match and match.end() >= stop - 2 and not masked.under(begin, stop, "Δ"):
        event.form = form_of(match)
        event.fields[0] = Field("form", event.form, *match.span("noun"), 0.85)


def _widen(event: Event, told: Event) -> None:
    """Give an event of one day the days it lasted, and one of a month its day, where they are told later."""
    if _is_within(event, told) or _is_in_month(event, told):
        days = [one for one in told.fields if one.name in ("date", "end_date")]
        event.fields = [one for one in event.fields if one.name != "date"] + days


def _is_within(one: Event, other: Event) -> bool:
    """Whether the only day of one is among the several days of the other."""
    day, first, last = one.value("date"), other.value("date"), other.value("end_date")
    return bool(day and last and not one.value("end_date")) and str(first) <= str(day) <= str(last)


def _is_in_month(one: Event, other: Event) -> bool:
    """Whether the day of one event is in the month that is all the other says: "W czerwcu spotkali się … 14 czerwca"."""
    month, day = str(one.value("date") or ""), str(other.value("date") or "")
    return len(month) == len("2007-06") and len(day) > len(month) and day.startswith(f"{month}-")


def _is_same(one: Event, other: Event) -> bool:
    """Whether a later sentence goes on about an event: no other date, and the same form or a word for any meeting."""
    dates = one.value("date"), other.value("date")
    if other.is_apart and one.form != other.form:
        return False
    if one.form == other.form and (_is_within(one, other) or _is_in_month(one, other)):
        return True
    if one.is_heading and (not dates[1] or dates[0] == dates[1]):
        return True
    if all(dates) and dates[0] != dates[1]:
        return False
    if one.is_vague and not dates[1]:
        return True
    return (
        one.form == other.form
        or other.form == "spotkanie"
        or (one.form == "spotkanie" and dates[0] == dates[1])
    )


def _event_in(masked: Masked, start: int, end: int) -> Event | None:
    """Return the event a sentence tells of: its noun, a word that it is held, and a day or a place with a title."""
    if is_cancelled(masked, start, end) or is_of_training(masked, start, end):
        return None
    held = HELD.search(masked.text, start, end)
    days = [s for s in masked.under(start, end, "Δ") if can_date_meeting(masked, s)]
    for match in [*masked.search(EVENT, start, end), *_one_of_several(masked, start, end)]:
        before = masked.text[max(start, match.start() - 24) : match.start()]
        if GENERIC.search(before) and not (_ANOTHER.search(before) and any(s.thing.is_day for s in days)):
            continue
        if is_rubric(masked, start, end, match):
            continue
        if _BEFORE_IT.search(masked.text, max(start, match.start() - 24), match.start()) and not days:
            continue
        if not held and _LEFT_OF_IT.search(before):
            continue
        is_dated = bool(_IN_BRACKETS.match(masked.text, match.end(), end)) or _is_dated(masked, match, days)
        is_held = bool(held) or is_dated or _is_spoken_at(masked, match, end)
        days = [s for s in days if not _SAID.search(masked.text, match.end(), max(match.end(), s.start))]
        is_held = is_held or (not days and _is_told(masked, match, start, end))
        said = (
            days
            or told_after(masked, end)
            or (day_before(masked, start, end) if is_held else [])
            or _labelled_day(masked, match)
        )
        said = [] if _NEXT.search(before) and not any(s.thing.is_day for s in said) else said
        is_held = is_held or bool(told_after(masked, end))
        said = said or line_above(masked, start)
        is_held = is_held or bool(line_above(masked, start))
        said = said or (day_after(masked, end) if is_held else [])
        if not (is_held and (said or _has_title(masked, match))) and not (
            said and _is_heading(masked, match, said)
        ):
            continue
        form = form_of(match)
        is_line = not days and masked.text[end - 1] not in ".!?…"
        event = Event(form, start, is_heading=not is_held or is_line, is_setting=bool(_DURING.search(before)))
        event.is_apart = not days and _is_at_its_hour(masked, start, match)
        event.add(Field("form", form, *match.span("noun"), 0.9), *dates_of(said, match, masked))
        return event
    return unnamed(masked, start, end, days)


_LEFT_OF_IT = pattern(r"\b(?:materiał\w*|zdjęci\w*|fotorelacj\w*|nagrani\w*|wniosk\w*|galeri\w*) ze? $")
_AT_ITS_HOUR = pattern(
    r"(?:o |od )(?:godz(?:\.|inie) )\d{1,2}(?:[.:]\d\d)?\b[^.]{0,60} (?:rozpocz|odb)\w+ się "
)


def _is_at_its_hour(masked: Masked, start: int, match: re.Match[str]) -> bool:
    """Whether a sentence begins with an hour and tells of a meeting for somebody: one of its own beside the fair."""
    for_whom = masked.text.startswith(" dla ", match.end()) or _has_title(masked, match)
    return for_whom and _AT_ITS_HOUR.match(masked.text, start) is not None


def _is_told(masked: Masked, match: re.Match[str], start: int, end: int) -> bool:
    """Whether the sentence tells of something done, whatever its verb; not of several such events."""
    if PLURAL.fullmatch(match["noun"]):
        return False
    words = WORDS.findall(masked.text[start:end])
    return any(r.kind in ("praet", "imps") for word in words for r in known(word.lower()))


_AT = pattern(r"\b(?:na|podczas|w trakcie) (?:\w+ )?$")


def _is_spoken_at(masked: Masked, match: re.Match[str], end: int) -> bool:
    """Whether somebody spoke at the event: "Na konferencji inaugurującej projekt jego założenia przybliżyła Π"."""
    at = _AT.search(masked.text, max(0, match.start() - 24), match.start())
    return bool(at and SPOKE.search(masked.text, match.end(), end) and masked.under(match.end(), end, "Π"))


_SAID = pattern(r", (?:że|iż) ")  # "Galę prowadził Π, który zapowiedział, że …" tells of another day
_ONE_OF_SEVERAL = pattern(
    r"\b(?:pierwsz|drug|trzeci|czwart|piąt|szóst|siódm|ósm|ostatni|kolejn|jedn)\w{1,3} z(?:e)? (?P<all>Ν+)"
)


def _one_of_several(masked: Masked, start: int, end: int) -> Iterator[re.Match[str]]:
    """Return the event noun of "drugie z pięciu zaplanowanych warsztatów", which stands among what is counted."""
    for match in masked.search(_ONE_OF_SEVERAL, start, end):
        yield from EVENT.finditer(masked.document.text, *match.span("all"))


_FAR = 90  # characters between an event and a day in its own clause
_NOT_ITS = pattern(
    r"\b(?:zgłoszeni\w+|zapis\w*|nabór|rejestracj\w+|termin\w*|wniosk\w+|regulamin\w*|uchwał\w*|ustaw\w*|realizowan\w+)\b"
)


def _is_dated(masked: Masked, match: re.Match[str], days: list[Sign]) -> bool:
    """Whether a day stands so near the noun that it can only be the day of the event: "debata „…”, Konin, 9 maja"."""
    for day in days:
        between = (
            masked.text[min(match.end(), day.end) : max(match.start(), day.start)]
            .replace("tj.", "tj")
            .replace("godz.", "godz")
        )
        is_of_page = (
            day.start == masked.sentence(day.start)[0]
            and day.end < match.start()
            and not between.strip()
            and not is_chronicle(masked)
        )
        if (
            day.thing.is_day
            and not is_of_page
            and len(between) < _FAR
            and not re.search(r"[.;?!\n]|,\s(?:że|iż)\s", between)
            and not _NOT_ITS.search(between)
        ):
            return True
    return False


_NEXT = pattern(r"\b(?:następn|kolejn)\w{1,3} $")  # planned for some month: not yet an event
_ANOTHER = pattern(
    r"\b(?:kolejne|nasz\w+|następnej|kolejnej|branżow\w+|szkoln\w+|(?:pierwsz|drug|trzeci|czwart|piąt|szóst|ostatni|kolejn)\w{1,3} z (?:naszego )?(?:cyklu|serii)) $"
)  # one more, where its day is said
_BEFORE_IT = pattern(r"\b(?:przed|po|od|do)\s$")
_DURING = pattern(r"\b(?:podczas|w trakcie|w czasie|przy okazji|w ramach) (?:\w+ )?$")


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
    return bool(labelled) and not any(is_finite(word) for word in WORDS.findall(before.rpartition("\n")[2]))


def _has_title(masked: Masked, match: re.Match[str]) -> bool:
    return bool(title_of(masked, *match.span("noun"), masked.sentence(match.start())[1]))
