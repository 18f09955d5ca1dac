"""Trainings: in what, from which day, where, by whom, for how many and for whom."""

import re

from spoiwo.reading.facts.clauses import clause
from spoiwo.reading.facts.events import can_date
from spoiwo.reading.facts.fact import Fact, Field, Kind, confidence, spanning
from spoiwo.reading.facts.masks import ACTORS, Masked, pattern
from spoiwo.reading.facts.venues import place_of, venue_in

_TRAINING = pattern(r"\b(?P<noun>szkoleni(?:e|a|u|em)|kurs(?:u|em|ie)?)\b")
_TITLE = pattern(r"(?: dla (?P<for>[\w ]{3,60}?))?(?: (?:pn\.|pt\.|pod nazwą|pod tytułem))? ?(?P<name>Θ+)")
_SUBJECT = pattern(
    r"(?: dla (?P<for>[^.,Θ]{3,60}?))?,? (?:z zakresu|na temat|dotycząc\w{1,3}|w zakresie|obejmując\w{1,3}|z obsługi|(?P<of>(?=(?:opiekun|operator|spawacz|kucharz|sprzedawc|kasjer|fryzjer|księgow|obsługi|grafik|magazynier|palacz|kierowc|pilarz|florysty|przedsiębiorczo)|języka |komputerow|prawa jazdy))) ?(?P<words>)"
)
_FOR = pattern(r" dla (?P<words>(?:Ν+ )?)")
_PLACE_LABEL = pattern(r"\bmiejsce: (?P<place>Λ+)")
_LATER = pattern(
    r"(?:liczba miejsc|organizator\w*|zorganizował\w*|poprowadz\w+|wzięło|wzięli|udział|uczestniczył\w*|przewidziano|obejmie|ukończył\w*|przeszkolon\w+)"
)
_PLANNED = pattern(r"\b(?:o terminie|odrębnie|planowane, |termin\w* nie)\b")
_ORGANISERS = (
    pattern(r"^(?P<who>Ω+)[^.]{0,250}?\b(?:organizował|prowadził|przeprowadził|zorganizował)\w* szkoleni"),
    pattern(rf"\borganizator(?:em)?(?: \w+)?(?: jest| był[ay]?)?:? (?:firma )?(?P<who>{ACTORS})"),
    pattern(
        rf"\b(?:zorganizował[aoy]?|przeprowadził[aoy]?|organizuje|poprowadzi) (?:je |go |szkoleni\w )?(?P<who>{ACTORS})"
    ),
    pattern(rf"\b(?:zorganizowan\w+|prowadzon\w+|przeprowadzon\w+|organizowan\w+) przez (?P<who>{ACTORS})"),
    pattern(
        rf"(?P<who>{ACTORS}) (?:zorganizował[aoy]?|przeprowadził[aoy]?|organizuje|zaprasza na|prowadzi) (?:\w+ )?(?:szkoleni|kurs)"
    ),
)


def find_trainings(masked: Masked) -> list[Fact]:
    """Return the trainings of a text that have a subject and a day, a place or a number of people."""
    found: dict[tuple[object, object], Fact] = {}
    for match in masked.search(_TRAINING):
        start, end = masked.sentence(match.start())
        if _PLANNED.search(masked.text, start, end):
            continue
        fields = _read(masked, match, start, end)
        names = {one.name for one in fields}
        if "subject" in names and names & {"date", "participants"}:
            fact = spanning(Kind.TRAINING, fields, confidence(Kind.TRAINING, "date" in names))
            found.setdefault((fact.get("subject"), fact.get("date")), fact)
    return list(found.values())


