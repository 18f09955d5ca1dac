"""Writes and reads the line; rooms register how a kind of record names itself and who may see it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Model

from spoiwo.kit.actor import Actor


@dataclass(frozen=True, slots=True)
class Step:
    """One record on the line as a page shows it; `day` orders the steps."""

    label: str
    url: str
    day: date | None = None


# kind → a function (actor, ids) that names those records the actor may see
Stop = Callable[[Actor, Iterable[int]], Mapping[int, Step]]
_stops: dict[str, Stop] = {}


def register(kind: str, stop: Stop) -> None:
    """A room's `apps.py` says here how records of `kind` (a model's lower label) name themselves."""
    _stops[kind] = stop


def link(from_: Model, to: Model, relation: str, *, by: Actor) -> None:
    """`to` came of `from_`; saying it twice adds nothing. Runs inside the caller's transaction."""
    _links().objects.get_or_create(
        from_kind=from_._meta.label_lower,
        from_id=from_.pk,
        to_kind=to._meta.label_lower,
        to_id=to.pk,
        relation=relation,
        defaults={"actor_id": by.user_id},
    )


def around(thing: Model, actor: Actor) -> tuple[list[Step], list[Step]]:
    """Where `thing` came from and what came of it, as far as `actor` may see; one query plus one per kind."""
    kind, links = thing._meta.label_lower, _links().objects
    origins = links.filter(to_kind=kind, to_id=thing.pk).values_list("from_kind", "from_id")
    results = links.filter(from_kind=kind, from_id=thing.pk).values_list("to_kind", "to_id")
    return _steps(origins, actor), _steps(results, actor)


def _steps(ends: Iterable[tuple[str, int]], actor: Actor) -> list[Step]:
    by_kind: dict[str, list[int]] = defaultdict(list)
    for kind, pk in ends:
        by_kind[kind].append(pk)
    steps = [
        step for kind, ids in by_kind.items() if kind in _stops for step in _stops[kind](actor, ids).values()
    ]
    return sorted(steps, key=lambda step: (step.day is None, step.day or date.min, step.label))


def _links() -> Any:
    return apps.get_model("trail", "Link")
