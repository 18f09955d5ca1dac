"""A table as rooms describe it and the engine writes it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

ColumnKind = Literal["text", "integer", "decimal", "date", "datetime", "boolean"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key for machines, its words for people, what its cells hold."""

    key: str
    label: str
    kind: ColumnKind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """Title, columns and rows; rows may be a generator and are then read once, streaming."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]
