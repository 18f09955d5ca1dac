"""Organisations with their former names, successions, and what was decided about look-alikes."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.places.models import Unit
from spoiwo.register.labels import KIND_LABELS, SECTOR_LABELS, SUCCESSION_LABELS
from spoiwo.register.models.books import ContactBook
from spoiwo.register.rules import Kind, Sector


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """Adjectives for organisations."""

    def visible_to(self, actor: Actor) -> Self:
        """The shared register: all of it for people who work for a partnership, nothing for others."""
        return self if actor.is_staff else self.none()

    def current(self) -> Self:
        """Those that were not merged into another record."""
        return self.filter(merged_into=None)


class Organisation(models.Model):
    """An institution, firm, association or informal body under the name it bears today."""

    name = models.CharField(_("full name"), max_length=300)
    short_name = models.CharField(_("short name"), max_length=100, blank=True)
    kind = models.CharField(_("kind"), max_length=30, choices=list(KIND_LABELS.items()), default=Kind.OTHER)
    sector = models.CharField(
        _("sector"), max_length=20, choices=list(SECTOR_LABELS.items()), default=Sector.OTHER
    )
    place = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations",
        verbose_name=_("commune or county"),
    )
    nip = models.CharField("NIP", max_length=10, blank=True)
    regon = models.CharField("REGON", max_length=14, blank=True)
    krs = models.CharField("KRS", max_length=10, blank=True)
    street = models.CharField(_("street and number"), max_length=150, blank=True)
    postcode = models.CharField(_("postcode"), max_length=6, blank=True)
    town = models.CharField(_("town"), max_length=100, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    website = models.URLField(_("website"), blank=True)
    e_delivery = models.CharField(_("e-delivery address"), max_length=40, blank=True)
    note = models.TextField(_("note"), blank=True)
    founded_on = models.DateField(_("founded on"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    confirmed_on = models.DateField(_("last confirmed on"), null=True, blank=True)
    book = models.ForeignKey(
        ContactBook,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations",
        verbose_name=_("kept by"),
    )
    # Its index holds only what was joined (see below): one that leads to all the others would be taken for a good one.
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, db_index=False, related_name="merged",
        verbose_name=_("joined with"),
    )  # fmt: skip
    name_key = models.CharField(max_length=700, editable=False)
    search_key = models.CharField(max_length=1200, editable=False)
    came_with = models.ForeignKey(
        "ImportBatch",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="organisations",
        verbose_name=_("came with the import"),
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            models.UniqueConstraint(
                fields=["nip"], condition=~Q(nip="") & Q(merged_into=None), name="one_organisation_per_nip"
            ),
            models.UniqueConstraint(
                fields=["krs"], condition=~Q(krs="") & Q(merged_into=None), name="one_organisation_per_krs"
            ),
        ]
        indexes = [
            models.Index(
                fields=["name_key"], condition=Q(merged_into=None), name="current_organisations_by_name"
            ),
            models.Index(fields=["merged_into"], condition=~Q(merged_into=None), name="joined_organisations"),
            models.Index(fields=["kind", "name_key"], name="organisations_by_kind"),
            models.Index(fields=["regon"], name="organisations_by_regon"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("register:organisation", args=[self.pk])


class OrganisationName(models.Model):
    """A name the organisation bore before today's, with the first and last day where they are known."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=300)
    since = models.DateField(_("from"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    search_key = models.CharField(max_length=700, editable=False)

    class Meta:
        verbose_name = _("name of an organisation")
        verbose_name_plural = _("names of organisations")
        constraints = [
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
                name="name_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """One organisation came of another on a day; an old signature is found under today's name through it."""

    predecessor = models.ForeignKey(Organisation, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Organisation, models.PROTECT, related_name="origins")
    kind = models.CharField(_("kind"), max_length=12, choices=list(SUCCESSION_LABELS.items()))
    happened_on = models.DateField(_("on"))
    basis = models.CharField(_("basis"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("succession")
        verbose_name_plural = _("successions")
        constraints = [
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="nobody_succeeds_itself"),
            models.UniqueConstraint(fields=["predecessor", "successor"], name="each_succession_once"),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class NotDuplicate(models.Model):
    """A person looked at two records that look alike and said: these are two."""

    first = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    second = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    decided_by_id = models.BigIntegerField(null=True)
    decided_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("pair of different organisations")
        verbose_name_plural = _("pairs of different organisations")
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="each_pair_decided_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="smaller_id_of_a_pair_first"),
        ]

    def __str__(self) -> str:
        return f"{self.first} ≠ {self.second}"


class Merge(models.Model):
    """One joining of two records, with everything needed to undo it."""

    kept = models.ForeignKey(Organisation, models.PROTECT, related_name="merges")
    absorbed = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    moved = models.JSONField(default=dict)
    made_by_id = models.BigIntegerField(null=True)
    made_at = models.DateTimeField(_("joined"), default=timezone.now)
    undone_at = models.DateTimeField(_("undone"), null=True)

    class Meta:
        verbose_name = _("joining of records")
        verbose_name_plural = _("joinings of records")
        constraints = [
            models.UniqueConstraint(
                fields=["absorbed"], condition=Q(undone_at=None), name="a_record_is_absorbed_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.absorbed} → {self.kept}"
