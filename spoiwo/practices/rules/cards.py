"""What a card must say before it is sent to validation, and which step may follow which."""

from collections.abc import Mapping
from enum import StrEnum

from spoiwo.practices.rules.states import AUTHORS_STEPS, NEEDED, NEXT, PracticeState


class Lack(StrEnum):
    """What is missing on a card."""

    PROBLEM = "problem"
    ACTIONS = "actions"
    EVIDENCE = "evidence"
    TRANSFER = "transfer"
    OWNER = "owner"
    PLACE = "place"
    CONTACT = "contact"


class Bar(StrEnum):
    """Why a step cannot be taken."""

    NOT_NEXT = "not_next"
    INCOMPLETE = "incomplete"
    NO_FEEDBACK = "no_feedback"
    OWN = "own"
    NO_GRADE = "no_grade"


def lacks(texts: Mapping[str, str], *, owner: str, has_place: bool, contact: str) -> list[Lack]:
    """What is missing, in the order it is filled in."""
    missing = [Lack(name) for name in NEEDED if not texts.get(name, "").strip()]
    missing += [] if owner.strip() else [Lack.OWNER]
    missing += [] if has_place else [Lack.PLACE]
    return missing + ([] if contact.strip() else [Lack.CONTACT])


def bar_to_move(state: str, wanted: str, missing: list[Lack]) -> Bar | None:
    """Why the practice cannot go from `state` to `wanted`; None where it can."""
    if wanted not in NEXT[PracticeState(state)]:
        return Bar.NOT_NEXT
    return Bar.INCOMPLETE if missing and wanted == PracticeState.FORMAL else None


def bar_to_author(state: str, wanted: str, missing: list[Lack], *, was_published: bool) -> Bar | None:
    """Why an author cannot take the step alone: nobody puts an unchecked card into the catalogue by withdrawing it."""
    if wanted not in AUTHORS_STEPS[PracticeState(state)]:
        return Bar.NOT_NEXT
    if wanted == PracticeState.PUBLISHED and not was_published:
        return Bar.NOT_NEXT
    return bar_to_move(state, wanted, missing)


def bar_to_decide(*, is_passed: bool, is_expert_step: bool, feedback: str, has_grade: bool) -> Bar | None:
    """Why a step of validation cannot end so: whoever returns a card says why, an expert who passes it grades the evidence."""
    if not is_passed and not feedback.strip():
        return Bar.NO_FEEDBACK
    return Bar.NO_GRADE if is_passed and is_expert_step and not has_grade else None
