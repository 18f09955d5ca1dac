"""The short way of what three hundred phones ask at once: whether anything is new, and to take a ballot."""

import re
from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

Handler = Callable[[HttpRequest], HttpResponse]
PULSE = re.compile(r"/pulse/([-\w]{1,16})/")
NEWEST = "SELECT revision FROM workshops_hall WHERE pulse = %s"


class Pulse:
    """Answers “is anything new?” before sessions, languages and rights are looked up for nothing.

    The answer is a number that says nothing to whoever does not sit in the hall; a phone that knows it gets 304 without a
    body. One indexed look-up. An address that is no hall's goes on to the view, which knows no such page.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "GET" and (found := PULSE.fullmatch(request.path_info)):
            request.get_host()  # refuses a host that is not ours
            with connection.cursor() as cursor:
                cursor.execute(NEWEST, [found[1]])
                row = cursor.fetchone()
            if row:
                return _answer(f'"{row[0]}"', request.headers.get("If-None-Match"))
        return self.get_response(request)


def _answer(tag: str, known: str | None) -> HttpResponse:
    """With the headers that the middlewares further down would have set on data."""
    answer = HttpResponseNotModified() if tag == known else HttpResponse(tag.strip('"'), "text/plain")
    answer["ETag"] = tag
    answer["Cache-Control"] = "no-cache"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
