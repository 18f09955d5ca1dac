"""The verbs of this room and their sentences."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Verb(StrEnum):
    """What can be done in this room; one word for address, permission, action and entry."""

    TEMPLATE_EDITED = "workshops.template_edited"
    STEPS_COPIED = "workshops.steps_copied"
    STEP_ADDED = "workshops.step_added"
    STEP_EDITED = "workshops.step_edited"
    STEP_REMOVED = "workshops.step_removed"
    STEP_MOVED = "workshops.step_moved"
    HALL_OPENED = "workshops.hall_opened"
    HALL_EDITED = "workshops.hall_edited"
    HALL_MOVED = "workshops.hall_moved"
    SLIPS_MADE = "workshops.slips_made"
    SLIP_VOIDED = "workshops.slip_voided"
    TABLES_MADE = "workshops.tables_made"
    TABLE_EDITED = "workshops.table_edited"
    PEOPLE_SEATED = "workshops.people_seated"
    SHEET_FINISHED = "workshops.sheet_finished"
    PHOTO_ADDED = "workshops.photo_added"
    PHOTO_TYPED = "workshops.photo_typed"
    LINES_MODERATED = "workshops.lines_moderated"
    LINES_MERGED = "workshops.lines_merged"
    PROPOSAL_ADDED = "workshops.proposal_added"
    PROPOSAL_EDITED = "workshops.proposal_edited"
    PROPOSAL_MOVED = "workshops.proposal_moved"
    PROPOSALS_MERGED = "workshops.proposals_merged"
    CRITERIA_EDITED = "workshops.criteria_edited"
    VOTE_PREPARED = "workshops.vote_prepared"
    VOTE_EDITED = "workshops.vote_edited"
    VOTE_OPENED = "workshops.vote_opened"
    VOTE_CLOSED = "workshops.vote_closed"
    VOTE_PUBLISHED = "workshops.vote_published"
    BALLOT_ENTERED = "workshops.ballot_entered"
    TIE_SETTLED = "workshops.tie_settled"
    CARDS_BEGUN = "workshops.cards_begun"
    CARD_ASSIGNED = "workshops.card_assigned"


SENTENCES = {
    Verb.TEMPLATE_EDITED: _("changed the steps of a template"),
    Verb.STEPS_COPIED: _("took over the steps of workshops"),
    Verb.STEP_ADDED: _("added a step of a workshop"),
    Verb.STEP_EDITED: _("changed a step of a workshop"),
    Verb.STEP_REMOVED: _("removed a step of a workshop"),
    Verb.STEP_MOVED: _("opened or closed a step of a workshop"),
    Verb.HALL_OPENED: _("opened the hall of a workshop"),
    Verb.HALL_EDITED: _("changed how people take part in a workshop"),
    Verb.HALL_MOVED: _("moved everybody to a step"),
    Verb.SLIPS_MADE: _("made slips with codes"),
    Verb.SLIP_VOIDED: _("made a slip invalid"),
    Verb.TABLES_MADE: _("made tables"),
    Verb.TABLE_EDITED: _("changed a table"),
    Verb.PEOPLE_SEATED: _("seated people at tables"),
    Verb.SHEET_FINISHED: _("said that a group's sheet is finished, or took it up again"),
    Verb.PHOTO_ADDED: _("attached a photograph of a sheet"),
    Verb.PHOTO_TYPED: _("said whether a photographed sheet is typed in"),
    Verb.LINES_MODERATED: _("showed or held back ideas"),
    Verb.LINES_MERGED: _("joined similar ideas"),
    Verb.PROPOSAL_ADDED: _("entered a proposal of a project"),
    Verb.PROPOSAL_EDITED: _("changed a proposal of a project"),
    Verb.PROPOSAL_MOVED: _("withdrew a proposal or entered it again"),
    Verb.PROPOSALS_MERGED: _("joined proposals of projects"),
    Verb.CRITERIA_EDITED: _("changed the criteria of a screening"),
    Verb.VOTE_PREPARED: _("prepared a vote"),
    Verb.VOTE_EDITED: _("changed a vote before it began"),
    Verb.VOTE_OPENED: _("opened a vote"),
    Verb.VOTE_CLOSED: _("closed a vote and counted it"),
    Verb.VOTE_PUBLISHED: _("published the result of a vote, or took it back"),
    Verb.BALLOT_ENTERED: _("entered a paper ballot"),
    Verb.TIE_SETTLED: _("settled a tie"),
    Verb.CARDS_BEGUN: _("began concept cards out of what was chosen"),
    Verb.CARD_ASSIGNED: _("gave a concept card to a table"),
}
