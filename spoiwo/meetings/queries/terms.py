"""When personal data have to be gone: the terms that have ended and those that come next."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, QuerySet
from django.utils import timezone

from spoiwo.meetings.models import (
    Attendee,
    Campaign,
    Certificate,
    Invitation,
    Meeting,
    Needs,
    Photo,
    ProcessingRule,
    SurveyAnswer,
)
from spoiwo.meetings.rules.retention import erase_on, rule_on
from spoiwo.meetings.rules.states import Subject

# The field by which each kind of data finds its meeting, and its campaign where no meeting was chosen.
TO_MEETING = {
    Subject.INVITATIONS: "meeting",
    Subject.ATTENDANCE: "meeting",
    Subject.NEEDS: "invitation__meeting",
    Subject.IMAGE: "meeting",
    Subject.CERTIFICATES: "meeting",
    Subject.SURVEY: "sheet__survey__meeting",
}
TO_CAMPAIGN = {Subject.INVITATIONS: "campaign", Subject.NEEDS: "invitation__campaign"}


@dataclass(frozen=True, slots=True)
class Due:
    """Data of one kind at one meeting, or in one campaign of which no meeting was chosen, and the first day without them.

    `day` is None where the table of rules says nothing.
    """

    subject: Subject
    day: dt.date | None
    count: int
    meeting: Meeting | None = None
    campaign: Campaign | None = None


def alive(subject: Subject) -> QuerySet[Any]:
    """The rows that still tell of somebody: of images the photographs, of surveys the open answers."""
    rows: dict[Subject, QuerySet[Any]] = {
        Subject.INVITATIONS: Invitation.objects.filter(erased_at=None),
        Subject.ATTENDANCE: Attendee.objects.filter(erased_at=None),
        Subject.NEEDS: Needs.objects.all(),
        Subject.IMAGE: Photo.objects.all(),
        Subject.CERTIFICATES: Certificate.objects.exclude(name=""),
        Subject.SURVEY: SurveyAnswer.objects.exclude(text=""),
    }
    return rows[subject].order_by("pk")


def ended_meetings(subject: Subject, day: dt.date) -> list[Meeting]:
    """The meetings whose data of that kind must be gone on `day`, whether or not there are any left. Two queries.

    Examples are passed over: their people are invented, and some of their meetings were held twenty years ago.
    """
    rules = list(ProcessingRule.objects.filter(subject=subject))
    over = Meeting.objects.filter(ends_at__date__lt=day, partnership__is_example=False)
    return [meeting for meeting in over if _has_ended(_term(rules, subject, meeting), day)]


def ended_campaigns(subject: Subject, day: dt.date) -> list[Campaign]:
    """The same for campaigns; their term runs from their last meeting, without one from the last day for answers."""
    rules = list(ProcessingRule.objects.filter(subject=subject))
    over = Campaign.objects.annotate(last_at=Max("meetings__ends_at")).filter(
        answer_by__date__lt=day, partnership__is_example=False
    )
    return [one for one in over if _has_ended(_term_of_campaign(rules, subject, one), day)]


def rows_due(subject: Subject, day: dt.date) -> Iterator[tuple[Meeting | Campaign, QuerySet[Any]]]:
    """The rows of that kind whose term has ended on `day`, meeting by meeting, then campaign by campaign.

    Meetings without such rows are left out, so that years later a day's look costs a handful of queries.
    """
    rows, to_meeting = alive(subject), TO_MEETING[subject]
    meetings = ended_meetings(subject, day)
    left = _holders(rows.filter(**{f"{to_meeting}__in": meetings}), to_meeting)
    for meeting in meetings:
        if meeting.pk in left:
            yield meeting, rows.filter(**{to_meeting: meeting})
    if to_campaign := TO_CAMPAIGN.get(subject):
        campaigns, without = ended_campaigns(subject, day), rows.filter(**{to_meeting: None})
        left = _holders(without.filter(**{f"{to_campaign}__in": campaigns}), to_campaign)
        for campaign in campaigns:
            if campaign.pk in left:
                yield campaign, without.filter(**{to_campaign: campaign})


def coming(partnerships: Iterable[int] | None) -> list[Due]:
    """All that is still kept in these partnerships (None: in all), soonest first; two queries a kind and three more."""
    rules = list(ProcessingRule.objects.all())
    meetings = Meeting.objects.select_related("partnership")
    campaigns = Campaign.objects.select_related("partnership").annotate(last_at=Max("meetings__ends_at"))
    if partnerships is not None:
        wanted = list(partnerships)
        meetings = meetings.filter(partnership__in=wanted)
        campaigns = campaigns.filter(partnership__in=wanted)
    known, begun = {one.pk: one for one in meetings}, {one.pk: one for one in campaigns}
    found: list[Due] = []
    for subject, to_meeting in TO_MEETING.items():
        for pk, count in _counts(alive(subject), to_meeting):
            if meeting := known.get(pk):
                found.append(Due(subject, _term(rules, subject, meeting), count, meeting=meeting))
        if to_campaign := TO_CAMPAIGN.get(subject):
            for pk, count in _counts(alive(subject).filter(**{to_meeting: None}), to_campaign):
                if campaign := begun.get(pk):
                    day = _term_of_campaign(rules, subject, campaign)
                    found.append(Due(subject, day, count, campaign=campaign))
    return sorted(found, key=lambda due: (due.day or dt.date.max, due.subject))


def next_by_subject(dues: Iterable[Due]) -> Mapping[Subject, Due]:
    """For each kind of data the next to be erased."""
    found: dict[Subject, Due] = {}
    for due in dues:
        if due.day is not None:
            found.setdefault(due.subject, due)
    return found


def _holders(rows: QuerySet[Any], field: str) -> set[int]:
    return set(rows.order_by().values_list(field, flat=True).distinct())


def _counts(rows: QuerySet[Any], field: str) -> QuerySet[Any]:
    return rows.order_by().values_list(field).annotate(count=Count("pk"))


def _term(rules: list[ProcessingRule], subject: Subject, meeting: Meeting) -> dt.date | None:
    begins, ends = timezone.localtime(meeting.starts_at).date(), timezone.localtime(meeting.ends_at).date()
    return _by_rule(rules, subject, begins, ends, meeting.partnership_id)


def _term_of_campaign(rules: list[ProcessingRule], subject: Subject, campaign: Campaign) -> dt.date | None:
    last = timezone.localtime(campaign.last_at or campaign.answer_by).date()  # type: ignore[attr-defined]
    return _by_rule(rules, subject, last, last, campaign.partnership_id)


def _by_rule(
    rules: list[ProcessingRule], subject: Subject, begins: dt.date, ends: dt.date, partnership_id: int
) -> dt.date | None:
    """The rule in force when the meeting began counts; without one the data stay and the page says so."""
    rule = rule_on(rules, subject, begins, partnership_id=partnership_id)
    if rule is None:
        return None
    return erase_on(ends, keep_years=rule.keep_years, keep_days=rule.keep_days)


def _has_ended(term: dt.date | None, day: dt.date) -> bool:
    return term is not None and term <= day
