"""The formal check at the office: the list, one person's check, the decision, the appeal."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from spoiwo.contests.actions import checks as actions
from spoiwo.contests.forms.checks import AppealDecisionForm, CheckForm, DecisionForm
from spoiwo.contests.models import Entry, FormalDecision
from spoiwo.contests.queries import checks as queries
from spoiwo.contests.queries.submissions import answers_of
from spoiwo.contests.rules.states import Appeal, Outcome
from spoiwo.contests.views.fetching import fetch_edition, fetch_entry
from spoiwo.kit.request import Refused, Request


def checks(request: Request, edition_pk: int) -> HttpResponse:
    """Every received entry with what its check waits for, the waiting ones first."""
    edition, can = fetch_edition(request, edition_pk, "check")
    rows = sorted(queries.check_rows(edition, request.actor), key=lambda row: not row.waits)
    context = {"edition": edition, "can": can, "rows": rows}
    return render(request, "contests/checks.html", context)


def check(request: Request, edition_pk: int, entry_pk: int) -> HttpResponse:
    """One person checks what was submitted; the other's answers show once the own ones are finished."""
    entry, can = fetch_entry(request, edition_pk, entry_pk, "check")
    submission = entry.latest
    if submission is None:
        return redirect("contests:checks", edition_pk)
    context = _checked(entry, request)
    said = queries.said_by(context["mine"]) if context["mine"] else {}
    fields = list(entry.category.fields.all())
    form = CheckForm(request.POST or None, points=context["points"], fields=fields, said=said)
    if form.is_valid():
        try:
            is_done = "later" not in request.POST
            actions.save_check(submission, form.said(), by=request.actor, is_done=is_done)
            messages.success(request, _("The check has been saved."))
            return redirect("contests:decision" if is_done else "contests:checks", *_to(is_done, entry))
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context |= {"form": form, "can": can, "answers": answers_of(submission)}
    return render(request, "contests/check.html", context, status=422 if form.errors else 200)


def decision(request: Request, edition_pk: int, entry_pk: int) -> HttpResponse:
    """What both found, and the decision."""
    entry, can = fetch_entry(request, edition_pk, entry_pk, "check")
    context = _checked(entry, request)
    found = context["found"]
    initial = {"outcome": found.outcome, "fields_": found.fields} if context["mine"] else {}
    form = DecisionForm(request.POST or None, fields=list(entry.category.fields.all()), initial=initial)
    if form.is_valid():
        data = form.cleaned_data
        try:
            outcome = Outcome(data["outcome"])
            words = {"departs": data["departs"], "note": data["note"]}
            actions.decide(entry, outcome, by=request.actor, fields=data["fields_"], **words)
            messages.success(request, _("Decided; the letter to the entrant is on its way."))
            return redirect("contests:checks", edition_pk)
        except Refused as problem:
            form.add_error("fields_" if problem.field == "fields" else problem.field, problem.reason)
    context |= {"form": form, "can": can}
    return render(request, "contests/decision.html", context, status=422 if form.errors else 200)


def appeal_decision(request: Request, edition_pk: int, entry_pk: int) -> HttpResponse:
    """Decides on an appeal that waits."""
    entry, can = fetch_entry(request, edition_pk, entry_pk, "manage")
    waiting = get_object_or_404(FormalDecision, entry=entry, appeal=Appeal.WAITING)
    form = AppealDecisionForm(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        try:
            actions.decide_appeal(waiting, data["granted"] == "yes", data["reason"], by=request.actor)
            messages.success(request, _("Decided; the letter to the entrant is on its way."))
            return redirect("contests:checks", edition_pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "can": can, "edition": entry.edition, "entry": entry, "decision": waiting}
    return render(request, "contests/appeal_decision.html", context, status=422 if form.errors else 200)


def _checked(entry: Entry, request: Request) -> dict[str, Any]:
    """The checks of what was submitted last: the own one, and the others' where the reader has finished."""
    submission, points = entry.latest, queries.points_of(entry.edition)
    found = list(submission.checks.select_related("member__user")) if submission else []
    member = queries.office_member(entry.edition, request.actor)
    mine = next((one for one in found if member and one.member_id == member.pk), None)
    shows = [one for one in found if one.done_at and (one == mine or (mine and mine.done_at))]
    return {
        "edition": entry.edition,
        "entry": entry,
        "submission": submission,
        "points": points,
        "mine": mine,
        "checks": [(one, queries.said_by(one)) for one in shows],
        "rows": [(point, [(one, queries.said_by(one).get(point.pk)) for one in shows]) for point in points],
        "found": queries.found_in(points, found),
        "decisions": entry.decisions.all(),
    }


def _to(is_done: bool, entry: Entry) -> tuple[int, ...]:
    return (entry.edition_id, entry.pk) if is_done else (entry.edition_id,)
