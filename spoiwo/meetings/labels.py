"""Words for the states and kinds of this room."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.meetings.rules.answering import Problem
from spoiwo.meetings.rules.audience import Reason
from spoiwo.meetings.rules.guests import Trouble
from spoiwo.meetings.rules.programme import Misfit
from spoiwo.meetings.rules.states import (
    Access,
    CampaignState,
    MeetingState,
    Outcome,
    Presence,
    Purpose,
    QuestionKind,
    Reply,
    ScanKind,
    Source,
    Subject,
    Via,
)
from spoiwo.meetings.rules.wording import MistakeKind

MEETING_LABELS = {
    MeetingState.PLANNED: pgettext_lazy("state of a meeting", "planned"),
    MeetingState.ANNOUNCED: pgettext_lazy("state of a meeting", "announced"),
    MeetingState.HELD: pgettext_lazy("state of a meeting", "held and closed"),
    MeetingState.CANCELLED: pgettext_lazy("state of a meeting", "called off"),
}

CAMPAIGN_LABELS = {
    CampaignState.DRAFT: pgettext_lazy("state of a campaign", "in preparation"),
    CampaignState.LAUNCHED: pgettext_lazy("state of a campaign", "under way"),
    CampaignState.CLOSED: pgettext_lazy("state of a campaign", "closed"),
}

REPLY_LABELS = {
    Reply.NONE: pgettext_lazy("answer", "no answer yet"),
    Reply.YES: pgettext_lazy("answer", "will come"),
    Reply.NO: pgettext_lazy("answer", "will not come"),
    Reply.DEPUTY: pgettext_lazy("answer", "sends a deputy"),
}

VIA_LABELS = {
    Via.LINK: pgettext_lazy("way of an answer", "by the link"),
    Via.OFFICE: pgettext_lazy("way of an answer", "by the office's secretariat"),
    Via.PHONE: pgettext_lazy("way of an answer", "by telephone"),
    Via.DESK: pgettext_lazy("way of an answer", "in person"),
    Via.EMAIL: pgettext_lazy("way of an answer", "by e-mail"),
    Via.LETTER: pgettext_lazy("way of an answer", "by letter"),
}

SOURCE_LABELS = {
    Source.SEGMENT: pgettext_lazy("source of an addressee", "a segment of the register"),
    Source.HAND: pgettext_lazy("source of an addressee", "chosen by hand"),
    Source.LIST: pgettext_lazy("source of an addressee", "an imported list"),
    Source.DEPUTY: pgettext_lazy("source of an addressee", "named as a deputy"),
}

PRESENCE_LABELS = {
    Presence.WAITING: pgettext_lazy("presence", "on the waiting list"),
    Presence.OFFERED: pgettext_lazy("presence", "has been offered a place"),
    Presence.EXPECTED: pgettext_lazy("presence", "expected"),
    Presence.PRESENT: pgettext_lazy("presence", "present"),
    Presence.LEFT: pgettext_lazy("presence", "left early"),
    Presence.EXCUSED: pgettext_lazy("presence", "excused"),
    Presence.ABSENT: pgettext_lazy("presence", "absent"),
    Presence.CANCELLED: pgettext_lazy("presence", "gave up the place"),
}

PURPOSE_LABELS = {
    Purpose.INVITATION: pgettext_lazy("purpose of a letter", "invitation"),
    Purpose.REMINDER: pgettext_lazy("purpose of a letter", "reminder"),
    Purpose.CONFIRMATION: pgettext_lazy("purpose of a letter", "confirmation"),
    Purpose.OFFER: pgettext_lazy("purpose of a letter", "offer of a place"),
    Purpose.OFFICE: pgettext_lazy("purpose of a letter", "to the office's secretariat"),
    Purpose.THANKS: pgettext_lazy("purpose of a letter", "thanks"),
}

ACCESS_LABELS = {
    Access.STEP_FREE: _("entrance without steps"),
    Access.LIFT: _("lift"),
    Access.TOILET: _("accessible toilet"),
    Access.PARKING: _("parking place near the entrance"),
    Access.LOOP: _("induction loop"),
    Access.SIGN_LANGUAGE: _("Polish Sign Language interpreter"),
    Access.CAPTIONS: _("live captions"),
    Access.GUIDE_DOG: _("entry with an assistance dog"),
    Access.QUIET_ROOM: _("quiet room"),
    Access.LARGE_PRINT: _("materials in large print"),
}

SUBJECT_LABELS = {
    Subject.INVITATIONS: _("invitations and answers"),
    Subject.ATTENDANCE: _("attendance lists"),
    Subject.NEEDS: _("special needs of guests"),
    Subject.IMAGE: _("image consents and photographs"),
    Subject.CERTIFICATES: _("certificates"),
    Subject.SURVEY: _("anonymous surveys"),
}

SCAN_LABELS = {
    ScanKind.IN: pgettext_lazy("scan", "arrival"),
    ScanKind.OUT: pgettext_lazy("scan", "leaving"),
}

OUTCOME_LABELS = {
    Outcome.ADMITTED: pgettext_lazy("outcome of a scan", "admitted"),
    Outcome.ALREADY: pgettext_lazy("outcome of a scan", "was already in"),
    Outcome.LEFT: pgettext_lazy("outcome of a scan", "left"),
    Outcome.UNKNOWN: pgettext_lazy("outcome of a scan", "unknown code"),
    Outcome.NOT_EXPECTED: pgettext_lazy("outcome of a scan", "not on this meeting's list"),
}

QUESTION_LABELS = {
    QuestionKind.SCALE: _("a mark from 1 to 5"),
    QuestionKind.OPEN: _("an open answer"),
}

PROBLEM_SENTENCES = {
    Problem.NOT_LAUNCHED: _("The invitations have not been sent yet, so there is nothing to answer."),
    Problem.CLOSED: _("This campaign is closed; answers are no longer taken."),
    Problem.TOO_LATE: _("The time for answers is over. Please call the organiser."),
    Problem.NO_MEETING: _("Choose the meeting."),
    Problem.NOT_OFFERED: _("This meeting is not among those the invitation is for."),
    Problem.CALLED_OFF: _("This meeting has been called off. Choose another one."),
    Problem.OVER: _("This meeting is over."),
    Problem.NO_DEPUTY: _("A deputy cannot come instead to these meetings."),
    Problem.NAMELESS: _("Write who will come."),
    Problem.OVERTAKEN: _("Somebody has entered an answer meanwhile. Look at it and decide again."),
    Problem.TOO_OFTEN: _("The answer has been changed many times. Please call the organiser."),
    Problem.NOTHING_SAID: _("Choose an answer."),
}

REASON_SENTENCES = {
    Reason.INVITED: _("is invited in this campaign already"),
    Reason.SAME_PERSON: _("stands on the list a second time"),
    Reason.UNREACHABLE: _("has no address and no telephone"),
    Reason.UNSUBSCRIBED: _("asked for no more invitations"),
    Reason.BOUNCED: _("the e-mail address does not work"),
    Reason.ENDED: _("the institution no longer exists"),
}

TROUBLE_SENTENCES = {
    Trouble.NOBODY: _("The row names neither a person nor an institution."),
    Trouble.UNREACHABLE: _("There is no address and no telephone in the row."),
    Trouble.DUPLICATE: _("The same addressee stands in line %(line)s."),
    Trouble.SHARED_MAILBOX: _("Line %(line)s has the same e-mail address; both will be written to."),
    Trouble.CHANNEL_CLOSED: _("The wished channel has no address; another one will be used."),
    Trouble.MORE_ADDRESSES: _("There are several e-mail addresses in the cell; the first is used."),
}

MISTAKE_SENTENCES = {
    MistakeKind.UNKNOWN_FIELD: _("there is no field “%(text)s”."),
    MistakeKind.UNCLOSED_BRACE: _("a brace was opened and not closed."),
    MistakeKind.UNOPENED_BRACE: _("a brace was closed and not opened."),
}

FIELD_LABELS = {
    "salutation": _("the salutation, for example “Szanowna Pani Dyrektor”"),
    "name": _("given name and surname"),
    "given_name": _("the given name"),
    "family_name": _("the surname"),
    "name_dative": _("the name in the dative (to whom?); the other cases work alike"),
    "function": _("the function"),
    "organisation": _("the institution"),
    "commune": _("the commune"),
    "title": _("the title of the campaign"),
    "meetings": _("all meetings to choose from, one a line"),
    "meeting": _("the chosen meeting, or the only one"),
    "programme": _("the programme, where there is one meeting"),
    "link": _("the personal link to answer by"),
    "office_link": _("the link for the office's secretariat"),
    "people": _("those invited from the office, in the letter to its secretariat"),
    "code": _("the code to type from paper"),
    "deadline": _("until when answers are taken"),
    "offer_deadline": _("until when an offered place waits"),
    "host": _("the host, where there is one meeting"),
    "partnership": _("the partnership"),
    "sender": _("the sender"),
    "signature": _("the signature"),
    "phone": _("the organiser's telephone"),
}

MISFIT_SENTENCES = {
    Misfit.OVERLAPS: _("It begins before the point above has ended."),
    Misfit.TOO_EARLY: _("It begins before the meeting does."),
    Misfit.TOO_LATE: _("It ends after the meeting does."),
}
