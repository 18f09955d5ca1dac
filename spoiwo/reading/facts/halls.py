"""Buildings and halls as words: where the phrase of one ends, and its nominative ("w świetlicy szkolnej" → "świetlica szkolna")."""

import re
from typing import NamedTuple

from spoiwo.reading.facts.masks import Masked
from spoiwo.reading.facts.naming import nominative
from spoiwo.reading.facts.words import adjectives, can_be, counts_people, is_finite, lemmas, listed, nouns

# A hall of its own, and a word that is one only with more of its name.
_ALONE = listed(
    "aula świetlica remiza ratusz filharmonia amfiteatr biblioteka hala zamek pałac kino teatr strażnica"
)
_WITH_MORE = listed(
    "sala siedziba budynek gmach hotel restauracja kawiarnia karczma zajazd dworek dwór domek dom centrum ośrodek szkoła klub park "
    "pawilon galeria muzeum kompleks stadion plac czytelnia pracownia spichlerz gospoda pensjonat schronisko przedszkole sanatorium "
    "starostwo urząd inkubator platforma stodoła kościół dziedziniec hol foyer amfiteatr stołówka pływalnia kinoteatr młyn"
)
_NAMED_ONLY = listed("centrum ośrodek klub dom park szkoła urząd inkubator")  # "w centrum uwagi", "w domu"
_NOT_HALLS = re.compile(
    r"(?:urz[ęą]d\w* pracy|centr\w+ (?:uwagi|miasta|handlow\w+)|rynk\w+ pracy)\b", re.IGNORECASE
)
_BODIES = listed(
    "gmina miasto powiat uczelnia firma spółka zakład straż kultura sport praca zespół spółdzielnia parafia"
)
_OURS = listed("nasz swój własny nowy stary wypełniony pełny zapełniony sam mój ten który jaki")
_THERE = listed("tamtejszy tutejszy miejscowy")
_WORD = re.compile(r"nr\s+\d+\w?|im\.\s+(?:Π+|[^\W\d_]+\s+[^\W\d_]+|[^\W\d_]+)|[^\W\d_]+(?:-[^\W\d_]+)*")
_IN_TOWN = re.compile(r"\s+we?\s+Λ+")
_BESIDE = re.compile(r"\s+przy\s+(?=Ω)")  # "w hali sportowej przy Szkole Podstawowej nr 1"
_SIGN = "ΩΘ"
_LONGEST = 9
_TAIL_STOPS = listed(
    "podczas spotkanie konferencja gala szkolenie rok godzina uczestnik gość mieszkaniec dnia data"
)


class Hall(NamedTuple):
    """The span of a hall's words and its name in the nominative."""

    start: int
    end: int
    name: str


def hall_at(masked: Masked, at: int, end: int, *, case: str = "") -> Hall | None:
    """Return the hall whose words begin at an offset: adjectives, the noun, what belongs to it, "w" and a locality.

    ``case`` is the one its noun has to stand in, any where none is said.
    """
    if _NOT_HALLS.match(masked.text, at, end):
        return None
    words: list[re.Match[str]] = []
    place, head = _after_there(masked, at, end), None
    while head is None:
        word = _WORD.match(masked.text, place, end)
        if not word or len(words) > 3 or word.group()[0] in "ΩΥΦΠΔΛΝΘ":
            return None
        words.append(word)
        if _is_hall(word.group()):
            if case and not can_be(word.group(), case):
                return None
            head = len(words) - 1
        elif not _qualifies(word.group()) or lemmas(word.group()) & _OURS:
            return None
        place = _next_word(masked, word.end(), end)
    stop, tail = _tail(masked, words, end)
    if not _is_enough(words[head].group(), tail, len(words) > 1 + len(tail)):
        return None
    told = nominative([one.group() for one in words], head)
    rest = masked.words(words[-1].end(), stop)
    glue = " " if rest and masked.text[words[-1].end()].isspace() else ""
    return Hall(at, stop, told + glue + rest) if told else None


def _after_there(masked: Masked, at: int, end: int) -> int:
    """Return where the words of a hall begin after "tamtejszy", which is no part of its name."""
    word = _WORD.match(masked.text, at, end)
    return _next_word(masked, word.end(), end) if word and lemmas(word.group()) & _THERE else at


def _next_word(masked: Masked, at: int, end: int) -> int:
    gap = re.compile(r"[ \u00a0]*\n?[ \u00a0]*").match(masked.text, at, end)
    return gap.end() if gap else at


def _is_hall(word: str) -> bool:
    found = {r.word.lower() for r in nouns(word) if "sg" in r.numbers}
    return bool(found & (_ALONE | _WITH_MORE))


def _qualifies(word: str) -> bool:
    return bool(adjectives(word.rsplit("-", 1)[-1]))


def _tail(masked: Masked, words: list[re.Match[str]], end: int) -> tuple[int, list[str]]:
    """Read on after the noun: adjectives and genitives, a number, capitals; a name or "w" and a locality ends the phrase."""
    tail: list[str] = []
    stop = words[-1].end()
    while len(tail) < _LONGEST:
        at = _next_word(masked, stop, end)
        if at < end and at > stop and masked.text[at] in _SIGN:
            sign = masked.under(at, at + 1)
            stop = sign[0].end if sign else at
            tail.append(masked.words(at, stop))
            break
        word = _WORD.match(masked.text, at, end) if at > stop else None
        if not word or not _belongs(word.group()) or (tail and not _may_follow(word.group())):
            break
        tail.append(word.group())
        words.append(word)
        stop = word.end()
    beside = _BESIDE.match(masked.text, stop, end)
    body = masked.under(beside.end(), beside.end() + 1, "Ω") if beside else []
    if body and "szkoła" in getattr(body[0].thing, "kind", ""):
        return body[0].end, [*tail, masked.words(stop, body[0].end)]
    town = _IN_TOWN.match(masked.text, stop, end)
    if town:
        tail.append(masked.words(*town.span()))
    return (town.end() if town else stop), tail


def _may_follow(word: str) -> bool:
    """Whether a word can stand further on: "sala obrad ratusza", but not "w hali sportowej stoiska …"."""
    return bool(
        word[0].isupper()
        or word[:2] == "nr"
        or _qualifies(word)
        or lemmas(word) & (_ALONE | _WITH_MORE | _BODIES)
    )


def _belongs(word: str) -> bool:
    """Whether a word after a hall's noun is still of its name: a number, a capital, an adjective, a genitive."""
    if word.startswith(("nr", "im.")) or (word[0].isupper() and word[0] not in "ΩΥΦΠΔΛΝΘ"):
        return not is_finite(word)
    if len(word) < 3 or word[0] in "ΩΥΦΠΔΛΝΘ" or is_finite(word) or lemmas(word) & _TAIL_STOPS:
        return False
    if _qualifies(word) or lemmas(word) & _WITH_MORE:
        return True
    return any("gen" in r.cases for r in nouns(word)) and not counts_people(word)


def _is_enough(head: str, tail: list[str], has_adjectives: bool) -> bool:
    found = lemmas(head)
    if found & _NAMED_ONLY and not found & _ALONE:
        return any(word[:1].isupper() or word[:1] in "„”\"'" for word in [head, *tail]) and bool(
            tail or has_adjectives
        )
    return bool(tail) or has_adjectives or bool(found & _ALONE)
