"""Votes: prepared, opened, closed and counted once, published."""

import datetime as dt
from collections.abc import Sequence
from secrets import randbelow
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.meetings.rules.states import MeetingState
from spoiwo.workshops.actions.halls import set_step_state, touch
from spoiwo.workshops.audit import Verb
from spoiwo.workshops.models import Ballot, Hall, Option, Step, Vote
from spoiwo.workshops.queries.votes import Draft, ballots_of, terms_of, usual_entitled
from spoiwo.workshops.rules.ballots import Method, counted
from spoiwo.workshops.rules.results import kept
from spoiwo.workshops.rules.seeds import new_seed
from spoiwo.workshops.rules.states import ProposalState, Screen, StepKind, StepState, VoteState

MOST_OPTIONS = 200


@transaction.atomic
def prepare_vote(step: Step, options: Sequence[Draft], *, by: Actor, **fields: Any) -> Vote:
    """A vote that can be changed until it is opened; the same form sent twice (its seed tells) prepares one.

    Raises `Refused` with the field that is wrong.
    """
    if step.kind != StepKind.VOTE:
        raise Refused(_("Votes are held in steps of that kind only."))
    Step.objects.select_for_update().get(
        pk=step.pk
    )  # a second press waits here, then finds the first by its seed
    if (seed := fields.get("seed")) and (
        known := step.votes.filter(seed=seed, title=fields["title"], state=VoteState.PREPARED).first()
    ):
        return known
    fields["seed"] = fields.get("seed") or new_seed(randbelow)
    vote = Vote.objects.create(step=step, **fields)
    _set_options(vote, options)
    audit.record(Verb.VOTE_PREPARED, vote, by=by, scope=step.meeting.partnership_id)
    touch(step.meeting_id)
    return vote


@transaction.atomic
def edit_vote(vote: Vote, options: Sequence[Draft], *, by: Actor, **fields: Any) -> Vote:
    """Changes a vote before it begins; afterwards nothing about it changes, so that all vote on the same.

    A run-off keeps its options and places: they are those that were decided on.
    """
    held = _held(vote)
    _only_prepared(held)
    for name, value in fields.items():
        if not (held.run_off_of_id and name == "seats"):
            setattr(held, name, value)
    held.seed = held.seed or new_seed(randbelow)
    held.save()
    if not held.run_off_of_id:
        held.options.all().delete()
        _set_options(held, options)
    audit.record(Verb.VOTE_EDITED, held, by=by, scope=held.step.meeting.partnership_id)
    touch(held.step.meeting_id)
    return held


@transaction.atomic
def remove_vote(vote: Vote, *, by: Actor) -> None:
    """Removes a vote that was never opened; a run-off stays, since it was decided on."""
    held = _held(vote)
    _only_prepared(held)
    if held.run_off_of_id:
        raise Refused(_("This run-off was decided on, so it stays."))
    audit.record(Verb.VOTE_EDITED, held, by=by, scope=held.step.meeting.partnership_id, removed=held.title)
    held.delete()
    touch(held.step.meeting_id)


@transaction.atomic
def open_vote(vote: Vote, *, by: Actor, at: dt.datetime) -> Vote:
    """Ballots are taken from now on, and nothing about the vote changes any more. One vote at a time in a step."""
    step = Step.objects.select_for_update().select_related("meeting").get(pk=vote.step_id)
    held = _held(vote)
    _only_prepared(held)
    if step.meeting.state == MeetingState.CANCELLED:
        raise Refused(_("This meeting has been called off."))
    if step.votes.filter(state=VoteState.OPEN).exists():
        raise Refused(_("Another vote is under way in this step. Close it first."))
    _check_options(held, list(held.options.select_related("proposal")))
    if step.state != StepState.OPEN:
        set_step_state(step, StepState.OPEN, by=by, at=at)
    held.entitled = held.entitled or usual_entitled(step) or None
    if held.quorum_percent and not held.entitled:
        raise Refused(_("Say how many people are entitled to vote, or there is no quorum to reach."))
    held.state, held.opened_at = VoteState.OPEN, at
    held.save(update_fields=["state", "opened_at", "entitled"])
    Hall.objects.filter(meeting=step.meeting_id, step=step).update(screen=Screen.WORK)
    audit.record(Verb.VOTE_OPENED, held, by=by, scope=step.meeting.partnership_id)
    touch(step.meeting_id)
    return held


