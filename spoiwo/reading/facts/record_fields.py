"""What the labels of a record say, as the fields of a kind: names, days, sums and free words read from the values."""

import re
from collections.abc import Callable

from spoiwo.reading.facts.clauses import parts
from spoiwo.reading.facts.fact import Field, Kind
from spoiwo.reading.facts.masks import Masked
from spoiwo.reading.facts.naming import nominative
from spoiwo.reading.facts.project_words import PROGRAMME
from spoiwo.reading.facts.records import Record, Value, under
from spoiwo.reading.facts.words import counts_people

_SURE = 0.9
_STREET = re.compile(r",?\s+(?:przy\s+)?(?:ul|al|pl|os)\.\s")
_NOTHING = re.compile(r"(?:brak|nie dotyczy|[-–—])$", re.IGNORECASE)
_MEASURE = re.compile(r"(?:nr\s+)?(?P<number>\d+(?:\.\d+){0,3}|[IVX]+)\b")


def fields_of(masked: Masked, record: Record, kind: Kind) -> list[Field]:
    """Return the fields of one kind a record's labels fill, in the order of its lines."""
    readers = _READERS[kind]
    found = []
    for value in record.values:
        told = masked.words(value.start, value.end)
        if value.name in readers and not _NOTHING.match(told):
            name, read = readers[value.name]
            found += read(masked, name, value)
    return found


_Read = Callable[[Masked, str, Value], list[Field]]


def _words(masked: Masked, name: str, value: Value) -> list[Field]:
    """Return free words as they stand: the quotation where there is one, each item of a list."""
    quotes = under(masked, [value], "Θ")
    if quotes and quotes[0].start - value.start < 12:
        return masked.fields(name, quotes[:1])
    start, end = value.spans[0]
    cut = re.compile(r"\s\(|;\s").search(masked.text, start, end)
    end = cut.start() if cut else end
    return [Field(name, masked.words(start, end).strip('„”"«»'), start, end, _SURE)] if end > start else []


def _programme(masked: Masked, name: str, value: Value) -> list[Field]:
    if len(value.spans) > 1:
        return []  # what happens at an event, point by point
    known = PROGRAMME.search(masked.document.text, *value.spans[0])
    if known and known.start() == value.start:
        return []  # read with its measure, wherever it stands
    return _words(masked, name, value)


def _enumerated(masked: Masked, name: str, value: Value) -> list[Field]:
    spans = value.spans if len(value.spans) > 1 else parts(masked, *value.spans[0])
    return [Field(name, masked.words(*span).rstrip(".;,"), *span, 0.8) for span in spans]


def _items(masked: Masked, name: str, value: Value) -> list[Field]:
    spans = value.spans
    if len(spans) == 1:  # in one line: its first sentence, part by part
        begin, stop = spans[0]
        spans = tuple(parts(masked, begin, min(stop, masked.sentence(begin)[1])))
    return [Field(name, masked.words(*span).rstrip(".;,"), *span, 0.8) for span in spans]


def _bodies(masked: Masked, name: str, value: Value) -> list[Field]:
    return masked.fields(name, under(masked, [value], "ΩΥΦ"), _SURE)


def _body(masked: Masked, name: str, value: Value) -> list[Field]:
    return _bodies(masked, name, value)[:1]


def _winner(masked: Masked, name: str, value: Value) -> list[Field]:
    return masked.fields(name, (under(masked, [value], "ΩΥ") or under(masked, [value], "Π"))[:1], _SURE)


def _people(masked: Masked, name: str, value: Value) -> list[Field]:
    return masked.fields(name, under(masked, [value], "Π"), _SURE)


def _person(masked: Masked, name: str, value: Value) -> list[Field]:
    return _people(masked, name, value)[:1]


def _money(masked: Masked, name: str, value: Value) -> list[Field]:
    sums = [s for s in under(masked, [value], "Ν") if s.thing.counts.lower().startswith(("zł", "pln"))]
    return masked.fields(name, sums[:1], _SURE)


def _days(masked: Masked, name: str, value: Value) -> list[Field]:
    """Return the first day and the last: "1 V 2009 – 30 IX 2010", "od lipca 2009 do czerwca 2011", "2009/2010"."""
    signs = under(masked, [value], "Δ")
    if not signs:
        return []
    if name == "end_date":
        return masked.fields(name, signs[:1], _SURE)
    fields = masked.fields("date", signs[:1], _SURE)
    if signs[0].thing.end_value:
        fields.append(Field("end_date", signs[0].thing.end_value, signs[0].start, signs[0].end, _SURE))
    elif len(signs) > 1 and re.search(r"[–—-]|\bdo\b", masked.text[signs[0].end : signs[1].start]):
        fields += masked.fields("end_date", signs[1:2], _SURE)
    return fields


def _count(masked: Masked, name: str, value: Value) -> list[Field]:
    for sign in under(masked, [value], "Ν"):
        if isinstance(sign.thing.value, int) and not sign.thing.percent:
            return [Field(name, sign.thing.value, sign.start, sign.end, _SURE)]
    digits = re.compile(r"(?:do |ok\. |około |ponad )?(?P<number>\d{1,4})\b").match(
        masked.document.text, value.start
    )
    return [Field(name, int(digits["number"]), *digits.span("number"), 0.85)] if digits else []


