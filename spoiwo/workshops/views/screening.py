"""Screening: criteria, one person's marks, the map of agreement."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from spoiwo.kit import phrases
from spoiwo.kit.request import Refused, Request
from spoiwo.workshops.actions import screening as actions
from spoiwo.workshops.actions.halls import use_slip
from spoiwo.workshops.forms.screening import NAMES, CriterionForms, marks_of
from spoiwo.workshops.queries import screening as queries
from spoiwo.workshops.queries.proposals import proposals_of
from spoiwo.workshops.rules.states import StepKind
from spoiwo.workshops.views.fetching import fetch_step, held_slip
from spoiwo.workshops.views.seats import show_seat


def criteria(request: Request, meeting_pk: int, step_pk: int) -> HttpResponse:
    """The criteria of a screening, row by row; without any yet, the usual ones are offered."""
    step, can = fetch_step(request, meeting_pk, step_pk, "edit")
    known = list(step.criteria.values(*NAMES))
    rows = CriterionForms(request.POST or None, initial=known or actions.usual_criteria())
    if request.method == "POST" and rows.is_valid():
        try:
            actions.save_criteria(step, rows.rows(), by=request.actor)
            messages.success(request, phrases.SAVED)
            return redirect("workshops:screening", meeting_pk, step_pk)
        except Refused as problem:
            messages.error(request, problem.reason)
    context = {"step": step, "meeting": step.meeting, "can": can, "rows": rows, "is_new": not known}
    is_wrong = request.method == "POST"
    return render(request, "workshops/criteria.html", context, status=422 if is_wrong else 200)


def screening(request: Request, meeting_pk: int, step_pk: int) -> HttpResponse:
    """What the ratings say: the map of agreement, the table, what to discuss next. While people rate, for nobody but those who lead."""
    step, can = fetch_step(request, meeting_pk, step_pk)
    is_shown = "lead" in can or not step.is_open
    context = {
        "step": step,
        "meeting": step.meeting,
        "can": can,
        "criteria": step.criteria.all(),
        "screening": queries.screening_of(step) if is_shown else None,
    }
    return render(request, "workshops/screening.html", context)


@csrf_exempt  # the slip's code is the permission, and no cookie is read
@require_POST
@login_not_required
def seat_rating(request: Request, slip_code: str, proposal_pk: int) -> HttpResponse:
    """One person's marks of one proposal; with a mistake the page comes back."""
    slip, hall = held_slip(slip_code)
    step = hall.step
    if step is None or step.kind != StepKind.SCREENING:
        return show_seat(request, slip, hall, status=422, problem=_("Rating is over in this step."))
    proposal = get_object_or_404(proposals_of(hall.meeting), pk=proposal_pk)
    wanted = list(step.criteria.all())
    try:
        marks = marks_of(request.POST, wanted)
        if len(marks) < len(wanted):
            raise Refused(_("Give a mark by each criterion, or say that you cannot judge."))
        actions.rate(step, slip, proposal, marks)
    except Refused as problem:
        return show_seat(request, slip, hall, status=422, problem=problem.reason, marked=request.POST)
    except ValueError:
        return show_seat(request, slip, hall, status=422, problem=_("Choose a mark that is on the scale."))
    use_slip(slip, at=timezone.now())
    return redirect("workshops:seat", slip.code)
