"""What a TERYT code says, and what changes between two states of the register."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from math import cos, radians, sin

from spoiwo.polish import fold


class Level(StrEnum):
    """A storey of the territorial division."""

    VOIVODESHIP = "voivodeship"
    COUNTY = "county"
    COMMUNE = "commune"


class Kind(StrEnum):
    """What a unit is by law; the values of communes follow the digit RODZ of the official register."""

    VOIVODESHIP = "voivodeship"
    COUNTY = "county"
    CITY_COUNTY = "city_county"
    URBAN = "urban"
    RURAL = "rural"
    URBAN_RURAL = "urban_rural"


COMMUNE_KINDS = {"1": Kind.URBAN, "2": Kind.RURAL, "3": Kind.URBAN_RURAL}
KIND_WORDS = {
    Kind.VOIVODESHIP: "województwo",
    Kind.COUNTY: "powiat",
    Kind.CITY_COUNTY: "miasto na prawach powiatu",
    Kind.URBAN: "gmina miejska",
    Kind.RURAL: "gmina wiejska",
    Kind.URBAN_RURAL: "gmina miejsko-wiejska",
}
LENGTHS = {2: Level.VOIVODESHIP, 4: Level.COUNTY, 7: Level.COMMUNE}


def level_of(code: str) -> Level:
    """The level told by a code's length (2, 4 or 7 digits); raises ValueError for any other."""
    if not code.isdigit() or len(code) not in LENGTHS:
        raise ValueError(code)
    return LENGTHS[len(code)]


def code_above(code: str) -> str:
    """The code of the unit above; empty for a voivodeship."""
    return {Level.VOIVODESHIP: "", Level.COUNTY: code[:2], Level.COMMUNE: code[:4]}[level_of(code)]


def kind_of(code: str) -> Kind:
    """The kind a whole code tells: counties numbered from 61 are cities with county rights, a commune's last digit
    is its kind (regulation on the territorial register TERYT). Raises ValueError for any other code.
    """
    level = level_of(code)
    if level == Level.COMMUNE:
        if code[6] not in COMMUNE_KINDS:
            raise ValueError(code)
        return COMMUNE_KINDS[code[6]]
    if level == Level.COUNTY:
        return Kind.CITY_COUNTY if int(code[2:]) > 60 else Kind.COUNTY
    return Kind.VOIVODESHIP


def search_text(code: str, name: str, names_above: Iterable[str], former: Iterable[str] = ()) -> str:
    """What a search looks into: name first, then the kind in Polish, code, county, voivodeship, former names; folded."""
    return fold(" ".join([name, KIND_WORDS[kind_of(code)], code, *names_above, *former]))


