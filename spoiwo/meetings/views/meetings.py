"""The list of meetings, a meeting's page for everybody and for those who prepare it."""

from django.shortcuts import get_object_or_404

from spoiwo.kit.request import Request, require
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.permissions import meeting_verbs


def fetch(request: Request, meeting_pk: int, verb: str = "view") -> tuple[Meeting, set[str]]:
    """The meeting with what the actor may do there: hidden gives 404, a forbidden verb 403."""
    rows = Meeting.objects.visible_to(request.actor).select_related("partnership", "series", "commune")
    meeting = get_object_or_404(rows, pk=meeting_pk)
    can = meeting_verbs(
        request.actor,
        partnership_id=meeting.partnership_id,
        is_public=meeting.is_public,
        state=meeting.state,
    )
    require(can, verb)
    return meeting, can
