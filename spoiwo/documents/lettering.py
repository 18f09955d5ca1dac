"""Text as it may be set: no character the font lacks, no lone “w” at the end of a Polish line."""

import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from spoiwo.documents.fonts import displayable

BOX = "□"
# One-letter words cling to what follows; “r.”, “zł” and “%” cling to their number; so does what follows “§” and “art.”.
LONE_LETTER = {
    "pl": re.compile(r"(?<!\w)([AIOUWZaiouwz]) (?=\S)"),
    "uk": re.compile(r"(?<!\w)([АВЗІОУЯазвіоуяй]) (?=\S)"),
}
NUMBER_AND_UNIT = re.compile(r"(?<=\d) (?=(?:r\.|р\.|zł|грн|%|tys\.|mln))")
SIGN_AND_NUMBER = re.compile(r"(§|(?<!\w)(?:art|ust|pkt|nr|poz)\.?) (?=\d)", re.IGNORECASE)
# Control characters, halves of surrogates, and signs that steer direction or joining and show nothing themselves.
UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff\ud800-\udfff]"
)


def settable(text: str) -> str:
    """The text with only characters Lato has: composed, stand-ins for look-alikes, an empty box for the rest.

    Costs about a microsecond where nothing is wrong. Raises `FontsMissing`.
    """
    text = clean(text)
    known = displayable()
    if known.issuperset(map(ord, text)):
        return text
    return "".join(
        letter if ord(letter) in known or letter == "\n" else _stand_in(letter, known) for letter in text
    )


def clean(text: str) -> str:
    """The text composed and without control characters, which neither PDF nor DOCX may hold; line ends as LF."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return UNWANTED.sub("", unicodedata.normalize("NFC", text))


def is_seen(text: str) -> bool:
    """The text leaves a trace on paper; PDF/UA forbids titles and headings that leave none."""
    return bool(settable(text).strip("\u00ad \u00a0\n"))


def bound(text: str, language: str) -> str:
    """The text with hard spaces where its language wants none of the lines to break."""
    if language in LONE_LETTER:
        text = LONE_LETTER[language].sub("\\1\u00a0", text)
        text = SIGN_AND_NUMBER.sub("\\1\u00a0", text)
    return NUMBER_AND_UNIT.sub("\u00a0", text)


def is_blank(text: str) -> bool:
    """Nothing, or dots to write on."""
    return not re.sub(r"[\s._…]+", "", text)


def each_text(value: Any, change: Callable[[str], str]) -> Any:
    """A copy of `value` fit for JSON with every text changed; keys are left, days and decimals become text."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, Mapping):
        return {str(key): each_text(one, change) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [each_text(one, change) for one in value]
    return change(str(value))


def _stand_in(letter: str, known: frozenset[int]) -> str:
    if unicodedata.category(letter) in {
        "Cf",
        "Mn",
        "Me",
    }:  # joiners, variation selectors: they show nothing themselves
        return ""
    if letter.isspace():
        return " "
    plain = unicodedata.normalize("NFKC", letter)
    return plain if all(ord(one) in known for one in plain) else BOX
