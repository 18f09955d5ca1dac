"""The assignment of entries to jurors: tried out, applied as one unit, mended by hand; old entries to practise on."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from spoiwo.contests.actions import assignment as actions
from spoiwo.contests.forms.assignment import PairForm, PlanForm, SamplesForm
from spoiwo.contests.models import Edition, Entry, Member, Reading
from spoiwo.contests.queries import assignment as queries
from spoiwo.contests.queries.conflicts import unfinished_confirmations
from spoiwo.contests.queries.planning import plan_of
from spoiwo.contests.views.fetching import fetch_edition, number_of
from spoiwo.kit.request import Refused, Request


def assignment(request: Request, edition_pk: int) -> HttpResponse:
    """Jurors with their loads; with `?seed=…` the dry run of a plan, of which nothing is written."""
    edition, can = fetch_edition(request, edition_pk, "manage")
    form = PlanForm(request.GET if "seed" in request.GET else None, edition=edition)
    context = _page(request, edition) | {"form": form, "can": can, "pair": _pair_form(request, edition)}
    if form.is_valid():
        wish = form.wish()
        if plan := plan_of(edition, wish):
            context |= queries.plan_page(edition, request.actor, plan) | {"wish": wish}
            context["rows"] = queries.load_rows(edition, request.actor, plan)
        else:
            form.add_error(None, _("There is no admitted entry or no juror yet."))
    return render(request, "contests/assignment.html", context, status=422 if form.errors else 200)


@require_POST
def assignment_applying(request: Request, edition_pk: int) -> HttpResponse:
    """Writes the plan that was looked at."""
    edition, _can = fetch_edition(request, edition_pk, "manage")
    form = PlanForm(request.POST, edition=edition)
    if not form.is_valid():
        raise Http404
    try:
        wish, digest = form.wish(), request.POST.get("digest", "")
        actions.apply_assignment(edition, wish, digest, by=request.actor)
    except Refused as problem:
        messages.error(request, problem.reason)
        return redirect("contests:assignment", edition.pk)
    messages.success(request, _("The entries have been assigned."))
    return redirect("contests:assignment", edition.pk)


@require_POST
def reading_new(request: Request, edition_pk: int) -> HttpResponse:
    """Gives one entry to one juror by hand."""
    edition, can = fetch_edition(request, edition_pk, "manage")
    form = _pair_form(request, edition)
    if form.is_valid():
        try:
            entry, member = form.cleaned_data["entry"], form.cleaned_data["member"]
            actions.add_reading(entry, member, by=request.actor)
            messages.success(request, _("The entry has been assigned."))
            return redirect("contests:assignment", edition.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": PlanForm(edition=edition), "can": can, "pair": form}
    return render(request, "contests/assignment.html", _page(request, edition) | context, status=422)


@require_POST
def reading_removal(request: Request, edition_pk: int) -> HttpResponse:
    """Takes an entry back that the juror has not begun."""
    edition, _can = fetch_edition(request, edition_pk, "manage")
    asked = request.POST.get("reading", "")
    entries = Entry.objects.visible_to(request.actor).filter(edition=edition)
    rows = Reading.objects.filter(entry__in=entries).select_related("entry__edition")
    reading = get_object_or_404(rows, pk=number_of(asked))
    try:
        actions.remove_reading(reading, by=request.actor)
        messages.success(request, _("The entry has been taken back."))
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("contests:assignment", edition.pk)


def samples(request: Request, edition_pk: int) -> HttpResponse:
    """Old entries that every juror scores first, so that all mean the same by the same points."""
    edition, can = fetch_edition(request, edition_pk, "manage")
    form = SamplesForm(request.POST or None, edition=edition, actor=request.actor)
    if form.is_valid():
        try:
            made = actions.choose_samples(edition, form.cleaned_data["copies"], by=request.actor)
            said = ngettext(
                "Every juror reads %(count)d old entry first.",
                "Every juror reads %(count)d old entries first.",
                len(made),
            )
            messages.success(request, said % {"count": len(made)})
            return redirect("contests:samples", edition.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {
        "form": form,
        "edition": edition,
        "can": can,
        "chosen": queries.samples_of(edition),
        "has_old": bool(form.copies),
        "assigns": queries.assigns(edition),
    }
    return render(request, "contests/samples.html", context, status=422 if form.errors else 200)


def _page(request: Request, edition: Edition) -> dict[str, Any]:
    """What stands on the page with and without a plan; `?juror=` shows what one of them reads."""
    asked = request.GET.get("juror", "")
    juror = Member.objects.filter(edition=edition, pk=number_of(asked)).first()
    return {
        "edition": edition,
        "entries": queries.admitted_count(edition, request.actor),
        "rows": queries.load_rows(edition, request.actor),
        "juror": juror,
        "readings": queries.readings_of(juror, request.actor) if juror else [],
        "waiting": unfinished_confirmations(edition),
        "assigns": queries.assigns(edition),
    }


def _pair_form(request: Request, edition: Edition) -> PairForm:
    return PairForm(request.POST or None, edition=edition, actor=request.actor)
