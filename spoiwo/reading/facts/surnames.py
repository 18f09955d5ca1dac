"""People spoken of again: "dyrektor Widera" and "odebrał ją Widera" after "Marian Widera", "pani Felicja" after "Felicja Tarka"."""

from spoiwo.polish.grammar import CASES
from spoiwo.polish.names import inflect_name
from spoiwo.reading.facts.function_words import FUNCTIONS
from spoiwo.reading.facts.people import Person
from spoiwo.reading.facts.tokens import Document
from spoiwo.reading.facts.words import lemmas, listed

_TAGS = dict(zip(CASES, ("nom", "gen", "dat", "acc", "inst", "loc", "voc"), strict=True))
_POLITE = listed("pan pani")
_BEFORE = listed("pan pani p dr prof mgr inż ks red mec") | FUNCTIONS


def find_surnames(document: Document, people: list[Person]) -> list[Person]:
    """Return the later mentions of people by their surname or first name, each as the person named in full before.

    A surname after a function or a title, or within a sentence, where only one person of the text bears it and nothing
    else in capitals stands beside it; a first name only after "pan" or "pani".
    """
    forms, given = _forms(people), _forms(people, of_given=True)
    covered = {at for person in people for at in range(person.first, person.last)}
    found = []
    for token in document.tokens:
        is_free = token.is_capital and token.index not in covered
        told = forms.get(token.text) if is_free else None
        if told and not (_is_announced(document, token.index) or _is_within(document, token.index)):
            continue
        if is_free and not told and _is_called(document, token.index):
            told = given.get(token.text)
        if told and told[0].last <= token.index:
            person, cases = told
            found.append(
                Person(
                    person.name,
                    token.start,
                    token.end,
                    token.index,
                    token.index + 1,
                    person.gender,
                    cases,
                    0.85,
                    is_full=False,
                )
            )
    return found


_Forms = dict[str, tuple[Person, frozenset[str]]]


def _forms(people: list[Person], *, of_given: bool = False) -> _Forms:
    """Return every form of the surnames, or of the first names, only one person bears, with the cases it stands in."""
    at = 0 if of_given else -1
    bearers: dict[str, set[str]] = {}
    for person in people:
        bearers.setdefault(person.name.split(" ")[at], set()).add(person.name)
    found: dict[str, tuple[Person, set[str]]] = {}
    for person in people:
        words = person.name.split(" ")
        if not person.is_full or len(bearers[words[at]]) > 1:
            continue
        given = words[0] if of_given else " ".join(words[:-1])
        forms = inflect_name(given, words[-1], person.gender or None)
        own = forms.given_name if of_given else forms.family_name
        for case, tag in _TAGS.items():
            found.setdefault(getattr(own, case), (person, set()))[1].add(tag)
    return {form: (person, frozenset(cases)) for form, (person, cases) in found.items()}


_SHORTEST = 4  # letters of a surname that needs nothing before it


def _is_called(document: Document, at: int) -> bool:
    """Whether "pan" or "pani" stands right before a first name, and no surname after it."""
    before, following = document.tokens[at - 1] if at else None, document.tokens[at + 1 : at + 2]
    is_alone = not (following and following[0].is_capital)
    return before is not None and bool(lemmas(before.text) & _POLITE) and is_alone


def _is_within(document: Document, at: int) -> bool:
    """Whether a surname stands within a sentence with no other capital beside it, so that it is no part of a longer name."""
    tokens = document.tokens
    token = tokens[at]
    start = document.sentences[document.sentence_number(token.start)].start
    if at == 0 or token.start == start or len(token.text) < _SHORTEST or token.text.isupper():
        return False
    before, following = tokens[at - 1], tokens[at + 1 : at + 2]
    is_apart = before.is_word and not before.is_capital and before.start != start
    return is_apart and not (following and (following[0].is_capital or following[0].text in "-–„"))


def _is_announced(document: Document, at: int) -> bool:
    """Whether a function or a title stands right before."""
    tokens = document.tokens
    before = at - 1
    if before >= 1 and tokens[before].text == ".":
        before -= 1
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    alone = following is None or not (following.is_capital and following.is_word and following.gap == " ")
    return (
        before >= 0 and alone and bool(lemmas(tokens[before].text) & _BEFORE or tokens[before].low in _BEFORE)
    )
