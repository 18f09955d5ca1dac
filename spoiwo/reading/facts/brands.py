"""Firms by their bare names: capital words after the noun that calls them a firm, and the same words again."""

from spoiwo.reading.facts.bodies import Organisation
from spoiwo.reading.facts.extents import Extents
from spoiwo.reading.facts.organisation_words import HEADS, OFFICES, WEAK
from spoiwo.reading.facts.quotes import Quote
from spoiwo.reading.facts.tokens import Document
from spoiwo.reading.facts.words import adjectives, has_name, known, lemmas, listed

_CALLED_BY_CAPITALS = {noun for noun, kind in HEADS.items() if kind == "firma"} - WEAK | listed(
    "przedszkole kapela chór orkiestra"
)
_CALLED_BRANDS = listed("firma spółka")


class Brands(Extents):
    """Finds firms told by their bare names, given quotations and places."""

    def __init__(self, document: Document, quotes: list[Quote], places: dict[int, int]) -> None:
        super().__init__(document, quotes, places)
        self.brands: set[str] = set()

    def _brand(self, index: int) -> Organisation | None:
        """Read "firma Stolbud" and "spółce Drew-Pol": capital words right after the noun that calls them a firm."""
        before = self.tokens[index - 1] if index else None
        if (
            before is None
            or not lemmas(before.text) & _CALLED_BRANDS
            or self.tokens[index].gap not in (" ", "\u00a0")
        ):
            return None
        if before.is_capital and known(self.tokens[index].text.lower()):
            return None  # "Tytuł Firma Roku"
        end = index
        while end < index + 3 and self._is_of_brand(end, index):
            end += 1
        if end == index + 1:
            self.brands.add(self.tokens[index].text)
        return self._firm(index, end) if end > index else None

    def _known_brand(self, index: int) -> Organisation | None:
        """Read a firm's bare name that was called a firm before: "… zajął Ekobut"."""
        opens = not index or self.tokens[index - 1].text in ".!?:–" or "\n" in self.tokens[index].gap
        is_known = self.tokens[index].text in self.brands and not opens
        return self._firm(index, index + 1) if is_known else None

    def _is_of_brand(self, at: int, first: int) -> bool:
        """Whether a capital word goes on a firm's bare name; a person, an office or a place is none."""
        if at >= len(self.tokens) or "\n" in self.tokens[at].gap:
            return False
        token = self.tokens[at]
        is_word = token.is_capital and len(token.text) > 2 and self._head_lemma(at) is None
        is_other = token.start in self.places or lemmas(token.text) & OFFICES or has_name(token.text, "imię")
        return bool(is_word and not is_other and (at > first or not adjectives(token.text)))

    # Where a name begins

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
