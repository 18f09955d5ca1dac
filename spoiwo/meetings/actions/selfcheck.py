"""Self check-in by the code on the wall, and groups at tables."""

import datetime as dt
import os
from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import NOBODY, Actor
from spoiwo.kit.request import Refused
from spoiwo.meetings.actions.door import add_person
from spoiwo.meetings.actions.readings import ADMITTED, take_reading
from spoiwo.meetings.audit import Verb
from spoiwo.meetings.importers.readings import Reading
from spoiwo.meetings.models import Attendee, Meeting
from spoiwo.meetings.rules.codes import WALL, new_codes
from spoiwo.meetings.rules.grouping import Member, balanced
from spoiwo.meetings.rules.states import Presence
from spoiwo.meetings.signals import groups_made
from spoiwo.polish import fold

OPENS, CLOSES = dt.timedelta(hours=3), dt.timedelta(hours=2)  # before the beginning, after the end


def is_open(meeting: Meeting, at: dt.datetime) -> bool:
    """Whether people may check themselves in now: only around the meeting, so that the code is of no use from afar."""
    return meeting.starts_at - OPENS <= at <= meeting.ends_at + CLOSES


def check_in_self(
    meeting: Meeting,
    *,
    at: dt.datetime,
    nonce: str,
    given_name: str,
    family_name: str,
    organisation_name: str = "",
) -> Attendee:
    """Somebody at the wall says who they are; on the list or not, they are in, each once.

    Nobody is shown anybody else's name: of several people of one name the institution decides, and where that does not
    help the person is let in as one who came without an invitation.
    """
    if not is_open(meeting, at):
        raise Refused(_("Check-in by this code is open only around the time of the meeting."))
    wanted = fold(f"{given_name} {family_name}")
    there = [
        one
        for one in meeting.attendees.filter(erased_at=None).exclude(presence=Presence.CANCELLED)
        if fold(one.name) == wanted
    ]
    if len(there) > 1:
        there = [one for one in there if fold(one.organisation_name) == fold(organisation_name)] or there[:0]
    if len(there) == 1 and there[0].presence in (*ADMITTED, Presence.PRESENT):
        take_reading(meeting.pk, None, Reading(nonce=nonce, code=there[0].code, at=at))
        return there[0]
    return add_person(
        meeting,
        by=NOBODY,
        at=at,
        nonce=nonce,
        given_name=given_name,
        family_name=family_name,
        organisation_name=organisation_name,
    )


@transaction.atomic
def set_wall_code(meeting: Meeting, *, by: Actor) -> str:
    """A fresh short code for the wall; the one before stops working."""
    meeting.wall_code = new_codes(1, os.urandom, length=WALL)[0]
    meeting.save(update_fields=["wall_code"])
    audit.record(Verb.STATION_OPENED, meeting, by=by, scope=meeting.partnership_id)
    return meeting.wall_code


@transaction.atomic
def make_groups(meeting: Meeting, *, by: Actor, count: int, seed: int, only_present: bool) -> int:
    """Divides people into groups of even sectors, colleagues apart; a new division replaces the one before."""
    people = meeting.attendees.came() if only_present else meeting.attendees.listed()
    rows = people.filter(erased_at=None).values_list("pk", "sector", "commune_id", "organisation_name")
    members = [Member(pk, sector, str(commune or ""), fold(office)) for pk, sector, commune, office in rows]
    if not members:
        raise Refused(_("There is nobody on the list yet."))
    meeting.attendees.update(group="")
    for number, group in enumerate(balanced(members, min(count, len(members)), seed=seed), 1):
        name = _("Group %(number)d") % {"number": number}
        Attendee.objects.filter(pk__in=group.members).update(group=name)
    audit.record(Verb.GROUPS_MADE, meeting, by=by, scope=meeting.partnership_id, count=count, seed=seed)
    groups_made.send(Meeting, meeting=meeting, by=by)
    return len(members)


@transaction.atomic
def set_groups(meeting: Meeting, groups: Mapping[int, str], *, by: Actor) -> None:
    """Groups given by hand: attendee → name of the group, empty for none."""
    for pk, name in groups.items():
        Attendee.objects.filter(pk=pk, meeting=meeting).update(group=name.strip()[:60])
    audit.record(Verb.GROUPS_MADE, meeting, by=by, scope=meeting.partnership_id, count=len(groups))
    groups_made.send(Meeting, meeting=meeting, by=by)
