"""Kinds and states of steps, sheets, ideas, proposals and votes, and which state may follow which."""

from enum import StrEnum


class StepKind(StrEnum):
    """What people do in a step; each kind but the talk leaves something that a later step takes up."""

    TALK = "talk"
    SHEETS = "sheets"
    IDEAS = "ideas"
    SCREENING = "screening"
    VOTE = "vote"
    CARDS = "cards"


class StepState(StrEnum):
    """Where a step stands; people write only while it is open."""

    PREPARED = "prepared"
    OPEN = "open"
    CLOSED = "closed"


STEP_NEXT = {
    StepState.PREPARED: {StepState.OPEN},
    StepState.OPEN: {StepState.CLOSED},
    StepState.CLOSED: {StepState.OPEN},
}


class SheetForm(StrEnum):
    """The form of a group's sheet."""

    BARREL = "barrel"
    COMPONENT = "component"
    PRINCIPLE = "principle"
    PROPOSAL = "proposal"


class SheetField(StrEnum):
    """A heading on a sheet that lines are written under; ideas of single people stand under the last."""

    RESOURCES = "resources"
    PROBLEMS = "problems"
    CHALLENGES = "challenges"
    POTENTIALS = "potentials"
    STRENGTHS = "strengths"
    WEAKNESSES = "weaknesses"
    IDEAS = "ideas"


FIELDS_OF: dict[str, tuple[SheetField, ...]] = {
    SheetForm.BARREL: (
        SheetField.RESOURCES,
        SheetField.PROBLEMS,
        SheetField.CHALLENGES,
        SheetField.POTENTIALS,
    ),
    SheetForm.COMPONENT: (SheetField.STRENGTHS, SheetField.WEAKNESSES),
    SheetForm.PRINCIPLE: (SheetField.IDEAS,),
    SheetForm.PROPOSAL: (),
}
"""Headings of each form in their order; a sheet of proposals has whole proposals instead of lines."""


class Grouping(StrEnum):
    """How people come to their tables."""

    BALANCED = "balanced"
    THEME = "theme"
    CHOICE = "choice"
    HAND = "hand"


class IdeaStyle(StrEnum):
    """Whose ideas a person sees while writing: nobody else's, a few, or all."""

    ALONE = "alone"
    SUGGESTIONS = "suggestions"
    OPEN = "open"


class Naming(StrEnum):
    """What an idea says of its author."""

    ANONYMOUS = "anonymous"
    GROUP = "group"
    NAME = "name"


class LineState(StrEnum):
    """Where a line or idea stands; only shown ones reach the projector, the report and the next step."""

    WAITING = "waiting"
    SHOWN = "shown"
    HELD_BACK = "held_back"
    MERGED = "merged"
    STRUCK = "struck"


class ProposalState(StrEnum):
    """Where a proposal stands; only entered ones are screened and voted on."""

    ENTERED = "entered"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


class VoteState(StrEnum):
    """Where a vote stands: ballots are taken while it is open, counts are shown once it is closed."""

    PREPARED = "prepared"
    OPEN = "open"
    CLOSED = "closed"


class Via(StrEnum):
    """How a ballot came."""

    PHONE = "phone"
    PAPER = "paper"


class Entry(StrEnum):
    """What lets a person take part: a slip handed out in the hall, or the ticket of the invitation."""

    SLIPS = "slips"
    TICKETS = "tickets"


class DecisionKind(StrEnum):
    """How a tie was settled, or the chair's casting vote."""

    TAKE_BOTH = "take_both"
    RUN_OFF = "run_off"
    MERGE = "merge"
    LOT = "lot"
    CASTING = "casting"


class Screen(StrEnum):
    """What the projector shows of the current step."""

    TASK = "task"
    JOIN = "join"
    WORK = "work"
    RESULT = "result"
    RECAP = "recap"
    PAUSE = "pause"
