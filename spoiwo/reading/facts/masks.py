"""A text with its names turned into signs, so that rules about sentences are short patterns.

Every character of a name becomes the sign of its layer; offsets stay. "18 maja w Krośnie odbyła się narada" is
"ΔΔΔΔΔΔΔ w ΛΛΛΛΛΛΛ odbyła się narada", and "zorganizowana przez Ω+" finds whoever organised.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from spoiwo.reading.facts.actors import Actor, find_offices, find_units, find_villages
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.mentions import find_mentions, find_quoted
from spoiwo.reading.facts.reader import Reader

ORGANISATION, UNIT, OFFICE, PERSON = "Ω", "Υ", "Φ", "Π"
DATE, PLACE, NUMBER, QUOTE = "Δ", "Λ", "Ν", "Θ"
ACTOR = "[ΩΥΦ]+"
ANYBODY = "[ΩΥΦΠ]+"
SIGNS = "ΩΥΦΠΔΛΝΘ"
# Actors one after another: "Ω, Ω i Υ", "pomiędzy Υ a Ω"; a seat ("z Ciechanowa") and an aside may stand between.
_ASIDE = r"(?:\sz\sΛ+|\s\([^()]{1,60}\))?"
_JOINT = (
    r"(?:,?\s(?:oraz|i|a także|jak również|a|wraz z|wspólnie z)\s(?:z\s)?|,\s)(?:a także\s)?(?:firm[aąęy]\s)?"
)


def listing(one: str) -> str:
    """Return the pattern of one or several names in a row."""
    return f"{one}{_ASIDE}(?:{_JOINT}{one}{_ASIDE}){{0,12}}"


ACTORS = listing(ACTOR)
PEOPLE = listing(f"{PERSON}+")


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands under a sign: its layer's letter, its span, the thing itself."""

    sign: str
    start: int
    end: int
    thing: Any


class Masked:
    """The masked text of a reader, with what stands under every sign."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.document = reader.document
        self.only_event: Any = "unread"  # kept by `events.only_event`, which two kinds ask
        self.records: Any = None  # kept by `record_facts.records_of`, which every kind asks
        self.titles: dict[
            tuple[int, int], Any
        ] = {}  # kept by `award_titles.titles_of`, asked of one sentence often
        self.heads: Any = None  # the same, of the contests
        self.writer: Any = "unread"  # kept by `writers.writer_of`
        self.told_names: Any = None  # kept by `award_names`, asked of every sentence
        units = [*find_units(self.document, list(reader.places)), *find_villages(self.document)]
        offices = find_offices(self.document, list(reader.people), reader.roles, list(reader.organisations))
        bodies = [
            Actor(o.name, o.start, o.end, o.first, o.last, o.kind, o.seat) for o in reader.organisations
        ]
        named_before = sorted([*bodies, *units], key=lambda one: one.start)
        mentions: dict[str, list[Actor]] = {ORGANISATION: [], UNIT: []}
        for one in find_mentions(self.document, named_before):
            is_unit = one.name.startswith(("gmina ", "powiat ", "województwo "))
            mentions[UNIT if is_unit else ORGANISATION].append(one)
        self.signs: dict[int, Sign] = {}
        letters = list(reader.document.text)
        self._taken = bytearray(len(letters) + 1)
        for sign, things in (
            (PERSON, [self._person(person) for person in reader.people]),
            (ORGANISATION, reader.organisations),
            (ORGANISATION, find_quoted(self.document, bodies, reader.quotes)),
            (QUOTE, reader.quotes),
            (OFFICE, offices),
            (UNIT, units),
            (DATE, reader.dates),
            (PLACE, reader.places),
            (NUMBER, reader.numbers),
            *mentions.items(),
        ):
            for thing in things:
                self._lay(letters, sign, thing)
        self.text = "".join(letters)
        self.with_numbers = self._with_numbers(letters)
        self.sentences = [
            (sentence.start, sentence.end, sentence.paragraph) for sentence in self.document.sentences
        ]

    def _person(self, person: Any) -> Any:
        role = self.reader.roles.get(person.first)
        spans = [(person.start, person.end)]
        if role and role.function:
            spans.append((role.function.start, role.function.end))
        if role and role.organisation and abs(role.organisation.start - person.end) < 250:
            near = role.function.end if role.function else person.end
            if -3 < role.organisation.start - near < 8:
                spans.append((role.organisation.start, role.organisation.end))
        return _Spanned(min(s for s, _ in spans), max(e for _, e in spans), person)

    def _lay(self, letters: list[str], sign: str, thing: Any) -> None:
        start, end = thing.start, thing.end
        if any(self._taken[start:end]):
            return
        letters[start:end] = sign * (end - start)
        self._taken[start:end] = b"\1" * (end - start)
        self.signs[start] = Sign(sign, start, end, getattr(thing, "thing", thing))

    def _with_numbers(self, letters: list[str]) -> str:
        """Return the masked text with what is counted as it is said: "trzy nagrody" are things won, too."""
        shown = list(letters)
        for sign in self.signs.values():
            if sign.sign == NUMBER:
                shown[sign.start : sign.end] = self.document.text[sign.start : sign.end]
        return "".join(shown)

    def under(self, start: int, end: int, signs: str = SIGNS) -> list[Sign]:
        """Return what stands under the signs between two offsets, in order."""
        return [
            self.signs[match.start()]
            for match in _RUN.finditer(self.text, start, end)
            if match.group()[0] in signs and match.start() in self.signs
        ]

    def sentence(self, at: int) -> tuple[int, int]:
        """Return the span of the sentence that holds an offset."""
        start, end, _ = self.sentences[self.document.sentence_number(at)]
        return start, end

    def paragraph(self, at: int) -> int:
        """Return the number of the paragraph that holds an offset."""
        return self.sentences[self.document.sentence_number(at)][2]

    def search(
        self, pattern: re.Pattern[str], start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Return the matches of a pattern between two offsets."""
        return pattern.finditer(self.text, start, len(self.text) if end is None else end)

    def words(self, start: int, end: int) -> str:
        """Return the words of the text itself between two offsets, on one line."""
        return self.document.words(start, end)

    def field(self, name: str, sign: Sign, confidence: float = 0.9) -> Field:
        """Return a field whose value is the name under a sign."""
        return Field(name, named(sign), sign.start, sign.end, confidence)

    def fields(self, name: str, signs: Iterable[Sign], confidence: float = 0.9) -> list[Field]:
        """Return a field for each sign."""
        return [self.field(name, sign, confidence) for sign in signs]


_RUN = re.compile("|".join(f"{sign}+" for sign in SIGNS))


@dataclass(frozen=True, slots=True)
class _Spanned:
    start: int
    end: int
    thing: Any


def named(sign: Sign) -> str | int | float:
    """Return the value of what stands under a sign: a name, a date, a number, the words of a quotation."""
    thing = sign.thing
    if sign.sign == DATE:
        return thing.value
    if sign.sign == NUMBER:
        return thing.value
    return thing.words if sign.sign == QUOTE else thing.name


def pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern over masked text; a space stands for white space, of a bounded run, so that a page of it costs nothing."""
    return re.compile(text.replace(" ?", r"\s{0,9}").replace(" ", r"\s{1,9}"), re.IGNORECASE)


__all__ = ["ACTOR", "ACTORS", "ANYBODY", "PEOPLE", "Actor", "Masked", "Sign", "listing", "named", "pattern"]
