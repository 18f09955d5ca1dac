"""Wordings of letters with merge fields in braces: checked and taken to pieces once, filled for each addressee.

`{zwrot}`, `{Salutation}` and `{ звертання }` are one field (see `fields`); `{{` and `}}` are braces meant as such. What is
filled in is never read for fields again, so a name with a brace in it is only a name.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from spoiwo.meetings.rules.fields import FIELDS, field_called, nearest_name


class Part(StrEnum):
    """Where in a letter something stands."""

    SUBJECT = "subject"
    BODY = "body"


class MistakeKind(StrEnum):
    """What is wrong with a wording."""

    UNKNOWN_FIELD = "unknown_field"
    UNCLOSED_BRACE = "unclosed_brace"
    UNOPENED_BRACE = "unopened_brace"


class Mistake(NamedTuple):
    """A mistake at a line and column, both from 1; `text` is what stands there, `nearest` a known name like it."""

    part: Part
    line: int
    column: int
    kind: MistakeKind
    text: str
    nearest: str = ""


class BrokenWording(ValueError):
    """The wording cannot be used; `mistakes` says why, in the order of the text."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__(mistakes)
        self.mistakes = mistakes


# While a text is prepared each field is one character of Unicode's private area, so that a line can be tidied as text.
_FIRST = 0xE000
_EMPTY = "\uf8ff"
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_MARK = {name: chr(_FIRST + number) for number, name in enumerate(FIELDS)}
_FIELD_OF = {mark: name for name, mark in _MARK.items()}
_BRACES = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}|[{}]")
_CACHED = 64


