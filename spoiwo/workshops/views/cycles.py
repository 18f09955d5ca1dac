"""Cycles of workshops: the list, one cycle at a glance, steps for a whole series at once."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo.documents.web import table_response
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Request, page_or_fragment, require
from spoiwo.meetings.models import CycleTemplate, Series
from spoiwo.meetings.permissions import house_verbs as meeting_house_verbs
from spoiwo.meetings.rules.states import MeetingState
from spoiwo.workshops.actions import copying
from spoiwo.workshops.exports.cycles import cycle_table
from spoiwo.workshops.forms.steps import SourceForm
from spoiwo.workshops.permissions import house_verbs, workshop_verbs
from spoiwo.workshops.queries import cycles as queries
from spoiwo.workshops.queries.steps import series_choices

SORTS = {
    "begins": ("-first_at", "name_key"),
    "title": ("name_key",),
    "partnership": ("partnership__name_key", "name_key"),
    "closed": ("closed_count", "name_key"),
}


def cycles(request: Request) -> HttpResponseBase:
    """Cycles and single workshops of the partnerships one belongs to."""
    require(house_verbs(request.actor), "view")
    listing = Listing(request, queries.cycle_rows(request.actor), sorts=SORTS)
    if listing.export:
        return table_response(cycle_table(listing.queryset), listing.export)
    context = {
        "listing": listing,
        "single": queries.single_workshops(request.actor),
        "can": meeting_house_verbs(request.actor),
    }
    return page_or_fragment(request, "workshops/cycles.html", "rows", context)


def cycle(request: Request, series_pk: int) -> HttpResponse:
    """A cycle at a glance: each workshop with its steps and what came out of them, and what waits next."""
    series, can = _fetch(request, series_pk)
    workshops = queries.workshops_of(series)
    context = {
        "series": series,
        "can": can,
        "workshops": workshops,
        "has_steps": any(one.steps for one in workshops),
        "next": queries.next_in(workshops, timezone.now()),
    }
    return render(request, "workshops/cycle.html", context)


def cycle_copying(request: Request, series_pk: int) -> HttpResponse:
    """Gives the workshops of a series the steps of a template or of another series; those that have steps keep theirs."""
    series, _can = _fetch(request, series_pk, "edit")
    form = SourceForm(request.POST or None, choices=series_choices(series, request.actor))
    if form.is_valid():
        _copy(request, series, form.cleaned_data["source"])
        messages.success(
            request, _("The steps have been taken over. Look through them workshop by workshop.")
        )
        return redirect("workshops:cycle", series.pk)
    return render(
        request,
        "workshops/cycle_copying.html",
        {"series": series, "form": form},
        status=422 if form.errors else 200,
    )


def _copy(request: Request, series: Series, source: str) -> None:
    kind, pk = source.split("-")
    meetings = list(series.meetings.exclude(state=MeetingState.CANCELLED).order_by("starts_at", "pk"))
    if kind == "template":
        template = get_object_or_404(CycleTemplate.objects.visible_to(request.actor), pk=pk)
        copying.steps_from_template(template, meetings, by=request.actor)
    else:
        other = get_object_or_404(Series.objects.visible_to(request.actor), pk=pk)
        copying.steps_from_series(other, meetings, by=request.actor)


def _fetch(request: Request, series_pk: int, verb: str = "view") -> tuple[Series, set[str]]:
    rows = Series.objects.visible_to(request.actor).select_related("partnership")
    series = get_object_or_404(rows, pk=series_pk)
    can = workshop_verbs(request.actor, partnership_id=series.partnership_id)
    if not can:
        raise Http404
    require(can, verb)
    return series, can
