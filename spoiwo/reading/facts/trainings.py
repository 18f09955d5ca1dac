"""Trainings: in what, from which day, where, by whom, for how many and for whom."""

import re
from collections.abc import Iterator

from spoiwo.reading.facts.arguments import SUBJECT, part_of
from spoiwo.reading.facts.clauses import clause
from spoiwo.reading.facts.fact import Fact, Field, Kind, confidence, spanning
from spoiwo.reading.facts.lines import Cell, rows
from spoiwo.reading.facts.masks import Masked, Sign
from spoiwo.reading.facts.record_facts import records_of
from spoiwo.reading.facts.records import Record
from spoiwo.reading.facts.scenes import scenes_in
from spoiwo.reading.facts.training_days import day_of, exact
from spoiwo.reading.facts.training_lists import (
    after_days,
    in_brackets,
    in_ordinals,
    in_quotes,
    told_by_ordinals,
)
from spoiwo.reading.facts.training_spans import before, day_around, going_on, own_span
from spoiwo.reading.facts.training_subjects import (
    clipped,
    heading_above,
    is_told_next,
    subject_later,
    subject_of,
    with_heading,
)
from spoiwo.reading.facts.training_words import (
    ABOUT,
    AGAIN,
    APPLIED,
    AUDIENCE,
    GOT_WORK,
    IN_ALL,
    IN_TURN,
    LEARNED,
    MEANT_FOR,
    NONE,
    ORGANISERS,
    ORGANISERS_OF_ALL,
    OTHER_EVENT,
    PEOPLE,
    TRAINING,
)
from spoiwo.reading.facts.venues import place_of, rubric, venue_in
from spoiwo.reading.facts.words import can_be, counts_people, known

_NEAR = 400  # characters in which the next row of a table begins


def find_trainings(masked: Masked) -> list[Fact]:
    """Return the trainings of a text that have a subject and a day, a place or a number of people."""
    told = [_of_record(masked, *one) for one in records_of(masked, Kind.TRAINING)]
    of_all = _organiser(masked, 0, len(masked.text), ORGANISERS_OF_ALL)
    of_each = _organiser(masked, 0, len(masked.text), ORGANISERS_OF_ALL[1:2])
    table = _training_rows(masked)
    of_all = [one for one in of_all if not any(row[0].start <= one.start < row[-1].end for row in table)]
    told += [_with_organiser(_of_row(masked, row), of_all) for row in table]
    by_ordinals = told_by_ordinals(masked)
    told += [
        *in_quotes(masked),
        *in_brackets(masked),
        *after_days(masked),
        *in_ordinals(masked),
        *(one for _at, one in by_ordinals),
    ]
    listed = bool([one for one in told if one])
    for match in [*masked.search(TRAINING), *_one_of_several(masked)]:
        start, end = masked.sentence(match.start())
        if not NONE.search(masked.text, start, end) and all(at != start for at, _one in by_ordinals):
            told.append(_with_organiser(_told(masked, match, start, end), of_each))
    for match in masked.search(IN_TURN):
        told.append(_with_organiser(_told_in_turn(masked, match), of_each))
    for match in masked.search(LEARNED):
        start, end = masked.sentence(match.start())
        is_other = NONE.search(masked.text, start, end) or TRAINING.search(masked.text, start, end)
        if not is_other and not is_told_next(masked, match):
            told.append(_told(masked, match, start, end))
    told = [_with_last_subject(fields, told[:at]) for at, fields in enumerate(told)]
    return _once(with_heading(masked, told), listed)


def _with_organiser(fields: list[Field], of_all: list[Field]) -> list[Field]:
    """Give a training that names nobody who holds it the one said to hold them all."""
    return fields if any(one.name == "organiser" for one in fields) else [*fields, *of_all]


