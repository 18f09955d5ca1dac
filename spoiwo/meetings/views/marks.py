"""Funding marks: signs and sentences of funders, each partnership's own and the common ones."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db.models import Q
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from spoiwo.files import store
from spoiwo.kit import phrases
from spoiwo.kit.dates import today
from spoiwo.kit.request import Refused, Request, require
from spoiwo.meetings.actions import meetings as actions
from spoiwo.meetings.forms.meetings import MarkForm
from spoiwo.meetings.models import FundingMark, Meeting
from spoiwo.meetings.permissions import house_verbs, mark_verbs


def mark_list(request: Request) -> HttpResponse:
    """The marks the actor may use."""
    require(mark_verbs(request.actor, partnership_id=None), "view")
    rows = FundingMark.objects.visible_to(request.actor).select_related("partnership", "picture")
    context = {
        "marks": [(mark, mark.is_in_force(today())) for mark in rows],
        "can": house_verbs(request.actor),
    }
    return render(request, "meetings/funding_list.html", context)


def mark_new(request: Request) -> HttpResponse:
    """A new mark."""
    require(house_verbs(request.actor), "plan")
    return _edit(request, FundingMark())


def mark(request: Request, mark_pk: int) -> HttpResponse:
    """A mark to look at, and for those who keep it to change."""
    found = get_object_or_404(FundingMark.objects.visible_to(request.actor), pk=mark_pk)
    can = mark_verbs(request.actor, partnership_id=found.partnership_id)
    if "edit" in can:
        return _edit(request, found)
    require(can, "view" if request.method == "GET" else "edit")
    return render(request, "meetings/funding_detail.html", {"mark": found})


@login_not_required
def mark_logo(request: Request, mark_pk: int) -> HttpResponseBase:
    """The picture, for everybody who may see the mark or a meeting that bears it."""
    shown = Q(pk__in=FundingMark.objects.visible_to(request.actor).values("pk"))
    borne = Q(meetings__in=Meeting.objects.visible_to(request.actor))
    rows = FundingMark.objects.filter(shown | borne).exclude(picture=None).distinct()
    found = get_object_or_404(rows.select_related("picture"), pk=mark_pk)
    return store.respond(found.picture)


def _edit(request: Request, found: FundingMark) -> HttpResponse:
    form = MarkForm(request.POST or None, request.FILES or None, instance=found, actor=request.actor)
    if form.is_valid():
        try:
            actions.save_mark(form.save(commit=False), by=request.actor, logo=form.cleaned_data["logo"])
            messages.success(request, phrases.SAVED)
            return redirect("meetings:marks")
        except Refused as problem:
            form.add_error("logo", problem.reason)
    context = {"form": form, "mark": found if found.pk else None}
    return render(request, "meetings/funding_form.html", context, status=422 if form.errors else 200)
