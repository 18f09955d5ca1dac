"""Letters that a person posts, uploads or speaks: papers for each channel, and the mark that it was done."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from spoiwo.documents.web import file_response
from spoiwo.kit.request import Refused, Request
from spoiwo.mail import actions as mail_actions
from spoiwo.mail.post import batch_letters
from spoiwo.mail.rules import Channel, State
from spoiwo.meetings.exports import dispatch
from spoiwo.meetings.exports.post import LabelSheet
from spoiwo.meetings.models import Campaign
from spoiwo.meetings.queries.campaigns import addressees, waiting_by_channel
from spoiwo.meetings.rules.batches import batch_of
from spoiwo.meetings.views.campaigns import fetch, outbox_url

WAITING = (State.READY, State.HELD)


def letter_papers(request: Request, campaign_pk: int) -> HttpResponse:
    """What waits for a person's hands, channel by channel."""
    campaign, can = fetch(request, campaign_pk, "view_people")
    silent = addressees(campaign, request.actor).silent().exclude(phone="").filter(erased_at=None)
    context = {
        "campaign": campaign,
        "can": can,
        "waiting": waiting_by_channel(campaign),
        "silent_count": silent.count(),
        "sheets": [(sheet.name.lower(), sheet.value) for sheet in LabelSheet],
        "outbox": outbox_url(campaign),
    }
    return render(request, "meetings/letter_papers.html", context)


def letter_paper(request: Request, campaign_pk: int, paper: str) -> HttpResponse:
    """One paper of the letters that wait: the print run, labels, the e-delivery package, a call list."""
    campaign, _can = fetch(request, campaign_pk, "view_people")
    title = f"{campaign.title} {paper}"
    if paper == "letters":
        rows = _letters(campaign, Channel.LETTER)
        return file_response(dispatch.print_run(campaign, rows, duplex="duplex" in request.GET), title, "pdf")
    if paper == "labels":
        return file_response(_labels(request, campaign), title, "pdf")
    if paper == "package":
        content = dispatch.e_delivery_package(campaign, _letters(campaign, Channel.E_DELIVERY))
        headers = {"Content-Disposition": f'attachment; filename="e-doreczenia-{campaign.pk}.zip"'}
        return HttpResponse(content, content_type="application/zip", headers=headers)
    if paper in {"calls", "silent"} and campaign.meetings.exists():
        rows = addressees(campaign, request.actor).silent().filter(erased_at=None).exclude(phone="")
        rows = rows.filter(channel=Channel.PHONE) if paper == "calls" else rows
        return file_response(dispatch.call_list(campaign, rows), title, "pdf")
    raise Http404


@require_POST
def letters_posted(request: Request, campaign_pk: int) -> HttpResponse:
    """The letters of one channel were posted, uploaded or called."""
    campaign, _can = fetch(request, campaign_pk, "send")
    channel = request.POST.get("channel", "")
    if channel not in (Channel.LETTER, Channel.E_DELIVERY, Channel.PHONE):
        raise Http404
    try:
        count = mail_actions.move_batch(
            batch_of(campaign.pk),
            campaign.partnership_id,
            State.READY,
            State.SENT,
            by=request.actor,
            channel=Channel(channel),
        )
        said = ngettext("%(count)d letter is marked as sent.", "%(count)d letters are marked as sent.", count)
        messages.success(request, said % {"count": count})
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("meetings:letter_papers", campaign.pk)


def _letters(campaign: Campaign, channel: Channel) -> list:
    rows = batch_letters(batch_of(campaign.pk)).filter(channel=channel, state__in=WAITING)
    if not rows:
        raise Http404
    return list(rows)


def _labels(request: Request, campaign: Campaign) -> bytes:
    name, first = request.GET.get("sheet", "").upper(), request.GET.get("first", "1")
    sheet = LabelSheet[name] if name in LabelSheet.__members__ else LabelSheet.LABELS_24
    free = int(first) if first.isdecimal() and 1 <= int(first) <= 24 else 1
    rows = _letters(campaign, Channel.LETTER)
    try:
        return dispatch.labels(rows, sheet=sheet, first_free=free, title=campaign.title)
    except ValueError:
        return dispatch.labels(rows, sheet=sheet, first_free=1, title=campaign.title)
