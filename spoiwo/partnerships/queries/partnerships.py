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
    """A commune's seat on the area's map, in the picture's units; `anchor` keeps its name inside the frame."""

    name: str
    x: float
    y: float
    anchor: str
    dx: float
    is_host: bool = True


@dataclass(frozen=True, slots=True)
class AreaMap:
    """Seats of the area's communes and the outline around them, drawn from coordinates alone."""

    dots: tuple[Dot, ...]
    hull: str
    width: int = 640
    height: int = 420


def partnership_rows(actor: Actor) -> QuerySet[Partnership]:
    """The list of partnerships the actor may see, each with the number of its agreements."""
    return Partnership.objects.visible_to(actor).annotate(agreement_count=Count("agreements")).prefetch_related("area")


def agreements_of(partnership: Partnership, actor: Actor) -> QuerySet[Agreement]:
    """The partnership's agreements the actor may see, with all their acts."""
    return with_acts(Agreement.objects.visible_to(actor).filter(partnership=partnership)).order_by("opened_on", "pk")


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
    dots = []
    for unit, (x, y) in zip(placed, spots, strict=True):
        at_right = x > width * 0.62
        dots.append(Dot(unit.name, x, y, "end" if at_right else "start", -10 if at_right else 10))
    return AreaMap(tuple(_apart(dots)), " ".join(f"{x},{y}" for x, y in _hull(spots)))


def _apart(dots: list[Dot]) -> list[Dot]:
    """Two communes that share a seat (town and its rural ring) are set side by side; names keep a line's distance."""
    result: list[Dot] = []
    for dot in sorted(dots, key=lambda dot: (dot.y, dot.x)):
        y = dot.y
        while any(abs(y - other.y) < 16 and abs(dot.x - other.x) < 130 for other in result):
            y += 16
        result.append(Dot(dot.name, dot.x, round(y, 1), dot.anchor, dot.dx))
    return result


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