_ONE_OF_SEVERAL = re.compile(
    r"\b(?:pierwsz|drug|trzeci|czwart|piąt|szóst|ostatni|kolejn|jedn)\w{1,3}\s+z\s+(?P<all>Ν+)", re.IGNORECASE
)


def _one_of_several(masked: Masked) -> Iterator[re.Match[str]]:
    """Return the noun of "ostatnie z sześciu szkoleń", which stands among what is counted."""
    for match in masked.search(_ONE_OF_SEVERAL):
        yield from TRAINING.finditer(masked.document.text, *match.span("all"))


def _with_last_subject(fields: list[Field], earlier: list[list[Field]]) -> list[Field]:
    """Give "Kolejna grupa rozpocznie szkolenie Δ" the subject of the training told before."""
    if not fields or fields[0].name != "again":
        return fields
    fields = fields[1:]
    if any(one.name == "subject" for one in fields):
        return fields
    subjects = [one for other in earlier for one in other if one.name == "subject"]
    return [subjects[-1], *fields] if subjects else fields


def _once(told: list[list[Field]], is_list: bool) -> list[Fact]:
    """Return the trainings that say enough, one for each subject and day."""
    found: dict[tuple[object, object], Fact] = {}
    for fields in told:
        names = {one.name for one in fields}
        if "subject" in names and names & {"date", "participants"}:
            fact = spanning(Kind.TRAINING, _single(fields), confidence(Kind.TRAINING, "date" in names))
            key = (str(fact.get("subject")).casefold(), fact.get("date"))
            if key not in found or len(fact.fields) > len(found[key].fields):
                found[key] = fact  # told twice, the second time in full
    dated = {subject for subject, day in found if day}
    return [fact for (subject, day), fact in found.items() if day or subject not in dated]


def _single(fields: list[Field]) -> list[Field]:
    have: set[str] = set()
    kept = []
    for one in fields:
        if one.name == "organiser" or one.name not in have:
            kept.append(one)
        have.add(one.name)
    return kept


# Told in lines


def _of_record(masked: Masked, record: Record, fields: list[Field]) -> list[Field]:
    """Read "Temat szkolenia: …", "Termin: …"; the day and the place may also stand in the words around the labels."""
    names = {one.name for one in fields}
    if "subject" not in names:
        named = TRAINING.search(masked.text, record.before, record.start)
        said = subject_of(masked, named, record.before, record.start) if named else []
        fields = (said or heading_above(masked, record.start)) + fields
    for begin, stop in ((record.before, record.start), (record.end, record.until)):
        if "date" not in names:
            fields += day_of(masked, begin, stop)
        have = {one.name for one in fields}
        if "place" not in have:
            fields += place_of(masked, begin, stop, [])
        if "participants" not in have and begin == record.before:
            fields += _people(masked, begin, stop, "audience" in have)
    if not any(one.name == "audience" for one in fields):
        fields += _audience(masked, record.start, record.end)
    return fields if any(one.name == "subject" for one in fields) else []


def _value(masked: Masked, name: str, cell: Cell) -> list[Field]:
    if name in ("subject", "audience"):
        quote = masked.under(cell.start, cell.end, "Θ")
        if quote and name == "subject":
            return masked.fields("subject", quote[:1])
        end = cell.end - (masked.text[cell.end - 1] in ".;,")
        return [Field(name, masked.words(cell.start, end), cell.start, end, 0.85)]
    sign = {"date": "Δ", "place": "Λ", "organiser": "ΩΥΦ", "participants": "Ν"}[name]
    found = masked.under(cell.start, cell.end, sign)
    if name == "place" and not found:
        return place_of(masked, cell.start, cell.end, [])
    if name == "participants" and not found:
        digits = re.match(r"(?:do |ok\. |około )?(?P<number>\d{1,4})\b", masked.text[cell.start : cell.end])
        return [Field(name, int(digits["number"]), cell.start, cell.end, 0.8)] if digits else []
    return masked.fields(name, found if name == "organiser" else found[:1])


