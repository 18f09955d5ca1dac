"""The formal check: two people's answers, the decision, the appeal."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.contests.audit import Verb
from spoiwo.contests.emails import checks as emails
from spoiwo.contests.models import Check, Entry, FormalDecision, Member, Submission
from spoiwo.contests.queries.checks import can_appeal, found_in, office_member, points_of
from spoiwo.contests.rules.formal import Point, Said, outcome_of
from spoiwo.contests.rules.states import (
    RECEIVED,
    Answer,
    Appeal,
    EditionState,
    EntryState,
    MemberKind,
    Outcome,
)
from spoiwo.kit.actor import Actor
from spoiwo.kit.dates import today
from spoiwo.kit.holidays import add_working_days
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post

AT_WORK = (EditionState.OPEN, EditionState.CHECKING)


@transaction.atomic
def save_check(submission: Submission, said: Mapping[int, Said], *, by: Actor, is_done: bool = True) -> Check:
    """One person's answers; finished ones may be changed until the decision. Raises `Refused` for a missing answer."""
    entry = _held(submission.entry_id)
    if entry.state != EntryState.SUBMITTED or entry.latest != submission:
        raise Refused(_("This entry does not wait for a formal check any more."))
    points = points_of(entry.edition)
    if is_done and outcome_of([Point(one.pk) for one in points], said) is None:
        raise Refused(_("Answer every point, or save the check unfinished."))
    for point in points:
        one = said.get(point.pk)
        if is_done and one and one.answer != Answer.MET and not one.note.strip():
            raise Refused(_("Say what is wrong: the entrant reads it."), f"note-{point.pk}")
    check, _made = Check.objects.get_or_create(submission=submission, member=_member(entry, by))
    known = {point.pk for point in points}
    check.answers = {str(pk): asdict(one) for pk, one in said.items() if pk in known}
    check.done_at = timezone.now() if is_done else None
    check.save()
    if is_done:
        audit.record(Verb.CHECK_DONE, entry, by=by, scope=entry.edition.contest.partnership_id)
    return check


@transaction.atomic
def decide(
    entry: Entry,
    outcome: Outcome,
    *,
    by: Actor,
    fields: Sequence[str] = (),
    departs: str = "",
    note: str = "",
) -> FormalDecision:
    """The decision after two checks, and its letter. One that is not what both found says why in `departs`.

    A call for corrections unlocks `fields` (keys; empty: those the checkers named) until the end of the working day that
    the rules give. Raises `Refused` where checks are missing, or a decision departs without a reason.
    """
    held = _held(entry.pk)
    submission = held.latest
    if submission is None or held.state not in (EntryState.SUBMITTED, EntryState.CORRECTIONS):
        raise Refused(_("This entry has been decided on already."))
    points = points_of(held.edition)
    checks = list(submission.checks.exclude(done_at=None))
    found = found_in(points, checks)
    if found.missing:
        raise Refused(_("Two people check each entry; one check is still missing."))
    was_called = held.state == EntryState.CORRECTIONS
    if outcome != found.outcome and not was_called and not departs.strip():
        raise Refused(_("This is not what both checkers found. Say why."), "departs")
    unlocked = sorted(set(fields) or set(found.fields)) if outcome == Outcome.CORRECTIONS else []
    if outcome == Outcome.CORRECTIONS and not unlocked:
        raise Refused(_("Choose the fields that the entrant may correct."), "fields")
    decision = FormalDecision.objects.create(
        entry=held,
        submission=submission,
        outcome=outcome,
        reasons=_reasons(points, checks, note) if outcome != Outcome.ADMITTED else [],
        fields=unlocked,
        departs=departs.strip(),
        due_on=_due(held, outcome),
        by_name=by.name,
        at=timezone.now(),
    )
    held.state = {
        Outcome.ADMITTED: EntryState.ADMITTED,
        Outcome.CORRECTIONS: EntryState.CORRECTIONS,
        Outcome.REJECTED: EntryState.REJECTED,
    }[outcome]
    held.save(update_fields=["state", "changed_at"])
    facts = {"outcome": str(outcome), "agreed": outcome == found.outcome}
    audit.record(Verb.CHECK_DECIDED, held, by=by, scope=held.edition.contest.partnership_id, **facts)
    post(emails.decision_letters(decision))
    return decision


