"""Jobs of exports: 100,000 invitations to CSV beside the csv module, to XLSX in constant memory."""

import csv
import io
import json
import subprocess
import sys

from django.urls import reverse

from bench.asking import Asker, sign_in
from bench.figures import Figure, Rule, by_turns, timed
from bench.house import ROOT, STAFF, House
from bench.meetings_pages import LARGE, campaign_of, world
from spoiwo.accounts.models import User
from spoiwo.meetings.exports.tables import ADDRESSEE_COLUMNS
from spoiwo.meetings.models import Campaign, Invitation

ROUNDS = 5


def measure_csv(house: House) -> list[Figure]:
    """The whole request, drained piece by piece."""
    with house.database(world(house)):
        campaign = campaign_of("Kampania stu tysięcy")
        asker = Asker(session=sign_in(User.objects.get(email=STAFF)))
        address = reverse("meetings:addressees", args=[campaign.pk]) + "?format=csv"
        sizes = len(asker.get(address)), len(bare_csv(campaign))
        mine, bare, samples = by_turns(
            lambda: asker.seconds(address),
            lambda: timed(lambda: bare_csv(campaign))[0],
            rounds=ROUNDS,
            warm=0,
        )
    notes = (
        f"{sizes[0]:,} bytes beside {sizes[1]:,}; ours with labels, local time, and cells guarded against formulas",
    )
    what = "100,000 invitations to CSV, the whole request, beside the csv module with the same query"
    return [Figure("export-100k", what, "s", mine, bare, Rule.RATIO_AT_MOST, 3, notes, samples)]


def bare_csv(campaign: Campaign) -> bytes:
    """The csv module over the same query, with every cell as it stands."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(ADDRESSEE_COLUMNS)
    found = Invitation.objects.filter(campaign=campaign).order_by("name_key", "pk")
    writer.writerows(found.values_list(*ADDRESSEE_COLUMNS).iterator(2000))
    return text.getvalue().encode()


def measure_xlsx(house: House) -> list[Figure]:
    """How far the peak memory of a process of its own grows; needs /proc."""
    with house.database(world(house)):
        sizes = {title: campaign_of(title).pk for title in ("Kampania tysiąca", "Kampania stu tysięcy")}
    grown = {title: _grown(house, pk) for title, pk in sizes.items()}
    large, small = grown["Kampania stu tysięcy"], grown["Kampania tysiąca"]
    notes = (
        f"{large['bytes']:,} bytes in {large['seconds']:.1f} s; with 1,000 rows the peak grows by {small['grown']:.0f} MB",
    )
    what = f"growth of the peak memory while {LARGE:,} invitations go into XLSX, beside 1,000"
    return [Figure("xlsx-memory", what, "MB", large["grown"], small["grown"], Rule.VALUE_AT_MOST, 30, notes)]


def _grown(house: House, pk: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.meetings_xlsx", str(pk)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=house.environment_on(world(house)),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)
