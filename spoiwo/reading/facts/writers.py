"""Whose paper a text is: the body that says "podpisaliśmy", "nasza spółdzielnia" and "z nami" of itself."""

import re

from spoiwo.reading.facts.masks import Masked, Sign

_HEADINGS = 3  # lines a paper may begin with
_IN_NAME_OF = re.compile(r"\bw\s+imieniu\s+(?:[a-ząćęłńóśźż]+\s+){0,2}(?P<who>Ω+)", re.IGNORECASE)
_WE = re.compile(
    r"\b(?:nasz(?:a|e|ą|ej|ego|emu|ym|ymi|ych|y)?|nam|nami|nas)\b|\b\w{3,}(?:liśmy|łyśmy|ujemy|amy|imy|emy)\b",
    re.IGNORECASE,
)
_UNTOLD = frozenset("ministerstwo")


def writer_of(masked: Masked) -> Sign | None:
    """Return the body that writes of itself: the only one its headings name, or in whose name a letter is written.

    None where nobody says "we", or where the headings name several bodies or none.
    """
    if masked.writer == "unread":
        masked.writer = _writer(masked) if _WE.search(masked.text) else None
    writer: Sign | None = masked.writer
    return writer


def _writer(masked: Masked) -> Sign | None:
    named: list[Sign] = []
    for start, end, _paragraph in masked.sentences[:_HEADINGS]:
        if masked.text[end - 1] in ".!?…":
            break
        named += masked.under(start, end, "Ω")
    if len({one.thing.name for one in named}) == 1:
        return named[0]
    letter = _IN_NAME_OF.search(masked.text)
    signs = masked.under(*letter.span("who"), "Ω") if letter else []
    return signs[0] if signs else None


def speaks_of_itself(masked: Masked, start: int, end: int) -> bool:
    """Whether a stretch of text says "we": a verb of the first person, or a body called ours."""
    return _WE.search(masked.text, start, end) is not None
