"""How far the name of an organisation goes from its leading noun: adjectives, genitives, a quotation, a patron, a seat."""

import re

from spoiwo.reading.facts.organisation_words import COMPANY_ENDS, HEADS, OFFICES
from spoiwo.reading.facts.quotes import Quote
from spoiwo.reading.facts.tokens import Document
from spoiwo.reading.facts.words import (
    adjectives,
    agree,
    can_be,
    has_name,
    is_finite,
    known,
    lemmas,
    listed,
    nouns,
)

_ROMAN = re.compile(r"[IVX]+")
_LONGEST = 14  # words of a name
_CASES_OF_DEPENDENTS = "gen"
# These take their owner's name, and those a noun that names them ("Fundacja Inkubator").
_NAMED_AFTER_OWNERS = listed(
    "zakład firma stolarnia gospodarstwo warsztat sklep kancelaria restauracja hurtownia masarnia tartak cukiernia"
)
_OWNED = listed(
    "pracownia salon gabinet atelier piekarnia kwiaciarnia zakład studio tkalnia garncarnia kuźnia warsztat cukiernia sklep firma stolarnia hafciarnia"
)
_NAMED_BY_NOUNS = listed("fundacja stowarzyszenie spółka towarzystwo")


class Extents:
    """A document with its quotations and the spans of its places, and how far a name beginning in it goes."""

    def __init__(self, document: Document, quotes: list[Quote], places: dict[int, int]) -> None:
        self.document = document
        self.tokens = document.tokens
        self.quotes = {quote.start: quote for quote in quotes}
        self.inside = bytearray(len(document.text) + 1)
        for quote in quotes:
            self.inside[quote.inner_start : quote.inner_end] = b"\1" * (quote.inner_end - quote.inner_start)
        self.places = places  # start of a place → its end

    def _head_lemma(self, at: int) -> str | None:
        found = [
            lemma
            for lemma in lemmas(self.tokens[at].text)
            if lemma in HEADS and any(r.word.lower() == lemma for r in nouns(self.tokens[at].text))
        ]
        return found[0] if found else None

    def _extent(self, head: int) -> tuple[int, tuple[int, int] | None, int]:
        """Return where the name ends, its seat, and how many parts of its own it has."""
        at, strength = head + 1, 0
        while at < len(self.tokens) and at - head < _LONGEST and not self._company_end(at):
            step = self._step(head, at)
            if not step:
                break
            at += step
            strength += 1
        company = self._company_end(at)
        at += company
        seat_at = self._seat_in(at)
        if seat_at:
            end = self.document.token_at(seat_at[1])
            tail = self._quote_step(end)
            return (end + tail, seat_at, strength + 1) if end > at else (at, None, strength)
        if self._is_in_unknown(head, at):
            return at + 2, None, strength + 1
        return at, None, strength + company

    def _is_in_unknown(self, head: int, at: int) -> bool:
        """Whether a village nobody knows is part of the name of who is always called by its village: "w Mosakach"."""
        if at + 1 >= len(self.tokens) or self.tokens[at].low not in ("w", "we"):
            return False
        village, kind = self.tokens[at + 1], HEADS.get(self._head_lemma(head) or "")
        is_name = village.is_capital and not known(village.text) and "\n" not in village.gap
        return is_name and kind in ("stowarzyszenie", "szkoła") and not self._is_capital_after(at + 1)

    def _is_capital_after(self, at: int) -> bool:
        return at + 1 < len(self.tokens) and self.tokens[at + 1].is_capital and self.tokens[at + 1].gap == " "

    def _step(self, head: int, at: int) -> int:
        """Return how many tokens the next part of a name takes, 0 where the name has ended."""
        token = self.tokens[at]
        if "\n" in token.gap and self._breaks(at):
            return 0
        if token.start in self.quotes:
            return self._quote_step(at)
        if token.low in ("im", "imienia", "św", "pw"):
            return self._patron(at)
        if token.low == "nr":
            number = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
            is_number = number is not None and (number.is_number or _ROMAN.fullmatch(number.text))
            return 2 if is_number and "\n" not in token.gap else 0
        if token.low in ("ds", "rzecz") and at + 1 < len(self.tokens):
            return 2 if self.tokens[at + 1].text == "." else 1
        if token.is_capital:
            return self._capital(head, at)
        return 1 if self._is_before_quote(head, at) else self._small(head, at)

    def _is_before_quote(self, head: int, at: int) -> bool:
        """Whether a small adjective stands between the noun and the name: "spółdzielnia socjalna „Arka”"."""
        is_one = at == head + 1 and at + 1 < len(self.tokens) and self.tokens[at + 1].start in self.quotes
        if not is_one or not self.tokens[at].text.islower():
            return False
        pairs = (
            (one, noun) for one in adjectives(self.tokens[at].text) for noun in nouns(self.tokens[head].text)
        )
        return any(agree(one, noun) for one, noun in pairs)

    def _breaks(self, at: int) -> bool:
        token = self.tokens[at]
        if token.gap.count("\n") > 1:
            return True
        return self.document.sentence_number(token.start) != self.document.sentence_number(
            self.tokens[at - 1].start
        )

    def _quote_step(self, at: int) -> int:
        quote = self.quotes.get(self.tokens[at].start) if at < len(self.tokens) else None
        if quote is None or len(quote.words) > 80 or "\n\n" in self.tokens[at].gap:
            return 0
        return self.document.token_at(quote.end) - at

    def _patron(self, at: int) -> int:
        """Take "im. Jana Pawła II": capitals, initials and small "i" between them."""
        end = at + 1
        if end < len(self.tokens) and self.tokens[end].text == ".":
            end += 1
        begin = end
        while end < len(self.tokens) and end < begin + 6:
            token = self.tokens[end]
            if (
                (token.is_capital and not is_finite(token.text) and "\n\n" not in token.gap)
                or (token.text == "." and len(self.tokens[end - 1].text) <= 3 and not token.gap)
                or token.low in ("ks", "gen", "św", "dr", "prof", "marsz", "hr", "bł")
            ):
                end += 1
            else:
                break
        return end - at if end > begin else 0

    def _capital(self, head: int, at: int) -> int:
        token = self.tokens[at]
        if at == head + 1 and self._head_lemma(head) == "uniwersytet" and self._is_person(head, at):
            return 2  # Uniwersytet Marii Curie-Skłodowskiej
        if self._is_person(head, at) and self._head_lemma(head) in _NAMED_AFTER_OWNERS | _OWNED:
            return self._owner(head, at)
        if self._is_person(head, at) or (lemmas(token.text) & OFFICES and not self._is_of_many(head, at)):
            return 0
        if token.text.isupper() and len(token.text) > 1 and not self.tokens[head].text.isupper():
            return 1 if at == head + 1 or self.tokens[at - 1].is_capital else 0
        if self._head_lemma(at) and not can_be(token.text, _CASES_OF_DEPENDENTS):
            return int(at == head + 1 and self._head_lemma(head) in _NAMED_BY_NOUNS)
        if is_finite(token.text):
            return 0
        return 1

    def _owner(self, head: int, at: int) -> int:
        """Return how many words name the owner after a trade: "Pracownia Witraży Renaty Kuc", "Tartak Jan Bąk"."""
        word = self.tokens[at].text
        if not has_name(word, "imię") or self.tokens[at - 1].text in '”"»':
            return 0  # „Belona” Waldemar Jurczyk: the quotation was the name
        if self._head_lemma(head) in _NAMED_AFTER_OWNERS and self._in_nominative(at):
            return 2
        cases = {case for one in nouns(word) if "sg" in one.numbers for case in one.cases}
        return 2 if self._head_lemma(head) in _OWNED and "gen" in cases and "nom" not in cases else 0

    def _is_of_many(self, head: int, at: int) -> bool:
        """Whether an office stands for those who gather: "Stowarzyszenie Doradców Kariery"."""
        return at == head + 1 and any(
            "pl" in reading.numbers and "gen" in reading.cases for reading in nouns(self.tokens[at].text)
        )

    def _in_nominative(self, at: int) -> bool:
        return can_be(self.tokens[at].text, "nom") and (at == 0 or not is_finite(self.tokens[at - 1].text))

    def _is_person(self, head: int, at: int) -> bool:
        token = self.tokens[at]
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        named = has_name(token.text, "imię")
        return bool(
            named and following and following.is_capital and not following.gap.count("\n") > 1
        ) and not (has_name(token.text, "nazwa_geograficzna") and at == head + 1)

    def _small(self, head: int, at: int) -> int:
        """Take a joint before a capital ("Rzemiosła i Handlu") and the small words of common names."""
        token = self.tokens[at]
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        previous = self.tokens[at - 1]
        if token.low == "pracy" and "urząd" in lemmas(previous.text):
            return 1
        if following is None or (not previous.is_capital and previous.text not in "."):
            return 0
        if token.low == "samorządu" or (
            self._head_lemma(head) in ("samorząd",) and token.low.startswith("wojewód")
        ):
            return 2 if following else 0
        if token.text == "," and self._is_listing(head, at):
            return 1
        if (
            token.low in ("na", "do")
            and following.low in ("rzecz", "spraw", "walki")
            and at + 2 < len(self.tokens)
        ):
            return 3 if self.tokens[at + 2].is_capital else 0
        if token.low in ("i", "oraz") and following.is_capital and previous.is_capital:
            return 2 if self._joins(head, at) else 0
        if token.low in ("dla", "przy") and following.is_capital and at > head:
            return 2 if not self._head_lemma(at + 1) else 0
        return 0

    def _is_listing(self, head: int, at: int) -> bool:
        """Whether a comma stands inside a ministry's name: "Ministerstwo Rodziny, Pracy i Polityki Społecznej"."""
        if "ministerstwo" not in lemmas(self.tokens[head].text):
            return False
        near = self.tokens[at + 1 : at + 5]
        return bool(near) and near[0].is_capital and any(t.low == "i" for t in near)

    def _joins(self, head: int, at: int) -> bool:
        following, previous = self.tokens[at + 1], self.tokens[at - 1]
        if lemmas(following.text) & OFFICES or self._is_person(head, at + 1):
            return False
        if (
            self.tokens[at].low == "oraz"
            and has_name(previous.text, "nazwisko")
            and not lemmas(previous.text) & HEADS.keys()
        ):
            return False  # "cukiernia Państwa Ryszewskich oraz Stacja Obsługi Pojazdów"
        if self._head_lemma(at + 1) and (not can_be(previous.text, "gen") or self.tokens[at].low == "oraz"):
            return False
        if self._head_lemma(at + 1) and HEADS.get(self._head_lemma(at + 1) or "") in ("fundacja", "urząd", "stowarzyszenie", "szkoła", "ministerstwo", "spółdzielnia", "klub"):  # fmt: skip
            return False
        if self._head_lemma(at + 1) and any(
            "nom" in r.cases and "sg" in r.numbers and r.word[:1].islower() for r in nouns(following.text)
        ):
            return False  # "Leszczyńskie Centrum Biznesu i Cech Rzemiosł": two names
        agreeing_adjective = adjectives(previous.text) and at - 1 == head + 1
        if agreeing_adjective and not adjectives(following.text):
            return False
        second = self.tokens[at + 2] if at + 2 < len(self.tokens) else None
        if adjectives(following.text) and second and second.is_capital and self._head_lemma(at + 2):
            return False  # "Urząd Pracy i Powiatowe Centrum": two names
        return can_be(following.text, "gen") and at - 1 > head - 1

    def _company_end(self, at: int) -> int:
        for marks in COMPANY_ENDS:
            texts = tuple(token.text for token in self.tokens[at : at + len(marks)])
            if texts == marks:
                return len(marks)
        return 0

    # Seats

    def _seat_in(self, at: int) -> tuple[int, int] | None:
        """Return the span of a place in "w Opocznie" that follows at once."""
        if at + 1 < len(self.tokens) and self.tokens[at].low in ("w", "we"):
            return self._place_at(at + 1)
        return None

    def _seat_after(self, at: int) -> tuple[int, int] | None:
        """Return the span of a place in "z Gliwic" or "z siedzibą w Gliwicach"."""
        texts = [token.low for token in self.tokens[at : at + 4]]
        if texts[:1] in (["z"], ["ze"]):
            if texts[1:3] in (["siedzibą", "w"], ["siedzibą", "we"]):
                return self._place_at(at + 3)
            return self._place_at(at + 1)
        return None

    def _place_at(self, at: int) -> tuple[int, int] | None:
        if at >= len(self.tokens):
            return None
        start = self.tokens[at].start
        return (start, self.places[start]) if start in self.places else None
