"""The catalogue: facets with counts, and the map of places drawn from the coordinates of their seats."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import cos, radians, sqrt

from django.db.models import Count, Exists, F, OuterRef, QuerySet

from spoiwo.places.models import Unit
from spoiwo.places.rules import Level
from spoiwo.practices.models import Module, Practice, Term

# The frame holds Poland: 14.1–24.2° east, 49.0–54.9° north, straightened around the parallel of 52°.
WEST, NORTH, SOUTH, EAST = 14.1, 54.9, 49.0, 24.2
SCALE = 80  # the picture's units a degree of latitude takes
NARROW = cos(radians(52))
RUNNING, ENDED, ALONE = "running", "ended", "alone"
WIDTH, HEIGHT = round((EAST - WEST) * NARROW * SCALE), round((NORTH - SOUTH) * SCALE)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: how many practices bear it among those the other facets leave, and whether it is chosen."""

    value: str
    label: str
    count: int
    is_chosen: bool
    address: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A county (or voivodeship) with practices; coordinates are text with a dot, None where the seat's place is unknown."""

    code: str
    name: str
    above: str
    count: int
    cx: str | None
    cy: str | None
    radius: str
    address: str


@dataclass(frozen=True, slots=True)
class CatalogueMap:
    """The spots, the most practices first, and one path of dots: the seats of all counties, which show the country."""

    spots: list[Spot]
    land: str
    voivodeships: int
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def placed(self) -> list[Spot]:
        """Spots that can be drawn, the largest first, so that smaller ones lie above them."""
        return [spot for spot in self.spots if spot.cx is not None]

    @property
    def count(self) -> int:
        """How many practices stand on the map or in its table."""
        return sum(spot.count for spot in self.spots)


def bearing(practices: QuerySet[Practice], term: int) -> QuerySet[Practice]:
    """Those that bear the term."""
    links = Practice.terms.through.objects.filter(practice=OuterRef("pk"), term=term)
    return practices.filter(Exists(links))


def running_or_ended(practices: QuerySet[Practice], wanted: str) -> QuerySet[Practice]:
    """Those still running, or those that ended."""
    return practices.filter(until_year=None) if wanted == RUNNING else practices.exclude(until_year=None)


def in_parts(practices: QuerySet[Practice], _wanted: str = "") -> QuerySet[Practice]:
    """Those with a module that can be taken alone."""
    return practices.filter(Exists(Module.objects.filter(practice=OuterRef("pk"), is_alone=True)))


def term_choices(practices: QuerySet[Practice], facet: str, chosen: str) -> list[Choice]:
    """The terms of one facet; one query."""
    own = practices.order_by().values("pk")
    rows = Term.objects.filter(facet=facet, practices__in=own).annotate(count=Count("practices"))
    return [
        Choice(str(pk), name, count, str(pk) == chosen)
        for pk, name, count in rows.order_by("order", "name").values_list("pk", "name", "count")
    ]


def column_choices(
    practices: QuerySet[Practice], column: str, labels: Iterable[tuple[str, object]], chosen: str
) -> list[Choice]:
    """The values of one column in the order of their labels; one query."""
    counts = dict(practices.order_by().values_list(column).annotate(Count("pk")))
    return [
        Choice(value, str(label), counts[value], value == chosen)
        for value, label in labels
        if counts.get(value)
    ]


def voivodeship_choices(practices: QuerySet[Practice], chosen: str) -> list[Choice]:
    """The voivodeships with practices in alphabetical order; two queries."""
    counts = Counter(code[:2] for code in practices.order_by().values_list("place__code", flat=True) if code)
    rows = Unit.objects.valid().filter(level=Level.VOIVODESHIP, code__in=counts).order_by("name_key")
    return [Choice(unit.code, unit.name, counts[unit.code], unit.code == chosen[:2]) for unit in rows]


def two_choices(
    practices: QuerySet[Practice],
    labels: tuple[tuple[str, object], ...],
    narrow: Callable[[QuerySet[Practice], str], QuerySet[Practice]],
    chosen: str,
) -> list[Choice]:
    """Values that are no column, counted one by one; a query for each."""
    counted = [(value, label, narrow(practices, value).count()) for value, label in labels]
    return [Choice(value, str(label), count, value == chosen) for value, label, count in counted if count]


def catalogue_map(practices: QuerySet[Practice], address: Callable[..., str]) -> CatalogueMap:
    """Counties with practices, each at its seat, and the seats of all counties behind them; three queries.

    `address` gives the address of the list narrowed by what it is called with (`Listing.address`).
    """
    counts = Counter(code[:4] for code in practices.order_by().values_list("place__code", flat=True) if code)
    known = Unit.objects.filter(code__in=counts).select_related("above")
    # Of the units that bore a code, the one that bears it now comes last and stays.
    units = {unit.code: unit for unit in known.order_by(F("valid_to").asc(nulls_last=True))}
    spots = [
        _spot(units[code], count, address(place=code)) for code, count in counts.items() if code in units
    ]
    spots.sort(key=lambda spot: (-spot.count, spot.above, spot.name))
    return CatalogueMap(spots, _land(), len({spot.code[:2] for spot in spots}))


def _land() -> str:
    seats = Unit.objects.valid().filter(level=Level.COUNTY).values_list("latitude", "longitude")
    points = [_point(latitude, longitude) for latitude, longitude in seats if latitude and longitude]
    return "".join(f"M{x:.0f} {y:.0f}h0" for x, y in points)


def _point(latitude: float, longitude: float) -> tuple[float, float]:
    return (longitude - WEST) * NARROW * SCALE, (NORTH - latitude) * SCALE


def _spot(unit: Unit, count: int, address: str) -> Spot:
    above = unit.above.full_name if unit.above and unit.level != Level.VOIVODESHIP else ""
    if unit.latitude is None or unit.longitude is None:
        return Spot(unit.code, unit.full_name, above, count, None, None, "", address)
    x, y = _point(unit.latitude, unit.longitude)
    radius = f"{7 + 4 * sqrt(count):.1f}"
    return Spot(unit.code, unit.full_name, above, count, f"{x:.1f}", f"{y:.1f}", radius, address)
