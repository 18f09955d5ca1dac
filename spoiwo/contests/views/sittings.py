"""Sittings of the commission and the votes taken there."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.contests.actions import sittings as actions
from spoiwo.contests.forms.verdict import PollForm, SittingForm
from spoiwo.contests.models import Edition, Entry, Sitting
from spoiwo.contests.queries import results
from spoiwo.contests.queries import verdict as queries
from spoiwo.contests.queries.people import jury_of, shut_out_of
from spoiwo.contests.views.fetching import fetch_edition
from spoiwo.kit.request import Refused, Request, require


def sitting_new(request: Request, edition_pk: int) -> HttpResponse:
    """A sitting is written down."""
    edition, can = fetch_edition(request, edition_pk, "see_result")
    require(can, "deliberate")
    members = [(member, None) for member in jury_of(edition) if member.stopped_at is None]
    return _edit(request, edition, can, None, members)


def sitting(request: Request, edition_pk: int, sitting_pk: int) -> HttpResponse:
    """Attendance, course and votes of a sitting."""
    edition, can = fetch_edition(request, edition_pk, "see_result")
    require(can, "deliberate")
    found = get_object_or_404(Sitting.objects.prefetch_related("presences"), pk=sitting_pk, edition=edition)
    found.edition = edition
    return _edit(request, edition, can, found, queries.presences_of(found))


@require_POST
def sitting_closing(request: Request, edition_pk: int, sitting_pk: int) -> HttpResponse:
    """Closes a sitting."""
    edition, can = fetch_edition(request, edition_pk, "see_result")
    require(can, "deliberate")
    found = get_object_or_404(Sitting, pk=sitting_pk, edition=edition)
    try:
        actions.close_sitting(found, by=request.actor)
        messages.success(request, _("The sitting is closed; its minutes can be printed and signed."))
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("contests:sittings", edition.pk)


def poll(request: Request, edition_pk: int, sitting_pk: int) -> HttpResponse:
    """A vote of the sitting, as it was counted."""
    edition, can = fetch_edition(request, edition_pk, "see_result")
    require(can, "deliberate")
    found = get_object_or_404(Sitting.objects.select_related("edition"), pk=sitting_pk, edition=edition)
    ranking, shown = results.stored_ranking(edition), results.names_shown(edition, can)
    tables = results.result_tables(edition, ranking.data if ranking else {}, request.actor, with_names=shown)
    rows = [row for table in tables for row in table.rows]
    form = PollForm(request.POST or None, rows=rows, initial={"is_secret": edition.votes_in_secret})
    if form.is_valid():
        try:
            entries = list(Entry.objects.filter(edition=edition, pk__in=form.entries()))
            data = form.cleaned_data
            words = {"is_secret": data["is_secret"], "by": request.actor}
            actions.count_poll(found, data["question"], form.counts(), entries, **words)
            messages.success(request, _("The vote has been counted."))
            return redirect("contests:sitting", edition.pk, found.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "edition": edition, "can": can, "sitting": found}
    return render(request, "contests/poll.html", context, status=422 if form.errors else 200)


def _edit(
    request: Request, edition: Edition, can: set[str], found: Sitting | None, members: list
) -> HttpResponse:
    form = SittingForm(request.POST or None, instance=found, edition=edition, members=members)
    if form.is_valid():
        try:
            saved = actions.save_sitting(edition, found, form.attendance(), by=request.actor, **form.facts())
            messages.success(request, _("The sitting has been saved."))
            return redirect("contests:sitting", edition.pk, saved.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    hidden = shut_out_of(edition, request.actor)
    context = {
        "form": form,
        "edition": edition,
        "can": can,
        "sitting": found,
        "members": members,
        "kept_out": queries.kept_out(edition),
        "polls": queries.poll_rows(found, can, hidden=hidden) if found else [],
    }
    return render(request, "contests/sitting.html", context, status=422 if form.errors else 200)
