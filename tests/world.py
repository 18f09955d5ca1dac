"""A small furnished world: enough records that every address of the house has something to show."""

import datetime as dt
import os
from base64 import b64decode
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from spoiwo.files.store import keep
from spoiwo.mail.models import Letter
from spoiwo.meetings.actions.calendars import renew_calendar
from spoiwo.meetings.actions.certificates import issue_certificates
from spoiwo.meetings.actions.surveys import start_survey
from spoiwo.meetings.models import CycleTemplate, FundingMark, Meeting, ProcessingRule
from spoiwo.meetings.rules.codes import WALL, new_codes
from spoiwo.partnerships.actions.acts import Deed, record_act
from spoiwo.partnerships.models import Organ, Partnership
from spoiwo.partnerships.rules import ActKind
from spoiwo.places.models import Unit
from spoiwo.places.rules import Kind
from spoiwo.workshops.actions.halls import make_slips, move_hall, open_hall
from spoiwo.workshops.actions.sheets import sheet_for
from spoiwo.workshops.actions.votes import close_vote, publish_vote
from tests.cast import Cast
from tests.contests_world import contests_of
from tests.make import (
    make_agreement,
    make_attendee,
    make_campaign,
    make_card,
    make_invitation,
    make_mandate,
    make_meeting,
    make_organisation,
    make_party,
    make_person,
    make_proposal,
    make_series,
    make_source,
    make_step,
    make_table,
    make_unit,
    make_vote,
)
from tests.make_practices import make_project
from tests.news_world import news_of
from tests.practices_world import practices_of

PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGPgi/IGAAEtALTU3dgsAAAAAElFTkSuQmCC"
)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


NOON = dt.datetime(2030, 10, 8, 10, tzinfo=dt.UTC)


@dataclass(frozen=True)
class World:
    """What an address needs: the keyword arguments of each URL name, for one partnership."""

    partnership: Partnership
    arguments: dict[str, Any]

    def arguments_for(self, names: list[str]) -> dict[str, Any]:
        """The keyword arguments that a pattern with these parameters wants."""
        return {name: self.arguments[name] for name in names}


def workshop_of(meeting: Meeting, cast: Cast) -> dict[str, Any]:
    """A workshop on that meeting: an open hall at a step, a table, a slip."""
    step = make_step(meeting)
    hall = move_hall(open_hall(meeting, by=cast.anna.actor), by=cast.anna.actor, at=NOON, step=step)
    slip = make_slips(hall, 1, by=cast.anna.actor)[0]
    table = make_table(meeting)
    sheet = sheet_for(step, table)
    picture = keep(SimpleUploadedFile("arkusz.png", PNG, "image/png"), by=cast.anna.actor)
    return {
        "step_pk": step.pk,
        "screen_secret": hall.screen_secret,
        "pulse": hall.pulse,
        "slip_code": slip.code,
        "table_pk": table.pk,
        "table_secret": table.secret,
        "sheet_pk": sheet.pk,
        "proposal_pk": make_proposal(
            make_step(meeting, "Propozycje", form="proposal", state="open"), table=table
        ).pk,
        "sheet_photo_pk": sheet.photos.create(file=picture).pk,
        **votes_of(meeting, cast),
    }


def archive_of(partnership: Partnership) -> dict[str, Any]:
    """A source that was read, with one proposed organisation."""
    source = make_source(partnership)
    return {
        "source_pk": source.pk,
        "shipment_pk": source.shipment_id,
        "proposal_pk_of_source": source.proposals.get().pk,
        "record_kind": "partnerships.agreement",
        "object_pk": 1,
        "page": 1,
    }


def votes_of(meeting: Meeting, cast: Cast) -> dict[str, Any]:
    """A vote that was published, and one that is being prepared."""
    step = make_step(meeting, "Głosowanie", kind="vote", form="", method="shares")
    vote = make_vote(step, "Szlak", "Targ", method="shares", shared_budget=1000)
    vote.options.update(cost=600)
    close_vote(vote, by=cast.anna.actor, at=NOON)
    publish_vote(vote, True, by=cast.anna.actor, at=NOON)
    draft = make_vote(step, state="prepared")
    return {"vote_step_pk": step.pk, "vote_pk": vote.pk, "draft_vote_pk": draft.pk}


