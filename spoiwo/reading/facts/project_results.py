"""What is said of a project beside its sides: for whom it is, what it gave, what it is worth."""

import re

from spoiwo.reading.facts.clauses import clause, parts
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, Sign
from spoiwo.reading.facts.project_words import RESULT, RESULT_LIST, TARGET, VALUE
from spoiwo.reading.facts.records import items_below


def target_of(masked: Masked, scope: list[tuple[int, int]]) -> list[Field]:
    """Return for whom it is: the words after "dla", "adresowany do", to the end of their clause."""
    for match in (one for span in scope for one in masked.search(TARGET, *span)):
        begin, stop = clause(masked, match.end(), longest=250)
        only_may = _MAY.match(masked.text, begin, stop)
        begin = only_may.end() if only_may else begin
        counted = masked.under(begin, stop, "Ν")
        if counted and _ABOUT_HOW_MANY.fullmatch(masked.text, begin, counted[0].start):
            begin = counted[0].end - len(counted[0].thing.counts)
        if stop - begin > len("osoby") and not masked.under(begin, begin + 1, "ΩΔΠ"):
            return [Field("target_group", masked.words(begin, stop), begin, stop, 0.75)]
    return []


_IT_AROSE = re.compile(r"(?:on[aoi]?|projekt)\s")  # "Powstał on dla młodzieży": the project itself
_BY_IT = re.compile(r"(?:za\s+(?:to|nie)|w\s+ten\s+sposób|dzięki\s+temu)\s+")  # "powstało za to osiem kramów"
_ABOUT_HOW_MANY = re.compile(
    r"\s*(?:(?:ok\.|około|ponad|blisko|prawie|łącznie|razem|grup[yę]|co\s+najmniej|w\s+sumie)\s*)*",
    re.IGNORECASE,
)
_MAY = re.compile(r"(?:mają|może|mogą|ma|będą)\s+")  # "Skorzystać mają długotrwale bezrobotni"
_IMPERSONAL = re.compile(r"^\s*\w+(?:ono|ano|ęto|yto)\b")
_SINCE = re.compile(r"\s*(?:od|do|w|dnia)\s+Δ+\s+")


def _after_day(masked: Masked, at: int) -> int:
    """Return where a result begins after the time it took: "od stycznia 2016 r. | przeszkolono 56 osób"."""
    since = _SINCE.match(masked.text, at)
    return since.end() if since else at


def results_of(masked: Masked, start: int, end: int) -> list[Field]:
    """Return what it gave, each as written: the items below "Rezultaty:", or the parts of the clause that says so."""
    for match in masked.search(RESULT_LIST, start, end):
        items = items_below(masked, match.end(), end)
        if len(items) > 1:
            return [Field("result", masked.words(*span).rstrip(".;,"), *span, 0.75) for span in items]
    for match in masked.search(RESULT, start, end):
        begin, stop = clause(masked, _after_day(masked, match.end()), longest=400, verbs=False)
        if _IT_AROSE.match(masked.text, begin, stop):
            continue
        by_it = _BY_IT.match(masked.text, begin, stop)
        begin = by_it.end() if by_it else begin
        if stop - begin > 4 and _IMPERSONAL.search(masked.text, begin, stop):
            return [Field("result", masked.words(begin, stop), begin, stop, 0.7)]
        told = [
            Field("result", masked.words(*span), *span, 0.7)
            for span in parts(masked, begin, stop)
            if span[1] - span[0] > 4
        ]
        if told:
            return told
    return []


def _goes_on(masked: Masked, sign: Sign) -> bool:
    """Whether a sum is only the rest of a longer one: "4 mln 200 tys. zł"."""
    return (
        re.search(r"\b(?:mln|mld|tys\.?)\s+$", masked.text[max(0, sign.start - 8) : sign.start]) is not None
    )


_FROM_PROJECT = re.compile(
    r"\s+(?:z|ze\s+środków|w\s+ramach)\s+(?:\w+\s+){0,2}(?:projektu|przedsięwzięcia)\b"
)
_TO_ONE = re.compile(
    r"\bpo\s*$|\b(?:każd\w+|dla\s+partner\w*|uczestni\w+|partner\w*\s+\w+)\b|\bna\s+(?:wyposażenie|założenie|otwarcie|rozpoczęcie|zakup|uruchomienie)\b",
    re.IGNORECASE,
)
_FOR_ONE = re.compile(r"\s+na\s+(?:wyposażenie|założenie|otwarcie|rozpoczęcie|zakup|uruchomienie)\b")


def _of_one(masked: Masked, start: int, sum_: Sign) -> bool:
    """Whether a sum is what one participant or partner got: "otrzymała 98 tys. zł z projektu", "po 20 tys. zł"."""
    if _FROM_PROJECT.match(masked.text, sum_.end) or _FOR_ONE.match(masked.text, sum_.end):
        return True
    begin = max(masked.sentence(start)[0], start - 25)
    return bool(_TO_ONE.search(masked.text, begin, sum_.start))


def value_of(masked: Masked, scope: list[tuple[int, int]]) -> list[Field]:
    """Return what it is worth in złoty, not what one participant or partner got of it."""
    for rule in VALUE:
        for start, end in scope:
            for match in masked.search(rule, start, end):
                for sign in masked.under(*match.span("value"), "Ν"):
                    is_own = not _of_one(masked, match.start(), sign)
                    if is_own and sign.thing.counts.lower().startswith(("zł", "pln")):
                        return [] if _goes_on(masked, sign) else [masked.field("value", sign, 0.85)]
    return []
