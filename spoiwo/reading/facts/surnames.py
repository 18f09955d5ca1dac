"""People spoken of again by a function or a title and the surname alone: "dyrektor Widera" after "Marian Widera"."""

from spoiwo.polish.grammar import CASES
from spoiwo.polish.names import inflect_name
from spoiwo.reading.facts.function_words import FUNCTIONS
from spoiwo.reading.facts.people import Person
from spoiwo.reading.facts.tokens import Document
from spoiwo.reading.facts.words import lemmas, listed

_TAGS = dict(zip(CASES, ("nom", "gen", "dat", "acc", "inst", "loc", "voc"), strict=True))
_BEFORE = listed("pan pani p dr prof mgr inż ks red mec") | FUNCTIONS


def find_surnames(document: Document, people: list[Person]) -> list[Person]:
    """Return the later mentions of people by their surname, each as the person named in full before.

    Only after a function or a title, and only where one person of the text bears the surname.
    """
    forms = _forms(people)
    covered = {at for person in people for at in range(person.first, person.last)}
    found = []
    for token in document.tokens:
        told = forms.get(token.text) if token.is_capital and token.index not in covered else None
        if told and _is_announced(document, token.index) and told[0].last <= token.index:
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


def _forms(people: list[Person]) -> dict[str, tuple[Person, frozenset[str]]]:
    """Return every form of the surnames only one person bears, with the cases it stands in."""
    bearers: dict[str, set[str]] = {}
    for person in people:
        bearers.setdefault(person.name.rsplit(" ", 1)[1], set()).add(person.name)
    found: dict[str, tuple[Person, set[str]]] = {}
    for person in people:
        given, surname = person.name.rsplit(" ", 1)
        if not person.is_full or len(bearers[surname]) > 1:
            continue
        forms = inflect_name(given, surname, person.gender or None).family_name
        for case, tag in _TAGS.items():
            found.setdefault(getattr(forms, case), (person, set()))[1].add(tag)
    return {form: (person, frozenset(cases)) for form, (person, cases) in found.items()}


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
