"""The queue of sources, bringing papers in, the progress of a shipment, conflicts, provenance."""

from functools import partial

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from spoiwo.archive.actions.bringing import bring
from spoiwo.archive.exports import source_table
from spoiwo.archive.forms.bringing import BringForm, SourceFilters
from spoiwo.archive.labels import PROBLEM_SENTENCES
from spoiwo.archive.permissions import house_verbs
from spoiwo.archive.queries import sources
from spoiwo.archive.rules.states import Problem
from spoiwo.archive.views.fetching import fetch_shipment
from spoiwo.documents.web import table_response
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, page_or_fragment, require

SORTS = {
    "doubt": ("-doubt", "pk"),
    "name": ("name_key",),
    "published": ("-published_on", "name_key"),
    "added": ("-added_at",),
    "partnership": ("partnership__name_key", "-doubt"),
    "state": ("state", "-doubt"),
}


def queue(request: Request) -> HttpResponseBase:
    """Sources that wait for a person, what is most doubtful first."""
    can = house_verbs(request.actor)
    require(can, "see_queue")
    filters = partial(SourceFilters, actor=request.actor)
    listing = Listing(request, sources.source_rows(request.actor), sorts=SORTS, filters=filters)
    if listing.export:
        return table_response(source_table(listing.queryset), listing.export)
    return page_or_fragment(request, "archive/queue.html", "rows", {"listing": listing, "can": can})


def upload(request: Request) -> HttpResponse:
    """Files or a whole folder; reading begins at once, in the background."""
    require(house_verbs(request.actor), "upload")
    form = BringForm(request.POST or None, request.FILES or None, actor=request.actor)
    if form.is_valid():
        try:
            shipment = bring(form.cleaned_data["partnership"], form.chosen, by=request.actor)
            return redirect(shipment)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    return render(request, "archive/upload.html", {"form": form}, status=422 if form.errors else 200)


def shipment(request: Request, shipment_pk: int) -> HttpResponse:
    """How far the reading has come, and what was not taken, with why."""
    found = fetch_shipment(request, shipment_pk)
    refused = [(name, PROBLEM_SENTENCES[Problem(problem)]) for name, problem in found.refused]
    rows = sources.source_rows(request.actor).filter(shipment=found).order_by("pk")
    context = {"shipment": found, "refused": refused, "rows": rows, **sources.progress(found)}
    return page_or_fragment(request, "archive/shipment.html", "progress", context)


def conflicts(request: Request) -> HttpResponse:
    """Where two sources say different things of the same thing."""
    require(house_verbs(request.actor), "see_queue")
    return render(request, "archive/conflicts.html", {"pairs": sources.open_conflicts(request.actor)})


def provenance(request: Request, record_kind: str, object_pk: int) -> HttpResponse:
    """Which sources a record rests on, with their words."""
    require(house_verbs(request.actor), "see_queue")
    found = [
        sources.shown(proposal, proposal.source.text)
        for proposal in sources.sources_of(record_kind, object_pk, request.actor)
    ]
    return render(request, "archive/provenance.html", {"found": found})
