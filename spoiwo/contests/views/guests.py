"""How pages of people without an account answer: their addresses are secrets, so nothing keeps a copy on the way."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from spoiwo.kit.request import Request


def guest_page(
    request: Request, template: str, context: dict[str, Any], *, is_wrong: bool = False
) -> HttpResponse:
    """The page, or with `is_wrong` the same with status 422; the address leaves this site with no link."""
    response = render(request, f"contests/guest/{template}.html", context, status=422 if is_wrong else 200)
    return unkept(response)


def unkept(response: Any) -> Any:
    """The same answer, not to be kept by anybody on the way."""
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "same-origin"
    return response
