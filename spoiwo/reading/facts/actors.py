"""Who can act without being an organisation: units of government ("gmina Stegna") and offices ("Starosta Wieluński")."""

from dataclasses import dataclass

from spoiwo.reading.facts.bodies import Organisation
from spoiwo.reading.facts.functions import Role
from spoiwo.reading.facts.naming import nominative
from spoiwo.reading.facts.people import Person
from spoiwo.reading.facts.places import Locality
from spoiwo.reading.facts.tokens import Document
from spoiwo.reading.facts.words import adjectives, can_be, is_finite, lemmas, listed, nouns

_UNITS = listed("gmina powiat województwo miasto")
_OFFICES = listed(
    "starosta wicestarosta burmistrz wójt prezydent marszałek wicemarszałek wojewoda wicewojewoda minister premier kurator rzecznik"
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A unit or an office at tokens ``first`` to ``last``, in the nominative."""

    name: str
    start: int
    end: int
    first: int
    last: int
    kind: str = ""
    seat: tuple[int, int] | None = None


def find_units(document: Document, places: list[Locality]) -> list[Actor]:
    """Return units of government named as such: "powiatem płockim" → "powiat płocki", lists of communes one by one."""
    tokens = document.tokens
    found: list[Actor] = []
    cue = ""
    for place in places:
        first, last = document.token_at(place.start), document.token_at(place.end)
        before = first - 1
        if before >= 0 and tokens[before].low in (
            "miejska",
            "wiejska",
            "miejskiej",
            "wiejskiej",
            "miejską",
            "wiejską",
        ):
            before -= 1
        if before < 0:
            continue
        named = lemmas(tokens[before].text) & _UNITS
        if named and any(reading.word in named for reading in nouns(tokens[before].text)):
            cue, begin = next(iter(sorted(named))), before
        elif tokens[before].text == ":" and before and lemmas(tokens[before - 1].text) & _UNITS:
            cue, begin = next(iter(sorted(lemmas(tokens[before - 1].text) & _UNITS))), first
        elif (
            (found and found[-1].last == before and tokens[before].low in ("i", "oraz", ",") and cue)
            or (found and before - 1 == found[-1].last and tokens[before].text == ":" and cue)
            or (cue and before > 0 and tokens[before].text == ":" and lemmas(tokens[before - 1].text) & {cue})
        ):
            begin = first
        else:
            cue = ""
            continue
        inner = document.words(tokens[before + 1].start, place.start) if begin == before else ""
        name = " ".join(
            filter(None, (cue, (inner and "miejska" * inner.startswith("miejsk")) or "", place.name))
        )
        found.append(Actor(name, tokens[begin].start, place.end, begin, last))
    return found


def find_villages(document: Document) -> list[Actor]:
    """Return villages that act by their council: "Sołectwa Stary Koniecpol" → "Sołectwo Stary Koniecpol"."""
    tokens, found = document.tokens, []
    for token in tokens:
        if "sołectwo" not in lemmas(token.text) or not any("sg" in r.numbers for r in nouns(token.text)):
            continue
        last = token.index + 1
        while (
            last < min(len(tokens), token.index + 4) and tokens[last].is_capital and tokens[last].gap == " "
        ):
            last += 1
        if last > token.index + 1:
            noun = "Sołectwo" if token.is_capital else "sołectwo"
            name = f"{noun} {document.words(tokens[token.index + 1].start, tokens[last - 1].end)}"
            found.append(Actor(name, token.start, tokens[last - 1].end, token.index, last))
    return found


def find_offices(
    document: Document, people: list[Person], roles: dict[int, Role], organisations: list[Organisation]
) -> list[Actor]:
    """Return offices named without the person who holds them: "Marszałek Województwa Śląskiego"."""
    tokens, found = document.tokens, []
    held = {at for one in organisations for at in range(one.first, one.last)}
    held |= {at for person in people for at in range(person.first, person.last)}
    for role in roles.values():
        if role.function:
            begin, end = document.token_at(role.function.start), document.token_at(role.function.end)
            held.update(range(begin, end))
    index = 0
    while index < len(tokens):
        actor = _office(document, index, held) if tokens[index].is_capital and index not in held else None
        if actor:
            found.append(actor)
        index = actor.last if actor else index + 1
    return found


def _office(document: Document, index: int, held: set[int]) -> Actor | None:
    tokens = document.tokens
    if not lemmas(tokens[index].text) & _OFFICES:
        return None
    if not any("sg" in reading.numbers and reading.kind == "subst" for reading in nouns(tokens[index].text)):
        return None
    end, last = index + 1, _last_word(document, index)
    while end <= last and end not in held:
        step = _office_step(document, index, end)
        if not step:
            break
        end += step
    if end == index + 1:
        return None
    if tokens[index].low.startswith("minister"):
        words = document.words(tokens[index].end, tokens[end - 1].end)
        return Actor(f"Minister {words}", tokens[index].start, tokens[end - 1].end, index, end)
    name = nominative([token.text for token in tokens[index:end]], 0)
    if name is None:
        return None
    return Actor(name.replace(" ,", ","), tokens[index].start, tokens[end - 1].end, index, end)


def _last_word(document: Document, index: int) -> int:
    """Where an office that begins here ends at the latest: with its sentence or line, and after seven more words."""
    sentence = document.sentences[document.sentence_number(document.tokens[index].start)]
    return min(sentence.last - 1, index + 7)


def _office_step(document: Document, index: int, at: int) -> int:
    """Return how many tokens the next part of an office takes: an adjective, a genitive, a name after "Gminy"."""
    token = document.tokens[at]
    following = document.tokens[at + 1] if at + 1 < len(document.tokens) else None
    if token.is_capital and not is_finite(token.text):
        named = lemmas(document.tokens[at - 1].text) & {"gmina", "miasto"}
        return 1 if named or adjectives(token.text.rsplit("-", 1)[-1]) or can_be(token.text, "gen") else 0
    if token.low in ("w", "we") and following is not None and following.is_capital:
        return 2 * ("kurator" in lemmas(document.tokens[index].text))  # "Kurator Oświaty w Poznaniu"
    joined = token.text in (",", "i") and following is not None and following.is_capital
    return 2 if joined and _continues(document, index, at) else 0


def _continues(document: Document, index: int, end: int) -> bool:
    """Whether the title of a minister goes on: "Minister Rodziny, Pracy i Polityki Społecznej"."""
    following = document.tokens[end + 1]
    is_minister = "minister" in lemmas(document.tokens[index].text)
    return is_minister and can_be(following.text, "gen") and not lemmas(following.text) & _OFFICES
