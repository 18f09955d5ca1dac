"""Marks records whose documents must be written anew; the marks are rows of the same transaction as the change."""

from collections.abc import Iterable
from datetime import datetime

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model

from spoiwo.search import registry
from spoiwo.search.indexing import due_rows
from spoiwo.search.models import Item, Touched
from spoiwo.search.tasks import renew


def touch(thing: Model) -> None:
    """The record changed: its document and those it is a part of are written anew soon after the commit."""
    _mark(registry.wholes_of(thing._meta.label_lower, thing.pk))


def touch_many(kind: str, pks: Iterable[int]) -> None:
    """Many records of one kind changed at once, as after an import."""
    _mark([(kind, pk) for pk in pks] if registry.kind(kind) else [])


def touch_everything() -> int:
    """Every record of every kind is read anew; returns how many."""
    count = 0
    for kind in registry.kinds():
        pks = list(apps.get_model(kind.name)._default_manager.values_list("pk", flat=True))
        touch_many(kind.name, pks)
        count += len(pks)
    return count


def renew_soon() -> None:
    """Wakes the worker once after the commit, however many records were touched in it."""
    waiting = (entry[1] for entry in connection.run_on_commit)
    if _wake not in waiting:
        transaction.on_commit(_wake)


def renew_forgotten() -> None:
    """Takes up what a killed worker left; a house that never had an index, as after an update, gets one now."""
    if not Item.objects.exists() and not Touched.objects.exists():
        touch_everything()
    renew.enqueue()


def renew_due(at: datetime) -> bool:
    """Wakes the worker where a document changes by the clock alone; called every minute."""
    is_due = due_rows(at).exists()
    if is_due:
        renew.enqueue()
    return is_due


def _mark(wholes: list[tuple[str, int]]) -> None:
    if wholes := list(dict.fromkeys(wholes)):
        rows = [Touched(kind=kind, object_id=pk) for kind, pk in wholes]
        Touched.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["kind", "object_id"],
            update_fields=["due_at"],
            batch_size=400,
        )
        renew_soon()


def _wake() -> None:
    renew.enqueue()
