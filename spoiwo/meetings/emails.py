"""The letters of this room: a campaign's wording filled for each addressee."""

import datetime as dt
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from django.urls import reverse
from django.utils.translation import override

from spoiwo.mail.post import Draft, Written
from spoiwo.mail.rules import Channel
from spoiwo.meetings.models import Attendee, Campaign, Invitation, LetterText, Meeting, Question
from spoiwo.meetings.queries.words import LANGUAGE, moment, place_and_time, programme, root_url, with_one_stop
from spoiwo.meetings.rules.batches import batch_of
from spoiwo.meetings.rules.codes import shown
from spoiwo.meetings.rules.states import Purpose
from spoiwo.meetings.rules.wording import Wording, compile_wording
from spoiwo.polish import CASES, inflect_name

CASE_FIELDS = {f"name_{case}" for case in CASES if case != "nominative"}
TEXTS = Path(__file__).parent / "data" / "texts.pl.toml"
Values = Mapping[str, str]


@lru_cache
def shipped_texts() -> Mapping[str, Mapping[str, str]]:
    """Purpose → subject and body that a new campaign begins with."""
    with TEXTS.open("rb") as file:
        return {
            purpose: {"subject": text["subject"], "body": text["body"].strip() + "\n"}
            for purpose, text in tomllib.load(file).items()
        }


def letters(
    campaign: Campaign,
    invitations: Iterable[Invitation],
    purpose: Purpose = Purpose.INVITATION,
    *,
    text: LetterText | None = None,
    wave: int = 0,
) -> Iterator[Written]:
    """The letter of each addressee over that addressee's channel; nothing where the campaign has no such wording.

    `wave` tells reminders apart. Costs some 30 µs an addressee after two queries for the campaign.
    """
    text = text or campaign.texts.filter(purpose=purpose).first()
    if text is None:
        return
    wording = compile_wording(text.subject, text.body)
    fill = filler(campaign, wording)
    batch = batch_of(campaign.pk, purpose, wave)
    for invitation in invitations:
        subject, body = wording.fill(fill(invitation))
        yield _written(campaign, invitation, subject, with_one_stop(body), batch)


def office_letters(campaign: Campaign) -> Iterator[Written]:
    """A letter to the secretariat of each institution several people of which are invited, where it has an e-mail address.

    Three queries, however many offices.
    """
    text = campaign.texts.filter(purpose=Purpose.OFFICE).first()
    rows = campaign.invitations.exclude(office_code="").exclude(organisation__email=None)
    people: dict[str, list[Invitation]] = defaultdict(list)
    for one in rows.exclude(organisation__email="").select_related("organisation").order_by("name_key", "pk"):
        people[one.office_code].append(one)
    several = [office for office in people.values() if len(office) > 1]
    if text is None or not several:
        return
    wording = compile_wording(text.subject, text.body)
    fill = filler(campaign, wording)
    for office in several:
        names = [", ".join(filter(None, (one.name, one.function))) for one in office]
        subject, body = wording.fill({**fill(office[0]), "people": "\n".join(f"– {name}" for name in names)})
        body_of = office[0].organisation
        yield Written(
            to=body_of.email if body_of else "",
            to_name=office[0].organisation_name[:200],
            subject=subject,
            text=with_one_stop(body),
            language=LANGUAGE,
            about_kind="meetings.campaign",
            about_id=campaign.pk,
            scope=campaign.partnership_id,
            batch=batch_of(campaign.pk, Purpose.OFFICE),
            reply_to=campaign.reply_to,
            from_name=campaign.sender_name,
        )


def filled(campaign: Campaign, text: LetterText, invitation: Invitation) -> tuple[str, str]:
    """Subject and body as this addressee will read them; for previews."""
    wording = compile_wording(text.subject, text.body)
    subject, body = wording.fill(filler(campaign, wording)(invitation))
    return subject, with_one_stop(body)


