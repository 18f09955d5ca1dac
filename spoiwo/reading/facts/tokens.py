"""A text cut into words and sentences, once, for every rule."""

import re
from dataclasses import dataclass
from functools import cached_property

from spoiwo.reading.facts.words import is_finite, listed, may_be_finite

_SMALL, _LARGE = "a-ząćęłńóśźż", "A-ZĄĆĘŁŃÓŚŹŻ"
# The first: a word with another glued to it by lost bold print ("coKlaster", "społecznejJadwigę").
_TOKEN = re.compile(
    rf"[{_LARGE}]?[{_SMALL}]+(?=[{_LARGE}][{_SMALL}]{{3}})|[^\W\d_]+(?:[-‐‑’'][^\W\d_]+)*|\d+|[^\w\s]|_"
)
# Abbreviations after which a full stop does not end a sentence, whatever follows.
_OPEN = listed(
    "ad al art kat p dr ds dyr fil gen godz hab im inż itp kl ks lic m mgr min mjr mł nr np ok os pl pkt pl płk pn pod poz prof pt "
    "red rtm s sp st str św tel tj tys tzn ul ust woj wyd z zob zw por por płk bp abp mec"
)
# After these it does if a capital follows and the sentence has had its verb.
_DOUBTFUL = listed("r br w in itd itp o ub zł")
_CLOSERS = "”\"»)'’"
_SENTENCE_END = ".!?…"
_BULLETS = "•▪●○◦‣·*–—-"
_LABEL = re.compile(r"[^\W\d_][^\n:.,;()]{1,40}:[ \t]+\S")
_LABEL_OF_ITEM = re.compile(r"(?:[-–•*]\s+)?(?:\d{1,2}[.)]\s+)?" + _LABEL.pattern)  # "1. miejsce: …"
# A line of a calendar: "7 lipca – …".
_DAY_ITEM = re.compile(
    r"\d{1,2}(?:[–-]\d{1,2})? (?:stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia)\b"
)
_ITEM = re.compile(
    r"(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d)[^\n]{0,4}\s[–-]\s|\d{1,2}[.)][ \t]+[^\W\d_]|[a-h]\)[ \t]|[-–—*][ \t]+\S"
)
_LONGEST = 400  # words; what never ends (a table, a list of links) is cut so that no rule looks further


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark with its place in the text; ``gap`` is the white space before it."""

    text: str
    start: int
    end: int
    index: int
    gap: str

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.text.lower()

    @property
    def is_word(self) -> bool:
        """Whether it consists of letters."""
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_number(self) -> bool:
        """Whether it consists of digits."""
        return self.text[0].isdigit()


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens from ``first`` up to but without ``last``; ``paragraph`` counts from 0."""

    first: int
    last: int
    start: int
    end: int
    paragraph: int


