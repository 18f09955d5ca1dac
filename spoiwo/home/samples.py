"""Sample data for /ui/."""

from typing import Any

from django.http import HttpRequest


def components(request: HttpRequest) -> dict[str, Any]:
    """Context of the page of components."""
    return {}
