"""Projects with their partners."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.partnerships.models import Partnership
from spoiwo.projects.labels import PROJECT_LABELS
from spoiwo.projects.models.cards import ConceptCard
from spoiwo.projects.permissions import INSIDERS
from spoiwo.projects.rules import ProjectState
from spoiwo.register.models import Organisation


class ProjectQuerySet(models.QuerySet["Project"]):
    """Adjectives for projects."""

    def visible_to(self, actor: Actor) -> Self:
        """Published ones for everybody, others for insiders of the partnership."""
        if actor.is_admin:
            return self
        return self.filter(Q(is_public=True) | Q(partnership__in=actor.partnerships_as(*INSIDERS)))


class Project(models.Model):
    """A project that partners carry out or carried out: under which programme, who leads it, for whom, with what result.

    Days may be unknown; an old paper often tells only the programme and the partners.
    """

    partnership = models.ForeignKey(
        Partnership, models.PROTECT, related_name="projects", verbose_name=_("partnership")
    )
    card = models.ForeignKey(
        ConceptCard,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="projects",
        verbose_name=_("concept card"),
    )
    title = models.CharField(_("title"), max_length=250)
    state = models.CharField(
        _("state"), max_length=10, choices=list(PROJECT_LABELS.items()), default=ProjectState.RUNNING
    )
    programme = models.CharField(_("programme"), max_length=200, blank=True)
    measure = models.CharField(_("priority, action or measure"), max_length=200, blank=True)
    contract_number = models.CharField(_("number of the contract"), max_length=60, blank=True)
    lead = models.CharField(_("lead"), max_length=300, blank=True)
    lead_organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lead in the register"),
    )
    target_group = models.TextField(_("for whom"), blank=True)
    summary = models.TextField(_("what it is about"), blank=True)
    results = models.TextField(_("results"), blank=True)
    value = models.DecimalField(_("value (PLN)"), max_digits=14, decimal_places=2, null=True, blank=True)
    starts_on = models.DateField(_("begins"), null=True, blank=True)
    ends_on = models.DateField(_("ends"), null=True, blank=True)
    is_public = models.BooleanField(_("shown to everybody"), default=False)
    name_key = models.CharField(max_length=600, editable=False)
    search_key = models.CharField(max_length=1200, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="project_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(value=None) | Q(value__gte=0), name="no_project_is_worth_less_than_nothing"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("projects:project", args=[self.pk])


class ProjectPartner(models.Model):
    """Who carries the project out with its lead; the record of the register where it is known."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="partners")
    order = models.PositiveSmallIntegerField(default=1)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("organisation")
    )
    name = models.CharField(_("partner"), max_length=300)
    part = models.CharField(_("part in the project"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("partner in a project")
        verbose_name_plural = _("partners in a project")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name
