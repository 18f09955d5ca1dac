"""The short way of what three hundred phones ask at once: whether anything is new, and to take a ballot."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, QueryDict

from spoiwo.kit.request import Refused
from spoiwo.workshops.actions.ballots import take
from spoiwo.workshops.forms.votes import raw_marks
from spoiwo.workshops.queries.pulses import revision_of
from spoiwo.workshops.rules.ballots import BadBallot

Handler = Callable[[HttpRequest], HttpResponse]
PULSE = re.compile(r"/pulse/([-\w]{1,16})/")
BALLOT = re.compile(r"/w/([0-9A-Z]{9})/ballot/([0-9]{1,9})/")
LARGEST = 20_000  # bytes of a ballot: two hundred options and some to spare


class Pulse:
    """Answers “is anything new?” before sessions, languages and rights are looked up for nothing.

    The answer is a number that says nothing to whoever does not sit in the hall; a phone that knows it gets 304 without a
    body. At most one indexed look-up. An address that is no hall's goes on to the view, which knows no such page.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "GET" and (found := PULSE.fullmatch(request.path_info)):
            request.get_host()  # refuses a host that is not ours
            if (revision := revision_of(found[1])) is not None:
                return _answer(f'"{revision}"', request.headers.get("If-None-Match"))
        return self.get_response(request)


class Ballots:
    """Takes a ballot that a page sends in the background (`static/workshops/send.js`) before anything is looked up for nothing.

    204 says that it is in, and the page has the words for that already. A ballot with a mistake, a blank one, one too late
    and one without a script go the usual way to `views.ballots.seat_ballot`, which answers in words.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and "X-Send" in request.headers:
            found = BALLOT.fullmatch(request.path_info)
            if found and _take(request, found[1], int(found[2])):
                return HttpResponse(status=204, headers={"Cache-Control": "no-store"})
        return self.get_response(request)


def _take(request: HttpRequest, code: str, vote_pk: int) -> bool:
    request.get_host()  # refuses a host that is not ours
    if len(request.body) > LARGEST:
        return False
    posted = QueryDict(request.body)
    nonce = posted.get("nonce", "")
    if not 1 <= len(nonce) <= 36 or "\x00" in nonce:
        return False
    try:
        return take(code, vote_pk, raw_marks(posted), nonce, is_blank="blank" in posted)
    except (BadBallot, Refused):
        return False


def _answer(tag: str, known: str | None) -> HttpResponse:
    """With the headers that the middlewares further down would have set on data."""
    answer = HttpResponseNotModified() if tag == known else HttpResponse(tag.strip('"'), "text/plain")
    answer["ETag"] = tag
    answer["Cache-Control"] = "no-cache"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
