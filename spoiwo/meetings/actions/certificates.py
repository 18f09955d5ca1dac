"""Certificates: issued to those who came, revoked with a reason, issued anew."""

import datetime as dt
import os
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.meetings.audit import Verb
from spoiwo.meetings.models import Attendee, Certificate, Meeting
from spoiwo.meetings.queries.certificates import without_certificate
from spoiwo.meetings.rules.certificates import is_certifiable
from spoiwo.meetings.rules.codes import new_codes


@transaction.atomic
def issue_certificates(
    meeting: Meeting, people: Iterable[int] | None = None, *, by: Actor, at: dt.datetime
) -> list[Certificate]:
    """Certificates for everybody who came, or for the chosen attendees; whoever has one in force gets no second.

    Refused as a whole where somebody chosen was not there. A second press finds nobody left. Three queries and one
    insert for five hundred.
    """
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    waiting = list(without_certificate(meeting))
    if people is not None:
        chosen = set(people)
        _refuse_absent(meeting, chosen)
        waiting = [person for person in waiting if person.pk in chosen]
    last = meeting.certificates.aggregate(last=Max("number"))["last"] or 0
    codes = new_codes(len(waiting), os.urandom)
    made = Certificate.objects.bulk_create(
        [
            Certificate(
                meeting=meeting,
                attendee=person,
                number=number,
                name=person.name[:200],
                code=code,
                issued_on=at.date(),
            )
            for number, (person, code) in enumerate(zip(waiting, codes, strict=True), last + 1)
        ]
    )
    if made:
        facts = {"first": made[0].number, "last": made[-1].number}
        audit.record(Verb.CERTIFICATES_ISSUED, meeting, by=by, scope=meeting.partnership_id, **facts)
    return made


@transaction.atomic
def revoke_certificate(certificate: Certificate, reason: str, *, by: Actor, at: dt.datetime) -> Certificate:
    """The certificate counts no more and its page says so; number and code stay taken."""
    certificate = Certificate.objects.select_for_update().select_related("meeting").get(pk=certificate.pk)
    if certificate.revoked_at is not None:
        raise Refused(_("This certificate has been revoked already."))
    if not reason.strip():
        raise Refused(_("Say why it is revoked."), "reason")
    certificate.revoked_at, certificate.reason = at, reason.strip()[:200]
    certificate.save(update_fields=["revoked_at", "reason"])
    audit.record(Verb.CERTIFICATE_REVOKED, certificate, by=by, scope=certificate.meeting.partnership_id)
    return certificate


@transaction.atomic
def reissue_certificate(certificate: Certificate, reason: str, *, by: Actor, at: dt.datetime) -> Certificate:
    """Revokes the certificate and issues another to the same person, under the name as the list has it now."""
    revoked = revoke_certificate(certificate, reason, by=by, at=at)
    made = issue_certificates(revoked.meeting, [revoked.attendee_id], by=by, at=at)
    if not made:
        raise Refused(_("This person's data have been erased, so no other certificate can be issued."))
    return made[0]


def _refuse_absent(meeting: Meeting, chosen: set[int]) -> None:
    people = Attendee.objects.filter(meeting=meeting, pk__in=chosen)
    true = [
        person.pk
        for person in people
        if is_certifiable(person.presence, person.name, is_erased=person.erased_at is not None)
    ]
    if len(true) != len(chosen):
        raise Refused(_("A certificate is for those only who were there. Set their presence first."))
