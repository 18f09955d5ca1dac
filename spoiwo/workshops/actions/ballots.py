"""Ballots: each slip casts one, and what was cast is kept apart from who cast it."""

from collections.abc import Mapping
from enum import StrEnum

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.workshops.audit import Verb
from spoiwo.workshops.models import Ballot, Cast, Slip, Vote
from spoiwo.workshops.queries.votes import is_open_now, terms_of
from spoiwo.workshops.rules.ballots import clean
from spoiwo.workshops.rules.states import Via


class Taken(StrEnum):
    """What became of a ballot: it counts, or it is the same one that was received before."""

    NOW = "now"
    BEFORE = "before"


def cast(
    vote: Vote, slip: Slip, marks: Mapping[int, int], nonce: str, *, via: Via, by: Actor | None = None
) -> Taken:
    """Puts a valid ballot into the box: one transaction, three or four queries, nobody waits for a lock but SQLite's.

    That a slip votes once is a constraint's work, so of two that come at once one is refused. The ballot keeps neither
    the slip nor the moment. Raises `Refused` for a vote that takes none, and for a second ballot with another nonce.
    """
    if slip.meeting_id != vote.step.meeting_id:
        raise Refused(_("This slip is not of this workshop."), "code")
    try:
        with transaction.atomic():
            if not is_open_now(vote.pk):
                return _late(vote, slip, nonce)
            Cast.objects.create(vote=vote, slip=slip, nonce=nonce, via=via)
            Ballot.objects.create(vote=vote, via=via, marks={str(pk): mark for pk, mark in marks.items()})
            if slip.first_used_at is None:
                # Not the moment of voting, which would tell: the moment from which everybody could.
                Slip.objects.filter(pk=slip.pk).update(first_used_at=vote.opened_at)
            if by is not None:
                audit.record(Verb.BALLOT_ENTERED, vote, by=by, scope=vote.step.meeting.partnership_id)
    except IntegrityError:
        if first := Cast.objects.filter(vote=vote, slip=slip).first():
            return _again(first, nonce)
        raise
    return Taken.NOW


def _late(vote: Vote, slip: Slip, nonce: str) -> Taken:
    """A ballot after the end: fine where it is the repetition of one that came in time and whose answer was lost."""
    if first := Cast.objects.filter(vote=vote, slip=slip).first():
        return _again(first, nonce)
    if vote.opened_at is None:
        raise Refused(_("This vote has not begun yet. What you have marked stays here."))
    raise Refused(_("This vote is closed, so the ballot was not taken. What you have marked stays here."))


def _again(first: Cast, nonce: str) -> Taken:
    if first.nonce == nonce:
        return Taken.BEFORE
    if first.via == Via.PAPER:
        raise Refused(
            _("A ballot on paper has already been entered for this slip; the first one counts."), "code"
        )
    raise Refused(_("A ballot has already been cast with this slip; the first one counts."), "code")


def take(code: str, vote_pk: int, raw: Mapping[str, str], nonce: str, *, is_blank: bool) -> bool:
    """Casts what a phone sends with the slip of that code; False for a code or vote that is not there, or an empty ballot.

    Raises `BadBallot` and `Refused` as `clean` and `cast` do. Six queries.
    """
    slip = Slip.objects.filter(code=code, voided_at=None).first()
    vote = Vote.objects.select_related("step").filter(pk=vote_pk).first()
    if slip is None or vote is None or vote.step.meeting_id != slip.meeting_id:
        return False
    marks = clean(terms_of(vote, list(vote.options.all())), raw)
    if not marks and not is_blank:
        return False
    cast(vote, slip, marks, nonce, via=Via.PHONE)
    return True
