"""Proposals: the list of the cycle, one with its trail, writing it at the table or by staff, joining similar ones."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from spoiwo import trail
from spoiwo.documents.web import table_response
from spoiwo.kit import phrases
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused, Request, require
from spoiwo.workshops.actions import proposals as actions
from spoiwo.workshops.exports.proposals import proposal_table
from spoiwo.workshops.forms.proposals import FactsForm, JoinForm, KeyForm, NewForm, TextForm, TextsForm
from spoiwo.workshops.models import Proposal
from spoiwo.workshops.permissions import workshop_verbs
from spoiwo.workshops.queries import proposals as queries
from spoiwo.workshops.rules.proposals import TEXTS
from spoiwo.workshops.rules.states import ProposalState, SheetForm
from spoiwo.workshops.views.fetching import fetch_meeting, table_of


def proposals(request: Request, meeting_pk: int) -> HttpResponseBase:
    """Proposals of the cycle; those who lead enter one, join similar ones, take the list away."""
    meeting, can = fetch_meeting(request, meeting_pk)
    rows = list(queries.visible_proposals(meeting, request.actor))
    if (wanted := request.GET.get("export")) in ("csv", "xlsx"):
        return table_response(proposal_table(rows), wanted)
    steps = meeting.steps.filter(form=SheetForm.PROPOSAL)
    join = JoinForm(request.POST if "join" in request.POST else None, pks=[one.pk for one in rows])
    new = NewForm(
        request.POST if "add" in request.POST else None, steps=steps, initial={"step": steps.first()}
    )
    if request.method == "POST":
        require(can, "edit")
    try:
        if join.is_valid():
            chosen = [one for one in rows if one.pk in join.cleaned_data["proposals"]]
            made = actions.merge_proposals(chosen, join.cleaned_data["title"], by=request.actor)
            messages.success(request, _("The proposals have been joined. Look through the joint texts."))
            return redirect(made)
        if new.is_valid():
            made = actions.start_proposal(
                new.cleaned_data["step"], by=request.actor, title=new.cleaned_data["title"]
            )
            return redirect("workshops:proposal_edit", meeting_pk, made.pk)
    except Refused as problem:
        (join if join.is_bound else new).add_error(problem.field, problem.reason)
    context = {
        "meeting": meeting,
        "can": can,
        "rows": rows,
        "alike": queries.alike(meeting) if "edit" in can else [],
        "join": join,
        "new": new,
        "has_step": steps.exists(),
    }
    is_wrong = join.errors or new.errors
    return render(request, "workshops/proposals.html", context, status=422 if is_wrong else 200)


def proposal(request: Request, meeting_pk: int, proposal_pk: int) -> HttpResponse:
    """One proposal with its texts, where it came from and what came of it."""
    found, can = _fetch(request, meeting_pk, proposal_pk)
    origins, results = trail.around(found, request.actor)
    context = {
        "proposal": found,
        "meeting": found.step.meeting,
        "can": can,
        "texts": [(queries.words_of(name), getattr(found, name)) for name in TEXTS[1:]],
        "origins": origins,
        "results": results,
    }
    return render(request, "workshops/proposal.html", context)


def proposal_edit(request: Request, meeting_pk: int, proposal_pk: int) -> HttpResponse:
    """Texts, cost and sources, written by staff."""
    found, can = _fetch(request, meeting_pk, proposal_pk)
    require(can, "edit")
    return _edit(
        request,
        found,
        "workshops/proposal_edit.html",
        {"can": can, "meeting": found.step.meeting},
        by=request.actor,
        back=found.get_absolute_url(),
    )


@require_POST
def proposal_text(request: Request, meeting_pk: int, proposal_pk: int) -> JsonResponse:
    """One text while staff write it."""
    found, can = _fetch(request, meeting_pk, proposal_pk)
    require(can, "edit")
    return _text(request, found, request.actor)


@require_POST
def proposal_state(request: Request, meeting_pk: int, proposal_pk: int) -> HttpResponse:
    """Withdraws a proposal or enters it again."""
    found, can = _fetch(request, meeting_pk, proposal_pk)
    require(can, "edit")
    wanted = request.POST.get("state")
    state = ProposalState.WITHDRAWN if wanted == ProposalState.WITHDRAWN else ProposalState.ENTERED
    try:
        actions.move_proposal(found, state, by=request.actor)
        messages.success(request, phrases.SAVED)
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect(found)


@csrf_exempt  # the secret address is the permission, and no cookie is read
@require_POST
@login_not_required
def desk_proposal_new(request: Request, table_secret: str, step_pk: int) -> HttpResponse:
    """A group begins a proposal; the same key again opens the same one."""
    table = table_of(table_secret)
    step = get_object_or_404(table.meeting.steps, pk=step_pk, form=SheetForm.PROPOSAL)
    form = KeyForm(request.POST)
    key = form.cleaned_data["key"] if form.is_valid() else None
    try:
        made = actions.start_proposal(step, by=Actor(name=table.name), key=key, table=table)
        return redirect("workshops:desk_proposal", table.secret, made.pk)
    except Refused as problem:
        messages.error(request, problem.reason)
        return redirect("workshops:desk", table.secret)


@csrf_exempt
@cache_control(no_store=True)
@login_not_required
def desk_proposal(request: Request, table_secret: str, proposal_pk: int) -> HttpResponse:
    """A proposal on the table's laptop or on phones of the group."""
    table = table_of(table_secret)
    found = get_object_or_404(table.proposals.select_related("step__meeting"), pk=proposal_pk)
    if not found.step.is_open:
        messages.error(request, _("This step is closed for writing."))
        return redirect("workshops:desk", table.secret)
    extra = {"table": table, "meeting": table.meeting}
    by = Actor(name=table.name)
    return _edit(request, found, "workshops/guest/proposal.html", extra, by=by, back=f"/t/{table.secret}/")


