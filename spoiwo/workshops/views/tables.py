"""Tables and their people: made by rule, changed by hand, printed; a participant's own choice."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from spoiwo.documents.codes import code_picture
from spoiwo.documents.web import file_response
from spoiwo.kit import phrases
from spoiwo.kit.request import Refused, Request, require
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.rules.states import Presence
from spoiwo.workshops.actions import tables as actions
from spoiwo.workshops.exports.tables import signs_pdf, tables_pdf
from spoiwo.workshops.forms.tables import DivisionForm, TableForm, seats_of
from spoiwo.workshops.models import Hall, Table
from spoiwo.workshops.permissions import workshop_verbs
from spoiwo.workshops.queries import tables as queries
from spoiwo.workshops.rules.states import Grouping
from spoiwo.workshops.views.fetching import fetch_meeting, held_slip


def tables(request: Request, meeting_pk: int) -> HttpResponse:
    """All tables with their people; people without a table first."""
    meeting, can = fetch_meeting(request, meeting_pk)
    found = queries.seatings(meeting)
    context = {
        "meeting": meeting,
        "can": can,
        "seatings": found,
        "unseated": queries.unseated(meeting, found),
        "loose": queries.loose_groups(meeting),
        "seated": sum(one.taken for one in found),
        "is_open": Hall.objects.filter(meeting=meeting).exists(),
    }
    return render(request, "workshops/tables.html", context)


def tables_building(request: Request, meeting_pk: int) -> HttpResponse:
    """Makes tables by a rule and seats people at them."""
    meeting, can = fetch_meeting(request, meeting_pk, "edit")
    step = queries.step_to_seat_for(meeting)
    here = queries.people_of(meeting).filter(presence=Presence.PRESENT).count()
    expected = queries.people_of(meeting).count()
    asked = (step.grouping if step else "") or Grouping.BALANCED
    first = {
        "rule": asked if expected else Grouping.CHOICE,  # a rule needs people whom it can divide
        "themes": "\n".join(step.themes) if step else "",
        "count": meeting.tables.count() or len(step.themes if step else ()) or 5,
        "only_present": here > 0,
        "seed": 1,
    }
    form = DivisionForm(request.POST or None, initial=first)
    if form.is_valid():
        try:
            count = actions.build_tables(meeting, form.division(), by=request.actor)
            messages.success(request, _seated(count) if count else _("The tables are made."))
            return redirect("workshops:tables", meeting.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    facts = {"step": step, "here": here, "expected": expected}
    context = {"meeting": meeting, "can": can, "form": form, **facts}
    return render(request, "workshops/tables_building.html", context, status=422 if form.errors else 200)


@require_POST
def tables_seating(request: Request, meeting_pk: int) -> HttpResponse:
    """Seats people by hand."""
    meeting, _can = fetch_meeting(request, meeting_pk, "edit")
    places = seats_of(request.POST, queries.people_of(meeting), meeting.tables.all())
    messages.success(request, _seated(actions.seat_people(meeting, places, by=request.actor)))
    return redirect("workshops:tables", meeting.pk)


@require_POST
def tables_adoption(request: Request, meeting_pk: int) -> HttpResponse:
    """Makes tables for groups that were drawn on the meeting's own page."""
    meeting, _can = fetch_meeting(request, meeting_pk, "edit")
    actions.adopt_groups(meeting, by=request.actor)
    messages.success(request, phrases.SAVED)
    return redirect("workshops:tables", meeting.pk)


def table(request: Request, meeting_pk: int, table_pk: int) -> HttpResponse:
    """One table: its people, and for those who lead the secret address of its page."""
    found, can = _fetch(request, meeting_pk, table_pk)
    link = request.build_absolute_uri(reverse("workshops:desk", args=[found.secret]))
    context = {
        "meeting": found.meeting,
        "can": can,
        "table": found,
        "seating": next(one for one in queries.seatings(found.meeting) if one.table.pk == found.pk),
        "sheets": found.sheets.select_related("step").order_by("step__order"),
        "link": link,
        "picture": mark_safe(code_picture(link, quiet=4)) if "lead" in can else "",  # noqa: S308 - drawn by us
        "is_used": queries.used_tables(found.meeting).filter(pk=found.pk).exists(),
    }
    return render(request, "workshops/table.html", context)


