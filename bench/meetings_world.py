"""Campaigns of any size with letters, answers and places in the proportions of a real one, written in bulk."""

import datetime as dt
import os
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db import transaction
from django.utils import timezone

from bench.house import PARTNERSHIP
from bench.rows import MEN, SURNAMES, WOMEN
from spoiwo.mail.models import Letter
from spoiwo.mail.rules import State
from spoiwo.meetings.models import Answer, Attendee, Campaign, Invitation, Meeting
from spoiwo.meetings.rules.batches import batch_of
from spoiwo.meetings.rules.codes import new_codes
from spoiwo.meetings.rules.states import CampaignState, MeetingState, Presence, Purpose, Reply
from spoiwo.partnerships.models import Partnership
from spoiwo.places.models import Unit
from spoiwo.polish import collation_key, fold
from spoiwo.register.rules import Sector

MEETINGS = 15
CHUNK = 10_000
# Of a hundred invited people seventy say nothing, twenty-two come, six do not, two send a deputy.
REPLIES = [Reply.NONE] * 70 + [Reply.YES] * 22 + [Reply.NO] * 6 + [Reply.DEPUTY] * 2


def fill(title: str, size: int, *, meetings: int = MEETINGS) -> Campaign:
    """A launched campaign with `size` invitations; about 14 s for 100,000."""
    now = timezone.now()
    partnership = Partnership.objects.get(slug=PARTNERSHIP)
    campaign = Campaign.objects.create(
        partnership=partnership, title=title, state=CampaignState.LAUNCHED, launched_at=now,
        answer_by=now + dt.timedelta(days=9), name_key=collation_key(title), search_key=fold(title), prepared_count=size,
    )  # fmt: skip
    places = [_meeting(partnership, number, size) for number in range(meetings)]
    campaign.meetings.set(places)
    communes = list(Unit.objects.valid().communes().values_list("pk", flat=True)[:60])
    rows = _invitations(campaign, size, places, communes, now)
    with transaction.atomic():
        while batch := list(islice(rows, CHUNK)):
            _store(campaign, Invitation.objects.bulk_create(batch), now)
    return campaign


def _meeting(partnership: Partnership, number: int, size: int) -> Meeting:
    begins = timezone.now() + dt.timedelta(days=10 + number)
    return Meeting.objects.create(
        partnership=partnership, title=f"Spotkanie w gminie {number + 1}", state=MeetingState.ANNOUNCED, starts_at=begins,
        ends_at=begins + dt.timedelta(hours=4), capacity=size, venue="Gminny Ośrodek Kultury",
    )  # fmt: skip


def _invitations(
    campaign: Campaign, size: int, places: list[Meeting], communes: list[int], now: dt.datetime
) -> Iterator[Invitation]:
    codes, sectors = new_codes(size, os.urandom), list(Sector)
    for number in range(size):
        woman, turn = number % 2 == 0, number // 2
        given = (WOMEN if woman else MEN)[turn % 20]
        family = SURNAMES[turn * 7 % len(SURNAMES)][0 if woman else 1]
        office = f"Urząd Gminy nr {number % 2500 + 1}"
        reply = REPLIES[number * 37 % 100]
        yield Invitation(
            campaign=campaign, number=number + 1, given_name=given, family_name=family, function="kierownik referatu",
            organisation_name=office, salutation="Szanowna Pani," if woman else "Szanowny Panie,",
            sector=sectors[number % len(sectors)], commune_id=communes[number % len(communes)],
            email=f"adresat{number}@example.org", phone="600 700 800", code=codes[number], reply=reply,
            meeting=places[number % len(places)] if reply == Reply.YES else None,
            replied_at=None if reply == Reply.NONE else now, via="" if reply == Reply.NONE else "link",
            name_key=f"{family} {given}".lower(), search_key=f"{given} {family} {office}".lower(),
        )  # fmt: skip


def _store(campaign: Campaign, rows: list[Invitation], now: dt.datetime) -> None:
    """A letter for everybody, an answer of whoever gave one, a place for whoever comes."""
    batch = batch_of(campaign.pk, Purpose.INVITATION)
    common: dict[str, Any] = {
        "subject": "Zaproszenie",
        "text": "Zapraszamy.",
        "state": State.SENT,
        "batch": batch,
    }
    Letter.objects.bulk_create(
        Letter(
            to=row.email, about_kind="meetings.invitation", about_id=row.pk, scope_id=campaign.partnership_id,
            message_id=f"<{campaign.pk}.{row.number}@example.org>", **common,
        )
        for row in rows
    )  # fmt: skip
    said = [row for row in rows if row.reply != Reply.NONE]
    Answer.objects.bulk_create(Answer(invitation=row, reply=row.reply, via="link", at=now) for row in said)
    Attendee.objects.bulk_create(
        Attendee(
            meeting_id=row.meeting_id, invitation=row, given_name=row.given_name, family_name=row.family_name,
            function=row.function, organisation_name=row.organisation_name, sector=row.sector, commune_id=row.commune_id,
            code=row.code, presence=Presence.PRESENT if row.number % 2 else Presence.EXPECTED,
            arrived_at=now if row.number % 2 else None, name_key=row.name_key, search_key=row.search_key,
        )
        for row in rows
        if row.meeting_id
    )  # fmt: skip
