"""Partnerships as pages read them: the list, the area, the public page."""

import datetime as dt
from dataclasses import dataclass
from math import cos, radians

from django.db.models import Count, QuerySet

from spoiwo.kit.actor import Actor
from spoiwo.partnerships.models import Agreement, Partnership
from spoiwo.partnerships.queries.agreements import AgreementOn, PartyLine, agreement_on, with_acts
from spoiwo.places.models import Unit
from spoiwo.places.rules import Level
from spoiwo.register.labels import SECTOR_LABELS

# The picture's units; small, so that names stay readable in a side column.
WIDTH, HEIGHT, MARGIN = 380, 300, 44


@dataclass(frozen=True, slots=True)
class Dot:
    """A commune's seat on the area's map with its name beside it, in the picture's units."""

    name: str
    cx: str
    cy: str
    tx: str
    ty: str
    anchor: str
    is_approximate: bool = False


@dataclass(frozen=True, slots=True)
class AreaMap:
    """Seats of the area's communes and the outline around them, drawn from coordinates alone."""

    dots: tuple[Dot, ...]
    hull: str
    width: int = WIDTH
    height: int = HEIGHT


def partnership_rows(actor: Actor) -> QuerySet[Partnership]:
    """The list of partnerships the actor may see, each with the number of its agreements."""
    return (
        Partnership.objects.visible_to(actor)
        .annotate(agreement_count=Count("agreements"))
        .prefetch_related("area")
    )


def agreements_of(partnership: Partnership, actor: Actor) -> QuerySet[Agreement]:
    """The partnership's agreements the actor may see, with all their acts."""
    return with_acts(Agreement.objects.visible_to(actor).filter(partnership=partnership)).order_by(
        "opened_on", "pk"
    )


def agreements_on(partnership: Partnership, actor: Actor, day: dt.date) -> list[AgreementOn]:
    """Every visible agreement as at `day`; seven queries whatever the number of parties."""
    return [agreement_on(agreement, day) for agreement in agreements_of(partnership, actor)]


def by_sector(lines: list[PartyLine]) -> list[tuple[str, list[PartyLine]]]:
    """Lines grouped under the sectors' names, in the sectors' fixed order."""
    groups = [
        (str(label), [line for line in lines if line.party.organisation.sector == sector])
        for sector, label in SECTOR_LABELS.items()
    ]
    return [(label, group) for label, group in groups if group]


def communes_of(partnership: Partnership) -> QuerySet[Unit]:
    """The communes that lie in the area today; one query after the area's."""
    codes = [unit.code for unit in partnership.area.all()]
    return Unit.objects.valid().filter(level=Level.COMMUNE).within(codes).order_by("name_key")


def area_map(communes: list[Unit]) -> AreaMap | None:
    """Places the communes' seats in a frame (equirectangular around their middle); None without coordinates.

    Coordinates are given as text with a dot, because a template would write them with the reader's comma.
    """
    placed = [unit for unit in communes if unit.latitude is not None and unit.longitude is not None]
    if len(placed) < 2 or len(placed) > 60:
        return None
    middle = sum(unit.latitude or 0 for unit in placed) / len(placed)
    points = [((unit.longitude or 0) * cos(radians(middle)), -(unit.latitude or 0)) for unit in placed]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide, tall = max(x for x, _ in points) - left or 1, max(y for _, y in points) - top or 1
    scale = min((WIDTH - 2 * MARGIN) / wide, (HEIGHT - 2 * MARGIN) / tall)
    across, down = (WIDTH - wide * scale) / 2, (HEIGHT - tall * scale) / 2
    spots = [(round(across + (x - left) * scale, 1), round(down + (y - top) * scale, 1)) for x, y in points]
    return AreaMap(_named(placed, spots), " ".join(f"{x},{y}" for x, y in _hull(spots)))


def _named(units: list[Unit], spots: list[tuple[float, float]]) -> tuple[Dot, ...]:
    """Writes each name beside its seat, lower where another name stands in the way (a town and its rural ring)."""
    dots: list[Dot] = []
    taken: list[tuple[float, float, float]] = []
    for unit, (x, y) in sorted(zip(units, spots, strict=True), key=lambda pair: (pair[1][1], pair[1][0])):
        length = 7.5 * len(unit.name)
        at_right = x + length > WIDTH - 12
        start, ty = (x - 10 - length if at_right else x + 10), y + 4.5
        while any(
            abs(ty - other) < 14 and start < end and begin < start + length for begin, end, other in taken
        ):
            ty += 14
        taken.append((start, start + length, ty))
        anchor = "end" if at_right else "start"
        tx = round(x + (-10 if at_right else 10), 1)
        dots.append(Dot(unit.name, str(x), str(y), str(tx), str(round(ty, 1)), anchor, unit.is_approximate))
    return tuple(dots)


def _hull(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The convex outline of the points (Andrew's monotone chain, 1979)."""
    ordered = sorted(set(points))

    def half(path: list[tuple[float, float]]) -> list[tuple[float, float]]:
        line: list[tuple[float, float]] = []
        for x, y in path:
            while len(line) > 1 and (line[-1][0] - line[-2][0]) * (y - line[-2][1]) <= (
                line[-1][1] - line[-2][1]
            ) * (x - line[-2][0]):
                line.pop()
            line.append((x, y))
        return line[:-1]

    return half(ordered) + half(ordered[::-1])
