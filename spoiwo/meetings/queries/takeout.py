"""Everything that is held about one person, to be shown, taken out or erased."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from spoiwo.kit.actor import Actor, Role
from spoiwo.kit.dates import written_day
from spoiwo.mail.labels import MARKS
from spoiwo.mail.marks import marks_of
from spoiwo.mail.post import log_of
from spoiwo.meetings.labels import ACCESS_LABELS
from spoiwo.meetings.models import (
    Answer,
    Attendee,
    Certificate,
    ImageConsent,
    Invitation,
    Needs,
    Question,
    Scan,
)
from spoiwo.polish import fold

MOST_FOUND = 100
INVITATION_FIELDS = (
    "given_name", "family_name", "function", "organisation_name", "salutation", "sector", "commune", "channel",
    "email", "phone", "post", "e_delivery", "source", "reply", "meeting", "replied_at", "via",
)  # fmt: skip
ATTENDEE_FIELDS = (
    "given_name", "family_name", "function", "organisation_name", "sector", "commune", "presence", "group",
    "is_walk_in", "arrived_at", "left_at", "note",
)  # fmt: skip
# Fields that bear no words of their own in the tables.
WORDS = {
    "stated_at": gettext_lazy("stated on"),
    "asked_at": gettext_lazy("asked on"),
    "answered_at": gettext_lazy("answered on"),
    "kind": gettext_lazy("arrival or leaving"),
    "outcome": gettext_lazy("outcome of the scan"),
    "scanned_at": gettext_lazy("scanned on"),
}


@dataclass(frozen=True, slots=True)
class Match:
    """One record a search found; `key` names it in addresses: “i12” an invitation, “a7” an attendee without one."""

    key: str
    name: str
    office: str
    email: str
    where: str
    day: dt.date | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known: its name for machines, its words, its value, and the value as people read it."""

    key: str
    label: str
    value: Any
    shown: str


@dataclass(frozen=True, slots=True)
class Section:
    """Records of one kind, each a list of facts; empty facts are left out."""

    key: str
    title: str
    records: list[list[Fact]]


@dataclass(frozen=True, slots=True)
class Held:
    """The records of one person; `places` are those of the invitations and those without one."""

    invitations: list[Invitation]
    places: list[Attendee]

    @property
    def name(self) -> str:
        """The person's name as it stands in the first record."""
        names = [one.name for one in self.invitations] + [one.name for one in self.places]
        return next(filter(None, names), "")

    @property
    def keys(self) -> list[str]:
        """The records as addresses name them."""
        alone = [place for place in self.places if place.invitation_id is None]
        return [f"i{one.pk}" for one in self.invitations] + [f"a{one.pk}" for one in alone]

    @property
    def registered(self) -> set[int]:
        """Ids of the people of the register that these invitations were made from."""
        return {one.person_id for one in self.invitations if one.person_id}


def found_people(actor: Actor, words: str) -> list[Match]:
    """Records whose name, institution or e-mail address fits, in the partnerships the actor keeps. Two queries."""
    invitations, attendees = _kept(actor)
    if "@" in words:
        address = words.strip()
        invitations = invitations.filter(email__icontains=address)
        attendees = attendees.none()
    else:
        condition = Q()
        for word in fold(words).split()[:6]:
            condition &= Q(search_key__contains=word)
        if not condition:
            return []
        invitations, attendees = invitations.filter(condition), attendees.filter(condition)
    found = [
        Match(
            f"i{one.pk}", one.name, one.organisation_name, one.email, one.campaign.title, _day_of(one.meeting)
        )
        for one in invitations.order_by("name_key", "pk")[:MOST_FOUND]
    ]
    found += [
        Match(f"a{one.pk}", one.name, one.organisation_name, "", one.meeting.title, _day_of(one.meeting))
        for one in attendees.filter(invitation=None).order_by("name_key", "pk")[:MOST_FOUND]
    ]
    return sorted(found, key=lambda match: fold(match.name))


def held_about(actor: Actor, keys: Iterable[str]) -> Held | None:
    """The records of these keys; None where there are none, or one is not the actor's to see or erased already."""
    wanted = set(keys)
    invited = {int(key[1:]) for key in wanted if key[:1] == "i" and key[1:].isdecimal()}
    listed = {int(key[1:]) for key in wanted if key[:1] == "a" and key[1:].isdecimal()}
    all_invitations, all_attendees = _kept(actor)
    invitations = list(all_invitations.filter(pk__in=invited).order_by("pk"))
    alone = list(all_attendees.filter(pk__in=listed))
    if not wanted or len(invitations) + len(alone) != len(wanted):
        return None
    places = all_attendees.filter(Q(pk__in=listed) | Q(invitation__in=invitations)).order_by("pk")
    return Held(invitations, list(places))


