"""What the register does when the register of places says something."""

from collections.abc import Mapping
from typing import Any

from spoiwo.kit.actor import Actor
from spoiwo.places.signals import units_moved
from spoiwo.register import actions


def connect() -> None:
    """Called once by `apps.py`."""
    units_moved.connect(_follow_units, dispatch_uid="register.follow_units")


def _follow_units(*, moves: Mapping[int, int], by: Actor, **facts: Any) -> None:
    actions.move_places(moves, by=by)
