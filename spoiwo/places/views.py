"""Pages of places: the public register, and the administrators' way to load a newer one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from spoiwo.documents.web import table_response
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, page_or_fragment, require
from spoiwo.places import actions
from spoiwo.places.exports import unit_table
from spoiwo.places.forms import ConfirmForm, EditionForm, UnitFilters
from spoiwo.places.labels import REGISTER_CREDIT, SEATS_CREDIT
from spoiwo.places.models import PendingEdition
from spoiwo.places.permissions import places_verbs
from spoiwo.places.queries import (
    below,
    changes_of,
    editions,
    last_edition,
    names_of,
    unit_last_known,
    unit_rows,
    valid_entries,
)
from spoiwo.places.rules import ends_much

SORTS = {"name": ["name_key"], "code": ["code"]}


@login_not_required
def units(request: Request) -> HttpResponseBase:
    """Voivodeships, counties and communes; open to everybody."""
    listing = Listing(request, unit_rows(), sorts=SORTS, filters=UnitFilters)
    if listing.export:
        return table_response(unit_table(listing.queryset), listing.export)
    context = {
        "listing": listing,
        "edition": last_edition(),
        "credits": [REGISTER_CREDIT, SEATS_CREDIT],
        "can": places_verbs(request.actor),
    }
    response = page_or_fragment(request, "places/unit_list.html", "rows", context)
    response["X-Public-Page"] = "1"
    return response


@login_not_required
def unit(request: Request, code: str) -> HttpResponse:
    """One place: what it is, what lies in it, its names and codes in time; open to everybody."""
    found = unit_last_known(code)
    if found is None:
        raise Http404(code)
    context = {
        "unit": found,
        "below": below(found),
        "names": names_of(found),
        "predecessors": found.predecessors.order_by("-valid_to", "code"),
        "credits": [REGISTER_CREDIT, SEATS_CREDIT],
    }
    response = render(request, "places/unit_detail.html", context)
    response["X-Public-Page"] = "1"
    return response


def edition_new(request: Request) -> HttpResponse:
    """Takes a newer official file and reads it; nothing of the register changes yet."""
    require(places_verbs(request.actor), "load")
    is_sent = request.method == "POST"
    form = EditionForm(request.POST, request.FILES) if is_sent else EditionForm()
    if is_sent and form.is_valid():
        try:
            pending = actions.propose_edition(
                form.reading, file_name=form.cleaned_data["file"].name, sha256=form.sha256, by=request.actor
            )
            return redirect(pending)
        except Refused as refusal:
            form.add_error(refusal.field, refusal.reason)
    waiting = PendingEdition.objects.order_by("-read_at").defer("units")
    context = {"form": form, "editions": editions(), "waiting": waiting}
    return render(request, "places/edition_form.html", context, status=422 if form.errors else 200)


def edition_pending(request: Request, pk: int) -> HttpResponse:
    """What a newer register would change, to be confirmed or put aside."""
    require(places_verbs(request.actor), "load")
    pending = PendingEdition.objects.filter(pk=pk).first()
    if pending is None:
        messages.info(request, _("This file was loaded or put aside already."))
        return redirect("places:edition_new")
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return _settled(request, pending, form)
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.reason)
    changes, known = changes_of(pending), valid_entries()
    context = {
        "pending": pending,
        "form": form,
        "changes": changes,
        "ends_much": ends_much(changes, len(known)),
    }
    return render(request, "places/edition_pending.html", context, status=422 if form.errors else 200)


def _settled(request: Request, pending: PendingEdition, form: ConfirmForm) -> HttpResponse:
    if request.POST.get("verdict") == "drop":
        actions.drop_edition(pending, by=request.actor)
        messages.info(request, _("The file was put aside. Nothing in the register has changed."))
        return redirect("places:edition_new")
    actions.confirm_edition(pending, by=request.actor, is_complete=form.cleaned_data["is_complete"])
    messages.success(request, _("The newer register is in force."))
    return redirect("places:units")
