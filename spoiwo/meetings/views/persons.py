"""Everything held about one person: found, shown, taken out, erased."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.text import slugify
from django.utils.translation import gettext as _

from spoiwo.kit.request import Request, require
from spoiwo.meetings.actions import privacy as actions
from spoiwo.meetings.exports.takeout import takeout_json, takeout_pdf
from spoiwo.meetings.permissions import privacy_verbs
from spoiwo.meetings.queries.takeout import Held, found_people, held_about, sections_of
from spoiwo.polish import fold
from spoiwo.register.models import Person

WRITERS = {"json": (takeout_json, "application/json"), "pdf": (takeout_pdf, "application/pdf")}


def person_search(request: Request) -> HttpResponse:
    """Records of a person by name, institution or e-mail address; one person may have several."""
    require(privacy_verbs(request.actor), "find_person")
    words = request.GET.get("q", "").strip()[:200]
    found = found_people(request.actor, words) if words else []
    is_one = len({fold(match.name) for match in found}) == 1
    context = {"words": words, "matches": found, "is_one": is_one}
    return render(request, "meetings/privacy_search.html", context)


def person_data(request: Request) -> HttpResponse:
    """Everything held about the chosen records; by POST as a file, which is recorded."""
    held = _held(request)
    if request.method == "POST":
        return _file(request, held, request.POST.get("format", ""))
    return _render(request, "meetings/takeout.html", held)


def person_erasure(request: Request) -> HttpResponse:
    """What will go and what stays; then, after a deliberate yes, it is gone."""
    held = _held(request)
    if request.method == "POST" and request.POST.get("sure") == "1":
        actions.erase_person(held.invitations, held.places, by=request.actor, at=timezone.now())
        messages.success(request, _("The data have been erased. Counts stay; nobody can be found in them."))
        return redirect("meetings:person_search")
    is_unsure = request.method == "POST"
    return _render(request, "meetings/privacy_erasure.html", held, is_unsure=is_unsure)


def _held(request: Request) -> Held:
    require(privacy_verbs(request.actor), "find_person")
    held = held_about(request.actor, request.GET.getlist("record"))
    if held is None:
        raise Http404
    return held


def _render(request: Request, template: str, held: Held, **more: Any) -> HttpResponse:
    query = urlencode({"record": held.keys}, doseq=True)
    context = {
        "held": held,
        "sections": sections_of(held),
        "query": query,
        "people": Person.objects.visible_to(request.actor).filter(pk__in=held.registered),
        "erasure_url": f"{reverse('meetings:person_erasure')}?{query}",
        "data_url": f"{reverse('meetings:person_data')}?{query}",
        **more,
    }
    response = render(request, template, context, status=422 if more.get("is_unsure") else 200)
    response["Cache-Control"] = "no-store"
    return response


def _file(request: Request, held: Held, format: str) -> HttpResponse:
    if format not in WRITERS:
        raise Http404
    write, kind = WRITERS[format]
    actions.record_takeout(held.invitations, held.places, by=request.actor, format=format)
    name = slugify(fold(held.name))[:60] or "osoba"
    headers = {
        "Content-Disposition": f'attachment; filename="dane-{name}.{format}"',
        "Cache-Control": "no-store",
    }
    return HttpResponse(write(held), content_type=kind, headers=headers)
