"""People named in a text: first names and surnames in any case, given back in the nominative."""

from dataclasses import dataclass, replace

from spoiwo.polish.dictionary import FAMILY, GIVEN
from spoiwo.polish.grammar import CASES
from spoiwo.polish.names import inflect_name
from spoiwo.reading.facts.organisation_words import HEADS, OFFICES
from spoiwo.reading.facts.tokens import Document, Token
from spoiwo.reading.facts.words import has_name, known, lemmas, listed

_TAGS = dict(zip(("nom", "gen", "dat", "acc", "inst", "loc", "voc"), CASES, strict=True))
_GENDERS = {"m1": "m", "f": "f"}
# After these a name is a patron's or a street's.
_PATRONS = listed("im imienia ul ulica al aleja pl plac os osiedle św święty rondo patron")
_UNITS = listed("gmina powiat województwo miasto spółka firma")
_NOT_SURNAMES = listed("rok polska") | OFFICES
_ENDINGS = {
    "m": (("ego", "y"), ("ego", "i"), ("emu", "y"), ("emu", "i"), ("ym", "y"), ("im", "i"), ("owi", ""), ("iem", ""),
          ("em", ""), ("owi", "o"), ("a", ""), ("a", "o"), ("y", "a"), ("i", "a"), ("ę", "a"), ("ą", "a"), ("ze", "a"),
          ("u", ""), ("iego", "i"), ("iemu", "i")),
    "f": (("iej", "a"), ("ej", "a"), ("ą", "a"), ("ę", "a"), ("y", "a"), ("i", "a"), ("i", "ia"), ("ze", "a"), ("ie", "a")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """A named person at tokens ``first`` to ``last``; ``cases`` are those the words can stand in."""

    name: str
    start: int
    end: int
    first: int
    last: int
    gender: str
    cases: frozenset[str]
    confidence: float
    is_full: bool = True


def find_people(document: Document, taken: bytearray) -> list[Person]:
    """Return the people of a document; ``taken`` marks characters of organisations and quotations, not looked at.

    >>> [one.name for one in find_people(Document("przez Adama Struzika i Jadwigę Olszowską-Urban"), bytearray(60))]
    ['Adam Struzik', 'Jadwiga Olszowska-Urban']
    """
    found: list[Person] = []
    index = 0
    while index < len(document.tokens):
        token = document.tokens[index]
        person = None
        if token.is_capital and not taken[token.start]:
            person = (
                _full(document, index, taken)
                or _foreign(document, index, taken)
                or _initialled(document, index)
            )
        if person:
            found.append(person)
        index = person.last if person else index + 1
    return [_in_full(person, found) for person in found]


def _in_full(person: Person, found: list[Person]) -> Person:
    """Return "E. Jaroć" as the Eugeniusz Jaroć the text names in full, where there is one alone."""
    if person.is_full:
        return person
    initial, surname = person.name.split(". ", 1)
    same = {
        one.name
        for one in found
        if one.is_full and one.name.startswith(initial) and one.name.endswith(f" {surname}")
    }
    return replace(person, name=same.pop()) if len(same) == 1 else person


def _full(document: Document, index: int, taken: bytearray) -> Person | None:
    tokens = document.tokens
    if (
        not has_name(_title(tokens[index].text), GIVEN)
        or _is_patron(tokens, index)
        or _is_thing(tokens, index)
    ):
        return None
    given, at = [index], index + 1
    while at < len(tokens) and len(given) < 3 and _is_next_given(tokens, at):
        given.append(at)
        at += 1
    if at >= len(tokens) or not _is_surname(tokens, at, taken):
        if len(given) < 2:
            return None
        at = given.pop()
    family, last = _family(tokens, at, taken)
    return _resolved(document, given, family, index, last)


def _is_thing(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether both words are common ones too, as in "w Domku Pastora"."""
    pair = tokens[index : index + 2]
    in_it = index > 0 and tokens[index - 1].low in ("w", "we", "na")
    return (
        in_it
        and len(pair) == 2
        and all(any(r.word[:1].islower() for r in known(token.text)) for token in pair)
    )


def _is_next_given(tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if not (token.gap.strip(" \u00a0") == "" and token.is_capital and has_name(_title(token.text), GIVEN)):
        return False
    return bool(following and following.is_capital and following.is_word and following.gap in (" ", "\u00a0") and not lemmas(following.text) & _NOT_SURNAMES)  # fmt: skip


def _title(word: str) -> str:
    return word.capitalize() if word.isupper() and len(word) > 1 else word


def _is_patron(tokens: tuple[Token, ...], index: int) -> bool:
    at = index - 1
    while (
        at >= 0
        and index - at < 6
        and (tokens[at].text == "." or tokens[at].low in ("ks", "gen", "dr", "prof", "marsz"))
    ):
        at -= 1
    return at >= 0 and tokens[at].low in _PATRONS


def _is_surname(tokens: tuple[Token, ...], at: int, taken: bytearray) -> bool:
    token = tokens[at]
    if not (token.is_word and token.is_capital) or token.gap.count("\n") > 1 or taken[token.start]:
        return False
    if "\n" in token.gap and at + 1 < len(tokens) and tokens[at + 1].text == ":":
        return False  # the label of the next line
    if token.gap.strip(" \u00a0\n") or not token.gap or len(token.text) < 2:
        return False
    found = lemmas(token.text)
    if found & _NOT_SURNAMES or (found & HEADS.keys() and not has_name(token.text, FAMILY)):
        return False
    is_family = any(has_name(part, FAMILY) for part in token.text.split("-"))
    return is_family or not _is_ordinary(token.text) or _is_common_as_surname(tokens, at)


def _is_common_as_surname(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a common noun in capitals stands as a surname: "Małgorzata Osa", both in the nominative."""
    word, given = tokens[at].text, known(_title(tokens[at - 1].text)) if at else ()
    is_given = any(GIVEN in r.names and "nom" in r.cases for r in given)
    is_given = is_given and all(r.names & {GIVEN, FAMILY} for r in given)
    noun = [r for r in known(word) if r.word[:1].islower()]
    if not is_given or word.isupper() or "\n" in tokens[at].gap:
        return False
    return any(r.kind == "subst" and "nom" in r.cases and "sg" in r.numbers for r in noun)


def _is_ordinary(word: str) -> bool:
    """Whether a word is only a common one ("Szkoły") or only a place ("Warszawy"), so that it is hardly a surname."""
    if "-" in word:
        return False
    return bool(known(word)) and not has_name(word, GIVEN)


def _family(tokens: tuple[Token, ...], at: int, taken: bytearray) -> tuple[list[str], int]:
    """Return the parts of the surname that begins here and the token after it; "Olszowską - Urban" is one surname."""
    parts = tokens[at].text.split("-")
    last = at + 1
    if last + 1 < len(tokens) and tokens[last].text == "-" and tokens[last].gap and len(parts) == 1:
        second = tokens[last + 1]
        joined = parts[0].endswith(("ska", "ską", "skiej", "cka", "cką", "ckiej"))
        if (
            joined
            and second.is_capital
            and has_name(second.text, FAMILY)
            and _is_surname(tokens, last + 1, taken)
        ):
            return [*parts, second.text], last + 2
    return parts, last


def _resolved(
    document: Document, given: list[int], family: list[str], first: int, last: int
) -> Person | None:
    tokens = document.tokens
    best: tuple[float, str, str, frozenset[str]] | None = None
    for name, gender, cases in _given_readings(_title(tokens[given[0]].text)):
        others = [_in_case(_title(tokens[at].text), gender, cases) for at in given[1:]]
        firsts = " ".join(
            [name, *(other or tokens[at].text for other, at in zip(others, given[1:], strict=True))]
        )
        surname, sure, fitting = _surname(firsts, family, gender, cases)
        score = sure + (0.02 if "nom" in fitting else 0)
        if best is None or score > best[0]:
            best = (score, f"{firsts} {surname}", gender, fitting)
    if best is None:
        return None
    score, name, gender, fitting = best
    start, end = tokens[first].start, tokens[last - 1].end
    return Person(name, start, end, first, last, gender, fitting, min(score, 0.97))


# Women are so rarely called this that the word is the genitive of the man's name.
_RARELY_GIVEN = listed("Pawła Roberta Huberta Norberta Filipa Ernesta Leonarda Adama Karola")


def _given_readings(word: str) -> list[tuple[str, str, frozenset[str]]]:
    found: dict[tuple[str, str], frozenset[str]] = {}
    for reading in known(word):
        if GIVEN in reading.names and "sg" in reading.numbers and reading.word not in _RARELY_GIVEN:
            for gender in reading.genders & _GENDERS.keys():
                key = (reading.word, _GENDERS[gender])
                found[key] = found.get(key, frozenset()) | reading.cases
    # Jacka is Jacek before Jack, Marka is Marek before Mark.
    ordered = sorted(found.items(), key=lambda item: not item[0][0].endswith("ek"))
    return [(name, gender, cases) for (name, gender), cases in ordered]


def _in_case(word: str, gender: str, cases: frozenset[str]) -> str | None:
    return next((n for n, g, c in _given_readings(word) if g == gender and c & cases), None)


def _surname(
    given: str, parts: list[str], gender: str, cases: frozenset[str]
) -> tuple[str, float, frozenset[str]]:
    """Return a surname in the nominative, how sure that is, and the cases in which both names agree."""
    options = [_part_options(given, part, gender, cases) for part in parts]
    common = cases
    for option in options:
        every = frozenset().union(*(found for _, found, _ in option))
        common = common & every if common & every else common
    chosen, sure = [], 1.0
    for part, option in zip(parts, options, strict=True):
        fitting = [one for one in option if one[1] & common]
        if fitting:
            name, found, certain = max(fitting, key=lambda one: (one[2], "nom" in one[1] & common))
            common = common & found or common
            sure = min(sure, certain)
        else:
            name, sure = part, 0.6
        chosen.append(name)
    return "-".join(chosen), sure, common


def _part_options(
    given: str, word: str, gender: str, cases: frozenset[str]
) -> list[tuple[str, frozenset[str], float]]:
    """Return nominatives one part of a surname can have, each with the cases it stands in and how sure it is."""
    tag = "m1" if gender == "m" else "f"
    found = [
        (reading.word, reading.cases, 0.96)
        for reading in known(_title(word))
        if FAMILY in reading.names and tag in reading.genders and "sg" in reading.numbers
    ]
    if word.isupper() and len(word) > 1:
        found = [(name.upper(), cases, sure) for name, cases, sure in found]
    if any(one[1] & cases for one in found):
        return found
    return found + _by_endings(given.split()[0], word, gender, cases)


def _by_endings(
    given: str, word: str, gender: str, cases: frozenset[str]
) -> list[tuple[str, frozenset[str], float]]:
    candidates = [word]
    for ending, replacement in _ENDINGS[gender]:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stem = word[: -len(ending)]
            if gender == "m" and not replacement and stem[-1:] == "k" and stem[-2:-1] not in "aąeęioóuyśs":
                candidates.append(stem[:-1] + "ek")
            candidates.append(stem + replacement)
    found = []
    for candidate in dict.fromkeys(candidates):
        fitting = _cases_of(given, candidate, word, gender) & cases
        if fitting:
            found.append((candidate, frozenset(fitting), 0.9 if candidate == word else 0.85))
    return found[:1] if found and found[0][0] == word and "nom" in found[0][1] else found[:2]


def _cases_of(given: str, candidate: str, word: str, gender: str) -> set[str]:
    forms = inflect_name(given, candidate, gender).family_name
    return {tag for tag, name in _TAGS.items() if getattr(forms, name) == word}


_OBLIQUE = ("u", "owi", "em", "ów", "om", "ach", "ami", "ego", "ej", "ym", "ych")


def _foreign(document: Document, index: int, taken: bytearray) -> Person | None:
    """Read "Oksana Hryniewicz": a first name the dictionary lacks before a surname in the nominative."""
    tokens = document.tokens
    token, family = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else None
    if (
        family is None
        or any(
            "nom" in r.cases or r.kind != "subst" or "m1" in r.genders for r in known(token.text)
        )  # "Nikola" is the genitive of a metal
        or token.text.isupper()
        or (known(token.text) and token.low.endswith(_OBLIQUE))  # "Turnieju Gier"
        or len(token.text) < 3
        or "-" in token.text
        or lemmas(token.text) & (HEADS.keys() | _UNITS)
    ):
        return None
    before = tokens[index - 1].low if index else ""
    if not _is_surname(tokens, index + 1, taken) or before in (
        "w",
        "z",
        "do",
        "dla",
        "o",
        "przez",
        "firma",
        "firmy",
    ):
        return None
    if not any(FAMILY in r.names and "nom" in r.cases for r in known(family.text)):
        return None
    if has_name(family.text, GIVEN) and index + 2 < len(tokens) and _is_surname(tokens, index + 2, taken):
        return None  # "prezydent Ełku Tymon Malec": the name begins one word later
    gender = "f" if token.text.endswith("a") else "m"
    name = f"{token.text} {family.text}"
    return Person(name, token.start, family.end, index, index + 2, gender, frozenset({"nom"}), 0.75)


def _initialled(document: Document, index: int) -> Person | None:
    """Read "M. Serwa": an initial and a surname in the nominative."""
    tokens = document.tokens
    if index + 2 >= len(tokens) or len(tokens[index].text) != 1 or tokens[index + 1].text != ".":
        return None
    surname = tokens[index + 2]
    if tokens[index + 1].gap or surname.gap not in (" ", "\u00a0", "") or not surname.is_capital:
        return None
    before = tokens[index - 1] if index else None
    if before is not None and (
        before.low in _PATRONS or (before.text not in ":.(,–-" and before.low not in ("fot", "autor"))
    ):
        return None
    if tokens[index].text in "PS" and before is not None and before.text not in ":":
        return None  # p. and s. are Pani and siostra
    named = has_name(surname.text, FAMILY) and any(
        FAMILY in reading.names and "nom" in reading.cases for reading in known(surname.text)
    )
    if not named or surname.text.isupper():
        return None
    name = f"{tokens[index].text}. {surname.text}"
    return Person(
        name, tokens[index].start, surname.end, index, index + 3, "", frozenset({"nom"}), 0.8, is_full=False
    )
