"""Polish public holidays, working days and the counting of deadlines; school holidays are not among them.

Plain Python, because regulations count by it. The names are English sources for translation: pages pass them through
`gettext`. The list is that of the act on days free from work of 18 January 1951 with its amendments and holds from 1990
on; the winter and summer holidays of schools are set year by year for each voivodeship and are left out.
"""

from datetime import date, timedelta
from functools import lru_cache


def _(text: str) -> str:
    """Marks a text for the catalogue; it is translated where it is shown."""
    return text


_DAY = timedelta(days=1)

# month, day, name, first year by law in force
_FIXED = (
    (1, 1, _("New Year's Day"), 1951),
    (1, 6, _("Epiphany"), 2011),  # Dz.U. 2010 nr 224 poz. 1459; not free from 1961 to 2010
    (5, 1, _("Labour Day"), 1951),
    (5, 3, _("Constitution Day"), 1990),  # Dz.U. 1990 nr 28 poz. 160
    (8, 15, _("Assumption of Mary"), 1989),  # Dz.U. 1989 nr 29 poz. 154
    (11, 1, _("All Saints' Day"), 1951),
    (11, 11, _("Independence Day"), 1989),  # Dz.U. 1989 nr 6 poz. 34
    (12, 24, _("Christmas Eve"), 2025),  # Dz.U. 2024 poz. 1965
    (12, 25, _("Christmas Day"), 1951),
    (12, 26, _("Second Day of Christmas"), 1951),
)
# days after Easter Sunday
_MOVABLE = (
    (0, _("Easter Sunday")),
    (1, _("Easter Monday")),
    (49, _("Pentecost")),
    (60, _("Corpus Christi")),
)
_ONCE = {date(2018, 11, 12): _("Centenary of Independence")}  # Dz.U. 2018 poz. 2117

LONG_WEEKEND = _("This day stands alone between days off: few people will come.")
TURN_OF_YEAR = _("This day lies between Christmas and the New Year: few people will come.")


def easter(year: int) -> date:
    """Easter Sunday of a year of the Gregorian calendar.

    The anonymous algorithm of 1876 as given by J. Meeus, Astronomical Algorithms (1991), chapter 8. Raises ValueError
    before 1583, the first year that calendar was used at Easter.
    """
    if year < 1583:
        raise ValueError("The Gregorian Easter begins with the year 1583.")
    golden, (century, in_century) = year % 19, divmod(year, 100)
    leap_centuries, rest = divmod(century, 4)
    lunar = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap_centuries - lunar + 15) % 30
    weekday = (32 + 2 * rest + 2 * (in_century // 4) - moon - in_century % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=128)
def _by_day(year: int) -> dict[date, str]:
    """Of two holidays on one day the fixed one gives the name."""
    sunday = easter(year)
    movable = {sunday + days * _DAY: name for days, name in _MOVABLE}
    once = {day: name for day, name in _ONCE.items() if day.year == year}
    fixed = {date(year, month, day): name for month, day, name, since in _FIXED if year >= since}
    return dict(sorted((movable | once | fixed).items()))


def holidays_in(year: int) -> dict[date, str]:
    """The public holidays of a year in order with their English names, those that fall on a Sunday included."""
    return dict(_by_day(year))


def holiday_on(day: date) -> str | None:
    """The English name of the public holiday on that day, to be translated; None on any other day."""
    return _by_day(day.year).get(day)


def is_working_day(day: date) -> bool:
    """Whether the day is neither a Saturday nor a Sunday nor a public holiday."""
    return day.weekday() < 5 and holiday_on(day) is None


def next_working_day(day: date) -> date:
    """The day itself where it is a working day, else the first one after it."""
    while not is_working_day(day):
        day += _DAY
    return day


def add_working_days(day: date, count: int) -> date:
    """The `count`-th working day after `day`, or before it where `count` is negative; `day` itself is not counted.

    With 0 it is `next_working_day(day)`. A tenth of a millisecond for a hundred days.
    """
    step = _DAY if count >= 0 else -_DAY
    for _number in range(abs(count)):
        day += step
        while not is_working_day(day):
            day += step
    return next_working_day(day) if count == 0 else day


def deadline(day: date, days: int) -> date:
    """The last day of a term of so many days that an event on `day` began.

    The day of the event does not count (Administrative Procedure Code art. 57 § 1, Civil Code art. 111 § 2); a term
    that would end on a Saturday or a day free from work ends on the next day that is neither (art. 57 § 4, art. 115).
    Raises ValueError for a negative number of days.
    """
    if days < 0:
        raise ValueError("A term cannot be shorter than no days.")
    return next_working_day(day + days * _DAY)


def long_weekend_note(day: date) -> str | None:
    """Why few people will come on this working day, as an English sentence to be translated; None on most days.

    A working day between two days off, such as the Friday after Corpus Christi, or one of 27 to 31 December.
    """
    if not is_working_day(day):
        return None
    if (day.month, day.day) >= (12, 27):
        return TURN_OF_YEAR
    is_alone = not is_working_day(day - _DAY) and not is_working_day(day + _DAY)
    return LONG_WEEKEND if is_alone else None
