"""What a new series may begin with: a template, last year's series, another county's; and a round through the communes."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import QuerySet
from django.utils import timezone

from spoiwo.kit.actor import Actor
from spoiwo.meetings.models import CycleTemplate, Meeting, Series
from spoiwo.meetings.queries.meetings import point_of
from spoiwo.meetings.rules.days import Proposal, spaced
from spoiwo.meetings.rules.programme import Point, read_lines, timed
from spoiwo.meetings.rules.states import MeetingState
from spoiwo.partnerships.models import Partnership
from spoiwo.places.models import Unit


@dataclass(frozen=True, slots=True)
class Plan:
    """One meeting to come, as its pattern gives it; `commune`, `venue` and `address` only within one partnership."""

    title: str
    days_after: int
    starts: dt.time
    minutes: int
    capacity: int | None = None
    programme: tuple[Point, ...] = ()
    commune_id: int | None = None
    venue: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a series begins with: its plans in order, and the series it copies or the template it follows."""

    title: str
    summary: str
    plans: tuple[Plan, ...]
    series: Series | None = None
    template: CycleTemplate | None = None


def pattern_of(source: str, partnership: Partnership, actor: Actor) -> Pattern | None:
    """The pattern named by `template-3` or `series-7`; None where there is none the actor may see."""
    kind, _dash, number = source.partition("-")
    if not number.isdigit():
        return None
    if kind == "template":
        template = CycleTemplate.objects.visible_to(actor).filter(pk=number).first()
        return _of_template(template) if template else None
    if kind == "series":
        series = Series.objects.visible_to(actor).filter(pk=number).first()
        return _of_series(series, partnership, actor) if series else None
    return None


def patterns_for(actor: Actor) -> tuple[QuerySet[CycleTemplate], QuerySet[Series]]:
    """Templates and series the actor may begin with."""
    meetings = Meeting.objects.visible_to(actor).exclude(state=MeetingState.CANCELLED)
    series = Series.objects.visible_to(actor).filter(meetings__in=meetings)
    return (
        CycleTemplate.objects.visible_to(actor),
        series.select_related("partnership").distinct().order_by("-created_at"),
    )


def programme_like(meeting: Meeting) -> tuple[Point, ...]:
    """The points of that meeting without the people of that time."""
    return tuple(nameless(point_of(item)) for item in meeting.programme.all())


def proposals(plans: Iterable[Plan], first: dt.date) -> list[Proposal]:
    """A day for each plan."""
    return spaced(first, [plan.days_after for plan in plans])


def communes_without(series: Series, communes: Iterable[Unit]) -> list[int]:
    """Ids of those communes where the series has no meeting yet."""
    there = series.meetings.exclude(state=MeetingState.CANCELLED).values_list("commune_id", flat=True)
    known = set(there)
    return [unit.pk for unit in communes if unit.pk not in known]


def series_meetings(series: Series, actor: Actor) -> QuerySet[Meeting]:
    """The meetings of the series that the actor may see, soonest first."""
    rows = Meeting.objects.visible_to(actor).filter(series=series)
    return rows.select_related("commune").order_by("starts_at", "pk")


def _of_template(template: CycleTemplate) -> Pattern:
    plans = tuple(
        Plan(
            title=one.title,
            days_after=one.days_after,
            starts=one.starts,
            minutes=one.minutes,
            capacity=one.capacity,
            programme=tuple(timed(read_lines(one.programme), one.starts)),
        )
        for one in template.meetings.all()
    )
    return Pattern(template.name, template.summary, plans, template=template)


def _of_series(series: Series, partnership: Partnership, actor: Actor) -> Pattern:
    """Titles, order, spacing, programme, capacity; never people, and the places only at home."""
    meetings = list(
        series_meetings(series, actor).exclude(state=MeetingState.CANCELLED).prefetch_related("programme")
    )
    is_ours = series.partnership_id == partnership.pk
    days = [timezone.localtime(meeting.starts_at) for meeting in meetings]
    plans = tuple(
        Plan(
            title=meeting.title,
            days_after=(begins.date() - days[0].date()).days,
            starts=begins.time(),
            minutes=round((meeting.ends_at - meeting.starts_at).total_seconds() / 60),
            capacity=meeting.capacity,
            programme=programme_like(meeting),
            commune_id=meeting.commune_id if is_ours else None,
            venue=meeting.venue if is_ours else "",
            address=meeting.address if is_ours else "",
        )
        for meeting, begins in zip(meetings, days, strict=True)
    )
    return Pattern(series.title, series.summary, plans, series)


def nameless(point: Point) -> Point:
    """The same point without the people of that time."""
    return replace(point, speaker="", speaker_function="")