def _training_rows(masked: Masked) -> list[list[Cell]]:
    """Return the rows with a day under or above words on trainings, none on meetings."""
    found = []
    for row in rows(masked):
        before = masked.document.text[max(0, row[0].start - 900) : row[0].start]  # "trzy szkolenia" too
        last = [*TRAINING.finditer(before), *OTHER_EVENT.finditer(before)]
        nearest = max(last, key=lambda match: match.start(), default=None)
        if _SPEECH.search(masked.text, row[0].start, row[-1].end + 1):
            continue  # "– A potem spać? – pytam."
        barred = "|" in masked.text[row[0].start : row[-1].end]
        if not (_in_table(masked, row) if barred else _heads(masked, row)):
            continue
        near = nearest or TRAINING.search(masked.text, row[-1].end, row[-1].end + 300)
        if near and TRAINING.fullmatch(near.group()) and any(masked.under(c.start, c.end, "Δ") for c in row):
            found.append(row)
    return found


_SPEECH = re.compile(r"[?!](?=\s)|\s[–-]\s(?:pytam|mówi|dodaje|śmieje|odpowiada|przyznaje|żartuje)")


def _in_table(masked: Masked, row: list[Cell]) -> bool:
    """Whether the line above or below has cells too: one line with bars alone is the furniture of a page."""
    begin, end = masked.text.rfind("\n", 0, row[0].start), masked.text.find("\n", row[-1].end)
    above = masked.text[max(0, begin - _NEAR) : max(0, begin)].rstrip().rpartition("\n")[2]
    below = masked.text[end : end + _NEAR].lstrip().partition("\n")[0] if end >= 0 else ""
    return "|" in above or "|" in below


def _heads(masked: Masked, row: list[Cell]) -> bool:
    """Whether an item names a training itself, or the line above its list does."""
    if any(TRAINING.match(masked.text, cell.start, cell.end) for cell in row):
        return True
    at, above = row[0].start, ""
    while at > max(0, row[0].start - _FAR_ABOVE) and not above.strip():
        end = masked.text.rfind("\n", 0, at)
        at = masked.text.rfind("\n", 0, max(0, end)) + 1 if end > 0 else 0
        is_head = masked.text[at : max(at, end)].rstrip().endswith(":")
        is_item = _ITEM_LINE.match(masked.text, at, max(at, end)) and not is_head
        above = "" if is_item else masked.document.text[at : max(at, end)]
    return bool(TRAINING.search(above)) and not OTHER_EVENT.search(above)


_FAR_ABOVE = 1200  # characters a list may take below the line that names it
_ITEM_LINE = re.compile(r"\s*(?:[-–—*•▪·]|\(?\d{1,2}[.)]|[a-h]\))|[^\n]*\s[–—-]\sΔ")


def _of_row(masked: Masked, row: list[Cell]) -> list[Field]:
    fields: list[Field] = []
    for cell in row:
        fields += _of_cell(masked, cell, {one.name for one in fields})
    return fields


def _of_cell(masked: Masked, cell: Cell, have: set[str]) -> list[Field]:
    """Return what a cell says, by the names in it: a day, people counted, a place, a body, for whom; else the subject."""
    text = masked.text[cell.start : cell.end]
    day = masked.under(cell.start, cell.end, "Δ")
    if "subject" not in have and (named := TRAINING.match(masked.text, cell.start, cell.end)):
        return subject_of(masked, named, cell.start, cell.end) + masked.fields("date", day[:1])
    if day and "date" not in have:
        return masked.fields("date", day[:1])
    if re.match(r"(?:dla|grupa:)\s", text):
        begin = cell.start + text.index(" ") + 1
        return [Field("audience", masked.words(begin, cell.end), begin, cell.end, 0.8)]
    named_there = _names_of_cell(masked, cell, have)
    if named_there or "subject" in have:
        return named_there
    bracket = re.search(r"\s\(dla (?P<for>[^()]{3,60})\)$", text)
    if bracket:
        at = cell.start + bracket.start("for")
        return [
            *_value(masked, "subject", Cell(cell.start, cell.start + bracket.start())),
            Field("audience", masked.words(at, cell.end - 1), at, cell.end - 1, 0.8),
        ]
    is_free = re.search(r"[^\W\d_]{4}|Θ", text) and not re.match(r"\d+ (?:godz|h|dni)", text)
    return _value(masked, "subject", cell) if is_free else []


