"""Campaigns: begun, worded, filled with addressees, launched, reminded, closed."""

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from spoiwo import audit, trail
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post_written
from spoiwo.meetings import emails
from spoiwo.meetings.actions.answers import next_number
from spoiwo.meetings.audit import Verb
from spoiwo.meetings.models import Campaign, Invitation, LetterText, Meeting
from spoiwo.meetings.rules.audience import Candidate, key_of
from spoiwo.meetings.rules.codes import new_codes
from spoiwo.meetings.rules.states import CAMPAIGN_NEXT, CampaignState, Purpose, Reply, Source
from spoiwo.partnerships.models import Partnership
from spoiwo.polish import collation_key, fold


@transaction.atomic
def start_campaign(
    partnership: Partnership, *, by: Actor, meetings: Sequence[Meeting], **fields: Any
) -> Campaign:
    """A campaign in preparation, with the shipped wordings to begin from."""
    Partnership.objects.select_for_update().get(pk=partnership.pk)  # of two presses one comes after the other
    if partnership.campaigns.filter(title=fields["title"], state=CampaignState.DRAFT).exists():
        raise Refused(_("A campaign of this title is in preparation already. Go on with that one."), "title")
    campaign = Campaign.objects.create(partnership=partnership, **fields, **_keys(fields["title"]))
    campaign.meetings.set(meetings)
    LetterText.objects.bulk_create(
        LetterText(campaign=campaign, purpose=purpose, **text)
        for purpose, text in emails.shipped_texts().items()
    )
    for meeting in meetings:
        trail.link(meeting, campaign, "invitation", by=by)
    audit.record(Verb.CAMPAIGN_STARTED, campaign, by=by, scope=partnership.pk)
    return campaign


@transaction.atomic
def edit_campaign(campaign: Campaign, *, by: Actor, meetings: Sequence[Meeting], **fields: Any) -> Campaign:
    """Changes what is said of the campaign. A meeting that somebody has chosen stays in it."""
    chosen = set(campaign.invitations.exclude(meeting=None).values_list("meeting_id", flat=True).distinct())
    if chosen - {meeting.pk for meeting in meetings}:
        raise Refused(
            _("Somebody has chosen a meeting you took out. Call it off instead, or put it back."), "meetings"
        )
    fields |= _keys(fields.get("title", campaign.title))
    for name, value in fields.items():
        setattr(campaign, name, value)
    campaign.save(update_fields=list(fields))
    campaign.meetings.set(meetings)
    audit.record(Verb.CAMPAIGN_EDITED, campaign, by=by, scope=campaign.partnership_id)
    return campaign


@transaction.atomic
def discard_campaign(campaign: Campaign, *, by: Actor) -> None:
    """Takes away a campaign from which nothing was sent."""
    if campaign.state != CampaignState.DRAFT:
        raise Refused(_("Letters of this campaign were sent, so it can only be closed."))
    audit.record(Verb.CAMPAIGN_DISCARDED, campaign, by=by, scope=campaign.partnership_id)
    campaign.invitations.all().delete()
    campaign.delete()


@transaction.atomic
def edit_text(campaign: Campaign, purpose: Purpose, *, by: Actor, subject: str, body: str) -> LetterText:
    """The wording of one kind of letter; letters that are in the outbox already keep theirs."""
    text, _made = LetterText.objects.update_or_create(
        campaign=campaign, purpose=purpose, defaults={"subject": subject, "body": body}
    )
    audit.record(Verb.TEXT_EDITED, campaign, by=by, scope=campaign.partnership_id, purpose=str(purpose))
    return text


@transaction.atomic
def add_addressees(
    campaign: Campaign, candidates: Iterable[Candidate], *, by: Actor, source: Source
) -> list[Invitation]:
    """Adds everybody who has no reason to be left out, numbered on; who joins a campaign under way is written to at once.

    Whoever came in meanwhile by another hand is passed over. Costs two queries for each 500 people and some 60 µs a person.
    """
    campaign = (
        Campaign.objects.select_for_update(of=("self",)).select_related("partnership").get(pk=campaign.pk)
    )
    if campaign.state == CampaignState.CLOSED:
        raise Refused(_("This campaign is closed."))
    there = {
        key_of(f"{given} {family}".strip() or name, name, pk)
        for given, family, name, pk in campaign.invitations.values_list(
            "given_name", "family_name", "organisation_name", "organisation_id"
        )
    }
    fresh = [
        one
        for one in candidates
        if one.reason is None and key_of(one.name, one.organisation_name, one.organisation_id) not in there
    ]
    first = next_number(campaign)
    codes = iter(new_codes(2 * len(fresh), os.urandom))
    offices = _office_codes(campaign, fresh, codes)
    rows = [
        _invitation(campaign, number, one, next(codes), offices, source)
        for number, one in enumerate(fresh, first)
    ]
    made = Invitation.objects.bulk_create(rows, batch_size=500)
    if made:
        audit.record(
            Verb.ADDRESSEES_ADDED,
            campaign,
            by=by,
            scope=campaign.partnership_id,
            count=len(made),
            source=str(source),
        )
        if campaign.state == CampaignState.LAUNCHED:
            post_written(emails.letters(campaign, made))
    return made


@transaction.atomic
def remove_addressee(invitation: Invitation, *, by: Actor) -> None:
    """Takes somebody off before anything was sent; afterwards the record stays."""
    if invitation.campaign.state != CampaignState.DRAFT:
        raise Refused(
            _("This person has been written to. Enter the answer instead, or erase the person's data.")
        )
    audit.record(Verb.ADDRESSEE_REMOVED, invitation, by=by, scope=invitation.campaign.partnership_id)
    invitation.delete()


