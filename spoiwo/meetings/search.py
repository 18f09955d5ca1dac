"""Series, meetings and campaigns as documents of the search."""

from collections.abc import Collection, Iterator

from django.utils import timezone

from spoiwo.kit.actor import Role
from spoiwo.meetings.models import Campaign, Meeting, Series
from spoiwo.meetings.permissions import INSIDERS, PEOPLE_READERS
from spoiwo.meetings.rules.states import MeetingState
from spoiwo.search import EVERYBODY, Document, holders


def meeting_documents(pks: Collection[int]) -> Iterator[Document]:
    """Meetings with their programme and what was decided; two queries. What guests said of themselves is not searched."""
    rows = Meeting.objects.filter(pk__in=pks).select_related("commune", "series", "partnership")
    for one in rows.prefetch_related("programme"):
        is_public = one.is_public and one.state != MeetingState.PLANNED
        points = [f"{point.title} {point.speaker}" for point in one.programme.all()]
        words = [one.summary, one.host, one.venue, one.address, str(one.series or ""), *points]
        # What was decided stands on the page of insiders only.
        yield Document(
            object_id=one.pk,
            title=one.title,
            body="\n".join(filter(None, words)),
            url=one.get_absolute_url(),
            audience={EVERYBODY} if is_public else holders(one.partnership_id, INSIDERS),
            day=timezone.localtime(one.starts_at).date(),
            places=[one.commune.code] if one.commune else [],
            scope=one.partnership_id,
            note=", ".join(filter(None, [one.partnership.short_name, one.venue])),
        )


def series_documents(pks: Collection[int]) -> Iterator[Document]:
    """Series of meetings; one query."""
    for one in Series.objects.filter(pk__in=pks).select_related("partnership"):
        yield Document(
            object_id=one.pk,
            title=one.title,
            body=one.summary,
            url=one.get_absolute_url(),
            audience={EVERYBODY} if one.is_public else holders(one.partnership_id, INSIDERS),
            day=one.created_at.date(),
            scope=one.partnership_id,
            note=one.partnership.short_name,
        )


def campaign_documents(pks: Collection[int]) -> Iterator[Document]:
    """Campaigns of invitations, for those who work on them; two queries."""
    rows = Campaign.objects.filter(pk__in=pks).select_related("partnership").prefetch_related("meetings")
    for one in rows:
        yield Document(
            object_id=one.pk,
            title=one.title,
            body="\n".join(meeting.title for meeting in one.meetings.all()),
            url=one.get_absolute_url(),
            audience=holders(one.partnership_id, [*PEOPLE_READERS, Role.REGIONAL_OFFICER]),
            day=timezone.localtime(one.answer_by).date(),
            scope=one.partnership_id,
            note=one.partnership.short_name,
        )
