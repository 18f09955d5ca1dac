"""Votes: their terms, how many have voted, and once they are closed what came out and who is chosen."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from django.db import connection
from django.db.models import Q, QuerySet

from spoiwo.meetings.models import Attendee
from spoiwo.meetings.rules.states import Presence
from spoiwo.tally import quorum_needed
from spoiwo.workshops.models import Ballot, Option, Proposal, Step, Vote
from spoiwo.workshops.queries.steps import proposals_before
from spoiwo.workshops.rules import results as rules
from spoiwo.workshops.rules.ballots import Count, Method, Terms
from spoiwo.workshops.rules.places import Cut, Way
from spoiwo.workshops.rules.places import Decision as Deciding
from spoiwo.workshops.rules.states import DecisionKind, VoteState

STATE = "SELECT state FROM workshops_vote WHERE id = %s"
STATE_HELD = "SELECT state FROM workshops_vote WHERE id = %s FOR SHARE"


@dataclass(frozen=True, slots=True)
class Draft:
    """An option to be: a proposal or a title of its own, and its cost in złoty where a budget is shared."""

    title: str
    proposal: Proposal | None = None
    cost: Decimal | None = None


def proposals_for(step: Step) -> tuple[list[Proposal], set[int]]:
    """What can be put to the vote: entered proposals of the cycle so far; and which of them the step takes up."""
    rows = Proposal.objects.entered().exclude(title="").select_related("table", "step__meeting")
    here = Q(step__meeting=step.meeting_id)
    if step.meeting.series_id:
        here |= Q(
            step__meeting__series=step.meeting.series_id, step__meeting__starts_at__lte=step.meeting.starts_at
        )
    found = list(rows.filter(here).order_by("step__meeting__starts_at", "step__order", "number"))
    chosen = {one.pk for one in proposals_before(step)} & {one.pk for one in found}
    return found, chosen or {one.pk for one in found}


def usual_entitled(step: Step) -> int:
    """How many may vote, unless said otherwise: people who are present, else valid slips."""
    present = Attendee.objects.filter(meeting=step.meeting_id, presence=Presence.PRESENT).count()
    return present or step.meeting.slips.filter(voided_at=None).count()


def terms_of(vote: Vote, options: Sequence[Option]) -> Terms:
    """How the vote is held, as the rules read it; `options` in the order of the ballot."""
    return Terms(
        Method(vote.method),
        tuple(option.pk for option in options),
        budget=vote.budget,
        most_per_option=vote.most_per_option,
        most_options=vote.most_options,
        low=vote.low,
        high=vote.high,
        shared_budget=None if vote.shared_budget is None else Fraction(vote.shared_budget),
        costs={option.pk: Fraction(option.cost or 0) for option in options},
        quorum=quorum_of(vote),
    )


def quorum_of(vote: Vote) -> int:
    """How many ballots must be handed in; none where no quorum was asked for."""
    return quorum_needed(Fraction(vote.quorum_percent or 0, 100), vote.entitled or 0)


def ballots_of(vote: Vote) -> dict[str, dict[int, int]]:
    """Ballots by their random key, option → mark, sorted by it."""
    rows = Ballot.objects.filter(vote=vote).order_by("key").values_list("key", "marks")
    return {key.hex: {int(option): mark for option, mark in marks.items()} for key, marks in rows}


def is_open_now(vote_pk: int) -> bool:
    """Whether ballots are taken; inside a transaction it stays so until its end, however many ask at the same time.

    A shared lock, which Django's `select_for_update` does not offer: ballots do not wait for each other, closing waits for
    them. SQLite has one writer at a time anyhow.
    """
    with connection.cursor() as cursor:
        cursor.execute(STATE_HELD if connection.features.has_select_for_update else STATE, [vote_pk])
        row = cursor.fetchone()
    return row is not None and row[0] == VoteState.OPEN


def votes_of(step: Step) -> QuerySet[Vote]:
    """The votes of a step in their order."""
    return Vote.objects.filter(step=step).order_by("pk")


def current_vote(step: Step) -> Vote | None:
    """The vote that is under way in a step, else the last one."""
    rows = votes_of(step)
    return rows.filter(state=VoteState.OPEN).first() or rows.last()


@dataclass(frozen=True)
class Turnout:
    """How many ballots were handed in, of how many, and what percentage that is."""

    cast: int
    entitled: int

    @property
    def percent(self) -> int:
        """Of those entitled, rounded down; nothing where nobody is."""
        return min(100, 100 * self.cast // self.entitled) if self.entitled else 0


def turnout_of(vote: Vote) -> Turnout:
    """The one thing that is told of a vote under way."""
    return Turnout(vote.casts.count(), vote.entitled or usual_entitled(vote.step))


class Outcome:
    """What came out of a closed vote, with every decision taken since."""

    def __init__(self, vote: Vote) -> None:
        self.vote = vote
        self.options: list[Option] = list(vote.options.select_related("proposal", "card"))
        self.option_of = {option.pk: option for option in self.options}
        self.names = {option.pk: option.title for option in self.options}
        self.terms = terms_of(vote, self.options)
        self.count: Count = rules.count_of(vote.results)

    @property
    def has_quorum(self) -> bool:
        """Whether enough people voted for the vote to decide anything."""
        return self.count.ballots >= self.terms.quorum

    @property
    def can_tie(self) -> bool:
        """Whether a line is drawn under so many seats; motions and shares of a budget know another end."""
        return self.terms.method not in (Method.MOTION, Method.SHARES) and self.has_quorum

    @cached_property
    def settled(self) -> rules.Settled:
        """The line after all decisions, and after the run-off where one was decided on and closed."""
        now = rules.settled(
            self.count.standings,
            self.vote.seats,
            decisions_of(self.vote),
            least=self.terms.least,
            names=self.names,
            seed=self.vote.seed,
        )
        second = self.run_off if now.waits_for else None
        if second is None or second.state != VoteState.CLOSED:
            return now
        again = Outcome(second)
        key_of = {option.title: option.pk for option in self.options}
        keys = {option.pk: key_of[option.title] for option in again.options}
        return rules.after_second(now, rules.renamed(again.settled, keys)) if again.has_quorum else now

    @cached_property
    def run_off(self) -> Vote | None:
        """The last run-off that was decided on."""
        return self.vote.run_offs.order_by("pk").last()

    @property
    def line(self) -> Cut:
        """Who is in, who is tied across the line, who is out."""
        if self.can_tie:
            return self.settled.line
        return Cut(tuple(option.pk for option in self.chosen), (), ())

    @property
    def needs_decision(self) -> bool:
        """Whether a tie stands that has to be settled on this vote's own page."""
        return self.can_tie and bool(self.settled.line.tied) and not self.settled.waits_for

    @property
    def needs_casting(self) -> bool:
        """Whether a motion is tied, so that the chair's vote can decide."""
        return len(self.options) == 1 and any(one.outcome == "tied" for one in self.count.verdicts)

    @cached_property
    def chosen(self) -> list[Option]:
        """The options that are in, best first; a joint one bears its new title, and its parts are told by `parts_of`."""
        if not self.has_quorum:
            return []
        if self.terms.method == Method.MOTION:
            return [self.option_of[one.option] for one in self.count.verdicts if one.is_passed]
        if self.terms.method == Method.SHARES:
            return [self.option_of[pk] for pk in self.count.funded]
        return [self._titled(pk) for pk in self.settled.line.chosen]

    def _titled(self, pk: int) -> Option:
        option = copy(self.option_of[pk])
        option.title = self.settled.titles.get(pk, option.title)
        return option

    def parts_of(self, option: Option) -> list[Option]:
        """The options that stand behind one that was chosen: itself, and those joined with it."""
        joined = self.settled.joined.get(option.pk, ()) if self.can_tie else ()
        return [option, *(self.option_of[pk] for pk in joined)]


def decisions_of(vote: Vote) -> list[Deciding]:
    """Decisions in force about ties, in their order: those from the last correction on."""
    rows = vote.decisions.exclude(kind=DecisionKind.CASTING).order_by("pk").prefetch_related("options")
    found: list[Deciding] = []
    for row in rows:
        options = tuple(option.pk for option in row.options.all())
        if row.is_correction:
            found.clear()
        found.append(Deciding(Way(row.kind), options, row.title, vote.seed))
    return found


def chosen_of(vote: Vote) -> list[Option]:
    """The options a vote has chosen so far, best first; none of one that is not closed."""
    return Outcome(vote).chosen if vote.state == VoteState.CLOSED else []
