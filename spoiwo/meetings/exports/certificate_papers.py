"""A meeting's certificates as they are printed, and their register as a table."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spoiwo.documents.table import Column, Table
from spoiwo.meetings.exports.certificates import Certificate as Paper
from spoiwo.meetings.exports.certificates import certificates_pdf
from spoiwo.meetings.exports.meeting_papers import event_of
from spoiwo.meetings.models import Certificate, Meeting
from spoiwo.meetings.queries.certificates import number_of
from spoiwo.meetings.queries.words import LANGUAGE, root_url
from spoiwo.meetings.rules.codes import shown
from spoiwo.meetings.rules.states import Subject

MINUTES_OF_HOUR = 60


def certificate_papers(meeting: Meeting, certificates: Iterable[Certificate]) -> bytes:
    """These certificates in one PDF, a page for each, with room for the organiser's hand and stamp."""
    event = event_of(meeting, clause=Subject.CERTIFICATES)
    minutes = (meeting.ends_at - meeting.starts_at).total_seconds() / MINUTES_OF_HOUR
    hours = f"{minutes / MINUTES_OF_HOUR:.1f}".rstrip("0").rstrip(".").replace(".", ",")
    topics = list(meeting.programme.values_list("title", flat=True))[:12]
    papers = [
        Paper(
            number=number_of(one),
            name=one.name,
            code=shown(one.code),
            link=link_of(one),
            organisation=one.attendee.organisation_name,
            function=one.attendee.function,
            hours=hours if event.until is None else "",
            topics=topics,
        )
        for one in certificates
    ]
    return certificates_pdf(
        event,
        papers,
        address=root_url().partition("://")[2] + reverse("meetings:certificate_check"),
        signatories=[(event.organiser, "")],
        language=LANGUAGE,
    )


def certificate_table(meeting: Meeting, certificates: QuerySet[Certificate]) -> Table:
    """The register of certificates as it is filtered."""
    columns = [
        Column("number", _("Number")),
        Column("name", pgettext("column of a list", "Name")),
        Column("institution", _("Institution")),
        Column("code", _("Code")),
        Column("issued", _("Issued"), kind="date"),
        Column("revoked", pgettext("certificate", "Revoked"), kind="date"),
        Column("reason", _("Reason")),
    ]
    rows = (
        (
            number_of(one),
            one.name,
            one.attendee.organisation_name,
            shown(one.code),
            one.issued_on,
            timezone.localtime(one.revoked_at).date() if one.revoked_at else None,
            one.reason,
        )
        for one in certificates
    )
    return Table(_("Certificates %(title)s") % {"title": meeting.title}, columns, rows)


def link_of(certificate: Certificate) -> str:
    """Where anybody may confirm it."""
    return root_url() + certificate.get_absolute_url()
