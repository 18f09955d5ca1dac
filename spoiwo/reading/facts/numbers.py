"""Numbers that count something: in digits or words, with the counted words, and sums of money."""

import re
from dataclasses import dataclass

from spoiwo.reading.facts.counted import (
    MONEY,
    counted_after,
    counted_before,
    counted_by_column,
    is_labelled,
    understood,
)
from spoiwo.reading.facts.tokens import Document, Token
from spoiwo.reading.facts.words import lemmas, listed

_UNITS = dict(
    zip(
        [
            "dwa",
            "trzy",
            "cztery",
            "pięć",
            "sześć",
            "siedem",
            "osiem",
            "dziewięć",
            "dziesięć",
            "jedenaście",
            "dwanaście",
            "trzynaście",
            "czternaście",
            "piętnaście",
            "szesnaście",
            "siedemnaście",
            "osiemnaście",
            "dziewiętnaście",
        ],
        range(2, 20),
        strict=True,
    )
)
_TENS = {
    "dwadzieścia": 20, "trzydzieści": 30, "czterdzieści": 40, "pięćdziesiąt": 50, "sześćdziesiąt": 60,
    "siedemdziesiąt": 70, "osiemdziesiąt": 80, "dziewięćdziesiąt": 90,
}  # fmt: skip
_HUNDREDS = {
    "sto": 100, "dwieście": 200, "trzysta": 300, "czterysta": 400, "pięćset": 500, "sześćset": 600,
    "siedemset": 700, "osiemset": 800, "dziewięćset": 900, "tysiąc": 1000,
}  # fmt: skip
_COLLECTIVE = {
    "dwoje": 2,
    "troje": 3,
    "czworo": 4,
    "pięcioro": 5,
    "sześcioro": 6,
    "siedmioro": 7,
    "ośmioro": 8,
}
_OBLIQUE = {
    "dwóch": 2, "dwu": 2, "dwom": 2, "dwoma": 2, "dwiema": 2, "dwie": 2, "trzech": 3, "trzem": 3, "trzema": 3,
    "czterech": 4, "czterem": 4, "czterema": 4, "obu": 2, "dwóm": 2,
}  # fmt: skip
_OBLIQUE.pop("obu")
_BY_LEMMA = _UNITS | _TENS | _HUNDREDS | _COLLECTIVE
_PARTS = {"pół": 0.5, "półtora": 1.5, "półtorej": 1.5}
_TIMES = {"tys": 1000, "tysiąc": 1000, "mln": 1_000_000, "milion": 1_000_000, "mld": 10**9, "miliard": 10**9}
_ABOUT = listed("ponad około ok blisko prawie niemal przeszło powyżej niespełna")
_NOT_BEFORE = listed(
    "nr numer art artykuł ust ustawa poz pkt str strona tel telefon fax faks ul ulica aleja al pokój pok lokal sala klasa "
    "godz godzina wew § rok wiek co edycja dz u działanie poddziałanie priorytet moduł kwota-pn"
)
_PRICE = listed("cena opłata bilet wpisowe składka")
_COST = listed("koszt kosztować")
_SMALL_SUM = 1000  # zł; "koszt" of less is a fee


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts; ``start`` and ``end`` hold both, ``at`` is where the number itself begins."""

    value: int | float
    counts: str
    approximate: bool
    percent: bool
    start: int
    end: int
    first: int
    last: int


def find_numbers(document: Document, taken: bytearray) -> list[Count]:
    """Return what is counted in a document; ``taken`` marks the characters of dates, which count nothing.

    >>> [(c.value, c.counts) for c in find_numbers(Document("Wysłano ponad 1000 zaproszeń do trzech gmin."), bytearray(50))]
    [(1000, 'zaproszeń'), (3, 'gmin')]
    """
    found: list[Count] = []
    index = 0
    while index < len(document.tokens):
        read = _number(document, index) if not taken[document.tokens[index].start] else None
        if read is None:
            index += 1
            continue
        count = _count(document, found, *read)
        if count:
            found.append(count)
        index = max(read[0][1], index + 1)
    return found


def _number(document: Document, index: int) -> tuple[tuple[int, int], int | float] | None:
    """Return the tokens of a number that begins here and its value."""
    token = document.tokens[index]
    part = _PARTS.get(token.low)
    if part and index + 1 < len(document.tokens) and lemmas(document.tokens[index + 1].text) & _TIMES.keys():
        return (index, index + 1), part
    if token.is_number:
        return _in_digits(document, index)
    if token.is_word:
        return _in_words(document, index)
    return None


def _in_digits(document: Document, index: int) -> tuple[tuple[int, int], int | float] | None:
    tokens = document.tokens
    digits, at = tokens[index].text, index + 1
    while at < len(tokens) and _continues(tokens[at - 1], tokens[at]) and len(digits) <= 9:
        digits += tokens[at].text
        at += 1
    if len(digits) > 12 or not digits.isascii():
        return None
    value: int | float = int(digits)
    if at + 1 < len(tokens) and tokens[at].text == "," and not tokens[at].gap and not tokens[at + 1].gap:
        if not tokens[at + 1].is_number or len(tokens[at + 1].text) > 4 or not tokens[at + 1].text.isascii():
            return None
        value = float(f"{digits}.{tokens[at + 1].text}")
        at += 2
    elif at + 1 < len(tokens) and tokens[at].text == "." and not tokens[at].gap and not tokens[at + 1].gap:
        if not re.fullmatch(r"[0-9]{3}", tokens[at + 1].text) or len(digits) > 3:
            return ((index, at + 2), -1) if tokens[at + 1].is_number else ((index, at), -1)
        while (
            at + 1 < len(tokens) and tokens[at].text == "." and re.fullmatch(r"[0-9]{3}", tokens[at + 1].text)
        ):
            digits += tokens[at + 1].text
            at += 2
        value = int(digits)
    return (index, at), value


def _continues(previous: Token, token: Token) -> bool:
    return (
        token.gap in (" ", "\u00a0", "\u202f")
        and len(token.text) == 3
        and token.is_number
        and token.text.isascii()
        and len(previous.text) <= 3
    )


def _in_words(document: Document, index: int) -> tuple[tuple[int, int], int | float] | None:
    total, at = 0, index
    while at < len(document.tokens) and at < index + 4:
        value = _word_value(document.tokens[at].text)
        if value is None or (total and value >= 100) or (total % 100 and value >= 20):
            break
        total += value
        at += 1
    if at == index or (total == 1000 and at < len(document.tokens)):
        return None
    return (index, at), total


def _word_value(word: str) -> int | None:
    low = word.lower()
    if low in _OBLIQUE:
        return _OBLIQUE[low]
    if len(low) < 3 or low[0] not in "dtcpsojd":
        return None
    return next((_BY_LEMMA[lemma] for lemma in lemmas(low) if lemma in _BY_LEMMA), None)


def _count(
    document: Document, earlier: list[Count], place: tuple[int, int], value: int | float
) -> Count | None:
    tokens, (first, last) = document.tokens, place
    if value <= 0 or _is_label(document, first, last) or _is_year(document, first, value):
        return None
    value, last = _multiplied(document, value, last)
    percent = last < len(tokens) and (tokens[last].text == "%" or tokens[last].low in ("proc", "procent"))
    last += percent
    if percent and last < len(tokens) and tokens[last].text == "." and tokens[last - 1].low == "proc":
        last += 1
    counted, end = counted_after(document, last, is_share=percent)
    start_index, approximate = _about(document, first)
    if not counted or is_labelled(document, first):
        noun_before = counted_before(document, first, last) or counted_by_column(document, first, last)
        counted, end = (noun_before, last) if noun_before else (counted, end)
    if not counted and not percent:
        counted, end = _of_next(document, last)
    if value < 2 and not percent and isinstance(value, int):
        return None
    if (
        not counted
        and last < len(tokens)
        and (not percent or [t.low for t in tokens[max(0, first - 2) : first]] == ["z", "których"])
    ):
        before = earlier[-1] if earlier else None
        told = (before.counts, before.percent, before.start) if before else None
        counted = understood(document, told, first, last)
    if not counted or (counted in MONEY.values() and _is_price(document, first, end, value)):
        return None
    value = int(value) if value == int(value) else value
    return Count(
        value, counted, approximate, percent, tokens[start_index].start, tokens[end - 1].end, first, end
    )


_OUT_OF = (["spośród"], ["z"], ["ze"], [",", "lecz"], [",", "ale"], ["z", "około"])


def _of_next(document: Document, last: int) -> tuple[str, int]:
    """Return what the next number counts, where this one is of the same: "9 spośród 12 absolwentek", "nie 10, lecz 18 uczniów"."""
    tokens = document.tokens
    for words in _OUT_OF:
        at = last + len(words)
        if at < len(tokens) and [token.low for token in tokens[last:at]] == words:
            following = _number(document, at)
            counted = counted_after(document, following[0][1])[0] if following else ""
            if counted and counted not in MONEY.values():
                return counted, last
    return "", last


def _is_year(document: Document, first: int, value: int | float) -> bool:
    """Whether the digits look like the year of a name: "Phare 2001", "Lider 2019"."""
    tokens = document.tokens
    return (
        1900 <= value < 2100 and len(tokens[first].text) == 4 and first > 0 and tokens[first - 1].is_capital
    )


def _is_label(document: Document, first: int, last: int) -> bool:
    """Whether the digits are no amount: a number of a house, a page, an article, a telephone, a list item, a range."""
    tokens = document.tokens
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    if (
        after
        and not after.gap
        and after.text in "-–—/:"
        and last + 1 < len(tokens)
        and not tokens[last + 1].gap
    ):
        return True
    if after and after.text in ("-", "–") and last + 1 < len(tokens) and tokens[last + 1].is_number:
        return True
    if after and after.is_word and not after.gap:
        return True
    if after and after.text in (".", ")") and not after.gap and tokens[first].is_number:
        return last + 1 < len(tokens) and (before is None or "\n" in tokens[first].gap)
    if before is None:
        return False
    glued = not tokens[first].gap and before.text not in "(„\"'«"
    if glued or (
        before.text in ("-", "–", "/")
        and first > 1
        and tokens[first - 2].is_number
        and tokens[first].is_number
    ):
        return True
    return _is_labelled(document, first)


def _is_labelled(document: Document, first: int) -> bool:
    tokens = document.tokens
    before = tokens[first - 1]
    named = tokens[first - 2] if before.text == "." and first > 1 else before
    if named.low in _NOT_BEFORE or (named.low != "czego" and lemmas(named.text) & _NOT_BEFORE):
        return True
    # "Szkoła Podstawowa nr 3" is caught above; "ul. Sienkiewicza 22" is a capital word after "ul."
    return (
        first > 2
        and named.is_capital
        and any(t.low in ("ul", "al", "pl") for t in tokens[max(0, first - 5) : first - 1])
    )


def _multiplied(document: Document, value: int | float, last: int) -> tuple[int | float, int]:
    tokens = document.tokens
    if last < len(tokens):
        times = next((_TIMES[lemma] for lemma in lemmas(tokens[last].text) & _TIMES.keys()), None)
        if times:
            value, last = round(value * times, 2), last + 1
            if (
                last < len(tokens)
                and tokens[last].text == "."
                and tokens[last - 1].low in ("tys", "mln", "mld")
            ):
                last += 1
    return value, last


def _about(document: Document, first: int) -> tuple[int, bool]:
    tokens = document.tokens
    at = first - 1
    if at >= 0 and tokens[at].text == "." and at and tokens[at - 1].low == "ok":
        return at - 1, True
    if at >= 0 and (tokens[at].low in _ABOUT or lemmas(tokens[at].text) & {"przekraczać", "przekroczyć"}):
        return at, True
    if at >= 1 and tokens[at].low == "najmniej" and tokens[at - 1].low == "co":
        return at - 1, True
    return first, False


def _is_price(document: Document, first: int, end: int, value: int | float) -> bool:
    following = [token.low for token in document.tokens[end : end + 2]]
    if following in (["od", "osoby"], ["za", "osobę"], ["za", "bilet"], ["za", "godzinę"], ["/", "os"]):
        return True
    near = document.tokens[max(0, first - 6) : first]
    words = {lemma for token in near for lemma in lemmas(token.text)}
    return bool(words & _PRICE or (words & _COST and value < _SMALL_SUM))
