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


# Where a name may stand beside its dot, the best first: across, down, and which end of the text is held there.
PLACES = ((10, 4.5, "start"), (-10, 4.5, "end"), (0, -10, "middle"), (0, 20, "middle"))
LETTER, LINE = 6.8, 14  # the picture's units a letter and a line take


def _named(units: list[Unit], spots: list[tuple[float, float]]) -> tuple[Dot, ...]:
    """Writes each name where it covers no dot and no other name; where all is taken it goes down line by line."""
    dots: list[Dot] = []
    taken = [(x - 7, x + 7, y - 7, y + 7) for x, y in spots]
    for unit, (x, y) in sorted(zip(units, spots, strict=True), key=lambda pair: (pair[1][1], pair[1][0])):
        length = LETTER * len(unit.name)
        tries = [(x + dx, y + dy, anchor) for dx, dy, anchor in PLACES]
        tries += [(x + 10, y + 4.5 + LINE * step, "start") for step in range(1, 40)]
        tx, ty, anchor = next(
            (place for place in tries if _is_free(_box(*place, length), taken)), (x + 10, y + 4.5, "start")
        )
        taken.append(_box(tx, ty, anchor, length))
        dots.append(
            Dot(unit.name, str(x), str(y), str(round(tx, 1)), str(round(ty, 1)), anchor, unit.is_approximate)
        )
    return tuple(dots)


Box = tuple[float, float, float, float]


def _box(x: float, y: float, anchor: str, length: float) -> Box:
    left = x - {"start": 0.0, "middle": length / 2, "end": length}[anchor]
    return left, left + length, y - LINE + 4, y + 3


def _is_free(box: Box, taken: list[Box]) -> bool:
    left, right, top, bottom = box
    inside = left > 4 and right < WIDTH - 4 and top > 4 and bottom < HEIGHT - 4
    return inside and not any(
        left < x2 and x1 < right and top < y2 and y1 < bottom for x1, x2, y1, y2 in taken
    )


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
