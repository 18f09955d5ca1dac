"""What this room does when a laureate agrees that a practice is published: a card begins with the laureate's words."""

from typing import Any

from spoiwo.contests.models import Award
from spoiwo.contests.signals import practice_agreed
from spoiwo.practices.actions.awards import card_of_award


def connect() -> None:
    """Called once by `apps.py`."""
    practice_agreed.connect(_begin_card, dispatch_uid="practices.begin_card")


def _begin_card(*, award: Award, **facts: Any) -> None:
    card_of_award(award)
