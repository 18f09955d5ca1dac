"""Who took a practice over, what they changed and what came of it; data that counties are compared by."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spoiwo.partnerships.models import Partnership
from spoiwo.places.models import Unit
from spoiwo.practices.labels import ADOPTION_LABELS
from spoiwo.practices.models.practices import Module, Practice
from spoiwo.practices.rules.states import AdoptionState
from spoiwo.projects.models import ConceptCard, Project
from spoiwo.register.models import Organisation


class Adoption(models.Model):
    """One place took the practice over, from its origin or (`taken_from`) from another place that had: a tree."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="adoptions")
    taken_from = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="adoptions",
        verbose_name=_("taken over from"),
    )
    partnership = models.ForeignKey(
        Partnership,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="adoptions",
        verbose_name=_("partnership"),
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("organisation")
    )
    taker = models.CharField(_("who took it over"), max_length=300)
    place = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("where"))
    adopted_on = models.DateField(_("since"))
    state = models.CharField(
        _("state"), max_length=10, choices=list(ADOPTION_LABELS.items()), default=AdoptionState.RUNNING
    )
    modules = models.ManyToManyField(Module, blank=True, related_name="adoptions", verbose_name=_("modules"))
    changed = models.TextField(_("what was changed"), blank=True)
    cost = models.DecimalField(_("cost (PLN)"), max_digits=12, decimal_places=2, null=True, blank=True)
    result = models.TextField(_("what came of it"), blank=True)
    project = models.ForeignKey(
        Project, models.SET_NULL, null=True, blank=True, related_name="adoptions", verbose_name=_("project")
    )
    card = models.ForeignKey(
        ConceptCard,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="adoptions",
        verbose_name=_("concept card"),
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("adoption of a practice")
        verbose_name_plural = _("adoptions of practices")
        ordering = ["adopted_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "place", "taker", "adopted_on"], name="each_adoption_recorded_once"
            ),
            models.CheckConstraint(
                condition=Q(cost=None) | Q(cost__gte=0), name="no_adoption_costs_less_than_nothing"
            ),
        ]

    def __str__(self) -> str:
        return self.taker


class Indicator(models.Model):
    """A figure counties are compared by, as an administrator loaded it: unemployment, people, firms."""

    code = models.CharField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=200)
    unit = models.CharField(_("unit of measure"), max_length=40, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(default=1)

    class Meta:
        verbose_name = _("indicator of counties")
        verbose_name_plural = _("indicators of counties")
        ordering = ["order", "code"]

    def __str__(self) -> str:
        return self.name


class Measurement(models.Model):
    """The value of an indicator in one county in one year, under the county's TERYT code."""

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="measurements")
    county_code = models.CharField(_("TERYT code"), max_length=4)
    year = models.PositiveSmallIntegerField(_("year"))
    value = models.DecimalField(_("value"), max_digits=16, decimal_places=4)

    class Meta:
        verbose_name = _("measurement")
        verbose_name_plural = _("measurements")
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "county_code", "year"],
                name="one_value_of_an_indicator_per_county_and_year",
            ),
            models.CheckConstraint(condition=Q(year__gte=1990, year__lte=2100), name="measured_in_our_time"),
        ]

    def __str__(self) -> str:
        return f"{self.county_code} {self.year}"


class PendingData(models.Model):
    """A file of indicators that was read and waits for somebody to look at it and confirm."""

    file_name = models.CharField(_("file"), max_length=200)
    file_sha256 = models.CharField(max_length=64, unique=True)
    rows = models.JSONField(help_text="code, name, unit, source, county, year, value")
    skipped_count = models.PositiveIntegerField(default=0)
    read_at = models.DateTimeField(_("read"), auto_now_add=True)
    read_by = models.CharField(_("read by"), max_length=150)

    class Meta:
        verbose_name = _("data about counties to be confirmed")
        verbose_name_plural = _("data about counties to be confirmed")

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("practices:indicators_pending", args=[self.pk])
