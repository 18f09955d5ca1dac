"""Links that rooms above put onto the pages of rooms below, which do not know them."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.utils.functional import Promise

from spoiwo.kit.actor import Actor


class Link(NamedTuple):
    """Where to, and the words that are pressed; with `is_post` pressing them does something."""

    url: str
    label: str | Promise
    is_post: bool = False


Source = Callable[[Any, Actor], Iterable[Link]]
_SOURCES: dict[str, list[Source]] = {}


def register(kind: str, source: Source) -> None:
    """From now on pages of `kind` (“room.model”) show what `source(thing, actor)` gives; called once, by `apps.py`.

    A source gives only what the actor may open, and asks the database nothing.
    """
    _SOURCES.setdefault(kind, []).append(source)


def links_for(thing: Any, actor: Actor) -> list[Link]:
    """All that rooms above offer this person on the page of `thing`, in the order of the rooms."""
    sources = _SOURCES.get(thing._meta.label_lower, ())
    return [link for source in sources for link in source(thing, actor)]
