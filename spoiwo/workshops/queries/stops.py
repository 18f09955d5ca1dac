"""How this room's records name themselves on the trail, to those who may see them."""

from collections.abc import Iterable, Mapping

from django.utils import timezone

from spoiwo.kit.actor import Actor
from spoiwo.trail.line import Step
from spoiwo.workshops.models import Line, Proposal, Vote


def line_steps(actor: Actor, ids: Iterable[int]) -> Mapping[int, Step]:
    """Lines and ideas by id."""
    found = Line.objects.visible_to(actor).filter(pk__in=list(ids)).select_related("step__meeting")
    return {
        one.pk: Step(str(one), one.get_absolute_url(), timezone.localtime(one.step.meeting.starts_at).date())
        for one in found
    }


def proposal_steps(actor: Actor, ids: Iterable[int]) -> Mapping[int, Step]:
    """Proposals by id."""
    found = Proposal.objects.visible_to(actor).filter(pk__in=list(ids)).select_related("step__meeting")
    return {
        one.pk: Step(str(one), one.get_absolute_url(), timezone.localtime(one.step.meeting.starts_at).date())
        for one in found
    }


def vote_steps(actor: Actor, ids: Iterable[int]) -> Mapping[int, Step]:
    """Votes by id."""
    found = Vote.objects.visible_to(actor).filter(pk__in=list(ids))
    return {
        one.pk: Step(
            one.title,
            one.get_absolute_url(),
            timezone.localtime(one.closed_at).date() if one.closed_at else None,
        )
        for one in found
    }
