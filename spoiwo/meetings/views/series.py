"""The list of series, a series' page, beginning one, a round through the communes."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from spoiwo import trail
from spoiwo.documents.web import table_response
from spoiwo.kit import phrases
from spoiwo.kit.dates import written_day
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, page_or_fragment, require
from spoiwo.meetings.actions import series as actions
from spoiwo.meetings.exports.meetings import series_table
from spoiwo.meetings.forms.series import (
    RoundForm,
    RowForms,
    SeriesFilters,
    SeriesForm,
    SeriesStartForm,
    commune_choices,
    row_values,
)
from spoiwo.meetings.models import Series
from spoiwo.meetings.permissions import house_verbs, series_verbs
from spoiwo.meetings.queries import meetings as lists
from spoiwo.meetings.queries import series as queries
from spoiwo.meetings.rules.days import Proposal, weekly
from spoiwo.meetings.views.meetings import kept_partnership
from spoiwo.partnerships.models import Partnership
from spoiwo.partnerships.queries.partnerships import communes_of

SORTS = {
    "begins": ("-first_at", "name_key"),
    "title": ("name_key",),
    "meetings": ("meeting_count", "name_key"),
    "partnership": ("partnership__name_key", "name_key"),
}


def fetch(request: Request, series_pk: int, verb: str = "view") -> tuple[Series, set[str]]:
    """The series with what the actor may do there: hidden gives 404, a forbidden verb 403."""
    rows = Series.objects.visible_to(request.actor).select_related("partnership", "copied_from")
    found = get_object_or_404(rows, pk=series_pk)
    can = series_verbs(request.actor, partnership_id=found.partnership_id, is_public=found.is_public)
    require(can, verb)
    return found, can


@login_not_required
def series_list(request: Request) -> HttpResponseBase:
    """Series the reader may see."""
    listing = Listing(request, lists.series_rows(request.actor), sorts=SORTS, filters=SeriesFilters)
    if listing.export:
        return table_response(series_table(listing.queryset), listing.export)
    context = {"listing": listing, "can": house_verbs(request.actor)}
    response = page_or_fragment(request, "meetings/series_list.html", "rows", context)
    response["X-Public-Page"] = "1"
    return response


@login_not_required
def series(request: Request, series_pk: int) -> HttpResponse:
    """A series with its meetings in order."""
    found, can = fetch(request, series_pk)
    meetings = list(queries.series_meetings(found, request.actor))
    origins, results = trail.around(found, request.actor)
    context = {
        "series": found,
        "can": can | house_verbs(request.actor),
        "meetings": meetings,
        "planned": sum(one.state == "planned" for one in meetings),
        "origins": origins,
        "results": [step for step in results if step.url not in {one.get_absolute_url() for one in meetings}],
    }
    response = render(request, "meetings/series_detail.html", context)
    response["X-Public-Page"] = "1"
    return response


def series_new(request: Request) -> HttpResponse:
    """Beginning a series: first with what and when, then its meetings row by row."""
    partnership = kept_partnership(request)
    if isinstance(partnership, HttpResponse):
        return partnership
    start = SeriesStartForm(
        request.GET if "first" in request.GET else None,
        partnership=partnership,
        actor=request.actor,
        initial={"source": request.GET.get("source")},
    )
    if not start.is_valid():
        context = {"form": start, "partnership": partnership}
        return render(request, "meetings/series_start.html", context, status=422 if start.errors else 200)
    pattern = queries.pattern_of(start.cleaned_data["source"], partnership, request.actor)
    return _begin(request, partnership, pattern, start.cleaned_data["first"])


def series_edit(request: Request, series_pk: int) -> HttpResponse:
    """Title and purpose of a series."""
    found, _can = fetch(request, series_pk, "edit")
    form = SeriesForm(request.POST or None, instance=found)
    if form.is_valid():
        actions.edit_series(Series.objects.get(pk=found.pk), by=request.actor, **form.cleaned_data)
        messages.success(request, phrases.SAVED)
        return redirect(found)
    context = {"form": form, "series": found}
    return render(request, "meetings/series_form.html", context, status=422 if form.errors else 200)


def series_round(request: Request, series_pk: int) -> HttpResponse:
    """One meeting in every commune of the area: first the days, then row by row."""
    found, _can = fetch(request, series_pk, "edit")
    communes = list(communes_of(found.partnership))
    initial = {"title": found.title, "communes": queries.communes_without(found, communes)}
    form = RoundForm(
        request.GET if "first" in request.GET else None, series=found, communes=communes, initial=initial
    )
    if not form.is_valid():
        context = {"form": form, "series": found, "communes": communes}
        return render(request, "meetings/series_round.html", context, status=422 if form.errors else 200)
    plans = form.plans()
    days = weekly(form.cleaned_data["first"], len(plans), form.cleaned_data["weekdays"])
    rows = _rows(request, found.partnership, plans, days)
    problem = ""
    if request.method == "POST" and rows.is_valid():
        try:
            made = actions.add_meetings(found, rows.meetings(plans), by=request.actor)
            messages.success(request, _planned(len(made)))
            return redirect(found)
        except Refused as refused:
            problem = refused.reason
    return _planner(request, rows, series=found, partnership=found.partnership, problem=problem)


@require_POST
def series_announcement(request: Request, series_pk: int) -> HttpResponse:
    """Announces all meetings of the series that are still being planned."""
    found, _can = fetch(request, series_pk, "edit")
    count = actions.announce_all(found, by=request.actor)
    messages.success(
        request,
        ngettext("%(count)d meeting has been announced.", "%(count)d meetings have been announced.", count)
        % {"count": count},
    )
    return redirect(found)


@require_POST
def series_removal(request: Request, series_pk: int, meeting_pk: int) -> HttpResponse:
    """A meeting leaves the series and stands alone."""
    found, _can = fetch(request, series_pk, "edit")
    meeting = get_object_or_404(found.partnership.meetings, pk=meeting_pk)
    if meeting.series_id == found.pk:
        actions.take_out(found, meeting, by=request.actor)
    messages.success(request, _("The meeting stands alone now; it has not been called off."))
    return redirect(found)


def _begin(
    request: Request, partnership: Partnership, pattern: queries.Pattern, first: dt.date
) -> HttpResponse:
    rows = _rows(request, partnership, pattern.plans, queries.proposals(pattern.plans, first))
    initial = {"title": pattern.title, "summary": pattern.summary, "is_public": partnership.is_public}
    form = SeriesForm(request.POST or None, initial=initial)
    if request.method == "POST" and all([form.is_valid(), rows.is_valid()]):
        fields = form.cleaned_data | {"copied_from": pattern.series}
        try:
            meetings = rows.meetings(pattern.plans)
            made = actions.start_series(
                partnership, by=request.actor, meetings=meetings, template=pattern.template, **fields
            )
            messages.success(
                request, _("The series has been planned. Announce its meetings when they are ready.")
            )
            return redirect(made)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    return _planner(request, rows, form=form, partnership=partnership)


def _rows(request: Request, partnership: Partnership, plans: Any, days: list[Proposal]) -> Any:
    notes = [_moved(one) if one.reason else "" for one in days]
    kwargs = {"communes": commune_choices(communes_of(partnership)), "notes": notes}
    initial = row_values(plans, days)
    return RowForms(request.POST or None, initial=initial, form_kwargs=kwargs)


def _moved(one: Proposal) -> str:
    return _("Moved from %(day)s: %(reason)s") % {"day": written_day(one.wanted), "reason": _(one.reason)}


def _planned(count: int) -> str:
    return ngettext("%(count)d meeting has been planned.", "%(count)d meetings have been planned.", count) % {
        "count": count
    }


def _planner(request: Request, rows: Any, **context: Any) -> HttpResponse:
    is_wrong = request.method == "POST"
    context |= {"rows": rows, "has_errors": is_wrong}
    return render(request, "meetings/series_rows.html", context, status=422 if is_wrong else 200)
