"""The example contest: laureates of 2019 and 2020 as two notes tell of them, an invented edition with its verdict, one under way.

Whatever is invented bears the word “przykład”: the office that keeps the contest, both later editions, every entrant.
"""

import datetime as dt
import random
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from spoiwo.accounts.models import User
from spoiwo.contests.actions import editions, rulebook
from spoiwo.contests.actions.history import agree_to_publish, record_laureate
from spoiwo.contests.actions.ranking import compute_ranking
from spoiwo.contests.actions.sittings import close_sitting, count_poll, save_sitting
from spoiwo.contests.actions.verdict import explain, give_award, publish, seal
from spoiwo.contests.models import Contest, Edition, Member, Patronage, Sitting
from spoiwo.contests.queries.people import jury_of
from spoiwo.contests.queries.results import Table, result_tables
from spoiwo.contests.rules.states import (
    Attendance,
    AwardKind,
    EditionState,
    Form,
    MemberKind,
    PatronageState,
)
from spoiwo.home.demo_entries import close_taking, enter, pass_check
from spoiwo.home.demo_juries import assign, convene, score
from spoiwo.kit.actor import SYSTEM, Actor
from spoiwo.mail.post import outbox
from spoiwo.meetings.queries.words import LANGUAGE
from spoiwo.partnerships.actions import partnerships
from spoiwo.partnerships.models import Partnership
from spoiwo.places.models import Unit

TEXT = Path(__file__).resolve().parent / "data" / "contests.pl.toml"
OFFICE = "biuro-konkursu"
EXAMPLE = "(przykład)"


@dataclass(frozen=True)
class Round:
    """How an invented edition is played: which entrants, by how many jurors, days from today until entries are closed."""

    offices: slice
    agencies: slice
    jurors: int
    per_entry: int
    closed: int
    seed: int


FINISHED = Round(slice(0, 7), slice(0, 3), jurors=5, per_entry=5, closed=-395, seed=2025)
UNDER_WAY = Round(slice(0, 22), slice(0, 7), jurors=10, per_entry=3, closed=-40, seed=2026)


def found_office() -> None:
    """The partnership that stands for the contest's office, so that its people hold their roles somewhere."""
    if not Partnership.objects.filter(slug=OFFICE).exists():
        partnerships.found_partnership(
            by=SYSTEM,
            area=(),
            name=f"Fundacja POLPROM – biuro konkursu {EXAMPLE}",
            short_name=f"Biuro konkursu {EXAMPLE}",
            summary="Prowadzi w programie przykładowy konkurs. Fundacja nie ma z tym przykładem nic wspólnego.",
            slug=OFFICE,
            is_example=True,
        )


def load_contests() -> None:
    """Makes the contest unless its office has one; some seconds. Nobody is written to: the letters are thrown away."""
    office = Partnership.objects.filter(slug=OFFICE).first()
    has_places = Unit.objects.valid().filter(code="1007").exists()
    if office and has_places and not office.contests.exists():
        with TEXT.open("rb") as file, override(LANGUAGE):
            _load(office, tomllib.load(file))


@transaction.atomic
def _load(office: Partnership, text: Mapping[str, Any]) -> None:
    latest = outbox(None).first()
    contest = editions.found_contest(office, by=SYSTEM, **text["contest"])
    for one in text["history"]:
        _remember(contest, one)
    year = timezone.localdate().year
    finished = _play(contest, year - 1, FINISHED, text)
    _decide(finished, text["verdict"])
    _play(contest, year, UNDER_WAY, text, source=finished)
    outbox(None).filter(pk__gt=latest.pk if latest else 0).delete()


def _remember(contest: Contest, told: Mapping[str, Any]) -> None:
    """An edition that was not run in the program: what the note says of it, and nothing else."""
    edition = editions.begin_edition(
        contest,
        by=SYSTEM,
        year=told["year"],
        name=told["name"],
        summary=told["summary"],
        state=EditionState.PUBLISHED,
        published_at=timezone.now(),
    )
    categories = [rulebook.save_category(edition, None, by=SYSTEM, name=name) for name in told["categories"]]
    if told["patron"]:
        _patronage(edition, told["patron"], PatronageState.GRANTED)
    for order, award in enumerate(told["award"], 1):
        place = Unit.objects.valid().filter(code=award["place"]).first()
        fields = award | {"place": place, "category": categories[0], "order": order}
        record_laureate(contest, told["year"], by=SYSTEM, **fields)


