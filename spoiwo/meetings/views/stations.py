"""The stations at the door: a page that works without a network, and the few addresses it talks to.

Whoever holds the secret address may check people in to this one meeting and see its list, nothing else; so there is no
account, no session and no form's secret, and each answer is short.
"""

import json
from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused, Request
from spoiwo.meetings.actions import door as actions
from spoiwo.meetings.importers.readings import moment_of
from spoiwo.meetings.models import Station
from spoiwo.meetings.queries import door as queries

WORKER = Path(__file__).resolve().parent.parent / "static" / "meetings" / "station-worker.js"


@login_not_required
def station(request: Request, station_secret: str) -> HttpResponse:
    """The page of a station: scan, type, let in."""
    found = _fetch(station_secret)
    people = queries.station_people(found.meeting_id)
    context = {
        "station": found,
        "meeting": found.meeting,
        "people": people,
        "counts": queries.door_counts(found.meeting_id),
    }
    return _private(render(request, "meetings/station.html", context))


@login_not_required
def station_people(request: Request, station_secret: str) -> HttpResponse:
    """Names, institutions and ticket codes, for the device to keep until the meeting is over."""
    found = _fetch(station_secret)
    return _private(
        JsonResponse(
            {
                "people": queries.station_people(found.meeting_id),
                "counts": queries.door_counts(found.meeting_id),
            }
        )
    )


@csrf_exempt
@require_POST
@login_not_required
def station_scans(request: HttpRequest, station_secret: str) -> HttpResponse:
    """Says what is wrong with an upload; one without fault never comes here (see `middleware.StationUploads`)."""
    _fetch(station_secret)
    return JsonResponse({"problem": _("This upload cannot be read.")}, status=400)


@csrf_exempt
@require_POST
@login_not_required
def station_person(request: HttpRequest, station_secret: str) -> HttpResponse:
    """Somebody who is not on the list: let in with name and institution; the same nonce adds nobody twice."""
    found = _fetch(station_secret)
    try:
        row = json.loads(request.body)
        nonce, given, family, body = (
            str(row.get(key, ""))[:300] for key in ("nonce", "given_name", "family_name", "organisation_name")
        )
        person = actions.add_person(
            found.meeting,
            by=Actor(name=found.name),
            at=moment_of(str(row.get("at", ""))),
            nonce=nonce[:36],
            given_name=given[:80],
            family_name=family[:120],
            organisation_name=body,
        )
    except Refused as problem:
        return JsonResponse({"problem": problem.reason}, status=422)
    except (ValueError, TypeError, AttributeError):
        return JsonResponse({"problem": _("This upload cannot be read.")}, status=400)
    return JsonResponse({"person": {"code": person.code, "name": person.name, "presence": person.presence}})


@login_not_required
def station_manifest(request: Request, station_secret: str) -> HttpResponse:
    """So that a phone can keep the station on its home screen."""
    found = _fetch(station_secret)
    start = reverse("meetings:station", args=[station_secret])
    manifest = {
        "name": f"{found.meeting.title} – {found.name}"[:80],
        "short_name": found.name[:12],
        "start_url": start,
        "scope": start,
        "display": "standalone",
        "background_color": "#faf8f4",
        "theme_color": "#0e5a4b",
        "icons": [
            {"src": staticfiles_storage.url("kit/favicon.svg"), "sizes": "any", "type": "image/svg+xml"}
        ],
    }
    return _private(JsonResponse(manifest, content_type="application/manifest+json"))


@login_not_required
def station_worker(request: Request) -> HttpResponse:
    """The service worker; it stands here and not among the static files because it may serve only what lies below it."""
    script = WORKER.read_bytes()
    return HttpResponse(script, content_type="text/javascript", headers={"Cache-Control": "no-cache"})


def _fetch(secret: str) -> Station:
    found = Station.objects.select_related("meeting").filter(secret=secret, closed_at=None).first()
    if found is None:
        raise Http404
    return found


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
