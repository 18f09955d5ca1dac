"""The verbs of this room and their sentences."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Verb(StrEnum):
    """What can be done in this room; one word for address, permission, action and entry."""

    CONTEST_FOUNDED = "contests.contest_founded"
    CONTEST_EDITED = "contests.contest_edited"
    EDITION_BEGUN = "contests.edition_begun"
    EDITION_EDITED = "contests.edition_edited"
    EDITION_MOVED = "contests.edition_moved"
    DEADLINE_EXTENDED = "contests.deadline_extended"
    CATEGORY_EDITED = "contests.category_edited"
    FORM_EDITED = "contests.form_edited"
    CRITERIA_EDITED = "contests.criteria_edited"
    POINTS_EDITED = "contests.points_edited"
    PATRONAGE_EDITED = "contests.patronage_edited"
    ENTRY_BEGUN = "contests.entry_begun"
    ENTRY_EDITED = "contests.entry_edited"
    ENTRY_SUBMITTED = "contests.entry_submitted"
    ENTRY_WITHDRAWN = "contests.entry_withdrawn"
    WRITER_ADDED = "contests.writer_added"
    FILE_ADDED = "contests.file_added"
    FILE_REMOVED = "contests.file_removed"
    CHECK_DONE = "contests.check_done"
    CHECK_DECIDED = "contests.check_decided"
    APPEAL_MADE = "contests.appeal_made"
    APPEAL_DECIDED = "contests.appeal_decided"
    MEMBER_ADDED = "contests.member_added"
    MEMBER_EDITED = "contests.member_edited"
    MEMBER_REMOVED = "contests.member_removed"
    IMPARTIALITY_DECLARED = "contests.impartiality_declared"
    CONFLICT_STATED = "contests.conflict_stated"
    CONFLICT_SETTLED = "contests.conflict_settled"
    CONFLICTS_COMPUTED = "contests.conflicts_computed"
    COPY_MADE = "contests.copy_made"
    COPY_EDITED = "contests.copy_edited"
    COPY_APPROVED = "contests.copy_approved"
    READINGS_ASSIGNED = "contests.readings_assigned"
    READING_REMOVED = "contests.reading_removed"
    READING_SUBMITTED = "contests.reading_submitted"
    READING_REOPENED = "contests.reading_reopened"
    READING_RECUSED = "contests.reading_recused"
    JURORS_NUDGED = "contests.jurors_nudged"
    SCORE_REVISED = "contests.score_revised"
    RANKING_COMPUTED = "contests.ranking_computed"
    SITTING_HELD = "contests.sitting_held"
    POLL_COUNTED = "contests.poll_counted"
    AWARD_GIVEN = "contests.award_given"
    AWARD_TAKEN_BACK = "contests.award_taken_back"
    EDITION_SEALED = "contests.edition_sealed"
    CORRECTION_ADDED = "contests.correction_added"
    EDITION_PUBLISHED = "contests.edition_published"
    HISTORY_ADDED = "contests.history_added"
    PRACTICE_CONSENTED = "contests.practice_consented"
    VOICES_COUNTED = "contests.voices_counted"


SENTENCES = {
    Verb.CONTEST_FOUNDED: _("founded a contest"),
    Verb.CONTEST_EDITED: _("changed a contest"),
    Verb.EDITION_BEGUN: _("began an edition of a contest"),
    Verb.EDITION_EDITED: _("changed the settings of an edition"),
    Verb.EDITION_MOVED: _("moved an edition to its next state"),
    Verb.DEADLINE_EXTENDED: _("extended the deadline for entries"),
    Verb.CATEGORY_EDITED: _("changed a category of a contest"),
    Verb.FORM_EDITED: _("changed the entry form of a category"),
    Verb.CRITERIA_EDITED: _("changed the criteria of a contest"),
    Verb.POINTS_EDITED: _("changed the points of the formal check"),
    Verb.PATRONAGE_EDITED: _("changed a request for patronage"),
    Verb.ENTRY_BEGUN: _("began an entry"),
    Verb.ENTRY_EDITED: _("changed an entry"),
    Verb.ENTRY_SUBMITTED: _("submitted an entry"),
    Verb.ENTRY_WITHDRAWN: _("withdrew an entry"),
    Verb.WRITER_ADDED: _("invited somebody to write an entry"),
    Verb.FILE_ADDED: _("attached a file to an entry"),
    Verb.FILE_REMOVED: _("removed a file from an entry"),
    Verb.CHECK_DONE: _("checked an entry formally"),
    Verb.CHECK_DECIDED: _("decided on the formal check of an entry"),
    Verb.APPEAL_MADE: _("appealed against the rejection of an entry"),
    Verb.APPEAL_DECIDED: _("decided on an appeal"),
    Verb.MEMBER_ADDED: _("appointed somebody to the commission"),
    Verb.MEMBER_EDITED: _("changed a member of the commission"),
    Verb.MEMBER_REMOVED: _("dismissed a member of the commission"),
    Verb.IMPARTIALITY_DECLARED: _("signed the declaration of impartiality"),
    Verb.CONFLICT_STATED: _("stated a conflict of interest"),
    Verb.CONFLICT_SETTLED: _("settled a conflict of interest"),
    Verb.CONFLICTS_COMPUTED: _("searched the records for conflicts of interest"),
    Verb.COPY_MADE: _("made a blind copy of an entry"),
    Verb.COPY_EDITED: _("changed what a blind copy hides"),
    Verb.COPY_APPROVED: _("approved blind copies of entries"),
    Verb.READINGS_ASSIGNED: _("assigned entries to jurors"),
    Verb.READING_REMOVED: _("took an entry from a juror"),
    Verb.READING_SUBMITTED: _("submitted a score card"),
    Verb.READING_REOPENED: _("opened a score card again"),
    Verb.READING_RECUSED: _("withdrew from judging an entry"),
    Verb.JURORS_NUDGED: _("reminded jurors of their entries"),
    Verb.SCORE_REVISED: _("revised a score in the deliberation"),
    Verb.RANKING_COMPUTED: _("computed the ranking"),
    Verb.SITTING_HELD: _("recorded a sitting of the commission"),
    Verb.POLL_COUNTED: _("counted a vote of the commission"),
    Verb.AWARD_GIVEN: _("gave an award"),
    Verb.AWARD_TAKEN_BACK: _("took an award back before the seal"),
    Verb.EDITION_SEALED: _("sealed the result of an edition"),
    Verb.CORRECTION_ADDED: _("added a correction to a sealed result"),
    Verb.EDITION_PUBLISHED: _("published the result of an edition"),
    Verb.HISTORY_ADDED: _("recorded a laureate of an earlier edition"),
    Verb.PRACTICE_CONSENTED: _("agreed that a practice is published"),
    Verb.VOICES_COUNTED: _("counted the votes of the audience"),
}
