"""Days, localities and halls told one beside another: "22 listopada (Bardo, sala narad)", "15 lipca – Cisek, świetlica"."""

import re
from dataclasses import dataclass, field

from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.halls import hall_at
from spoiwo.reading.facts.masks import SIGNS, Masked

_HOUR = re.compile(
    r"(?:(?:od|o|w)\s+)?(?:godz(?:\.|in\w+|\b)\s*)?\d{1,2}[.:]\d\d(?:\s*[–-]\s*\d{1,2}[.:]\d\d)?(?!\d)|"
    r"(?:(?:od|o|w)\s+)?godz(?:\.|in\w+)?\s*\d{1,2}(?:\s*[–-]\s*\d{1,2})?(?:[.:]\d\d)?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:we?\s+)?(?:poniedziałek|wtorek|środ[aęy]|czwart(?:ek|ku)|piąt(?:ek|ku)|sobot[aęy]|niedziel[aęi])\b",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?:przy\s+)?(?:ul|al|pl|os)\.\s+[^,;()\n]{2,40}?(?:\s\d+\w?(?:/\d+)?|(?=[,;).\n]|$))", re.IGNORECASE
)
_PLACE = re.compile(r"(?:we?\s+|do\s+)?(?P<place>Λ+)(?![ΛΩ])")
_BODY = re.compile(r"(?:we?\s+)?(?P<body>Ω+)")
_IN = re.compile(r"(?:we?|na)\s+(?=[^\W\d_])", re.IGNORECASE)
_JOINT = re.compile(r"[^\S\n]*[,(–—:|-][^\S\n]*|\)[^\S\n]*[,–—-]?[^\S\n]*|[^\S\n]+|\n(?=[wW]e?\s)")
_NO_VENUE = ("ministerstwo", "samorząd", "rada", "firma", "fundacja", "stowarzyszenie")


@dataclass
class Scene:
    """What stands side by side: its span, the day, and the fields of place and venue."""

    start: int
    end: int = 0
    fields: list[Field] = field(default_factory=list)

    def has(self, name: str) -> bool:
        return any(one.name == name for one in self.fields)


def scene_at(masked: Masked, at: int, end: int) -> Scene | None:
    """Return the scene that begins at an offset; a second day, or a second place, begins another scene."""
    scene = Scene(at, at)
    place = at
    while place < end:
        stop, fields = _item(masked, place, end)
        if place > at + 1 and masked.text[place] == "Ω" and masked.text[place - 2] in SIGNS:
            break  # "w Rzeszowie Ω otrzymała …": who acts there
        if stop == place or any(scene.has(one.name) for one in fields):
            break
        scene.fields += fields
        scene.end = stop
        joint = _JOINT.match(masked.text, stop, end)
        if not joint:
            break
        place = joint.end()
    return scene if scene.fields else None


def _item(masked: Masked, at: int, end: int) -> tuple[int, list[Field]]:
    """Return where one item of a scene ends, and its fields; the same offset where none begins."""
    for rule in (_HOUR, _WEEKDAY, _STREET):
        match = rule.match(masked.text, at, end)
        if match:
            return match.end(), []
    if masked.text[at] == "Δ":
        sign = masked.under(at, at + 1, "Δ")
        return (sign[0].end, _days(masked, at)) if sign else (at, [])
    place = _PLACE.match(masked.text, at, end)
    if place:
        signs = [
            s
            for s in masked.under(*place.span("place"), "Λ")
            if s.thing.unit in ("town", "village", "commune")
        ]
        return (place.end(), masked.fields("place", signs[:1])) if signs else (at, [])
    return _venue(masked, at, end)


def _days(masked: Masked, at: int) -> list[Field]:
    sign = masked.under(at, at + 1, "Δ")[0]
    if not sign.thing.is_day:
        return []
    last = sign.thing.end_value
    return [masked.field("date", sign), *([Field("end_date", last, sign.start, sign.end)] if last else [])]


def _venue(masked: Masked, at: int, end: int) -> tuple[int, list[Field]]:
    body = _BODY.match(masked.text, at, end)
    if body:
        sign = masked.under(*body.span("body"), "Ω")
        if not sign or getattr(sign[0].thing, "kind", "") in _NO_VENUE:
            return at, []
        return body.end(), [masked.field("venue", sign[0], 0.8), *_town(masked, sign[0].start, sign[0].end)]
    lead = _IN.match(masked.text, at, end)
    hall = hall_at(masked, lead.end() if lead else at, end)
    if not hall:
        return at, []
    return hall.end, [
        Field("venue", hall.name, hall.start, hall.end, 0.8),
        *_town(masked, hall.start, hall.end),
    ]


def _town(masked: Masked, start: int, end: int) -> list[Field]:
    """Return the locality a hall's own name tells."""
    for place in masked.reader.places:
        if start <= place.start < end and place.unit in ("town", "village"):
            return [Field("place", place.name, place.start, place.end, 0.8)]
    return []


def scenes_in(masked: Masked, start: int, end: int) -> list[Scene]:
    """Return the scenes of a stretch of text, in order, each with at least two fields or in brackets of its own."""
    found: list[Scene] = []
    at = start
    for match in re.finditer(
        r"(?<![^\W_])(?:[ΔΛ]|we?\s+Λ|(?:(?<=\()|(?<=:\s))[^\W\d_])", masked.text[start:end]
    ):
        begin = start + match.start()
        if begin < at:
            continue
        scene = scene_at(masked, begin, end)
        if scene and (len(scene.fields) > 1 or masked.text[begin - 1 : begin] == "("):
            found.append(scene)
            at = scene.end
    return found
