"""The list of partnerships, a partnership's page, its data, goals, parties as at a day and history."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo import audit, trail
from spoiwo.documents.web import table_response
from spoiwo.kit import phrases
from spoiwo.kit.dates import today
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Request, page_or_fragment, require
from spoiwo.partnerships import exports
from spoiwo.partnerships.actions import partnerships as actions
from spoiwo.partnerships.forms.agreements import DayForm
from spoiwo.partnerships.forms.partnerships import (
    GoalsForm,
    HistoryFilters,
    PartnershipFilters,
    PartnershipForm,
)
from spoiwo.partnerships.models import Partnership
from spoiwo.partnerships.permissions import house_verbs, partnership_verbs
from spoiwo.partnerships.queries import choices
from spoiwo.partnerships.queries import partnerships as queries

SORTS = {
    "name": ("name_key",),
    "founded": ("founded_on", "name_key"),
    "agreements": ("agreement_count", "name_key"),
}

HISTORY_SORTS = {"when": ("-id",), "who": ("actor_name", "-id"), "record": ("label", "-id")}


def fetch(request: Request, slug: str, verb: str = "view") -> tuple[Partnership, set[str]]:
    """The partnership with what the actor may do there: hidden gives 404, a forbidden verb 403."""
    rows = Partnership.objects.visible_to(request.actor).select_related("coordinator", "controller")
    partnership = get_object_or_404(rows.prefetch_related("area"), slug=slug)
    can = partnership_verbs(request.actor, partnership_id=partnership.pk, is_public=partnership.is_public)
    require(can, verb)
    return partnership, can


@login_not_required
def partnership_list(request: Request) -> HttpResponseBase:
    """All partnerships the reader may see."""
    listing = Listing(
        request, queries.partnership_rows(request.actor), sorts=SORTS, filters=PartnershipFilters
    )
    if listing.export:
        return table_response(exports.partnership_table(listing.queryset), listing.export)
    context = {"listing": listing, "can": house_verbs(request.actor)}
    response = page_or_fragment(request, "partnerships/partnership_list.html", "rows", context)
    response["X-Public-Page"] = "1"
    return response


def partnership_new(request: Request) -> HttpResponse:
    """Founding a partnership."""
    require(house_verbs(request.actor), "found")
    form = PartnershipForm(request.POST or None)
    if form.is_valid():
        made = actions.found_partnership(by=request.actor, **form.values())
        messages.success(request, _("The partnership has been founded. You coordinate it."))
        return redirect(made)
    return render(request, "partnerships/partnership_form.html", {"form": form})


@login_not_required
def partnership(request: Request, slug: str) -> HttpResponse:
    """The partnership's page: for everybody when it is public, with the next step for those who run it."""
    found, can = fetch(request, slug)
    states = queries.agreements_on(found, request.actor, today())
    communes = list(queries.communes_of(found))
    origins, results = trail.around(found, request.actor)
    lines = [line for state in states for line in state.parties]
    context = {
        "partnership": found,
        "can": can,
        "states": states,
        "sectors": queries.by_sector(_once(lines)),
        "party_count": len(_once(lines)),
        "missing_count": sum(len(state.missing) for state in states),
        "communes": communes,
        "map": queries.area_map(communes),
        "goals": found.goals.all(),
        "organs": found.organs.prefetch_related("seats__organisation"),
        "acts": sorted(
            (act for state in states for act in state.agreement.acts.all()),
            key=lambda act: (act.counts_on, act.pk),
        ),
        "origins": origins,
        "results": results,
        "today": today(),
    }
    response = render(request, "partnerships/partnership_detail.html", context)
    response["X-Public-Page"] = "1"
    return response


def partnership_edit(request: Request, slug: str) -> HttpResponse:
    """The partnership's data."""
    found, _can = fetch(request, slug, "edit")
    form = PartnershipForm(request.POST or None, instance=found)
    if form.is_valid():
        actions.edit_partnership(Partnership.objects.get(pk=found.pk), by=request.actor, **form.values())
        messages.success(request, phrases.SAVED)
        return redirect(found)
    return render(request, "partnerships/partnership_form.html", {"form": form, "partnership": found})


@require_POST
def publication(request: Request, slug: str) -> HttpResponse:
    """Opens or closes the public page."""
    found, _can = fetch(request, slug, "publish")
    actions.publish_partnership(found, by=request.actor, is_public=request.POST.get("public") == "1")
    messages.success(
        request, _("The page is public now.") if found.is_public else _("The page is closed now.")
    )
    return redirect(found)


def goals(request: Request, slug: str) -> HttpResponse:
    """All goals in one field, one a line."""
    found, _can = fetch(request, slug, "edit")
    initial = {"goals": "\n".join(goal.text for goal in found.goals.all())}
    form = GoalsForm(request.POST or None, initial=initial)
    if form.is_valid():
        actions.set_goals(found, form.cleaned_data["goals"], by=request.actor)
        messages.success(request, phrases.SAVED)
        return redirect(found)
    return render(request, "partnerships/goals_form.html", {"form": form, "partnership": found})


@login_not_required
def parties(request: Request, slug: str) -> HttpResponseBase:
    """Who was a party on day D: the permanent address for people."""
    found, can = fetch(request, slug)
    form = DayForm(request.GET)
    day = (form.cleaned_data.get("at") if form.is_valid() else None) or today()
    states = queries.agreements_on(found, request.actor, day)
    if request.GET.get("format") in {"csv", "xlsx"} and form.is_valid():
        return table_response(exports.parties_table(found, states, day), request.GET["format"])
    context = {"partnership": found, "can": can, "states": states, "day": day, "form": form, "today": today()}
    response = render(request, "partnerships/parties.html", context, status=200 if form.is_valid() else 400)
    response["X-Public-Page"] = "1"
    return response


def history(request: Request, slug: str) -> HttpResponseBase:
    """Who did what in this partnership."""
    found, can = fetch(request, slug, "view_history")
    listing = Listing(request, audit.entries(scope=found.pk), sorts=HISTORY_SORTS, filters=HistoryFilters)
    if listing.export:
        return table_response(exports.history_table(listing.queryset), listing.export)
    lines = [audit.line(entry) for entry in listing.page]
    context = {"partnership": found, "can": can, "listing": listing, "lines": lines}
    return page_or_fragment(request, "partnerships/history.html", "rows", context)


def organisation_suggestions(request: Request) -> HttpResponse:
    """Options for a field that names an organisation."""
    if not request.actor.is_staff:
        raise PermissionDenied
    found = choices.organisation_suggestions(request.GET.get("q", ""), request.actor)
    return render(request, "partnerships/_organisation_options.html", {"organisations": found})


def _once(lines: list[Any]) -> list[Any]:
    return list({line.party.organisation_id: line for line in lines}.values())
