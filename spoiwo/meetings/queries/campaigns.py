"""Campaigns as pages and papers read them: the list, the funnel, the figures by sector, commune and channel."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from spoiwo.kit.actor import Actor
from spoiwo.mail.post import batch_letters, progress
from spoiwo.mail.rules import State
from spoiwo.meetings.models import Attendee, Campaign, Invitation, Needs, Question
from spoiwo.meetings.queries.answers import Offer, offers_of
from spoiwo.meetings.queries.door import standing
from spoiwo.meetings.rules.batches import batch_of
from spoiwo.meetings.rules.forecast import Group, Past
from spoiwo.meetings.rules.states import CAME, CampaignState, Presence, Purpose, Reply
from spoiwo.register.labels import CHANNEL_LABELS
from spoiwo.register.rules import Channel


@dataclass(frozen=True, slots=True)
class Funnel:
    """From the first letter to the chair: how many were invited, reached, answered, will come, came.

    `yes` counts people who come, deputies among them; whoever sends one counts as having answered.
    """

    invited: int = 0
    prepared: int = 0
    held: int = 0
    sent: int = 0
    failed: int = 0
    doubtful: int = 0
    answered: int = 0
    yes: int = 0
    no: int = 0
    deputies: int = 0
    waiting: int = 0
    came: int = 0
    letters: Mapping[State, int] = field(default_factory=dict)

    @property
    def silent(self) -> int:
        """Those who have not answered."""
        return self.invited - self.answered

    @property
    def answer_percent(self) -> int:
        """Answers in a hundred invitations."""
        return round(100 * self.answered / self.invited) if self.invited else 0

    @property
    def turnout_percent(self) -> int:
        """Those who came in a hundred invitations."""
        return round(100 * self.came / self.invited) if self.invited else 0


@dataclass(frozen=True, slots=True)
class Slice:
    """One row of the funnel by sector, commune or channel."""

    key: str
    label: str
    invited: int
    answered: int
    yes: int
    came: int


def campaign_rows(actor: Actor) -> QuerySet[Campaign]:
    """The list of campaigns the actor may see, with the numbers invited and coming; each number from its index."""
    rows = Invitation.objects.filter(campaign=OuterRef("pk")).order_by()
    invited = rows.values("campaign").annotate(count=Count("pk")).values("count")
    coming = rows.filter(reply=Reply.YES).values("campaign").annotate(count=Count("pk")).values("count")
    return (
        Campaign.objects.visible_to(actor)
        .select_related("partnership")
        .annotate(
            invited_count=Coalesce(Subquery(invited), 0),
            coming_count=Coalesce(Subquery(coming), 0),
        )
    )


def funnel(campaign: Campaign) -> Funnel:
    """The whole campaign in figures: four counting queries that read indexes alone, whatever the size."""
    letters = progress(batch_of(campaign.pk, Purpose.INVITATION))
    rows = campaign.invitations.order_by().values_list("reply")
    replies, deputies = Counter[str](), 0
    for reply, count, sent in rows.annotate(count=Count("*"), sent=Count("deputy_of")):
        replies[reply] = count - sent
        deputies += sent if reply == Reply.YES else 0
    places = Counter[str]()
    for _meeting, presence, is_walk_in, count in standing(_meetings_of(campaign)):
        places[presence] += 0 if is_walk_in else count
    invited = sum(replies.values())
    return Funnel(
        invited=invited,
        prepared=letters.get(State.READY, 0) + letters.get(State.CLAIMED, 0),
        held=letters.get(State.HELD, 0),
        sent=letters.get(State.SENT, 0),
        failed=sum(letters.get(state, 0) for state in (State.FAILED, State.BOUNCED, State.RETURNED)),
        doubtful=letters.get(State.DOUBT, 0),
        answered=invited - replies[Reply.NONE],
        yes=replies[Reply.YES] + deputies,
        no=replies[Reply.NO],
        deputies=deputies,
        waiting=places[Presence.WAITING] + places[Presence.OFFERED],
        came=sum(places[presence] for presence in CAME),
        letters=letters,
    )


def slices(campaign: Campaign, by: str) -> list[Slice]:
    """The funnel by `sector`, `commune__name` or `channel`, the largest first. Two grouped queries."""
    columns = {
        "invited": Count("pk", filter=Q(deputy_of=None)),
        "yes": Count("pk", filter=Q(reply=Reply.YES)),
    }
    columns["answered"] = Count("pk", filter=Q(deputy_of=None) & ~Q(reply=Reply.NONE))
    rows = campaign.invitations.order_by().values(by).annotate(**columns)
    came = dict(
        Attendee.objects.filter(invitation__campaign=campaign, presence__in=CAME)
        .order_by()
        .values_list(f"invitation__{by}")
        .annotate(Count("pk"))
    )
    found = [
        Slice(row[by] or "", row[by] or "", row["invited"], row["answered"], row["yes"], came.get(row[by], 0))
        for row in rows
    ]
    return sorted(found, key=lambda one: (-one.invited, one.key))


def meeting_lines(campaign: Campaign, at: dt.datetime) -> list[tuple[Offer, Mapping[str, int]]]:
    """Each meeting of the campaign with its places and who is expected, waits or came. Three queries."""
    offers = offers_of(campaign, at)
    counts = {offer.meeting.pk: Counter[str]() for offer in offers}
    for meeting, presence, _walk_in, count in standing(counts):
        for name in (presence, "came") if presence in CAME else (presence,):
            counts[meeting][name] += count
    return [(offer, counts[offer.meeting.pk]) for offer in offers]


def open_questions(campaign: Campaign) -> QuerySet[Question]:
    """Questions nobody has answered yet; they are few, so each is asked for its campaign and not each invitation for them."""
    of_campaign = Invitation.objects.filter(pk=OuterRef("invitation"), campaign=campaign)
    return Question.objects.filter(Exists(of_campaign), answered_at=None).select_related("invitation")


def addressees(campaign: Campaign, actor: Actor) -> QuerySet[Invitation]:
    """The campaign's invitations that the actor may see."""
    return Invitation.objects.visible_to(actor).filter(campaign=campaign)


