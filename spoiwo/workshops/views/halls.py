"""The facilitator's page: where the hall is, what people do there now, and the way to move everybody on."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.kit import phrases
from spoiwo.kit.request import Refused, Request, is_fragment
from spoiwo.meetings.models import Meeting
from spoiwo.workshops.actions import halls as actions
from spoiwo.workshops.forms.halls import EntryForm, NotesForm
from spoiwo.workshops.labels import SCREEN_LABELS
from spoiwo.workshops.models import Hall, Step, Table
from spoiwo.workshops.queries.halls import slip_counts
from spoiwo.workshops.queries.shown import panel_of
from spoiwo.workshops.rules.states import Screen, SheetField, StepState
from spoiwo.workshops.views.fetching import fetch_hall, fetch_meeting, fetch_step, number_of


def hall(request: Request, meeting_pk: int) -> HttpResponse:
    """The facilitator's page; before the hall is opened, what is still to be prepared."""
    meeting, can = fetch_meeting(request, meeting_pk, "lead")
    found = Hall.objects.select_related("step").filter(meeting=meeting).first()
    return _show(request, meeting, can, found)


def _show(
    request: Request, meeting: Meeting, can: set[str], found: Hall | None, notes: NotesForm | None = None
) -> HttpResponse:
    context = {
        "meeting": meeting,
        "can": can,
        "hall": found,
        "steps": list(meeting.steps.all()),
        "tables": meeting.tables.count(),
        "slips": slip_counts(meeting.pk),
    }
    if found:
        context |= {
            "panel": panel_of(found),
            "notes": notes or NotesForm(initial={"notes": found.step.notes if found.step else ""}),
            "screen_labels": list(SCREEN_LABELS.items()),
            "screen_url": request.build_absolute_uri(reverse("workshops:screen", args=[found.screen_secret])),
        }
    template = "workshops/hall.html"
    name = f"{template}#stage" if is_fragment(request) else template
    return render(request, name, context, status=422 if notes else 200)


@require_POST
def hall_opening(request: Request, meeting_pk: int) -> HttpResponse:
    """Opens the hall; people can come in from now on."""
    meeting, _can = fetch_meeting(request, meeting_pk, "lead")
    try:
        actions.open_hall(meeting, by=request.actor)
        messages.success(request, _("The hall is open. Move everybody to the first step when you begin."))
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("workshops:hall", meeting.pk)


@require_POST
def hall_entry(request: Request, meeting_pk: int) -> HttpResponse:
    """What lets people take part."""
    found, _can = fetch_hall(request, meeting_pk)
    form = EntryForm(request.POST)
    try:
        if form.is_valid():
            actions.set_entry(found, form.cleaned_data["entry"], by=request.actor)
            messages.success(request, phrases.SAVED)
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("workshops:slips", meeting_pk)


@require_POST
def hall_move(request: Request, meeting_pk: int) -> HttpResponse:
    """Moves everybody to a step, or changes what the projector shows."""
    found, _can = fetch_hall(request, meeting_pk)
    step = Step.objects.filter(pk=number_of(request.POST.get("step", "")), meeting=meeting_pk).first()
    screen = request.POST.get("screen", "")
    shown, _colon, field = request.POST.get("table", "").partition(":")
    tables = Table.objects.visible_to(request.actor).select_related("meeting")
    try:
        actions.move_hall(
            found,
            by=request.actor,
            at=timezone.now(),
            step=step,
            screen=screen if screen in set(Screen) else "",
            table=tables.filter(pk=number_of(shown)).first(),
            field=field if field in set(SheetField) else "",
        )
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("workshops:hall", meeting_pk)


@require_POST
def step_state(request: Request, meeting_pk: int, step_pk: int) -> HttpResponse:
    """Opens a step for writing, or closes it."""
    step, _can = fetch_step(request, meeting_pk, step_pk, "lead")
    wanted = StepState.CLOSED if request.POST.get("state") == "closed" else StepState.OPEN
    try:
        actions.set_step_state(step, wanted, by=request.actor, at=timezone.now())
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("workshops:hall" if "hall" in request.POST else "workshops:step", *_where(request, step))


@require_POST
def step_notes(request: Request, meeting_pk: int, step_pk: int) -> HttpResponse:
    """Notes from the plenary, for the report."""
    step, _can = fetch_step(request, meeting_pk, step_pk, "lead")
    form = NotesForm(request.POST)
    if not form.is_valid():
        found, can = fetch_hall(request, meeting_pk)
        found.step = step  # wherever the hall is by now, these are notes of that step
        return _show(request, step.meeting, can, found, form)
    actions.save_notes(step, form.cleaned_data["notes"], by=request.actor)
    messages.success(request, phrases.SAVED)
    return redirect("workshops:hall" if "hall" in request.POST else "workshops:step", *_where(request, step))


def _where(request: Request, step: Step) -> list[int]:
    return [step.meeting_id] if "hall" in request.POST else [step.meeting_id, step.pk]
