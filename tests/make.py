"""Makers: each gives a saved record with sensible defaults, typed, no surprises."""

import datetime as dt
import itertools
import os
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.utils import timezone

from spoiwo.accounts.models import User
from spoiwo.archive.models import Shipment, Source
from spoiwo.archive.rules.states import SourceState
from spoiwo.contests.models import (
    BlindCopy,
    Category,
    Contest,
    Criterion,
    Edition,
    Entry,
    FormField,
    Member,
    Reading,
    Score,
    Submission,
    Writer,
)
from spoiwo.contests.rules.sealing import canonical, digest
from spoiwo.contests.rules.states import EditionState, EntryState, FieldKind, MemberKind, ReadingState
from spoiwo.files.store import keep_paper
from spoiwo.kit.actor import SYSTEM, Role
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


def make_contest(partnership: Partnership, name: str = "Lider aktywizacji", **fields: Any) -> Contest:
    """A contest of that partnership, with an address of its own."""
    keys = {"name_key": collation_key(name), "search_key": fold(name)}
    return Contest.objects.create(
        partnership=partnership, name=name, **{"slug": f"konkurs-{next(_numbers)}", **keys, **fields}
    )


def make_edition(contest: Contest, year: int = 2030, *, state: str = "open", **fields: Any) -> Edition:
    """An edition that takes entries for a month more, with a point of the formal check and two criteria, 0–5."""
    now = timezone.now()
    defaults: dict[str, Any] = {
        "name": f"{contest.name} {year}",
        "rules_text": "§ 1. Konkurs jest otwarty.",
        "opens_at": now - dt.timedelta(days=10),
        "closes_at": now + dt.timedelta(days=30),
        "frozen_at": None if state == EditionState.DRAFT else now,
    }
    edition = Edition.objects.create(contest=contest, year=year, state=state, **defaults | fields)
    edition.points.create(order=1, question="Czy zgłoszenie jest kompletne?", paragraph="§ 5 ust. 1")
    for order, name in enumerate(("Innowacyjność", "Skuteczność"), 1):
        Criterion.objects.create(edition=edition, order=order, name=name)
    return edition


def make_category(edition: Edition, name: str = "Urzędy pracy", **fields: Any) -> Category:
    """A category whose form asks for a description, an attachment and, hidden from jurors, the address."""
    category = Category.objects.create(
        edition=edition, name=name, order=edition.categories.count() + 1, **fields
    )
    for order, (key, kind, label, is_identity) in enumerate(
        (
            ("f1", FieldKind.TEXT, "Opis praktyki", False),
            ("f2", FieldKind.FILE, "Załącznik", False),
            ("f3", FieldKind.LINE, "Adres urzędu", True),
        ),
        1,
    ):
        FormField.objects.create(
            category=category,
            order=order,
            key=key,
            kind=kind,
            label=label,
            is_required=key == "f1",
            is_identity=is_identity,
        )
    return category


def make_entry(category: Category, title: str = "Edukacja dla pracy", **fields: Any) -> Entry:
    """An entry, admitted unless said otherwise; a received one has its submission, a draft its writer alone."""
    number = next(_numbers)
    fields = {"organisation_name": "Powiatowy Urząd Pracy w Opocznie", "state": EntryState.ADMITTED} | fields
    texts = fields.pop("texts", {"f1": "Cykl spotkań z uczniami."})
    if fields["state"] != EntryState.DRAFT:
        fields = {"number": number, "submitted_at": timezone.now()} | fields
    entry = Entry.objects.create(
        edition=category.edition,
        category=category,
        title=title,
        code=f"K{number}",
        name_key=collation_key(fields["organisation_name"]),
        search_key=fold(f"{title} {fields['organisation_name']}"),
        **fields,
    )
    Writer.objects.create(
        entry=entry, name="Maria Wójcik", email=f"w{number}@example.org", secret=f"pisze-{number}"
    )
    for field in category.fields.filter(key__in=texts):
        entry.texts.create(field=field, text=texts[field.key])
    if entry.state != EntryState.DRAFT:
        facts = {"title": title, "texts": texts, "files": []}
        yesterday = timezone.now() - dt.timedelta(days=1)  # before any member confirmed the list of entrants
        Submission.objects.create(entry=entry, at=yesterday, digest=digest(canonical(facts)), **facts)
    return entry


def make_member(edition: Edition, user: User, kind: str = MemberKind.JUROR, **fields: Any) -> Member:
    """Somebody who works on the edition, with conflicts confirmed and impartiality declared."""
    now = timezone.now()
    ready = {"confirmed_at": now, "declared_at": now}
    return Member.objects.create(edition=edition, user=user, kind=kind, **ready | fields)


def make_copy(entry: Entry, **fields: Any) -> BlindCopy:
    """An approved blind copy of what was submitted last."""
    now = timezone.now()
    submission = entry.submissions.last()
    defaults = {"title": "[ukryto]", "texts": submission.texts, "made_at": now, "approved_at": now}
    return BlindCopy.objects.create(submission=submission, **defaults | fields)


def make_reading(entry: Entry, member: Member, *points: float, **fields: Any) -> Reading:
    """A reading; with points, one for each criterion in order, it is submitted."""
    state = ReadingState.SUBMITTED if points else ReadingState.ASSIGNED
    fields = {"state": state} | ({"submitted_at": timezone.now()} if points else {}) | fields
    reading = Reading.objects.create(entry=entry, member=member, **fields)
    Score.objects.bulk_create(
        Score(reading=reading, criterion=criterion, value=value, first_value=value)
        for criterion, value in zip(entry.edition.criteria.all(), points, strict=False)
    )
    return reading


def make_source(partnership: Partnership, text: str = "Porozumienie z Płocka.", **fields: Any) -> Source:
    """A text that was read, with an organisation proposed from it."""
    file = keep_paper(
        ContentFile(text.encode(), name="notatka.txt"), name="notatka.txt", kind="text/plain", by=SYSTEM
    )
    shipment = Shipment.objects.create(partnership=partnership, name="Notatki", by_name="Anna")
    fields = {"state": SourceState.READ, "format": "txt", "language": "pl"} | fields
    source = Source.objects.create(
        partnership=partnership,
        shipment=shipment,
        file=file,
        name="notatka.txt",
        text=text,
        original=text,
        **fields,
    )
    told = [{"name": "name", "value": "Fundacja Próba", "start": 0, "end": 12, "confidence": 0.9}]
    source.proposals.create(
        kind="organisation", fields=told, end=12, confidence=0.9, match_key="organisation:fund"
    )
    return source
