"""How this room's records name themselves on the trail, to those who may see them."""

from collections.abc import Iterable, Mapping

from spoiwo.kit.actor import Actor
from spoiwo.partnerships.models import Agreement, Partnership
from spoiwo.trail.line import Step


def partnership_steps(actor: Actor, ids: Iterable[int]) -> Mapping[int, Step]:
    """Partnerships by id."""
    found = Partnership.objects.visible_to(actor).filter(pk__in=list(ids))
    return {one.pk: Step(one.name, one.get_absolute_url(), one.founded_on) for one in found}


def agreement_steps(actor: Actor, ids: Iterable[int]) -> Mapping[int, Step]:
    """Agreements by id."""
    found = Agreement.objects.visible_to(actor).filter(pk__in=list(ids)).select_related("partnership")
    return {one.pk: Step(one.title, one.get_absolute_url(), one.opened_on) for one in found}
