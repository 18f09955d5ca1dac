"""What a number counts: the words after it up to their noun, the noun before it, or that of an earlier number."""

import re
from itertools import takewhile

from spoiwo.reading.facts.tokens import Document
from spoiwo.reading.facts.words import (
    adjectives,
    counts_people,
    is_finite,
    lemmas,
    listed,
    may_be_finite,
    nouns,
)

MONEY = {"zł": "zł", "pln": "PLN", "euro": "euro", "eur": "EUR"}
# What is measured, not counted: durations, ages, distances, and marks of other things.
_MEASURES = listed(
    "rok lata dzień godzina godz miesiąc tydzień minuta min sekunda kwartał km kilometr metr m m² cm kg tona hektar ha "
    "stopień wiek piętro procent strona punkt pkt raz krotnie rocznica letni latek r wiosna doba noc semestr rok-roku "
    "kwadrans stulecie wieczór poniedziałek wtorek środa czwartek piątek sobota niedziela art ust poz nr pn rano "
    "wyświetlić wyświetlenie odwiedzić odwiedziny odsłona wejście kb mb gb kB "
    "edycja klasa sierpień wrzesień październik listopad grudzień styczeń luty marzec kwiecień maj czerwiec lipiec"
) - listed("punkt pkt")
_SHORT = listed("pkt egz szt")
_MAX_PHRASE = 4
_NOT_LABELS = listed(
    "tel telefon faks fax nr numer kod punkt poz pokój sala pok id wersja strona konto regon nip krs odsłona wyświetlenie limit"
)
# Participles and adjectives that stand for people: "1870 zarejestrowanych", "30 chętnych".
_STAND_FOR_PEOPLE = listed("chętny młody dorosły niepełnosprawny bezrobotny głodny starszy nieobecny obecny")


def counted_after(document: Document, first: int, *, is_share: bool = False) -> tuple[str, int]:
    """Return the words after a number up to their noun: "małych firm"; nothing where there is no noun or a measure.

    A share may be one of something single: "60% powierzchni".
    """
    tokens = document.tokens
    at = first
    while at < len(tokens) and at < first + _MAX_PHRASE:
        token = tokens[at]
        if not token.is_word or token.gap.count("\n") > 1:
            return "", first
        if token.low in MONEY or (at == first and (token.low in _SHORT or "złoty" in lemmas(token.text))):
            return token.text, at + 1
        if token.low == "r" or lemmas(token.text) & _MEASURES:
            return "", first
        if _is_head(document, at) or (is_share and _is_single(token.text)):
            return document.words(tokens[first].start, tokens[at].end), at + 1
        if not _may_qualify(token.text, is_share) and not (at > first and token.low in ("i", "nowo")):
            return "", first
        at += 1
    return "", first


def _may_qualify(word: str, is_share: bool) -> bool:
    """Whether a word can stand between a number and its noun: an adjective in the plural, in any number after a share."""
    return any(is_share or "pl" in r.numbers for r in adjectives(word))


def _is_head(document: Document, at: int) -> bool:
    word = document.tokens[at].text
    is_noun = len(word) > 2 and _is_counted_noun(word) and not _qualifies_next(document, at)
    return is_noun or _stands_for_people(document, at)


def _is_single(word: str) -> bool:
    return (
        word.islower()
        and len(word) > 3
        and any("gen" in r.cases and "sg" in r.numbers for r in nouns(word))
        and not adjectives(word)
    )


def _stands_for_people(document: Document, at: int) -> bool:
    """Whether an adjective or participle in the genitive plural ends the phrase: "1870 zarejestrowanych."."""
    token = document.tokens[at]
    following = document.tokens[at + 1] if at + 1 < len(document.tokens) else None
    if following is not None and (adjectives(following.text) or nouns(following.text)):
        return False
    plural = [r for r in adjectives(token.text) if "pl" in r.numbers and "gen" in r.cases]
    people = any(r.kind == "ppas" for r in plural) or bool(lemmas(token.text) & _STAND_FOR_PEOPLE)
    people = people or any("pl" in r.numbers and "m1" in r.genders for r in nouns(token.text))
    previous = document.tokens[max(0, at - 3) : at]
    return bool(plural) and people and not any(one.low in ("czego", "tym", "nich") for one in previous)


