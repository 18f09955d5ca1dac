"""Free words of a sentence: where a subject, a topic or an audience ends, and how an enumeration falls apart."""

import re

from spoiwo.reading.facts.masks import Masked
from spoiwo.reading.facts.record_words import LABELS
from spoiwo.reading.facts.words import adjectives, is_finite, known

_STOP = re.compile(
    r"[.;:!?()|\n]|\s[–—-]\s|,\s+(?=(?:a|ale|w\s+któr\w+|któr\w+|gdzie|podczas|co|zorganizowan\w+|jak|natomiast|że|prowadzon\w+|realizowan\w+|finansowan\w+|z\s+czego|"
    r"odbył\w*|po\s+czym|w\s+tym|dzięki|wraz|\w+ąc(?:ej|ego|a|y|ą)|rozpoczęt\w+|zakończon\w+|ukończon\w+|przygotowan\w+|współ\w+|m\.in|oraz\s+\w+ł)\b)|"
    r"\s(?:poświęcon\w+|adresowan\w+|skierowan\w+|pomiędzy|między|zawart\w+|podpisan\w+|zorganizowan\w+|podczas|odbył\w*|realizowan\w+|w\s+dni(?:u|ach)|podpisano|zawarto)\b|"
    r",?\s(?:na\s+któr\w+|w\s+któr\w+)\b|\s(?:i|oraz)\s+(?:do|współ)?(?:finansowan|opłacon)\w+"
)
_ABBREVIATION = re.compile(
    r"\b(?:m\.in|np|tj|tzn|kat|woj|pow|im|św|ul|nr|ds|r|itp|itd|tys|ok|dr|prof|inż|mgr|z o|o)$", re.IGNORECASE
)
_ORDINAL = re.compile(r"\d\.\s[a-ząćęłńóśźż]")
_TAIL = re.compile(r"\s+(?:dla|w|we|z|ze|na|do|od|o|i|oraz|a|przez|nie|się|już|też|również)$")
_LABEL = re.compile(
    rf"(?=[A-ZŁŚŻŹĆ])(?i:{'|'.join(words for words, _name in LABELS)}):\s"
)  # "Data zawarcia: …"
_WORD = re.compile(r"[^\W\d_]+")
_SPLIT = re.compile(
    r"\s*,\s*(?:a także\s+|oraz\s+|i\s+|jak również\s+)?|\s+(?:i|oraz|a także|jak również)\s+", re.IGNORECASE
)
_LEADING = re.compile(
    r"^(?:m\.in\.\s*|między innymi\s+|także\s+|również\s+|głównie\s+|szczególnie\s+|przede wszystkim\s+)",
    re.I,
)


def clause(
    masked: Masked, start: int, *, until: str = "", longest: int = 220, verbs: bool = True
) -> tuple[int, int]:
    """Return the span of the words from an offset to the end of their clause: a mark, a verb, or ``until`` a sign."""
    limit = min(masked.sentence(start)[1], start + longest)
    stops = (match.start() for match in _STOP.finditer(masked.document.text, start, limit))
    end = next((at for at in stops if _is_stop(masked, at)), limit)
    end = _before_participle(masked, start, end)
    if verbs:
        end = _without_new_clause(masked, start, _before_verb(masked, start, end), end)
    if until:
        signs = masked.under(start, end, until)
        end = next((sign.start for sign in signs if sign.sign != "Δ" or len(sign.thing.value) > 4), end)
    text = masked.document.text
    while end > start and text[end - 1] in " ,\n\t\u00a0-":
        end -= 1
    tail = _TAIL.search(text, start, end)
    return start, tail.start() if tail else end


_AFTER_COMMA = re.compile(r",\s+(?P<word>[a-ząćęłńóśźż]+)")


def _before_participle(masked: Masked, start: int, end: int) -> int:
    """Return where a comma before a participle ends the clause: "klasy patronackiej, sygnowany przez …"."""
    for match in _AFTER_COMMA.finditer(masked.text, start, end):
        read = known(match["word"])
        if any(r.kind in ("fin", "praet") for r in read) and not any("nom" in r.cases for r in read):
            return match.start()  # "kurs cukiernictwa, ruszy …": a form of no noun that could go on
        if any(r.kind == "ppas" for r in read) and not any(r.kind in ("subst", "adj") for r in read):
            return match.start()
    return end


def _is_stop(masked: Masked, at: int) -> bool:
    """Whether a mark ends the clause: not one inside a name or after an abbreviation, and no folded line."""
    text, mark = masked.document.text, masked.document.text[at]
    if _in_quote(masked, at) or (mark == "." and _inside_name(masked, at)):
        return False
    if mark == ".":
        return not (_ABBREVIATION.search(text, max(0, at - 8), at) or _ORDINAL.match(text, at - 1))
    if mark != "\n" or text[at + 1 : at + 2] in ("\n", "•", "*", "-", "–", ""):
        return True
    return _LABEL.match(text, at + 1) is not None


def _in_quote(masked: Masked, at: int) -> bool:
    return masked.text[at] == "Θ"


def _inside_name(masked: Masked, at: int) -> bool:
    return masked.text[at] in "ΩΥΦΠΔΛΝΘ"


def _before_verb(masked: Masked, start: int, end: int) -> int:
    for match in _WORD.finditer(masked.text, start, end):
        if match.group()[0] not in "ΩΥΦΠΔΛΝΘ" and is_finite(match.group()):
            return match.start()
    return end


def _without_new_clause(masked: Masked, start: int, verb: int, end: int) -> int:
    """Return where the clause ends when a verb cuts it: at the comma, where only a subject stands between ("…, mało kto wie")."""
    if verb == end:
        return end
    comma = masked.document.text.rfind(", ", start, verb)
    between = masked.text[comma + 1 : verb].split() if comma > start else []
    joined = {"i", "oraz", "lub", "a"} & set(between)
    return comma if 0 < len(between) < 4 and not joined else verb


def _goes_on(masked: Masked, before: tuple[int, int], start: int) -> bool:
    """Whether a part only goes on: "Wojewódzkich | i Powiatowych Urzędów", "z Mazowsza | , Podlasia | i woj. łódzkiego"."""
    text = masked.document.text
    first, last = _WORD.match(text, start), _WORD.findall(text[before[0] : before[1]])
    if not first or not last:
        return False
    if first.group() in ("woj", "pow") or (
        first.group()[0].isupper() and re.search(r"\sz\s", text[before[0] : before[1]])
    ):
        return True
    pair = (last[-1], first.group())
    return all(adjectives(word) and word[0].isupper() for word in pair) and len(last) < 5


def _is_place(masked: Masked, start: int, end: int) -> bool:
    return not masked.text[start:end].strip("ΛΥ \n") and start < end


def parts(masked: Masked, start: int, end: int) -> list[tuple[int, int]]:
    """Split the words of a span at commas and "i", "oraz", as spans without the joints."""
    found: list[tuple[int, int]] = []
    text, at = masked.document.text, start
    for match in [*_SPLIT.finditer(text, start, end), None]:
        stop = match.start() if match else end
        lead = _LEADING.match(text[at:stop])
        begin = at + (lead.end() if lead else 0)
        if found and (_is_place(masked, begin, stop) or _goes_on(masked, found[-1], begin)):
            found[-1] = (found[-1][0], stop)  # "z terenu Płocka i powiatu płockiego" is one part
        elif text[begin:stop].strip():
            found.append((begin, stop))
        at = match.end() if match else end
    return found
