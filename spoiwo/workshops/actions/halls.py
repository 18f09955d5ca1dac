"""The hall while a workshop runs: opening it, moving everybody to a step, opening and closing steps, slips with codes."""

import datetime as dt
import os
import secrets
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.meetings.models import Attendee, Meeting
from spoiwo.meetings.rules.codes import SLIP, new_codes
from spoiwo.meetings.rules.states import MeetingState
from spoiwo.workshops.audit import Verb
from spoiwo.workshops.models import Hall, Line, Slip, Step, Table
from spoiwo.workshops.queries.pulses import forget
from spoiwo.workshops.queries.voices import voices_of
from spoiwo.workshops.rules.states import STEP_NEXT, Entry, Naming, Screen, StepKind, StepState

MOST_SLIPS = 1000


@transaction.atomic
def open_hall(meeting: Meeting, *, by: Actor) -> Hall:
    """The hall of a meeting, made when it is first wanted; one per meeting however often it is asked for."""
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    if found := Hall.objects.filter(meeting=meeting).first():
        return found
    if meeting.state == MeetingState.CANCELLED:
        raise Refused(_("This meeting has been called off."))
    hall = Hall.objects.create(
        meeting=meeting, screen_secret=secrets.token_urlsafe(24), pulse=secrets.token_urlsafe(9)
    )
    audit.record(Verb.HALL_OPENED, hall, by=by, scope=meeting.partnership_id)
    return hall


def touch(meeting_id: int) -> None:
    """Tells everybody in the hall to look again; to be called inside the transaction of the change."""
    Hall.objects.filter(meeting_id=meeting_id).update(revision=F("revision") + 1)
    forget()


@transaction.atomic
def move_hall(
    hall: Hall,
    *,
    by: Actor,
    at: dt.datetime,
    step: Step | None = None,
    screen: str = "",
    table: Table | None = None,
    field: str = "",
) -> Hall:
    """Moves everybody to that step, or only changes what the projector shows; a step not yet open is opened.

    `table` puts that group's sheet on the screen, `field` one heading of it; without them whatever the screen shows of all.
    """
    hall = Hall.objects.select_for_update().select_related("meeting").get(pk=hall.pk)
    if table is not None and table.meeting.partnership_id != hall.meeting.partnership_id:
        raise Refused(_("This table is of another partnership's workshop."))
    hall.table, hall.field = table, field[:12] if table else ""
    if step is not None and step.pk != hall.step_id:
        if step.meeting_id != hall.meeting_id:
            raise Refused(_("This step belongs to another workshop."))
        hall.step, hall.screen, hall.moved_at = step, Screen.TASK, at
        audit.record(Verb.HALL_MOVED, hall, by=by, scope=hall.meeting.partnership_id, step=step.pk)
        if step.state == StepState.PREPARED:
            set_step_state(step, StepState.OPEN, by=by, at=at)
    if screen:
        hall.screen = Screen(screen)
    hall.revision = F("revision") + 1
    hall.save(update_fields=["step", "screen", "moved_at", "revision", "table", "field"])
    forget()
    hall.refresh_from_db()
    return hall


@transaction.atomic
def set_step_state(step: Step, state: StepState, *, by: Actor, at: dt.datetime) -> Step:
    """Opens a step for writing or closes it; closing keeps the count of voices and cuts nameless ideas off their authors."""
    step = Step.objects.select_for_update().select_related("meeting").get(pk=step.pk)
    if step.state == state:
        return step
    if state not in STEP_NEXT[StepState(step.state)]:
        raise Refused(_("Open this step first."))
    if state == StepState.CLOSED and step.votes.filter(state="open").exists():
        raise Refused(_("A vote is still under way in this step. Close the vote first."))
    step.state = state
    if state == StepState.OPEN:
        step.opened_at = step.opened_at or at
        step.closed_at = None
    else:
        step.closed_at = at
        _close_ideas(step)
    step.save(update_fields=["state", "opened_at", "closed_at", "voices"])
    audit.record(Verb.STEP_MOVED, step, by=by, scope=step.meeting.partnership_id, state=str(state))
    touch(step.meeting_id)
    return step


def _close_ideas(step: Step) -> None:
    if step.kind != StepKind.IDEAS:
        return
    step.voices = voices_of(step)
    if step.naming != Naming.NAME:
        Line.objects.filter(step=step).update(slip=None)


