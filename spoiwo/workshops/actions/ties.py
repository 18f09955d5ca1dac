"""Ties settled on record: take all, run-off, merger, lot; and the casting vote of whoever presides."""

from collections.abc import Sequence
from secrets import randbelow
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit, trail
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.workshops.actions.halls import touch
from spoiwo.workshops.actions.proposals import merge_proposals
from spoiwo.workshops.audit import Verb
from spoiwo.workshops.labels import TIE_SENTENCES
from spoiwo.workshops.models import Decision, Option, Vote
from spoiwo.workshops.queries.votes import Outcome, ballots_of
from spoiwo.workshops.rules.ballots import Method, counted
from spoiwo.workshops.rules.ballots import Vote as Mark
from spoiwo.workshops.rules.places import Decision as Deciding
from spoiwo.workshops.rules.places import Problem, Way, cut, outcome_of, weigh_decision
from spoiwo.workshops.rules.results import kept
from spoiwo.workshops.rules.seeds import new_seed
from spoiwo.workshops.rules.states import DecisionKind, ProposalState, VoteState

MARKS = {"yes": Mark.YES, "no": Mark.NO}
COPIED = ("budget", "most_per_option", "most_options", "low", "high", "shared_budget", "entitled")


@transaction.atomic
def settle_tie(
    vote: Vote,
    way: Way,
    chosen: Sequence[int] = (),
    *,
    by: Actor,
    reason: str,
    title: str = "",
    merges_proposals: bool = False,
    is_correction: bool = False,
) -> Decision:
    """Records a decision about the options tied across the line; it stands, and only a later one can correct it.

    `chosen` are the options to be joined; the other decisions are about all that are tied. Raises `Refused` with the field.
    """
    held = Vote.objects.select_for_update(of=("self",)).select_related("step__meeting").get(pk=vote.pk)
    found = _outcome(held)
    reason = _reason(reason)
    start = found.count.standings, held.seats
    if not is_correction:
        if found.settled.waits_for:
            raise Refused(_("A run-off has been decided on; it settles the tie."))
        start = found.settled.standings, found.settled.seats
    now = cut(*start, least=found.terms.least)
    options = tuple(chosen) if way == Way.MERGE else now.tied
    decision = Deciding(way, options, " ".join(title.split())[:200], held.seed)
    if problem := weigh_decision(now, decision, held.seed):
        raise Refused(TIE_SENTENCES[problem], "title" if problem == Problem.NO_TITLE else None)
    after = outcome_of(*start, decision, names=found.names, least=found.terms.least, agreed_seed=held.seed)
    made = Decision.objects.create(
        vote=held,
        kind=DecisionKind(way),
        title=decision.title if way == Way.MERGE else "",
        reason=reason,
        order=[found.names[pk] for pk in after.drawn],
        decided_by=by.name,
        is_correction=is_correction,
    )
    made.options.set(options)
    if way == Way.RUN_OFF:
        _prepare_run_off(held, [found.option_of[pk] for pk in after.run_off], now.places, by=by)
    if way == Way.MERGE and merges_proposals:
        _merge([found.option_of[pk] for pk in options], decision.title, by=by)
    _told(made, by)
    return made


@transaction.atomic
def cast_by_chair(vote: Vote, mark: str, *, by: Actor, reason: str) -> Decision:
    """The chair says aloud how they voted, and that vote decides a motion with equal votes.

    The ballot is among those handed in; which one is not known, and since ballots alike are equal it need not be.
    """
    held = Vote.objects.select_for_update(of=("self",)).select_related("step__meeting").get(pk=vote.pk)
    found = _outcome(held)
    if not found.needs_casting or mark not in MARKS:
        raise Refused(
            _("The vote of the chair decides only where a motion has as many votes for as against.")
        )
    reason = _reason(reason)
    [option] = found.options
    ballots = ballots_of(held)
    alike = (voter for voter, marks in ballots.items() if marks.get(option.pk) == MARKS[mark])
    chair = next(alike, None)
    if chair is None:
        raise Refused(_("Nobody voted so, and the vote of the chair is one of those that were cast."), "mark")
    held.results = kept(counted(found.terms, ballots, found.names, chair=chair))
    held.casting_mark = mark
    held.save(update_fields=["results", "casting_mark"])
    made = Decision.objects.create(vote=held, kind=DecisionKind.CASTING, reason=reason, decided_by=by.name)
    made.options.set([option])
    _told(made, by)
    return made


def _outcome(vote: Vote) -> Outcome:
    if vote.state != VoteState.CLOSED:
        raise Refused(_("The vote has to be closed first."))
    found = Outcome(vote)
    if not (found.can_tie or found.terms.method == Method.MOTION):
        raise Refused(TIE_SENTENCES[Problem.NO_TIE])
    return found


def _reason(text: str) -> str:
    if not text.strip():
        raise Refused(_("Write down why it was decided so."), "reason")
    return text.strip()


def _prepare_run_off(vote: Vote, options: Sequence[Option], seats: int, *, by: Actor) -> Vote:
    """The same question about those tied alone, for the places left."""
    terms: dict[str, Any] = {name: getattr(vote, name) for name in COPIED}
    made = Vote.objects.create(
        step=vote.step,
        title=_("Run-off: %(title)s") % {"title": vote.title[:180]},
        method=vote.method,
        quorum_percent=vote.quorum_percent,
        seats=seats,
        seed=new_seed(randbelow),
        run_off_of=vote,
        **terms,
    )
    Option.objects.bulk_create(
        Option(vote=made, order=order, proposal=one.proposal, title=one.title, cost=one.cost)
        for order, one in enumerate(options, 1)
    )
    audit.record(Verb.VOTE_PREPARED, made, by=by, scope=vote.step.meeting.partnership_id, run_off_of=vote.pk)
    trail.link(vote, made, "run_off", by=by)
    return made


def _merge(options: Sequence[Option], title: str, *, by: Actor) -> None:
    """The proposals behind the options become one too, where there are at least two that still stand."""
    rows = [one.proposal for one in options if one.proposal and one.proposal.state == ProposalState.ENTERED]
    if len(rows) > 1:
        merge_proposals(rows, title, by=by)


def _told(decision: Decision, by: Actor) -> None:
    vote = decision.vote
    scope = vote.step.meeting.partnership_id
    audit.record(Verb.TIE_SETTLED, vote, by=by, scope=scope, kind=decision.kind, decision=decision.pk)
    touch(vote.step.meeting_id)
