"""The letters of this room."""

import datetime as dt
from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse

from spoiwo.mail.post import Draft
from spoiwo.partnerships.models import Act, Agreement, Partnership, Party
from spoiwo.partnerships.queries.agreements import agreement_on, with_acts
from spoiwo.partnerships.rules import ActKind
from spoiwo.register.models import Organisation


def act_notices(act: Act) -> Iterator[Draft]:
    """A notice of the act to every body that is a party on the day it was recorded, and to the acting body itself.

    Bodies without any address get none; the page of the act shows who was reached.
    """
    agreement = with_acts(type(act.agreement).objects.filter(pk=act.agreement_id)).get()
    lines = agreement_on(agreement, max(act.counts_on, act.recorded_at.date())).parties
    parties = {line.party.pk: line.party for line in lines} | {act.party_id: act.party}
    for party in parties.values():
        if address := address_of(party):
            yield act_notice(act, party, address)


def act_notice(act: Act, party: Party, address: str) -> Draft:
    """One party's notice of one act."""
    partnership = act.agreement.partnership
    return Draft(
        to=address,
        to_name=party.organisation.name,
        template="partnerships/email/act_notice",
        context={
            "act": act,
            "party": party,
            "salutation": salutation_of(party),
            "partnership": partnership,
            "address": settings.PUBLIC_URL.rstrip("/")
            + reverse("partnerships:parties", args=[partnership.slug]),
        },
        about_kind="partnerships.act",
        about_id=act.pk,
        scope=partnership.pk,
    )


def address_of(party: Party) -> str:
    """Where the party is written to: the representative's address at work, the person's, or the organisation's."""
    mandate = party.representative
    person = mandate.person if mandate else None
    return (mandate.email if mandate else "") or (person.email if person else "") or party.organisation.email


def salutation_of(party: Party) -> str:
    """The salutation kept with the mandate, or the neutral one."""
    return (party.representative.salutation if party.representative else "") or "Szanowni Państwo"


def sample_notice() -> Draft:
    """A notice of an accession."""
    partnership = Partnership(
        pk=0,
        slug="nowy-dwor-mazowiecki",
        name="Partnerstwo lokalne w powiecie nowodworskim",
        short_name="Partnerstwo nowodworskie",
    )
    agreement = Agreement(
        pk=0, partnership=partnership, title="Porozumienie o zawarciu partnerstwa lokalnego"
    )
    body = Organisation(pk=0, name="Fundacja Inicjatyw Społeczno-Ekonomicznych", email="biuro@example.org")
    party = Party(pk=0, agreement=agreement, organisation=body, name_then=body.name)
    act = Act(pk=0, agreement=agreement, party=party, kind=ActKind.ACCEDED, counts_on=dt.date(2024, 10, 8))
    return act_notice(act, party, body.email)