def _scene(masked: Masked, name: str, value: Value) -> list[Field]:
    """Return the venue, where the words begin with a building or a hall, and the locality named with it."""
    start, end = value.spans[0]
    end = min(end, max(start + 1, masked.sentence(start)[1]))
    street = _STREET.search(masked.text, start, end)
    end = street.start() if street and street.start() > start else end
    places = [s for s in under(masked, [value], "Λ") if s.thing.unit in ("town", "village", "commune")]
    inner = [p for p in masked.reader.places if start <= p.start < end and p.unit in ("town", "village")]
    fields = [Field("place", p.name, p.start, p.end, 0.85) for p in inner[:1]] or masked.fields(
        "place", places[:1]
    )
    lead = places[0].start == start if places else False
    if name == "place" or (lead and masked.text[places[0].end : end].strip() == ""):
        return fields
    begin = places[0].end if lead else start
    while begin < end and masked.text[begin] in " ,–-":
        begin += 1
    stop = (
        places[-1].start if places and not lead and masked.text[places[-1].end : end].strip() == "" else end
    )
    comma = masked.text[begin:stop].rstrip().endswith(",")
    stop = stop if comma else end
    words = masked.words(begin, stop).rstrip(" ,.")
    return [*([Field("venue", _in_nominative(words), begin, stop, 0.8)] if len(words) > 3 else []), *fields]


def _in_nominative(words: str) -> str:
    """Return "w świetlicy szkolnej" as "świetlica szkolna"; what stands in the nominative already stays."""
    bare = re.sub(r"^(?:we?|na)\s+", "", words)
    return (nominative(bare.split(), 0) or bare) if bare != words else words


def _measure(masked: Masked, name: str, value: Value) -> list[Field]:
    match = _MEASURE.match(masked.text, value.start)
    return (
        [Field(name, f"{value.label.capitalize()} {match['number']}", *match.span(), 0.85)] if match else []
    )


def _edition(masked: Masked, name: str, value: Value) -> list[Field]:
    roman = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
    words = masked.words(value.start, value.end).split(" ")[0].rstrip(".")
    number = int(words) if words.isdigit() and len(words) < 5 else roman.get(words)
    return [Field(name, number, value.start, value.end, 0.85)] if number else []


def _came(masked: Masked, name: str, value: Value) -> list[Field]:
    people = [
        s
        for s in under(masked, [value], "Ν")
        if counts_people(s.thing.counts) or s.thing.counts[:4].lower() in value.label
    ]
    return masked.fields(name, people[:1], _SURE)


def _audience(masked: Masked, name: str, value: Value) -> list[Field]:
    return _words(masked, name, value)


_WHEN: dict[str, tuple[str, _Read]] = {"date": ("date", _days), "end_date": ("end_date", _days)}
_READERS: dict[Kind, dict[str, tuple[str, _Read]]] = {
    Kind.PROJECT: _WHEN
    | {
        "project": ("name", _words),
        "title": ("name", _words),
        "name": ("name", _words),
        "lead": ("lead", _body),
        "partner": ("partner", _bodies),
        "value": ("value", _money),
        "programme": ("programme", _programme),
        "measure": ("measure", _measure),
        "result": ("result", _items),
        "for": ("target_group", _words),
    },
    Kind.MEETING: _WHEN
    | {
        "meeting": ("title", _words),
        "title": ("title", _words),
        "name": ("topic", _words),
        "subject": ("topic", _words),
        "place": ("venue", _scene),
        "organiser": ("organiser", _bodies),
        "came": ("came", _came),
        "invited": ("invited", _count),
        "speaker": ("speaker", _people),
        "for": ("audience", _enumerated),
    },
    Kind.TRAINING: {
        "training": ("subject", _words),
        "title": ("subject", _words),
        "name": ("subject", _words),
        "subject": ("subject", _words),
        "date": ("date", lambda masked, name, value: _days(masked, name, value)[:1]),
        "place": ("place", _scene),
        "organiser": ("organiser", _bodies),
        "lead": ("organiser", _bodies),
        "places": ("participants", _count),
        "for": ("audience", _audience),
    },
    Kind.AGREEMENT: {
        "subject": ("subject", _words),
        "name": ("subject", _words),
        "date": ("date", lambda masked, name, value: _days(masked, name, value)[:1]),
        "place": ("place", _scene),
        "party": ("party", _bodies),
    },
    Kind.AWARD: {
        "contest": ("contest", _words),
        "laureate": ("laureate", _winner),
        "title": ("title", _words),
        "category": ("category", _words),
        "edition": ("edition", _edition),
        "received": ("received_by", _person),
        "practice": ("practice", _words),
        "date": ("date", lambda masked, name, value: _days(masked, name, value)[:1]),
        "place": ("place", _scene),
        "patron": ("patron", _bodies),
        "organiser": ("organiser", _body),
    },
}
