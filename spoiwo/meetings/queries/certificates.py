"""Certificates as the office's list, the guest and the public confirmation read them."""

from django.db.models import QuerySet

from spoiwo.meetings.models import Attendee, Certificate, Invitation, Meeting
from spoiwo.meetings.rules.certificates import written_number
from spoiwo.meetings.rules.codes import read_code


def certificates_of(meeting: Meeting) -> QuerySet[Certificate]:
    """All that were ever issued for the meeting, revoked ones too."""
    return Certificate.objects.filter(meeting=meeting).select_related("attendee", "meeting")


def without_certificate(meeting: Meeting) -> QuerySet[Attendee]:
    """Those who came and have no certificate in force, in alphabetical order."""
    rows = (
        meeting.attendees.came()
        .filter(erased_at=None)
        .exclude(certificates__revoked_at=None, certificates__isnull=False)
    )
    return rows.exclude(given_name="", family_name="").order_by("name_key", "pk")


def certificate_by(code: str) -> Certificate | None:
    """The certificate with that code however it was typed."""
    known = read_code(code)
    rows = Certificate.objects.select_related("meeting__partnership__coordinator", "attendee")
    return rows.filter(code=known).first() if known else None


def certificate_of(invitation: Invitation) -> Certificate | None:
    """The guest's certificate in force from the chosen meeting, for the guest's own page; one query."""
    rows = Certificate.objects.filter(attendee__invitation=invitation, revoked_at=None).exclude(name="")
    return rows.filter(meeting=invitation.meeting_id).first()


def number_of(certificate: Certificate) -> str:
    """The number as it is printed."""
    return written_number(certificate.number, certificate.meeting_id, certificate.issued_on.year)
