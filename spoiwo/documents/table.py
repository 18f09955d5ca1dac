"""A table as rooms describe it and the engine writes it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

ColumnKind = Literal["text", "integer", "decimal", "date", "datetime", "boolean"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key for machines, its words for people, what its cells hold, its width in characters (a hint)."""

    key: str
    label: str
    kind: ColumnKind = "text"
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Title, columns and rows; rows may be a generator and are then read once, streaming.

    A cell is None, text, bool, int, float, Decimal, date or datetime; anything else is written as `str` says it.
    """

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]
