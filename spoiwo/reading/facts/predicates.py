"""What a sentence says was done: verbs in any form, impersonal and passive ones, and what makes them only planned."""

import re
from dataclasses import dataclass
from functools import lru_cache

from spoiwo.reading.facts.masks import Masked, pattern
from spoiwo.reading.facts.words import known

_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = frozenset("ΩΥΦΠΔΛΝΘ")
_FORMS = {
    "praet": "done",
    "imps": "done",
    "ppas": "passive",
    "ger": "noun",
    "fin": "told",
    "pcon": "told",
    "pant": "done",
}
# Said before a verb of its clause: then it was not done, or is not known to have been.
_UNREAL = pattern(
    r"\b(?:nie|aby|żeby|by|gdyby|jeśli|jeżeli|czy|ma zostać|mają zostać|ma być|mają być|zostanie|zostaną|będzie|będą|mógłby|mogą|może|można|należy|"
    r"zamierza\w*|planuj\w+|chc\w{1,5}|powinn\w+|trzeba|warto|miał\w* zostać|gotow\w+|wniosk\w* o|w celu|przed|projekt (?:umowy|porozumienia|listu|uchwały)|brak)\b[^,.;:]{0,60}$"
)
_UNREAL_AFTER = pattern(r"^[^,.;]{0,40}\b(?:zostanie|zostaną|będzie|będą|ma zostać|byłoby|może zostać)\b")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that says what is done: its dictionary form, its place, how it says so (done, passive, noun, told)."""

    lemma: str
    start: int
    end: int
    how: str


@lru_cache(maxsize=16_384)
def _read(word: str) -> tuple[tuple[str, str], ...]:
    found = ((r.word.lower(), _FORMS[r.kind]) for r in known(word.lower()) if r.kind in _FORMS)
    return tuple(dict.fromkeys(found))


def predicates(
    masked: Masked, start: int, end: int, words: frozenset[str], *, told: frozenset[str] = frozenset()
) -> list[Predicate]:
    """Return the words between two offsets that say one of these verbs was done, not planned, denied or possible.

    ``words`` are dictionary forms; the present tense counts only for those in ``told`` (imperfective ones).
    """
    found = []
    for match in _WORD.finditer(masked.text, start, end):
        if match.group()[0] in _SIGNS:
            continue
        for lemma, how in _read(match.group()):
            if lemma in words and (how != "told" or lemma in told) and _is_real(masked, match, start, end):
                found.append(Predicate(lemma, *match.span(), how))
                break
    return found


def _is_real(masked: Masked, match: re.Match[str], start: int, end: int) -> bool:
    if masked.text[match.end() : match.end() + 4] == " się" and match.group().lower().startswith("wyróżni"):
        return False  # "wyróżniła się" is no award
    before = masked.text[max(start, match.start() - 90) : match.start()]
    return not _UNREAL.search(before) and not _UNREAL_AFTER.match(masked.text[match.end() : end])
