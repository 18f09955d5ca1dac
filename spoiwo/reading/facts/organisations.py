"""Named organisations: where a name begins, how far it goes, what it is called in the nominative, what it is."""

import re

from spoiwo.reading.facts.bodies import Organisation, kind_of
from spoiwo.reading.facts.naming import head_readings, nominative
from spoiwo.reading.facts.organisation_words import (
    ABBREVIATIONS,
    FOREIGN_ENDS,
    HEADS,
    NEEDS_NUMBER,
    NEVER_NAMES,
    OFFICES,
    TEAMS,
    WEAK,
)
from spoiwo.reading.facts.trades import Trades
from spoiwo.reading.facts.words import adjectives, has_name, lemmas, listed

_LONGEST = 14  # words of a name
_CASES_OF_DEPENDENTS = "gen"
_FUNCTION_WORDS = listed("i oraz a na dla do od o przy nad pod z ze w we po za")
_OFFICE_OF_WORK = ("urząd", "pracy")
_HEAD_ADJECTIVES_LOWER = listed("powiatowy wojewódzki miejski gminny")
_NAMED_AFTER_OWNERS = listed(
    "zakład firma stolarnia gospodarstwo warsztat sklep kancelaria restauracja hurtownia masarnia tartak cukiernia"
)
_NAMED_BY_NOUNS = listed("fundacja stowarzyszenie spółka towarzystwo")
_CALLED_FIRMS = listed("firma spółka przedsiębiorstwo przedsiębiorca sklep zakład hurtownia")
_OF_HERE = listed("tamtejszy tutejszy miejscowy ten tamten ów")
_UNITS_OF_LAND = listed("województwo powiat gmina")
_QUOTED_HEADS = listed(
    "stowarzyszenie fundacja spółdzielnia towarzystwo klub cech zakład bank szkoła przedszkole żłobek"
)
_LOWER_HEADS = listed(
    "piekarnia tartak stolarnia drukarnia cukiernia hurtownia parafia restauracja gospodarstwo samorząd kapela orkiestra"
)


_ROMAN = re.compile(r"[IVX]+")  # "III Liceum Ogólnokształcące"
_OHP = re.compile(r"\bOHP\b")  # inside a longer name: "Lubuska Komenda OHP"


def _in(place: str) -> str:
    """Return a place with its preposition: "w Kole", "we Włocławku"."""
    return f"we {place}" if place[:1] in "WF" and place[1:2] not in "aąeęioóuy" else f"w {place}"