@transaction.atomic
def appeal(entry: Entry, text: str, *, by: Actor, at: dt.datetime) -> FormalDecision:
    """The entrant appeals against a rejection, once and in time."""
    held = _held(entry.pk)
    decision = held.decisions.order_by("pk").last()
    if held.state != EntryState.REJECTED or decision is None or not can_appeal(decision, at):
        raise Refused(_("An appeal is no longer possible."))
    if not text.strip():
        raise Refused(_("Write why the entry should be admitted."), "text")
    decision.appeal, decision.appeal_text, decision.appealed_at = Appeal.WAITING, text.strip()[:10_000], at
    decision.save(update_fields=["appeal", "appeal_text", "appealed_at"])
    audit.record(Verb.APPEAL_MADE, held, by=by, scope=held.edition.contest.partnership_id)
    return decision


@transaction.atomic
def decide_appeal(decision: FormalDecision, is_granted: bool, reason: str, *, by: Actor) -> FormalDecision:
    """Grants or dismisses an appeal, with reasons that the entrant reads."""
    held = _held(decision.entry_id)
    found = FormalDecision.objects.select_for_update().get(pk=decision.pk)
    if found.appeal != Appeal.WAITING:
        raise Refused(_("This appeal has been decided already."))
    if not reason.strip():
        raise Refused(_("Give the reasons: the entrant reads them."), "reason")
    found.appeal = Appeal.GRANTED if is_granted else Appeal.DISMISSED
    found.appeal_reason, found.appeal_by_name, found.appeal_decided_at = (
        reason.strip(),
        by.name,
        timezone.now(),
    )
    found.save(update_fields=["appeal", "appeal_reason", "appeal_by_name", "appeal_decided_at"])
    if is_granted:
        held.state = EntryState.ADMITTED
        held.save(update_fields=["state", "changed_at"])
    facts = {"granted": is_granted}
    audit.record(Verb.APPEAL_DECIDED, held, by=by, scope=held.edition.contest.partnership_id, **facts)
    post(emails.appeal_letters(found))
    return found


def _held(entry_pk: int) -> Entry:
    rows = Entry.objects.select_for_update(of=("self",)).select_related("edition__contest")
    held = rows.get(pk=entry_pk)
    if held.edition.state not in AT_WORK or held.state not in RECEIVED:
        raise Refused(_("The formal check of this edition is over."))
    return held


def _member(entry: Entry, by: Actor) -> Member:
    """The person of the office; a keeper who was not appointed becomes a checker by checking."""
    found = office_member(entry.edition, by)
    if found is None:
        if by.user_id is None:
            raise ValueError("nobody checks an entry")
        found = Member.objects.create(edition=entry.edition, user_id=by.user_id, kind=MemberKind.CHECKER)
        audit.record(Verb.MEMBER_ADDED, found, by=by, scope=entry.edition.contest.partnership_id)
    return found


def _due(entry: Entry, outcome: Outcome) -> dt.date | None:
    days = {
        Outcome.CORRECTIONS: entry.edition.correction_days,
        Outcome.REJECTED: entry.edition.appeal_days,
    }.get(outcome)
    return add_working_days(today(), days) if days else None


def _reasons(points: Sequence, checks: Sequence[Check], note: str) -> list[dict[str, str]]:
    """What both said of each point that is not met, without saying who said it."""
    reasons = []
    for point in points:
        said = [check.answers.get(str(point.pk), {}) for check in checks]
        notes = list(
            dict.fromkeys(one.get("note", "").strip() for one in said if one.get("answer") != Answer.MET)
        )
        if any(notes):
            reasons.append(
                {
                    "paragraph": point.paragraph,
                    "question": point.question,
                    "note": " ".join(filter(None, notes)),
                }
            )
    return [*reasons, {"paragraph": "", "question": "", "note": note.strip()}] if note.strip() else reasons
