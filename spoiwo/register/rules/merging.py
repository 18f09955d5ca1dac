"""What joining two records of one organisation does to its fields, and how an old name ends."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

# Fields a person chooses between, in the order of the page.
CHOSEN_FIELDS = (
    "name", "short_name", "kind", "sector", "place", "nip", "regon", "krs", "street", "postcode", "town",
    "email", "phone", "website", "e_delivery", "note", "founded_on", "ended_on", "confirmed_on",
)  # fmt: skip
_NEUTRAL = {"kind": "other", "sector": "other"}


def suggested_choice(field: str, kept: Any, absorbed: Any) -> str:
    """Which of two values to keep: `kept` unless it says nothing and the other one does; the later confirmation."""
    if field == "confirmed_on" and kept and absorbed:
        return "absorbed" if absorbed > kept else "kept"
    nothing = _NEUTRAL.get(field, "")
    return "absorbed" if kept in (None, "", nothing) and absorbed not in (None, "", nothing) else "kept"


def merged_values(
    kept: Mapping[str, Any], absorbed: Mapping[str, Any], choices: Mapping[str, str]
) -> dict[str, Any]:
    """The fields of the kept record that change, with their new values."""
    chosen = {field for field in CHOSEN_FIELDS if choices.get(field) == "absorbed"}
    return {
        field: absorbed[field]
        for field in CHOSEN_FIELDS
        if field in chosen and absorbed[field] != kept[field]
    }


def last_day_before(day: date, since: date | None) -> date:
    """The last day of a name that ends by a change on `day`: the day before, but not before it began."""
    before = day - timedelta(days=1)
    return max(before, since) if since else before
