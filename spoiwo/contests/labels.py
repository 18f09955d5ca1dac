"""Words for the kinds and states of this room."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.contests.rules.readiness import Lack
from spoiwo.contests.rules.states import (
    Answer,
    Appeal,
    Attendance,
    AwardKind,
    EditionState,
    EntryState,
    FieldKind,
    Form,
    MemberKind,
    Outcome,
    PatronageState,
    ReadingState,
    Source,
    Strength,
    Tie,
    TieRule,
    WriterKind,
)

EDITION_LABELS = {
    EditionState.DRAFT: pgettext_lazy("state of an edition", "in preparation"),
    EditionState.OPEN: pgettext_lazy("state of an edition", "entries are taken"),
    EditionState.CHECKING: pgettext_lazy("state of an edition", "formal check"),
    EditionState.SCORING: pgettext_lazy("state of an edition", "the jury is reading"),
    EditionState.DELIBERATION: pgettext_lazy("state of an edition", "the commission deliberates"),
    EditionState.SEALED: pgettext_lazy("state of an edition", "sealed, not yet announced"),
    EditionState.PUBLISHED: pgettext_lazy("state of an edition", "announced"),
    EditionState.CALLED_OFF: pgettext_lazy("state of an edition", "called off"),
}
FIELD_LABELS = {
    FieldKind.LINE: pgettext_lazy("kind of field", "one line"),
    FieldKind.TEXT: pgettext_lazy("kind of field", "longer text"),
    FieldKind.NUMBER: pgettext_lazy("kind of field", "number"),
    FieldKind.DAY: pgettext_lazy("kind of field", "date"),
    FieldKind.CHOICE: pgettext_lazy("kind of field", "choice of one"),
    FieldKind.CONSENT: pgettext_lazy("kind of field", "declaration to be ticked"),
    FieldKind.FILE: pgettext_lazy("kind of field", "attachment"),
}
TIE_RULE_LABELS = {
    TieRule.EX_AEQUO: _("equal entries receive the award ex aequo"),
    TieRule.CRITERION: _("the first criterion decides"),
    TieRule.VOTE: _("the commission votes"),
    TieRule.CHAIR: _("the chair decides, with reasons"),
}
ENTRY_LABELS = {
    EntryState.DRAFT: pgettext_lazy("state of an entry", "being written"),
    EntryState.SUBMITTED: pgettext_lazy("state of an entry", "submitted"),
    EntryState.CORRECTIONS: pgettext_lazy("state of an entry", "to be corrected"),
    EntryState.ADMITTED: pgettext_lazy("state of an entry", "admitted to judging"),
    EntryState.REJECTED: pgettext_lazy("state of an entry", "rejected formally"),
    EntryState.WITHDRAWN: pgettext_lazy("state of an entry", "withdrawn"),
}
WRITER_LABELS = {
    WriterKind.AUTHOR: pgettext_lazy("who writes an entry", "author"),
    WriterKind.COLLEAGUE: pgettext_lazy("who writes an entry", "colleague"),
    WriterKind.NOMINATOR: pgettext_lazy("who writes an entry", "nominates somebody else"),
}
ANSWER_LABELS = {
    Answer.MET: pgettext_lazy("formal check", "met"),
    Answer.TO_CORRECT: pgettext_lazy("formal check", "to be corrected"),
    Answer.NOT_MET: pgettext_lazy("formal check", "not met"),
}
OUTCOME_LABELS = {
    Outcome.ADMITTED: pgettext_lazy("formal check", "admit to judging"),
    Outcome.CORRECTIONS: pgettext_lazy("formal check", "call for corrections"),
    Outcome.REJECTED: pgettext_lazy("formal check", "reject"),
}
APPEAL_LABELS = {
    Appeal.NONE: pgettext_lazy("appeal", "none"),
    Appeal.WAITING: pgettext_lazy("appeal", "waiting for a decision"),
    Appeal.GRANTED: pgettext_lazy("appeal", "granted"),
    Appeal.DISMISSED: pgettext_lazy("appeal", "dismissed"),
}
MEMBER_LABELS = {
    MemberKind.SECRETARY: pgettext_lazy("in a contest", "secretary"),
    MemberKind.CHECKER: pgettext_lazy("in a contest", "formal check"),
    MemberKind.CHAIR: pgettext_lazy("in a contest", "chair of the commission"),
    MemberKind.JUROR: pgettext_lazy("in a contest", "member of the commission"),
}
STRENGTH_LABELS = {
    Strength.BAR: pgettext_lazy("conflict of interest", "shut out: sees and judges nothing of it"),
    Strength.NO_VOTE: pgettext_lazy("conflict of interest", "neither scores nor votes on it"),
    Strength.NOTE: pgettext_lazy("conflict of interest", "noted, may judge"),
}
SOURCE_LABELS = {
    Source.ENTRANT: pgettext_lazy("conflict of interest", "stated by the entrant"),
    Source.MEMBER: pgettext_lazy("conflict of interest", "stated by the person"),
    Source.RECORDS: pgettext_lazy("conflict of interest", "found in the records"),
    Source.SECRETARY: pgettext_lazy("conflict of interest", "entered by the secretary"),
}
TIE_LABELS = {
    Tie.SAME_ORGANISATION: _("works in the same organisation"),
    Tie.SAME_COUNTY: _("works in the same county"),
    Tie.AGREEMENT: _("their organisations are parties to one agreement"),
    Tie.MANDATE: _("held a function in the entrant’s organisation"),
    Tie.PROJECT: _("their organisations have a project together"),
    Tie.FAMILY: _("family or household"),
    Tie.WORK: _("worked together on the entry"),
    Tie.OTHER: _("another reason"),
}
READING_LABELS = {
    ReadingState.ASSIGNED: pgettext_lazy("state of a score card", "not begun"),
    ReadingState.BEGUN: pgettext_lazy("state of a score card", "begun"),
    ReadingState.SUBMITTED: pgettext_lazy("state of a score card", "submitted"),
    ReadingState.RECUSED: pgettext_lazy("state of a score card", "withdrew"),
}
SITTING_LABELS = {
    Form.ROOM: pgettext_lazy("form of a sitting", "in one room"),
    Form.ONLINE: pgettext_lazy("form of a sitting", "online"),
    Form.MIXED: pgettext_lazy("form of a sitting", "in a room and online"),
    Form.CIRCULATION: pgettext_lazy("form of a sitting", "by circulation of papers"),
}
ATTENDANCE_LABELS = {
    Attendance.PRESENT: pgettext_lazy("attendance", "present"),
    Attendance.EXCUSED: pgettext_lazy("attendance", "absent, excused"),
    Attendance.ABSENT: pgettext_lazy("attendance", "absent"),
}
AWARD_LABELS = {
    AwardKind.LAUREATE: pgettext_lazy("award", "laureate"),
    AwardKind.DISTINCTION: pgettext_lazy("award", "distinction"),
    AwardKind.TITLE: pgettext_lazy("award", "title for repeated success"),
    AwardKind.AUDIENCE: pgettext_lazy("award", "audience award"),
}
PATRONAGE_LABELS = {
    PatronageState.PLANNED: pgettext_lazy("patronage", "to be asked for"),
    PatronageState.SENT: pgettext_lazy("patronage", "asked for"),
    PatronageState.GRANTED: pgettext_lazy("patronage", "granted"),
    PatronageState.REFUSED: pgettext_lazy("patronage", "refused"),
}
FROZEN = _(
    "The rules of this edition have been frozen since entries are taken; they can no longer be changed."
)
NOT_NEXT = _("The edition cannot be moved there from where it stands.")
SETTLED_SENTENCE = _(
    "The result of this edition is sealed. What is changed now is entered as a dated correction."
)
LACK_SENTENCES = {
    Lack.RULES: _("The rules of the contest are missing: write them or attach them as PDF."),
    Lack.DATES: _("The days from when until when entries are taken are missing."),
    Lack.CATEGORY: _("There is no category yet."),
    Lack.FIELD: _("A category has no question in its entry form."),
    Lack.CRITERION: _("A category has no criterion it would be judged by."),
    Lack.POINT: _("There is no point for the formal check yet."),
    Lack.DEADLINE: _("Entries can still be submitted: the deadline with its grace has not passed."),
    Lack.UNDECIDED: _("Some entries have not been decided on in the formal check."),
    Lack.APPEAL: _("An appeal waits for a decision."),
    Lack.NOTHING: _("No entry has been admitted to judging."),
    Lack.JURY: _("Nobody has been appointed to the commission."),
    Lack.COPIES: _("Some blind copies have not been approved."),
    Lack.READINGS: _("Some entries have nobody who reads them."),
    Lack.CARDS: _("No score card has been submitted."),
}
