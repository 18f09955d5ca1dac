"""Two people wrote in one text: both writings are kept, line by line. Plain Python."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

# A text of thousands of equal lines, which nobody writes but somebody may send, is not compared line by line.
MOST_PAIRS = 20_000


@dataclass(frozen=True, slots=True)
class Merged:
    """The text that stands from now on; `both`: two different writings were put together in it."""

    text: str
    both: bool


@dataclass(frozen=True, slots=True)
class _Change:
    """Lines `first` to `last` of the base (an insertion where they are equal) became `lines` on one side."""

    first: int
    last: int
    lines: Sequence[str]
    is_mine: bool


def merge(base: str, mine: str, theirs: str) -> Merged:
    """What comes of `mine` and `theirs`, both begun from `base`.

    A line that either side added or changed is never lost: where both changed the same lines, theirs stand first and mine
    after them; where both did the same, it stands once. What one side deleted and the other left alone is gone. Line ends
    become “\\n”. It works as the third step of diff3 does (S. Khanna, K. Kunal, B. C. Pierce, A Formal Investigation of
    Diff3, 2007), with conflicts answered by keeping both. A thousand lines take some 2 ms, the worst texts of 20,000
    characters some 0.2 s.
    """
    base, mine, theirs = tidy(base), tidy(mine), tidy(theirs)
    if mine in (base, theirs):
        return Merged(theirs, both=False)
    if theirs == base:
        return Merged(mine, both=False)
    old, new, other = (text.split("\n") for text in (base, mine, theirs))
    if _says_all(other, new, old):
        return Merged(theirs, both=True)
    changes = [*_changes(old, other, is_mine=False), *_changes(old, new, is_mine=True)]
    lines: list[str] = []
    done = 0
    for group in _groups(sorted(changes, key=lambda one: (one.first, one.last, one.is_mine))):
        lines += old[done : group[0].first]
        lines += _together(
            [line for one in group if not one.is_mine for line in one.lines],
            [line for one in group if one.is_mine for line in one.lines],
        )
        done = max(one.last for one in group)
    return Merged("\n".join([*lines, *old[done:]]), both=True)


def tidy(text: str) -> str:
    """The text with every line end as “\\n”: a browser's form sends others than its script."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _says_all(theirs: Sequence[str], mine: Sequence[str], old: Sequence[str]) -> bool:
    """Whether theirs holds all that mine changed: then mine came a second time, because its answer was lost."""
    before, now = Counter(old), Counter(theirs)
    if any(now[line] > before[line] - count for line, count in (before - Counter(mine)).items()):
        return False
    gone, rest = before - now, iter(theirs)
    for line in mine:
        if gone[line]:
            gone[line] -= 1
        elif line not in rest:  # reads on to the line, so that the order counts
            return False
    return True


def _changes(old: Sequence[str], new: Sequence[str], *, is_mine: bool) -> Iterator[_Change]:
    first = _shared(old, new)
    tail = _shared(old[first:][::-1], new[first:][::-1])
    last, ends = len(old) - tail, len(new) - tail
    for kind, begin, end, *at in _compared(old[first:last], new[first:ends]):
        if kind != "equal":
            yield _Change(first + begin, first + end, new[first + at[0] : first + at[1]], is_mine)


def _compared(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """What became of which lines; a whole stretch became another where comparing it line by line would take long."""
    counts = Counter(new)
    if len(old) * len(new) > 1_000_000 or sum(counts[line] for line in old) > MOST_PAIRS:
        return [("replace", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _groups(changes: Sequence[_Change]) -> Iterator[list[_Change]]:
    """Changes that touch the same lines, or insert at the same place, belong together."""
    group: list[_Change] = []
    for change in changes:
        end = max((one.last for one in group), default=-1)
        meets = change.first < end or any(
            (one.first, one.last) == (change.first, change.last) for one in group
        )
        if group and not meets:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _together(theirs: Sequence[str], mine: Sequence[str]) -> list[str]:
    """Theirs, then mine; what both begin or end with stands once."""
    head = _shared(theirs, mine)
    tail = _shared(theirs[head:][::-1], mine[head:][::-1])
    return [*theirs[: len(theirs) - tail], *mine[head : len(mine) - tail], *theirs[len(theirs) - tail :]]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
