"""Several agreements counted at once and told apart after: "podpisano trzy umowy …. Pierwszą z Ω, drugą z Ω, trzecią z Ω"."""

from collections.abc import Iterator
from itertools import pairwise

from spoiwo.reading.facts.agreement_parts import Agreement, days_of, where
from spoiwo.reading.facts.agreement_sides import sides
from spoiwo.reading.facts.agreement_subjects import subject_of
from spoiwo.reading.facts.agreement_words import DONE, DONE_NOW, FORM, FORMS, GOES_ON
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, Sign, pattern
from spoiwo.reading.facts.predicates import predicates

_FORM = pattern(rf"(?:\w+ )?{FORM}")
_FORM_OF = [(pattern(words), form) for words, form in FORMS]
_EACH = pattern(
    r"\b(?:pierwsz|drug|trzeci|czwart|piąt|ostatni|jedn)(?:[ąaeyi]|ie|o|ego|ej)\b(?= [^.;]*?[ΩΥ])"
)
_WITH = pattern(r"\b(?:z|ze|pomiędzy|między) (?=[ΩΥ])")
_AFTER = 3  # sentences in which each is told


def in_series(masked: Masked) -> Iterator[Agreement]:
    """Return an agreement for each party that counted agreements are told to be concluded with, one by one."""
    for sign in masked.under(0, len(masked.text), "Ν"):
        match = _FORM.fullmatch(sign.thing.counts)
        if match is None or not isinstance(sign.thing.value, int):
            continue
        start, end = masked.sentence(sign.start)
        days = days_of(masked, start, end)
        if days and predicates(masked, start, end, DONE, told=DONE_NOW):
            form = next(form for words, form in _FORM_OF if words.fullmatch(match["form"]))
            field = Field("form", form, sign.start, sign.end, 0.85)
            yield from _each(masked, sign, field, days[0])


def _each(masked: Masked, sign: Sign, form: Field, day: Sign) -> Iterator[Agreement]:
    start, end = masked.sentence(sign.start)
    number = masked.document.sentence_number(sign.start)
    last = masked.sentences[min(number + _AFTER, len(masked.sentences) - 1)][1]
    begins = [match.start() for match in masked.search(_EACH, sign.end, last)]
    if len(begins) < 2 or len(begins) > sign.thing.value:
        return
    stop = masked.sentence(begins[-1])[1]
    subject = subject_of(masked, sign.end, form)
    skip = next(((one.start, one.end) for one in subject), (0, 0))
    shared = [*subject, *masked.fields("date", [day]), *where(masked, start, end, skip)]
    shared += sides(masked, start, min(begins[0], end), skip)
    for begin, until, _paragraph in masked.sentences[number + 1 : number + _AFTER]:
        if until <= begins[0] and GOES_ON.search(masked.text, begin, until):
            shared += sides(masked, begin, until, skip)
    for begin, until in pairwise([*begins, stop]):
        told = sides(masked, begin, until, skip) if _WITH.search(masked.text, begin, until) else []
        if any(one.name == "party" for one in told):
            one = Agreement(form, begin, until)
            one.add([*shared, *told])
            yield one
