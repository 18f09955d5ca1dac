"""Contests of a text: their names, where they are spoken of, their editions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from spoiwo.reading.facts.award_titles import in_nominative, is_instrumental
from spoiwo.reading.facts.award_words import (
    CONTEST_CAPITALS,
    CONTEST_FOR,
    CONTEST_FREE,
    CONTEST_HEADING,
    CONTEST_IS,
    CONTEST_OF_TITLE,
    CONTEST_TITLED,
    CONTEST_WHOLE,
    CONTESTS,
    EDITION,
    HELD_AGAIN,
    ORDINALS,
    ROMAN,
)
from spoiwo.reading.facts.clauses import clause
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked
from spoiwo.reading.facts.naming import nominative
from spoiwo.reading.facts.words import adjectives, can_be, nouns


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
        for one in _named_by(masked, rule) if not said or rule is CONTESTS[0] else []:
            said.setdefault(str(one.value).casefold()[:6], []).append(one)
    headed = (
        CONTEST_HEADING.match(masked.text) if not said and _OF_CONTEST.search(masked.document.text) else None
    )
    if headed:
        for one in masked.fields("contest", masked.under(*headed.span("name"), "Θ")[:1]):
            said[str(one.value)] = [one]
    if not said:
        for one in _unquoted(masked):
            said[str(one.value)] = [one]
    found = []
    for fields in said.values():
        fields.sort(key=lambda one: one.start)
        found.append(Contest(fields[0], tuple(one.start for one in fields), _edition(masked, fields)))
    return sorted(found, key=lambda one: one.at[0])


_MADE = re.compile(r"\s+(?:\w+\s+)?(?:wybra|zosta|ogłos|okrzykn|uznan)", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:wkrótce|niebawem|ma\s+się\s+(?:też\s+|także\s+)?odbyć|w\s+przyszłym\s+roku)\b", re.IGNORECASE
)
_OF_CONTEST = re.compile(r"\b(?:konkurs|plebiscyt|turniej|jury|kapituł)", re.IGNORECASE)


def _named_by(masked: Masked, rule: re.Pattern[str]) -> Iterator[Field]:
    for match in masked.search(rule):
        if _TO_COME.search(masked.text, *masked.sentence(match.start("name"))):
            continue
        if _OF_PAPER.match(masked.text, match.end("name")):
            continue  # "Plebiscyt „Głosu” na Osobowość Roku": whose it is
        for one in masked.fields("contest", masked.under(*match.span("name"), "Θ")[:1]):
            if match.start() == 0 and is_instrumental(str(one.value)) and _MADE.match(masked.text, one.end):
                continue  # „Pracodawczynią Roku” wybrano Π: what somebody was made
            is_title = _TITLE_OF.search(masked.text, max(0, one.start - 20), one.start)
            yield (
                in_nominative(one) if is_title else _undeclined(masked, one)
            )  # "rywalizacja o miano „Szkoły Przedsiębiorczej”"


_OF_IT = re.compile(r"\b(?:edycj|kapitu|gal|finał|laurea|zwycięzc)\w*\s+$", re.IGNORECASE)


def _undeclined(masked: Masked, name: Field) -> Field:
    """Return a name in the nominative that stands in the genitive after what is of the contest: "Kapituła „Wawrzynów Pracy”"."""
    first, *others = str(name.value).split()
    if not _OF_IT.search(masked.text, max(0, name.start - 20), name.start):
        return name
    if not can_be(first.lower(), "gen") or can_be(first.lower(), "nom"):
        return name
    told = nominative([first.lower(), *others], 0)
    return replace(name, value=told[:1].upper() + told[1:]) if told and first[:1].isupper() else name


def contest_of(contests: list[Contest], start: int, end: int) -> Contest | None:
    """Return the contest an award between two offsets belongs to: named there, else last before, else first after."""
    here = [one for one in contests if any(start <= at < end for at in one.at)]
    before = [one for one in contests if one.at[0] < start]
    last = max(before, key=lambda one: max(at for at in one.at if at < start), default=None)
    return here[0] if here else last or (contests[0] if contests else None)


def _unquoted(masked: Masked) -> list[Field]:
    for match in masked.search(CONTEST_OF_TITLE):
        before = masked.under(0, match.start(), "Θ")[-1:]
        if before:
            name = in_nominative(masked.fields("contest", before, 0.8)[0])
            return [replace(name, start=match.start(), end=match.end())]
    told = _of_best(masked) or _of_what(masked)
    if told:
        return [told]
    whole = next(
        filter(None, map(partial(_whole, masked), CONTEST_WHOLE.finditer(masked.document.text))), None
    )
    if whole:
        return [whole]
    for match in CONTEST_CAPITALS.finditer(masked.text):
        words = re.sub(r"\s+(?:z|w|na|i|dla)$", "", masked.words(*match.span("name")))
        return [Field("contest", words, match.start("name"), match.start("name") + len(words), 0.7)]
    return []


def _of_what(masked: Masked) -> Field | None:
    """Return a contest by what it is, by its title or by what it is for: "konkurs na Sołtysa Roku", "na najlepszy staż"."""
    for match in CONTEST_IS.finditer(masked.text):
        return Field("contest", masked.words(*match.span("name")), *match.span("name"), 0.75)
    for match in CONTEST_TITLED.finditer(masked.with_numbers):
        words = masked.words(*match.span("name")).split()
        head = 1 if adjectives(words[0]) and not nouns(words[0]) else 0
        if told := nominative(words, head):
            return Field("contest", told, *match.span("name"), 0.75)
    for match in masked.search(CONTEST_FOR):
        return Field("contest", masked.words(*match.span("name")), *match.span("name"), 0.7)
    return None


def _of_best(masked: Masked) -> Field | None:
    """Return a contest by what is the best in it: "konkurs na najlepszy biznesplan"."""
    for match in masked.search(CONTEST_FREE):
        start, end = clause(masked, match.start("name"), longest=160, until="ΩΥΦΠΔ")
        who = _WHO_DECIDES.search(masked.text, start, end)
        end = who.start() if who else end
        return Field("contest", masked.words(start, end), start, end, 0.75)
    return None


_TITLE_OF = re.compile(r"\bo\s+(?:tytuł|miano|laur)\s+$", re.IGNORECASE)
_OF_PAPER = re.compile(r"\s+(?:na|o\s+tytuł)\s+(?=[A-ZŁŚŻŹĆΘ])")
_IN = re.compile(r"\s(?:w|we)\s$")
_WHO_DECIDES = re.compile(
    r"\s+(?:(?:I{1,3}|pierwsz[aeą]|drug[aieą]{1,2}|trzeci[aeą]?)\s+(?:miejsc|nagrod|lokat)\w*|wyróżni\w+|kapituła|jury|komisja|organizator\w*|juror\w*|tytuł|nagrod\w+|zwycięzc\w+|laurea\w+)\b"
)
_JOINTS = re.compile(r"(?:\s+(?:z|w|na|i|o|dla))+$")


def _whole(masked: Masked, match: re.Match[str]) -> Field | None:
    """Return the name of a contest that holds the word itself: "w XI Wielkopolskim Konkursie Minifirm"."""
    begin, end = match.span("name")
    town = next(
        (
            p.start
            for p in masked.reader.places
            if begin < p.start < end and _IN.search(masked.document.text, begin, p.start)
        ),
        end,
    )
    words = _JOINTS.sub("", masked.words(begin, town).strip()).split()
    head = words.index(match["noun"])
    own = next((at for at in range(head) if all(adjectives(word) for word in words[at:head])), head)
    is_opening = masked.sentence(match.start())[0] == match.start("noun")
    if len(words) == head + 1 or (own == head and is_opening):
        return None  # "Konkurs Przedsiębiorczy Uczeń …" opens with the noun: no part of the name
    told = nominative(words[own:], head - own)
    return Field("contest", told, *match.span("name"), 0.75) if told else None


def _edition(masked: Masked, names: list[Field]) -> Field | None:
    """Return the edition said nearest to one of the mentions, in its sentence or one beside."""
    found = [one for match in EDITION.finditer(masked.text) if (one := _read_edition(match))]
    for match in () if found else HELD_AGAIN.finditer(masked.text):
        ordinal = (match["after"] or match["before"]).lower()
        found.append(Field("edition", ORDINALS[ordinal], *match.span(), 0.75))
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


def editions_in(masked: Masked, start: int, end: int) -> list[Field]:
    """Return the editions said between two offsets."""
    return [one for match in EDITION.finditer(masked.text, start, end) if (one := _read_edition(match))]


def _read_edition(match: re.Match[str]) -> Field | None:
    roman, word = (
        match["roman"] or match["roman2"] or match["roman3"],
        (match["word"] or match["word2"] or "").lower(),
    )
    if match["roman2"] == "I" and match.string[match.end() : match.end() + 1] == ",":
        return None  # "I konkurs, i galę zorganizował …"
    ordinal = next((n for stem, n in ORDINALS.items() if word.startswith(stem)), None)
    value = ROMAN.get(roman) if roman else int(match["number"]) if match["number"] else ordinal
    return Field("edition", value, *match.span(), 0.85) if value else None
