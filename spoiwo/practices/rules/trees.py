"""Who took over from whom, as a tree."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Node:
    """One adoption by its id, with those that were taken over from it."""

    pk: int
    branches: list["Node"] = field(default_factory=list)


def tree(parents: Mapping[int, int | None]) -> list[Node]:
    """The tops of the tree in the order of `parents`; a child of something unknown stands at the top. Linear."""
    nodes = {pk: Node(pk) for pk in parents}
    tops: list[Node] = []
    for pk, parent in parents.items():
        above = nodes.get(parent) if parent is not None else None
        (above.branches if above else tops).append(nodes[pk])
    return tops


def would_circle(parents: Mapping[int, int | None], pk: int, parent: int | None) -> bool:
    """Whether `pk` would stand below itself if it hung on `parent`."""
    seen = set()
    while parent is not None and parent not in seen:
        if parent == pk:
            return True
        seen.add(parent)
        parent = parents.get(parent)
    return False
