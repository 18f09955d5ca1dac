"""Words for the kinds and states of this room."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.workshops.rules.ballots import Method, Reason
from spoiwo.workshops.rules.places import Problem
from spoiwo.workshops.rules.states import (
    DecisionKind,
    Entry,
    Grouping,
    IdeaStyle,
    LineState,
    Naming,
    ProposalState,
    Screen,
    SheetField,
    SheetForm,
    StepKind,
    StepState,
    Via,
    VoteState,
)

STEP_LABELS = {
    StepKind.TALK: pgettext_lazy("kind of step", "talk or recap"),
    StepKind.SHEETS: pgettext_lazy("kind of step", "group sheets"),
    StepKind.IDEAS: pgettext_lazy("kind of step", "ideas of single people"),
    StepKind.SCREENING: pgettext_lazy("kind of step", "screening by criteria"),
    StepKind.VOTE: pgettext_lazy("kind of step", "vote"),
    StepKind.CARDS: pgettext_lazy("kind of step", "concept cards"),
}

STEP_STATE_LABELS = {
    StepState.PREPARED: pgettext_lazy("state of a step", "prepared"),
    StepState.OPEN: pgettext_lazy("state of a step", "under way"),
    StepState.CLOSED: pgettext_lazy("state of a step", "closed"),
}

FORM_LABELS = {
    SheetForm.BARREL: _("barrel: resources, problems, challenges, potentials"),
    SheetForm.COMPONENT: _("component: strengths and weaknesses"),
    SheetForm.PRINCIPLE: _("principle: ideas"),
    SheetForm.PROPOSAL: _("proposals of projects"),
}

FIELD_LABELS = {
    SheetField.RESOURCES: pgettext_lazy("heading of a sheet", "Resources"),
    SheetField.PROBLEMS: pgettext_lazy("heading of a sheet", "Problems"),
    SheetField.CHALLENGES: pgettext_lazy("heading of a sheet", "Challenges"),
    SheetField.POTENTIALS: pgettext_lazy("heading of a sheet", "Potentials"),
    SheetField.STRENGTHS: pgettext_lazy("heading of a sheet", "Strengths"),
    SheetField.WEAKNESSES: pgettext_lazy("heading of a sheet", "Weaknesses"),
    SheetField.IDEAS: pgettext_lazy("heading of a sheet", "Ideas"),
}

GROUPING_LABELS = {
    Grouping.BALANCED: _("balanced by sector and commune, people of one office apart"),
    Grouping.THEME: _("one table for each theme, people spread evenly"),
    Grouping.CHOICE: _("people choose their table"),
    Grouping.HAND: _("by hand"),
}

STYLE_LABELS = {
    IdeaStyle.ALONE: _("only their own"),
    IdeaStyle.SUGGESTIONS: _("a few of others, as a suggestion"),
    IdeaStyle.OPEN: pgettext_lazy("whose ideas", "everybody's"),
}

NAMING_LABELS = {
    Naming.ANONYMOUS: pgettext_lazy("of an author", "nothing"),
    Naming.GROUP: pgettext_lazy("of an author", "the group"),
    Naming.NAME: pgettext_lazy("of an author", "the name"),
}

LINE_LABELS = {
    LineState.WAITING: pgettext_lazy("state of an idea", "waits for a look"),
    LineState.SHOWN: pgettext_lazy("state of an idea", "shown"),
    LineState.HELD_BACK: pgettext_lazy("state of an idea", "held back"),
    LineState.MERGED: pgettext_lazy("state of an idea", "joined with another"),
    LineState.STRUCK: pgettext_lazy("state of an idea", "struck out"),
}

PROPOSAL_LABELS = {
    ProposalState.ENTERED: pgettext_lazy("state of a proposal", "entered"),
    ProposalState.WITHDRAWN: pgettext_lazy("state of a proposal", "withdrawn"),
    ProposalState.MERGED: pgettext_lazy("state of a proposal", "joined with another"),
}

METHOD_LABELS = {
    Method.POINTS: pgettext_lazy("method of voting", "points (dots)"),
    Method.APPROVAL: pgettext_lazy("method of voting", "approval"),
    Method.SCORE: pgettext_lazy("method of voting", "marks"),
    Method.BORDA: pgettext_lazy("method of voting", "ranking, counted by Borda"),
    Method.SCHULZE: pgettext_lazy("method of voting", "ranking, counted by Schulze"),
    Method.MOTION: pgettext_lazy("method of voting", "for, against, abstaining"),
    Method.SHARES: pgettext_lazy("method of voting", "sharing a budget (equal shares)"),
}

VOTE_LABELS = {
    VoteState.PREPARED: pgettext_lazy("state of a vote", "prepared"),
    VoteState.OPEN: pgettext_lazy("state of a vote", "under way"),
    VoteState.CLOSED: pgettext_lazy("state of a vote", "closed"),
}

VIA_LABELS = {
    Via.PHONE: pgettext_lazy("way of a ballot", "by phone"),
    Via.PAPER: pgettext_lazy("way of a ballot", "on paper"),
}

ENTRY_LABELS = {
    Entry.SLIPS: _("a slip with a code, handed out in the hall"),
    Entry.TICKETS: _("the code of the invitation or ticket"),
}

DECISION_LABELS = {
    DecisionKind.TAKE_BOTH: pgettext_lazy("decision about a tie", "all of them are taken"),
    DecisionKind.RUN_OFF: pgettext_lazy("decision about a tie", "a run-off is held"),
    DecisionKind.MERGE: pgettext_lazy("decision about a tie", "they are joined into one"),
    DecisionKind.LOT: pgettext_lazy("decision about a tie", "lots are drawn"),
    DecisionKind.CASTING: pgettext_lazy("decision about a tie", "the vote of the chair decides"),
}

SCREEN_LABELS = {
    Screen.TASK: pgettext_lazy("on the screen", "the task"),
    Screen.JOIN: pgettext_lazy("on the screen", "how to take part"),
    Screen.WORK: pgettext_lazy("on the screen", "the work of the groups"),
    Screen.RESULT: pgettext_lazy("on the screen", "the result"),
    Screen.RECAP: pgettext_lazy("on the screen", "what came before"),
    Screen.PAUSE: pgettext_lazy("on the screen", "a break"),
}

BALLOT_SENTENCES = {
    Reason.NOT_AN_OPTION: _("This is not on the ballot."),
    Reason.NOT_A_NUMBER: _("“%(text)s” is not a whole number."),
    Reason.TOO_LOW: _("The lowest mark here is %(low)d."),
    Reason.TOO_HIGH: _("The highest mark here is %(high)d."),
    Reason.PLACE_TAKEN: _("Place %(by)d has been given twice."),
    Reason.TOO_MANY_OPTIONS: _("At most %(most_options)d can be marked; take %(by)d away."),
    Reason.TOO_MANY_POINTS: _("You have %(budget)d points; take %(by)d away."),
}

TIE_SENTENCES = {
    Problem.NO_TIE: _("There is nothing to decide about: who is chosen is clear."),
    Problem.NOT_TIED: _("Only options that are equal can be decided about."),
    Problem.NOT_ALL: _("Decide about all that are equal; leaving one out would be a choice without a vote."),
    Problem.TOO_FEW: _("Choose at least two that are to be joined."),
    Problem.NO_TITLE: _("Write the title of the joint proposal."),
    Problem.NO_SEED: _("This vote has no seed written down before, so no lot can be drawn."),
    Problem.OTHER_SEED: _("A lot is drawn only with the seed that was written down before the vote."),
}
