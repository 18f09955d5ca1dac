"""Named organisations: where a name begins, how far it goes, what it is called in the nominative, what it is."""

from spoiwo.reading.facts.bodies import Organisation, kind_of
from spoiwo.reading.facts.naming import head_readings, nominative
from spoiwo.reading.facts.organisation_words import (
    ABBREVIATIONS,
    COMPANY_ENDS,
    FOREIGN_ENDS,
    HEADS,
    NEEDS_NUMBER,
    NEVER_NAMES,
    OFFICES,
    TEAMS,
    WEAK,
)
from spoiwo.reading.facts.quotes import Quote
from spoiwo.reading.facts.tokens import Document
from spoiwo.reading.facts.words import adjectives, can_be, has_name, is_finite, lemmas, listed, nouns

_LONGEST = 14  # words of a name
_CASES_OF_DEPENDENTS = "gen"
_FUNCTION_WORDS = listed("i oraz a na dla do od o przy nad pod z ze w we po za")
_OFFICE_OF_WORK = ("urząd", "pracy")
_HEAD_ADJECTIVES_LOWER = listed("powiatowy wojewódzki miejski gminny")
_NAMED_AFTER_OWNERS = listed("zakład firma stolarnia gospodarstwo warsztat sklep kancelaria restauracja hurtownia masarnia tartak cukiernia")
_NAMED_BY_NOUNS = listed("fundacja stowarzyszenie spółka towarzystwo")
_CALLED_FIRMS = listed("firma spółka przedsiębiorstwo przedsiębiorca sklep zakład hurtownia")
_UNITS_OF_LAND = listed("województwo powiat gmina")
_LOWER_HEADS = listed(
    "piekarnia tartak stolarnia drukarnia cukiernia hurtownia parafia restauracja gospodarstwo samorząd"
)


