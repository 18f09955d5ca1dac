"""The taxonomy of organisations, the channels of a person, the days of a mandate."""

from datetime import date
from enum import StrEnum


class Sector(StrEnum):
    """Which part of local life an organisation belongs to; reports balance these."""

    GOVERNMENT = "government"
    LABOUR_MARKET = "labour_market"
    BUSINESS = "business"
    CIVIC = "civic"
    SOCIAL_ECONOMY = "social_economy"
    EDUCATION = "education"
    OTHER = "other"


class Kind(StrEnum):
    """What an organisation is (FIELD.md sections 1.3, 2.3, 6 and 9)."""

    COUNTY_LABOUR_OFFICE = "county_labour_office"
    VOIVODESHIP_LABOUR_OFFICE = "voivodeship_labour_office"
    LABOUR_MARKET_COUNCIL = "labour_market_council"
    EMPLOYMENT_AGENCY = "employment_agency"
    TRAINING_INSTITUTION = "training_institution"
    VOLUNTARY_LABOUR_CORPS = "voluntary_labour_corps"
    COMMUNE = "commune"
    COUNTY = "county"
    VOIVODESHIP = "voivodeship"
    STATE_OFFICE = "state_office"
    WELFARE_CENTRE = "welfare_centre"
    VILLAGE_UNIT = "village_unit"
    FOUNDATION = "foundation"
    ASSOCIATION = "association"
    LOCAL_ACTION_GROUP = "local_action_group"
    HOUSEWIVES_CIRCLE = "housewives_circle"
    FIRE_BRIGADE = "fire_brigade"
    SPORTS_CLUB = "sports_club"
    CHURCH = "church"
    TRADE_UNION = "trade_union"
    SOCIAL_COOPERATIVE = "social_cooperative"
    SOCIAL_ENTERPRISE = "social_enterprise"
    SUPPORT_CENTRE = "support_centre"
    INTEGRATION_CENTRE = "integration_centre"
    INTEGRATION_CLUB = "integration_club"
    ACTIVITY_ESTABLISHMENT = "activity_establishment"
    THERAPY_WORKSHOP = "therapy_workshop"
    EMPLOYER = "employer"
    SOLE_TRADER = "sole_trader"
    FARM = "farm"
    PRODUCER_GROUP = "producer_group"
    CHAMBER = "chamber"
    EMPLOYERS_ORGANISATION = "employers_organisation"
    BANK = "bank"
    SCHOOL = "school"
    UNIVERSITY = "university"
    CULTURE = "culture"
    HEALTH = "health"
    MEDIA = "media"
    OTHER = "other"


SECTOR_OF = {
    Sector.LABOUR_MARKET: (
        Kind.COUNTY_LABOUR_OFFICE,
        Kind.VOIVODESHIP_LABOUR_OFFICE,
        Kind.LABOUR_MARKET_COUNCIL,
        Kind.EMPLOYMENT_AGENCY,
        Kind.TRAINING_INSTITUTION,
        Kind.VOLUNTARY_LABOUR_CORPS,
    ),
    Sector.GOVERNMENT: (
        Kind.COMMUNE,
        Kind.COUNTY,
        Kind.VOIVODESHIP,
        Kind.STATE_OFFICE,
        Kind.WELFARE_CENTRE,
        Kind.VILLAGE_UNIT,
    ),
    Sector.CIVIC: (
        Kind.FOUNDATION,
        Kind.ASSOCIATION,
        Kind.LOCAL_ACTION_GROUP,
        Kind.HOUSEWIVES_CIRCLE,
        Kind.FIRE_BRIGADE,
        Kind.SPORTS_CLUB,
        Kind.CHURCH,
        Kind.TRADE_UNION,
    ),
    Sector.SOCIAL_ECONOMY: (
        Kind.SOCIAL_COOPERATIVE,
        Kind.SOCIAL_ENTERPRISE,
        Kind.SUPPORT_CENTRE,
        Kind.INTEGRATION_CENTRE,
        Kind.INTEGRATION_CLUB,
        Kind.ACTIVITY_ESTABLISHMENT,
        Kind.THERAPY_WORKSHOP,
    ),
    Sector.BUSINESS: (
        Kind.EMPLOYER,
        Kind.SOLE_TRADER,
        Kind.FARM,
        Kind.PRODUCER_GROUP,
        Kind.CHAMBER,
        Kind.EMPLOYERS_ORGANISATION,
        Kind.BANK,
    ),
    Sector.EDUCATION: (Kind.SCHOOL, Kind.UNIVERSITY, Kind.CULTURE),
    Sector.OTHER: (Kind.HEALTH, Kind.MEDIA, Kind.OTHER),
}


def sector_of(kind: Kind) -> Sector:
    """The sector an organisation of that kind is counted in unless a person says otherwise."""
    return next(sector for sector, kinds in SECTOR_OF.items() if kind in kinds)


class Channel(StrEnum):
    """How a person wishes to be reached."""

    EMAIL = "email"
    PHONE = "phone"
    LETTER = "letter"
    E_DELIVERY = "e_delivery"


class SuccessionKind(StrEnum):
    """How one organisation came of another."""

    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    TAKEN_OVER = "taken_over"


def holds_on(since: date | None, until: date | None, day: date) -> bool:
    """Whether a mandate from `since` to `until` (its last day) is held on `day`; an open end counts."""
    return (since is None or since <= day) and (until is None or day <= until)
