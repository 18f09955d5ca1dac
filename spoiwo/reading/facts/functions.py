"""What a named person is: the function written before or after the name, and the organisation it belongs to."""

import re
from dataclasses import dataclass

from spoiwo.reading.facts.bodies import Organisation
from spoiwo.reading.facts.function_words import (
    ANY_OF_KIND,
    DASHES,
    DETERMINERS,
    FUNCTIONS,
    HEADS_OF_BODIES,
    NEVER,
    ORGANS,
    POINTING,
    TITLES,
)
from spoiwo.reading.facts.naming import is_seat, nominative
from spoiwo.reading.facts.organisation_words import HEADS, WEAK
from spoiwo.reading.facts.people import Person
from spoiwo.reading.facts.tokens import Document
from spoiwo.reading.facts.words import adjectives, can_be, is_finite, lemmas, listed, nouns

_LONGEST = 14
_OF_HER = re.compile(r"(?:arka|erka|orka|niczka|istka|ystka|lożka|cowa)$")  # "fryzjerka", "krawcowa"


@dataclass(frozen=True, slots=True)
class Function:
    """A function in the nominative at text[start:end], with the organisation it names."""

    title: str
    start: int
    end: int
    organisation: Organisation | None


@dataclass(frozen=True, slots=True)
class Role:
    """What a person is said to be: a function, an organisation, or both."""

    function: Function | None
    organisation: Organisation | None


