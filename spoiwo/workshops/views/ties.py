"""Ties: who is tied for what, the four decisions, and the casting vote of whoever presides."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from spoiwo.kit.request import Refused, Request
from spoiwo.workshops.actions import ties as actions
from spoiwo.workshops.forms.votes import CastingForm, TieForm
from spoiwo.workshops.queries.results import result_of
from spoiwo.workshops.rules.places import cut
from spoiwo.workshops.rules.states import VoteState
from spoiwo.workshops.views.votes import fetch_vote


def tie(request: Request, vote_pk: int) -> HttpResponse:
    """Who is tied across the line, and the decision about it; with `?again` a correction of one taken before."""
    found, can = fetch_vote(request, vote_pk, "decide")
    if found.state != VoteState.CLOSED:
        raise Http404
    result = result_of(found)
    outcome = result.outcome
    is_again = "again" in request.GET or request.POST.get("is_correction") == "True"
    line = cut(outcome.count.standings, found.seats, least=outcome.terms.least) if is_again else outcome.line
    choices = [(pk, outcome.names[pk]) for pk in line.tied]
    form = TieForm(request.POST or None, tied=choices, initial={"is_correction": is_again})
    if form.is_valid():
        values = form.cleaned_data
        try:
            actions.settle_tie(found, values.pop("way"), values.pop("options"), by=request.actor, **values)
            messages.success(request, _("The decision is on record."))
            return redirect(found)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {
        "vote": found,
        "meeting": found.step.meeting,
        "can": can,
        "result": result,
        "line": line,
        "tied": [outcome.option_of[pk] for pk in line.tied],
        "form": form,
        "is_again": is_again,
    }
    return render(request, "workshops/vote_tie.html", context, status=422 if form.errors else 200)


def casting(request: Request, vote_pk: int) -> HttpResponse:
    """The vote of the chair after a motion with as many votes for as against."""
    found, can = fetch_vote(request, vote_pk, "decide")
    if found.state != VoteState.CLOSED:
        raise Http404
    form = CastingForm(request.POST or None)
    if form.is_valid():
        values = form.cleaned_data
        try:
            actions.cast_by_chair(found, values["mark"], by=request.actor, reason=values["reason"])
            messages.success(request, _("The vote of the chair is on record."))
            return redirect(found)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {
        "vote": found,
        "meeting": found.step.meeting,
        "can": can,
        "result": result_of(found),
        "form": form,
    }
    return render(request, "workshops/vote_casting.html", context, status=422 if form.errors else 200)
