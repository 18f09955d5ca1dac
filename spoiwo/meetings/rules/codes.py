"""Codes that people type from paper: of an answer link, a ticket, a certificate, and the short one on the wall.

The alphabet is Crockford's Base32 (https://www.crockford.com/base32.html): no I, L, O, U. The last symbol is a check: over
the field of 32 elements a code's symbols, each multiplied by its own power of a generator, add up to nothing. The powers
differ from place to place and are never zero, so one wrong symbol and any two symbols exchanged are always noticed.
"""

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from urllib.parse import unquote

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PERSONAL = 13
"""Symbols of a personal code: twelve by chance (60 bits) and the check."""
WALL = 6
"""Symbols of the code on the wall: five by chance (25 bits) and the check."""

SLIP = 9
"""Symbols of a slip for the hall: eight by chance (40 bits, so that nobody guesses one) and the check."""

_GROUPS = {PERSONAL: (4, 8), SLIP: (3, 6), WALL: (3,)}
_BY_CHANCE = bytes(
    ord(ALPHABET[byte % 32]) for byte in range(256)
)  # 256 is a multiple of 32: all are equally likely
_NOT_CODE = re.compile(r"[\s‐‑‒–—―−_.,;:!()\[\]<>\"'„”“’*-]+")
_PARTS_OF_LINK = re.compile(r"[/?&=#|]+")
# What is read for something else: in print, in handwriting, and on a Ukrainian keyboard.
_READ_AS = str.maketrans("OILUАВСЕНІКМОРТХ", "011VABCEH1KM0PTX")


def _times_generator(value: int) -> int:
    """Multiplied by x in the field of polynomials over {0, 1} modulo x⁵ + x² + 1, where x generates everything but 0."""
    value <<= 1
    return value ^ 0b100101 if value & 0b100000 else value


def _weighted(power: int) -> dict[str, int]:
    """Every symbol times that power of the generator."""
    values = list(range(32))
    for _step in range(power):
        values = [_times_generator(value) for value in values]
    return dict(zip(ALPHABET, values, strict=True))


# The check symbol has the weight 1, so that it is simply the sum of the others.
_WEIGHTED = [_weighted(power) for power in range(PERSONAL)]


def _check(symbols: str) -> str:
    total = 0
    for weighted, symbol in zip(_WEIGHTED[1:], symbols, strict=False):
        total ^= weighted[symbol]
    return ALPHABET[total]


def new_codes(count: int, random_bytes: Callable[[int], bytes], *, length: int = PERSONAL) -> list[str]:
    """So many different codes of `length` symbols; `random_bytes(n)` gives n bytes, as `secrets.token_bytes` does.

    That none was given out before is for the table's constraint to say: among a million personal codes the chance is one
    in two million. One millisecond for a thousand.
    """
    codes: dict[str, None] = {}
    drawn = length - 1
    while len(codes) < count:
        wanted = count - len(codes)
        symbols = random_bytes(wanted * drawn).translate(_BY_CHANCE).decode("ascii")
        for start in range(0, wanted * drawn, drawn):
            head = symbols[start : start + drawn]
            codes[head + _check(head)] = None
    return list(codes)


def read_code(text: str, *, length: int = PERSONAL) -> str | None:
    """The code in what somebody typed, pasted or followed, or None where there is none or a symbol is wrong.

    Small letters, spaces, hyphens, O for 0, I and L for 1, U for V and Cyrillic letters of the same shape are put right.
    A whole link will do, also one wrapped by a mail gateway that checks links. A few microseconds.
    """
    text = unicodedata.normalize("NFKC", text[:2000])
    for part in _PARTS_OF_LINK.split(unquote(unquote(text)) if "%" in text else text):
        symbols = _NOT_CODE.sub("", part).upper().translate(_READ_AS)
        if len(symbols) == length and _is_sound(symbols):
            return symbols
    return None


def _is_sound(symbols: str) -> bool:
    return all(symbol in ALPHABET for symbol in symbols) and _check(symbols[:-1]) == symbols[-1]


def shown(code: str) -> str:
    """The code in groups that are easy to read aloud: 4-4-5, on a slip 3-3-3, on the wall 3-3."""
    cuts = (0, *_GROUPS.get(len(code), ()), len(code))
    return "-".join(code[start:end] for start, end in pairwise(cuts))
