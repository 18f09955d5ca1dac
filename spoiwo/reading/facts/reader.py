"""One text with everything read from it so far: what every rule of a composite fact looks at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spoiwo.polish.gazetteer import Gazetteer
from spoiwo.reading.facts.bodies import Organisation, unified
from spoiwo.reading.facts.dates import When, find_dates
from spoiwo.reading.facts.functions import Role, Roles
from spoiwo.reading.facts.numbers import Count, find_numbers
from spoiwo.reading.facts.organisations import Organisations
from spoiwo.reading.facts.people import Person, find_people
from spoiwo.reading.facts.places import Locality, find_places
from spoiwo.reading.facts.quotes import Quote, find_quotes
from spoiwo.reading.facts.surnames import find_surnames
from spoiwo.reading.facts.tokens import Document

_LONGEST_TITLE = 90


@dataclass(frozen=True)
class Reader:
    """A document and its layers, each in the order of the text."""

    document: Document
    dates: Sequence[When]
    numbers: Sequence[Count]
    quotes: Sequence[Quote]
    places: Sequence[Locality]
    organisations: Sequence[Organisation]
    people: Sequence[Person]
    roles: dict[int, Role]

    @classmethod
    def of(cls, text: str, published: date | None, gazetteer: Gazetteer) -> "Reader":
        """Read the layers of a text."""
        document = Document(text)
        dates = find_dates(text, published)
        taken = bytearray(len(text) + 1)
        for when in dates:
            _mark(taken, when.start, when.end)
        quotes = find_quotes(text)
        for quote in quotes:
            if len(quote.words) <= _LONGEST_TITLE:
                _mark(taken, quote.start, quote.end)  # „Cztery zasady” counts nothing
        numbers = find_numbers(document, taken)
        places = find_places(document, gazetteer)
        spans = {place.start: place.end for place in places}
        found = [
            one
            for one in Organisations(document, quotes, spans).find()
            if one.kind != "firma" or spans.get(one.start) != one.end  # "Kuźnia Raciborska" is a town
        ]
        organisations = unified(found, text)
        named = bytearray(len(text) + 1)
        seats = [one.seat for one in found if one.seat]  # "Piekarnia z Lewina Brzeskiego": a town, no Lewin
        spans_of_names = [*((one.start, one.end) for one in found), *((one.start, one.end) for one in quotes)]
        for start, end in [*spans_of_names, *seats]:
            _mark(named, start, end)
        people = find_people(document, named)
        again = find_surnames(document, people)
        people = sorted([*people, *again], key=lambda person: person.start)
        places = [place for place in places if not _in_person(place, people)]
        roles = Roles(document, people, organisations).find(people)
        return cls(document, dates, numbers, quotes, places, organisations, people, roles)


def _mark(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\1" * (end - start)


def _in_person(place: Locality, people: list[Person]) -> bool:
    return any(person.start <= place.start < person.end for person in people)
