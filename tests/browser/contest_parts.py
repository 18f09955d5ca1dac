"""What the played contest needs in bulk: entries, checks, jurors and score cards that nobody would click one by one."""

import random
from decimal import Decimal

from django.utils import timezone

from spoiwo.contests.actions.checks import decide, save_check
from spoiwo.contests.actions.conflicts import confirm
from spoiwo.contests.actions.entering import begin_entry
from spoiwo.contests.actions.jury import add_member
from spoiwo.contests.actions.readings import save_answers, submit_reading
from spoiwo.contests.actions.submitting import submit
from spoiwo.contests.models import Category, Edition, Entry, Member, Reading
from spoiwo.contests.queries.rulebook import criteria_for
from spoiwo.contests.rules.cards import Given
from spoiwo.contests.rules.formal import Said
from spoiwo.contests.rules.states import Answer, Outcome
from spoiwo.contests.rules.writing import Head, Person
from spoiwo.kit.actor import Actor
from spoiwo.partnerships.middleware import load_actor
from spoiwo.places.models import Unit
from tests.cast import Player

OPINIONS = (
    "Cykl spotkań z uczniami i rodzicami pokazał młodym, czego szukają pracodawcy w powiecie.",
    "Urząd, szkoły i przedsiębiorcy razem prowadzili warsztaty o pierwszej pracy.",
    "Doradcy jeździli do gmin, w których młodzi nie mają czym dojechać do urzędu.",
)


def enter_many(category: Category, count: int) -> None:
    """So many entries of county labour offices, written and submitted by letter-holders."""
    counties = list(Unit.objects.valid().counties().order_by("code")[:400])
    shift = category.order * 130
    for number in range(count):
        county = counties[(shift + number) % len(counties)]
        head = Head(
            f"Praktyka {category.order}/{number}",
            f"Powiatowy Urząd Pracy nr {shift + number}",
            "county_labour_office",
            county,
        )
        person = Person("Maria Wójcik", f"pup{category.pk}-{number}@example.org")
        texts = {field.key: OPINIONS[number % 3] for field in category.fields.filter(kind="text")}
        entry = begin_entry(category, head, person, texts=texts)
        submit(entry.writers.get(), at=timezone.now())


def check_all(edition: Edition, one: Player, other: Player) -> None:
    """Two people find nothing wrong with whatever still waits, but for the last entry of all, which is rejected."""
    waiting = list(Entry.objects.filter(edition=edition, state="submitted").order_by("number"))
    for entry in waiting:
        answer = Answer.NOT_MET if entry == waiting[-1] else Answer.MET
        note = "Zgłoszenie nie ma podpisu." if answer == Answer.NOT_MET else ""
        said = {point.pk: Said(answer, note) for point in edition.points.all()}
        for player in (one, other):
            save_check(entry.latest, said, by=player.actor)
        decide(entry, Outcome.REJECTED if note else Outcome.ADMITTED, by=one.actor)


def appoint(edition: Edition, count: int, by: Actor) -> None:
    """So many jurors, each of whom confirms the list of entrants and declares impartiality."""
    for number in range(count):
        name = f"Juror {number + 1:02d}"
        member = add_member(edition, email=f"juror{number}@example.org", name=name, kind="juror", by=by)
        confirm(edition, {}, name, by=load_actor(member.user))


def score_all(edition: Edition, seed: int = 7) -> None:
    """Every card that waits, with a severity of the juror's own; entries 1 and 2 of the first category are scored alike."""
    chance = random.Random(seed)
    severity = {one.pk: chance.choice((-1, 0, 0, 1)) for one in Member.objects.filter(edition=edition)}
    worth = {one.pk: chance.choice((1, 2, 2, 3, 3)) for one in edition.entries.all()}
    best = best_two(edition)
    rows = (
        Reading.objects.filter(entry__edition=edition)
        .exclude(state="submitted")
        .select_related("entry__category")
    )
    for reading in rows.select_related("member__user"):
        by = load_actor(reading.member.user)
        points = max(0, min(5, worth[reading.entry_id] - severity[reading.member_id]))
        for_all = 5 if reading.entry in best else points
        given = {one.pk: Given(str(for_all), "") for one in criteria_for(reading.entry.category)}
        save_answers(reading, given, by=by)
        submit_reading(reading, by=by)


def best_two(edition: Edition) -> list[Entry]:
    """The two entries that the same three jurors find equally good."""
    first = edition.categories.first()
    rows = Entry.objects.filter(edition=edition, category=first, state="admitted")
    return list(rows.order_by("number")[1:3])


def points_of(reading: Reading) -> list[Decimal | None]:
    """The points of a card in the order of the criteria."""
    return [score.value for score in reading.scores.order_by("criterion__order")]
