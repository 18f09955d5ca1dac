"""Cached, thread-safe access to Morfeusz 2 with its bundled dictionary (SGJP)."""

from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from threading import Lock
from typing import Any, NamedTuple

from spoiwo.polish.grammar import Forms
from spoiwo.polish.lending import LentDictionary

GIVEN = "imię"
FAMILY = "nazwisko"
_CASE_TAGS = ("nom", "gen", "dat", "acc", "inst", "loc", "voc")
# Words marked so are correct somewhere, but not in a letter from an office.
_AVOIDED = frozenset(
    [
        "pot.",
        "niepopr.",
        "rzad.",
        "daw.",
        "przest.",
        "gw.",
        "wulg.",
        "pogard.",
        "żart.",
        "środ.",
        "reg.",
        "hist.",
    ]
)
_DEGREES = frozenset({"pos", "com", "sup", "aff", "neg"})
_lock = Lock()  # one Morfeusz object must not be used by two threads at a time


class Reading(NamedTuple):
    """One dictionary reading of a word: lemma (with its homonym mark), part of speech and its features."""

    lemma: str
    kind: str
    numbers: frozenset[str]
    cases: frozenset[str]
    genders: frozenset[str]
    names: frozenset[str]
    marks: frozenset[str]

    @property
    def word(self) -> str:
        """The lemma as people write it, without the dictionary's homonym mark."""
        return self.lemma.split(":")[0]

    def fits(self, *, kind: str, case: str, gender: str | None = None) -> bool:
        """Whether the word can be this singular case (and gender) of that part of speech."""
        right_case = self.kind == kind and "sg" in self.numbers and case in self.cases
        return right_case and (gender is None or gender in self.genders) and "neg" not in self.marks


_is_lent = False


def lend_dictionary() -> None:
    """From now on the dictionary stays in a process of its own (see `lending`); a web process calls this at its start."""
    global _is_lent
    _is_lent = True


@lru_cache(maxsize=1)
def _morfeusz() -> Any:
    # Loaded on first use and not with the package: the dictionary takes a tenth of a second and tens of megabytes.
    return LentDictionary() if _is_lent else import_module("morfeusz2").Morfeusz(analyse=True, generate=True)


@lru_cache(maxsize=32_768)
def readings(word: str) -> tuple[Reading, ...]:
    """Return every dictionary reading of the whole word, nothing for an unknown one; microseconds once cached."""
    with _lock:
        found = _morfeusz().analyse(word)
    return tuple(_reading(edge[2]) for edge in found if edge[2][0] == word and edge[2][2] != "ign")


def _reading(entry: tuple) -> Reading:
    kind, *features = entry[2].split(":")
    sets: list[frozenset[str]] = [frozenset(feature.split(".")) for feature in features[:3]]
    sets += [frozenset()] * (3 - len(sets))
    first, second, third = sets[:3]
    return Reading(entry[1], kind, first, second, third, frozenset(entry[3]), frozenset(features[3:]))


@lru_cache(maxsize=32_768)
def _generated(lemma: str) -> tuple[tuple[Reading, str, frozenset[str]], ...]:
    with _lock:
        found = _morfeusz().generate(lemma)
    return tuple((_reading(item), item[0], frozenset(item[4])) for item in found if item[1] == lemma)


@lru_cache(maxsize=8192)
def entries(word: str) -> tuple[tuple[str, str, list[str]], ...]:
    """Return (lemma, tag, kinds of name) for every reading of a word, nothing for an unknown one.

    Of a verb with a personal ending ("robiliśmy") the verb's readings are given. Some 10 to 20 µs; remembered for a page
    or two, as its words are asked of again and again.
    """
    with _lock:
        found = _morfeusz().analyse(word)
    whole = [edge[2] for edge in found if edge[2][0] == word] or [edge[2] for edge in found if edge[0] == 0]
    # The dictionary puts together what it likes of short pieces; only a verb and its ending make a word.
    if not whole or any(edge[2][2] == "ign" for edge in found) or not _is_one_word(whole[0], word):
        return ()
    return tuple((entry[1], entry[2], entry[3]) for entry in whole)


