"""What the pages of answers read: an invitation by its code, an office's people, the clerk's search."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from spoiwo.meetings.models import Attendee, Campaign, Invitation, Meeting
from spoiwo.meetings.queries.door import standing
from spoiwo.meetings.rules.codes import read_code
from spoiwo.meetings.rules.states import TAKES_A_SEAT, MeetingState, Presence
from spoiwo.polish import fold


@dataclass(frozen=True, slots=True)
class Offer:
    """One meeting as a guest may choose it; `free` is None where there is no limit."""

    meeting: Meeting
    free: int | None
    is_open: bool

    @property
    def key(self) -> str:
        """The meeting's id as text, for the values of choices."""
        return str(self.meeting.pk)

    @property
    def is_full(self) -> bool:
        """Whether whoever chooses it now goes to the waiting list."""
        return self.free == 0


def invitation_by(code: str) -> Invitation | None:
    """The invitation with that code however it was typed; one whose data were erased is gone."""
    known = read_code(code)
    rows = Invitation.objects.filter(erased_at=None).select_related(
        "campaign__partnership__controller", "meeting", "deputy_of"
    )
    return rows.filter(code=known).first() if known else None


def office_of(code: str) -> QuerySet[Invitation]:
    """Everybody of one office in one campaign."""
    known = read_code(code)
    rows = Invitation.objects.filter(erased_at=None, office_code=known or "-")
    return rows.select_related("campaign__partnership", "meeting").order_by("name_key", "pk")


def offers_of(campaign: Campaign, at: dt.datetime) -> list[Offer]:
    """The campaign's meetings, soonest first, with the places left; two queries."""
    meetings = list(campaign.meetings.select_related("commune").order_by("starts_at", "pk"))
    taken: dict[int, int] = dict.fromkeys((meeting.pk for meeting in meetings), 0)
    waiting: set[int] = set()
    limited = [meeting.pk for meeting in meetings if meeting.capacity is not None]
    for pk, presence, _walk_in, count in standing(limited):
        taken[pk] += count if presence in TAKES_A_SEAT else 0
        if presence == Presence.WAITING:
            waiting.add(pk)
    return [
        Offer(
            meeting,
            None
            if meeting.capacity is None
            else 0
            if meeting.pk in waiting
            else max(0, meeting.capacity - taken[meeting.pk]),
            meeting.state != MeetingState.CANCELLED and meeting.ends_at > at,
        )
        for meeting in meetings
    ]


def place_of(invitation: Invitation) -> Attendee | None:
    """The guest's present place at the chosen meeting, be it only in the queue."""
    if invitation.meeting_id is None:
        return None
    return Attendee.objects.filter(invitation=invitation, meeting_id=invitation.meeting_id).first()


def queue_position(place: Attendee) -> int:
    """Which in the waiting list, beginning with 1."""
    ahead = Q(queued_at__lt=place.queued_at) | Q(queued_at=place.queued_at, pk__lt=place.pk)
    return Attendee.objects.filter(ahead, meeting=place.meeting_id, presence=Presence.WAITING).count() + 1


def found_addressees(campaign: Campaign, words: str, limit: int = 8) -> list[Invitation]:
    """Whom a clerk may mean: by code, number, or the beginnings of words of name and institution."""
    rows = campaign.invitations.filter(erased_at=None).select_related("meeting", "commune", "deputy_of")
    if code := read_code(words):
        return list(rows.filter(code=code))
    if words.strip().isdigit() and len(words.strip()) < 7:
        return list(rows.filter(number=int(words)))
    condition = Q()
    for word in fold(words).split()[:6]:
        condition &= Q(search_key__startswith=word) | Q(search_key__contains=f" {word}")
    return list(rows.filter(condition).order_by("name_key", "pk")[:limit]) if condition else []
