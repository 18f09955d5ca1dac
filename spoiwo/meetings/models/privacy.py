"""Why personal data are kept and how long; consents to the use of a person's image."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from spoiwo.meetings.labels import SUBJECT_LABELS, VIA_LABELS
from spoiwo.meetings.models.attendance import Attendee
from spoiwo.meetings.models.invitations import Invitation
from spoiwo.meetings.models.series import Meeting
from spoiwo.partnerships.models import Partnership


class ProcessingRuleQuerySet(models.QuerySet["ProcessingRule"]):
    """Adjectives for processing rules."""

    def in_force(self, day: date) -> Self:
        """Rules that count on `day`."""
        return self.filter(Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day))


class ProcessingRule(models.Model):
    """Purpose, legal basis and retention of one kind of personal data from a day to a day.

    A partnership's own rule goes before the one without a partnership. Kept so many full years counted from 1 January
    after the meeting, or where `keep_days` is given so many days after it.
    """

    partnership = models.ForeignKey(
        Partnership, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("partnership")
    )
    subject = models.CharField(_("kind of data"), max_length=14, choices=list(SUBJECT_LABELS.items()))
    purpose = models.CharField(_("purpose"), max_length=300)
    basis = models.CharField(_("legal basis"), max_length=300)
    keep_years = models.PositiveSmallIntegerField(_("kept (years)"), null=True, blank=True)
    keep_days = models.PositiveSmallIntegerField(_("kept (days)"), null=True, blank=True)
    clause = models.TextField(_("clause on papers and pages"), blank=True)
    since = models.DateField(_("from"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    objects = ProcessingRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("processing rule")
        verbose_name_plural = _("processing rules")
        ordering = ["subject", "since", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
                name="processing_rule_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(keep_years=None) ^ Q(keep_days=None), name="kept_by_years_or_by_days"
            ),
        ]

    def __str__(self) -> str:
        return self.purpose


class ImageConsent(models.Model):
    """Consent to the publication of a person's image at one meeting, apart from attendance; it can be withdrawn."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="image_consents")
    invitation = models.ForeignKey(Invitation, models.CASCADE, null=True, related_name="image_consents")
    attendee = models.ForeignKey(Attendee, models.CASCADE, null=True, related_name="image_consents")
    scope = models.CharField(_("scope"), max_length=300)
    via = models.CharField(_("given how"), max_length=8, choices=list(VIA_LABELS.items()))
    given_at = models.DateTimeField(_("given"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)

    class Meta:
        verbose_name = _("image consent")
        verbose_name_plural = _("image consents")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(invitation=None) ^ Q(attendee=None), name="consent_of_a_guest_or_an_attendee"
            ),
            models.UniqueConstraint(
                fields=["meeting", "invitation"],
                condition=Q(withdrawn_at=None) & ~Q(invitation=None),
                name="one_standing_consent_per_guest",
            ),
            models.UniqueConstraint(
                fields=["meeting", "attendee"],
                condition=Q(withdrawn_at=None) & ~Q(attendee=None),
                name="one_standing_consent_per_attendee",
            ),
        ]

    def __str__(self) -> str:
        return str(self.invitation or self.attendee)