@transaction.atomic
def save_notes(step: Step, notes: str, *, by: Actor) -> Step:
    """What the facilitator noted in the plenary; it goes into the report."""
    step.notes = notes
    step.save(update_fields=["notes"])
    audit.record(Verb.STEP_EDITED, step, by=by, scope=step.meeting.partnership_id, notes=len(notes))
    return step


@transaction.atomic
def set_entry(hall: Hall, entry: Entry, *, by: Actor) -> Hall:
    """What lets people take part. Once somebody has used a slip it stays as it is, or one person could have two voices."""
    hall = Hall.objects.select_for_update().select_related("meeting").get(pk=hall.pk)
    if hall.entry == entry:
        return hall
    if Slip.objects.filter(meeting=hall.meeting_id).exclude(first_used_at=None).exists():
        raise Refused(_("People are taking part already, so this cannot be changed any more."))
    Slip.objects.filter(meeting=hall.meeting_id).delete()
    hall.entry = entry
    hall.save(update_fields=["entry"])
    touch(hall.meeting_id)
    audit.record(Verb.HALL_EDITED, hall, by=by, scope=hall.meeting.partnership_id, entry=str(entry))
    return hall


@transaction.atomic
def make_slips(hall: Hall, count: int, *, by: Actor, seen: int | None = None) -> list[Slip]:
    """So many further slips, each with a code of its own.

    `seen` is how many there were when it was asked for: a second press is told that the first has made them.
    """
    hall = Hall.objects.select_for_update().select_related("meeting").get(pk=hall.pk)
    if hall.entry != Entry.SLIPS:
        raise Refused(_("In this workshop people take part with their tickets, so there are no slips."))
    there = hall.meeting.slips.count()
    if seen is not None and seen != there:
        raise Refused(
            _("Slips have been made meanwhile. Look how many there are before you make more."), "count"
        )
    if not 1 <= count <= MOST_SLIPS - there:
        raise Refused(_("There can be 1 to %(most)d slips in a workshop.") % {"most": MOST_SLIPS}, "count")
    codes = new_codes(count, os.urandom, length=SLIP)
    made = Slip.objects.bulk_create(Slip(meeting=hall.meeting, code=code) for code in codes)
    audit.record(Verb.SLIPS_MADE, hall, by=by, scope=hall.meeting.partnership_id, count=count)
    return made


@transaction.atomic
def slip_for(attendee: Attendee) -> Slip:
    """The slip of somebody who comes in with a ticket; always the same one."""
    Attendee.objects.select_for_update().get(pk=attendee.pk)
    if found := Slip.objects.filter(attendee=attendee).first():
        return found
    return Slip.objects.create(
        meeting=attendee.meeting,
        attendee=attendee,
        code=new_codes(1, os.urandom, length=SLIP)[0],
        sector=attendee.sector,
        table=attendee.meeting.tables.filter(name=attendee.group).first() if attendee.group else None,
    )


@transaction.atomic
def void_slip(slip: Slip, *, by: Actor, at: dt.datetime) -> None:
    """A lost slip stops working; what was cast with it stays, because nobody can tell which ballot it was."""
    Slip.objects.filter(pk=slip.pk, voided_at=None).update(voided_at=at)
    audit.record(Verb.SLIP_VOIDED, slip, by=by, scope=slip.meeting.partnership_id)


@transaction.atomic
def use_slip(slip: Slip, *, at: dt.datetime, **facts: Any) -> Slip:
    """Notes that somebody takes part with this slip, and what they say of themselves: sector, table, name."""
    facts = {name: value for name, value in facts.items() if getattr(slip, name) != value}
    if slip.first_used_at is None:
        facts["first_used_at"] = at
    for name, value in facts.items():
        setattr(slip, name, value)
    if facts:
        slip.save(update_fields=list(facts))
    return slip


@transaction.atomic
def forget_people(attendees: Sequence[int]) -> None:
    """Takes the names of these attendees off their slips and off the ideas they signed; what was said stays."""
    slips = Slip.objects.filter(attendee__in=attendees)
    Line.objects.filter(slip__in=slips, sheet=None).exclude(author="").update(author="", slip=None)
    slips.update(name="", sector="")
