"""Text laid out in lines: "Label: value" one under another, and rows of tables with their cells."""

import re
from dataclasses import dataclass

from spoiwo.reading.facts.masks import Masked

_LABELLED = re.compile(
    r"^[ \t*•▪·–-]*(?P<label>[^\W\d_][^:\n|ΩΥΦΠΔΛΝΘ]{1,45}):[ \t]+(?P<value>[^\n|]+)$", re.MULTILINE
)
_ROW = re.compile(r"^[^\n]+$", re.MULTILINE)
_BARS = re.compile(r"\s*(?:\||\t|;)\s*")
_DASHES = re.compile(
    r"\s+[–—-]\s+|\s*[;|]\s*|,\s+(?=[ΔΛΝ]|od\s+Δ|dla\s|(?:sala|świetlica|remiza|aula|hala|szkoła|biblioteka|dom|siedziba|ośrodek)\b)|(?<=[ΔΛΝ]),\s+|:\s+(?=[ΔΛΝΩ])"
)
_ITEM = re.compile(r"[ \t]*(?:[-–—*•▪·→]|\(?\d{1,2}[.)])\s+|[ \t]*[a-h]\)\s+")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line "Label: value": the label in small letters, the span of the value."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row, without the white space around."""

    start: int
    end: int


def blocks(masked: Masked) -> list[list[Labelled]]:
    """Return the groups of labelled lines; at most one other line may stand between two of a group."""
    found: list[list[Labelled]] = []
    last = -1
    for match in _LABELLED.finditer(masked.text):
        one = Labelled(" ".join(match["label"].lower().split()), match.start("value"), match.end("value"))
        between = masked.text.count("\n", last, match.start()) if last >= 0 else 99
        if found and between <= 2:
            found[-1].append(one)
        else:
            found.append([one])
        last = match.end()
    return found


def rows(masked: Masked) -> list[list[Cell]]:
    """Return the lines that fall apart into three cells or more: by bars, or items by dashes and by commas at names."""
    found = []
    for match in _ROW.finditer(masked.text):
        item = _ITEM.match(masked.text, match.start(), match.end())
        line = masked.text[match.start() : match.end()]
        if "|" not in line and "\t" not in line and not item and not _is_dated_line(masked, match):
            continue
        rule = _BARS if "|" in line or "\t" in line else _DASHES
        cells = _cells(masked, rule, item.end() if item else match.start(), match.end())
        if len(cells) > 2:
            found.append(cells)
    return found


_DATED = re.compile(r"[^\n.!?]{3,80}\s[–—-]\s(?:od\s+)?Δ[^\n]*")


def _is_dated_line(masked: Masked, line: re.Match[str]) -> bool:
    """Whether a line without a bullet is one of several like "Prawo jazdy – 17.03, Ośrodek „Trakt”"."""
    if not _DATED.fullmatch(line.group()):
        return False
    above = masked.text[max(0, line.start() - 200) : max(0, line.start() - 1)].rpartition("\n")[2]
    below = masked.text[line.end() + 1 : line.end() + 200].partition("\n")[0]
    return any(_DATED.fullmatch(other) for other in (above, below))


def tables(masked: Masked) -> list[list[list[Cell]]]:
    """Return the tables with bars: rows of the same number of cells one under another, the header first."""
    found: list[list[list[Cell]]] = []
    for row in rows(masked):
        if "|" not in masked.text[row[0].start : row[-1].end]:
            continue
        last = found[-1][-1] if found else None
        near = last and masked.text.count("\n", last[-1].end, row[0].start) <= 2
        if near and len(row) == len(found[-1][0]):
            found[-1].append(row)
        else:
            found.append([row])
    return [table for table in found if len(table) > 1]


def _cells(masked: Masked, rule: re.Pattern[str], start: int, end: int) -> list[Cell]:
    found, at = [], start
    for match in [*rule.finditer(masked.text, start, end), None]:
        stop = match.start() if match else end
        begin = at
        while begin < stop and masked.text[begin].isspace():
            begin += 1
        while (
            stop > begin
            and (masked.text[stop - 1].isspace() or masked.text[stop - 1] in ",;.")
            and masked.text[stop - 1] not in "Δ"
        ):
            stop -= 1
        if begin < stop:
            found.append(Cell(begin, stop))
        at = match.end() if match else end
    return found
