"""What an engine is asked for, free of any engine's language."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Rows that bear a facet of every list in `facets` and a term of every group (`any_group`: of at least one).

    `near` are phrases: their groups stand close together. `prefix` begins a word of the title. `lowest` and `highest` bound
    the row number. `hidden` is SQL of rows never given, with its parameters. `is_common` says that very many rows match,
    so that walking from the newest is quicker than collecting all.
    """

    facets: Sequence[Sequence[str]] = ()
    groups: Sequence[Group] = ()
    near: Sequence[Sequence[Group]] = ()
    excluded: Sequence[Sequence[Group]] = ()
    any_group: bool = False
    in_title: bool = False
    prefix: str = ""
    lowest: int = 0
    highest: int = 2**62
    limit: int = 300
    is_common: bool = False
    hidden: tuple[str, tuple[Any, ...]] = field(default=("", ()))