class Organisations(Trades):
    """Finds organisations in one document, given its quotations and the spans of its places."""

    def find(self) -> list[Organisation]:
        """Return the organisations in order, without overlaps."""
        found: list[Organisation] = []
        index = 0
        while index < len(self.tokens):
            one = self._at(index)
            several = self._several(index) or ([one] if one else [])
            found += several
            index = several[-1].last if several else index + 1
        return found

    def _several(self, index: int) -> list[Organisation]:
        """Read "Powiatowe Urzędy Pracy w Rypinie i we Włocławku": one name said once, with a seat for each body."""
        token = self.tokens[index]
        if self.inside[token.start] or not (token.is_word and token.is_capital):
            return []
        head = self._head(index)
        lemma = self._head_lemma(head) if head is not None else None
        plural = lemma and any("pl" in r.numbers for r in head_readings(self.tokens[head or 0].text, lemma))
        if head is None or lemma is None or not plural:
            return []
        last, seat, strength = self._extent(head)
        seats = self._seats(seat) if seat and (index < head or strength > 1) else []
        end = self.document.token_at(seat[0]) - 1 if seat else last
        base = nominative([one.text for one in self.tokens[index:end]], head - index, lemma, singular=True)
        if len(seats) < 2 or base is None:
            return []
        base = base[:1].upper() + base[1:]
        names = [f"{base} {_in(self.document.words(*span))}" for span in seats]
        found = []
        for name, span in zip(names, seats, strict=True):
            first = index if span is seats[0] else self.document.token_at(span[0])
            first -= self.tokens[first - 1].low in ("w", "we") and span is not seats[0]
            last = self.document.token_at(span[1])
            found.append(
                Organisation(name, kind_of(name, lemma), self.tokens[first].start, span[1], first, last, span)
            )
        return found

    def _seats(self, first: tuple[int, int]) -> list[tuple[int, int]]:
        """Return the places in a row that begins with one: "w Rypinie, Kole i we Włocławku"."""
        found = [first]
        at = self.document.token_at(first[1])
        while at + 1 < len(self.tokens) and self.tokens[at].low in (",", "i", "oraz"):
            at += 2 if self.tokens[at + 1].low in ("w", "we") else 1
            place = self._place_at(at)
            if place is None:
                break
            found.append(place)
            at = self.document.token_at(place[1])
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
        named = self._named(index, head) if head is not None else self._foreign(index)
        return named or self._called(index) or self._known_brand(index)

    # Where a name begins

    def _head(self, index: int) -> int | None:
        """Return the index of the leading noun of a name that begins at this token."""
        if lemmas(self.tokens[index].text) & _OF_HERE or self._is_in_place(index):
            return None  # "Tamtejsze Stowarzyszenie", "Lwówek Śląski i Powiatowy Urząd": the name begins after it
        for at in range(index, min(index + 4, len(self.tokens))):
            token = self.tokens[at]
            if at > index and ("\n\n" in token.gap or self._is_of_place_before(index, at)):
                return None
            head = self._head_lemma(at)
            if head and self._begins_name(index, at):
                return at
            is_joint = at > index and token.low in ("i", "oraz") and self._is_adjective(at + 1)
            is_joint = (
                is_joint
                and self._agrees(at - 1, at + 1)
                and not self._of_unit(index)
                and self.tokens[at - 1].start not in self.places
            )
            is_number = (
                token.is_number
                or (token.text in "-–" and not token.gap)
                or (at == index and _ROMAN.fullmatch(token.text))
            )
            qualifies = token.is_capital and (
                adjectives(token.text.rsplit("-", 1)[-1].lower()) or self._looks_adjectival(token.text)
            )
            if not (is_joint or qualifies or is_number):
                return None
        return None

    def _is_in_place(self, index: int) -> bool:
        """Whether a word is the second or a later one of a locality's name."""
        at = self.tokens[index].start
        first = self.tokens[max(0, index - 2) : index]
        return any(self.places.get(token.start, 0) > at for token in first)

    def _is_of_place_before(self, first: int, at: int) -> bool:
        """Whether the first adjective cannot go with the next: "w Janowie Lubelskim Regionalna Izba"."""
        readings = adjectives(self.tokens[first].text), adjectives(self.tokens[at].text)
        second = at == first + 1 and not self._head_lemma(at)  # "urzędowi" is a noun here
        return second and all(readings) and not self._agrees(first, at)

    def _is_adjective(self, at: int) -> bool:
        return at < len(self.tokens) and bool(adjectives(self.tokens[at].text)) and not self._head_lemma(at)

    def _agrees(self, at: int, following: int) -> bool:
        """Whether two adjectives can be of one noun: not "Piaski oraz Powiatowy Urząd"."""
        before = adjectives(self.tokens[at].text)
        if not before:
            return self._looks_adjectival(self.tokens[at].text)
        after = adjectives(self.tokens[following].text)
        return any(
            one.cases & other.cases and one.numbers & other.numbers for one in before for other in after
        )

    def _of_unit(self, at: int) -> bool:
        """Whether an adjective belongs to the unit or office before it: "Powiat Kolski i Powiatowy Urząd Pracy"."""
        return at > 0 and bool(lemmas(self.tokens[at - 1].text) & (_UNITS_OF_LAND | OFFICES))

    def _looks_adjectival(self, word: str) -> bool:
        is_place = has_name(word, "nazwa_geograficzna") and not adjectives(word)
        return not is_place and word.lower().endswith(("ski", "cki", "dzki", "skiego", "ckiego", "dzkiego", "skie", "ckie", "skiej", "ckiej", "ska", "cka", "skim", "ckim", "skiemu", "ckiemu"))  # fmt: skip

    def _begins_name(self, first: int, head: int) -> bool:
        begin, noun = self.tokens[first], self.tokens[head]
        if noun.is_capital:
            return begin.is_capital or (begin.is_number and head - first == 3)
        after = head + 2 if self._is_before_quote(head, head + 1) else head + 1
        quoted = after < len(self.tokens) and self.tokens[after].start in self.quotes
        if first == head and (
            lemmas(noun.text) & _LOWER_HEADS
            or (quoted and lemmas(noun.text) & _QUOTED_HEADS and not self._is_works(head))
            or self._is_trade(head)
            or self._is_called_by_capitals(head)
        ):
            return True
        following = self.tokens[head + 1].low if head + 1 < len(self.tokens) else ""
        if "urząd" in lemmas(noun.text) and following == "pracy" and head > first:
            return bool(lemmas(begin.text) & _HEAD_ADJECTIVES_LOWER) or begin.is_capital
        return False

    # What is enough of a name

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
        if name is None or name.lower() in NEVER_NAMES or self._is_venue(first, name, lemma):
            return None
        name = _OHP.sub("Ochotniczych Hufców Pracy", name)
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
        if lemma == "koło":
            return following.is_capital or following.start in self.quotes  # "w Kole i Turku" is a town
        if (
            lemma == "firma"
        ):  # "Firma Szkoleniowa Żwirek", but not "Firma Roku" and not the word before a quoted name
            return following.is_capital and bool(adjectives(following.text)) and self._is_capital(head + 2)
        if lemma in ("partnerstwo", "pakt") and (self._is_of_region(head) or self._is_of_land(head)):
            return True
        second = (
            self.tokens[head + 2] if head + 2 < len(self.tokens) and adjectives(following.text) else following
        )
        return (
            lemma not in ("partnerstwo", "pakt")
            or following.start in self.quotes
            or second.start in self.quotes
        )

    def _is_capital(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].is_capital and "\n" not in self.tokens[at].gap

    def _is_of_land(self, head: int) -> bool:
        """Whether a partnership bears the name of its land: "Limanowskie Partnerstwo"."""
        before = self.tokens[head - 1] if head else None
        return bool(before and before.is_capital and self._looks_adjectival(before.text))

    def _is_of_region(self, head: int) -> bool:
        """Whether a partnership is called by its purpose or its land: "Pakt na rzecz Zatrudnienia", "Partnerstwo Lokalne Powiatu"."""
        words = [token.low for token in self.tokens[head + 1 : head + 3]]
        if words == ["na", "rzecz"]:
            return self._is_capital(head) and self._is_capital(head + 3)
        return (
            self._is_capital(head + 1)
            and bool(lemmas(words[-1]) & _UNITS_OF_LAND)
            and self._is_capital(head + 3)
        )

    def _is_enough(self, first: int, head: int, last: int, lemma: str, strength: int) -> bool:
        """Whether a noun has enough of a name with it: "Fundacja" alone and "Rada w Kole" have not."""
        if first < head:
            return (
                True
                if lemma not in WEAK
                else strength > 0
                or (head - first >= 1 and last > head + 1)
                or lemma == "dom"
                or (lemma == "partnerstwo" and self._is_of_land(head))
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
