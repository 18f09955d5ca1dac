"""The days a text says it was published on, and first published on."""

import re
from datetime import date

_MONTHS = (
    "stycz", "lut", "mar", "kwie", "maj", "czerw", "lip", "sierp", "wrze", "paźdz", "listop", "grud",
)  # fmt: skip
_UKRAINIAN = (
    "січ", "лют", "бер", "квіт", "трав", "черв", "лип", "серп", "вер", "жовт", "лист", "груд",
)  # fmt: skip
_DAY = (
    r"(?:(?P<y>(?:19|20)\d\d)[-.](?P<m>\d\d?)[-.](?P<d>\d\d?)|"
    r"(?P<d2>\d\d?)\s?[./-]\s?(?P<m2>\d\d?)\s?[./-]\s?(?P<y2>(?:19|20)\d\d)|"
    r"(?P<d3>\d\d?)\.?\s+(?P<name>[a-ząćęłńóśźżа-яіїєґ]{3,14})\.?,?\s+(?P<y3>(?:19|20)\d\d))(?!\d)"
)
_LINK = r"(?:\s{0,2}:)?\s{0,3}(?:dnia\s|w\sdniu\s|on\s)?(?:(?:poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela),?\s)?"
_FIRST = re.compile(
    r"\b(?:data\spierwszej\spublikacji|pierwsza\spublikacja|pierwotna\sdata\spublikacji|data\spierwotnej\spublikacji|"
    rf"opublikowan[oya]\spo\sraz\spierwszy|first\spublished|дата\sпершої\sпублікації|вперше\sопубліковано){_LINK}{_DAY}",
    re.IGNORECASE,
)
_LABEL = (
    r"(?:data\s(?:publikacji|dodania|opublikowania|zamieszczenia|wpisu|udostępnienia)|opublikowan[oya]|dodano|zamieszczono|"
    r"udostępniono|utworzono|published|дата\sпублікації|опубліковано)"
)
_PUBLISHED = re.compile(
    rf"(?:(?:^|(?<=\s\s)|(?<=[|•·]\s))\W{{0,3}}{_LABEL}|\b{_LABEL}(?=\s?:)){_LINK}{_DAY}",
    re.IGNORECASE | re.MULTILINE,
)


def publication_days(text: str) -> tuple[date | None, date | None]:
    """(published, first published) as the text says after words such as "Data publikacji:"; None where it says nothing.

    A sentence that tells of something published on a day ("raport opublikowano 3 maja") says nothing of the text itself.
    """
    return _first_of(_PUBLISHED, text), _first_of(_FIRST, text)


def _first_of(pattern: re.Pattern[str], text: str) -> date | None:
    return next((day for match in pattern.finditer(text) if (day := _day(match))), None)


def _day(match: re.Match[str]) -> date | None:
    group = match.groupdict()
    month = group["m"] or group["m2"] or _month(group["name"] or "")
    try:
        found = date(
            int(group["y"] or group["y2"] or group["y3"]),
            int(month),
            int(group["d"] or group["d2"] or group["d3"]),
        )
    except ValueError:
        return None
    return found if found.year >= 1985 else None


def _month(name: str) -> int:
    for names in (_MONTHS, _UKRAINIAN):
        for number, start in enumerate(names, 1):
            if name.lower().startswith(start):
                return number
    return 0
