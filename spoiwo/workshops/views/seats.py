"""A participant's seat: whoever holds a slip or ticket takes part in the step everybody is at."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from spoiwo.kit.request import Request, is_fragment
from spoiwo.meetings.rules.codes import shown
from spoiwo.workshops.actions import halls as actions
from spoiwo.workshops.forms.halls import AboutForm
from spoiwo.workshops.models import Hall, Slip
from spoiwo.workshops.queries import halls as queries
from spoiwo.workshops.queries.shown import seat_of
from spoiwo.workshops.views.fetching import held_slip


@login_not_required
def join(request: Request) -> HttpResponse:
    """Where the code of a slip or ticket is typed."""
    typed = request.GET.get("code", "")
    if typed and (slip := queries.valid_slip(typed)):
        return redirect("workshops:seat", slip.code)
    if typed and (attendee := queries.ticket_of(typed)):
        if not queries.waits_at_the_door(attendee):
            return redirect("workshops:seat", actions.slip_for(attendee).code)
        context = {"is_early": True, "typed": typed[:60]}
        return render(request, "workshops/guest/join.html", context, status=422)
    context = {"is_wrong": bool(typed), "typed": typed[:60]}
    return render(request, "workshops/guest/join.html", context, status=422 if typed else 200)


@login_not_required
def seat(request: Request, slip_code: str) -> HttpResponse:
    """The part of the current step that this person takes; a POST says the person's sector, once."""
    slip, hall = held_slip(slip_code)
    about = AboutForm(request.POST or None)
    if about.is_valid():
        actions.use_slip(slip, at=timezone.now(), **about.cleaned_data)
        return redirect("workshops:seat", slip.code)
    return show_seat(request, slip, hall)


def show_seat(
    request: Request, slip: Slip, hall: Hall, *, status: int = 200, problem: str = "", **typed: Any
) -> HttpResponse:
    """The page of a seat, also after a mistake: then with what is wrong and all that was typed."""
    context = {
        "slip": slip,
        "code": shown(slip.code),
        "hall": hall,
        "meeting": hall.meeting,
        "step": hall.step,
        "stage": seat_of(hall, slip),
        "about": AboutForm(),
        "pulse": reverse("workshops:pulse", args=[hall.pulse]),
        "seat": reverse("workshops:seat", args=[slip.code]),
        "problem": problem,
        **typed,
    }
    template = "workshops/guest/seat.html"
    name = f"{template}#stage" if is_fragment(request) else template
    response = render(request, name, context, status=status)
    response["Cache-Control"] = "no-store"
    return response
