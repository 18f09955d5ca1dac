"""Job `contest-results`: the results page of 500 entries with three readings each, beside the same table from ready values."""

import datetime as dt
import re
import time
from random import Random

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench import contests_bare
from bench.asking import Asker, Unexpected, sign_in
from bench.figures import Figure, Rule, by_turns, timed
from bench.house import PARTNERSHIP, STAFF, House
from spoiwo.accounts.models import User
from spoiwo.contests.actions.ranking import compute_ranking
from spoiwo.contests.models import Category, Contest, Criterion, Edition, Entry, Member, Reading, Score
from spoiwo.contests.rules.states import EditionState, EntryState, ReadingState
from spoiwo.kit.actor import SYSTEM
from spoiwo.partnerships.models import Partnership

SMALL, LARGE = 50, 500
JURORS, EACH, CRITERIA, CATEGORIES = 30, 3, 5, 2
MOST_QUERIES = 20
ROUNDS = 15
AT = dt.datetime(2030, 5, 29, 12, tzinfo=dt.UTC)


def measure(house: House) -> list[Figure]:
    """CPU of the page as the office reads it; the number of queries must not depend on the size."""
    with house.database(house.copy(house.examples, "results")):
        small, large = filled(SMALL, 2030), filled(LARGE, 2031)
        ranked = timed(lambda: compute_ranking(large, by=SYSTEM))[0]
        compute_ranking(small, by=SYSTEM)
        ours = Asker(session=sign_in(User.objects.get(email=STAFF)))
        bare = Asker(urlconf="bench.contests_bare")
        contests_bare.READY.update(contests_bare.ready(large))
        addresses = [reverse("contests:results", args=[edition.pk]) for edition in (small, large)]
        counts = [_queries(ours, address) for address in addresses]
        pages = [ours.get(addresses[1]), bare.get("/")]
        _compare(pages)
        mine, view, samples = by_turns(
            lambda: ours.seconds(addresses[1], clock=time.process_time) * 1000,
            lambda: bare.seconds("/", clock=time.process_time) * 1000,
            rounds=ROUNDS,
            warm=2,
        )
    if counts[0] != counts[1] or counts[1] > MOST_QUERIES:
        raise Unexpected(
            f"{counts[0]} queries for {SMALL} entries, {counts[1]} for {LARGE}, at most {MOST_QUERIES}"
        )
    what = (
        f"CPU of the results page of {LARGE} entries beside a bare view with the same table from ready values"
    )
    notes = (
        f"{counts[0]} queries for {SMALL} entries and for {LARGE}; {EACH} readings each, {JURORS} jurors, {CRITERIA} criteria",
        f"page of {len(pages[0]):,} bytes beside {len(pages[1]):,}; the ranking itself, made once by the worker: {ranked:.2f} s",
    )
    return [Figure("contest-results", what, "ms", mine, view, Rule.RATIO_AT_MOST, 2, notes, samples)]


def filled(size: int, year: int) -> Edition:
    """An edition in deliberation, every card submitted."""
    chance = Random(size)
    partnership = Partnership.objects.get(slug=PARTNERSHIP)
    contest, _made = Contest.objects.get_or_create(
        partnership=partnership, slug="bench", defaults={"name": "Lider", "name_key": "l", "search_key": "l"}
    )
    edition = Edition.objects.create(
        contest=contest, year=year, name=f"Lider {year}", state=EditionState.DELIBERATION, frozen_at=AT
    )
    categories = [
        Category.objects.create(edition=edition, order=n, name=f"Kategoria {n}", laureates=3)
        for n in range(1, CATEGORIES + 1)
    ]
    criteria = Criterion.objects.bulk_create(
        Criterion(edition=edition, order=n, name=f"Kryterium {n}") for n in range(1, CRITERIA + 1)
    )
    users = User.objects.bulk_create(
        User(email=f"juror{n}@{year}.example", name=f"Zofia Wiśniewska {n}") for n in range(JURORS)
    )
    jurors = Member.objects.bulk_create(
        Member(edition=edition, user=user, confirmed_at=AT, declared_at=AT) for user in users
    )
    entries = Entry.objects.bulk_create(
        Entry(
            edition=edition, category=categories[n % CATEGORIES], state=EntryState.ADMITTED, number=n + 1, code=f"K{n:04d}",
            title=f"Mobilny doradca w szkołach branżowych {n + 1}", organisation_name=f"Powiatowy Urząd Pracy nr {n + 1}",
            name_key=f"{n:04d}", search_key="", submitted_at=AT,
        )
        for n in range(size)
    )  # fmt: skip
    _score(entries, jurors, criteria, chance)
    return edition


def _score(entries: list[Entry], jurors: list[Member], criteria: list[Criterion], chance: Random) -> None:
    severity = {one.pk: chance.gauss(0, 0.7) for one in jurors}
    worth = {one.pk: chance.gauss(2.7, 0.8) for one in entries}
    readings = Reading.objects.bulk_create(
        Reading(entry=entry, member=juror, state=ReadingState.SUBMITTED, submitted_at=AT)
        for entry in entries
        for juror in chance.sample(jurors, EACH)
    )
    points = {
        (one.pk, criterion.pk): min(
            5, max(0, round(worth[one.entry_id] - severity[one.member_id] + chance.gauss(0, 0.6)))
        )
        for one in readings
        for criterion in criteria
    }
    Score.objects.bulk_create(
        (
            Score(reading_id=reading, criterion_id=criterion, value=value, first_value=value)
            for (reading, criterion), value in points.items()
        ),
        batch_size=2000,
    )


def _queries(asker: Asker, address: str) -> int:
    asker.get(address)
    with CaptureQueriesContext(connection) as queries:
        asker.get(address)
    return len(queries)


def _compare(pages: list[bytes]) -> None:
    tables = [re.findall(rb"<table.*?</table>", page, re.DOTALL) for page in pages]
    rows = sum(table.count(b"<tr") for table in tables[0])
    if tables[0] != tables[1] or rows != LARGE + CATEGORIES:
        raise Unexpected(f"the tables differ, or have {rows} rows")