def _play(
    contest: Contest, year: int, plan: Round, text: Mapping[str, Any], source: Edition | None = None
) -> Edition:
    """An invented edition from its rules to the score cards."""
    chance = random.Random(plan.seed)  # noqa: S311 - an example should be the same everywhere
    edition = _opened(contest, year, plan, text, source)
    enter(edition, text, plan, chance)
    close_taking(edition, _moment(plan.closed))
    edition = editions.move_edition(edition, EditionState.CHECKING, by=SYSTEM)
    jury = convene(edition, text["people"], plan.jurors)
    pass_check(edition, text["people"]["checkers"], is_strict=source is not None)
    assign(edition, jury, plan.per_entry, plan.seed)
    edition = editions.move_edition(edition, EditionState.SCORING, by=SYSTEM)
    score(edition, jury, text["texts"]["comment"], chance, is_over=source is None)
    return edition


def _opened(
    contest: Contest, year: int, plan: Round, text: Mapping[str, Any], source: Edition | None
) -> Edition:
    told, secretary = text["edition"], _actor(text["people"]["secretary"])
    edition = editions.begin_edition(
        contest, by=secretary, source=source, year=year, name=f"{contest.name} {year} {EXAMPLE}"
    )
    editions.edit_edition(
        edition,
        by=secretary,
        summary=told["summary"],
        clause=told["clause"],
        rules_text=told["rules"].strip(),
        per_entry=plan.per_entry,
        opens_at=_moment(plan.closed - 45),
        closes_at=timezone.now() + dt.timedelta(days=1),  # until the entries are in: see `close_taking`
        scoring_until=_moment(plan.closed + 50),
        announced_at=_moment(plan.closed + 85),
    )
    if source is None:
        _write_rulebook(edition, told, by=secretary)
    _patronage(edition, told["patron"], PatronageState.GRANTED if source is None else PatronageState.SENT)
    return editions.move_edition(edition, EditionState.OPEN, by=secretary)


def _write_rulebook(edition: Edition, told: Mapping[str, Any], *, by: Actor) -> None:
    for one in told["category"]:
        fields = {name: value for name, value in one.items() if name != "field"}
        category = rulebook.save_category(edition, None, by=by, **fields)
        for field in one["field"]:
            rulebook.save_field(category, None, by=by, **field)
    criteria = [one | {"weight": Decimal(one["weight"])} for one in told["criterion"]]
    rulebook.save_criteria(edition, criteria, by=by)
    rulebook.save_points(edition, told["point"], by=by)


def _decide(edition: Edition, told: Mapping[str, Any]) -> None:
    """The commission sits, awards two equal entries ex aequo and one more, and seals the result, which is announced."""
    secretary = _actor(edition.members.get(kind=MemberKind.SECRETARY).user.email)
    edition = editions.move_edition(edition, EditionState.DELIBERATION, by=secretary)
    ranking = compute_ranking(edition, by=secretary)
    tables = result_tables(edition, ranking.data, SYSTEM, with_names=True)
    sitting = _sit(edition, tables, told, by=secretary)
    for table in tables:
        chosen = [row for row in table.rows if row.is_proposed]
        for row in chosen:
            give_award(
                edition,
                edition.entries.get(pk=row.entry),
                by=secretary,
                kind=AwardKind.LAUREATE,
                name=f"{edition.contest.name} {edition.year}",
                is_ex_aequo=len(chosen) > 1,
            )
        explain(table.category, told["reason"], no_award=False, by=secretary)
    close_sitting(sitting, by=secretary)
    seal(edition, by=secretary)
    publish(edition, by=secretary)
    agree_to_publish(edition.awards.earliest("pk"), told["practice"], f"Dyrektor {EXAMPLE}")


def _sit(edition: Edition, tables: list[Table], told: Mapping[str, Any], *, by: Actor) -> Sitting:
    jury: list[Member] = jury_of(edition)
    sitting = save_sitting(
        edition,
        None,
        dict.fromkeys(jury, Attendance.PRESENT),
        by=by,
        form=Form.ONLINE,
        held_at=(edition.scoring_until or timezone.now()) + dt.timedelta(days=7),
        course=told["course"],
    )
    equal = [row.entry for row in tables[0].rows if row.place == 1]
    entries = list(edition.entries.filter(pk__in=equal))
    votes = {"yes": len(jury), "no": 0, "blank": 0}
    count_poll(sitting, told["question"], votes, entries, is_secret=False, by=by)
    return sitting


def _patronage(edition: Edition, patron: str, state: PatronageState) -> None:
    kept = edition.patronages.filter(patron=patron).first() or Patronage(edition=edition, patron=patron)
    kept.state = state
    editions.save_patronage(kept, by=SYSTEM)


def _actor(email: str) -> Actor:
    user = User.objects.get(email=email)
    return Actor(user.pk, user.name)


def _moment(days: int) -> dt.datetime:
    """So many days from today, at three in the afternoon."""
    day = timezone.localdate() + dt.timedelta(days=days)
    return timezone.make_aware(dt.datetime.combine(day, dt.time(15)))
