"""Splitting a full name as people type it into given names and a surname."""

import re
from typing import NamedTuple

from spoiwo.polish.dictionary import FAMILY, GIVEN, readings
from spoiwo.polish.known_names import PARTICLES, PREFIXES

_ALLOWED = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'.\u0300-\u036f-])*\Z")


class FullName(NamedTuple):
    """A name in parts; ``prefix`` holds degrees and the like ("dr hab.", "ks.") typed before it."""

    prefix: str
    given: str
    family: str


def split_name(text: str) -> FullName:
    """Split "dr Jan Maria van der Berg" or "Struzik Adam" into prefix, given names and surname.

    The surname is the last word with the particles before it; words known only as surnames join it. A surname
    typed first is recognised when the dictionary knows both words and leaves no doubt. A single word is a given
    name if it is known as one, else a surname. Raises ValueError, with a message fit for the screen, when the
    text is empty or holds anything but letters, hyphens, apostrophes and full stops.
    """
    words = re.sub(r"\s*[-‐‑–]\s*", "-", text.strip()).split()
    prefix: list[str] = []
    while words and words[0].lower().rstrip(".") in PREFIXES and (len(words) > 1 or words[0].endswith(".")):
        prefix.append(words.pop(0))
    if not words:
        raise ValueError("The name is empty: give a first name and a surname.")
    for word in words:
        if not _ALLOWED.match(word):
            raise ValueError(f"This is not a name: {ascii(word) if not word.isprintable() else word}")
    if len(words) == 1:
        return FullName(" ".join(prefix), *((words[0], "") if _is(words[0], GIVEN) else ("", words[0])))
    if _only(words[0], FAMILY) and all(_is(word, GIVEN) for word in words[1:]):
        words = [*words[1:], words[0]]
    start = len(words) - 1
    while start > 1 and (words[start - 1] in PARTICLES or _only(words[start - 1], FAMILY)):
        start -= 1
    return FullName(" ".join(prefix), " ".join(words[:start]), " ".join(words[start:]))


def _is(word: str, kind: str) -> bool:
    return any(kind in r.names and r.fits(kind="subst", case="nom") for r in readings(word.title()))


def _only(word: str, kind: str) -> bool:
    other = GIVEN if kind == FAMILY else FAMILY
    return all(_is(part, kind) and not _is(part, other) for part in word.split("-"))
