"""Awards told in tables and in labels: a row with a place won and a name, "Laureat: …" above "Tytuł: …"."""

import re
from dataclasses import dataclass, field

from spoiwo.reading.facts.award_words import LIST_AHEAD, PRIZES
from spoiwo.reading.facts.bodies import Organisation
from spoiwo.reading.facts.fact import Fact, Field, Kind, confidence, spanning
from spoiwo.reading.facts.lines import rows
from spoiwo.reading.facts.masks import Masked, Sign
from spoiwo.reading.facts.record_facts import records_of
from spoiwo.reading.facts.records import Record

_SAID_TITLE = re.compile(
    r"\s*(?:[-–•*]\s+|\d{1,2}[.)]\s+)?(?P<who>[ΩΥΠ]+|[A-ZŁŚŻŹĆ][A-ZŁŚŻŹĆ&-]{3,})(?:\s+ze?\s+Λ+)?\s+[–-]\s+(?P<title>Θ+)(?:\s+w\s+kategorii\s+(?P<words>Θ+|[^.,;\nΩΥΠ]{3,50}))?"
)


@dataclass
class Award:
    """An award as it is put together: who, what, and the words that are only about it."""

    laureate: Sign
    title: Field | None
    start: int
    end: int
    is_sure: bool = False
    receiver: Sign | None = None
    fields: list[Field] = field(default_factory=list)
    is_past: bool = False  # told of who somebody is: neither day nor place of the text are its own


def awards_of_rows(masked: Masked) -> list[Award]:
    """Read rows of a table with a place won and a name: "I miejsce | Ω | 87"."""
    found = []
    for row in rows(masked):
        text = masked.text[row[0].start : row[-1].end]
        if "|" not in text:
            continue
        who = masked.under(row[0].start, row[-1].end, "ΩΥ") or masked.under(row[0].start, row[-1].end, "Π")
        if not who or not LIST_AHEAD.search(masked.text, max(0, row[0].start - 500), row[0].start):
            continue
        title = next((t for cell in row if (t := _place_cell(masked, cell.start, cell.end))), None)
        if title:
            found.append(Award(who[0], title, row[0].start, row[-1].end, True))
    return found


def awards_of_names(masked: Masked) -> list[Award]:
    """Read a list of laureates with what each got: "Ω z Λ – „Śmigło” w kategorii „eksporter”", two lines at least."""
    found = []
    for line in re.finditer(r"[^\n]+", masked.text):
        match = _SAID_TITLE.match(masked.text, line.start(), line.end())
        if not match:
            continue
        title = masked.fields("title", masked.under(*match.span("title"), "Θ")[:1], 0.85)
        words = masked.words(*match.span("words")).strip('„”"') if match["words"] else ""
        category = [Field("category", words, *match.span("words"), 0.85)] if words else []
        signs = masked.under(*match.span("who"), "ΩΥΠ")
        who = signs[0] if signs else _named(masked, *match.span("who"))
        found.append(Award(who, title[0], line.start(), line.end(), True, None, category))
    is_list = len(found) > 1 and LIST_AHEAD.search(masked.text)
    return found if is_list else []


def _named(masked: Masked, start: int, end: int) -> Sign:
    """Return a name in capitals as a body: "AERO-GUM"."""
    body = Organisation(masked.words(start, end), "firma", start, end, 0, 0)
    return Sign("Ω", start, end, body)


_RANKED = re.compile(r"(?:^|\n)[^\n]*\b(?:miejsce|lokata|pozycja)\b[^\n]*\|", re.IGNORECASE)


def _place_cell(masked: Masked, start: int, end: int) -> Field | None:
    words = masked.words(start, end)
    if re.fullmatch(r"[1-9]\.?|I{1,3}|IV|V", words) and _RANKED.search(
        masked.text, max(0, start - 600), start
    ):
        return Field("title", f"{words} miejsce", start, end, 0.75)
    if re.fullmatch(
        r"(?i)(?:(?:I{1,3}|IV|V|[1-9]\.?) miejsce|wyróżnienie|grand prix|nagroda \w+|[i]{1,3} nagroda|laureat)",
        words,
    ):
        return Field("title", words, start, end, 0.9)
    return None


_MARK = re.compile(r"(?:^|\n[ \t]*|[:,;(–-][ \t]+)(?P<number>[1-6])[.)][ \t]+(?=[ΩΥΠ])")
_RANKS = re.compile(r"\b(?:wyniki|klasyfikacj|podium|ranking|kategori|miejsca\b|kolejność)\w*", re.IGNORECASE)
_PLACES = ("I", "II", "III", "IV", "V", "VI")
_CATEGORY_ABOVE = re.compile(
    r"\b(?:w\s+)?kategori[ai]:?\s+(?P<words>[^\n:;|]{3,80}?)\s*(?::|\n|$)", re.IGNORECASE
)


def awards_of_numbers(masked: Masked) -> list[Award]:
    """Read results that only number their laureates: "Wyniki: 1. Ω, 2. Ω", one below another or in one line."""
    found: list[Award] = []
    marks = [*_MARK.finditer(masked.text)]
    for at, mark in enumerate(marks):
        number = int(mark["number"])
        after = marks[at + 1] if at + 1 < len(marks) else None
        goes_on = number > 1 and found and found[-1].end == mark.start()
        begins = number == 1 and after is not None and after["number"] == "2"
        is_ranked = begins and _RANKS.search(masked.text, max(0, mark.start() - 300), mark.start() + 1)
        if not (goes_on or is_ranked) or not LIST_AHEAD.search(masked.text):
            continue
        who = masked.under(mark.end(), mark.end() + 1)[0]
        end = after.start() if after else masked.sentence(who.start)[1]
        title = Field("title", f"{_PLACES[number - 1]} miejsce", *mark.span("number"), 0.6)
        fields = found[-1].fields if goes_on else _category_above(masked, mark.start("number"))
        found.append(Award(who, title, who.start, end, True, None, list(fields)))
    return found