def test_letter(campaign: Campaign, text: LetterText, invitation: Invitation, *, to: str) -> Written:
    """What this addressee would read, to somebody of the office; it counts for nothing and answers nothing."""
    subject, body = filled(campaign, text, invitation)
    return Written(
        to=to, subject=f"[test] {subject}"[:300], text=body, language=LANGUAGE, scope=campaign.partnership_id
    )


def confirmations(invitations: Iterable[Invitation]) -> Iterator[Written]:
    """A confirmation to each guest with an e-mail address who will come or waits for a place."""
    for invitation in invitations:
        if invitation.email:
            yield from _one(invitation, Purpose.CONFIRMATION, invitation.meeting, {})


def offers(places: Iterable[Attendee]) -> Iterator[Written]:
    """An offer of a place to each who waited and can be reached by e-mail; the others stand on the call list."""
    for place in places.select_related("invitation__campaign", "meeting__commune"):  # type: ignore[attr-defined]
        if place.invitation and place.invitation.email and place.offer_ends_at:
            until = {"offer_deadline": moment(place.offer_ends_at)}
            yield from _one(place.invitation, Purpose.OFFER, place.meeting, until)


def thanks(campaign: Campaign, places: Iterable[Attendee]) -> Iterator[Written]:
    """Thanks to those who came by invitation."""
    for place in places:
        if place.invitation and place.invitation.email:
            yield from _one(place.invitation, Purpose.THANKS, place.meeting, {})


def calling_off(places: Iterable[Attendee], reason: str = "") -> Iterator[Draft]:
    """The news that a meeting will not take place, to everybody who reckons with it and has an e-mail address."""
    for place in places:
        if (invitation := place.invitation) and invitation.email:
            yield called_off(place.meeting, invitation, reason)


def called_off(meeting: Meeting, invitation: Invitation, reason: str) -> Draft:
    """One guest's news; the link leads where another date can be chosen, as long as there is one."""
    with override(LANGUAGE):
        when = place_and_time(meeting)
    return Draft(
        to=invitation.email,
        to_name=invitation.name,
        template="meetings/email/called_off",
        context={
            "meeting": meeting,
            "when": when,
            "reason": reason,
            "campaign": invitation.campaign,
            "salutation": invitation.salutation or "Szanowni Państwo",
            "link": f"{root_url()}/i/{invitation.code}/",
        },
        language=LANGUAGE,
        about_kind="meetings.invitation",
        about_id=invitation.pk,
        scope=meeting.partnership_id,
    )


def sample_calling_off() -> Draft:
    """The letter for /ui/letters/."""
    starts = dt.datetime(2026, 11, 5, 9, tzinfo=dt.UTC)
    meeting = Meeting(
        pk=0,
        title="Spotkanie promocyjne – Leoncin",
        starts_at=starts,
        ends_at=starts + dt.timedelta(hours=3),
        venue="Urząd Gminy Leoncin",
        address="ul. Partyzantów 3",
    )
    campaign = Campaign(
        pk=0, title="Spotkania w gminach", sender_name="Powiatowy Urząd Pracy", phone="24 100 00 00"
    )
    guest = Invitation(
        pk=0,
        campaign=campaign,
        email="urzad@example.org",
        code="0000000000",
        salutation="Szanowny Panie Wójcie",
    )
    return called_off(meeting, guest, "Sala w urzędzie gminy jest w tym dniu zajęta.")


def answers_to(questions: Iterable[Question]) -> Iterator[Draft]:
    """The organiser's answers to questions, to those with an e-mail address."""
    for question in questions:
        invitation = question.invitation
        if invitation.email:
            yield Draft(
                to=invitation.email,
                to_name=invitation.name,
                template="meetings/email/question_answer",
                context={
                    "question": question,
                    "campaign": invitation.campaign,
                    "salutation": invitation.salutation or "Szanowni Państwo",
                },
                about_kind="meetings.invitation",
                about_id=invitation.pk,
                scope=invitation.campaign.partnership_id,
            )


