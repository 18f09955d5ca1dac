"""Names of events: in quotation marks after the noun, or unquoted and in capitals ("VII Świdwińskie Targi Pracy i Edukacji")."""

import re

from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, pattern
from spoiwo.reading.facts.naming import nominative
from spoiwo.reading.facts.words import adjective_nominative, adjectives

TITLE = pattern(
    r"(?:(?: \w+){0,2}? (?:pn\.|pt\.|pod hasłem|pod nazwą|pod tytułem|zatytułowan\w+)|(?: (?:pracy|[a-ząćęłńóśźż]+(?:n|ow|sk|ck|cz)(?:a|e|y|i|ą|ej|ego|ych|ym|im|iej|ie|ich))){1,2}| dla [a-ząćęłńóśźż]+(?: (?:i|oraz) [a-ząćęłńóśźż]+)?)? ?(?P<title>Θ+)"
)
_BEFORE = re.compile(r"(?:[IVX]+|[^\W\d_]+(?:-[^\W\d_]+)*)\s+$")
_AFTER = re.compile(
    r"\s+(?:(?:i|oraz|na|dla|o|bez|ds\.)\s+)?(?P<word>(?![ΩΥΦΠΔΛΝΘ])[^\W\d_]+(?:-[^\W\d_]+)*)"
)
_ROMAN = re.compile(r"[IVX]+$")
_BODIES = re.compile(r"(?:Rad|Komisj|Zarząd|Sejmik|Konkurs|Kapituł|Plebiscyt|Komitet)\w*", re.IGNORECASE)


def title_of(masked: Masked, start: int, end: int, limit: int) -> list[Field]:
    """Return the title of an event whose noun has this span; ``limit`` is the end of its sentence."""
    quoted = TITLE.match(masked.text, end, limit)
    if quoted:
        return masked.fields("title", masked.under(*quoted.span("title"))[:1])
    return _in_capitals(masked, start, end, limit)


def _in_capitals(masked: Masked, start: int, end: int, limit: int) -> list[Field]:
    """Read a name in capitals: with a number or an adjective before its noun, or two words and more after it."""
    noun = masked.document.text[start:end]
    if not noun[0].isupper() or noun.isupper():
        return []
    begin = _begin(masked, start)
    stop, count = end, sum(word[0].isupper() for word in noun.split()[1:])
    while after := _AFTER.match(masked.text, stop, limit):
        word = after["word"]
        if not word[0].isupper() or word.isupper() or "\n" in after.group():
            break
        if count == 0 and _BODIES.match(word):
            return []
        stop, count = after.end(), count + 1
    is_named = begin < start and count > 0
    if not is_named and count < 2:
        return []
    words = masked.words(begin, stop).split(" ")
    name = _nominative(words, len(masked.words(begin, start).split()))
    return [Field("title", name, begin, stop, 0.75)] if name else []


def _nominative(words: list[str], head: int) -> str | None:
    """Return a name in the nominative; the dictionary has "dnie" beside "dni", which names of events never are."""
    if words[head] not in ("Dni", "Dniach", "Dniami", "Dniom"):
        return nominative(words, head)
    before = [
        one if _ROMAN.match(one) else adjective_nominative(one, "m3", plural=True) for one in words[:head]
    ]
    return " ".join([*before, "Dni", *words[head + 1 :]])


def _begin(masked: Masked, start: int) -> int:
    """Return where the number and the adjectives in capitals before an event's noun begin."""
    floor = masked.sentence(start)[0]
    while before := _BEFORE.search(masked.text[max(floor, start - 40) : start]):
        word = before.group().strip()
        is_first = start - len(before.group()) == floor
        if not (_ROMAN.match(word) or (word[0].isupper() and adjectives(word) and word[0] not in "ΩΥΦΠΔΛΝΘ")):
            break
        if is_first and not _ROMAN.match(word) and not _is_proper(word):
            break
        start -= len(before.group())
    return start


def _is_proper(word: str) -> bool:
    """Whether an adjective that begins a sentence is of a name by its ending: "Krajeńskie", not "Pierwsze"."""
    return bool(re.search(r"(?:sk|ck|dzk)(?:i|a|ie|ich|im|iej|ą|iego)$", word))