def _read(masked: Masked, match: re.Match[str], start: int, end: int) -> list[Field]:
    fields = _subject(masked, match, end)
    if not fields:
        return []
    days = [sign for sign in masked.under(start, end, "Δ") if can_date(masked, sign)]
    fields += masked.fields("date", days[:1])
    place = place_of(masked, start, end, [*venue_in(masked, start, end), *fields])
    labelled = next(masked.search(_PLACE_LABEL, start, end), None)
    fields += place or (masked.fields("place", masked.under(*labelled.span("place"))[:1]) if labelled else [])
    number = masked.document.sentence_number(start)
    spans = [(start, end), *_going_on(masked, number)]
    if number and _TRAINING.search(masked.text, *masked.sentences[number - 1][:2]):
        before = masked.sentences[number - 1]
        other = next(masked.search(_TRAINING, *before[:2]))
        if before[2] == masked.sentences[number][2] and not _subject(masked, other, before[1]):
            spans.append(before[:2])
    for begin, stop in spans:
        fields += _people(masked, begin, stop, {one.name for one in fields})
        fields += _organiser(masked, begin, stop, {one.name for one in fields})
    return fields


def _going_on(masked: Masked, number: int) -> list[tuple[int, int]]:
    """Return the sentences of the paragraph that go on about the training: who came, who held it."""
    found = []
    for begin, stop, paragraph in masked.sentences[number + 1 : number + 4]:
        other = _TRAINING.search(masked.text, begin, stop)
        if paragraph != masked.sentences[number][2] or (other and _subject(masked, other, stop)):
            break
        if other or _LATER.search(masked.text, begin, stop):
            found.append((begin, stop))
    return found


def _subject(masked: Masked, match: re.Match[str], end: int) -> list[Field]:
    fields: list[Field] = []
    title = _TITLE.match(masked.text, match.end(), end)
    if title:
        fields = masked.fields("subject", masked.under(*title.span("name"))[:1])
        found: re.Match[str] | None = title
    else:
        found = _SUBJECT.match(masked.text, match.end(), end)
        if not found:
            return []
        start, stop = clause(masked, found.end(), until="ΔΝ")
        audience = re.search(r"\s+dla\s", masked.document.text[start:stop])
        stop = start + audience.start() if audience else stop
        if stop - start < 4:
            return []
        fields = [Field("subject", masked.words(start, stop), start, stop, 0.8)]
    if found is not None and found["for"]:
        begin, stop = found.span("for")
        fields.append(Field("audience", masked.words(begin, stop), begin, stop, 0.75))
    return fields


def _people(masked: Masked, start: int, end: int, have: set[str]) -> list[Field]:
    fields: list[Field] = []
    for sign in masked.under(start, end, "Ν"):
        count = sign.thing
        person = re.search(
            r"os[oó]b|uczestni|miejsc|pracownik|kobiet|bezrobotn|rolnik|nauczyciel|informaty|specjalist|młod|mężczyzn|pracodawc|słuchacz",
            count.counts,
        )
        if not person or count.percent or not isinstance(count.value, int) or "participants" in have:
            continue
        fields.append(Field("participants", count.value, sign.start, sign.end, 0.8))
        have = have | {"participants"}
        generic = re.match(r"os[oó]b|uczestni|miejsc", count.counts)
        if not generic and "audience" not in have:
            begin = sign.end - len(count.counts)
            fields.append(Field("audience", masked.words(begin, sign.end), begin, sign.end, 0.7))
    if "audience" not in have and not any(one.name == "audience" for one in fields):
        for match in masked.search(pattern(r"(?:szkoleni\w+|kursu?)[^.]{0,80}? dla (?P<words>)"), start, end):
            if not masked.under(match.end(), match.end() + 1, "Ν"):
                begin, stop = clause(masked, match.end(), longest=80, until="ΔΘΝ")
                fields.append(Field("audience", masked.words(begin, stop), begin, stop, 0.7))
    return fields


def _organiser(masked: Masked, start: int, end: int, have: set[str]) -> list[Field]:
    if "organiser" in have:
        return []
    for rule in _ORGANISERS:
        for match in _within(masked, rule, start, end):
            return masked.fields("organiser", masked.under(*match.span("who"), "ΩΥΦ"), 0.8)
    return []


def _within(masked: Masked, rule: re.Pattern[str], start: int, end: int) -> list[re.Match[str]]:
    """Return the first match in a sentence; "^" stands for its beginning."""
    if rule.pattern.startswith("^"):
        match = re.compile(rule.pattern[1:], rule.flags).match(masked.text, start, end)
    else:
        match = rule.search(masked.text, start, end)
    return [match] if match else []
