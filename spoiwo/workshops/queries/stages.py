"""What a step puts before people: on a phone, on the projector, on the facilitator's page; one function per kind of step."""

from collections.abc import Callable
from typing import Any, NamedTuple

from spoiwo.workshops.models import Hall, Slip, Step, Table


class Stage(NamedTuple):
    """A partial template and what it shows."""

    template: str
    facts: dict[str, Any]


SeatStage = Callable[[Hall, Step, Slip], Stage]
ScreenStage = Callable[[Hall, Step], Stage]
DeskStage = Callable[[Hall, Step, Table], Stage]
PanelStage = Callable[[Step], Stage]
