"""Who spoke for which party of an agreement: nobody rather than somebody of another body."""

import re
from collections import Counter
from collections.abc import Sequence

_LOCAL = r"(?:powiat|województwo|gmina|miasto|miasto i gmina)\b"
# A function in small letters, and the bodies that alone have it; for the others those that have it not stand behind “(?!”.
_BODIES = (
    (r"(?:wice)?starost", r"(?:powiat|starost|zarząd powiatu|wydział)"),
    (
        r"(?:wice)?marszał|członek zarządu województwa",
        r"(?:województwo|samorząd|urząd marszałk|marszał|zarząd)",
    ),
    (r"wójt|(?:wice)?burmistrz|prezydent", r"(?:gmina|miasto|miejsk|urząd|wójt|burmistrz|prezydent)"),
    (r"(?:wice)?preze", rf"(?!{_LOCAL}|(?:powiatowy |wojewódzki )?urząd|starost|szkoł|zespół szkół)"),
    (r"dyrektor|wicedyrektor|kierowni|właściciel|przewodnicz|rektor|prorektor", rf"(?!{_LOCAL})"),
)


def may_speak(person: str, party: str) -> bool:
    """Whether somebody of this function (“Jan Kos, starosta”) is found in a body of this name."""
    function, body = person.partition(",")[2].strip().casefold(), party.casefold().lstrip("„\"'")
    own = next((bodies for word, bodies in _BODIES if re.search(rf"\b(?:{word})", function)), "")
    return bool(re.match(own, body))


def spoken_for(people: Sequence[str], parties: Sequence[str], order: Sequence[str]) -> list[int]:
    """Return the place of the party each of the people spoke for, -1 where that is not known.

    It is the party whose adjective or name the function bears; else the one told right before the person, where each is told
    with its own people (`order`: “party” and “representative” as they follow each other in the text); else the party in the same
    place of the list where there are as many. Always only one that has such a function; two who are told to have the same one
    in the same body are taken for none's, as a body has one starosta.
    """
    before = _told_before(order)
    if len(before) != len(people) or list(order).count("party") != len(parties):
        before = [-1] * len(people)
    found, is_sure = [], []
    for place, person in enumerate(people):
        fitting = [one for one, party in enumerate(parties) if may_speak(person, party)]
        named = _named(person, parties, fitting)
        next_best = before[place] if before[place] >= 0 or len(people) != len(parties) else place
        found.append(named if named >= 0 else next_best if next_best in fitting else -1)
        is_sure.append(named >= 0)
    functions = [
        (place, person.partition(",")[2].casefold()) for place, person in zip(found, people, strict=True)
    ]
    twice = {key for key, count in Counter(functions).items() if count > 1 and key[1]}
    rows = zip(found, functions, is_sure, strict=True)
    return [-1 if key in twice and not sure else place for place, key, sure in rows]


def _told_before(order: Sequence[str]) -> list[int]:
    """For each representative the party told right before; -1 where none was, or several in a row."""
    told, own, number, in_a_row = [], -1, -1, 0
    for name in order:
        if name == "party":
            number, in_a_row = number + 1, in_a_row + 1
        elif name == "representative":
            if in_a_row:
                own = number if in_a_row == 1 else -1
            told.append(own)
            in_a_row = 0
    return told


def _named(person: str, parties: Sequence[str], fitting: Sequence[int]) -> int:
    words = _stems(person.replace(",", " "))
    scores = {place: len(words & _stems(parties[place])) for place in fitting}
    best = max(scores.values(), default=0)
    names = [place for place, score in scores.items() if score == best]
    return names[0] if best and len(names) == 1 else -1


def _stems(text: str) -> set[str]:
    return {word[:5] for word in text.casefold().split() if len(word) > 5}
