"""Jobs of the organiser's pages: lists of 1,000 people, the page of a campaign with 100,000 invitations."""

import re
import time
from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.asking import Asker, Unexpected, sign_in
from bench.figures import Figure, Rule, by_turns
from bench.house import STAFF, House
from bench.meetings_world import fill
from spoiwo.accounts.models import User
from spoiwo.meetings.models import Campaign

SMALL, LARGE = 1_000, 100_000
ROUNDS = 15
_worlds: dict[House, Path] = {}


def world(house: House) -> Path:
    """The examples with a campaign of 1,000 invitations (1,000 places at one meeting) and one of 100,000."""
    if house not in _worlds:
        path = _worlds[house] = house.copy(house.examples, "campaigns")
        with house.database(path):
            fill("Kampania tysiąca", SMALL)
            fill("Kampania stu tysięcy", LARGE)
            fill("Spotkanie tysiąca", 5 * SMALL, meetings=1)
    return _worlds[house]


def campaign_of(title: str) -> Campaign:
    """One of the world's campaigns."""
    return Campaign.objects.get(title=title)


def measure_lists(house: House) -> list[Figure]:
    """CPU of 1,000 addressees and of 1,000 people of a meeting, each with a button to tick them off."""
    with house.database(world(house)):
        campaign = campaign_of("Kampania tysiąca")
        meeting = campaign_of("Spotkanie tysiąca").meetings.get()
        return [
            _list(
                "addressees", reverse("meetings:addressees", args=[campaign.pk]) + "?rows=1000", campaign.pk
            ),
            _list("attendees", reverse("meetings:attendees", args=[meeting.pk]) + "?rows=1000", meeting.pk),
        ]


def _list(name: str, address: str, pk: int) -> Figure:
    ours = Asker(session=sign_in(User.objects.get(email=STAFF)))
    bare = Asker(urlconf="bench.meetings_bare_lists")
    bare_address = f"/{name}/?rows=1000&of={pk}"
    pages = [ours.get(address), bare.get(bare_address)]
    people = [re.findall(rb'<th scope="row"><a href="[^"]*">([^<]*)', page) for page in pages]
    if people[0] != people[1] or len(people[0]) != SMALL:
        raise Unexpected(f"the two tables of {name} differ: {len(people[0])} and {len(people[1])} rows")
    tables = [len(re.search(rb"<table.*</table>", page, re.DOTALL)[0]) for page in pages]  # type: ignore[index]
    mine, view, samples = by_turns(
        lambda: ours.seconds(address, clock=time.process_time) * 1000,
        lambda: bare.seconds(bare_address, clock=time.process_time) * 1000,
        rounds=ROUNDS,
        warm=2,
    )
    what = f"CPU of the organiser's page of 1,000 {name} beside a bare view with the same table"
    notes = (f"table of {tables[0]:,} bytes beside {tables[1]:,}",)
    return Figure(f"{name}-1000", what, "ms", mine, view, Rule.RATIO_AT_MOST, 2, notes, samples)


def measure_campaign(house: House) -> list[Figure]:
    """Seconds to the first byte, which comes with the last: the page is not streamed."""
    with house.database(world(house)):
        asker = Asker(session=sign_in(User.objects.get(email=STAFF)))
        large, small = (
            campaign_of(title).get_absolute_url() for title in ("Kampania stu tysięcy", "Kampania tysiąca")
        )
        counts = []
        for address in (large, small):
            asker.get(address)
            with CaptureQueriesContext(connection) as queries:
                asker.get(address)
            counts.append(len(queries))
        if counts[0] != counts[1]:
            raise Unexpected(f"{counts[0]} queries beside {counts[1]}")
        mine, reference, samples = by_turns(
            lambda: asker.seconds(large) * 1000, lambda: asker.seconds(small) * 1000, rounds=ROUNDS
        )
    what = "first byte of the page of a campaign with 100,000 invitations, beside that of one with 1,000"
    notes = (f"{counts[0]} queries on either; nothing kept between the requests",)
    return [Figure("campaign-100k", what, "ms", mine, reference, Rule.RATIO_AT_MOST, 3, notes, samples)]
