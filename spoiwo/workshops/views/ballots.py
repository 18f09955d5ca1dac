"""Ballots: cast on a phone with a slip, entered from paper by a clerk, printed."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from spoiwo.documents.web import file_response
from spoiwo.kit.request import Refused, Request
from spoiwo.workshops.actions import ballots as actions
from spoiwo.workshops.exports.votes import ballots_pdf
from spoiwo.workshops.forms.votes import nonce_of, raw_marks, typed_marks
from spoiwo.workshops.models import Hall, Slip, Vote
from spoiwo.workshops.queries import ballots as queries
from spoiwo.workshops.queries.halls import valid_slip
from spoiwo.workshops.queries.votes import turnout_of
from spoiwo.workshops.rules.ballots import BadBallot, clean
from spoiwo.workshops.rules.states import Via, VoteState
from spoiwo.workshops.views.fetching import held_slip
from spoiwo.workshops.views.seats import show_seat
from spoiwo.workshops.views.votes import fetch_vote

PAPERS = 500


@csrf_exempt  # the slip's code is the permission, and no cookie is read
@require_POST
@login_not_required
def seat_ballot(request: Request, slip_code: str, vote_pk: int) -> HttpResponse:
    """One ballot; with a mistake, or after the end, it comes back as it was marked."""
    slip, hall = held_slip(slip_code)
    vote = get_object_or_404(Vote.objects.select_related("step"), pk=vote_pk, step__meeting=slip.meeting_id)
    raw = raw_marks(request.POST)
    form = queries.ballot_form(vote, slip=slip, raw=raw, nonce=nonce_of(request.POST))
    try:
        marks = clean(form.terms, raw)
        if not marks and "blank" not in request.POST:
            return _again(request, slip, hall, form, asks_blank=True)
        actions.cast(vote, slip, marks, form.nonce, via=Via.PHONE)
    except BadBallot as problem:
        queries.put_problems(form, problem.problems)
        return _again(
            request, slip, hall, form, problem=_("The ballot is not in yet. Put right what is marked below.")
        )
    except Refused as problem:
        return _again(request, slip, hall, form, problem=problem.reason)
    return redirect("workshops:seat", slip.code)


def _again(
    request: Request,
    slip: Slip,
    hall: Hall,
    form: queries.BallotForm,
    *,
    problem: str = "",
    asks_blank: bool = False,
) -> HttpResponse:
    stage = queries.ballot_stage(form, asks_blank=asks_blank)
    return show_seat(request, slip, hall, status=422, problem=problem, stage=stage)


def paper(request: Request, vote_pk: int) -> HttpResponse:
    """The clerk's desk: a code, the marks of its ballot, Enter, the next one."""
    vote, can = fetch_vote(request, vote_pk, "enter_ballots")
    form = queries.ballot_form(vote, raw=typed_marks(request.POST), nonce=nonce_of(request.POST))
    context: dict[str, Any] = {
        "code": request.POST.get("code", "")[:60],
        "code_error": "",
        "asks_blank": False,
        "is_wrong": False,
    }
    if request.method == "POST":
        try:
            context["asks_blank"] = not _enter(request, vote, form, context["code"])
            if not context["asks_blank"]:
                messages.success(request, _entered(vote))
                return redirect("workshops:vote_paper", vote.pk)
        except BadBallot as problem:
            queries.put_problems(form, problem.problems)
            context["is_wrong"] = True
        except Refused as problem:
            context["code_error"] = problem.reason
    context |= {"vote": vote, "meeting": vote.step.meeting, "can": can, "form": form}
    context |= {"turnout": turnout_of(vote), "is_open": vote.state == VoteState.OPEN}
    status = 422 if request.method == "POST" else 200
    return render(request, "workshops/ballots_paper.html", context, status=status)


def _enter(request: Request, vote: Vote, form: queries.BallotForm, code: str) -> bool:
    """Whether the ballot was taken; an empty one is asked about once more."""
    slip = valid_slip(code)
    if slip is None or slip.meeting_id != vote.step.meeting_id:
        raise Refused(_("There is no valid slip with this code in this workshop."), "code")
    is_blank = "blank" in request.POST
    marks = {} if is_blank else clean(form.terms, typed_marks(request.POST))
    if marks or is_blank:
        actions.cast(vote, slip, marks, form.nonce, via=Via.PAPER, by=request.actor)
    return bool(marks or is_blank)


def _entered(vote: Vote) -> str:
    count = vote.casts.filter(via=Via.PAPER).count()
    said = ngettext(
        "%(n)d ballot on paper has been entered.", "%(n)d ballots on paper have been entered.", count
    )
    return said % {"n": count}


def paper_file(request: Request, vote_pk: int) -> HttpResponse:
    """Ballot papers for the slips that have not voted; whoever prints them can vote with them, so only those who lead may."""
    vote, _can = fetch_vote(request, vote_pk, "lead")
    wanted = request.GET.get("count", "")
    count = min(int(wanted[:4]), PAPERS) if wanted.isdecimal() else PAPERS
    rows = Slip.objects.filter(meeting=vote.step.meeting_id, voided_at=None).exclude(casts__vote=vote)
    root = request.build_absolute_uri("/").rstrip("/")
    content = ballots_pdf(vote, root, list(rows.order_by("pk")[:count]))
    return file_response(content, f"{vote.title} {_('ballot papers')}", "pdf")