def filler(campaign: Campaign, wording: Wording) -> Callable[[Invitation], Values]:
    """A function that gives the values of one addressee's fields; what is the same for all is worked out once."""
    with override(LANGUAGE):
        meetings = list(campaign.meetings.select_related("commune").order_by("starts_at"))
        common = {
            "title": campaign.title,
            "meetings": "\n".join(f"– {place_and_time(meeting)}" for meeting in meetings),
            "programme": programme(meetings[0]) if len(meetings) == 1 else "",
            "deadline": moment(campaign.answer_by),
            "partnership": campaign.partnership.name,
            "host": meetings[0].host if len(meetings) == 1 else "",
            "sender": campaign.sender_name,
            "signature": campaign.signature or campaign.sender_name,
            "phone": campaign.phone,
        }
    root = root_url()
    by_pk = {meeting.pk: place_and_time(meeting) for meeting in meetings}
    wants_cases = bool(CASE_FIELDS & set(wording.fields_used))

    def values(invitation: Invitation) -> Values:
        known = {
            **common,
            "salutation": invitation.salutation or "Szanowni Państwo",
            "name": f"{invitation.given_name} {invitation.family_name}".strip(),
            "given_name": invitation.given_name,
            "family_name": invitation.family_name,
            "function": invitation.function,
            "organisation": invitation.organisation_name,
            "link": f"{root}/i/{invitation.code}/",
            "code": shown(invitation.code),
            "office_link": f"{root}/o/{invitation.office_code}/" if invitation.office_code else "",
        }
        if invitation.meeting_id or len(by_pk) == 1:
            known["meeting"] = by_pk.get(invitation.meeting_id or next(iter(by_pk)), "")
        if "commune" in wording.fields_used and invitation.commune:
            known["commune"] = invitation.commune.name
        return known | _cases(invitation) if wants_cases else known

    return values


def _cases(invitation: Invitation) -> dict[str, str]:
    if not invitation.given_name and not invitation.family_name:
        return {}
    forms = inflect_name(invitation.given_name, invitation.family_name)
    return {f"name_{case}": getattr(forms, case) for case in CASES if case != "nominative"}


def _one(
    invitation: Invitation, purpose: Purpose, meeting: Meeting | None, more: Values
) -> Iterator[Written]:
    campaign = invitation.campaign
    text = campaign.texts.filter(purpose=purpose).first()
    if text is None:
        return
    wording = compile_wording(text.subject, text.body)
    with override(LANGUAGE):
        values = {**filler(campaign, wording)(invitation), **more}
        if meeting is not None:
            values["meeting"] = place_and_time(meeting)
    subject, body = wording.fill(values)
    written = _written(campaign, invitation, subject, with_one_stop(body), batch_of(campaign.pk, purpose))
    yield _by_email(written, invitation)


def _written(campaign: Campaign, invitation: Invitation, subject: str, body: str, batch: str) -> Written:
    channel = Channel(invitation.channel)
    to = {
        Channel.EMAIL: invitation.email,
        Channel.PHONE: invitation.phone,
        Channel.E_DELIVERY: invitation.e_delivery,
    }.get(channel, invitation.organisation_name or invitation.name)
    return Written(
        to=to[:254],
        to_name=invitation.name[:200],
        subject=subject,
        text=body,
        channel=channel,
        address=invitation.post if channel == Channel.LETTER else "",
        language=LANGUAGE,
        about_kind="meetings.invitation",
        about_id=invitation.pk,
        scope=campaign.partnership_id,
        batch=batch,
        reply_to=campaign.reply_to,
        from_name=campaign.sender_name,
        unsubscribe_url=f"{root_url()}{reverse('meetings:unsubscribe', args=[invitation.code])}"
        if channel == Channel.EMAIL
        else "",
    )


def _by_email(written: Written, invitation: Invitation) -> Written:
    return replace(written, channel=Channel.EMAIL, to=invitation.email, address="")
