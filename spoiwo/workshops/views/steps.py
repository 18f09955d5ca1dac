"""The steps of a workshop: the list with what came out of each, and one step's page."""

from django.http import HttpResponse
from django.shortcuts import render

from spoiwo.kit.request import Request
from spoiwo.workshops.models import Hall, Step
from spoiwo.workshops.queries.shown import panel_of
from spoiwo.workshops.views.fetching import fetch_meeting, fetch_step


def steps(request: Request, meeting_pk: int) -> HttpResponse:
    """The steps of a workshop in their order."""
    meeting, can = fetch_meeting(request, meeting_pk)
    context = {
        "meeting": meeting,
        "can": can,
        "steps": Step.objects.visible_to(request.actor).filter(meeting=meeting).select_related("takes_from"),
        "hall": Hall.objects.filter(meeting=meeting).first(),
    }
    return render(request, "workshops/steps.html", context)


def step(request: Request, meeting_pk: int, step_pk: int) -> HttpResponse:
    """One step: the task, its state, what came out of it."""
    found, can = fetch_step(request, meeting_pk, step_pk)
    context = {"meeting": found.meeting, "can": can, "step": found, "panel": panel_of(found)}
    return render(request, "workshops/step.html", context)
