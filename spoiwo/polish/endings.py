"""Inflection by the ending of a word, for names the dictionary does not know; doubtful endings give None."""

import re

from spoiwo.polish.grammar import Forms

_VOWELS = "aąeęioóuy"
_LAST_IN_E = {  # the locative (and the dative of words in -a) of hard stems
    "b": "bie", "p": "pie", "w": "wie", "v": "vie", "f": "fie", "m": "mie", "n": "nie", "s": "sie", "z": "zie",
    "t": "cie", "d": "dzie", "r": "rze", "ł": "le",
    "k": "ce", "g": "dze", "h": "że", "ch": "sze",
    "st": "ście", "zd": "ździe", "sn": "śnie", "zn": "źnie", "sł": "śle", "zł": "źle",
}  # fmt: skip
_SOFT_LETTERS = {"dź": "dzi", "ć": "ci", "ś": "si", "ź": "zi", "ń": "ni"}
_HARDENED = ("cz", "sz", "rz", "dz", "dż", "c", "ż")
# The e that may or may not vanish, ó and ą that may turn into o and ę, and letters that are read in several ways.
_DOUBTFUL = re.compile(
    r"(?:e[łlńćwc]|ioł|ó[^aąeęioóuy]+|ą(?:b|g|dz|d|ż|z|w)|[iy]j|[tpgs]h|[lnt]z|q)$"
)  # fmt: skip
_FLEETING_EK = re.compile(r"[aąeęioóuy].*[^aąeęioóuy]ek$")
_SOFT_BEFORE_EK = {"ni": "ń", "si": "ś", "zi": "ź", "ci": "ć", "dzi": "dź"}


def masculine(word: str, *, given: bool = False) -> Forms | None:
    """Return forms of a man's name in a consonant (Schimanek, Zandberg, Dukaj); None where it is doubtful.

    With ``given`` names in -ij, -yj are nouns (Serhij, Serhija); as surnames they waver between two patterns.
    """
    low = word.lower()
    if low[-1:] in _VOWELS or not low[-1:].isalpha() or not re.search(f"[{_VOWELS}]", low):
        return None
    if _FLEETING_EK.search(low):
        return _hard(word, _without_e(word))
    if len(low) > 4 and re.search(r"[wbpmn]iec$", low):  # Kupiec, Kupca; Gwoździniec, Gwoździńca
        return _soft(word, word[:-3] + "c" if low[-4] != "n" else word[:-4] + "ńc")
    wavers = _DOUBTFUL.search(low) and not re.search(r"[^lnt]tz$", low)
    if wavers and not (given and low.endswith(("ij", "yj"))):
        return None
    return _by_last_consonant(word, low)


def _by_last_consonant(word: str, low: str) -> Forms:
    if low.endswith("x"):
        return _hard(word, word[:-1] + "ks")
    for ending, letters in _SOFT_LETTERS.items():
        if low.endswith(ending):
            return _soft(word, word[: -len(ending)] + letters)
    soft = low.endswith((*_HARDENED, "tz", "l", "j")) and not low.endswith("ll")
    return _soft(word, word) if soft else _hard(word, word)


def _without_e(word: str) -> str:
    before = word[:-2]
    for soft in ("dzi", "ni", "si", "zi", "ci"):
        if before.endswith(soft):
            return before[: -len(soft)] + _SOFT_BEFORE_EK[soft] + "k"
    return (before[:-1] if before.endswith("i") else before) + "k"


def _soft(word: str, stem: str) -> Forms:
    return Forms(word, stem + "a", stem + "owi", stem + "a", stem + "em", stem + "u", stem + "u")


def _hard(word: str, stem: str) -> Forms:
    velar = stem[-1] in "kg"
    locative = stem + "u" if velar or stem[-1] == "h" or stem.endswith("ll") else in_e(stem)
    instrumental = stem + ("iem" if velar else "em")
    return Forms(word, stem + "a", stem + "owi", stem + "a", instrumental, locative, locative)


def in_e(stem: str) -> str:
    """Return a hard stem with the ending -e and the sound change it brings: brat → bracie, Kobył → Kobyle."""
    for length in (2, 1):
        if stem[-length:].lower() in _LAST_IN_E:
            return stem[:-length] + _LAST_IN_E[stem[-length:].lower()]
    return stem + "e"


def noun_in_a(word: str, *, given: bool = False) -> Forms | None:
    """Return forms of a noun in -a of either gender (Kobyła, Oksana) or of a man's surname in -o (Boszko)."""
    stem, low = word[:-1], word[:-1].lower()
    if len(low) < 2 or low[-1] in "qxuyą" or (given and low.endswith(("c", "ni", "li"))):
        return None
    vocative = stem + ("u" if given and low.endswith(("si", "ci", "zi", "ni")) else "o")
    if low.endswith("ii"):  # Yuliia, Anastasiia: a letter-for-letter transcription, read as Julia
        genitive = dative = stem
    elif low[-1] == "i":
        genitive = dative = stem if re.search(r"[bpwmnsczf]i$", low) else stem + "i"
    elif low[-1] in "eo":
        genitive = dative = stem + "i"
    elif low[-1] == "j":
        genitive = dative = (stem[:-1] if low[-2] in _VOWELS else stem) + "i"
    elif low[-1] == "l":
        genitive = dative = stem + "i"
    elif low.endswith(_HARDENED):
        genitive = dative = stem + "y"
    else:
        genitive, dative = stem + ("i" if low[-1] in "kg" else "y"), in_e(stem)
    return Forms(word, genitive, dative, stem + "ę", stem + "ą", dative, vocative)


def masculine_adjective(word: str) -> Forms:
    """Return forms of a man's surname declined like an adjective: in -ski, -i, -y or -e."""
    stem, last = word[:-1], word[-1]
    if last == "y":
        long, short = stem + "e", stem + "y"
    elif last == "i":
        long, short = word + "e", word
    else:
        long, short = word, word
    return Forms(word, long + "go", long + "mu", long + "go", short + "m", short + "m", word)


def feminine_adjective(word: str) -> Forms:
    """Return forms of a woman's surname declined like an adjective in -a: Otrębska, Nowakowa, Biała."""
    stem = word[:-1]
    oblique = stem + ("iej" if stem[-1] in "kg" else "ej")
    return Forms(word, oblique, oblique, stem + "ą", stem + "ą", oblique, word)
