"""Answers to invitations: by the guest, by the office's secretariat, by a clerk for them."""

import datetime as dt
import os

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import NOBODY, Actor
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post, post_written
from spoiwo.meetings import emails
from spoiwo.meetings.actions.seats import give_place, give_up_places, holds_seat, offer_places
from spoiwo.meetings.audit import Verb
from spoiwo.meetings.labels import PROBLEM_SENTENCES
from spoiwo.meetings.models import Answer, Campaign, Invitation, Meeting, Needs, Question
from spoiwo.meetings.rules.answering import CHAIN, Choice, Deputy, Occasion, Problem, may_answer
from spoiwo.meetings.rules.codes import new_codes
from spoiwo.meetings.rules.states import BY_CLERK, Reply, Source, Via
from spoiwo.polish import collation_key, fold, salutation

OPEN_QUESTIONS = 10


@transaction.atomic
def answer_invitation(
    invitation: Invitation,
    *,
    by: Actor,
    at: dt.datetime,
    via: Via,
    reply: Reply,
    meeting: Meeting | None = None,
    deputy: Deputy | None = None,
    note: str = "",
    seen: int | None = None,
) -> Invitation:
    """Takes an answer: it stands from now on, the earlier ones stay readable, places follow it.

    `seen` is how many answers the person at the screen knew of: if another came meanwhile, nothing is written and the
    person is shown it. Saying the same again writes nothing. Raises `Refused` with the field at fault.
    """
    invitation = (
        Invitation.objects.select_for_update(of=("self",)).select_related("campaign").get(pk=invitation.pk)
    )
    meeting = meeting if reply in (Reply.YES, Reply.DEPUTY) else None
    _weigh(invitation, via, reply, meeting, deputy, at)
    if _says_the_same(invitation, reply, meeting, deputy):
        return invitation
    if seen is not None and seen != invitation.answer_count:
        raise Refused(PROBLEM_SENTENCES[Problem.OVERTAKEN])
    inherits = meeting is not None and holds_seat(invitation, meeting)
    _write(invitation, by=by, at=at, via=via, reply=reply, meeting=meeting, note=note)
    freed = _withdraw_deputies(invitation, by=by, at=at, via=via)
    freed += give_up_places(invitation, keep=meeting if reply == Reply.YES else None)
    guest = invitation
    if reply == Reply.DEPUTY and deputy:
        guest = _name_deputy(invitation, deputy, by=by, at=at, via=via)
    if meeting:
        give_place(meeting, guest, at=at, inherits=inherits)
        post_written(emails.confirmations([guest]))
    for freed_at in {one.pk: one for one in freed}.values():
        offer_places(freed_at, at=at)
    return invitation


@transaction.atomic
def state_needs(invitation: Invitation, *, by: Actor = NOBODY, **needs: object) -> Needs:
    """What the guest needs; kept apart from everything else, and the trail says only that something was stated."""
    stated, _made = Needs.objects.update_or_create(invitation=invitation, defaults=needs)
    audit.record(Verb.NEEDS_STATED, invitation, by=by, scope=invitation.campaign.partnership_id)
    return stated


@transaction.atomic
def ask_question(invitation: Invitation, text: str, *, by: Actor = NOBODY) -> Question:
    """A question to the organiser; the same one twice counts once, and so many open ones are enough."""
    if invitation.questions.filter(answered_at=None).count() >= OPEN_QUESTIONS:
        raise Refused(_("The organiser has your questions and will answer them."), "text")
    question, is_new = Question.objects.get_or_create(
        invitation=invitation, text=text.strip(), answered_at=None
    )
    if is_new:
        audit.record(Verb.QUESTION_ASKED, invitation, by=by, scope=invitation.campaign.partnership_id)
    return question


@transaction.atomic
def answer_question(question: Question, text: str, *, by: Actor, at: dt.datetime) -> Question:
    """The organiser's answer, sent to whoever asked where there is an e-mail address."""
    question.answer, question.answered_at, question.answered_by_name = text.strip(), at, by.name
    question.save(update_fields=["answer", "answered_at", "answered_by_name"])
    campaign = question.invitation.campaign
    audit.record(Verb.QUESTION_ANSWERED, question.invitation, by=by, scope=campaign.partnership_id)
    post(emails.answers_to([question]))
    return question


def next_number(campaign: Campaign) -> int:
    """The number of the campaign's next invitation. Call it under the campaign's lock."""
    return (campaign.invitations.aggregate(last=Max("number"))["last"] or 0) + 1