def _is_one_word(entry: tuple, word: str) -> bool:
    return entry[0] == word or entry[2].startswith(("praet", "cond", "winien", "comp"))


def lemmas(word: str) -> list[str]:
    """Return the lemmas of a word without homonym marks, nothing for an unknown one; not remembered."""
    return list(dict.fromkeys(lemma.split(":")[0] for lemma, _tag, _names in entries(word)))


def generated(lemma: str) -> Iterator[tuple[Reading, str]]:
    """Give every form of a lemma (with its homonym mark, as in `Reading.lemma`) with its reading; nothing is kept."""
    with _lock:
        found = _morfeusz().generate(lemma)
    return ((_reading(item), item[0]) for item in found if item[1] == lemma)


def every_form(word: str, names: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return all forms of all words this one can be a form of, in every number, case and gender, itself included.

    ``names`` narrows the readings to names of these kinds ("nazwa_geograficzna"). An unknown word gives nothing.
    """
    lemmas = {reading.lemma for reading in readings(word) if not names or names & reading.names}
    return frozenset(form for lemma in lemmas for _, form, _ in _generated(lemma))


@lru_cache(maxsize=32_768)
def paradigm(
    word: str, gender: str, names: frozenset[str] = frozenset(), kind: str = "subst"
) -> Forms | None:
    """Return the singular forms of a word known to the dictionary as this gender (``m1`` or ``f``), else None.

    ``names`` narrows nouns to given names or surnames. Where the dictionary allows several paradigms, see
    ``_preferred``. A declined paradigm wins over an indeclinable one.
    """
    known = dict.fromkeys(
        (reading.lemma, reading.marks & _DEGREES)
        for reading in readings(word)
        if reading.fits(kind=kind, case="nom", gender=gender) and (not names or names & reading.names)
    )
    found = [forms for lemma, degree in known if (forms := _forms(word, lemma, degree, gender, names, kind))]
    return next((forms for forms in found if len(set(forms)) > 1), found[0] if found else None)


def _forms(
    word: str, lemma: str, degree: frozenset[str], gender: str, names: frozenset[str], kind: str
) -> Forms | None:
    options: dict[str, list[tuple[str, frozenset[str]]]] = {case: [] for case in _CASE_TAGS}
    for reading, form, labels in _generated(lemma):
        same_word = reading.kind == kind and reading.marks & _DEGREES == degree
        same_name = not names or names & reading.names
        if same_word and same_name and "sg" in reading.numbers and gender in reading.genders:
            for case in reading.cases & options.keys():
                options[case].append((form, labels))
    if not all(options.values()) or word not in {form for form, _ in options["nom"]}:
        return None  # the second: capitals in odd places, which analysis forgives
    genitive = _preferred(word, options["gen"], _like_common_noun(word, gender), "")
    shifted = not genitive.startswith(word[:-1])
    rest = [_preferred(word, options[case], shifted, genitive[:-1]) for case in _CASE_TAGS[2:]]
    if genitive.endswith(("ej", "ego")) and word in {form for form, _ in options["voc"]}:
        rest[-1] = word  # declined like an adjective, whatever noun-like vocative exists beside it
    return Forms(word, genitive, *rest)


def _preferred(word: str, options: list[tuple[str, frozenset[str]]], shifted: bool, stem: str) -> str:
    """Pick one of the dictionary's parallel forms: neutral in style, declined, of one and the same stem.

    Surnames that are also common nouns may keep or lose their sound changes (Kozła or Kozioła); both are
    correct. We follow the common noun, as for Kozła and Gołębia, and otherwise keep the surname recognisable.
    """
    forms = {form for form, labels in options if not labels & _AVOIDED} or {form for form, _ in options}
    forms = {form for form in forms if form != word} or forms
    forms = {form for form in forms if (not form.startswith(word[:-1])) == shifted} or forms
    # Sapieże before Sapiesze: the stem in -h, not in -ch.
    return min(forms, key=lambda form: (not form.startswith(stem), form.endswith("sze"), len(form), form))


def _like_common_noun(word: str, gender: str) -> bool:
    return gender == "m1" and any(
        reading.fits(kind="subst", case="nom") for reading in readings(word.lower())
    )