class Document:
    """A text with its tokens and sentences; offsets are characters of the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _tokens(text)
        self.sentences = tuple(self._sentences())

    def words(self, start: int, end: int) -> str:
        """Return the words between two offsets on one line."""
        return " ".join(self.text[start:end].split())

    @cached_property
    def _starts(self) -> dict[int, int]:
        return {token.start: token.index for token in self.tokens}

    @cached_property
    def _sentence_of_token(self) -> list[int]:
        found = [0] * len(self.tokens)
        for number, sentence in enumerate(self.sentences):
            for index in range(sentence.first, sentence.last):
                found[index] = number
        return found

    def token_at(self, start: int) -> int:
        """Return the index of the token that begins at or first after an offset."""
        if start in self._starts:
            return self._starts[start]
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].start < start:
                low = middle + 1
            else:
                high = middle
        return low

    def sentence_number(self, start: int) -> int:
        """Return the number of the sentence that holds an offset."""
        index = min(self.token_at(start), len(self.tokens) - 1)
        return self._sentence_of_token[index] if index >= 0 else 0

    def _sentences(self) -> list[Sentence]:
        found: list[Sentence] = []
        first, paragraph, lines = 0, 0, _LineLengths(self.text)
        for index, token in enumerate(self.tokens):
            if index > first and (
                _breaks(token, lines) or index - first >= _LONGEST or self._ends(first, index)
            ):
                found.append(self._sentence(first, index, paragraph))
                first = index
            if token.gap.count("\n") > 1:
                paragraph += 1
        if first < len(self.tokens):
            found.append(self._sentence(first, len(self.tokens), paragraph))
        return found

    def _sentence(self, first: int, last: int, paragraph: int) -> Sentence:
        return Sentence(first, last, self.tokens[first].start, self.tokens[last - 1].end, paragraph)

    def _ends(self, first: int, index: int) -> bool:
        """Whether a sentence that began at ``first`` ends before the token at ``index``."""
        token, mark = self.tokens[index], self.tokens[index - 1]
        if token.text in _CLOSERS and not token.gap:
            return False
        before = index - 1
        while before > first and mark.text in _CLOSERS:
            before -= 1
            mark = self.tokens[before]
        if mark.text not in _SENTENCE_END or not (token.gap or mark.text in "!?"):
            return False
        if not (token.is_capital or token.text in '„"«' or token.text in _BULLETS or token.is_number):
            return False
        if mark.text != ".":
            return not _in_title(self.text, mark.start)
        return self._stop_ends(first, before, token)

    def _has_verb(self, at: int) -> bool:
        """Whether the words from a token to the next stop can be a sentence: "… 3 maja 2020 r. Centrum Usług w Kole." are not."""
        for token in self.tokens[at : at + _LONGEST_NAME]:
            if token.text in ".;:!?" or (token.index > at and "\n" in token.gap):
                return False
            if may_be_finite(token.text):
                return True
        return True

    def _stop_ends(self, first: int, stop: int, following: Token) -> bool:
        word = self.tokens[stop - 1] if stop > first else None
        if word is None or self.tokens[stop].gap:
            return True
        if word.is_number and stop - first == 1:
            return False  # "1. Powiatem …": the number of an item
        if word.low in _DOUBTFUL:
            told = following.is_capital and any(is_finite(t.text) for t in self.tokens[first:stop])
            return told and self._has_verb(following.index)
        initial = len(word.text) == 1 and word.is_capital
        ordinal = word.is_number and following.low.islower() and not following.is_capital
        return not (word.low in _OPEN and word.text != "S") and not initial and not ordinal


_LONGEST_NAME = 16  # words of a subject told after its verb
_TITLE_OPENS, _TITLE_CLOSES = re.compile(r"[„«][^„«”\"»\n]{0,70}$"), re.compile(r"[^„«”\"»\n]{1,70}[”\"»]")


def _in_title(text: str, mark: int) -> bool:
    """Whether a question or an exclamation stands within a title: "„Opiekun czy pracownik? Jak to pogodzić”"."""
    return bool(_TITLE_OPENS.search(text, max(0, mark - 71), mark) and _TITLE_CLOSES.match(text, mark + 1))


class _LineLengths:
    """How long the lines of a text are: a short line before a capital is a heading or an item, not a fold."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.longest = max(map(len, text.splitlines()), default=0)

    def opens_with(self, end: int, mark: str) -> bool:
        """Whether the line that ends at an offset opens with a mark and a space."""
        start = self.text.rfind("\n", max(0, end - 2000), end) + 1
        return self.text.startswith(f"{mark} ", start)

    def is_short(self, end: int) -> bool:
        start = self.text.rfind("\n", max(0, end - 2000), end) + 1
        return end - start < 0.6 * self.longest


_DASHES = frozenset("-–—*")
_WIDEST_GAP = 40  # characters of white space between words of one sentence; more is a column


def _breaks(token: Token, lines: _LineLengths) -> bool:
    """Whether the white space before a token divides: an empty line, a bullet, a short line before a capital."""
    count = token.gap.count("\n")
    if count == 0:
        return len(token.gap) > _WIDEST_GAP
    if count > 1 or token.text in "•▪●○◦‣→":
        return True
    end = token.start - len(token.gap) + token.gap.index("\n")
    if _ITEM.match(lines.text, token.start) and (token.is_number or lines.text[end - 1 : end] in ":,;."):
        return True
    if token.text in _DASHES and lines.opens_with(end, token.text):
        return True  # one dash below another
    if (
        _DAY_ITEM.match(lines.text, token.start)
        and lines.text[end - 1 : end] in ":,;."
        and lines.is_short(end)
    ):
        return True
    if token.is_capital and _LABEL.match(lines.text, token.start):
        return lines.is_short(end) or bool(
            _LABEL_OF_ITEM.match(lines.text, lines.text.rfind("\n", 0, end) + 1)
        )
    return (token.is_capital or token.text in "-–—*„") and lines.is_short(end)


def _tokens(text: str) -> tuple[Token, ...]:
    found, last = [], 0
    for index, match in enumerate(_TOKEN.finditer(text)):
        found.append(Token(match.group(), match.start(), match.end(), index, text[last : match.start()]))
        last = match.end()
    return tuple(found)
