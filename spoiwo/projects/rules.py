"""The rules of concept cards: what a card says, when it is complete, which state may follow which."""

from dataclasses import dataclass
from enum import StrEnum

# The running texts of a card in the order a reader meets them.
TEXTS = (
    "aim", "problem", "needs", "resources", "goals", "actions", "target_group", "partners_note", "risks", "judged_by",
)  # fmt: skip
LONGEST = 20_000  # characters in one text


class CardState(StrEnum):
    """Where a card stands; from `AGREED` on it belongs to the partnership's programme."""

    DRAFT = "draft"
    AGREED = "agreed"
    PRESENTED = "presented"
    DROPPED = "dropped"


NEXT = {
    CardState.DRAFT: {CardState.AGREED, CardState.DROPPED},
    CardState.AGREED: {CardState.PRESENTED, CardState.DRAFT, CardState.DROPPED},
    CardState.PRESENTED: {CardState.AGREED, CardState.DROPPED},
    CardState.DROPPED: {CardState.DRAFT},
}
IN_PROGRAMME = (CardState.AGREED, CardState.PRESENTED)


class Lack(StrEnum):
    """What a card must say before it can be agreed, and does not."""

    AIM = "aim"
    ACTIONS = "actions"
    LEADER = "leader_name"
    DEPUTY = "deputy_name"
    SAME_PERSON = "same_person"
    NEXT_STEP = "next_step"
    DAY = "next_step_on"


class ProjectState(StrEnum):
    """How far a project has come."""

    PLANNED = "planned"
    RUNNING = "running"
    COMPLETED = "completed"
    GIVEN_UP = "given_up"


class Bar(StrEnum):
    """Why something cannot be done with a card."""

    NOT_NEXT = "not_next"
    INCOMPLETE = "incomplete"
    AGREED = "agreed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Content:
    """What the rules ask of a card."""

    aim: str
    actions: str
    leader: str
    deputy: str
    next_step: str
    has_day: bool


def lacks(content: Content) -> list[Lack]:
    """What is missing, in the order it is filled in: without a leader and a deputy nobody carries a project on."""
    said = {
        Lack.AIM: content.aim.strip(),
        Lack.ACTIONS: content.actions.strip(),
        Lack.LEADER: content.leader.strip(),
        Lack.DEPUTY: content.deputy.strip(),
        Lack.SAME_PERSON: not content.leader.strip() or _name(content.leader) != _name(content.deputy),
        Lack.NEXT_STEP: content.next_step.strip(),
        Lack.DAY: content.has_day,
    }
    return [lack for lack, is_there in said.items() if not is_there]


def bar_to_move(state: str, wanted: str, lacking: list[Lack]) -> Bar | None:
    """Why the card cannot go from `state` to `wanted`; None where it can."""
    if wanted not in NEXT[CardState(state)]:
        return Bar.NOT_NEXT
    return Bar.INCOMPLETE if lacking and wanted in IN_PROGRAMME else None


def bar_to_writing(state: str) -> Bar | None:
    """Why its texts cannot be changed: what was agreed does not change under the hands of those who agreed."""
    if state == CardState.DROPPED:
        return Bar.DROPPED
    return None if state == CardState.DRAFT else Bar.AGREED


def bar_to_editing(state: str, lacking: list[Lack]) -> Bar | None:
    """Why leader, next step, partners and budget cannot be saved so: a dropped card rests, an agreed one stays whole."""
    if state == CardState.DROPPED:
        return Bar.DROPPED
    return Bar.INCOMPLETE if lacking and state in IN_PROGRAMME else None


def _name(text: str) -> str:
    return " ".join(text.split()).casefold()
