"""The door map: every address of the house with who may open it; rooms add their own in `<room>/tests/doors.py`.

Audiences: public · signed-in · staff (works for some partnership) · insider, people, director, coordinator (of that
partnership) · keeper (of contests), commission, chair (of an edition) · book-reader, book-keeper (of that contact book) · admin · post (answers only POST) · library (django-allauth's own).
"""

from importlib import import_module
from importlib.util import find_spec

ROOMS = (
    "home",
    "accounts",
    "places",
    "register",
    "partnerships",
    "meetings",
    "projects",
    "workshops",
    "contests",
    "practices",
    "newsroom",
    "archive",
    "api",
)


def door_map() -> dict[str, str]:
    """URL name → audience, over all rooms."""
    doors: dict[str, str] = {}
    for room in ROOMS:
        name = f"spoiwo.{room}.tests.doors"
        if find_spec(name):
            doors |= import_module(name).DOORS
    return doors
