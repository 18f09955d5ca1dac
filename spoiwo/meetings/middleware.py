"""The short way for stations at the door: a queue of people waits for these answers, and nobody is signed in for them."""

import re
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

from spoiwo.meetings.actions.readings import Result, take_upload

Handler = Callable[[HttpRequest], HttpResponse]
UPLOAD = re.compile(r"/door/([-\w]+)/scans/")


class StationUploads:
    """Takes uploads of open stations before sessions, languages and rights are looked up for nothing.

    The secret in the address says all there is to know of who asks, and the answer is data without a word in any
    language. An upload with a fault goes the usual way to `views.stations.station_scans`, which tells it.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and (found := UPLOAD.fullmatch(request.path_info)):
            request.get_host()  # refuses a host that is not ours
            if (results := take_upload(found[1], request.body)) is not None:
                return _answer(results)
        return self.get_response(request)


def _answer(results: list[Result]) -> HttpResponse:
    """With the headers that the middlewares further down would have set on data."""
    answer = JsonResponse({"results": [_told(result) for result in results]})
    answer["Content-Length"] = str(len(answer.content))
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store"
    return answer


def _told(result: Result) -> dict[str, Any]:
    person = result.ticket
    return {
        "nonce": result.nonce,
        "outcome": result.outcome,
        "repeat": result.is_repeat,
        "name": person.name if person else "",
        "organisation": person.organisation_name if person else "",
        "code": person.code if person else "",
        "group": person.group if person else "",
    }
