"""The sitting and the verdict as pages, minutes and the seal read them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from spoiwo.contests.labels import MOTION_LABELS, POLL_LABELS
from spoiwo.contests.models import (
    Award,
    Category,
    CategoryVerdict,
    Conflict,
    Contest,
    Edition,
    Entry,
    Member,
    Poll,
    Presence,
    Ranking,
    Sitting,
)
from spoiwo.contests.queries.people import jury_of, shut_out_of
from spoiwo.contests.queries.results import Table, names_shown, result_tables
from spoiwo.contests.queries.scores import digest_of, score_rows
from spoiwo.contests.rules.results import quorum
from spoiwo.contests.rules.states import Attendance, AwardKind, EditionState, EntryState, Strength
from spoiwo.contests.rules.verdict import CategoryFacts, SealLack, lacks_to_seal, needs_reason
from spoiwo.kit.actor import SYSTEM, Actor
from spoiwo.polish import fold


@dataclass(frozen=True, slots=True)
class SittingFacts:
    """Who was there and whether that was enough."""

    sitting: Sitting
    members: int
    present: int
    needed: int

    @property
    def has_quorum(self) -> bool:
        """Whether enough members were present."""
        return self.members > 0 and self.present >= self.needed


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category on the page of the verdict: what the order proposes, what is awarded, and what the commission said."""

    category: Category
    table: Table | None
    awards: list[Award]
    verdict: CategoryVerdict | None
    facts: CategoryFacts

    @property
    def departs(self) -> bool:
        """Whether a reason is needed."""
        return needs_reason(self.facts)


def sitting_facts(edition: Edition) -> list[SittingFacts]:
    """Every sitting with its attendance; two queries."""
    jury = [member for member in jury_of(edition) if member.stopped_at is None]
    needed, members = quorum(len(jury), edition.quorum_percent), {member.pk for member in jury}
    rows = edition.sittings.select_related("meeting").prefetch_related("presences")
    return [
        SittingFacts(
            one,
            len(jury),
            sum(
                presence.attendance == Attendance.PRESENT and presence.member_id in members
                for presence in one.presences.all()
            ),
            needed,
        )
        for one in rows
    ]


def presences_of(sitting: Sitting) -> list[tuple[Member, Presence | None]]:
    """Each member of the commission with what was noted of the attendance."""
    noted = {one.member_id: one for one in sitting.presences.all()}
    return [(member, noted.get(member.pk)) for member in jury_of(sitting.edition)]


def kept_out(edition: Edition) -> dict[int, list[str]]:
    """Member's id → codes of the entries on which the person neither scores nor votes."""
    rows = Conflict.objects.filter(
        entry__edition=edition,
        entry__state=EntryState.ADMITTED,
        strength__in=[Strength.BAR, Strength.NO_VOTE],
        is_dismissed=False,
    ).order_by("entry__code")
    found: dict[int, list[str]] = {}
    for member, code in rows.values_list("member", "entry__code").distinct():
        found.setdefault(member, []).append(code)
    return found


def voters_on(sitting: Sitting, entries: Iterable[Entry]) -> int:
    """How many of those present may vote on these entries."""
    present = sitting.presences.filter(attendance=Attendance.PRESENT).values("member")
    shut_out = Conflict.objects.filter(
        entry__in=list(entries), strength__in=[Strength.BAR, Strength.NO_VOTE], is_dismissed=False
    )
    rows = Member.objects.filter(pk__in=present).exclude(pk__in=shut_out.values("member"))
    return rows.count()


def category_rows(
    edition: Edition, data: dict[str, Any], actor: Actor, *, with_names: bool
) -> list[CategoryRow]:
    """The verdict category by category, without the entries the reader is shut out of."""
    tables = {one.category.pk: one for one in result_tables(edition, data, actor, with_names=with_names)}
    hidden = shut_out_of(edition, actor)
    awards: dict[int | None, list[Award]] = {}
    for award in edition.awards.select_related("entry").exclude(entry__in=hidden):
        awards.setdefault(award.category_id, []).append(award)
    verdicts = {one.category_id: one for one in CategoryVerdict.objects.filter(category__edition=edition)}
    return [
        CategoryRow(
            category,
            tables.get(category.pk),
            awards.get(category.pk, []),
            verdicts.get(category.pk),
            _facts(tables.get(category.pk), awards.get(category.pk, []), verdicts.get(category.pk)),
        )
        for category in edition.categories.all()
    ]


def lacks_before_seal(edition: Edition) -> list[SealLack]:
    """What keeps the result from being sealed; looked at as the program, which is shut out of nothing."""
    ranking = Ranking.objects.filter(edition=edition).first()
    is_true = ranking is not None and ranking.digest == digest_of(score_rows(edition))
    sittings = sitting_facts(edition)
    rows = category_rows(edition, ranking.data if ranking else {}, SYSTEM, with_names=False)
    return lacks_to_seal(
        ranking_is_true=is_true,
        sittings=len(sittings),
        open_sittings=sum(one.sitting.closed_at is None for one in sittings),
        has_quorum=any(one.has_quorum for one in sittings),
        categories=[one.facts for one in rows],
    )


def times_awarded(contest: Contest, entry: Entry) -> int:
    """Which award of this contest one to this entry's organisation would be: laureates of earlier editions and one more."""
    earlier = Award.objects.filter(
        edition__contest=contest, kind=AwardKind.LAUREATE, edition__state=EditionState.PUBLISHED
    ).exclude(edition=entry.edition_id)
    same = Q(name_key=_key(entry.organisation_name))
    if entry.organisation_id:
        same |= Q(organisation=entry.organisation_id)
    return earlier.filter(same).values("edition").distinct().count() + 1


def _key(name: str) -> str:
    """What organisations typed alike have in common."""
    return fold(name)[:700]


def _facts(table: Table | None, awards: list[Award], verdict: CategoryVerdict | None) -> CategoryFacts:
    laureates = [one.entry_id for one in awards if one.kind == AwardKind.LAUREATE and one.entry_id]
    return CategoryFacts(
        [row.entry for row in table.rows if row.is_proposed] if table else [],
        laureates,
        bool(verdict and verdict.no_award),
        bool(verdict and verdict.reason.strip()),
    )


@dataclass(frozen=True, slots=True)
class PollRow:
    """A counted vote: each option with its votes, and what it came to."""

    poll: Poll
    counts: list[tuple[str, int]]
    outcome: str


def poll_rows(sitting: Sitting, can: set[str], *, hidden: Collection[int] = frozenset()) -> list[PollRow]:
    """The votes of a sitting; entries by title for the office, by code for the commission.

    A vote between entries of which one is `hidden` is left out whole: what the others got would tell the rest.
    """
    with_names = names_shown(sitting.edition, can)
    rows = []
    for poll in sitting.polls.exclude(entries__in=hidden).prefetch_related("entries"):
        words = {str(one.pk): one.title if with_names else one.code for one in poll.entries.all()}
        counts = [(words.get(option) or str(POLL_LABELS[option]), count) for option, count in poll.ballots]
        rows.append(PollRow(poll, counts, str(MOTION_LABELS.get(poll.result.get("outcome", ""), ""))))
    return rows