def table_new(request: Request, meeting_pk: int) -> HttpResponse:
    """One table more."""
    meeting, _can = fetch_meeting(request, meeting_pk, "edit")
    return _edit(request, meeting, None)


def table_edit(request: Request, meeting_pk: int, table_pk: int) -> HttpResponse:
    """Name, theme, leader and places of a table."""
    found, _can = _fetch(request, meeting_pk, table_pk, "edit")
    return _edit(request, found.meeting, found)


@require_POST
def table_removal(request: Request, meeting_pk: int, table_pk: int) -> HttpResponse:
    """Removes a table on which nothing is written."""
    found, _can = _fetch(request, meeting_pk, table_pk, "edit")
    try:
        actions.remove_table(found, by=request.actor)
        messages.success(request, _("The table has been removed."))
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("workshops:tables", meeting_pk)


@require_POST
def table_address(request: Request, meeting_pk: int, table_pk: int) -> HttpResponse:
    """A fresh secret address for the table's page."""
    found, _can = _fetch(request, meeting_pk, table_pk, "lead")
    actions.renew_address(found, by=request.actor)
    messages.success(request, _("The table has a new address; the old one does not work any more."))
    return redirect(found)


def tables_paper(request: Request, meeting_pk: int) -> HttpResponse:
    """Lists of tables, a page for each."""
    meeting, can = fetch_meeting(request, meeting_pk, "print")
    require(can, "view_people")
    return file_response(tables_pdf(meeting), f"{meeting.title} {_('tables')}", "pdf")


def signs_paper(request: Request, meeting_pk: int) -> HttpResponse:
    """Signs to stand on the tables; whoever has the code on one writes for that group, so only those who lead may."""
    meeting, _can = fetch_meeting(request, meeting_pk, "lead")
    root = request.build_absolute_uri("/").rstrip("/")
    return file_response(signs_pdf(meeting, root), f"{meeting.title} {_('signs')}", "pdf")


@require_POST
@login_not_required
def seat_table(request: Request, slip_code: str) -> HttpResponse:
    """A participant takes a place at a table; a full one is refused, and the others are offered again."""
    slip, hall = held_slip(slip_code)
    wanted = request.POST.get("table", "")
    chosen = get_object_or_404(
        hall.meeting.tables, pk=int(wanted) if wanted.isdecimal() and len(wanted) < 12 else 0
    )
    try:
        actions.choose_table(slip, chosen, hall.step, at=timezone.now())
    except Refused as problem:
        context = {
            "slip": slip,
            "meeting": hall.meeting,
            "problem": problem.reason,
            "facts": {"tables": queries.seatings(hall.meeting)},
            "may_choose": hall.step is not None
            and hall.step.is_open
            and hall.step.grouping == Grouping.CHOICE,
        }
        return render(request, "workshops/guest/table_full.html", context, status=422)
    return redirect("workshops:seat", slip.code)


def _fetch(request: Request, meeting_pk: int, table_pk: int, verb: str = "view") -> tuple[Table, set[str]]:
    rows = Table.objects.visible_to(request.actor).select_related("meeting__partnership", "card")
    found = get_object_or_404(rows, pk=table_pk, meeting=meeting_pk)
    can = workshop_verbs(request.actor, partnership_id=found.meeting.partnership_id)
    require(can, verb)
    return found, can


def _edit(request: Request, meeting: Meeting, found: Table | None) -> HttpResponse:
    form = TableForm(request.POST or None, instance=found)
    if form.is_valid():
        try:
            if found:
                actions.edit_table(found, by=request.actor, **form.cleaned_data)
            else:
                found = actions.add_table(meeting, by=request.actor, **form.cleaned_data)
            messages.success(request, phrases.SAVED)
            return redirect("workshops:tables", meeting.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"meeting": meeting, "table": found, "form": form}
    return render(request, "workshops/table_form.html", context, status=422 if form.errors else 200)


def _seated(count: int) -> str:
    if not count:
        return _("Saved. Nobody changed their table.")
    return ngettext("%(n)d person has been seated.", "%(n)d people have been seated.", count) % {"n": count}
