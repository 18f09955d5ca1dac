"""The list of meetings, a meeting's page for everybody and for those who prepare it, its data, a copy of it."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spoiwo import trail
from spoiwo.documents.web import table_response
from spoiwo.kit import phrases
from spoiwo.kit.dates import parse_day
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, page_or_fragment, require
from spoiwo.meetings.actions import meetings as actions
from spoiwo.meetings.exports.meetings import meeting_table
from spoiwo.meetings.forms.campaigns import PartnershipChoice
from spoiwo.meetings.forms.meetings import MeetingCopyForm, MeetingFilters, MeetingForm, series_choice
from spoiwo.meetings.labels import ACCESS_LABELS
from spoiwo.meetings.models import Campaign, Meeting
from spoiwo.meetings.permissions import house_verbs, meeting_verbs
from spoiwo.meetings.queries import meetings as queries
from spoiwo.meetings.queries.closing import report_of
from spoiwo.meetings.queries.privacy import withdrawn_after_publication
from spoiwo.meetings.rules.states import MeetingState
from spoiwo.partnerships.models import Partnership

SORTS = {
    "when": ("starts_at",),
    "title": ("name_key",),
    "commune": ("commune__name_key", "starts_at"),
    "partnership": ("partnership__name_key", "starts_at"),
    "state": ("state", "starts_at"),
}


def fetch(request: Request, meeting_pk: int, verb: str = "view") -> tuple[Meeting, set[str]]:
    """The meeting with what the actor may do there: hidden gives 404, a forbidden verb 403."""
    rows = Meeting.objects.visible_to(request.actor).select_related("partnership", "series", "commune")
    meeting = get_object_or_404(rows, pk=meeting_pk)
    can = meeting_verbs(
        request.actor,
        partnership_id=meeting.partnership_id,
        is_public=meeting.is_public,
        state=meeting.state,
    )
    require(can, verb)
    return meeting, can


def kept_partnership(request: Request) -> Partnership | HttpResponse:
    """For whom something is begun: the only partnership the actor keeps, the one in the address, or a page that asks."""
    require(house_verbs(request.actor), "plan")
    choice = PartnershipChoice(request.GET or None, actor=request.actor)
    kept = list(choice.fields["partnership"].queryset[:2])
    if len(kept) == 1:
        return kept[0]
    if choice.is_valid():
        return choice.cleaned_data["partnership"]
    asked = [(name, values) for name, values in request.GET.lists() if name != "partnership"]
    carried = [(name, value) for name, values in asked for value in values]
    context = {"form": PartnershipChoice(actor=request.actor), "carried": carried, "is_any": bool(kept)}
    return render(request, "meetings/partnership_choice.html", context)


@login_not_required
def meeting_list(request: Request) -> HttpResponseBase:
    """Meetings the reader may see, those to come first."""
    sorts = SORTS | ({"when": ("-starts_at",)} if request.GET.get("when") == "past" else {})
    filters = partial(MeetingFilters, actor=request.actor)
    listing = Listing(request, queries.meeting_rows(request.actor), sorts=sorts, filters=filters)
    if listing.export:
        return table_response(meeting_table(listing.queryset), listing.export)
    context = {"listing": listing, "can": house_verbs(request.actor)}
    response = page_or_fragment(request, "meetings/meeting_list.html", "rows", context)
    response["X-Public-Page"] = "1"
    return response


def meeting_new(request: Request) -> HttpResponse:
    """Planning a meeting."""
    partnership = kept_partnership(request)
    if isinstance(partnership, HttpResponse):
        return partnership
    series = series_choice(partnership, request.GET.get("series", ""))
    initial = {"series": series, "is_public": partnership.is_public, "title": series.title if series else ""}
    form = MeetingForm(request.POST or None, partnership=partnership, initial=initial)
    if form.is_valid():
        try:
            made = actions.plan_meeting(partnership, by=request.actor, **form.values())
            messages.success(
                request, _("The meeting has been planned. Nobody is told of it until you announce it.")
            )
            return redirect(made)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "partnership": partnership}
    return render(request, "meetings/meeting_form.html", context, status=422 if form.errors else 200)


@login_not_required
def meeting(request: Request, meeting_pk: int) -> HttpResponse:
    """A meeting's page: for everybody what, when and where; for those who prepare it state, figures and next step."""
    found, can = fetch(request, meeting_pk)
    response = render(
        request, "meetings/meeting_detail.html", _public(found, can) | _inside(request, found, can)
    )
    response["X-Public-Page"] = "1"
    return response


