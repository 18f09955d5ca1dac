"""Laureates over the editions, one laureate with all titles, laureates of earlier years, the consent to publish."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.contests.actions import history as actions
from spoiwo.contests.exports.laureates import laureates_table
from spoiwo.contests.forms.history import ConsentForm, HistoryForm, LaureateFilters
from spoiwo.contests.models import Award
from spoiwo.contests.queries import history as queries
from spoiwo.contests.views.fetching import fetch_contest, fetch_edition
from spoiwo.contests.views.guests import guest_page
from spoiwo.documents.web import table_response
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, page_or_fragment

SORTS = {
    "year": ["-edition__year", "order", "name_key"],
    "organisation": ["name_key"],
    "category": ["category__order", "name_key"],
    "area": ["area", "name_key"],
}


@login_not_required
def laureates(request: Request, slug: str) -> HttpResponseBase:
    """All laureates of a contest, by year, voivodeship, category."""
    contest, can = fetch_contest(request, slug)
    filters = partial(LaureateFilters, years=queries.years_of(contest))
    listing = Listing(request, queries.announced_awards(contest), sorts=SORTS, filters=filters)
    areas = queries.voivodeships()
    if listing.export:
        return table_response(laureates_table(contest, listing.queryset, areas), listing.export)
    rows = [(one, areas.get(one.area or "", "")) for one in listing.page]
    context = {"contest": contest, "can": can, "listing": listing, "rows": rows}
    return page_or_fragment(request, "contests/laureates.html", "rows", context)


@login_not_required
def laureate(request: Request, slug: str, award_pk: int) -> HttpResponse:
    """One award: the practice where the laureate agreed, and every title of the same organisation."""
    rows = Award.objects.announced().select_related("edition__contest", "category", "place")
    award = get_object_or_404(rows, pk=award_pk, edition__contest__slug=slug)
    context = {"award": award, "contest": award.edition.contest, "titles": queries.titles_of(award)}
    return render(request, "contests/laureate.html", context)


def history_new(request: Request, slug: str) -> HttpResponse:
    """A laureate of an edition that was not run in the program."""
    contest, _can = fetch_contest(request, slug, "edit")
    form = HistoryForm(request.POST or None, actor=request.actor)
    if form.is_valid():
        try:
            data = form.cleaned_data
            words = {"by": request.actor, "edition_name": data["edition_name"]}
            actions.record_laureate(contest, data["year"], **words, **form.award())
            messages.success(request, _("The laureate stands in the history of the contest."))
            return redirect("contests:history_new" if "more" in request.POST else "contests:laureates", slug)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "contest": contest}
    return render(request, "contests/history_form.html", context, status=422 if form.errors else 200)


@require_POST
def result_letters(request: Request, edition_pk: int) -> HttpResponse:
    """Sends every entrant the result."""
    edition, _can = fetch_edition(request, edition_pk, "manage")
    try:
        count = actions.send_results(edition, by=request.actor)
        messages.success(request, _("Letters in the outbox: %(count)d.") % {"count": count})
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("contests:sittings", edition.pk)


@login_not_required
def practice_consent(request: Request, secret: str) -> HttpResponse:
    """A laureate agrees that the practice is published, in words of their own; or takes that back."""
    rows = Award.objects.announced().exclude(consent_secret="").select_related("edition__contest", "entry")
    award = get_object_or_404(rows, consent_secret=secret)
    if "withdraw" in request.POST:
        actions.withdraw_consent(award)
        return redirect("contests:practice_consent", secret)
    initial = {"text": award.practice_text or queries.publishable_text(award), "name": award.consented_by}
    form = ConsentForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            actions.agree_to_publish(award, form.cleaned_data["text"], form.cleaned_data["name"])
            return redirect("contests:practice_consent", secret)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "award": award, "edition": award.edition}
    return guest_page(request, "consent", context, is_wrong=bool(form.errors))
