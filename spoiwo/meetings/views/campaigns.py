"""The list of campaigns, a campaign's page, its data and its course."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from spoiwo import trail
from spoiwo.documents.web import table_response
from spoiwo.kit import phrases
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, page_or_fragment, require
from spoiwo.meetings.actions import campaigns as actions
from spoiwo.meetings.exports import tables
from spoiwo.meetings.forms.campaigns import AddresseeFilters, CampaignFilters, CampaignForm
from spoiwo.meetings.models import Campaign
from spoiwo.meetings.permissions import campaign_verbs, house_verbs
from spoiwo.meetings.queries import campaigns as queries
from spoiwo.meetings.rules.batches import batch_of
from spoiwo.meetings.rules.states import CampaignState
from spoiwo.meetings.views.meetings import kept_partnership

SORTS = {
    "begun": ("-created_at",),
    "title": ("name_key",),
    "invited": ("invited_count", "name_key"),
    "coming": ("coming_count", "name_key"),
    "until": ("answer_by",),
}
ADDRESSEE_SORTS = {
    "name": ("name_key",),
    "number": ("number",),
    "institution": ("organisation_name", "name_key"),
    "answer": ("reply", "name_key"),
    "when": ("-replied_at", "name_key"),
}
COLUMNS = (
    "pk", "number", "given_name", "family_name", "function", "organisation_name", "channel", "reply",
    "meeting__starts_at", "meeting__title", "replied_at", "via", "deputy_of_id",
)  # fmt: skip


def fetch(request: Request, campaign_pk: int, verb: str = "view") -> tuple[Campaign, set[str]]:
    """The campaign with what the actor may do there: hidden gives 404, a forbidden verb 403."""
    rows = Campaign.objects.visible_to(request.actor).select_related("partnership")
    campaign = get_object_or_404(rows, pk=campaign_pk)
    can = campaign_verbs(request.actor, partnership_id=campaign.partnership_id, state=campaign.state)
    require(can, verb)
    return campaign, can


def campaign_list(request: Request) -> HttpResponseBase:
    """Campaigns of the partnerships the person works for."""
    rows = queries.campaign_rows(request.actor)
    listing = Listing(request, rows, sorts=SORTS, filters=CampaignFilters)
    if listing.export:
        return table_response(tables.campaign_table(listing.queryset), listing.export)
    context = {"listing": listing, "can": house_verbs(request.actor)}
    return page_or_fragment(request, "meetings/campaign_list.html", "rows", context)


def campaign_new(request: Request) -> HttpResponse:
    """Beginning a campaign: first for whom, where the person keeps several partnerships, then what."""
    partnership = kept_partnership(request)
    if isinstance(partnership, HttpResponse):
        return partnership
    form = CampaignForm(
        request.POST or None,
        partnership=partnership,
        initial=_usual(partnership) | {"meetings": request.GET.getlist("meeting")},
    )
    if form.is_valid():
        try:
            made = actions.start_campaign(partnership, by=request.actor, **form.values())
            messages.success(request, _("The campaign has been begun. Now choose whom to invite."))
            return redirect(made)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "partnership": partnership}
    return render(request, "meetings/campaign_form.html", context, status=422 if form.errors else 200)


def campaign(request: Request, campaign_pk: int) -> HttpResponse:
    """A campaign: its state, the next step, the funnel, its meetings, what waits."""
    found, can = fetch(request, campaign_pk)
    origins, results = trail.around(found, request.actor)
    context = {
        "campaign": found,
        "can": can,
        "funnel": queries.funnel(found),
        "outbox": outbox_url(found),
        "lines": queries.meeting_lines(found, timezone.now()),
        "questions": queries.open_questions(found)[:5] if "view_people" in can else [],
        "is_late": timezone.now() > found.answer_by,
        "origins": origins,
        "results": results,
    }
    return page_or_fragment(request, "meetings/campaign_detail.html", "progress", context)


def campaign_edit(request: Request, campaign_pk: int) -> HttpResponse:
    """The campaign's data."""
    found, _can = fetch(request, campaign_pk, "edit")
    form = CampaignForm(request.POST or None, instance=found, partnership=found.partnership)
    if form.is_valid():
        try:
            actions.edit_campaign(Campaign.objects.get(pk=found.pk), by=request.actor, **form.values())
            messages.success(request, phrases.SAVED)
            return redirect(found)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "campaign": found, "partnership": found.partnership}
    return render(request, "meetings/campaign_form.html", context, status=422 if form.errors else 200)


def launch(request: Request, campaign_pk: int) -> HttpResponse:
    """The last look before letters are written: whom, by what channel, what is still missing."""
    found, can = fetch(request, campaign_pk, "launch")
    if request.method == "POST":
        try:
            hold = request.POST.get("hold") == "1"
            count = actions.launch_campaign(found, by=request.actor, at=timezone.now(), hold=hold)
            messages.success(
                request,
                ngettext(
                    "%(count)d letter has been prepared.", "%(count)d letters have been prepared.", count
                )
                % {"count": count},
            )
            return redirect(found)
        except Refused as problem:
            messages.error(request, problem.reason)
            return redirect("meetings:launch", found.pk)
    context = {"campaign": found, "can": can, "check": queries.launch_check(found)}
    return render(request, "meetings/launch.html", context)


@require_POST
def campaign_state(request: Request, campaign_pk: int) -> HttpResponse:
    """Closes the campaign, opens it again, or discards one that sent nothing."""
    found, can = fetch(request, campaign_pk)
    wanted = request.POST.get("state", "")
    if wanted == "discard":
        require(can, "discard")
        actions.discard_campaign(found, by=request.actor)
        messages.success(request, _("The campaign has been discarded."))
        return redirect("meetings:campaigns")
    require(can, "close" if wanted == CampaignState.CLOSED else "reopen")
    try:
        actions.move_campaign(found, CampaignState(wanted), by=request.actor, at=timezone.now())
        messages.success(request, phrases.SAVED)
    except (Refused, ValueError):
        messages.error(request, _("This step is not possible now."))
    return redirect(found)


def addressees(request: Request, campaign_pk: int) -> HttpResponseBase:
    """Everybody who is invited, with the answer that stands."""
    found, can = fetch(request, campaign_pk, "view_people")
    rows = queries.addressees(found, request.actor)
    listing = Listing(request, rows, sorts=ADDRESSEE_SORTS, filters=AddresseeFilters, columns=COLUMNS)
    if listing.export:
        return table_response(tables.addressee_table(found, listing.queryset), listing.export)
    context = {"campaign": found, "can": can, "listing": listing}
    return page_or_fragment(request, "meetings/addressees.html", "rows", context)


def outbox_url(campaign: Campaign) -> str:
    """The partnership's outbox narrowed to this campaign's letters."""
    query = urlencode({"batch": batch_of(campaign.pk)})
    return f"{reverse('partnerships:letters', args=[campaign.partnership.slug])}?{query}"


def _usual(partnership) -> dict[str, str]:
    coordinator = partnership.coordinator
    return {
        "sender_name": coordinator.name[:150] if coordinator else partnership.short_name,
        "reply_to": partnership.contact_email,
        "phone": coordinator.phone if coordinator else "",
        "signature": coordinator.name if coordinator else partnership.name,
    }
