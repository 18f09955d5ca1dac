"""The two steps of validation: the formal check, then the expert's opinion; each ends with words to the author."""

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.accounts.models import User
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post
from spoiwo.practices import emails
from spoiwo.practices.actions.practices import lock
from spoiwo.practices.audit import Verb
from spoiwo.practices.labels import BAR_SENTENCES
from spoiwo.practices.models import Practice, Review
from spoiwo.practices.queries.people import writes_for
from spoiwo.practices.rules.cards import Bar, bar_to_decide
from spoiwo.practices.rules.states import REVIEW_AFTER_DAYS, Decision, PracticeState, Step
from spoiwo.practices.rules.written import Opinion


@transaction.atomic
def check_practice(
    practice: Practice, *, is_passed: bool, feedback: str, expert: User | None, by: Actor
) -> Practice:
    """Ends the formal check: on to the expert who is named, or back to the author with what is to be changed.

    Raises `Refused` where the check is over already, feedback or expert is missing, or the expert writes for the same
    partnership.
    """
    held = _under(practice, PracticeState.FORMAL)
    _may_end(is_passed=is_passed, is_expert_step=False, feedback=feedback, has_grade=False)
    if is_passed:
        _name(held, expert)
    held.state = PracticeState.EXPERT if is_passed else PracticeState.DRAFT
    held.save()
    review = _write(held, Step.FORMAL, is_passed=is_passed, opinion=Opinion(feedback=feedback), by=by)
    post(emails.decision_letters(review))
    if is_passed:
        post(emails.expert_letters(held, by.name))
    return held


@transaction.atomic
def name_expert(practice: Practice, expert: User, *, by: Actor) -> Practice:
    """Another expert in place of one who cannot; the same one again changes nothing."""
    held = _under(practice, PracticeState.EXPERT)
    if held.expert_id == expert.pk:
        return held
    _name(held, expert)
    held.save()
    audit.record(Verb.EXPERT_NAMED, held, by=by, scope=held.partnership_id, expert=expert.name)
    post(emails.expert_letters(held, by.name))
    return held


@transaction.atomic
def judge_practice(
    practice: Practice, opinion: Opinion, *, is_passed: bool, by: Actor, today: dt.date
) -> Practice:
    """Ends the expert's step: into the catalogue with its grades, to be looked at anew in two years, or back.

    Raises `Refused` where it is over already, or grade or feedback is missing.
    """
    held = _under(practice, PracticeState.EXPERT)
    _may_end(
        is_passed=is_passed,
        is_expert_step=True,
        feedback=opinion.feedback,
        has_grade=bool(opinion.evidence_grade),
    )
    if is_passed:
        held.state = PracticeState.PUBLISHED
        held.evidence_grade, held.appeal = opinion.evidence_grade, opinion.appeal
        held.checked_revision = held.revision
        held.review_on = today + dt.timedelta(days=REVIEW_AFTER_DAYS)
        held.published_at = held.published_at or timezone.now()
    else:
        held.state = PracticeState.DRAFT
    held.save()
    review = _write(held, Step.EXPERT, is_passed=is_passed, opinion=opinion, by=by)
    post(emails.decision_letters(review))
    return held


def _under(practice: Practice, state: PracticeState) -> Practice:
    held = lock(practice)
    if held.state != state:
        raise Refused(BAR_SENTENCES[Bar.NOT_NEXT])
    return held


def _may_end(*, is_passed: bool, is_expert_step: bool, feedback: str, has_grade: bool) -> None:
    bar = bar_to_decide(
        is_passed=is_passed, is_expert_step=is_expert_step, feedback=feedback, has_grade=has_grade
    )
    if bar:
        raise Refused(BAR_SENTENCES[bar], "evidence_grade" if bar == Bar.NO_GRADE else "feedback")


def _name(held: Practice, expert: User | None) -> None:
    if expert is None:
        raise Refused(_("Name the expert who reads the card next."), "expert")
    if writes_for(expert.pk, held.partnership_id):
        raise Refused(BAR_SENTENCES[Bar.OWN], "expert")
    held.expert = expert


def _write(held: Practice, step: Step, *, is_passed: bool, opinion: Opinion, by: Actor) -> Review:
    decision = Decision.PASSED if is_passed else Decision.RETURNED
    review = Review.objects.create(
        practice=held,
        step=step,
        decision=decision,
        feedback=opinion.feedback.strip(),
        evidence_grade=opinion.evidence_grade if is_passed else "",
        appeal=opinion.appeal if is_passed else None,
        revision=held.revision,
        by_id=by.user_id,
        by_name=by.name,
    )
    audit.record(
        Verb.PRACTICE_CHECKED, held, by=by, scope=held.partnership_id, step=str(step), decision=str(decision)
    )
    return review
