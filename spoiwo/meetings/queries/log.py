"""One addressee's log over every channel: prepared, sent, returned, answered, came."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from spoiwo.mail.labels import CHANNELS, STATES
from spoiwo.mail.post import log_of
from spoiwo.mail.rules import Channel, State
from spoiwo.meetings.labels import PRESENCE_LABELS
from spoiwo.meetings.models import Invitation
from spoiwo.meetings.rules.states import Presence


@dataclass(frozen=True, slots=True)
class LogLine:
    """One thing that happened, when, with a link to it."""

    at: dt.datetime
    what: str
    detail: str = ""
    url: str = ""


def log_for(invitation: Invitation) -> list[LogLine]:
    """Everything about one addressee in order of time. Five queries."""
    lines = [LogLine(invitation.created_at, _("added to the campaign"), invitation.get_source_display())]
    lines += _letters(invitation)
    for answer in invitation.answers.select_related("meeting"):
        meeting = f", {answer.meeting.title}" if answer.meeting else ""
        said = f"{answer.get_reply_display()}{meeting}"
        who = ", ".join(filter(None, (answer.get_via_display(), answer.by_name, answer.note)))
        lines.append(LogLine(answer.at, _("answered: %(answer)s") % {"answer": said}, who))
    for question in invitation.questions.all():
        lines.append(LogLine(question.asked_at, _("asked a question"), question.text[:120]))
        if question.answered_at:
            lines.append(LogLine(question.answered_at, _("was answered"), question.answered_by_name))
    for place in invitation.places.select_related("meeting"):
        if place.arrived_at:
            lines.append(LogLine(place.arrived_at, _("came"), place.meeting.title))
        if place.left_at:
            lines.append(LogLine(place.left_at, _("left"), place.meeting.title))
        if place.presence in (Presence.ABSENT, Presence.EXCUSED):
            lines.append(
                LogLine(
                    place.meeting.ends_at, str(PRESENCE_LABELS[Presence(place.presence)]), place.meeting.title
                )
            )
    return sorted(lines, key=lambda line: line.at)


def _letters(invitation: Invitation) -> list[LogLine]:
    slug = invitation.campaign.partnership.slug
    lines = []
    for letter in log_of("meetings.invitation", [invitation.pk]):
        url = reverse("partnerships:letter", args=[slug, letter.pk])
        channel = str(CHANNELS[Channel(letter.channel)])
        what = _("letter prepared: %(subject)s") % {"subject": letter.subject}
        lines.append(LogLine(letter.created_at, what, channel, url))
        if letter.state not in (State.READY, State.HELD):
            at = letter.sent_at or letter.claimed_at or letter.created_at
            lines.append(LogLine(at, str(STATES[State(letter.state)]), letter.answer[:200], url))
        elif letter.state == State.HELD:
            lines.append(LogLine(letter.created_at, str(STATES[State.HELD]), "", url))
    return lines
