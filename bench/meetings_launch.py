"""Job `launch`: letters of a campaign written into the outbox, in one transaction within the request."""

from django.db import connection
from django.utils import timezone

from bench.figures import Figure, timed
from bench.house import House
from bench.meetings_world import fill
from spoiwo.kit.actor import SYSTEM
from spoiwo.mail.models import Letter
from spoiwo.meetings import emails
from spoiwo.meetings.actions.campaigns import launch_campaign
from spoiwo.meetings.models import Campaign
from spoiwo.meetings.rules.states import CampaignState

SIZE = 10_000


def measure(house: House) -> list[Figure]:
    """Each letter with its addressee's words, its code and its address for one-click unsubscribing."""
    with house.database(house.copy(house.examples, "launch")):
        campaign = fill("Kampania dziesięciu tysięcy", SIZE)
        campaign.texts.bulk_create(
            campaign.texts.model(campaign=campaign, purpose=purpose, **text)
            for purpose, text in emails.shipped_texts().items()
        )
        seconds = min(_launched(campaign) for _round in range(2))
    what = f"a launch of {SIZE:,} addressees: letters a second that are written into the outbox"
    notes = (f"{seconds:.1f} s in one transaction; {1e6 * seconds / SIZE:.0f} µs a letter",)
    return [Figure("launch", what, "letters/s", SIZE / seconds, notes=notes)]


def _launched(campaign: Campaign) -> float:
    Letter.objects.all().delete()
    Campaign.objects.filter(pk=campaign.pk).update(state=CampaignState.DRAFT)
    connection.close()
    seconds, count = timed(lambda: launch_campaign(campaign, by=SYSTEM, at=timezone.now()))
    if count != SIZE:
        raise RuntimeError(f"{count} letters were written")
    return seconds
