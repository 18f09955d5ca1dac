"""The audience's vote: when it is open, and how voices make an award."""

import datetime as dt
from collections.abc import Mapping


def is_open(now: dt.datetime, begins: dt.datetime | None, ends: dt.datetime | None) -> bool:
    """Whether voices are taken; without both moments there is no such vote."""
    return begins is not None and ends is not None and begins <= now <= ends


def winners(voices: Mapping[int, int]) -> list[int]:
    """Ids of the entries with the most voices: several where they tie, none where nobody voted."""
    most = max(voices.values(), default=0)
    return sorted(pk for pk, count in voices.items() if count == most and count > 0)


def one_address(address: str) -> str:
    """The address as it counts: letter case and what stands after a plus do not make another person."""
    name, _at, domain = address.strip().casefold().rpartition("@")
    return f"{name.split('+', 1)[0]}@{domain}"
