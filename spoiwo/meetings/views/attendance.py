"""Who is expected and who came: the list, one person, people without an invitation, signed lists."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo.documents.web import table_response
from spoiwo.files import store
from spoiwo.kit import phrases
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, page_or_fragment, require
from spoiwo.meetings.actions import door as actions
from spoiwo.meetings.exports.attendance import attendee_table
from spoiwo.meetings.forms.door import AttendeeFilters, PresenceForm, SignedListForm, WalkInForm
from spoiwo.meetings.models import SignedList
from spoiwo.meetings.queries import door as queries
from spoiwo.meetings.rules.states import Presence
from spoiwo.meetings.views.meetings import fetch

SORTS = {
    "name": ("name_key",),
    "institution": ("organisation_name", "name_key"),
    "presence": ("presence", "name_key"),
    "arrived": ("-arrived_at", "name_key"),
    "group": ("group", "name_key"),
}
COLUMNS = (
    "pk", "given_name", "family_name", "function", "organisation_name", "presence", "group", "arrived_at",
    "is_walk_in", "erased_at",
)  # fmt: skip


def attendees(request: Request, meeting_pk: int) -> HttpResponseBase:
    """Everybody with a standing at the meeting; a press says who is here."""
    meeting, can = fetch(request, meeting_pk, "view_people")
    rows = queries.attendees(meeting, request.actor)
    if request.method == "POST":
        require(can, "check_in")
        for presence in (Presence.PRESENT, Presence.EXPECTED):  # the pressed button bears the person's number
            if pk := _number(request.POST.get(presence)):
                person = get_object_or_404(rows, pk=pk)
                actions.set_presence(person, presence, by=request.actor, at=timezone.now())
        return redirect(request.get_full_path())
    listing = Listing(request, rows, sorts=SORTS, filters=AttendeeFilters, columns=COLUMNS, per_page=100)
    if listing.export:
        return table_response(attendee_table(meeting, listing.queryset), listing.export)
    context = {
        "meeting": meeting,
        "can": can,
        "listing": listing,
        "counts": queries.door_counts(meeting.pk),
        "signed": meeting.signed_lists.select_related("file"),
    }
    return page_or_fragment(request, "meetings/attendees.html", "rows", context)


def attendee(request: Request, meeting_pk: int, attendee_pk: int) -> HttpResponse:
    """One person's place: presence, group, what the door recorded."""
    meeting, can = fetch(request, meeting_pk, "view_people")
    person = get_object_or_404(
        queries.attendees(meeting, request.actor).select_related("invitation", "commune"), pk=attendee_pk
    )
    form = PresenceForm(request.POST or None, initial={"presence": person.presence, "note": person.note})
    if request.method == "POST":
        require(can, "check_in")
        if form.is_valid():
            actions.set_presence(
                person,
                Presence(form.cleaned_data["presence"]),
                by=request.actor,
                at=timezone.now(),
                note=form.cleaned_data["note"],
            )
            messages.success(request, phrases.SAVED)
            return redirect(person)
    scans = person.scans.select_related("station").order_by("scanned_at")
    context = {"meeting": meeting, "can": can, "person": person, "form": form, "scans": scans}
    return render(request, "meetings/attendee.html", context, status=422 if form.errors else 200)


def attendee_new(request: Request, meeting_pk: int) -> HttpResponse:
    """Somebody who came without an invitation, or is written onto the list by hand."""
    meeting, _can = fetch(request, meeting_pk, "check_in")
    form = WalkInForm(request.POST or None)
    if form.is_valid():
        fields = dict(form.cleaned_data)
        presence = Presence.PRESENT if fields.pop("is_here") else Presence.EXPECTED
        made = actions.add_by_hand(meeting, by=request.actor, at=timezone.now(), presence=presence, **fields)
        messages.success(request, _("%(name)s is on the list.") % {"name": made.name})
        return redirect("meetings:attendees", meeting.pk)
    return render(
        request,
        "meetings/attendee_form.html",
        {"meeting": meeting, "form": form},
        status=422 if form.errors else 200,
    )


def signed_list_new(request: Request, meeting_pk: int) -> HttpResponse:
    """A scan of the list signed on paper."""
    meeting, _can = fetch(request, meeting_pk, "edit")
    form = SignedListForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            actions.attach_list(
                meeting, form.cleaned_data["file"], by=request.actor, note=form.cleaned_data["note"]
            )
            messages.success(request, _("The signed list has been attached."))
            return redirect("meetings:attendees", meeting.pk)
        except Refused as problem:
            form.add_error("file", problem.reason)
    context = {"meeting": meeting, "form": form}
    return render(request, "meetings/signed_list_form.html", context, status=422 if form.errors else 200)


def signed_list(request: Request, meeting_pk: int, signed_pk: int) -> HttpResponseBase:
    """The attached scan."""
    meeting, _can = fetch(request, meeting_pk, "view_people")
    found = get_object_or_404(SignedList.objects.select_related("file"), pk=signed_pk, meeting=meeting)
    return store.respond(found.file)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 18 else 0
