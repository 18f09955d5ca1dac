"""The secret address of a person's own calendar."""

import secrets

from django.db import transaction

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.meetings.audit import Verb
from spoiwo.meetings.models import CalendarKey


@transaction.atomic
def renew_calendar(*, by: Actor) -> CalendarKey:
    """A new address for the actor's calendar; what was given away before shows nothing any more."""
    key, _made = CalendarKey.objects.update_or_create(
        user_id=by.user_id or 0, defaults={"secret": secrets.token_urlsafe(32)}
    )
    audit.record(Verb.CALENDAR_RENEWED, key, by=by)
    return key
