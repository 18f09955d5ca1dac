"""Consents to the use of a person's image, and the wish for no more invitations."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.mail import marks
from spoiwo.meetings.audit import Verb
from spoiwo.meetings.models import Attendee, ImageConsent, Invitation, Meeting
from spoiwo.meetings.queries.privacy import consents_by
from spoiwo.meetings.queries.words import LANGUAGE
from spoiwo.meetings.rules.states import Via


@transaction.atomic
def allow_image(
    meeting: Meeting, who: Invitation | Attendee, *, via: Via, at: dt.datetime, by: Actor, scope: str = ""
) -> ImageConsent:
    """Records a consent; a standing one is kept. An invited person's hangs on the invitation, so its page shows it."""
    whose = _whose(who)
    standing = consents_by(meeting, who).filter(withdrawn_at=None).first()
    if standing:
        return standing
    with override(LANGUAGE):
        words = scope or _("publication of photographs from this meeting on the organiser's pages")
    consent, is_new = ImageConsent.objects.get_or_create(
        meeting=meeting,
        withdrawn_at=None,
        **whose,
        defaults={"scope": words[:300], "via": via, "given_at": at},
    )
    if is_new:
        audit.record(Verb.IMAGE_ALLOWED, who, by=by, scope=meeting.partnership_id, meeting=meeting.pk)
    return consent


@transaction.atomic
def withdraw_image(meeting: Meeting, who: Invitation | Attendee, *, at: dt.datetime, by: Actor) -> int:
    """Withdraws what stands; the record of having consented once stays with both moments."""
    count = consents_by(meeting, who).filter(withdrawn_at=None).update(withdrawn_at=at)
    if count:
        audit.record(Verb.IMAGE_WITHDRAWN, who, by=by, scope=meeting.partnership_id, meeting=meeting.pk)
    return count


@transaction.atomic
def unsubscribe(invitation: Invitation, *, by: Actor) -> None:
    """No more invitations of this partnership to this address."""
    if invitation.email:
        marks.unsubscribe(invitation.email, invitation.campaign.partnership_id)
        audit.record(Verb.UNSUBSCRIBED, invitation, by=by, scope=invitation.campaign.partnership_id)


def _whose(who: Invitation | Attendee) -> dict[str, Invitation | Attendee]:
    if isinstance(who, Attendee):
        return {"invitation": who.invitation} if who.invitation else {"attendee": who}
    return {"invitation": who}
