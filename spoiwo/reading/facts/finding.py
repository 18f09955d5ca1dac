"""All facts of a text: plain ones from the layers, then composite ones from the rules of each kind."""

from collections.abc import Iterator
from datetime import date

from spoiwo.polish.gazetteer import Gazetteer
from spoiwo.reading.facts.agreements import find_agreements
from spoiwo.reading.facts.awards import find_awards
from spoiwo.reading.facts.dates import When
from spoiwo.reading.facts.fact import Fact, Field, Kind, Value, confidence, spanning
from spoiwo.reading.facts.known import Known
from spoiwo.reading.facts.masks import Masked
from spoiwo.reading.facts.meetings import find_meetings
from spoiwo.reading.facts.places import Locality
from spoiwo.reading.facts.projects import find_projects
from spoiwo.reading.facts.reader import Reader
from spoiwo.reading.facts.same_day import placed
from spoiwo.reading.facts.trainings import find_trainings


def find_facts(
    text: str,
    *,
    published: date | None = None,
    gazetteer: Gazetteer | None = None,
    known: Known | None = None,
) -> list[Fact]:
    """Return what `spoiwo.reading.facts.find_facts` promises."""
    reader = Reader.of(text, published, gazetteer or Gazetteer.shipped())
    masked = Masked(reader)
    composite = (find_agreements, find_meetings, find_awards, find_projects, find_trainings)
    facts = placed([fact for find in composite for fact in find(masked)]) + _plain_facts(reader)
    return [known.marked(fact) for fact in facts] if known else facts


def _plain_facts(reader: Reader) -> list[Fact]:
    return [*_dates(reader), *_numbers(reader), *_places(reader), *_organisations(reader), *_people(reader)]


def _dates(reader: Reader) -> Iterator[Fact]:
    once: dict[tuple[str, str | None], list[When]] = {}
    for when in reader.dates:
        once.setdefault((when.value, when.end_value), []).append(when)
    for same in once.values():
        when = same[0]
        fields = [Field("value", when.value, when.start, when.end)]
        if when.end_value:
            fields.append(Field("end", when.end_value, when.start, when.end))
        yield spanning(Kind.DATE, fields, confidence(Kind.DATE), [(one.start, one.end) for one in same])


def _numbers(reader: Reader) -> Iterator[Fact]:
    for count in reader.numbers:
        span = (count.start, count.end)
        values: list[tuple[str, Value]] = [("value", count.value), ("counts", count.counts)]
        values += [("approximate", True)] if count.approximate else []
        values += [("percent", True)] if count.percent else []
        yield spanning(
            Kind.NUMBER,
            [Field(name, value, *span) for name, value in values if value],
            confidence(Kind.NUMBER),
        )


def _places(reader: Reader) -> Iterator[Fact]:
    once: dict[tuple[str, str], list[Locality]] = {}
    for place in reader.places:
        once.setdefault((place.name, place.code), []).append(place)
    for (name, code), same in once.items():
        values = [("name", name), ("teryt", code), ("unit", same[0].unit)]
        fields = [Field(key, value, same[0].start, same[0].end) for key, value in values if value]
        yield spanning(
            Kind.PLACE, fields, confidence(Kind.PLACE), [(place.start, place.end) for place in same]
        )


def _organisations(reader: Reader) -> Iterator[Fact]:
    once: dict[str, list] = {}
    for one in reader.organisations:
        once.setdefault(one.name.casefold(), []).append(one)
    for same in once.values():
        first = min(same, key=lambda one: (one.name.isupper(), one.start))
        fields = [
            Field("name", first.name, first.start, first.end),
            Field("kind", first.kind, first.start, first.end),
        ]
        seat = next((one.seat for one in same if one.seat), None)
        if seat:
            name = next(place.name for place in reader.places if place.start == seat[0])
            fields.append(Field("place", name, *seat))
        yield spanning(
            Kind.ORGANISATION, fields, confidence(Kind.ORGANISATION), [(one.start, one.end) for one in same]
        )


def _people(reader: Reader) -> Iterator[Fact]:
    once: dict[str, list] = {}
    for person in reader.people:
        once.setdefault(person.name.casefold(), []).append(person)
    for same in once.values():
        first = same[0]
        fields = [Field("name", first.name, first.start, first.end, first.confidence)]
        roles = [role for person in same if (role := reader.roles.get(person.first))]
        function = next((role.function for role in roles if role.function), None)
        organisation = next((role.organisation for role in roles if role.organisation), None)
        if function:
            fields.append(Field("function", function.title, function.start, function.end, 0.9))
        if organisation:
            span = (organisation.start, organisation.end)
            fields.append(Field("organisation", organisation.name, *span, 0.9))
        yield spanning(Kind.PERSON, fields, first.confidence, [(p.start, p.end) for p in same])
