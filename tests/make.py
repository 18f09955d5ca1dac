"""Makers: each gives a saved record with sensible defaults, typed, no surprises."""

import datetime as dt
import itertools
import os
from typing import Any
from uuid import uuid4

from django.utils import timezone

from spoiwo.accounts.models import User
from spoiwo.kit.actor import Role
from spoiwo.meetings.models import Attendee, Campaign, Invitation, Meeting, Series
from spoiwo.meetings.rules.codes import new_codes
from spoiwo.meetings.rules.states import CampaignState, MeetingState
from spoiwo.partnerships.models import Agreement, Partnership, Party, RoleGrant
from spoiwo.partnerships.rules import State
from spoiwo.places.models import Unit
from spoiwo.places.rules import Kind, code_above, level_of
from spoiwo.polish import collation_key, fold
from spoiwo.projects.models import ConceptCard
from spoiwo.projects.rules import CardState
from spoiwo.register.models import ContactBook, Mandate, Organisation, Person
from spoiwo.workshops.models import Option, Proposal, Step, Table, Vote
from spoiwo.workshops.rules.states import SheetForm, StepKind

_numbers = itertools.count(1)
LONG_AGO = dt.date(2020, 1, 1)


def make_user(name: str = "Anna Zielińska", *, email: str = "", **fields: Any) -> User:
    """An active account with the password “długie hasło testowe”."""
    user = User(name=name, email=email or f"user{next(_numbers)}@example.org", **fields)
    user.set_password("długie hasło testowe")
    user.save()
    return user


def make_unit(code: str = "1414", name: str = "nowodworski", kind: Kind = Kind.COUNTY, **fields: Any) -> Unit:
    """A place; the units above it are not made."""
    above = Unit.objects.filter(code=code_above(code), valid_to=None).first()
    return Unit.objects.create(
        code=code,
        name=name,
        kind=kind,
        level=level_of(code),
        above=above,
        name_key=collation_key(name),
        search_key=fold(f"{name} {code}"),
        **fields,
    )


def make_book(name: str = "Kartoteka") -> ContactBook:
    """A contact book of its own."""
    return ContactBook.objects.create(name=name)


def make_organisation(name: str = "", **fields: Any) -> Organisation:
    """An organisation whose keys fit its name."""
    name = name or f"Fundacja Próbna {next(_numbers)}"
    numbers = " ".join(fields.get(key, "") for key in ("short_name", "nip", "regon", "krs", "town"))
    return Organisation.objects.create(
        name=name, name_key=collation_key(name), search_key=fold(f"{name} {numbers}"), **fields
    )


def make_person(
    given_name: str = "Jan", family_name: str = "Kowalski", *, book: ContactBook, **fields: Any
) -> Person:
    """A person kept in `book`."""
    return Person.objects.create(
        given_name=given_name,
        family_name=family_name,
        book=book,
        name_key=collation_key(f"{family_name} {given_name}"),
        search_key=fold(f"{given_name} {family_name}"),
        **fields,
    )


def make_mandate(organisation: Organisation, function: str = "dyrektor", **fields: Any) -> Mandate:
    """A function in an organisation, held since long ago unless said otherwise."""
    fields.setdefault("since", LONG_AGO)
    return Mandate.objects.create(organisation=organisation, function=function, **fields)


def make_partnership(slug: str = "", **fields: Any) -> Partnership:
    """A partnership with a contact book of its own, not public unless said."""
    slug = slug or f"partnerstwo-{next(_numbers)}"
    name = fields.pop("name", f"Partnerstwo {slug}")
    fields.setdefault("book", make_book(name))
    return Partnership.objects.create(
        slug=slug,
        name=name,
        short_name=fields.pop("short_name", name[:80]),
        name_key=collation_key(name),
        search_key=fold(name),
        **fields,
    )


def make_grant(partnership: Partnership, user: User, role: Role, **fields: Any) -> RoleGrant:
    """A role held since long ago."""
    fields.setdefault("since", LONG_AGO)
    return RoleGrant.objects.create(partnership=partnership, user=user, role=role, **fields)


def make_agreement(partnership: Partnership, **fields: Any) -> Agreement:
    """An agreement opened for signature on 18 September 2024 with an agreed text."""
    fields.setdefault("title", "Porozumienie o zawarciu partnerstwa lokalnego")
    fields.setdefault("opened_on", dt.date(2024, 9, 18))
    agreement = Agreement.objects.create(partnership=partnership, **fields)
    agreement.versions.create(number=1)
    if agreement.opened_on:
        agreement.milestones.create(state=State.AGREED, on=agreement.opened_on)
    return agreement


def make_party(agreement: Agreement, organisation: Organisation | None = None, **fields: Any) -> Party:
    """A body that is expected to sign."""
    organisation = organisation or make_organisation()
    return Party.objects.create(
        agreement=agreement, organisation=organisation, name_then=organisation.name, **fields
    )


def make_meeting(partnership: Partnership, title: str = "Konferencja", **fields: Any) -> Meeting:
    """An announced meeting of four hours on 8 October 2030, without a limit of places."""
    fields.setdefault("starts_at", dt.datetime(2030, 10, 8, 8, 0, tzinfo=dt.UTC))
    fields.setdefault("ends_at", fields["starts_at"] + dt.timedelta(hours=4))
    fields.setdefault("state", MeetingState.ANNOUNCED)
    return Meeting.objects.create(
        partnership=partnership, title=title, name_key=collation_key(title), search_key=fold(title), **fields
    )


