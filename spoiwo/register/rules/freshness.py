"""How old a confirmation of contact data is."""

from datetime import date


def year_before(day: date) -> date:
    """The same day a year earlier; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def is_stale(confirmed_on: date | None, day: date) -> bool:
    """Whether data confirmed then (or never) want a look on `day`: a year has passed."""
    return confirmed_on is None or confirmed_on < year_before(day)


def months_between(earlier: date, later: date) -> int:
    """Whole months from one day to a later one."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)