@dataclass(frozen=True, slots=True)
class Entry:
    """One unit as the register lists it."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Renaming:
    """A unit that keeps its code under another name."""

    code: str
    former: str
    name: str


@dataclass(frozen=True, slots=True)
class Move:
    """A unit that goes on under another code: its county, its kind or its number changed."""

    old: Entry
    new: Entry


@dataclass(frozen=True, slots=True)
class Changes:
    """What turns one state of the register into the next; `moved` units are in neither `added` nor `ended`."""

    added: tuple[Entry, ...] = ()
    renamed: tuple[Renaming, ...] = ()
    moved: tuple[Move, ...] = ()
    ended: tuple[Entry, ...] = ()

    @property
    def count(self) -> int:
        """How many units change at all."""
        return len(self.added) + len(self.renamed) + len(self.moved) + len(self.ended)


def compare(current: Iterable[Entry], new: Iterable[Entry]) -> Changes:
    """What the newer state changes in the current one. Linear in the number of units.

    The register does not say what became of a code that is gone, so a move is recognised, surest sign first, and
    only where the sign points from one gone unit to one new unit: the same number under another kind (a village
    became a town); the same county name and kind; the same place in a county that moved; the same name and kind,
    then the same name alone, in the same voivodeship.
    """
    before, after = {entry.code: entry for entry in current}, {entry.code: entry for entry in new}
    gone = {code: entry for code, entry in before.items() if code not in after}
    fresh = {code: entry for code, entry in after.items() if code not in before}
    moves: dict[str, str] = {}
    for sign in (_number, _county, _place_in_moved_county, _name_and_kind, _name_alone):
        found = _pairs(gone, fresh, partial(sign, moves))
        moves |= found
        for old, code in found.items():
            del gone[old], fresh[code]
    return Changes(
        added=tuple(fresh[code] for code in sorted(fresh)),
        renamed=tuple(
            Renaming(code, before[code].name, after[code].name)
            for code in sorted(before.keys() & after.keys())
            if before[code].name != after[code].name
        ),
        moved=tuple(Move(before[old], after[moves[old]]) for old in sorted(moves)),
        ended=tuple(gone[code] for code in sorted(gone)),
    )


def ends_much(changes: Changes, valid_count: int) -> bool:
    """Whether so much would end that the file is probably only a part of the register: more than one unit in
    twenty, or a whole voivodeship (the law founded the sixteen in 1998 and has not changed their number since).
    """
    return len(changes.ended) * 20 > valid_count or any(len(entry.code) == 2 for entry in changes.ended)


Sign = Callable[[Entry, bool], object]


def _pairs(gone: Mapping[str, Entry], fresh: Mapping[str, Entry], sign: Sign) -> dict[str, str]:
    old, new = defaultdict(list), defaultdict(list)
    for entry in gone.values():
        old[sign(entry, True)].append(entry.code)
    for entry in fresh.values():
        new[sign(entry, False)].append(entry.code)
    return {
        codes[0]: new[mark][0]
        for mark, codes in old.items()
        if mark is not None and len(codes) == 1 and len(new.get(mark, ())) == 1
    }


def _number(moves: Mapping[str, str], entry: Entry, is_old: bool) -> object:
    return entry.code[:6] if len(entry.code) == 7 else None


def _county(moves: Mapping[str, str], entry: Entry, is_old: bool) -> object:
    return (entry.code[:2], kind_of(entry.code), entry.name.casefold()) if len(entry.code) == 4 else None


def _place_in_moved_county(moves: Mapping[str, str], entry: Entry, is_old: bool) -> object:
    if len(entry.code) != 7:
        return None
    county = entry.code[:4]
    return (moves.get(county, county) if is_old else county, entry.code[6], entry.name.casefold())


def _name_and_kind(moves: Mapping[str, str], entry: Entry, is_old: bool) -> object:
    return (entry.code[:2], entry.code[6], entry.name.casefold()) if len(entry.code) == 7 else None


def _name_alone(moves: Mapping[str, str], entry: Entry, is_old: bool) -> object:
    return (entry.code[:2], entry.name.casefold()) if len(entry.code) == 7 else None


def ring_point(middle: tuple[float, float], code: str) -> tuple[float, float]:
    """Where a commune of unknown seat is drawn: three kilometres from its county's middle (latitude, longitude in
    degrees), in a direction its number decides, so that several never fall on one point.
    """
    angle = radians(137.508 * int(code[4:6]))
    reach = 3 / 111.2
    return middle[0] + reach * cos(angle), middle[1] + reach * sin(angle) / cos(radians(middle[0]))


class Fault(StrEnum):
    """What may be wrong with a file."""

    TOO_LARGE = "too_large"
    BROKEN_ZIP = "broken_zip"
    NO_CSV_IN_ZIP = "no_csv_in_zip"
    IS_XML = "is_xml"
    NOT_TEXT = "not_text"
    EMPTY = "empty"
    COLUMN_MISSING = "column_missing"
    WRONG_LENGTH = "wrong_length"
    WRONG_CODE = "wrong_code"
    UNKNOWN_KIND = "unknown_kind"
    DUPLICATE = "duplicate"
    NO_UNIT_ABOVE = "no_unit_above"
    EMPTY_NAME = "empty_name"
    LONG_NAME = "long_name"
    WRONG_DAY = "wrong_day"
    MIXED_DAYS = "mixed_days"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault; `line` is the line of the file, 0 where the whole file is meant; `value` is what stood there."""

    fault: Fault
    line: int = 0
    value: str = ""
