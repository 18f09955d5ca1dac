"""Read-only open data as JSON and CSV; calls queries only."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from spoiwo.api import shapes
from spoiwo.documents.web import table_response
from spoiwo.kit.actor import NOBODY
from spoiwo.kit.dates import parse_day, today
from spoiwo.kit.request import Request
from spoiwo.partnerships import exports
from spoiwo.partnerships.models import Partnership
from spoiwo.partnerships.queries import partnerships as queries


@login_not_required
def index(request: Request) -> HttpResponse:
    """What data are open, for people."""
    response = render(
        request, "api/index.html", {"example": Partnership.objects.published().order_by("pk").first()}
    )
    response["X-Public-Page"] = "1"
    return response


@login_not_required
def openapi(request: Request) -> HttpResponse:
    """What data are open, for machines (OpenAPI 3.1)."""
    return _json(request, shapes.openapi())


@login_not_required
def partnerships(request: Request) -> HttpResponse:
    """Public partnerships with their areas."""
    rows = Partnership.objects.published().order_by("slug").prefetch_related("area")
    return _json(request, {"partnerships": [shapes.partnership(one) for one in rows]})


@login_not_required
def parties(request: Request, slug: str) -> HttpResponseBase:
    """Who was a party on day `at` (today where it is left out); an impossible day is an error, not today."""
    found = get_object_or_404(Partnership.objects.published(), slug=slug)
    asked = request.GET.get("at", "")
    day = parse_day(asked) if asked else today()
    if day is None:
        return _json(
            request, {"error": _("“at” must be a day such as 2024-09-18."), "field": "at"}, status=400
        )
    states = queries.agreements_on(found, NOBODY, day)
    if request.GET.get("format") == "csv":
        return table_response(exports.parties_table(found, states, day), "csv", ",")
    return _json(request, shapes.parties(found, states, day))


def _json(request: Request, content: dict, status: int = 200) -> JsonResponse:
    response = JsonResponse(content, status=status, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Access-Control-Allow-Origin"] = "*"
    if status == 200:
        response["X-Public-Page"] = "1"
    return response