_BY_CATEGORIES = re.compile(
    r"\b(?:statuetk|nagrod|laurea|tytuł|wyróżni|certyfikat|zwycięzc|zwycięż)\w*\b[^.:\n]{0,60}\bkategori\w+[^.:\n]{0,60}:\s*$",
    re.IGNORECASE,
)
_GIVEN_TO = re.compile(
    r"\b(?:przyzna|nagrod|wyróżni|laurea|zwycięzc|uhonorowa)\w*\b[^.:\n]{0,60}:\s*$", re.IGNORECASE
)
_SAYS_CATEGORY = re.compile(r"\s*(?:[-–•*]|\d{1,2}[.)]|[a-h]\))\s+w\s+kategorii\s")
_OF_CATEGORY = re.compile(
    r"\s*(?:[-–•*]|\d{1,2}[.)]|[a-h]\))\s+(?:w\s+kategorii\s+)?(?P<words>[^:\nΩΥΠ]{3,60}?)(?::|\s[–-])\s+(?:[a-ząćęłńóśźż]+\s+)?(?=[ΩΥΠ])"
)


def awards_of_categories(masked: Masked) -> list[Award]:
    """Read "Statuetki w kategoriach otrzymali:" with items below: "- mikrofirma: Ω"."""
    found: list[Award] = []
    for number, (start, end, _paragraph) in enumerate(masked.sentences):
        below = masked.sentences[number + 1][0] if number + 1 < len(masked.sentences) else len(masked.text)
        each = _GIVEN_TO.search(masked.text, start, end) and _SAYS_CATEGORY.match(masked.text, below)
        if not each and not _BY_CATEGORIES.search(masked.text, start, end):
            continue
        for begin, stop, _other in masked.sentences[number + 1 : number + 1 + _MOST_ITEMS]:
            item = _OF_CATEGORY.match(masked.text, begin, stop)
            if not item:
                break
            who = masked.under(item.end(), item.end() + 1)[0]
            words = masked.words(*item.span("words")).strip('„”"')
            category = Field("category", words, *item.span("words"), 0.85)
            found.append(Award(who, None, begin, stop, True, None, [category]))
    return found


_MOST_ITEMS = 30
_NAMED_AWARDS = re.compile(
    r"(?:przyznano\s+|wręczono\s+|oraz\s+|także\s+)*(?:nagrody|wyróżnienia|tytuły|odznaki|odznaczenia|statuetki|laury|medale|certyfikaty)(?:\s+(?:i\s+)?[a-ząćęłńóśźż]+){0,3}\s*:\s*$",
    re.IGNORECASE,
)
_NAMED_ITEM = re.compile(
    r"\s*(?:[-–•*]|\d{1,2}[.)]|[a-h]\))\s+(?P<words>Θ+|(?-i:[A-ZŁŚŻŹĆ])[^:\nΩΥΠΔ–]{3,60}?)(?::|\s[–-])\s+(?=[ΩΥΠ])"
)


def awards_of_titles(masked: Masked) -> list[Award]:
    """Read "Nagrody specjalne:" with items below that begin with what it is called: "– Przyjaciel Urzędu: Π"."""
    found: list[Award] = []
    for number, (start, end, _paragraph) in enumerate(masked.sentences):
        if not _NAMED_AWARDS.match(masked.text, start, end):
            continue
        for begin, stop, _other in masked.sentences[number + 1 : number + 1 + _MOST_ITEMS]:
            item = _NAMED_ITEM.match(masked.text, begin, stop)
            if not item:
                break
            who = masked.under(item.end(), item.end() + 1)[0]
            title = Field("title", masked.words(*item.span("words")).strip('„”"'), *item.span("words"), 0.8)
            found.append(Award(who, title, begin, stop, True))
    return found


def _category_above(masked: Masked, start: int) -> list[Field]:
    """Return the category a numbered list stands under: "Kategoria uczniowie:" or a line of its own."""
    for match in [*_CATEGORY_ABOVE.finditer(masked.text, max(0, start - 150), start)][-1:]:
        quote = masked.under(*match.span("words"), "Θ")
        words = masked.words(*match.span("words"))
        return masked.fields("category", quote) or [Field("category", words, *match.span("words"), 0.75)]
    return []


def recorded_awards(masked: Masked) -> list[Fact]:
    """Return the awards told in labels: "Konkurs: …", "Laureat: …", "Tytuł: …"."""
    facts = []
    for record, fields in records_of(masked, Kind.AWARD):
        names = {one.name for one in fields}
        prize = next(
            ((stem, value) for stem, value in PRIZES if stem and _told_prize(masked, record, stem)), None
        )
        if {"laureate", "title"} <= names:
            more = [Field("prize", prize[1], record.start, record.end, 0.8)] if prize else []
            facts.append(spanning(Kind.AWARD, [*fields, *more], confidence(Kind.AWARD, "contest" in names)))
    return facts


def _told_prize(masked: Masked, record: Record, stem: str) -> bool:
    return any(
        masked.text[one.start : one.end].lower().startswith(stem) for one in record.all("other", "title")
    )
