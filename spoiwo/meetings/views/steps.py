"""The course of a meeting: its programme, announcing, calling off, publishing."""

from itertools import zip_longest
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from spoiwo.kit import phrases
from spoiwo.kit.request import Refused, Request
from spoiwo.meetings.actions import meetings as actions
from spoiwo.meetings.forms.meetings import CallingOffForm, ProgrammeForms
from spoiwo.meetings.labels import MISFIT_SENTENCES
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.queries import meetings as queries
from spoiwo.meetings.rules.programme import Point, read_lines, timed
from spoiwo.meetings.rules.states import MeetingState
from spoiwo.meetings.views.meetings import fetch


def programme(request: Request, meeting_pk: int) -> HttpResponse:
    """The programme as a table with a few empty rows; a text is read into rows before anything is saved."""
    found, _can = fetch(request, meeting_pk, "edit")
    points = [queries.point_of(item) for item in found.programme.all()]
    if request.method != "POST":
        return _editor(request, found, points)
    forms = ProgrammeForms(request.POST)
    if not forms.is_valid():
        return _editor(request, found, points, forms=forms, text=request.POST.get("lines", ""))
    rows = [*forms.rows(), *read_lines(request.POST.get("lines", "")[:20_000])]
    points = timed(rows, timezone.localtime(found.starts_at).time())
    if "read" in request.POST:
        return _editor(request, found, points)
    actions.write_programme(found, points, by=request.actor)
    misfits = queries.misfits_of(found, points)
    if misfits:
        messages.warning(request, _("The programme has been saved. Look at the rows that are pointed out."))
    else:
        messages.success(request, phrases.SAVED)
    return redirect(
        "meetings:programme" if misfits or "more" in request.POST else "meetings:meeting", found.pk
    )


@require_POST
def meeting_state(request: Request, meeting_pk: int) -> HttpResponse:
    """Announces the meeting or takes it back into planning."""
    found, _can = fetch(request, meeting_pk, "advance")
    wanted = request.POST.get("state", "")
    try:
        if wanted not in (MeetingState.PLANNED, MeetingState.ANNOUNCED):
            raise Refused(_("This step is not possible now."))
        actions.move_meeting(found, MeetingState(wanted), by=request.actor)
        messages.success(request, phrases.SAVED)
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect(found)


def calling_off(request: Request, meeting_pk: int) -> HttpResponse:
    """A last look at who will be written to, then the letters go out."""
    found, _can = fetch(request, meeting_pk, "advance")
    form = CallingOffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            count = actions.call_off(found, by=request.actor, reason=form.cleaned_data["reason"])
            messages.success(request, _told(count))
        except Refused as problem:
            messages.error(request, problem.reason)
        return redirect(found)
    guests = list(queries.to_be_told(found))
    silent = [guest for guest in guests if not (guest.invitation and guest.invitation.email)]
    context = {"form": form, "meeting": found, "guests": guests, "silent": silent}
    return render(request, "meetings/meeting_calling_off.html", context)


@require_POST
def publication(request: Request, meeting_pk: int) -> HttpResponse:
    """Shows the meeting to everybody, or to insiders alone."""
    found, _can = fetch(request, meeting_pk, "publish")
    actions.publish_meeting(found, by=request.actor, is_public=request.POST.get("public") == "1")
    messages.success(request, phrases.SAVED)
    return redirect(found)


def _editor(
    request: Request, found: Meeting, points: list[Point], *, forms: Any = None, text: str = ""
) -> HttpResponse:
    names = ("starts", "minutes", "title", "speaker", "speaker_function")
    notes = {} if forms else queries.misfits_of(found, points)
    status = 422 if forms else 200
    forms = forms or ProgrammeForms(initial=[{name: getattr(one, name) for name in names} for one in points])
    said = [str(MISFIT_SENTENCES[notes[number]]) if number in notes else "" for number in range(len(points))]
    rows = [(form, note) for form, note in zip_longest(forms, said, fillvalue="") if form]
    context = {"meeting": found, "forms": forms, "rows": rows, "text": text}
    return render(request, "meetings/programme_form.html", context, status=status)


def _told(count: int) -> str:
    if not count:
        return _("The meeting has been called off. There was nobody to write to.")
    return ngettext(
        "The meeting has been called off; %(count)d letter is on its way.",
        "The meeting has been called off; %(count)d letters are on their way.",
        count,
    ) % {"count": count}