class Organisations:
    """Finds organisations in one document, given its quotations and the spans of its places."""

    def __init__(self, document: Document, quotes: list[Quote], places: dict[int, int]) -> None:
        self.document = document
        self.tokens = document.tokens
        self.quotes = {quote.start: quote for quote in quotes}
        self.inside = bytearray(len(document.text) + 1)
        for quote in quotes:
            self.inside[quote.inner_start : quote.inner_end] = b"\1" * (quote.inner_end - quote.inner_start)
        self.places = places  # start of a place → its end

    def find(self) -> list[Organisation]:
        """Return the organisations in order, without overlaps."""
        found: list[Organisation] = []
        index = 0
        while index < len(self.tokens):
            organisation = self._at(index)
            if organisation:
                found.append(organisation)
            index = organisation.last if organisation else index + 1
        return found

    def _at(self, index: int) -> Organisation | None:
        token = self.tokens[index]
        if self.inside[token.start] or not (token.is_word or token.is_number or token.start in self.quotes):
            return None
        base = token.text.split("-")[0] if token.is_capital else ""
        if base in ABBREVIATIONS and base.isupper():
            return self._abbreviated(index, base)
        if token.start in self.quotes:
            return self._company(index)
        head = self._head(index)
        return self._named(index, head) if head is not None else self._foreign(index)

    # Where a name begins

    def _head(self, index: int) -> int | None:
        """Return the index of the leading noun of a name that begins at this token."""
        for at in range(index, min(index + 4, len(self.tokens))):
            token = self.tokens[at]
            if at > index and "\n\n" in token.gap:
                return None
            head = self._head_lemma(at)
            if head and self._begins_name(index, at):
                return at
            is_joint = at > index and token.low in ("i", "oraz") and self._is_adjective(at + 1)
            is_number = token.is_number or token.text in "-–"
            qualifies = token.is_capital and (adjectives(token.text) or self._looks_adjectival(token.text))
            if not (is_joint or qualifies or is_number):
                return None
        return None

    def _is_adjective(self, at: int) -> bool:
        return at < len(self.tokens) and bool(adjectives(self.tokens[at].text)) and not self._head_lemma(at)

    def _looks_adjectival(self, word: str) -> bool:
        return word.lower().endswith(("ski", "cki", "dzki", "skiego", "ckiego", "dzkiego", "skie", "ckie", "skiej", "ckiej", "ska", "cka", "skim", "ckim", "skiemu", "ckiemu"))  # fmt: skip

    def _head_lemma(self, at: int) -> str | None:
        found = [
            lemma
            for lemma in lemmas(self.tokens[at].text)
            if lemma in HEADS and any(r.word.lower() == lemma for r in nouns(self.tokens[at].text))
        ]
        return found[0] if found else None

    def _begins_name(self, first: int, head: int) -> bool:
        begin, noun = self.tokens[first], self.tokens[head]
        if noun.is_capital:
            return begin.is_capital or (begin.is_number and head - first == 3)
        if lemmas(noun.text) & _LOWER_HEADS and first == head:
            return True
        following = self.tokens[head + 1].low if head + 1 < len(self.tokens) else ""
        if "urząd" in lemmas(noun.text) and following == "pracy" and head > first:
            return bool(lemmas(begin.text) & _HEAD_ADJECTIVES_LOWER) or begin.is_capital
        return False

    # How far it goes

    def _named(self, first: int, head: int) -> Organisation | None:
        lemma = self._head_lemma(head) or ""
        if not self._suits(head, lemma):
            return None
        last, seat, strength = self._extent(head)
        if not self._is_enough(first, head, last, lemma, strength):
            return None
        if self._is_generic(head, lemma):
            return None
        name = self._nominative(first, head, last, lemma)
        if name is None or name.lower() in NEVER_NAMES:
            return None
        seat = seat or self._seat_after(last)
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return Organisation(name, kind_of(name, lemma), start, end, first, last, seat)

    def _suits(self, head: int, lemma: str) -> bool:
        following = self.tokens[head + 1] if head + 1 < len(self.tokens) else None
        if following is None:
            return False
        if lemma == "zespół":
            return following.low in TEAMS
        if lemma == "zarząd":
            held = head > 0 and lemmas(self.tokens[head - 1].text) & OFFICES
            return bool(lemmas(following.text) & _UNITS_OF_LAND) and not held
        second = self.tokens[head + 2] if head + 2 < len(self.tokens) and adjectives(following.text) else following
        return lemma != "partnerstwo" or following.start in self.quotes or second.start in self.quotes

    def _is_enough(self, first: int, head: int, last: int, lemma: str, strength: int) -> bool:
        """Whether a noun has enough of a name with it: "Fundacja" alone and "Rada w Kole" have not."""
        if first < head:
            return (
                True
                if lemma not in WEAK
                else strength > 0 or (head - first >= 1 and last > head + 1) or lemma == "dom"
            )
        return strength > 0

    def _is_generic(self, head: int, lemma: str) -> bool:
        """Whether the noun can only be a plural ("Urzędów Pracy"), which names no single body."""
        readings = head_readings(self.tokens[head].text, lemma)
        only_plural = readings and all("sg" not in r.numbers for r in readings)
        follows = self.tokens[head + 1].low if head + 1 < len(self.tokens) else ""
        return (bool(only_plural) and lemma not in ("zakład", "zakłady", "hufiec")) or (
            lemma == "hufiec" and follows != "pracy"
        )

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
        return at, None, strength + company

    def _step(self, head: int, at: int) -> int:
        """Return how many tokens the next part of a name takes, 0 where the name has ended."""
        token = self.tokens[at]
        if "\n" in token.gap and self._breaks(at):
            return 0
        if token.start in self.quotes:
            return self._quote_step(at)
        if token.low in ("im", "imienia", "św"):
            return self._patron(at)
        if token.low == "nr":
            return 2 if at + 1 < len(self.tokens) and self.tokens[at + 1].is_number else 0
        if token.low in ("ds", "rzecz") and at + 1 < len(self.tokens):
            return 2 if self.tokens[at + 1].text == "." else 1
        if token.is_capital:
            return self._capital(head, at)
        return self._small(head, at)

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
        if self._is_person(head, at) and self._head_lemma(head) in _NAMED_AFTER_OWNERS and has_name(token.text, "imię"):
            return 2 if self._in_nominative(at) else 0
        if self._is_person(head, at) or lemmas(token.text) & OFFICES:
            return 0
        if token.text.isupper() and len(token.text) > 1 and not self.tokens[head].text.isupper():
            return 1 if at == head + 1 or self.tokens[at - 1].is_capital else 0
        if self._head_lemma(at) and not can_be(token.text, _CASES_OF_DEPENDENTS):
            return int(at == head + 1 and self._head_lemma(head) in _NAMED_BY_NOUNS)
        if is_finite(token.text):
            return 0
        return 1

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
        if self._head_lemma(at + 1) and not can_be(previous.text, "gen"):
            return False
        if self._head_lemma(at + 1) and HEADS.get(self._head_lemma(at + 1) or "") in ("fundacja", "urząd", "stowarzyszenie", "szkoła", "ministerstwo"):  # fmt: skip
            return False
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

    # What it is called

    def _nominative(self, first: int, head: int, last: int, lemma: str) -> str | None:
        tokens = self.tokens[first:last]
        name = nominative([token.text for token in tokens], head - first, lemma)
        if name is None:
            return None
        words = name.split(" ")
        gaps = ["" if at == 0 else " " if token.gap else "" for at, token in enumerate(tokens)]
        text = "".join(gap + word for gap, word in zip(gaps, words, strict=True))
        if "urząd pracy" in text.lower() and not text[:1].isupper():
            return text[:1].upper() + text[1:]
        return text

    def _abbreviated(self, index: int, short: str) -> Organisation | None:
        """Read "PUP w Kole", "LGD „Zorza”", "WUP"."""
        at = index + 1
        parts = [ABBREVIATIONS[short]]
        if short in NEEDS_NUMBER:
            if at + 1 >= len(self.tokens) or self.tokens[at].low != "nr" or not self.tokens[at + 1].is_number:
                return None
            parts.append(f"nr {self.tokens[at + 1].text}")
            at += 2
        quote = self._quote_step(at)
        if quote:
            parts.append(self.document.words(self.tokens[at].start, self.tokens[at + quote - 1].end))
            at += quote
        seat = self._seat_in(at)
        if seat:
            end = self.document.token_at(seat[1])
            parts.append(self.document.words(self.tokens[at].start, seat[1]))
            at = end
        if len(parts) == 1 and short in NEEDS_NUMBER:
            return None
        name = " ".join(parts)
        head = next((word for word in ABBREVIATIONS[short].lower().split() if word in HEADS), "")
        kind = kind_of(name, head)
        start, end_at = self.tokens[index].start, self.tokens[at - 1].end
        return Organisation(
            name, kind, start, end_at, index, at, seat or self._seat_after(at), len(parts) == 1
        )

    def _foreign(self, index: int) -> Organisation | None:
        """Read "Business Centre Club" and "Elmet Sp. z o.o.": capital words up to one that ends foreign names or firms."""
        if not self.tokens[index].is_capital:
            return None
        for end in range(index + 1, min(index + 5, len(self.tokens))):
            company = self._company_end(end)
            if company:
                return self._firm(index, end + company)
            joins = self.tokens[end].low in ("und", "and", "&")
            if (
                not (self.tokens[end].is_capital or joins)
                or not self.tokens[end].gap
                or "\n" in self.tokens[end].gap
            ):
                break
        for end in range(index + 1, min(index + 4, len(self.tokens))):
            token = self.tokens[end]
            if not token.is_capital or token.gap not in (" ", "\u00a0"):
                return None
            if token.low in FOREIGN_ENDS:
                start, stop = self.tokens[index].start, token.end
                return Organisation(self.document.words(start, stop), "inna", start, stop, index, end + 1)
        return None

    def _company(self, index: int) -> Organisation | None:
        """Read "„Softel” s.c." and "firma „Softel” Jan Kos": a quoted name with its legal form, or called a firm."""
        step = self._quote_step(index)
        end = index + step
        company = self._company_end(end) if step else 0
        if company:
            return self._firm(index, end + company)
        if not step or not index or not lemmas(self.tokens[index - 1].text) & _CALLED_FIRMS:
            return None
        if self._is_person(index, end):
            end += 2  # the owner's name belongs to the firm's
        return self._firm(index, end)

    def _firm(self, first: int, last: int) -> Organisation:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        kind = "stowarzyszenie" if self.tokens[last - 2].text == "V" else "firma"
        return Organisation(
            self.document.words(start, end), kind, start, end, first, last, self._seat_after(last)
        )
