"""The formal check: what each of two people found, and what was decided."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.labels import APPEAL_LABELS, OUTCOME_LABELS
from spoiwo.contests.models.entries import Entry, Submission
from spoiwo.contests.models.people import Member
from spoiwo.contests.rules.states import Appeal


class Check(models.Model):
    """One person's check of one submission. `answers`: point's id → {"answer": …, "note": …, "fields": [ids]}."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="checks")
    member = models.ForeignKey(Member, models.PROTECT, related_name="checks")
    answers = models.JSONField(default=dict)
    done_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("formal check")
        verbose_name_plural = _("formal checks")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "member"], name="one_formal_check_per_person_and_submission"
            )
        ]

    def __str__(self) -> str:
        return str(self.member)


class FormalDecision(models.Model):
    """What the formal check of a submission ended in; the latest counts. `reasons`: {"point": id, "paragraph": …, "note": …} of each point.

    `fields` are the keys of the fields that a call for corrections unlocks until the end of `due_on`; of a rejection
    `due_on` is the last day for an appeal. `departs` says why the decision is not what both found.
    """

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="decisions")
    submission = models.ForeignKey(Submission, models.CASCADE, related_name="decisions")
    outcome = models.CharField(_("decision"), max_length=12, choices=list(OUTCOME_LABELS.items()))
    reasons = models.JSONField(default=list)
    fields = models.JSONField(default=list)
    departs = models.TextField(_("why the decision departs from what was found"), blank=True)
    due_on = models.DateField(_("until"), null=True, blank=True)
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField()
    appeal = models.CharField(
        _("appeal"), max_length=10, choices=list(APPEAL_LABELS.items()), blank=True, default=Appeal.NONE
    )
    appeal_text = models.TextField(_("appeal"), blank=True)
    appealed_at = models.DateTimeField(null=True)
    appeal_reason = models.TextField(_("decision on the appeal, with reasons"), blank=True)
    appeal_by_name = models.CharField(max_length=150, blank=True)
    appeal_decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("decision on the formal check")
        verbose_name_plural = _("decisions on formal checks")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.get_outcome_display())
