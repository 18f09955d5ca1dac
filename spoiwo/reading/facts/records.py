"""What is told in labels, line by line or one after another in a line: "Lider: Ω. Koszt: Ν. Początek: Δ"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from spoiwo.reading.facts.masks import Masked, Sign
from spoiwo.reading.facts.record_words import LABELS

_LABEL = re.compile(
    r"(?:(?<=\n)|(?<=[.;,!?|(]\s)|(?<=[ΔΝ]\s)|(?<=[.;|]\s\s)|(?<=[•*·▪]\s)|(?<=[–—-]\s)|^)"
    r"[ \t]*(?:[*•▪·–—-]\s*|\(?\d{1,2}[.)]\s+|[a-h]\)\s+)?(?P<label>"
    + "|".join(words for words, _name in LABELS)
    + r")"
    r"(?:\s\([^)\n]{1,20}\))?(?P<mark>\s*:|\s+[–—-](?=\s))[ \t]*",
    re.IGNORECASE,
)
_NAMES = [(re.compile(words, re.IGNORECASE), name) for words, name in LABELS]
_ITEM = re.compile(r"\n[ \t]*(?:[-–—*•▪·]|\(?\d{1,2}[.)]|[a-h]\))[ \t]+(?P<words>[^\n]+)")
_LINE = re.compile(r"\n[ \t]*(?P<words>[^\s:][^\n:]*)(?=\n|$)")
_MOST = 15  # lines of one value
_GAP = 260  # characters between two labels of one record


@dataclass(frozen=True, slots=True)
class Value:
    """A labelled value: the field's name, the label in small letters, the spans of its words (several for items)."""

    name: str
    label: str
    at: int
    spans: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[-1][1]


@dataclass
class Record:
    """Labels that belong together; ``before`` is where the words begin that lead to them, ``until`` where those after end."""

    values: list[Value] = field(default_factory=list)
    before: int = 0
    until: int = 0

    @property
    def start(self) -> int:
        return self.values[0].at

    @property
    def end(self) -> int:
        return self.values[-1].end

    def names(self) -> set[str]:
        """Return the names of the fields it labels."""
        return {one.name for one in self.values}

    def all(self, *names: str) -> list[Value]:
        """Return the values under these names."""
        return [one for one in self.values if one.name in names]


def find_records(masked: Masked) -> list[Record]:
    """Return the records of a text: labels near each other, a new one where a label is said again."""
    found: list[Record] = []
    for one in _values(masked):
        last = found[-1] if found else None
        if last and one.at - last.end < _GAP and not _begins_another(masked, last, one):
            last.values.append(one)
        else:
            found.append(Record([one]))
    for number, record in enumerate(found):
        floor = found[number - 1].end if number else 0
        record.before = max(floor, _paragraph_start(masked, record.start))
        ceiling = found[number + 1].start if number + 1 < len(found) else len(masked.text)
        record.until = min(ceiling, _paragraph_end(masked, record.end))
    return found


def _begins_another(masked: Masked, last: Record, one: Value) -> bool:
    """Whether a label says again what the record has said, apart from a second organiser, partner or day."""
    if one.name in ("partner", "organiser", "date", "end_date", "result", "other"):
        return any(v.label == one.label for v in last.values) and one.name != "other"
    return one.name in last.names()


def _values(masked: Masked) -> list[Value]:
    matches = [m for m in _LABEL.finditer(masked.text) if _is_label(masked, m)]
    found = []
    for at, match in enumerate(matches):
        following = matches[at + 1].start() if at + 1 < len(matches) else len(masked.text)
        spans = _spans(masked, match, following)
        if spans:
            label = " ".join(match["label"].lower().split())
            name = next(name for rule, name in _NAMES if rule.fullmatch(label))
            found.append(Value(name, label, match.start("label"), spans))
    return found