@transaction.atomic
def close_vote(vote: Vote, *, by: Actor, at: dt.datetime) -> Vote:
    """Takes no more ballots and counts those handed in; a closed vote is never opened again.

    The ballots are written anew in the order of their contents, so that not even the order of rows on the disk tells
    which came when.
    """
    held = _held(vote)
    if held.state == VoteState.CLOSED:
        return held
    if held.state != VoteState.OPEN:
        raise Refused(_("This vote has not been opened yet."))
    options = list(held.options.all())
    names = {option.pk: option.title for option in options}
    held.results = kept(counted(terms_of(held, options), ballots_of(held), names))
    held.state, held.closed_at = VoteState.CLOSED, at
    held.save(update_fields=["state", "closed_at", "results"])
    _mix(held)
    audit.record(
        Verb.VOTE_CLOSED, held, by=by, scope=held.step.meeting.partnership_id, ballots=held.results["ballots"]
    )
    touch(held.step.meeting_id)
    return held


def _mix(vote: Vote) -> None:
    rows = list(Ballot.objects.filter(vote=vote).values_list("via", "marks"))
    Ballot.objects.filter(vote=vote).delete()
    rows.sort(key=lambda row: (sorted(row[1].items()), row[0]))
    Ballot.objects.bulk_create(
        (Ballot(vote=vote, via=via, marks=marks) for via, marks in rows), batch_size=500
    )


@transaction.atomic
def publish_vote(vote: Vote, is_published: bool, *, by: Actor, at: dt.datetime) -> Vote:
    """Shows the result and the ballots without names to everybody, or to insiders alone."""
    held = _held(vote)
    if held.state != VoteState.CLOSED:
        raise Refused(_("Only the result of a closed vote can be published."))
    if bool(held.published_at) != is_published:
        held.published_at = at if is_published else None
        held.save(update_fields=["published_at"])
        scope = held.step.meeting.partnership_id
        audit.record(Verb.VOTE_PUBLISHED, held, by=by, scope=scope, published=is_published)
    return held


def _held(vote: Vote) -> Vote:
    return Vote.objects.select_for_update(of=("self",)).select_related("step__meeting").get(pk=vote.pk)


def _only_prepared(vote: Vote) -> None:
    if vote.state == VoteState.OPEN:
        raise Refused(_("This vote is under way, so nothing about it can be changed."))
    if vote.state == VoteState.CLOSED:
        raise Refused(
            _(
                "This vote is closed and is never opened again: the result has been shown, and it would not be the same "
                "question. Prepare a new vote instead."
            )
        )


def _set_options(vote: Vote, drafts: Sequence[Draft]) -> None:
    if len(drafts) > MOST_OPTIONS:
        raise Refused(_("There can be at most %(most)d options.") % {"most": MOST_OPTIONS})
    titles = [draft.title.casefold() for draft in drafts]
    if twice := next((draft.title for draft in drafts if titles.count(draft.title.casefold()) > 1), None):
        raise Refused(_("Two options are called “%(title)s”. Tell them apart.") % {"title": twice})
    Option.objects.bulk_create(
        Option(vote=vote, order=order, proposal=draft.proposal, title=draft.title[:200], cost=draft.cost)
        for order, draft in enumerate(drafts, 1)
    )


def _check_options(vote: Vote, options: Sequence[Option]) -> None:
    least = 1 if vote.method == Method.MOTION else 2
    if len(options) < least:
        raise Refused(
            _("Write down the motion first.") if least == 1 else _("A vote needs at least two options.")
        )
    # A run-off is about what was tied, whatever became of the proposals since.
    if gone := next((one for one in options if not (vote.run_off_of_id or _stands(one))), None):
        raise Refused(
            _("“%(title)s” has been withdrawn or joined with another proposal. Take it off the ballot first.")
            % {"title": gone.title}
        )
    if vote.method == Method.SHARES:
        if vote.shared_budget is None:
            raise Refused(_("Say what budget is to be shared."))
        if bare := next((option for option in options if option.cost is None), None):
            raise Refused(_("“%(title)s” has no cost yet.") % {"title": bare.title})


def _stands(option: Option) -> bool:
    return option.proposal is None or option.proposal.state == ProposalState.ENTERED
