"""A meeting's papers, its stations and its groups."""

import secrets

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from spoiwo.documents.codes import code_picture
from spoiwo.documents.web import file_response
from spoiwo.kit.request import Refused, Request, require
from spoiwo.meetings.actions import door as actions
from spoiwo.meetings.actions import selfcheck
from spoiwo.meetings.exports import attendance
from spoiwo.meetings.forms.door import GroupsForm, ListForm, SelfCheckForm, StationForm
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.queries import door as queries
from spoiwo.meetings.queries.privacy import clause_of
from spoiwo.meetings.rules.codes import WALL, read_code, shown
from spoiwo.meetings.rules.states import Subject
from spoiwo.meetings.views.meetings import fetch


def meeting_papers(request: Request, meeting_pk: int) -> HttpResponse:
    """What can be printed for the meeting."""
    meeting, can = fetch(request, meeting_pk, "print")
    context = {
        "meeting": meeting,
        "can": can,
        "form": ListForm(initial={"columns": ["organisation", "function", "signature"], "empty": 5}),
        "counts": queries.door_counts(meeting.pk),
    }
    return render(request, "meetings/meeting_papers.html", context)


def meeting_paper(request: Request, meeting_pk: int, sheet: str) -> HttpResponse:
    """One paper as PDF, with the funders' signs and the privacy clause where they belong."""
    meeting, _can = fetch(request, meeting_pk, "print")
    people = list(
        queries.attendees(meeting, request.actor).listed().filter(erased_at=None).order_by("name_key", "pk")
    )
    if sheet == "list":
        form = ListForm(request.GET)
        columns, empty = (
            (form.cleaned_data["columns"], form.cleaned_data["empty"])
            if form.is_valid()
            else (attendance.USUAL, 5)
        )
        content = attendance.list_paper(meeting, people, columns=columns, empty_rows=empty)
    elif sheet in attendance.PAPERS:
        content = attendance.PAPERS[sheet](meeting, people)
    elif sheet == "poster" and meeting.wall_code:
        content = attendance.poster_paper(meeting)
    else:
        raise Http404
    return file_response(content, f"{meeting.title} {sheet}", "pdf")


def stations(request: Request, meeting_pk: int) -> HttpResponse:
    """Stations at the door: opened, shown as QR codes for phones, closed; the code for the wall."""
    meeting, can = fetch(request, meeting_pk, "check_in")
    form = StationForm(request.POST if "open" in request.POST else None)
    try:
        if request.method == "POST" and "close" in request.POST:
            number = request.POST["close"]
            found = get_object_or_404(meeting.stations, pk=int(number) if number.isdecimal() else 0)
            actions.close_station(found, by=request.actor, at=timezone.now())
            return redirect("meetings:stations", meeting.pk)
        if request.method == "POST" and "wall" in request.POST:
            selfcheck.set_wall_code(meeting, by=request.actor)
            return redirect("meetings:stations", meeting.pk)
        if form.is_valid():
            actions.open_station(meeting, form.cleaned_data["name"], by=request.actor)
            return redirect("meetings:stations", meeting.pk)
    except Refused as problem:
        messages.error(request, problem.reason)
    root = settings.PUBLIC_URL.rstrip("/")
    rows = [
        (one, root + reverse("meetings:station", args=[one.secret]))
        for one in meeting.stations.filter(closed_at=None)
    ]
    context = {
        "meeting": meeting,
        "can": can,
        "form": form,
        "rows": [(one, link, mark_safe(code_picture(link, quiet=4))) for one, link in rows],  # noqa: S308 - our own
        "wall": shown(meeting.wall_code) if meeting.wall_code else "",
        "wall_url": root + reverse("meetings:here", args=[meeting.wall_code]) if meeting.wall_code else "",
        "counts": queries.door_counts(meeting.pk),
    }
    return render(request, "meetings/stations.html", context, status=422 if form.errors else 200)


def groups(request: Request, meeting_pk: int) -> HttpResponse:
    """Groups or tables: drawn by the rule, corrected by hand."""
    meeting, can = fetch(request, meeting_pk, "view_people")
    form = GroupsForm(request.POST if "draw" in request.POST else None)
    if request.method == "POST":
        require(can, "check_in")
    if form.is_valid():
        try:
            selfcheck.make_groups(meeting, by=request.actor, **form.cleaned_data)
            messages.success(request, _("The groups have been drawn."))
            return redirect("meetings:groups", meeting.pk)
        except Refused as problem:
            form.add_error(None, problem.reason)
    people = (
        queries.attendees(meeting, request.actor)
        .listed()
        .filter(erased_at=None)
        .order_by("group", "name_key")
    )
    if request.method == "POST" and "save" in request.POST:
        chosen = {one.pk: request.POST.get(f"group-{one.pk}", one.group) for one in people}
        changed = {one.pk: chosen[one.pk] for one in people if chosen[one.pk] != one.group}
        selfcheck.set_groups(meeting, changed, by=request.actor)
        return redirect("meetings:groups", meeting.pk)
    context = {"meeting": meeting, "can": can, "form": form, "people": people}
    return render(request, "meetings/groups.html", context, status=422 if form.errors else 200)


@login_not_required
def here(request: Request, wall_code: str) -> HttpResponse:
    """Self check-in by the code on the wall: one's own name, nobody else's is shown."""
    code = read_code(wall_code, length=WALL)
    meeting = get_object_or_404(
        Meeting.objects.select_related("partnership__controller"), wall_code=code or secrets.token_hex(8)
    )
    form = SelfCheckForm(request.POST or None)
    if form.is_valid():
        try:
            selfcheck.check_in_self(meeting, at=timezone.now(), **form.cleaned_data)
            return render(request, "meetings/guest/here.html", {"meeting": meeting, "is_done": True})
        except Refused as problem:
            form.add_error(None, problem.reason)
    context = {
        "meeting": meeting,
        "form": form,
        "is_open": selfcheck.is_open(meeting, timezone.now()),
        "clause": clause_of(meeting.partnership, Subject.ATTENDANCE),
    }
    return render(request, "meetings/guest/here.html", context, status=422 if form.errors else 200)


@login_not_required
def here_code(request: Request) -> HttpResponse:
    """Where the code on the wall is typed."""
    typed = request.GET.get("code", "")
    code = read_code(typed, length=WALL) if typed else None
    if code and Meeting.objects.filter(wall_code=code).exists():
        return redirect("meetings:here", code)
    return render(
        request, "meetings/guest/here_code.html", {"is_wrong": bool(typed)}, status=422 if typed else 200
    )
