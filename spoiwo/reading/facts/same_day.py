"""What happened on the day of a meeting happened there: agreements, awards and meetings without a place of their own."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from spoiwo.reading.facts.fact import Fact, Kind, spanning

_KINDS = (Kind.AGREEMENT, Kind.MEETING, Kind.AWARD)
_DAY = len("2018-11-14")
_SURE = 0.6


def placed(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts, those without a place with the one all others of the same day have.

    Only on a day, and only where the facts of that day tell one place; a day of several places says nothing.
    """
    places: dict[str, Counter[str]] = {}
    for fact in facts:
        day, place = str(fact.get("date") or ""), fact.get("place")
        if fact.kind in _KINDS and place and len(day) == _DAY:
            places.setdefault(day, Counter())[str(place)] += 1
    found = []
    for fact in facts:
        told = places.get(str(fact.get("date") or ""), Counter())
        if fact.kind in _KINDS and not fact.get("place") and len(told) == 1:
            fact = _with_place(fact, facts)
        found.append(fact)
    return found


def _with_place(fact: Fact, facts: Sequence[Fact]) -> Fact:
    other = next(
        one
        for one in facts
        if one.kind in _KINDS and one.get("date") == fact.get("date") and one.get("place")
    )
    place = next(one for one in other.fields if one.name == "place")
    return spanning(fact.kind, [*fact.fields, replace(place, confidence=_SURE)], fact.confidence)
