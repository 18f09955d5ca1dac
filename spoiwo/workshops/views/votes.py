"""Votes: preparing, opening, closing, the result, publishing it, and what grows out of it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from spoiwo import trail
from spoiwo.kit import phrases
from spoiwo.kit.request import Refused, Request, require
from spoiwo.workshops.actions import votes as actions
from spoiwo.workshops.actions.chosen import begin_cards
from spoiwo.workshops.exports.votes import ballots_csv, ballots_pabulib
from spoiwo.workshops.forms.votes import VoteForm, first_terms, option_rows, read_rows
from spoiwo.workshops.models import Step, Vote
from spoiwo.workshops.permissions import vote_verbs
from spoiwo.workshops.queries.ballots import instruction_of
from spoiwo.workshops.queries.results import lot_command, recount_of, result_of
from spoiwo.workshops.queries.votes import Outcome, proposals_for, quorum_of, terms_of, turnout_of
from spoiwo.workshops.rules.ballots import Method
from spoiwo.workshops.rules.states import VoteState
from spoiwo.workshops.views.fetching import fetch_step


def fetch_vote(request: Request, vote_pk: int, verb: str = "view") -> tuple[Vote, set[str]]:
    """A vote the actor may see, with what they may do there; hidden gives 404, a forbidden verb 403."""
    rows = Vote.objects.visible_to(request.actor).select_related("step__meeting__partnership", "run_off_of")
    vote = get_object_or_404(rows, pk=vote_pk)
    scope = vote.step.meeting.partnership_id
    can = vote_verbs(request.actor, partnership_id=scope, is_published=vote.published_at is not None)
    require(can, verb)
    return vote, can


@login_not_required
def vote(request: Request, vote_pk: int) -> HttpResponse:
    """One vote: before it, how it is held; while it is open, the turnout; afterwards, what came out."""
    found, can = fetch_vote(request, vote_pk)
    options = list(found.options.select_related("proposal__step", "proposal__table", "card"))
    origins, results = trail.around(found, request.actor)
    context = {
        "vote": found,
        "meeting": found.step.meeting,
        "can": can,
        "options": options,
        "instruction": instruction_of(terms_of(found, options)),
        "turnout": turnout_of(found),
        "quorum": quorum_of(found),
        "decisions": found.decisions.prefetch_related("options"),
        "origins": origins,
        "results": results,
    }
    if found.state == VoteState.CLOSED:
        result = result_of(found)
        context |= {"result": result, "outcome": result.outcome}
        context["lacks_card"] = any(not one.card_id for one in result.outcome.chosen)
        context |= {"recount": recount_of(result.outcome), "lot_command": lot_command(found)}
    return render(request, "workshops/vote.html", context)


def vote_new(request: Request, meeting_pk: int, step_pk: int) -> HttpResponse:
    """Prepares a vote of a step."""
    step, _can = fetch_step(request, meeting_pk, step_pk, "edit")
    return _edit(request, step, None)


def vote_edit(request: Request, vote_pk: int) -> HttpResponse:
    """Changes a vote that has not begun."""
    found, _can = fetch_vote(request, vote_pk, "edit")
    if found.state != VoteState.PREPARED:
        messages.error(request, _("This vote has begun, so nothing about it can be changed any more."))
        return redirect(found)
    return _edit(request, found.step, found)


def _edit(request: Request, step: Step, found: Vote | None) -> HttpResponse:
    proposals, preselected = proposals_for(step)
    options = list(found.options.all()) if found else None
    rows = option_rows(proposals, options, preselected)
    form = VoteForm(request.POST or None, initial=first_terms(step, found))
    drafts = read_rows(rows, request.POST) if form.is_bound else []
    if form.is_valid() and not any(row.error for row in rows):
        try:
            if found:
                found = actions.edit_vote(found, drafts, by=request.actor, **form.cleaned_data)
            else:
                found = actions.prepare_vote(step, drafts, by=request.actor, **form.cleaned_data)
            messages.success(request, phrases.SAVED)
            return redirect(found)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"step": step, "meeting": step.meeting, "vote": found, "form": form, "rows": rows}
    return render(request, "workshops/vote_form.html", context, status=422 if form.is_bound else 200)


@require_POST
def vote_removal(request: Request, vote_pk: int) -> HttpResponse:
    """Removes a vote that was never opened."""
    found, _can = fetch_vote(request, vote_pk, "edit")
    step = found.step
    try:
        actions.remove_vote(found, by=request.actor)
        messages.success(request, _("The vote has been removed."))
    except Refused as problem:
        messages.error(request, problem.reason)
        return redirect("workshops:vote", vote_pk)
    return redirect(step)


@require_POST
def vote_opening(request: Request, vote_pk: int) -> HttpResponse:
    """Opens a vote."""
    found, _can = fetch_vote(request, vote_pk, "lead")
    try:
        actions.open_vote(found, by=request.actor, at=timezone.now())
        messages.success(request, _("The vote is under way. People see the ballot on their phones."))
    except Refused as problem:
        messages.error(request, problem.reason)
    return _back(request, found)


@require_POST
def vote_closing(request: Request, vote_pk: int) -> HttpResponse:
    """Closes a vote and counts it."""
    found, _can = fetch_vote(request, vote_pk, "lead")
    try:
        actions.close_vote(found, by=request.actor, at=timezone.now())
        messages.success(request, _("The vote is closed and counted."))
    except Refused as problem:
        messages.error(request, problem.reason)
    return _back(request, found)


def _back(request: Request, found: Vote) -> HttpResponse:
    return redirect("workshops:hall", found.step.meeting_id) if "hall" in request.POST else redirect(found)


@require_POST
def vote_publication(request: Request, vote_pk: int) -> HttpResponse:
    """Publishes a result with the ballots without names, or takes it back."""
    found, _can = fetch_vote(request, vote_pk, "decide")
    wanted = request.POST.get("published") == "1"
    try:
        actions.publish_vote(found, wanted, by=request.actor, at=timezone.now())
        messages.success(
            request, _("The result is published.") if wanted else _("The result is not public any more.")
        )
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect(found)


@require_POST
def vote_cards(request: Request, vote_pk: int) -> HttpResponse:
    """Begins concept cards of what was chosen."""
    found, _can = fetch_vote(request, vote_pk, "lead")
    try:
        begun = begin_cards(found, by=request.actor)
        said = ngettext(
            "%(n)d concept card has been begun.", "%(n)d concept cards have been begun.", len(begun)
        )
        messages.success(
            request,
            said % {"n": len(begun)} if begun else _("All that was chosen has its concept card already."),
        )
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect(found)


@login_not_required
def vote_ballots(request: Request, vote_pk: int) -> HttpResponse:
    """The ballots without names, to be counted again; before the end of the vote there is no such file."""
    return _file(ballots_csv(_closed(request, vote_pk)), "csv", "text/csv; charset=utf-8")


@login_not_required
def vote_pabulib(request: Request, vote_pk: int) -> HttpResponse:
    """The same in the Pabulib format, of votes that share a budget."""
    found = _closed(request, vote_pk)
    if found.vote.method != Method.SHARES:
        raise Http404
    return _file(ballots_pabulib(found), "pb", "text/plain; charset=utf-8")


def _closed(request: Request, vote_pk: int) -> Outcome:
    found, _can = fetch_vote(request, vote_pk)
    if found.state != VoteState.CLOSED:
        raise Http404
    return Outcome(found)


def _file(content: bytes, ending: str, kind: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="ballots.{ending}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=kind, headers=headers)