def _qualifies_next(document: Document, at: int) -> bool:
    """Whether a word that may be a noun is an adjective here: "45 bezrobotnych rybaków"."""
    word = document.tokens[at].text
    if at + 1 >= len(document.tokens) or not adjectives(word) or "radny" in lemmas(word):
        return False
    following = document.tokens[at + 1]
    plural = [r for r in nouns(following.text) if "pl" in r.numbers and "gen" in r.cases]
    is_noun = not adjectives(following.text) or bool(lemmas(following.text) & _STAND_FOR_PEOPLE)
    return bool(plural) and is_noun and following.gap in (" ", "\u00a0")


def _is_counted_noun(word: str) -> bool:
    """Whether a word is a noun that may stand after a number: in the plural (or the genitive), and no adjective first."""
    found = nouns(word)
    plural = [reading for reading in found if "pl" in reading.numbers]
    if not plural:
        return False
    adjectival = [reading for reading in adjectives(word) if "pl" in reading.numbers]
    substantive = listed("bezrobotny uczestniczka zaproszony młody dorosły chętny radny")
    return not adjectival or bool(lemmas(word) & substantive and any(r.kind == "subst" for r in plural))


def is_labelled(document: Document, first: int) -> bool:
    """Whether the number is all that a label in a line of its own says: "Wystawcy: 73"."""
    tokens = document.tokens
    return first > 1 and tokens[first - 1].text == ":" and bool(_label(document, first))


def counted_before(document: Document, first: int, last: int) -> str:
    """Return what "Liczba miejsc: 70", "Wystawcy: 73", "Wystawców było 44" and "Ofert wpłynęło 17" count."""
    tokens = document.tokens
    if first > 2 and tokens[first - 1].text in ":–-":
        for back in (2, 3):
            at = first - 1 - back
            if at >= 0 and tokens[at].low in ("liczba", "ilość", "liczbą"):
                if lemmas(tokens[at + 1].text) & _MEASURES:
                    return ""
                return document.words(tokens[at + 1].start, tokens[first - 2].end)
    return _label(document, first) or _noun_first(document, first, last)


def _label(document: Document, first: int) -> str:
    """Return a label of one or two words that begins a line and ends with a plural noun or its genitive."""
    tokens = document.tokens
    if first < 2 or tokens[first - 1].text != ":":
        return ""
    for back in (1, 2):
        at = first - 1 - back
        starts = at == 0 or (at > 0 and ("\n" in tokens[at].gap or tokens[at - 1].text in "•*-–|;."))
        if at < 0 or not starts:
            continue
        words = [token.text for token in tokens[at : first - 1]]
        is_plural = any("pl" in r.numbers and r.cases & {"nom", "gen"} for r in nouns(words[0]))
        if is_plural and not any(lemmas(word) & (_MEASURES | _NOT_LABELS) for word in words):
            return words[0] if nouns(words[0]) and not adjectives(words[0]) else " ".join(words)
    return ""


def counted_by_column(document: Document, first: int, last: int) -> str:
    """Return what the head of a table's column says a number alone in its cell counts: "Liczba osób", "Punkty"."""
    text, start, end = document.text, document.tokens[first].start, document.tokens[last - 1].end
    begin, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    row = text[begin : stop if stop >= 0 else len(text)]
    if (
        "|" not in row
        or not re.fullmatch(r".*\|\s*", text[begin:start])
        or not re.match(r"\s*(?:\||\n|$)", text[end:])
    ):
        return ""
    above = text[max(0, begin - 6000) : begin].split("\n")[-_ROWS:-1]
    table = list(takewhile(lambda line: "|" in line, reversed(above)))
    head = [cell.strip() for cell in table[-1].split("|")] if table else []
    column = text[begin:start].count("|")
    words = head[column].split() if column < len(head) else []
    if words and words[0].lower() in ("liczba", "ilość"):
        words = words[1:]
    is_counted = bool(words) and any("pl" in r.numbers for r in nouns(words[-1]))
    return " ".join(words) if is_counted and not lemmas(words[-1]) & _MEASURES else ""


_ROWS = 40  # lines above a number in which its table may begin


_CLAUSE_MARKS = ".,;:!?()–—"
_BACK = 8  # words of a clause before its number


