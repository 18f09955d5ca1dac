"""Numbers that count something: in digits or words, with the counted words, and sums of money."""

import re
from dataclasses import dataclass

from spoiwo.reading.facts.tokens import Document, Token
from spoiwo.reading.facts.words import adjectives, is_finite, lemmas, listed, nouns

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
_TIMES = {"tys": 1000, "tysiąc": 1000, "mln": 1_000_000, "milion": 1_000_000, "mld": 10**9, "miliard": 10**9}
_MONEY = {"zł": "zł", "pln": "PLN", "euro": "euro", "eur": "EUR"}
_ABOUT = listed("ponad około ok blisko prawie niemal przeszło powyżej niespełna")
# What is measured, not counted: durations, ages, distances, and marks of other things.
_MEASURES = listed(
    "rok lata dzień godzina godz miesiąc tydzień minuta min sekunda kwartał km kilometr metr m m² cm kg tona hektar ha "
    "stopień wiek piętro procent strona punkt pkt raz krotnie rocznica letni latek r wiosna doba noc semestr rok-roku "
    "kwadrans stulecie wieczór poniedziałek wtorek środa czwartek piątek sobota niedziela art ust poz nr pn rano "
    "wyświetlić wyświetlenie odwiedzić odwiedziny odsłona wejście kb mb gb kB "
    "edycja klasa sierpień wrzesień październik listopad grudzień styczeń luty marzec kwiecień maj czerwiec lipiec"
) - listed("punkt pkt")
_NOT_BEFORE = listed(
    "nr numer art artykuł ust ustawa poz pkt str strona tel telefon fax faks ul ulica aleja al pokój pok lokal sala klasa "
    "godz godzina wew § rok wiek co edycja dz u działanie poddziałanie priorytet moduł kwota-pn"
)
_SHORT = listed("pkt egz szt")
_PRICE = listed("koszt cena opłata bilet wpisowe")
_MAX_PHRASE = 4


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
    counted, end = _counted(document, last)
    start_index, approximate = _about(document, first)
    if not counted:
        counted = _counted_before(document, first, last)
        end = last
    if value < 2 and not percent and isinstance(value, int):
        return None
    if not counted and not percent and last < len(tokens):
        counted = _understood(document, earlier, first, last)
    if not counted or (counted in _MONEY.values() and _is_price(document, first)):
        return None
    value = int(value) if value == int(value) else value
    return Count(
        value, counted, approximate, percent, tokens[start_index].start, tokens[end - 1].end, first, end
    )


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
    if glued or (before.text in ("-", "–", "/") and first > 1 and tokens[first - 2].is_number):
        return True
    return _is_labelled(document, first)


def _is_labelled(document: Document, first: int) -> bool:
    tokens = document.tokens
    before = tokens[first - 1]
    named = tokens[first - 2] if before.text == "." and first > 1 else before
    if named.low in _NOT_BEFORE or lemmas(named.text) & _NOT_BEFORE:
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


def _counted(document: Document, first: int) -> tuple[str, int]:
    """Return the words after a number up to their noun: "małych firm"; nothing where there is no noun or a measure."""
    tokens = document.tokens
    at = first
    while at < len(tokens) and at < first + _MAX_PHRASE:
        token = tokens[at]
        if not token.is_word or (at > first and token.gap.count("\n") > 1):
            return "", first
        if token.low in _MONEY or (token.low in _SHORT and at == first):
            return token.text, at + 1
        if lemmas(token.text) & {"złoty"} and at == first:
            return token.text, at + 1
        if token.low == "r" or lemmas(token.text) & _MEASURES:
            return "", first
        if len(token.text) > 2 and _is_counted_noun(token.text) and not _qualifies_next(document, at):
            end = at + 1
            return document.words(tokens[first].start, tokens[end - 1].end), end
        if not adjectives(token.text) and not (at > first and token.low in ("i", "nowo")):
            return "", first
        at += 1
    return "", first


def _qualifies_next(document: Document, at: int) -> bool:
    """Whether a word that may be a noun is an adjective here: "45 bezrobotnych rybaków"."""
    if at + 1 >= len(document.tokens) or not adjectives(document.tokens[at].text):
        return False
    following = document.tokens[at + 1]
    plural = [r for r in nouns(following.text) if "pl" in r.numbers and "gen" in r.cases]
    return bool(plural) and not adjectives(following.text) and following.gap in (" ", "\u00a0")


def _is_counted_noun(word: str) -> bool:
    """Whether a word is a noun that may stand after a number: in the plural (or the genitive), and no adjective first."""
    found = nouns(word)
    plural = [reading for reading in found if "pl" in reading.numbers]
    if not plural:
        return False
    adjectival = [reading for reading in adjectives(word) if "pl" in reading.numbers]
    substantive = listed("bezrobotny uczestniczka zaproszony młody dorosły chętny")
    return not adjectival or bool(lemmas(word) & substantive and any(r.kind == "subst" for r in plural))


def _counted_before(document: Document, first: int, last: int) -> str:
    """Return what "Liczba miejsc: 70" counts."""
    tokens = document.tokens
    if first > 2 and tokens[first - 1].text in ":–-":
        for back in (2, 3):
            at = first - 1 - back
            if at >= 0 and tokens[at].low in ("liczba", "ilość", "liczbą"):
                if lemmas(tokens[at + 1].text) & _MEASURES:
                    return ""
                return document.words(tokens[at + 1].start, tokens[first - 2].end)
    return ""


def _understood(document: Document, earlier: list[Count], first: int, last: int) -> str:
    """Return the noun of an earlier number of the sentence: "zaproszono 80 pracodawców, przybyło 46"."""
    tokens = document.tokens
    if not earlier or earlier[-1].percent or earlier[-1].counts.lower() in _MONEY.values():
        return ""
    of_them = tokens[last].low == "z" and tokens[min(last + 1, len(tokens) - 1)].low in (
        "nich",
        "czego",
        "tego",
    )
    of_them = of_them or (
        first > 1
        and tokens[first - 1].low in ("których", "nich", "tego")
        and tokens[first - 2].low in ("z", "spośród", "wśród")
    )
    same = document.sentence_number(earlier[-1].start) == document.sentence_number(tokens[first].start)
    ends = tokens[last].text in ".,;)" or is_finite(tokens[last].text)
    before = [token.text for token in tokens[max(0, first - 3) : first]]
    verb = any(is_finite(word) or lemmas(word) & {"przyjść", "przybyć", "kobieta"} for word in before)
    return earlier[-1].counts if same and (of_them or (ends and verb)) else ""


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


def _is_price(document: Document, first: int) -> bool:
    near = document.tokens[max(0, first - 6) : first]
    return any(lemmas(token.text) & _PRICE for token in near)
