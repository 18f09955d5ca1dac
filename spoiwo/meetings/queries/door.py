"""The door as stations and the desk read it: who is expected, who is in, how full it is."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Count, QuerySet

from spoiwo.kit.actor import Actor
from spoiwo.meetings.models import Attendee, Meeting
from spoiwo.meetings.rules.states import ON_THE_LIST, Presence

# Asked at every ticket while people wait; the ORM would take ten times as long to word them as the database to answer.
STATION = "SELECT id, meeting_id FROM meetings_station WHERE secret = %s AND closed_at IS NULL"
TICKET = """
    SELECT id, code, given_name, family_name, organisation_name, "group"
    FROM meetings_attendee WHERE meeting_id = %s AND code = %s AND erased_at IS NULL
"""


class Ticket(NamedTuple):
    """Whose ticket it is, as a station shows it."""

    pk: int
    code: str
    given_name: str
    family_name: str
    organisation_name: str
    group: str

    @property
    def name(self) -> str:
        """Given name and surname."""
        return f"{self.given_name} {self.family_name}".strip()


def ticket_of(meeting_id: int, code: str) -> Ticket | None:
    """The person with that ticket at that meeting; one look-up in an index."""
    with connection.cursor() as cursor:
        cursor.execute(TICKET, [meeting_id, code])
        row = cursor.fetchone()
    return Ticket(*row) if row else None


def station_ids(secret: str) -> tuple[int, int] | None:
    """The ids of the open station with that secret and of its meeting; one look-up in an index."""
    with connection.cursor() as cursor:
        cursor.execute(STATION, [secret])
        row = cursor.fetchone()
    return (row[0], row[1]) if row else None


def attendees(meeting: Meeting, actor: Actor) -> QuerySet[Attendee]:
    """Everybody with a standing at the meeting whom the actor may see."""
    return Attendee.objects.visible_to(actor).filter(meeting=meeting)


def standing(meetings: QuerySet | Collection[int]) -> QuerySet[Attendee, tuple[int, str, bool, int]]:
    """Of each meeting how many are in which presence, those without an invitation apart; read off one index in its order."""
    rows = Attendee.objects.filter(meeting__in=meetings).order_by()
    return rows.values_list("meeting", "presence", "is_walk_in").annotate(count=Count("*"))


def station_people(meeting_id: int) -> list[dict[str, Any]]:
    """What a device keeps in order to work without a network: short keys, because it is fetched again and again."""
    rows = Attendee.objects.filter(meeting=meeting_id, presence__in=ON_THE_LIST, erased_at=None).order_by(
        "name_key", "pk"
    )
    columns = ("code", "given_name", "family_name", "organisation_name", "presence", "group")
    return [
        {"c": code, "n": f"{family} {given}".strip(), "o": body, "p": presence, "g": group}
        for code, given, family, body, presence, group in rows.values_list(*columns)
    ]


def door_counts(meeting_id: int) -> Mapping[str, int]:
    """How many are in which presence, and `on_list` and `inside` together. One query over an index."""
    counts = dict(
        Attendee.objects.filter(meeting=meeting_id).order_by().values_list("presence").annotate(Count("pk"))
    )
    counts["inside"] = counts.get(Presence.PRESENT, 0)
    counts["on_list"] = sum(counts.get(presence, 0) for presence in ON_THE_LIST)
    return counts