def _weigh(
    invitation: Invitation,
    via: Via,
    reply: Reply,
    meeting: Meeting | None,
    deputy: Deputy | None,
    at: dt.datetime,
) -> None:
    campaign = invitation.campaign
    occasion = Occasion(
        campaign.state,
        campaign.answer_by,
        at,
        via in BY_CLERK,
        campaign.allows_deputy,
        answers=invitation.answer_count,
        deputies=invitation.deputies.count() if reply == Reply.DEPUTY else 0,
        depth=_depth(invitation) if reply == Reply.DEPUTY else 0,
    )
    choice = None
    if meeting:
        is_offered = campaign.meetings.filter(pk=meeting.pk).exists()
        choice = Choice(is_offered, meeting.state, meeting.ends_at)
    problem = may_answer(occasion, reply, choice, deputy_name=deputy.name if deputy else "")
    if problem:
        fields = {Problem.NAMELESS: "family_name", Problem.NO_MEETING: "meeting"}
        raise Refused(PROBLEM_SENTENCES[problem], fields.get(problem))


def _depth(invitation: Invitation) -> int:
    """How many stand in for whom above this invitation; nobody follows the chain further than it may be long."""
    depth, above = 0, invitation.deputy_of
    while above is not None and depth < CHAIN:
        depth, above = depth + 1, above.deputy_of
    return depth


def _says_the_same(
    invitation: Invitation, reply: Reply, meeting: Meeting | None, deputy: Deputy | None
) -> bool:
    same = invitation.reply == reply and invitation.meeting_id == (meeting.pk if meeting else None)
    if not same or reply != Reply.DEPUTY or deputy is None:
        return same
    names = invitation.deputies.filter(reply=Reply.YES).values_list("given_name", "family_name")
    return (deputy.given_name, deputy.family_name) in set(names)


def _write(
    invitation: Invitation,
    *,
    by: Actor,
    at: dt.datetime,
    via: Via,
    reply: Reply,
    meeting: Meeting | None,
    note: str = "",
) -> None:
    Answer.objects.create(
        invitation=invitation,
        reply=reply,
        meeting=meeting,
        via=via,
        note=note[:300],
        at=at,
        by_id=by.user_id,
        by_name=by.name,
    )
    invitation.reply, invitation.meeting, invitation.replied_at, invitation.via = reply, meeting, at, via
    invitation.answer_count += 1
    invitation.save(update_fields=["reply", "meeting", "replied_at", "via", "answer_count"])
    audit.record(
        Verb.ANSWERED,
        invitation,
        by=by,
        scope=invitation.campaign.partnership_id,
        reply=str(reply),
        via=str(via),
        meeting=meeting.pk if meeting else None,
    )


def _withdraw_deputies(invitation: Invitation, *, by: Actor, at: dt.datetime, via: Via) -> list[Meeting]:
    """A new answer sends earlier deputies home, theirs too; each keeps the record of having been named."""
    freed = []
    for deputy in invitation.deputies.exclude(reply=Reply.NO).select_related("campaign"):
        _write(deputy, by=by, at=at, via=via, reply=Reply.NO, meeting=None)
        freed += [*give_up_places(deputy), *_withdraw_deputies(deputy, by=by, at=at, via=via)]
    return freed


def _name_deputy(
    invitation: Invitation, deputy: Deputy, *, by: Actor, at: dt.datetime, via: Via
) -> Invitation:
    campaign = Campaign.objects.select_for_update().get(pk=invitation.campaign_id)
    named = Invitation.objects.create(
        campaign=campaign,
        number=next_number(campaign),
        organisation_id=invitation.organisation_id,
        given_name=deputy.given_name.strip(),
        family_name=deputy.family_name.strip(),
        function=deputy.function.strip(),
        organisation_name=invitation.organisation_name,
        salutation=salutation(deputy.given_name, deputy.family_name, office=deputy.function),
        sector=invitation.sector,
        commune_id=invitation.commune_id,
        channel=invitation.channel,
        email=deputy.email or invitation.email,
        phone=invitation.phone,
        post=invitation.post,
        source=Source.DEPUTY,
        deputy_of=invitation,
        code=new_codes(1, os.urandom)[0],
        office_code=invitation.office_code,
        name_key=collation_key(f"{deputy.family_name} {deputy.given_name}"),
        search_key=fold(f"{deputy.name} {invitation.organisation_name}")[:900],
    )
    _write(named, by=by, at=at, via=via, reply=Reply.YES, meeting=invitation.meeting)
    return named
