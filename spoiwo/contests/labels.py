"""Words for the kinds and states of this room."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.contests.rules.readiness import Lack
from spoiwo.contests.rules.redaction import Kind as HiddenKind
from spoiwo.contests.rules.results import Mark
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
from spoiwo.contests.rules.verdict import SealLack
from spoiwo.contests.rules.writing import Flaw
from spoiwo.documents.blinding import Reason

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
FLAW_SENTENCES = {
    Flaw.EMPTY: _("This must be answered."),
    Flaw.TOO_LONG: _("This is longer than the rules allow; shorten it."),
    Flaw.NO_NUMBER: _("Write a number, for example 120 or 12,5."),
    Flaw.NO_DAY: _("Write a day that exists."),
    Flaw.NO_CHOICE: _("Choose one of the answers."),
}
TOO_LATE = _(
    "The deadline has passed and the entry can no longer be submitted. What you have written is kept here."
)
NOT_OPEN = _("This entry cannot be changed any more.")
NOT_NAMED = _("Only the parts named in the call for corrections can be changed.")
# What stands in a blind copy in the place of what was hidden.
HIDDEN_LABELS = {
    HiddenKind.NAME: pgettext_lazy("in a blind copy", "hidden: name"),
    HiddenKind.PLACE: pgettext_lazy("in a blind copy", "hidden: place"),
    HiddenKind.PERSON: pgettext_lazy("in a blind copy", "hidden: person"),
    HiddenKind.CONTACT: pgettext_lazy("in a blind copy", "hidden: contact"),
    HiddenKind.NUMBER: pgettext_lazy("in a blind copy", "hidden: number"),
    HiddenKind.EXTRA: pgettext_lazy("in a blind copy", "hidden"),
}
KIND_OF_FIND = {
    HiddenKind.NAME: pgettext_lazy("what gives an entrant away", "name"),
    HiddenKind.PLACE: pgettext_lazy("what gives an entrant away", "place"),
    HiddenKind.PERSON: pgettext_lazy("what gives an entrant away", "person"),
    HiddenKind.CONTACT: pgettext_lazy("what gives an entrant away", "contact"),
    HiddenKind.NUMBER: pgettext_lazy("what gives an entrant away", "number"),
    HiddenKind.EXTRA: pgettext_lazy(
        "what gives an entrant away", "words you added, or an answer that tells who it is"
    ),
}
UNBLINDED = {
    Reason.UNKNOWN_KIND: _("This kind of file cannot be made blind. Ask for a PDF or a picture."),
    Reason.BROKEN: _("The file is broken and cannot be read."),
    Reason.ENCRYPTED: _("The file is locked with a password."),
    Reason.TOO_MANY_PAGES: _("The file has more pages than can be made blind."),
    Reason.TOO_LARGE: _("The file is too large to be made blind."),
    Reason.TOO_SLOW: _("The file took too long."),
    "lost": _("The file is missing from the store."),
}
SEAL_SENTENCES = {
    SealLack.RANKING: _("The ranking is not of the scores as they stand; compute it."),
    SealLack.SITTING: _("No sitting of the commission has been recorded."),
    SealLack.OPEN_SITTING: _("A sitting has not been closed."),
    SealLack.QUORUM: _("No closed sitting had the quorum that the rules demand."),
    SealLack.VERDICT: _("A category has neither an award nor the decision that none is given."),
    SealLack.REASON: _("In a category the verdict departs from the order, and the reasons are missing."),
}
MARK_LABELS = {
    Mark.TIED: pgettext_lazy("mark of an entry", "tied"),
    Mark.LEVEL: pgettext_lazy("mark of an entry", "cannot be told from the first"),
    Mark.BELOW_THRESHOLD: pgettext_lazy("mark of an entry", "below the threshold"),
    Mark.BELOW_CRITERION: pgettext_lazy("mark of an entry", "below the threshold of a criterion"),
    Mark.FEW_READINGS: pgettext_lazy("mark of an entry", "one reading only"),
}
POLL_LABELS = {
    "yes": pgettext_lazy("vote of a commission", "for"),
    "no": pgettext_lazy("vote of a commission", "against"),
    "blank": pgettext_lazy("vote of a commission", "abstained or blank"),
}
MOTION_LABELS = {
    "adopted": pgettext_lazy("vote of a commission", "adopted"),
    "rejected": pgettext_lazy("vote of a commission", "rejected"),
    "tied": pgettext_lazy("vote of a commission", "tied"),
    "no quorum": pgettext_lazy("vote of a commission", "no quorum"),
}