@dataclass(frozen=True, slots=True)
class LaunchCheck:
    """What a person looks at before the launch: how many by each channel, and what stands in the way."""

    total: int
    channels: list[tuple[str, int]]
    undated: list[str]
    seats: int | None
    has_text: bool


def launch_check(campaign: Campaign) -> LaunchCheck:
    """Counts by channel, meetings without a venue, and the places there are in all. Three queries."""
    rows = campaign.invitations.order_by().values_list("channel").annotate(Count("pk"))
    channels = [(str(CHANNEL_LABELS[Channel(channel)]), count) for channel, count in rows]
    meetings = list(campaign.meetings.all())
    limits = [meeting.capacity for meeting in meetings]
    return LaunchCheck(
        total=sum(count for _label, count in channels),
        channels=channels,
        undated=[meeting.title for meeting in meetings if not meeting.venue],
        seats=None if None in limits else sum(limit or 0 for limit in limits),
        has_text=campaign.texts.filter(purpose=Purpose.INVITATION).exists(),
    )


def needs_of(campaign: Campaign) -> QuerySet[Needs]:
    """What guests who have not declined need, by meeting and name."""
    rows = Needs.objects.filter(invitation__campaign=campaign).exclude(invitation__reply=Reply.NO)
    return rows.select_related("invitation__meeting").order_by(
        "invitation__meeting__starts_at", "invitation__name_key"
    )


def outlook(campaign: Campaign) -> tuple[list[Group], list[Past]]:
    """What a forecast is reckoned from: this campaign's answers by sector, and earlier campaigns' turnout by sector."""
    groups = [Group(one.key, one.invited, *_said(one)) for one in slices(campaign, "sector")]
    earlier = Campaign.objects.filter(partnership=campaign.partnership_id, state=CampaignState.CLOSED)
    past = [
        _past(one)
        for known in earlier.exclude(pk=campaign.pk).order_by("-closed_at")[:5]
        for one in slices(known, "sector")
    ]
    return groups, past


def _meetings_of(campaign: Campaign) -> QuerySet:
    return Campaign.meetings.through.objects.filter(campaign=campaign).values("meeting")


def _said(one: Slice) -> tuple[int, int]:
    """Who said yes and no; deputies count once, with whoever sent them."""
    yes = min(one.yes, one.answered)
    return yes, one.answered - yes


def _past(one: Slice) -> Past:
    yes, no = _said(one)
    came = min(one.came, one.invited - no)
    return Past(one.key, one.invited, came, yes=yes, no=no, came_of_yes=min(yes, came))


def waiting_by_channel(campaign: Campaign) -> dict[str, int]:
    """How many letters wait for a person's hands, by channel. One query over the batch."""
    rows = batch_letters(batch_of(campaign.pk)).filter(state__in=(State.READY, State.HELD))
    return dict(rows.exclude(channel=Channel.EMAIL).order_by().values_list("channel").annotate(Count("pk")))
