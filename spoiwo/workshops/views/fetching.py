"""How the views of this room find their records: hidden gives 404, a forbidden verb 403."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from spoiwo.kit.request import Request, require
from spoiwo.meetings.models import Meeting
from spoiwo.workshops.models import Hall, Slip, Step, Table
from spoiwo.workshops.permissions import workshop_verbs
from spoiwo.workshops.queries import halls as queries


def fetch_meeting(request: Request, meeting_pk: int, verb: str = "view") -> tuple[Meeting, set[str]]:
    """The meeting as a workshop, with what the actor may do there; strangers do not learn that it has one."""
    rows = Meeting.objects.visible_to(request.actor).select_related("partnership", "series", "commune")
    meeting = get_object_or_404(rows, pk=meeting_pk)
    can = workshop_verbs(request.actor, partnership_id=meeting.partnership_id)
    if not can:
        raise Http404
    require(can, verb)
    return meeting, can


def fetch_step(request: Request, meeting_pk: int, step_pk: int, verb: str = "view") -> tuple[Step, set[str]]:
    """A step of that meeting, with what the actor may do there."""
    rows = Step.objects.visible_to(request.actor).select_related("meeting__partnership", "takes_from")
    step = get_object_or_404(rows, pk=step_pk, meeting=meeting_pk)
    can = workshop_verbs(request.actor, partnership_id=step.meeting.partnership_id)
    require(can, verb)
    return step, can


def fetch_hall(request: Request, meeting_pk: int, verb: str = "lead") -> tuple[Hall, set[str]]:
    """The opened hall of that meeting."""
    meeting, can = fetch_meeting(request, meeting_pk, verb)
    hall = get_object_or_404(Hall.objects.select_related("meeting__partnership", "step"), meeting=meeting)
    return hall, can


def held_slip(slip_code: str) -> tuple[Slip, Hall]:
    """What the holder of a slip's code may open: the slip and the hall it belongs to; 404 for any other code."""
    slip = queries.valid_slip(slip_code)
    if slip is None:
        raise Http404
    return slip, slip.meeting.hall


def table_of(table_secret: str) -> Table:
    """What the holder of a table's address may open."""
    rows = Table.objects.select_related("meeting__partnership", "meeting__hall__step", "card")
    return get_object_or_404(rows, secret=table_secret)


def number_of(text: str) -> int | None:
    """The id that a form sent; None for anything that is no id of ours, however long."""
    return int(text) if text.isdecimal() and len(text) < 10 else None
