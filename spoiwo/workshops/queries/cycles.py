"""Cycles: series whose meetings are workshops, how far they are, what waits next; and links to them from below."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.kit.links import Link
from spoiwo.meetings.models import CycleTemplate, Meeting, Series
from spoiwo.meetings.rules.states import MeetingState
from spoiwo.workshops.models import Step
from spoiwo.workshops.permissions import INSIDERS, template_verbs, workshop_verbs
from spoiwo.workshops.queries.steps import Output, outputs_of
from spoiwo.workshops.rules.states import StepState

MOST_SINGLE = 50


@dataclass(frozen=True, slots=True)
class Workshop:
    """A meeting of a cycle with its steps and what came out of them."""

    meeting: Meeting
    steps: list[tuple[Step, Output]]

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to be done in it."""
        is_off = self.meeting.state in (MeetingState.CANCELLED, MeetingState.HELD)
        return is_off or (
            bool(self.steps) and all(step.state == StepState.CLOSED for step, _output in self.steps)
        )


@dataclass(frozen=True, slots=True)
class Next:
    """What waits in a cycle: `kind` is meetings, steps, tables, hall, lead or over."""

    kind: str
    meeting: Meeting | None = None


def insider_ids(actor: Actor) -> Q:
    """Workshops the actor may read, as a condition on series and meetings."""
    return Q() if actor.is_admin else Q(partnership__in=actor.partnerships_as(*INSIDERS))


def cycle_rows(actor: Actor) -> QuerySet[Series]:
    """Series with steps in their meetings, with their days and how many steps are closed. One query."""
    has_steps = Exists(Step.objects.filter(meeting__series=OuterRef("pk")))
    rows = Series.objects.filter(insider_ids(actor)).filter(has_steps).select_related("partnership")
    closed = Q(meetings__steps__state=StepState.CLOSED)
    return rows.annotate(
        first_at=Min("meetings__starts_at"),
        last_at=Max("meetings__starts_at"),
        meeting_count=Count("meetings", distinct=True),
        step_count=Count("meetings__steps", distinct=True),
        closed_count=Count("meetings__steps", filter=closed, distinct=True),
    )


def single_workshops(actor: Actor) -> QuerySet[Meeting]:
    """Workshops that belong to no series, the newest first."""
    rows = Meeting.objects.filter(insider_ids(actor), series=None)
    rows = rows.filter(Exists(Step.objects.filter(meeting=OuterRef("pk"))))
    return rows.select_related("partnership", "commune").order_by("-starts_at", "pk")[:MOST_SINGLE]


def workshops_of(series: Series) -> list[Workshop]:
    """The meetings of a cycle in their order, each with its steps. Five queries whatever their number."""
    meetings = list(series.meetings.select_related("commune").order_by("starts_at", "pk"))
    steps: dict[int, list[Step]] = {meeting.pk: [] for meeting in meetings}
    for step in Step.objects.filter(meeting__in=meetings):
        steps[step.meeting_id].append(step)
    outputs = outputs_of(step for rows in steps.values() for step in rows)
    return [
        Workshop(meeting, [(step, outputs[step.pk]) for step in steps[meeting.pk]]) for meeting in meetings
    ]


def next_in(workshops: list[Workshop], now: dt.datetime) -> Next:
    """What waits first: steps of a workshop that has none, then the workshop that comes next or goes on."""
    if not workshops:
        return Next("meetings")
    left = [one for one in workshops if not one.is_over]
    if not left:
        return Next("over")
    first = left[0]
    if not first.steps:
        return Next("steps", first.meeting)
    is_its_day = timezone.localtime(first.meeting.starts_at).date() <= timezone.localtime(now).date()
    return Next("lead" if is_its_day else "hall", first.meeting)


def links_of_meeting(meeting: Meeting, actor: Actor) -> list[Link]:
    """The way from a meeting to its workshop."""
    if "view" not in workshop_verbs(actor, partnership_id=meeting.partnership_id):
        return []
    return [Link(reverse("workshops:steps", args=[meeting.pk]), _("Workshop"))]


def links_of_series(series: Series, actor: Actor) -> list[Link]:
    """The way from a series to the cycle."""
    if "view" not in workshop_verbs(actor, partnership_id=series.partnership_id):
        return []
    return [Link(reverse("workshops:cycle", args=[series.pk]), _("Cycle of workshops"))]


def links_of_template(template: CycleTemplate, actor: Actor) -> list[Link]:
    """The way from a template to its steps."""
    if "view" not in template_verbs(actor, partnership_id=template.partnership_id):
        return []
    return [Link(reverse("workshops:template_steps", args=[template.pk]), _("Steps of the workshops"))]
