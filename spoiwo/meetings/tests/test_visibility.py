"""Who sees what: the queries and the permissions say the same for every player, state and kind of record."""

import pytest

from spoiwo.kit.actor import Actor, Role
from spoiwo.meetings.models import Attendee, Campaign, Invitation, Meeting, Series
from spoiwo.meetings.permissions import campaign_verbs, meeting_verbs, series_verbs
from spoiwo.meetings.rules.states import CampaignState, MeetingState
from tests.cast import Cast
from tests.make import make_attendee, make_campaign, make_invitation, make_meeting, make_series

PLAYERS = ["anna", "bartek", "celina", "dorota", "ewa", "roman", "adam", "nobody"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def records(cast: Cast) -> None:
    """Meetings, series and campaigns of two partnerships in every state."""
    for partnership in (cast.ours, cast.theirs):
        for state in MeetingState:
            for is_public in (True, False):
                meeting = make_meeting(partnership, state=state, is_public=is_public)
                make_attendee(meeting)
        for state in CampaignState:
            make_invitation(make_campaign(partnership, meeting, state=state))
        make_series(partnership, is_public=True)
        make_series(partnership, is_public=False)


@pytest.mark.parametrize("player", PLAYERS)
def test_what_a_person_may_view_is_what_the_queries_find(cast: Cast, records: None, player: str) -> None:
    actor = getattr(cast, player).actor

    def meeting_can(meeting: Meeting) -> set[str]:
        facts = {"is_public": meeting.is_public, "state": meeting.state}
        return meeting_verbs(actor, partnership_id=meeting.partnership_id, **facts)

    def campaign_can(campaign: Campaign) -> set[str]:
        return campaign_verbs(actor, partnership_id=campaign.partnership_id, state=campaign.state)

    def series_can(series: Series) -> set[str]:
        return series_verbs(actor, partnership_id=series.partnership_id, is_public=series.is_public)

    def seen(rows) -> set:
        return set(rows.visible_to(actor))

    assert seen(Meeting.objects) == {one for one in Meeting.objects.all() if "view" in meeting_can(one)}
    assert seen(Series.objects) == {one for one in Series.objects.all() if "view" in series_can(one)}
    assert seen(Campaign.objects) == {one for one in Campaign.objects.all() if "view" in campaign_can(one)}
    assert seen(Invitation.objects) == {
        one
        for one in Invitation.objects.select_related("campaign")
        if "view_people" in campaign_can(one.campaign)
    }
    assert seen(Attendee.objects) == {
        one for one in Attendee.objects.select_related("meeting") if "view_people" in meeting_can(one.meeting)
    }


@pytest.mark.parametrize("role", list(Role))
def test_no_role_elsewhere_opens_anything_here(cast: Cast, role: Role) -> None:
    stranger = Actor(user_id=1, roles={cast.theirs.pk: frozenset({role})})
    for state in MeetingState:
        assert meeting_verbs(stranger, partnership_id=cast.ours.pk, is_public=False, state=state) == set()
    for state in CampaignState:
        assert campaign_verbs(stranger, partnership_id=cast.ours.pk, state=state) == set()
    assert series_verbs(stranger, partnership_id=cast.ours.pk, is_public=False) == set()