def meeting_edit(request: Request, meeting_pk: int) -> HttpResponse:
    """The meeting's data."""
    found, _can = fetch(request, meeting_pk, "edit")
    form = MeetingForm(request.POST or None, instance=found, partnership=found.partnership)
    if form.is_valid():
        before = Meeting.objects.get(pk=found.pk)
        revision = before.revision
        try:
            made = actions.edit_meeting(before, by=request.actor, **form.values())
            messages.success(request, phrases.SAVED)
            if made.revision > revision:
                _warn(request, made)
            return redirect(made)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "meeting": found, "partnership": found.partnership}
    return render(request, "meetings/meeting_form.html", context, status=422 if form.errors else 200)


def meeting_copy(request: Request, meeting_pk: int) -> HttpResponse:
    """The same meeting on another day."""
    found, _can = fetch(request, meeting_pk, "edit")
    initial = {"title": found.title, "begins": timezone.localtime(found.starts_at).time()}
    form = MeetingCopyForm(request.POST or None, initial=initial)
    if form.is_valid():
        data = form.cleaned_data
        try:
            made = actions.copy_meeting(
                found, by=request.actor, title=data["title"], starts_at=data["starts_at"]
            )
            messages.success(request, _("The copy has been made. Look at its day and its programme."))
            return redirect(made)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "meeting": found}
    return render(request, "meetings/meeting_copy.html", context, status=422 if form.errors else 200)


def day_notes(request: Request, partnership_slug: str) -> HttpResponse:
    """What to know of a day before choosing it."""
    partnership = get_object_or_404(Partnership.objects.visible_to(request.actor), slug=partnership_slug)
    verbs = meeting_verbs(request.actor, partnership_id=partnership.pk, is_public=False, state="")
    require(verbs, "edit")
    day, but = parse_day(request.GET.get("day")), request.GET.get("meeting", "")
    notes = queries.day_notes(partnership, day, but=int(but) if but.isdigit() else None) if day else []
    return render(request, "meetings/_meeting_notes.html", {"notes": notes})


def _public(found: Meeting, can: set[str]) -> dict[str, Any]:
    is_held = found.state == MeetingState.HELD
    return {
        "meeting": found,
        "can": can,
        "lines": queries.lines_of(found),
        "access": [label for key, label in ACCESS_LABELS.items() if key in found.access],
        "marks": found.funding.select_related("picture"),
        "figures": queries.figures_of(found) if is_held or "view_figures" in can else None,
        "is_over": found.ends_at < timezone.now(),
        "report": report_of(found, is_public="view_people" not in can) if is_held else None,
        "has_gallery": found.is_public and found.photos.exclude(published_at=None).exists(),
    }


def _inside(request: Request, found: Meeting, can: set[str]) -> dict[str, Any]:
    origins, results = trail.around(found, request.actor)
    context = {"origins": origins, "results": results}
    if "view_figures" not in can:
        return context
    day = timezone.localtime(found.starts_at).date()
    notes = queries.day_notes(found.partnership, day, but=found.pk) if found.ends_at > timezone.now() else []
    return context | {
        "campaigns": Campaign.objects.visible_to(request.actor).filter(meetings=found).order_by("pk"),
        "notes": [*notes, *queries.mark_notes(found)] if "edit" in can else [],
        "people_url": reverse("meetings:attendees", args=[found.pk]) if "view_people" in can else "",
        "closing_url": reverse("meetings:closing", args=[found.pk]) if "advance" in can else "",
        "withdrawn": withdrawn_after_publication(found) if "publish" in can else [],
    }


def _warn(request: Request, found: Meeting) -> None:
    count = queries.to_be_told(found).count()
    if count:
        messages.warning(
            request,
            ngettext(
                "%(count)d person reckons with this meeting. Calendars hear of the change by themselves, people do not.",
                "%(count)d people reckon with this meeting. Calendars hear of the change by themselves, people do not.",
                count,
            )
            % {"count": count},
        )
