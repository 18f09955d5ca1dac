"""Organisations with their names and successions, people and their mandates, the books they are kept in."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.places.models import Unit
from spoiwo.register.labels import CHANNEL_LABELS, KIND_LABELS, SECTOR_LABELS, SUCCESSION_LABELS
from spoiwo.register.rules import Kind, Sector


class ContactBook(models.Model):
    """Whose contacts these are: each controller of personal data keeps its own book of people."""

    name = models.CharField(_("name"), max_length=200)

    class Meta:
        verbose_name = _("contact book")
        verbose_name_plural = _("contact books")

    def __str__(self) -> str:
        return self.name


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
        Unit, models.PROTECT, null=True, blank=True, related_name="organisations", verbose_name=_("commune or county")
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
        ContactBook, models.PROTECT, null=True, blank=True, related_name="organisations", verbose_name=_("kept by")
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("joined with")
    )
    name_key = models.CharField(max_length=700, editable=False, db_index=True)
    search_key = models.CharField(max_length=1200, editable=False)
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
            models.Index(fields=["kind", "name_key"], name="organisations_by_kind"),
            models.Index(fields=["regon"], name="organisations_by_regon"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("register:organisation", args=[self.pk])


class OrganisationName(models.Model):
    """A name the organisation bore for a time; today's stands in the organisation itself as well."""

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
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")), name="name_ends_after_it_begins"
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
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")), name="nobody_succeeds_itself"
            ),
            models.UniqueConstraint(fields=["predecessor", "successor"], name="each_succession_once"),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class PersonQuerySet(models.QuerySet["Person"]):
    """Adjectives for people."""

    def visible_to(self, actor: Actor) -> Self:
        """People kept in the books the actor may read; personal data never cross from one controller to another."""
        return self if actor.is_admin else self.filter(book__in=actor.read_books)

    def current(self) -> Self:
        """Those that were not joined with another record."""
        return self.filter(merged_into=None)


class Person(models.Model):
    """A contact person; cases of the name are suggested by `polish` and kept as the clerk corrected them."""

    GENDERS: ClassVar = [("f", _("Ms")), ("m", _("Mr"))]

    book = models.ForeignKey(ContactBook, models.PROTECT, related_name="people", verbose_name=_("contact book"))
    given_name = models.CharField(_("given name"), max_length=80, blank=True)
    family_name = models.CharField(_("surname"), max_length=120, blank=True)
    gender = models.CharField(_("form of address"), max_length=1, choices=GENDERS, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    channel = models.CharField(
        _("preferred channel"), max_length=12, choices=list(CHANNEL_LABELS.items()), default="email"
    )
    forms = models.JSONField(_("cases of the name"), default=dict, blank=True)
    note = models.TextField(_("note"), blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    name_key = models.CharField(max_length=700, editable=False, db_index=True)
    search_key = models.CharField(max_length=700, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    def get_absolute_url(self) -> str:
        return reverse("register:person", args=[self.pk])


class MandateQuerySet(models.QuerySet["Mandate"]):
    """Adjectives for mandates."""

    def visible_to(self, actor: Actor) -> Self:
        """Mandates of people the actor may see; those without a person (function only) for all staff."""
        if actor.is_admin:
            return self
        condition = Q(person__book__in=actor.read_books)
        return self.filter(condition | Q(person=None) if actor.is_staff else condition)

    def held(self, day: date) -> Self:
        """Mandates in force on `day`."""
        return self.filter(Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day))


class Mandate(models.Model):
    """A function in an organisation from a day to a day (its last); the person may be unknown."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="mandates")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="mandates")
    function = models.CharField(_("function"), max_length=150)
    salutation = models.CharField(_("salutation"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail address at work"), blank=True)
    phone = models.CharField(_("telephone at work"), max_length=40, blank=True)
    since = models.DateField(_("from"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        constraints = [
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
                name="mandate_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.function}" if self.person_id else self.function


class ImportBatch(models.Model):
    """One file of organisations and people on its way in; nothing is written until it is confirmed."""

    book = models.ForeignKey(ContactBook, models.PROTECT, related_name="imports")
    file_name = models.CharField(max_length=200)
    content = models.BinaryField()
    state = models.CharField(max_length=12, default="uploaded")
    encoding = models.CharField(max_length=20, blank=True)
    delimiter = models.CharField(max_length=1, blank=True)
    mapping = models.JSONField(default=dict)
    report = models.JSONField(default=dict)
    row_count = models.PositiveIntegerField(default=0)
    done_count = models.PositiveIntegerField(default=0)
    started_by_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("register:import", args=[self.pk])
