"""Pages for invited people: one question each, without an account, by a code that survives being forwarded and retyped."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from spoiwo.documents.codes import code_picture
from spoiwo.kit.actor import NOBODY
from spoiwo.kit.request import Refused, Request
from spoiwo.meetings.actions import answers as actions
from spoiwo.meetings.actions import consents, seats
from spoiwo.meetings.exports.calendar import calendar_file
from spoiwo.meetings.forms.answers import CodeForm, DeputyForm, NeedsForm, QuestionForm, read_choice
from spoiwo.meetings.models import Invitation, Needs
from spoiwo.meetings.queries import answers as queries
from spoiwo.meetings.queries.certificates import certificate_of
from spoiwo.meetings.queries.privacy import clause_of, image_consent
from spoiwo.meetings.queries.words import place_and_time, root_url
from spoiwo.meetings.rules.codes import shown
from spoiwo.meetings.rules.states import CampaignState, Reply, Subject, Via


@login_not_required
def code(request: Request) -> HttpResponse:
    """Where a code from a paper letter is typed."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_valid():
        return redirect("meetings:answer", form.cleaned_data["code"])
    return render(request, "meetings/guest/code.html", {"form": form}, status=422 if form.errors else 200)


@login_not_required
def answer(request: Request, answer_code: str) -> HttpResponse:
    """Will you come? One press answers; until the deadline another press changes it."""
    invitation = _fetch(answer_code)
    context = _context(invitation)
    if request.method != "POST":
        return _shown(request, "meetings/guest/answer.html", context)
    meetings = {offer.meeting.pk: offer.meeting for offer in context["offers"]}
    try:
        reply, meeting = read_choice(request.POST.get("choice", ""), meetings)
        actions.answer_invitation(
            invitation, by=NOBODY, at=timezone.now(), via=Via.LINK, reply=reply, meeting=meeting
        )
    except Refused as problem:
        return _shown(request, "meetings/guest/answer.html", context | {"problem": problem.reason}, 422)
    messages.success(request, _("Thank you. Your answer has been recorded."))
    return redirect("meetings:answer", invitation.code)


@login_not_required
def deputy(request: Request, answer_code: str) -> HttpResponse:
    """Who comes instead."""
    invitation = _fetch(answer_code)
    context = _context(invitation)
    choices = [(o.meeting.pk, place_and_time(o.meeting)) for o in context["offers"] if o.is_open]
    form = DeputyForm(request.POST or None, meetings=choices)
    if form.is_valid():
        meetings = {offer.meeting.pk: offer.meeting for offer in context["offers"]}
        try:
            actions.answer_invitation(
                invitation,
                by=NOBODY,
                at=timezone.now(),
                via=Via.LINK,
                reply=Reply.DEPUTY,
                meeting=meetings[form.cleaned_data["meeting"]],
                deputy=form.deputy(),
            )
            messages.success(request, _("Thank you. We have recorded who will come instead of you."))
            return redirect("meetings:answer", invitation.code)
        except Refused as problem:
            form.add_error(problem.field if problem.field in form.fields else None, problem.reason)
    return _shown(
        request, "meetings/guest/deputy.html", context | {"form": form}, 422 if form.errors else 200
    )


@login_not_required
def needs(request: Request, answer_code: str) -> HttpResponse:
    """What the guest needs; shown again only as far as the guest typed it."""
    invitation = _fetch(answer_code)
    if not invitation.campaign.asks_needs:
        raise Http404
    stated = Needs.objects.filter(invitation=invitation).first()
    names = ("access", "interpreter", "diet", "other")
    form = NeedsForm(
        request.POST or None, initial={name: getattr(stated, name) for name in names} if stated else None
    )
    if request.method == "POST" and form.is_valid():
        actions.state_needs(invitation, **form.cleaned_data)
        messages.success(request, _("Thank you. We will do what we can; only the organiser sees this."))
        return redirect("meetings:answer", invitation.code)
    clause = clause_of(invitation.campaign.partnership, Subject.NEEDS)
    return _shown(
        request, "meetings/guest/needs.html", _context(invitation) | {"form": form, "clause": clause}
    )


@login_not_required
def question(request: Request, answer_code: str) -> HttpResponse:
    """A question to the organiser, with the answers given so far."""
    invitation = _fetch(answer_code)
    form = QuestionForm(request.POST or None)
    if form.is_valid():
        try:
            actions.ask_question(invitation, form.cleaned_data["text"])
            messages.success(request, _("Your question has been sent to the organiser."))
            return redirect("meetings:question", invitation.code)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = _context(invitation) | {"form": form, "questions": invitation.questions.all()}
    return _shown(request, "meetings/guest/question.html", context, 422 if form.errors else 200)


