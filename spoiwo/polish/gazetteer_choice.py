"""Which of several places of one name is meant: the kind of word before it decides, then the other places of the text."""

from collections.abc import Sequence
from dataclasses import dataclass

# Within one county a name may stand for a city with county rights, a town, a town with its commune, a commune.
RANKS = ("city_county", "urban", "urban_rural", "rural")
VOIVODESHIP, COUNTY, TOWN, COMMUNE = "voivodeship", "county", "town", "commune"
_COMMUNE_RANKS = ("rural", "urban_rural", "urban", "city_county")


@dataclass(frozen=True, slots=True)
class Place:
    """An official place: its name, TERYT code (2, 4 or 7 digits; empty where it is not settled) and kind of unit."""

    name: str
    code: str
    unit: str


@dataclass(frozen=True, slots=True)
class Found:
    """A place named at text[start:end], with the other official places the same words could mean."""

    start: int
    end: int
    place: Place
    others: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a place, before it is settled which: all places of the name, and what the word before asks for."""

    start: int
    end: int
    places: tuple[Place, ...]
    asked: str = TOWN


def settled(mentions: Sequence[Mention]) -> list[Found]:
    """Return a place for each mention, in order.

    A name of one county is settled by the kind of unit; a city with county rights goes before everything. Otherwise the
    counties of the settled places decide, then their voivodeships; where neither leaves exactly one, the code stays empty.
    """
    ranked = [_by_county(mention) for mention in mentions]
    clear = [_clear(mention, places) for mention, places in zip(mentions, ranked, strict=True)]
    codes = {place.code for place in clear if place}
    return [
        _found(mention, place or _nearest(places, codes), places)
        for mention, place, places in zip(mentions, clear, ranked, strict=True)
    ]


def _by_county(mention: Mention) -> list[Place]:
    """Return the best place of each county: a town where a town is asked for, the country commune where a commune is."""
    ranks = _COMMUNE_RANKS if mention.asked == COMMUNE else RANKS
    best: dict[str, Place] = {}
    for place in sorted(
        mention.places, key=lambda place: ranks.index(place.unit) if place.unit in ranks else 0
    ):
        best.setdefault(place.code[:4], place)
    return list(best.values())


def _clear(mention: Mention, places: list[Place]) -> Place | None:
    if len(places) == 1:
        return places[0]
    cities = [place for place in places if place.unit == "city_county"]
    return cities[0] if len(cities) == 1 and mention.asked == TOWN else None


def _nearest(places: list[Place], codes: set[str]) -> Place | None:
    for digits in (4, 2):
        around = {code[:digits] for code in codes if len(code) >= digits}
        near = [place for place in places if place.code[:digits] in around]
        if len(near) == 1:
            return near[0]
    return None


def _found(mention: Mention, place: Place | None, places: list[Place]) -> Found:
    if place is None:
        unit = places[0].unit if len({place.unit for place in places}) == 1 else ""
        return Found(mention.start, mention.end, Place(places[0].name, "", unit), tuple(places))
    others = tuple(other for other in mention.places if other != place)
    return Found(mention.start, mention.end, place, others)
