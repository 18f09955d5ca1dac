"""Firms by their trade or by the word "firm" before a name of their own: "firma Metalex", "pieczarkarnia „Kosowski”"."""

from spoiwo.reading.facts.bodies import Organisation
from spoiwo.reading.facts.extents import Extents
from spoiwo.reading.facts.organisation_words import FIRMS_AT_LARGE, HALLS, HEADS, OFFICES, VENUES
from spoiwo.reading.facts.words import adjectives, can_be, has_name, is_finite, known, lemmas, listed

_CALLED = listed("firma")
_MOST_WORDS = 3  # of a name without quotation marks
_IN = listed("w we przy obok")


class Trades(Extents):
    """What only firms are called by."""

    def _called(self, index: int) -> Organisation | None:
        """Read "firma Agromaszyny": the word only says what the capital words after it are."""
        if not lemmas(self.tokens[index].text) & _CALLED or not self._names_itself(index + 1):
            return None
        last = index + 2
        while last < index + 1 + _MOST_WORDS and self._goes_on(last) and not self._company_end(last):
            last += 1
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
