"""The formal check as pages read it: whose turn it is, what was found, what may be decided."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from spoiwo.contests.models import Check, CheckPoint, Edition, Entry, FormalDecision, Member, Submission
from spoiwo.contests.rules.formal import CHECKERS, Consensus, Point, Said, consensus
from spoiwo.contests.rules.states import OFFICE, Appeal, EntryState, Outcome
from spoiwo.kit.actor import Actor
from spoiwo.kit.dates import today


@dataclass(frozen=True, slots=True)
class Row:
    """An entry on the list of checks. `is_mine`: the reader has checked it; `waits`: something is asked of the office."""

    entry: Entry
    done: int
    is_mine: bool
    found: Consensus
    decision: FormalDecision | None
    waits: str


def points_of(edition: Edition) -> list[CheckPoint]:
    """The points of the check in their order."""
    return list(edition.points.all())


def said_by(check: Check) -> dict[int, Said]:
    """The answers of one check by the points' ids."""
    return {
        int(pk): Said(one["answer"], one.get("note", ""), tuple(one.get("fields", ())))
        for pk, one in check.answers.items()
    }


def found_in(points: Iterable[CheckPoint], checks: Iterable[Check]) -> Consensus:
    """Where the finished checks of a submission stand."""
    done = [said_by(check) for check in checks if check.done_at]
    return consensus([Point(one.pk, one.is_correctable) for one in points], done)


def office_member(edition: Edition, actor: Actor) -> Member | None:
    """The actor as a person of the contest's office; None for who was not appointed."""
    rows = Member.objects.filter(edition=edition, user=actor.user_id, kind__in=OFFICE, stopped_at=None)
    return rows.first()


def latest_submissions(entries: Iterable[Entry]) -> dict[int, Submission]:
    """Entry's id → what was submitted last, with its checks; two queries."""
    rows = Submission.objects.filter(entry__in=list(entries)).order_by("number").prefetch_related("checks")
    return {one.entry_id: one for one in rows}


def latest_decisions(entries: Iterable[Entry]) -> dict[int, FormalDecision]:
    """Entry's id → the decision that counts."""
    rows = FormalDecision.objects.filter(entry__in=list(entries)).order_by("pk")
    return {one.entry_id: one for one in rows}


def check_rows(edition: Edition, actor: Actor) -> list[Row]:
    """The received entries the actor may see, with the state of their check; a constant number of queries."""
    rows = Entry.objects.visible_to(actor).filter(edition=edition).exclude(state=EntryState.WITHDRAWN)
    entries = list(rows.select_related("category").order_by("number"))
    submissions, decisions = latest_submissions(entries), latest_decisions(entries)
    points, member = points_of(edition), office_member(edition, actor)
    result = []
    for entry in entries:
        checks = list(submissions[entry.pk].checks.all()) if entry.pk in submissions else []
        found = found_in(points, checks)
        mine = any(one.member_id == (member.pk if member else 0) and one.done_at for one in checks)
        done = sum(1 for one in checks if one.done_at)
        decision = decisions.get(entry.pk)
        result.append(Row(entry, done, mine, found, decision, waits_for(entry, done, found, decision)))
    return result


def waits_for(entry: Entry, done: int, found: Consensus, decision: FormalDecision | None) -> str:
    """What the office owes the entry: `check`, `agree`, `decide`, `appeal`, `overdue`; empty for nothing."""
    if decision and decision.appeal == Appeal.WAITING:
        return "appeal"
    if entry.state == EntryState.CORRECTIONS:
        return "overdue" if decision and decision.due_on and decision.due_on < today() else ""
    if entry.state != EntryState.SUBMITTED:
        return ""
    if done < CHECKERS:
        return "check"
    return "decide" if found.outcome else "agree"


def end_of(day: dt.date) -> dt.datetime:
    """The last moment of a day in the office's zone."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time.max))


def can_correct(decision: FormalDecision | None, now: dt.datetime) -> bool:
    """Whether the entrant may still correct what this decision asks for."""
    if decision is None or decision.outcome != Outcome.CORRECTIONS or decision.due_on is None:
        return False
    return now <= end_of(decision.due_on)


def can_appeal(decision: FormalDecision | None, now: dt.datetime) -> bool:
    """Whether the entrant may still appeal against this decision."""
    if decision is None or decision.outcome != Outcome.REJECTED or decision.appeal != Appeal.NONE:
        return False
    return decision.due_on is None or now <= end_of(decision.due_on)
