"""The projector, which follows the facilitator, and the pulse that every device asks."""

from hashlib import blake2b

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe

from spoiwo.documents.codes import code_picture
from spoiwo.kit.request import Request, is_fragment, root_for_others
from spoiwo.workshops.models import Hall
from spoiwo.workshops.queries.halls import hall_of_screen
from spoiwo.workshops.queries.shown import screen_of


@login_not_required
def screen(request: Request, screen_secret: str) -> HttpResponse:
    """What the hall sees; asked for every second, it answers 304 while nothing on it has changed."""
    hall = _fetch(screen_secret)
    template = "workshops/screen.html"
    stage = screen_of(hall)
    step = stage.facts.get("step", hall.step)
    context = {"hall": hall, "meeting": hall.meeting, "step": step, "stage": stage, "join": _join(request)}
    response = render(request, f"{template}#stage" if is_fragment(request) else template, context)
    response["Cache-Control"] = "no-store"
    if is_fragment(request):
        tag = f'"{blake2b(response.content, digest_size=12).hexdigest()}"'
        if request.headers.get("If-None-Match") == tag:
            response = HttpResponseNotModified()
        response["ETag"] = tag
    return response


@login_not_required
def join_code(request: Request, screen_secret: str) -> HttpResponse:
    """The QR code of the address where people type their codes, as a picture for slides of one's own."""
    _fetch(screen_secret)
    picture = code_picture(_join(request)["url"], quiet=4)
    return HttpResponse(picture, content_type="image/svg+xml")


@login_not_required
def pulse(request: HttpRequest, pulse: str) -> HttpResponse:
    """An address that is no hall's; those of halls are answered by `middleware.Pulse`."""
    raise Http404


def _join(request: Request) -> dict[str, str]:
    """Where people take part, under the address by which this very page was opened: it is the one the hall can reach."""
    url = root_for_others(request) + reverse("workshops:join")
    picture = mark_safe(code_picture(url, quiet=4))  # noqa: S308 - our own picture
    return {"url": url, "short": url.split("://", 1)[1].rstrip("/"), "picture": picture}


def _fetch(secret: str) -> Hall:
    hall = hall_of_screen(secret)
    if hall is None:
        raise Http404
    return hall
