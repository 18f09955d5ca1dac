"""The anonymous survey: its questions, its link for the wall, its results, and the page guests fill."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from spoiwo.documents.codes import code_picture
from spoiwo.documents.web import file_response, table_response
from spoiwo.kit import phrases
from spoiwo.kit.dates import today
from spoiwo.kit.request import Refused, Request
from spoiwo.meetings.actions import surveys as actions
from spoiwo.meetings.exports import surveys as exports
from spoiwo.meetings.forms.afterwards import (
    SheetForm,
    SurveyCodeForm,
    SurveyForm,
    SurveyQuestionForms,
    questions_of,
)
from spoiwo.meetings.models import Campaign, Meeting, Survey
from spoiwo.meetings.queries import surveys as queries
from spoiwo.meetings.rules.codes import shown
from spoiwo.meetings.rules.surveys import is_open
from spoiwo.meetings.views.meetings import fetch


def survey(request: Request, meeting_pk: int) -> HttpResponseBase:
    """The survey's link and its results."""
    found, can = fetch(request, meeting_pk, "view_people")
    made = queries.survey_of(found)
    context: dict[str, Any] = {"meeting": found, "can": can, "survey": made}
    if made is not None:
        results = queries.results_of(made)
        if (wanted := request.GET.get("format")) in ("csv", "xlsx", "pdf"):
            if not results.is_shown:
                raise Http404
            return _file(made, results, wanted)
        context |= _context(made, results)
    return render(request, "meetings/survey.html", context)


@require_POST
def survey_new(request: Request, meeting_pk: int) -> HttpResponse:
    """Begins the survey with the shipped questions."""
    found, _can = fetch(request, meeting_pk, "ask")
    actions.start_survey(found, by=request.actor)
    messages.success(
        request, _("The survey has been made. Look through its questions before anybody answers.")
    )
    return redirect("meetings:survey_edit", found.pk)


def survey_edit(request: Request, meeting_pk: int) -> HttpResponse:
    """Introduction, last day, and until somebody has answered the questions."""
    found, can = fetch(request, meeting_pk, "ask")
    made = get_object_or_404(Survey, meeting=found)
    is_free = not made.sheets.exists()
    rows = [{"text": one.text, "kind": one.kind} for one in made.questions.all()]
    form = SurveyForm(request.POST or None, instance=made)
    questions = (
        SurveyQuestionForms(request.POST or None, initial=rows, prefix="question") if is_free else None
    )
    if request.method == "POST" and form.is_valid() and (questions is None or questions.is_valid()):
        try:
            chosen = questions_of(questions) if questions is not None else None
            actions.edit_survey(made, by=request.actor, questions=chosen, **form.cleaned_data)
            messages.success(request, phrases.SAVED)
            return redirect("meetings:survey", found.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"meeting": found, "can": can, "form": form, "questions": questions}
    return render(request, "meetings/survey_form.html", context, status=422 if form.errors else 200)


def survey_poster(request: Request, meeting_pk: int) -> HttpResponse:
    """The paper for the wall."""
    found, _can = fetch(request, meeting_pk, "view_people")
    made = get_object_or_404(Survey, meeting=found)
    return file_response(exports.survey_poster(made), _("Survey %(title)s") % {"title": found.title}, "pdf")


@login_not_required
def survey_code(request: Request) -> HttpResponse:
    """Where the code from the paper on the wall is typed."""
    form = SurveyCodeForm(request.GET if "code" in request.GET else None)
    if form.is_valid():
        return redirect("meetings:survey_sheet", form.cleaned_data["code"])
    return render(
        request, "meetings/guest/survey_code.html", {"form": form}, status=422 if form.errors else 200
    )


@csrf_exempt  # the page sets no cookie, and whoever has the code may answer
@login_not_required
def survey_sheet(request: Request, survey_code: str) -> HttpResponse:
    """One page with all questions, answered by whoever has the code; nothing says who did."""
    made = queries.survey_by(survey_code)
    if made is None:
        raise Http404
    form = SheetForm(request.POST or None, questions=made.questions.all())
    problem = ""
    if request.method == "POST" and form.is_valid():
        try:
            actions.take_sheet(made, str(form.cleaned_data["nonce"]), form.answers(), day=today())
            return redirect(reverse("meetings:survey_sheet", args=[made.code]) + "?done=1")
        except Refused as refusal:
            problem = refusal.reason
    context = {"survey": made, "form": form, "problem": problem, "is_done": "done" in request.GET}
    context["is_open"] = is_open(made.closes_on, today())
    status = 422 if problem or form.errors else 200
    response = render(request, "meetings/guest/survey.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


def _file(made: Survey, results: queries.Results, wanted: str) -> HttpResponseBase:
    if wanted == "pdf":
        return file_response(exports.results_pdf(made), f"{_('Survey')} {made.meeting.title}", "pdf")
    return table_response(exports.result_table(made, results), wanted)


def _context(made: Survey, results: queries.Results) -> dict[str, Any]:
    link = exports.survey_link(made)
    return {
        "results": results,
        "sheets_sentence": exports.sheets_sentence(results.sheet_count),
        "too_few": "" if results.is_shown else exports.too_few_sentence(),
        "link": link,
        "code": shown(made.code),
        "qr": mark_safe(code_picture(link, quiet=4)),  # noqa: S308 - digits and letters only
        "is_open": is_open(made.closes_on, today()),
        "suggestion": exports.survey_suggestion(made),
        "campaigns": _campaigns(made.meeting),
    }


def _campaigns(meeting: Meeting) -> list[Campaign]:
    return list(Campaign.objects.filter(meetings=meeting).order_by("pk"))
