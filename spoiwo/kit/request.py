"""What our middleware adds to Django's request, and the two ways a view answers a refusal."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise

from spoiwo.kit.actor import Actor


class Request(HttpRequest):
    """A request with the actor our middleware loaded."""

    actor: Actor


class Refused(Exception):
    """An action breaks a rule; `reason` is a translated sentence for the person, `field` the form's field if any."""

    def __init__(self, reason: str | Promise, field: str | None = None) -> None:
        super().__init__(str(reason))
        self.reason = str(reason)
        self.field = field


def root_for_others(request: HttpRequest) -> str:
    """The address under which other devices reach this program, without a slash at its end: the one asked by, unless it
    means only this machine; then the one in the settings (with --lan this machine's in its network)."""
    host = request.get_host()
    name = host.rsplit(":", 1)[0].strip("[]")
    if name in ("localhost", "::1") or name.startswith("127."):
        return settings.PUBLIC_URL.rstrip("/")
    return f"{request.scheme}://{host}"


def require(can: set[str], verb: str) -> None:
    """Raises 403 unless `verb` is among the verbs the actor may do here."""
    if verb not in can:
        raise PermissionDenied(verb)


def is_fragment(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page (and not for the history's whole page)."""
    return request.headers.get("HX-Request") == "true" and "HX-History-Restore-Request" not in request.headers


def page_or_fragment(
    request: HttpRequest, template: str, partial: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """The whole page, or with `HX-Request` only its partial of that name: same address, same context."""
    name = f"{template}#{partial}" if is_fragment(request) else template
    response = render(request, name, context, status=status)
    response["Vary"] = "HX-Request, Cookie, Accept-Language"
    return response
