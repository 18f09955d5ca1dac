"""In what part a name stands in its sentence, by case and preposition: who acts, with whom, of whom, at whose place."""

import re

from spoiwo.reading.facts.masks import Masked, Sign
from spoiwo.reading.facts.words import adjectives, can_be, is_finite, known, nouns

SUBJECT, AGENT, WITH, BETWEEN, RECEIVER, OF, ASIDE = (
    "subject",
    "agent",
    "with",
    "between",
    "receiver",
    "of",
    "aside",
)
_JOINT = re.compile(
    r"\s*(?:\([^()]{0,80}\)\s*)?(?:,\s*)?(?:(?:i|oraz|a|lub|a\s+także|jak\s+również|wraz\s+z|wspólnie\s+z|razem\s+z|jak\s+i)\s+)?"
    r"(?:(?:z|ze)\s+(?=[ΩΥΦΠ]))?(?:(?:firm\w{1,2}|pani[ąa]?|pan(?:em|a|u)?)\s+)?$"
)
_BEFORE = (
    (AGENT, re.compile(r"\bprzez\s+(?:(?![ΩΥΦΠ])\w+\s+){0,2}$", re.IGNORECASE)),
    (BETWEEN, re.compile(r"\b(?:pomiędzy|między|stron(?:ami|y)(?:\s+\w+){0,2}(?:\s+(?:są|były|to))?:?|sygnatariusz\w*(?:\s+\w+){0,2}:?|(?:w\s+imieniu|ze\s+strony|za))\s+$", re.IGNORECASE)),
    (WITH, re.compile(r"\b(?:z|ze|wraz\s+z|wspólnie\s+z)\s+(?:firm\w+\s+|\w+(?:mi|ym|ą)\s+)?$", re.IGNORECASE)),
    (ASIDE, re.compile(
        r"\b(?:w|we|na|przy|udziałem|obecności|patronatem|inicjatywy|terenie|siedzibie|sali|auli|budynku|gmachu|ramach|środków|od|do|dla|o|u|po|"
        r"zaproszenie|wniosek|pośrednictwem|rąk|rzecz|opinii|zdaniem)\s+(?:(?!któr|tym\b|drugim\b|trzecim\b|czwartym\b|piątym\b)\w+(?:ej|ym|im)\s+)?$", re.IGNORECASE)),
)  # fmt: skip


def part_of(masked: Masked, sign: Sign) -> str:
    """Return in what part a name stands; members of a list stand in the part of its first member."""
    part = _part_of_list(masked, sign)
    is_own = (
        part == OF
        and sign.sign == "Ω"
        and first_of_list(masked, sign, masked.sentence(sign.start)[0]) != sign
    )
    if is_own and _may_be(masked, sign, "nom") and not _may_be(masked, sign, "gen"):
        return SUBJECT  # "Ω, Oddział Straży Granicznej oraz Okręgowy Inspektorat Pracy"
    return part


def _part_of_list(masked: Masked, sign: Sign) -> str:
    """Return in what part the list a name belongs to stands, as its first member does."""
    start, _end = masked.sentence(sign.start)
    first = first_of_list(masked, sign, start)
    before = masked.text[max(start, first.start - 60) : first.start]
    for part, rule in _BEFORE:
        if rule.search(before):
            return ASIDE if part == WITH and not _may_be(masked, first, "inst") else part
    if _may_be(masked, first, "nom") and not _is_of_one(masked, first, before):
        return SUBJECT
    if (
        first.sign == "Υ"
        and re.search(r"\w\s+$", before)
        and _may_be(masked, first, "gen")
        and not any(_may_be(masked, first, c) for c in ("nom", "inst", "dat"))
    ):
        return OF  # "RPO Województwa Podlaskiego"
    if before[-2:-1] in ("Ω", "Υ", "Φ") and before[-1:].isspace() and _may_be(masked, first, "gen"):
        return OF  # "Powiatowa Rada Rynku Pracy powiatu płockiego"
    if re.search(r"[^\W\d_]+\s+$", before) and _may_be(masked, first, "gen") and _is_noun_before(before):
        return OF
    return RECEIVER


def _is_of_one(masked: Masked, sign: Sign, before: str) -> bool:
    """Whether a nominative can only be of several where the genitive is of one: "podczas sesji Rady Powiatu"."""
    if sign.sign != "Ω" or not re.search(r"[a-ząćęłńóśźż]\s+$", before):
        return False
    word = masked.document.text[sign.start : sign.end].split()[0].strip('„”"')
    if word.isupper() and len(word) > 1:  # "szefowa PUP"
        return any(r.kind == "subst" for r in nouns(before.split()[-1])) and not before.endswith(" tym ")
    read = nouns(word)
    one = any("gen" in r.cases and "sg" in r.numbers for r in read)
    return (
        one
        and not any("nom" in r.cases and "sg" in r.numbers for r in read)
        and bool(nouns(before.split()[-1]))
    )


def first_of_list(masked: Masked, sign: Sign, start: int) -> Sign:
    """Return the first of the names that stand in a row with this one: "z Ω, Ω i Ω"."""
    signs = masked.under(start, sign.start, "ΩΥΦΠ")
    for earlier in reversed(signs):
        if not _JOINT.fullmatch(masked.text, earlier.end, sign.start) or sign.start - earlier.end < 2:
            break
        if _HALL.search(masked.text[max(start, earlier.start - 20) : earlier.start]):
            break  # "w auli Ω, Ω": a venue and then who acts
        sign = earlier
    return sign


_ONE_OF_MORE = re.compile(r"(?:,|\s+(?:i|oraz))\s+Υ")
_HALL = re.compile(r"\b(?:auli|sali|siedzibie|budynku|gmachu|terenie)\s+(?:\w+\s+)?$", re.IGNORECASE)


def _is_noun_before(before: str) -> bool:
    word = before.split()[-1]
    told = {reading.kind for reading in known(word.lower())}
    if is_finite(word) or told & {"praet", "imps", "ppron3"}:
        return False  # "przypadły Ω", "przypadł on Ω"
    return bool(nouns(word) or adjectives(word))


def _may_be(masked: Masked, sign: Sign, case: str) -> bool:
    if sign.sign == "Π":
        person = sign.thing
        return case in person.cases
    word = masked.document.text[sign.start : sign.end].split()[0].strip('„”"')
    is_one = not _ONE_OF_MORE.match(masked.text, sign.end)  # "gminy Osiek i Brudzew" are several
    if sign.sign == "Υ" and is_one and any("sg" in r.numbers for r in nouns(word)):
        return any(case in r.cases for r in nouns(word) if "sg" in r.numbers)
    known = bool(nouns(word) or adjectives(word)) and not (
        word.isupper() and len(word) > 1
    )  # "PUP" is of any case
    return not known or can_be(word, case)


__all__ = ["AGENT", "ASIDE", "BETWEEN", "OF", "RECEIVER", "SUBJECT", "WITH", "first_of_list", "part_of"]
