"""What was changed: spans in the text as it was and as it is, and rounds of changes put together."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace


@dataclass(frozen=True, slots=True)
class Change:
    """One word changed: original[start:end] is ``before``, text[new_start:new_end] is ``after``.

    ``alternatives`` are other words it may have been, the likeliest first; ``confidence`` is between 0 and 1.
    """

    start: int
    end: int
    new_start: int
    new_end: int
    before: str
    after: str
    alternatives: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text after repair with every change in order; ``damage`` names what was recognised ("", "letters", an encoding)."""

    text: str
    changes: tuple[Change, ...]
    damage: str = ""

    def as_json(self) -> dict:
        """Plain values, as `spoiwo repair --json` prints them."""
        return {
            "text": self.text,
            "damage": self.damage,
            "changes": [asdict(change) for change in self.changes],
        }


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of text[start:end], before its place in the new text is known."""

    start: int
    end: int
    after: str
    alternatives: tuple[str, ...] = ()
    confidence: float = 1.0


def applied(text: str, edits: Sequence[Edit], damage: str = "") -> Repaired:
    """Return the text with edits made; they are in order and do not overlap."""
    parts: list[str] = []
    changes: list[Change] = []
    at = length = 0
    for edit in edits:
        parts += (text[at : edit.start], edit.after)
        length += edit.start - at
        before = text[edit.start : edit.end]
        end = length + len(edit.after)
        changes.append(
            Change(edit.start, edit.end, length, end, before, edit.after, edit.alternatives, edit.confidence)
        )
        at, length = edit.end, end
    return Repaired("".join((*parts, text[at:])), tuple(changes), damage)


def followed(original: str, first: Repaired, second: Repaired) -> Repaired:
    """Return both rounds as one: the spans of the second, made on the first's text, told in the original's."""
    if not second.changes or not first.changes:
        return replace(second if second.changes else first, damage=first.damage or second.damage)
    edits: list[Edit] = []
    ahead, behind = list(first.changes), list(second.changes)
    i = j = shift = 0
    while i < len(ahead) or j < len(behind):
        start, end, i, j = _cluster(ahead, behind, i, j)
        inner = [
            change
            for change in ahead[max(0, i - 64) : i]
            if start <= change.new_start and change.new_end <= end
        ]
        outer = [
            change for change in behind[max(0, j - 64) : j] if start <= change.start and change.end <= end
        ]
        grown = sum(len(change.after) - len(change.before) for change in inner)
        after = _rewritten(first.text, start, end, outer)
        told = (outer or inner)[-1]
        edits.append(
            Edit(
                start - shift,
                end - shift - grown,
                after,
                told.alternatives,
                min(c.confidence for c in inner + outer),
            )
        )
        shift += grown
    return applied(original, edits, first.damage or second.damage)


def _cluster(ahead: list[Change], behind: list[Change], i: int, j: int) -> tuple[int, int, int, int]:
    """Return the next stretch of the middle text that changes touch, grown until no other change overlaps it."""
    starts = [ahead[i].new_start] if i < len(ahead) else []
    starts += [behind[j].start] if j < len(behind) else []
    start = end = min(starts)
    while True:
        if i < len(ahead) and ahead[i].new_start <= max(end - 1, start):
            end, i = max(end, ahead[i].new_end), i + 1
        elif j < len(behind) and behind[j].start <= max(end - 1, start):
            end, j = max(end, behind[j].end), j + 1
        else:
            return start, end, i, j


def _rewritten(text: str, start: int, end: int, changes: list[Change]) -> str:
    parts: list[str] = []
    at = start
    for change in changes:
        parts += (text[at : change.start], change.after)
        at = change.end
    return "".join((*parts, text[at:end]))