def _is_label(masked: Masked, match: re.Match[str]) -> bool:
    """Whether the word is a label: with a colon a capital or a line's start, with a dash only at a line's start."""
    at_line = masked.text.rfind("\n", 0, match.start("label")) + 1
    opening = not masked.text[at_line : match.start("label")].strip(" \t*•▪·–—-0123456789.)(")
    label = match.start("label")
    if masked.text[label - 2 : label - 1] in ("Δ", "Ν") and not opening:  # "… 2013 r. Strony: …"
        return (
            masked.document.text[label - 2] == "." and masked.text[label].isupper() and ":" in match["mark"]
        )
    return opening or (match["mark"].strip() == ":" and match.start() >= 2)


def _spans(masked: Masked, match: re.Match[str], following: int) -> tuple[tuple[int, int], ...]:
    text = masked.text
    line_end = text.find("\n", match.end())
    line_end = len(text) if line_end < 0 else line_end
    stop = min(line_end, following)
    if not text[match.end() : stop].strip():
        return _items(masked, line_end, following)
    _start, end = masked.sentence(match.end())
    at_line = text.rfind("\n", 0, match.start("label")) + 1
    if text[at_line : match.start("label")].strip(" \t*•▪·–—-") or following < line_end:
        stop = min(stop, max(end, match.end() + 1), _full_stop(masked, match.end(), stop))
    return _trimmed(masked, match.end(), stop)


_STOP = re.compile(r"(?<=[ΔΝ])\.?\s+(?=[A-ZĄĆĘŁŃÓŚŹŻΘ])")


def _full_stop(masked: Masked, start: int, end: int) -> int:
    """Return where a value in the middle of a line ends although an abbreviation hides it: "1,4 mln zł. Realizacja"."""
    found = _STOP.search(masked.text, start, end)
    return found.start() if found else end


def items_below(masked: Masked, at: int, end: int) -> list[tuple[int, int]]:
    """Return the items of the list that begins on the line below an offset."""
    found: list[tuple[int, int]] = []
    item = _ITEM.match(masked.text, at)
    while item and item.start() < end and len(found) < _MOST:
        found += _trimmed(masked, *item.span("words"))
        item = _ITEM.match(masked.text, item.end())
    return found


def _items(masked: Masked, at: int, following: int) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    item = _ITEM.match(masked.text, at) or _LINE.match(masked.text, at)
    while item and item.start() < following and len(found) < _MOST:
        found += _trimmed(masked, *item.span("words"))
        item = _ITEM.match(masked.text, item.end()) or _LINE.match(masked.text, item.end())
    return tuple(found)


def _trimmed(masked: Masked, start: int, end: int) -> tuple[tuple[int, int], ...]:
    text = masked.document.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and (
        text[end - 1].isspace() or (text[end - 1] in ",;.|(–-" and not _is_named(masked, end - 1))
    ):
        end -= 1
    return ((start, end),) if end > start else ()


def _is_named(masked: Masked, at: int) -> bool:
    return masked.text[at] in "ΩΥΦΠΔΛΝΘ"


def _paragraph_start(masked: Masked, at: int) -> int:
    number = masked.document.sentence_number(at)
    paragraph = masked.sentences[number][2]
    while number and masked.sentences[number - 1][2] == paragraph:
        number -= 1
    return masked.sentences[number][0]


def _paragraph_end(masked: Masked, at: int) -> int:
    number = masked.document.sentence_number(max(0, at - 1))
    paragraph, end = masked.sentences[number][2], masked.sentences[number][1]
    for _begin, stop, other in masked.sentences[number + 1 :]:
        if other != paragraph:
            break
        end = stop
    return max(end, at)


def under(masked: Masked, values: Sequence[Value], signs: str) -> list[Sign]:
    """Return what stands under the signs in the words of these values."""
    return [sign for value in values for span in value.spans for sign in masked.under(*span, signs)]


__all__ = ["Record", "Value", "find_records", "items_below", "under"]
