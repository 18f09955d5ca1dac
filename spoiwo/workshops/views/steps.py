"""The steps of a workshop: the list, one step's page, adding, changing, putting in order, removing, taking over."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from spoiwo.kit import phrases
from spoiwo.kit.request import Refused, Request
from spoiwo.meetings.models import CycleTemplate, Meeting
from spoiwo.workshops.actions import copying
from spoiwo.workshops.actions import steps as actions
from spoiwo.workshops.forms.steps import SourceForm, StepForm
from spoiwo.workshops.models import Hall, Step, Vote
from spoiwo.workshops.queries import sheets
from spoiwo.workshops.queries import steps as queries
from spoiwo.workshops.queries.shown import panel_of_step
from spoiwo.workshops.rules.states import VoteState
from spoiwo.workshops.views.fetching import fetch_meeting, fetch_step


def steps(request: Request, meeting_pk: int) -> HttpResponse:
    """The steps of a workshop in their order, with what came out of each."""
    meeting, can = fetch_meeting(request, meeting_pk)
    rows = (
        Step.objects.visible_to(request.actor).filter(meeting=meeting).select_related("takes_from__meeting")
    )
    outputs = queries.outputs_of(rows)
    context = {
        "meeting": meeting,
        "can": can,
        "steps": [(one, outputs[one.pk]) for one in rows],
        "minutes": sum(one.minutes for one in rows),
        "hall": Hall.objects.filter(meeting=meeting).first(),
    }
    return render(request, "workshops/steps.html", context)


def step(request: Request, meeting_pk: int, step_pk: int) -> HttpResponse:
    """One step: the task, its state, what came in and what came out of it."""
    found, can = fetch_step(request, meeting_pk, step_pk)
    context = {
        "meeting": found.meeting,
        "can": can,
        "step": found,
        "panel": panel_of_step(found),
        "recap": sheets.recap_of(found),
        "proposals": queries.proposals_before(found),
        "votes": Vote.objects.filter(step=found.takes_from_id, state=VoteState.CLOSED),
        "following": found.continued_by.select_related("meeting").order_by("meeting__starts_at", "order"),
        "is_written": queries.is_written(found),
    }
    return render(request, "workshops/step.html", context)


def step_new(request: Request, meeting_pk: int) -> HttpResponse:
    """A further step of the workshop."""
    meeting, _can = fetch_meeting(request, meeting_pk, "edit")
    return _edit(request, meeting, None)


def step_edit(request: Request, meeting_pk: int, step_pk: int) -> HttpResponse:
    """Changes a step."""
    found, _can = fetch_step(request, meeting_pk, step_pk, "edit")
    return _edit(request, found.meeting, found)


@require_POST
def step_place(request: Request, meeting_pk: int, step_pk: int) -> HttpResponse:
    """Puts a step one place earlier or later."""
    found, _can = fetch_step(request, meeting_pk, step_pk, "edit")
    try:
        actions.move_step(found, -1 if request.POST.get("to") == "up" else 1, by=request.actor)
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("workshops:steps", meeting_pk)


@require_POST
def step_removal(request: Request, meeting_pk: int, step_pk: int) -> HttpResponse:
    """Removes a step in which nothing was written."""
    found, _can = fetch_step(request, meeting_pk, step_pk, "edit")
    try:
        actions.remove_step(found, by=request.actor)
        messages.success(request, _("The step “%(title)s” has been removed.") % {"title": found.title})
    except Refused as problem:
        messages.error(request, problem.reason)
        return redirect("workshops:step", meeting_pk, step_pk)
    return redirect("workshops:steps", meeting_pk)


def steps_copying(request: Request, meeting_pk: int) -> HttpResponse:
    """Takes over the steps of a template's meeting or of another workshop, another county's too."""
    meeting, _can = fetch_meeting(request, meeting_pk, "edit")
    form = SourceForm(request.POST or None, choices=queries.meeting_choices(meeting, request.actor))
    if form.is_valid():
        made = _copy(request, meeting, form.cleaned_data["source"])
        sentence = ngettext("%(n)d step has been taken over.", "%(n)d steps have been taken over.", len(made))
        messages.success(request, sentence % {"n": len(made)})
        return redirect("workshops:steps", meeting.pk)
    context = {"meeting": meeting, "form": form, "back": "workshops:steps", "back_pk": meeting.pk}
    return render(request, "workshops/steps_copying.html", context, status=422 if form.errors else 200)


def _copy(request: Request, meeting: Meeting, source: str) -> list[Step]:
    kind, pk, *rest = source.split("-")
    if kind == "template":
        template = get_object_or_404(CycleTemplate.objects.visible_to(request.actor), pk=pk)
        return copying.steps_from_template_meeting(template, int(rest[0]), meeting, by=request.actor)
    other = get_object_or_404(Meeting.objects.visible_to(request.actor), pk=pk)
    return copying.steps_from_meeting(other, meeting, by=request.actor)


def _edit(request: Request, meeting: Meeting, found: Step | None) -> HttpResponse:
    sources = queries.sources_for(meeting, found)
    first = queries.initial_of(found, copying.PLAN) | {"takes_from": found.takes_from_id if found else None}
    form = StepForm(request.POST or None, initial=first, sources=queries.source_choices(sources))
    if form.is_valid():
        fields = form.values()
        fields["takes_from"] = (
            sources.filter(pk=fields["takes_from"]).first() if fields["takes_from"] else None
        )
        try:
            if found:
                actions.edit_step(found, by=request.actor, **fields)
            else:
                found = actions.add_step(meeting, by=request.actor, **fields)
            messages.success(request, phrases.SAVED)
            return redirect(
                "workshops:step_new" if "more" in request.POST else found, *_more(request, meeting)
            )
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"meeting": meeting, "step": found, "form": form}
    return render(request, "workshops/step_form.html", context, status=422 if form.errors else 200)


def _more(request: Request, meeting: Meeting) -> list[int]:
    return [meeting.pk] if "more" in request.POST else []
