"""Contests of a text, and what all their laureates share: the edition, the day and place of giving, patrons, who organised."""

import re
from dataclasses import dataclass, replace

from spoiwo.reading.facts.award_words import (
    CONTEST_CAPITALS,
    CONTEST_FREE,
    CONTESTS,
    DAY,
    EDITION,
    ORDINALS,
    ORGANISERS,
    PATRONS,
    ROMAN,
    WON_SOMETHING,
)
from spoiwo.reading.facts.clauses import clause
from spoiwo.reading.facts.events import Event, only_event
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, Sign
from spoiwo.reading.facts.venues import dateline, place_of, rubric, venue_in
from spoiwo.reading.facts.words import is_finite


@dataclass(frozen=True)
class Contest:
    """A contest with its name as first said, every place it is spoken of, its edition."""

    name: Field
    at: tuple[int, ...]
    edition: Field | None


def find_contests(masked: Masked) -> list[Contest]:
    """Return the contests of a text in order of their first mention."""
    said: dict[str, list[Field]] = {}
    for rule in CONTESTS:
        for match in masked.search(rule) if not said or rule is CONTESTS[0] else []:
            for one in masked.fields("contest", masked.under(*match.span("name"), "Θ")[:1]):
                said.setdefault(str(one.value).casefold()[:6], []).append(one)
    if not said:
        for one in _unquoted(masked):
            said[str(one.value)] = [one]
    found = []
    for fields in said.values():
        fields.sort(key=lambda one: one.start)
        found.append(Contest(fields[0], tuple(one.start for one in fields), _edition(masked, fields)))
    return sorted(found, key=lambda one: one.at[0])


def contest_of(contests: list[Contest], start: int, end: int) -> Contest | None:
    """Return the contest an award between two offsets belongs to: named there, else last before, else first after."""
    here = [one for one in contests if any(start <= at < end for at in one.at)]
    before = [one for one in contests if one.at[0] < start]
    last = max(before, key=lambda one: max(at for at in one.at if at < start), default=None)
    return here[0] if here else last or (contests[0] if contests else None)


def _unquoted(masked: Masked) -> list[Field]:
    for match in masked.search(CONTEST_FREE):
        start, end = clause(masked, match.start("name"), longest=160, until="ΩΥΦΠΔ")
        return [Field("contest", masked.words(start, end), start, end, 0.75)]
    for match in CONTEST_CAPITALS.finditer(masked.text):
        words = re.sub(r"\s+(?:z|w|na|i|dla)$", "", masked.words(*match.span("name")))
        return [Field("contest", words, match.start("name"), match.start("name") + len(words), 0.7)]
    return []


def _edition(masked: Masked, names: list[Field]) -> Field | None:
    """Return the edition said nearest to one of the mentions, in its sentence or one beside."""
    found = [one for match in EDITION.finditer(masked.text) if (one := _read_edition(match))]
    return min(found, key=lambda one: min(abs(one.start - name.start) for name in names), default=None)


_LAUREATES = re.compile(r"\b(?:laurea[tc]|nagrodzon|zwycięzc|wyróżnion)\w*", re.IGNORECASE)


def edition_before(masked: Masked, at: int) -> list[Field]:
    """Return the edition said of the laureates above a list: "Przypominamy laureatów IV edycji:"."""
    number = masked.document.sentence_number(at)
    for begin, stop, _paragraph in reversed(masked.sentences[max(0, number - 6) : number + 1]):
        if _LAUREATES.search(masked.text, begin, stop):
            said = (_read_edition(match) for match in EDITION.finditer(masked.text, begin, stop))
            return [one for one in said if one][:1]
    return []


def _read_edition(match: re.Match[str]) -> Field | None:
    roman, word = match["roman"] or match["roman2"], (match["word"] or "").lower()
    ordinal = next((n for stem, n in ORDINALS.items() if word.startswith(stem)), None)
    value = ROMAN.get(roman) if roman else int(match["number"]) if match["number"] else ordinal
    return Field("edition", value, *match.span(), 0.85) if value else None


def around(masked: Masked) -> list[Field]:
    """Return what all laureates of a text share: day and place of the giving, patrons, organisers."""
    fields: list[Field] = []
    day = _day(masked) or _day_of_heading(masked)
    if day:
        start, end = masked.sentence(day.start)
        fields.append(masked.field("date", day, 0.85))
        venue = venue_in(masked, start, end)
        fields += (
            place_of(masked, start, end, venue)
            or _seat_beside(masked, day)
            or rubric(masked, start)
            or masked.fields("place", dateline(masked)[:1])
        )
    elif event := only_event(masked):
        fields += [
            replace(one, confidence=0.6)
            for one in event.fields
            if one.name == "date" and _at_it(masked, event)
        ]
        fields += place_of(masked, *masked.sentence(event.start), []) if fields else []
    for name, rules, sure in (("patron", PATRONS, 0.85), ("organiser", ORGANISERS, 0.8)):
        found = next((m for rule in rules for m in masked.search(rule) if not _is_of_other(masked, m)), None)
        fields += masked.fields(name, masked.under(*found.span("who"), "ΩΥΦ"), sure) if found else []
    return fields


