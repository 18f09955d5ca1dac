"""Jurors are reminded, and a submitted card is opened again while everybody still reads."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.contests.audit import Verb
from spoiwo.contests.emails.jury import reminders
from spoiwo.contests.models import Edition, Reading
from spoiwo.contests.queries.progress import late_members
from spoiwo.contests.rules.states import EditionState, ReadingState
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post


@transaction.atomic
def nudge(edition: Edition, members: Iterable[int] | None, *, by: Actor) -> int:
    """A letter to these jurors (None: to all) who have open cards and have had none today; returns how many went out."""
    held = Edition.objects.select_for_update(of=("self",)).select_related("contest").get(pk=edition.pk)
    if held.state != EditionState.SCORING:
        raise Refused(_("Jurors are reminded while they read."))
    late = late_members(held, by)
    chosen = late if members is None else sorted(set(late) & set(members))
    unfinished = Reading.objects.filter(member__in=chosen, entry__edition=held)
    unfinished = unfinished.filter(state__in=[ReadingState.ASSIGNED, ReadingState.BEGUN])
    unfinished.update(nudged_at=timezone.now())
    count = post(reminders(held, chosen))
    if count:
        scope = held.contest.partnership_id
        audit.record(Verb.JURORS_NUDGED, held, by=by, scope=scope, members=chosen)
    return count


@transaction.atomic
def reopen_reading(reading: Reading, *, by: Actor) -> Reading:
    """A juror asked for the card back; scores and comments stay, and count again once it is submitted."""
    edition = Edition.objects.select_for_update(of=("self",)).get(pk=reading.entry.edition_id)
    if edition.state != EditionState.SCORING:
        raise Refused(_("A score card is opened again only while the jury reads."))
    held = Reading.objects.filter(pk=reading.pk, state=ReadingState.SUBMITTED)
    if not held.update(state=ReadingState.BEGUN, submitted_at=None):
        raise Refused(_("This score card has not been submitted."))
    audit.record(Verb.READING_REOPENED, reading, by=by, scope=None, member=reading.member_id)
    reading.refresh_from_db()
    return reading
