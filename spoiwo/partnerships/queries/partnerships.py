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


@dataclass(frozen=True, slots=True)
class Dot:
    """A commune's seat on the area's map with its name beside it, in the picture's units."""

    name: str
    cx: float
    cy: float
    tx: float
    ty: float
    anchor: str


@dataclass(frozen=True, slots=True)
class AreaMap:
    """Seats of the area's communes and the outline around them, drawn from coordinates alone."""

    dots: tuple[Dot, ...]
    hull: str
    width: int = 640
    height: int = 420


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
    """Places the communes' seats in a frame (equirectangular around their middle); None without coordinates."""
    placed = [unit for unit in communes if unit.latitude is not None and unit.longitude is not None]
    if len(placed) < 2 or len(placed) > 60:
        return None
    width, height, margin = 640, 420, 70
    middle = sum(unit.latitude for unit in placed) / len(placed)
    points = [(unit.longitude * cos(radians(middle)), -unit.latitude) for unit in placed]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide, tall = max(x for x, _ in points) - left or 1, max(y for _, y in points) - top or 1
    scale = min((width - 2 * margin) / wide, (height - 2 * margin) / tall)
    across, down = (width - wide * scale) / 2, (height - tall * scale) / 2
    spots = [(round(across + (x - left) * scale, 1), round(down + (y - top) * scale, 1)) for x, y in points]
    names = [unit.name for unit in placed]
    return AreaMap(_named(names, spots, width), " ".join(f"{x},{y}" for x, y in _hull(spots)))


def _named(names: list[str], spots: list[tuple[float, float]], width: int) -> tuple[Dot, ...]:
    """Writes each name beside its seat, lower where another name stands in the way (a town and its rural ring)."""
    dots: list[Dot] = []
    for name, (x, y) in sorted(zip(names, spots, strict=True), key=lambda pair: (pair[1][1], pair[1][0])):
        at_right = x > width * 0.62
        tx, ty = round(x + (-10 if at_right else 10), 1), y + 4.5
        while any(abs(ty - other.ty) < 15 and abs(tx - other.tx) < 130 for other in dots):
            ty += 15
        dots.append(Dot(name, x, y, tx, round(ty, 1), "end" if at_right else "start"))
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
