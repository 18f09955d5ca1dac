"""Meetings no noun calls one: people who met, prizes handed over, a fair whose name alone says what it is."""

from spoiwo.reading.facts.event_days import EVENT
from spoiwo.reading.facts.event_parts import Event, dates_of, form_of
from spoiwo.reading.facts.event_words import HANDED_OVER, MET, SUMMED_UP
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, Sign, pattern
from spoiwo.reading.facts.venues import venue_in


def unnamed(masked: Masked, start: int, end: int, days: list[Sign]) -> Event | None:
    """Return the meeting a sentence without an event's noun tells of, by its days."""
    named = _named_by_title(masked, start, end, days)
    return named or _handing_over(masked, start, end, days) or _met(masked, start, end, days)


_HELD_BEFORE = pattern(r"\b(?:odby(?:ł[aoy]?|ły) się|odbęd\w+ się|trwa(?:ł[aoy]?|ją)?|zakończy\w+ się) $")


def _named_by_title(masked: Masked, start: int, end: int, days: list[Sign]) -> Event | None:
    """Read "… do hali, gdzie odbyły się „Kazimierskie Targi Pracy”": what it is stands in its name alone."""
    for sign in masked.under(start, end, "Θ") if days else []:
        match = EVENT.search(masked.document.text, sign.start, sign.end)
        if match and _HELD_BEFORE.search(masked.text, max(start, sign.start - 30), sign.start):
            event = Event(form_of(match), start)
            form = Field("form", event.form, *match.span("noun"), 0.85)
            event.add(form, *dates_of(days, match, masked), masked.field("title", sign))
            return event
    return None


# "Rada zebrała się 4 marca": a body that sits.
_BODY_SITS = pattern(
    r"\b(?:rada|komisja|komitet|zarząd|prezydium|zespół|kapituła|sejmik)\b[^.;]{0,120}? zebra(?:ła|ł|ło) się"
)


def _met(masked: Masked, start: int, end: int, days: list[Sign]) -> Event | None:
    """People who met on a day are a meeting, also where no noun calls it one."""
    met = MET.search(masked.text, start, end)
    if not met or not days or EVENT.search(masked.text, start, end):
        return None
    is_sitting = met.group().lower().startswith("obrad") or _BODY_SITS.search(
        masked.document.text, start, end
    )
    form = "posiedzenie" if is_sitting else "spotkanie"
    event = Event(form, start, is_vague=form == "spotkanie")
    event.add(Field("form", form, *met.span(), 0.7), *dates_of(days, met, masked))
    return event


def _handing_over(masked: Masked, start: int, end: int, days: list[Sign]) -> Event | None:
    """Prizes handed over are a gala, whatever it was called, where the day opens the scene or a hall is told."""
    handed = HANDED_OVER.search(masked.text, start, end)
    summed_up = SUMMED_UP.search(masked.text, start, end)
    found = handed or summed_up
    if not found or not days:
        return None
    if (not handed or days[0].start > handed.start()) and not venue_in(masked, start, end):
        return None
    event = Event("gala", start)
    event.add(Field("form", "gala", *found.span(), 0.8), *dates_of(days, found, masked))
    return event
