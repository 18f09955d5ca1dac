"""Calendars that programs fetch: one meeting, everything public, a partnership's, one's own by a secret address."""

import hashlib

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, Max, QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from spoiwo.accounts.models import User
from spoiwo.kit.request import Request
from spoiwo.meetings.actions.calendars import renew_calendar
from spoiwo.meetings.exports.calendar import calendar_file
from spoiwo.meetings.models import CalendarKey, Meeting
from spoiwo.meetings.queries import meetings as queries
from spoiwo.meetings.views.meetings import fetch
from spoiwo.partnerships.middleware import load_actor
from spoiwo.partnerships.models import Partnership

KIND = "text/calendar; charset=utf-8"


def own_calendar(request: Request) -> HttpResponse:
    """Which calendars there are, and the person's own address, made or renewed by a press."""
    if request.method == "POST":
        renew_calendar(by=request.actor)
        messages.success(request, _("This is your new address. The former one shows nothing any more."))
        return redirect("meetings:own_calendar")
    key = queries.calendar_key(request.actor)
    own = reverse("meetings:secret_calendar", args=[key.secret]) if key else ""
    partnerships = Partnership.objects.of(request.actor).order_by("name_key")[:50]
    context = {
        "address": _root() + own if own else "",
        "public": _root() + reverse("meetings:public_calendar"),
        "partnerships": [
            (one, _root() + reverse("meetings:partnership_calendar", args=[one.slug])) for one in partnerships
        ],
    }
    response = render(request, "meetings/calendar_own.html", context)
    response["Cache-Control"] = "no-store"
    return response


@login_not_required
def meeting_calendar(request: Request, meeting_pk: int) -> HttpResponseBase:
    """One meeting as a file to be opened by a calendar program."""
    found, can = fetch(request, meeting_pk)
    inside = frozenset({found.partnership_id}) if "view_figures" in can else frozenset()
    rows = Meeting.objects.filter(pk=found.pk)
    return _calendar(request, rows, found.title, inside=inside, as_file=True)


@login_not_required
def public_calendar(request: Request) -> HttpResponseBase:
    """Everything public, the same for every reader."""
    return _calendar(request, queries.public_meetings(), _("Meetings of partnerships"))


@login_not_required
def partnership_calendar(request: Request, partnership_slug: str) -> HttpResponseBase:
    """What is public of one partnership, the same for every reader."""
    rows = Partnership.objects.filter(is_public=True) | Partnership.objects.filter(
        pk__in=queries.public_meetings().values("partnership")
    )
    partnership = get_object_or_404(rows.distinct(), slug=partnership_slug)
    return _calendar(request, queries.public_meetings(partnership), partnership.short_name)


@login_not_required
def secret_calendar(request: Request, calendar_secret: str) -> HttpResponseBase:
    """A person's own calendar: what the roles of today let the person see; the address is the permission."""
    key = get_object_or_404(CalendarKey, secret=calendar_secret)
    actor = load_actor(get_object_or_404(User, pk=key.user_id, is_active=True))
    rows, inside = queries.own_meetings(actor), queries.inside_of(actor)
    response = _calendar(request, rows, _("My meetings"), inside=inside, salt=repr(sorted(actor.roles)))
    response["Cache-Control"] = "private, no-cache"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _calendar(
    request: Request,
    rows: QuerySet[Meeting],
    name: str,
    *,
    inside: frozenset[int] = frozenset(),
    salt: str = "",
    as_file: bool = False,
) -> HttpResponseBase:
    """The calendar, or 304 where the program has it already: one counting query tells."""
    facts = rows.order_by().aggregate(count=Count("pk"), changed=Max("changed_at"))
    words = f"{name}|{facts['count']}|{facts['changed']}|{sorted(inside)}|{salt}"
    etag = f'"{hashlib.sha256(words.encode()).hexdigest()[:32]}"'
    if known := get_conditional_response(request, etag=etag):
        return known
    content = calendar_file(rows, name=name, stamp=facts["changed"] or timezone.now(), inside=inside)
    response = HttpResponse(content, content_type=KIND, headers={"ETag": etag, "Cache-Control": "no-cache"})
    if as_file:
        response["Content-Disposition"] = 'attachment; filename="spotkanie.ics"'
    return response


def _root() -> str:
    return settings.PUBLIC_URL.rstrip("/")
