"""Trainings told one after another in one sentence, each with its day: in quotation marks, or with the day in brackets."""

import re
from collections.abc import Iterator

from spoiwo.reading.facts.clauses import clause
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, pattern
from spoiwo.reading.facts.scenes import scene_at, scenes_in
from spoiwo.reading.facts.training_days import day_of
from spoiwo.reading.facts.training_words import TRAINING
from spoiwo.reading.facts.words import counts_people

_LIST = pattern(r"\b(?:kurs(?:y|ów|ach)|szkole(?:nia|ń|niach))\b[^:.;\n]{0,60}:")
_ITEM = pattern(
    r"(?:[:,]|\bi|\boraz|\ba także)\s+(?P<subject>[^\W\d][^(),:;.\n]{2,70}?)\s\((?P<told>[^()]*Δ[^()]*)\)"
)
_COUNTED = pattern(
    r"\b(?:dwa|trzy|cztery|pięć|dwóch|trzech|czterech|dwie) (?:grup\w+ |edycj\w+ )?(?P<noun>kurs(?:y|ów|u)|szkole(?:nia|ń))\b(?! Θ)"
)
_FIRST = pattern(r"(?:pierwsz|jed)\w{1,3}\b")
_IN_EACH = pattern(r"(?:w|na|do) każd\w+\b")
_SHORTEST = 4  # characters of a subject
_JOINT = pattern(r"(?:i|oraz|a także)\s+")


def in_brackets(masked: Masked) -> Iterator[list[Field]]:
    """Read "kursy: fryzjerski (maj 2018, 10 osób), florystyki (…)"; a single one in brackets is no list."""
    for above in _LIST.finditer(masked.document.text):  # "trzy kursy" is a number to the masks
        _start, end = masked.sentence(above.start())
        items = list(masked.search(_ITEM, above.end() - 1, end))
        for item in items if len(items) > 1 else []:
            begin, stop = item.span("subject")
            joint = _JOINT.match(masked.text, begin, stop)
            begin = joint.end() if joint else begin
            said = day_of(masked, *item.span("told"))
            heads = [s for s in masked.under(*item.span("told"), "Ν") if counts_people(s.thing.counts)]
            yield [
                Field("subject", masked.words(begin, stop).strip('„”"'), begin, stop, 0.8),
                *said,
                *masked.fields("participants", heads[:1], 0.8),
                *masked.fields("place", masked.under(*item.span("told"), "Λ")[:1], 0.8),
            ]


_DAY_FIRST = pattern(
    r"(?:[:,;]|\bi|\boraz|\ba także) (?:we? Λ+,? )?(?P<day>Δ+)(?: we? Λ+)? [–-] (?P<subject>[^\W\d][^(),:;.ΔΩ\n]{2,70}?)(?= ?[(,;.]| (?:i|oraz|a także) Δ)(?: ?\((?P<told>[^()]{2,60})\))?"
)


def after_days(masked: Masked) -> Iterator[list[Field]]:
    """Read "Szkolenia: 5 marca – obsługa kas (12 osób), 19 marca – faktury": each after its day."""
    for above in _LIST.finditer(masked.document.text):
        _start, end = masked.sentence(above.start())
        items = list(masked.search(_DAY_FIRST, above.end() - 1, end))
        for item in items if len(items) > 1 else []:
            told = item.span("told") if item["told"] else (0, 0)
            heads = [s for s in masked.under(*told, "Ν") if counts_people(s.thing.counts)]
            yield [
                Field(
                    "subject", masked.words(*item.span("subject")).strip('„”"'), *item.span("subject"), 0.8
                ),
                *masked.fields("date", masked.under(*item.span("day"), "Δ")[:1], 0.8),
                *masked.fields("place", masked.under(*item.span(), "Λ")[:1], 0.8),
                *masked.fields("participants", heads[:1], 0.8),
            ]


