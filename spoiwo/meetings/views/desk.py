"""The clerk's desk: answers from the telephone, the counter, e-mails and letters, entered with the keyboard alone."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from spoiwo.kit.request import Refused, Request, page_or_fragment
from spoiwo.meetings.actions import answers as actions
from spoiwo.meetings.forms.answers import ClerkAnswerForm
from spoiwo.meetings.models import Campaign, Invitation
from spoiwo.meetings.queries import answers as queries
from spoiwo.meetings.rules.states import Via
from spoiwo.meetings.views.campaigns import fetch


def desk(request: Request, campaign_pk: int) -> HttpResponse:
    """Find the person, press the answer: what was said before is shown before anything is written."""
    campaign, can = fetch(request, campaign_pk, "enter_answers")
    chosen = _chosen(request, campaign)
    offers = queries.offers_of(campaign, timezone.now())
    via = request.POST.get("via") or request.GET.get("via") or Via.PHONE
    form = ClerkAnswerForm(
        request.POST or None, initial={"via": via, "seen": chosen.answer_count if chosen else 0}
    )
    if chosen and form.is_valid():
        try:
            answer = form.answer({offer.meeting.pk: offer.meeting for offer in offers})
            actions.answer_invitation(chosen, by=request.actor, at=timezone.now(), **answer)
            messages.success(request, _("Recorded: %(name)s.") % {"name": chosen.name})
            return redirect(f"{request.path}?{urlencode({'via': via, 'last': chosen.pk})}")
        except Refused as problem:
            form.add_error(problem.field if problem.field in form.fields else None, problem.reason)
            chosen.refresh_from_db()
            form.data = form.data.copy() | {"seen": str(chosen.answer_count)}
    words = request.GET.get("q", "")
    context = {
        "campaign": campaign,
        "can": can,
        "form": form,
        "chosen": chosen,
        "answers": chosen.answers.select_related("meeting") if chosen else [],
        "offers": offers,
        "via": via,
        "q": words,
        "found": queries.found_addressees(campaign, words) if words else [],
        "last": campaign.invitations.filter(pk=_number(request.GET.get("last")))
        .select_related("meeting")
        .first(),
    }
    return page_or_fragment(request, "meetings/desk.html", "found", context, 422 if form.errors else 200)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 18 else 0


def _chosen(request: Request, campaign: Campaign) -> Invitation | None:
    pk = _number(request.POST.get("person") or request.GET.get("person"))
    if not pk:
        return None
    rows = campaign.invitations.filter(erased_at=None).select_related("meeting", "deputy_of")
    return get_object_or_404(rows, pk=pk)