def make_series(partnership: Partnership, *meetings: Meeting, **fields: Any) -> Series:
    """A series that holds `meetings`."""
    title = fields.setdefault("title", "Cykl warsztatów")
    series = Series.objects.create(
        partnership=partnership, name_key=collation_key(title), search_key=fold(title), **fields
    )
    Meeting.objects.filter(pk__in=[meeting.pk for meeting in meetings]).update(series=series)
    return series


def make_campaign(partnership: Partnership, *meetings: Meeting, **fields: Any) -> Campaign:
    """A launched campaign over `meetings`; answers are taken until 1 October 2030."""
    title = fields.setdefault("title", "Zaproszenia na konferencję")
    fields.setdefault("answer_by", dt.datetime(2030, 10, 1, 21, 59, tzinfo=dt.UTC))
    fields.setdefault("state", CampaignState.LAUNCHED)
    fields.setdefault("sender_name", "Powiatowy Urząd Pracy")
    campaign = Campaign.objects.create(
        partnership=partnership, name_key=collation_key(title), search_key=fold(title), **fields
    )
    campaign.meetings.set(meetings)
    return campaign


def make_invitation(
    campaign: Campaign, given_name: str = "Jan", family_name: str = "Kowalski", **fields: Any
) -> Invitation:
    """An invitation that nobody answered yet."""
    number = next(_numbers)
    fields.setdefault("organisation_name", "Gmina Leoncin")
    fields.setdefault("email", f"gosc{number}@example.org")
    words = f"{given_name} {family_name} {fields['organisation_name']}"
    return Invitation.objects.create(
        campaign=campaign,
        number=number,
        given_name=given_name,
        family_name=family_name,
        code=new_codes(1, os.urandom)[0],
        name_key=collation_key(f"{family_name} {given_name}"),
        search_key=fold(words),
        **fields,
    )


def make_attendee(
    meeting: Meeting, given_name: str = "Jan", family_name: str = "Kowalski", **fields: Any
) -> Attendee:
    """A person who is expected at the meeting."""
    fields.setdefault("code", new_codes(1, os.urandom)[0])
    fields.setdefault("organisation_name", "Gmina Leoncin")
    return Attendee.objects.create(
        meeting=meeting,
        given_name=given_name,
        family_name=family_name,
        name_key=collation_key(f"{family_name} {given_name}"),
        search_key=fold(f"{given_name} {family_name} {fields['organisation_name']}"),
        **fields,
    )


def make_step(meeting: Meeting, title: str = "Beczka", **fields: Any) -> Step:
    """A step of a workshop: the barrel, unless said otherwise."""
    defaults = {"kind": StepKind.SHEETS, "form": SheetForm.BARREL, "order": meeting.steps.count() + 1}
    return Step.objects.create(meeting=meeting, title=title, **defaults | fields)


def make_table(meeting: Meeting, name: str = "", **fields: Any) -> Table:
    """A table of a workshop with a number of its own."""
    number = fields.pop("number", meeting.tables.count() + 1)
    name = name or f"Stół {number}"
    return Table.objects.create(
        meeting=meeting, number=number, name=name, secret=f"stol-{next(_numbers)}", **fields
    )


def make_proposal(step: Step, title: str = "Szlak rowerowy", **fields: Any) -> Proposal:
    """An entered proposal with the next number of its step."""
    fields.setdefault("number", step.proposals.count() + 1)
    return Proposal.objects.create(step=step, title=title, key=uuid4(), **fields)


def make_vote(step: Step, *titles: str, state: str = "open", **fields: Any) -> Vote:
    """A vote under way on those options, by points unless said otherwise."""
    defaults = {"title": "Które projekty?", "seed": "1111 2222 3333", "entitled": 120}
    vote = Vote.objects.create(step=step, state=state, **defaults | fields)
    if state != "prepared":
        Vote.objects.filter(pk=vote.pk).update(opened_at=timezone.now())
        vote.refresh_from_db()
    Option.objects.bulk_create(
        Option(vote=vote, order=order, title=title)
        for order, title in enumerate(titles or ("Szlak", "Targ"), 1)
    )
    return vote


def make_card(partnership: Partnership, title: str = "Szlak rowerowy", **fields: Any) -> ConceptCard:
    """A complete concept card in work; another state must be asked for."""
    number = next(_numbers)
    complete = {
        "aim": "Połączyć gminy powiatu trasą rowerową.",
        "actions": "Wytyczyć trasę.\nOznakować szlak.",
        "leader_name": "Maria Wiśniewska",
        "leader_contact": "maria.wisniewska@example.org",
        "deputy_name": "Piotr Zając",
        "next_step": "Spotkać się z zarządcami dróg",
        "next_step_on": dt.date(2030, 11, 15),
        "state": CardState.DRAFT,
    }
    return ConceptCard.objects.create(
        partnership=partnership,
        number=number,
        title=title,
        name_key=collation_key(title),
        search_key=fold(title),
        **complete | fields,
    )
