"""Conflicts of interest at the office: the list, the search, a further one, the settling."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from spoiwo.contests.actions import conflicts as actions
from spoiwo.contests.exports.conflicts import conflict_table
from spoiwo.contests.forms.conflicts import ConflictFilters, ConflictForm, SettlingForm
from spoiwo.contests.queries.conflicts import conflict_rows, unfinished_confirmations
from spoiwo.contests.rules.conflicts import may_settle
from spoiwo.contests.rules.states import SETTLED
from spoiwo.contests.views.fetching import fetch_edition
from spoiwo.documents.web import table_response
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, page_or_fragment

SORTS = {
    "entry": ["entry__number", "member"],
    "member": ["member__user__name", "entry__number"],
    "strength": ["is_dismissed", "strength", "entry__number"],
    "at": ["-at"],
}


def conflicts(request: Request, edition_pk: int) -> HttpResponseBase:
    """All conflicts by entry and person, but none with an entry that the reader is barred from."""
    edition, can = fetch_edition(request, edition_pk, "manage")
    filters = partial(ConflictFilters, edition=edition)
    listing = Listing(request, conflict_rows(edition, request.actor), sorts=SORTS, filters=filters)
    if listing.export:
        return table_response(conflict_table(listing.queryset), listing.export)
    context = {
        "edition": edition,
        "can": can,
        "listing": listing,
        "waiting": unfinished_confirmations(edition),
        "is_settled": edition.state in SETTLED,
    }
    return page_or_fragment(request, "contests/conflicts.html", "rows", context)


@require_POST
def conflicts_search(request: Request, edition_pk: int) -> HttpResponse:
    """Searches the records of the house for everybody and every entrant."""
    edition, _can = fetch_edition(request, edition_pk, "manage")
    found = actions.search_conflicts(edition, by=request.actor)
    said = ngettext(
        "%(count)d conflict of interest was found besides.",
        "%(count)d conflicts of interest were found besides.",
        found,
    )
    messages.success(request, said % {"count": found} if found else _("The records know of nothing further."))
    return redirect("contests:conflicts", edition.pk)


def conflict_new(request: Request, edition_pk: int) -> HttpResponse:
    """The office enters a conflict that came to its knowledge."""
    edition, can = fetch_edition(request, edition_pk, "manage")
    form = ConflictForm(request.POST or None, edition=edition, actor=request.actor)
    if form.is_valid():
        try:
            actions.state_conflict(**form.cleaned_data, by=request.actor)
            messages.success(request, _("The conflict has been entered."))
            return redirect("contests:conflicts", edition.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "edition": edition, "can": can}
    return render(request, "contests/conflict_form.html", context, status=422 if form.errors else 200)


def conflict_settle(request: Request, edition_pk: int, conflict_pk: int) -> HttpResponse:
    """Dismisses a conflict or changes its consequence, with a reason; never one's own."""
    edition, can = fetch_edition(request, edition_pk, "manage")
    rows = conflict_rows(edition, request.actor).select_related("entry__edition__contest", "member__user")
    conflict = get_object_or_404(rows, pk=conflict_pk)
    if not may_settle(conflicts_user=conflict.member.user_id, actor_user=request.actor.user_id):
        raise PermissionDenied("settle")
    form = SettlingForm(request.POST or None, conflict=conflict)
    if form.is_valid():
        try:
            actions.settle_conflict(conflict, **form.cleaned_data, by=request.actor)
            messages.success(request, _("The conflict has been settled."))
            return redirect("contests:conflicts", edition.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "edition": edition, "can": can, "conflict": conflict}
    return render(request, "contests/conflict_form.html", context, status=422 if form.errors else 200)
