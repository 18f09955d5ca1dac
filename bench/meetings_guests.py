"""Job `guest-list`: 1,000 invitations from a CSV, checked, matched, de-duplicated and stored, beside bare rows."""

import csv
import io
from itertools import count

from django.db import transaction
from django.utils import timezone

from bench.figures import Figure, Rule, by_turns, timed
from bench.house import PARTNERSHIP, House
from bench.rows import csv_file
from spoiwo.kit.actor import SYSTEM
from spoiwo.meetings.actions.guests import confirm_list, keep_list
from spoiwo.meetings.models import Campaign, GuestList, Invitation
from spoiwo.partnerships.models import Partnership

ROWS = 1_000
ROUNDS = 9
_numbers = count(1)


def measure(house: House) -> list[Figure]:
    """Into a campaign of its own each time, in the database with 10,000 organisations and people that the rows may mean."""
    file = csv_file(ROWS)

    def ours() -> float:
        kept = keep_list(new_campaign(), file, file_name="goście.csv")
        kept = GuestList.objects.select_related("campaign__partnership").get(pk=kept.pk)
        seconds, made = timed(lambda: confirm_list(kept, by=SYSTEM, at=timezone.now()))
        if len(made) != ROWS or sum(one.person_id is not None for one in made) != ROWS:
            raise RuntimeError(f"{len(made)} rows were added")
        return seconds * 1000

    def reference() -> float:
        campaign = new_campaign()
        seconds, _nothing = timed(lambda: insert_bare(file, campaign))
        if campaign.invitations.count() != ROWS:
            raise RuntimeError("the bare rows are not there")
        return seconds * 1000

    with house.database(house.copy(house.filled, "guests")):
        mine, bare, samples = by_turns(ours, reference, rounds=ROUNDS)
    notes = (
        f"{len(file) / 1e3:,.0f} kB; every row found its institution among 10,000 and its person, and got a number, a code of "
        "its own, an office's code, a salutation, keys for sorting and search",
    )
    what = "1,000 invitations from CSV: checked, matched, de-duplicated, stored, beside csv and bulk_create of bare rows"
    return [Figure("guest-list", what, "ms", mine, bare, Rule.RATIO_AT_MOST, 3, notes, samples)]


def new_campaign() -> Campaign:
    """An empty one."""
    partnership = Partnership.objects.get(slug=PARTNERSHIP)
    return Campaign.objects.create(
        partnership=partnership, title=f"Zaproszenia {next(_numbers)}", answer_by=timezone.now()
    )


def insert_bare(file: bytes, campaign: Campaign) -> None:
    """The same cells as they stand: no check, no look-up, no key; the number is there because the table wants one."""
    with transaction.atomic():
        Invitation.objects.bulk_create(
            Invitation(
                campaign=campaign,
                number=number,
                given_name=given,
                family_name=family,
                function=row[16],
                organisation_name=row[0],
                email=row[17],
                phone=row[18],
                post=f"{row[9]}\n{row[10]} {row[11]}",
                code=f"{campaign.pk}-{number}",
            )
            for number, row in enumerate(csv.reader(io.StringIO(file.decode()), delimiter=";"))
            if number
            for given, _space, family in [row[15].partition(" ")]
        )
