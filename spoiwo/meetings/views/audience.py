"""Whom a campaign invites: a part of the registers, people picked by hand, a list from a file."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import ngettext

from spoiwo.kit.dates import today
from spoiwo.kit.request import Refused, Request, page_or_fragment
from spoiwo.meetings.actions import campaigns as actions
from spoiwo.meetings.actions import guests as list_actions
from spoiwo.meetings.forms.audience import FileForm, SegmentForm
from spoiwo.meetings.labels import REASON_SENTENCES
from spoiwo.meetings.models import Campaign
from spoiwo.meetings.queries import audience as queries
from spoiwo.meetings.queries import guests as guest_queries
from spoiwo.meetings.rules.audience import Candidate
from spoiwo.meetings.rules.states import Source
from spoiwo.meetings.views.campaigns import fetch

SHOWN = 200


def segment(request: Request, campaign_pk: int) -> HttpResponse:
    """A part of the registers: who is in it and who is left out is shown before anybody is added."""
    campaign, can = fetch(request, campaign_pk, "add_addressees")
    asked = request.POST or request.GET
    form = SegmentForm(asked if "look" in asked or request.POST else None, campaign=campaign)
    candidates: Sequence[Candidate] = []
    if form.is_valid():
        candidates = queries.sifted_segment(campaign, form.segment(), today())
        if request.method == "POST":
            return _added(request, campaign, candidates, Source.SEGMENT)
    context = {"campaign": campaign, "can": can, "form": form, **_shown(candidates), "looked": form.is_bound}
    return render(request, "meetings/segment.html", context, status=422 if form.errors else 200)


def pick(request: Request, campaign_pk: int) -> HttpResponse:
    """People of the contact book, one by one."""
    campaign, can = fetch(request, campaign_pk, "add_addressees")
    if request.method == "POST":
        chosen = [int(pk) for pk in request.POST.getlist("mandate") if pk.isdecimal()]
        return _added(request, campaign, queries.picked(campaign, chosen, today()), Source.HAND)
    words = request.GET.get("q", "")
    found = queries.mandates_found(campaign, words, today()) if words else []
    context = {"campaign": campaign, "can": can, "q": words, "found": found}
    return page_or_fragment(request, "meetings/pick.html", "found", context)


def list_new(request: Request, campaign_pk: int) -> HttpResponse:
    """A list from a file: uploaded, read, and shown before anybody is added."""
    campaign, can = fetch(request, campaign_pk, "add_addressees")
    form = FileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            kept = list_actions.keep_list(campaign, file.read(), file_name=file.name)
            return redirect("meetings:guest_list", campaign.pk, kept.pk)
        except Refused as problem:
            form.add_error("file", problem.reason)
    context = {"campaign": campaign, "can": can, "form": form}
    return render(request, "meetings/list_new.html", context, status=422 if form.errors else 200)


def guest_list(request: Request, campaign_pk: int, list_pk: int) -> HttpResponse:
    """What was read: who will be added, who is left out and why, which rows have mistakes."""
    campaign, can = fetch(request, campaign_pk, "add_addressees")
    kept = get_object_or_404(campaign.lists, pk=list_pk)
    if request.method == "POST":
        try:
            made = list_actions.confirm_list(kept, by=request.actor, at=timezone.now())
            _say(request, len(made))
        except Refused as problem:
            messages.error(request, problem.reason)
        return redirect("meetings:addressees", campaign.pk)
    read = None if kept.confirmed_at else list_actions.read_list(kept)
    context = {"campaign": campaign, "can": can, "list": kept, "read": read}
    if read is not None:
        context |= _shown(guest_queries.matched(campaign, read.rows))
        flaws = list_actions.flaw_lines(read)
        context |= {"flaws": flaws[:SHOWN], "flaw_count": len(flaws)}
    return render(request, "meetings/guest_list.html", context)


def _added(
    request: Request, campaign: Campaign, candidates: Sequence[Candidate], source: Source
) -> HttpResponse:
    made = actions.add_addressees(campaign, candidates, by=request.actor, source=source)
    _say(request, len(made))
    return redirect("meetings:addressees", campaign.pk)


def _say(request: Request, count: int) -> None:
    text = ngettext("%(count)d addressee has been added.", "%(count)d addressees have been added.", count)
    messages.success(request, text % {"count": count})


def _shown(candidates: Sequence[Candidate]) -> dict[str, Any]:
    """Those to be added and those left out, with the reasons counted; long lists are cut and say so."""
    coming = [one for one in candidates if one.reason is None]
    left = [(one, REASON_SENTENCES[one.reason]) for one in candidates if one.reason is not None]
    reasons = Counter(str(sentence) for _one, sentence in left)
    return {
        "coming": coming[:SHOWN],
        "coming_count": len(coming),
        "left": left[:SHOWN],
        "left_count": len(left),
        "reasons": reasons.most_common(),
    }
