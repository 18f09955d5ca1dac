"""Whether jurors and entries hang together: only then can everybody be compared with everybody."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

E = TypeVar("E", bound=Hashable)
J = TypeVar("J", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Part:
    """Entries and jurors that are linked, through however many steps, with each other and with nobody else."""

    entries: tuple[str, ...]
    jurors: tuple[str, ...]


class FallsApart(ValueError):
    """No common ranking: ``category`` ("" where there are none) has entries in several ``parts`` without a link."""

    def __init__(self, category: str, parts: tuple[Part, ...]) -> None:
        self.category, self.parts = category, parts
        where = f" of category {category!r}" if category else ""
        lines = [f"the entries{where} fall into {len(parts)} parts that no juror links; no common ranking"]
        for number, part in enumerate(parts, 1):
            lines.append(f"part {number}: jurors {_some(part.jurors)}; entries {_some(part.entries)}")
        super().__init__("\n".join(lines))


def components_of(pairs: Iterable[tuple[E, J]]) -> list[tuple[list[E], list[J]]]:
    """Return the connected parts of a graph given by pairs (entry, juror), each as its entries and its jurors, sorted.

    Largest first, then by the first entry. Near O(pairs), by merging parts along shorter paths.
    """
    links = sorted(set(pairs))  # type: ignore[type-var]
    above: dict[tuple[bool, Hashable], tuple[bool, Hashable]] = {}

    def root(node: tuple[bool, Hashable]) -> tuple[bool, Hashable]:
        above.setdefault(node, node)
        while above[node] != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    for entry, juror in links:
        above[root((False, entry))] = root((True, juror))
    parts: dict[tuple[bool, Hashable], tuple[dict[E, None], dict[J, None]]] = {}
    for entry, juror in links:
        entries, jurors = parts.setdefault(root((True, juror)), ({}, {}))
        entries[entry] = None
        jurors[juror] = None
    found = [(sorted(entries), sorted(jurors)) for entries, jurors in parts.values()]  # type: ignore[type-var]
    return sorted(found, key=lambda part: (-len(part[0]), part[0][0]))


def _some(names: tuple[str, ...], shown: int = 12) -> str:
    more = f" and {len(names) - shown} more" if len(names) > shown else ""
    return ", ".join(names[:shown]) + more
