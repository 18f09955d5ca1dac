"""Joining two records of one organisation without losing anything, undoing it, and telling two apart."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.polish import fold
from spoiwo.register.actions.keys import refresh_line
from spoiwo.register.audit import Verb
from spoiwo.register.models import (
    Mandate,
    Merge,
    NotDuplicate,
    Organisation,
    OrganisationName,
    Succession,
)
from spoiwo.register.rules.merging import CHOSEN_FIELDS, merged_values
from spoiwo.register.rules.names import plain_name
from spoiwo.register.signals import organisation_merged, organisation_unmerged

_DAYS = ("founded_on", "ended_on", "confirmed_on")


@transaction.atomic
def merge_organisations(
    kept: Organisation, absorbed: Organisation, *, by: Actor, choices: Mapping[str, str]
) -> Merge:
    """Joins `absorbed` with `kept`: `choices` says per field whose value stays (`kept`, the default, or `absorbed`).

    The absorbed record stays, out of lists, and its address leads to the kept one. Its names become former names of the
    kept one; mandates and successions are pointed to it; rooms above are told and move what is theirs. The `Merge` keeps
    every id moved and every value replaced, so that `unmerge_organisations` can put things back. Raises Refused where
    one of the records was joined meanwhile.
    """
    kept, absorbed = _both(kept, absorbed)
    before, after = _values(kept), merged_values(_values(kept), _values(absorbed), choices)
    Organisation.objects.filter(pk=absorbed.pk).update(merged_into=kept)  # frees its numbers first
    Organisation.objects.filter(pk=kept.pk).update(**_columns(after))
    merge = Merge(
        kept=kept, absorbed=absorbed, made_by_id=by.user_id,
        before=_plain({name: before[name] for name in after}), after=_plain(after),
    )  # fmt: skip
    merge.moved = {
        "names": _add_names(kept, before["name"], absorbed, after.get("name", before["name"])),
        "mandates": _move_mandates(absorbed, kept),
        "predecessors": _move_successions("successor", absorbed, kept),
        "successors": _move_successions("predecessor", absorbed, kept),
    }
    merge.save(force_insert=True)
    refresh_line(kept)
    organisation_merged.send(sender=Organisation, kept=kept, absorbed=absorbed, merge=merge)
    audit.record(
        Verb.ORGANISATIONS_MERGED,
        kept,
        by=by,
        merge=merge.pk,
        absorbed=absorbed.pk,
        fields=sorted(after),
        **merge.moved,
    )
    audit.record(Verb.ORGANISATION_ABSORBED, absorbed, by=by, merge=merge.pk, kept=kept.pk)
    return merge


@transaction.atomic
def unmerge_organisations(merge: Merge, *, by: Actor) -> Merge:
    """Takes two joined records apart again: moved mandates and successions go back, replaced values return.

    A value that somebody changed after the joining stays as it was changed. Raises Refused where it was undone already
    or where the kept record has itself been joined with another since.
    """
    if not Merge.objects.filter(pk=merge.pk, undone_at=None).update(undone_at=timezone.now()):
        raise Refused(_("This joining was undone already."))
    merge = Merge.objects.select_related("kept", "absorbed").get(pk=merge.pk)
    kept, absorbed = merge.kept, merge.absorbed
    if kept.merged_into_id:
        raise Refused(_("The record was joined with yet another one since; undo that joining first."))
    now = _plain(_values(kept))
    returning = {name: value for name, value in merge.before.items() if now[name] == merge.after[name]}
    Organisation.objects.filter(pk=kept.pk).update(**_columns(_typed(returning)))
    Organisation.objects.filter(pk=absorbed.pk).update(merged_into=None)
    OrganisationName.objects.filter(pk__in=merge.moved["names"]).delete()
    Mandate.objects.filter(pk__in=merge.moved["mandates"], organisation=kept).update(organisation=absorbed)
    Succession.objects.filter(pk__in=merge.moved["predecessors"], successor=kept).update(successor=absorbed)
    Succession.objects.filter(pk__in=merge.moved["successors"], predecessor=kept).update(predecessor=absorbed)
    refresh_line(kept)
    refresh_line(absorbed)
    organisation_unmerged.send(sender=Organisation, kept=kept, absorbed=absorbed, merge=merge)
    for side, other in ((kept, absorbed), (absorbed, kept)):
        audit.record(Verb.MERGE_UNDONE, side, by=by, merge=merge.pk, other=other.pk)
    return merge


@transaction.atomic
def tell_apart(one: Organisation, other: Organisation, *, by: Actor) -> NotDuplicate:
    """Remembers that two similar records are two organisations, so that the finder is silent about them."""
    first, second = sorted((one, other), key=lambda organisation: organisation.pk)
    decision, is_new = NotDuplicate.objects.get_or_create(
        first=first, second=second, defaults={"decided_by_id": by.user_id}
    )
    if is_new:
        audit.record(Verb.PAIR_TOLD_APART, first, by=by, other=second.pk)
    return decision


def _both(kept: Organisation, absorbed: Organisation) -> tuple[Organisation, Organisation]:
    found = Organisation.objects.select_for_update().order_by("pk").in_bulk([kept.pk, absorbed.pk])
    if len(found) < 2 or any(one.merged_into_id for one in found.values()):
        raise Refused(_("One of these records was joined with another one meanwhile."))
    return found[kept.pk], found[absorbed.pk]


def _values(organisation: Organisation) -> dict[str, Any]:
    return {name: getattr(organisation, "place_id" if name == "place" else name) for name in CHOSEN_FIELDS}


def _columns(values: Mapping[str, Any]) -> dict[str, Any]:
    return {"place_id" if name == "place" else name: value for name, value in values.items()}


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def _typed(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: date.fromisoformat(value) if name in _DAYS and value else value
        for name, value in values.items()
    }


def _add_names(kept: Organisation, name_before: str, absorbed: Organisation, name_after: str) -> list[int]:
    """The names that stop being anybody's today's name become former names of the kept record, with their days."""
    known = {plain_name(name) for name in kept.names.values_list("name", flat=True)} | {
        plain_name(name_after)
    }
    old: list[tuple[str, date | None, date | None]] = [(name_before, None, None), (absorbed.name, None, None)]
    old += absorbed.names.order_by("pk").values_list("name", "since", "until")
    added = []
    for name, since, until in old:
        if plain_name(name) in known:
            continue
        known.add(plain_name(name))
        row = kept.names.create(name=name, since=since, until=until, search_key=fold(name))
        added.append(row.pk)
    return added


def _move_mandates(source: Organisation, target: Organisation) -> list[int]:
    pks = list(source.mandates.order_by("pk").values_list("pk", flat=True))
    Mandate.objects.filter(pk__in=pks).update(organisation=target)
    return pks


def _move_successions(side: str, source: Organisation, target: Organisation) -> list[int]:
    """Points successions to the kept record; one that would repeat another or lead to itself stays where it is."""
    other = "predecessor" if side == "successor" else "successor"
    taken = set(Succession.objects.filter(**{side: target}).values_list(f"{other}_id", flat=True)) | {
        target.pk
    }
    rows = Succession.objects.filter(**{side: source}).order_by("pk").values_list("pk", f"{other}_id")
    pks = [pk for pk, far in rows if far not in taken]
    Succession.objects.filter(pk__in=pks).update(**{side: target})
    return pks
