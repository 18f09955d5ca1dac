"""The programme a project is paid from, and its measure."""

import re

from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked
from spoiwo.reading.facts.project_words import MEASURE, PAYING, PROGRAMME, SHORT_MEASURE


def programme_of(masked: Masked, start: int, end: int) -> list[Field]:
    """Return the programme and the measure named between two offsets, in the nominative."""
    fields, text = [], masked.document.text
    match = PROGRAMME.search(text, start, end)
    quoted = next(masked.search(PAYING, start, end), None)
    if quoted and not match:
        fields += masked.fields(
            "programme", masked.under(*quoted.span(quoted.lastgroup or "name"), "Θ")[:1], 0.8
        )
    if match:
        words = " ".join(re.split(r"\n\s*(?:\n|(?=\w+:))", match["name"])[0].split())
        words = re.sub(
            r"^(Regionaln|Krajow|Rządow|Zintegrowan|Sektorow|Ponadregionaln)\w+ (Program)\w*(?: (Operacyjn)\w+)?",
            _programme_nominative,
            words,
        )
        words = re.sub(r"^(Program)\w* (Operacyjn)\w+", r"\1 \2y", words)
        words = re.sub(r"^Program\w* (?=Rozwoju|I(?i:nterreg))", "Program ", words)
        words = re.sub(r"^Fundusz\w* (?=[A-ZŁŚ])", "Fundusz ", words) if "Europ" not in words else words
        words = re.sub(r"^Mechanizm\w* Finansow\w+", "Mechanizm Finansowy", words)
        words = re.sub(r"^Fundusz\w+ Europejski\w+", "Fundusze Europejskie", words)
        fields.append(Field("programme", words, *match.span("name"), 0.85))
    found = [*MEASURE.finditer(text, start, end)]
    measure = next((m for m in found if "ziałani" in m["kind"]), found[0] if found else None)
    short = SHORT_MEASURE.search(text, start, end)
    if measure:
        kind = re.sub(r"(?i)działani\w+$", lambda m: m.group()[:7] + "ie", measure["kind"])
        kind = re.sub(r"^Priorytet\w*", "Priorytet", re.sub(r"(?i)^osi (p\w+)wej$", r"Oś \1wa", kind))
        fields.append(Field("measure", f"{kind} {measure['number']}", *measure.span(), 0.85))
    elif short:
        fields.append(Field("measure", short["number"], *short.span("number"), 0.8))
    return fields


def _programme_nominative(match: re.Match[str]) -> str:
    return " ".join(filter(None, (f"{match[1]}y", match[2], match[3] and f"{match[3]}y")))