def sections_of(held: Held) -> list[Section]:
    """Everything held, in the language now active. A dozen queries, however many records."""
    invitations, places = held.invitations, held.places
    of_guest = {"invitation__in": invitations}
    consents = ImageConsent.objects.filter(Q(**of_guest) | Q(attendee__in=places)).select_related("meeting")
    made = [
        Section("invitations", _("Invitations"), [_invitation(one) for one in invitations]),
        _section("answers", _("Answers"), Answer.objects.filter(**of_guest).select_related("meeting"),
                 ("reply", "meeting", "via", "note", "at", "by_name")),
        Section("needs", _("Special needs"), [_needs(one) for one in Needs.objects.filter(**of_guest)]),
        _section("questions", _("Questions to the organiser"), Question.objects.filter(**of_guest),
                 ("text", "asked_at", "answer", "answered_at")),
        Section("places", _("Places at meetings"), [_place(one) for one in places]),
        _section("scans", _("Scans at the door"), Scan.objects.filter(attendee__in=places).order_by("pk"),
                 ("kind", "outcome", "scanned_at")),
        _section("consents", _("Image consents"), consents,
                 ("meeting", "scope", "via", "given_at", "withdrawn_at")),
        _section("certificates", _("Certificates"), Certificate.objects.filter(attendee__in=places),
                 ("number", "name", "code", "issued_on", "revoked_at", "reason")),
        Section("letters", _("Letters"), list(_letters(invitations))),
        Section("marks", _("Marks of e-mail addresses"), list(_marks(invitations))),
    ]  # fmt: skip
    return [section for section in made if section.records]


def _kept(actor: Actor) -> tuple[QuerySet[Invitation], QuerySet[Attendee]]:
    """What the actor may take out or erase: the records of the partnerships the actor coordinates."""
    invitations = Invitation.objects.filter(erased_at=None).select_related(
        "campaign__partnership", "meeting", "commune", "deputy_of"
    )
    attendees = Attendee.objects.filter(erased_at=None).select_related("meeting__partnership", "commune")
    if actor.is_admin:
        return invitations, attendees
    kept = actor.partnerships_as(Role.COORDINATOR)
    return (
        invitations.filter(campaign__partnership__in=kept),
        attendees.filter(meeting__partnership__in=kept),
    )


def _section(key: str, title: str, rows: Iterable[Model], names: Sequence[str]) -> Section:
    return Section(key, title, [_facts(row, names) for row in rows])


def _invitation(one: Invitation) -> list[Fact]:
    campaign = Fact("campaign", _("Campaign"), one.campaign.title, one.campaign.title)
    facts = [campaign, *_facts(one, INVITATION_FIELDS)]
    if one.deputy_of:
        facts.append(Fact("deputy_of", _("Deputy of"), one.deputy_of.number, one.deputy_of.name))
    return facts


def _place(one: Attendee) -> list[Fact]:
    meeting = f"{one.meeting.title}, {written_day(_day_of(one.meeting))}"
    return [Fact("meeting", _("Meeting"), one.meeting.title, meeting), *_facts(one, ATTENDEE_FIELDS)]


def _needs(one: Needs) -> list[Fact]:
    known = [str(label) for key, label in ACCESS_LABELS.items() if key in one.access]
    access = [Fact("access", _("Accessibility"), one.access, ", ".join(known))] if known else []
    return access + _facts(one, ("interpreter", "diet", "other", "stated_at"))


def _letters(invitations: list[Invitation]) -> Iterator[list[Fact]]:
    words = {
        "channel": _("Channel"),
        "to": _("Address"),
        "address": _("Postal address"),
        "subject": _("Subject"),
        "text": _("Text"),
        "state": _("State"),
        "created_at": _("Written"),
        "sent_at": pgettext("letter", "Sent"),
    }
    for letter in log_of("meetings.invitation", [one.pk for one in invitations]):
        yield [_fact(letter, name, label) for name, label in words.items() if getattr(letter, name)]


def _marks(invitations: list[Invitation]) -> Iterator[list[Fact]]:
    by_scope: dict[int, set[str]] = {}
    for one in invitations:
        if one.email:
            by_scope.setdefault(one.campaign.partnership_id, set()).add(one.email)
    for scope, addresses in by_scope.items():
        for address, marks in marks_of(addresses, scope).items():
            said = ", ".join(str(MARKS[mark]) for mark in sorted(marks))
            yield [
                Fact("address", _("Address"), address, address),
                Fact("marks", _("Mark"), sorted(map(str, marks)), said),
            ]


def _facts(row: Model, names: Sequence[str]) -> list[Fact]:
    """The filled fields of a record, under the names the tables give them."""
    return [
        _fact(row, name, str(WORDS.get(name) or row._meta.get_field(name).verbose_name))  # type: ignore[union-attr]
        for name in names
        if getattr(row, name) not in (None, "", [], False)
    ]


def _fact(row: Any, name: str, label: str) -> Fact:
    value = getattr(row, name)
    words = getattr(row, f"get_{name}_display", None)
    if isinstance(value, Model):
        value = str(value)
    return Fact(name, label[:1].upper() + label[1:], value, str(words()) if words else _shown(value))


def _shown(value: Any) -> str:
    if isinstance(value, dt.datetime):
        local = timezone.localtime(value)
        return f"{written_day(local.date())}, {date_format(local, 'H:i')}"
    if isinstance(value, dt.date):
        return written_day(value)
    return _("yes") if value is True else str(value)


def _day_of(meeting: Any) -> dt.date | None:
    return timezone.localtime(meeting.starts_at).date() if meeting else None
