"""How this room's records name themselves on the trail, to those who may see them."""

from collections.abc import Iterable, Mapping

from django.utils import timezone

from spoiwo.kit.actor import Actor
from spoiwo.meetings.models import Campaign, Meeting, Series
from spoiwo.trail.line import Step


def meeting_steps(actor: Actor, ids: Iterable[int]) -> Mapping[int, Step]:
    """Meetings by id."""
    found = Meeting.objects.visible_to(actor).filter(pk__in=list(ids))
    return {
        one.pk: Step(one.title, one.get_absolute_url(), timezone.localtime(one.starts_at).date())
        for one in found
    }


def series_steps(actor: Actor, ids: Iterable[int]) -> Mapping[int, Step]:
    """Series by id."""
    found = Series.objects.visible_to(actor).filter(pk__in=list(ids))
    return {one.pk: Step(one.title, one.get_absolute_url()) for one in found}


def campaign_steps(actor: Actor, ids: Iterable[int]) -> Mapping[int, Step]:
    """Campaigns by id."""
    found = Campaign.objects.visible_to(actor).filter(pk__in=list(ids))
    return {
        one.pk: Step(one.title, one.get_absolute_url(), timezone.localtime(one.created_at).date())
        for one in found
    }