@csrf_exempt
@require_POST
@login_not_required
def desk_proposal_text(request: Request, table_secret: str, proposal_pk: int) -> JsonResponse:
    """One text while the group writes it."""
    table = table_of(table_secret)
    found = get_object_or_404(table.proposals.select_related("step__meeting"), pk=proposal_pk)
    if not found.step.is_open:
        return JsonResponse({"error": _("This step is closed for writing.")}, status=422)
    return _text(request, found, Actor(name=table.name))


def _fetch(request: Request, meeting_pk: int, proposal_pk: int) -> tuple[Proposal, set[str]]:
    rows = Proposal.objects.visible_to(request.actor).select_related(
        "step__meeting__partnership", "step__takes_from", "table", "merged_into__step"
    )
    found = get_object_or_404(rows, pk=proposal_pk, step__meeting=meeting_pk)
    can = workshop_verbs(request.actor, partnership_id=found.step.meeting.partnership_id)
    require(can, "view")
    return found, can


def _edit(
    request: Request, found: Proposal, template: str, extra: dict[str, Any], *, by: Actor, back: str
) -> HttpResponse:
    lines = queries.lines_before(found.step, found)
    form = TextsForm(request.POST or None, proposal=found)
    facts = FactsForm(
        request.POST or None,
        lines=lines,
        initial={"cost": found.cost, "sources": [line.pk for line in found.sources.all()]},
    )
    if request.method == "POST" and form.is_valid() and facts.is_valid():
        try:
            merged = actions.write_proposal(found, form.written(), by=by)
            actions.set_facts(found, by=by, **facts.cleaned_data)
            if any(one.both for one in merged.values()):
                messages.warning(
                    request, _("Somebody else wrote here meanwhile. Both texts are kept; look through them.")
                )
                return redirect(request.path)
            messages.success(request, phrases.SAVED)
            return redirect(back)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {
        "proposal": found,
        "step": found.step,
        "form": form,
        "facts": facts,
        "lines": lines,
        "back": back,
    }
    is_wrong = form.errors or facts.errors
    return render(request, template, context | extra, status=422 if is_wrong else 200)


def _text(request: Request, found: Proposal, by: Actor) -> JsonResponse:
    form = TextForm(request.POST)
    if not form.is_valid():
        said = " ".join(str(one) for errors in form.errors.values() for one in errors)
        return JsonResponse({"error": said}, status=422)
    data = form.cleaned_data
    try:
        merged = actions.write_proposal(found, {data["field"]: (data["base"], data["text"])}, by=by)[
            data["field"]
        ]
    except Refused as problem:
        return JsonResponse({"error": problem.reason}, status=422)
    return JsonResponse({"text": merged.text, "revision": found.revision, "both": merged.both})
