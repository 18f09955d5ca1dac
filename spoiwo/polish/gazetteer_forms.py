"""Names of places in every case: what Morfeusz generates, and by hand the few names it does not know."""

import re
from collections.abc import Iterator
from itertools import product

from spoiwo.polish.dictionary import Reading, generated, readings

Words = tuple[str, ...]
CASES = ("nom", "gen", "dat", "acc", "inst", "loc", "voc")
_GEOGRAPHIC = "nazwa_geograficzna"
_KINDS = frozenset({"subst", "adj", "pact", "ppas"})
_SPLIT = re.compile(r"[\s-]+")
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_NEUTER = ("o", "a", "u", "o", "em", "ie", "o")
_PLURAL = ("y", "", "om", "y", "ami", "ach", "y")

# What the dictionary lacks or declines otherwise than the people who live there: stem and endings, in the order of CASES.
_BY_HAND = {
    "Chotcza": ("Chotcz", ("a", "y", "y", "ę", "ą", "y", "o")),
    "Hańsk": ("Hańsk", ("", "a", "owi", "", "iem", "u", "u")),
    "Krypno": ("Krypn", _NEUTER),
    "Maleniecka": ("Malenieck", ("a", "iej", "iej", "ą", "ą", "iej", "a")),
    "Rosielna": ("Rosieln", ("a", "ej", "ej", "ą", "ą", "ej", "a")),
    "Tereszpol": ("Tereszpol", ("", "a", "owi", "", "em", "u", "u")),
    "Trzeszczany": ("Trzeszczan", _PLURAL),
    "Uhruska": ("Uhrusk", ("a", "iej", "iej", "ą", "ą", "iej", "a")),
    "Wyryki": ("Wyryk", ("i", "", "om", "i", "ami", "ach", "i")),
    "Zawidz": ("Zawidz", ("", "a", "owi", "", "em", "u", "u")),
    "Zławieś": ("Z", ("ławieś", "ławsi", "ławsi", "ławieś", "ławsią", "ławsi", "ławsi")),
}
_LEMMAS_BY_HAND = {stem + ending: name for name, (stem, endings) in _BY_HAND.items() for ending in endings}
# Ostrów is a woman in Ostrów Mazowiecka alone.
_WHOLE_BY_HAND: dict[Words, tuple[str, tuple[str, ...]]] = {
    ("Ostrów", "Mazowiecka"): ("Ostr", ("ów", "owi", "owi", "ów", "owią", "owi", "owi")),
}
_LEMMAS_BY_HAND |= {"Ostrowi": "Ostrów", "Ostrowią": "Ostrów"}


def lemma_by_hand(form: str) -> str | None:
    """Return the nominative of a form of a name that the dictionary lacks."""
    return _LEMMAS_BY_HAND.get(form)


def words_of(name: str) -> Words:
    """Return the words of an official name; a note in brackets is no part of what people say."""
    return tuple(_SPLIT.split(_BRACKETS.sub("", name).strip()))


def declined(name: str) -> Iterator[tuple[Words, str]]:
    """Give every form of an official name with its case ("nom", "gen" …): Nowy Sącz → (("Nowego", "Sącza"), "gen").

    Adjectives and nouns in the nominative are declined; a word in another case and whatever follows "nad" stays. Some
    50 µs a word.
    """
    words = words_of(name)
    columns, is_open = [], True
    for place, word in enumerate(words):
        is_open = is_open and word[:1].isupper()
        by_hand = _WHOLE_BY_HAND.get(words) if place == 0 else None
        columns.append(_forms(word, len(words) == 1, by_hand) if is_open else {})
    for case in CASES:
        choices = [column.get(case) or (word,) for column, word in zip(columns, words, strict=True)]
        yield from ((form, case) for form in product(*choices))


def adjective_forms(name: str, *, is_neuter: bool) -> Iterator[Words]:
    """Give the forms of a county's or voivodeship's name, in small letters: "płocki", "łódzkie", "łódzki wschodni".

    All of them are adjectives in -i, so the endings are settled: -i (or neuter -ie), -iego, -iemu, -im.
    """
    *first, last = words_of(name.lower())
    stem = last.removesuffix("e").removesuffix("i")
    for ending in ("ie" if is_neuter else "i", "iego", "iemu", "im"):
        bent = [word.removesuffix("i") + ending if " " in name else word for word in first]
        yield (*bent, stem + ending)


def _forms(word: str, is_whole: bool, by_hand: tuple[str, Words] | None) -> dict[str, tuple[str, ...]]:
    if by_hand or word in _BY_HAND:
        stem, endings = by_hand or _BY_HAND[word]
        return {case: (stem + ending,) for case, ending in zip(CASES, endings, strict=True)}
    known = [reading for reading in readings(word) if "nom" in reading.cases and reading.kind in _KINDS]
    # A name by itself is a name ("Piła" is no saw); as part of a longer one it is the word it looks like.
    named = [reading for reading in known if _GEOGRAPHIC in reading.names] if is_whole else []
    found: dict[str, dict[str, None]] = {case: {} for case in CASES}
    for reading in named or known:
        _collect(reading, found)
    return {case: tuple(forms) for case, forms in found.items()}


def _collect(reading: Reading, found: dict[str, dict[str, None]]) -> None:
    for other, form in generated(reading.lemma):
        if other.kind == reading.kind and other.numbers & reading.numbers and other.genders & reading.genders:
            if other.marks & {"com", "sup", "neg"}:
                continue
            for case in other.cases & found.keys():
                found[case][form[:1].upper() + form[1:]] = None