def _noun_first(document: Document, first: int, last: int) -> str:
    """Return the plural noun a clause begins with, where the number after its verb ends it; "ich" is the noun before."""
    tokens = document.tokens
    if last < len(tokens) and tokens[last].text not in _CLAUSE_MARKS + '”"' and "\n" not in tokens[last].gap:
        return ""
    begin = first
    while (
        begin > 0
        and first - begin < _BACK
        and tokens[begin - 1].text not in _CLAUSE_MARKS
        and "\n\n" not in tokens[begin].gap
    ):
        begin -= 1
    words = tokens[begin:first]
    verbs = [
        at
        for at, token in enumerate(words)
        if token.is_word
        and (is_finite(token.text) or token.low in ("są", "jest", "było", "byli", "ma", "mają"))
    ]
    if not verbs:
        return ""
    if any(token.low == "ich" for token in words):
        return _antecedent(document, begin)
    phrase = [
        token
        for token in words[: verbs[0]]
        if token.is_word and token.low not in ("a", "i", "zaś", "oraz", "ale", "natomiast")
    ]
    while phrase and adjectives(phrase[0].text) and len(phrase) > 1 and not nouns(phrase[0].text):
        phrase = phrase[1:]
    head = phrase[0] if phrase else None
    if head and head.low == "liczba" and len(phrase) > 1 and words[-1].low != "o":
        head = phrase[1]  # "liczba miejsc jest ograniczona do 130"
    if head is None or len(head.text) < 3 or lemmas(head.text) & _MEASURES or not _can_be_counted(head.text):
        return ""
    return head.text


def _can_be_counted(word: str) -> bool:
    plural = [r for r in nouns(word) if "pl" in r.numbers]
    return any("gen" in r.cases for r in plural) or any(
        "nom" in r.cases and r.names <= {"nazwa_pospolita"} for r in plural
    )


def _antecedent(document: Document, before: int) -> str:
    """Return the plural noun "ich" points back to, the nearest in the sentence before the clause."""
    start = document.sentences[document.sentence_number(document.tokens[before].start)].first
    for token in reversed(document.tokens[start:before]):
        if token.is_word and _can_be_counted(token.text) and not lemmas(token.text) & _MEASURES:
            return token.text
    return ""


_COMING = listed("przyjść przybyć przyjechać dotrzeć zjawić stawić")


def understood(document: Document, earlier: tuple[str, bool, int] | None, first: int, last: int) -> str:
    """Return the noun of an earlier number of the sentence: "zaproszono 80 pracodawców, przybyło 46".

    ``earlier`` is what the number before counts, whether it is a percentage, and where it begins.
    """
    tokens = document.tokens
    if earlier is None or earlier[1] or earlier[0].lower() in MONEY.values():
        return ""
    here, there = document.sentence_number(tokens[first].start), document.sentence_number(earlier[2])
    comes = {lemma for token in tokens[max(0, first - 6) : first] for lemma in lemmas(token.text)} & _COMING
    before = [token.low for token in tokens[max(0, first - 3) : first]]
    after = [token.low for token in tokens[last : last + 2]]
    of_them = after in (["z", "nich"], ["z", "czego"], ["z", "tego"]) or before[-2:] in (
        ["z", "których"], ["spośród", "nich"], ["z", "nich"], ["z", "tego"], ["wśród", "nich"], ["w", "tym"], ["z", "czego"],
    )  # fmt: skip
    if here != there and not (here == there + 1 and (comes or of_them) and counts_people(earlier[0])):
        return ""
    if tokens[last].low.startswith("naj") and last + 1 < len(tokens):
        last += 1  # "spośród których wybrano trzy najlepsze"
    ends = tokens[last].text in ".,;:)" or is_finite(tokens[last].text)
    verb = bool(comes) or any(
        is_finite(word) or lemmas(word) & {"przyjść", "przybyć", "kobieta"} for word in before
    )
    before = [word for word in before if word not in ("aż", "już", "tylko", "jeszcze")]
    of_those = before[-1:] == [earlier[0].split()[-1].lower()]  # "spośród 64 absolwentów 40 ma pracę"
    goes_on = (of_those and may_be_finite(tokens[last].text)) or (
        may_be_finite(tokens[last].text) and before[-1:] in ([","], ["a"], ["zaś"])
    )
    others = tokens[last].low in ("z", "ze") and before[-1:] in (["i"], ["oraz"], ["a"])  # "i dwie z Gruzji"
    goes_on = goes_on or others
    return earlier[0] if of_them or (ends and verb) or goes_on else ""
