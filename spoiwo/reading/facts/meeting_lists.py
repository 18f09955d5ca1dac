"""Several meetings of one kind told at once, each with its day and its place: in a sentence, in lines, one after another."""

import re

from spoiwo.reading.facts.event_lines import TRAINING
from spoiwo.reading.facts.event_words import CANCELLED, NOUN
from spoiwo.reading.facts.events import EVENT, WORDS, form_of
from spoiwo.reading.facts.fact import Fact, Field, Kind, confidence, spanning
from spoiwo.reading.facts.masks import Masked, pattern
from spoiwo.reading.facts.meeting_audience import for_whom, of_whom, with_whom
from spoiwo.reading.facts.meeting_numbers import counts_people_here
from spoiwo.reading.facts.scenes import Scene, scenes_in
from spoiwo.reading.facts.words import is_finite

_STEMS = (
    (r"spotka(?:nia|ń|niach|niami)|zebra(?:nia|ń|niach|niami)|narad(?:y|ach|ami)", "spotkanie"),
    (r"konferencj(?:e|i|ach|ami)", "konferencja"),
    (r"warsztat(?:y|ów|ach|ami)", "warsztaty"),
    (r"deba(?:ty|t|tach|tami)", "debata"),
    (r"targ(?:i|ów|ach|ami)|giełd(?:y|ach)? pracy", "targi"),
    (r"seminari(?:a|ów|ach|ami)|webinari(?:a|ów|ach)", "seminarium"),
    (r"posiedze(?:nia|ń|niach|niami)|sesj(?:e|i|ach|ami)", "posiedzenie"),
    (r"prezentacj(?:e|i|ach|ami)", "prezentacja"),
)
_MANY = pattern("(?P<noun>" + "|".join(rf"\b(?:{words})\b" for words, _form in _STEMS) + ")")
_FORM_OF = [(pattern(words), form) for words, form in _STEMS]
_ONE = pattern(rf"\b{NOUN}\b")
_NEXT_ONE = pattern(
    r"\b(?:drug|trzeci|czwart|kolejn|następn|ostatni)(?:a|e|ie|i|y|ą)\b(?: [a-ząćęłńóśźż]+| się){0,4}?(?: –| -)? $"
)
_GOES_ON = pattern(
    r"(?:[-–—•*▪·]|\d{1,2}[.)]|[a-h]\))? ?(?:(?:we? )?[ΔΛ]|(?P<one>pierwsz|drug|trzeci|kolejn|ostatni)\w{1,3}\b)"
)
_MET_TIMES = pattern(r"\b(?:spotka|zebra)\w+ się (?:\w+ ){0,2}raz(?:y)?:")
_AT_ALL = pattern(r"(?:na|podczas|w trakcie) (?:obu|każd\w+|wszystkich|obydwu)\b")
_CAME = pattern(r" ?[(,–-]? ?(?:\w+ )?(?P<came>Ν+)")
_LONGEST = 40  # lines of a list


def each_of_several(masked: Masked) -> list[Fact]:
    """Return a meeting for each day of "Odbyły się spotkania: Δ w Λ (Ν) i Δ w Λ (Ν)", of a list or of "drugie – Δ w Λ"."""
    facts: list[Fact] = []
    until = 0
    for number, (start, end, _paragraph) in enumerate(masked.sentences):
        noun = _MANY.search(masked.document.text, start, end) if start >= until else None
        one = None if noun or start < until else _ONE.search(masked.text, start, end)
        met = None if noun or one else _MET_TIMES.search(masked.document.text, max(start, until), end)
        if not (noun or one or met) or TRAINING.search(masked.text, start, end):
            continue
        last, stop = _extent(masked, number)
        begin = noun.end() if noun else start
        scenes = [s for s in scenes_in(masked, begin, stop) if s.has("date") and len(s.fields) > 1]
        if len({_day(s) for s in scenes}) < 2 or CANCELLED.search(masked.text, start, stop):
            continue
        if one and not all(
            _NEXT_ONE.search(masked.text, max(start, s.start - 60), s.start) for s in scenes[1:]
        ):
            continue
        form = _form_said(noun, one, met)
        others = EVENT.finditer(masked.text, scenes[0].start, stop)
        if form and all(form_of(other) == form.value for other in others):
            shared = _shared(masked, form, scenes[0].start, last)
            facts += [_fact(masked, form, scene, shared) for scene in scenes]
            until = stop
    return facts


def _form_said(
    noun: re.Match[str] | None, one: re.Match[str] | None, met: re.Match[str] | None
) -> Field | None:
    if noun:
        return _form(noun)
    if one:
        return Field("form", form_of(one), *one.span(), 0.8)
    return Field("form", "spotkanie", *met.span(), 0.8) if met else None


def _extent(masked: Masked, number: int) -> tuple[int, int]:
    """Return the last sentence that goes on with the list, and where it ends."""
    last = number
    for at in range(number + 1, min(len(masked.sentences), number + _LONGEST)):
        begin, stop, _paragraph = masked.sentences[at]
        goes_on = _GOES_ON.match(masked.text, begin, stop)
        if (
            not goes_on
            or "Δ" not in masked.text[begin:stop]
            or not (goes_on["one"] or _is_item(masked, begin, stop))
        ):
            break
        last = at
    return last, masked.sentences[last][1]


def _is_item(masked: Masked, start: int, end: int) -> bool:
    """Whether a sentence is an item of a list: it has no verb."""
    return not any(is_finite(word) for word in WORDS.findall(masked.text[start:end]))


def _day(scene: Scene) -> object:
    return next(one.value for one in scene.fields if one.name == "date")


def _form(noun: re.Match[str]) -> Field:
    form = next(form for words, form in _FORM_OF if words.fullmatch(noun["noun"]))
    return Field("form", form, *noun.span(), 0.85)


def _shared(masked: Masked, form: Field, before: int, last: int) -> list[Field]:
    """Return what holds for all: for whom they are, with whom, and who spoke at each of them."""
    fields = [
        *for_whom(masked, form.end, before),
        *of_whom(masked, form.end),
        *with_whom(masked, form.end, before),
    ]
    if last + 1 < len(masked.sentences) and _AT_ALL.match(masked.text, masked.sentences[last + 1][0]):
        fields += masked.fields("speaker", masked.under(*masked.sentences[last + 1][:2], "Π"), 0.8)
    return [one for one in fields if one.start < before or one.name == "speaker"]


def _fact(masked: Masked, form: Field, scene: Scene, shared: list[Field]) -> Fact:
    came = _CAME.match(masked.text, scene.end)
    signs = [s for s in masked.under(*came.span("came"), "Ν") if counts_people_here(s)] if came else []
    fields = [form, *scene.fields, *masked.fields("came", signs[:1], 0.8), *shared]
    return spanning(Kind.MEETING, fields, confidence(Kind.MEETING))
