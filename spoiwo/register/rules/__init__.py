"""The register's regulations, in plain Python: taxonomy, checked values, names, places, duplicates, forms of address."""

from spoiwo.register.rules.taxonomy import (
    SECTOR_OF,
    Channel,
    Kind,
    Sector,
    SuccessionKind,
    holds_on,
    sector_of,
)

__all__ = ["SECTOR_OF", "Channel", "Kind", "Sector", "SuccessionKind", "holds_on", "sector_of"]
