"""What an agreement is about: the words after "w sprawie", "na rzecz", "o", to the end of their clause."""

import re

from spoiwo.reading.facts.agreement_words import ABOUT_FAR, ABOUT_NEAR, EARLIER, FORM
from spoiwo.reading.facts.arguments import SUBJECT, part_of
from spoiwo.reading.facts.clauses import clause
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import ACTORS, Masked, pattern
from spoiwo.reading.facts.words import can_be, known

_FORM = pattern(rf"\b{FORM}")
_WORD = re.compile(r"[a-ząćęłńóśźż]{2,}", re.IGNORECASE)
_FOR_THE_SAKE = re.compile(r"\b(?:na\s+rzecz|w\s+sprawie|w\s+zakresie)\s+")
_NUMBERED = re.compile(r"\s+nr\s+\S+", re.IGNORECASE)
_TAIL = re.compile(
    r"\s+(?:w\s+dniu|dnia|z\s+dnia|w|z|od|do)\s*$|,\s+(?:dokładnie|mianowicie|konkretnie|już|było\s+to)\s*$"
)
_OTHER_SIDE = re.compile(
    r"\s+(?:z|ze)\s+(?=[ΩΥΦΠ])|,?\s+który\w*\s|\s+z\s+udziałem|\s+w\s+ramach\s|,\s+\w+(?:n|t)(?:ą|ej|ego|e|y|a)\s"
)


def subject_of(masked: Masked, at: int, form: Field) -> list[Field]:
    numbered = _NUMBERED.match(masked.text, at)
    at = numbered.end() if numbered else at
    near = ABOUT_NEAR.match(masked.text, at)
    nested = EARLIER.match(masked.text, _next_word(masked, at))
    if nested:
        return subject_of(masked, nested.end(), form)
    if near is None and form.value == "aneks":
        named = pattern(rf" do {FORM}").match(masked.text, at)
        return subject_of(masked, named.end(), form) or _of_what(masked, named.end()) if named else []
    if near and near["cue"] == "do" and form.value == "aneks":
        named = _FORM.match(masked.text, near.end())
        if named:
            return subject_of(masked, named.end(), form) or _of_what(masked, named.end())
    limit = masked.sentence(at)[1]
    cue = near or ABOUT_FAR.search(masked.text, at, limit)
    if cue is None or (cue.re is ABOUT_FAR and re.search(r"ustaw|rozporząd", masked.text[at : cue.start()])):
        return []
    start, end = clause(masked, cue.end(), until="Δ")
    if cue.group().lower().startswith(("deklaruj", "zobow")):
        nearer = _FOR_THE_SAKE.search(masked.text, start, end)
        start = nearer.end() if nearer else start
    end = _before_signers(masked, start + 4, _before_other_side(masked, start + 4, end))
    tail = _TAIL.search(masked.text, start, end)
    end = tail.start() if tail else end
    return [Field("subject", masked.words(start, end), start, end, 0.85)] if end - start > 3 else []


def _before_other_side(masked: Masked, start: int, end: int) -> int:
    """Return where the other side stands; who was sent away "from Ω" is still what it is about ("zwalnianych z Ω")."""
    for side in _OTHER_SIDE.finditer(masked.text, start, end):
        before = _WORD.findall(masked.text[start : side.start()])
        if not before or not any(r.kind == "ppas" for r in known(before[-1])):
            return side.start()
    return end


_SIGNERS = re.compile(rf"\s+(?P<who>{ACTORS}|Π+)\s*$")
_SIGN = re.compile(r"\s*(?:podpisa|zawar|parafowa|podpisuj)\w+", re.IGNORECASE)


def _before_signers(masked: Masked, start: int, end: int) -> int:
    """Return where "umowę o dofinansowanie | Υ i Ω podpisały" goes over to who signed."""
    found = _SIGNERS.search(masked.text, start, end) if _SIGN.match(masked.text, end) else None
    first = masked.under(*found.span("who"), "ΩΥΦΠ")[:1] if found else []
    if found and first and first[0].sign == "Π":
        return found.start() if "nom" in first[0].thing.cases else end
    word = masked.document.text[first[0].start : first[0].end].split()[0].strip('„"') if first else ""
    if not found or not word or can_be(word, "gen"):
        return end  # "o utworzeniu Centrum …": of what it is about
    return found.start() if part_of(masked, first[0]) == SUBJECT else end


def _next_word(masked: Masked, at: int) -> int:
    while at < len(masked.text) and masked.text[at].isspace():
        at += 1
    return at


def _of_what(masked: Masked, at: int) -> list[Field]:
    """Read "aneks do umowy użyczenia sali": the genitive right after the document that is changed."""
    word = _WORD.match(masked.text, at + 1)
    if word is None or not can_be(word.group(), "gen"):
        return []
    start, end = clause(masked, word.start(), until="Δ")
    side = _OTHER_SIDE.search(masked.text, start, end)
    end = side.start() if side else end
    return [Field("subject", masked.words(start, end), start, end, 0.75)]