def _names_of_cell(masked: Masked, cell: Cell, have: set[str]) -> list[Field]:
    text = masked.text[cell.start : cell.end]
    number, place, body = (masked.under(cell.start, cell.end, sign) for sign in ("Ν", "Λ", "ΩΥ"))
    if number and _are_people(number[0]):
        return masked.fields("participants", number[:1]) + _of_people(masked, number[0], "audience" in have)
    if place and re.fullmatch(r"(?:[a-ząćęłńóśźż]+\s+){0,4}(?:we?\s+)?Λ+", text):
        return masked.fields("place", place[:1])
    if body and "organiser" not in have and "subject" in have:
        return masked.fields("organiser", body[:1], 0.8)
    if "subject" in have and re.fullmatch(r"\d{1,3}", text):
        return [Field("participants", int(text), cell.start, cell.end, 0.7)]
    return []


# Told in sentences


def _told(masked: Masked, match: re.Match[str], start: int, end: int) -> list[Field]:
    """Gather what the training's own sentence says, then what the sentences after it add, then the one before."""
    fields = subject_of(masked, match, start, end)
    own = own_span(masked, match, start, end)
    alone = own == (start, end)
    spans = [own, *(going_on(masked, masked.document.sentence_number(start)) if alone else [])]
    if not fields:
        fields = [one for span in spans[1:] for one in subject_later(masked, span)][:1]
    fields += [] if any(one.name == "audience" for one in fields) else _audience(masked, start, end)
    for begin, stop in [*spans, *(before(masked, start) if alone else [])]:
        fields += _said_in(masked, begin, stop, fields)
    if not any(one.name == "date" for one in fields):
        fields += day_around(masked, start, end)
    fields = exact(masked, fields, spans)
    if not any(one.name == "audience" for one in fields):
        fields += next((found for span in spans if (found := _audience(masked, *span))), [])
    if not any(one.name == "place" for one in fields):
        fields += rubric(masked, start)
    again = AGAIN.search(masked.text, start, end)
    return [Field("again", True, *again.span()), *fields] if again else fields


def _told_in_turn(masked: Masked, match: re.Match[str]) -> list[Field]:
    """Read "Pierwsze, z pisania wniosków, poprowadzi Δ Ω" after a sentence that counts trainings."""
    start, end = masked.sentence(match.start())
    number = masked.document.sentence_number(start)
    above = next(
        (
            one
            for one in reversed(masked.sentences[max(0, number - 3) : number])
            if one[2] == masked.sentences[number][2] and not IN_TURN.match(masked.text, one[0])
        ),
        None,
    )
    counted = above is not None and TRAINING.search(masked.document.text, *above[:2])
    if not counted or TRAINING.search(masked.text, start, end) or not masked.under(start, end, "Δ"):
        return []
    span = match.span("subject")
    fields = [Field("subject", masked.words(*span).strip('„”"'), *span, 0.75)]
    for begin, stop in [(match.end(), end), *going_on(masked, number)]:
        fields += _said_in(masked, begin, stop, fields)
    return fields


def _said_in(masked: Masked, start: int, end: int, fields: list[Field]) -> list[Field]:
    """Return what a sentence adds: the day, the place, how many learn, who holds it."""
    have = {one.name for one in fields}
    more = day_of(masked, start, end) if "date" not in have else []
    more += _place(masked, start, end, [*fields, *more]) if "place" not in have else []
    more += _people(masked, start, end, "audience" in have) if "participants" not in have else []
    return more + (_organiser(masked, start, end, ORGANISERS) if "organiser" not in have else [])


