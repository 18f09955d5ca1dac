"""The workshop written up: what the report will hold, the report itself, the recap for the next workshop."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from spoiwo.documents.web import KINDS, file_response
from spoiwo.kit.request import Request
from spoiwo.meetings.models import Meeting
from spoiwo.workshops.exports.handout import workshop_handout
from spoiwo.workshops.exports.handout_slides import recap_slides
from spoiwo.workshops.exports.report import workshop_report
from spoiwo.workshops.forms.papers import ReportForm
from spoiwo.workshops.models import Vote
from spoiwo.workshops.queries.report import missing_of, report_of
from spoiwo.workshops.rules.states import VoteState
from spoiwo.workshops.views.fetching import fetch_meeting


def papers(request: Request, meeting_pk: int) -> HttpResponse:
    """What can be printed, with a preview of the report as it is now."""
    meeting, can = fetch_meeting(request, meeting_pk, "print")
    return _page(request, meeting, can, _form(request, meeting, can))


def report(request: Request, meeting_pk: int, format: str) -> HttpResponse:
    """The report as PDF or DOCX; names only for those who may read them and asked."""
    meeting, can = fetch_meeting(request, meeting_pk, "print")
    form = _form(request, meeting, can)
    if format not in KINDS:
        raise Http404
    if not form.is_valid():
        return _page(request, meeting, can, form)
    title = _("Report of the workshop %(title)s") % {"title": meeting.title}
    return file_response(workshop_report(meeting, format, form.scope()), title, format)


def handout(request: Request, meeting_pk: int, format: str) -> HttpResponse:
    """Two sides that recall this workshop at the next one; nobody is named."""
    meeting, _can = fetch_meeting(request, meeting_pk, "print")
    if format not in KINDS:
        raise Http404
    return file_response(workshop_handout(meeting, format), f"{_('Recap')} {meeting.title}", format)


def slides(request: Request, meeting_pk: int) -> HttpResponse:
    """The same for the projector."""
    meeting, _can = fetch_meeting(request, meeting_pk, "print")
    return file_response(recap_slides(meeting), f"{_('Recap')} {meeting.title} 16x9", "pdf")


def _form(request: Request, meeting: Meeting, can: set[str]) -> ReportForm:
    return ReportForm(request.GET, steps=meeting.steps.all(), with_names="view_people" in can)


def _page(request: Request, meeting: Meeting, can: set[str], form: ReportForm) -> HttpResponse:
    context = {
        "meeting": meeting,
        "can": can,
        "form": form,
        "report": report_of(meeting, form.scope()),
        "missing": missing_of(meeting),
        "votes": Vote.objects.filter(step__meeting=meeting).exclude(state=VoteState.CLOSED),
        "has_hall": hasattr(meeting, "hall"),
    }
    return render(request, "workshops/papers.html", context, status=422 if form.errors else 200)
