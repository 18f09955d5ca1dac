"""Agreements with their versions, sections and dated milestones."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.partnerships.labels import AGREEMENT_LABELS, DATE_RULE_LABELS, EFFECT_LABELS, STATE_LABELS
from spoiwo.partnerships.models.partnerships import Partnership
from spoiwo.partnerships.rules import AgreementKind, DateRule, Effect


class AgreementQuerySet(models.QuerySet["Agreement"]):
    """Adjectives for agreements."""

    def visible_to(self, actor: Actor) -> Self:
        """One's own partnerships' agreements; of others only those opened for signature in a public partnership."""
        if actor.is_admin:
            return self
        public = Q(partnership__is_public=True, opened_on__isnull=False)
        return self.filter(Q(partnership__in=list(actor.roles)) | public)


class Agreement(models.Model):
    """A document bodies become parties to; its state is told by acts and milestones, never stored."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="agreements")
    kind = models.CharField(
        _("kind"), max_length=20, choices=list(AGREEMENT_LABELS.items()), default=AgreementKind.AGREEMENT
    )
    title = models.CharField(_("title"), max_length=300)
    signed_at = models.CharField(_("place of signing"), max_length=120, blank=True)
    opened_on = models.DateField(
        _("open for signature from"),
        null=True,
        blank=True,
        help_text=_("The day the agreed text was laid out for signing; no act can be dated earlier."),
    )
    date_rule = models.CharField(
        _("the date that counts"),
        max_length=12,
        choices=list(DATE_RULE_LABELS.items()),
        default=DateRule.SIGNATURE,
    )
    effect = models.CharField(
        _("comes into force"),
        max_length=16,
        choices=list(EFFECT_LABELS.items()),
        default=Effect.FIRST_SIGNATURE,
    )
    fixed_day = models.DateField(_("day of coming into force"), null=True, blank=True)
    term_until = models.DateField(
        _("in force until"), null=True, blank=True, help_text=_("Leave it empty for an indefinite term.")
    )
    case_mark = models.CharField(_("case mark"), max_length=60, blank=True)
    archive_class = models.CharField(_("archive class"), max_length=20, blank=True)
    archive_category = models.CharField(_("archive category"), max_length=10, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("belongs to")
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("partnerships:agreement", args=[self.partnership.slug, self.pk])


class Milestone(models.Model):
    """A dated decision about the agreement as a whole: consulted, agreed, ended."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="milestones")
    state = models.CharField(_("state"), max_length=16, choices=list(STATE_LABELS.items()))
    on = models.DateField(_("on"))
    note = models.CharField(_("note"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "state"], name="each_milestone_of_an_agreement_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()} {self.on}"


class Version(models.Model):
    """One wording of the agreement; a frozen one is never changed, a new one begins as its copy."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("number"))
    effective_on = models.DateField(_("in force from"), null=True, blank=True)
    frozen_at = models.DateTimeField(_("frozen"), null=True, editable=False)
    note = models.CharField(_("what changed"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "number"], name="versions_are_numbered_apart"),
            models.UniqueConstraint(
                fields=["agreement"], condition=Q(frozen_at=None), name="one_version_being_written"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agreement} ({self.number})"


class Section(models.Model):
    """A numbered part of a version's text."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField(default=0)
    heading = models.CharField(_("heading"), max_length=200)
    body = models.TextField(_("text"), blank=True)
    hint = models.CharField(max_length=300, blank=True, editable=False)

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.heading


class SkeletonSection(models.Model):
    """A section that new agreements of a kind begin with; administrators edit these, agreements keep their copies."""

    kind = models.CharField(_("kind"), max_length=20, choices=list(AGREEMENT_LABELS.items()))
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    heading = models.CharField(_("heading"), max_length=200)
    body = models.TextField(_("text"), blank=True)
    hint = models.CharField(_("hint to the author"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("section of the skeleton")
        verbose_name_plural = _("skeleton of agreements")
        ordering = ["kind", "order", "pk"]

    def __str__(self) -> str:
        return self.heading
