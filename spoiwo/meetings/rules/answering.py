"""Which answers to an invitation are taken, and until when."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from spoiwo.meetings.rules.states import CampaignState, MeetingState, Reply


class Problem(StrEnum):
    """Why an answer is not taken."""

    NOT_LAUNCHED = "not_launched"
    CLOSED = "closed"
    TOO_LATE = "too_late"
    NO_MEETING = "no_meeting"
    NOT_OFFERED = "not_offered"
    CALLED_OFF = "called_off"
    OVER = "over"
    NO_DEPUTY = "no_deputy"
    NAMELESS = "nameless"
    OVERTAKEN = "overtaken"
    NOTHING_SAID = "nothing_said"
    TOO_OFTEN = "too_often"


# A code travels, and each answer can send a letter to an address typed with it: whoever holds one is not to write to the
# world. What goes beyond this goes through the organiser's hands.
GUEST_ANSWERS, GUEST_DEPUTIES, CHAIN = 30, 5, 3


@dataclass(frozen=True, slots=True)
class Occasion:
    """What an answer depends on: the campaign, the moment, who enters it, and what was said before.

    `answers` and `deputies` count what this invitation had already, `depth` how many stand in for whom above it.
    """

    state: str
    answer_by: dt.datetime
    at: dt.datetime
    is_clerk: bool
    allows_deputy: bool
    answers: int = 0
    deputies: int = 0
    depth: int = 0

    @property
    def is_worn_out(self) -> bool:
        """Whether so many answers came by this code that the rest is for the organiser."""
        return not self.is_clerk and self.answers >= GUEST_ANSWERS

    @property
    def may_name_another(self) -> bool:
        """Whether one more deputy may be named without asking the organiser."""
        return self.is_clerk or (self.deputies < GUEST_DEPUTIES and self.depth < CHAIN)


@dataclass(frozen=True, slots=True)
class Choice:
    """The meeting chosen: `is_offered` in this campaign, its state, and when it ends."""

    is_offered: bool
    state: str
    ends_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Deputy:
    """Who comes instead."""

    given_name: str = ""
    family_name: str = ""
    function: str = ""
    email: str = ""

    @property
    def name(self) -> str:
        """Given name and surname."""
        return f"{self.given_name} {self.family_name}".strip()


def may_answer(
    occasion: Occasion, reply: Reply, choice: Choice | None, *, deputy_name: str = ""
) -> Problem | None:
    """None for an answer that is taken.

    A guest answers until the deadline; a clerk enters what came in until the meeting is over, because letters and
    telephone calls reach the desk late. A refusal needs no meeting.
    """
    if occasion.state == CampaignState.DRAFT:
        return Problem.NOT_LAUNCHED
    if occasion.state == CampaignState.CLOSED:
        return Problem.CLOSED
    if not occasion.is_clerk and occasion.at > occasion.answer_by:
        return Problem.TOO_LATE
    if reply == Reply.NONE:
        return Problem.NOTHING_SAID
    if occasion.is_worn_out:
        return Problem.TOO_OFTEN
    if reply == Reply.NO:
        return None
    if reply == Reply.DEPUTY and (problem := _may_send(occasion, deputy_name)):
        return problem
    return _may_choose(choice, occasion.at)


def _may_send(occasion: Occasion, deputy_name: str) -> Problem | None:
    if not occasion.allows_deputy:
        return Problem.NO_DEPUTY
    if not deputy_name.strip():
        return Problem.NAMELESS
    return None if occasion.may_name_another else Problem.TOO_OFTEN


def _may_choose(choice: Choice | None, at: dt.datetime) -> Problem | None:
    if choice is None:
        return Problem.NO_MEETING
    if not choice.is_offered:
        return Problem.NOT_OFFERED
    if choice.state == MeetingState.CANCELLED:
        return Problem.CALLED_OFF
    return Problem.OVER if at > choice.ends_at else None
