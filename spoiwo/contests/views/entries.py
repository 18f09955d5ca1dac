"""Entries at the office: the list, one entry with its submissions, its attachments, its tie to the register."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo.contests.actions import submitting as actions
from spoiwo.contests.actions.writing import is_submitted
from spoiwo.contests.exports.entries import entry_table
from spoiwo.contests.forms.entries import EntryFilters, TieForm
from spoiwo.contests.forms.writing import WithdrawalForm
from spoiwo.contests.queries import entries as queries
from spoiwo.contests.rules.states import RECEIVED, SETTLED
from spoiwo.contests.views.fetching import fetch_edition, fetch_entry
from spoiwo.documents.web import table_response
from spoiwo.files import store
from spoiwo.files.models import StoredFile
from spoiwo.kit import phrases
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, page_or_fragment

SORTS = {
    "number": ("number",),
    "title": ("title",),
    "organisation": ("name_key",),
    "submitted": ("submitted_at",),
}


def entries(request: Request, edition_pk: int) -> HttpResponseBase:
    """The received entries that the actor may see; drafts are only counted."""
    edition, can = fetch_edition(request, edition_pk, "read_entries")
    filters = partial(EntryFilters, edition=edition)
    rows = queries.entry_rows(edition, request.actor)
    listing = Listing(request, rows, sorts=SORTS, filters=filters)
    if listing.export:
        return table_response(entry_table(edition, listing.queryset), listing.export)
    context = {
        "edition": edition,
        "can": can,
        "listing": listing,
        "drafts": queries.drafts_of(edition, request.actor),
    }
    return page_or_fragment(request, "contests/entries.html", "rows", context)


def entry(request: Request, edition_pk: int, entry_pk: int) -> HttpResponse:
    """One entry: facts, answers, submissions, decisions, who wrote it, letters."""
    found, can = fetch_entry(request, edition_pk, entry_pk)
    context = queries.entry_page(found, request.actor) | {"can": can}
    context["can_withdraw"] = (
        "manage" in can and found.state in RECEIVED and found.edition.state not in SETTLED
    )
    return render(request, "contests/entry.html", context)


def entry_tie(request: Request, edition_pk: int, entry_pk: int) -> HttpResponse:
    """Which record of the register the entrant is."""
    found, can = fetch_entry(request, edition_pk, entry_pk, "manage")
    like = queries.organisations_like(found, request.actor)
    known = found.organisation or (like[0] if len(like) == 1 else None)
    form = TieForm(request.POST or None, actor=request.actor, initial={"organisation": known})
    if request.method == "POST" and form.is_valid():
        actions.tie_organisation(found, form.cleaned_data["organisation"], by=request.actor)
        messages.success(request, phrases.SAVED)
        return redirect(found)
    context = {"edition": found.edition, "entry": found, "can": can, "form": form, "like": like}
    return render(request, "contests/entry_tie.html", context, status=422 if form.errors else 200)


def entry_withdrawal(request: Request, edition_pk: int, entry_pk: int) -> HttpResponse:
    """The office withdraws an entry on the entrant's word."""
    found, can = fetch_entry(request, edition_pk, entry_pk, "manage")
    form = WithdrawalForm(request.POST or None)
    if form.is_valid():
        try:
            actions.withdraw(found, form.cleaned_data["reason"], at=timezone.now(), by=request.actor)
            messages.success(request, _("The entry has been withdrawn; its writers are told by letter."))
            return redirect(found)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"edition": found.edition, "entry": found, "can": can, "form": form}
    return render(request, "contests/entry_withdrawal.html", context, status=422 if form.errors else 200)


def entry_file(request: Request, edition_pk: int, entry_pk: int, file_pk: int) -> HttpResponseBase:
    """An attachment as it was submitted."""
    found, _can = fetch_entry(request, edition_pk, entry_pk)
    if not is_submitted(found, file_pk):
        raise Http404
    return store.respond(get_object_or_404(StoredFile, pk=file_pk))
