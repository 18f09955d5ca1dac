"""What is said about personal data, which consents stand, and when data have to be gone."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Min, Q, QuerySet

from spoiwo.kit.actor import Actor, Role
from spoiwo.kit.dates import today
from spoiwo.meetings.models import Attendee, ImageConsent, Invitation, Meeting, ProcessingRule
from spoiwo.meetings.rules.retention import overlapping, rule_on
from spoiwo.partnerships.models import Partnership


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on a meeting's list with what they said of photographs; `given_at` None where nothing was said."""

    attendee: Attendee
    given_at: dt.datetime | None = None
    withdrawn_at: dt.datetime | None = None

    @property
    def allows(self) -> bool:
        """Whether a consent stands."""
        return self.given_at is not None and self.withdrawn_at is None


@dataclass(frozen=True, slots=True)
class Consents:
    """The people on a meeting's list by what they said of photographs."""

    allowing: list[Person]
    silent: list[Person]
    withdrawn: list[Person]

    def withdrawn_since(self, moment: dt.datetime | None) -> list[Person]:
        """Those who withdrew after `moment`."""
        return [one for one in self.withdrawn if moment and one.withdrawn_at and one.withdrawn_at > moment]


def rule_for(partnership: Partnership, subject: str, day: dt.date | None = None) -> ProcessingRule | None:
    """The processing rule that counts for the partnership; its own goes before the common one. One query."""
    rules = ProcessingRule.objects.filter(Q(partnership=partnership) | Q(partnership=None), subject=subject)
    return rule_on(rules, subject, day or today(), partnership_id=partnership.pk)


def clause_of(partnership: Partnership, subject: str, day: dt.date | None = None) -> str:
    """The clause that pages and papers show for that kind of data; empty where the table has none."""
    rule = rule_for(partnership, subject, day)
    return filled_clause(rule.clause, partnership) if rule else ""


def filled_clause(clause: str, partnership: Partnership) -> str:
    """The clause with the controller and the officer's contact in it; a sentence about one that nobody named is left out."""
    controller = partnership.controller or partnership.coordinator
    values = {
        "administrator": controller.name if controller else "",
        "kontakt_iod": partnership.controller_contact or partnership.contact_email,
        "partnerstwo": partnership.name,
    }
    for name, value in values.items():
        if not value:
            clause = re.sub(r"[^.]*\{" + name + r"\}[^.]*\.", "", clause)
        clause = clause.replace("{" + name + "}", value)
    return clause.strip()


def image_consent(meeting: Meeting, invitation: Invitation) -> ImageConsent | None:
    """The guest's consent that stands, if any."""
    return ImageConsent.objects.filter(meeting=meeting, invitation=invitation, withdrawn_at=None).first()


def consents_by(meeting: Meeting, who: Invitation | Attendee) -> QuerySet[ImageConsent]:
    """Everything that person ever said of photographs of the meeting, by the link or on paper."""
    if isinstance(who, Attendee):
        mine = Q(attendee=who) | (Q(invitation=who.invitation_id) if who.invitation_id else Q(pk__in=[]))
    else:
        mine = Q(invitation=who) | Q(attendee__invitation=who)
    return ImageConsent.objects.filter(mine, meeting=meeting)


def consents_of(meeting: Meeting) -> Consents:
    """What the people on the list said of photographs. Two queries."""
    newest: dict[tuple[str, int | None], ImageConsent] = {}
    for consent in meeting.image_consents.order_by("given_at", "pk"):
        key = ("i", consent.invitation_id) if consent.invitation_id else ("a", consent.attendee_id)
        newest[key] = consent
    found = Consents([], [], [])
    for attendee in meeting.attendees.listed().filter(erased_at=None).order_by("name_key", "pk"):
        said = newest.get(("a", attendee.pk)) or newest.get(("i", attendee.invitation_id))
        if said is None:
            found.silent.append(Person(attendee))
        else:
            one = Person(attendee, said.given_at, said.withdrawn_at)
            (found.allowing if one.allows else found.withdrawn).append(one)
    return found


def rules_seen_by(actor: Actor) -> QuerySet[ProcessingRule]:
    """The common rules and those of the partnerships the actor keeps."""
    rows = ProcessingRule.objects.select_related("partnership")
    if actor.is_admin:
        return rows
    return rows.filter(Q(partnership=None) | Q(partnership__in=actor.partnerships_as(Role.COORDINATOR)))


def overlaps_in(rules: Iterable[ProcessingRule]) -> dict[int, list[ProcessingRule]]:
    """Rules by id that count on a common day with others of the same owner and subject, with these others."""
    found: dict[int, list[ProcessingRule]] = {}
    for one, other in overlapping(list(rules)):
        found.setdefault(one.pk, []).append(other)
        found.setdefault(other.pk, []).append(one)
    return found


def withdrawn_after_publication(meeting: Meeting) -> list[Person]:
    """Who withdrew a consent after somebody last looked at the consents and published; their pictures have to be sought."""
    seen = meeting.photos.exclude(published_at=None).aggregate(seen=Min("published_at"))["seen"]
    return consents_of(meeting).withdrawn_since(seen) if seen else []
