"""What guests asked and what they need."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo.documents.web import table_response
from spoiwo.kit.request import Request, require
from spoiwo.meetings.actions import answers as actions
from spoiwo.meetings.exports import tables
from spoiwo.meetings.forms.texts import QuestionAnswerForm
from spoiwo.meetings.models import Question
from spoiwo.meetings.queries.campaigns import needs_of
from spoiwo.meetings.views.campaigns import fetch


def questions(request: Request, campaign_pk: int) -> HttpResponse:
    """All questions, those without an answer first; answered here and sent to whoever asked."""
    campaign, can = fetch(request, campaign_pk, "view_people")
    rows = Question.objects.filter(invitation__campaign=campaign, invitation__erased_at=None)
    rows = rows.select_related("invitation__campaign").order_by("answered_at", "pk")
    form = QuestionAnswerForm(request.POST or None, auto_id=f"id_{request.POST.get('question', '')}_%s")
    asked = None
    if request.method == "POST":
        require(can, "enter_answers")
        number = request.POST.get("question", "")
        asked = get_object_or_404(rows, pk=int(number) if number.isdecimal() else 0)
        if form.is_valid():
            actions.answer_question(asked, form.cleaned_data["text"], by=request.actor, at=timezone.now())
            messages.success(
                request, _("The answer has been recorded and, where there is an e-mail address, sent.")
            )
            return redirect("meetings:questions", campaign.pk)
    lines = [(row, form if row == asked else QuestionAnswerForm(auto_id=f"id_{row.pk}_%s")) for row in rows]
    context = {"campaign": campaign, "can": can, "lines": lines}
    return render(request, "meetings/questions.html", context, status=422 if form.errors else 200)


def needs_list(request: Request, campaign_pk: int) -> HttpResponseBase:
    """What those who come need; for the person who prepares the meeting and nobody else."""
    campaign, can = fetch(request, campaign_pk, "view_needs")
    rows = needs_of(campaign)
    wanted = request.GET.get("format")
    if wanted in {"csv", "xlsx"}:
        return table_response(tables.needs_table(campaign, rows), wanted)
    context = {"campaign": campaign, "can": can, "rows": rows, "totals": tables.access_totals(rows)}
    return render(request, "meetings/needs_list.html", context)
