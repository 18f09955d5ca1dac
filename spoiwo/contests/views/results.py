"""The ranking and how it came about: places, jurors, one entry, the method in plain words; revising one’s scores."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.contests.actions import ranking as actions
from spoiwo.contests.forms.results import RevisionForm
from spoiwo.contests.models import Edition, Entry, Reading
from spoiwo.contests.queries import results as queries
from spoiwo.contests.queries.juries import juror_rows, may_see_cards, reading_rows
from spoiwo.contests.queries.people import kinds_of, shut_out_of
from spoiwo.contests.queries.rulebook import criteria_for
from spoiwo.contests.rules.states import EditionState, EntryState, ReadingState
from spoiwo.contests.views.fetching import fetch_edition
from spoiwo.kit.request import Refused, Request, require


def results(request: Request, edition_pk: int) -> HttpResponse:
    """The places of every category, with intervals, ties, chances and what the jury should know of them."""
    edition, can = fetch_edition(request, edition_pk, "see_result")
    ranking = queries.stored_ranking(edition)
    data = ranking.data if ranking else {}
    with_names = queries.names_shown(edition, can)
    context = {
        "edition": edition,
        "can": can,
        "ranking": ranking,
        "data": data,
        "tables": queries.result_tables(edition, data, request.actor, with_names=with_names),
        "with_names": with_names,
        "width": queries.WIDTH,
        "parts": _named_parts(edition, data, shut_out_of(edition, request.actor))
        if "refused" in data
        else [],
    }
    return render(request, "contests/results.html", context)


def results_jurors(request: Request, edition_pk: int) -> HttpResponse:
    """How severe each juror was, what stands out, and what the order would be without the person."""
    edition, can = fetch_edition(request, edition_pk, "see_result")
    ranking = queries.stored_ranking(edition)
    data = ranking.data if ranking else {}
    rows = juror_rows(edition, data, request.actor)
    context = {"edition": edition, "can": can, "ranking": ranking, "data": data, "rows": rows}
    return render(request, "contests/results_jurors.html", context)


def result_entry(request: Request, edition_pk: int, entry_pk: int) -> HttpResponse:
    """One entry: every card beside the others, first scores beside revised ones, comments."""
    edition, can = fetch_edition(request, edition_pk, "see_result")
    entry = _entry(request, edition, entry_pk)
    ranking = queries.stored_ranking(edition)
    data = ranking.data if ranking else {}
    criteria, rows = reading_rows(entry, request.actor, data)
    with_names = queries.names_shown(edition, can)
    context = {
        "edition": edition,
        "can": can,
        "entry": entry,
        "name": entry.title if with_names else entry.code,
        "with_names": with_names,
        "criteria": criteria,
        "rows": rows,
        "figures": next((one for one in data.get("entries", ()) if one["entry"] == str(entry.pk)), None),
    }
    return render(request, "contests/result_entry.html", context)


@require_POST
def results_computing(request: Request, edition_pk: int) -> HttpResponse:
    """Computes the ranking at once instead of waiting for the worker."""
    edition, can = fetch_edition(request, edition_pk, "see_result")
    require(can, "deliberate")
    try:
        actions.compute_ranking(edition, by=request.actor)
        messages.success(request, _("The ranking has been computed from the scores as they stand."))
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("contests:results", edition.pk)


def score_revision(request: Request, reading_pk: int) -> HttpResponse:
    """A juror revises own scores in the deliberation; what was given first stays beside it."""
    rows = Reading.objects.open_to(request.actor).select_related("entry__edition__contest", "entry__category")
    reading = get_object_or_404(
        rows, pk=reading_pk, state=ReadingState.SUBMITTED, entry__edition__state=EditionState.DELIBERATION
    )
    edition, scores = reading.entry.edition, {one.criterion_id: one for one in reading.scores.all()}
    criteria = criteria_for(reading.entry.category)
    form = RevisionForm(request.POST or None, edition=edition, criteria=criteria, scores=scores)
    if form.is_valid():
        try:
            actions.revise_scores(reading, form.points(), form.cleaned_data["reason"], by=request.actor)
            messages.success(request, _("Revised; the first scores stay beside the new ones."))
            return redirect("contests:result_entry", edition.pk, reading.entry_id)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "reading": reading, "edition": edition, "code": reading.entry.code}
    return render(request, "contests/score_revision.html", context, status=422 if form.errors else 200)


@login_not_required
def method(request: Request) -> HttpResponse:
    """How juries’ scores become a result, so that a chair can explain it to somebody who lost."""
    return render(request, "contests/method.html")


def _entry(request: Request, edition: Edition, entry_pk: int) -> Entry:
    """An entry of the result; hidden from who is shut out of it, and its cards from a juror who has not finished."""
    rows = Entry.objects.filter(edition=edition, state=EntryState.ADMITTED, is_sample=False)
    rows = rows.exclude(pk__in=shut_out_of(edition, request.actor)).select_related("category")
    entry = get_object_or_404(rows, pk=entry_pk)
    entry.edition = edition
    if not may_see_cards(entry, request.actor, kinds_of(edition, request.actor)):
        raise Http404
    return entry


def _named_parts(edition: Edition, data: dict, hidden: frozenset[int]) -> list[dict]:
    """The parts a jury falls into, with jurors by name and entries counted, those the reader is shut out of left out."""
    names = queries.juror_names(edition)
    return [
        {
            "jurors": [str(names[pk]) for pk in part["jurors"] if pk in names],
            "entries": sum(int(pk) not in hidden for pk in part["entries"]),
        }
        for part in data.get("parts", ())
    ]
