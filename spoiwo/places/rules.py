"""What a TERYT code says: level, kind, and the unit above."""

from enum import StrEnum


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
LENGTHS = {2: Level.VOIVODESHIP, 4: Level.COUNTY, 7: Level.COMMUNE}


def level_of(code: str) -> Level:
    """The level told by a code's length (2, 4 or 7 digits); raises ValueError for any other."""
    if not code.isdigit() or len(code) not in LENGTHS:
        raise ValueError(code)
    return LENGTHS[len(code)]


def code_above(code: str) -> str:
    """The code of the unit above; empty for a voivodeship."""
    return {Level.VOIVODESHIP: "", Level.COUNTY: code[:2], Level.COMMUNE: code[:4]}[level_of(code)]