def in_quotes(masked: Masked) -> list[list[Field]]:
    """Read "szkolenia: Θ – Δ oraz Θ – Δ" in one sentence."""
    found = []
    for match in masked.search(re.compile(r"Θ+\s*(?:[–-]|\(|,|w\s+dni\w+)\s*Δ+")):
        start, _end = masked.sentence(match.start())
        if len(masked.under(*masked.sentence(match.start()), "Θ")) > 1 and TRAINING.search(
            masked.text, start, match.start()
        ):
            signs = masked.under(*match.span())
            scene = (
                scene_at(masked, signs[1].start, masked.sentence(match.start())[1])
                if len(signs) > 1
                else None
            )
            place = [one for one in scene.fields if one.name == "place"] if scene else []
            found.append([*masked.fields("subject", signs[:1]), *masked.fields("date", signs[1:2]), *place])
    return found


def in_ordinals(masked: Masked) -> Iterator[list[Field]]:
    """Read "dwa kursy przycinania drzew. Pierwszy ruszy Δ w Λ, drugi Δ w Λ": the subject is said once."""
    for counted in _COUNTED.finditer(masked.document.text):
        number = masked.document.sentence_number(counted.start()) + 1
        if masked.document.text[counted.end() : counted.end() + 1] in (".", ":"):
            yield from _each_of_own(masked, number)
            continue
        begin, stop = clause(masked, counted.end() + 1)
        if number >= len(masked.sentences) or stop - begin < _SHORTEST:
            continue
        start, end, _paragraph = masked.sentences[number]
        scenes = [one for one in scenes_in(masked, start, end) if one.has("date")]
        if len(scenes) < 2 or not _FIRST.match(masked.text, start, end):
            continue
        heads = [
            s for s in masked.under(end, _next_end(masked, number), "Ν") if counts_people(s.thing.counts)
        ]
        each = masked.fields("participants", heads[:1], 0.75) if _IN_EACH.match(masked.text, end + 1) else []
        subject = Field("subject", masked.words(begin, stop), begin, stop, 0.8)
        for scene in scenes:
            yield [subject, *(one for one in scene.fields if one.name in ("date", "place")), *each]


_OWN = pattern(
    r"\b(?:pierwsz|drug|trzeci|czwart|kolejn|ostatni)\w{1,3}(?: (?:kurs|szkolenie))? ?(?:,|[–-]) (?:z (?:zakresu )?|o |na temat |poświęcon\w+ )?(?P<subject>[^.,;ΔΛ]{4,80}?) ?(?:,|[–-]) "
)


_FIRST_COURSE = pattern(r"pierwsz[ye] (?:kurs|szkolenie) ?(?:,|[–-]) ")


def told_by_ordinals(masked: Masked) -> list[tuple[int, list[Field]]]:
    """Return the trainings of "Pierwszy kurs – motorowodny – ruszy Δ, kolejny, z przetwórstwa, Δ", with their sentence."""
    found = []
    for number, (start, end, _paragraph) in enumerate(masked.sentences):
        if _FIRST_COURSE.match(masked.text, start, end):
            each = [*_each_of_own(masked, number)]
            found += [(start, fields) for fields in each] if len(each) > 1 else []
    return found


def _each_of_own(masked: Masked, number: int) -> Iterator[list[Field]]:
    """Read "cztery szkolenia. Pierwsze, z pisania wniosków, odbyło się Δ w Λ, drugie – z promocji – Δ w Λ"."""
    if number >= len(masked.sentences):
        return
    start, end, _paragraph = masked.sentences[number]
    parts = [*masked.search(_OWN, start, end)]
    for at, part in enumerate(parts):
        stop = parts[at + 1].start() if at + 1 < len(parts) else end
        scene = next((one for one in scenes_in(masked, part.end(), stop) if one.has("date")), None)
        if scene:
            subject = Field(
                "subject", masked.words(*part.span("subject")).strip('„”"'), *part.span("subject"), 0.75
            )
            yield [subject, *(one for one in scene.fields if one.name in ("date", "place"))]


def _next_end(masked: Masked, number: int) -> int:
    return masked.sentences[min(number + 1, len(masked.sentences) - 1)][1]
