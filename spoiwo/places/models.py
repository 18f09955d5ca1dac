"""The official territorial register: voivodeships, counties, communes, each with the days it was valid."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from spoiwo.places.rules import Entry, Kind, Level


class UnitQuerySet(models.QuerySet["Unit"]):
    """Adjectives for places."""

    def valid(self, day: date | None = None) -> Self:
        """Units that exist today, or existed on `day`."""
        if day is None:
            return self.filter(valid_to=None)
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_to=None) | Q(valid_to__gt=day)
        )

    def voivodeships(self) -> Self:
        return self.filter(level=Level.VOIVODESHIP)

    def counties(self) -> Self:
        return self.filter(level=Level.COUNTY)

    def communes(self) -> Self:
        return self.filter(level=Level.COMMUNE)

    def within(self, codes: list[str]) -> Self:
        """Units whose code begins with one of `codes`, those units included."""
        condition = Q(pk__in=[])
        for code in codes:
            condition |= Q(code__startswith=code)
        return self.filter(condition)


class Unit(models.Model):
    """One unit of the territorial division under its TERYT code (2, 4 or 7 digits)."""

    KIND_LABELS: ClassVar = {
        Kind.VOIVODESHIP: pgettext_lazy("kind of place", "voivodeship"),
        Kind.COUNTY: pgettext_lazy("kind of place", "county"),
        Kind.CITY_COUNTY: pgettext_lazy("kind of place", "city with county rights"),
        Kind.URBAN: pgettext_lazy("kind of place", "urban commune"),
        Kind.RURAL: pgettext_lazy("kind of place", "rural commune"),
        Kind.URBAN_RURAL: pgettext_lazy("kind of place", "urban-rural commune"),
    }
    LEVEL_LABELS: ClassVar = {
        Level.VOIVODESHIP: pgettext_lazy("level of places", "voivodeships"),
        Level.COUNTY: pgettext_lazy("level of places", "counties"),
        Level.COMMUNE: pgettext_lazy("level of places", "communes"),
    }

    code = models.CharField(_("TERYT code"), max_length=7)
    level = models.CharField(_("level"), max_length=12, choices=list(LEVEL_LABELS.items()))
    kind = models.CharField(_("kind"), max_length=12, choices=list(KIND_LABELS.items()))
    name = models.CharField(_("name"), max_length=80)
    name_key = models.CharField(max_length=200, editable=False)
    search_key = models.CharField(max_length=600, editable=False)
    above = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="units", verbose_name=_("unit above")
    )
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="predecessors", verbose_name=_("successor")
    )
    valid_from = models.DateField(_("valid from"), null=True)
    valid_to = models.DateField(_("valid to"), null=True)
    latitude = models.FloatField(_("latitude of the seat"), null=True)
    longitude = models.FloatField(_("longitude of the seat"), null=True)
    is_approximate = models.BooleanField(_("the seat's place is only approximate"), default=False)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=Q(valid_to=None), name="one_valid_unit_per_teryt_code"
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_from=None) | Q(valid_to__gt=F("valid_from")),
                name="unit_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["level", "name_key"], name="units_by_level_and_name")]

    def __str__(self) -> str:
        return self.full_name

    def get_absolute_url(self) -> str:
        return reverse("places:unit", args=[self.code])

    @property
    def full_name(self) -> str:
        """The name as it is spoken of: “powiat nowodworski”, “gmina Leoncin”, “województwo mazowieckie”."""
        if self.kind == Kind.VOIVODESHIP:
            return gettext("%(name)s voivodeship") % {"name": self.name.lower()}
        if self.kind == Kind.COUNTY:
            return gettext("%(name)s county") % {"name": self.name}
        if self.kind == Kind.CITY_COUNTY:
            return gettext("city of %(name)s") % {"name": self.name}
        return gettext("%(name)s commune") % {"name": self.name}


class UnitName(models.Model):
    """A name a unit bore before its present one; the day it began is unknown for names older than our first file."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="former_names", verbose_name=_("place"))
    name = models.CharField(_("name"), max_length=80)
    valid_from = models.DateField(_("valid from"), null=True)
    valid_to = models.DateField(_("valid to"))

    class Meta:
        verbose_name = _("former name of a place")
        verbose_name_plural = _("former names of places")
        ordering = ["valid_to"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "valid_to"], name="one_former_name_per_unit_and_day")
        ]

    def __str__(self) -> str:
        return self.name


class RegisterEdition(models.Model):
    """One loading of the official register: of which day it is and what it changed."""

    state_on = models.DateField(_("state of the register"))
    loaded_at = models.DateTimeField(_("loaded"), auto_now_add=True)
    loaded_by = models.CharField(_("loaded by"), max_length=150)
    file_sha256 = models.CharField(max_length=64)
    added_count = models.PositiveIntegerField(_("added"), default=0)
    renamed_count = models.PositiveIntegerField(_("renamed"), default=0)
    moved_count = models.PositiveIntegerField(_("moved"), default=0)
    ended_count = models.PositiveIntegerField(_("ended"), default=0)

    class Meta:
        verbose_name = _("edition of the register of places")
        verbose_name_plural = _("editions of the register of places")
        constraints = [
            models.UniqueConstraint(fields=["state_on"], name="one_edition_of_the_register_per_day")
        ]

    def __str__(self) -> str:
        return f"TERC {self.state_on:%Y-%m-%d}"


class PendingEdition(models.Model):
    """A newer register that was read and waits for somebody to look at its changes and confirm them."""

    file_name = models.CharField(_("file"), max_length=200)
    file_sha256 = models.CharField(max_length=64, unique=True)
    state_on = models.DateField(_("state of the register"))
    units = models.JSONField(help_text="pairs of code and name")
    row_count = models.PositiveIntegerField(_("rows"))
    part_count = models.PositiveIntegerField(_("rows of parts of communes and cities"))
    read_at = models.DateTimeField(_("read"), auto_now_add=True)
    read_by = models.CharField(_("read by"), max_length=150)

    class Meta:
        verbose_name = _("register of places to be confirmed")
        verbose_name_plural = _("registers of places to be confirmed")

    def __str__(self) -> str:
        return f"TERC {self.state_on:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("places:edition_pending", args=[self.pk])

    @property
    def entries(self) -> list[Entry]:
        """The units as the rules compare them."""
        return [Entry(code, name) for code, name in self.units]
