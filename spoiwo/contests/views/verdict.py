"""The verdict: sittings and awards at a glance, awards, reasons, the seal, publication, corrections, the public seal."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.contests.actions import verdict as actions
from spoiwo.contests.forms.verdict import AwardForm, CorrectionForm, ReasonForm
from spoiwo.contests.labels import SEAL_SENTENCES
from spoiwo.contests.models import Award, Category, Edition, Entry, Seal
from spoiwo.contests.queries import results
from spoiwo.contests.queries import verdict as queries
from spoiwo.contests.queries.people import shut_out_of
from spoiwo.contests.queries.sealed import score_table
from spoiwo.contests.rules.states import SETTLED, EditionState
from spoiwo.contests.views.fetching import fetch_edition
from spoiwo.documents.csvfile import csv_response
from spoiwo.kit.request import Refused, Request, require


def sittings(request: Request, edition_pk: int) -> HttpResponse:
    """The verdict at a glance: sittings, awards by category, the seal, corrections."""
    edition, can = fetch_edition(request, edition_pk, "see_result")
    with_names = results.names_shown(edition, can)
    ranking = results.stored_ranking(edition)
    data = ranking.data if ranking else {}
    is_open = edition.state == EditionState.DELIBERATION
    context = {
        "edition": edition,
        "can": can,
        "with_names": with_names,
        "sittings": queries.sitting_facts(edition),
        "rows": queries.category_rows(edition, data, request.actor, with_names=with_names),
        "is_open": is_open,
        "lacks": [SEAL_SENTENCES[lack] for lack in queries.lacks_before_seal(edition)] if is_open else [],
        "seal": Seal.objects.filter(edition=edition).first(),
        "corrections": edition.corrections.all(),
    }
    return render(request, "contests/verdict.html", context)


def awards(request: Request, edition_pk: int, category_pk: int) -> HttpResponse:
    """Awards of one category, given in the order of the ranking or with reasons beside it."""
    edition, can, category = _category(request, edition_pk, category_pk)
    row = _row(request, edition, can, category)
    form = AwardForm(request.POST or None, table=row.table)
    if form.is_valid():
        try:
            chosen = int(form.cleaned_data["entry"])
            entry = get_object_or_404(Entry, pk=chosen, edition=edition, category=category)
            place = len(row.awards) + 1
            actions.give_award(edition, entry, by=request.actor, order=place, **form.award())
            return redirect("contests:awards", edition.pk, category.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    initial = {"reason": row.verdict.reason, "no_award": row.verdict.no_award} if row.verdict else {}
    context = {
        "edition": edition,
        "can": can,
        "row": row,
        "form": form,
        "reasons": ReasonForm(initial=initial, auto_id="why_%s"),
    }
    return render(request, "contests/awards.html", context, status=422 if form.errors else 200)


@require_POST
def award_reasons(request: Request, edition_pk: int, category_pk: int) -> HttpResponse:
    """The reasons of the commission, or that no award is given."""
    edition, can, category = _category(request, edition_pk, category_pk)
    form = ReasonForm(request.POST, auto_id="why_%s")
    if form.is_valid():
        try:
            data = form.cleaned_data
            actions.explain(category, data["reason"], no_award=data["no_award"], by=request.actor)
            messages.success(request, _("The reasons stand in the verdict."))
            return redirect("contests:sittings", edition.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    row = _row(request, edition, can, category)
    context = {
        "edition": edition,
        "can": can,
        "row": row,
        "form": AwardForm(table=row.table),
        "reasons": form,
    }
    return render(request, "contests/awards.html", context, status=422)


@require_POST
def award_removal(request: Request, edition_pk: int, award_pk: int) -> HttpResponse:
    """Takes an award back before the seal."""
    edition, can = fetch_edition(request, edition_pk, "see_result")
    require(can, "deliberate")
    rows = Award.objects.exclude(entry__in=shut_out_of(edition, request.actor))
    award = get_object_or_404(rows, pk=award_pk, edition=edition)
    category_pk = award.category_id
    try:
        actions.take_award_back(award, by=request.actor)
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("contests:awards", edition.pk, category_pk)


def sealing(request: Request, edition_pk: int) -> HttpResponse:
    """What is sealed, once more, and the button that seals it."""
    edition, can = fetch_edition(request, edition_pk, "manage")
    lacks = [SEAL_SENTENCES[lack] for lack in queries.lacks_before_seal(edition)]
    if request.method == "POST":
        try:
            actions.seal(edition, by=request.actor)
            messages.success(request, _("The result is sealed. Nothing of it changes from now on."))
            return redirect("contests:sittings", edition.pk)
        except Refused as problem:
            messages.error(request, problem.reason)
    ranking = results.stored_ranking(edition)
    rows = queries.category_rows(edition, ranking.data if ranking else {}, request.actor, with_names=True)
    context = {"edition": edition, "can": can, "rows": rows, "lacks": lacks}
    return render(request, "contests/sealing.html", context)


@require_POST
def publication(request: Request, edition_pk: int) -> HttpResponse:
    """Announces the sealed result."""
    edition, _can = fetch_edition(request, edition_pk, "manage")
    try:
        actions.publish(edition, by=request.actor)
        messages.success(request, _("The result is announced; it shows as soon as the embargo is over."))
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("contests:sittings", edition.pk)


def correction_new(request: Request, edition_pk: int) -> HttpResponse:
    """A dated correction of a sealed result."""
    edition, can = fetch_edition(request, edition_pk, "manage")
    form = CorrectionForm(request.POST or None)
    if form.is_valid():
        try:
            actions.correct(edition, **form.cleaned_data, by=request.actor)
            messages.success(request, _("The correction stands beside the sealed result."))
            return redirect("contests:sittings", edition.pk)
        except Refused as problem:
            form.add_error(None, problem.reason)
    context = {"form": form, "edition": edition, "can": can}
    return render(request, "contests/correction_form.html", context, status=422 if form.errors else 200)


@login_not_required
def seal(request: Request, slug: str, year: int) -> HttpResponse:
    """The public page of the seal: what is under it, and how anybody checks it."""
    found = _public_seal(slug, year)
    context = {"seal": found, "edition": found.edition, "corrections": found.edition.corrections.all()}
    return render(request, "contests/seal.html", context)


@login_not_required
def seal_content(request: Request, slug: str, year: int) -> HttpResponse:
    """The sealed content to the byte, so that its hash is the published one."""
    found = _public_seal(slug, year)
    response = HttpResponse(found.content.encode(), content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}-{year}.json"'
    return response


@login_not_required
def seal_scores(request: Request, slug: str, year: int) -> HttpResponseBase:
    """The sealed scores as a table that `spoiwo judge rank` reads."""
    return csv_response(score_table(_public_seal(slug, year)), f"{slug}-{year}.csv", ",")


def _category(request: Request, edition_pk: int, category_pk: int) -> tuple[Edition, set[str], Category]:
    edition, can = fetch_edition(request, edition_pk, "see_result")
    require(can, "deliberate")
    category = get_object_or_404(Category, pk=category_pk, edition=edition)
    category.edition = edition
    return edition, can, category


def _row(request: Request, edition: Edition, can: set[str], category: Category) -> queries.CategoryRow:
    ranking, shown = results.stored_ranking(edition), results.names_shown(edition, can)
    data = ranking.data if ranking else {}
    rows = queries.category_rows(edition, data, request.actor, with_names=shown)
    return next(row for row in rows if row.category.pk == category.pk)


def _public_seal(slug: str, year: int) -> Seal:
    """The seal of an announced result; of any other there is none to be seen."""
    rows = Seal.objects.select_related("edition__contest")
    found = get_object_or_404(
        rows, edition__contest__slug=slug, edition__year=year, edition__state__in=SETTLED
    )
    return get_object_or_404(rows, pk=found.pk if found.edition.is_announced else 0)
