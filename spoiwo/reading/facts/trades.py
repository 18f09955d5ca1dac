"""Firms by their trade or by the word "firm" before a name of their own: "firma Metalex", "pieczarkarnia „Kosowski”"."""

from spoiwo.reading.facts.bodies import Organisation
from spoiwo.reading.facts.extents import Extents
from spoiwo.reading.facts.organisation_words import FIRMS_AT_LARGE, HALLS, HEADS, OFFICES, VENUES, WEAK
from spoiwo.reading.facts.quotes import Quote
from spoiwo.reading.facts.tokens import Document
from spoiwo.reading.facts.words import adjectives, can_be, has_name, is_finite, known, lemmas, listed

_CALLED = listed("firma")
_CALLED_IN_SMALL = listed("firma spółka")  # "Spółka Wodna" is a name
_CALLED_BY_CAPITALS = {noun for noun, kind in HEADS.items() if kind == "firma"} - WEAK | listed(
    "przedszkole kapela chór orkiestra"
)
_MOST_WORDS = 3  # of a name without quotation marks
_IN = listed("w we przy obok")


class Trades(Extents):
    """What only firms are called by, and the bare names under which they are told again."""

    def __init__(self, document: Document, quotes: list[Quote], places: dict[int, int]) -> None:
        super().__init__(document, quotes, places)
        self.brands: set[str] = set()

    def _called(self, index: int) -> Organisation | None:
        """Read "firma Agromaszyny": the word only says what the capital words after it are."""
        word = self.tokens[index]
        if not lemmas(word.text) & (_CALLED if word.is_capital else _CALLED_IN_SMALL):
            return None
        if word.text == "firm":  # "w kategorii małych firm Pracownia Sitko"
            return None
        if not self._names_itself(index + 1):
            return None
        last = index + 2
        while last < index + 1 + _MOST_WORDS and self._goes_on(last) and not self._company_end(last):
            last += 1
        if last == index + 2:
            self.brands.add(self.tokens[index + 1].text)
        last += self._company_end(last)
        end = self.tokens[last - 1].end
        name = self.document.words(self.tokens[index + 1].start, end)
        # The span takes the word in, so that nobody is "owner of the firm" of a firm.
        return Organisation(name, "firma", self.tokens[index].start, end, index, last, self._seat_after(last))

    def _names_itself(self, at: int) -> bool:
        """Whether a word is a name beside a noun ("firma Metalex"), neither its owner ("firma Jana") nor what it is of."""
        if at >= len(self.tokens):
            return False
        token = self.tokens[at]
        if (
            not token.is_capital
            or token.gap != " "
            or token.start in self.places
            or token.start in self.quotes
        ):
            return False
        if has_name(token.text, "imię") or lemmas(token.text) & OFFICES or adjectives(token.text):
            return False
        return not is_finite(token.text) and (not known(token.text) or can_be(token.text, "nom"))

    def _goes_on(self, at: int) -> bool:
        if at >= len(self.tokens):
            return False
        token = self.tokens[at]
        return token.is_capital and token.gap == " " and not has_name(token.text, "imię")

    def _is_trade(self, at: int) -> bool:
        """Whether a small word is a trade and a name of its own follows: "kawiarnia „Po godzinach”"."""
        found = lemmas(self.tokens[at].text)
        trade = any(HEADS.get(lemma) == "firma" and lemma not in FIRMS_AT_LARGE for lemma in found)
        follows = at + 1 < len(self.tokens) and self.tokens[at + 1].start in self.quotes
        return trade and follows

    def _is_works(self, at: int) -> bool:
        """Whether the small word only says that a firm makes things: "w zakładach „Wigor” S.A."."""
        end = at + 1 + self._quote_step(at + 1)
        return "zakład" in lemmas(self.tokens[at].text) and bool(self._company_end(end))

    def _is_venue(self, first: int, name: str, lemma: str) -> bool:
        """Whether the house is only where something was: "w restauracji „Jubilatka”"."""
        is_in = first > 0 and self.tokens[first - 1].low in _IN
        return name.lower().startswith(HALLS) or (is_in and lemma in VENUES)

    def _known_brand(self, index: int) -> Organisation | None:
        """Read a firm's bare name that was called a firm before: "… zajął Ekobut"."""
        opens = not index or self.tokens[index - 1].text in ".!?:–" or "\n" in self.tokens[index].gap
        is_known = self.tokens[index].text in self.brands and not opens
        return self._firm(index, index + 1) if is_known else None

    def _is_called_by_capitals(self, head: int) -> bool:
        """Whether a firm's noun in small letters has a name after it: "cukiernia Rogalik", "przedszkola Tęczowa Łąka"."""
        if head + 1 >= len(self.tokens) or not lemmas(self.tokens[head].text) & _CALLED_BY_CAPITALS:
            return False
        token = self.tokens[head + 1]
        is_other = (
            token.start in self.places or lemmas(token.text) & OFFICES or self._is_person(head, head + 1)
        )
        return bool(token.is_capital and len(token.text) > 1 and "\n" not in token.gap and not is_other)

    def _firm(self, first: int, last: int) -> Organisation:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        kind = "stowarzyszenie" if self.tokens[last - 2].text == "V" else "firma"
        return Organisation(
            self.document.words(start, end), kind, start, end, first, last, self._seat_after(last)
        )