def furnish(cast: Cast, partnership: Partnership) -> World:
    """An agreement with a signed act and its file, an organ, a person, a letter, in that partnership."""
    if not Unit.objects.filter(code="14").exists():
        make_unit("14", "MAZOWIECKIE", kind=Kind.VOIVODESHIP)
    body = make_organisation("Gmina Leoncin", book=partnership.book, email="urzad@example.org")
    person = make_person("Jan", "Kowalski", book=partnership.book)
    mandate = make_mandate(body, "Wójt", person=person)
    agreement = make_agreement(partnership)
    agreement.versions.get().sections.create(heading="Cele", body="Rozwój lokalny.")
    agreement.versions.update(frozen_at=dt.datetime(2024, 9, 1, tzinfo=dt.UTC))
    party = make_party(agreement, body, representative=mandate)
    waiting = make_party(agreement, make_organisation(book=partnership.book))
    file = SimpleUploadedFile("porozumienie.pdf", PDF, "application/pdf")
    deed = Deed(kind=ActKind.SIGNED, done_on=dt.date(2024, 9, 18), mandate=mandate, file=file)
    act = record_act(party, deed, by=cast.anna.actor)
    organ = Organ.objects.create(partnership=partnership, kind="team", name="Zespół")
    seat = organ.seats.create(organisation=body, function="przewodnicząca")
    draft = make_agreement(partnership, title="Szkic", opened_on=None)
    letter = Letter.objects.filter(scope_id=partnership.pk).first()
    meeting = make_meeting(partnership, is_public=partnership.is_public, venue="Dom kultury")
    series = make_series(partnership, meeting, is_public=partnership.is_public)
    logo = keep(SimpleUploadedFile("logo.png", PNG, "image/png"), by=cast.anna.actor)
    mark = FundingMark.objects.create(partnership=partnership, name="Fundusze", picture=logo, alt="Logo")
    meeting.funding.add(mark)
    template = CycleTemplate.objects.create(partnership=partnership, name="Cykl")
    template.meetings.create(title="Warsztat I")
    template_step = template.steps.create(kind="talk", title="Powitanie")
    campaign = make_campaign(partnership, meeting, asks_image=True)
    office_code = new_codes(1, os.urandom)[0]
    invitation = make_invitation(
        campaign, person=person, organisation=body, meeting=meeting, reply="yes", office_code=office_code
    )
    attendee = make_attendee(meeting, invitation=invitation, code=invitation.code)
    station = meeting.stations.create(name="Wejście", secret=f"wejscie-{partnership.slug}")
    signed = meeting.signed_lists.create(
        file=keep(SimpleUploadedFile("lista.pdf", PDF, "application/pdf"), by=cast.anna.actor)
    )
    meeting.wall_code = new_codes(1, os.urandom, length=WALL)[0]
    meeting.save(update_fields=["wall_code"])
    person_there = make_attendee(meeting, "Ewa", "Nowak", presence="present")
    certificate = issue_certificates(meeting, [person_there.pk], by=cast.anna.actor, at=NOON)[0]
    photo = meeting.photos.create(file=logo, small=logo, alt="Sala pełna ludzi", published_at=NOON)
    rule = ProcessingRule.objects.create(
        partnership=partnership, subject="needs", purpose="Dostępność", basis="Zgoda", keep_days=14
    )
    guest_list = campaign.lists.create(
        file_name="lista.csv", content=b"Nazwa;E-mail\nFundacja;biuro@example.org"
    )
    card = make_card(partnership, state="agreed", is_public=partnership.is_public)
    return World(
        partnership,
        {
            "slug": partnership.slug,
            "draft_pk": draft.pk,
            "agreement_pk": agreement.pk,
            "party_pk": party.pk,
            "waiting_pk": waiting.pk,
            "act_pk": act.pk,
            "organ_pk": organ.pk,
            "seat_pk": seat.pk,
            "letter_pk": letter.pk if letter else 0,
            "organisation_pk": body.pk,
            "person_pk": person.pk,
            "mandate_pk": mandate.pk,
            "grant_pk": partnership.grants.first().pk,
            "code": "14",
            "meeting_pk": meeting.pk,
            "series_pk": series.pk,
            "mark_pk": mark.pk,
            "template_pk": template.pk,
            "template_step_pk": template_step.pk,
            "meeting_order": 1,
            "partnership_slug": partnership.slug,
            "calendar_secret": renew_calendar(by=cast.anna.actor).secret,
            "campaign_pk": campaign.pk,
            "draft_campaign_pk": make_campaign(partnership, meeting, state="draft").pk,
            "invitation_pk": invitation.pk,
            "list_pk": guest_list.pk,
            "answer_code": invitation.code,
            "office_code": office_code,
            "attendee_pk": attendee.pk,
            "signed_pk": signed.pk,
            "station_secret": station.secret,
            "wall_code": meeting.wall_code,
            "certificate_pk": certificate.pk,
            "certificate_code": certificate.code,
            "survey_code": start_survey(meeting, by=cast.anna.actor).code,
            "photo_pk": photo.pk,
            "rule_pk": rule.pk,
            **workshop_of(meeting, cast),
            "card_pk": card.pk,
            "draft_card_pk": make_card(partnership, "Inkubator").pk,
            "project_pk": make_project(partnership, is_public=partnership.is_public).pk,
            **contests_of(partnership, cast, signed.file),
            **practices_of(partnership, cast),
            **archive_of(partnership),
            **news_of(partnership, cast),
        },
    )
