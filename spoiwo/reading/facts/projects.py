"""Projects: their name, programme and measure, who leads and who takes part, for whom, with what result, worth and time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spoiwo.reading.facts.fact import Fact, Field, Kind, confidence, spanning
from spoiwo.reading.facts.lines import Cell, blocks, tables
from spoiwo.reading.facts.masks import Masked, Sign
from spoiwo.reading.facts.programmes import programme_of
from spoiwo.reading.facts.project_results import results_of, target_of, value_of
from spoiwo.reading.facts.project_sides import PROJECT_NOUN, lead_of, partners_of
from spoiwo.reading.facts.project_times import time_of
from spoiwo.reading.facts.project_words import (
    COLUMNS,
    IS_ABOUT,
    NAME_LABEL,
    NAMED,
    ONLY_PROGRAMME,
    PAYING,
    PROGRAMME,
)
from spoiwo.reading.facts.record_facts import added, records_of
from spoiwo.reading.facts.records import Record
from spoiwo.reading.facts.words import adjectives, can_be, nouns

_LONGEST_NAME = 90


@dataclass
class _Project:
    """A project as it is put together, with where it is first spoken of."""

    fields: list[Field]
    start: int
    is_programme: bool = False
    is_told: bool = False  # in labels, beside others: what stands around is not its own


def find_projects(masked: Masked) -> list[Fact]:
    """Return the projects of a text by their names, or the only one by its programme and leader."""
    listed = [fact for table in tables(masked) for fact in _of_table(masked, table)]
    if listed:
        return listed
    found = _with_records(masked, _named(masked)) or _unnamed(masked)
    for number, project in enumerate(found):
        following = found[number + 1].start if number + 1 < len(found) else len(masked.text)
        following = following if following > project.start else masked.sentence(project.start)[1]
        _read(masked, project, following, alone=len(found) == 1)
    facts = []
    for one in found:
        names = {field.name for field in one.fields}
        if len(names) > 1 and not (one.is_programme and not names & {"lead", "value", "programme"}):
            facts.append(spanning(Kind.PROJECT, one.fields, confidence(Kind.PROJECT, len(one.fields) > 2)))
    return facts


# Told in labels


def _with_records(masked: Masked, named: list[_Project]) -> list[_Project]:
    """Give each project what the labels under its name say; a record with a name of its own is a project more."""
    records = records_of(masked, Kind.PROJECT)
    for record, fields in records:
        name = next((one for one in fields if one.name == "name"), None) or _name_above(masked, record)
        rest = [one for one in fields if one.name != "name"]
        if name is None:
            before = (
                [one for one in named if one.start < record.start]
                if record.start - record.before < _BELOW
                else []
            )
            same = named[0] if len(named) == 1 else before[0] if len(before) == 1 else None
        else:
            same = next((one for one in named if _is_same_name(_name_of(one), str(name.value))), None)
        if same is None and name is not None and rest:
            same = _Project([name], masked.sentence(name.start)[0])
            named.append(same)
        if same is not None:
            same.fields += [
                one
                for one in rest
                if one.name not in {f.name for f in same.fields} or one.name in ("partner", "result")
            ]
            same.is_told |= len(records) > 1
    return sorted(named, key=lambda project: project.start)


_BELOW = 40  # characters of a line above labels that have no name of their own


def _name_of(project: _Project) -> str:
    return str(project.fields[0].value)


def _name_above(masked: Masked, record: Record) -> Field | None:
    """Return the quotation the paragraph of the labels begins with: "1. „Chleb” – piekarnia. Lider: …"."""
    line = max(record.before, masked.text.rfind("\n", record.before, record.start) + 1)
    before = masked.under(line, record.start, "Θ")
    signs = [s for s in before if not _SHORT_FORM.search(masked.text, max(0, s.start - 8), s.start)][:1]
    if not signs:  # the labels stand in the line of the name: "Projekt „X” (PO KL, lider: Ω)"
        inside = masked.under(record.start, record.end, "Θ")
        signs = [s for s in inside if _CALLED_PROJECT.search(masked.text, max(0, s.start - 30), s.start)][:1]
    signs = signs or masked.under(record.before, record.start, "Θ")[-1:]
    return (
        masked.field("name", signs[0], 0.8) if signs and len(signs[0].thing.words) < _LONGEST_NAME else None
    )


_CALLED_PROJECT = re.compile(r"\b(?:projek|przedsięwzięci)\w{1,3}\s+$", re.IGNORECASE)


# Rows of a table


def _of_table(masked: Masked, table: list[list[Cell]]) -> list[Fact]:
    """Read a table whose header has a title and a leader: a project for each row."""
    heads = [" ".join(masked.document.words(c.start, c.end).lower().split()) for c in table[0]]
    columns = [next((name for name, rule in COLUMNS if rule.match(head)), None) for head in heads]
    if "name" not in columns or not {"lead", "value", "date"} & set(columns):
        return []
    facts = []
    for row in table[1:]:
        fields: list[Field] = []
        for name, cell in zip(columns, row, strict=True):
            fields += _of_cell(masked, name, cell) if name else []
        if len({one.name for one in fields}) > 1:
            facts.append(spanning(Kind.PROJECT, fields, confidence(Kind.PROJECT)))
    return facts


def _of_cell(masked: Masked, name: str, cell: Cell) -> list[Field]:
    if name in ("name", "target_group", "programme"):
        words = masked.words(cell.start, cell.end).strip('„”"«»')
        return [Field(name, words, cell.start, cell.end, 0.9)] if len(words) > 2 else []
    signs = masked.under(cell.start, cell.end, {"value": "Ν", "date": "Δ"}.get(name, "ΩΥΦ"))
    if name == "date":
        ends = [s.thing.end_value for s in signs if s.thing.end_value] + [s.thing.value for s in signs[1:2]]
        last = [Field("end_date", ends[0], signs[-1].start, signs[-1].end, 0.85)] if ends else []
        return masked.fields("date", signs[:1]) + last
    return masked.fields(name, signs if name == "partner" else signs[:1])


# Which projects


def _named(masked: Masked) -> list[_Project]:
    found: dict[str, _Project] = {}
    for rule in NAMED:
        for match in masked.search(rule):
            for sign in masked.under(*match.span("name"), "Θ")[:1]:
                if not (_is_other(masked, match) or _pays(masked, sign)) and _new_key(found, sign):
                    name = masked.field("name", _first_said(masked, sign))
                    only = bool(ONLY_PROGRAMME.search(masked.text[match.start() : sign.start]))
                    begin = sign.start if match.group()[0] == "\n" else masked.sentence(sign.start)[0]
                    found[sign.thing.words.casefold()] = _Project([name], begin, only)
    for sign in [*_below_heading(masked), *_told_next(masked)]:
        if _new_key(found, sign):
            found[sign.thing.words.casefold()] = _Project([masked.field("name", sign)], sign.start)
    found |= {str(one.value).casefold(): _Project([one], one.start) for one in _labelled(masked)}
    return sorted(found.values(), key=lambda project: project.start)


def _labelled(masked: Masked) -> Iterator[Field]:
    """Return the names that stand without quotation marks after their label: "Tytuł: Zagroda z pomysłem"."""
    for block in blocks(masked):
        for line in block:
            if NAME_LABEL.fullmatch(line.label) and not masked.under(line.start, line.end, "Θ"):
                words = masked.words(line.start, line.end).rstrip(".;,")
                yield Field("name", words, line.start, line.end, 0.85)


_RUNS_ON = re.compile(
    r"(?:,\s+na\s+któr\w+\s|,\s+któr\w+\s|\s+(?:potrwa|trwa|rusz|wystart|zakończ|koszt))", re.IGNORECASE
)


def _told_next(masked: Masked) -> Iterator[Sign]:
    """Return the name a sentence opens with after one about a project: "Projekt dostał pieniądze! „Chata”, która …"."""
    for (start, end, paragraph), (begin, stop, other) in pairwise(masked.sentences):
        opens = masked.under(begin, begin + 1, "Θ") if paragraph == other else []
        is_told = opens and PROJECT_NOUN.search(masked.text, start, end) and not masked.under(start, end, "Θ")
        if (
            is_told
            and _RUNS_ON.match(masked.text, opens[0].end, stop)
            and PROGRAMME.search(masked.document.text, begin, stop)
        ):
            yield opens[0]


_OPENS_LINE = re.compile(r"(?:^|(?<=\n))[ \t]*(?:[-–•*]\s+|\d{1,2}[.)]\s+)?(?P<name>Θ+)(?=\s*[.:(–-])")
_HEADING = re.compile(r"(?:^|(?<=\n))(?P<words>[^\n.!?:;ΩΥΠΔΛΝΘ]{4,40}):?[ \t]*(?=\n)")


def _below_heading(masked: Masked) -> Iterator[Sign]:
    """Return the names that open a line below "PROJEKTY": „Warsztat 50+”. Trwał od …"""
    headings = [*_HEADING.finditer(masked.text)]
    if not any(_OF_PROJECTS.search(one["words"]) for one in headings):
        return
    for match in _OPENS_LINE.finditer(masked.text):
        above = [one for one in headings if one.end() <= match.start()][-1:]
        if above and _OF_PROJECTS.search(above[0]["words"]):
            yield from masked.under(*match.span("name"), "Θ")[:1]


_OF_PROJECTS = re.compile(r"\bprojekt(?:y|ów|ach)?\b", re.IGNORECASE)


def _pays(masked: Masked, sign: Sign) -> bool:
    """Whether a quotation names the programme a project is paid from: "z programu „Razem dla Ukrainy”"."""
    return any(
        match.end(match.lastgroup or "name") == sign.end
        for match in masked.search(PAYING, max(0, sign.start - 60), sign.end)
    )


def _first_said(masked: Masked, sign: Sign) -> Sign:
    """Return the first quotation of the same name: later ones may be inflected ("zajmie się „Szlakiem …”")."""
    signs = masked.under(0, len(masked.text), "Θ")
    same = [one for one in signs if _is_same_name(one.thing.words, sign.thing.words)]
    return next((one for one in same if _is_nominative(one.thing.words)), (same or [sign])[0])


def _is_nominative(words: str) -> bool:
    """Whether a name can stand in the nominative: not "Aktywnym Zawiłcem"."""
    first = words.split()[0] if words.split() else ""
    return not (nouns(first) or adjectives(first)) or can_be(first, "nom")


def _new_key(found: dict[str, _Project], sign: Sign) -> bool:
    return not any(_is_same_name(key, sign.thing.words) for key in found)


def _is_same_name(one: str, other: str) -> bool:
    """Whether two names differ at most by case endings: as many words, each with the same beginning."""
    pairs = zip(one.casefold().split(), other.casefold().split(), strict=False)
    return len(one.split()) == len(other.split()) and all(a[:3] == b[:3] for a, b in pairs)


_SHORT_FORM = re.compile(r"\b[A-ZŁŚ]{3,6}\s+$")  # "OWES „Sudety”" is a body
_ASKED_FOR = re.compile(
    r"\b(?:ubiega\w*\s+się|stara\w*\s+się|wystąpi\w*|zabiega\w*|złoż\w+\s+wnios\w+|wnioskuj\w*)\s+(?:\w+\s+){0,3}o\s+(?:dofinansowanie|środki|pieniądze|dotację)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:praktyk\w*|konkurs\w*|nagrod\w*|uchwał\w*|ustaw\w*|zwycięsk\w*|za)\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)


# "za projekt Θ, realizowany od 2016 roku": it is told of, too.
_OWN_LIFE = re.compile(
    r",?\s+(?:który\s+)?(?:realizowan|realizuj|prowadzon|prowadz|wart\b|wdrażan|trwa)\w*", re.IGNORECASE
)


def _is_other(masked: Masked, match: re.Match[str]) -> bool:
    """Whether the quotation names the practice of an award ("praktyki tj. „Projektu …”") or a draft of a law."""
    if _OTHER.search(masked.text[max(0, match.start() - 40) : match.start()]):
        return not _OWN_LIFE.match(masked.text, match.end())
    if _SHORT_FORM.search(masked.text, max(0, match.start("name") - 8), match.start("name")):
        return True
    if _ASKED_FOR.search(masked.text[max(0, match.start() - 90) : match.start()]):
        return True  # it may never come about
    return bool(
        re.match(r"projek\w+\s+(?:uchwały|ustawy|budżetu|rozporządzenia)", match.group(), re.IGNORECASE)
    )


def _unnamed(masked: Masked) -> list[_Project]:
    for match in masked.search(PROJECT_NOUN):
        start, end = masked.sentence(match.start())
        if PROGRAMME.search(masked.document.text, start, end) and not match.group().lower().startswith(
            "program"
        ):
            return [_Project([], start)]
    return []


# What is said of one


def _read(masked: Masked, project: _Project, following: int, alone: bool) -> None:
    fields: list[Field] = project.fields
    if project.is_told:
        start, end = project.start, fields[-1].end
        shared = [*PROGRAMME.finditer(masked.document.text)]
        more = programme_of(masked, 0, len(masked.text)) if len({m["name"] for m in shared}) == 1 else []
        project.fields = added(fields, [*more, *time_of(masked, _sentences(masked, start, end), fields)])
        return
    project.fields = added(fields, _told_of(masked, project, following, alone))


def _told_of(masked: Masked, project: _Project, following: int, alone: bool) -> list[Field]:
    if alone:
        start, end = 0, len(masked.text)
    else:
        start, end = project.start, min(following, _paragraph_end(masked, project.start))
    scope = [(a, b) for a, b in _sentences(masked, start, end) if alone is False or _is_about(masked, a, b)]
    if not alone:  # items of a list may be read as one sentence
        scope = [(max(a, start), min(b, end)) for a, b in scope]
    here = masked.paragraph(project.start)
    scope.sort(key=lambda span: masked.paragraph(span[0]) != here)  # what stands beside the name comes first
    fields = programme_of(masked, start, end)
    name = next((str(one.value) for one in project.fields if one.name == "name"), "")
    lead = lead_of(masked, scope, name)
    fields += lead
    taken = {one.value for one in [*lead, *project.fields]}
    fields += [one for one in partners_of(masked, scope) if one.value not in taken]
    fields += target_of(masked, scope)
    fields += results_of(masked, start, end)
    fields += value_of(masked, scope)
    own = [span for span in scope if start <= span[0] and masked.paragraph(span[0]) == here]
    names = [*project.fields, *fields]
    fields += time_of(masked, own, names)
    return added(fields, time_of(masked, scope, names))


def _sentences(masked: Masked, start: int, end: int) -> list[tuple[int, int]]:
    return [(a, b) for a, b, _paragraph in masked.sentences if a < end and b > start]


def _is_about(masked: Masked, start: int, end: int) -> bool:
    return bool(IS_ABOUT.search(masked.text, start, end))


def _paragraph_end(masked: Masked, start: int) -> int:
    number = masked.document.sentence_number(start)
    paragraph, end = masked.sentences[number][2], masked.sentences[number][1]
    for _begin, stop, other in masked.sentences[number + 1 :]:
        if other != paragraph:
            break
        end = stop
    return end
