"""Which organisations may be one and the same: equal numbers, equal bare names, similar names nearby."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from spoiwo.register.rules.names import bare_name, significant_words

BLOCK_LIMIT = 100
NEIGHBOURS = 12


class Reason(StrEnum):
    """Why two records look like one; in the order in which a person should look at them."""

    NUMBER = "number"
    NAME = "name"
    SIMILAR = "similar"


class Entry(NamedTuple):
    """What is compared of one organisation; `county` is a TERYT code or empty."""

    pk: int
    name: str
    county: str
    nip: str
    regon: str
    krs: str


class Pair(NamedTuple):
    """Two records that may be one; `likeness` from 0 to 1 orders pairs of one reason."""

    first: int
    second: int
    reason: Reason
    likeness: float


def find_pairs(entries: Sequence[Entry], decided: Collection[tuple[int, int]] = ()) -> list[Pair]:
    """All pairs worth a look, the surest first; pairs in `decided` (smaller id first) are left out.

    Names are compared only inside blocks: one county and a rare word in common by its first four letters. A block over
    `BLOCK_LIMIT` is sorted by name and compared with `NEIGHBOURS` nearest only, so the cost grows with the number of
    records, not with its square: about a second for 10,000.
    """
    found: dict[tuple[int, int], Pair] = {}
    settled = set(decided)
    for first, second, reason, likeness in _candidates(entries):
        pair = (min(first, second), max(first, second))
        if pair not in settled and pair not in found:
            found[pair] = Pair(*pair, reason, likeness)
    order = list(Reason)
    return sorted(found.values(), key=lambda pair: (order.index(pair.reason), -pair.likeness, pair.first))


def _candidates(entries: Sequence[Entry]) -> Iterable[tuple[int, int, Reason, float]]:
    yield from _by_numbers(entries)
    bare = {entry.pk: bare_name(entry.name) for entry in entries}
    yield from _by_names(entries, bare)
    yield from _by_likeness(entries, bare)


def _by_numbers(entries: Sequence[Entry]) -> Iterable[tuple[int, int, Reason, float]]:
    owners: dict[tuple[str, str], list[int]] = defaultdict(list)
    for entry in entries:
        # A local unit's REGON has 14 digits, the first nine being its owner's: that is no sign of a duplicate.
        for field, number in (("nip", entry.nip), ("regon", entry.regon), ("krs", entry.krs)):
            if number:
                owners[field, number].append(entry.pk)
    for pks in owners.values():
        for first, second in combinations(pks[:NEIGHBOURS], 2):
            yield first, second, Reason.NUMBER, 1.0


def _by_names(entries: Sequence[Entry], bare: dict[int, str]) -> Iterable[tuple[int, int, Reason, float]]:
    by_name: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_name[bare[entry.pk]].append(entry)
    for same in by_name.values():
        for one, other in combinations(same[: BLOCK_LIMIT // 2], 2):
            is_near = one.county == other.county or not one.county or not other.county
            if is_near and not _numbers_differ(one, other):
                yield one.pk, other.pk, Reason.NAME, 1.0


def _by_likeness(entries: Sequence[Entry], bare: dict[int, str]) -> Iterable[tuple[int, int, Reason, float]]:
    words = {entry.pk: significant_words(bare[entry.pk]) for entry in entries}
    known = {entry.pk: entry for entry in entries}
    digits = {pk: [word for word in own if word.isdigit()] for pk, own in words.items()}
    for block in _blocks(entries, words):
        for first, second in _pairs_in(block, bare):
            if digits[first] != digits[second] or _numbers_differ(known[first], known[second]):
                continue
            likeness = likeness_of(words[first], words[second])
            if likeness >= 0.8:
                yield first, second, Reason.SIMILAR, likeness


def _blocks(entries: Sequence[Entry], words: dict[int, list[str]]) -> Iterable[list[int]]:
    stems = {pk: {word[:4] for word in own} for pk, own in words.items()}
    frequency = Counter((entry.county, stem) for entry in entries for stem in stems[entry.pk])
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for entry in entries:
        for stem in sorted(stems[entry.pk], key=lambda stem: (frequency[entry.county, stem], stem))[:3]:
            blocks[entry.county, stem].append(entry.pk)
    return (block for block in blocks.values() if len(block) > 1)


def _pairs_in(block: list[int], bare: dict[int, str]) -> Iterable[tuple[int, int]]:
    if len(block) <= BLOCK_LIMIT:
        return combinations(block, 2)
    block = sorted(block, key=bare.__getitem__)
    return (
        (pk, other) for place, pk in enumerate(block) for other in block[place + 1 : place + 1 + NEIGHBOURS]
    )


def _numbers_differ(one: Entry, other: Entry) -> bool:
    """Two bodies with official numbers of their own are two, however alike their names."""
    return any(a and b and a != b for a, b in ((one.nip, other.nip), (one.krs, other.krs)))


def likeness_of(words: Sequence[str], others: Sequence[str]) -> float:
    """How alike two names are, from 0 to 1, word by word, so that “nr 1” and “nr 2” or two towns stay apart.

    Every word of the shorter name must find its like in the longer one (equal, or differing as cases of one word and
    slips of the pen do; a number only its equal). Words left over in the longer name take from the likeness.
    """
    short, long = (words, others) if len(words) <= len(others) else (others, words)
    if len(long) - len(short) > 1 + len(short) // 2:
        return 0.0
    left = list(long)
    missing = []
    for word in short:
        if word in left:
            left.remove(word)
        else:
            missing.append(word)
    total = float(len(short) - len(missing))
    for word in missing:
        best = max(((_alike(word, other), other) for other in left), default=(0.0, ""))
        if best[0] < 0.75:
            return 0.0
        left.remove(best[1])
        total += best[0]
    if any(word.isdigit() for word in left):
        return 0.0
    return (total / len(short)) * (1 - 0.15 * len(left)) if short else 0.0


@lru_cache(maxsize=65_536)
def _alike(word: str, other: str) -> float:
    if word.isdigit() or other.isdigit() or abs(len(word) - len(other)) > 3:
        return 0.0
    if len(word) < 4 or len(other) < 4:
        return 0.0
    return SequenceMatcher(None, word, other, autojunk=False).ratio()
