"""What the front page and the desk show; a card is one function over the rooms' queries."""

from typing import Any

from spoiwo.kit.actor import Actor
from spoiwo.partnerships.models import Partnership


def front() -> dict[str, Any]:
    """The public partnerships, with their area."""
    return {"partnerships": Partnership.objects.published().order_by("name_key").prefetch_related("area")[:24]}


def desk(actor: Actor) -> dict[str, Any]:
    """The person's partnerships."""
    return {"partnerships": Partnership.objects.of(actor).order_by("name_key")}
