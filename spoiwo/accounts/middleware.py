"""When a session was last used, noted so seldom that reading pages does not mean writing to the database."""

from allauth.account.adapter import get_adapter
from allauth.usersessions.middleware import UserSessionsMiddleware
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

PAUSE = 300  # seconds


class SessionActivity(UserSessionsMiddleware):
    """django-allauth's own notes the use of a session at every page, and a page would wait wherever somebody writes.

    Here a session is noted when it is new to this process, when its address or browser changes, and after each
    `PAUSE`; so “last seen” on the page of one's sessions may be that old.
    """

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = request.session.session_key
        if key and not cache.add(self._mark(request, key), True, PAUSE):
            return self.get_response(request)
        return super().__call__(request)

    def _mark(self, request: HttpRequest, key: str) -> str:
        seen = "\n".join([key, get_adapter().get_client_ip(request), request.META.get("HTTP_USER_AGENT", "")])
        return f"seen:{salted_hmac('spoiwo.accounts.seen', seen).hexdigest()}"
