"""How sources name themselves on the trail, and the way from a record to what they say of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spoiwo.archive.models import Source
from spoiwo.archive.permissions import house_verbs
from spoiwo.kit.actor import Actor
from spoiwo.kit.links import Link
from spoiwo.trail.line import Step


def source_steps(actor: Actor, ids: Iterable[int]) -> Mapping[int, Step]:
    """Sources by id, for those who may read them."""
    found = Source.objects.visible_to(actor).filter(pk__in=list(ids)).defer("text", "original", "layout")
    return {
        one.pk: Step(str(one), one.get_absolute_url(), one.first_published_on or one.published_on)
        for one in found
    }


def links_of_record(thing: Any, actor: Actor) -> list[Link]:
    """The way from a record without a trail on its page to the sources it rests on."""
    if "see_queue" not in house_verbs(actor):
        return []
    address = reverse("archive:provenance", args=[thing._meta.label_lower, thing.pk])
    return [Link(address, _("What sources say"))]
