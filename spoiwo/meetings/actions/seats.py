"""Places at a meeting: given, given up, queued for, offered."""

import datetime as dt
import os

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import NOBODY, SYSTEM, Actor
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post_written
from spoiwo.meetings import emails
from spoiwo.meetings.audit import Verb
from spoiwo.meetings.models import Attendee, Invitation, Meeting
from spoiwo.meetings.rules.codes import new_codes
from spoiwo.meetings.rules.states import TAKES_A_SEAT, MeetingState, Presence
from spoiwo.meetings.rules.waiting import Ticket, offers_due
from spoiwo.polish import collation_key, fold


def give_place(
    meeting: Meeting, invitation: Invitation, *, at: dt.datetime, inherits: bool = False
) -> Attendee:
    """The guest's place at the meeting, or one at the end of the waiting list where it is full.

    Runs inside the caller's transaction and locks the meeting, so the last place is given once. With `inherits` the
    guest takes over a place just given up for them, before anybody who waits.
    """
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    place = Attendee.objects.filter(meeting=meeting, invitation=invitation).first()
    if place and place.presence in TAKES_A_SEAT:
        if place.presence == Presence.OFFERED:
            place.presence = Presence.EXPECTED
            place.save(update_fields=["presence"])
        return place
    presence = Presence.EXPECTED if _has_room(meeting, before_queue=inherits) else Presence.WAITING
    if place:
        if place.presence == Presence.WAITING and presence == Presence.WAITING:
            return place
        place.presence, place.queued_at = presence, at if presence == Presence.WAITING else None
        place.offered_at = place.offer_ends_at = None
        place.save(update_fields=["presence", "queued_at", "offered_at", "offer_ends_at"])
        return place
    return Attendee.objects.create(
        meeting=meeting,
        invitation=invitation,
        organisation_id=invitation.organisation_id,
        given_name=invitation.given_name,
        family_name=invitation.family_name,
        function=invitation.function,
        organisation_name=invitation.organisation_name,
        sector=invitation.sector,
        commune_id=invitation.commune_id,
        presence=presence,
        code=invitation.code,
        queued_at=at if presence == Presence.WAITING else None,
        name_key=invitation.name_key,
        search_key=invitation.search_key,
    )


def give_up_places(invitation: Invitation, *, keep: Meeting | None = None) -> list[Meeting]:
    """Frees the guest's places (all but that at `keep`) and returns the meetings where somebody may be offered one now."""
    places = Attendee.objects.filter(invitation=invitation, arrived_at=None).exclude(
        presence=Presence.CANCELLED
    )
    if keep is not None:
        places = places.exclude(meeting=keep)
    freed = [place.meeting for place in places.select_related("meeting")]
    places.update(presence=Presence.CANCELLED, queued_at=None, offered_at=None, offer_ends_at=None)
    return freed


def holds_seat(invitation: Invitation, meeting: Meeting) -> bool:
    """Whether the guest, or whoever the guest sends, has one of the places there."""
    people = [invitation.pk, *invitation.deputies.values_list("pk", flat=True)]
    return meeting.attendees.seated().filter(invitation__in=people).exists()


def offer_places(meeting: Meeting, *, at: dt.datetime, by: Actor = SYSTEM) -> int:
    """Closes offers that have run out and offers free places to those who wait, in order; how many were offered."""
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if meeting.capacity is None or meeting.state == MeetingState.CANCELLED:
        return 0
    rows = Attendee.objects.filter(meeting=meeting, presence__in=(Presence.WAITING, Presence.OFFERED))
    tickets = [
        Ticket(
            pk=row.pk,
            asked_at=row.queued_at or row.created_at,
            is_offered=row.presence == Presence.OFFERED,
            expires_at=row.offer_ends_at,
        )
        for row in rows.order_by("queued_at", "pk")
    ]
    taken = meeting.attendees.seated().exclude(presence=Presence.OFFERED).count()
    due = offers_due(tickets, capacity=meeting.capacity, taken=taken, at=at, starts_at=meeting.starts_at)
    for pk in due.expired:
        Attendee.objects.filter(pk=pk).update(
            presence=Presence.WAITING, queued_at=at, offered_at=None, offer_ends_at=None
        )
        audit.record(Verb.OFFER_EXPIRED, meeting, by=by, scope=meeting.partnership_id, place=pk)
    for pk in due.offered:
        Attendee.objects.filter(pk=pk).update(
            presence=Presence.OFFERED, offered_at=at, offer_ends_at=due.until
        )
        audit.record(Verb.PLACE_OFFERED, meeting, by=by, scope=meeting.partnership_id, place=pk)
    post_written(emails.offers(Attendee.objects.filter(pk__in=due.offered)))
    return len(due.offered)


def expire_offers(at: dt.datetime) -> int:
    """Closes every offer that has run out and offers the places on; for the clock. Each meeting is its own transaction."""
    late = Attendee.objects.filter(presence=Presence.OFFERED, offer_ends_at__lte=at)
    meetings = Meeting.objects.filter(pk__in=late.values("meeting"))
    for meeting in meetings:
        with transaction.atomic():
            offer_places(meeting, at=at)
    return len(meetings)


@transaction.atomic
def take_offer(place: Attendee | None, *, at: dt.datetime, by: Actor = NOBODY) -> Attendee:
    """The guest takes the offered place; refused where the offer has run out or gone."""
    row = (
        place and Attendee.objects.select_for_update().filter(pk=place.pk, presence=Presence.OFFERED).first()
    )
    if row is None or (row.offer_ends_at is not None and row.offer_ends_at < at):
        raise Refused(_("This offer has run out. You keep waiting in the queue."))
    row.presence, row.offer_ends_at = Presence.EXPECTED, None
    row.save(update_fields=["presence", "offer_ends_at"])
    audit.record(Verb.PLACE_TAKEN, row, by=by, scope=row.meeting.partnership_id)
    return row


def add_walk_in(
    meeting: Meeting,
    *,
    by: Actor,
    at: dt.datetime,
    given_name: str,
    family_name: str,
    organisation_name: str = "",
    function: str = "",
    presence: Presence = Presence.PRESENT,
    **fields: object,
) -> Attendee:
    """Somebody who came without an invitation, or is written onto the list by hand. Runs in the caller's transaction."""
    if not (given_name + family_name).strip():
        raise Refused(_("Write the person's name."), "family_name")
    attendee = Attendee.objects.create(
        meeting=meeting,
        given_name=given_name.strip(),
        family_name=family_name.strip(),
        organisation_name=organisation_name.strip(),
        function=function.strip(),
        presence=presence,
        arrived_at=at if presence == Presence.PRESENT else None,
        code=new_codes(1, os.urandom)[0],
        is_walk_in=True,
        name_key=collation_key(f"{family_name} {given_name}"),
        search_key=fold(f"{given_name} {family_name} {organisation_name}")[:900],
        **fields,
    )
    audit.record(Verb.WALK_IN_ADDED, attendee, by=by, scope=meeting.partnership_id)
    return attendee


def free_places(meeting: Meeting) -> int | None:
    """How many places are neither taken nor offered; None where there is no limit."""
    if meeting.capacity is None:
        return None
    return max(0, meeting.capacity - meeting.attendees.seated().count())


def _has_room(meeting: Meeting, *, before_queue: bool) -> bool:
    if meeting.capacity is None:
        return True
    has_queue = meeting.attendees.filter(presence=Presence.WAITING).exists()
    return meeting.attendees.seated().count() < meeting.capacity and (before_queue or not has_queue)
