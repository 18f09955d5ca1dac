"""What the rooms above partnerships hold of one partnership: every record whose foreign keys lead to it."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import apps
from django.db.models import ForeignKey, Model

from spoiwo.files.models import StoredFile
from spoiwo.partnerships.models import Partnership

ROOMS = ("meetings", "projects", "workshops", "contests", "practices", "newsroom", "archive")


def belongings(partnership: Partnership) -> Iterator[tuple[str, Sequence[Any]]]:
    """Table by table, with the records of the partnership; tables that no chain of keys ties to one are left out."""
    for room in ROOMS:
        for model in apps.get_app_config(room).get_models():
            if path := path_to_partnership(model):
                yield model._meta.label_lower, list(model._default_manager.filter(**{path: partnership}))


def files_of(rows: Sequence[Model]) -> set[int]:
    """Ids of the stored files these records point to."""
    return {
        pk
        for row in rows[:1]
        for key in _keys(type(row))
        if key.related_model is StoredFile
        for pk in (getattr(one, key.attname) for one in rows)
        if pk
    }


def path_to_partnership(model: type[Model]) -> str:
    """The shortest chain of keys, as a lookup (`step__meeting__partnership`); empty where there is none."""
    ways: list[tuple[str, type[Model]]] = [("", model)]
    seen = {model}
    for path, here in ways:
        for key in _keys(here):
            there = key.related_model
            lookup = f"{path}__{key.name}".removeprefix("__")
            if there is Partnership:
                return lookup
            if isinstance(there, type) and there not in seen:
                seen.add(there)
                ways.append((lookup, there))
    return ""


def _keys(model: type[Model]) -> list[ForeignKey]:
    """Its keys upwards, those that must be set first: a chain over them misses no record."""
    keys = [field for field in model._meta.concrete_fields if isinstance(field, ForeignKey)]
    return sorted(keys, key=lambda key: key.null)
