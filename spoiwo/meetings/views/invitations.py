"""One addressee: the log over all channels, corrections, taking off."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.kit import phrases
from spoiwo.kit.request import Refused, Request, require
from spoiwo.meetings.actions import campaigns as actions
from spoiwo.meetings.forms.audience import AddresseeForm
from spoiwo.meetings.models import Campaign, Invitation
from spoiwo.meetings.queries.campaigns import addressees
from spoiwo.meetings.queries.log import log_for
from spoiwo.meetings.queries.words import root_url
from spoiwo.meetings.rules.codes import shown
from spoiwo.meetings.views.campaigns import fetch


def invitation(request: Request, campaign_pk: int, invitation_pk: int) -> HttpResponse:
    """What was sent, what came back, what was said, whether the person came."""
    campaign, found, can = fetch_invitation(request, campaign_pk, invitation_pk, "view_people")
    root = root_url()
    context = {
        "campaign": campaign,
        "invitation": found,
        "can": can,
        "log": log_for(found),
        "questions": found.questions.all(),
        "deputies": found.deputies.all(),
        "link": root + reverse("meetings:answer", args=[found.code]),
        "code": shown(found.code),
        "office_link": root + reverse("meetings:office", args=[found.office_code])
        if found.office_code
        else "",
    }
    return render(request, "meetings/invitation.html", context)


def invitation_edit(request: Request, campaign_pk: int, invitation_pk: int) -> HttpResponse:
    """Corrects what is known of the addressee in this campaign."""
    campaign, found, _can = fetch_invitation(request, campaign_pk, invitation_pk, "edit")
    form = AddresseeForm(request.POST or None, instance=found)
    if form.is_valid():
        actions.edit_addressee(Invitation.objects.get(pk=found.pk), by=request.actor, **form.cleaned_data)
        messages.success(request, phrases.SAVED)
        return redirect(found)
    context = {"campaign": campaign, "invitation": found, "form": form}
    return render(request, "meetings/invitation_form.html", context, status=422 if form.errors else 200)


@require_POST
def invitation_removal(request: Request, campaign_pk: int, invitation_pk: int) -> HttpResponse:
    """Takes the addressee off before anything was sent."""
    campaign, found, can = fetch_invitation(request, campaign_pk, invitation_pk, "view_people")
    require(can, "edit")
    try:
        actions.remove_addressee(found, by=request.actor)
        messages.success(request, _("The addressee has been taken off the list."))
    except Refused as problem:
        messages.error(request, problem.reason)
        return redirect(found)
    return redirect("meetings:addressees", campaign.pk)


def fetch_invitation(
    request: Request, campaign_pk: int, invitation_pk: int, verb: str
) -> tuple[Campaign, Invitation, set[str]]:
    """The campaign, one of its invitations, and what the actor may do there."""
    campaign, can = fetch(request, campaign_pk, verb)
    rows = addressees(campaign, request.actor).select_related("commune", "meeting", "deputy_of")
    found = get_object_or_404(rows, pk=invitation_pk)
    found.campaign = campaign
    return campaign, found, can
