"""What this room does when a laureate agrees that a practice is published, and when the consent is taken back."""

from typing import Any

from spoiwo.contests.models import Award
from spoiwo.contests.signals import practice_agreed, practice_refused
from spoiwo.practices.actions.awards import card_of_award, take_back_card


def connect() -> None:
    """Called once by `apps.py`."""
    practice_agreed.connect(_begin_card, dispatch_uid="practices.begin_card")
    practice_refused.connect(_take_back_card, dispatch_uid="practices.take_back_card")


def _begin_card(*, award: Award, **facts: Any) -> None:
    card_of_award(award)


def _take_back_card(*, award: Award, **facts: Any) -> None:
    take_back_card(award)
