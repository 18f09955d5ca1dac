"""Ideas: writing them with a slip, being shown similar ones, and for those who lead looking at them and joining them."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from spoiwo.kit.request import Refused, Request
from spoiwo.workshops.actions import ideas as actions
from spoiwo.workshops.actions.halls import use_slip
from spoiwo.workshops.forms.ideas import IdeaForm, MergeForm, ModerationForm
from spoiwo.workshops.queries import ideas as queries
from spoiwo.workshops.queries.voices import balance_of, sector_words
from spoiwo.workshops.views.fetching import fetch_step, held_slip
from spoiwo.workshops.views.seats import show_seat


@csrf_exempt  # the slip's code is the permission, and no cookie is read
@require_POST
@login_not_required
def seat_idea(request: Request, slip_code: str) -> HttpResponse:
    """One idea; with a mistake the page comes back with all that was written."""
    slip, hall = held_slip(slip_code)
    form = IdeaForm(request.POST)
    if hall.step is None or not form.is_valid():
        return show_seat(
            request, slip, hall, status=422, problem=_("This idea cannot be read. Write it again.")
        )
    values = form.cleaned_data
    try:
        actions.add_idea(hall.step, slip, key=values["nonce"], text=values["text"], name=values["name"])
    except Refused as problem:
        return show_seat(request, slip, hall, status=422, problem=problem.reason, typed=values)
    use_slip(slip, at=timezone.now(), name=values["name"] or slip.name)
    return redirect("workshops:seat", slip.code)


@csrf_exempt
@require_POST
@login_not_required
def seat_idea_back(request: Request, slip_code: str, key: UUID) -> HttpResponse:
    """The author takes an idea back."""
    slip, hall = held_slip(slip_code)
    if hall.step:
        actions.take_back(hall.step, slip, key)
    return redirect("workshops:seat", slip.code)


@cache_control(no_store=True)
@login_not_required
def seat_near(request: Request, slip_code: str) -> HttpResponse:
    """Ideas that say nearly the same as the one being written."""
    slip, hall = held_slip(slip_code)
    lines = queries.near_ideas(hall.step, request.GET.get("text", "")[:500], but=slip) if hall.step else []
    return render(request, "workshops/guest/_near.html", {"lines": lines})


def ideas(request: Request, meeting_pk: int, step_pk: int) -> HttpResponse:
    """Ideas of a step: those that wait first, similar ones side by side, whose voices they are."""
    step, can = fetch_step(request, meeting_pk, step_pk, "moderate")
    lines = list(queries.ideas_of(step).order_by("-state", "pk"))
    pks = [line.pk for line in lines]
    form = ModerationForm(request.POST if "what" in request.POST else None, pks=pks)
    merge = MergeForm(request.POST if "merge" in request.POST else None, pks=pks)
    try:
        if form.is_valid():
            count = actions.moderate(step, form.cleaned_data["lines"], form.state, by=request.actor)
            messages.success(request, _changed(count))
            return redirect("workshops:ideas", meeting_pk, step_pk)
        if merge.is_valid():
            actions.merge_lines(
                step, merge.cleaned_data["lines"], by=request.actor, text=merge.cleaned_data["text"]
            )
            messages.success(
                request, _("The ideas have been joined. What they said is kept with the joint one.")
            )
            return redirect("workshops:ideas", meeting_pk, step_pk)
    except Refused as problem:
        messages.error(request, problem.reason)
    if form.errors or merge.errors:
        messages.error(request, _("Choose ideas first."))
    heard = balance_of(step)
    context = {
        "step": step,
        "meeting": step.meeting,
        "can": can,
        "lines": lines,
        "clusters": queries.clusters_of(step),
        "balance": heard,
        "sectors": [(sector_words(share.name), share.percent) for share in heard.sectors],
    }
    return render(
        request, "workshops/ideas.html", context, status=422 if form.errors or merge.errors else 200
    )


def _changed(count: int) -> str:
    return ngettext("%(n)d idea has changed.", "%(n)d ideas have changed.", count) % {"n": count}
