"""What an engine is asked for, free of any engine's language."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Rows that bear a facet of every list in `facets` and a term of every group (`any_group`: of at least one).

    `near` are phrases: their groups stand close together. `prefix` begins a word of the title. `lowest` and `highest` bound
    the row number. `hidden` is SQL of rows never given, with its parameters. `share` is roughly what part of all rows match,
    from 0 to 1: of many an engine may look at the newest first.
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
    share: float = 0.0
    hidden: tuple[str, tuple[Any, ...]] = field(default=("", ()))
