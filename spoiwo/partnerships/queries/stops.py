"""How this room's records name themselves on the trail, to those who may see them."""

from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext

from spoiwo.kit.actor import Actor
from spoiwo.kit.links import Link
from spoiwo.partnerships.models import Agreement, Partnership
from spoiwo.partnerships.permissions import house_verbs
from spoiwo.register.models import ContactBook
from spoiwo.trail.line import Step


def partnership_steps(actor: Actor, ids: Iterable[int]) -> Mapping[int, Step]:
    """Partnerships by id."""
    found = Partnership.objects.visible_to(actor).filter(pk__in=list(ids))
    return {one.pk: Step(one.name, one.get_absolute_url(), one.founded_on) for one in found}


def agreement_steps(actor: Actor, ids: Iterable[int]) -> Mapping[int, Step]:
    """Agreements by id."""
    found = Agreement.objects.visible_to(actor).filter(pk__in=list(ids)).select_related("partnership")
    return {one.pk: Step(one.title, one.get_absolute_url(), one.opened_on) for one in found}


def links_of_book(book: ContactBook, actor: Actor) -> list[Link]:
    """For a book that is still missing: the way to the partnership that will bring it."""
    if book.pk or "found" not in house_verbs(actor):
        return []
    return [Link(reverse("partnerships:partnership_new"), gettext("Found the first partnership"))]