class _Pieces(NamedTuple):
    """Constant texts with gaps, and which field belongs into which gap."""

    texts: list[str]
    gaps: list[tuple[int, str]]

    def filled(self, values: Mapping[str, str]) -> str:
        texts = self.texts.copy()
        for place, name in self.gaps:
            texts[place] = values[name]
        return "".join(texts)


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording ready to be filled; `fields_used` in the order they first stand in it.

    Prepared once per set of empty fields, of which a campaign meets a handful.
    """

    _subject: str = field(repr=False)
    _body: str = field(repr=False)
    fields_used: tuple[str, ...]
    _cut: dict[tuple[str, ...], tuple[_Pieces, _Pieces]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def missing(self, values: Mapping[str, str]) -> tuple[str, ...]:
        """The fields of this wording that are blank or not given for this addressee."""
        get = values.get
        return tuple([name for name in self.fields_used if not get(name, "").strip()])

    def fill(self, values: Mapping[str, str]) -> tuple[str, str]:
        """Subject and body for one addressee; `values` by field, those of unused fields are passed over.

        An empty field takes along the line that it stood alone on, and the spaces, commas and brackets that were there
        only for its sake. The subject is always one line. A few microseconds.
        """
        empty = self.missing(values)
        cut = self._cut.get(empty)
        if cut is None:
            if len(self._cut) >= _CACHED:
                self._cut.clear()
            cut = self._cut[empty] = (_pieces(self._subject, empty), _pieces(self._body, empty))
        subject, body = cut[0].filled(values), cut[1].filled(values)
        if "\r" in body:  # what was typed into a page
            body = body.replace("\r\n", "\n").replace("\r", "\n")
        return " ".join(subject.split()), body


def compile_wording(subject: str, body: str) -> Wording:
    """The wording of a letter. Raises BrokenWording with every mistake in it. Under a millisecond for a page."""
    mistakes: list[Mistake] = []
    head = _marked(Part.SUBJECT, " ".join(subject.split()), mistakes)
    text = _marked(Part.BODY, body.replace("\r\n", "\n").replace("\r", "\n"), mistakes)
    if mistakes:
        raise BrokenWording(tuple(mistakes))
    used = dict.fromkeys(_FIELD_OF[mark] for mark in _PRIVATE.findall(head + text))
    return Wording(head, text, tuple(used))


def _marked(part: Part, text: str, mistakes: list[Mistake]) -> str:
    """The text with each field as its mark and literal braces as single ones."""
    text = _PRIVATE.sub("", text)

    def mark(found: re.Match[str]) -> str:
        whole = found[0]
        if whole in ("{{", "}}"):
            return whole[0]
        name = found[1]
        if name is not None and (known := field_called(name)):
            return _MARK[known]
        mistakes.append(_mistake(part, text, found))
        return ""

    return _BRACES.sub(mark, text)


def _mistake(part: Part, text: str, found: re.Match[str]) -> Mistake:
    start = found.start()
    line, column = text.count("\n", 0, start) + 1, start - (text.rfind("\n", 0, start) + 1) + 1
    if found[1] is not None:
        name = found[1].strip()
        return Mistake(part, line, column, MistakeKind.UNKNOWN_FIELD, name, nearest_name(name))
    if found[0] == "{":
        rest = text[start : start + 40].split("\n")[0]
        return Mistake(part, line, column, MistakeKind.UNCLOSED_BRACE, rest)
    before = text[max(0, start - 39) : start + 1].split("\n")[-1]
    return Mistake(part, line, column, MistakeKind.UNOPENED_BRACE, before)


def _pieces(text: str, empty: tuple[str, ...]) -> _Pieces:
    if empty:
        gone = {ord(_MARK[name]): _EMPTY for name in empty}
        text = "\n".join(_kept_lines(text.translate(gone).split("\n")))
    texts: list[str] = []
    gaps = []
    start = 0
    for found in _PRIVATE.finditer(text):
        texts += [text[start : found.start()], ""]
        gaps.append((len(texts) - 1, _FIELD_OF[found[0]]))
        start = found.end()
    return _Pieces([*texts, text[start:]], gaps)


def _kept_lines(lines: list[str]) -> list[str]:
    """Without lines that held nothing but empty fields; two paragraphs round such a line keep one blank line."""
    kept: list[str] = []
    is_gap = False
    for line in lines:
        tidy = _tidy(line) if _EMPTY in line else line
        if tidy is None:
            is_gap = True
        elif tidy.strip() or not is_gap or (kept and kept[-1].strip()):
            kept.append(tidy)
            is_gap = is_gap and not tidy.strip()
    while is_gap and kept and not kept[-1].strip():
        kept.pop()
    return kept


_SPACE = r"[ \t\u00a0]*"
_IN_BRACKETS = re.compile(
    rf"\({_SPACE}{_EMPTY}{_SPACE}\)|\[{_SPACE}{_EMPTY}{_SPACE}\]|[„“\"«]{_EMPTY}[”“\"»]"
)
_SEVERAL = re.compile(rf"{_EMPTY}(?:[ \t\u00a0,;]*{_EMPTY})+")
_LEADING = re.compile(
    rf"^({_SPACE}(?:[-–—•*]|\d+[.)])?{_SPACE}){_EMPTY}{_SPACE}(?:[,;:.!?…]{{1,3}}(?![,;:.!?…]))?{_SPACE}"
)
_TRAILING = re.compile(rf"(?:{_SPACE}[,;]|[ \t\u00a0]+[-–—])?{_SPACE}{_EMPTY}{_SPACE}(?=[,;:.!?…)\]]|$)")
_BETWEEN = re.compile(rf"{_SPACE}{_EMPTY}{_SPACE}")
# Longer runs of signs are for a pen: the dots of a line to be signed.
_BARE = re.compile(r"[\W_]{0,3}(?:\d+[.)]\s*)?[\W_]{0,3}")


def _tidy(line: str) -> str | None:
    """The line without its empty fields; None where nothing but signs would be left of it."""
    before = None
    while line != before:
        before = line
        line = _SEVERAL.sub(_EMPTY, _IN_BRACKETS.sub(_EMPTY, line))
    line = _TRAILING.sub("", _LEADING.sub(r"\1", line))
    line = _BETWEEN.sub(lambda found: " " if len(found[0]) > 1 else "", line)
    is_bare = _BARE.fullmatch(line) and not _PRIVATE.search(line)
    return None if is_bare else line