@transaction.atomic
def edit_addressee(invitation: Invitation, *, by: Actor, **fields: Any) -> Invitation:
    """Corrects name, function or addresses of this invitation; the register is another thing and stays."""
    for name, value in fields.items():
        setattr(invitation, name, value)
    keys = {
        "name_key": collation_key(
            f"{invitation.family_name} {invitation.given_name}".strip() or invitation.organisation_name
        ),
        "search_key": fold(f"{invitation.name} {invitation.organisation_name}")[:900],
    }
    for name, value in keys.items():
        setattr(invitation, name, value)
    invitation.save(update_fields=[*fields, *keys])
    audit.record(Verb.ADDRESSEE_EDITED, invitation, by=by, scope=invitation.campaign.partnership_id)
    return invitation


@transaction.atomic
def launch_campaign(campaign: Campaign, *, by: Actor, at: dt.datetime, hold: bool = False) -> int:
    """Writes every addressee's letter into the outbox; with `hold` they wait there until somebody lets them go.

    Pressed twice it launches once. Costs some 100 µs an addressee; the worker hands the letters over afterwards.
    """
    moved = Campaign.objects.filter(pk=campaign.pk, state=CampaignState.DRAFT).update(
        state=CampaignState.LAUNCHED, launched_at=at
    )
    if not moved:
        raise Refused(_("This campaign has been launched already."))
    campaign.refresh_from_db()
    rows = campaign.invitations.select_related("commune").order_by("number")
    if not rows.exists():
        raise Refused(_("There is nobody to invite yet. Add addressees first."))
    if not campaign.meetings.exists():
        raise Refused(_("Choose at least one meeting first."))
    count = post_written(emails.letters(campaign, rows.iterator(1000)), hold=hold)
    post_written(emails.office_letters(campaign), hold=hold)
    Campaign.objects.filter(pk=campaign.pk).update(prepared_count=count)
    audit.record(
        Verb.CAMPAIGN_LAUNCHED, campaign, by=by, scope=campaign.partnership_id, count=count, held=hold
    )
    return count


@transaction.atomic
def remind(
    campaign: Campaign,
    invitations: QuerySet[Invitation],
    *,
    by: Actor,
    subject: str,
    body: str,
    hold: bool = False,
) -> int:
    """Reminds those chosen who still have not answered, in words of this reminder's own; how many letters were written."""
    if campaign.state != CampaignState.LAUNCHED:
        raise Refused(_("Reminders can be sent only while the campaign is under way."))
    Campaign.objects.filter(pk=campaign.pk).update(reminder_count=F("reminder_count") + 1)
    campaign.refresh_from_db()
    text = edit_text(campaign, Purpose.REMINDER, by=by, subject=subject, body=body)
    silent = invitations.filter(campaign=campaign, reply=Reply.NONE, erased_at=None)
    rows = silent.select_related("commune").order_by("number").iterator(1000)
    written = emails.letters(campaign, rows, Purpose.REMINDER, text=text, wave=campaign.reminder_count)
    count = post_written(written, hold=hold)
    audit.record(Verb.REMINDED, campaign, by=by, scope=campaign.partnership_id, count=count)
    return count


@transaction.atomic
def move_campaign(campaign: Campaign, state: CampaignState, *, by: Actor, at: dt.datetime) -> Campaign:
    """Closes the campaign, or opens it again."""
    if state not in CAMPAIGN_NEXT[CampaignState(campaign.state)] or campaign.state == CampaignState.DRAFT:
        raise Refused(_("This step is not possible now."))
    campaign.state = state
    campaign.closed_at = at if state == CampaignState.CLOSED else None
    campaign.save(update_fields=["state", "closed_at"])
    audit.record(Verb.CAMPAIGN_MOVED, campaign, by=by, scope=campaign.partnership_id, state=str(state))
    return campaign


def send_test(campaign: Campaign, text: LetterText, invitation: Invitation, *, to: str) -> None:
    """The letter of that addressee to the clerk's own address; the addressee's log does not know of it."""
    post_written([emails.test_letter(campaign, text, invitation, to=to)])


def _keys(title: str) -> dict[str, str]:
    return {"name_key": collation_key(title), "search_key": fold(title)}


def _office_codes(campaign: Campaign, fresh: list[Candidate], codes: Iterator[str]) -> dict[str, str]:
    """A code for every institution, the one it has already where it has one."""
    rows = campaign.invitations.exclude(office_code="")
    known = {
        _office(pk, name): code
        for pk, name, code in rows.values_list(
            "organisation_id", "organisation_name", "office_code"
        ).distinct()
    }
    for one in fresh:
        office = _office(one.organisation_id, one.organisation_name)
        if office and office not in known:
            known[office] = next(codes)
    return known


def _office(organisation_id: int | None, name: str) -> str:
    """What tells institutions apart: the register's record, else the name."""
    return str(organisation_id or fold(name))


def _invitation(
    campaign: Campaign,
    number: int,
    one: Candidate,
    code: str,
    offices: dict[str, str],
    source: Source,
) -> Invitation:
    return Invitation(
        campaign=campaign,
        number=number,
        organisation_id=one.organisation_id,
        person_id=one.person_id,
        given_name=one.given_name[:80],
        family_name=one.family_name[:120],
        function=one.function[:150],
        organisation_name=one.organisation_name[:300],
        salutation=one.salutation[:150],
        sector=one.sector,
        commune_id=one.commune_id,
        channel=one.channel,
        email=one.email,
        phone=one.phone[:40],
        post=one.post,
        e_delivery=one.e_delivery,
        source=source,
        code=code,
        office_code=offices.get(_office(one.organisation_id, one.organisation_name), ""),
        name_key=collation_key(f"{one.family_name} {one.given_name}".strip() or one.organisation_name),
        search_key=fold(f"{one.name} {one.organisation_name}")[:900],
    )
