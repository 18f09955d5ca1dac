"""Adoptions: who took a practice over, from whom, what was changed and what came of it."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit, trail
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post
from spoiwo.practices import emails
from spoiwo.practices.actions.practices import lock
from spoiwo.practices.audit import Verb
from spoiwo.practices.models import Adoption, Module, Practice
from spoiwo.practices.rules.states import PracticeState
from spoiwo.practices.rules.trees import would_circle


@transaction.atomic
def record_adoption(
    practice: Practice, *, by: Actor, modules: Sequence[Module] = (), **fields: Any
) -> Adoption:
    """Somebody takes the practice over; the people of its partnership get a letter.

    Raises `Refused` where the practice is not in the catalogue, or the same was recorded already.
    """
    held = lock(practice)
    if held.state != PracticeState.PUBLISHED:
        raise Refused(_("Only a practice of the catalogue can be taken over."))
    adoption = Adoption(practice=held, **fields)
    _check(adoption)
    adoption.save()
    adoption.modules.set(modules)
    _tie(adoption, by)
    audit.record(Verb.ADOPTION_RECORDED, held, by=by, scope=adoption.partnership_id, taker=adoption.taker)
    post(emails.adoption_letters(adoption, by.name))
    return adoption


@transaction.atomic
def edit_adoption(adoption: Adoption, *, by: Actor, modules: Sequence[Module], **fields: Any) -> Adoption:
    """Changes what is recorded; raises `Refused` where the tree would bite its own tail."""
    practice = lock(adoption.practice)
    held = Adoption.objects.select_for_update(of=("self",)).get(pk=adoption.pk)
    for name, value in fields.items():
        setattr(held, name, value)
    _check(held)
    held.save()
    held.modules.set(modules)
    _tie(held, by)
    audit.record(Verb.ADOPTION_EDITED, practice, by=by, scope=held.partnership_id, taker=held.taker)
    return held


@transaction.atomic
def remove_adoption(adoption: Adoption, *, by: Actor) -> None:
    """The record goes; those who took over from it are tied to whom it had taken over from. Doing it twice does nothing."""
    practice = lock(adoption.practice)
    held = Adoption.objects.select_for_update(of=("self",)).filter(pk=adoption.pk).first()
    if held is None:
        return
    Adoption.objects.filter(taken_from=held).update(taken_from=held.taken_from_id)
    audit.record(Verb.ADOPTION_REMOVED, practice, by=by, scope=held.partnership_id, taker=held.taker)
    held.delete()


def _check(adoption: Adoption) -> None:
    rows = Adoption.objects.filter(practice_id=adoption.practice_id).exclude(pk=adoption.pk)
    same = rows.filter(place=adoption.place, taker=adoption.taker, adopted_on=adoption.adopted_on)
    if same.exists():
        raise Refused(_("This adoption is recorded already."), "adopted_on")
    parents = dict(rows.values_list("pk", "taken_from"))
    if adoption.pk and would_circle(parents, adoption.pk, adoption.taken_from_id):
        raise Refused(_("These took it over from each other: choose where it began."), "taken_from")


def _tie(adoption: Adoption, by: Actor) -> None:
    for thing in (adoption.project, adoption.card):
        if thing is not None:
            trail.link(adoption.practice, thing, "adopted", by=by)
