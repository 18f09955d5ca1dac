"""Meetings as pages and calendars read them: the list, the figures, what to know of a day, whom to tell."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import Count, Max, Min, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo.kit.actor import NOBODY, Actor, Role
from spoiwo.kit.dates import written_day
from spoiwo.kit.holidays import holiday_on
from spoiwo.meetings.labels import MISFIT_SENTENCES
from spoiwo.meetings.models import (
    Attendee,
    CalendarKey,
    Campaign,
    FundingMark,
    Meeting,
    ProgrammeItem,
    Question,
    Series,
)
from spoiwo.meetings.permissions import INSIDERS
from spoiwo.meetings.rules.days import obstacle
from spoiwo.meetings.rules.programme import Misfit, Point, ends_at, misfits
from spoiwo.meetings.rules.states import CAME, MeetingState, Presence
from spoiwo.partnerships.models import Partnership

ZONE = ZoneInfo("Europe/Warsaw")
TO_BE_TOLD = (Presence.EXPECTED, Presence.OFFERED, Presence.WAITING)


@dataclass(frozen=True, slots=True)
class Figures:
    """A meeting in numbers; `free` is None where there is no limit of places."""

    expected: int
    waiting: int
    came: int
    free: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """A point of the programme as a page shows it."""

    item: ProgrammeItem
    ends: dt.time
    misfit: str = ""


def meeting_rows(actor: Actor) -> QuerySet[Meeting]:
    """The meetings the actor may see."""
    return Meeting.objects.visible_to(actor).select_related("partnership", "commune")


def figures_of(meeting: Meeting) -> Figures:
    """Who is expected, waits and came: one counting query over an index."""
    rows = meeting.attendees.order_by().values_list("presence").annotate(Count("pk"))
    counts: dict[str, int] = dict(rows)
    seated = sum(counts.get(presence, 0) for presence in (Presence.EXPECTED, Presence.OFFERED, *CAME))
    return Figures(
        expected=counts.get(Presence.EXPECTED, 0) + sum(counts.get(presence, 0) for presence in CAME),
        waiting=counts.get(Presence.WAITING, 0) + counts.get(Presence.OFFERED, 0),
        came=sum(counts.get(presence, 0) for presence in CAME),
        free=None if meeting.capacity is None else max(0, meeting.capacity - seated),
    )


def lines_of(meeting: Meeting) -> list[Line]:
    """The programme in order, each point with its end and with what does not fit."""
    items = list(meeting.programme.all())
    points = [point_of(item) for item in items]
    found = misfits_of(meeting, points)
    return [
        Line(item, ends_at(point), str(MISFIT_SENTENCES[found[number]]) if number in found else "")
        for number, (item, point) in enumerate(zip(items, points, strict=True))
    ]


def misfits_of(meeting: Meeting, points: Sequence[Point]) -> dict[int, Misfit]:
    """What does not fit into the meeting's hours, by the point's place in the row."""
    starts, ends = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    last = ends.time() if ends.date() == starts.date() else dt.time(23, 59)
    return misfits(points, starts.time(), last)


def point_of(item: ProgrammeItem) -> Point:
    """A stored point as the rules know it."""
    return Point(item.title, item.starts, item.minutes, item.speaker, item.speaker_function)


def day_notes(partnership: Partnership, day: dt.date, *, but: int | None = None) -> list[str]:
    """What to know before choosing that day: days off, long weekends, the change of the clocks, other meetings.

    `but` is the id of the meeting the day is chosen for. One query.
    """
    notes = [_(hindrance)] if (hindrance := obstacle(day)) else []
    if notes and holiday_on(day):
        notes = [_("That day is a public holiday: %(name)s.") % {"name": notes[0]}]
    if _offset(day) != _offset(day + dt.timedelta(days=1)):
        notes.append(_("The clocks change that night."))
    others = partnership.meetings.on(day).exclude(pk=but or 0).exclude(state=MeetingState.CANCELLED)
    for other in others.order_by("starts_at")[:5]:
        hour = f"{timezone.localtime(other.starts_at):%H:%M}, " if other.has_hours else ""
        sentence = _("The partnership meets that day already: %(meeting)s.")
        notes.append(sentence % {"meeting": f"{hour}{other.title}"})
    return notes


def marks_for(partnership: Partnership) -> QuerySet[FundingMark]:
    """The marks its meetings may bear: its own and the common ones."""
    return FundingMark.objects.filter(partnership=None) | FundingMark.objects.filter(partnership=partnership)


def mark_notes(meeting: Meeting) -> list[str]:
    """A sentence for each mark of the meeting that is not in force on its day."""
    day = timezone.localtime(meeting.starts_at).date()
    return [
        _("The funding mark “%(name)s” is not in force on %(day)s.")
        % {"name": mark.name, "day": written_day(day)}
        for mark in meeting.funding.all()
        if not mark.is_in_force(day)
    ]


def to_be_told(meeting: Meeting) -> QuerySet[Attendee]:
    """Those who reckon with the meeting and have to hear that it is called off."""
    rows = meeting.attendees.filter(presence__in=TO_BE_TOLD, erased_at=None)
    return rows.select_related("invitation__campaign").order_by("name_key", "pk")


def coming_up(actor: Actor, at: dt.datetime, days: int = 30) -> QuerySet[Meeting]:
    """The next meetings of the partnerships where the actor holds a role, soonest first."""
    rows = Meeting.objects.visible_to(actor).filter(
        partnership__in=list(actor.roles), ends_at__gte=at, starts_at__lt=at + dt.timedelta(days=days)
    )
    return rows.exclude(state=MeetingState.CANCELLED).select_related("commune").order_by("starts_at", "pk")


def questions_waiting(actor: Actor) -> list[tuple[Campaign, int]]:
    """Campaigns whose guests asked what nobody has answered yet, with how many; for those who may answer."""
    open_ones = Question.objects.filter(
        answered_at=None, invitation__campaign__partnership__in=actor.partnerships_as(Role.COORDINATOR)
    )
    counts = dict(open_ones.order_by().values_list("invitation__campaign").annotate(Count("pk")))
    campaigns = Campaign.objects.filter(pk__in=counts).order_by("pk")
    return [(campaign, counts[campaign.pk]) for campaign in campaigns]


def public_meetings(partnership: Partnership | None = None) -> QuerySet[Meeting]:
    """What the public calendars hold, those called off included, so that programs take them out."""
    rows = Meeting.objects.visible_to(NOBODY).order_by("starts_at", "pk")
    return rows if partnership is None else rows.filter(partnership=partnership)


def own_meetings(actor: Actor) -> QuerySet[Meeting]:
    """What a person's own calendar holds: the meetings of partnerships where the person has a role, as far as visible."""
    rows = Meeting.objects.visible_to(actor).order_by("starts_at", "pk")
    return rows if actor.is_admin else rows.filter(partnership__in=list(actor.roles))


def inside_of(actor: Actor) -> frozenset[int]:
    """The partnerships whose online links the actor may read in a calendar."""
    return actor.partnerships_as(*INSIDERS)


def calendar_key(actor: Actor) -> CalendarKey | None:
    """The person's own calendar address, once one was made."""
    return CalendarKey.objects.filter(user_id=actor.user_id or 0).first()


def series_rows(actor: Actor) -> QuerySet[Series]:
    """The series the actor may see with the number of their meetings and the first and last day."""
    return (
        Series.objects.visible_to(actor)
        .select_related("partnership")
        .annotate(
            meeting_count=Count("meetings"),
            first_at=Min("meetings__starts_at"),
            last_at=Max("meetings__starts_at"),
        )
    )


def _offset(day: dt.date) -> dt.timedelta | None:
    return dt.datetime.combine(day, dt.time.min, ZONE).utcoffset()
