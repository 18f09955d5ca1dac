"""The list of campaigns and a campaign's page."""

from django.shortcuts import get_object_or_404

from spoiwo.kit.request import Request, require
from spoiwo.meetings.models import Campaign
from spoiwo.meetings.permissions import campaign_verbs


def fetch(request: Request, campaign_pk: int, verb: str = "view") -> tuple[Campaign, set[str]]:
    """The campaign with what the actor may do there: hidden gives 404, a forbidden verb 403."""
    rows = Campaign.objects.visible_to(request.actor).select_related("partnership")
    campaign = get_object_or_404(rows, pk=campaign_pk)
    can = campaign_verbs(request.actor, partnership_id=campaign.partnership_id, state=campaign.state)
    require(can, verb)
    return campaign, can