class Roles:
    """Finds roles in one document, given its people and organisations; every word is used for one person at most."""

    def __init__(self, document: Document, people: list[Person], organisations: list[Organisation]) -> None:
        self.tokens = document.tokens
        self.document = document
        self.people = {person.first: person for person in people}
        self.organisations = {one.first: one for one in organisations}
        self.ordered = organisations
        self.covered = {at: one for one in organisations for at in range(one.first, one.last)}
        self.used: set[int] = set()

    def find(self, people: list[Person]) -> dict[int, Role]:
        """Return the role of each person who has one, by the person's first token."""
        found: dict[int, Role] = {}
        for search in (self._after, self._before, self._organisation_after, self._organisation_before):
            for person in people:
                if person.first not in found and (role := search(person)):
                    found[person.first] = role
        return found

    # After the name

    def _after(self, person: Person) -> Role | None:
        at = person.last
        if at >= len(self.tokens):
            return None
        mark = self.tokens[at].text
        enclosed = mark in (",", "(") or (mark in DASHES and self.tokens[at].gap)
        begin = at + 1 if enclosed else at
        if (
            enclosed
            and begin < len(self.tokens)
            and self.tokens[begin].low in ("jej", "jego", "a", "ówczesny")
        ):
            begin += 1
        if begin >= len(self.tokens) or (not enclosed and not self.tokens[begin].is_capital):
            return None
        if "\n\n" in self.tokens[begin].gap:
            return None
        function = self._function(begin, person, closed=False)
        if function is None or function[1] in self.people or self._leads_to_person(function[1]):
            return None
        after = self.tokens[function[1]] if function[1] < len(self.tokens) else None
        if mark == "," and after is not None and not ("\n" in after.gap or after.text in ",.;()…–-:" or after.low in ("i", "oraz", "z", "na", "w") or is_finite(after.text)):  # fmt: skip
            return None
        return self._role(function[0], begin, function[1])

    def _leads_to_person(self, at: int) -> bool:
        """Whether a name follows after Pan or dr, so that the function is the next person's."""
        while at < len(self.tokens) and (self.tokens[at].low in TITLES or self.tokens[at].text == "."):
            at += 1
            if at in self.people:
                return True
        return at in self.people

    # Before the name

    def _before(self, person: Person) -> Role | None:
        at = self._skip_titles(person.first - 1)
        if at < 0 or "\n\n" in self.tokens[min(at + 1, len(self.tokens) - 1)].gap:
            return None
        mark = self.tokens[at]
        if (mark.text in DASHES and mark.gap) or mark.text in (",", ":"):
            at -= 1
            enclosed = True
        else:
            enclosed = False
        sentence = self.document.sentences[self.document.sentence_number(person.start)]
        for begin in range(at, max(at - _LONGEST, sentence.first - 1), -1):
            if begin in self.used or begin in self.people or self._stops(begin):
                break
            found = self._starting_at(begin, at + 1, person, enclosed)
            if found:
                return found
        return None

    def _starting_at(self, begin: int, end: int, person: Person, enclosed: bool) -> Role | None:
        if not self._is_office(begin, person):
            return None
        begin = self._widened(begin, person)
        function = self._function(begin, person, closed=True)
        if function is None or function[1] != end:
            return None
        if enclosed and ((begin and self.tokens[begin - 1].text in DASHES) or "nom" not in person.cases):
            return None
        return self._role(function[0], begin, end)

    def _widened(self, begin: int, person: Person) -> int:
        """Step left over words of the same function: "Z-ca Dyrektora", "Wojewódzki Komendant", "I Zastępca"."""
        while begin > 0 and begin - 1 not in self.used and begin - 1 not in self.covered:
            token, noun = self.tokens[begin - 1], self.tokens[begin]
            if "\n" in noun.gap and token.is_capital and "\n\n" in noun.gap:
                break
            outer = lemmas(token.text) & FUNCTIONS and can_be(noun.text, "gen")
            qualifies = (
                adjectives(token.text) and not is_finite(token.text) and _agrees(token.text, noun.text)
            )
            ordinal = token.text in ("I", "II", "III")
            qualifies = (
                qualifies
                and (token.is_capital or not noun.is_capital)
                and (not token.is_capital or noun.is_capital or not self._ends_name(begin - 1))
                and not lemmas(token.text) & DETERMINERS
            )
            if not (outer or qualifies or ordinal) or begin - 1 in self.people:
                break
            begin -= 1
        return begin

    def _ends_name(self, at: int) -> bool:
        """Whether a word in capitals ends a name: "w Mińsku Mazowieckim | dyrektor"."""
        before = self.tokens[at - 1] if at else None
        return before is not None and before.is_capital and self.tokens[at].gap == " "

    def _skip_titles(self, at: int) -> int:
        while at >= 0 and (self.tokens[at].low in TITLES or (self.tokens[at].text == "." and self.tokens[at - 1].low in TITLES)):  # fmt: skip
            at -= 1
        return at

    def _stops(self, at: int) -> bool:
        token = self.tokens[at]
        if at in self.covered:
            return False
        if token.text == ",":
            return not _goes_on(self.tokens[at + 1].text)
        return token.text in ".;:!?()" or is_finite(token.text)

    # A function from its first word

    def _is_office(self, at: int, person: Person) -> bool:
        word = self.tokens[at].text
        found = lemmas(word)
        if found & NEVER:
            return False
        if found & FUNCTIONS:
            return self._fits(word, person)
        beside = at == self._skip_titles(person.first - 1)
        human = [r for r in nouns(word) if "m1" in r.genders and "sg" in r.numbers and r.kind == "subst"]
        ordinary = human and not any(r.names - {"nazwa_pospolita"} for r in nouns(word))
        is_trade_of_hers = person.gender == "f" and any(_OF_HER.search(lemma) for lemma in found)
        if is_trade_of_hers and beside and not self.tokens[at].is_capital and self._fits(word, person):
            return True
        return bool(
            ordinary
            and beside
            and not self.tokens[at].is_capital
            and person.gender == "m"
            and self._fits(word, person)
        )

    def _fits(self, word: str, person: Person) -> bool:
        readings = [*nouns(word), *adjectives(word)]
        cases = frozenset().union(*(r.cases for r in readings if "sg" in r.numbers), ())
        return bool(cases & person.cases) or not readings

    def _function(self, begin: int, person: Person, closed: bool) -> tuple[Function, int] | None:
        """Read a function that begins here: optional adjectives, its noun, what depends on it, an organisation."""
        head = begin
        while head < len(self.tokens) and head - begin < 3 and not lemmas(self.tokens[head].text) & FUNCTIONS:
            if not (adjectives(self.tokens[head].text) or self.tokens[head].text in ("I", "II", "III")):
                break
            head += 1
        if head >= len(self.tokens) or head in self.covered:
            return None
        if not self._is_head(begin, head, person, closed):
            return None
        end = self._dependents(head + 1, closed)
        organisation = self._organisation_at(end, person)
        words = [token.text for token in self.tokens[begin:end]]
        title = _told(words, head - begin, self.tokens[begin:end])
        if title is None:
            return None
        start, stop = self.tokens[begin].start, self.tokens[end - 1].end
        coreferred = None if organisation else self._coreferred(head, end)
        if coreferred or (organisation is None and self._points(head, end)):
            pointing = sum(token.low in POINTING for token in self.tokens[head + 1 : end])
            title = title.rsplit(" ", end - self._body_noun(end) + pointing)[0]
            organisation = coreferred
        last = organisation.last if organisation and not coreferred else end
        return Function(title, start, stop, organisation), last

    def _is_head(self, begin: int, head: int, person: Person, closed: bool) -> bool:
        word = self.tokens[head].text
        if lemmas(word) & FUNCTIONS and not lemmas(word) & NEVER:
            return self._fits(word, person) or word.lower() == "z-ca"
        return closed and begin == head and self._is_office(head, person)

    def _dependents(self, at: int, closed: bool) -> int:
        """Step over the genitives and adjectives that belong to a function, up to an organisation or the name."""
        start = at
        while at < len(self.tokens) and at - start < _LONGEST:
            token = self.tokens[at]
            if (
                at in self.covered
                or at in self.people
                or "\n\n" in token.gap
                or ("\n" in token.gap and self._new_sentence(at))
            ):
                break
            step = self._dependent(at, start, closed)
            if not step:
                break
            at += step
        return at

    def _new_sentence(self, at: int) -> bool:
        tokens = self.tokens
        return self.document.sentence_number(tokens[at].start) != self.document.sentence_number(
            tokens[at - 1].start
        )

    def _dependent(self, at: int, start: int, closed: bool) -> int:
        token = self.tokens[at]
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if token.low == "ds" and following and following.text == ".":
            return 2
        if token.low == "do" and following and following.low == "spraw":
            return 2
        if token.low in ("w", "we") and following and following.is_capital and at + 1 not in self.people:
            return 2 if can_be(following.text, "loc") and at + 1 not in self.covered else 0
        if token.low in ("i", "oraz") and following and at > start:
            joins = can_be(following.text, "gen") and not lemmas(following.text) & FUNCTIONS
            return 2 if joins and at + 1 not in self.people and not is_finite(following.text) and at + 1 not in self.covered else 0  # fmt: skip
        if token.text == "," and following and closed and at + 1 not in self.covered:
            return 2 if _goes_on(following.text) else 0
        if not token.is_word or is_finite(token.text) or token.low in TITLES or lemmas(token.text) & NEVER:
            return 0
        if token.low in listed("na w z do od po u o a że który która oraz i przy za"):
            return 0
        genitive = can_be(token.text, "gen")
        agreeing = bool(adjectives(token.text)) and _agrees(token.text, self.tokens[at - 1].text)
        unknown_name = token.is_capital and self.tokens[at - 1].is_capital and not nouns(token.text)
        proper = token.is_capital and lemmas(self.tokens[at - 1].text) & {"gmina", "miasto", "powiat"}
        return 1 if genitive or agreeing or unknown_name or proper else 0

    def _organisation_at(self, at: int, person: Person) -> Organisation | None:
        found = self.organisations.get(at)
        if found is None and at < len(self.tokens) and self.tokens[at].low in ("z", "ze", "w", "we"):
            found = self.organisations.get(at + 1)
        return found

    def _coreferred(self, head: int, end: int) -> Organisation | None:
        """Return the organisation meant by "prezes spółdzielni" or by "jej prezes"."""
        earlier = [one for one in self.ordered if one.last <= head]
        at = self._body_noun(end)
        inner = [
            t
            for t in self.tokens[head + 1 : at]
            if t.low not in POINTING | ORGANS and not lemmas(t.text) & FUNCTIONS
        ]
        if at < head + 1 or inner or "starszy" in lemmas(self.tokens[head].text):
            return None
        words = lemmas(self.tokens[at].text)
        kinds = {ANY_OF_KIND[word] for word in words & ANY_OF_KIND.keys()}
        same = [
            o for o in earlier if any(word in o.name.lower().split()[:3] for word in words & HEADS.keys())
        ]
        same = same or [one for one in earlier if one.kind in kinds]
        near = [one for one in same if self._same_sentence(one, head)]
        return near[-1] if near else same[-1] if same and len({one.name for one in same}) == 1 else None

    def _points(self, head: int, end: int) -> bool:
        """Whether a function ends with a bare noun that bodies of the text bear, though not which one is meant."""
        noun = self._body_noun(end)
        words = lemmas(self.tokens[noun].text) & ((HEADS.keys() - WEAK) | ANY_OF_KIND.keys())
        kinds = {ANY_OF_KIND[word] for word in words & ANY_OF_KIND.keys()}
        return (
            noun > head
            and "starszy" not in lemmas(self.tokens[head].text)
            and any(one.kind in kinds or words & set(one.name.lower().split()[:3]) for one in self.ordered)
        )

    def _body_noun(self, end: int) -> int:
        """Return where the bare noun of a body that ends a function stands: "urzędu" of "dyrektor urzędu pracy"."""
        of_work = self.tokens[end - 1].low == "pracy" and lemmas(self.tokens[end - 2].text) & {
            "urząd",
            "zakład",
        }
        return end - 2 if of_work else end - 1

    def _same_sentence(self, one: Organisation, at: int) -> bool:
        number = self.document.sentence_number
        return number(one.start) == number(self.tokens[at].start)

    def _role(self, function: Function, begin: int, end: int) -> Role:
        self.used.update(range(begin, end))
        organisation = function.organisation
        before = self.tokens[begin - 1].low if begin else ""
        heads = lemmas(function.title.split()[0]) & HEADS_OF_BODIES
        if organisation is None and before in ("jej", "jego") and heads:
            near = {
                one.name: one for one in self.ordered if one.last <= begin and self._same_sentence(one, begin)
            }
            organisation = next(iter(near.values())) if len(near) == 1 else None
        if organisation is None and begin > 1 and is_finite(self.tokens[begin - 1].text):
            acting = self.covered.get(begin - 2)  # "w imieniu Ω odebrała dyrektor …"
            if acting and acting.first and self.tokens[acting.first - 1].low == "imieniu":
                organisation = acting
        return Role(function, organisation)

    def _organisation_before(self, person: Person) -> Role | None:
        """Read "Fundację Zorza (FZ) – Jana Nowaka" and "w imieniu Ω odebrała …" with nothing but a title between."""
        at = self._skip_titles(person.first - 1)
        if at < 1 or self.tokens[at].text not in DASHES or not self.tokens[at].gap:
            return None
        last = (
            at - 3 if self.tokens[at - 1].text == ")" and at > 3 and self.tokens[at - 3].text == "(" else at
        )
        found = next((one for one in self.ordered if one.last == last), None)
        return Role(None, found) if found else None

    def _organisation_after(self, person: Person) -> Role | None:
        """Read "Sylwester Bąk z Opolskiej Izby Rolniczej", "Mirosław Sowa – Nadleśnictwo Międzylesie"."""
        at = person.last
        if at >= len(self.tokens):
            return None
        mark = self.tokens[at]
        found = self.organisations.get(at + 1)
        if found is None:
            return None
        if mark.low in ("z", "ze") or (mark.text in "(" or (mark.text in DASHES and mark.gap)):
            return Role(None, found)
        after = self.tokens[found.last] if found.last < len(self.tokens) else None
        if mark.text == "," and (after is None or "\n" in after.gap or after.text == ";"):
            return Role(None, found)
        return None


def _goes_on(word: str) -> bool:
    """Whether a small word after a comma can go on with what an expert is expert in: "…, ekonomii społecznej"."""
    return word.islower() and can_be(word, "gen") and not lemmas(word) & FUNCTIONS and not is_finite(word)


def _agrees(adjective: str, noun: str) -> bool:
    cases = frozenset().union(*(r.cases for r in adjectives(adjective)), ())
    others = frozenset().union(*(r.cases for r in (*nouns(noun), *adjectives(noun))), ())
    return bool(cases & others)


def _told(words: list[str], head: int, tokens: tuple) -> str | None:
    if words[head].lower() == "z-ca":
        return " ".join(words)
    seat = words[head + 1 :] if is_seat(words, head + 1) else []
    phrase = nominative(words[: len(words) - len(seat)], head) or (
        " ".join(words) if adjectives(words[head]) else None
    )
    if phrase is None:
        return None
    parts = [*phrase.split(" "), *seat]
    gaps = ["" if at == 0 or not token.gap else " " for at, token in enumerate(tokens)]
    return "".join(gap + word for gap, word in zip(gaps, parts, strict=True))
