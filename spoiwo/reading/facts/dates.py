"""Dates as offices write them: days, spans, months and years; partial where the year is not said."""

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from spoiwo.reading.facts.date_patterns import DAY_OF, MONTHS, NUMBER_OF, PATTERNS, ROMAN, THIS_YEAR
from spoiwo.reading.facts.date_years import is_told_future, is_told_past, tells, year_by_tense

_STREET = re.compile(
    r"(?:\b(?:ul|al|pl|os)\.|\b(?:ulic\w|alej\w|plac\w?|rond\w|osiedl\w))\s{0,2}$", re.IGNORECASE
)
_HOUR = re.compile(r"\bgodz(?:\.|ini[ey])?\s{0,3}$", re.IGNORECASE)  # "o godz. 14.10."
_JOURNAL = re.compile(r"\b(?:Dz\.\s?U\.|M\.\s?P\.)\s(?:z\s)?$")
_PROGRAMME = re.compile(r"(?:[Pp]rogram|[Ss]trategi|[Pp]lan[uie]?\b|Fundusz)[^.;,]{0,60}(?:na\s)?$")
# "Biłgoraj, 12 grudnia 2011 r." alone in a line, or at the end of a line of page furniture.
_DATELINE = re.compile(
    r"(?:^|\n|[|•]\s?)\s*[A-ZŁŚŻŹĆ][\w-]+(?:[ -][A-ZŁŚŻŹĆ]?[\w-]+){0,2},\s+(?:dnia\s+|dn\.\s+)?$"
)
_ENDS_LINE = re.compile(r"\s{0,3}(?:\n|$|\|)")
_PUBLISHED = re.compile(
    r"(?:data\s+(?:publikacji|dodania|utworzenia|wpisu|opublikowania)|opublikowano|dodano|utworzono|publikacja)"
    r"[^\w\n]{0,4}(?:dnia\s|w\sdniu\s)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class When:
    """A date or a span of dates as written: ISO values, partial where the text is."""

    value: str
    end_value: str | None
    start: int
    end: int

    @property
    def is_day(self) -> bool:
        """Whether it names a day and not only a month or a year."""
        return len(self.value) == 10 or (len(self.value) == 7 and self.value.startswith("--"))


def find_dates(text: str, published: date | None = None) -> list[When]:
    """Return the dates of a text in its order; a missing year is completed only where no doubt is left.

    >>> [when.value for when in find_dates("Podpisano 18 września 2024 r., a 8 października odbyła się konferencja.")]
    ['2024-09-18', '2024-10-08']
    """
    taken = bytearray(len(text))
    found: list[When] = []
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            is_free = not any(taken[match.start() : match.end()]) and not _is_in_a_name(text, match)
            if is_free and (dates := _read(match, published)):
                found += dates
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    found.sort(key=lambda when: when.start)
    return _completed(text, found, published or _said_publication(text, found))


_TITLE_OF_YEAR = re.compile(r"[A-ZŁŚŻŹĆ]\w+\s+$")  # "Pracodawca Roku 2018"


def _is_in_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether the words are part of a name: a street ("ul. 11 Marca"), a journal of laws, a programme's years."""
    before = text[max(0, match.start() - 70) : match.start()]
    if _STREET.search(before) or _JOURNAL.search(before) or _HOUR.search(before):
        return True
    if match.group().startswith("Roku") and _TITLE_OF_YEAR.search(before):
        return True
    if (
        match.group()[:1].isdigit()
        and match.groupdict().get("year")
        and before.split()[-1:]
        and before.split()[-1].lower() in MONTHS
    ):
        return not match.groupdict().get(
            "month"
        )  # "30 lutego 2020 r.": the day is wrong, so the year is no date of its own
    return "lata" in match.group()[:4].lower() and bool(_PROGRAMME.search(before))


def _read(match: re.Match[str], published: date | None) -> list[When]:
    group = match.groupdict()
    year = _year(group, published)
    start, end = match.span()
    if said := group.get("said"):
        group["day"] = str(DAY_OF.get(" ".join(said.lower().split()), 0))
    if group.get("list"):
        return _days(match, year)
    if group.get("day"):
        return _one_day(group, year, start, end)
    return _longer(match, group, year)


def _one_day(group: dict[str, str | None], year: str | None, start: int, end: int) -> list[When]:
    month = _month(group["month"])
    month2 = _month(group.get("month2")) or month
    if month is None or month2 is None:
        return []
    value = _iso(group.get("year0") or year, month, int(group["day"] or 0))
    last = group.get("day2")
    ends = _iso(year, month2, int(last)) if last else None
    if value is None or (last and (ends is None or ends <= value)):
        return []
    return [When(value, ends, start, end)]


def _days(match: re.Match[str], year: str | None) -> list[When]:
    """Days of one month: "3–5" is a span and so are neighbours, "2 i 9" and "10, 17 i 24" are days apart."""
    days = [int(day) for day in match["list"].split(",")] + [int(match["day2"])]
    month = _month(match["month"])
    values = [_iso(year, month, day) if month else None for day in days]
    if any(value is None for value in values) or sorted(set(days)) != days:
        return []
    joined = match.string[match.end("list") : match.start("day2")].strip(". \n")
    apart = joined in ("i", "oraz") and days[-1] - days[0] != len(days) - 1
    if len(days) == 2 and not apart:
        return [When(values[0] or "", values[1], *match.span())]
    starts = [found.start() + match.start("list") for found in re.finditer(r"\d+", match["list"])]
    starts.append(match.start("day2"))
    ends = [*(at + len(str(day)) for at, day in zip(starts, days[:-1], strict=False)), match.end()]
    return [When(value or "", None, at, end) for value, at, end in zip(values, starts, ends, strict=True)]


def _longer(match: re.Match[str], group: dict[str, str | None], year: str | None) -> list[When]:
    """A month, a quarter, a year or a span of them."""
    start, end = match.span()
    if group.get("bare"):
        last = f"--{_month(group['bare2']):02}" if group.get("bare2") else None
        return [When(f"--{_month(group['bare']):02}", last, match.start("bare"), end)]
    if group.get("quarter") and year:
        first = 3 * ROMAN.index((group["quarter"] or "").upper()) + 1
        return [When(f"{year}-{first:02}", f"{year}-{first + 2:02}", start, end)]
    if group.get("half") and year:
        first = 1 if group["half"] == "I" else 7
        return [When(f"{year}-{first:02}", f"{year}-{first + 5:02}", start, end)]
    month, month2, year0 = _month(group.get("month")), _month(group.get("month2")), group.get("year0")
    if year is None:
        return [When(f"--{month:02}", None, start, end)] if month and not month2 else []
    value = f"{year0 or year}-{month:02}" if month else year0 or year
    ends = f"{year}-{month2:02}" if month2 else year if year0 and not month else None
    if ends is not None and ends <= value:
        return []
    return [When(value, ends, match.start("year0") if year0 and not month else start, end)]


def _year(group: dict[str, str | None], published: date | None) -> str | None:
    year, first = group.get("year"), group.get("year0")
    if year:
        return year if len(year) > 2 or not first else first[:2] + year
    for name, shift in (("this", 0), ("last", -1), ("next", 1)):
        if group.get(name):
            return str(published.year + shift) if published else None
    return None


def _month(text: str | None) -> int | None:
    if text is None:
        return None
    number = int(text) if text.isdigit() else NUMBER_OF.get(text.lower(), 0)
    return number if 1 <= number <= 12 else None


def _iso(year: str | None, month: int, day: int) -> str | None:
    try:
        date(int(year or 2024), month, day)  # 2024 had every day a year may have
    except ValueError:
        return None
    return f"{year}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"


def _said_publication(text: str, found: list[When]) -> date | None:
    """The date the page says it was published on ("Data publikacji: 16.02.2005"), or that of the place and day above it."""
    full = [when for when in found if len(when.value) == 10 and not when.end_value]
    for when in full:
        if _PUBLISHED.search(text, max(0, when.start - 40), when.start):
            return date.fromisoformat(when.value)
    for when in full:
        if _DATELINE.search(text, max(0, when.start - 40), when.start) and _ENDS_LINE.match(text, when.end):
            return date.fromisoformat(when.value)
    return _of_head(text, full) or _of_tail(text, full)


_TAIL = 100  # characters of a line under the text that says where and when it came out


def _of_tail(text: str, full: list[When]) -> date | None:
    """The day in the last line of a paper: "(Kronika Beskidzka, 2 lutego 2011 r.)", a line that tells nothing by a verb."""
    if not full:
        return None
    last = full[-1]
    above, _break, line = text.rstrip().rpartition("\n")
    is_line = bool(above) and last.start > len(above) and len(line) < _TAIL and not tells(line)
    return date.fromisoformat(last.value) if is_line and not text[last.end :].strip(" \n.r)") else None


_HEAD = 260  # characters in which the head of a protocol, a note or a letter says its day


def _of_head(text: str, full: list[When]) -> date | None:
    """The day in the head of a paper: "Protokół … z dnia 22 listopada 2018 r.", a line that tells nothing by a verb."""
    if not full or full[0].start > _HEAD:
        return None
    first = full[0]
    begin, end = text.rfind("\n", 0, first.start) + 1, text.find("\n", first.end)
    line = text[begin : end if end >= 0 else len(text)]
    is_head = end >= 0 and not tells(line) and (begin == 0 or not tells(text[:begin].rsplit("\n\n", 1)[-1]))
    return date.fromisoformat(first.value) if is_head else None


def _of_row(text: str, before: list[When], when: When) -> str | None:
    """Return the year of the date just before in the same row: "4 marca 2022 r. w Cisku, 7 marca w Bierawie"."""
    last = before[-1] if before else None
    if last is None or len(last.value) != 10 or last.value[5:] >= when.value[2:]:
        return None
    between = re.sub(r"\([^()]*\)", "", text[last.end : when.start])
    is_row = len(between) < 80 and not re.search(r"[.!?;\n]|\w{2,}(?:ł[aoiy]?|li|no|to|się)\b", between)
    return last.value[:4] if is_row else None


def _completed(text: str, found: list[When], published: date | None) -> list[When]:
    """Give dates without a year the year of the publication near them, or of the one year the text names before."""
    full = [when for when in found if len(when.value) == 10]
    years = {when.value[:4] for when in full}
    result: list[When] = []
    for number, when in enumerate(found):
        year = None
        if when.value.startswith("--"):
            this = THIS_YEAR.search(text, when.start, when.end)
            year = (
                str(published.year)
                if this and published
                else _by_next(text, when, found[number : number + 9])
            )
            year = (
                year or _of_row(text, result, when) or _of_line(text, when) or _of_calendar(text, found, when)
            )
            year = year or _of_year_told(text, when, published)
            if not published and not year:
                year = _of_issue(text)
            if published and not year:
                year = year_by_tense(text, when.start, when.end, when.value, published)
            year = year or _by_passage(when, full, years) or _before_it(text, when, full, years)
        result.append(_with_year(when, year))
    return result


_CALENDAR = re.compile(
    r"(?:[^\n]{0,80}\n\s{0,3}){0,2}[^\n]{0,90}\b(?:harmonogram|kalendarz|terminarz|kalendari|plan|rozkład|sprawozdani|pamiętnik|wpisy|informacja\s+roczna|rok\s+\d{4}\s+w\s+skrócie)\w{0,3}\b[^\n]*",
    re.IGNORECASE,
)
_ONLY_YEAR = re.compile(
    r"\s*(?:W\s+)?(?:Rok(?:u)?\s+)?\d{4}(?:\s+r(?:ok|oku|\.)?)?\s*[.:–—-]\s", re.IGNORECASE
)


def _of_line(text: str, when: When) -> str | None:
    """Return the year a line of a chronicle begins with: "Rok 2010. Gmina podpisała umowę – dokładnie 28 maja"."""
    begin = text.rfind("\n", 0, when.start) + 1
    found = _ONLY_YEAR.match(text, begin, when.start)
    return re.search(r"\d{4}", found.group()).group() if found else None  # type: ignore[union-attr]


def _of_calendar(text: str, found: list[When], when: When) -> str | None:
    """Return the year a calendar is for, as its heading says: "Harmonogram szkoleń na I półrocze 2015"."""
    heading = _CALENDAR.match(text.lstrip())
    if heading is None:
        return None
    end = len(text) - len(text.lstrip()) + heading.end()
    for one in found:
        if one.end > end:
            break
        first, last = one.value, one.end_value or one.value
        if first[:4].isdigit() and first[:4] == last[:4] and len(first) < 10:
            months = (first[5:7] or "01", last[5:7] or "12")
            return first[:4] if months[0] <= when.value[2:4] <= months[1] else None
    return None


_YEAR_TOLD = re.compile(
    r"\A(?:[^\n]{0,120}\n){0,2}[^\n]{0,120}?\brok\s+(?P<year>(?:19|20)\d\d)(?:\s+w\s+(?:pigułce|skrócie|liczbach|obiektywie))?[ \t.]{0,9}(?:\n|$)",
    re.IGNORECASE,
)


def _of_year_told(text: str, when: When, published: date | None) -> str | None:
    """Return the year a paper says it is of: "Nasz rok 2011", "Z kroniki …. Rok 2009"; what is yet to come is not of it."""
    told = _YEAR_TOLD.match(text)
    is_last = told and (published is None or published.year - int(told["year"]) in (0, 1))
    return told["year"] if told and is_last and not is_told_future(text, when.start, when.end) else None


_JOINED = re.compile(r"\s*(?:,|i|oraz|lub|do|a|–|-)\s*(?:w\s+)?")


_ISSUE = re.compile(
    r"\bnr\s{0,2}\d{1,3}\s{0,2}(?:\(\d+\)\s{0,2})?/\s{0,2}(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_TOP = 200  # characters in which the number of an issue stands


def _of_issue(text: str) -> str | None:
    """Return the year of the issue a bulletin says it is: "nr 3/2011"."""
    found = _ISSUE.search(text, 0, _TOP)
    return found["year"] if found else None


def _by_next(text: str, when: When, found: list[When]) -> str | None:
    """Return the year said once for several days: "20 i 27 kwietnia oraz 4 maja 2012 r."."""
    for before, other in pairwise(found):
        if not _JOINED.fullmatch(text, before.end, other.start):
            return None
        if len(other.value) > 4 and not other.value.startswith("--"):
            return other.value[:4] if other.value[4 : 4 + len(when.value) - 1] >= when.value[1:] else None
    return None


def _with_year(when: When, year: str | None) -> When:
    if year is None or (
        len(when.value) > 4 and _iso(year, int(when.value[2:4]), int(when.value[5:7])) is None
    ):
        return when
    ends = when.end_value and year + when.end_value[1:]
    return replace(when, value=year + when.value[1:], end_value=ends)


def _by_passage(when: When, full: list[When], years: set[str]) -> str | None:
    """Return the one year of the full dates of the text, where one of them stands before and is not later in the year."""
    before = [other.value for other in full if other.start < when.start]
    earlier = [value for value in before if value[4 : 4 + len(when.value) - 1] <= when.value[1:]]
    return earlier[-1][:4] if len(years) == 1 and earlier else None


def _before_it(text: str, when: When, full: list[When], years: set[str]) -> str | None:
    """Return the one year of a paper for an earlier day it recalls: "8 lutego 2011 r. … Przypomniano, że 11 stycznia zawarto"."""
    before = [other.value for other in full if other.start < when.start]
    is_one = len(years) == 1 and before and when.value[1:] < before[0][4 : 4 + len(when.value) - 1]
    return before[0][:4] if is_one and is_told_past(text, when.start, when.end) else None
