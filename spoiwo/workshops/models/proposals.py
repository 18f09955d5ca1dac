"""Proposals of projects, the criteria they are screened by, and the ratings."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.workshops.labels import PROPOSAL_LABELS
from spoiwo.workshops.models.halls import Slip, Table
from spoiwo.workshops.models.sheets import Line
from spoiwo.workshops.models.steps import Step
from spoiwo.workshops.permissions import INSIDERS
from spoiwo.workshops.rules.states import ProposalState


class ProposalQuerySet(models.QuerySet["Proposal"]):
    """Adjectives for proposals."""

    def visible_to(self, actor: Actor) -> Self:
        """Those of the partnership's insiders."""
        if actor.is_admin:
            return self
        return self.filter(Q(step__meeting__partnership__in=actor.partnerships_as(*INSIDERS)))

    def entered(self) -> Self:
        """Those that are screened and voted on."""
        return self.filter(state=ProposalState.ENTERED)


class Proposal(models.Model):
    """A proposed project as a group writes it; `key` is made on the device, so that one sent twice is one."""

    step = models.ForeignKey(Step, models.PROTECT, related_name="proposals")
    table = models.ForeignKey(Table, models.SET_NULL, null=True, related_name="proposals")
    key = models.UUIDField(unique=True)
    number = models.PositiveSmallIntegerField(_("number"))
    theme = models.CharField(_("theme"), max_length=200, blank=True)
    title = models.CharField(_("title"), max_length=200, blank=True)
    problem = models.TextField(_("what problem it answers"), blank=True)
    for_whom = models.TextField(_("for whom"), blank=True)
    what = models.TextField(_("what will be done"), blank=True)
    who = models.TextField(_("who will do it"), blank=True)
    what_is_there = models.TextField(_("what is there already"), blank=True)
    what_is_needed = models.TextField(_("what is needed"), blank=True)
    cost = models.DecimalField(
        _("estimated cost (zł)"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    state = models.CharField(
        _("state"), max_length=10, choices=list(PROPOSAL_LABELS.items()), default=ProposalState.ENTERED
    )
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, related_name="merged")
    sources = models.ManyToManyField(Line, related_name="proposals", verbose_name=_("grew from"))
    revision = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposal of a project")
        verbose_name_plural = _("proposals of projects")
        ordering = ["number", "pk"]
        constraints = [models.UniqueConstraint(fields=["step", "number"], name="one_proposal_per_number")]

    def __str__(self) -> str:
        return self.title or str(_("proposal without a title"))

    def get_absolute_url(self) -> str:
        return reverse("workshops:proposal", args=[self.step.meeting_id, self.pk])


class Criterion(models.Model):
    """What proposals are rated by in a screening step; a veto criterion rules out what stays below its threshold."""

    step = models.ForeignKey(Step, models.CASCADE, related_name="criteria")
    order = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(_("criterion"), max_length=120)
    question = models.CharField(_("question to people"), max_length=250, blank=True)
    low = models.SmallIntegerField(_("lowest mark"), default=1)
    high = models.SmallIntegerField(_("highest mark"), default=5)
    weight = models.PositiveSmallIntegerField(_("weight"), default=1)
    is_veto = models.BooleanField(_("can rule a proposal out"), default=False)
    threshold = models.DecimalField(
        _("threshold of the mean"), max_digits=4, decimal_places=1, null=True, blank=True
    )
    is_lower_better = models.BooleanField(_("a lower mark is better"), default=False)

    class Meta:
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(high__gt=F("low")), name="scale_has_two_ends"),
        ]

    def __str__(self) -> str:
        return self.name


class Rating(models.Model):
    """One person's mark of one proposal by one criterion; no mark where `value` is empty (“cannot judge”)."""

    criterion = models.ForeignKey(Criterion, models.CASCADE, related_name="ratings")
    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="ratings")
    slip = models.ForeignKey(Slip, models.CASCADE, related_name="ratings")
    value = models.SmallIntegerField(null=True)

    class Meta:
        verbose_name = _("rating")
        verbose_name_plural = _("ratings")
        constraints = [
            models.UniqueConstraint(fields=["slip", "proposal", "criterion"], name="one_mark_per_person")
        ]

    def __str__(self) -> str:
        return str(self.value)