def _seat_beside(masked: Masked, day: Sign) -> list[Field]:
    """Return the seat of the house that stands beside the day: "Gala: Ω, Δ"."""
    start, end = masked.sentence(day.start)
    for house in masked.under(start, end, "Ω"):
        between = masked.text[min(house.end, day.end) : max(house.start, day.start)]
        if house.thing.seat and re.fullmatch(r",\s+", between):
            return [
                Field("place", place.name, place.start, place.end, 0.8)
                for place in masked.reader.places
                if place.start == house.thing.seat[0]
            ]
    return []


_FORMER = re.compile(
    r"\b(?:poprzedni|ubiegł|zeszł|miniony|minion|wcześniejsz)\w*\s+(?:edycj|rok|lat|odsłon|konkurs)\w*|\bprzed\s+(?:rokiem|\w+\s+laty)|"
    r"\brok\s+(?:temu|wcześniej)|\blata?\s+temu|\bpoprzednio\b|\bdotychczas\w*|\bwcześniej\b",
    re.IGNORECASE,
)


def own_day(masked: Masked, start: int, end: int, shared: list[Field]) -> list[Field] | None:
    """Return when an award told between two offsets was given, where not at the scene all share; None: long before."""
    day = next((one for one in shared if one.name == "date"), None)
    if day is None or masked.sentence(day.start)[0] == masked.sentence(start)[0]:
        return shared
    begin, stop = masked.sentence(start)
    said = masked.under(begin, stop, "Δ")
    own = [s for s in said if s.thing.is_day and s.end <= max(end, start + 1)]
    if own and str(own[0].thing.value) != str(day.value):
        rest = [one for one in shared if one.name not in ("date", "place")]
        return [*rest, masked.field("date", own[0], 0.7), *place_of(masked, begin, stop, [])]
    years = {s.thing.value[:4] for s in said if re.match(r"\d{4}$", s.thing.value)}
    if _FORMER.search(masked.text, begin, stop) or (years and str(day.value)[:4] not in years):
        return None
    return shared


_OTHER = re.compile(r"konferencj|zapraszaj|spotka|szkoleni|projek|warsztat|seminari", re.IGNORECASE)
_OWN = re.compile(r"konkurs|plebiscy|rankin|turniej|nagrod|gal[aęi]|edycj|wyróżni", re.IGNORECASE)


def _is_of_other(masked: Masked, match: re.Match[str]) -> bool:
    """Whether the sentence tells who organised something else."""
    words = masked.text[slice(*masked.sentence(match.start()))]
    return bool(_OTHER.search(words)) and not _OWN.search(words)


def _at_it(masked: Masked, event: Event) -> bool:
    """Whether what is won is told after the event, so that it was given there."""
    return WON_SOMETHING.search(masked.text, masked.sentence(event.start)[1]) is not None


def _day_of_heading(masked: Masked) -> Sign | None:
    """Return the day that stands with the contest in a line without a verb: "II edycja konkursu Θ, Λ, Δ"."""
    for start, end, _paragraph in masked.sentences[:6]:
        days = [s for s in masked.under(start, end, "Δ") if s.thing.is_day]
        told = any(is_finite(word) for word in re.findall(r"[a-ząćęłńóśźż]{3,}", masked.text[start:end]))
        if days and not told and CONTESTS[0].search(masked.text, start, end):
            return days[-1]
    return None


_PLANNED = re.compile(r"\b(?:zaplanowan|planowan|odbędzie|odbędą|zostan|nastąpi)\w*", re.IGNORECASE)


def _day(masked: Masked) -> Sign | None:
    """Return the day of the giving: named in a sentence about giving, nearest to the word that says so."""
    best: tuple[int, Sign] | None = None
    planned: Sign | None = None
    for start, end, _paragraph in masked.sentences:
        days = [s for s in masked.under(start, end, "Δ") if s.thing.is_day]
        if not days or not (
            DAY.search(masked.text, start, end) or WON_SOMETHING.search(masked.text, start, end)
        ):
            continue
        giving = re.search(
            r"wręcz|rozda|odebra|uroczyst|gal[aęiąy]\b|rozegran|finał|(?:zawody|turniej\w*|olimpiada\w*)(?: Θ+)? odby", masked.text[start:end], re.IGNORECASE
        )
        at = start + giving.start() if giving else start
        day = min(days, key=lambda sign: abs(sign.start - at))
        if re.search(r"\bdo\s+(?:dnia\s+)?$", masked.text[max(0, day.start - 10) : day.start]):
            continue  # until when one may apply
        if giving and _PLANNED.search(masked.text, start, end):
            planned = planned or day  # the next time, where another one is told as past
            continue
        if best is None or (giving and best[0] == 0):
            best = (int(bool(giving)), day)
    if best and (best[0] or planned is None):
        return best[1]
    return planned
