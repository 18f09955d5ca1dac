"""Requests through a chain of middleware inside this process, timed without the cost of building the request."""

import time
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.core.handlers.base import BaseHandler
from django.http import HttpRequest
from django.test import RequestFactory, override_settings
from django.urls import set_urlconf

from bench.figures import timed

Clock = Callable[[], float]


class Unexpected(RuntimeError):
    """A page did not answer as it should, so its time means nothing."""


# what any Django project needs to know who asks
SIGNED_IN = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]


class Asker:
    """Ours with the whole chain of middleware, or a bare project with its own `urlconf`.

    The bare one has no middleware, unless it is given a `session` too: then it has the two that read it.
    """

    def __init__(self, urlconf: str = "", session: str = "") -> None:
        self.urlconf, self.session = urlconf, session
        self.factory = RequestFactory(SERVER_NAME="localhost")
        self.handler = BaseHandler()
        bare = SIGNED_IN if session else []
        with override_settings(MIDDLEWARE=bare if urlconf else settings.MIDDLEWARE):
            self.handler.load_middleware()

    def get(self, path: str) -> bytes:
        """The page; raises `Unexpected` unless the answer is 200."""
        return self._answer(self._prepared(self.factory.get(path)), 200)

    def pieces(self, path: str) -> Iterator[bytes]:
        """What a streamed answer is made of, none of it kept."""
        response = self.handler.get_response(self._prepared(self.factory.get(path)))
        if response.status_code != 200:
            raise Unexpected(f"GET {path} gave {response.status_code}")
        yield from response
        response.close()

    def seconds(self, path: str, *, times: int = 1, clock: Clock = time.perf_counter) -> float:
        """Seconds until the last byte, the mean of some requests one after another."""
        requests = [self._prepared(self.factory.get(path)) for _number in range(times)]
        return timed(lambda: [self._answer(request, 200) for request in requests], clock)[0] / times

    def post(self, path: str, data: dict[str, Any]) -> tuple[float, str]:
        """Seconds, and the address the answer sends to; raises `Unexpected` unless it sends somewhere."""
        request = self._prepared(self.factory.post(path, data))
        seconds, location = timed(lambda: self._answer(request, 302))
        return seconds, location.decode()

    def _prepared(self, request: HttpRequest) -> HttpRequest:
        if self.urlconf:
            request.urlconf = self.urlconf
        if self.session:
            request.COOKIES[settings.SESSION_COOKIE_NAME] = self.session
        request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]
        return request

    def _answer(self, request: HttpRequest, wanted: int) -> bytes:
        response = self.handler.get_response(request)
        content = response["Location"].encode() if response.status_code == 302 else b"".join(response)
        if self.urlconf:
            set_urlconf(None)
        if response.status_code != wanted:
            raise Unexpected(
                f"{request.method} {request.get_full_path()} gave {response.status_code}, not {wanted}"
            )
        return content


def sign_in(user: Any) -> str:
    """The key of a new session of that user in the database this process works on."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.save()
    return str(store.session_key)
