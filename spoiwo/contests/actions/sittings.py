"""Sittings of the commission: who was there, what was voted on, how the votes were cast."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spoiwo import audit, tally
from spoiwo.contests.audit import Verb
from spoiwo.contests.labels import SETTLED_SENTENCE
from spoiwo.contests.models import Edition, Entry, Member, Poll, Presence, Sitting
from spoiwo.contests.queries.verdict import voters_on
from spoiwo.contests.rules.states import EditionState
from spoiwo.contests.rules.verdict import refusal_of_counts
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused

BLANK = "blank"
YES, NO = "yes", "no"
ONE_PRESS = dt.timedelta(minutes=1)  # the same count again so soon is a button pressed twice
COUNT_SENTENCES = {
    "negative": _("A count cannot be below nought."),
    "too_many": _("More votes were counted than people could vote; who has a conflict does not vote."),
    "none": _("Nobody has voted yet."),
}


@transaction.atomic
def save_sitting(
    edition: Edition,
    sitting: Sitting | None,
    attendance: Mapping[Member, str],
    *,
    by: Actor,
    notes: Mapping[int, str] | None = None,
    **fields: Any,
) -> Sitting:
    """A new sitting or a changed one, with the attendance of the members; closed ones stay as they are."""
    held = _deliberating(edition)
    if sitting is None:
        # A commission sits once at one moment: the form sent twice is one sitting.
        again = held.sittings.filter(held_at=fields["held_at"], closed_at=None).first()
        sitting = again or Sitting(edition=held)
    elif sitting.closed_at:
        raise Refused(_("This sitting is closed; its minutes stay as they are."))
    for name, value in fields.items():
        setattr(sitting, name, value)
    sitting.save()
    for member, what in attendance.items():
        defaults = {"attendance": what, "note": (notes or {}).get(member.pk, "")[:300]}
        Presence.objects.update_or_create(sitting=sitting, member=member, defaults=defaults)
    audit.record(Verb.SITTING_HELD, edition, by=by, scope=held.contest.partnership_id, sitting=sitting.pk)
    return sitting


@transaction.atomic
def close_sitting(sitting: Sitting, *, by: Actor) -> Sitting:
    """From now on the sitting stays as it is; its minutes can be signed."""
    held = _deliberating(sitting.edition)
    found = Sitting.objects.select_for_update().get(pk=sitting.pk)
    if found.closed_at is None:
        if found.polls.filter(counted_at=None).exists():
            raise Refused(_("A vote of this sitting has not been counted."))
        found.closed_at = timezone.now()
        found.save(update_fields=["closed_at"])
        audit.record(
            Verb.SITTING_HELD, sitting.edition, by=by, scope=held.contest.partnership_id, closed=True
        )
    return found


@transaction.atomic
def count_poll(
    sitting: Sitting,
    question: str,
    counts: Mapping[str, int],
    entries: list[Entry],
    *,
    is_secret: bool,
    by: Actor,
) -> Poll:
    """A vote as it was counted. `counts`: option → votes; options are ids of entries, or `yes` and `no`, and `blank`.

    Only counts are kept, so a secret vote stays secret; they are turned into nameless ballots that `tally` counts.
    Raises `Refused` for more votes than people who may vote on these entries.
    """
    held = _deliberating(sitting.edition)
    found = Sitting.objects.select_for_update().get(pk=sitting.pk)
    if found.closed_at:
        raise Refused(_("This sitting is closed; its minutes stay as they are."))
    if refusal := refusal_of_counts(counts, voters_on(found, entries)):
        raise Refused(COUNT_SENTENCES[refusal])
    question, ballots = question.strip()[:300], [[option, count] for option, count in counts.items()]
    now = timezone.now()
    if same := found.polls.filter(question=question, ballots=ballots, counted_at__gt=now - ONE_PRESS).first():
        return same
    poll = Poll.objects.create(
        sitting=found,
        question=question,
        is_secret=is_secret,
        ballots=ballots,
        result=result_of(counts),
        counted_at=now,
    )
    poll.entries.set(entries)
    audit.record(Verb.POLL_COUNTED, sitting.edition, by=by, scope=held.contest.partnership_id, poll=poll.pk)
    return poll


def result_of(counts: Mapping[str, int]) -> dict[str, Any]:
    """What the votes come to: of a motion its outcome, of a choice the options in their order, ties left standing."""
    if YES in counts or NO in counts:
        marks = {YES: 1, NO: 0, BLANK: None}
        ballots = _ballots({option: {"motion": marks[option]} for option in counts}, counts)
        motion = tally.yes_no(ballots)[0]
        return {"outcome": motion.outcome}
    options = [option for option in counts if option != BLANK]
    chosen: dict[str, dict[str, int | None]]
    chosen = {option: {one: int(one == option) for one in options} for option in options}
    chosen[BLANK] = dict.fromkeys(options)
    results = tally.approval(_ballots(chosen, counts))
    return {"order": [[one.option, int(one.total or 0), one.rank] for one in results]}


def _ballots(
    choices: Mapping[str, Mapping[str, int | None]], counts: Mapping[str, int]
) -> list[tally.Ballot]:
    said = [option for option, count in counts.items() for _one in range(count)]
    return [tally.Ballot(str(number), dict(choices[option])) for number, option in enumerate(said)]


def _deliberating(edition: Edition) -> Edition:
    held = Edition.objects.select_for_update(of=("self",)).select_related("contest").get(pk=edition.pk)
    if held.state != EditionState.DELIBERATION:
        raise Refused(SETTLED_SENTENCE)
    return held
