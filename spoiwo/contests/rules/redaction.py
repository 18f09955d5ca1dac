"""What in a text gives its author away, and the text without it: names, places, people, ways of contact, numbers."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from spoiwo.contests.rules.inflected import (
    BETWEEN,
    EVERYDAY,
    PREPOSITIONS,
    adjective_forms,
    adjectives_of,
    any_word,
    derived_loosely,
    inhabitants_of,
    is_common,
    one_of,
    person,
    phrase_of_places,
)
from spoiwo.contests.rules.shadows import Shadow, shadow
from spoiwo.polish import fold, readings

BEGIN, END = r"(?<![^\W\d_])", r"(?![^\W\d_])"
# Words that offices, schools and associations all over the country share: a name of these alone names nobody.
GENERIC = frozenset(
    re.findall(
        r"\w+",
        """
    powiatowy wojewodzki miejski gminny krajowy publiczny rejonowy urzad praca starostwo osrodek pomoc
    spoleczny centrum rodzina szkola zespol ponadpodstawowy podstawowy gmina miasto powiat wojewodztwo izba
    cech rzemioslo liceum technikum ogolnoksztalcacy zawodowy fundacja stowarzyszenie ochotniczy hufiec
    komenda ksztalcenie ustawiczny wydzial zaklad pup wup mops gops mgops pcpr ohp up ckz ckziu rops ops mok
    gok
        """,
    )
)
TLD = "pl|eu|com|org|net|info|edu|gov|online|tv"
CONTACT = rf"""
    (?<![\w.+-])[\w.+-]{{1,64}}\s?(?:@|\[at\]|\(at\)|\(malpa\)|\[malpa\])\s?[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,5}}
    | (?:https?://|www\.)[^\s<>"']{{1,300}}
    | (?<![\w@.-])[a-z0-9][\w-]{{0,62}}(?:\.[\w-]{{1,63}}){{0,4}}\.(?:{TLD})(?![\w-])(?:/[^\s<>"']{{0,300}})?
    | (?<!\w)@[a-z][\w.]{{2,40}}
    | (?:(?:\+|(?<!\d)00)\s?48[\s-]?|(?=\()|(?<![\d.,/-])(?<!\d\ ))(?:
          (?:\(0?\d{{2}}\)|0?\d{{2}})[\s-]\d{{3}}[\s-]?\d{{2}}[\s-]?\d{{2}} | \d{{3}}[\s-]\d{{3}}[\s-]\d{{3}} | [1-9]\d{{8}}
      )(?:\s{{0,2}},?\s?wew\.?\s?\d{{1,5}})?(?!\d|[.,]\d|\s\d|\s?(?:zl|pln|eur|usd|tys|mln|mld|%|proc|osob))
    | (?<!\w)(?:ul|al)\.\s?\w[\w.-]{{0,40}}(?:\s[^\W\d_][\w.-]{{0,40}}){{0,3}}?\s\d{{1,4}}[a-z]?(?:\s?/\s?\d{{1,4}})?(?!\w)
    | (?<![\d-])\d{{2}}-\d{{3}}(?=\s+[^\W\d_]{{3}})
"""
NUMBER = r"""
    (?:nip|regon|krs)\W{0,3}(?:pl)?\d(?:[\s-]?\d){8,13}(?!\d)
    | (?<![\d-])(?:\d{3}-\d{3}-\d{2}-\d{2}|\d{3}-\d{2}-\d{2}-\d{3})(?![\d-])
    | (?<![\d-])(?:pl)?\d{2}(?:\s?\d{4}){6}(?!\d)
"""
POSTCODE = re.compile(r"\d{2}-\d{3}")
OFFICE_BEFORE = re.compile(
    r"(?:powia|gmin|staro|ziemi|region|urz|miasto|miasta|miescie|rejon|subregion|obszar|rynk)\w*\s+\Z"
)


class Kind(StrEnum):
    """What was found; the words for it are the caller's."""

    NAME = "name"
    PLACE = "place"
    PERSON = "person"
    CONTACT = "contact"
    NUMBER = "number"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Identity:
    """Who must not be recognised.

    `names` are full and short names of the organisation and its abbreviations, `places` its commune, town and county seat in the
    nominative, `adjectives` those of its county (“płocki”), `people` full names, `domains` of its pages and letters, `numbers`
    its NIP, REGON and telephones, `extra` what a clerk added: always hidden, in all its forms.
    """

    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


class Find(NamedTuple):
    """A stretch of a text that gives its author away, and the item of the identity behind it (blank: any contact)."""

    start: int
    end: int
    kind: Kind
    text: str
    source: str

    @property
    def key(self) -> str:
        """What a clerk keeps or hides: this wording in any case of letters, wherever it stands."""
        return f"{self.kind}:{fold(self.text)}"


class _Item(NamedTuple):
    """One pattern, whether what it matched (`text[start:end]`) is meant, and whether it is of whole words."""

    kind: Kind
    source: str
    pattern: str
    is_meant: Callable[[str, int, int], bool]
    is_words: bool = True


class _Searcher(NamedTuple):
    regex: re.Pattern[str]
    items: Sequence[_Item]


def finds(identity: Identity, text: str) -> list[Find]:
    """All that gives `identity` away in `text`, in order and apart from each other; also any contact and any tax number.

    Names are found in every case, with or without Polish letters, in capitals, set wide or broken at the end of a line. A word that is
    also an everyday one (łódź, nowy targ) counts only with its capital letters. The first text of an identity takes some
    50 ms, a hundred thousand characters after it a quarter of a second; the time grows in step with the text.
    """
    left, found = text, []
    # What stands beside something hidden stands alone now, and may be read as set wide: look again until nothing more comes to light.
    while new := list(_seen(_searcher(identity), text, shadow(left))):
        found += new
        left = _walled(left, new)
    return sorted(found)


def _walled(text: str, found: Iterable[Find]) -> str:
    """The text with walls of the same length in the place of these finds, which are in order."""
    pieces, at = [], 0
    for one in found:
        pieces += [text[at : one.start], "]" * (one.end - one.start)]
        at = one.end
    return "".join([*pieces, text[at:]])


def _seen(searcher: _Searcher, text: str, cast: Shadow) -> Iterator[Find]:
    at = last = 0
    while match := searcher.regex.search(cast.letters, at):
        group = match.lastgroup or ""
        item = searcher.items[int(group[1:])]
        start, end = cast.span(*match.span())
        if item.kind is Kind.CONTACT:
            end = start + len(text[start:end].rstrip(".,;:!?)]”’»"))
        at = match.start() + 1
        if last <= start < end and item.is_meant(text, start, end):
            at, last = match.end(), end
            yield Find(start, end, item.kind, text[start:end], item.source)


def hide(text: str, found: Sequence[Find], labels: Mapping[str, str], kept: Collection[str] = ()) -> str:
    """The text with “[label]” in the place of each find whose key is not `kept`; `labels` gives the words for each kind.

    Raises KeyError where a kind has no words.
    """
    pieces, at = [], 0
    for one in found:
        if one.key not in kept:
            pieces += [text[at : one.start], f"[{labels[one.kind]}]"]
            at = one.end
    return "".join([*pieces, text[at:]])


@lru_cache(maxsize=256)
def _searcher(identity: Identity) -> _Searcher:
    items = [item for item in _items(identity) if item.pattern]
    groups = {item: f"(?P<i{number}>{item.pattern})" for number, item in enumerate(items)}
    free = "|".join(group for item, group in groups.items() if not item.is_words)
    words = "|".join(group for item, group in groups.items() if item.is_words)
    # One look for the beginning of a word before them all: most letters begin none.
    return _Searcher(re.compile(f"{free}|{BEGIN}(?:{words or '(?!)'}){END}"), items)


def _items(identity: Identity) -> Iterator[_Item]:
    """The patterns, those first that may swallow others: an e-mail before the place in it, a name before its words."""
    yield _Item(Kind.NUMBER, "", _tight(NUMBER), _always, False)
    yield from (_own_number(number) for number in identity.numbers)
    yield from (_own_contact(one) for one in (*identity.emails, *identity.domains))
    yield _Item(Kind.CONTACT, "", _tight(CONTACT), _is_contact, False)
    yield from (_extra(words) for words in identity.extra)
    for name in sorted(identity.names, key=len, reverse=True):
        yield from _names(name, identity)
    for name in identity.people:
        yield from _people(name)
    for place in sorted(identity.places, key=len, reverse=True):
        yield from _places(place, identity)
    for adjective in identity.adjectives:
        if len(adjective) > 2:
            yield _adjective(adjective.lower(), adjective)


def _tight(pattern: str) -> str:
    """A pattern laid out in lines, without the layout."""
    return re.sub(r"(?<!\\)\s+", "", pattern)


def _always(_text: str, _start: int, _end: int) -> bool:
    return True


def _is_contact(text: str, start: int, end: int) -> bool:
    """A postcode counts before a capital letter only: “10-150 osób” is none."""
    return not POSTCODE.fullmatch(text[start:end]) or text[end:].lstrip()[:1].isupper()


def _own_number(number: str) -> _Item:
    digits = re.sub(r"\D", "", number)
    pattern = r"(?<!\d)" + r"[\s-]{0,2}".join(digits) + r"(?!\d)"
    return _Item(Kind.NUMBER, number, pattern if len(digits) > 5 else "", _always, False)


def _own_contact(words: str) -> _Item:
    """An own address, or an own domain with all that stands before and behind it."""
    own = re.escape(
        fold(words).removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    )
    before = "" if "@" in words else r"(?:[\w.+-]{1,64}@|https?://)?(?:[\w-]{1,63}\.){0,4}"
    pattern = rf"(?<![\w.+-]){before}{own}(?![\w-])(?:/[^\s<>\"']{{0,300}})?" if own else ""
    return _Item(Kind.CONTACT, words, pattern, _always, False)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def _extra(words: str) -> _Item:
    pattern = BETWEEN.join(any_word(word) for word in _words(words))
    return _Item(Kind.EXTRA, words, pattern if pattern else "", _always)


def _names(name: str, identity: Identity) -> Iterator[_Item]:
    """A name with a place in it, from any of its words on; another one whole, unless it is of words all share."""
    words = _words(name)
    home = _home(words, identity)
    if not words:
        return
    if home:
        first, last, pattern = home
        before = [word for word in words[:first] if word.lower() not in PREPOSITIONS]
        heads = [_chain(before[at:]) + _joint() for at, word in enumerate(before) if at == 0 or _leads(word)]
        after = "".join(f"(?:{BETWEEN}{any_word(word)})" for word in words[last:])
        if heads:
            yield _Item(Kind.NAME, name, f"(?:{'|'.join(heads)}){pattern}(?:{after})?", _always)
        return
    if _is_generic(words):
        return
    yield _Item(Kind.NAME, name, _chain(words), _as_title(words))
    tail = words
    while tail and (_lemma(tail[0]) in GENERIC or tail[0].lower() in PREPOSITIONS):
        tail = tail[1:]
    if len(tail) < len(words) and (len(tail) > 1 or not is_common(tail[0])):
        yield _Item(Kind.NAME, name, _chain(tail), _as_title(tail))


def _home(words: list[str], identity: Identity) -> tuple[int, int, str] | None:
    """Where in the words of a name a place or its adjective stands: first word, the one after the last, its pattern."""
    for place in sorted(identity.places, key=len, reverse=True):
        forms = one_of([phrase_of_places(_words(place)), *map(adjective_forms, adjectives_of(place))])
        for first in range(1, len(words)):
            for last in range(len(words), first, -1):
                if re.fullmatch(forms, fold(" ".join(words[first:last]))):
                    return first, last, forms
    return None


def _leads(word: str) -> bool:
    """Whether a shorter name can begin here: “Urząd Pracy w Płocku” is one, “Pracy w Płocku” is none."""
    known = readings(word) or readings(word.lower())
    return not known or any(reading.fits(kind="subst", case="nom") for reading in known)


def _joint() -> str:
    return rf"{BETWEEN}(?:(?:we?|dla|powiatu|gminy|miasta){BETWEEN}){{0,2}}"


def _chain(words: Sequence[str]) -> str:
    """The words one after another in any case; little words between them may be missing."""
    patterns = [(any_word(word), word.lower() in PREPOSITIONS) for word in words]
    chained = patterns[0][0] if patterns else ""
    for pattern, is_little in patterns[1:]:
        chained += f"(?:{BETWEEN}{pattern})?" if is_little else BETWEEN + pattern
    return chained


def _lemma(word: str) -> str:
    lemmas = [fold(reading.word) for reading in readings(word.lower())]
    return next((lemma for lemma in lemmas if lemma in GENERIC), fold(word))


def _is_generic(words: Sequence[str]) -> bool:
    return all(_lemma(word) in GENERIC or word.isdigit() or word.lower() in PREPOSITIONS for word in words)


def _as_title(words: Sequence[str]) -> Callable[[str, int, int], bool]:
    """Everyday words count as a name only with a capital letter; an abbreviation only in capitals."""
    is_everyday = all(is_common(word) or word.lower() in PREPOSITIONS for word in words)
    is_short = len(words) == 1 and words[0].isupper() and len(words[0]) <= 5

    def is_meant(text: str, start: int, end: int) -> bool:
        if is_short:
            return text[start : start + len(words[0])].isupper()
        return not is_everyday or text[start].isupper()

    return is_meant


def _people(name: str) -> Iterator[_Item]:
    whole, alone = person(name)
    if whole:
        yield _Item(Kind.PERSON, name, whole, _always)
    if alone:
        yield _Item(Kind.PERSON, name, alone, _capital_or_rare(frozenset()))


def _places(place: str, identity: Identity) -> Iterator[_Item]:
    words = _words(place)
    adjectives = adjectives_of(place)
    own = adjectives | {one.lower() for one in identity.adjectives}
    if not words:
        return
    yield _Item(Kind.PLACE, place, phrase_of_places(words), _capital_or_rare(frozenset(own)))
    for adjective in sorted(adjectives - {one.lower() for one in identity.adjectives}):
        yield _adjective(adjective, place)
    for word in words if len(words) > 1 else ():
        if len(word) > 3 and not is_common(word) and not any(r.kind == "adj" for r in readings(word.lower())):
            yield _Item(Kind.PLACE, place, phrase_of_places([word]), _capital_or_rare(frozenset(own)))
    for pattern in inhabitants_of(place):
        yield _Item(Kind.PLACE, place, pattern, _is_inhabitant)
    for pattern in () if adjectives else derived_loosely(place):
        yield _Item(Kind.PLACE, place, pattern, _capital_or_rare(frozenset(own)))


def _capital_or_rare(own: frozenset[str]) -> Callable[[str, int, int], bool]:
    """A name of its own: an everyday word needs its capital letter or an office before it, a rare one neither."""

    def is_meant(text: str, start: int, end: int) -> bool:
        words = (word for word in _words(text[start:end]) if len(word) > 2)
        return all(word[0].isupper() or not is_common(word, own) for word in words) or _after_office(
            text, start
        )

    return is_meant


def _after_office(text: str, start: int) -> bool:
    """Whether “powiat”, “ziemia”, “starosta” or the like stands just before."""
    return bool(OFFICE_BEFORE.search(fold(text[max(0, start - 25) : start]) + " "))


def _is_inhabitant(text: str, start: int, end: int) -> bool:
    known = readings(text[start:end].lower())
    return not known or any(reading.word.endswith(("anin", "anka")) for reading in known)


def _adjective(adjective: str, source: str) -> _Item:
    """In small letters too, unless the word is an everyday one besides (“łaski”): then only after “powiat” and the like."""
    own = frozenset() if adjective in EVERYDAY else frozenset({adjective})

    def is_meant(text: str, start: int, end: int) -> bool:
        if text[start].isupper() or not is_common(text[start:end], own):
            return True
        return _after_office(text, start)

    return _Item(Kind.PLACE, source, adjective_forms(adjective), is_meant)