def _place(masked: Masked, start: int, end: int, fields: list[Field]) -> list[Field]:
    for scene in scenes_in(masked, start, end):
        if scene.has("date") and scene.has("place"):
            return [one for one in scene.fields if one.name == "place"]
    found = place_of(masked, start, end, [*venue_in(masked, start, end), *fields])
    if found:
        return found
    line = re.compile(r"[(,]\s*(?P<place>Λ+)\s*[,)]|Δ+,\s+(?P<after>Λ+)|\bdo\s+(?P<to>Λ+)").search(
        masked.text, start, end
    )
    return masked.fields("place", masked.under(*line.span(line.lastgroup or 0), "Λ")[:1]) if line else []


def _people(masked: Masked, start: int, end: int, has_audience: bool) -> list[Field]:
    for sign in masked.under(start, end, "Ν"):
        count = sign.thing
        if GOT_WORK.search(masked.text[max(start, sign.start - 60) : sign.start]):
            continue
        if APPLIED.match(masked.text, sign.end) or IN_ALL.search(
            masked.text, max(start, sign.start - 60), sign.start
        ):
            continue
        if not _are_people(sign) or count.percent or not isinstance(count.value, int):
            continue
        return [
            Field("participants", count.value, sign.start, sign.end, 0.8),
            *_of_people(masked, sign, has_audience),
        ]
    return []


def _of_people(masked: Masked, sign: Sign, has_audience: bool) -> list[Field]:
    """Return who the counted people are: "rolników", "osób bezrobotnych", "mieszkańców osiedli"; "osób" alone says nothing."""
    counts = sign.thing.counts
    begin, end = sign.end - len(counts), sign.end
    more = re.compile(r"(?:\s+[a-ząćęłńóśźż]+){1,2}").match(masked.text, end)
    for word in more.group().split() if more else []:
        if (
            not can_be(word, "gen")
            or any(r.kind == "fin" for r in known(word))
            or word in ("z", "w", "na", "do", "od", "i")
        ):
            break
        end = masked.text.index(word, end) + len(word)
    meant = " " in counts or MEANT_FOR.search(masked.text[max(0, sign.start - 30) : sign.start])
    if has_audience or not (end > sign.end or (meant and PEOPLE.search(counts))):
        return []
    return [Field("audience", masked.words(begin, end), begin, end, 0.7)]


def _are_people(sign: Sign) -> bool:
    return counts_people(sign.thing.counts) or sign.thing.counts.lower().startswith("miejsc")


def _audience(masked: Masked, start: int, end: int) -> list[Field]:
    for match in masked.search(AUDIENCE, start, end):
        if not masked.under(match.end(), match.end() + 1, "ΝΩ"):
            begin, stop = clipped(masked, *clause(masked, match.end(), longest=80, until="ΔΘΝ"))
            acts = [one.start for one in masked.under(begin, stop, "Ω") if part_of(masked, one) == SUBJECT]
            stop = min([stop, *acts])  # "przygotowało dla organizacji pozarządowych Ω": who acts
            about = ABOUT.search(masked.text, begin, stop)
            stop = about.start() if about and about.start() > begin else stop
            if stop - begin > 3:
                return [Field("audience", masked.words(begin, stop).strip(), begin, stop, 0.7)]
    return []


def _organiser(masked: Masked, start: int, end: int, rules: tuple[re.Pattern[str], ...]) -> list[Field]:
    for rule in rules:
        for match in masked.search(rule, start, end):
            signs: list[Sign] = masked.under(*match.span("who"), "ΩΥΦ")
            if signs:
                return masked.fields("organiser", signs, 0.8)
    return []
