"""A meeting as it is put together: its form, its fields, the days of its sentence."""

import re
from dataclasses import dataclass, field

from spoiwo.reading.facts.event_words import FORMS
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, Sign, pattern

_FORM_OF = [(pattern(words), form) for words, form in FORMS]
_SINGLE = ("form", "title", "date", "end_date", "place", "venue", "topic", "invited", "came", "came_percent")


@dataclass
class Event:
    """A meeting as it is put together: where it is first told, which text belongs to it, its fields."""

    form: str
    start: int
    fields: list[Field] = field(default_factory=list)
    until: int = 0
    is_heading: bool = False
    is_setting: bool = False
    is_vague: bool = False  # people met; what they met for may be said after
    held_beside: "Event | None" = None  # the event whose day it was held on
    is_apart: bool = False  # at an hour of its own beside another event
    is_beside: bool = False  # another event of the same sentence stands before it

    def add(self, *fields: Field) -> None:
        have = {one.name for one in self.fields}
        for one in fields:
            if one.name not in _SINGLE or one.name not in have:
                self.fields.append(one)
                have.add(one.name)

    def value(self, name: str) -> object:
        return next((one.value for one in self.fields if one.name == name), None)


def form_of(match: re.Match[str]) -> str:
    """Return the form in the register of an event's noun."""
    return next(form for words, form in _FORM_OF if words.fullmatch(match["noun"]))


def dates_of(days: list[Sign], match: re.Match[str], masked: Masked) -> list[Field]:
    """Return the day of a sentence nearest to an event's noun, with the last one of several."""
    if not days:
        return []

    def far(sign: Sign) -> tuple[bool, int, int]:
        between = masked.text[min(sign.end, match.end()) : max(sign.start, match.start())]
        return not sign.thing.is_day, len(re.findall(r",\s(?:a|zaś|natomiast|po)\s", between)), len(between)

    day = min(days, key=far)
    fields = [masked.field("date", day)]
    if day.thing.end_value:
        fields.append(Field("end_date", day.thing.end_value, day.start, day.end, 0.9))
    return fields
