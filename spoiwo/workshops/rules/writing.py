"""Several people writing one sheet: nobody's text is lost, and a write delivered twice is one write.

Every line has a key and a version that grows with each change. A writer sends what the line was when they saw it (the
version) and what it is to say. Only who saw the current version may change it or strike it out; a text written over an
older one becomes a line of its own. That a line is written by one write at a time is for the caller to see to: a row lock,
or a unique constraint on the write's mark.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID


class Write(NamedTuple):
    """What a device sends: the line's key, made there for a new line, its heading, the text, the version that was seen."""

    key: UUID
    field: str
    text: str
    version: int


class Kind(StrEnum):
    """What becomes of a write."""

    NEW = "new"
    SAVED = "saved"
    STRUCK = "struck"
    SAME = "same"
    BOTH_KEPT = "both_kept"
    GONE_BUT_KEPT = "gone_but_kept"
    NOT_STRUCK = "not_struck"


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is now; a line struck out keeps its text."""

    key: str
    version: int
    text: str
    is_struck: bool = False


class Landing(NamedTuple):
    """Where a write landed: the line and the version it made."""

    key: str
    version: int


class Outcome(NamedTuple):
    """What to do with a write, and what the writer sees from now on: line `key` at `version`, saying `text`.

    `mark` names the write; it is to be kept with its landing as long as the sheet can be written to.
    """

    kind: Kind
    key: str
    version: int
    text: str
    mark: str

    @property
    def changes(self) -> bool:
        """Whether anything is to be stored."""
        return self.kind not in (Kind.SAME, Kind.NOT_STRUCK)

    @property
    def is_new_line(self) -> bool:
        """Whether a line is to be made; otherwise the line with this key is changed."""
        return self.kind in (Kind.NEW, Kind.BOTH_KEPT, Kind.GONE_BUT_KEPT)


def mark_of(key: str, base_version: int, text: str) -> str:
    """The name of a write, the same each time it is delivered: the first 128 bits of a SHA-256, in hexadecimal."""
    return sha256(f"{key}\n{base_version}\n{tidied(text)}".encode()).hexdigest()[:32]


def tidied(text: str) -> str:
    """The text as it is stored: one line, single spaces, nothing that no database keeps (NUL, halves of a pair)."""
    return " ".join(text.replace("\x00", "").encode(errors="ignore").decode().split())


def weigh_write(
    current: Line | None,
    base_version: int,
    text: str,
    *,
    key: str = "",
    delivered: Mapping[str, Landing] | None = None,
) -> Outcome:
    """What becomes of a write on a line as it is now.

    `key` is the line's own, or for a new line (`current` None, version 0) one the writer's device has made up, so that a
    repeated delivery finds it. An empty text strikes the line out. `delivered` are the marks of writes that have landed:
    one found there changes nothing and is told where it landed.

    NEW: a line is made. SAVED: the writer saw the current version; so is a struck line taken up again. STRUCK: struck out
    by who saw it. SAME: nothing to change. BOTH_KEPT: somebody else was faster, both texts stand. GONE_BUT_KEPT: the line
    was struck out meanwhile or is not there, the text stands as a new line. NOT_STRUCK: it says something else by now,
    which the writer has not seen. Lines made beside another are keyed by the write's mark.
    """
    key, text = current.key if current else key, tidied(text)
    mark = mark_of(key, base_version, text)
    if landing := (delivered or {}).get(mark):
        return Outcome(Kind.SAME, landing.key, landing.version, text, mark)
    if current is None:
        return _without_line(key, base_version, text, mark)
    now = Outcome(Kind.SAME, key, current.version, "" if current.is_struck else current.text, mark)
    if text == now.text:
        return now
    if base_version == current.version:
        return Outcome(Kind.SAVED if text else Kind.STRUCK, key, current.version + 1, text, mark)
    if not text:
        return now._replace(kind=Kind.NOT_STRUCK)
    return Outcome(Kind.GONE_BUT_KEPT if current.is_struck else Kind.BOTH_KEPT, mark, 1, text, mark)


def _without_line(key: str, base_version: int, text: str, mark: str) -> Outcome:
    if not text:
        return Outcome(Kind.SAME, key, 0, "", mark)
    if base_version == 0 and key:
        return Outcome(Kind.NEW, key, 1, text, mark)
    return Outcome(Kind.GONE_BUT_KEPT if base_version else Kind.NEW, mark, 1, text, mark)
