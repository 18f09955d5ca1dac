"""Bare nouns that mean a body named before: "urząd", "gmina" and "stowarzyszenie" taken back to whom they point."""

import re
from collections.abc import Sequence

from spoiwo.reading.facts.actors import Actor
from spoiwo.reading.facts.organisation_words import HEADS, WEAK
from spoiwo.reading.facts.quotes import Quote
from spoiwo.reading.facts.tokens import Document, Token
from spoiwo.reading.facts.words import adjectives, can_be, has_name, is_finite, known, lemmas, listed, nouns

_POINTING = (HEADS.keys() - WEAK - listed("gospodarstwo agencja zarząd samorząd radio muzeum")) | listed(
    "gmina powiat województwo partnerstwo spółka firma organizacja placówka"
)
# Before these words the noun means any such body, or another one.
_OTHER = listed(
    "każdy inny jaki jakiś żaden drugi pewien niejeden dowolny podobny kolejny nowy wspólny własny ten-sam pierwszy "
    "jeden kolejny zagraniczny sąsiedni mały duży wielki"
)
_BEFORE = {
    "przez": "acc",
    "z": "inst",
    "ze": "inst",
    "imieniu": "gen",
    "strony": "gen",
    "pomiędzy": "inst",
    "między": "inst",
    "a": "inst",
}
_NEAR = 3  # sentences back, where several bodies bear the noun


def find_mentions(document: Document, named: list[Actor]) -> list[Actor]:
    """Return bare nouns as what they point to; ``named`` are the organisations and units named, in order.

    A noun points where it can be a subject, an agent or a receiver, stands alone, and one body named before bears it.
    """
    covered = {at for one in named for at in range(one.first, one.last)}
    found = []
    for token in document.tokens:
        if token.index not in covered and token.is_word:
            noun = lemmas(token.text) & (_CAPITAL_POINTS if _is_called_so(document, token) else _POINTING)
            if noun and _is_bare(document, token.index, covered):
                meant = _meant(document, token, min(noun), named)
                if meant:
                    found.append(Actor(meant.name, token.start, token.end, token.index, token.index + 1))
    return found


# In capitals within a sentence these, too, mean a body: "24 września Centrum zostało laureatem".
_CAPITAL_POINTS = _POINTING | (WEAK - listed("grupa sieć gazeta rada"))


# Before a body called by its quotation alone: "ogłoszono, że „Familok” zdobył …", never "konkurs „Familok”".
_ALONE = listed("że iż a i oraz przez dla z ze od do także też") | {"", ","}


def find_quoted(document: Document, named: list[Actor], quotes: Sequence[Quote]) -> list[Actor]:
    """Return quotations that alone mean a body named before with them: „Familok” of Stowarzyszenie „Familok”."""
    bearers: dict[str, dict[str, Actor]] = {}
    for one in named:
        if match := _QUOTED_NAME.search(one.name):
            bearers.setdefault(match["words"].casefold(), {})[one.name] = one
    found = []
    for quote in quotes:
        own = bearers.get(quote.words.casefold(), {})
        if len(own) != 1 or any(one.start <= quote.start < one.end for one in named):
            continue
        meant, at = next(iter(own.values())), document.token_at(quote.start)
        start = document.sentences[document.sentence_number(quote.start)].start
        before = document.tokens[at - 1].low if at and document.tokens[at - 1].start >= start else ""
        if before in _ALONE and meant.end <= quote.start:
            found.append(Actor(meant.name, quote.start, quote.end, at, at + 1, meant.kind))
    return found


_QUOTED_NAME = re.compile(r"[„\"](?P<words>[^„”\"]{3,60})[”\"]")


def _is_called_so(document: Document, token: Token) -> bool:
    opens = document.sentences[document.sentence_number(token.start)].start == token.start
    return token.is_capital and not token.text.isupper() and not opens


def _is_bare(document: Document, at: int, covered: set[int]) -> bool:
    """Whether the noun is singular, acts or receives, and nothing after it makes it another phrase."""
    tokens = document.tokens
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    named = tokens[at - 2] if before and before.text == ":" and at > 1 else before
    if named is not None and named.low.startswith("kategori"):
        return False  # "(kategoria: szkoła)"
    singular = [r for r in nouns(tokens[at].text) if "sg" in r.numbers]
    case = _BEFORE.get(before.low) if before else None
    if (
        case is None
        and before is not None
        and before.low in listed("w we do od dla o na przy u po bez za pod nad")
    ):
        return False
    ours = before is not None and "nasz" in lemmas(before.text)  # the dictionary has "nasze" as a noun too
    if after is not None and after.low in ("z", "ze") and at + 2 < len(tokens) and tokens[at + 2].is_capital:
        return False  # "Drugie miejsce zajął urząd z Puław": another one
    alone = ours or not (before and nouns(before.text))
    wanted = {case} if case else {"nom", "dat"} if alone else {"nom"}
    if not any(wanted & r.cases for r in singular) or at + 1 in covered:
        return False
    if before is not None and (lemmas(before.text) & _OTHER or at - 1 in covered):
        return False
    return after is None or not _is_more_of_it(after)


def _is_more_of_it(after: Token) -> bool:
    """Whether the word after belongs to the noun: "urząd pracy", "szkoła podstawowa", "fundacja Zorza"."""
    if (
        not after.is_word
        or is_finite(after.text)
        or any(reading.kind == "praet" for reading in known(after.low))  # "dostała" is an adjective, too
        or after.low in ("i", "oraz", "a", "w", "z", "na", "za", "do")
    ):
        return not after.is_word and after.text in '„"«'
    if re.fullmatch(r"[IVX]+", after.text):
        return False
    if after.is_capital or (has_name(after.text, "nazwisko") and after.is_capital):
        return True
    return can_be(after.text, "gen") or bool(adjectives(after.text))


# Bodies that are called by a noun their names do not have.
_CALLED = {
    "organizacja": ("fundacja", "stowarzyszenie", "towarzystwo"),
    "placówka": (
        "zespół szkół",
        "szkoła",
        "technikum",
        "liceum",
        "gimnazjum",
        "ośrodek",
        "centrum",
        "przedszkole",
    ),
    "szkoła": ("zespół szkół", "technikum", "liceum", "gimnazjum"),
    "spółka": ("s.a", "sp. z o.o", "sp.j", "s.c"),
    "firma": ("s.a", "sp. z o.o", "sp.j", "s.c"),
    "uczelnia": ("uniwersytet", "politechnika", "akademia"),
}


def _is_called(name: str, noun: str) -> bool:
    return noun in name.split()[:3] or any(one in name for one in _CALLED.get(noun, ()))


def _meant(document: Document, token: Token, noun: str, named: list[Actor]) -> Actor | None:
    same = [one for one in named if _is_called(one.name.lower(), noun)]
    before = [one for one in same if one.end <= token.start]
    if not before:
        return None
    if len({one.name for one in same}) == 1:
        return before[-1]
    here = document.sentence_number(token.start)
    ours = {one.name: one for one in before if one.kind in ("pup", "wup")}
    if len(ours) == 1 and token.index and "nasz" in lemmas(document.tokens[token.index - 1].text):
        return next(iter(ours.values()))  # "nasz urząd" is whose paper it is
    near = [one for one in before if here - document.sentence_number(one.start) < _NEAR]
    return near[-1] if near and len({one.name for one in near}) == 1 else None
