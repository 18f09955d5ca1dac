"""Closing a meeting: the figures, what was decided, the report, thanks."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from spoiwo.documents.web import KINDS, file_response
from spoiwo.kit.request import Refused, Request
from spoiwo.meetings.actions import closing as actions
from spoiwo.meetings.actions.door import mark_absent
from spoiwo.meetings.exports.closing import closing_report as report_file
from spoiwo.meetings.forms.afterwards import ClosingForm
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.queries.closing import report_of, to_thank
from spoiwo.meetings.rules.states import MeetingState
from spoiwo.meetings.views.meetings import fetch


def closing(request: Request, meeting_pk: int) -> HttpResponse:
    """Who came, against the heads counted; what was decided; then the meeting is closed."""
    found, can = fetch(request, meeting_pk, "advance")
    was_held = found.state == MeetingState.HELD
    form = ClosingForm(request.POST or None, instance=found)
    if form.is_valid():
        try:
            data = form.cleaned_data
            actions.close_meeting(found, by=request.actor, at=timezone.now(), **data)
            messages.success(
                request, _("Saved.") if was_held else _("The meeting is closed. Now thank those who came.")
            )
            return redirect("meetings:closing", found.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    kept = Meeting.objects.get(pk=found.pk) if form.errors else found
    context = {
        "form": form,
        "meeting": kept,
        "can": can,
        "report": report_of(kept),
        "thanks_count": len(to_thank(kept)),
        "has_begun": kept.starts_at <= timezone.now(),
    }
    return render(request, "meetings/closing.html", context, status=422 if form.errors else 200)


@require_POST
def absence(request: Request, meeting_pk: int) -> HttpResponse:
    """Whoever is still expected did not come."""
    found, _can = fetch(request, meeting_pk, "advance")
    if found.starts_at > timezone.now():
        messages.error(request, _("This meeting has not begun yet; nobody can be absent."))
        return redirect("meetings:closing", found.pk)
    count = mark_absent(found, by=request.actor)
    said = ngettext(
        "%(count)d person has been marked as absent.", "%(count)d people have been marked as absent.", count
    )
    messages.success(request, said % {"count": count})
    return redirect("meetings:closing", found.pk)


@require_POST
def reopening(request: Request, meeting_pk: int) -> HttpResponse:
    """Takes the closing back."""
    found, _can = fetch(request, meeting_pk, "advance")
    try:
        actions.reopen_meeting(found, by=request.actor)
        messages.success(request, _("The meeting is open again; mend the list and close it anew."))
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("meetings:closing", found.pk)


def closing_report(request: Request, meeting_pk: int, format: str) -> HttpResponse:
    """The report as PDF or DOCX, for insiders: it names nobody but speakers."""
    found, _can = fetch(request, meeting_pk, "view_figures")
    if format not in KINDS:
        raise Http404
    title = _("Report %(title)s") % {"title": found.title}
    return file_response(report_file(found, format), title, format)


@require_POST
def thanks(request: Request, meeting_pk: int) -> HttpResponse:
    """Thanks those who came, each once."""
    found, _can = fetch(request, meeting_pk, "advance")
    count = actions.thank(found, by=request.actor)
    said = ngettext(
        "%(count)d thank-you letter is on its way.", "%(count)d thank-you letters are on their way.", count
    )
    messages.success(request, said % {"count": count} if count else _("Everybody has been thanked already."))
    return redirect("meetings:closing", found.pk)
