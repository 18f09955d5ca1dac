"""Two counties side by side on the data an administrator loaded."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import number_format

from spoiwo.kit.actor import Actor
from spoiwo.partnerships.models import Partnership
from spoiwo.places.models import Unit
from spoiwo.places.rules import Level
from spoiwo.practices.labels import DIFFERENCE_SENTENCES
from spoiwo.practices.models import Indicator, Measurement, PendingData, Practice
from spoiwo.practices.rules.comparing import Gap, common_year, farthest, gap, shares


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator in both counties in the latest year both are known for, with the lengths of two bars."""

    indicator: Indicator
    year: int
    there: Decimal
    here: Decimal
    difference: str
    bars: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All indicators both counties have; `most` is the line where they differ most."""

    lines: list[Line]
    most: Line | None


@dataclass(frozen=True, slots=True)
class Preview:
    """What loading a file would write of one indicator."""

    code: str
    name: str
    unit: str
    source: str
    years: str
    counties: int
    new: int
    changed: int


def county_of(practice: Practice) -> Unit | None:
    """The county the practice works in; None where its place is larger, or unknown."""
    code = practice.place.code if practice.place else ""
    return Unit.objects.filter(code=code[:4], valid_to=None).first() if len(code) >= 4 else None


def county_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Counties that data is known of, under their voivodeships, both in alphabetical order; two queries."""
    known = Measurement.objects.order_by().values("county_code")
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    rows = Unit.objects.valid().filter(level=Level.COUNTY, code__in=known).select_related("above")
    for unit in rows.order_by("above__name_key", "name_key", "code"):
        groups[unit.above.full_name if unit.above else ""].append((unit.code, unit.full_name))
    return list(groups.items())


def own_county(actor: Actor) -> str:
    """The code of a county in the area of the reader's own partnership that data is known of; empty without one."""
    areas = Unit.objects.filter(partnerships__in=Partnership.objects.filter(pk__in=list(actor.roles)))
    codes = {code[:4] for code in areas.values_list("code", flat=True) if len(code) >= 4}
    known = Measurement.objects.filter(county_code__in=codes).order_by("county_code")
    return known.values_list("county_code", flat=True).first() or ""


def compare(there: str, here: str) -> Comparison:
    """The county of the practice (`there`) and the reader's (`here`), by TERYT codes; two queries."""
    values: dict[int, dict[str, dict[int, Decimal]]] = defaultdict(lambda: {there: {}, here: {}})
    for one in Measurement.objects.filter(county_code__in={there, here}):
        values[one.indicator_id][one.county_code][one.year] = one.value
    lines, gaps = {}, {}
    for indicator in Indicator.objects.filter(pk__in=values):
        known = values[indicator.pk]
        year = common_year(known[there], known[here])
        if year is not None:
            found = gap(known[here][year], known[there][year])
            gaps[indicator.code] = found
            lines[indicator.code] = _line(indicator, year, known[there][year], known[here][year], found)
    most = farthest(gaps)
    return Comparison(list(lines.values()), lines[most] if most else None)


def preview(pending: PendingData) -> list[Preview]:
    """What the file would write, indicator by indicator; one query."""
    known = {
        (code, county, year): value
        for code, county, year, value in Measurement.objects.filter(
            indicator__code__in={row[0] for row in pending.rows}
        ).values_list("indicator__code", "county_code", "year", "value")
    }
    by_words: dict[tuple[str, ...], list[list]] = defaultdict(list)
    for row in pending.rows:
        by_words[tuple(row[:4])].append(row)
    return [_preview(words, rows, known) for words, rows in by_words.items()]


def known_counties() -> frozenset[str]:
    """The codes of all counties there are or were; one query."""
    return frozenset(Unit.objects.filter(level=Level.COUNTY).values_list("code", flat=True))


def _line(indicator: Indicator, year: int, there: Decimal, here: Decimal, found: Gap) -> Line:
    number = None if found.number is None else number_format(found.number)
    said = str(DIFFERENCE_SENTENCES[found.kind])
    words = said % {"number": number} if number is not None else said
    return Line(indicator, year, there, here, words, shares(here, there))


def _preview(words: tuple[str, ...], rows: list[list], known: dict[tuple[str, str, int], Decimal]) -> Preview:
    code, name, unit, source = words
    years = sorted({row[5] for row in rows})
    old = [
        (known[row[0], row[4], row[5]], Decimal(row[6])) for row in rows if (row[0], row[4], row[5]) in known
    ]
    return Preview(
        code,
        name,
        unit,
        source,
        years=f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[0]),
        counties=len({row[4] for row in rows}),
        new=len(rows) - len(old),
        changed=sum(before != after for before, after in old),
    )
