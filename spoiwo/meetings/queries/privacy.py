"""What is said about personal data, and which consents stand."""

import datetime as dt

from spoiwo.kit.dates import today
from spoiwo.meetings.models import ImageConsent, Invitation, Meeting, ProcessingRule
from spoiwo.meetings.rules.retention import rule_on
from spoiwo.partnerships.models import Partnership


def rule_for(partnership: Partnership, subject: str, day: dt.date | None = None) -> ProcessingRule | None:
    """The processing rule that counts for the partnership; its own goes before the common one. One query."""
    rules = ProcessingRule.objects.filter(subject=subject, partnership__in=[partnership]) | (
        ProcessingRule.objects.filter(subject=subject, partnership=None)
    )
    return rule_on(rules, subject, day or today(), partnership_id=partnership.pk)


def clause_of(partnership: Partnership, subject: str, day: dt.date | None = None) -> str:
    """The clause that pages and papers show for that kind of data; empty where the table has none."""
    rule = rule_for(partnership, subject, day)
    return rule.clause if rule else ""


def image_consent(meeting: Meeting, invitation: Invitation) -> ImageConsent | None:
    """The guest's consent that stands, if any."""
    return ImageConsent.objects.filter(meeting=meeting, invitation=invitation, withdrawn_at=None).first()
