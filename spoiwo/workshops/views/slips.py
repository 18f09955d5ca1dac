"""Slips with codes: making them, printing them, making a lost one invalid."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spoiwo.documents.web import file_response
from spoiwo.kit.request import Refused, Request, root_for_others
from spoiwo.workshops.actions import halls as actions
from spoiwo.workshops.exports.slips import slips_pdf
from spoiwo.workshops.forms.halls import EntryForm, SlipsForm, VoidForm
from spoiwo.workshops.models import Hall
from spoiwo.workshops.queries import halls as queries
from spoiwo.workshops.rules.states import Entry
from spoiwo.workshops.views.fetching import fetch_hall, fetch_meeting


def slips(request: Request, meeting_pk: int) -> HttpResponse:
    """How people take part; further slips; a lost one made invalid."""
    meeting, can = fetch_meeting(request, meeting_pk, "lead")
    hall = Hall.objects.select_related("meeting").filter(meeting=meeting).first()
    if hall is None:
        return render(request, "workshops/slips.html", {"meeting": meeting, "can": can})
    counts = queries.slip_counts(meeting_pk)
    more = SlipsForm(request.POST if "make" in request.POST else None, initial={"seen": counts["made"]})
    lost = VoidForm(request.POST if "void" in request.POST else None)
    try:
        if more.is_valid():
            made = actions.make_slips(hall, by=request.actor, **more.cleaned_data)
            messages.success(
                request,
                ngettext("%(n)d slip has been made.", "%(n)d slips have been made.", len(made))
                % {"n": len(made)},
            )
            return redirect("workshops:slips", meeting_pk)
        if lost.is_valid():
            slip = queries.valid_slip(lost.cleaned_data["code"])
            if slip is None or slip.meeting_id != hall.meeting_id:
                raise Refused(_("There is no valid slip with this code in this workshop."), "code")
            actions.void_slip(slip, by=request.actor, at=timezone.now())
            messages.success(request, _("This slip does not work any more."))
            return redirect("workshops:slips", meeting_pk)
    except Refused as problem:
        (more if more.is_bound else lost).add_error(problem.field, problem.reason)
    context = {
        "hall": hall,
        "meeting": meeting,
        "can": can,
        "entry": EntryForm(initial={"entry": hall.entry}),
        "takes_tickets": hall.entry == Entry.TICKETS,
        "counts": counts,
        "more": more,
        "lost": lost,
    }
    is_wrong = more.errors or lost.errors
    return render(request, "workshops/slips.html", context, status=422 if is_wrong else 200)


def slips_paper(request: Request, meeting_pk: int) -> HttpResponse:
    """The slips to cut apart; whoever prints them can vote with them, so only those who lead may."""
    hall, _can = fetch_hall(request, meeting_pk)
    return file_response(
        slips_pdf(hall, root_for_others(request)), f"{hall.meeting.title} {_('slips')}", "pdf"
    )
