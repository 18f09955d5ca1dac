"""A workshop with a hall of so many phones and a vote that is prepared and not yet open."""

import datetime as dt
from dataclasses import dataclass
from itertools import count

from django.utils import timezone

from spoiwo.kit.actor import SYSTEM
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.rules.states import MeetingState
from spoiwo.partnerships.models import Partnership
from spoiwo.workshops.actions.halls import make_slips, move_hall, open_hall
from spoiwo.workshops.actions.votes import prepare_vote
from spoiwo.workshops.models import Hall, Step, Vote
from spoiwo.workshops.queries.votes import Draft
from spoiwo.workshops.rules.states import Screen, StepKind

OPTIONS, BUDGET = 16, 10
_numbers = count(1)


@dataclass(frozen=True)
class World:
    """The hall, its vote, and the codes that the phones hold."""

    hall: Hall
    vote: Vote
    codes: list[str]


def make_world(slug: str, phones: int) -> World:
    """A workshop of today in that partnership; its projector shows the vote."""
    now = timezone.now()
    meeting = Meeting.objects.create(
        partnership=Partnership.objects.get(slug=slug),
        title=f"Warsztat {next(_numbers)}",
        state=MeetingState.ANNOUNCED,
        starts_at=now,
        ends_at=now + dt.timedelta(hours=5),
    )
    hall = open_hall(meeting, by=SYSTEM)
    slips = make_slips(hall, phones, by=SYSTEM)
    step = Step.objects.create(meeting=meeting, kind=StepKind.VOTE, title="Wybór projektów", order=1)
    hall = move_hall(hall, step=step, by=SYSTEM, at=now)
    hall = move_hall(hall, screen=Screen.WORK, by=SYSTEM, at=now)
    drafts = [Draft(f"Projekt rozwoju lokalnego nr {number}") for number in range(1, OPTIONS + 1)]
    terms = {"method": "points", "budget": BUDGET, "seats": 4, "entitled": phones}
    vote = prepare_vote(step, drafts, by=SYSTEM, title="Które projekty?", **terms)
    return World(hall, vote, [slip.code for slip in slips])
