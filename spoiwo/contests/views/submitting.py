"""The steps of a written entry: looked through and submitted, withdrawn, conflicts stated, appealed, confirmed on paper."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo.contests.actions import submitting as actions
from spoiwo.contests.actions.checks import appeal
from spoiwo.contests.actions.entering import entrant
from spoiwo.contests.exports.entries import confirmation_paper
from spoiwo.contests.forms.writing import AppealForm, ConflictForm, WithdrawalForm
from spoiwo.contests.models import Submission
from spoiwo.contests.queries.pages import review_of, writing_page
from spoiwo.contests.queries.writing import Draft, jurors_named
from spoiwo.contests.views.fetching import writer_of
from spoiwo.contests.views.guests import guest_page, unkept
from spoiwo.documents.web import file_response
from spoiwo.kit.request import Refused, Request


@login_not_required
def writing_submission(request: Request, secret: str) -> HttpResponse:
    """Everything to look through once more, what is missing at its place; then it is submitted."""
    at = timezone.now()
    writer = writer_of(secret)
    problem = ""
    if request.method == "POST":
        try:
            made = actions.submit(writer, at=at)
            number = {"number": made.entry.number, "version": made.number}
            messages.success(
                request,
                _("Received: entry no. %(number)d, version %(version)d. A letter confirms it.") % number,
            )
            return redirect("contests:writing", secret)
        except Refused as refused:
            problem = refused.reason if refused.field is None else _("Something is missing; see below.")
    draft = Draft(writer.entry, at)
    page = writing_page(draft, writer) | {"review": review_of(draft), "problem": problem}
    return guest_page(request, "submission", page, is_wrong=bool(problem))


@login_not_required
def writing_withdrawal(request: Request, secret: str) -> HttpResponse:
    """Takes the entry out of the contest."""
    writer = writer_of(secret)
    draft = Draft(writer.entry)
    form = WithdrawalForm(request.POST or None)
    if not draft.can_withdraw and request.method != "POST":
        return redirect("contests:writing", secret)
    if form.is_valid():
        try:
            actions.withdraw(writer.entry, form.cleaned_data["reason"], at=timezone.now())
            messages.success(request, _("The entry has been withdrawn."))
            return redirect("contests:writing", secret)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    page = writing_page(draft, writer) | {"form": form}
    return guest_page(request, "withdrawal", page, is_wrong=bool(form.errors))


@login_not_required
def writing_conflicts(request: Request, secret: str) -> HttpResponse:
    """What connects the entrant with members of the commission."""
    writer = writer_of(secret)
    members = jurors_named(writer.entry.edition)
    form = ConflictForm(request.POST or None, members=members)
    if form.is_valid():
        data = form.cleaned_data
        try:
            actions.state_conflict(writer, form.chosen(), data["tie"], data["note"])
            messages.success(request, _("Thank you. This person will not judge your entry."))
            return redirect("contests:writing_conflicts", secret)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    stated = writer.entry.conflicts.filter(source="entrant").select_related("member__user")
    page = writing_page(Draft(writer.entry), writer)
    page |= {"form": form, "members": members, "stated": stated}
    return guest_page(request, "conflicts", page, is_wrong=bool(form.errors))


@login_not_required
def writing_appeal(request: Request, secret: str) -> HttpResponse:
    """An appeal against a rejection."""
    writer = writer_of(secret)
    draft = Draft(writer.entry)
    form = AppealForm(request.POST or None)
    if not draft.can_appeal and request.method != "POST":
        return redirect("contests:writing", secret)
    if form.is_valid():
        try:
            appeal(writer.entry, form.cleaned_data["text"], by=entrant(), at=timezone.now())
            messages.success(request, _("The appeal has been received; you will be written to."))
            return redirect("contests:writing", secret)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    page = writing_page(draft, writer) | {"form": form}
    return guest_page(request, "appeal", page, is_wrong=bool(form.errors))


@login_not_required
def writing_confirmation(request: Request, secret: str) -> HttpResponse:
    """The confirmation as PDF: what was submitted when, under which hash; `?version=` for an earlier submission."""
    entry = writer_of(secret).entry
    wanted = request.GET.get("version", "")
    found: Submission | None = entry.latest
    if wanted.isdecimal():
        found = get_object_or_404(entry.submissions, number=int(wanted[:4]))
    if found is None:
        raise Http404
    found.entry = entry
    title = _("Confirmation of entry no. %(number)d") % {"number": entry.number}
    return unkept(file_response(confirmation_paper(found), title, "pdf"))
