"""Polish alphabetical order as a storable key, and text folded to plain letters for tolerant comparison."""

import re
import unicodedata

_ORDER = " 0123456789aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
_SPACES = "-–—‐‑/_\u00a0\u202f\t\n\r"
_SINGLE = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_NUMBER = re.compile(r"[0-9]+")
_NUMBER_WIDTH = 6


class _Codes(dict):
    """A table for ``str.translate`` that works out the code of a character the first time it is met."""

    def __missing__(self, code: int) -> str:
        self[code] = value = _code(chr(code))
        return value


def _code(character: str) -> str:
    """Return two digits per letter of the Polish alphabet; other scripts sort after it, punctuation is ignored."""
    if character in _SPACES:
        character = " "
    if (place := _ORDER.find(character)) >= 0:
        return f"{place + 10}"
    plain = _SINGLE.get(character) or _without_marks(character)
    if plain != character:
        return "".join(map(_code, plain))
    return f"99{ord(character):07}" if character.isalnum() else ""


def _without_marks(character: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))


_CODES = _Codes()


def collation_key(text: str) -> str:
    """Return a key that sorts texts in Polish alphabetical order: a ą b c ć … z ź ż, capitals like small letters.

    A space or hyphen sorts before any letter, other punctuation is ignored, numbers sort by value ("nr 2" before
    "nr 10"), foreign letters with marks sort as plain ones, other scripts come last. The key consists of digits
    only, two for a letter, so it sorts the same in Python and in any database under any collation: store it in a
    text column with an index and ``ORDER BY`` it. Texts that differ only in case or punctuation have equal keys;
    add the text itself as a second key where a stable order matters. About a microsecond for a name.
    """
    text = unicodedata.normalize("NFC", text).lower().strip()
    if not text.isalpha():
        text = _NUMBER.sub(lambda number: number[0].lstrip("0").zfill(_NUMBER_WIDTH), text)
    return text.translate(_CODES)


class _Plain(dict):
    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = value = _SINGLE.get(character) or _without_marks(character).replace("ł", "l")
        return value


_PLAIN = _Plain()


def fold(text: str) -> str:
    """Return the text in small letters without diacritics (Łódź → lodz), for tolerant search and duplicates.

    Runs of white space become one space. Folding twice changes nothing. Well under a microsecond for a name.
    """
    return " ".join(text.casefold().translate(_PLAIN).casefold().translate(_PLAIN).split())