@login_not_required
def image(request: Request, answer_code: str) -> HttpResponse:
    """Consent to the publication of photographs, apart from attendance; it can be taken back at any time."""
    invitation = _fetch(answer_code)
    if not invitation.campaign.asks_image or invitation.meeting is None:
        raise Http404
    if request.method == "POST":
        if request.POST.get("consent") == "1":
            consents.allow_image(invitation.meeting, invitation, via=Via.LINK, at=timezone.now(), by=NOBODY)
            messages.success(request, _("Thank you. Your consent has been recorded."))
        else:
            consents.withdraw_image(invitation.meeting, invitation, at=timezone.now(), by=NOBODY)
            messages.success(request, _("You do not consent; this has been recorded."))
        return redirect("meetings:answer", invitation.code)
    context = _context(invitation)
    context["clause"] = clause_of(invitation.campaign.partnership, Subject.IMAGE)
    context["consent"] = image_consent(invitation.meeting, invitation)
    return _shown(request, "meetings/guest/image.html", context)


@require_POST
@login_not_required
def offer(request: Request, answer_code: str) -> HttpResponse:
    """Takes the place that was offered from the waiting list, also after the deadline for answers."""
    invitation = _fetch(answer_code)
    place = queries.place_of(invitation)
    try:
        seats.take_offer(place, at=timezone.now())
        messages.success(request, _("The place is yours. We are looking forward to seeing you."))
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("meetings:answer", invitation.code)


@login_not_required
def calendar(request: Request, answer_code: str) -> HttpResponse:
    """The chosen meeting as a calendar file with the guest's own address in it."""
    invitation = _fetch(answer_code)
    if invitation.meeting is None:
        raise Http404
    extra = f"{root_url()}/i/{invitation.code}/"
    content = calendar_file(
        [invitation.meeting], name=invitation.campaign.title, stamp=timezone.now(), extra=extra
    )
    headers = {"Content-Disposition": 'attachment; filename="spotkanie.ics"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


@csrf_exempt  # a mail program presses it without a form (RFC 8058); the secret address is the permission
@login_not_required
def unsubscribe(request: Request, answer_code: str) -> HttpResponse:
    """No more invitations to this address: a press on the page, or the mail program's one click."""
    invitation = _fetch(answer_code)
    is_done = request.method == "POST"
    if is_done:
        consents.unsubscribe(invitation, by=NOBODY)
    return _shown(request, "meetings/guest/unsubscribe.html", {"invitation": invitation, "is_done": is_done})


@login_not_required
def office(request: Request, office_code: str) -> HttpResponse:
    """The secretariat answers for everybody of its office at once; lines that are refused say why and keep the rest."""
    people = list(queries.office_of(office_code))
    if not people:
        raise Http404
    campaign = people[0].campaign
    offers = queries.offers_of(campaign, timezone.now())
    meetings = {offer.meeting.pk: offer.meeting for offer in offers}
    problems: dict[int, str] = {}
    if request.method == "POST":
        problems = _answer_for_all(request, people, meetings)
        if not problems:
            messages.success(request, _("Thank you. The answers have been recorded."))
            return redirect("meetings:office", people[0].office_code)
    rows = [
        {
            "invitation": one,
            "problem": problems.get(one.pk, ""),
            "chosen": request.POST.get(f"choice-{one.pk}") or _standing(one),
        }
        for one in people
    ]
    context = {"rows": rows, "campaign": campaign, "offers": offers, "office": people[0].organisation_name}
    return _shown(request, "meetings/guest/office.html", context, 422 if problems else 200)


def _answer_for_all(request: Request, people: list[Invitation], meetings: dict[int, Any]) -> dict[int, str]:
    problems = {}
    for one in people:
        choice = request.POST.get(f"choice-{one.pk}", "")
        if not choice or choice == _standing(one):
            continue
        try:
            reply, meeting = read_choice(choice, meetings)
            actions.answer_invitation(
                one, by=NOBODY, at=timezone.now(), via=Via.OFFICE, reply=reply, meeting=meeting
            )
        except Refused as problem:
            problems[one.pk] = problem.reason
    return problems


def _standing(invitation: Invitation) -> str:
    if invitation.reply == Reply.NONE:
        return ""
    return f"{invitation.reply}-{invitation.meeting_id}" if invitation.meeting_id else invitation.reply


def _fetch(answer_code: str) -> Invitation:
    invitation = queries.invitation_by(answer_code)
    if invitation is None or invitation.campaign.state == CampaignState.DRAFT:
        raise Http404
    return invitation


def _context(invitation: Invitation) -> dict[str, Any]:
    now = timezone.now()
    place = queries.place_of(invitation)
    return {
        "invitation": invitation,
        "campaign": invitation.campaign,
        "offers": queries.offers_of(invitation.campaign, now),
        "standing": _standing(invitation),
        "is_open": invitation.campaign.state == CampaignState.LAUNCHED
        and now <= invitation.campaign.answer_by,
        "place": place,
        "certificate": certificate_of(invitation),
        "position": queries.queue_position(place) if place and place.queued_at else 0,
        "deputies": invitation.deputies.filter(reply=Reply.YES),
        "code": shown(invitation.code),
        "qr": mark_safe(code_picture(f"{root_url()}/i/{invitation.code}/", quiet=4)) if place else "",  # noqa: S308 - digits and letters only
        "clause": clause_of(invitation.campaign.partnership, Subject.INVITATIONS),
    }


def _shown(request: Request, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    # The address is a secret: no copy is kept on the way.
    response = render(request, template, context, status=status)
    response["Cache-Control"] = "no-store"
    return response
