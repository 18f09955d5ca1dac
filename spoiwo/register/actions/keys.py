"""Keeps what lists sort and search by in step with names, numbers and successions."""

from collections.abc import Collection

from spoiwo.register.models import Organisation
from spoiwo.register.queries.organisation import line_of, old_names_of
from spoiwo.register.rules.names import keys_of


def refresh_keys(pks: Collection[int]) -> None:
    """Writes the keys of these organisations: own and former names, names of predecessors, numbers, town.

    Predecessors' names are searched too, so that whoever looks for the old office finds today's. Five queries and one
    update per organisation.
    """
    old = old_names_of(pks)
    for one in Organisation.objects.filter(pk__in=pks):
        keys = keys_of(one.name, one.short_name, one.nip, one.regon, one.krs, one.town, *old[one.pk])
        Organisation.objects.filter(pk=one.pk).update(**keys._asdict())


def refresh_line(organisation: Organisation) -> None:
    """Refreshes an organisation and everything that came of it."""
    refresh_keys({organisation.pk} | line_of([organisation.pk], backwards=False))
